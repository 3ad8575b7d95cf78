"""When the films of a programme are shown, as a file that calendars read (RFC 5545)."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from dashboard.exports.programme import Programme
from dashboard.render.film_card import FilmCard

PRODUCT = "-//film-list-dashboard//programme//EN"


def as_calendar(programme: Programme) -> bytes:
    """An event for each film that has a time, in the order in which they are shown.

    Times are local ones without a zone ("floating"): a film begins when the clock of its hall says so, and nobody
    told us where that is. An event takes the film's running time; where that is not known it has only a beginning.
    The same film at the same time is the same event, so that a file read again adds nothing.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _line(programme.title))
    for card in programme.showings:
        event = Event()
        event.add("uid", _uid(programme, card))
        event.add("dtstamp", programme.made)
        event.add("dtstart", card.when)
        if card.minutes:
            event.add("duration", timedelta(minutes=max(1, round(card.minutes))))
        event.add("summary", _line(card.name))
        event.add("description", _described(card))
        event.add("url", card.address)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _uid(programme: Programme, card: FilmCard) -> str:
    named = "\n".join((programme.list_title, card.film, str(card.when)))
    return f"{sha256(named.encode()).hexdigest()[:32]}@film-list-dashboard"


def _described(card: FilmCard) -> str:
    lines = (card.other_title, card.facts, *(text.text for text in card.texts[:1]), card.address)
    return "\n".join(line for line in map(_line, lines) if line)


def _line(text: str) -> str:
    """A text on one line, without characters that no calendar may hold."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())
