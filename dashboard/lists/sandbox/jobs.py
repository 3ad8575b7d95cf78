"""Jobs on visitors' files: a hostile file cannot hurt the server, nor a long one hold it.

What a job needs and what it gives are plain values (`plain_data`).
"""

from __future__ import annotations

import logging
import pickle
import sys
from collections.abc import Callable
from threading import BoundedSemaphore
from typing import Any, TypeVar, TypeVarTuple

from dashboard.lists.plain_data import NotPlainError, loaded
from dashboard.lists.sandbox.process import Bounds
from dashboard.lists.sandbox.processes import ForkServer, ask_new
from dashboard.model.problems import BadListError, Problem

LOG = logging.getLogger("dashboard")
AT_ONCE = 2
"""So many jobs run at the same time; others wait for their turn."""
LONGEST_PLACE = 300
"""Characters of what a process says of an error of its own."""
BOUNDS = Bounds()
FORKS = sys.platform == "linux"
"""Whether processes are forked; elsewhere system libraries do not stand it."""

_TURNS = BoundedSemaphore(AT_ONCE)
_SERVER = ForkServer()

Result = TypeVar("Result")
Given = TypeVarTuple("Given")


def run(
    job: Callable[[*Given], Result], *given: *Given, file: str = "", bounds: Bounds = BOUNDS, is_kept: bool = False
) -> Result:
    """What a job gives, from a process that is killed when it takes too much.

    Args:
        job: a function that a module has by its name.
        given: its arguments, plain values.
        file: the file that it is about, without folders, as problems name it.
        bounds: what it may take.
        is_kept: the process, which may then know of one job in the next, is asked again for half a minute.

    Raises:
        BadListError: if the job does, if it waits or runs too long or takes too much memory, or if the process ends
            without an answer, for whatever reason.
    """
    if not _TURNS.acquire(timeout=bounds.turn):
        raise _refused("server busy", file, f"{bounds.turn:g}")
    try:
        request = pickle.dumps((job, given, bounds))
        if FORKS:
            answer = _SERVER.ask(job.__module__, request, bounds.seconds, is_kept)
        else:
            answer = ask_new(request, bounds.seconds)
    except TimeoutError:
        raise _refused("took too long", file, f"{bounds.seconds:g}") from None
    finally:
        _TURNS.release()
    result: Result = _result(answer, file, bounds)
    return result


def prepare(job: Callable[..., object]) -> None:
    """Have what a job needs imported, before somebody waits for that."""
    if FORKS:
        _SERVER.prepare(job.__module__)


def _result(answer: bytes, file: str, bounds: Bounds) -> Any:
    try:
        how, value = loaded(answer)
    except (NotPlainError, TypeError, ValueError):
        how, value = "failed", "something else came back" if answer else "no answer came"
    if how == "done":
        return value
    if how == "refused" and isinstance(value, BadListError):
        raise value
    if how == "no memory":
        raise _refused("took too much memory", file, f"{bounds.memory / 1e9:g}")
    LOG.error("The process that reads a list broke off: %s", ascii(value)[:LONGEST_PLACE])
    raise _refused("reader ended", file)


def _refused(kind: Any, file: str, expected: str = "") -> BadListError:
    return BadListError((Problem(kind, file, expected=expected),))
