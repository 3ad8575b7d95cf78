"""The last good state of anything that is read from files which change, read in the background."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Generic, TypeVar

from dashboard.model.problems import BadListError, NotReadyError
from dashboard.model.progress import Progress, heard_by

LOG = logging.getLogger("dashboard")
PATIENCE = 1.0
"""Seconds for which whoever asks waits for a reading to end, from its beginning."""

Read = TypeVar("Read")
Signatures = list[tuple[int, int, int] | None]


@dataclass(eq=False)
class Reading:
    """A reading that goes on or has ended.

    Attributes:
        of: what the files looked like before it began.
        progress: how far it is.
        began: when, in seconds of a clock that only runs forward.
        over: whether it has ended.
    """

    of: Signatures
    progress: Progress = field(default_factory=Progress)
    began: float = field(default_factory=time.monotonic)
    over: Event = field(default_factory=Event)

    def hear(self, progress: Progress) -> None:
        """Note how far it is."""
        self.progress = progress

    def wait(self, patience: float | None) -> bool:
        """Wait until it has ended, or for so many seconds from when it began; whether it has ended."""
        left = None if patience is None else max(0.0, self.began + patience - time.monotonic())
        return self.over.wait(left)


class Watched(Generic[Read]):
    """What is read from some files: once when it is first asked for, and again when one of them changes.

    It is read in a thread of its own, by one at a time.

    Args:
        files: the files.
        read: reads them.
        afterwards: what the thread does with what was read, once everybody has it.
    """

    def __init__(
        self, files: tuple[Path, ...], read: Callable[[], Read], afterwards: Callable[[Read], None] | None = None
    ) -> None:
        self._files = files
        self._read = read
        self._afterwards = afterwards
        self._lock = Lock()
        self._reading: Reading | None = None
        self._good: tuple[Read] | None = None
        self._broken: Exception | None = None

    def current(self) -> tuple[Read, BadListError | None]:
        """What was last read without error, and what is wrong with the files now, if anything.

        Where a new reading takes longer than `PATIENCE`, it goes on in the background.

        Raises:
            NotReadyError: if it is the first one that goes on.
            BadListError: if the files could not be used yet.
        """
        is_over = self.reading().wait(PATIENCE)
        with self._lock:
            if self._good:
                return self._good[0], self._broken if isinstance(self._broken, BadListError) else None
            if self._broken and is_over:
                raise self._broken.with_traceback(None)
            raise NotReadyError

    def reading(self) -> Reading:
        """The reading that goes on, else the last one; begins one if the files are not what was read last."""
        seen = [_signature(path) for path in self._files]
        with self._lock:
            now = self._reading
            if now is None or (now.over.is_set() and now.of != seen):
                now = self._reading = Reading(seen)
                Thread(target=self._go_on, args=(now,), name="reading", daemon=True).start()
        return now

    def _go_on(self, reading: Reading) -> None:
        good = self._good
        broken: Exception | None = None
        try:
            with heard_by(reading.hear):
                good = (self._read(),)
        except BadListError as error:
            broken = error
        except Exception as error:
            LOG.error("A list could not be read", exc_info=error)
            broken = error
        with self._lock:
            self._good, self._broken = good, broken
        reading.over.set()
        if good and not broken and self._afterwards:
            self._afterwards(good[0])


def _signature(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
