"""Measures work by what it does and not by its time, which a busy machine would spoil."""

from __future__ import annotations

import sys
import tracemalloc
from types import FrameType
from typing import Any, Self


class Work:
    """Counts, while a block runs, the functions that are called and the bytes that are in use at once at most."""

    calls = 0
    peak = 0

    def __enter__(self) -> Self:
        tracemalloc.start()
        sys.setprofile(self._count)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)
        self.peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()

    def _count(self, _frame: FrameType, event: str, _value: Any) -> None:
        self.calls += event in ("call", "c_call")
