"""A list's file that changes while it is watched."""

from __future__ import annotations

import os
from pathlib import Path

GOOD = "title,year\nA,1972\nB,1973\n"


def write(path: Path, text: str) -> None:
    """Write a file and make sure that it looks changed, however coarse the disk's clock is."""
    stamp = path.stat().st_mtime_ns + 1_000_000_000 if path.exists() else 1_000_000_000
    path.write_text(text)
    os.utime(path, ns=(stamp, stamp))
