"""Sequences whose items are made when they are asked for, compared by what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Item_co = TypeVar("Item_co", covariant=True)


class ComparedSequence(Sequence[Item_co]):
    """A sequence that is equal to any other one of the same items."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))
