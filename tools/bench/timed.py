"""Serves pages and writes down what that costs: ``python tools/bench/timed.py FOLDER MODULE ARGUMENT …``.

The module is that of the folder in which this is started, which may hold another state of the project. In `FOLDER`, a
line of the file `RUNS` is one run of a page in milliseconds: all that Streamlit executes for it, which is the callbacks
of the widgets and the page's script, with the calls to Streamlit that they make. The file `SENT` has the bytes that all
sockets of the process have sent, as a 64-bit number: packed ones where they are sent packed.
"""

from __future__ import annotations

import importlib
import mmap
import os
import runpy
import socket
import struct
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

RUNS, SENT = "runs", "sent"
NUMBER = struct.Struct("<q")


def time_runs(runs: Path) -> None:
    """Write down how long each run takes."""
    runner: Any = importlib.import_module("streamlit.runtime.scriptrunner.script_runner")
    execute = runner.exec_func_with_error_handling

    def timed(*arguments: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(*arguments)
        finally:
            with runs.open("a", encoding="utf-8") as file:
                file.write(f"{(time.perf_counter() - began) * 1000}\n")

    runner.exec_func_with_error_handling = timed


def count_bytes(sent: Path) -> None:
    """Write down how many bytes are sent."""
    with sent.open("r+b") as file:
        total = mmap.mmap(file.fileno(), NUMBER.size)
    send, sendmsg, number = socket.socket.send, socket.socket.sendmsg, 0

    def counted(done: int) -> int:
        nonlocal number
        number += done
        NUMBER.pack_into(total, 0, number)
        return done

    def counting_send(self: socket.socket, data: bytes, *flags: int) -> int:
        return counted(send(self, data, *flags))

    def counting_sendmsg(self: socket.socket, buffers: Iterable[bytes], *more: Any) -> int:
        return counted(sendmsg(self, buffers, *more))

    kind: Any = socket.socket
    kind.send, kind.sendmsg = counting_send, counting_sendmsg


if __name__ == "__main__":
    sys.path[0] = os.getcwd()
    folder = Path(sys.argv[1])
    time_runs(folder / RUNS)
    count_bytes(folder / SENT)
    sys.argv = sys.argv[2:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
