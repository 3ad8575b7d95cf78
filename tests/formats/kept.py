"""Further lists as people keep them in 2025: exports, notes, chats, catalogues, with the films that each holds."""

from __future__ import annotations

import tomllib
from pathlib import Path


def _films(known: list[list[str | int]]) -> list[tuple[str, int | None]]:
    return [(str(title), int(year[0]) if year else None) for title, *year in known]


_LISTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
KEPT: dict[str, tuple[str, list[tuple[str, int | None]]]] = {
    name: (each["text"], _films(each["films"])) for name, each in _LISTS.items()
}
