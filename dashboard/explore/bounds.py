"""What a view can ask of a list: its orders, its pages, its filters, its years and numbers."""

from __future__ import annotations

from typing import TypeVar

from dashboard.explore.index import Index
from dashboard.explore.view import ORDERS, Order, View

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
