"""Work by two threads: what comes of it is what one thread makes, in the same order and with the same errors."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext

import pytest

from dashboard.model.progress import Progress, begin, counted, heard_by
from dashboard.two_threads import ahead, meanwhile, two_threads

BOTH = pytest.mark.parametrize("threads", [nullcontext, two_threads], ids=["one thread", "two threads"])


def numbers(end: int, breaks_at: int = -1) -> Iterator[int]:
    for number in range(end):
        if number == breaks_at:
            raise ValueError(f"no {number}")
        yield number


@BOTH
@pytest.mark.parametrize("items", [[], [None], [0, None, ""], list(range(50))], ids=["none", "None", "falsy", "many"])
def test_items_come_as_they_are(threads: type[AbstractContextManager[None]], items: list[object]) -> None:
    with threads():
        assert [*ahead(items)] == items


@BOTH
def test_an_error_comes_behind_the_items_before_it(threads: type[AbstractContextManager[None]]) -> None:
    came: list[int] = []
    with threads(), pytest.raises(ValueError, match="no 3"):
        came.extend(ahead(numbers(9, breaks_at=3)))
    with threads():
        coming = ahead(numbers(9, breaks_at=3))
        assert [next(coming) for _ in range(3)] == [0, 1, 2]
        coming.close()


@BOTH
def test_something_is_made_meanwhile(threads: type[AbstractContextManager[None]]) -> None:
    with threads(), meanwhile(lambda: 7) as made:
        assert made() == made() == 7


@BOTH
def test_what_goes_wrong_meanwhile_is_raised_where_it_is_asked_for(threads: type[AbstractContextManager[None]]) -> None:
    def broken() -> int:
        raise ValueError("no number")

    with threads(), meanwhile(broken) as made, pytest.raises(ValueError, match="no number"):
        made()
    with threads(), meanwhile(broken):
        pass


def test_a_second_thread_is_taken_only_where_it_may_be() -> None:
    def thread() -> int:
        return threading.get_ident()

    with meanwhile(thread) as one:
        assert one() == thread()
    with two_threads(), meanwhile(thread) as other:
        assert other() != thread()
    with meanwhile(thread) as again:
        assert again() == thread()


def test_the_second_thread_says_how_far_it_is() -> None:
    heard: list[Progress] = []
    with two_threads(), heard_by(heard.append):
        begin("check")
        with meanwhile(lambda: [*counted("ab", 2)]) as made:
            assert made() == ["a", "b"]
        assert [*ahead(counted("cd", 2))] == ["c", "d"]
    assert heard == [Progress("check", share) for share in (0.0, 0.5, 1.0, 0.5, 1.0)]
