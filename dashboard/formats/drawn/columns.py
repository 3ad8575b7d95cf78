"""Tables whose columns only blanks divide: below a rule of dashes, or with numbered rows as pandas and R print them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise, takewhile

from dashboard.formats.drawn.layout import LONGEST_LINE, DrawnTable, Row, between, in_places, of_pages, without_nothing
from dashboard.model.column_names import column_of
from dashboard.model.rows import Fate

_RULE = re.compile(r"[ \t]*(?:[-=]+[ ]+)+[-=]+[ \t]*")
_NUMBERED = re.compile(r"[ ]{0,8}(?P<number>\d{1,9}|\.\.)(?:[ ]|$)")
_TYPES = re.compile(r"\s+<[a-z:*\[\]/ ]{2,20}>(?:\s+<[a-z:*\[\]/ ]{2,20}>)*\s*")
_LEFT_OUT = re.compile(r"\.\.(?:[ ]+\.{2,3})*[ ]*")
_NOTHING = ("NaN", "NaT", "None", "NA")
_CUT = ("...", "…")
MOST_SPANS = 1_000
Span = tuple[int, int]


def is_rule(line: str) -> bool:
    """Whether a line is nothing but dashes, or equals signs, above the columns of a table."""
    return len(line) <= LONGEST_LINE and ("---" in line or "===" in line) and _RULE.fullmatch(line) is not None


def ruled_tables(lines: Sequence[str]) -> Iterator[DrawnTable]:
    """The tables of a text that have a rule of dashes for each column, of which one says where the columns stand.

    Those with the same header, as the pages of a report have it, are one.
    """
    for _, pages in groupby(_all_ruled(lines), lambda table: tuple(table.rows[0][1]) if table.has_header else ()):
        yield of_pages([*pages], lines)


def _all_ruled(lines: Sequence[str]) -> Iterator[DrawnTable]:
    behind = 0
    rules = [number for number, line in enumerate(lines) if is_rule(line)]
    for at, rule in enumerate(rules):
        if rule >= behind:
            found, behind = _ruled(lines, rule, _alike(lines, rules[at : at + 3]))
            if found and found.length > 0:
                yield found


def _alike(lines: Sequence[str], rules: Sequence[int]) -> list[int]:
    """The first of some rules, and those behind it that divide the same columns."""
    spans = _spans(lines[rules[0]])
    return [*takewhile(lambda rule: _spans(lines[rule]) == spans, rules)]


def _ruled(lines: Sequence[str], rule: int, same: Sequence[int]) -> tuple[DrawnTable | None, int]:
    """A table by its first rule, or None; and the line behind it, counted from 0."""
    spans = _spans(lines[rule])
    is_closed = lines[rule].strip()[:1] == "=" and len(same) > 1
    above = [] if is_closed else [rule - 1] if rule and lines[rule - 1].strip() else []
    last = same[-1] if is_closed else _end(lines, rule + 1, spans)
    inside = [*above, *(at for at in range(rule + 1, last) if lines[at].strip() and not is_rule(lines[at]))]
    has_header = bool(above) or (is_closed and len(same) > 2 and any(at < same[1] for at in inside))
    others: dict[int, Fate] = {at + 1: "blank" for at in {*range(rule, last + is_closed)} - {*inside}}
    rows: list[Row] = []
    for at in inside:
        cells = _cells(lines[at], spans)
        is_header = has_header and is_closed and at < same[1]
        is_whole = rows and len(rows[-1][1]) == len(cells) == len(spans)
        goes_on = is_closed and is_whole and (not cells[0] or (is_header and len(rows) == 1))
        if goes_on:
            rows[-1] = (rows[-1][0], [" ".join(filter(None, pair)) for pair in zip(rows[-1][1], cells, strict=True)])
            others[at + 1] = "heading" if is_header else "field"
        else:
            rows.append((at + 1, cells))
    if not rows or (has_header and sum(map(bool, rows[0][1])) < 2) or len(rows[0][1]) != len(spans):
        return None, rule + 1
    first = min(rule, *inside) + 1
    return DrawnTable(without_nothing(rows, ("NULL",)), first, last + is_closed, has_header, others), last + is_closed


def _spans(rule: str) -> list[Span]:
    return [(found.start(), found.end()) for found in re.finditer(r"[-=]+", rule)]


def _end(lines: Sequence[str], at: int, spans: Sequence[Span]) -> int:
    """The line behind a table that no rule closes: behind the last that has two cells where the columns stand."""
    blank = next((each for each in range(at, len(lines)) if not lines[each].strip()), len(lines))
    further = blank
    for each in range(blank, len(lines)):
        cells = _cells(lines[each], spans) if lines[each].strip() else []
        is_row = len(cells) == len(spans) and sum(map(bool, cells)) > 1 and not is_rule(lines[each])
        if (cells and not is_row) or (each + 1 < len(lines) and is_rule(lines[each + 1])):
            break
        further = each + 1 if cells else further
    return further


def _cells(line: str, spans: Sequence[Span]) -> list[str]:
    """The cells of a line; the whole line as one if something stands between two columns."""
    places = in_places(line)
    gaps = [between(places, one[1], other[0]) for one, other in pairwise(spans)]
    if any(gaps):
        return [line.strip()]
    begins = [0, *(start for start, _ in spans[1:])]
    return [between(places, start, ends) for start, ends in pairwise([*begins, None])]  # type: ignore[arg-type]


def numbered_tables(lines: Sequence[str]) -> Iterator[DrawnTable]:
    """The tables of a text as pandas and R print them: a header above rows, each of which begins with its number."""
    at = 0
    while at < len(lines) - 1:
        found = _numbered(lines, at) if _may_be_header(lines, at) else None
        if found:
            yield found
        at = found.last if found else at + 1


def _may_be_header(lines: Sequence[str], at: int) -> bool:
    below = at + 2 if _TYPES.fullmatch(lines[at + 1]) else at + 1
    names = lines[at][:LONGEST_LINE].split()
    is_numbered = below < len(lines) and _NUMBERED.match(lines[below]) is not None
    if not lines[at][:1].isspace() or not is_numbered or not 2 <= len(names) <= 100:
        return False
    known = {column for name in names if (column := column_of(name))}
    return "title" in known and len(known) > 1


def _numbered(lines: Sequence[str], at: int) -> DrawnTable | None:
    """The table below a header; None if it cannot be told where each of its columns stands."""
    has_types = _TYPES.fullmatch(lines[at + 1]) is not None
    body = [*takewhile(lambda each: _NUMBERED.match(lines[each][:LONGEST_LINE]), range(at + 1 + has_types, len(lines)))]
    rows = [each for each in body if not _LEFT_OUT.fullmatch(lines[each])]
    numbers = (_NUMBERED.match(lines[each]) for each in body)
    begins = max(number.end("number") for number in numbers if number)
    selected = [(each + 1, lines[each]) for each in (at, *rows)]
    tried = (_divided(selected, begins, how, joins_left=has_types) for how in (in_places, list))
    divided = next(filter(None, tried), None)
    if not rows or not divided:
        return None
    others: dict[int, Fate] = {each + 1: "comment" for each in {*body} - {*rows}}
    others |= {at + 2: "blank"} if has_types else {}
    cut = tuple((line, place) for line, row in divided[1:] for place, cell in enumerate(row) if cell.endswith(_CUT))
    return DrawnTable(without_nothing(divided, _NOTHING), at + 1, body[-1] + 1, True, others, cut=cut)


def _divided(
    lines: Sequence[tuple[int, str]], begins: int, how: Callable[[str], list[str]], *, joins_left: bool
) -> list[Row]:
    """A header and rows with their numbers first; none if it cannot be told where the columns stand.

    Args:
        lines: those of the header and of the rows, each with its number.
        begins: the place behind the numbers of rows.
        how: divides a line into what takes a place each: some programs count characters, others their widths.
        joins_left: whether texts begin below the beginning of their header, and not end below its end.
    """
    (number, header), *rows = [(line, how(text)) for line, text in lines]
    spans = [] if between(header, 0, begins) else _columns(header, [row for _, row in rows], begins, joins_left)
    names = (number, ["", *(between(header, *span) for span in spans)])
    cells = ((line, [between(row, 0, begins), *(between(row, *span) for span in spans)]) for line, row in rows)
    return [names, *cells] if spans else []


def _columns(header: list[str], rows: Sequence[list[str]], begins: int, joins_left: bool) -> list[Span]:
    """Where the columns stand: what blanks divide in all lines, each with a name in the header; none if some has none.

    A blank that stands in a column by chance in all of its cells divides nothing, since only one side has a name.
    """
    spans = _filled_spans([header, *rows], begins)
    if len(spans) > MOST_SPANS:
        return []
    joined: list[Span] = []
    waiting: int | None = None
    for first, ends in spans:
        is_column = bool(between(header, first, ends)) and any(between(row, first, ends) for row in rows)
        if is_column:
            joined.append((first if waiting is None else waiting, ends))
            waiting = None
        elif joins_left and joined:
            joined[-1] = (joined[-1][0], ends)
        else:
            waiting = first if waiting is None else waiting
    return joined if waiting is None and len(joined) > 1 else []


def _filled_spans(lines: Sequence[list[str]], begins: int) -> list[Span]:
    """The places from one on at which something stands in some line, in spans."""
    filled = bytearray(max(map(len, lines)) + 1)
    for line in lines:
        for at in range(begins, len(line)):
            if not line[at].isspace():
                filled[at] = 1
    return [found.span() for found in re.finditer(b"\x01+", bytes(filled))]
