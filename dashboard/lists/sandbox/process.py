"""The process of jobs: it takes requests, each of which says what it may take, and gives an answer to each.

Run as a module it does the requests on its input; given the number of a socket, it is the fork server
(`processes.ForkServer` is the other end): it imports what a job needs, and forks for each.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from math import ceil
from pathlib import Path
from typing import BinaryIO

from dashboard.lists.plain_data import dumped
from dashboard.log import place
from dashboard.model.problems import BadListError

LENGTH = 8
"""Bytes that say how long an answer is."""
LONGEST_NAME = 1_000
"""Bytes of a module's name."""
NO_MEMORY = dumped(("no memory", None))
"""An answer that is there before it is needed: then nothing can be made any more."""
REST = 120.0
"""Seconds after which a fork server that is not asked ends."""


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


def do(requests: BinaryIO, answers: BinaryIO) -> None:
    """Do one job after the other until no request comes; what waits for the next longer than a job may run ends.

    Before each answer stands its length. Cycles are collected while nobody waits.
    """
    gc.disable()
    with suppress(EOFError):
        while True:
            job, given, bounds = pickle.load(requests)  # noqa: S301
            _limit(bounds)
            answer = _answer(job, given)
            answers.write(len(answer).to_bytes(LENGTH, "big") + answer)
            answers.flush()
            del job, given, answer
            gc.collect()


def serve(control: socket.socket) -> None:
    """Fork for each connection that comes, until the other end has gone or has not asked for `REST` seconds.

    With a connection comes the name of the module that has the job; the process's number is the answer. A name alone
    asks for nothing but to have the module imported.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # Nobody waits for those that end.
    control.settimeout(REST)
    with suppress(TimeoutError):
        while True:
            name, connections, *_ = socket.recv_fds(control, LONGEST_NAME, 1)
            if not name:
                return
            _import(name.decode())
            for connection in connections:
                with socket.socket(fileno=connection) as each:
                    process = _fork(control, each)
                control.sendall(process.to_bytes(4, "big"))


def _import(name: str) -> None:
    """Import a module, so that no process that is forked has to; if that fails, the job does."""
    if name not in sys.modules:
        with suppress(Exception):
            import_module(name)
        gc.collect()
        gc.freeze()


def _fork(control: socket.socket, connection: socket.socket) -> int:
    if process := os.fork():
        return process
    try:
        os.setsid()
        control.close()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        with connection.makefile("rb") as requests, connection.makefile("wb") as answers:
            do(requests, answers)
    finally:
        os._exit(0)


def _answer(job: Callable[..., object], given: Sequence[object]) -> bytes:
    try:
        return dumped(("done", job(*given)))
    except BadListError as error:
        return dumped(("refused", error))
    except MemoryError:
        return NO_MEMORY
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
    if numbers := sys.argv[1:]:
        serve(socket.socket(fileno=int(numbers[0])))
    else:
        do(sys.stdin.buffer, sys.stdout.buffer)
