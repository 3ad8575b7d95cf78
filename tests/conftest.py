"""For every test: nothing is kept in the home of whoever runs them, and some run while no other does."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard import settings

Choose = Callable[..., None]


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
def locks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two files that all processes of this run have in common."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    return folder / "gate", folder / "turn"


@pytest.fixture(autouse=True)
def turn(request: pytest.FixtureRequest, locks: tuple[Path, Path]) -> Iterator[None]:
    """A test marked `alone` waits until no other runs, and no other begins meanwhile."""
    gate, turn = locks
    is_alone = request.node.get_closest_marker("alone") is not None
    with ExitStack() as held:
        with _locked(gate, is_alone):
            held.enter_context(_locked(turn, is_alone))
        yield


@contextmanager
def _locked(path: Path, is_alone: bool) -> Iterator[None]:
    """Holds a file that others can hold too, unless it is held alone."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX if is_alone else fcntl.LOCK_SH)
        yield
