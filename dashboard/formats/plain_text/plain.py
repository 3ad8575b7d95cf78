"""Lists as people write them, a film a line or a paragraph, into rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import pairwise

from dashboard.formats.find_table import above_it, refuse_long_cells, refuse_too_many
from dashboard.formats.format import Document, Fate, GivenFile, Table, TextFormat, lines_in
from dashboard.formats.plain_text.lines import Line, lines_of
from dashboard.formats.plain_text.parsed_lines import ParsedLine, could_be_title, plain, untitled, with_year
from dashboard.model.column_names import column_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits, Rows

FIRST_COLUMNS = ("title", "year", "description", "fact")
SECTION = "Section"
PROSE_A_FILM = 3
"""A text with more paragraphs of prose for every film is no list."""


@dataclass
class _Film:
    line: int
    cells: dict[str, str] = field(default_factory=dict)
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
        only if it holds something. Headings between the films are in a column "Section".
        """
        lines = lines_of(given.text)
        begins = _beginnings(lines)
        if not begins or _prose(lines, begins) > PROSE_A_FILM * len(begins):
            raise BadListError((Problem("no films found", given.name),))
        refuse_too_many(len(begins), 1, given.name, limits)
        fates = _fates(lines, begins)
        rows = _rows(lines, fates, self.no_rows(given), limits)
        blank: dict[int, Fate] = dict.fromkeys(range(1, lines_in(given.text) + 1), "blank")
        numbers = [line.number for line in lines]
        return Document((Table(lambda: rows, beside=lambda: blank | dict(zip(numbers, fates, strict=True))),))


PLAIN_TEXT = PlainText()


def _fates(lines: Sequence[Line], begins: Set[int]) -> list[Fate]:
    """What becomes of each line: headings count as such only if one stands between the films."""
    headings = {at for at, line in enumerate(lines) if line.heading and at not in begins}
    first = min(begins)
    sections = headings if headings and max(headings) > first else set()
    return [
        "film" if at in begins else "heading" if at in sections else "comment" if at < first else "field"
        for at in range(len(lines))
    ]


def _rows(lines: Sequence[Line], fates: Sequence[Fate], no_rows: Rows, limits: Limits) -> Rows:
    films = _films(lines, fates)
    before = [line.text for line, fate in zip(lines, fates, strict=True) if fate == "comment"]
    found = dict.fromkeys(column for film in films for column, cell in film.cells.items() if cell)
    header = tuple(sorted(found, key=lambda name: FIRST_COLUMNS.index(name) if name in FIRST_COLUMNS else 99))
    refuse_too_many(len(films), len(header), no_rows.file, limits)
    rows = replace(
        no_rows,
        header=header,
        cells=tuple(tuple(film.cells.get(name, "") for name in header) for film in films),
        lines=tuple(film.line for film in films),
        header_line=None,
        problems=(above_it(before, no_rows.file),) if before else (),
    )
    refuse_long_cells(rows, limits)
    return rows


def _beginnings(lines: Sequence[Line]) -> set[int]:
    """The positions of the lines on which a film begins."""
    if titles := {at for at, line in enumerate(lines) if line.label and column_of(line.label) == "title"}:
        return titles
    if any(line.entry for line in lines):
        return _with_years(lines)
    alone = _titles_alone(lines)
    labelled = {at for at, (line, below) in enumerate(pairwise(lines)) if below.label and not line.label}
    if not labelled or len(alone) > 4 * len(labelled):
        return alone
    firsts = {
        at + 1 for at, (above, line) in enumerate(pairwise(lines)) if above.block != line.block and _is_title(line)
    }
    return labelled | {at for at in firsts if at > min(labelled)}


def _with_years(lines: Sequence[Line]) -> set[int]:
    """Lines with a year, and those beside them that can be titles without one."""
    sure = [at for at, line in enumerate(lines) if line.entry]
    marked = sum(lines[at].marked for at in sure) * 2 > len(sure)
    sure = [at for at in sure if lines[at].marked or not marked]
    indent = min(lines[at].indent for at in sure) + 1
    sure = [at for at in sure if lines[at].indent <= indent]
    beside = [
        at for at, line in enumerate(lines) if line.marked == marked and line.indent <= indent and _is_title(line)
    ]
    return {*sure, *(beside if marked else _unmarked(lines, sure, beside))}


def _unmarked(lines: Sequence[Line], sure: Sequence[int], beside: Iterable[int]) -> list[int]:
    """Which of the lines beside sure ones are titles, and not an introduction or what is said of a film above."""
    films_in = Counter(lines[at].block for at in sure)
    many = lines[-1].block > 1
    found = [at for at in beside if at > sure[0] and not (many and films_in[lines[at].block] == 1)]
    said_of_each = len(found) == len(sure) and all(at - 1 in sure for at in found)
    return found if len(found) <= len(sure) and not said_of_each else []


def _titles_alone(lines: Sequence[Line]) -> set[int]:
    marked = sum(line.marked for line in lines) * 2 >= len(lines)
    indent = min((line.indent for line in lines), default=0)
    pool = [at for at, line in enumerate(lines) if line.marked == marked and (marked or line.indent <= indent + 1)]
    likely = {at for at in pool if _is_title(lines[at])}
    return likely if len(likely) * 4 >= len(pool) * 3 else set()


def _is_title(line: Line) -> bool:
    return not line.label and not line.heading and not line.entry and could_be_title(line.text)


def _prose(lines: Sequence[Line], begins: Set[int]) -> int:
    """How many paragraphs have neither a film nor a label in them."""
    listed = {line.block for at, line in enumerate(lines) if at in begins or line.label}
    return lines[-1].block - len(listed)


def _films(lines: Sequence[Line], fates: Sequence[Fate]) -> list[_Film]:
    films: list[_Film] = []
    section = ""
    names = _column_names(lines)
    for line, fate in zip(lines, fates, strict=True):
        if fate == "film":
            films.append(_begun(line, section, names))
        elif fate == "heading":
            section = line.text.rstrip(": ")
        elif fate == "field":
            films[-1].add(*_field(line, names, films[-1].last))
    return films


def _field(line: Line, names: dict[str, str], last: str) -> tuple[str, str]:
    """Which column of a film a line fills, and its text; one without a label goes on with the last column."""
    return (names[line.label.casefold()], line.labelled) if line.label else (last, plain(line.text)[0])


def _begun(line: Line, section: str, names: dict[str, str]) -> _Film:
    title = line.labelled if line.label else line.text
    link = plain(title)
    entry = line.entry or with_year(title) or ParsedLine(untitled(link[0]), link=link[1])
    cells = {"title": entry.title, "year": entry.year, "description": entry.text, SECTION: section}
    return _Film(line.number, cells | {names["director"]: entry.director, "link": entry.link})


def _column_names(lines: Iterable[Line]) -> dict[str, str]:
    """For each label, folded, the column it fills: the schema's for the first columns, else the label itself."""
    names: dict[str, str] = {}
    director = "director"
    for line in lines:
        target = column_of(line.label) if line.label else None
        name = target if target in FIRST_COLUMNS else line.label
        names.setdefault(line.label.casefold(), name or "")
        director = line.label if target == "director" and director == "director" else director
    return {**names, "director": names.get(director.casefold(), director)}
