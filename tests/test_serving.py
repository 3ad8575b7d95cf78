"""What the tests start ends with them, however they end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.error
from pathlib import Path

import pytest

from tests.serving import LONGEST_START, ROOT, ask, free_port, until

FOREVER = """
import signal, sys
from tests.serving import served

def test_forever():
    with served([sys.executable, "-m", "http.server", "{port}", "--bind", "127.0.0.1"], {port}, awaited="/"):
        signal.pause()
"""


@pytest.mark.audit
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with the one that started it")
@pytest.mark.parametrize(("told", "workers"), [(signal.SIGINT, 1), (signal.SIGTERM, 1), (signal.SIGTERM, 0)], ids=str)
def test_a_run_that_is_stopped_leaves_no_server_behind(tmp_path: Path, told: signal.Signals, workers: int) -> None:
    port = free_port()
    file = tmp_path / "test_forever.py"
    file.write_text(FOREVER.format(port=port), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path)]
    with subprocess.Popen(
        [*command, "--numprocesses", str(workers), str(file)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as run:
        until(lambda: answers(port), LONGEST_START)
        run.send_signal(told)
    until(lambda: not answers(port), LONGEST_START)


def answers(port: int) -> bool:
    try:
        return ask(f"http://127.0.0.1:{port}", "/").status == 200
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False
