"""What becomes of each line of a plain list: a film, part of one, a heading, beside the list, or not understood."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence, Set
from itertools import pairwise

from dashboard.formats.plain_text.lines import Line
from dashboard.formats.plain_text.parsed_lines import could_be_title, has_words
from dashboard.model.column_names import column_of
from dashboard.model.rows import Fate
from dashboard.model.values import YEAR

_YEARS = re.compile(rf"{YEAR}(?:\s?г(?:\.|од)?|年)?:?")
_PLACE = re.compile(
    r"(?:screen|cinema|theatre|hall|room|auditorium|week|day|part|block|session|programme|kino|saal|woche|tag|teil|salle|"
    r"semaine|jour|sala|semana|día|зал|неделя|день|часть|блок|αίθουσα)\s+(?:\d{1,2}|[A-ZА-Я]|[IVX]+)(?:\s*\([^()]{1,60}\)|\s*[:–—-]\s+[^\d]{1,60})?:?",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"(?:the\s+)?(?:1[89]|20)?\d0(?:s|['’]s|-е|er|-х)?(?:\s+(?:годы|годов|Jahre))?:?|années\s+(?:19)?\d0:?",
    re.IGNORECASE,
)

LONGEST_KIND = 20
"""Characters of what headings say that they are."""


def fates_of(lines: Sequence[Line]) -> list[Fate]:
    """What becomes of each line; no film at all where the text is no list."""
    if titles := {at for at, line in enumerate(lines) if line.label and column_of(line.label) == "title"}:
        return _around_records(lines, titles)
    if any(line.films for line in lines):
        return _around_years(lines)
    return _around_titles(lines)


def is_year(line: Line) -> bool:
    """Whether a line is a year and nothing else, as headings are."""
    return not line.films and _YEARS.fullmatch(line.text) is not None


def _around_records(lines: Sequence[Line], begins: Set[int]) -> list[Fate]:
    """Records of labelled lines: what has no label goes on with the line above."""
    first = min(begins)
    return [
        "film" if at in begins else "comment" if at < first else "heading" if line.heading else "field"
        for at, line in enumerate(lines)
    ]


def _around_years(lines: Sequence[Line]) -> list[Fate]:
    """Where films have years, every line with one is a film, unless it stands below another as part of it."""
    begins = _with_years(lines)
    found = _Fates(lines, begins)
    found.find_marked_titles()
    found.find_headings()
    found.find_texts()
    found.find_titles()
    return found.all()


def _with_years(lines: Sequence[Line]) -> set[int]:
    sure = [at for at, line in enumerate(lines) if line.films]
    items = [at for at in sure if lines[at].marked]
    headed = {at for at in sure if lines[at].headed}
    if len(headed) > 1 and len(headed) * 2 > len(sure):
        return headed
    if detailed := _above_details(lines, sure):
        return detailed
    indent = min(lines[at].indent for at in (items if len(items) * 2 > len(sure) else sure)) + 1
    sure = [at for at in sure if lines[at].indent <= indent]
    marked = [at for at in sure if lines[at].marked]
    if _are_below(lines, sure, marked):
        return {*sure} - {*marked}
    if len(marked) * 2 > len(sure):
        return {at for at in sure if at >= marked[0] and (lines[at].marked or lines[at].text[-1] not in "?.")}
    return {*sure}


def _above_details(lines: Sequence[Line], sure: Sequence[int]) -> set[int]:
    """The films that have taken details from the line below, without those that a text below these names.

    None where most films have taken none.
    """
    taken = [at for at in sure if at + 1 < len(lines) and lines[at + 1].taken_above]
    if len(taken) < 2 or len(taken) * 2 < len(sure):
        return set()
    blocks = {lines[at].block: at for at in reversed(taken)}
    return {at for at in sure if at <= blocks.get(lines[at].block, at) or at in taken}


def _are_below(lines: Sequence[Line], sure: Sequence[int], marked: Sequence[int]) -> bool:
    """Whether marked lines belong to the films above: each paragraph begins with a film that has no mark."""
    firsts = {line.block: at for at, line in reversed([*enumerate(lines)])}
    begin = {at for at in firsts.values() if lines[at].films}
    return bool(marked) and len(begin) > 1 and not begin & {*marked} and begin == {*sure} - {*marked}


def _around_titles(lines: Sequence[Line]) -> list[Fate]:
    """Where no film has a year, each line is a title, or the first of each paragraph that has labels."""
    years = [at for at, line in enumerate(lines) if is_year(line)]
    headings = {*years} if _are_headings(lines, years) else set()
    begins = _titles_alone(lines, headings)
    labelled = {at for at, (line, below) in enumerate(pairwise(lines)) if below.label and not line.label}
    labelled = _first_of_blocks(lines, labelled)
    if labelled and len(begins) <= 4 * len(labelled):
        begins = labelled | {
            at + 1
            for at, (above, line) in enumerate(pairwise(lines))
            if above.block != line.block and at + 1 > min(labelled) and _is_title(line)
        }
    found = _Fates(lines, begins, headings)
    found.find_texts()
    return found.all()


def _first_of_blocks(lines: Sequence[Line], above: set[int]) -> set[int]:
    """The first lines of the paragraphs in which labels begin, where these differ and those above the labels do not."""
    firsts = {line.block: at for at, line in reversed([*enumerate(lines)])}
    first = {firsts[lines[at].block] for at in above}
    are_one = len(first) == len(above) > 1 and len({lines[at].text for at in above}) * 2 <= len(above)
    return first if are_one and len({lines[at].text for at in first}) == len(first) else above


def _are_headings(lines: Sequence[Line], years: Sequence[int]) -> bool:
    """Whether years alone on their lines stand above the others: in order, each with something below it."""
    numbers = [lines[at].text[:4] for at in years]
    below = all(at + 1 < len(lines) and at + 1 not in years for at in years)
    ordered = numbers in (sorted({*numbers}), sorted({*numbers}, reverse=True))
    return len(years) > 1 and below and ordered and years[0] <= 1


def _titles_alone(lines: Sequence[Line], headings: Collection[int]) -> set[int]:
    open_lines = [at for at, line in enumerate(lines) if at not in headings and not line.heading and line.text]
    marked = sum(lines[at].marked for at in open_lines) * 2 >= len(open_lines)
    indent = min((lines[at].indent for at in open_lines), default=0)
    pool = [at for at in open_lines if lines[at].marked == marked and (marked or lines[at].indent <= indent + 1)]
    likely = {at for at in pool if _is_title(lines[at])}
    if len(likely) * 4 < len(pool) * 3:
        return set()
    return likely | {at for at in pool if len(likely) > 2 and _is_title(lines[at], regular=True)}


def _is_title(line: Line, *, regular: bool = False) -> bool:
    is_open = not line.label and not line.heading and not line.films and bool(line.text)
    return is_open and could_be_title(line.text, regular=regular)


def _kind_of(line: Line) -> str:
    """What a heading such as "Theme: Trains" says that it is; empty for one that does not."""
    kind, colon, name = line.text.partition(": ")
    return kind.casefold() if colon and name and not line.label and len(kind) <= LONGEST_KIND else ""


class _Fates:
    """The fates of lines while they are found out; a line whose fate is not known yet is open."""

    def __init__(self, lines: Sequence[Line], begins: Iterable[int], headings: Collection[int] = ()) -> None:
        self.lines = lines
        self.begins = {*begins}
        self._sorted: list[int] = []
        self.found: dict[int, Fate] = dict.fromkeys(self.begins, "film")
        first = min(self.begins, default=len(lines))
        self.has_days = any(line.day for line in lines[first:]) or any(line.day for line in lines[first - 1 : first])
        for at, line in enumerate(lines):
            if at in self.found:
                continue
            if line.taken_above:
                self.found[at] = "field"
            elif line.heading or at in headings or (line.day and not line.text):
                self.found[at] = "heading"
            elif line.label:
                self.found[at] = "field" if at > first else "comment"
            elif not has_words(line.text) or line.aside:
                self.found[at] = "comment"
            elif (above := self._film_above(at)) is not None and self._is_below(line, lines[above]):
                self.found[at] = "field"

    def _film_above(self, at: int) -> int | None:
        begins = self._in_order()
        return begins[place - 1] if (place := bisect_left(begins, at)) else None

    def _in_order(self) -> list[int]:
        if len(self._sorted) != len(self.begins):
            self._sorted = sorted(self.begins)
        return self._sorted

    def _is_below(self, line: Line, film: Line) -> bool:
        """Whether a line is moved in further than its film, marked below one that is not, or below a headed one."""
        is_marked = line.marked and not film.marked and line.block == film.block
        return line.indent > film.indent + 1 or is_marked or (film.headed and not line.headed)

    def _open(self) -> list[int]:
        return [at for at in range(len(self.lines)) if at not in self.found]

    def _next(self, at: int) -> Fate | None:
        return self.found.get(at + 1)

    def find_marked_titles(self) -> None:
        """In a list whose films are marked, a marked line is a film without a year."""
        marked = sum(self.lines[at].marked for at in self.begins)
        if marked * 2 > len(self.begins) and not self.has_days:
            titles = [at for at in self._open() if self.lines[at].marked and _is_title(self.lines[at], regular=True)]
            indent = min(self.lines[at].indent for at in self.begins) + 1
            for at in titles:
                if self._next(at) == "film" and self.lines[at + 1].indent > self.lines[at].indent + 1:
                    self.found[at] = "heading"
                elif self.lines[at].indent <= indent:
                    self.found[at] = "film"
                    self.begins.add(at)
            for at in self._open():
                is_above = not self.lines[at].marked and self._next(at) == "film" and not self.lines[at + 1].headed
                if is_above and not self.lines[at].films:
                    self.found[at] = "heading"

    def find_headings(self) -> None:
        """Headings that nothing marks: what is said again and again, in capitals, or above each paragraph's films."""
        often = Counter(line.text.casefold() for line in self.lines if not line.films)
        kinds = Counter(_kind_of(line) for line in self.lines if not line.films)
        indent = min(self.lines[at].indent for at in self.begins)
        rules: tuple[Callable[[int], bool], ...] = (
            lambda at: often[self.lines[at].text.casefold()] > 1,
            lambda at: bool(_kind_of(self.lines[at])) and kinds[_kind_of(self.lines[at])] > 1,
            self._is_loud,
            lambda at: self.lines[at].indent + 1 < indent,
            lambda at: _PLACE.fullmatch(self.lines[at].text) is not None,
            lambda at: is_year(self.lines[at]) or _DECADE.fullmatch(self.lines[at].text) is not None,
            lambda at: (
                bool(self.lines[at].day) or (at > 0 and bool(self.lines[at - 1].day) and self._is_heading(at - 1))
            ),
        )
        for rule in rules:
            leads = False
            for at in range(len(self.lines) - 1, -1, -1):
                if at not in self.found and leads and rule(at):
                    self.found[at] = "heading"
                leads = self._leads(at, leads)
        above = self._above_each()
        self.found |= dict.fromkeys(above, "heading")

    def _leads(self, at: int, below: bool) -> bool:
        """Whether a line is a film, or a heading that is no day above one."""
        return self.found.get(at) == "film" or (below and self._is_heading(at) and not self.lines[at].day)

    def _is_heading(self, at: int) -> bool:
        return self.found.get(at) == "heading"

    def _is_loud(self, at: int) -> bool:
        films = [self.lines[each].text for each in self.begins]
        return (
            self.lines[at].text.isupper()
            and self.lines[at].text[0] != "#"
            and sum(text.isupper() for text in films) * 2 < len(films)
        )

    def _above_each(self) -> list[int]:
        """Open lines directly above films, if the list begins with one and most paragraphs, or films, have one."""
        firsts = {at for at, line in enumerate(self.lines) if not at or self.lines[at - 1].block != line.block}
        above = [at for at in self._open() if self._next(at) == "film" and not self.lines[at].marked]
        blocks = [at for at in above if at in firsts and self.lines[at + 1].block == self.lines[at].block]
        with_films = {self.lines[at].block for at in self.begins}
        if len(blocks) > 1 and len(blocks) * 2 >= len(with_films):
            return blocks
        runs = [at for at in self.begins if at - 1 not in self.begins]
        said_again = [at for at in range(len(self.lines)) if self._is_heading(at) and not self.lines[at].heading]
        each = sorted({*above, *(at for at in said_again if self._next(at) == "film")})
        return above if len(each) > 2 and len(each) == len(runs) and each[0] < min(self.begins) else []

    def find_texts(self) -> None:
        """What stands below films is said of them, if it stands below most of them."""
        if not self.begins:
            return
        first = min(self.begins)
        of = {at: film for at in self._open() if at > first and (film := self._film_above(at)) is not None}
        texted = {*of.values()}
        own = self._have_own_paragraphs()
        most = len(texted) * 2 > len(self.begins)
        for at, film in of.items():
            line, above = self.lines[at], self.lines[film]
            if (
                most
                or (above.marked and not line.marked and line.block == above.block and above.headed)
                or (own and line.block == above.block)
            ):
                self.found[at] = "field"

    def _have_own_paragraphs(self) -> bool:
        """Whether there are several paragraphs, each with one film, which is the first in it below headings."""
        blocks = Counter(self.lines[at].block for at in self.begins)
        firsts = {line.block: at for at, line in reversed([*enumerate(self.lines)]) if not self._is_heading(at)}
        return len(blocks) > 1 and max(blocks.values()) == 1 and self.begins <= {*firsts.values()}

    def find_titles(self) -> None:
        """Short lines between films with years are films without one, except in a programme with days."""
        first, last = min(self.begins), max(self.begins)
        films_in = Counter(self.lines[at].block for at in self.begins)
        many = self.lines[-1].block > 1
        titles = [
            at
            for at in self._open()
            if at > first
            and (at < last or self.lines[at].block == self.lines[last].block)
            and _is_title(self.lines[at])
            and not (many and films_in[self.lines[at].block] == 1)
        ]
        marked = sum(self.lines[at].marked for at in self.begins) * 2 > len(self.begins)
        if not self.has_days and not marked and len(titles) <= len(self.begins):
            self.found |= dict.fromkeys(titles, "film")
            self.begins |= {*titles}

    def all(self) -> list[Fate]:
        """Every line's fate: what is open still stands above or below the list, or is not understood."""
        first, last = min(self.begins, default=0), max(self.begins, default=0)
        below = self.lines[last].block if self.begins else 0
        sections = [at for at, fate in self.found.items() if fate == "heading"]
        are_sections = bool(sections) and (max(sections) > first or any(self.lines[at].day for at in sections))
        for at in self._open():
            is_beside = at < first or (at > last and self.lines[at].block > below)
            self.found[at] = "comment" if is_beside else "refused"
        return [
            "comment" if self.found[at] == "heading" and not are_sections else self.found[at]
            for at in range(len(self.lines))
        ]
