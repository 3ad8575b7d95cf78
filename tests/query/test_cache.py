"""Values that belong to a list: shared by all who look at it, bounded, and gone when it goes."""

from __future__ import annotations

import gc
import pickle
import weakref
from threading import Barrier, Event, Thread

from dashboard.i18n.languages import english
from dashboard.query.cache import Cache, Turn, cached
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import run_query
from dashboard.query.view import View
from tests.foreign import loaded_of


class Owner:
    """Something with a cache, which notes what was worked out from it."""

    def __init__(self) -> None:
        self.cache = Cache()
        self.made: list[object] = []


@cached(2)
def doubled(owner: Owner, number: int, again: int = 1) -> int:
    owner.made.append((number, again))
    return 2 * number * again


@cached(1)
def squared(owner: Owner, number: int) -> int:
    owner.made.append(number)
    return number**2


def test_a_value_is_made_once_for_each_owner() -> None:
    one, other = Owner(), Owner()
    assert [doubled(one, 4), doubled(one, 4), doubled(other, 4), squared(one, 4)] == [8, 8, 8, 16]
    assert (one.made, other.made) == ([(4, 1), 4], [(4, 1)])


def test_of_each_function_the_last_few_stay() -> None:
    owner = Owner()
    for number in (1, 2, 1, 3, 1, 2):
        doubled(owner, number, again=1)
    squared(owner, 9)
    assert owner.made == [(1, 1), (2, 1), (3, 1), (2, 1), 9]


def test_nothing_of_it_is_pickled() -> None:
    owner = Owner()
    doubled(owner, 4)
    again: Owner = pickle.loads(pickle.dumps(owner))
    doubled(again, 4)
    assert again.made == [(4, 1), (4, 1)]


def test_many_at_once_get_the_same() -> None:
    owner, begin, found = Owner(), Barrier(8), []

    def ask() -> None:
        begin.wait()
        found.append(doubled(owner, 4))

    threads = [Thread(target=ask) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert found == [8] * 8


def test_a_list_goes_with_all_that_was_worked_out_from_it() -> None:
    loaded = loaded_of("title,year\nSolaris,1972\nStalker,1979\n")
    result = run_query(loaded, View().with_search("solaris"), "own", english())
    assert run_query(loaded, View().with_search("solaris"), "own", english()) is result
    gone = [weakref.ref(each) for each in (loaded, loaded.index, loaded.films, result)]
    del loaded, result
    gc.collect()
    assert [each() for each in gone] == [None] * len(gone)


def test_a_list_that_is_pickled_brings_its_index_and_works() -> None:
    loaded = loaded_of("title,year\nSolaris,1972\nStalker,1979\n")
    loaded.make_ready()
    again: LoadedList = pickle.loads(pickle.dumps(loaded))
    assert "index" in vars(again)
    assert run_query(again, View().with_search("solaris"), "own", english()).rows.tolist() == [0]


def test_a_rest_ends_when_somebody_waits_and_who_waits_comes_after() -> None:
    turn, order, resting = Turn(), list[str](), Event()

    def work() -> None:
        with turn.unhurried(60):
            order.append("work")

    def rest() -> None:
        resting.set()
        work()

    worker = Thread(target=rest)
    worker.start()
    resting.wait(60)
    with turn:
        order.append("wanted")
    worker.join(60)
    assert sorted(order) == ["wanted", "work"]
    assert not worker.is_alive()


def test_a_turn_comes_back_as_nobodys() -> None:
    turn = Turn()
    with turn:
        back = pickle.loads(pickle.dumps(turn))
        with back:
            pass
