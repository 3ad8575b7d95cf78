"""TOML into rows: tables of one name, ``[[film]]``."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from dashboard.formats.format import Document, GivenFile, TextFormat
from dashboard.formats.nested.lists import document_of_value
from dashboard.formats.records import text_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits

LARGEST = 3_000_000
"""Characters; more of it would take longer to parse than anybody waits."""
_TABLE = re.compile(r"^[ \t]*\[{1,2}[\w.\"-]+\]{1,2}[ \t]*(?:#.*)?\n\s*[\w\"-]+[ \t]*=[ \t]*\S", re.MULTILINE)


class Toml(TextFormat):
    """Tables and their keys."""

    name = "TOML"
    plural = "TOML"
    unit = "item"

    def recognises(self, given: GivenFile) -> bool:
        """Whether a table begins and has a key with a value."""
        return _TABLE.search(given.text[:20_000].replace("\r\n", "\n")) is not None

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """The lists that its tables are; see `document_of_value`."""
        if len(given.text) > min(LARGEST, limits.size):
            raise BadListError((Problem("too large", given.name, expected=f"{LARGEST / 1e6:g}"),))
        try:
            value = tomllib.loads(given.text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            raise BadListError((Problem("broken TOML", given.name, expected=str(error)[:200]),)) from error
        return document_of_value(_texts(value), self.no_rows(given), limits)


TOML = Toml()


def _texts(value: Any) -> Any:
    """A value whose numbers and dates are texts."""
    if isinstance(value, dict):
        return {key: _texts(each) for key, each in value.items()}
    return [_texts(each) for each in value] if isinstance(value, list) else text_of(value)
