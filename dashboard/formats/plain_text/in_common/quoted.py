"""Titles that stand in quotation marks among other words, in nearly all lines: "Monday, «Solaris» again (1972)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dashboard.formats.plain_text.notations import MOSTLY
from dashboard.formats.plain_text.parsed_lines import LONGEST_MARKUP, ParsedLine
from dashboard.formats.plain_text.people import is_person
from dashboard.formats.plain_text.year_places import IN_MARKS

FEWEST = 3

_OF_TITLES = "《『〈"
_AMONG = re.compile(rf"(?P<before>\S.*?)\s*(?P<title>{IN_MARKS})(?P<behind>.*)")


def with_quoted_titles(films: Sequence[ParsedLine], quoted: int) -> list[ParsedLine]:
    """The films, of which those with words before a title in quotation marks have the words in their text.

    A name of a person there is a director's, as a guess. Nothing changes where not nearly all films have such marks, or
    where the words beside them differ, as those of a letter do.

    Args:
        films: those of a list.
        quoted: how many of them have nothing but their title in such marks.

    >>> lines = [ParsedLine(f"Again «{title}»", "1972") for title in ("Alien", "Tabu", "Faust")]
    >>> [(film.title, film.text) for film in with_quoted_titles(lines, 0)][0]
    ('Alien', 'Again')
    """
    found = [_AMONG.fullmatch(film.title) if len(film.title) <= LONGEST_MARKUP else None for film in films]
    number = sum(map(bool, found))
    if number < FEWEST or number + quoted < MOSTLY * len(films):
        return [*films]
    among = [each for each in found if each]
    are_names = sum(is_person(_before(each)) for each in among) >= MOSTLY * number
    if not (are_names or _are_regular(among)):
        return [*films]
    return [_divided(film, each, named=are_names) if each else film for film, each in zip(films, found, strict=True)]


def _before(found: re.Match[str]) -> str:
    return found["before"].rstrip(" ,:;–—-")


def _are_regular(among: Sequence[re.Match[str]]) -> bool:
    """Whether only titles have such marks, or nearly all lines say the same before them, as no letter does."""
    if all(each["title"][0] in _OF_TITLES for each in among):
        return True
    most = Counter(map(_before, among)).most_common(1)[0][1]
    return most >= MOSTLY * len(among) and not any(each["behind"].strip() for each in among)


def _divided(film: ParsedLine, found: re.Match[str], *, named: bool) -> ParsedLine:
    before, title = _before(found), found["title"][1:-1].strip()
    is_named = named and not film.director and is_person(before)
    said = [part for part in ("" if is_named else before, found["behind"].strip(" ,:;–—-")) if part]
    told = replace(film, title=title, parts=(*said, *film.parts), text="; ".join([*said, film.text]).rstrip("; "))
    return told.directed(before, parts=0) if is_named else told
