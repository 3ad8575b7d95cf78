"""What changed in a list and in what is known of it, and when: the rows of changes.csv, made from two states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, get_args

from dashboard.cleaning.own_form import list_csv
from dashboard.cleaning.validate import FilmList
from dashboard.evidence.claims import Claim
from dashboard.evidence.read_rows import Cells, Wrong, as_date, read_each
from dashboard.evidence.translations import UNTRANSLATED, Translated, Translations, translations_in
from dashboard.formats.separated.delimited import read_csv
from dashboard.model.problems import Problem
from dashboard.model.rows import Rows

FILE = "changes.csv"
ChangeKind = Literal[
    "film added",
    "film removed",
    "film renamed",
    "cell changed",
    "statement added",
    "statement removed",
    "verdict changed",
    "reason changed",
    "source changed",
]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
"""Of a statement with several changes the first of the last three is told."""
OF_VERDICTS: tuple[ChangeKind, ...] = ("statement added", "statement removed", "verdict changed")
"""The kinds whose `before` and `after` are verdicts."""

COLUMNS = ("date", "change", "film_id", "film", "part", "before", "after", "reason")
TRANSLATED = ("part", "before", "after", "reason")
"""The columns that may have translations beside them."""


@dataclass(frozen=True)
class Change(Translated):
    """One thing that changed.

    Attributes:
        day: on which.
        change: what kind of change; see `CHANGE_KINDS`.
        film_id: the film's id; may be that of a film that is not there any more, or empty.
        film: its title and year.
        part: the statement, or the name of the column; empty where it is the film as a whole.
        before: what stood there; empty for nothing.
        after: what stands there since; empty for nothing.
        reason: why.
        translations: of its texts.
    """

    day: date
    change: ChangeKind
    film_id: str
    film: str
    part: str = ""
    before: str = ""
    after: str = ""
    reason: str = ""
    translations: Translations = UNTRANSLATED
    columns = COLUMNS


def read_changes(rows: Rows) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """The changes that rows hold, the newest days first, and what is wrong in rows that are left out."""
    once = ("date", "change", "film", "part")
    found, problems = read_each(rows, COLUMNS, COLUMNS[:2], _change, once)
    return tuple(sorted(found, key=lambda each: each.day, reverse=True)), problems


def _change(cells: Cells) -> Change | Wrong:
    day = as_date(cells["date"])
    if day is None:
        return Wrong("not a date", "date")
    if cells["change"] not in CHANGE_KINDS:
        return Wrong("no such value", "change", ", ".join(CHANGE_KINDS))
    if not cells["film"]:
        return Wrong("nothing said", "film")
    values = {name: cells[name] for name in COLUMNS[1:]}
    return Change(day=day, translations=translations_in(cells, TRANSLATED), **values)  # type: ignore[arg-type]


class ListState(NamedTuple):
    """A list at some time: its films, and the statements that were looked up."""

    films: FilmList
    claims: Sequence[Claim]


def compare(old: ListState, new: ListState, day: date, renamed: Mapping[str, str]) -> tuple[Change, ...]:
    """What changed from one state of a list to another, film by film, as of a day.

    A column that only one of the states has is no change of a film, and a cell in another language comes with the
    cell that it translates.

    Args:
        old: the earlier state.
        new: the later one.
        day: on which it changed.
        renamed: the new id of each film that has another one.
    """
    was, now = _Films(old, day), _Films(new, day)
    return (*_films_changed(was, now, renamed), *_cells_changed(was, now), *_statements_changed(was, now))


class _Films:
    """A state's films by id, each with its cells as texts, and its statements by film and by what they say."""

    def __init__(self, state: ListState, day: date) -> None:
        rows = read_csv(list_csv(state.films), FILE)
        self.day = day
        self.cells = {row[rows.header.index("id")]: dict(zip(rows.header, row, strict=True)) for row in rows.cells}
        self.translates = {each.name: (each.translates, each.language) for each in state.films.columns}
        self.claims = {(claim.film, claim.anchor): claim for claim in state.claims}

    def change(self, kind: ChangeKind, film: str, translations: Cells | None = None, **texts: str) -> Change:
        """A change of one of these films."""
        told = translations_in(translations or {}, TRANSLATED)
        return Change(self.day, kind, film, self.name(film), **texts, translations=told)

    def name(self, film: str) -> str:
        """A film's title, with its year where that is known."""
        cells = self.cells[film]
        return f"{cells['title']} ({cells['year']})" if cells.get("year") else cells["title"]


def _films_changed(was: _Films, now: _Films, renamed: Mapping[str, str]) -> Iterator[Change]:
    came = [film for film in now.cells if film not in was.cells and film not in renamed.values()]
    yield from (now.change("film added", film) for film in came)
    gone = [film for film in was.cells if film not in now.cells]
    for film in gone:
        if film in renamed:
            yield now.change("film renamed", renamed[film], before=was.name(film), after=now.name(renamed[film]))
        else:
            yield Change(now.day, "film removed", film, was.name(film))


def _cells_changed(was: _Films, now: _Films) -> Iterator[Change]:
    for film, cells in now.cells.items():
        before = was.cells.get(film, cells)
        for name in (name for name in cells if name in before and not now.translates[name][0]):
            if before[name] != cells[name]:
                told = {
                    f"{side}_{language}": text
                    for other, (own, language) in now.translates.items()
                    for side, text in (("before", before.get(other, "")), ("after", cells[other]))
                    if own == name
                }
                yield now.change("cell changed", film, told, part=name, before=before[name], after=cells[name])


def _statements_changed(was: _Films, now: _Films) -> Iterator[Change]:
    both = was.cells.keys() & now.cells.keys()
    for key, claim in now.claims.items():
        if claim.film in both:
            yield from _statement_changed(was.claims.get(key), claim, now)
    for key, claim in was.claims.items():
        if claim.film in both and key not in now.claims:
            told = _told(claim, "claim")
            yield now.change("statement removed", claim.film, told, part=claim.claim, before=claim.verdict)


def _statement_changed(old: Claim | None, new: Claim, films: _Films) -> Iterator[Change]:
    said, why = _told(new, "claim"), _told(new, "claim", "reason")
    if old is None or old.verdict != new.verdict:
        kind: ChangeKind = "verdict changed" if old else "statement added"
        before = old.verdict if old else ""
        texts = {"part": new.claim, "before": before, "after": new.verdict, "reason": new.reason}
        yield films.change(kind, new.film, why, **texts)
    elif old.reason != new.reason:
        yield films.change("reason changed", new.film, why, part=new.claim, reason=new.reason)
    elif old.source_url != new.source_url:
        sources = {"before": old.source_title, "after": new.source_title}
        yield films.change("source changed", new.film, said, part=new.claim, **sources)


def _told(claim: Claim, *columns: str) -> Cells:
    """What a statement says in further languages, by the columns of a change; `claim` is its `part`."""
    names = {"claim": "part", "reason": "reason"}
    return {f"{names[name]}_{code}": text for name, code, text in claim.translations.texts if name in columns}
