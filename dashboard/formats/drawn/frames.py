"""Tables in frames of signs or of lines, as databases, Emacs and reStructuredText have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from dashboard.formats.drawn.layout import LONGEST_LINE, DrawnTable, Row, between, in_places, without_nothing
from dashboard.model.rows import Fate
from dashboard.model.values import YEAR

_JOINTS = "┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜╭╮╰╯┏┳┓┣╋┫┗┻┛┡╇┩┢┪┟┧╈╊╉┠┨┯┷┿╂┝┥"
_BARS = "│┃║"
_AS_SIGNS = str.maketrans({**dict.fromkeys(_JOINTS, "+"), **dict.fromkeys(_BARS, "|"), "─": "-", "━": "-", "═": "="})
_RULE = re.compile(r"\s*[+|]?(?:[-=:]+[+|])*[-=:]+[+|]?\s*")
_YEAR = re.compile(YEAR)
_EMPHASIS = re.compile(r"^(\*{1,2}|``)(?=\S)([^*`]+)(?<=\S)\1$")
"""A cell of reStructuredText that is emphasised as a whole."""
_NOTHING = ("NULL", "null", "\\N")


def is_rule(line: str) -> bool:
    """Whether a line is a frame's, with a joint between two columns or at both ends."""
    signs = line.translate(_AS_SIGNS).strip()
    has_joint = "+" in signs.strip("+|") or (signs[:1] == signs[-1:] == "+" and len(signs) > 2)
    return has_joint and ("--" in signs or "==" in signs) and _RULE.fullmatch(signs) is not None


def framed_tables(lines: Sequence[str]) -> Iterator[DrawnTable]:
    """The tables of a text whose columns a frame or a rule divides."""
    for begins, ends in _blocks(lines):
        found = _Frame([(at + 1, lines[at]) for at in range(begins, ends)]).table()
        if found and found.length > 0:
            yield found


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where lines of rules and of rows with bars stand below each other, counted from 0."""
    kinds = ["" if len(line) > LONGEST_LINE else "rule" if is_rule(line) else "row" * _has_bar(line) for line in lines]
    for is_drawn, group in groupby(range(len(lines)), lambda at: bool(kinds[at])):
        places = [*group]
        rules = [at for at in places if kinds[at] == "rule"]
        if not is_drawn or not rules:
            continue
        is_open = not _is_framed(lines[rules[0]])
        begins = max(places[0], rules[0] - 1) if is_open else next(at for at in places if _is_framed(lines[at]))
        ends = next((at for at in places if at > begins and not is_open and not _is_framed(lines[at])), places[-1] + 1)
        if "rule" in kinds[begins:ends]:
            yield begins, ends


def _has_bar(line: str) -> bool:
    return any(bar in line for bar in f"|{_BARS}")


def _is_framed(line: str) -> bool:
    return line.translate(_AS_SIGNS).lstrip()[:1] in ("+", "|")


@dataclass
class _Frame:
    """The lines of one table."""

    lines: Sequence[tuple[int, str]]

    def __post_init__(self) -> None:
        self.by_line = dict(self.lines)
        rules = [line for _, line in self.lines if is_rule(line)]
        self.framed = _is_framed(rules[0])
        places = in_places(rules[0].translate(_AS_SIGNS))
        joints = [at for at, sign in enumerate(places) if sign in ("+", "|")]
        inner = joints if self.framed else [-1, *joints, len(places)]
        if self.framed and places and "".join(places).rstrip()[-1:] not in ("+", "|"):
            inner = [*joints, len(places)]
        self.bounds = [*pairwise(inner)]
        self.has_equals = any("=" in line.translate(_AS_SIGNS) for line in rules)

    def table(self) -> DrawnTable | None:
        """The table; None if nothing stands between its rules."""
        groups = [[*group] for rule, group in groupby(self.lines, lambda line: is_rule(line[1])) if not rule]
        others: dict[int, Fate] = {at: "blank" for at, line in self.lines if is_rule(line)}
        if not groups or not self.bounds:
            return None
        has_header = len(groups) > 1
        rows: list[Row] = []
        joined: list[tuple[int, int]] = []
        grid = self._is_grid(groups[1:])
        for number, group in enumerate(groups):
            is_header = has_header and number == 0
            for line, raw in group:
                cells = self._cells(raw)
                how = "whole" if is_header or grid else self._how(rows, line, cells)
                goes_on = how and rows and (line != group[0][0]) and len(cells) == len(rows[-1][1])
                if goes_on:
                    joined += [(rows[-1][0], at) for at, cell in enumerate(cells) if cell and how == "guess"]
                    above = [cell.removesuffix("+").rstrip() if how == "sign" else cell for cell in rows[-1][1]]
                    rows[-1] = (rows[-1][0], [" ".join(filter(None, pair)) for pair in zip(above, cells, strict=True)])
                    others[line] = "heading" if is_header else "field"
                else:
                    rows.append((line, cells))
        last = self._finished(rows)
        first, ends = self.lines[0][0], self.lines[-1][0]
        return DrawnTable(last, first, ends, has_header, others, tuple(dict.fromkeys(joined)))

    def _finished(self, rows: list[Row]) -> list[Row]:
        plain = [(line, [_EMPHASIS.sub(r"\2", cell) for cell in cells]) for line, cells in rows]
        return without_nothing(plain if self.has_equals else rows, _NOTHING)

    def _cells(self, line: str) -> list[str]:
        """The cells of a row: between its bars, or where the rules have their joints if a cell holds a bar too."""
        has_lines = any(bar in line for bar in _BARS)
        divided = re.split(f"[{_BARS}]" if has_lines else r"\|", line.strip() if self.framed else line)
        if self.framed:
            divided = divided[1:-1] if not divided[-1].strip() else divided[1:]
        places = in_places(line)
        if len(divided) > len(self.bounds) and self._fits(line if self.framed else f"{line:<{self.bounds[-1][1]}}|"):
            return [between(places, begins + 1, ends) for begins, ends in self.bounds]
        return [cell.strip() for cell in divided]

    def _is_grid(self, body: Sequence[Sequence[tuple[int, str]]]) -> bool:
        """Whether all lines between two rules are one row: not if a column has years on two of them.

        The rule below the header says so, or that the first column is filled once between any two rules.
        """
        firsts = [[bool(self._cells(line)[:1] != [""]) for _, line in group] for group in body]
        is_once = self.framed and all(filled[0] and sum(filled) == 1 for filled in firsts)
        if len(body) < 2 or not (self.has_equals or is_once):
            return False
        for group in body:
            years = [at for _, line in group for at, cell in enumerate(self._cells(line)) if _YEAR.fullmatch(cell)]
            if len(years) != len({*years}):
                return False
        return True

    def _how(self, rows: Sequence[Row], line: int, cells: Sequence[str]) -> str:
        """How it is told that a line goes on with the row above: by a "sign", by a "guess"; empty if it does not.

        It is guessed where the program has broken words because the next one did not fit: never without a frame.
        """
        above = rows[-1][1] if rows else []
        filled = [at for at, cell in enumerate(cells) if cell]
        if not len(above) == len(self.bounds) == len(cells) or not filled or not all(above[at] for at in filled):
            return ""
        before = in_places(self.by_line.get(line - 1, ""))
        if all("".join(before[self.bounds[at][0] + 1 : self.bounds[at][1]][-1:]) == "+" for at in filled):
            return "sign"
        left_out = [at for at, cell in enumerate(above) if cell and not cells[at]]
        widths = [ends - begins - 3 for begins, ends in self.bounds]
        words = [(at, cells[at].split()[0]) for at in filled]
        is_full = all(_width(above[at]) <= widths[at] < _width(f"{above[at]} {word}") for at, word in words)
        return "guess" if self.framed and left_out and is_full and self._fits(self.by_line[line]) else ""

    def _fits(self, line: str) -> bool:
        """Whether a row has its bars where the rules have their joints."""
        places = in_places(line)
        return all(ends < len(places) and places[ends] in f"|{_BARS}" for _, ends in self.bounds)


def _width(text: str) -> int:
    return len(in_places(text))
