"""Processes that do a job: forked from one that has imported what the job needs, or new ones."""

from __future__ import annotations

import atexit
import os
import signal
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from dashboard.lists.sandbox.process import LENGTH

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
            return process.communicate(request, timeout=seconds)[0][LENGTH:]
        except subprocess.TimeoutExpired:
            _kill(process.pid)
            raise TimeoutError from None
        except BaseException:
            _kill(process.pid)
            raise


@dataclass
class _Forked:
    """A forked process: its number, and the connection to it, at whose end it ends."""

    number: int
    connection: socket.socket

    def ask(self, request: bytes, until: float) -> bytes:
        """What it answers; nothing if it has ended.

        Raises:
            TimeoutError: if that is not until a time of the monotonic clock; it and what it started are then killed.
        """
        try:
            self.connection.settimeout(_left(until))
            self.connection.sendall(request)
            return self._received(int.from_bytes(self._received(LENGTH, until), "big"), until)
        except ConnectionError:
            return b""
        except BaseException:
            _kill(self.number)
            self.connection.close()
            raise

    def _received(self, length: int, until: float) -> bytes:
        received = bytearray()
        while len(received) < length:
            self.connection.settimeout(_left(until))
            if not (piece := self.connection.recv(min(PIECE, length - len(received)))):
                raise ConnectionError
            received += piece
        return bytes(received)


class ForkServer:
    """The process that forks. It is started when it is needed, and ends when it has not been needed for a while."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket
        self._kept: defaultdict[str, list[_Forked]] = defaultdict(list)
        atexit.register(self.end)

    def prepare(self, module: str) -> None:
        """Have a module imported, before somebody waits for that."""
        with suppress(OSError), self._lock:
            self._send(module)

    def ask(self, module: str, request: bytes, seconds: float, is_kept: bool = False) -> bytes:
        """What a forked process answers; nothing if there is none, or it ends without an answer.

        Args:
            module: what the job needs.
            request: what is asked.
            seconds: how long that may take.
            is_kept: the process is asked again next time, if it is still there.

        Raises:
            TimeoutError: if it takes longer; it and what it started are then killed.
        """
        until = time.monotonic() + seconds
        kept = self._kept[module] if is_kept else []
        while True:
            try:
                with self._lock:
                    process, is_new = (kept.pop(), False) if kept else (self._forked(module), True)
            except OSError:
                return b""
            answer = process.ask(request, until)
            if answer and is_kept:
                kept.append(process)
            else:
                process.connection.close()
            if answer or is_new:
                return answer

    def end(self) -> None:
        """End it, and what it has forked and is kept; what does a job goes on."""
        for kept in self._kept.values():
            while kept:
                kept.pop().connection.close()
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None
            self._control.close()

    def _forked(self, module: str) -> _Forked:
        """A new process."""
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                return _Forked(self._fork(module, theirs), ours)
            except BaseException:
                ours.close()
                raise

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
