"""A visitor's own list: as a value, as the bytes it is kept as, as the text of a link, and out of a bundle."""

from __future__ import annotations

import base64
import io
import json
import lzma
import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from dashboard.evidence.pictures import FOLDER as PICTURE_FOLDER
from dashboard.model.problems import BadListError, DashboardError, Problem
from dashboard.model.rows import Limits

FILMS = "films.csv"
COLUMNS = "columns.json"
"""What was decided about the columns of films.csv that nobody but the list knows."""
PICTURES = "pictures.zip"
"""The folder of pictures that a list brings, as one file."""
FILES = (
    FILMS,
    "claims.csv",
    "identities.csv",
    "milestones.csv",
    "calendar.csv",
    COLUMNS,
    "calendar_accepted.csv",
    "views.csv",
    "changes.csv",
    PICTURES,
)
"""What a list may be made of. A packed list knows them by their position, so that new ones come last."""

LONGEST_NAME = 80

VERSION = b"\x01"
"""The first byte of a packed list; after it the CRC-32 of the content and the content itself as raw LZMA."""

_LZMA = {"id": lzma.FILTER_LZMA1, "dict_size": 1 << 20, "lc": 2, "lp": 0, "pb": 0}
_THOROUGH, _QUICK = _LZMA | {"preset": 9}, _LZMA | {"preset": 0}
_THOROUGH_UP_TO = 1_000_000

_MOST_MEMBERS = 10_000
_LONGEST_HEAD = 1_000_000
_TEXT = r'\s*("[^"\\]*(?:\\.[^"\\]*)*")\s*'
_PAIR = re.compile(rf"\s*[{{,]{_TEXT}:{_TEXT}")
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, OverflowError, RuntimeError, ValueError)


class BadPackError(DashboardError):
    """What should be a packed list is none, or not a whole one."""


@dataclass(frozen=True)
class ListPackage:
    """A list as its owner brought it.

    Attributes:
        name: what its owner calls it; at most `LONGEST_NAME` characters and no control characters, may be empty.
        files: the bytes of some of `FILES`, films.csv always among them.

    Raises:
        ValueError: if it is anything else.
    """

    name: str
    files: Mapping[str, bytes]

    def __post_init__(self) -> None:
        if len(self.name) > LONGEST_NAME or any(map(_is_control, self.name)):
            raise ValueError("a name has at most 80 characters and no control characters")
        if FILMS not in self.files or not set(self.files) <= set(FILES):
            raise ValueError("a list is made of films.csv and what belongs to it")

    @property
    def size(self) -> int:
        """Bytes of its files together."""
        return sum(map(len, self.files.values()))


def written_columns(kinds: Mapping[str, str]) -> bytes:
    """What was decided about columns, the names of their kinds by their own, as a file of a list; empty for nothing."""
    return (
        json.dumps({"version": 1, "kinds": kinds}, ensure_ascii=False, separators=(",", ":")).encode() if kinds else b""
    )


def read_columns(data: bytes) -> dict[str, object]:
    """What `written_columns` was given; nothing for what it did not write, or what a later version did."""
    try:
        found = json.loads(data)
        return dict(found["kinds"]) if found["version"] == 1 else {}
    except (ValueError, TypeError, KeyError, RecursionError):
        return {}


def name_of(text: str) -> str:
    r"""Any text as a list's name.

    >>> name_of(" My\tfilms ")
    'My films'
    """
    return _on_one_line(text)[:LONGEST_NAME].strip()


def title_of(stem: str) -> str:
    """What a list in a file is called, from the file's name without its ending; empty where that has no words.

    >>> title_of("my_films-2024"), title_of("_")
    ('My films 2024', '')
    """
    title = _on_one_line(stem.replace("_", " ").replace("-", " "))
    return title[:1].upper() + title[1:]


def _on_one_line(text: str) -> str:
    return " ".join("".join(" " if _is_control(each) else each for each in text).split())


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")


def pack(own: ListPackage) -> bytes:
    """A list in few bytes; the same list gives the same bytes."""
    return deflated(_head(own) + b"".join(own.files[name] for name in FILES if name in own.files))


def deflated(content: bytes) -> bytes:
    """Any content in few bytes, with what tells that it came whole; the same content gives the same bytes."""
    how = _THOROUGH if len(content) <= _THOROUGH_UP_TO else _QUICK
    return VERSION + _checksum(content) + lzma.compress(content, lzma.FORMAT_RAW, filters=[how])


def unpack(data: bytes, most: int = 200_000_000) -> ListPackage:
    """The list that was packed.

    Args:
        data: what `pack` gave.
        most: bytes that it may unpack to.

    Raises:
        BadPackError: if it is anything else, cut off, altered, or larger.
    """
    content = inflated(data, most)
    own = _parsed(content)
    head = _head(own)
    if not content.startswith(head) or len(content) != len(head) + sum(map(len, own.files.values())):
        raise BadPackError("not as a list is packed")
    return own


def inflated(data: bytes, most: int) -> bytes:
    """The content that was deflated.

    Raises:
        BadPackError: if it is anything else, cut off, altered, or larger than `most` bytes.
    """
    if not data.startswith(VERSION):
        raise BadPackError("not a packed list, or one of a later version")
    content = _decompressed(data[5:], most)
    if _checksum(content) != data[1:5]:
        raise BadPackError("altered")
    return content


def _head(own: ListPackage) -> bytes:
    """The name, then the files' lengths in the order of `FILES`, each on its line."""
    lengths = [str(len(own.files[name])) if name in own.files else "" for name in FILES]
    return f"{own.name}\n{','.join(lengths).rstrip(',')}\n".encode()


def _parsed(content: bytes) -> ListPackage:
    """A list whose head is `content`'s if that is one."""
    try:
        name, lengths, rest = content.split(b"\n", 2)
        files = {}
        for file, length in zip(FILES, lengths.split(b",", len(FILES)), strict=False):
            if length:
                files[file], rest = rest[: int(length)], rest[int(length) :]
        return ListPackage(name.decode(), files)
    except ValueError as error:
        raise BadPackError("not as a list is packed") from error


def _decompressed(data: bytes, most: int) -> bytes:
    decompressor = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[_LZMA])
    try:
        content = decompressor.decompress(data, max_length=most + 1)
    except lzma.LZMAError as error:
        raise BadPackError("altered") from error
    if len(content) > most or not decompressor.eof or decompressor.unused_data:
        raise BadPackError("larger than allowed, or not whole")
    return content


def _checksum(content: bytes) -> bytes:
    return zlib.crc32(content).to_bytes(4, "big")


def to_text(packed: bytes) -> str:
    """Bytes as a text for a link: base64url without padding."""
    return base64.urlsafe_b64encode(packed).rstrip(b"=").decode("ascii")


def from_text(text: str) -> bytes:
    """The bytes that `to_text` was given.

    Raises:
        BadPackError: if it gives no such text.
    """
    try:
        packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError as error:
        raise BadPackError("not a text that links have") from error
    if to_text(packed) != text:
        raise BadPackError("not a text that links have")
    return packed


def from_bundle(data: bytes, limits: Limits, file: str = "films.zip") -> tuple[ListPackage, str] | None:
    """The list in a bundle that was taken away, or in a zipped folder.

    Members count at the top of the archive or, if no file is there, in the only folder that holds films.csv.

    Args:
        data: the archive.
        limits: of these `unpacked`.
        file: what problems call it.

    Returns:
        The list and the link that films.json begins with, empty without one. The list is named as films.json or else
        the folder says; the name is empty if neither says one. None if `data` is no zip or holds no films.csv.

    Raises:
        BadListError: if the archive is broken or encrypted, or unpacks too large.
    """
    try:
        if not zipfile.is_zipfile(io.BytesIO(data)):
            return None
        if data.count(b"PK\x01\x02") > _MOST_MEMBERS:
            raise zipfile.BadZipFile("it holds too many files")
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            folder, members = _members(zipped)
            if FILMS not in members:
                return None
            files = _contents(zipped, members, _pictures(zipped, folder), limits.unpacked, file)
            about = _about(_read(zipped, members["films.json"], _LONGEST_HEAD)) if "films.json" in members else {}
    except _BROKEN as error:
        raise BadListError((Problem("broken archive", file, expected=str(error)),)) from error
    link = about.get("link", "")
    name = name_of(about.get("list", "")) or name_of(folder)
    return ListPackage(name, files), link if link.isprintable() else ""


def _members(zipped: zipfile.ZipFile) -> tuple[str, Mapping[str, zipfile.ZipInfo]]:
    """The folder that holds films.csv, empty for the top, and what is in it by name.

    Where files stand at the top, a folder's films.csv is one table among others of an export.
    """
    folders: dict[str, dict[str, zipfile.ZipInfo]] = {}
    for member in zipped.infolist():
        *folder, name = member.filename.replace("\\", "/").removeprefix("./").split("/")
        if len(folder) < 2 and folder != [".."]:
            folders.setdefault("".join(folder), {})[name] = member
    found = {folder: members for folder, members in folders.items() if FILMS in members}
    if "" not in folders and len(found) == 1:
        return next(iter(found.items()))
    return "", found.get("", {})


def _contents(
    zipped: zipfile.ZipFile,
    members: Mapping[str, zipfile.ZipInfo],
    pictures: Mapping[str, zipfile.ZipInfo],
    most: int,
    file: str,
) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    left = most
    for name, member in ({name: members[name] for name in FILES if name in members} | dict(pictures)).items():
        files[name] = _read(zipped, member, left + 1)
        left -= len(files[name])
        if left < 0:
            raise BadListError((Problem("unpacks too large", file, expected=f"{most / 1e6:g}"),))
    folder = {name.rpartition("/")[2]: files.pop(name) for name in pictures}
    return files | ({PICTURES: joined(folder)} if folder else {})


def _pictures(zipped: zipfile.ZipFile, folder: str) -> dict[str, zipfile.ZipInfo]:
    """The files in the folder of pictures of a list, as ``pictures/a.png``."""
    start = f"{folder}/{PICTURE_FOLDER}" if folder else PICTURE_FOLDER
    found = {}
    for member in zipped.infolist():
        within, _, name = member.filename.replace("\\", "/").removeprefix("./").rpartition("/")
        if within == start and name:
            found[f"{PICTURE_FOLDER}/{name}"] = member
    return found


def joined(files: Mapping[str, bytes]) -> bytes:
    """Files as one, which is not packed, in the order of their names."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as zipped:
        for name in sorted(files):
            zipped.writestr(zipfile.ZipInfo(name), files[name])
    return written.getvalue()


def parted(data: bytes) -> dict[str, bytes]:
    """The files that `joined` was given; nothing of what it did not write."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            members = [each for each in zipped.infolist() if each.compress_type == zipfile.ZIP_STORED]
            if sum(each.file_size for each in members) > len(data):
                return {}
            return {each.filename: _read(zipped, each, len(data)) for each in members}
    except _BROKEN:
        return {}


def _read(zipped: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    """The first bytes of a member, in no more memory than they need."""
    if member.flag_bits & 1:
        raise zipfile.BadZipFile("it is protected by a password")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # zipfile unpacks the other kinds without a bound.
        raise zipfile.BadZipFile("it is compressed in an uncommon way")
    with zipped.open(member) as opened:
        return opened.read(most)


def _about(head: bytes) -> dict[str, str]:
    """The texts with which a JSON object begins, by their keys, up to the first value that is none."""
    about: dict[str, str] = {}
    text, at = head.decode("utf-8-sig", "ignore"), 0
    with suppress(ValueError):
        while pair := _PAIR.match(text, at):
            about[json.loads(pair[1])] = json.loads(pair[2])
            at = pair.end()
    return about
