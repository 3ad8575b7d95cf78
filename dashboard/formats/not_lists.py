"""Files that people bring and that hold no list that can be read, recognised so that they are refused by name."""

from __future__ import annotations

import re
import zipfile

from dashboard.formats.format import GivenFile
from dashboard.formats.workbooks.archive import is_archive, opened
from dashboard.model.problems import ProblemKind

_BEGINNINGS: tuple[tuple[bytes, ProblemKind], ...] = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "text document"),
    *(
        (start, "picture")
        for start in (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"BM")
    ),
)
_OLD_WORD = "WordDocument".encode("utf-16-le")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURE_INSIDE = re.compile(rb"RIFF....WEBP|....ftyp(?:heic|heix|mif1|avif)", re.DOTALL)
_SQL = re.compile(
    rb"^[ \t]*(?:INSERT\s+(?:IGNORE\s+)?INTO\s+\S+|CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?\S+\s*\("
    rb"|COPY\s+\S+\s*\([^)]*\)\s+FROM)",
    re.IGNORECASE | re.MULTILINE,
)
LOOKED_AT = 20_000


def no_list(given: GivenFile) -> ProblemKind | None:
    """What a file is that holds no list; None if it may hold one."""
    data = given.head
    if found := next(
        (kind for start, kind in _BEGINNINGS if data.startswith(start) and not _is_text(given, start)), None
    ):
        return found
    if _PICTURE_INSIDE.match(data):
        return "picture"
    if data.startswith(_OLE) and _OLD_WORD in given.data:
        return "text document"
    if is_archive(given):
        return _in_archive(given)
    return "SQL dump" if _SQL.search(data[:LOOKED_AT]) else None


def _is_text(given: GivenFile, start: bytes) -> bool:
    """Whether a short beginning is that of a text: "BMX Bandits" is no picture."""
    return len(start) == 2 and bool(given.text)


def _in_archive(given: GivenFile) -> ProblemKind | None:
    try:
        with opened(given) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return None
    if "word/document.xml" in names or "ppt/presentation.xml" in names or "META-INF/container.xml" in names:
        return "text document"
    return "iWork document" if any(name.startswith("Index/") and name.endswith(".iwa") for name in names) else None
