"""Entries of a text as the rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from dashboard.formats.find_table import beside_it
from dashboard.formats.format import Document, Table
from dashboard.formats.records import rows_of_records
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Fate, Limits, Rows


class ReadEntry(NamedTuple):
    """An entry as it is read: the line on which it begins, the fates of all its lines, and its cells by column."""

    first: int
    fates: Mapping[int, Fate]
    cells: Mapping[str, str]


def document_of_entries(lines: Sequence[str], entries: Iterable[ReadEntry], no_rows: Rows, limits: Limits) -> Document:
    """Each entry as a row, with a column for each name; a note names what stands between entries.

    Raises:
        BadListError: if there is no entry, or more than the limits allow.
    """
    found = [*entries]
    if not found:
        raise BadListError((Problem("no films found", no_rows.file),))
    fates: dict[int, Fate] = {at: "comment" if line.strip() else "blank" for at, line in enumerate(lines, 1)}
    for each in found:
        fates |= each.fates
    beside = [line for line, fate in zip(lines, fates.values(), strict=True) if fate == "comment"]
    rows = rows_of_records(((each.first, each.cells) for each in found), no_rows, limits)
    rows = replace(rows, problems=(*rows.problems, *beside_it(beside, len(beside), no_rows.file)))
    return Document((Table(lambda: rows, beside=lambda: fates, length=lambda: len(lines)),))
