"""Items that say their film in one text, as messages, tasks and names of files do: the film of each, beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dashboard.formats.format import GivenFile
from dashboard.formats.plain_text.file_names import film_of
from dashboard.formats.plain_text.plain import PLAIN_TEXT
from dashboard.model.column_names import column_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits, Rows
from dashboard.model.values import FILM_YEAR

LOOKED_AT = 200
"""Items by which it is told whether texts name films."""
LONGEST = 300
"""A longer text tells of a film and names none."""
MESSAGES = "messages"
"""What the list of a conversation's texts is called: one that names no film with its year is talk."""

NAMES_A_FILM = re.compile(
    rf"(?s)\W*\w.*?(?:(?:[\[(]|\([^()]*,\s|\|\s){FILM_YEAR}(?:[\])]|\s\|)|,\s{FILM_YEAR}(?:\s[-–—]\s[★½]+)?\Z)"
)
"""A title and its year in brackets, between bars or behind a comma, with whatever behind it."""
_BARE = re.compile(rf"(?s).*\S\s*\({FILM_YEAR}\)\s*")
_IN_FOLDER = re.compile(rf"[/\\][^/\\]*[(\[]({FILM_YEAR})[)\]][^/\\]*[/\\]")
_PLACE = re.compile(r"\d{1,3}/\d{0,3}\s+")
"""The place in a thread, before its text: ``2/``, ``2/10``."""
_QUOTED = re.compile('[^«»„“”"]*[«„“"]([^«»„“”"]+)[»“”"]')

_DENIED = re.compile(rf"(?i)\b(?:not|nicht|pas|non|не)\s+(?:\w+\s+)?{FILM_YEAR}\b")
"""A year that is said to be another film's."""

Film = Mapping[str, str]
"""What a text says of a film, by column."""


def with_films(rows: Rows, are_messages: bool, limits: Limits) -> Rows:
    """Rows with the films that their texts name in columns before theirs; the same where texts are none, or no need is.

    An item that names none is refused: a heading among tasks, or talk.
    """
    filled = (name for at, name in enumerate(rows.header) if any(row[at] for row in rows.cells[:LOOKED_AT]))
    columns = {column_of(name) for name in filled}
    at = None if columns & {"year", "release_date"} else _text_at(rows)
    if at is None:
        return rows
    are_files = _share(rows, at, film_of) >= 0.5
    rows, texts = (rows, [row[at] for row in rows.cells]) if are_files else _line_by_line(rows, at)
    found = _of_files(rows, at) if are_files else _of_lines(rows.file, texts, are_messages, limits)
    names = [*dict.fromkeys(name for film in found.values() for name in film)]
    if "year" not in names:
        return rows
    given = [f"{name} (given)" if name in names else name for name in rows.header]
    kept = [(number, row) for number, row in enumerate(rows.cells) if number in found]
    used = {rows.lines[number] for number, _ in kept}
    refused = {line: row for line, row in zip(rows.lines, rows.cells, strict=True) if line not in used}
    return replace(
        rows,
        header=(*names, *given),
        cells=tuple((*(found[number].get(name, "") for name in names), *row) for number, row in kept),
        lines=tuple(rows.lines[number] for number, _ in kept),
        problems=(*rows.problems, *(Problem("not understood", rows.file, line) for line in refused)),
        unread=(*rows.unread, *refused.items()),
    )


def _text_at(rows: Rows) -> int | None:
    """The column of which half of the texts name a film and its year, or files of films; but for bare titles."""
    for at, name in enumerate(rows.header):
        is_title = column_of(name) == "title"
        if (is_title or not column_of(name)) and _share(rows, at, _names_a_film) >= 0.5:
            return None if is_title and _share(rows, at, _BARE.fullmatch) >= 0.5 else at
        if is_title and _share(rows, at, film_of) >= 0.5:
            return at
    return None


def _names_a_film(text: str) -> bool:
    return not text.startswith("<") and NAMES_A_FILM.match(text) is not None


def _share(rows: Rows, at: int, is_so: Callable[[str], object]) -> float:
    filled = [row[at] for row in rows.cells[:LOOKED_AT] if row[at].strip()]
    return sum(len(text) <= LONGEST and bool(is_so(text)) for text in filled) / len(filled) if filled else 0.0


def _line_by_line(rows: Rows, at: int) -> tuple[Rows, list[str]]:
    """Rows, once for each film of a text that has several, each on a line of its own; and that line, or the text."""
    cells, lines, texts = list[Sequence[str]](), list[int](), list[str]()
    for number, row in zip(rows.lines, rows.cells, strict=True):
        named = [line for line in row[at].split("\n") if NAMES_A_FILM.match(line)] if len(row[at]) <= LONGEST else []
        for text in named if len(named) > 1 else [row[at]]:
            cells.append(row)
            lines.append(number)
            texts.append(text)
    return replace(rows, cells=tuple(map(tuple, cells)), lines=tuple(lines)), texts


def _of_lines(file: str, texts: Sequence[str], are_messages: bool, limits: Limits) -> dict[int, Film]:
    """The films of texts that are read as the lines of a plain list are, by the numbers of their rows."""
    lines = ["- " + _PLACE.sub("", " ".join(text.split()), count=1) for text in texts]
    try:
        read = PLAIN_TEXT.read(GivenFile("\n".join(lines).encode(), file, "utf-8"), limits).table.rows
    except BadListError:
        return {}
    films = (dict(zip(read.header, cells, strict=True)) for cells in read.cells)
    said = zip(read.lines, films, strict=True)
    found = {line - 1: _unquoted(film) if are_messages else film for line, film in said}
    denied = (number for number in found if _DENIED.search(lines[number]))
    found |= {number: {**found[number], "year": ""} for number in denied}
    return {number: film for number, film in found.items() if film.get("year") or not are_messages}


def _unquoted(film: Film) -> Film:
    """A film of which a message names the title in quotation marks, without what the message says before it."""
    quoted = _QUOTED.fullmatch(film.get("title", ""))
    return {**film, "title": quoted[1]} if quoted else film


def _of_files(rows: Rows, at: int) -> dict[int, Film]:
    """The films that files are named after; the year may stand in the name of a folder. Other texts are titles."""
    return {number: _of_file(row, at) for number, row in enumerate(rows.cells)}


def _of_file(row: Sequence[str], at: int) -> Film:
    film = film_of(row[at]) if len(row[at]) <= LONGEST else None
    if film is None:
        return {"title": row[at]}
    paths = (cell for cell in row if len(cell) <= LONGEST and cell.endswith(row[at]))
    folders = (found[1] for path in paths if (found := _IN_FOLDER.search(path)))
    return {"title": film[0], "year": film[1] or next(folders, "")}
