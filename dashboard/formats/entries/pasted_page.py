"""Pages of film sites, pasted as text: each film is some lines, its year stands at one place below its title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from dashboard.formats.entries.document import ReadEntry, document_of_entries
from dashboard.formats.format import Document, GivenFile, TextFormat, split_lines
from dashboard.formats.plain_text.lines import RATING, STARS, lines_of
from dashboard.formats.plain_text.notations import MOSTLY
from dashboard.formats.plain_text.parsed_lines import could_be_title, director_of, number_of, script_of, with_year
from dashboard.formats.plain_text.people import is_country
from dashboard.formats.plain_text.plain import MINUTES
from dashboard.model.column_names import column_of
from dashboard.model.problems import Problem
from dashboard.model.rows import Fate, Limits
from dashboard.model.values import YEAR

SAMPLE = 200_000
"""Characters of a text that may be such a page; a longer one is none."""
LOOKED_AT = 500
"""Lines by which it is told whether a plain list would have the films."""
FEWEST = 3
"""Films that make it a page."""
LOWEST = 5
"""So many lines below the title a year is looked for."""
LONGEST_YEAR_LINE = 150
WIDEST = 12
"""Lines of a film where nothing but their number tells it from the next."""

_ALONE = re.compile(rf"\(?(?P<year>{YEAR})\)?")
_SIGN = re.compile(r"\s*[|•·‧・,;]\s*|\s+[/–—-]\s+")
_BEFORE_A_SIGN = re.compile(rf"{YEAR}\s*[|•·‧]\s")
_YEAR_FIRST = re.compile(rf"(?P<year>{YEAR})\s+(?P<countries>\D+)")
_YEAR_LAST = re.compile(rf"(?P<text>\D.*\S)\s+\(?(?P<year>{YEAR})\)?")
_LENGTH = re.compile(r"\d{1,2}\s?h(?:\s?\d{1,2}\s?m(?:in)?\.?)?|\d{1,3}\s?(?:min|мин|m)\b\.?")
_RELEASED = re.compile(
    rf"(?i:.*?)(?P<date>(?:\d{{1,2}}\.?(?:er)?\s(?:de\s)?[^\W\d_]{{3,10}}\.?\s(?:de\s)?|[^\W\d_]{{3,9}}\.?\s\d{{1,2}},\s)(?P<year>{YEAR}))(?!\d)"
)
_OF_RELEASE = re.compile(
    rf"(?i)\b(?:en salles?|sortie|releas\w+|in theaters|rated|kinostart|im kino|estren\w+|uscita|al cinema|premier\w*"
    rf"|премьера|в прокате|в кино|w kinach|v kinech)\b|{_LENGTH.pattern}"
)
"""What beside a date says that a film came out on it, and was not shown."""
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?!\d)")
_LABELLED = re.compile(r"(?P<label>[^\W\d_][^:：]{0,30}?)\s*[:：]\s+(?P<value>\S.*)")
_NOT_SAID = (None, "title", "year")
"""Columns whose labels on a line below a title say nothing: those nobody knows, and what is known already."""
_GLUED = re.compile(
    r"Director(?P<director>[^\W\d_](?:(?![^\W\d_A-Z](?<!Mc)[A-Z]).)*?[^\W\d_A-Z])"
    r"(?P<people>(?:Writers?|Stars?)[A-Z].*)"
)
"""People as IMDb's pages have them, with nothing between what they did and their names."""
_GAP = re.compile(r"\s{2,}")
_BARE_NUMBER = re.compile(r"#?(?P<number>\d{1,4})[.)]?")

_Block = list[int]
"""The positions of the lines of one film, that of its title first."""


@dataclass(frozen=True)
class _Said:
    """What a line says of a year: the year, a date of release that has it, and all else.

    It is a guess where no sign and no bracket makes it a year.
    """

    year: str = ""
    date: str = ""
    rest: str = ""
    guessed: bool = field(default=False, repr=False)


class PastedPage(TextFormat):
    """A page on which each film is a block of lines, below its number, a blank line, or above its year and length."""

    name = "pasted page"
    plural = "pages of film sites, pasted as text"

    def recognises(self, given: GivenFile) -> bool:
        """Whether nearly all blocks have a year at one place below the title, and a plain list would miss some."""
        if len(given.text) > SAMPLE:
            return False
        lines = split_lines(given.text)
        blocks = _blocks(lines)
        read = lines_of("\n".join(lines[:LOOKED_AT])) if blocks else []
        return sum(1 for line in read if line.films) < sum(1 for block in blocks if block[0] < LOOKED_AT)

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """Each block as a film; what stands beside the blocks is named."""
        lines = split_lines(given.text)
        blocks = _blocks(lines)
        place = _place_of_year(blocks, lines)
        entries = _entries(blocks, place, lines)
        table = document_of_entries(lines, entries, self.no_rows(given), limits).table
        guesses = _guesses(blocks, place, lines, given.name)
        rows = replace(table.rows, problems=(*table.rows.problems, *guesses))
        return Document((replace(table, read=lambda: rows),))


PASTED_PAGE = PastedPage()


def _blocks(lines: Sequence[str]) -> list[_Block]:
    """The films of a page; none where it is no such page."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    forms = (_numbered, _below_numbers, _paragraphs, _above_years, _in_equal_steps)
    begins = (form(filled, lines) for form in forms)
    divided = (_without_numbers(_divided(filled, each), lines) for each in begins)
    return next((films for blocks in divided if (films := _alike(blocks, lines))), [])


def _numbered(filled: Sequence[int], lines: Sequence[str]) -> list[int]:
    """Lines that are a number and a title, if they count."""
    found = [(number[0], at) for at in filled if (number := number_of(lines[at].strip()))]
    return [at for _, at in found] if _rise([number for number, _ in found]) else []


def _below_numbers(filled: Sequence[int], lines: Sequence[str]) -> list[int]:
    """Lines below those that are a number and nothing else and count by one."""
    found: list[int] = []
    wanted = 1
    for at, below in pairwise(filled):
        number = _BARE_NUMBER.fullmatch(lines[at].strip())
        if number and int(number["number"]) == wanted:
            found, wanted = [*found, below], wanted + 1
    return found


def _paragraphs(filled: Sequence[int], _: Sequence[str]) -> list[int]:
    return [*filled[:1], *(at for above, at in pairwise(filled) if at > above + 1)]


def _above_years(filled: Sequence[int], lines: Sequence[str]) -> list[int]:
    """Lines above a year that stands alone and has a length below it, or that other things follow behind a sign."""
    return [
        title
        for title, year, length in zip(filled, filled[1:], [*filled[2:], *filled[-1:]], strict=False)
        if _BEFORE_A_SIGN.match(lines[year].strip())
        or (_ALONE.fullmatch(lines[year].strip()) and _LENGTH.fullmatch(lines[length].strip()))
    ]


def _in_equal_steps(filled: Sequence[int], lines: Sequence[str]) -> list[int]:
    """The lines on which films begin where each has as many lines, by the places of their years."""
    years = [at for at, line in enumerate(filled) if _said(lines[line]).year]
    steps = {below - above for above, below in pairwise(years)}
    width = min(steps) if len(steps) == 1 else 0
    if not 2 < width <= WIDEST or not 0 < years[0] < width:
        return []
    return [filled[at] for at in range(0, len(filled), width)]


def _rise(numbers: Sequence[int]) -> bool:
    return all(above <= below for above, below in pairwise(numbers)) and numbers[:1] in ([0], [1])


def _divided(filled: Sequence[int], begins: Sequence[int]) -> list[_Block]:
    """The filled lines from each of those on which a film begins to the one before the next."""
    edges = [bisect_left(filled, at) for at in begins]
    return [[*filled[first:end]] for first, end in pairwise([*edges, len(filled)])]


def _without_numbers(blocks: Sequence[_Block], lines: Sequence[str]) -> list[_Block]:
    """Films without the number of the next one, where that has a line of its own."""
    are_numbered = all(_BARE_NUMBER.fullmatch(lines[block[-1]].strip()) for block in blocks[:-1])
    return [*(block[:-1] for block in blocks[:-1]), *blocks[-1:]] if are_numbered else [*blocks]


def _alike(blocks: Sequence[_Block], lines: Sequence[str]) -> list[_Block]:
    """Those blocks that are films, the last no longer than the others; none where they are not alike.

    What stands before the first block with a year and behind the last one is none, unless it has a number.
    """
    place = _place_of_year(blocks, lines)
    dated = [at for at, block in enumerate(blocks) if place and _said_in(block, place, lines).year]
    if len(dated) < FEWEST or len(dated) < MOSTLY * sum(1 for block in blocks if len(block) > 1):
        return []
    films = [block for block in blocks[dated[0] : dated[-1] + 1] if len(block) > 1 or not lines[block[0]].isupper()]
    titles = [lines[block[0]].strip() for block in films]
    if all(map(_BARE_NUMBER.fullmatch, titles)):
        return []
    if not all(could_be_title(title, regular=True) for title in titles) or any(map(with_year, titles)):
        return []
    longest = max(map(len, films[:-1]))
    return [block[:longest] for block in films]


def _place_of_year(blocks: Sequence[_Block], lines: Sequence[str]) -> int:
    """How many lines below its title most films have their year; 0 where there is no such place."""
    places = Counter(
        place for block in blocks for place in range(1, min(LOWEST, len(block))) if _said(lines[block[place]]).year
    )
    often = max(places.values(), default=0)
    return min((place for place, number in places.items() if number == often), default=0)


def _said_in(block: _Block, place: int, lines: Sequence[str]) -> _Said:
    return _said(lines[block[place]]) if place < len(block) else _Said()


def _said(line: str) -> _Said:
    """What a line says of a year.

    >>> _said("1994 / USA / crime drama"), _said("1975 Belgium, France"), _said("In 1994 he went home.")
    (_Said(year='1994', date='', rest='USA, crime drama'), _Said(year='1975', date='', rest='Belgium, France'), \
_Said(year='', date='', rest=''))
    """
    text = line.strip()
    if len(text) > LONGEST_YEAR_LINE:
        return _Said()
    forms: tuple[Callable[[str], _Said], ...] = (_alone, _released, _among_parts, _before_countries, _at_last)
    return next((said for form in forms if (said := form(text)).year), _Said())


def _alone(text: str) -> _Said:
    found = _ALONE.fullmatch(text)
    return _Said(found["year"]) if found else _Said()


def _released(text: str) -> _Said:
    found = None if _CLOCK.search(text) else _RELEASED.match(text)
    if not found or not _OF_RELEASE.search(text):
        return _Said()
    rest = f"{text[: found.start('date')]}{text[found.end('date') :]}".strip()
    return _Said(found["year"], found["date"], rest)


def _among_parts(text: str) -> _Said:
    parts = _SIGN.split(text)
    years = [year for part in parts if (year := _ALONE.fullmatch(part.strip()))]
    if len(years) != 1 or (text.endswith(".") and len(parts[-1].split()) > 2):
        return _Said()
    return _Said(years[0]["year"], "", ", ".join(part for part in parts if part and part != years[0][0]))


def _before_countries(text: str) -> _Said:
    found = _YEAR_FIRST.fullmatch(text)
    return _Said(found["year"], "", found["countries"]) if found and is_country(found["countries"]) else _Said()


def _at_last(text: str) -> _Said:
    found = _YEAR_LAST.fullmatch(text)
    is_text = found is not None and not _LABELLED.fullmatch(text) and could_be_title(found["text"])
    return _Said(found["year"], "", found["text"], guessed=True) if found and is_text else _Said()


def _guesses(blocks: Sequence[_Block], place: int, lines: Sequence[str], file: str) -> Iterator[Problem]:
    """The years that only their places tell."""
    for block in blocks:
        if (said := _said_in(block, place, lines)).guessed:
            yield Problem("year by its place", file, _first(block, lines) + 1, "year", said.year)


def _first(block: _Block, lines: Sequence[str]) -> int:
    """The position on which a film begins: that of its number, if that has a line of its own, else of its title."""
    return block[0] - bool(block[0] and _BARE_NUMBER.fullmatch(lines[block[0] - 1].strip()))


def _entries(blocks: Sequence[_Block], place: int, lines: Sequence[str]) -> Iterator[ReadEntry]:
    for block in blocks:
        first = _first(block, lines)
        fates: dict[int, Fate] = {at + 1: "field" for at in block}
        fates[first + 1] = "film"
        yield ReadEntry(first + 1, fates, _cells(block, place, lines))


def _cells(block: _Block, place: int, lines: Sequence[str]) -> dict[str, str]:
    """What the lines of a film say, by the names of columns; what has no name is its description."""
    said = _said_in(block, place, lines)
    title = lines[block[0]].strip()
    title, others = _in_other_letters(numbered[1] if (numbered := number_of(title)) else title)
    film = with_year(f"{title} ({said.year or 2000})", regular=True)
    cells = {"title": film.title if film else title, "year": "" if said.date else said.year}
    cells |= {"release date": said.date} if said.date else {}
    texts = [*others, film.text if film else "", said.rest]
    for at in block[1:]:
        if said.year and at == block[place]:
            continue
        named = dict(_named(lines[at].strip()))
        cells |= {name: value for name, value in named.items() if not cells.get(name)}
        texts += [] if named else [lines[at].strip()]
    return {**cells, "description": "; ".join(filter(None, texts))}


def _in_other_letters(title: str) -> tuple[str, list[str]]:
    """A title, and those behind a slash: they are the same film's where the first is in other letters.

    >>> _in_other_letters("霸王别姬 / Farewell My Concubine"), _in_other_letters("Face / Off")
    (('霸王别姬', ['Farewell My Concubine']), ('Face / Off', []))
    """
    first, *others = title.split(" / ")
    return (first.rstrip(), others) if others and script_of(others[0]) != script_of(first) else (title, [])


def _named(line: str) -> Iterator[tuple[str, str]]:
    """The columns that a line fills: it is a length, a director, or has labels before all its parts; else none."""
    labelled = [_LABELLED.fullmatch(part) for part in _GAP.split(line)]
    if _LENGTH.fullmatch(line):
        yield MINUTES, line
    elif STARS.fullmatch(line):
        yield RATING, line
    elif glued := _GLUED.fullmatch(line):
        yield from glued.groupdict().items()
    elif name := director_of(line):
        yield "director", name
    elif all(labelled) and all(each and column_of(each["label"]) not in _NOT_SAID for each in labelled[:1]):
        yield from ((each["label"], each["value"]) for each in labelled if each)
