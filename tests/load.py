"""Many visitors at once on one dashboard: ``python -m tests.load --visitors 100 --minutes 10`` prints how it held.

Each has a websocket of its own, as a browser does, and every few seconds searches, filters, pages, opens a card,
changes the layout, or comes back by the link. After each of these the page must be the view that the dashboard's own
functions make of it here: the same link, and the same number of films. Nothing but this machine is asked.

With ``--replicas 3`` they visit three dashboards behind nginx, each visitor from an address of their own, and half-way
through one of the dashboards is killed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from random import Random
from statistics import mean, median, quantiles
from urllib.parse import parse_qs

from websockets.exceptions import ConnectionClosed, InvalidHandshake

from dashboard.i18n.languages import english
from dashboard.lists import registry as lists
from dashboard.query.in_words import shown_of
from dashboard.query.result import relative, run_query
from dashboard.query.url import to_link
from dashboard.query.view import PAGE_SIZE, View, pages
from dashboard.ui.widgets import toggled
from tests.deploy.nginx import dashboard_of, web
from tests.serving import Served, watched
from tests.visits import Visit, websocket

LIST = "filmography"
WORDS = ("", "mars", "moon", "space", "solaris", "gagarin", "film", "nothing of the kind")
DECADES = ("1960s", "1970s", "1980s")
BROKEN = (ConnectionClosed, InvalidHandshake, OSError)
LONGEST_WAIT = 120
"""Seconds for one answer; nobody would wait so long, but the machine may be busy with something else."""
GROWTH = 1.10
MEGABYTES_OF_CHANCE = 40
"""What memory may grow by in the second half: a tenth, and what a collector of garbage leaves for later."""

Change = Callable[["Visitor", Random], View]


@dataclass
class Load:
    """What the visitors saw, all together.

    Attributes:
        seconds: how long each interaction took, from sending it until the page was whole.
        lost: for each view that was not what it should have been, what was there instead.
        errors: for each visit that broke off, why.
        memory: the dashboard's memory in megabytes, once a second.
        killed: when a dashboard was killed, in seconds of a clock that only runs forward; None if none was.
        broken: the visitors whose connection broke then.
        back: for each of them who had the view again, how many seconds after the dashboard was killed.
    """

    seconds: list[float] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    killed: float | None = None
    broken: set[int] = field(default_factory=set)
    back: dict[int, float] = field(default_factory=dict)

    @property
    def away(self) -> set[int]:
        """The visitors who have not got their view again."""
        return self.broken - set(self.back)

    @property
    def halves(self) -> tuple[float, float]:
        """The mean memory of the third quarter of the time, and of the last."""
        quarter = max(1, len(self.memory) // 4)
        return mean(self.memory[-2 * quarter : -quarter] or self.memory), mean(self.memory[-quarter:])

    @property
    def grows(self) -> bool:
        """Whether the memory was not flat over the second half."""
        if not self.memory:
            return False
        before, after = self.halves
        return after > before * GROWTH + MEGABYTES_OF_CHANCE

    def __str__(self) -> str:
        worst = quantiles(self.seconds, n=20)[-1] if len(self.seconds) > 1 else 0
        middle = median(self.seconds or [0])
        lines = [
            f"{len(self.seconds)} interactions: median {middle * 1000:.0f} ms, 95th percentile {worst * 1000:.0f} ms",
            f"{len(self.errors)} errors, {len(self.lost)} lost views",
        ]
        if self.memory:
            before, after = self.halves
            lines.append(
                f"memory: {self.memory[0]:.0f} MB at first, {max(self.memory):.0f} at most; "
                f"third quarter {before:.0f}, last quarter {after:.0f}"
            )
        if self.killed is not None:
            last = max(self.back.values(), default=0)
            lines.append(
                f"a dashboard was killed: {len(self.broken)} visitors lost their connection, {len(self.back)} of them "
                f"had their view again, the last after {last:.2f} s"
            )
        return "\n".join([*lines, *self.errors[:5], *self.lost[:5]])


@lru_cache(maxsize=10_000)
def expected(view: View) -> tuple[int, str, dict[str, list[str]]]:
    """How many films a view shows, the sentence that says so, and its link's parameters."""
    opened = lists.open_list(LIST)
    rows = run_query(opened.loaded, view, "published", english()).rows
    return len(rows), shown_of(opened.index, len(rows), english()), to_link(view)


@dataclass
class Visitor:
    """One visitor: the view that was chosen so far, and the page that shows it."""

    view: View
    page: Visit = field(init=False)

    def search(self, chance: Random) -> View:
        word = chance.choice(WORDS)
        self.page.run(LONGEST_WAIT, self.page.key("search"), string_value=word)
        return self.view if word == self.view.search else self.view.with_search(word)

    def filter(self, chance: Random) -> View:
        before = self.view.values("decade")
        values = toggled(before, before, tuple(each for each in DECADES if chance.random() < 0.4))
        options = [each.content for each in self.page.elements[self.page.key("facet:decade")].options]
        chosen = [option for option in options if any(value in option for value in values)]
        self.page.run(LONGEST_WAIT, self.page.key("facet:decade"), string_array_value={"data": chosen})
        return self.view if values == before else self.view.with_values("decade", values)

    def turn(self, chance: Random) -> View:
        """To another page, if there is one."""
        if not any(key.split("__")[0] == "page" for key in self.page.elements):
            return self.search(chance)
        page = chance.randint(1, pages(expected(self.view)[0], PAGE_SIZE))
        self.page.run(LONGEST_WAIT, self.page.key("page"), int_value=page)
        return replace(self.view, page=page)

    def lay_out(self, _: Random) -> View:
        layout = "table" if self.view.layout == "cards" else "cards"
        option = next(
            each for each in self.page.elements[self.page.key("layout")].options if layout.title() in each.content
        )
        self.page.run(LONGEST_WAIT, self.page.key("layout"), string_array_value={"data": [option.content]})
        return self.view.with_layout(layout)

    def come_back(self, _: Random) -> View:
        """By the link, as after a reload."""
        self.page.run(LONGEST_WAIT)
        return self.view


CHANGES: Sequence[Change] = (
    *(Visitor.search, Visitor.search, Visitor.filter, Visitor.turn, Visitor.turn),
    *(Visitor.lay_out, *[Visitor.come_back] * 3),
)


def visit(running: Served, number: int, pause: float, over: threading.Event, load: Load, source: str = "") -> None:
    """One visitor's whole time, in sessions of ten changes each; the next begins with the link of the one before.

    So does one that begins because a dashboard was killed.
    """
    chance = Random(number)
    view = View(LIST)
    over.wait(chance.uniform(0, pause))
    while not over.is_set():
        me = Visitor(view)
        try:
            with websocket(running.address, running.address, source=source) as opened:
                me.page = Visit(opened, relative(view)[1:])
                me.page.run(LONGEST_WAIT)
                check(me, "opened", load)
                if number in load.broken and load.killed is not None:
                    load.back.setdefault(number, time.monotonic() - load.killed)
                _session(me, chance, pause, over, load)
        except Exception as error:
            if load.killed is None or not isinstance(error, BROKEN):
                load.errors.append(f"visitor {number}: {type(error).__name__}: {error}")
                return
            load.broken.add(number)
        view = me.view


def _session(me: Visitor, chance: Random, pause: float, over: threading.Event, load: Load) -> None:
    for _ in range(10):
        if over.wait(chance.uniform(pause / 2, pause * 3 / 2)):
            return
        change = chance.choice(CHANGES)
        began = time.perf_counter()
        me.view = change(me, chance)
        load.seconds.append(time.perf_counter() - began)
        check(me, change.__name__, load)


def check(me: Visitor, what: str, load: Load) -> None:
    """Notes a view that is not what it should be."""
    _, sentence, link = expected(me.view)
    if (me.page.count, parse_qs(me.page.query)) != (sentence, link):
        load.lost.append(f"{what}: {me.page.count!r} at ?{me.page.query}, not {sentence!r} at {relative(me.view)}")


def memory_of(process: int) -> float | None:
    """A process's memory in megabytes; None where the system does not tell it like that."""
    try:
        said = Path(f"/proc/{process}/statm").read_text(encoding="ascii")
    except OSError:
        return None
    return int(said.split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def drive(
    running: Served,
    visitors: int,
    seconds: float,
    pause: float,
    least: int = 0,
    victim: subprocess.Popen[bytes] | None = None,
) -> Load:
    """Lets visitors come and act for some time, each about every `pause` seconds.

    On a machine that is busy with something else it goes on until they have done `least` things together.

    Args:
        running: what they visit.
        visitors: how many.
        seconds: for how long.
        pause: between two things that a visitor does, in seconds.
        least: how many things they do at least.
        victim: the process of a dashboard that is killed half-way; each visitor then has an address of their own.
    """
    load, over = Load(), threading.Event()
    sources = [source(number) if victim else "" for number in range(visitors)]
    threads = [
        threading.Thread(target=visit, args=(running, number, pause, over, load, sources[number]), daemon=True)
        for number in range(visitors)
    ]
    expected(View(LIST))
    for each in threads:
        each.start()
    began = time.monotonic()
    while running.process.poll() is None and _goes_on(load, time.monotonic() - began, seconds, least):
        if victim is None:
            load.memory += filter(None, [memory_of(running.process.pid)])
        elif load.killed is None and time.monotonic() - began > seconds / 2:
            load.killed = time.monotonic()
            victim.kill()
        over.wait(min(1, seconds / 20))
    over.set()
    for each in threads:
        each.join(LONGEST_WAIT)
    load.errors += ["a visitor hangs" for each in threads if each.is_alive()]
    load.errors += ["the dashboard ended"] if running.process.poll() is not None else []
    return load


def source(number: int) -> str:
    """An address of this machine for a visitor; behind nginx a visitor's dashboard depends on it."""
    return f"127.0.{1 + number // 250}.{1 + number % 250}"


def _goes_on(load: Load, passed: float, seconds: float, least: int) -> bool:
    is_short = len(load.seconds) < least or bool(load.away)
    return passed < seconds or (is_short and passed < seconds + LONGEST_WAIT)


def main(given: Sequence[str] | None = None) -> int:
    """Prints how a dashboard held; 1 if a view was lost, something broke or memory grew."""
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__.splitlines()[0])
    parser.add_argument("--visitors", type=int, default=100)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--pause", type=float, default=5, help="seconds between two things that a visitor does")
    parser.add_argument("--replicas", type=int, default=0, help="so many dashboards behind nginx; one is killed")
    chosen = parser.parse_args(given)
    print(f"{chosen.visitors} visitors for {chosen.minutes:g} minutes ...", flush=True)
    with ExitStack() as stack:
        replicas = [stack.enter_context(watched()) for _ in range(max(1, chosen.replicas))]
        running, victim = replicas[0], None
        if chosen.replicas:
            running = stack.enter_context(web(Path(stack.enter_context(tempfile.TemporaryDirectory())), replicas))
            victim = dashboard_of(running, replicas, source(0)).process
        load = drive(running, chosen.visitors, chosen.minutes * 60, chosen.pause, victim=victim)
        load.errors += [line for each in replicas for line in each.said().splitlines() if " ERROR " in line]
    load.errors += [f"visitor {number} did not come back" for number in load.away]
    print(load)
    if load.grows:
        print("Memory grew over the second half.")
    return 1 if load.errors or load.lost or load.grows else 0


if __name__ == "__main__":
    sys.exit(main())
