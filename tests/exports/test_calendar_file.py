from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from icalendar import Calendar

from dashboard.exports.calendar_file import as_calendar
from dashboard.lists.source import filmography_source, published_source
from tests.exports.programmes import MADE, all_of
from tests.texts import TEXTS

FILMS = all_of(filmography_source(), 3)
EVENING, LATER = datetime(2026, 12, 1, 19, 30), datetime(2026, 12, 8, 20)


def timed(*times, **changed):
    cards = [replace(card, when=when, **changed) for card, when in zip(FILMS.films, times, strict=False)]
    return replace(FILMS, films=tuple(cards))


def events(programme):
    return Calendar.from_ical(as_calendar(programme)).events


def test_each_film_with_a_time_is_an_event_in_the_order_of_time():
    first, second = events(timed(LATER, None, EVENING))
    assert (str(first["summary"]), first["dtstart"].dt) == (FILMS.films[2].name, EVENING)
    assert (str(second["summary"]), second["dtstart"].dt) == (FILMS.films[0].name, LATER)
    assert second["duration"].dt == timedelta(minutes=113)
    assert (second["dtstamp"].dt, str(second["url"])) == (MADE, FILMS.films[0].address)
    assert str(second["description"]).splitlines()[:2] == ["Аэлита", "Directed by Yakov Protazanov · 1 h 53 min"]


def test_times_are_local_and_lengths_not_known_are_left_out():
    text = as_calendar(timed(EVENING, minutes=None)).decode()
    assert "DTSTART:20261201T193000\r\n" in text
    assert "DURATION" not in text
    assert "DTEND" not in text


def test_the_same_showing_is_the_same_event_and_another_time_another_one():
    uids = [str(events(timed(when))[0]["uid"]) for when in (EVENING, EVENING, LATER)]
    assert uids[0] == uids[1] != uids[2]
    assert len({str(event["uid"]) for event in events(timed(EVENING, EVENING))}) == 2


@pytest.mark.parametrize("text", TEXTS["files"], ids=lambda text: text[:12])
def test_lines_are_those_of_the_standard_and_texts_only_texts(text):
    hostile = timed(EVENING, LATER, name=text, other_title=text, facts=text)
    content = as_calendar(replace(hostile, title=text))
    lines = content.split(b"\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert not any(b"\n" in line or b"\r" in line or len(line) > 75 for line in lines)
    assert [line.decode() for line in lines]
    names = {line.split(b":")[0].split(b";")[0] for line in lines if line and not line.startswith(b" ")}
    assert names == {
        *(b"BEGIN", b"END", b"VERSION", b"PRODID", b"X-WR-CALNAME", b"UID", b"DTSTAMP", b"DTSTART", b"DURATION"),
        *(b"SUMMARY", b"DESCRIPTION", b"URL"),
    }
    line = "".join(character for character in " ".join(text.split()) if character.isprintable())
    assert str(events(hostile)[0]["summary"]) == line


def test_a_programme_without_times_is_an_empty_calendar():
    assert events(all_of(published_source(), 2)) == []
