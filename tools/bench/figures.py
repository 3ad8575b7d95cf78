"""What was measured, and what it comes to: medians, ratios, goals, and the table that says them."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

OURS, PLAIN, FLOOR = "ours", "plain", "floor"
"""The names of the pages. A state of the project that ours is measured beside is named by its commit."""
MILLION = 1_000_000
LARGEST_AT_ONCE = 100_000
"""Films up to which a click should take hardly longer than one on the floor page."""
READABLE = {"page-load": 350, "phone-load": 1_500}
"""Milliseconds within which a film should be readable, once a page is asked for."""
WARMING = 0
"""The repetition that is recorded but not summed up: the first visit to a process finds nothing ready."""


@dataclass(frozen=True)
class Sample:
    """One measured value.

    Attributes:
        size: the number of films of the list.
        action: what was done: an action's name, "page-load", "phone-load", "start-csv" or "start-parquet", and for the
            first start, which finds nothing kept by another, "first-start-csv" or "first-start-parquet".
        measure: "film" (until a film can be read), "time" and "python" in milliseconds; "share" of the third in the
            second, in percent; "runs" of the page; "sent", "peak" (the most memory until then),
            "memory" (with one visitor) and "visitor" (each further one) in bytes; "films" shown.
        site: the page's name.
        repetition: counted from 1; 0 is the warming.
        value: in the measure's unit.
    """

    size: int
    action: str
    measure: str
    site: str
    repetition: int
    value: float


@dataclass(frozen=True)
class Skipped:
    """Something that could not be measured, and why."""

    size: int
    action: str
    site: str
    reason: str


@dataclass
class Log:
    """Everything measured so far."""

    samples: list[Sample] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def add(self, size: int, action: str, site: str, repetition: int, values: dict[str, float]) -> None:
        self.samples += [Sample(size, action, name, site, repetition, value) for name, value in values.items()]

    def skip(self, size: int, action: str, site: str, reason: str) -> None:
        self.skipped.append(Skipped(size, action, site, reason))

    def has_skipped(self, size: int, action: str, site: str) -> bool:
        return any((each.size, each.action, each.site) == (size, action, site) for each in self.skipped)


@dataclass(frozen=True)
class Spread:
    median: float
    p95: float


def spread(values: Sequence[float]) -> Spread:
    """Median and 95th percentile, which is the smallest value that 95 of 100 values do not exceed.

    >>> spread([3, 1, 2])
    Spread(median=2, p95=3)
    """
    ordered = sorted(values)
    return Spread(statistics.median(ordered), ordered[-(-len(ordered) * 95 // 100) - 1])


@dataclass(frozen=True)
class Goal:
    """The most that a figure may be: a ratio to the other page's, or a number of its own."""

    most: float
    is_ratio: bool = True

    def met(self, ours: float, other: float | None) -> bool | None:
        """Whether it is met; None if that cannot be said."""
        if not self.is_ratio:
            return ours <= self.most
        return None if other is None else ours <= self.most * other


def goal(action: str, measure: str, size: int, other: str = PLAIN) -> Goal | None:
    """What a figure should be beside another page, if anything."""
    if other == FLOOR:
        return Goal(1.3) if measure == "time" and size <= LARGEST_AT_ONCE else None
    if other != PLAIN:
        return None
    large = size >= MILLION
    if "start-" in action:
        ratio = Goal(0.5) if large and action.endswith("start-parquet") else None
        time = ratio if action == "start-parquet" else None
        is_first = action.startswith("first-") and large
        time = Goal(2.0) if is_first else time
        peak = Goal(1e9, is_ratio=False) if is_first else None
        return {"time": time, "memory": ratio, "peak": peak, "visitor": Goal(3e6, is_ratio=False)}.get(measure)
    if action in READABLE:
        film = Goal(READABLE[action], is_ratio=False)
        return {"film": film, "time": Goal(0.75) if action == "page-load" else None}.get(measure)
    return {"time": Goal(0.2 if large else 0.45), "sent": Goal(1.0)}.get(measure)


@dataclass(frozen=True)
class Figure:
    """What the samples of one measure come to; None for a page that was not measured.

    Attributes:
        ours: our page.
        other: the page beside it.
        ratios: the ends of the middle half of the ratios of ours to the other, one for each repetition; None if there
            is none.
        goal: what it should be, if anything.
    """

    size: int
    action: str
    measure: str
    ours: Spread | None
    other: Spread | None
    ratios: tuple[float, float] | None = None
    goal: Goal | None = None

    @property
    def ratio(self) -> float | None:
        """Our median to the other page's; None if one was not measured, or if there is nothing to compare with."""
        if not self.ours or not self.other or self.other.median <= 0:
            return None
        return max(0.0, self.ours.median / self.other.median)

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None if there is none or it cannot be said."""
        if not self.goal or not self.ours:
            return None
        return self.goal.met(self.ours.median, self.other.median if self.other else None)


def figures(samples: Iterable[Sample], order: Sequence[str], other: str = PLAIN) -> list[Figure]:
    """One figure for each size, action and measure: sizes and measures as measured, actions in the order given.

    Args:
        samples: what was measured of our page and of the other.
        order: of actions.
        other: the name of the other page; what was measured of a third one is left out.
    """
    values: dict[tuple[int, str, str], dict[str, dict[int, float]]] = {}
    for each in samples:
        if each.repetition != WARMING and each.site in (OURS, other):
            sites = values.setdefault((each.size, each.action, each.measure), {OURS: {}, other: {}})
            sites[each.site][each.repetition] = each.value
    sizes = list(dict.fromkeys(size for size, _, _ in values))
    return [
        _figure(what, sites[OURS], sites[other], other)
        for what, sites in sorted(values.items(), key=lambda each: (sizes.index(each[0][0]), order.index(each[0][1])))
    ]


def _figure(what: tuple[int, str, str], ours: dict[int, float], theirs: dict[int, float], other: str) -> Figure:
    size, action, measure = what
    pairs = [(value, theirs.get(repetition, 0)) for repetition, value in ours.items()]
    ratios = [max(0.0, value / their) for value, their in pairs if their > 0]
    return Figure(
        *what,
        ours=spread([*ours.values()]) if ours else None,
        other=spread([*theirs.values()]) if theirs else None,
        ratios=middle_half(ratios),
        goal=goal(action, measure, size, other),
    )


def middle_half(values: Sequence[float]) -> tuple[float, float] | None:
    """The lower and the upper quartile, each a value or between two; None of no value.

    >>> middle_half([4, 1, 2, 3, 100]), middle_half([7]), middle_half([])
    ((2.0, 4.0), (7, 7), None)
    """
    if len(values) < 2:
        return (values[0], values[0]) if values else None
    lower, _, upper = statistics.quantiles(values, n=4, method="inclusive")
    return lower, upper
