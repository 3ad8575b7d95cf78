"""What the calendar check found, in words."""

from __future__ import annotations

from dashboard.evidence.calendar import Notice
from dashboard.language.english import counted, day


def notice_in_words(notice: Notice) -> str:
    """What a text says against the calendar, as one sentence."""
    event, years = notice.event, counted(notice.years, "year")
    if notice.too_late and event.ends:
        when = f"ended on {day(event.ends)}, {years} before this film"
    else:
        when = f"{event.event} on {day(event.begins)}, {years} after this film"
    says = f"says “{notice.quote}”; {event.name} {when}" if event.origin else f"mentions {event.name}, which {when}"
    return f"The film is of {notice.year}; its {notice.field} {says}."
