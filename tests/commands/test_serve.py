"""What is answered, and what the operator reads, while the list is still being prepared, and once it is there."""

from __future__ import annotations

import re
import signal
import threading
from pathlib import Path

import pytest

from dashboard.web.security import inline_scripts
from tests.serving import Served, ask, until, wait_for, watched
from tests.start import let_come, starting
from tests.visits import run_page, websocket
from tools.bench import films

STEP = "World cinema is being prepared. Step 1 of 4: reading the file\n"


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/health", 200, "ok\n"),
        ("/ready", 503, STEP),
        ("/data/films.csv?q=mars", 503, STEP),
        ("/data/films.json", 503, STEP),
        ("/data/films.csv?list=own", 503, STEP),
    ],
)
def test_what_is_asked_by_programs(early: Served, path: str, status: int, body: str) -> None:
    answer = ask(early.address, path)
    assert (answer.status, answer.body.decode()) == (status, body)
    assert answer.headers["Cache-Control"] == "no-store"
    assert ("Retry-After" in answer.headers) == (status == 503)


@pytest.mark.parametrize("path", ["/data/films.csv?list=published", "/data/films.json?list=filmography"])
def test_a_list_that_is_there_is_given_out(early: Served, path: str) -> None:
    assert ask(early.address, path).status == 200


@pytest.mark.parametrize(
    ("query", "accepted", "language", "says"),
    [
        ("", "", "en", "Step 1 of 4: reading the file"),
        ("?lang=ru&q=mars&genres=Drama", "en", "ru", "Шаг 1 из 4: чтение файла"),
        ("?film=a", "ru,en;q=0.5", "ru", "Шаг 1 из 4: чтение файла"),
        ("?list=new", "", "en", "Step 1 of 4: reading the file"),
        ("?lang=%22%3E%3Cscript%3E&q=%3Cb%3E", "", "en", "Step 1 of 4: reading the file"),
    ],
)
def test_the_page_says_how_far_it_is(early: Served, query: str, accepted: str, language: str, says: str) -> None:
    answer = ask(early.address, f"/{query}", accept_language=accepted)
    page = answer.body.decode()
    assert (answer.status, answer.headers["Content-Type"]) == (503, "text/html; charset=utf-8")
    assert (answer.headers["Cache-Control"], answer.headers["Vary"]) == ("no-store", "Accept-Language")
    assert 1 <= int(answer.headers["Retry-After"]) <= 5
    assert f'<noscript><meta http-equiv="refresh" content="{answer.headers["Retry-After"]}"></noscript>' in page
    assert re.findall('<html lang="([^"]*)"', page) == [language]
    assert re.findall("<h1>([^<]*)</h1>", page) == ["World cinema"]
    assert re.findall("<label[^>]*>([^<]*)</label>", page) == [says]
    assert '<progress id="far" value="0.000">' in page
    assert [each in answer.headers["Content-Security-Policy"] for each in inline_scripts(page)] == [True]
    assert ask(early.address, f"/{query}", "HEAD").status == 503


def test_a_session_that_comes_back_sees_it_too(early: Served) -> None:
    with websocket(early.address, early.address) as opened:
        run_page(opened, "q=mars", "Step 1 of 4: reading the file")
    assert "ERROR" not in early.said()


@pytest.mark.audit
def test_the_view_opens_once_the_list_is_there(tmp_path: Path) -> None:
    with starting(tmp_path) as (running, pipe):
        assert ask(running.address, "/ready").status == 503
        let_come(pipe)
        until(lambda: ask(running.address, "/ready").body == b"World cinema is ready\n", 20)
        assert ask(running.address, "/?q=mars").status == 200
        assert ask(running.address, "/data/films.csv?q=mars").body.count(b"\r\n") == 2
        with websocket(running.address, running.address) as opened:
            run_page(opened, "q=mars", "1 of 2 films")
        until(lambda: "World cinema: 2 films" in running.said(), 20)
    said = [re.sub(r"^\d{4}-\S+ \S+ |in \d+\.\d\d s", "", line) for line in running.said().splitlines()]
    assert [line for line in said if "soviet" not in line] == [
        f"World cinema is being prepared. Open {running.address} (Ctrl-C stops), which shows how far it is.",
        "INFO List world-cinema: 2 films ",
        f"World cinema: 2 films, CSV in UTF-8. Open {running.address} (Ctrl-C stops).",
    ]


def test_a_list_that_turns_out_unusable_ends_the_command_with_the_sentence(tmp_path: Path) -> None:
    with starting(tmp_path) as (running, pipe):
        let_come(pipe, "when,where\n1970,12\n")
        assert running.process.wait(20) == 2
    assert (
        "no column could be taken for the titles; “when” looks most like it; the columns are when, where"
        in running.said()
    )
    assert "Traceback" not in running.said()


@pytest.mark.audit
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT], ids=["terminated", "Ctrl-C"])
def test_it_ends_in_time_while_the_list_is_being_prepared(tmp_path: Path, told: signal.Signals) -> None:
    with starting(tmp_path) as (running, _):
        running.process.send_signal(told)
        assert running.process.wait(5) == (0 if told == signal.SIGINT else -told)
    assert "Traceback" not in running.said()


@pytest.mark.audit
def test_a_long_list_is_made_once_and_tells_how_far_it_is(tmp_path: Path) -> None:
    """However many ask for it at the same time, and also when it is put in the place of another later."""
    path, other = tmp_path / "films.csv", films.files(100_000, folder=tmp_path)["csv"]
    path.write_text("title,year\nA,1970\n", encoding="utf-8")
    with watched(str(path), XDG_CACHE_HOME=str(tmp_path / "cache")) as running:
        for name in ("published", "filmography"):
            wait_for(running, f"/data/films.csv?list={name}")
        other.replace(path)
        answers: list[str] = []
        asked = [threading.Thread(target=lambda: answers.append(_films(running))) for _ in range(6)]
        for each in asked:
            each.start()
        for each in asked:
            each.join()
        assert set(answers) <= {"1", "100,000"}
        until(lambda: _films(running) == "100,000", 60)
    said = re.findall(r"List films: (.+)", running.said())
    assert [line.split(" in ")[0] for line in said if "step" not in line] == ["1 film", "100,000 films"]


@pytest.mark.audit
def test_any_start_takes_away_what_a_killed_one_left(tmp_path: Path) -> None:
    folder = tmp_path / "film-list-dashboard" / "prepared"
    folder.mkdir(parents=True)
    (folder / "left.part").write_bytes(bytes(1_000))
    (folder / "key").write_bytes(b"kept")
    with watched(XDG_CACHE_HOME=str(tmp_path)):
        until(lambda: [path.name for path in folder.iterdir()] == ["key"], 20)


def _films(running: Served) -> str:
    found = re.search(r"of ([\d,]+) films?<", ask(running.address, "/").body.decode())
    return found[1] if found else ""
