"""``streamlit run`` in the root is the same product as ``make run``; on another file it says what to run."""

from __future__ import annotations

import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import NewSession

from dashboard.settings import Settings
from dashboard.ui.streamlit_config import options
from tests.serving import ROOT, Served, ask, free_port, served, until, watched
from tests.visits import run_page, websocket
from tools.config import CONFIG, SEARCHED_FOR, config


def streamlit(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "streamlit", "run", *arguments]


def started(*flags: str, port: int, awaited: str = "/ready", **environment: str) -> AbstractContextManager[Served]:
    return served(streamlit("streamlit_app.py", *flags), port, awaited=awaited, **environment)


@pytest.fixture(scope="module")
def by_habit() -> Iterator[Served]:
    port = free_port()
    with started("--server.port", str(port), port=port) as running:
        yield running


@pytest.fixture(scope="module")
def by_make() -> Iterator[Served]:
    with watched() as running:
        yield running


@pytest.mark.audit
@pytest.mark.parametrize("path", ["/", "/?q=mars&lang=ru", "/health", "/ready", "/data/films.csv", "/data/films.json"])
def test_the_answers_are_the_same(by_habit: Served, by_make: Served, path: str) -> None:
    def answered(running: Served) -> list[str]:
        answer = ask(running.address, path)
        headers = [f"{name}: {value}" for name, value in answer.headers.items() if name not in ("date", "etag")]
        return [str(answer.status), *(each.replace(str(running.port), "PORT") for each in headers)]

    for running in (by_habit, by_make):
        until(lambda running=running: b"<svg" in ask(running.address, "/?q=mars&lang=ru").body, 60)
    assert answered(by_habit) == answered(by_make)
    assert ask(by_habit.address, "/data/films.csv").body == ask(by_make.address, "/data/films.csv").body


def first_message(running: Served, origin: str = "") -> NewSession:
    """What the page is told first: its looks and what it may do."""
    with websocket(running.address, origin) as opened:
        message, received = BackMsg(), ForwardMsg()
        message.rerun_script.query_string = ""
        opened.send(message.SerializeToString())
        while received.WhichOneof("type") != "new_session":
            data = opened.recv(timeout=20)
            received.ParseFromString(data if isinstance(data, bytes) else data.encode())
    return received.new_session


@pytest.mark.audit
def test_the_looks_are_the_same_and_nothing_is_sent_home(by_habit: Served, by_make: Served) -> None:
    one, other = first_message(by_habit), first_message(by_make)
    assert (one.custom_theme, one.config) == (other.custom_theme, other.config)
    assert one.custom_theme.light.primary_color == options(Settings())["theme.light.primaryColor"]
    assert not one.config.gather_usage_stats
    assert "statistics" not in by_habit.said()


def test_only_this_machine_is_served(by_habit: Served) -> None:
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.2", by_habit.port), timeout=5)


def test_it_says_what_it_serves_and_where(by_habit: Served) -> None:
    assert f"Soviet Space Films: 10 films, CSV in UTF-8. Open {by_habit.address} (Ctrl-C stops)." in by_habit.said()


@pytest.mark.audit
def test_it_reads_the_same_variables(tmp_path: Path) -> None:
    path, port = tmp_path / "mine.csv", free_port()
    path.write_text("title,year\nA,1970\n", encoding="utf-8")
    said = {"FILM_LIST": str(path), "FILM_LIST_PORT": str(port), "FILM_LIST_ADDRESS": "0.0.0.0"}
    with started(port=port, **said, FILM_LIST_PUBLIC_URL="https://films.example.org/") as running:
        socket.create_connection(("127.0.0.2", port), timeout=5).close()
        answer = ask(running.address, "/data/films.csv", host="films.example.org")
        assert (answer.status, answer.headers["Access-Control-Allow-Origin"]) == (200, "*")
        assert b"A,1970" in answer.body
        assert first_message(running, "https://films.example.org").custom_theme.light.primary_color


@pytest.mark.audit
@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"FILM_LIST": "gone.csv"}, "gone.csv: the file cannot be read (No such file or directory)"),
        ({"FILM_LIST_KEEP_MB": "lots"}, "FILM_LIST_KEEP_MB: 'lots' is not a whole number of 0 or more"),
    ],
    ids=["list", "variable"],
)
def test_what_cannot_be_served_ends_it_with_2_and_a_sentence(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], said: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    command = streamlit("streamlit_app.py", "--server.port", str(free_port()))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (2, True, False), done.stderr


@pytest.mark.audit
@pytest.mark.parametrize("file", ["ui/app.py", "__main__.py"])
def test_another_file_says_what_to_run(file: str) -> None:
    port = free_port()
    command = streamlit(f"dashboard/{file}", "--server.port", str(port))
    with served(command, port, awaited="/_stcore/health") as running, websocket(running.address) as opened:
        run_page(opened, "", "Run this in the project's folder: streamlit run streamlit_app.py")


def test_the_file_of_streamlit_s_options_is_made_from_the_settings() -> None:
    assert CONFIG.read_text(encoding="utf-8") == config(), "make config"


def test_the_file_says_the_same_as_the_server() -> None:
    flat: dict[str, object] = {}

    def flatten(prefix: str, table: dict[str, object]) -> None:
        for name, value in table.items():
            if isinstance(value, dict):
                flatten(f"{prefix}{name}.", value)
            else:
                flat[f"{prefix}{name}"] = value

    flatten("", tomllib.loads(config()))
    assert flat == {name: value for name, value in options(Settings()).items() if name != SEARCHED_FOR}
