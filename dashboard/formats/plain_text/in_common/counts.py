"""Numbers, marks and codes that stand before the titles of nearly all lines: "14 votes: Solaris (1972)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from dashboard.formats.plain_text.days import day_of
from dashboard.formats.plain_text.notations import MOSTLY
from dashboard.formats.plain_text.parsed_lines import LONGEST_MARKUP, films_of, without_mark
from dashboard.model.column_names import column_of
from dashboard.model.values import YEAR

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
    r"|hafta|gösterim|ders|oturum|προβολή|εβδομάδα|μάθημα|الأسبوع|الحصة|العرض|שבוע|שיעור|sedinta|săptămâna|tjedan|projekcija|buổi|tuần"
    r"|can|reel|box|tin|shelf|rolle|dose|kiste|karton|büchse|bobine|boîte|lata|caixa|caja|scatola|puszka|krabice|коробка|банка)"
)
_OF_WORDS = (
    re.compile(rf"{_NUMBER}\.?(?:[ºªº°]\s*|\s+){_WORD}{_SIGN}(?P<rest>\S.*)"),
    re.compile(rf"\({_NUMBER}\.?\s+{_WORD}\){_SIGN}?\s*(?P<rest>\S.*)"),
    re.compile(rf"\[{_NUMBER}\.?\s+{_WORD}\]{_SIGN}?\s*(?P<rest>\S.*)"),
    re.compile(rf"第\s?{_NUMBER}\s?(?P<word>[^\W\d_])\s*[:：]?\s*(?P<rest>\S.*)"),
    re.compile(rf"제\s?{_NUMBER}\s?(?P<word>[^\W\d_])\s*[:：]?\s*(?P<rest>\S.*)"),
    re.compile(rf"(?i:(?P<word>{_SESSIONS}))\s+(?:n[º°o.]{{1,2}}\s*|№\s*|#\s*)?{_NUMBER}\.?{_SIGN}(?P<rest>\S.*)"),
)
"""Two numbers with a word, in either order; a number behind a word counts only what programmes count."""


_STARS = re.compile(r"(?P<number>[★☆⭐½✩✭✮\ufe0f]{1,12})\s+(?P<rest>\S.*)")
_MARKS = re.compile(r"(?P<number>10|\d(?:[.,]\d)?)(?:/10)?(?:\s*[:–—]\s*|\s+-\s+|\s{2,})(?P<rest>\S.*)")
_CODE = re.compile(
    r"(?P<number>(?:[A-Z]{1,5}[-/. ]?\d{1,6}|\d{3,6})(?:[-/.]\d{1,6})*[a-z]?)"
    r"(?:\s{2,}|:\s+|\s+[–—-]\s+)(?P<rest>\S.*)"
)
_COLUMN = re.compile(r"(?P<number>\d{1,6})\s{2,}(?P<rest>\S.*)")
"""What an archive or a shelf writes before a title: "A-101  Metropolis (1927)"."""
RATING = "Rating"
CODE = "Code"
NUMBER = "Number"
"""What stars and marks, codes, and numbers in a column of their own are called."""


def with_counts_as_fields(lines: list[str]) -> list[str]:
    """Lines with the number, the mark or the code before their titles as a field behind them, if nearly all have one.

    >>> with_counts_as_fields(["9 votes: Alien (1979)", "4 votes: Tabu (1931)", "1 vote: Faust (1926)"])
    ['- Alien (1979) (votes:: 9)', '- Tabu (1931) (votes:: 4)', '- Faust (1926) (votes:: 1)']
    """
    for form, label, are_such in _FORMS:
        found = {at: each for at, line in enumerate(lines) if (each := _counted(line, form))}
        if len(found) >= FEWEST and are_such([*found.values()]) and _are_films(lines, found):
            words = Counter(label or each["word"] for each in found.values())
            word = words.most_common(1)[0][0]
            return [_with_field(line, found[at], word) if at in found else line for at, line in enumerate(lines)]
    return lines


def _counted(line: str, form: re.Pattern[str]) -> re.Match[str] | None:
    """A line without its mark that begins with a number of something; None for another line."""
    text = line.strip()
    found = (form.fullmatch(text) or form.fullmatch(without_mark(text)[0])) if len(line) <= LONGEST_MARKUP else None
    if found is None or "word" not in form.groupindex:
        return found
    is_day = day_of(f"{found['number']} {found['word']}") is not None
    return None if is_day or column_of(found["word"]) not in _COLUMNS else found


def _are_of_one_word(found: Sequence[re.Match[str]]) -> bool:
    return len({each["word"].casefold()[:SAME] for each in found}) == 1


def _are_stars(found: Sequence[re.Match[str]]) -> bool:
    return any(len(each["number"]) > 1 for each in found)


def _are_marks(found: Sequence[re.Match[str]]) -> bool:
    """Whether numbers are marks out of ten: one has a fraction, and they do not rise as numbers of chapters do."""
    numbers = [float(each["number"].replace(",", ".")) for each in found]
    return any(number % 1 for number in numbers) and any(one >= other for one, other in pairwise(numbers))


def _are_no_years(found: Sequence[re.Match[str]]) -> bool:
    return not all(re.fullmatch(YEAR, each["number"]) for each in found)


def _are_codes(found: Sequence[re.Match[str]]) -> bool:
    """Whether nearly all codes have one form, none comes twice, and they are no years."""
    numbers = [each["number"] for each in found]
    forms = Counter(re.sub(r"\d+", "0", re.sub(r"[A-Z]+", "A", number)) for number in numbers)
    return len({*numbers}) == len(numbers) and _are_no_years(found) and max(forms.values()) >= MOSTLY * len(numbers)


_FORMS: tuple[tuple[re.Pattern[str], str, Callable[[Sequence[re.Match[str]]], bool]], ...] = (
    *((form, "", _are_of_one_word) for form in _OF_WORDS),
    (_STARS, RATING, _are_stars),
    (_MARKS, RATING, _are_marks),
    (_CODE, CODE, _are_codes),
    (_COLUMN, NUMBER, _are_no_years),
)
"""A form, what its numbers are called where no word says it, and whether those of a list are such."""


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
