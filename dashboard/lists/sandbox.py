"""Jobs on visitors' files, in a process of their own: a hostile file cannot hurt the server, nor a long one hold it.

Run as a module, this is that process: it takes one request from its input and puts one answer on its output. What a job
needs and what it gives are plain values (`plain_data`).
"""

from __future__ import annotations

import gc
import logging
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, TypeVar, TypeVarTuple

from dashboard.lists.plain_data import NotPlainError, dumped, loaded
from dashboard.log import place
from dashboard.model.problems import BadListError, Problem

LOG = logging.getLogger("dashboard")
COMMAND = (sys.executable, "-P", "-m", "dashboard.lists.sandbox")
"""The command of the process."""
AT_ONCE = 2
"""So many jobs run at the same time; others wait for their turn."""
LONGEST_PLACE = 300
"""Characters of what a process says of an error of its own."""

_SPARING = {"OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}
"""What keeps native libraries from reserving far more memory than they use."""
_PACKAGES = str(Path(__file__).resolve().parent.parent.parent)
_TURNS = BoundedSemaphore(AT_ONCE)

Result = TypeVar("Result")
Given = TypeVarTuple("Given")


@dataclass(frozen=True)
class Bounds:
    """What a job may take.

    Attributes:
        seconds: how long it may run.
        turn: for how many seconds it waits for its turn before that.
        memory: bytes beside the program and what it was given; only Linux keeps to it.
    """

    seconds: float = 30.0
    turn: float = 60.0
    memory: int = 1_000_000_000


BOUNDS = Bounds()


def run(job: Callable[[*Given], Result], *given: *Given, file: str = "", bounds: Bounds = BOUNDS) -> Result:
    """What a job gives, from a process that is killed when it takes too much.

    Args:
        job: a function that a module has by its name.
        given: its arguments, plain values.
        file: the file that it is about, without folders, as problems name it.
        bounds: what it may take.

    Raises:
        BadListError: if the job does, if it waits or runs too long or takes too much memory, or if the process ends
            without an answer, for whatever reason.
    """
    if not _TURNS.acquire(timeout=bounds.turn):
        raise _refused("server busy", file, f"{bounds.turn:g}")
    try:
        answer, code = _exchange(COMMAND, pickle.dumps((job, given, bounds)), bounds.seconds)
    except subprocess.TimeoutExpired:
        raise _refused("took too long", file, f"{bounds.seconds:g}") from None
    finally:
        _TURNS.release()
    result: Result = _result(answer, code, file, bounds)
    return result


def _result(answer: bytes, code: int, file: str, bounds: Bounds) -> Any:
    try:
        how, value = loaded(answer)
    except (NotPlainError, TypeError, ValueError):
        how, value = "failed", f"exit code {code}"
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


def _exchange(command: Sequence[str], request: bytes, seconds: float) -> tuple[bytes, int]:
    """What a process puts out, and its exit code; nothing if it cannot be started. What it complains of is not told.

    Raises:
        subprocess.TimeoutExpired: if it takes longer; it and what it started are then killed.
    """
    path = os.pathsep.join([*filter(None, sys.path), _PACKAGES])
    environment = {**os.environ, **_SPARING, "PYTHONPATH": path}
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603
            command, stdin=pipe, stdout=pipe, stderr=nowhere, env=environment, start_new_session=True
        )
    except OSError:
        return b"", -1
    with process:
        try:
            return process.communicate(request, timeout=seconds)[0], process.returncode
        except BaseException:
            _kill(process)
            raise


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        if sys.platform != "win32":
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def main() -> None:
    """Do one job and answer. Nothing lives long enough here for collecting cycles to pay."""
    job, given, bounds = pickle.load(sys.stdin.buffer)  # noqa: S301
    _limit(bounds)
    gc.disable()
    sys.stdout.buffer.write(_answer(job, given))


def _answer(job: Callable[..., object], given: Sequence[object]) -> bytes:
    try:
        return dumped(("done", job(*given)))
    except BadListError as error:
        return dumped(("refused", error))
    except MemoryError:
        return dumped(("no memory", None))
    except Exception as error:
        return dumped(("failed", place(error)))


def _limit(bounds: Bounds) -> None:
    """Bound the memory that this process may still take, and its life should whoever waits for it be gone."""
    if sys.platform != "win32":
        signal.alarm(ceil(bounds.seconds) + 1)
    if sys.platform == "linux":
        import resource

        mapped = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = mapped + bounds.memory if hard == resource.RLIM_INFINITY else min(mapped + bounds.memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
