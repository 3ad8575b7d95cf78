"""What a view can ask of a list: its orders, its pages, its years."""

from __future__ import annotations

from dashboard.explore.index import Index
from dashboard.explore.view import ORDERS, Order, Years

PAGE_SIZE = 20


def orders(index: Index) -> tuple[Order, ...]:
    """The orders a list has; by evidence only where there is some."""
    return tuple(order for order in ORDERS if "evidence" in index.columns or not order.startswith("evidence"))


def pages(films: int) -> int:
    """How many pages of cards so many films take; at least one."""
    return max(1, -(-films // PAGE_SIZE))


def within(years: Years, span: tuple[int, int] | None) -> Years | None:
    """A range of years as this list has it: an end that reaches the list's first or last year is open.

    None if no year of the list can lie in the range.
    """
    if span is None:
        return None
    first, last = years
    if (first is not None and first > span[1]) or (last is not None and last < span[0]):
        return None
    return (
        None if first is None or first <= span[0] else first,
        None if last is None or last >= span[1] else last,
    )
