"""Which real film each entry of a list is."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Literal, get_args

from dashboard.cleaning.validate import FilmList
from dashboard.evidence.claims import records
from dashboard.model.problems import Problem
from dashboard.model.rows import Rows

IdentityStatus = Literal["identified", "another film", "not found"]
IDENTITY_STATUSES: tuple[IdentityStatus, ...] = get_args(IdentityStatus)
"""`another film`: the title belongs to one. `not found`: not by title, Russian equivalents or plot, no more."""

COLUMNS = ("film_id", "status", "filmography_id", "note")


@dataclass(frozen=True)
class Identity:
    """What real film an entry is.

    Attributes:
        film: the entry's id.
        status: see `IDENTITY_STATUSES`.
        filmography: the id of the film meant, or of the nearest one, in the filmography; empty for none.
        note: what was found, in a sentence.
    """

    film: str
    status: IdentityStatus
    filmography_source: str
    note: str


def read_identities(
    rows: Rows, films: FilmList, filmography_source: Container[str]
) -> tuple[dict[str, Identity], tuple[Problem, ...]]:
    """The identities that rows hold, by film, and what is wrong in rows that are left out."""
    known = set(films.frame["id"])
    found: dict[str, Identity] = {}
    problems = list(rows.problems)
    for line, given in zip(rows.lines, records(rows, COLUMNS, COLUMNS[:2]), strict=True):
        film = given["film_id"]
        if film not in known:
            problems.append(Problem("no such film", rows.file, line, "film_id", film))
        elif film in found:
            problems.append(Problem("said twice", rows.file, line, "film_id", film))
        elif given["status"] not in IDENTITY_STATUSES:
            problems.append(
                Problem("no such value", rows.file, line, "status", given["status"], ", ".join(IDENTITY_STATUSES))
            )
        elif given["filmography_id"] and given["filmography_id"] not in filmography_source:
            problems.append(Problem("no such film", rows.file, line, "filmography_id", given["filmography_id"]))
        else:
            status: IdentityStatus = given["status"]
            found[film] = Identity(film, status, given["filmography_id"], given["note"])
    return found, tuple(problems)
