"""``python -m dashboard``: help, version, what it refuses and how it says so."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard import __version__
from dashboard.__main__ import CUT_OFF
from dashboard.lists import source
from tests.serving import ROOT, ask, dashboard


def dashboard_says(*arguments: str | Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


def test_version_and_help() -> None:
    assert dashboard_says("--version")[:2] == (0, f"film-list-dashboard {__version__}\n")
    code, said, _ = dashboard_says("--help")
    assert code == 0
    assert all(word in said for word in ("LIST", "--port", "--address", "--version"))


def test_a_reader_may_stop_reading(tmp_path: Path) -> None:
    path = tmp_path / "films.csv"
    path.write_text("title,year\n" + "".join(f"A{at},196?\n" for at in range(20_000)), encoding="utf-8")
    command = [sys.executable, "-m", "dashboard", "check", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        assert b"films.csv" in running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == CUT_OFF


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "films.csv: the file cannot be read (No such file or directory)"),
        (b"", "films.csv: there is no row in it"),
        (
            b"when,where\n1970,12\n",
            "no column could be taken for the titles; “when” looks most like it; the columns are when, where",
        ),
        (b"title,year\n,1971\n", "films.csv: no row can be used"),
        (b"\x00\x01\x02", "films.csv: this is neither text nor"),
    ],
    ids=["missing", "empty", "no title column", "no usable row", "not text"],
)
def test_a_list_that_cannot_be_used_ends_with_2_and_every_problem(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "films.csv"
    if content is not None:
        path.write_bytes(content)
    code, _, errors = dashboard_says(path)
    assert (code, said in errors, "Traceback" in errors) == (2, True, False), errors


def test_in_our_own_data_any_bad_cell_stops_the_start(tmp_path: Path) -> None:
    for name in ("films.csv", "soviet-space-films.txt"):
        (tmp_path / name).write_bytes((source.DATA / name).read_bytes())
    with (tmp_path / "films.csv").open("a", encoding="utf-8") as films:
        films.write("x,,1970,,,,\nsolaris-1972,Twice,1700,,,,\n")
    main = (
        "import pathlib, sys; import dashboard.lists.source as offer;"
        f"offer.DATA = pathlib.Path({str(tmp_path)!r}); from dashboard.__main__ import main; sys.exit(main([]))"
    )
    done = subprocess.run([sys.executable, "-c", main], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == [
        "films.csv, line 12, column “title”",
        "films.csv, line 13, column “id”",
        "films.csv, line 13, column “year”",
    ]


def test_a_list_is_served_with_the_rows_that_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("title,year\nA,1970\nB,soon\n", encoding="utf-8")
    with dashboard(str(path)) as address:
        assert ask(address, "/").status == 200


@pytest.mark.audit
def test_a_port_that_is_taken_or_none_is_said() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        code, _, errors = dashboard_says("--address", "127.0.0.1", "--port", str(port))
    assert (code, f"Cannot serve on 127.0.0.1, port {port}" in errors) == (2, True), errors
    code, _, errors = dashboard_says("--port", "99999")
    assert (code, "is not a port; ports are 1 to 65535" in errors) == (2, True), errors
