"""For every test: nothing is kept in the home of whoever runs them; one dashboard answers all that only ask."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from dataclasses import replace

import hypothesis
import pytest

from dashboard import settings
from dashboard.lists import watcher
from tests.serving import EMBEDDING, LONGEST_START, PUBLIC, Served, wait_for, watched

Choose = Callable[..., None]
OWN = "title,year\nA <x>film</x>,1970\nB,1980\n"

NO_TIME = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("quick", max_examples=30, derandomize=True, **NO_TIME)
hypothesis.settings.register_profile("thorough", max_examples=100, **NO_TIME)
hypothesis.settings.register_profile("same", max_examples=100, derandomize=True, **NO_TIME)
hypothesis.settings.load_profile("quick")

# A shell lets what it starts in the background ignore Ctrl-C, and what tests start would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--motion", action="store_true", help="let things move in the browser, which takes twice as long")


@pytest.fixture(scope="session", autouse=True)
def kept_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for option in settings.OPTIONS:
            patch.delenv(option.variable, raising=False)
        patch.setenv("FILM_LIST_KEEP_IN", str(tmp_path_factory.mktemp("kept")))
        yield


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Sets some of the settings, by the names of their fields, for one test in this process."""

    def choose(**values: object) -> None:
        monkeypatch.setattr(settings, "_current", replace(settings.current(), **values))

    return choose


@pytest.fixture(scope="session")
def private() -> Iterator[Served]:
    """A dashboard of the published lists, as one starts it for oneself; the tests of a process share it."""
    with watched() as running:
        wait_for(running, "/data/films.csv?list=filmography")
        yield running
    assert " ERROR " not in running.said()


@pytest.fixture(scope="session")
def published(private: Served) -> str:
    """Where the published lists are."""
    return private.address


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A dashboard of an own list, as one puts it on the web; the tests of a process share it."""
    path = tmp_path_factory.mktemp("own") / "мои films.csv"
    path.write_text(OWN, encoding="utf-8")
    with watched(str(path), "--public-url", PUBLIC, "--allow-embedding", " ".join(EMBEDDING)) as running:
        wait_for(running, "/data/films.csv?list=published")
        yield running
    assert " ERROR " not in running.said()


@pytest.fixture(scope="session")
def early(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A dashboard whose list does not come; the tests of a process share it."""
    from tests.start import starting

    with starting(tmp_path_factory.mktemp("early")) as (running, _):
        for name in ("published", "filmography"):
            wait_for(running, f"/data/films.csv?list={name}")
        yield running
    assert " ERROR " not in running.said()


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here a list that is slowly read, as on a busy machine, is waited for."""
    monkeypatch.setattr(watcher, "PATIENCE", LONGEST_START)
