"""Work for two threads at once, while a long list is made: Arrow and numpy let others run while they compute.

A short list is made by one thread, and so is a list in the sandbox, which may have no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from itertools import islice
from typing import TypeVar

Made = TypeVar("Made")

_ALLOWED: ContextVar[bool] = ContextVar("two threads", default=False)


@contextmanager
def two_threads() -> Iterator[None]:
    """While the block runs, `meanwhile` and `ahead` may take a second thread."""
    token = _ALLOWED.set(True)
    try:
        yield
    finally:
        _ALLOWED.reset(token)


@contextmanager
def meanwhile(make: Callable[[], Made]) -> Iterator[Callable[[], Made]]:
    """Have something made while the block does something else; what the block gets waits for it and gives it.

    What `make` raises is raised where it is asked for, and nowhere if it is not. By one thread it is made then.
    """
    if not _ALLOWED.get():
        yield make
        return
    with ThreadPoolExecutor(1) as second:
        yield second.submit(copy_context().run, make).result


def ahead(items: Iterable[Made]) -> Iterator[Made]:
    """Items as they come; each is made while the one before it is used."""
    if not _ALLOWED.get():
        yield from items
        return
    coming, context = iter(items), copy_context()

    def following() -> list[Made]:
        return context.run(lambda: list(islice(coming, 1)))

    with ThreadPoolExecutor(1) as second:
        made = second.submit(following)
        while item := made.result():
            made = second.submit(following)
            yield item[0]
