"""Long tables of cases: a part of them for a quick run, all of them in `make audit`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def sampled(cases: Iterable[Any], every: int = 4) -> list[Any]:
    """The cases of a table as parameters of a test; all but the first of each `every` are the audit's."""
    return [pytest.param(case, marks=() if at % every == 0 else pytest.mark.audit) for at, case in enumerate(cases)]
