"""The pages that are measured – the dashboard, a plain one, a bare one, another state – and their processes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event, Thread

from tests.serving import ROOT, free_port
from tools.bench import figures
from tools.bench.timed import NUMBER, RUNS, SENT

TIMED = Path(__file__).with_name("timed.py")
LONGEST_START = 600
"""Seconds until a process must answer."""
BETWEEN_LOOKS = 0.05
"""Seconds between two looks at how much memory a process and all that it has started take."""
TELLS_MEMORY = Path("/proc/self/smaps_rollup").exists()
"""Whether this system says how much memory a process needs; Linux does."""


@dataclass(frozen=True)
class Site:
    """A page, how it is started, and where in it is what all pages have.

    Attributes:
        name: what the figures call it.
        root: the folder in which it is started.
        command: the module, and its arguments, that serve a list's file on a port.
        count: the CSS selector of the number of films shown.
        card: the CSS selector of a film's card; empty for a page with neither cards nor charts.
        film: the CSS selector of a film as it can be read first; empty like that.
        forth: the name of the button to the second page of cards; empty for a page without cards.
        back: the name of the button from there to the first; empty like that.
        live: whether a search begins while a word is typed, and not only with Enter.
    """

    name: str
    root: Path
    command: Callable[[Path, int], list[str]]
    count: str
    card: str
    film: str
    forth: str
    back: str
    live: bool

    @property
    def parts(self) -> tuple[str, ...]:
        """What of it a visitor looks at, as `watch.js` names it."""
        return ("count", "card", "chart") if self.card else ("count",)


def _by_streamlit(page: str, path: Path, port: int) -> list[str]:
    """The command by which Streamlit serves a page of this folder."""
    settings = {
        "server.address": "localhost",
        "server.port": port,
        "server.headless": "true",
        "browser.gatherUsageStats": "false",
    }
    flags = [word for name, value in settings.items() for word in (f"--{name}", str(value))]
    return ["streamlit", "run", page, *flags, "--", str(path)]


OURS = Site(
    figures.OURS,
    ROOT,
    lambda path, port: ["dashboard", str(path), "--port", str(port)],
    count="p.count",
    card=':is(.card, [class*="st-key-card-"])',
    film='#first-view .row, .card, [class*="st-key-card-"]',
    forth="Page 2",
    back="Page 1",
    live=True,
)
PLAIN = Site(
    figures.PLAIN,
    Path(__file__).parent,
    partial(_by_streamlit, "plain_page.py"),
    count="h3",
    card='[data-testid="stExpander"]',
    film='[data-testid="stExpander"]',
    forth="Increment",
    back="Decrement",
    live=False,
)
FLOOR = Site(
    figures.FLOOR,
    Path(__file__).parent,
    partial(_by_streamlit, "floor_page.py"),
    count="h3",
    card="",
    film="",
    forth="",
    back="",
    live=True,
)


class NotServedError(Exception):
    """A list that a page does not serve; says why."""


@dataclass(frozen=True)
class Server:
    """A process that serves a page.

    Attributes:
        site: the page.
        address: where it is served.
        process: the process's id.
        began: when the process was started, in seconds since the epoch.
        folder: where `timed` writes; its files say nothing unless the process was started to be timed.
        most: the most memory that was seen.
    """

    site: Site
    address: str
    process: int
    began: float
    folder: Path
    most: MostMemory

    def ran(self) -> list[float]:
        """How long each run of the page took so far, in milliseconds."""
        return [float(line) for line in self.folder.joinpath(RUNS).read_text(encoding="utf-8").splitlines()]

    def sent(self) -> int:
        """The bytes that it has sent so far."""
        return int(NUMBER.unpack(self.folder.joinpath(SENT).read_bytes())[0])

    def memory(self) -> int:
        """The proportional set size of the process and of all that it has started, in bytes."""
        return sum(_told(process, "smaps_rollup", "Pss:") for process in _family(self.process))

    def peak(self) -> int:
        """The most that the process and all that it started had in memory at one time since it began, in bytes."""
        return max(self.most.seen, _told(self.process, "status", "VmHWM:"))


class MostMemory(Thread):
    """Looks, until it is told to stop, at how much memory a process and all that it has started take.

    Attributes:
        seen: the most that was there at one look, in bytes: the sum of what each has resident.
    """

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process, self.seen, self._over = process, 0, Event()

    def run(self) -> None:
        while not self._over.wait(BETWEEN_LOOKS):
            self.seen = max(self.seen, sum(map(_resident, _family(self.process))))

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self.join()


def _family(process: int) -> Iterator[int]:
    """A process and all that it, and what it has started, have started."""
    yield process
    for threads in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            for child in threads.read_text(encoding="ascii").split():
                yield from _family(int(child))


def _resident(process: int) -> int:
    """What a process has in memory, in bytes; 0 if it is gone."""
    with suppress(OSError):
        return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def _told(process: int, file: str, name: str) -> int:
    """What the system tells of a process under a name, in bytes."""
    lines = Path(f"/proc/{process}/{file}").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(name))


@contextmanager
def serving(site: Site, path: Path, timed: bool, cache: str = "") -> Iterator[Server]:
    """A process that serves a list while the block runs.

    Args:
        site: the page.
        path: the list's file.
        timed: whether each run of the page is timed.
        cache: the folder for what the process keeps for its next start; the user's own if it is empty.

    Raises:
        NotServedError: if it ends by itself or does not answer in time.
    """
    port = free_port()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        said = folder / "said"
        folder.joinpath(RUNS).touch()
        folder.joinpath(SENT).write_bytes(NUMBER.pack(0))
        before = [str(TIMED), made] if timed else ["-m"]
        command = [sys.executable, *before, *site.command(path, port)]
        with said.open("wb") as output:
            began = time.time()
            environment = os.environ | ({"XDG_CACHE_HOME": cache} if cache else {})
            process = subprocess.Popen(command, cwd=site.root, env=environment, stdout=output, stderr=subprocess.STDOUT)
        most = MostMemory(process.pid)
        most.start()
        try:
            _wait(process, port, said)
            yield Server(site, f"http://localhost:{port}", process.pid, began, folder, most)
        finally:
            most.stop()
            process.terminate()
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(process: subprocess.Popen[bytes], port: int, said: Path) -> None:
    ends = time.monotonic() + LONGEST_START
    while time.monotonic() < ends:
        if process.poll() is not None:
            lines = said.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            raise NotServedError(lines[-1] if lines else f"it ended with {process.returncode}")
        with socket.socket() as trial:
            if trial.connect_ex(("localhost", port)) == 0:
                return
        time.sleep(0.005)
    raise NotServedError(f"it did not answer within {LONGEST_START} seconds")
