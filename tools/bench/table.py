"""Figures as a table for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from tools.bench.figures import FLOOR, OURS, PLAIN, Figure, Spread

UNITS = {
    "film": ("ms", 1),
    "time": ("ms", 1),
    "python": ("ms", 1),
    "share": ("%", 1),
    "sent": ("kB", 1e3),
    "peak": ("MB", 1e6),
    "memory": ("MB", 1e6),
    "visitor": ("MB", 1e6),
}
LABELS = {
    "film": "{action}, a film",
    "time": "{action}",
    "python": "  of it own Python",
    "share": "  its share",
    "sent": "  sent",
    "peak": "  most memory until then",
    "memory": "  memory with 1 visitor",
    "visitor": "  each further visitor",
}


def table(found: Iterable[Figure], other: str = PLAIN) -> str:
    """The figures, one a line, under the number of films; times are those of the visitor, from key or click.

    Behind the ratio of the medians stands the middle half of the ratios of the repetitions.
    """
    header = (
        "",
        OURS,
        "p95",
        other,
        "p95",
        "ratio",
        "middle half",
        *(("goal", "") if other in (PLAIN, FLOOR) else ("", "")),
    )
    lines: list[tuple[str, ...]] = []
    for size, each in groupby(found, lambda figure: figure.size):
        lines += [(), (f"{size:,} films", *header)]
        lines += [_line(figure) for figure in each if figure.measure in UNITS]
    return aligned(lines).strip("\n")


def differing(found: Iterable[Figure], other: str = PLAIN) -> list[str]:
    """The actions after which the two pages did not show as many films, each in a sentence."""
    return [
        f"{each.size:,} films, {each.action}: ours shows {each.ours.median:,.0f}, {other} {each.other.median:,.0f}."
        for each in found
        if each.measure == "films" and each.ours and each.other and each.ours != each.other
    ]


def aligned(lines: Sequence[Sequence[str]]) -> str:
    """Lines of cells as text: the first column to the left, the others to the right."""
    widths = [max(len(line[at]) for line in lines if line) for at in range(max(map(len, lines), default=0))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=False))
        )
        for line in lines
    )


def _line(figure: Figure) -> tuple[str, ...]:
    unit, one = UNITS[figure.measure]
    verdict = {True: "met", False: "MISSED", None: "not known" if figure.goal else ""}[figure.met]
    return (
        LABELS[figure.measure].format(action=figure.action),
        unit,
        *_cells(figure.ours, one),
        *_cells(figure.other, one),
        "" if figure.ratio is None else f"{figure.ratio:.2f}",
        "{:.2f}–{:.2f}".format(*figure.ratios) if figure.ratios else "",
        _goal(figure, one),
        verdict,
    )


def _cells(spread: Spread | None, one: float) -> tuple[str, str]:
    return (_number(spread.median / one), _number(spread.p95 / one)) if spread else ("–", "–")


def _number(value: float) -> str:
    return f"{value:,.1f}" if abs(value) < 10 else f"{value:,.0f}"


def _goal(figure: Figure, one: float) -> str:
    if not figure.goal:
        return ""
    return (
        f"≤ {figure.goal.most:.2f}"
        if figure.goal.is_ratio
        else f"≤ {figure.goal.most / one:g} {UNITS[figure.measure][0]}"
    )
