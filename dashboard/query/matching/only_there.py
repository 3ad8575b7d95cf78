"""The films that only the list compared with has: as a text for a link, where they fit into one."""

from __future__ import annotations

import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

LONGEST = 3_000
"""Characters of such a text in a link."""
MOST_BYTES = 60_000
"""Bytes that it unpacks to at most."""
LONGEST_TITLE = 200
MOST_RATING = 1_000_000
_LINE = re.compile(r"([^\t\n]{1,200})\t([0-9]{1,4})?\t(-?[0-9]{1,7}(?:[.][0-9]{1,2})?)?")


class OtherFilm(NamedTuple):
    """A film that only the other list has; year and rating are None where they are not known."""

    title: str
    year: int | None = None
    rating: float | None = None


def packed(films: Iterable[OtherFilm]) -> str:
    """Films as a text for a link; empty for none, and where they do not fit into one."""
    lines = "\n".join(_line(each) for each in films).encode()
    if not lines or len(lines) > MOST_BYTES:
        return ""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    text = urlsafe_b64encode(deflate.compress(lines) + deflate.flush()).rstrip(b"=").decode()
    return text if len(text) <= LONGEST else ""


def _line(film: OtherFilm) -> str:
    title = " ".join("".join(each if each.isprintable() else " " for each in film.title).split())[:LONGEST_TITLE]
    return "\t".join((title or "?", f"{film.year or ''}", "" if film.rating is None else _number(film.rating)))


def _number(rating: float) -> str:
    """A rating to two digits, as a link has it; empty for one that is beyond all scales."""
    return f"{rating:.2f}".rstrip("0").rstrip(".") if abs(rating) < MOST_RATING else ""


@lru_cache(maxsize=16)
def unpacked(text: str) -> tuple[OtherFilm, ...] | None:
    """The films that `packed` was given; None for any other text.

    >>> unpacked(packed([OtherFilm("Solaris", 2002, 4.5), OtherFilm("Stalker")]))
    (OtherFilm(title='Solaris', year=2002, rating=4.5), OtherFilm(title='Stalker', year=None, rating=None))
    """
    try:
        inflate = zlib.decompressobj(-15)
        data = inflate.decompress(urlsafe_b64decode(text + "=" * (-len(text) % 4)), MOST_BYTES)
        lines = data.decode().split("\n")
        return tuple(map(_film, lines)) if len(text) <= LONGEST and inflate.eof else None
    except (ValueError, zlib.error):
        return None


def _film(line: str) -> OtherFilm:
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError("no film")
    return OtherFilm(match[1], int(match[2]) if match[2] else None, float(match[3]) if match[3] else None)
