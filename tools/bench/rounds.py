"""The rounds of measuring: page after page, again and again, so that all meet the same moments of a machine."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import Browser
from playwright.sync_api import Error as BrowserError

from tools.bench import films
from tools.bench.actions import ACTIONS, Turn
from tools.bench.figures import WARMING, Log
from tools.bench.sites import TELLS_MEMORY, NotServedError, Server, Site, serving
from tools.bench.visit import Visit
from tools.bench.visitors import visitors

START, FIRST_START, PAGE_LOAD, PHONE_LOAD = "start", "first-start", "page-load", "phone-load"
CHOICES = (START, PAGE_LOAD, PHONE_LOAD, *ACTIONS)
ORDER = (
    *(f"{start}-{name}" for name in films.FORMATS for start in (FIRST_START, START)),
    PAGE_LOAD,
    PHONE_LOAD,
    *ACTIONS,
)
"""Of actions, in figures."""
Each = TypeVar("Each")
REST = 1
"""Seconds for a process to come to rest before its memory is read."""


@dataclass(frozen=True)
class Plan:
    """What to measure, and how often.

    Attributes:
        sizes: the numbers of films.
        actions: of `CHOICES`.
        formats: of `films.FORMATS`, those from which the pages are started.
        repetitions: of everything but starts.
        starts: how often each page is started from each format, after a first time.
        visitors: how many visitors a page has at once when its memory is read the second time.
    """

    sizes: tuple[int, ...]
    actions: tuple[str, ...]
    formats: tuple[str, ...]
    repetitions: int
    starts: int
    visitors: int


@dataclass(frozen=True)
class Rounds:
    """The measuring of everything in a plan, of several pages, with one browser, into one log.

    A page without cards is only clicked: it is neither started for its own sake nor its loading measured.
    """

    browser: Browser
    sites: tuple[Site, ...]
    plan: Plan
    log: Log

    def run(self) -> None:
        for size in self.plan.sizes:
            say(f"{size:,} films")
            files = films.files(size)
            if set(self.plan.actions) - {START}:
                self._warm(size, files)
            if START in self.plan.actions:
                for name, path in ((each, files[each]) for each in self.plan.formats):
                    with tempfile.TemporaryDirectory() as cache:
                        self._starts(size, f"{FIRST_START}-{name}", path, 1, cache)
                        self._starts(size, f"{START}-{name}", path, self.plan.starts, cache)

    def _warm(self, size: int, files: dict[str, Path]) -> None:
        """Everything that is done with processes that already run; from Parquet if all pages read it."""
        for name in ("parquet", "csv"):
            with ExitStack() as running:
                servers = []
                try:
                    for site in self.sites:
                        servers.append(running.enter_context(serving(site, files[name], timed=True)))
                except NotServedError as error:
                    self.log.skip(size, f"all but starts, from {name}", self.sites[len(servers)].name, reason(error))
                    continue
                for repetition in range(WARMING, self.plan.repetitions + 1):
                    say(f"{size:,} films from {name}: round {repetition} of {self.plan.repetitions}")
                    for server in in_turn(servers, repetition):
                        self._visit(size, server, repetition, self.plan.actions)
                        if PHONE_LOAD in self.plan.actions and server.site.card:
                            self._visit_by_phone(size, server, repetition)
                return

    def _visit(self, size: int, server: Server, repetition: int, wanted: Sequence[str]) -> None:
        """A visit to one page, with each action in turn; after one that fails, another visit for the rest."""
        name, doing, turn = server.site.name, PAGE_LOAD, Turn(server.site, size, repetition)
        if self.log.has_skipped(size, PAGE_LOAD, name):
            return
        left = [each for each in ACTIONS if each in wanted and ACTIONS[each].fits(server.site, size)]
        left = [each for each in left if not self.log.has_skipped(size, each, name)]
        with closing(Visit(self.browser, server.site)) as visit:
            try:
                loaded = visit.open(server)
                if PAGE_LOAD in wanted and server.site.card:
                    self.log.add(size, PAGE_LOAD, name, repetition, loaded)
                while left:
                    doing = left.pop(0)
                    self.log.add(size, doing, name, repetition, visit.act(ACTIONS[doing], turn))
            except BrowserError as error:
                self.log.skip(size, doing, name, reason(error))
        if left and doing != PAGE_LOAD:
            self._visit(size, server, repetition, left)

    def _visit_by_phone(self, size: int, server: Server, repetition: int) -> None:
        name = server.site.name
        if self.log.has_skipped(size, PHONE_LOAD, name):
            return
        with closing(Visit(self.browser, server.site, is_phone=True)) as visit:
            try:
                self.log.add(size, PHONE_LOAD, name, repetition, visit.open(server))
            except BrowserError as error:
                self.log.skip(size, PHONE_LOAD, name, reason(error))

    def _starts(self, size: int, action: str, path: Path, times: int, cache: str) -> None:
        """Starts of the pages in turn; what they keep for the next one is kept in a folder of its own."""
        for repetition in range(1, times + 1):
            for site in in_turn(self.sites, repetition):
                if not site.card or self.log.has_skipped(size, action, site.name):
                    continue
                say(f"{size:,} films, {action}, {site.name}: {repetition} of {times}")
                try:
                    self.log.add(size, action, site.name, repetition, self._start(site, path, cache))
                except (NotServedError, BrowserError, OSError) as error:
                    self.log.skip(size, action, site.name, reason(error))

    def _start(self, site: Site, path: Path, cache: str) -> dict[str, float]:
        """From the start of a process to the first card, in ms; then its memory with one visitor and with more."""
        with closing(Visit(self.browser, site)) as visit, serving(site, path, timed=False, cache=cache) as server:
            visit.open(server)
            took = {"time": (visit.first_card() - server.began) * 1000}
            return took | (self._memory(server) if TELLS_MEMORY else {})

    def _memory(self, server: Server) -> dict[str, float]:
        """Of a process at its peak so far, with one visitor, and for each visitor more, in bytes."""
        more = self.plan.visitors - 1
        time.sleep(REST)
        found: dict[str, float] = {"peak": server.peak(), "memory": server.memory()}
        if more:
            with visitors(server.address, more):
                time.sleep(REST)
                found["visitor"] = (server.memory() - found["memory"]) / more
        return found


def in_turn(things: Sequence[Each], repetition: int) -> Sequence[Each]:
    """Things as they are, and in every other repetition the last first."""
    return things if repetition % 2 else things[::-1]


def say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def reason(error: Exception) -> str:
    """An error in a line."""
    return " ".join(str(error).split())[:200] or type(error).__name__
