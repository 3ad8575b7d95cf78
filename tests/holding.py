"""A dashboard that tells at /held what it holds of its visitors: ``python -m tests.holding``, with the usual options.

It looks every moment whether a session has ended, and forgets one a second after its tab was closed.
"""

from __future__ import annotations

import gc
import json
import sys
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from streamlit import runtime

from dashboard import server
from dashboard.__main__ import main as serve_by_options
from dashboard.query.index import Index
from dashboard.query.loaded_list import LoadedList
from dashboard.ui.state import Session
from tests.serving import ROOT, Served, ask, free_port, served

LONG = 1_000
"""Films of a list that is a visitor's for sure."""
INDEXES: weakref.WeakSet[Index] = weakref.WeakSet()
LISTS: weakref.WeakSet[LoadedList] = weakref.WeakSet()
SESSIONS: weakref.WeakSet[Session] = weakref.WeakSet()


@contextmanager
def holding(folder: Path, *arguments: str) -> Iterator[Served]:
    """A dashboard that tells what it holds, with its files in a folder, while the block runs."""
    forget_soon(folder, seconds=1)
    port = free_port()
    command = [sys.executable, "-m", "tests.holding", *arguments, "--keep-in", str(folder), "--port", str(port)]
    with served(command, port, folder, PYTHONPATH=str(ROOT)) as running:
        yield running


def forget_soon(folder: Path, seconds: int) -> None:
    """Have Streamlit forget a session so soon after its tab was closed, in a process that is started in a folder."""
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "config.toml").write_text(f"[server]\ndisconnectedSessionTTL = {seconds}\n")


def held(running: Served) -> dict[str, int]:
    """What a dashboard holds now of its visitors."""
    told: dict[str, int] = json.loads(ask(running.address, "/held").body)
    return told


def _tell(_request: Request) -> JSONResponse:
    gc.collect()
    files: Any = runtime.get_instance()._uploaded_file_mgr
    return JSONResponse(
        {
            "lists": sum(each.info.is_uploaded for each in LISTS),
            "indexes": sum(len(each) >= LONG for each in INDEXES),
            "sessions": len(SESSIONS),
            "uploads": sum(map(len, files.file_storage.values())),
        }
    )


def _count(kind: Any, instances: weakref.WeakSet[Any]) -> None:
    """Note the instances of a class as they are made."""
    make = kind.__init__

    def noted(self: Any, *args: Any, **kwargs: Any) -> None:
        make(self, *args, **kwargs)
        instances.add(self)

    kind.__init__ = noted


def main() -> int:
    """Serve."""
    for kind, instances in ((Index, INDEXES), (LoadedList, LISTS), (Session, SESSIONS)):
        _count(kind, instances)
    usual = server.arguments
    server.BETWEEN_TIDYINGS = 0.2
    server.arguments = lambda: {**usual(), "routes": [Route("/held", _tell), *usual()["routes"]]}
    return serve_by_options()


if __name__ == "__main__":
    sys.exit(main())
