"""What the calendar check found, in words."""

from __future__ import annotations

from dashboard.evidence.calendar import Notice
from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name
from dashboard.model.schema import BY_NAME


def notice_in_words(notice: Notice, language: Language) -> str:
    """What a text says against the calendar, as one sentence."""
    event = notice.event
    field = column_name(BY_NAME[notice.field], language).lower() if notice.field in BY_NAME else notice.field
    years = language.ngettext("{n} year", "{n} years", notice.years)
    begins = language.day(event.begins)
    if notice.too_late and event.ends:
        when = language.gettext("ended on {day}, {years} before this film", day=language.day(event.ends), years=years)
    else:
        began = language.pgettext("event", event.event)
        when = language.gettext("{began} on {day}, {years} after this film", began=began, day=begins, years=years)
    named = language.pgettext("event", event.name)
    values = {"year": notice.year, "field": field, "quote": notice.quote, "event": named, "when": when}
    if event.origin:
        return language.gettext("The film is of {year}; its {field} says “{quote}”; {event} {when}.", **values)
    return language.gettext("The film is of {year}; its {field} mentions {event}, which {when}.", **values)
