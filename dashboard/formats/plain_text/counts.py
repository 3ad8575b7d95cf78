"""Numbers that stand before the titles of nearly all lines and say what they count: "14 votes: Solaris (1972)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from dashboard.formats.plain_text.parsed_lines import LONGEST_MARKUP, films_of, without_mark
from dashboard.model.column_names import column_of

MOSTLY = 0.8
"""The share of the films that have such a number."""
FEWEST = 3
SAME = 3
"""Letters that a word has in common with itself in its other forms: "vote" and "votes"."""

_COLUMNS = (None, "title", "rating", "running_time_min")
"""What such a number may be of."""
_NUMBER = r"(?P<number>\d{1,3}(?:[.,]\d)?)"
_WORD = r"(?P<word>[^\W\d_]{1,14})"
_SIGN = r"(?:\s*[:：]\s*|\s+[–—-]\s+|\s{2,}|\u3000\s*|(?=[《『「〈«„“]))"
_SESSIONS = (
    r"(?:sessions?|screenings?|weeks?|evenings?|nights?|meetings?|lessons?|class|units?|sitzung|woche|abend|termin|stunde|vorstellung|film"
    r"|séance|seance|semaine|soirée|cours|sesión|sesion|semana|sessão|noche|clase|proiezione|serata|incontro|lezione|settimana"
    r"|pokaz|tydzień|spotkanie|lekcja|projekce|týden|večer|lekce|kerta|előadás|alkalom|óra|hét|сеанс|неделя|вечер|занятие|урок|показ"
    r"|сеанс|тиждень|заняття|seminar|föreställning|vecka|kväll|visning|uke|uge|aften|näytös|viikko|ilta|voorstelling|avond|week|les"
    r"|hafta|gösterim|ders|oturum|προβολή|εβδομάδα|μάθημα|الأسبوع|الحصة|العرض|שבוע|שיעור|sedinta|săptămâna|tjedan|projekcija|buổi|tuần)"
)
_FORMS = (
    re.compile(rf"{_NUMBER}\.?(?:[ºªº°]\s*|\s+){_WORD}{_SIGN}(?P<rest>\S.*)"),
    re.compile(rf"\({_NUMBER}\.?\s+{_WORD}\){_SIGN}?\s*(?P<rest>\S.*)"),
    re.compile(rf"\[{_NUMBER}\.?\s+{_WORD}\]{_SIGN}?\s*(?P<rest>\S.*)"),
    re.compile(rf"第\s?{_NUMBER}\s?(?P<word>[^\W\d_])\s*[:：]?\s*(?P<rest>\S.*)"),
    re.compile(rf"제\s?{_NUMBER}\s?(?P<word>[^\W\d_])\s*[:：]?\s*(?P<rest>\S.*)"),
    re.compile(rf"(?i:(?P<word>{_SESSIONS}))\s+(?:n[º°o.]{{1,2}}\s*|№\s*|#\s*)?{_NUMBER}\.?{_SIGN}(?P<rest>\S.*)"),
)
"""Two numbers with a word, in either order; a number behind a word counts only what programmes count."""


def with_counts_as_fields(lines: list[str]) -> list[str]:
    """Lines with the number before their titles written as a field behind them, where nearly all films have one.

    >>> with_counts_as_fields(["9 votes: Alien (1979)", "4 votes: Tabu (1931)", "1 vote: Faust (1926)"])
    ['- Alien (1979) (votes:: 9)', '- Tabu (1931) (votes:: 4)', '- Faust (1926) (votes:: 1)']
    """
    for form in _FORMS:
        found = {at: each for at, line in enumerate(lines) if (each := _counted(line, form))}
        if len(found) >= FEWEST and _are_of_one_word(found.values()) and _are_films(lines, found):
            word = Counter(each["word"] for each in found.values()).most_common(1)[0][0]
            return [_with_field(line, found[at], word) if at in found else line for at, line in enumerate(lines)]
    return lines


def _counted(line: str, form: re.Pattern[str]) -> re.Match[str] | None:
    """A line without its mark that begins with a number of something; None for another line."""
    found = form.fullmatch(without_mark(line.strip())[0]) if len(line) <= LONGEST_MARKUP else None
    return found if found and column_of(found["word"]) in _COLUMNS else None


def _are_of_one_word(found: Collection[re.Match[str]]) -> bool:
    return len({each["word"].casefold()[:SAME] for each in found}) == 1


def _are_films(lines: Sequence[str], found: Collection[int]) -> bool:
    """Whether nearly all films have a number; where no line names a year, nearly all lines."""
    films = {at for at, line in enumerate(lines) if films_of(line)}
    if not films:
        return len(found) >= MOSTLY * sum(1 for line in lines if line.strip())
    return len(films.intersection(found)) >= MOSTLY * max(len(films), len(found))


def _with_field(line: str, found: re.Match[str], word: str) -> str:
    """A line with its number as a field behind it, or before it as a list's number where it only counts films."""
    mark = line[: line.rindex(found[0])]
    if column_of(word) == "title":
        return f"{mark}{found['number']}. {found['rest']}"
    return f"{mark if mark.strip() else f'{mark}- '}{found['rest']} ({word}:: {found['number']})"
