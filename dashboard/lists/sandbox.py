"""Files from visitors, read in a process of their own, so that a hostile one cannot hurt the server.

Run as a module, this is that process: it takes one request from its input and puts one answer on its output.
"""

from __future__ import annotations

import gc
import io
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from math import ceil
from pathlib import Path
from threading import BoundedSemaphore

from dashboard.formats.read import read_rows
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits, Rows

READER = (sys.executable, "-P", "-m", "dashboard.lists.sandbox")
"""The command of the process that reads."""

AT_ONCE = 2
"""So many files are read at the same time; others wait for their turn."""

_ANSWERS = {(kind.__module__, kind.__qualname__): kind for kind in (Rows, BadListError, Problem)}
_DEFAULT = Limits()
_SPARING = {"OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}
"""What keeps native libraries from reserving far more memory than they use."""

_PACKAGES = str(Path(__file__).resolve().parent.parent.parent)
_TURNS = BoundedSemaphore(AT_ONCE)


def read_sandboxed(
    data: bytes, file: str, limits: Limits = _DEFAULT, seconds: float = 10.0, memory: int = 1_000_000_000
) -> Rows:
    """What `read_rows` gives, from a process that is killed when it takes too much.

    Args:
        data: the file's bytes.
        file: its name, without folders.
        limits: what is read of it at most.
        seconds: how long reading may take, and how long it may have to wait for its turn before that.
        memory: bytes that reading may take beside the program and the file; only Linux keeps to it.

    Raises:
        BadListError: as `read_rows` does, or if reading takes too long or too much memory, or if the process ends
            without an answer, for whatever reason.
    """
    too_long = BadListError((Problem("took too long", file, expected=f"{seconds:g}"),))
    if not _TURNS.acquire(timeout=seconds):
        raise too_long
    try:
        answer = _loaded(_exchange(READER, pickle.dumps((data, file, limits, seconds, memory)), seconds))
    except subprocess.TimeoutExpired:
        raise too_long from None
    finally:
        _TURNS.release()
    if isinstance(answer, Rows):
        return answer
    raise answer if isinstance(answer, BadListError) else BadListError((Problem("reader ended", file),))


def _exchange(command: Sequence[str], request: bytes, seconds: float) -> bytes:
    """What a process puts out; nothing if it cannot be started.

    Raises:
        subprocess.TimeoutExpired: if it takes longer; it and what it started are then killed.
    """
    path = os.pathsep.join([*filter(None, sys.path), _PACKAGES])
    environment = {**os.environ, **_SPARING, "PYTHONPATH": path}
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment, start_new_session=True)  # noqa: S603
    except OSError:
        return b""
    with process:
        try:
            return process.communicate(request, timeout=seconds)[0]
        except BaseException:
            _kill(process)
            raise


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        if sys.platform != "win32":
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


class _Answer(pickle.Unpickler):
    """Takes nothing but what an answer is made of, should a file ever bring the reader to send something else."""

    def find_class(self, module: str, name: str) -> type:
        try:
            return _ANSWERS[module, name]
        except KeyError as error:
            raise pickle.UnpicklingError(name) from error


def _loaded(answer: bytes) -> object:
    """What the reader sent; None if it broke off."""
    try:
        return _Answer(io.BytesIO(answer)).load()
    except Exception:
        return None


def main() -> None:
    """Read one request and answer it. Nothing lives long enough here for collecting cycles to pay."""
    data, file, limits, seconds, memory = pickle.load(sys.stdin.buffer)  # noqa: S301
    _limit(seconds, memory)
    gc.disable()
    sys.stdout.buffer.write(_answer(data, file, limits, memory))


def _answer(data: bytes, file: str, limits: Limits, memory: int) -> bytes:
    try:
        return _dumped(read_rows(data, file, limits))
    except BadListError as error:
        bad = error
    except MemoryError:
        bad = BadListError((Problem("took too much memory", file, expected=f"{memory / 1e9:g}"),))
    return pickle.dumps(bad)


def _dumped(rows: Rows) -> bytes:
    """The rows as a pickle without a memo, which takes a tenth of the time."""
    made = io.BytesIO()
    pickler = pickle.Pickler(made, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(rows)
    return made.getvalue()


def _limit(seconds: float, memory: int) -> None:
    """Bound the memory that this process may still take, and its life should whoever waits for it be gone."""
    if sys.platform != "win32":
        signal.alarm(ceil(seconds) + 1)
    if sys.platform == "linux":
        import resource

        mapped = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = mapped + memory if hard == resource.RLIM_INFINITY else min(mapped + memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
