"""Words of a list that somebody has found right where the calendar check would name them."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from dashboard.cleaning.validate import FilmList
from dashboard.evidence.read_rows import Cells, Wrong, read_each, wrong_quote
from dashboard.evidence.translations import UNTRANSLATED, Translated, Translations
from dashboard.model.problems import Problem
from dashboard.model.rows import Rows

COLUMNS = ("film_id", "field", "quote", "note")
FIELDS = ("title", "description", "fact", "country")
"""The columns that the calendar check reads."""


@dataclass(frozen=True)
class Accepted(Translated):
    """Words that are right where they stand.

    Attributes:
        film: the film's id.
        field: the column that holds them.
        quote: the words, exactly as they are there; a sentence, or the name with what makes it right.
        note: why they are right; may be empty.
        translations: none.
    """

    film: str
    field: str
    quote: str
    note: str = ""
    translations: Translations = UNTRANSLATED
    columns = COLUMNS

    def covers(self, text: str, start: int, end: int) -> bool:
        """Whether the words between two places of a text stand in the quote, wherever that stands."""
        found = re.finditer(re.escape(self.quote), text)
        return any(each.start() <= start and end <= each.end() for each in found)


def read_accepted(rows: Rows, films: FilmList) -> tuple[tuple[Accepted, ...], tuple[Problem, ...]]:
    """What rows accept, and what is wrong in rows that are left out.

    A row is left out if its film is not in the list, its field is none of `FIELDS` or not in the list, or its quote
    does not stand there word for word.
    """
    frame = films.frame.set_index("id")
    fields = [name for name in FIELDS if name in frame]
    accepted, problems = read_each(
        rows, COLUMNS, COLUMNS[:3], lambda cells: _accepted(cells, frame, fields), COLUMNS[:3]
    )
    return tuple(accepted), problems


def _accepted(cells: Cells, frame: pd.DataFrame, fields: list[str]) -> Accepted | Wrong:
    wrong = wrong_quote(cells, frame, fields)
    return wrong or Accepted(cells["film_id"], cells["field"], cells["quote"], cells["note"])
