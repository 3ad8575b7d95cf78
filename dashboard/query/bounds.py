"""What a view can ask of a list: its orders, its pages, its filters, its years and numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from dashboard.query.index import Index
from dashboard.query.view import ORDERS, Order, View

PAGE_SIZE = 20
"""Cards on a page."""

Number = TypeVar("Number", int, float)


def orders(index: Index) -> tuple[Order, ...]:
    """The orders a list has; by evidence only where there is some."""
    return tuple(order for order in ORDERS if "evidence" in index.columns or not order.startswith("evidence"))


def pages(films: int, size: int = PAGE_SIZE) -> int:
    """How many pages so many films take, by default of cards; at least one."""
    return max(1, -(-films // size))


def switched_on(index: Index, view: View) -> tuple[str, ...]:
    """The filters shown beside the offered ones: those asked for and those in force, in the list's order."""
    wanted = {*view.more, *dict(view.chosen), *dict(view.ranges)}
    return tuple(name for name in index.further if name in wanted)


def within(
    limits: tuple[Number | None, Number | None], span: tuple[Number, Number] | None
) -> tuple[Number | None, Number | None] | None:
    """A range of years or numbers as this list has it: an end that reaches the list's first or last one is open.

    None if nothing of the list can lie in the range.
    """
    if span is None:
        return None
    first, last = limits
    if (first is not None and first > span[1]) or (last is not None and last < span[0]):
        return None
    return (
        None if first is None or first <= span[0] else first,
        None if last is None or last >= span[1] else last,
    )


def between(
    text: str, number: str, sign: str, value_of: Callable[[str], Number]
) -> tuple[Number | None, Number | None] | None:
    """The ends that a text names: of ``60..120``, ``60..``, ``..120`` and ``60``, say, if `sign` matches two dots.

    None if it names none; ends the wrong way round are put right.

    Args:
        text: what a link gives.
        number: a pattern for one end.
        sign: a pattern for what stands between them.
        value_of: makes a number of an end.
    """
    match = re.fullmatch(f"({number})?(?:({sign})({number})?)?", text.strip())
    if not match or not (match[1] or match[3]):
        return None
    first = value_of(match[1]) if match[1] else None
    last = first if not match[2] else value_of(match[3]) if match[3] else None
    return (last, first) if first is not None and last is not None and first > last else (first, last)
