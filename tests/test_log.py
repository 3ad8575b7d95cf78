"""What an operator reads, and that nothing of a visitor is in it; and that the process ends when it is told to."""

from __future__ import annotations

import re
import signal
import socket
import sys
import time
from pathlib import Path

import pytest
import streamlit

from tests.serving import Served, ask, free_port, served, until, watched
from tests.visits import run_page, websocket

LINE = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (INFO|WARNING|ERROR) ")


def logged(running: Served) -> list[str]:
    return [LINE.sub(r"\1 ", line) for line in running.said().splitlines()]


def test_a_start_and_what_visitors_do(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("title,year\nA,1970\n", encoding="utf-8")
    with watched(str(path)) as running:
        with websocket(running.address, running.address) as opened:
            run_page(opened, "q=secret", "0 of 1 film")
        ask(running.address, "/?q=secret")
        ask(running.address, "/data/films.csv?q=secret&secret=1")
        path.write_text("title,year\nA,1970\nB,1971\n", encoding="utf-8")
        ask(running.address, "/data/films.csv")
        path.write_text("", encoding="utf-8")
        ask(running.address, "/ready")
        assert ask(running.address, "/ready").status == 200
    said = [re.sub(r"in \d+\.\d\d s", "in 0 s", line) for line in logged(running)]
    assert [line for line in said if "List soviet" not in line] == [
        "INFO List mine: 1 film in 0 s",
        f"Mine: 1 film, CSV in UTF-8. Open {running.address} (Ctrl-C stops).",
        "INFO List mine: 2 films in 0 s",
        "WARNING List mine cannot be used: mine.csv: there is no row in it. "
        "Put a header line first, then one row a line.",
    ]


BROKEN = """
import sys
import dashboard.exports.tables, dashboard.ui.guide
def fail(*given): raise ValueError(repr(given) + " secret")
dashboard.exports.tables.list_csv = dashboard.ui.guide.foot = fail
from dashboard.__main__ import main
sys.exit(main(["--port", sys.argv[1]]))
"""


@pytest.mark.audit
def test_an_error_is_told_by_its_place_in_one_line() -> None:
    port = free_port()
    with served([sys.executable, "-c", BROKEN, str(port)], port) as running:
        answer = ask(running.address, "/data/films.csv?q=secret")
        assert (answer.status, answer.body) == (500, b"Something went wrong here.\n")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        with websocket(running.address, running.address) as opened:
            run_page(opened, "q=secret", "0 of 10 films")
            until(lambda: "Uncaught" in running.said(), 60)
    errors = [line for line in running.said().splitlines() if "Error" in line]
    assert [re.sub(r"^.*?(No answer|Uncaught)", r"\1", line).split(" < ")[0] for line in errors] == [
        "No answer to a request: ValueError at <string>:4",
        "Uncaught app execution: ValueError at <string>:4",
    ]
    assert "secret" not in running.said()
    assert "Traceback" not in running.said()


def biggest_file() -> str:
    folder = Path(streamlit.__file__).parent / "static"
    biggest = max((folder / "static" / "js").iterdir(), key=lambda path: path.stat().st_size)
    return biggest.relative_to(folder).as_posix()


@pytest.mark.audit
@pytest.mark.parametrize("reads", [True, False], ids=["with visitors", "with one who never reads what was asked for"])
def test_it_ends_in_time(reads: bool) -> None:
    with watched() as running, websocket(running.address, running.address) as opened, socket.socket() as other:
        run_page(opened, "", "10 of 10 films")
        if not reads:
            other.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            other.connect(("127.0.0.1", running.port))
            other.sendall(f"GET /{biggest_file()} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            assert other.recv(8) == b"HTTP/1.1"
        began = time.monotonic()
        running.process.send_signal(signal.SIGTERM)
        assert running.process.wait(60) in (-signal.SIGTERM, 128 + signal.SIGTERM)
        assert time.monotonic() - began < 5
