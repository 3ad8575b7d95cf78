"""What speaks against a list as a whole: that its titles are titles, that its rows are films.

A guess is said to be one, so that no row of such a list is called fine.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.cleaning.mapping import EXAMPLES, Mapped, guessed
from dashboard.cleaning.raw_columns import RawColumns
from dashboard.formats.find_table import SECTION
from dashboard.formats.format import some_of
from dashboard.formats.plain_text.people import is_person
from dashboard.formats.plain_text.plain import PLAIN_TEXT
from dashboard.formats.plain_text.titles import LOOKED_AT, MOST, are_titles, is_text, share
from dashboard.formats.plain_text.undivided import NO_WORDS
from dashboard.formats.side_by_side.film_columns import film_columns
from dashboard.i18n.texts import shortened
from dashboard.model.column_names import column_of
from dashboard.model.problems import Problem, ProblemKind
from dashboard.model.rows import Rows, column_at
from dashboard.model.values import is_missing

LONGEST = 100_000
"""Characters of a cell in which lists are looked for."""
CELLS = 50
"""Cells of a column in which lists are looked for."""
FEWEST_ALIKE = 4
"""Rows of one title that are too many for films of one name."""

_NOTHING_SAID = frozenset({"", "title", "year", "id", "description", "fact", "note", "kind", "link", "release_date"})
"""Columns that a list of anything has."""
_NAMES = frozenset({"name", "item", "content", "text", "label", "имя"})
"""Headers of titles that a list of anything has."""
_FILMS = re.compile(
    r"(?i)film|movie|watch|cin[eé]|kin[oa]\b|кино|фильм|смотр|elokuv|pel[ií]cul|ταινί|映画|电影|電影|영화"
)
"""Words by which a text says that it is about films."""
_SURELY = 4
"""So many films of one year may be by chance what a list of that year is."""
_BESIDE: frozenset[ProblemKind] = frozenset({"lines before the table", "lines behind the list", "beside the list"})
_WRONG_ENCODING = re.compile(r"[ÂÃÐÑ][\x80-\xbf]|â€|[ÐÑ]\S[ÐÑ]")
"""UTF-8 that was read as something else."""
_SIGNS = re.compile(
    rf"{NO_WORDS}|[\x00-\x1f]|[!-~]{{41}}|^(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{{7,40}}(?!\S)|^[A-Z]{{2,10}}-\d+:?\s"
)
"""Signs that no title has, and at its start the number of a change or of a task."""
_OF_CODE = re.compile(r"[{}=<>|\\]|-->|::")


def doubts(rows: Rows, mapping: Mapped, raw: RawColumns, years: npt.NDArray[np.float64]) -> Iterator[Problem]:
    """A remark for each thing that makes a list as a whole doubtful.

    Args:
        rows: the table as given.
        mapping: which column is which.
        raw: the cells of its films.
        years: each film's year, NaN where not known.
    """
    titles = raw.cells["title"][:LOOKED_AT]
    dated = not np.isnan(years).all()
    header = raw.headers["title"]
    if unlike := _unlike(titles, _is_line if rows.form == PLAIN_TEXT.name and not dated else _is_sign):
        yield Problem("not like titles", rows.file, None, header, ", ".join(map(shortened, unlike[:EXAMPLES])))
    title, number = Counter(titles).most_common(1)[0]
    if number >= FEWEST_ALIKE and number * 2 >= len(titles) and (not dated or _has_other_titles(raw)):
        yield Problem("mostly one title", rows.file, None, header, title, f"{number} / {len(titles)}")
    says_names = header.strip().casefold() in _NAMES and not dated
    if _NOTHING_SAID.issuperset(mapping) and (says_names or _are_bare_lines(rows, raw, years)):
        yield Problem("nothing says films", rows.file, None, header, ", ".join(map(shortened, titles[:EXAMPLES])))
    yield from _more_columns(rows, mapping)
    if not dated or guessed(rows.header, mapping):
        yield from _lists_in_cells(rows, raw)


def _unlike(titles: Sequence[str], is_none: Callable[[str], bool]) -> list[str]:
    """The titles that are none by their form, if they are half of all."""
    found = [title for title in titles if is_none(title)]
    return found if len(found) * 2 >= len(titles) else []


def _is_sign(title: str) -> bool:
    """Whether a title is an address, a moment, an identifier, code, or a text in a wrong encoding."""
    is_bare = not any(map(str.isalpha, title)) or title.startswith("[") or is_text(title)
    return not is_bare or bool(_SIGNS.search(title) or _WRONG_ENCODING.search(title))


def _is_line(title: str) -> bool:
    """The same of a line that nothing but its place makes a title: it may begin or end as no name does."""
    begins = re.match(r"(?:\d+\s+)?([^\W\d_])", title)
    is_small = begins is not None and begins[1].islower()
    return is_small or title.endswith((",", ";", ":", ".")) or bool(_OF_CODE.search(title)) or _is_sign(title)


def _are_bare_lines(rows: Rows, raw: RawColumns, years: npt.NDArray[np.float64]) -> bool:
    """Whether a plain list is nothing but lines, of no year or all of the same, and no word beside them is of films."""
    if rows.form != PLAIN_TEXT.name or not (np.isnan(years).all() or _are_of_one_year(years)):
        return False
    beside = (problem.expected for problem in rows.problems if problem.kind in _BESIDE)
    return not any(map(_FILMS.search, (rows.file, *beside, *raw.cells.get(SECTION, ()))))


def _are_of_one_year(years: npt.NDArray[np.float64]) -> bool:
    return len(years) >= _SURELY and bool((years == years[0]).all())


def _more_columns(rows: Rows, mapping: Mapped) -> Iterator[Problem]:
    """The remark that other columns than that of the titles, which was guessed, may hold films too.

    Names of people are none, unless the titles have their form too.
    """
    title = mapping.index("title")
    found = film_columns(rows.header, rows.cells) if title in guessed(rows.header, mapping) else None
    others = [at for at in found.places if not mapping[at]] if found and title in found.places else []
    names = [
        at for at in (title, *others) if share([row[at].strip() for row in rows.cells[:LOOKED_AT]], is_person) >= MOST
    ]
    others = [at for at in others if title in names or at not in names]
    if others:
        filled = (sum(1 for row in rows.cells if not is_missing(row[at].strip())) for at in others)
        counts = [f"{rows.header[at] or column_at(at)} ({number})" for at, number in zip(others, filled, strict=True)]
        yield Problem("more columns of titles", rows.file, rows.header_line, expected=some_of(counts))


def _has_other_titles(raw: RawColumns) -> bool:
    """Whether another column holds texts that are mostly different."""
    others = (cells for name, cells in raw.cells.items() if name not in ("title", "original_title"))
    return any(are_titles(cells[:LOOKED_AT]) for cells in others)


def _lists_in_cells(rows: Rows, raw: RawColumns) -> Iterator[Problem]:
    """A remark for each column whose cells hold lists of things with titles and years."""
    for name in raw.names:
        if name in raw.own_columns and name in raw.cells:
            held = (title for cell in raw.cells[name][:CELLS] for title in _films_in(cell))
            if found := [*islice(held, EXAMPLES)]:
                yield Problem("lists in cells", rows.file, None, raw.headers[name], ", ".join(map(shortened, found)))


def _films_in(cell: str) -> Iterator[str]:
    """The titles in a cell that is a list of objects with a title and a year."""
    if not cell.startswith("[{") or len(cell) > LONGEST:
        return
    items: list[Any] = []
    with suppress(ValueError, RecursionError):
        items = json.loads(cell)
    for item in items:
        named = {column_of(key): value for key, value in item.items()} if isinstance(item, Mapping) else {}
        if named.get("title") and (named.get("year") or named.get("release_date")):
            yield str(named["title"])
