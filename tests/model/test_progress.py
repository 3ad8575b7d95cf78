"""How far a work says it is, and who hears it."""

import threading

import pytest

from dashboard.model.progress import PARTS, Progress, begin, counted, heard_by


def heard(number: int, total: int, **between: float) -> list[float]:
    """The shares that are heard while `number` things are counted."""
    said: list[Progress] = []
    with heard_by(said.append):
        begin("check")
        assert list(counted(range(number), total, **between)) == list(range(number))
    assert {each.step for each in said} == {"check"}
    return [round(each.share, 3) for each in said]


@pytest.mark.parametrize(
    ("number", "total", "between", "shares"),
    [
        (0, 0, {}, [0]),
        (3, 0, {}, [0, 1, 1, 1]),
        (4, 4, {}, [0, 0.25, 0.5, 0.75, 1]),
        (2, 4, {}, [0, 0.25, 0.5]),
        (6, 4, {}, [0, 0.25, 0.5, 0.75, 1, 1, 1]),
        (2, 2, {"first": 0.2, "last": 0.6}, [0, 0.4, 0.6]),
    ],
    ids=["nothing", "of an unknown number", "each", "fewer than said", "more than said", "a part of the step"],
)
def test_how_far_it_is(number, total, between, shares):
    assert heard(number, total, **between) == shares


def test_many_things_are_told_by_the_hundredth():
    shares = heard(1_000_000, 1_000_000)
    assert shares == [at / PARTS for at in range(PARTS + 1)]


def test_whoever_hears_already_goes_on_hearing():
    outer, inner = [], []
    with heard_by(outer.append):
        begin("rows")
        with heard_by(inner.append):
            begin("check")
        begin("search")
    begin("evidence")
    assert (outer, inner) == ([Progress("rows"), Progress("check"), Progress("search")], [Progress("check")])


def test_each_thread_is_heard_by_its_own():
    said = {name: [] for name in ("one", "other")}
    both = threading.Barrier(2)

    def work(name):
        with heard_by(said[name].append):
            both.wait()
            begin("check")
            list(counted(name, len(name)))

    threads = [threading.Thread(target=work, args=(name,)) for name in said]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert [len(said[name]) for name in said] == [4, 6]
