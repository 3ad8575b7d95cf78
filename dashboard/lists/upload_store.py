"""Lists kept on disk for a while, each under a name that nobody can guess."""

from __future__ import annotations

import hmac
import os
import re
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path

from dashboard.model.problems import BadListError, Problem

BLOCK = 16_384
"""Every file is counted in whole blocks of so many bytes, so that there cannot be very many small ones."""

STALE = timedelta(minutes=10)
"""What was being written for longer than this was given up."""

_MAGIC = b"film list 1\n"
_DIGEST = sha256().digest_size
_HEAD = len(_MAGIC) + 2 * _DIGEST
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")
_FILE = re.compile(r"[0-9a-f]{64}\.(list|part)")


@dataclass(frozen=True)
class Tokens:
    """What opens a list that is kept.

    Attributes:
        token: for whoever may read it.
        owner: for whoever may delete it.
    """

    token: str
    owner: str


def is_token(text: str) -> bool:
    """Whether a text has the form of a token: 24 bytes as base64url.

    >>> is_token("A" * 32), is_token("../films.csv")
    (True, False)
    """
    return _TOKEN.fullmatch(text) is not None


class UploadStore:
    """Lists in a folder, which other processes may use at the same time; nothing is remembered beside it.

    A file is called by the hash of its list's token, dated with the moment it was put there, and begins with the
    hashes of its owner's token and of its content. What is in the folder under other names is left alone.
    """

    def __init__(
        self,
        folder: Path,
        most_bytes: int = 500_000_000,
        longest: timedelta = timedelta(days=1),
        now: Callable[[], float] = time.time,
    ) -> None:
        """Keep lists in `folder`, which is made when the first one comes.

        Args:
            folder: where.
            most_bytes: what they may take all together; 0 keeps nothing.
            longest: how long each is kept.
            now: the time in seconds since 1970.
        """
        self._folder = folder
        self._most = most_bytes
        self._longest = longest.total_seconds()
        self._now = now
        self.sweep()

    def put(self, data: bytes) -> Tokens | None:
        """Keep a list; None if there is no room for it or the disk refuses. No other list is given up for it."""
        if self._swept() + _blocks(_HEAD + len(data)) > self._most:
            return None
        tokens = Tokens(secrets.token_urlsafe(24), secrets.token_urlsafe(24))
        path = self._path(tokens.token)
        part = path.with_suffix(".part")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._write(part, _sealed(data, tokens.owner)):
                return None
            os.replace(part, path)
        except OSError:
            return None
        finally:
            with suppress(OSError):
                part.unlink()
        return tokens

    def get(self, token: str) -> bytes | None:
        """The list; None if there is none, it has expired, or its file was damaged.

        Raises:
            BadListError: if it is there, but the disk does not give it.
        """
        if self._expires(token) is None:
            return None
        try:
            return _unsealed(self._path(token).read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise BadListError((Problem("unreadable file", "films.csv", expected=reason),)) from error

    def until(self, token: str) -> datetime | None:
        """When a list expires, in UTC; None if there is none."""
        expires = self._expires(token)
        return None if expires is None else datetime.fromtimestamp(expires, UTC)

    def delete(self, token: str, owner: str) -> bool:
        """Delete a list for its owner; whether it was there and is theirs."""
        if self._expires(token) is None or not is_token(owner):
            return False
        path = self._path(token)
        try:
            with path.open("rb") as file:
                head = file.read(_HEAD)
            theirs = hmac.compare_digest(head[len(_MAGIC) : -_DIGEST], _hash("owner", owner))
            if theirs:
                path.unlink()
        except OSError:
            return False
        return theirs

    def sweep(self) -> None:
        """Delete what has expired and what a process left half written."""
        self._swept()

    def _swept(self) -> int:
        """Sweep; the bytes that what is left takes."""
        now, used = self._now(), 0
        for file, status in self._files():
            longest = self._longest if file.name.endswith(".list") else STALE.total_seconds()
            with suppress(OSError):
                if now - status.st_mtime >= longest:
                    os.unlink(file)
                    continue
            used += _blocks(status.st_size)
        return used

    def _expires(self, token: str) -> float | None:
        """When a list expires; None if there is none or it has."""
        if not is_token(token):
            return None
        try:
            expires = self._path(token).stat().st_mtime + self._longest
        except OSError:
            return None
        return expires if self._now() < expires else None

    def _path(self, token: str) -> Path:
        return self._folder / f"{_hash('token', token).hex()}.list"

    def _files(self) -> Iterator[tuple[os.DirEntry[str], os.stat_result]]:
        """The lists and what is being written, as far as they are still there."""
        try:
            with os.scandir(self._folder) as entries:
                files = [entry for entry in entries if _FILE.fullmatch(entry.name)]
        except OSError:
            return
        for file in files:
            with suppress(OSError):
                status = file.stat(follow_symlinks=False)
                if stat.S_ISREG(status.st_mode):
                    yield file, status

    def _write(self, part: Path, content: bytes) -> bool:
        """Write a file; False if another process has meanwhile taken the room for it."""
        with open(part, "xb", opener=partial(os.open, mode=0o600)) as file:
            file.truncate(len(content))
            if self._swept() > self._most:
                return False
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        now = self._now()
        os.utime(part, (now, now))
        return True


def _blocks(size: int) -> int:
    return -(-size // BLOCK) * BLOCK


def _hash(what: str, secret: str) -> bytes:
    return sha256(f"film list {what} {secret}".encode()).digest()


def _sealed(data: bytes, owner: str) -> bytes:
    named = _hash("owner", owner)
    return _MAGIC + named + sha256(named + data).digest() + data


def _unsealed(content: bytes) -> bytes | None:
    """What was sealed; None if the file is not as it was written."""
    named, seal, data = content[len(_MAGIC) : _HEAD - _DIGEST], content[_HEAD - _DIGEST : _HEAD], content[_HEAD:]
    whole = content.startswith(_MAGIC) and seal == sha256(named + data).digest()
    return data if whole else None
