"""What visitors' lists leave in a dashboard's memory: ``python -m tools.memory`` prints it, for long and for many.

Each part starts a dashboard of its own and visits it over websockets. Nothing but this machine is asked.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from statistics import median

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileUploaderState

from dashboard.lists.package import ListPackage, pack
from dashboard.lists.upload_store import UploadStore
from dashboard.model.list_info import STORED
from tests.holding import forget_soon
from tests.load import memory_of
from tests.serving import ROOT, Served, ask, watched
from tests.visits import Visit, websocket

LONGEST = 300
"""Seconds for one answer."""
SESSIONS_STAY = 3
"""Seconds for which Streamlit keeps a session whose tab was closed; two minutes where nobody says otherwise."""


@dataclass
class Memory:
    """A dashboard's memory in megabytes: before the first visit, at most, and some seconds after the last."""

    before: float
    most: float
    after: float
    clicks: list[float] = field(default_factory=list)

    @property
    def left(self) -> float:
        """What the visits left."""
        return self.after - self.before

    def __str__(self) -> str:
        said = f"{self.before:.0f} MB before, {self.most:.0f} at most, {self.after:.0f} after"
        if self.clicks:
            said += f"; a click {median(self.clicks) * 1000:.0f} ms, the slowest {max(self.clicks) * 1000:.0f}"
        return said


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """A dashboard that keeps visitors' lists in a folder and forgets a visitor soon."""
    forget_soon(folder, SESSIONS_STAY)
    with watched("--keep-in", str(folder), "--keep", "2000", cwd=folder, PYTHONPATH=str(ROOT)) as running:
        yield running


def films(number: int, seed: int = 0) -> str:
    """A list of so many films as CSV; lists of different seeds have nothing in common."""
    rows = (
        f"Film {seed}-{at},{1920 + at % 100},Director {at % 997},Space {at % 12},"
        f"A crew of {at % 9} leaves for planet {at % 50} and finds number {seed}-{at} there\n"
        for at in range(number)
    )
    return "title,year,director,Programme,description\n" + "".join(rows)


def rest(running: Served, seconds: float) -> float:
    """The least memory of a dashboard that nobody visits, within some seconds."""
    ends, least = time.monotonic() + seconds, float("inf")
    while time.monotonic() < ends:
        least = min(least, memory_of(running.process.pid) or 0)
        time.sleep(0.5)
    return least


def bring(page: Visit, running: Served, text: str) -> None:
    """Upload a list and have it read, as a browser does."""
    message = BackMsg()
    message.file_urls_request.request_id = "upload"
    message.file_urls_request.file_names.append("films.csv")
    page.opened.send(message.SerializeToString())
    urls = page.file_urls(LONGEST)
    put(running, urls.upload_url, text.encode())
    state = FileUploaderState()
    state.uploaded_file_info.add(file_id=urls.file_id, name="films.csv", size=len(text), file_urls=urls)
    page.run(LONGEST, "bring:file", file_uploader_state_value=state)


def put(running: Served, path: str, content: bytes) -> None:
    """Send a file, with Streamlit's token against forged requests."""
    token = SimpleCookie(ask(running.address, "/_stcore/health").headers["Set-Cookie"])["_streamlit_xsrf"].value
    body = b'--x\r\nContent-Disposition: form-data; name="f"; filename="films.csv"\r\n\r\n' + content + b"\r\n--x--\r\n"
    headers = {
        "Content-Type": "multipart/form-data; boundary=x",
        "X-Xsrftoken": token,
        "Cookie": f"_streamlit_xsrf={token}",
    }
    address = f"{running.address}/{path.lstrip('/')}"
    with urllib.request.urlopen(urllib.request.Request(address, body, headers, method="PUT"), timeout=LONGEST):
        pass


def one_long_list(rows: int, wait: float) -> Memory:
    """A visitor brings a list of so many rows, looks at it, searches it, deletes it, and closes the tab."""
    with ExitStack() as stack:
        running = stack.enter_context(serving(Path(stack.enter_context(tempfile.TemporaryDirectory()))))
        warm_up(running)
        before = rest(running, SESSIONS_STAY + 2)
        with websocket(running.address, running.address) as opened:
            page = Visit(opened, "list=new")
            page.run(LONGEST)
            bring(page, running, films(rows))
            page.run(LONGEST, "bring:show", trigger_value=True)
            assert f"{rows:,} of {rows:,} films" in page.count, page.count
            page.run(LONGEST, "search", string_value="planet 7")
            most = memory_of(running.process.pid) or 0
            page.run(LONGEST, "brought:delete", trigger_value=True)
        return Memory(before, most, rest(running, wait))


def many_lists(number: int, in_use: int, rows: int, wait: float) -> Memory:
    """Visitors look at a list each; some of them go on clicking, each at their own; then all tabs are closed."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        store = UploadStore(folder, 2_000_000_000)
        kept = [
            store.put(pack(ListPackage(f"List {at}", {"films.csv": films(rows, at).encode()}))) for at in range(number)
        ]
        running = stack.enter_context(serving(folder))
        warm_up(running)
        memory = Memory(rest(running, SESSIONS_STAY + 2), 0, 0)
        with ExitStack() as tabs:
            pages = []
            for each in filter(None, kept):
                page = Visit(
                    tabs.enter_context(websocket(running.address, running.address)), f"list={STORED}{each.token}"
                )
                page.run(LONGEST)
                assert f"{rows:,} of {rows:,} films" in page.count, page.count
                pages.append(page)
            for word in ("planet 7", "crew of 3", ""):
                for page in pages[-in_use:]:
                    began = time.perf_counter()
                    page.run(LONGEST, "search", string_value=word)
                    memory.clicks.append(time.perf_counter() - began)
                    memory.most = max(memory.most, memory_of(running.process.pid) or 0)
        memory.after = rest(running, wait)
        return memory


def warm_up(running: Served) -> None:
    """A visit that has the dashboard do for the first time what it does for everyone."""
    with websocket(running.address, running.address) as opened:
        page = Visit(opened, "list=new")
        page.run(LONGEST)
        bring(page, running, films(50))
        page.run(LONGEST, "bring:show", trigger_value=True)
        page.run(LONGEST, "search", string_value="planet 7")


def main(given: Sequence[str] | None = None) -> int:
    """Print what long lists and many lists leave in memory."""
    parser = argparse.ArgumentParser(prog="python -m tools.memory", description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=300_000, help="of the long list")
    parser.add_argument("--lists", type=int, default=41)
    parser.add_argument("--rows-each", type=int, default=20_000, help="of each of the many lists")
    parser.add_argument("--in-use", type=int, default=10)
    parser.add_argument("--wait", type=float, default=60, help="seconds after the last tab was closed")
    chosen = parser.parse_args(given)
    print(f"one list of {chosen.rows:,} films, deleted: {one_long_list(chosen.rows, chosen.wait)}", flush=True)
    memory = many_lists(chosen.lists, chosen.in_use, chosen.rows_each, chosen.wait)
    print(f"{chosen.lists} lists of {chosen.rows_each:,} films: {memory}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
