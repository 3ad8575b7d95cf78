"""Where a table stands in a grid of cells, as a CSV text, a sheet or a page holds it, and its rows."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice, pairwise
from typing import Literal

from dashboard.formats.format import Document, Table, some_of
from dashboard.formats.side_by_side.repeated import names_above, one_below_another, repeated
from dashboard.model.column_names import column_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Fate, Limits, Rows, Unit, column_at
from dashboard.model.text_column import Cells
from dashboard.model.values import YEAR, is_missing

SECTION = "Section"
"""The column for the heading that a row stands below."""
HEADER_WITHIN = 50
"""A header is looked for in so many rows at the top."""
LONGEST_PREAMBLE = 2_000
"""Where nothing is found there, it is looked for in so many rows, if it is wider than all above it."""
LONGEST_HEADER = 100
LONGEST_TOLD = 2_000
"""Characters that are told of the lines above a table."""
MOST_NAMES = 2_000
"""Known names are looked for in so many cells of a row."""
CELLS_A_ROW = 50
"""A table may have so many cells for every row that the limits allow."""

Sections = Literal["none", "clear", "every"]

Line = tuple[int, Sequence[str]]
"""A row's line and cells; one without cells stands for the blank rows at that place, as `without_blanks` does."""

_YEAR = re.compile(r"\s*(1[89]|20)\d\d\s*")
_SHORT_YEAR = rf"{YEAR}|^\s*['’]?\d\d\s*$"
SUMS = (
    "(?:grand |sub-?)?totals?|sums?|average|mean|median|count|number of films|summe|gesamt(?:summe)?|durchschnitt"
    "|schnitt|mittelwert|somme|moyenne|totaux|suma|promedio|totales|media|médias?|soma|totais|total geral|totale|somma"
    "|razem|łącznie|średnia|celkem|součet|průměr|spolu|súčet|priemer|összesen|összeg|átlag|toplam|ortalama|yhteensä"
    "|summa|keskiarvo|sammanlagt|totalt|genomsnitt|snitt|i alt|gjennomsnitt|gennemsnit|totaal|gemiddelde|som|medie"
    "|ukupno|prosjek|prosek|skupaj|povprečje|iš viso|kopā|kokku|итого|всего|сумма|среднее|разом|усього|общо|сума"
    "|средно|укупно|σύνολο|άθροισμα|μέσος όρος|tổng(?: cộng)?|jumlah"
    "|合计|合計|总计|總計|小计|小計|总和|平均|합계|총계|평균|कुल|योग|औसत"
    '|المجموع|مجموع|الإجمالي|المتوسط|סך הכל|סה["״]כ|ממוצע'
)
"""What rows of sums and of averages are called."""
_SUM = re.compile(rf"(?i)(?:{SUMS})(?![^\W_])\s*[:：]?")
_OF_SUMS = re.compile(rf"{_SUM.pattern}(?:\s*\S+){{0,4}}")
"""A sum that says of what it is: "Total votes", "Итого: 6 фильмов"."""
_GROUP = re.compile(r".*:|(?:1[89]|20)\d0\W{0,2}(?:s|er|e|х|-х|年代|-е)?(?:\s*гг\.?|\s*годы)?|\W+\w.*\w\W+")
"""What looks like a heading by itself: with a colon behind it, a decade, or between marks."""
_ORIGIN = re.compile(
    rf"(?i)https?://\S+|©.*|(?:{SUMS})\s*[:：]\s*\d+.*"
    r"|(?:source|quelle|источник|fuente|fonte|źródło|出典|来源)s?\s*[:：].*"
    r"|(?:exported|generated|created|downloaded|updated|last updated|выгружено|создано|обновлено|exportiert|erstellt"
    r"|stand|exporté|exportado)\b.*(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}).*"
)
"""What exports and pages write below a table."""
_REMARK = re.compile(r"^[*†‡]|^[^\d:：]{3,30}[:：]\s|[.!]$|^(?:\S+\s+){8}")
"""What rows below a table have that are a sentence or begin with a label."""
_FOOTNOTE = re.compile(r"[*†‡]+\s*\w")
_SIGN = re.compile(r"[*†‡§]+")
_NUMBER = re.compile(r"\s*[-+]?\d+([.,]\d+)?\s*")
_COUNTED = re.compile(rf"(?:[€$£¥₽]\s?|[Øø∅]\s?)?{_NUMBER.pattern}(?:[^\W\d_]{{1,12}}\.?|[%€$£¥₽元円]|['’′])?\s*")
"""A number, and what it counts: "4 films", "397 min"."""
_FILM = re.compile(rf"\S\s*\({YEAR}\)\s*$")
_DAY = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Place:
    """Where a table stands in a grid.

    Attributes:
        header: the position of its header; None if it has none.
        begins: the position of its first row.
        ends: the position behind its last row.
        titled: whether its header names a column of titles.
        sections: which rows are headings, which the rows below have in a column "Section": none, those that can be
            nothing else, or every row of one cell.
    """

    header: int | None
    begins: int
    ends: int
    titled: bool
    sections: Sections = "clear"

    @property
    def first(self) -> int:
        """The position of the table's first line: of its header, or of its first row where it has none."""
        return self.begins if self.header is None else self.header


def table_of(
    lines: Sequence[Line], no_rows: Rows, limits: Limits, place: Place | None = None, at_least: int = 1
) -> Rows:
    """The table that a grid holds.

    A row with too many cells is not among the cells, one with too few is filled up; both are named.

    Args:
        lines: the grid.
        no_rows: has the table's file, form and encoding.
        limits: what is read of it at most.
        place: where the table stands, if that is known; if not, a note names the other tables of the grid.
        at_least: a row with fewer cells than this, and than the header, is not among the cells either.

    Raises:
        BadListError: if there is no row, or more than the limits allow.
    """
    is_only, place = place is None, place or place_of(lines)
    header, below = _header(lines, place), _below(lines, place)
    body = _body(lines, place, header, below)
    if not body:
        raise BadListError((Problem("empty file", no_rows.file),))
    width = _width(header, [row for _, row in body])
    header = (*header, *[""] * width)[:width] if header else tuple(column_at(at) for at in range(width))
    refuse_too_many(len(body), width, no_rows.file, limits)
    headings = _sections(body, place, header)
    body = [line for line in body if line[0] not in headings]
    rows = replace(no_rows, header=header, header_line=None if place.header is None else lines[place.header][0])
    notes = [*_notes(lines, place, below, no_rows, is_only=is_only)]
    if headings and place.sections == "clear":
        notes.append(replace(above_it([*headings.values()], no_rows.file), kind="headings between rows"))
    rows = _fitted(body, replace(rows, problems=(*no_rows.problems, *notes)), at_least)
    rows = one_below_another(_with_sections(rows, headings) if headings else rows, _above(lines, place))
    refuse_long_cells(rows, limits)
    return rows


def _header(lines: Sequence[Line], place: Place) -> tuple[str, ...]:
    """The names of the columns; where two rows have them, the second says more."""
    if place.header is None:
        return ()
    first, *second = ([cell.strip() for cell in lines[at][1]] for at in range(place.header, place.begins))
    if not second or not _goes_below(first, second[0]):
        return tuple(_spread(first, second[0], lines[place.begins : place.ends]) if second else first)
    width = max(len(first), len(second[0]))
    upper, lower = ([*cells, *[""] * (width - len(cells))] for cells in (first, second[0]))
    return tuple(below or above for above, below in zip(upper, lower, strict=True))


def _spread(header: list[str], below: Sequence[str], rows: Sequence[Line]) -> list[str]:
    """A header with the names below it in the place of the one they belong to, if rows are wider by as many."""
    width = Counter(len(cells) for _, cells in rows if cells).most_common(1)
    titled = [column_of(name) for name in header].index("title")
    spans = next((at for at, name in enumerate(header) if at > titled and column_of(name) is None), None)
    is_wider = bool(width) and width[0][0] == len(header) + len(below) - 1
    return [*header[:spans], *below, *header[spans + 1 :]] if is_wider and spans is not None else header


def _first_row(lines: Sequence[Line], header: int) -> int:
    """The position of the first row below a header, which may have a second row of names."""
    if header + 2 >= len(lines):
        return header + 1
    cells, below = lines[header][1], lines[header + 1][1]
    return header + 2 if _stands_below(cells, below) or _goes_below(cells, below) else header + 1


def _stands_below(header: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether cells are names that say what columns below one name are, as pages copied from a browser have them."""
    year, has_figures = _year_among(header), any(letter.isdigit() for cell in cells for letter in cell)
    is_short = 0 < len(cells) < len(header) and not has_figures and year is not None and year < len(cells)
    return is_short and bool(known := known_names(cells)) and "title" not in known


def _goes_below(header: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether cells are a second row of a header: names below empty cells, and none below the title."""
    filled = [at for at, cell in enumerate(cells) if cell.strip()]
    titles = [at for at, name in enumerate(header) if column_of(name) == "title"]
    is_free = any(at >= len(header) or not header[at].strip() for at in filled)
    has_figures = any(letter.isdigit() for at in filled for letter in cells[at])
    return is_free and len(filled) > 1 and not has_figures and bool(titles) and not {*titles} & {*filled}


def _body(lines: Sequence[Line], place: Place, header: Sequence[str], below: Container[int]) -> list[Line]:
    """The lines that can be rows of a table."""
    rest = lines[place.begins : place.ends]
    return [line for line in rest if line[1] and not _same(line[1], header) and line[0] not in below]


def _sections(body: Sequence[Line], place: Place, header: Sequence[str]) -> dict[int, str]:
    """Rows that only say what stands below them: their lines, and what they say."""
    if place.sections != "every":
        return _clear_sections(body, header) if place.sections == "clear" else {}
    width = _width(header, [row for _, row in body]) if body else 0
    last = max((line for line, cells in body if len(cells) > 1), default=0)
    return {line: cells[0] for line, cells in body if len(cells) == 1 < width and line < last}


def _clear_sections(body: Sequence[Line], header: Sequence[str]) -> dict[int, str]:
    """Rows with a single filled cell, where they can be no films for which the rest is not known.

    That is so if the first row is one, each has rows below it, there are at least twice as many others, and these are
    more than a title: with a year each, if the table has years. A single one must look like a heading too.
    """
    if not body or _filled(body[0][1]) != 1 or len([name for name in header if name]) < 2:
        return {}
    year = _year_among(header)
    alone = [_filled(cells) == 1 for _, cells in body]
    others = [cells for (_, cells), is_alone in zip(body, alone, strict=True) if not is_alone]
    are_films = all(year is None or (len(cells) > year and cells[year].strip()) for cells in others)
    found = {
        line: next(filter(str.strip, cells)).strip() for (line, cells), one in zip(body, alone, strict=True) if one
    }
    if not are_films or alone[-1] or len(others) < 2 * len(found) or any(map(all, pairwise(alone))):
        return {}
    says_so = len(found) > 1 or any(map(_GROUP.fullmatch, found.values()))
    return found if says_so and len({*found.values()}) == len(found) else {}


def _with_sections(rows: Rows, headings: Mapping[int, str]) -> Rows:
    """Rows with a column for the heading that each stands below."""
    begins = sorted(headings)
    above = [bisect(begins, line) for line in rows.lines]
    cells = ((*row, headings[begins[at - 1]] if at else "") for row, at in zip(rows.cells, above, strict=True))
    return replace(rows, header=(*rows.header, SECTION), cells=tuple(cells))


def places_of(lines: Sequence[Line]) -> tuple[Place, ...]:
    """Where the tables of a grid stand: below each header that names titles, else one below the first row.

    A header stands at the top, below single cells such as a heading, below a blank line or below another header.
    A first row that has a year or a number where the others have one is no header, nor is a single cell.
    """
    if found := _headers(lines):
        begins = sorted({*found, *_other_tables(lines, found)})
        ends = pairwise([*begins, len(lines)])
        return tuple(Place(at, _first_row(lines, at) if at in found else at + 1, end, at in found) for at, end in ends)
    wide = (at for at, (_, cells) in enumerate(lines[:HEADER_WITHIN]) if _filled(cells) > 1)
    first = next(wide, next((at for at, (_, cells) in enumerate(lines) if cells), 0))
    if _is_no_header(lines[first:]):
        return (Place(None, first, len(lines), titled=False),)
    return (Place(first, first + 1, len(lines), titled="title" in known_names(lines[first][1])),)


def place_of(lines: Sequence[Line]) -> Place:
    """Where the table stands: of several the one with most rows."""
    places = places_of(lines)
    return places[largest(lines, places)]


def largest(lines: Sequence[Line], places: Sequence[Place]) -> int:
    """Which place has the table that is most likely the list."""

    def worth(at: int) -> tuple[bool, int, bool]:
        place = places[at]
        rows = _rows_between(lines, place.begins, place.ends)
        return place.titled, rows, place.header is not None and "year" in known_names(lines[place.header][1])

    return max(range(len(places)), key=worth) if len(places) > 1 else 0


def document_of(lines: Sequence[Line], no_rows: Rows, limits: Limits, length: Callable[[], int]) -> Document:
    """The tables of a grid, of which the largest is taken; `length` gives how many lines there are."""
    places = tables_among(lines, places_of(lines))
    names = names_of(lines, places, no_rows.unit)
    tables = (
        Table(partial(table_of, lines, no_rows, limits, place), name, partial(fates_around, lines, place), length)
        for place, name in zip(places, names, strict=True)
    )
    return Document(tuple(tables), largest(lines, places))


def tables_among(lines: Sequence[Line], places: Sequence[Place]) -> tuple[Place, ...]:
    """The places that have a table by itself; above another one, a header with a row at most only says what follows."""
    rows = [_rows_between(lines, place.begins, place.ends) for place in places]
    least = [2] * (len(places) - 1) + [1]
    found = tuple(place for place, number, most in zip(places, rows, least, strict=True) if number >= most)
    return found or tuple(places[-1:])


def names_of(lines: Sequence[Line], places: Sequence[Place], unit: Unit) -> list[str]:
    """What tells the tables of a grid from each other: where they begin."""
    return [f"{unit} {lines[place.first][0]}" for place in places] if lines else [""]


def fates_around(lines: Sequence[Line], place: Place) -> dict[int, Fate]:
    """What becomes of the lines of a grid, unless they are rows of the table at a place."""
    header, below = _header(lines, place), _below(lines, place)
    inside = (
        at
        for at, (_, cells) in enumerate(islice(lines, place.begins, place.ends), place.begins)
        if not cells or _same(cells, header)
    )
    headings = _sections(_body(lines, place, header, below), place, header)
    outside = chain(range(place.begins), range(place.ends, len(lines)))
    named = replace(place, header=place.first - 1) if _is_named_above(lines, place) else place
    fates = {lines[at][0]: _fate(at, lines[at][1], named) for at in chain(outside, inside)}
    blank = (range(one[0], other[0]) for one, other in pairwise(lines) if not one[1])
    return {
        **fates,
        **dict.fromkeys(chain.from_iterable(blank), "blank"),
        **dict.fromkeys(below, "comment"),
        **dict.fromkeys(headings, "heading"),
    }


def _below(lines: Sequence[Line], place: Place) -> dict[int, str]:
    """The last rows of a table that are none of its own, with what they say.

    They are sums, where the list comes from, and a single row below a blank line with no year where the others have it.
    """
    found: dict[int, str] = {}
    if place.header is None or _filled(lines[place.header][1]) < 2:
        return found
    year = _year_among(lines[place.header][1])
    notes = _notes_apart(lines, place)
    for at in range(place.ends - 1, place.begins - 1, -1):
        line, cells = lines[at]
        filled = [cell.strip() for cell in cells if cell.strip()]
        is_sum = _sums_up(lines, place, at, year, is_above_sums=bool(found))
        is_apart = (
            year is not None
            and at > place.begins
            and not lines[at - 1][1]
            and _has_no_year([cells], year, lines[place.begins : min(at, place.begins + HEADER_WITHIN)])
        )
        is_note = at >= notes or _is_note(filled) or (len(filled) == 1 and place.ends < len(lines))
        if filled and not is_sum and not is_apart and not is_note:
            break
        found |= {line: " · ".join(filled)} if filled else {}
    return dict(reversed(found.items()))


def _sums_up(lines: Sequence[Line], place: Place, at: int, year: int | None, *, is_above_sums: bool) -> bool:
    """Whether a row is a sum of the rows above it, or how many they are.

    One that says of what it is a sum could be a title. So it has a colon, another sum below, or a number that is right.
    """
    cells = lines[at][1]
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled or not all(map(_is_sum, filled[1:])):
        return False
    if _SUM.fullmatch(filled[0]) and (len(filled) > 1 or is_above_sums):
        return True
    has_year = year is not None and len(cells) > year and bool(cells[year].strip())
    says_so = not has_year and _OF_SUMS.fullmatch(filled[0])
    is_count = not has_year and len(filled) == 1 and _COUNTED.fullmatch(filled[0])
    if says_so and (is_above_sums or ":" in filled[0]):
        return True
    return bool(says_so or is_count) and _adds_up(
        cells, [row for _, row in lines[place.begins : at] if row and not _names_sum(row)]
    )


def _names_sum(cells: Sequence[str]) -> bool:
    return _OF_SUMS.fullmatch(next(filter(str.strip, cells), "").strip()) is not None


def _adds_up(cells: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a cell names the number of some rows, or the sum or the mean of what they have in its column."""
    for at, cell in enumerate(cells):
        named = _figures(cell)
        above = [found[0] for row in rows if len(row) > at and (found := _figures(row[at]))]
        worth = [len(rows), sum(above), sum(above) / max(1, len(above))]
        if not {round(each, places) for each in worth for places in range(3)}.isdisjoint(named):
            return True
    return False


def _figures(cell: str) -> list[float]:
    return [
        float(found.replace(",", ".")) for found in re.findall(r"\d{1,9}(?:[.,]\d{1,2}(?!\d))?", cell[:LONGEST_HEADER])
    ]


def _notes_apart(lines: Sequence[Line], place: Place) -> int:
    """Where remarks begin below the last blank line of a table, a cell each; its end where there are none."""
    gaps = [at for at in range(place.begins + 1, place.ends - 1) if not lines[at][1]]
    apart = [[cell for cell in cells if cell.strip()] for _, cells in lines[gaps[-1] + 1 : place.ends]] if gaps else []
    are_remarks = bool(apart) and all(len(filled) == 1 and _REMARK.search(filled[0]) for filled in apart if filled)
    return gaps[-1] + 1 if are_remarks else place.ends


def _is_note(filled: Sequence[str]) -> bool:
    """Whether the filled cells of a row below a table say where it is from, or what a mark in it means."""
    if len(filled) == 2:
        return _SIGN.fullmatch(filled[0]) is not None
    return len(filled) == 1 and bool(_ORIGIN.fullmatch(filled[0]) or _FOOTNOTE.match(filled[0]))


def _is_sum(cell: str) -> bool:
    return cell.startswith("=") or (_COUNTED.fullmatch(cell) is not None and not _YEAR.fullmatch(cell))


def _fate(at: int, cells: Sequence[str], place: Place) -> Fate:
    if not cells:
        return "blank"
    return "comment" if at < place.first else "heading" if at < place.ends else "other table"


def first_row(lines: Sequence[Line]) -> Place:
    """The place of a table whose header is the first row that is not blank, whatever it says."""
    first = next((at for at, (_, cells) in enumerate(lines) if cells), None)
    return Place(first, 0 if first is None else first + 1, len(lines), titled=True, sections="none")


def without_blanks(lines: Iterable[Line]) -> Iterator[Line]:
    """Rows as they come, several blank ones in a row as one without cells."""
    blank = False
    for line, cells in lines:
        if any(cell and not cell.isspace() for cell in cells):
            yield line, cells
            blank = False
        elif not blank:
            yield line, ()
            blank = True


def _headers(lines: Sequence[Line]) -> list[int]:
    """The positions of rows that can be a header with a title, of equal ones the first."""
    found: list[int] = []
    above = 0
    for at in _looked_at(lines):
        cells = lines[at][1]
        if at >= HEADER_WITHIN and lines[at - 1][1] and (found or _filled(cells) <= above):
            continue
        known = known_names(cells)
        new = not any(_same(cells, lines[other][1]) for other in found)
        clear = len(known) > 1 or (above == 0 and not _is_no_header(lines[at:]))
        if "title" in known and new and clear and _may_begin(lines, at, above, found):
            found.append(at)
        above = max(above, _filled(cells))
    return found


def _looked_at(lines: Sequence[Line]) -> Iterator[int]:
    """The positions at which a header is looked for: at the top, and below blank lines."""
    top = min(len(lines), LONGEST_PREAMBLE)
    yield from range(top)
    below = (at for at in range(top, len(lines)) if not lines[at - 1][1] and lines[at][1])
    yield from islice(below, LONGEST_PREAMBLE)


def _other_tables(lines: Sequence[Line], headers: Sequence[int]) -> Iterator[int]:
    """Where tables that do not name titles begin below a blank line: in them no cell is a year where others are."""
    for header, end in pairwise([*headers, len(lines)]):
        year = _year_among(lines[header][1])
        gaps = [at for at in range(header + 1, end) if not lines[at][1]]
        for gap, following in pairwise([*gaps, end]):
            block = [cells for _, cells in lines[gap + 1 : following] if cells]
            if not block or _same(block[0], lines[header][1]) or _rows_between(lines, gap, end) < 2:
                continue
            if _is_other_header(block[0]) or (
                year is not None and _has_no_year(block, year, lines[header + 1 : min(gap, header + HEADER_WITHIN)])
            ):
                yield gap + 1
                break


def _year_among(header: Sequence[str]) -> int | None:
    """Which column of a header has the years; None if none has."""
    names = [column_of(name) for name in header]
    return names.index("year") if "year" in names else None


def _rows_between(lines: Sequence[Line], begins: int, ends: int) -> int:
    return sum(1 for _, cells in lines[begins:ends] if cells)


def _is_other_header(cells: Sequence[str]) -> bool:
    """Whether a row can only be a header: it has names that the schema knows, and nothing but names."""
    filled = [cell for cell in cells if cell.strip()]
    return len(filled) > 1 and len(known_names(filled)) == len(filled)


def _has_no_year(rows: Sequence[Sequence[str]], at: int, above: Sequence[Line]) -> bool:
    """Whether rows have something else where those above have years, all of which may leave out the century."""
    cells = [cells[at] if len(cells) > at else "" for cells in rows]
    years = (cells[at] for _, cells in above if len(cells) > at)
    form = YEAR if any(re.search(YEAR, year) for year in years) else _SHORT_YEAR
    return bool(cells[0].strip()) and not any(re.search(form, cell) for cell in cells)


def _may_begin(lines: Sequence[Line], at: int, above: int, found: Sequence[int]) -> bool:
    is_below_heading = at > 1 and _filled(lines[at - 1][1]) == 1 and len(known_names(lines[at][1])) > 2
    is_named_above = (
        at > 0 and not found and (_names_each(lines[at - 1][1], lines[at][1]) or _is_below_groups(lines, at))
    )
    return above < 2 or not lines[at - 1][1] or at - 1 in found or is_below_heading or is_named_above


def _is_below_groups(lines: Sequence[Line], at: int) -> bool:
    """Whether the row above a header names groups of its columns, each once above several, as merged cells do."""
    groups, cells = lines[at - 1][1], lines[at][1]
    is_first = all(_filled(above) < 2 for _, above in lines[: at - 1])
    return is_first and len(known_names(cells)) > 1 and 0 < _filled(groups) * 2 <= _filled(cells) == _width_of(cells)


def _names_each(above: Sequence[str], header: Sequence[str]) -> bool:
    """Whether a row says of a header whose names come again and again what each time is: "Seen" and "To see"."""
    again = repeated(header)
    return again is not None and bool(names_above(above, again))


def _is_named_above(lines: Sequence[Line], place: Place) -> bool:
    """Whether the row above a table's header belongs to it."""
    return bool(place.header) and _names_each(_above(lines, place), lines[place.first][1])


def _above(lines: Sequence[Line], place: Place) -> Sequence[str]:
    """The cells of the row above a table's header; none if there is none."""
    return lines[place.header - 1][1] if place.header else ()


def known_names(cells: Sequence[str]) -> set[str]:
    """The schema's columns that cells name, if they are taken for headers."""
    targets = (column_of(cell) for cell in cells[:MOST_NAMES] if cell and len(cell) <= LONGEST_HEADER)
    return {target for target in targets if target}


def _is_no_header(lines: Sequence[Line]) -> bool:
    rows = [cells for _, cells in islice(lines, HEADER_WITHIN) if cells]
    known = known_names(rows[0]) if rows else set()
    if len(known) > 1 or not rows or (len(rows) > 1 and _numbers_columns(rows[0])):
        return not rows
    if max(map(_filled, rows)) == 1:
        return not known
    if len(rows) == 1:
        return not known and any(_kind(cell) == "year" for cell in rows[0])
    return any(_alike(cell, [row[at] for row in rows[1:] if len(row) > at]) for at, cell in enumerate(rows[0]))


def _numbers_columns(cells: Sequence[str]) -> bool:
    """Whether cells are the numbers of their columns, as programs write them that know no names."""
    numbers = [cell.strip() for cell in cells]
    return len(numbers) > 2 and any(numbers == [str(at) for at in range(one, one + len(numbers))] for one in (0, 1))


def _alike(cell: str, below: Sequence[str]) -> bool:
    """Whether a cell is a year among years, or a number among numbers that are no years."""
    kind = _kind(cell)
    same = [_kind(other) == kind for other in below if not is_missing(other)]
    return bool(kind and same) and sum(same) * 4 >= len(same) * 3


def _kind(cell: str) -> str:
    """What a cell is that no header is: a year, a number, a title with its year, a day."""
    if _NUMBER.fullmatch(cell):
        return "year" if _YEAR.fullmatch(cell) else "number"
    return "film" if _FILM.search(cell[-20:]) else "day" if _DAY.fullmatch(cell.strip()) else ""


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell and not cell.isspace())


def _same(cells: Sequence[str], header: Sequence[str]) -> bool:
    if len(cells) != len(header) or (cells and header[0] not in cells[0]):
        return False
    return all(one.strip() == other.strip() for one, other in zip(cells, header, strict=True))


def _width_of(cells: Sequence[str]) -> int:
    """How many cells there are up to the last that is not blank."""
    return next((at for at in range(len(cells), 0, -1) if cells[at - 1] and not cells[at - 1].isspace()), 0)


def _width(header: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """The header's width, or that of most rows, without columns at the end that have neither a name nor a cell."""
    widest = len(header) or Counter(map(len, rows)).most_common(1)[0][0]
    return max(_width_of(header), min(widest, max(map(_width_of, rows))))


def _fitted(body: Sequence[Line], rows: Rows, at_least: int) -> Rows:
    width = len(rows.header)
    problems = [*rows.problems]
    cells, lines, unread = [], [], []
    if _has_years_in_front(rows.header, body):
        body, added = _with_years(body, rows)
        problems += added
    for line, row in body:
        count = max(_width_of(row), width) if len(row) > width else len(row)
        if count > width or count < min(width, at_least):
            problems.append(Problem("wrong number of cells", rows.file, line, "", str(count), str(width)))
            unread.append((line, tuple(row[:count])))
            continue
        if count < width:
            problems.append(Problem("cells missing", rows.file, line, "", str(count), str(width)))
        cells.append((*row[:width], *[""] * (width - count)))
        lines.append(line)
    return replace(rows, cells=tuple(cells), lines=tuple(lines), problems=tuple(problems), unread=tuple(unread))


def _has_years_in_front(header: Sequence[str], body: Sequence[Line]) -> bool:
    """Whether the first column has the years, and most of the first rows have one."""
    first = [row for _, row in body[:HEADER_WITHIN]]
    is_year = len(header) > 2 and column_of(header[0]) == "year" and column_of(header[1]) == "title"
    return is_year and sum(1 for row in first if row and _YEAR.match(row[0])) * 2 > len(first)


def _with_years(body: Sequence[Line], rows: Rows) -> tuple[list[Line], list[Problem]]:
    """Rows of which those that lack their first cell have the year above: in the page, that cell spans both rows."""
    found: list[Line] = []
    problems: list[Problem] = []
    above = ""
    for line, row in body:
        has_year = _YEAR.match(row[0]) is not None
        if above and not has_year and 1 < len(row) < len(rows.header) and row[0].strip() and not is_missing(row[0]):
            found.append((line, (above, *row)))
            problems.append(Problem("year from the row above", rows.file, line, rows.header[0], above))
        else:
            found.append((line, row))
        above = row[0] if has_year else above
    return found, problems


def _notes(
    lines: Sequence[Line], place: Place, below: Mapping[int, str], no_rows: Rows, *, is_only: bool
) -> Iterator[Problem]:
    rows_above = lines[: place.first - _is_named_above(lines, place)]
    if above := [" · ".join(filter(None, map(str.strip, cells))) for _, cells in rows_above if cells]:
        yield above_it(above, no_rows.file)
    if is_only and place.ends < len(lines):
        this, *others = names_of(lines, [place, *(each for each in places_of(lines) if each != place)], no_rows.unit)
        yield Problem("other tables", no_rows.file, value=this, expected=some_of(others))
    if below:
        yield below_it([*below.values()], no_rows.file)


def above_it(lines: Sequence[str], file: str) -> Problem:
    """The note that some lines stand above a table, and what they say."""
    told = _told(lines)
    return Problem("lines before the table", file, value=str(len(lines)), expected=told)


def _told(lines: Sequence[str]) -> str:
    """What some lines say, and how many more there are where that is too long."""
    told: list[str] = []
    left = LONGEST_TOLD
    for line in lines:
        left -= len(line) + 2
        if left < 0 and told:
            return "; ".join([*told, f"… (+{len(lines) - len(told)})"])
        told.append(line[:LONGEST_TOLD])
    return "; ".join(told).rstrip(". ")


def below_it(lines: Sequence[str], file: str) -> Problem:
    """The note that some lines stand below a list, and what they say."""
    return replace(above_it(lines, file), kind="lines behind the list")


def beside_it(first: Sequence[str], number: int, file: str) -> tuple[Problem, ...]:
    """The note that so much stands beside a list, and what comes first of it; none if there is nothing."""
    return (replace(above_it(first, file), kind="beside the list", value=str(number)),) if number else ()


def refuse_long_cells(rows: Rows, limits: Limits) -> None:
    """Refuse a table in which a cell is longer than the limits allow."""
    is_short = isinstance(rows.cells, Cells) and rows.cells.longest <= limits.cell
    is_long = not is_short and max(map(len, chain.from_iterable(rows.cells)), default=0) > limits.cell
    looked_at = zip(rows.lines, rows.cells, strict=True) if is_long else ()
    for line, cells in chain([(rows.header_line, rows.header)], looked_at, rows.unread):
        if max(map(len, cells), default=0) > limits.cell:
            raise BadListError((Problem("cell too long", rows.file, line, expected=str(limits.cell)),))


def refuse_too_many(rows: int, columns: int, file: str, limits: Limits) -> None:
    """Refuse a table with more rows, columns or cells than the limits allow."""
    if rows > limits.rows:
        raise BadListError((Problem("too many rows", file, expected=str(limits.rows)),))
    if columns > limits.columns or rows * columns > CELLS_A_ROW * limits.rows:
        raise BadListError((Problem("too many columns", file, expected=str(limits.columns)),))
