"""The versions of a list as a short text, which a browser holds while the server starts anew."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace

from dashboard.lists.editing.versions import MOST_VERSIONS, Version, Versions
from dashboard.lists.package import BadPackError, deflated, from_text, inflated, to_text
from dashboard.model.list_info import IN_LINK

LONGEST = 12_000
"""Characters of the text; it goes along with all that a browser says."""
LARGEST = 1_000_000
"""Bytes that it may unpack to."""
MOST = 30
"""Versions in it."""


def written(versions: Versions) -> str:
    """Versions as a text; without those furthest from the one shown where it would be too long, empty if even so."""
    while len(versions.known) > 1:
        if len(versions.known) <= MOST and len(text := _text(versions)) <= LONGEST:
            return text
        versions = versions.without_oldest() if 2 * versions.at >= len(versions.known) else _without_last(versions)
    return ""


def read(text: str) -> Versions | None:
    """The versions that were written; None for any other text."""
    with suppress(BadPackError, ValueError, TypeError, KeyError, IndexError, RecursionError):
        found = json.loads(inflated(from_text(text), LARGEST))
        known = tuple(Version(_name(str(name)), str(message)) for name, message in found["known"][:MOST_VERSIONS])
        versions = Versions(known, int(found["at"]), max(0, int(found["dropped"])))
        return versions if 0 <= versions.at < len(known) else None
    return None


def _text(versions: Versions) -> str:
    """The versions by what they hold rather than by name: that is much the same, and so takes few bytes."""
    known = [(_content(each), each.message) for each in versions.known]
    about = {"known": known, "at": versions.at, "dropped": versions.dropped}
    content = json.dumps(about, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return to_text(deflated(content)) if len(content) <= LARGEST else " " * (LONGEST + 1)


def _without_last(versions: Versions) -> Versions:
    return replace(versions, known=versions.known[:-1])


def _content(each: Version) -> str:
    """What a list holds that travels in its link; the name of any other, and of one that was packed in another way."""
    if not each.name.startswith(IN_LINK):
        return each.name
    content = inflated(from_text(each.name.removeprefix(IN_LINK)), LARGEST).decode("utf-8", "surrogateescape")
    was_made_here = bool(each.message) or _name(content) == each.name
    return content if was_made_here else each.name


def _name(content: str) -> str:
    """The name of a list by what `_content` gave; that has line ends, and a name has none."""
    if "\n" not in content:
        return content
    return IN_LINK + to_text(deflated(content.encode("utf-8", "surrogateescape")))
