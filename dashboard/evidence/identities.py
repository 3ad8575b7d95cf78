"""Which real film each entry of a list is."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Literal, get_args

from dashboard.cleaning.validate import FilmList
from dashboard.evidence.read_rows import Cells, Wrong, read_each
from dashboard.evidence.translations import UNTRANSLATED, Translated, Translations, translations_in
from dashboard.model.problems import Problem
from dashboard.model.rows import Rows

IdentityStatus = Literal["identified", "another film", "not found"]
IDENTITY_STATUSES: tuple[IdentityStatus, ...] = get_args(IdentityStatus)
"""`another film`: the title belongs to one. `not found`: not by title, Russian equivalents or plot, no more."""

COLUMNS = ("film_id", "status", "filmography_id", "note")
TRANSLATED = ("note",)
"""The columns that may have translations beside them."""


@dataclass(frozen=True)
class Identity(Translated):
    """What real film an entry is.

    Attributes:
        film: the entry's id.
        status: see `IDENTITY_STATUSES`.
        filmography_id: the id of the film meant, or of the nearest one, in the filmography; empty for none.
        note: what was found, in a sentence.
        translations: of the note.
    """

    film: str
    status: IdentityStatus
    filmography_id: str
    note: str
    translations: Translations = UNTRANSLATED
    columns = COLUMNS


def read_identities(
    rows: Rows, films: FilmList, filmography: Container[str]
) -> tuple[dict[str, Identity], tuple[Problem, ...]]:
    """The identities that rows hold, by film, and what is wrong in rows that are left out."""
    known = set(films.frame["id"])

    def identity(cells: Cells) -> Identity | Wrong:
        if cells["film_id"] not in known:
            return Wrong("no such film", "film_id")
        if cells["status"] not in IDENTITY_STATUSES:
            return Wrong("no such value", "status", ", ".join(IDENTITY_STATUSES))
        if cells["filmography_id"] and cells["filmography_id"] not in filmography:
            return Wrong("no such film", "filmography_id")
        values = {name: cells[name] for name in COLUMNS[1:]}
        return Identity(film=cells["film_id"], translations=translations_in(cells, TRANSLATED), **values)  # type: ignore[arg-type]

    found, problems = read_each(rows, COLUMNS, COLUMNS[:2], identity, once=("film_id",))
    return {each.film: each for each in found}, problems
