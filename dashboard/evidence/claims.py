"""Statements of a list's texts, each with a verdict, a reason and a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal, NamedTuple, get_args

import pandas as pd

from dashboard.cleaning.validate import FilmList
from dashboard.evidence.read_rows import Cells, Wrong, as_date, read_each, wrong_address, wrong_quote
from dashboard.evidence.translations import (
    UNTRANSLATED,
    MultilingualText,
    Translated,
    Translations,
    translations_in,
)
from dashboard.model.problems import Problem, ProblemKind
from dashboard.model.rows import Rows

Verdict = Literal["supported", "contradicted", "not established", "judgement"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""`supported` and `contradicted` always have a source; a `judgement` is an opinion, nothing to check."""

Status = Literal["something contradicted", "everything checked holds", "not established", "not checked"]
STATUSES: tuple[Status, ...] = get_args(Status)
"""Of a film, the first that fits; see `status`."""

COLUMNS = (
    "film_id",
    "field",
    "quote",
    "claim",
    "verdict",
    "reason",
    "source_title",
    "source_url",
    "source_note",
    "checked_on",
    "checked_by",
    "archived_url",
)
TRANSLATED = ("claim", "reason", "source_note", "checked_by")
"""The columns that may have translations beside them. The words of a list have none."""

OLD_AFTER = 2
"""Years after which the look at a source is said to be old."""
LOST: tuple[ProblemKind, ...] = ("quote not found", "no such field")
"""What is wrong with a claim whose words were taken out of their text, or whose column was."""
PROJECT = "the project"
"""Who looked up the project's own statements."""


class LookUp(NamedTuple):
    """When something was looked up, None where not known; and by whom, empty where not known."""

    day: date | None
    by: MultilingualText


@dataclass(frozen=True)
class Claim(Translated):
    """One statement of a list.

    Attributes:
        film: the film's id.
        field: the column whose text holds it.
        quote: the words it stands in, exactly as they are there.
        claim: the statement in a sentence.
        verdict: see `VERDICTS`.
        reason: why.
        source_title: what was read; empty where there is none.
        source_url: its address.
        source_note: how it was read, such as in a copy of the page; empty if as it stands.
        checked_on: the day it was looked up; None where not known.
        checked_by: who looked it up, a name or a role; empty where not known.
        archived_url: the address of a copy of the source; empty where there is none.
        translations: of its texts.
    """

    film: str
    field: str
    quote: str
    claim: str
    verdict: Verdict
    reason: str
    source_title: str
    source_url: str
    source_note: str
    checked_on: date | None
    checked_by: str = ""
    archived_url: str = ""
    translations: Translations = UNTRANSLATED
    columns = COLUMNS

    @property
    def anchor(self) -> str:
        """Names it among the statements of its film, whatever is added before it and whatever its verdict is."""
        return sha256(f"{self.field}\n{self.quote}\n{self.claim}".encode("utf-8", "surrogatepass")).hexdigest()[:8]

    def is_old(self, today: date) -> bool:
        """Whether its source was looked at more than `OLD_AFTER` years before a day; False where nobody said when."""
        if not (self.source_url and (seen := self.checked_on)):
            return False
        return (seen.year + OLD_AFTER, seen.month, seen.day) < (today.year, today.month, today.day)

    @property
    def look_up(self) -> LookUp | None:
        """When it was looked up and by whom; None where neither is known."""
        by = self.in_languages("checked_by")
        return LookUp(self.checked_on, by) if self.checked_on or by else None


def read_claims(rows: Rows, films: FilmList) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """The claims that rows hold, and what is wrong in rows that are left out.

    A claim is left out if its film is not in the list, its quote does not stand word for word in its field, its
    verdict is none of `VERDICTS`, a supported or contradicted one has no source, its day is no date, or another
    claim says the same of the same words.
    """
    frame = films.frame.set_index("id")
    fields = [column.name for column in films.columns if column.kind.quoted]
    once = ("film_id", "field", "quote", "claim")
    claims, problems = read_each(rows, COLUMNS, COLUMNS[:5], lambda cells: _claim(cells, frame, fields), once)
    return tuple(claims), problems


def read_lost_claims(rows: Rows, films: FilmList) -> tuple[Claim, ...]:
    """The claims of films of a list that lack nothing but their words, which stand in no text of the film any more."""
    frame = films.frame.set_index("id")
    fields = [column.name for column in films.columns if column.kind.quoted]

    def lost(cells: Cells) -> Claim | Wrong:
        wrong = wrong_quote(cells, frame, fields)
        is_lost = wrong and wrong.kind in LOST and cells["quote"]
        return _wrong_beside_quote(cells) or (_made(cells) if is_lost else Wrong("quote not found", "quote"))

    return tuple(read_each(rows, COLUMNS, COLUMNS[:5], lost)[0])


def _claim(cells: Cells, frame: pd.DataFrame, fields: list[str]) -> Claim | Wrong:
    return wrong_quote(cells, frame, fields) or _wrong_beside_quote(cells) or _made(cells)


def _made(cells: Cells) -> Claim:
    values = {name: cells[name] for name in COLUMNS[1:] if name != "checked_on"}
    day, translations = as_date(cells["checked_on"]), translations_in(cells, TRANSLATED)
    return Claim(film=cells["film_id"], checked_on=day, translations=translations, **values)  # type: ignore[arg-type]


def _wrong_beside_quote(cells: Cells) -> Wrong | None:
    if wrong := _wrong_verdict(cells):
        return wrong
    if not cells["claim"]:
        return Wrong("nothing said", "claim")
    if wrong := wrong_address(cells, "source_url", "archived_url"):
        return wrong
    return Wrong("not a date", "checked_on") if cells["checked_on"] and not as_date(cells["checked_on"]) else None


def _wrong_verdict(cells: Cells) -> Wrong | None:
    if cells["verdict"] not in VERDICTS:
        return Wrong("no such value", "verdict", ", ".join(VERDICTS))
    missing = [name for name in ("source_title", "source_url") if not cells[name]]
    if missing and cells["verdict"] in ("supported", "contradicted"):
        return Wrong("no source", missing[0], cells["verdict"])
    return None


def status(claims: Iterable[Claim]) -> Status:
    """A film's status, from its claims: the first of `STATUSES` that fits. Judgements do not count.

    Everything checked holds only if at least one claim is supported and none is not established.
    """
    verdicts = {claim.verdict for claim in claims}
    if "contradicted" in verdicts:
        return "something contradicted"
    if "supported" in verdicts and "not established" not in verdicts:
        return "everything checked holds"
    return "not established" if "not established" in verdicts else "not checked"


def tally(claims: Iterable[Claim]) -> dict[Verdict, int]:
    """How many claims have each verdict, in the order of `VERDICTS`."""
    numbers = Counter(claim.verdict for claim in claims)
    return {verdict: numbers[verdict] for verdict in VERDICTS}
