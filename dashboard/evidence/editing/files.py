"""The files of evidence to whose rows a visitor adds: what each is called, what names a row, how a row is checked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from dashboard.cleaning.validate import FilmList
from dashboard.evidence import claims, identities, milestones
from dashboard.evidence.calendar_check import accepted, events
from dashboard.evidence.calendar_check.accepted import Accepted
from dashboard.evidence.calendar_check.calendar import Notice
from dashboard.evidence.editing.csv_rows import CsvRows
from dashboard.formats.separated.delimited import read_csv
from dashboard.i18n.codes import divided
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Rows

LONGEST_CELL = 10_000
"""Characters of a cell that is typed."""
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Signs that nobody types: control characters but tabs and ends of lines, and halves of letters."""


class Known(NamedTuple):
    """What rows of the evidence are checked against: the list, and the ids that an identity may name."""

    films: FilmList
    identities: Collection[str] = ()


@dataclass(frozen=True)
class EvidenceFile:
    """One kind of file.

    Attributes:
        name: the file's.
        columns: those it may have.
        key: those that name a row: no two rows have the same there.
        translated: those that may have translations beside them.
        problems: what is wrong in its rows.
    """

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    translated: tuple[str, ...]
    problems: Callable[[Rows, Known], tuple[Problem, ...]]

    def key_of(self, row: Mapping[str, str]) -> dict[str, str]:
        """What names a row."""
        return {name: row.get(name, "") for name in self.key}


CLAIMS = EvidenceFile(
    "claims.csv",
    claims.COLUMNS,
    ("film_id", "field", "quote", "claim"),
    claims.TRANSLATED,
    lambda rows, known: claims.read_claims(rows, known.films)[1],
)
IDENTITIES = EvidenceFile(
    "identities.csv",
    identities.COLUMNS,
    ("film_id",),
    identities.TRANSLATED,
    lambda rows, known: identities.read_identities(rows, known.films, known.identities)[1],
)
ACCEPTED = EvidenceFile(
    "calendar_accepted.csv",
    accepted.COLUMNS,
    ("film_id", "field", "quote"),
    (),
    lambda rows, known: accepted.read_accepted(rows, known.films)[1],
)
MILESTONES = EvidenceFile(
    "milestones.csv",
    milestones.COLUMNS,
    ("date", "text"),
    milestones.TRANSLATED,
    lambda rows, _: milestones.read_milestones(rows)[1],
)
CALENDAR = EvidenceFile(
    "calendar.csv",
    events.COLUMNS,
    ("name", "applies_to", "from"),
    events.TRANSLATED,
    lambda rows, _: events.read_calendar(rows)[1],
)
FILES: tuple[EvidenceFile, ...] = (CLAIMS, IDENTITIES, ACCEPTED, MILESTONES, CALENDAR)


def typed(text: str) -> str:
    r"""What somebody typed, as a cell has it: without blanks at its ends and without signs that cannot be seen.

    >>> typed(" a\x00\r\nb ")
    'a\nb'
    """
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def with_row(
    file: EvidenceFile,
    data: bytes | None,
    row: Mapping[str, str],
    known: Known,
    instead_of: Mapping[str, str] | None = None,
) -> bytes:
    """A file with a row added, or changed where a row is named by `instead_of`; all other rows stay as they are.

    Translations of a text that is changed go, since they say something else. A row that is to be changed and is not
    there any more is added.

    Args:
        file: which file.
        data: its bytes; None for one that is not there yet.
        row: the row's cells by column.
        known: what it is checked against.
        instead_of: what names the row to be changed, as `EvidenceFile.key_of` gives it; None for a new row.

    Raises:
        BadListError: if the row could not be used, with all that is wrong in it.
    """
    long = {name: cell for name in file.columns if len(cell := row.get(name, "")) > LONGEST_CELL}
    too_long = [Problem("text too long", file.name, None, name, cell, str(LONGEST_CELL)) for name, cell in long.items()]
    rows = CsvRows.read(data, file.name)
    at = None if instead_of is None else rows.find(instead_of)
    cells = {name: row.get(name, "")[:LONGEST_CELL] for name in file.columns}
    stale = {} if at is None else _stale(file, rows.cells(at), cells)
    made = rows.with_row({**cells, **stale}, at)
    line = CsvRows.read(made, file.name).line(at)
    after = (each for each in _problems(file, made, known) if each.line in (None, line) or each.kind == "said twice")
    found = [each for each in _new_problems(_problems(file, data, known), after) if each.column not in long]
    if wrong := (*too_long, *found):
        raise BadListError(wrong)
    return made


def without_row(file: EvidenceFile, data: bytes | None, key: Mapping[str, str]) -> bytes | None:
    """A file without the row that a key names; None where nothing is left of it.

    Raises:
        BadListError: if the bytes are no text.
    """
    rows = CsvRows.read(data, file.name)
    at = rows.find(key)
    return data if at is None else rows.without(at)


def _stale(file: EvidenceFile, before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    changed = {name for name in file.translated if before.get(name, "") != now[name]}
    return {name: "" for name in before if divided(name)[1] and divided(name)[0] in changed}


def _problems(file: EvidenceFile, data: bytes | None, known: Known) -> tuple[Problem, ...]:
    if not data:
        return ()
    try:
        return file.problems(read_csv(data, file.name), known)
    except BadListError as error:
        return error.problems


def _new_problems(before: Iterable[Problem], after: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems for which a row is left out that were not there before, wherever in the file they were."""
    known = Counter(map(_without_place, before))
    found = []
    for each in after:
        if known[_without_place(each)]:
            known[_without_place(each)] -= 1
        elif each.grade == "refused":
            found.append(each)
    return tuple(found)


def _without_place(problem: Problem) -> tuple[str, str, str, str]:
    return problem.kind, problem.column, problem.value, problem.expected


def row_accepting(notice: Notice) -> dict[str, str]:
    """The row that says that the words of a notice are right, without why."""
    return ACCEPTED.key_of(Accepted(notice.film, notice.field, notice.quote).cells)


def mark_of(row: Mapping[str, str]) -> str:
    """Names a row in a link, whatever stands before it in its file."""
    return sha256("\n".join(row.values()).encode("utf-8", "surrogatepass")).hexdigest()[:8]
