"""What is left to check of a list: its sentences, film by film, with what is doubtful about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.evidence.calendar_check.calendar import Notice
from dashboard.evidence.claims import Claim
from dashboard.evidence.editing.choices import Span, sentences_of
from dashboard.evidence.segments import places
from dashboard.model.problems import Problem
from dashboard.query.cache import cached
from dashboard.query.loaded_list import LoadedList


@dataclass(frozen=True)
class ToCheck:
    """One sentence of a film's texts.

    Attributes:
        film: the film's id.
        span: where it stands.
        is_checked: whether a statement is about some of its words.
    """

    film: str
    span: Span
    is_checked: bool


def texts_of(loaded: LoadedList, film: str) -> dict[str, str]:
    """The texts of a film that statements may be about, by column: the long ones first, in the list's order."""
    cells = loaded.index.cells_of(film)
    columns = [each for each in loaded.films.own_columns if each.kind.quoted and each.kind.is_known(cells[each.name])]
    ordered = sorted(columns, key=lambda each: each.kind.look != "long text")
    return {each.name: str(cells[each.name]) for each in ordered}


@cached(1)
def to_check(loaded: LoadedList) -> tuple[ToCheck, ...]:
    """Every sentence of the longer texts of a list, in its own language and its order."""
    return tuple(
        ToCheck(film, span, is_checked)
        for film, texts in _longer_texts(loaded)
        for span, is_checked in _sentences(texts, loaded.claims_of.get(film, ()))
    )


def _longer_texts(loaded: LoadedList) -> Iterator[tuple[str, dict[str, str]]]:
    """The longer texts of each film, by column."""
    own = [each for each in loaded.films.own_columns if each.kind.look == "long text" and each.kind.quoted]
    names = [each.name for each in own if not each.translates]
    frame = loaded.films.frame
    for film, *cells in zip(frame["id"], *(frame[name].to_numpy(object) for name in names), strict=True):
        yield film, {name: cell for name, cell in zip(names, cells, strict=True) if isinstance(cell, str)}


def _sentences(texts: dict[str, str], claims: Sequence[Claim]) -> list[tuple[Span, bool]]:
    quotes = {field: [claim.quote for claim in claims if claim.field == field] for field in texts}
    marked = {field: [place for place in places(text, quotes[field]) if place] for field, text in texts.items()}
    return [
        (span, any(start < span.end and span.start < end for start, end in marked[span.field]))
        for span in sentences_of(texts)
    ]


def notices_in(loaded: LoadedList, each: ToCheck) -> tuple[Notice, ...]:
    """What the calendar check noticed in a sentence."""
    notices = (notice for notice in loaded.notices_of.get(each.film, ()) if notice.field == each.span.field)
    return tuple(notice for notice in notices if each.span.start <= notice.start < each.span.end)


@cached(1)
def doubts_of(loaded: LoadedList) -> dict[str, tuple[Problem, ...]]:
    """What is doubtful in the cells of each film, such as two columns that give different years."""
    film_on = dict(zip(loaded.films.lines, loaded.films.frame["id"], strict=False))
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in loaded.films.problems.graded("doubtful"):
        if problem.line in film_on:
            found[film_on[problem.line]].append(problem)
    return {film: tuple(problems) for film, problems in found.items()}
