"""A list in a file of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lists.changing import GOOD


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "films.csv"
    path.write_text(GOOD)
    return path
