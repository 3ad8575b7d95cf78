"""What a visitor brought goes once they delete it, look at another list, or go: the list, its file, its memory."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.holding import LONG, held, holding
from tests.serving import Served, until
from tests.visits import Visit, websocket
from tools.memory import bring, films, one_long_list

pytestmark = pytest.mark.audit
SOON = 30
"""Seconds; generous, since nothing here measures."""
NOTHING = {"lists": 0, "indexes": 0, "uploads": 0}


@pytest.fixture(scope="module", params=["500", "0"], ids=["kept on the server", "kept in the session"])
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with holding(tmp_path_factory.mktemp("lists"), "--keep", request.param) as running:
        yield running
    assert " ERROR " not in running.said()


def shown(page: Visit, running: Served, rows: int) -> None:
    """Have a visitor bring a list, look at it, and search it."""
    page.run()
    bring(page, running, films(rows))
    page.run(key="bring:show", trigger_value=True)
    page.run(key="search", string_value="planet 7")
    assert f"of {rows:,} films" in page.count


def comes_to(running: Served, awaited: dict[str, int]) -> None:
    def is_so() -> bool:
        now = held(running)
        return {name: now[name] for name in awaited} == awaited

    until(is_so, SOON)


def test_an_upload_goes_once_it_is_read_and_all_else_with_the_visitor(running: Served) -> None:
    with websocket(running.address, running.address) as opened:
        shown(Visit(opened, "list=new"), running, 6 * LONG)
        assert held(running) == {"lists": 1, "indexes": 1, "uploads": 0, "sessions": 1}
    comes_to(running, {**NOTHING, "sessions": 0})


def test_what_a_visitor_goes_away_from_goes_though_their_tab_stays(running: Served) -> None:
    with websocket(running.address, running.address) as opened:
        page = Visit(opened, "list=new")
        shown(page, running, 6 * LONG)
        if "brought:delete" in page.elements:
            page.run(key="brought:delete", trigger_value=True)
            comes_to(running, {**NOTHING, "sessions": 1})
        page.run(back_to="")
        assert held(running)["uploads"] == 0


def test_a_tab_that_closes_while_a_draft_is_there_takes_it_along(running: Served) -> None:
    with websocket(running.address, running.address) as opened:
        page = Visit(opened, "list=new")
        page.run()
        bring(page, running, films(6 * LONG))
    comes_to(running, {**NOTHING, "sessions": 0})


def test_the_memory_of_a_long_list_goes_back_to_the_system() -> None:
    memory = one_long_list(60_000, wait=30)
    assert memory.left < 40, str(memory)
