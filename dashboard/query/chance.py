"""A film by chance."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random


def surprise(films: Sequence[str], seen: str | None, chance: Random) -> str | None:
    """One of some films, and not the one seen last if there is another; None of none.

    >>> surprise(["a", "b"], "a", Random(1)), surprise(["a"], "a", Random(1)), surprise([], "a", Random(1))
    ('b', 'a', None)
    """
    others = [film for film in films if film != seen] or films
    return chance.choice(others) if others else None
