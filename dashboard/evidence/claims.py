"""Statements of a list's texts, each with a verdict, a reason and a source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

import pandas as pd

from dashboard.cleaning.validate import FilmList
from dashboard.model.problems import BadListError, Problem, ProblemKind
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
)


@dataclass(frozen=True)
class Claim:
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


def read_claims(rows: Rows, films: FilmList) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """The claims that rows hold, and what is wrong in rows that are left out.

    A claim is left out if its film is not in the list, its quote does not stand word for word in its field, its
    verdict is none of `VERDICTS`, a supported or contradicted one has no source, its day is no date, or another
    claim says the same of the same words.
    """
    frame = films.frame.set_index("id")
    fields = [column.name for column in films.columns if column.kind.quoted]
    claims: list[Claim] = []
    problems = list(rows.problems)
    seen: set[tuple[str, str, str, str]] = set()
    for line, given in zip(rows.lines, records(rows, COLUMNS, COLUMNS[:5]), strict=True):
        key = (given["film_id"], given["field"], given["quote"], given["claim"])
        wrong = _wrong(given, frame, fields) or (("said twice", "claim", "") if key in seen else None)
        if wrong:
            kind, column, expected = wrong
            problems.append(Problem(kind, rows.file, line, column, given[column], expected))
            continue
        seen.add(key)
        claims.append(_claim(given))
    return tuple(claims), tuple(sorted(problems, key=lambda problem: problem.line or 0))


def records(rows: Rows, columns: Sequence[str], needed: Sequence[str]) -> list[dict[str, str]]:
    """Rows as dictionaries that have every one of some columns; a column the file lacks is empty.

    Raises:
        BadListError: if the file lacks a column that is needed.
    """
    names = ["_".join(name.casefold().split()) for name in rows.header]
    if missing := [name for name in needed if name not in names]:
        line, told = rows.header_line, ", ".join(columns)
        raise BadListError((Problem("columns missing", rows.file, line, "", ", ".join(missing), told),))
    empty = dict.fromkeys(columns, "")
    return [{**empty, **{name: cell.strip() for name, cell in zip(names, row, strict=True)}} for row in rows.cells]


def _wrong(given: dict[str, str], frame: pd.DataFrame, fields: list[str]) -> tuple[ProblemKind, str, str] | None:
    if given["film_id"] not in frame.index:
        return "no such film", "film_id", ""
    if given["field"] not in fields:
        return "no such field", "field", ", ".join(fields)
    text = frame[given["field"]].fillna("")[given["film_id"]]
    if not given["quote"] or given["quote"] not in str(text):
        return "quote not found", "quote", given["field"]
    if given["verdict"] not in VERDICTS:
        return "no such value", "verdict", ", ".join(VERDICTS)
    if given["verdict"] in ("supported", "contradicted") and not (given["source_title"] and given["source_url"]):
        return "no source", "source_url" if given["source_title"] else "source_title", given["verdict"]
    return _wrong_cell(given)


def _wrong_cell(given: dict[str, str]) -> tuple[ProblemKind, str, str] | None:
    if not given["claim"]:
        return "nothing said", "claim", ""
    if given["source_url"] and not re.fullmatch(r"https?://\S+", given["source_url"]):
        return "not an address", "source_url", ""
    return ("not a date", "checked_on", "") if given["checked_on"] and not as_date(given["checked_on"]) else None


def as_date(text: str) -> date | None:
    """A day as YYYY-MM-DD; None if it is none."""
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None
    except ValueError:
        return None


def _claim(given: dict[str, str]) -> Claim:
    verdict: Verdict = given["verdict"]  # type: ignore[assignment]
    return Claim(
        film=given["film_id"],
        field=given["field"],
        quote=given["quote"],
        claim=given["claim"],
        verdict=verdict,
        reason=given["reason"],
        source_title=given["source_title"],
        source_url=given["source_url"],
        source_note=given["source_note"],
        checked_on=as_date(given["checked_on"]),
    )


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


def tally(claims: Iterable[Claim], where: Callable[[Claim], bool] = lambda _: True) -> dict[Verdict, int]:
    """How many claims have each verdict, in the order of `VERDICTS`."""
    numbers = Counter(claim.verdict for claim in claims if where(claim))
    return {verdict: numbers[verdict] for verdict in VERDICTS}
