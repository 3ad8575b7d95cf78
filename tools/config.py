"""Writes ``.streamlit/config.toml``, which ``streamlit run`` reads; ``make config`` starts it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dashboard.settings import Settings
from dashboard.ui.streamlit_config import options

CONFIG = Path(__file__).resolve().parent.parent / ".streamlit" / "config.toml"
HEAD = "# Made by `make config` from dashboard/settings.py and dashboard/ui/streamlit_config.py.\n"
SEARCHED_FOR = "server.port"
"""What the file leaves out: `streamlit run` takes the next port where its usual one is taken."""


def config() -> str:
    """The file for the settings of somebody who has said nothing."""
    chosen = {name: value for name, value in options(Settings()).items() if name != SEARCHED_FOR}
    return HEAD + "".join(f"{name} = {in_toml(value)}\n" for name, value in chosen.items())


def in_toml(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, list):
        return f"[{', '.join(map(in_toml, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{name} = {in_toml(each)}' for name, each in value.items())} }}"
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    CONFIG.parent.mkdir(exist_ok=True)
    CONFIG.write_text(config(), encoding="utf-8")
