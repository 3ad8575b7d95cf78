"""Processes that do a job: forked from one that has imported what the job needs, or new ones."""

from __future__ import annotations

import atexit
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock

COMMAND = (sys.executable, "-P", "-m", "dashboard.lists.sandbox.process")
"""The command of a process."""
PIECE = 1 << 20
"""Bytes of an answer that are taken at once."""
LONGEST_IMPORT = 60.0
"""Seconds within which a fork server answers."""

_SPARING = {
    "OMP_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "1",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "JE_ARROW_MALLOC_CONF": "background_thread:false",
}
"""What keeps native libraries from reserving far more memory than they use, and from threads, which do not fork."""
_PACKAGES = str(Path(__file__).resolve().parent.parent.parent.parent)


def _started(command: Sequence[str], **given: object) -> subprocess.Popen[bytes]:
    """A new process with the path of this one. What it complains of is not told.

    Raises:
        OSError: if it cannot be started.
    """
    path = os.pathsep.join([*filter(None, sys.path), _PACKAGES])
    options: dict[str, object] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL} | given
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]  # noqa: S603
        command,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_SPARING, "PYTHONPATH": path},
        start_new_session=True,
        **options,
    )


def ask_new(request: bytes, seconds: float) -> bytes:
    """What a new process answers; nothing if it cannot be started or ends without an answer.

    Raises:
        TimeoutError: if it takes longer; it and what it started are then killed.
    """
    try:
        process = _started(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    except OSError:
        return b""
    with process:
        try:
            return process.communicate(request, timeout=seconds)[0]
        except subprocess.TimeoutExpired:
            _kill(process.pid)
            raise TimeoutError from None
        except BaseException:
            _kill(process.pid)
            raise


class ForkServer:
    """The process that forks. It is started when it is needed, and ends when it has not been needed for a while."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket
        atexit.register(self.end)

    def prepare(self, module: str) -> None:
        """Have a module imported, before somebody waits for that."""
        with suppress(OSError), self._lock:
            self._send(module)

    def ask(self, module: str, request: bytes, seconds: float) -> bytes:
        """What a forked process answers; nothing if there is none, or it ends without an answer.

        Raises:
            TimeoutError: if it takes longer; it and what it started are then killed.
        """
        ours, theirs = socket.socketpair()
        with ours:
            try:
                with theirs, self._lock:
                    process = self._fork(module, theirs)
            except OSError:
                return b""
            try:
                return _exchange(ours, request, time.monotonic() + seconds)
            except BaseException:
                _kill(process)
                raise

    def end(self) -> None:
        """End it. What it has forked goes on."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None
            self._control.close()

    def _fork(self, module: str, connection: socket.socket) -> int:
        """The number of a new process, at the other end of a connection."""
        try:
            for _ in range(2):  # It may have come to its end just now.
                with suppress(ConnectionError):
                    self._send(module, connection.fileno())
                    if number := self._control.recv(8):
                        return int.from_bytes(number, "big")
                self.end()
        except TimeoutError:
            self.end()
            raise
        raise ConnectionError

    def _send(self, module: str, *connection: int) -> None:
        if not self._process or self._process.poll() is not None:
            self.end()
            self._start()
        socket.send_fds(self._control, [module.encode()], connection)

    def _start(self) -> None:
        self._control, theirs = socket.socketpair(type=socket.SOCK_SEQPACKET)
        self._control.settimeout(LONGEST_IMPORT)
        with theirs:
            theirs.set_inheritable(True)
            self._process = _started([*COMMAND, str(theirs.fileno())], pass_fds=[theirs.fileno()])


def _exchange(connection: socket.socket, request: bytes, until: float) -> bytes:
    """What comes back for a request until the other end closes.

    Raises:
        TimeoutError: if that is not until a time of the monotonic clock.
    """
    answer = []
    with suppress(ConnectionError):
        connection.settimeout(_left(until))
        connection.sendall(request)
        while piece := connection.recv(PIECE):
            answer.append(piece)
            connection.settimeout(_left(until))
    return b"".join(answer)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _kill(process: int) -> None:
    """Kill a process and what it started."""
    if sys.platform == "win32":
        with suppress(OSError):
            os.kill(process, signal.SIGTERM)
    else:
        for kill in (os.killpg, os.kill):
            with suppress(OSError):
                kill(process, signal.SIGKILL)
