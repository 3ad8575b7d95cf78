"""What stands before the titles of nearly all films of a list: a rank, a week, a channel; and words that join them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dashboard.formats.plain_text.notations import MOSTLY
from dashboard.formats.plain_text.parsed_lines import films_of

LONGEST_CHANNEL = 15
"""Characters between a time and a title that name a channel or a hall."""
_RANK = re.compile(
    r"(?:第\s?(?P<of>\d{1,4})\s?(?:位|名|部|作|回)?|(?P<place>\d{1,4})\s?(?:位|名|위|등)"
    r"|(?i:platz|rang|rank|place|место|місце|miejsce|posto|puesto|number|no\.?|nr\.?|num\.?|№|top)\s?(?P<number>\d{1,4}))"
    r"\s*[.:：)、–—-]?\s+(?=\S)"
)
_PART = re.compile(
    r"(?P<part>(?i:week|day|session|lecture|class|lesson|screening|unit|evening|night|woche|tag|sitzung|vorlesung|termin|abend"
    r"|semaine|séance|jour|cours|semana|sesión|clase|settimana|lezione|giorno|tydzień|zajęcia|wykład|týden|неделя|день"
    r"|занятие|лекция|урок|вечер|сеанс|тиждень|заняття|лекція|вечір|εβδομάδα|hafta|hét|vecka|uke|viikko|week|les)\s"
    r"(?P<number>\d{1,3}))\s?(?:[.:)–—-]|\s)\s*(?=\S)"
)
_QUOTED_PART = re.compile(r"(?P<part>[^\W\d_]{2,20}\s(?P<number>\d{1,3}))\s?[.:)–—-]\s*(?=[«“„\"《『])")
_CHANNEL = re.compile(
    rf"(?P<channel>[^\s(][^(]{{0,{LONGEST_CHANNEL - 1}}}?)(?:\s{{2,}}|\s+[|·•]\s+|(?<=[A-Z\d]),\s+)(?=\S)"
)
_ALSO = re.compile(
    r"(?:(?:и|а|ну|ой|да|oh|ah|and|und|et|y|e|i|a|ach|og|en)\s+){0,2}"
    r"(?:ещё|еще|также|тоже|also|plus|maybe|then|noch|auch|aussi|puis|también|anche|też|jeszcze|może|та\sще|ще)\s+"
    r"(?=[^\W\d_a-zа-яё]|[«“„\"])|(?:(?:oh|ah|ну|ой|ach)\s+)?(?:and|und|et|y|и)\s+(?=[A-ZА-ЯЁ«“„\"])"
)
"""Words that join a title to the one above in talk: "and also Solaris"."""
_NUMBER_IN_WORDS = re.compile(
    r"(?i)(?:.{0,200}[.!?,]\s+)?(?:(?:and|und|et|y|и|at|auf)\s+)?(?:number|nummer|num[ée]ro|número|numer|номер|platz|place|место)"
    r"\s+[^\s:]{1,12}:\s+(?=\S)"
)
"""A rank that somebody says: "And number one: "."""


class Before(NamedTuple):
    """What stands before a title, empty where it only counts, and what follows."""

    said: str
    rest: str


def ranks(texts: Sequence[str]) -> dict[int, Before]:
    """By position, the lines whose rank or part of a course stands before nearly all films, and what follows it.

    >>> ranks(["1位 Solaris (1972)", "2位 Stalker (1979)"])[1].rest
    'Stalker (1979)'
    >>> ranks(["Week 1: Solaris (1972)", "Week 2: Stalker (1979)"])[0]
    Before(said='Week 1', rest='Solaris (1972)')
    >>> ranks(["Rocky 1: The Start (1976)", "Rocky 2: The End (1979)"])
    {}
    """
    for form in (_RANK, _PART, _QUOTED_PART):
        found = {at: match for at, text in enumerate(texts) if (match := form.match(text))}
        numbers = [
            int(match[match.lastgroup or 0]) if form is _RANK else int(match["number"]) for match in found.values()
        ]
        rests = {at: texts[at][match.end() :] for at, match in found.items()}
        if len(found) > 1 and _run(numbers) and _are_films(texts, rests):
            return {at: Before("" if form is _RANK else found[at]["part"], rest) for at, rest in rests.items()}
    return {}


def _run(numbers: Sequence[int]) -> bool:
    """Whether numbers go up, or down, by one mostly."""
    steps = [abs(after - before) for before, after in pairwise(numbers)]
    return 2 * sum(1 for step in steps if step <= 1) >= len(steps)


def _are_films(texts: Sequence[str], rests: dict[int, str]) -> bool:
    """Whether nearly all that follows are films with their years; without years, nearly all lines must be so."""
    films = sum(1 for rest in rests.values() if films_of(rest, regular=True))
    return films >= MOSTLY * len(rests) or len(rests) >= MOSTLY * len(texts)


def channels(texts: Sequence[str]) -> dict[int, Before]:
    """By position, the texts behind times of day that nearly all begin with a channel or a hall, far from the title."""
    found = {at: match for at, text in enumerate(texts) if (match := _CHANNEL.match(text))}
    rests = {at: texts[at][match.end() :] for at, match in found.items()}
    are_films = sum(1 for at, rest in rests.items() if films_of(rest) and not films_of(found[at]["channel"]))
    if len(found) < 2 or len(found) < MOSTLY * len(texts) or are_films < MOSTLY * len(found):
        return {}
    return {at: Before(found[at]["channel"], rest) for at, rest in rests.items()}


def without_joining_words(title: str) -> str:
    """A title without the words that lead to it, or join it to another, in talk.

    >>> [without_joining_words(title) for title in ("и ещё Асса", "oh and Brazil", "Also Sprach")]
    ['Асса', 'Brazil', 'Also Sprach']
    >>> without_joining_words("It counts. And number one: The Thing"), without_joining_words("Number 17: A Film")
    ('The Thing', 'A Film')
    """
    found = _NUMBER_IN_WORDS.match(title) or _ALSO.match(title)
    return title[found.end() :] if found else title
