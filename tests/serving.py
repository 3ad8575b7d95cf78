"""Starts dashboards for tests: real processes on free ports of this machine, ended by their id."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST_START = 60
"""Seconds; generous, since nothing here measures."""


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@contextmanager
def dashboard(*arguments: str, python: str = sys.executable, cwd: Path = ROOT) -> Iterator[str]:
    """The address of a dashboard that serves while the block runs."""
    port = free_port()
    command = [python, "-m", "dashboard", *arguments, "--port", str(port)]
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        wait_for(f"http://localhost:{port}/", process)
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.communicate(timeout=LONGEST_START)


def wait_for(address: str, process: subprocess.Popen[str]) -> None:
    ends = time.monotonic() + LONGEST_START
    while time.monotonic() < ends:
        if process.poll() is not None:
            raise AssertionError(f"The dashboard ended by itself:\n{process.communicate()[0]}")
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise AssertionError(f"No answer from {address} within {LONGEST_START} seconds")
