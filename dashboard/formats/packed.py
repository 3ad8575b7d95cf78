"""Files in an archive: one that is gzipped, and those of a zip as a site hands its export out."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from email.policy import default
from functools import cache, partial
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZipInfo

from dashboard.formats.encoding import is_encoding
from dashboard.formats.format import Document, Format, GivenFile, ReadInside, table_within
from dashboard.formats.nested.lists import document_of_value
from dashboard.formats.nested.notes import NOTE, note_of
from dashboard.formats.workbooks.archive import is_archive, opened
from dashboard.formats.workbooks.sheets import broken_as
from dashboard.model.column_names import column_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits, Rows

GZIP = b"\x1f\x8b"
"""How gzipped files begin."""
MOST_FILES = 1_000
"""Files that an archive may hold."""
LONGEST_NOTE = 1_000_000
"""Bytes of a note."""
MOST_LOOKED_INTO = 20
"""So many files of an archive are looked into where no name says which is the list."""
SEEN = (
    "watched",
    "seen",
    "films",
    "movies",
    "history",
    "diary",
    "library",
    "collection",
    "ratings",
    "reviews",
    "watchlist",
)
"""What the files of a site's export are called, the films seen first."""

LONGEST_HEADER = 20_000
"""Bytes of a message's header."""
_OF_MAILS = frozenset({b"from", b"to", b"date", b"subject", b"message-id", b"mime-version"})
_HEADER = re.compile(rb"(?:[A-Za-z][\w-]*: ?[^\r\n]*\r?\n(?:[ \t]+\S[^\r\n]*\r?\n)*)+\r?\n")
_FIELD = re.compile(rb"^([A-Za-z][\w-]*):", re.MULTILINE)
_OFFICE = re.compile(r"(?i)mimetype|\[Content_Types\]\.xml|(xl|word|ppt|docProps)/.*|Index(/.*\.iwa|\.zip)")
_OF_ONE_FILM = frozenset({".nfo", ".xml", ".json", ".yaml", ".yml", ".toml"})
"""How files end that may hold a film each."""
_HIDDEN = re.compile(r"(^|/)(__MACOSX/|\.)")
_CHUNK, _PIECE = 1 << 20, 1 << 14
"""Bytes that come out of a packed file, and go in, at once: of many small parts each goes in again from its piece."""


class Gzip(Format):
    """One file, gzipped."""

    name = "gzip"
    plural = "files in gzip"

    def recognises(self, given: GivenFile) -> bool:
        """Whether it begins as gzipped files do."""
        return given.head.startswith(GZIP)

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """What the packed file holds."""
        read = _inside(given)
        with broken_as("broken archive", given.name):
            data = _unzipped(given.data, limits.size)
        if data is None:
            raise _too_large(given.name, limits)
        return read(data, given.name.removesuffix(".gz"), limits)


class Zip(Format):
    """Files in a zip archive that is no workbook."""

    name = "zip"
    plural = "exports of film sites in zip"

    def recognises(self, given: GivenFile) -> bool:
        """Whether it is an archive of files that are no parts of a document."""
        if not is_archive(given):
            return False
        with suppress(Exception), opened(given) as archive:
            names = archive.namelist()
            return bool(names) and not any(map(_OFFICE.fullmatch, names))
        return False

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """The list that the archive holds, and the others, each of which can be chosen.

        A file whose name says that it has the films seen is taken, else the one with most rows; files are never put
        together, since those seen and those wanted have the same columns. Only those are that are a film each.
        """
        _inside(given)
        with broken_as("broken archive", given.name), opened(given) as archive:
            members = [
                member for member in archive.infolist() if not member.is_dir() and not _HIDDEN.search(member.filename)
            ]
            if len(members) > MOST_FILES:
                raise _too_large(given.name, limits)
            read = {member.filename: cache(partial(_member, given, member, limits)) for member in members}
            name, notes, rows = "notes", _notes(given, members, limits), NOTE.no_rows(given)
            if not notes and (found := _single_films(read)):
                name, (notes, rows) = "films", found
            tables = tuple(table_within(each, inside) for each, inside in read.items() if each not in notes)
            if notes:
                together = document_of_value([*notes.values()], replace(rows, file=given.name), limits).table
                return Document((together.renamed(name), *tables))
            return Document(tables, [*read].index(_taken(read, given.name)))


class Mail(Format):
    """A message as mail programs save it, with what is attached to it."""

    name = "mail"
    plural = "saved mails"

    def recognises(self, given: GivenFile) -> bool:
        """Whether it begins with the header of a message."""
        head = _HEADER.match(given.head[:LONGEST_HEADER])
        return head is not None and len({name.lower() for name in _FIELD.findall(head[0])} & _OF_MAILS) > 1

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """The list that stands in its text or in a file that is attached to it."""
        read = _inside(given)
        with broken_as("broken archive", given.name):
            message = message_from_bytes(given.data, policy=default)
            body = message.get_body(("plain", "html"))
            parts = [*filter(None, [body]), *message.iter_attachments()]
            files = {part.get_filename() or "message": _bytes_of(part) for part in parts}
        documents = {name: cache(partial(read, data, name, limits)) for name, data in files.items()}
        taken = _taken(documents, given.name)
        return Document(tuple(table_within(*each) for each in documents.items()), [*documents].index(taken))


GZIPPED, ZIPPED, MAIL = Gzip(), Zip(), Mail()


def _bytes_of(part: Message) -> bytes:
    """What a part of a message holds; a text is in UTF-8."""
    content = part.get_payload(decode=True)
    data = content if isinstance(content, bytes) else b""
    charset = part.get_content_charset()
    return data.decode(charset, errors="replace").encode() if charset and is_encoding(charset) else data


def _inside(given: GivenFile) -> ReadInside:
    """What reads the files that an archive holds; one within another is not opened."""
    if given.inside is None:
        raise BadListError((Problem("broken archive", given.name, expected="an archive within an archive"),))
    return given.inside


def _too_large(file: str, limits: Limits) -> BadListError:
    return BadListError((Problem("unpacks too large", file, expected=f"{limits.size / 1e6:g}"),))


def _unzipped(data: bytes, most: int) -> bytes | None:
    """What gzipped bytes hold; None if that is more than it may be."""
    found, at = bytearray(), 0
    while data.startswith(GZIP, at):
        stream = zlib.decompressobj(wbits=31)
        while not stream.eof:
            piece = stream.unconsumed_tail or data[at : at + _PIECE]
            at += 0 if stream.unconsumed_tail else len(piece)
            part = stream.decompress(piece, _CHUNK)
            found += part
            if len(found) > most:
                return None
            if not part and not piece and not stream.eof:
                raise EOFError("cut off")
        at -= len(stream.unused_data)
    return bytes(found)


def _member(given: GivenFile, member: ZipInfo, limits: Limits) -> Document:
    """The tables of one file of an archive, which is unpacked no further than it may be."""
    if member.flag_bits & 1:
        raise BadListError((Problem("protected workbook", given.name),))
    with broken_as("broken archive", given.name), opened(given) as archive, archive.open(member) as stream:
        data = stream.read(limits.size + 1)
    if len(data) > limits.size:
        raise _too_large(given.name, limits)
    return _inside(given)(data, PurePosixPath(member.filename).name, limits)


def _notes(given: GivenFile, members: Sequence[ZipInfo], limits: Limits) -> dict[str, Any]:
    """The notes of an archive by their names, if most of its files are notes; else none."""
    texts = [member for member in members if member.filename.endswith((".md", ".markdown", ".txt"))]
    if len(texts) < 2 or len(texts) * 2 < len(members) or sum(each.file_size for each in texts) > limits.size:
        return {}
    found: dict[str, Any] = {}
    for member in texts:
        if member.flag_bits & 1:
            return {}
        with opened(given) as archive, archive.open(member) as stream:
            text = GivenFile(stream.read(LONGEST_NOTE), PurePosixPath(member.filename).name)
        if note := note_of(text):
            found[member.filename] = note
    return found if len(found) > 1 and len(found) * 2 > len(texts) else {}


def _single_films(read: Mapping[str, Callable[[], Document]]) -> tuple[dict[str, Any], Rows] | None:
    """The films of an archive that has a file for each, as media centres do, by its name; None where it has not.

    With them comes a table without rows of the same form.
    """
    paths = [PurePosixPath(name.casefold()) for name in read]
    names = [
        name for name, path in zip(read, paths, strict=True) if path.suffix in _OF_ONE_FILM and path.stem not in SEEN
    ]
    found: dict[str, Any] = {}
    rows: Rows | None = None
    for number, name in enumerate(names):
        with suppress(BadListError):
            each = read[name]().table.rows
            if len(each.cells) == 1 and "title" in map(column_of, each.header):
                found[name] = dict(zip(each.header, each.cells[0], strict=True))
                rows = rows or replace(each, header=(), cells=(), lines=(), unit="item", problems=(), header_line=None)
        if len(found) * 2 <= number:
            return None
    return (found, rows) if rows and len(found) > 1 else None


def _taken(read: Mapping[str, Callable[[], Document]], file: str) -> str:
    """The file that is the list: by its name, else the one with a list of most films.

    Raises:
        BadListError: if none holds a list: what is wrong with the first.
    """
    by_name = sorted(filter(_rank_of_name, read), key=_rank_of_name)
    others = [name for name in read if not _rank_of_name(name)]
    refused: list[BadListError] = []
    for name in by_name:
        try:
            _ = read[name]().table.rows
            return name
        except BadListError as error:
            refused.append(error)
    sizes: dict[str, tuple[int, int]] = {}
    for name in others[:MOST_LOOKED_INTO]:
        try:
            sizes[name] = _size(read[name]().table.rows)
        except BadListError as error:
            if any(problem.kind == "took too long" for problem in error.problems):
                raise
            refused.append(error)
    if not sizes:
        raise refused[0] if refused else BadListError((Problem("empty file", file),))
    return max(sizes, key=lambda name: sizes[name])


def _rank_of_name(name: str) -> int:
    """At which place its name puts a file, from 1 for the films seen; 0 where it does not say. Folders come later."""
    words = re.findall(r"[a-z]+", PurePosixPath(name).stem.casefold())
    places = [place for place, word in enumerate(SEEN, 1) if word in words]
    return min(places) + 100 * name.count("/") + 20 * (len(words) > 1) if places else 0


def _size(rows: Rows) -> tuple[int, int]:
    """How much a table looks like films, and how many rows it has."""
    known = {column_of(header) for header in rows.header}
    return ("title" in known) + ({"title", "year"} <= known), len(rows.cells)
