"""Which column of a list is which: by its header, by its cells, or as its owner says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dashboard.model.column_names import nearest_column
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Rows
from dashboard.model.schema import BY_NAME, DERIVED
from dashboard.model.values import year_of

Mapped = tuple[str, ...]
"""For each header of a file the schema's column that it is; empty for a column of the list's own."""

LOOKED_AT = 1_000
"""Rows that are enough to tell what a column is."""
TITLE_AND_YEAR = re.compile(r"(?s)(.*\S)\s*\(([12]\d{3})\)")


def mapping_of(header: Sequence[str]) -> Mapped:
    """For each header the schema's column it means, each column once; empty for a column of the list's own.

    Of two headers that mean the same, the one nearer to the column's own name is taken, then the first.

    >>> mapping_of(["Const", "Your Rating", "Title", "Original Title", "Year"])
    ('imdb_id', '', 'title', 'original_title', 'year')
    """
    nearest = [(*nearest_column(name), at) for at, name in enumerate(header)]
    best: dict[str, int] = {}
    for column, _, at in sorted((each for each in nearest if each[0]), key=lambda each: (each[1], each[2])):
        best.setdefault(str(column), at)
    return tuple(column if column and best[column] == at else "" for column, _, at in nearest)


def suggested(rows: Rows) -> Mapped:
    """Which column is which, as far as headers tell; the title, and in a file without headers the year, by cells.

    Without a header that means a title, the title is the first column of texts that are mostly different.
    """
    mapping = list(mapping_of(rows.header))
    columns = [[row[at].strip() for row in rows.cells[:LOOKED_AT]] for at in range(len(rows.header))]
    if "title" not in mapping:
        at = next((at for at, cells in enumerate(columns) if not mapping[at] and _are_titles(cells)), None)
        if at is not None:
            mapping[at] = "title"
    if "year" not in mapping and rows.header_line is None:
        at = next((at for at, cells in enumerate(columns) if not mapping[at] and _are_years(cells)), None)
        if at is not None:
            mapping[at] = "year"
    return tuple(mapping)


def written(rows: Rows) -> Mapped | None:
    """Which column is which in a list as the dashboard writes it: by its exact names, and no other way.

    None for a list that has no column of exactly the name `title`.
    """
    return tuple(header if header in BY_NAME else "" for header in rows.header) if "title" in rows.header else None


def _are_titles(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    texts = [cell for cell in filled if re.search(r"[^\W\d_]", cell) and not cell.startswith(("http", "[", "{"))]
    return bool(filled) and len(texts) >= 0.8 * len(cells) and len(set(texts)) >= 0.7 * len(texts)


def _are_years(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    found = [year for cell in filled if (year := year_of(cell)) and 1888 <= year[0] < 2200]
    return bool(filled) and len(found) >= 0.8 * len(filled)


def named_by_hand(rows: Rows, mapping: Mapped, named: Iterable[tuple[str, str]]) -> Mapped:
    """A mapping in which some headers are the columns that somebody says.

    Raises:
        BadListError: if the list has no such header.
    """
    changed = list(mapping)
    for name, header in named:
        if header not in rows.header:
            expected = ", ".join(rows.header)[:200]
            raise BadListError((Problem("no such header", rows.file, rows.header_line, "", header, expected),))
        changed = [known if known != name else "" for known in changed]
        changed[rows.header.index(header)] = name
    return tuple(changed)


def check_mapping(rows: Rows, mapping: Mapped) -> None:
    """Raises BadListError unless a mapping names the title, and no column of the schema twice."""
    line = rows.header_line
    twice = [at for at, name in enumerate(mapping) if name and name in mapping[:at]]
    if twice:
        labels = ((rows.header[at], BY_NAME[mapping[at]].label) for at in twice)
        raise BadListError(
            tuple(Problem("column twice", rows.file, line, header, expected=label) for header, label in labels)
        )
    if "title" not in mapping:
        header = ", ".join(rows.header)[:1_000]
        raise BadListError((Problem("no title column", rows.file, line, expected=header),))


def names_of(rows: Rows, mapping: Mapped) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """A name for each column of a list, no two the same, and a note for each that is not the header.

    A column of the list's own keeps its header; one that has none, or one that another column has, gets more.
    """
    names: list[str] = []
    notes: list[Problem] = []
    taken: set[str] = set()
    for at, header in enumerate(rows.header):
        name = mapping[at]
        if not name:
            wanted = header or f"Column {at + 1}"
            wanted = f"{wanted} (given)" if _is_taken(wanted) else wanted
            name, number = wanted, 1
            while name in taken:
                number += 1
                name = f"{wanted} ({number})"
            if name != header:
                notes.append(Problem("column renamed", rows.file, rows.header_line, header, expected=name))
        taken.add(name)
        names.append(name)
    return tuple(names), tuple(notes)


def _is_taken(header: str) -> bool:
    """Whether a header is the name of a column that means something to the dashboard."""
    return "_".join(header.casefold().split()) in {*BY_NAME, *DERIVED, "decade"}


def is_own_form(rows: Rows, mapping: Mapped) -> bool:
    """Whether a table is in the form that the dashboard writes, where nothing but a semicolon separates values."""
    return "id" in rows.header and all(
        column == header for column, header in zip(mapping, rows.header, strict=True) if column
    )
