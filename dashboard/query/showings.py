"""When a film of a shortlist is shown, and how that stands in a link."""

from __future__ import annotations

import re
from datetime import datetime

FIRST_SHOWING, LAST_SHOWING = datetime(2000, 1, 1), datetime(2099, 12, 31, 23, 59)
"""Between which a film of a shortlist can be shown."""


def showing_text(film: str, when: datetime) -> str:
    """When a film is shown, as a link has it.

    >>> showing_text("solaris-1972", datetime(2026, 12, 1, 19, 30))
    'solaris-1972@2026-12-01T19:30'
    """
    return f"{film}@{when.isoformat(timespec='minutes')}"


def showing_of(text: str) -> tuple[str, datetime] | None:
    """The film and the time that a link gives it; None if it is none between the first and the last showing.

    >>> showing_of("a@b@2026-12-01T19:30"), showing_of("solaris-1972@2026-12-01"), showing_of("a@2026-13-01T19:30")
    (('a@b', datetime.datetime(2026, 12, 1, 19, 30)), None, None)
    """
    film, _, when = text.rpartition("@")
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}", when):
        return None
    try:
        showing = datetime.fromisoformat(when)
    except ValueError:
        return None
    return (film, showing) if film and FIRST_SHOWING <= showing <= LAST_SHOWING else None
