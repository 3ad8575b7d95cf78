"""How far the making of a list is: said by the work itself, heard by whoever had it done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import islice
from typing import Literal, TypeVar, get_args

Step = Literal["rows", "check", "evidence", "search"]
"""The steps of making a list ready, in their order: each takes about as long as another."""
STEPS: tuple[Step, ...] = get_args(Step)
PARTS = 100
"""A step that counts says so often how far it is."""

Item = TypeVar("Item")


@dataclass(frozen=True)
class Progress:
    """How far the making of a list is.

    Attributes:
        step: what is being done.
        share: how much of that is done, from 0 to 1; 0 where it is not known.
    """

    step: Step = STEPS[0]
    share: float = 0.0

    @property
    def number(self) -> int:
        """The step's number, counted from 1."""
        return STEPS.index(self.step) + 1

    @property
    def whole(self) -> float:
        """How much of all steps is done, from 0 to 1.

        >>> Progress().whole, Progress("check", 0.5).whole, Progress("search", 1.0).whole
        (0.0, 0.375, 1.0)
        """
        return (self.number - 1 + self.share) / len(STEPS)


Hear = Callable[[Progress], None]

_HEARS: ContextVar[Hear | None] = ContextVar("hears", default=None)
_STEP: ContextVar[Step] = ContextVar("step", default=STEPS[0])


@contextmanager
def heard_by(hear: Hear) -> Iterator[None]:
    """While the block runs, `hear` is told of the progress of the work in it, after whoever hears it already."""
    before = _HEARS.get()

    def both(progress: Progress) -> None:
        if before:
            before(progress)
        hear(progress)

    token = _HEARS.set(both)
    try:
        yield
    finally:
        _HEARS.reset(token)


def begin(step: Step) -> None:
    """Say that a step begins."""
    _STEP.set(step)
    _say(0.0)


def counted(items: Iterable[Item], total: int, first: float = 0.0, last: float = 1.0) -> Iterator[Item]:
    """Items as they are, of which about `total` come; says how far the step is while they are gone through.

    Args:
        items: they are taken a hundredth at once.
        total: how many they are.
        first: how much of the step is done before the first of them.
        last: how much of it is done after the last.
    """
    coming, done, at_once = iter(items), 0, max(1, total // PARTS)
    while some := list(islice(coming, at_once)):
        yield from some
        done += len(some)
        _say(first + (last - first) * min(1.0, done / max(1, total)))


def _say(share: float) -> None:
    if hear := _HEARS.get():
        hear(Progress(_STEP.get(), share))
