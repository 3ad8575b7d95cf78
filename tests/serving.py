"""Starts dashboards for tests: real processes on free ports of this machine, ended by their id."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
LONGEST_START = 60
"""Seconds; generous, since nothing here measures."""
PUBLIC = "https://Films.example.org/list"
EMBEDDING = ("https://school.example.org", "https://films.example.org:8443")
"""Where a dashboard of the tests says that it is, and the sites that may show it in a frame."""


TIED = """
import ctypes, os, signal, sys
ctypes.CDLL(None).prctl(1, signal.SIGTERM, 0, 0, 0)
if os.getppid() == int(sys.argv[1]):
    os.execvp(sys.argv[2], sys.argv[2:])
"""
"""Becomes a command that the system ends with the process that started it; 1 is Linux's PR_SET_PDEATHSIG."""


def tied(command: list[str]) -> list[str]:
    """A command that does not outlive this process, however this one ends; only Linux sees to that."""
    if sys.platform != "linux":
        return command
    return [sys.executable, "-I", "-S", "-c", TIED, str(os.getpid()), *command]


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@dataclass
class Served:
    """A process that serves, and what it has said so far."""

    address: str
    process: subprocess.Popen[bytes]
    output: IO[bytes]
    last: str = ""

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2])

    def said(self) -> str:
        return self.last or os.pread(self.output.fileno(), 1_000_000, 0).decode()

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=LONGEST_START)
        self.last = self.said()


@contextmanager
def served(
    command: list[str], port: int, cwd: Path = ROOT, awaited: str = "/ready", **environment: str
) -> Iterator[Served]:
    """A command that serves on a port of this machine while the block runs, once an address of it answers with 200."""
    with tempfile.TemporaryFile("a+b") as output:
        process = subprocess.Popen(
            tied(command), cwd=cwd, stdout=output, stderr=subprocess.STDOUT, env={**os.environ, **environment}
        )
        served = Served(f"http://localhost:{port}", process, output)
        try:
            wait_for(served, awaited)
            yield served
        finally:
            served.end()


@contextmanager
def watched(
    *arguments: str, python: str = sys.executable, cwd: Path = ROOT, port: int = 0, awaited: str = "/ready", **more: str
) -> Iterator[Served]:
    """A dashboard that serves while the block runs, with its process and its output; `more` is its environment."""
    port = port or free_port()
    command = [python, "-m", "dashboard", *arguments, "--port", str(port)]
    with served(command, port, cwd, awaited, **more) as running:
        yield running


@contextmanager
def dashboard(*arguments: str, python: str = sys.executable, cwd: Path = ROOT) -> Iterator[str]:
    """The address of a dashboard that serves while the block runs."""
    with watched(*arguments, python=python, cwd=cwd) as running:
        yield running.address


def wait_for(running: Served, awaited: str) -> None:
    def answers() -> bool:
        assert running.process.poll() is None, f"The server ended by itself:\n{running.said()}"
        try:
            return ask(running.address, awaited).status == 200
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    until(answers, LONGEST_START)


def until(holds: Callable[[], bool], seconds: float) -> None:
    """Waits until something holds, and fails if it does not in time."""
    ends = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < ends, f"Not within {seconds} seconds: {holds}"
        time.sleep(0.05)


@dataclass(frozen=True)
class Answer:
    """An answer to a request, whatever its status."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(address: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """What a server answers to one request; names of headers with _ for -."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address + path, method=method, headers=named)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.headers, error.read())
