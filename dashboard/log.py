"""The server's log: a line for each thing an operator should know, and nothing of what a visitor sent."""

from __future__ import annotations

import logging
import re
import shutil
import sys
import traceback
from pathlib import Path
from typing import Any

FRAMES = 4
"""The innermost places that are named of an error."""
ECHO = re.compile(r"ASGI callable returned without|Fatal error: .* LocalProtocolError at ")
"""What follows the line about a request that had no answer, or that was none of HTTP."""
LONGEST_LINE = 60
"""Characters of a terminal whose width is not known."""


def place(error: BaseException) -> str:
    """An error's kind and where it arose, without its message, which may quote a visitor."""
    frames = reversed(traceback.extract_tb(error.__traceback__)[-FRAMES:])
    where = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__} at {where or 'an unknown place'}"


def _record(*given: Any, **named: Any) -> logging.LogRecord:
    """A record in which an error is told by its place, whichever library reports it."""
    record = logging.LogRecord(*given, **named)
    if record.exc_info and record.exc_info[1]:
        message = " ".join(record.getMessage().split())
        record.msg, record.args = f"{message}: {place(record.exc_info[1])}", None
        record.exc_info = None
    return record


class _Handler(logging.StreamHandler[Any]):
    """Writes a record where the line that is drawn again stands."""

    def emit(self, record: logging.LogRecord) -> None:
        draw("")
        super().emit(record)


def is_drawn() -> bool:
    """Whether somebody watches the log on a terminal, where a line can be drawn again."""
    return sys.stderr is not None and sys.stderr.isatty()


def draw(text: str) -> None:
    """Draw a terminal's last line again; an empty text takes it away. Nothing happens where there is no terminal."""
    if is_drawn():
        room = shutil.get_terminal_size((LONGEST_LINE, 1)).columns - 1
        sys.stderr.write(f"\r{text[:room].ljust(room)}\r{text[:room]}")
        sys.stderr.flush()


def keep_log() -> None:
    """Begin the log, on standard error."""
    logging.setLogRecordFactory(_record)
    handler = _Handler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    ours = logging.getLogger("dashboard")
    ours.handlers[:] = [handler]
    ours.setLevel(logging.INFO)
    ours.propagate = False


def hush() -> None:
    """Silence the web server's lines about every connection, which name visitors and their links, and its echoes."""
    server = logging.getLogger("uvicorn.error")
    server.setLevel(logging.WARNING)
    for each in (server, logging.getLogger("asyncio")):
        each.addFilter(_is_news)


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a record of the web server is more than a second line about a request of which it has told already."""
    return ECHO.match(str(record.msg)) is None
