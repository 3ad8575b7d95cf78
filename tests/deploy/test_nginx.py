"""The shipped nginx before three real dashboards: what it hands on, keeps, limits and tells."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.deploy.nginx import DEPLOY, configured, dashboard_of, web
from tests.load import drive, source
from tests.serving import Served, ask, until, watched

REPLICAS = 3
VISITORS = 6


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, list[Served]]]:
    with ExitStack() as stack:
        dashboards = [stack.enter_context(watched("--address", "127.0.0.1")) for _ in range(REPLICAS)]
        yield stack.enter_context(web(tmp_path_factory.mktemp("nginx"), dashboards)), dashboards


def test_the_shipped_configuration_is_one(tmp_path: Path) -> None:
    listens, replicas = ((DEPLOY / name).read_text(encoding="utf-8") for name in ("listen.conf", "replicas.conf"))
    named = re.findall(r"^server (dashboard-\d):8501 ", replicas, re.MULTILINE)
    compose = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    assert named == re.findall(r"^  (dashboard-\d):", compose, re.MULTILINE)
    assert len(named) == REPLICAS
    command = configured(tmp_path, listens, re.sub(r"dashboard-\d", "127.0.0.1", replicas))
    done = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.audit
def test_it_hands_on_what_the_dashboard_says(running: tuple[Served, list[Served]]) -> None:
    web, _ = running
    page = ask(web.address, "/", accept_encoding="gzip")
    assert (page.status, page.headers["Content-Encoding"]) == (200, "gzip")
    assert f"ws://localhost:{web.port} " in page.headers["Content-Security-Policy"]
    script = re.search(rb'src="\.(/static/js/[^"]+)"', ask(web.address, "/").body)
    assert script
    answer = ask(web.address, script[1].decode(), accept_encoding="gzip")
    assert answer.headers["Cache-Control"] == "public, immutable, max-age=31536000"
    assert answer.headers["Content-Encoding"] == "gzip"
    assert ask(web.address, "/data/films.csv?q=mars").body.count(b"\r\n") == 4
    assert ask(web.address, "/_stcore/metrics").status == 404
    too_much = ask(web.address, "/_stcore/upload_file/a/b", "PUT", content_length=str(70 * 2**20))
    assert too_much.status == 413


@pytest.mark.audit
def test_one_visitor_stays_with_one_dashboard_and_no_link_is_logged(running: tuple[Served, list[Served]]) -> None:
    web, _ = running
    for number in range(20):
        ask(web.address, f"/data/films.json?q=secret{number}", referer="http://localhost/?q=secret")
    until(lambda: web.said().count("/data/films.json 200") >= 20, 10)
    assert "secret" not in web.said()
    assert len(asked(web)) == 1


def asked(web: Served) -> set[int]:
    """The ports of the dashboards that answered something."""
    return {int(port) for port in re.findall(r" from 127\.0\.0\.1:(\d+)$", web.said(), re.MULTILINE)}


@pytest.mark.audit
def test_more_than_a_script_needs_is_refused(running: tuple[Served, list[Served]]) -> None:
    web, _ = running
    statuses = {ask(web.address, "/data/films.csv").status for _ in range(200)}
    assert statuses == {200, 429}


@pytest.mark.audit
def test_every_view_comes_back_when_a_dashboard_dies_under_load(running: tuple[Served, list[Served]]) -> None:
    web, dashboards = running
    victim = dashboard_of(web, dashboards, source(0))
    load = drive(web, VISITORS, seconds=10, pause=0.5, least=5 * VISITORS, victim=victim.process)
    assert (load.errors, load.lost) == ([], [])
    assert 0 in load.broken
    assert load.away == set(), str(load)
    assert ask(web.address, "/ready").status == 200
    assert "decade" not in web.said()
