"""Lists as people write them, a film a line or a paragraph, into rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain

from dashboard.formats.find_table import SECTION, above_it, below_it, refuse_long_cells, refuse_too_many
from dashboard.formats.format import Document, GivenFile, Table, TextFormat, lines_in
from dashboard.formats.plain_text.fates import fates_of, is_year
from dashboard.formats.plain_text.lines import Line, find_directors_alone, lines_of
from dashboard.formats.plain_text.parsed_lines import ParsedLine, has_words, plain, quoted_of, untitled, with_year
from dashboard.formats.plain_text.undivided import has_a_film_behind, is_a_film, is_undivided
from dashboard.formats.plain_text.year_places import FIGURES
from dashboard.model.column_names import column_of
from dashboard.model.problems import BadListError, Problem, ProblemKind
from dashboard.model.rows import Fate, Limits, Rows

FIRST_COLUMNS = ("title", "year", "description", "fact")
MINUTES = "running_time_min"
MARK = "Mark"
"""The column of what the marks of items say, where they differ: a tick, a star."""
LONGEST_UNSURE = 6
"""Words of a line below a film that could be a film's title."""
PROSE_A_FILM = 3
"""A text with more paragraphs of prose, or lines that are not understood, for every film is no list."""


@dataclass
class _Film:
    line: int
    cells: dict[str, str] = field(default_factory=dict)
    guessed: tuple[tuple[ProblemKind, str], ...] = ()
    beside: str = ""
    last: str = "description"

    def add(self, column: str, text: str) -> None:
        self.last = column
        self.cells[column] = " ".join(filter(None, (self.cells.get(column), text)))


class PlainText(TextFormat):
    """A text in which each film has a line or a paragraph. It takes every text that no other form knows."""

    name = "plain list"
    plural = "plain lists of titles with years"

    def recognises(self, given: GivenFile) -> bool:
        """Whether it is a text that says something."""
        return bool(given.text)

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """The films of a list without columns: their titles, years, and what stands beside and below them.

        The columns are title, year, description and fact, then the labels of other lines such as "Director: …", each
        only if it holds something. Headings between the films are in a column "Section", signs before them that
        differ in a column "Mark". A line that is neither a film nor anything else is refused.
        """
        return document_of_text(given.text, self.no_rows(given), limits, lines_in(given.text))


PLAIN_TEXT = PlainText()


def document_of_text(text: str, no_rows: Rows, limits: Limits, length: int) -> Document:
    """The films of a plain list.

    Args:
        text: the list.
        no_rows: has the file and the form in which it was given.
        limits: what is read of it at most.
        length: how many lines the file has.

    Raises:
        BadListError: if it is no list, or longer than the limits allow.
    """
    lines = lines_of(text)
    fates = fates_of(lines)
    if not any(line.films for line in lines):
        find_directors_alone(
            [line for line, fate in zip(lines, fates, strict=True) if fate == "film" and not line.label]
        )
    films = fates.count("film")
    if not films or max(_prose(lines, fates), fates.count("refused")) > PROSE_A_FILM * films:
        raise BadListError((Problem("no films found", no_rows.file),))
    refuse_too_many(films, 1, no_rows.file, limits)
    rows = _rows(lines, fates, no_rows, limits)
    blank: dict[int, Fate] = dict.fromkeys(range(1, length + 1), "blank")
    numbers = [line.number for line in lines]
    around = partial(dict[int, Fate], blank | dict(zip(numbers, fates, strict=True)))
    return Document((Table(lambda: rows, beside=around, length=lambda: length),))


def _rows(lines: Sequence[Line], fates: Sequence[Fate], no_rows: Rows, limits: Limits) -> Rows:
    films = _films(lines, fates)
    found = dict.fromkeys(column for film in films for column, cell in film.cells.items() if cell)
    header = tuple(sorted(found, key=lambda name: FIRST_COLUMNS.index(name) if name in FIRST_COLUMNS else 99))
    refuse_too_many(len(films), len(header), no_rows.file, limits)
    refused = [line for line, fate in zip(lines, fates, strict=True) if fate == "refused"]
    rows = replace(
        no_rows,
        header=header,
        cells=tuple(tuple(film.cells.get(name, "") for name in header) for film in films),
        lines=tuple(film.line for film in films),
        header_line=None,
        problems=(
            *no_rows.problems,
            *_beside(lines, fates, no_rows.file),
            *_below(lines, fates, no_rows.file),
            *_undivided(films, no_rows.file),
            *(Problem("not understood", no_rows.file, line.number) for line in refused),
            *(
                Problem(kind, no_rows.file, film.line, column, film.cells[column])
                for film in films
                for kind, column in film.guessed
            ),
        ),
        unread=tuple((line.number, (_whole(line),)) for line in refused),
    )
    refuse_long_cells(rows, limits)
    return rows


def _whole(line: Line) -> str:
    return ", ".join(filter(None, (line.day, line.text)))


def _beside(lines: Sequence[Line], fates: Sequence[Fate], file: str) -> Iterator[Problem]:
    """What stands above and below the list."""
    first = fates.index("film")
    comments = [at for at, fate in enumerate(fates) if fate == "comment" and has_words(lines[at].text)]
    if above := [_whole(lines[at]) for at in comments if at < first]:
        yield above_it(above, file)
    if below := [_whole(lines[at]) for at in comments if at > first]:
        yield below_it(below, file)


def _undivided(films: Sequence[_Film], file: str) -> Iterator[Problem]:
    """The remark that most films were not divided from what stands beside them, so that the others are doubtful too."""
    number = sum("not divided" in dict(film.guessed) or is_a_film(film.beside) for film in films)
    if number * 2 > len(films):
        yield Problem("mostly not divided", file, value=f"{number} / {len(films)}")


def _below(lines: Sequence[Line], fates: Sequence[Fate], file: str) -> Iterator[Problem]:
    """What stands below films in no regular way, and could as well be films: short lines, and those with a year."""
    number, texts = 0, list[list[str]]()
    found: list[tuple[int, str]] = []
    for at, (line, fate) in enumerate(zip(lines, fates, strict=True)):
        if fate == "film":
            number = line.number
            texts.append([])
            above = line
        elif fate == "field" and not line.label and not line.taken_above and _is_loose(line, above):
            texts[-1].append(line.text)
            if _could_be_film(line.text) and lines[at - 1].block == line.block:
                found.append((number, line.text))
    are_regular = len({len(each) for each in texts}) == 1 and len(texts) > 1
    if not are_regular:
        yield from (Problem("line below a film", file, above_at, "description", text) for above_at, text in found)


def _is_loose(line: Line, film: Line) -> bool:
    """Whether nothing but its place makes a line part of the film above."""
    return not film.headed and line.indent <= film.indent + 1 and line.marked == film.marked


def _could_be_film(text: str) -> bool:
    is_title = len(text.split()) <= LONGEST_UNSURE and text[-1] not in ".!;," and not text[0].islower()
    return is_title or re.search(rf"(?<!\d){FIGURES}", text) is not None


def _prose(lines: Sequence[Line], fates: Sequence[Fate]) -> int:
    """How many paragraphs have neither a film nor a label nor a heading in them."""
    pairs = [*zip(lines, fates, strict=True)]
    listed = {line.block for line, fate in pairs if fate in ("film", "heading") or line.label}
    return lines[-1].block - len(listed)


def _films(lines: Sequence[Line], fates: Sequence[Fate]) -> list[_Film]:
    films: list[_Film] = []
    sections: list[Line] = []
    goes_on = False
    names = _column_names(lines)
    dated = _have_years_above(lines, fates)
    have_signs = len({line.sign for line, fate in zip(lines, fates, strict=True) if fate == "film"}) > 1
    for line, fate in zip(lines, fates, strict=True):
        if fate == "film":
            section = ", ".join(filter(None, (*(_whole(each).rstrip(": ") for each in sections), line.day)))
            films += _begun(line, {SECTION: section, MARK: line.sign if have_signs else ""}, names, dated=dated)
        elif fate == "heading":
            another = line.day and any(above.day for above in sections)
            sections = [*(sections if goes_on and not another else ()), line]
        elif fate == "field" and not line.taken_above:
            films[-1].add(*_field(line, names, films[-1].last))
            for label, value in line.fields:
                films[-1].add(names[label.casefold()], value)
            films[-1].add("description", line.beside)
            films[-1].last = "description" if line.is_field else films[-1].last
        goes_on = fate == "heading"
    return films


def _have_years_above(lines: Sequence[Line], fates: Sequence[Fate]) -> bool:
    """Whether the headings are years, and the only ones that the list has."""
    pairs = [*zip(lines, fates, strict=True)]
    headings = [line for line, fate in pairs if fate == "heading"]
    return (
        bool(headings) and all(map(is_year, headings)) and not any(film.year for line in lines for film in line.films)
    )


def _field(line: Line, names: dict[str, str], last: str) -> tuple[str, str]:
    """Which column of a film a line fills, and its text; one without a label goes on with the last column."""
    return (names[line.label.casefold()], line.labelled) if line.label else (last, plain(line.text)[0])


def _begun(line: Line, around: dict[str, str], names: dict[str, str], *, dated: bool) -> Iterator[_Film]:
    """The films that begin on a line; `around` has the cells of what stands above and before them."""
    for entry in line.films or (_without_year(line.labelled if line.label else line.text),):
        year = around[SECTION][:4] if dated else entry.year
        cells = {"title": entry.title, "year": year, "description": entry.text, **around}
        cells |= {SECTION: ""} if dated else {}
        more = {names["director"]: entry.director, "link": entry.link, MINUTES: entry.minutes}
        more |= {names.get(label.casefold(), label): value for label, value in line.fields}
        guesses: tuple[tuple[bool, ProblemKind, str], ...] = (
            (dated, "year from a heading", "year"),
            ("year" in entry.guessed, "year by its place", "year"),
            ("title" in entry.guessed, "title by its place", "title"),
            ("director" in entry.guessed, "director by its place", names["director"]),
            (is_undivided(entry.title), "not divided", "title"),
            (has_a_film_behind(entry.text), "not divided", "description"),
        )
        guessed = tuple((kind, column) for is_so, kind, column in guesses if is_so)
        yield _Film(line.number, cells | more, guessed, entry.text)


def _without_year(title: str) -> ParsedLine:
    text, link = plain(title)
    return with_year(title) or replace(quoted_of(text) or ParsedLine(untitled(text)), link=link)


def _column_names(lines: Iterable[Line]) -> dict[str, str]:
    """For each label, folded, the column it fills: the schema's for the first columns, else the label itself."""
    names: dict[str, str] = {}
    director = "director"
    for label in chain.from_iterable((line.label, *(name for name, _ in line.fields if line.label)) for line in lines):
        target = column_of(label) if label else None
        name = target if target in FIRST_COLUMNS else label
        names.setdefault(label.casefold(), name or "")
        director = label if target == "director" and director == "director" else director
    return {**names, "director": names.get(director.casefold(), director)}
