"""Which column of a list is which: by its header, by its cells, or as its owner says."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import islice

from dashboard.formats.plain_text.titles import (
    ADDRESS,
    LOOKED_AT,
    MOST,
    OF_A_FILM,
    TITLE_AND_YEAR,
    are_titles,
    is_moment,
    is_text,
    share,
)
from dashboard.i18n.texts import shortened
from dashboard.model.column_names import (
    FURTHER,
    WRAPPERS,
    column_of,
    is_a_date,
    is_of_production,
    is_of_something_else,
    may_be_years,
    nearest_column,
)
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Rows, column_at
from dashboard.model.schema import BY_NAME, DERIVED
from dashboard.model.values import FILM_YEAR, YEAR, are_certificates, is_missing, year_of

Mapped = tuple[str, ...]
"""For each header of a file the schema's column that it is; empty for a column of the list's own."""

EXAMPLES = 3
"""Cells that a remark about a whole column shows."""
MODERN = 1995
"""When people saw or added films, as their programs note it, is later."""
BEHIND_THE_YEAR = re.compile(
    rf"(?s)([^()\[\]]*[^()\[\]\s])\s*\(({YEAR})\)\s*"
    r"([\[(][^()\[\]]{1,60}[\])]|[-–—+|]\s+.{1,60}|,\s+[^,]{1,60}|[@#]\S{1,60})"
)
"""A title with its year, and behind it what is said of the edition or the showing: ``Thief (1981) [Blu-ray]``."""

LATE = 10
"""An hour of the day that no film lasts."""

_NUMBER = re.compile(r"[\d.,/ ]+|[★☆½]+")
_CLOCK = re.compile(r"(\d{1,2})[:.]([0-5]\d)(?::[0-5]\d)?")
_FILM_TITLE = re.compile(r"(?i)(?:film|movie) titles?\b|titles?\b")
_YEAR = re.compile(r"(18[89]|19\d|20\d|21\d)\d(\s*[-–—/]\s*(\d{4}|\d{2})?)?")
_FILM_IN = re.compile(rf"\S\s*\({FILM_YEAR}\)")
_NO_TITLE = re.compile(
    r"(?i)(^|[\W_]|(?<=[a-z]))(ids?|uuid|guid|slug|url|uri|link|key|hash|path|file|poster|image|user|username|time|timestamp"
    r"|date|created|updated|at|action|status|type)$"
)
_MAY_BE_ADDRESSES = {"id", "source_url", "imdb_id", "tmdb_id", "kinopoisk_id", "note", "description", "fact"}

_OF_OTHERS: dict[str, Callable[[str], object]] = {
    "title": is_moment,
    "year": TITLE_AND_YEAR.fullmatch,
    "cast": _NUMBER.fullmatch,
}
"""For a column what its cells never are, whatever its header says."""


def mapping_of(header: Sequence[str], columns: Sequence[Sequence[str]] = ()) -> Mapped:
    """For each header the schema's column it means, each column once; empty for a column of the list's own.

    Of two headers that mean the same, the one nearer to the column's own name is taken, then the first. A column whose
    cells can be nothing of the kind (addresses below "film") is none of them.

    Args:
        header: the headers.
        columns: below each its cells, stripped; none where they are not known.

    >>> mapping_of(["Const", "Your Rating", "Title", "Original Title", "Year"])
    ('imdb_id', '', 'title', 'original_title', 'year')
    >>> mapping_of(["film", "filmLabel", "date"])
    ('', 'title', '')
    """
    nearest = [(*_nearest(name, header), at) for at, name in enumerate(header)]
    best: dict[str, int] = {}
    nearest = [(column, 0 if is_of_production(header[at]) else far, at) for column, far, at in nearest]
    for column, _, at in sorted((each for each in nearest if each[0]), key=lambda each: (each[1], each[2])):
        if not columns or _may_be(str(column), columns[at]):
            best.setdefault(str(column), at)
    return tuple(column if column and best.get(column) == at else "" for column, _, at in nearest)


def _nearest(name: str, header: Sequence[str]) -> tuple[str | None, int]:
    """The column that a header means; of a query's ``x`` and ``xLabel`` the second has the text."""
    if f"{name}Label" in header:
        return None, 0
    base = name.removesuffix("Label")
    if base != name and base in header:
        return ("title", FURTHER) if base in WRAPPERS and column_of(base) is None else nearest_column(base)
    return nearest_column(name)


def suggested(rows: Rows) -> Mapped:
    """Which column is which: by the headers first, by all cells of a column second.

    Without a header that means a title, the title is the first column of texts that are mostly different; addresses,
    moments, ids and numbers are none. The year comes from a column that says so, or whose cells are years throughout
    and whose header does not say that they are of something else. Where nothing decides there is no year.
    """
    columns = [[row[at].strip() for row in rows.cells[:LOOKED_AT]] for at in range(len(rows.header))]
    mapping = list(mapping_of(rows.header, columns))
    if "title" not in mapping:
        _suggest(mapping, "title", _title_at(rows.header, columns, mapping))
    _prefer_film(mapping, rows.header, columns)
    _prefer_bare(mapping, rows.header, columns)
    if "rating" not in mapping:
        _suggest(mapping, "rating", _stars_at(rows.header, columns, mapping))
    if "year" not in mapping:
        _suggest(mapping, "year", _year_at(rows.header, columns, mapping))
    if not {"year", "release_date"}.intersection(mapping):
        _suggest(mapping, "release_date", _date_at(rows.header, columns, mapping))
    return tuple(mapping)


_SAID_SO = frozenset({("original_title", "title"), ("cast", "rating")})
"""What a header can mean, and what it is then taken for, by its cells and no less surely."""


def guessed(header: Sequence[str], mapping: Mapped) -> tuple[int, ...]:
    """The places of the columns that `suggested` takes for what they are by their cells alone.

    >>> guessed(["Work", "Year"], ("title", "year")), guessed(["Original title"], ("title",))
    ((0,), ())
    """
    said = [_nearest(name, header)[0] for name in header]
    return tuple(
        at for at, column in enumerate(mapping) if column and said[at] != column and (said[at], column) not in _SAID_SO
    )


def guesses(rows: Rows, mapping: Mapped, chosen: Collection[str]) -> tuple[Problem, ...]:
    """A remark for each column that was guessed; those that somebody chose were not."""
    places = [at for at in guessed(rows.header, mapping) if mapping[at] not in chosen]
    return tuple(
        Problem(
            "column guessed",
            rows.file,
            rows.header_line,
            rows.header[at] or column_at(at),
            _examples(rows, at),
            BY_NAME[mapping[at]].label,
        )
        for at in places
    )


def _examples(rows: Rows, at: int) -> str:
    """The first different cells of a column, as part of a sentence."""
    different = dict.fromkeys(cell for row in rows.cells[:LOOKED_AT] if (cell := row[at].strip()))
    return ", ".join(map(shortened, islice(different, EXAMPLES)))


def _suggest(mapping: list[str], column: str, at: int | None) -> None:
    if at is not None:
        mapping[at] = column


def _prefer_film(mapping: list[str], header: Sequence[str], columns: Sequence[Sequence[str]]) -> None:
    """Where a "Name" stands beside a "Film", the film's title is the second: the first is somebody's."""
    if "title" in mapping and header[mapping.index("title")].strip().casefold() == "name":
        names = [
            at for at, name in enumerate(header) if not mapping[at] and name.strip().casefold() in ("film", "movie")
        ]
        at = next((at for at in names if are_titles(columns[at])), None)
        if at is not None:
            mapping[mapping.index("title")], mapping[at] = "", "title"


def _prefer_bare(mapping: list[str], header: Sequence[str], columns: Sequence[Sequence[str]]) -> None:
    """Where each title begins with the cell of another column of titles, that one is the title and nothing more."""
    if "title" not in mapping:
        return
    now = mapping.index("title")
    others = (at for at, name in enumerate(header) if not mapping[at] and _nearest(name, header)[0] == "title")
    for at in others:
        pairs = [(longer, cell) for longer, cell in zip(columns[now], columns[at], strict=True) if cell]
        if pairs and all(longer.startswith(cell) and longer != cell for longer, cell in pairs):
            mapping[now], mapping[at] = "", "title"
            return


def _stars_at(header: Sequence[str], columns: Sequence[Sequence[str]], mapping: Sequence[str]) -> int | None:
    """The column that is called stars and has numbers of them, not people."""
    places = (at for at, name in enumerate(header) if not mapping[at] and name.strip().casefold() == "stars")
    return next((at for at in places if share(columns[at], _NUMBER.fullmatch) >= MOST), None)


def _title_at(header: Sequence[str], columns: Sequence[Sequence[str]], mapping: Sequence[str]) -> int | None:
    if "original_title" in mapping:
        original = mapping.index("original_title")
        others = (at for at, column in enumerate(mapping) if not column and _FILM_TITLE.match(header[at]))
        by_name = (at for at in others if are_titles(columns[at]))
        return next(by_name, _fuller(header, columns, mapping, original))
    free = [at for at, column in enumerate(mapping) if not column]
    titles = [at for at in free if are_titles(columns[at])]
    asked = [at for at in free if OF_A_FILM.search(header[at]) and are_titles([*filter(None, columns[at])])]
    with_years = [at for at in titles if share(columns[at], TITLE_AND_YEAR.fullmatch) >= MOST]
    exactly = [at for at, name in enumerate(header) if name == "title"]
    named = [at for at in titles if not _NO_TITLE.search(header[at])]
    of_films = [at for at in named if OF_A_FILM.search(header[at])]
    return next(iter([*with_years, *of_films, *asked, *named, *titles, *exactly]), None)


def _fuller(header: Sequence[str], columns: Sequence[Sequence[str]], mapping: Sequence[str], original: int) -> int:
    """The column of original titles, or another one that is called a title and is filled where that one is empty."""
    empty = [at for at, cell in enumerate(columns[original]) if not cell]
    others = (
        at
        for at, name in enumerate(header)
        if not mapping[at] and OF_A_FILM.search(name) and all(columns[at][row] for row in empty) and any(columns[at])
    )
    return next(others, original) if empty else original


def _year_at(header: Sequence[str], columns: Sequence[Sequence[str]], mapping: Sequence[str]) -> int | None:
    """The column of years where none says so and no date of release does: one that can be nothing else."""
    if "release_date" in mapping:
        return None
    free = [at for at, name in enumerate(mapping) if not name]
    nameless = [
        at
        for at in free
        if header[at] in ("", column_at(at))
        and _are_years(columns[at])
        and (
            share(columns[at], _is_year) >= MOST or _first_year(columns[at]) < MODERN or not _is_dated(columns, mapping)
        )
    ]
    if nameless:
        return min(nameless, key=lambda at: (share(columns[at], _is_year) < MOST, _first_year(columns[at]) >= MODERN))
    named = [
        at
        for at in free
        if (not is_of_something_else(header[at]) and _are_only_years(columns[at]))
        or (may_be_years(header[at]) and (share(columns[at], _is_year) == 1 or _are_old_years(columns[at])))
    ]
    return named[0] if len(named) == 1 else None


def _is_dated(columns: Sequence[Sequence[str]], mapping: Sequence[str]) -> bool:
    """Whether most titles name their years, so that days beside them are of something else."""
    return "title" in mapping and share(columns[mapping.index("title")], _FILM_IN.search) >= MOST


def _date_at(header: Sequence[str], columns: Sequence[Sequence[str]], mapping: Sequence[str]) -> int | None:
    """A column that is called a date and nothing more, if its days lie before anybody could have noted them."""
    query = any(f"{name}Label" in header for name in header)
    dates = (at for at, cells in enumerate(columns) if not mapping[at] and is_a_date(header[at]) and _are_years(cells))
    return next((at for at in dates if query or _first_year(columns[at]) < MODERN), None)


def written(rows: Rows) -> Mapped | None:
    """Which column is which in a list as the dashboard writes it: by its exact names, and no other way.

    None for a list that has no column of exactly the name `title`.
    """
    return tuple(header if header in BY_NAME else "" for header in rows.header) if "title" in rows.header else None


def _may_be(column: str, cells: Sequence[str]) -> bool:
    """Whether cells can be those of a column whatever its header says."""
    if column in _MAY_BE_ADDRESSES:
        return True
    if column in _OF_OTHERS and share(cells, _OF_OTHERS[column]) >= MOST:
        return False
    if column == "rating" and are_certificates(cells):
        return False
    if column == "running_time_min" and _are_times_of_day(cells):
        return False
    return share(cells, ADDRESS.match) < MOST


def _are_times_of_day(cells: Sequence[str]) -> bool:
    """Whether cells say when something begins: all are times of a clock, and some are later than any film lasts."""
    hours = [int(found[1]) for cell in cells if (found := _CLOCK.fullmatch(cell))]
    return len(hours) == len([*filter(None, cells)]) and max(hours, default=0) >= LATE


def _are_years(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if not is_missing(cell)]
    found = [year for cell in filled if (year := year_of(cell)) and 1888 <= year[0] < 2200]
    return bool(filled) and len(found) >= 0.8 * len(filled)


def _are_only_years(cells: Sequence[str]) -> bool:
    """Whether there are years, and some before anybody could have noted films on a computer."""
    return len([*filter(None, cells)]) >= 3 and share(cells, _is_year) >= MOST and _first_year(cells) < MODERN


def _are_old_years(cells: Sequence[str]) -> bool:
    """Whether cells name years in any manner, some before anybody could have noted films on a computer."""
    return len([*filter(None, cells)]) >= 3 and _are_years(cells) and _first_year(cells) < MODERN


def _is_year(cell: str) -> bool:
    return _YEAR.fullmatch(cell) is not None


def _first_year(cells: Sequence[str]) -> int:
    return min((year[0] for cell in cells if (year := year_of(cell)) and year[0] >= 1888), default=MODERN)


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
        raise BadListError((Problem("no title column", rows.file, line, value=_likest(rows), expected=header),))


def _likest(rows: Rows) -> str:
    """The header of the column whose cells look most like titles: that with the most different texts."""
    texts = [
        {cell for row in rows.cells[:LOOKED_AT] if is_text(cell := row[at].strip())} for at in range(len(rows.header))
    ]
    return max(zip(rows.header, texts, strict=True), key=lambda each: (bool(each[0]), len(each[1])))[0]


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
            wanted = header or column_at(at)
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
