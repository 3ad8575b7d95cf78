"""What stands around the tables of a page or a text: a list of films of its own, or words that a note names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial

from dashboard.formats.find_table import beside_it, known_names
from dashboard.formats.format import Document, GivenFile, Table
from dashboard.formats.plain_text.plain import PLAIN_TEXT
from dashboard.model.problems import BadListError
from dashboard.model.rows import Fate, Limits, Rows

NAME = "list"
"""What such a list of films is called beside the tables."""
FEWEST = 2
"""Films with a year that make some lines a list."""


@dataclass(frozen=True)
class TextAround:
    """What stands around the tables.

    Attributes:
        texts: what it says, without marks of the form, by its line.
        fates: what becomes of every line that holds no row of any table, those of `texts` among them; none where the
            tables have rows of their own instead of lines.
    """

    texts: Mapping[int, str]
    fates: Mapping[int, Fate] = field(default_factory=dict)

    @property
    def beside(self) -> dict[int, Fate]:
        """What becomes of the lines of the tables where the list is taken."""
        others = self.fates.keys() - self.texts.keys()
        return {at: "blank" if self.fates[at] == "blank" else "other table" for at in others}


def document_with_text(
    tables: Callable[[Rows, Mapping[int, Fate]], Document],
    given: GivenFile,
    no_rows: Rows,
    limits: Limits,
    around: TextAround,
) -> Document:
    """The tables of a page or a text, and the list that stands beside them, if there is one.

    The list is taken where no table names titles and it has more films. Where there is none, a note names the text,
    but not the text of a whole page.

    Args:
        tables: gives the tables, for what is known of each before its rows, and for the fates of all else.
        given: the file.
        no_rows: has its name, form, encoding and unit.
        limits: what is read of it at most.
        around: what stands beside the tables.

    Raises:
        BadListError: if there is neither a table nor a list.
    """
    found, texts = _list_in(given, no_rows, limits, around), around.texts
    if not found:
        notes = beside_it([*texts.values()], len(texts), given.name) if around.fates else ()
        return tables(replace(no_rows, problems=(*no_rows.problems, *notes)), around.fates)
    try:
        document = tables(no_rows, {**around.fates, **dict.fromkeys(texts, "other table")})
    except BadListError:
        return Document((found,))
    is_taken = not _has_titles(document.table) and len(found.rows.lines) > _length(document.table)
    first = document.tables if len(document.tables) > 1 else (document.table.renamed("table"),)
    return Document((*first, found), len(first) if is_taken else document.taken)


def _list_in(given: GivenFile, no_rows: Rows, limits: Limits, around: TextAround) -> Table | None:
    """The list of films that some lines are; None if fewer than two have a year."""
    last = max(around.texts, default=0)
    text = "\n".join(around.texts.get(number, "") for number in range(1, last + 1))
    with suppress(BadListError):
        found = PLAIN_TEXT.read(GivenFile(text.encode(), given.name, "utf-8"), limits).table
        if sum(1 for cells in found.rows.cells if _year(found.rows, cells)) >= FEWEST:
            rows = replace(
                found.rows,
                encoding=no_rows.encoding,
                readings=no_rows.readings,
                problems=(*no_rows.problems, *found.rows.problems),
            )
            beside = around.beside
            return Table(lambda: rows, NAME, partial(_merged, found, beside), lambda: max(last, *beside, 0))
    return None


def _merged(found: Table, beside: Mapping[int, Fate]) -> dict[int, Fate]:
    return {**found.beside(), **beside}


def _year(rows: Rows, cells: tuple[str, ...]) -> str:
    return cells[rows.header.index("year")] if "year" in rows.header else ""


def _has_titles(table: Table) -> bool:
    return _length(table) > 0 and "title" in known_names(table.rows.header)


def _length(table: Table) -> int:
    try:
        return len(table.rows.lines)
    except BadListError:
        return 0
