"""Whether more of a text was left out than was read, and what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice

from dashboard.formats.format import Document, Table
from dashboard.formats.plain_text.plain import PLAIN_TEXT
from dashboard.model.problems import BadListError, Problem, ProblemKind
from dashboard.model.rows import Account, Fate, Rows

SHOWN = 3
"""So much of what was left out is shown of each part."""
ENOUGH = 10
"""Lines that are left out are named beside the notes on them, if there are so many."""
MANY = 2
"""A plain list in which there are so many other lines for each of a film may be none."""
_LEFT: Sequence[Fate] = ("comment", "other table", "refused")
_READ: Sequence[Fate] = ("film", "field")
_BESIDE: Sequence[ProblemKind] = ("lines before the table", "lines behind the list", "beside the list")


def left_out(document: Document, account: Account) -> tuple[Problem, ...]:
    """The remark that more lines of a text were left out than read, with the first of them; none where it is not so.

    Of a plain list it says that nothing else tells whether the few films are some.
    """
    rows = document.table.rows
    left, read = (sum(account.came_to.get(fate, 0) for fate in fates) for fates in (_LEFT, _READ))
    is_doubtful = rows.form == PLAIN_TEXT.name and left >= MANY * read
    if rows.unit != "line" or left <= read or (left < ENOUGH and not is_doubtful):
        return ()
    kind: ProblemKind = "few films among texts" if is_doubtful else "most left out"
    said = "; ".join(_said(document, rows))
    return (Problem(kind, rows.file, value=f"{left} / {left + read}", expected=said),)


def _said(document: Document, rows: Rows) -> Iterator[str]:
    """The first of what stands beside the list, was refused, and is in other tables."""
    yield from (problem.expected for problem in rows.problems if problem.kind in _BESIDE)
    yield from (" · ".join(filter(None, cells)) for _, cells in rows.unread[:SHOWN])
    others = [table for table in document.tables if table.name in document.left]
    yield from (" · ".join(filter(None, cells)) for table in others[:SHOWN] for cells in _first(table))


def _first(table: Table) -> list[tuple[str, ...]]:
    with suppress(BadListError):
        return [*islice(table.rows.cells, SHOWN)]
    return []
