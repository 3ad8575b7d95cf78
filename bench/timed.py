"""Serves pages and writes how long each run of a page took: ``python -m bench.timed FILE MODULE ARGUMENT …``.

Timed is what Streamlit executes for a run: the callbacks of the widgets and the page's script, with the calls to
Streamlit that they make. A line of the file is one run, in milliseconds.
"""

from __future__ import annotations

import runpy
import sys
import time
from pathlib import Path
from typing import Any

from streamlit.runtime.scriptrunner import script_runner

if __name__ == "__main__":
    runs = Path(sys.argv[1])
    runner: Any = script_runner
    execute = runner.exec_func_with_error_handling

    def timed(*arguments: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(*arguments)
        finally:
            with runs.open("a", encoding="utf-8") as file:
                file.write(f"{(time.perf_counter() - began) * 1000}\n")

    runner.exec_func_with_error_handling = timed
    sys.argv = sys.argv[2:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
