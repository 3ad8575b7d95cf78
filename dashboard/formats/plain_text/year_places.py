"""Where the year stands in a line: in brackets, behind a sign, beside a country, in front."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.formats.plain_text.people import COUNTRIES, is_country, is_person
from dashboard.model.values import YEAR

FIGURES = rf"{YEAR}(?!\d)"
_YEAR = rf"(?<!\d)(?P<year>{FIGURES}(?:-\d\d-\d\d(?!\d)|\s?[–—/-]\s?(?:{FIGURES}|\d\d(?!\d)|(?=[)\]])))?)"
_OF_YEAR = r"(?:\s*(?:г(?:\.|ода?\b|\b)|年))?"
IN_BRACKETS = re.compile(rf"\s*[(\[](?P<before>[^()\[\]]{{0,150}}?){_YEAR}{_OF_YEAR}(?P<after>[^()]{{0,300}})[)\]]")
_SHORT = re.compile(r"\s*\((?P<year>['’]\d\d)\)|\s+(?P<bare>['’]\d\d)(?=$|\s*\(|[,;]|\s+[–—-]\s)")
_LEADERS = r"(?<![\s.…_])(?=\s*(?:\.\s?){4}|\s+\.\.|\s*…\s?…|\s*___)[\s.…_]{3,}+"
"""Dots that lead to what stands at the end of a line."""
_SIGNS = rf"(?:\s*[,;|]\s*|\s+[·•]\s+|\s+[–—/-]+\s*|{_LEADERS})"
_GOES_ON = r"(?=\s*$|\s*[,;:.|–—-])"
_BEHIND = re.compile(rf"{_SIGNS}{_YEAR}{_OF_YEAR}(?=\s*$|\s*[,;:.|(·•–—-])")
_AT_LAST = re.compile(rf"{_SIGNS}{_YEAR}{_OF_YEAR}\s*$")
_PLACE = r"(?P<country>[^\W\d_][^,;|()\[\]\d]{0,40}?)"
NAMED = "|".join(sorted((re.escape(name) for name in COUNTRIES if len(name) > 1), key=len, reverse=True))
_BESIDE_A_COUNTRY = (
    re.compile(rf"(?:{_SIGNS}|[.!?)]\s+){_PLACE}\s+{_YEAR}{_OF_YEAR}{_GOES_ON}"),
    re.compile(rf"{_SIGNS}{_YEAR}{_OF_YEAR}\s+{_PLACE}(?=\s*$|\s*[,;:.|(–—-])"),
    re.compile(
        rf"\s+{_YEAR}\s+(?P<country>(?i:{NAMED})(?:\s?/\s?(?i:{NAMED}))*)(?=\s+\d{{1,3}}\s?(?i:min|мин|m\b|['′’]))"
    ),
)
"""With a sign before them, "USSR 1972" and "1972 USSR"; with none "1972 USSR" where minutes follow."""
_BEHIND_BRACKETS = re.compile(rf"\s*[(\[](?P<tag>[^()\[\]]{{1,40}})[)\]]\s*{_YEAR}{_OF_YEAR}{_GOES_ON}")
_BEFORE_MINUTES = re.compile(
    rf"\s+{_YEAR}(?=\s*(?:[,;/|–—-]\s*|[(\[][^()\[\]]{{1,20}}[)\]],?\s*)?\d{{1,3}}\s?(?i:min|мин|m\b|['′’]))"
)
"""With no sign before it: "SOLARIS (12A) 1972", and "Solaris 1972, 167 min"."""
_PAIRS = ("«»", "“”", "„“", "„”", '""', "《》", "「」", "『』", "〈〉")
IN_MARKS = "|".join(f"{pair[0]}[^{pair}]+{pair[1]}" for pair in _PAIRS)
"""A title in quotation marks, of any script."""
_QUOTED = re.compile(rf"(?P<quoted>{IN_MARKS})\s*{_YEAR}{_OF_YEAR}(?=\s|$|[,.;，])")
_NEARLY = re.compile(
    r"(?:^|(?<=[,;]\s))(?:c\.?|ca\.?|circa|about|around|approx\.?|probably|um|etwa|vers|env\.?|verso|hacia|około|ok\.?"
    r"|около|ок\.?|прибл\.?|~)\s*$",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    rf"\s*(?:\?+|\(\?\)|or so|or thereabouts|(?:or|oder|ou|o|или|lub)\s+{FIGURES}\s*\?*)(?=\s*(?:$|[,;]))",
    re.IGNORECASE,
)
"""What beside a year says that it is not certain."""
IN_FRONT = re.compile(rf"{_YEAR}\s*[–—-]+\s+(?P<title>.+)")
BRACKETS_IN_FRONT = re.compile(rf"[(\[]{_YEAR}[)\]]\s*(?:[–—-]+\s+)?(?P<title>.+)")
LIVED = re.compile(
    rf"(?P<name>[^()]+?)\s*\((?:(?:b\.|born|geb\.|geboren|né(?:e)?|nato|nata|nac\.|ur\.|nar\.|род\.|р\.|\*)\s*{FIGURES}"
    rf"|(?P<from>{FIGURES})\s?[–—-]\s?(?P<to>{FIGURES}))\)",
    re.IGNORECASE,
)
"""A name with the years of a life behind it."""
SHORTEST_LIFE = 25
"""Years."""
LONGEST_LIFE = 100
"""Characters of a name and the years behind it."""
LOOSE = {
    "year, title, rest": re.compile(rf"{_YEAR}\s*(?P<sign>[/|;,·•–—-])\s+(?P<title>.+?)\s*(?P=sign)\s+(?P<rest>.+)"),
    "year: title": re.compile(rf"{_YEAR}\s?[.:]\s+(?P<title>.+)"),
    "year title": re.compile(rf"{_YEAR}{_OF_YEAR}\s+(?P<title>[^\s:.].*)"),
    "title year": re.compile(rf"(?P<title>(?:.*?[^\s/|,;–—-])??[^\s/|,;–—-])\s+{_YEAR}{_OF_YEAR}"),
    "title year rest": re.compile(rf"(?P<title>[^\d].*?)\s+{_YEAR}{_OF_YEAR}\s+(?P<rest>\D+)"),
}
CITED = re.compile(
    rf"(?P<director>[^()]{{3,150}}?)\s*\((?:directors?|dir\.|реж(?:\.|исс[её]ры?)|regie|réal\.)\)\.?\s*"
    rf"\({_YEAR}[^()]{{0,20}}\)\.\s*(?P<title>[^\[\]]+(?=\s\[[^\[\]]+\]\.)|.+?(?<!\.[A-Z])(?<!\b(?-i:Dr|Mr|Ms|St|vs))"
    r"(?<!\b(?-i:Mrs)))(?:\s*\[(?P<kind>[^\[\]]*)\])?\.(?:\s+(?P<rest>.*))?",
    re.IGNORECASE,
)
"""As in a bibliography. Source: Publication Manual of the American Psychological Association, 7th edition, 10.12."""
_ROLE = r"(?:directors?\b|dirs?\.|filmmakers?\b|regie\b|réal\.|реж\.|режисс[её]ры?\b)"
CITED_PERSON = re.compile(rf"(?P<director>[^()\d]{{3,100}}?)(?:,\s+{_ROLE}|\s+\({_ROLE}\))\.?\s+(?=\S)", re.IGNORECASE)
_CITED_YEAR = rf"(?P<parts>[^(\[]*?)(?<!\d)(?P<year>{FIGURES})(?P<rest>.*)"
CITED_WITH_MAKER = (
    re.compile(rf"{CITED_PERSON.pattern}(?P<title>[^\d([].*?)[.?!]\s+{_CITED_YEAR}", re.IGNORECASE),
    re.compile(
        rf"(?P<title>[^([]+?)\.\s+(?:directed\ by|dirigid[ao]\ por|réalisé\ par|regia\ di)\s+"
        rf"(?P<director>[^,.;\d()]+(?:\b\w\.[^,.;\d()]+)*)[,.]\s+{_CITED_YEAR}".replace("\\ ", " "),
        re.IGNORECASE,
    ),
)
"""As in a bibliography of the arts. Source: MLA Handbook, 9th edition, 5: the film's year stands before the disc's."""


@dataclass(frozen=True)
class YearPlace:
    """Where a line names its year.

    Attributes:
        year: as it stands there.
        start: where what names it begins, with the sign or bracket before it.
        end: where it ends.
        before: what stands in the brackets before it; or the country beside it.
        after: what stands in the brackets behind it.
        in_brackets: whether it stands in brackets.
        is_sure: whether brackets or a sign make it a year, and not only what follows or that it is the first of two.
    """

    year: str
    start: int
    end: int
    before: str = ""
    after: str = ""
    in_brackets: bool = False
    is_sure: bool = True


def year_place(text: str) -> YearPlace | None:
    """Where a text names a year; None where it does not clearly.

    >>> year_place("Solaris, USSR 1972, 167 min").before, year_place("2001: A Space Odyssey (1968)").year
    ('USSR', '1968')
    """
    found = _found(text, IN_BRACKETS, _AT_LAST, _BEHIND)
    if found and found.re is IN_BRACKETS:
        return _in_brackets(found)
    if not found and (short := _SHORT.search(text)):
        return YearPlace(short["year"] or short["bare"], short.start(), short.end(), in_brackets=bool(short["year"]))
    if found and "-" in found["year"] and text[: found.start()][-1:].isdigit():
        return None  # of a telephone's number
    if not found and (quoted := _QUOTED.match(text)):
        return YearPlace(quoted["year"], quoted.end("quoted"), quoted.end())
    if found or (beside := _beside_a_country(text)) is None:
        found = found or _BEHIND_BRACKETS.search(text) or _BEFORE_MINUTES.search(text)
        tag = found["tag"] if found and found.re is _BEHIND_BRACKETS else ""
        return YearPlace(found["year"], found.start(), found.end(), tag) if found else None
    return beside


def _in_brackets(found: re.Match[str]) -> YearPlace:
    before, year, after = found["before"], found["year"], found["after"]
    if nearly := _NEARLY.search(before):
        before, year = before[: nearly.start()], nearly[0] + year
    if unsure := _UNSURE.match(after):
        after, year = after[unsure.end() :], year + unsure[0]
    is_sure = not re.search(rf"(?<!\d){FIGURES}", before + after)
    return YearPlace(year, found.start(), found.end(), before, after, in_brackets=True, is_sure=is_sure)


def is_life(text: str) -> bool:
    """Whether a text is a person's name and the years of a life: "Agnès Varda (1928–2019)".

    >>> is_life("Claire Denis (b. 1946)"), is_life("Doctor Who (1963-1989)"), is_life("Twin Peaks (1990–1991)")
    (True, True, False)
    """
    found = LIVED.fullmatch(text) if len(text) <= LONGEST_LIFE else None
    if not found or not is_person(found["name"]):
        return False
    return not found["to"] or int(found["to"]) - int(found["from"]) >= SHORTEST_LIFE


def _found(text: str, *patterns: re.Pattern[str]) -> re.Match[str] | None:
    found = next((found for pattern in patterns if (found := pattern.search(text))), None)
    return found.re.search(text, found.start("year") + 4) or found if found and _runs_back(found["year"]) else found


def _beside_a_country(text: str) -> YearPlace | None:
    for at, pattern in enumerate(_BESIDE_A_COUNTRY):
        for found in pattern.finditer(text):
            name = found["country"].strip()
            if found.start() and not name[0].islower() and is_country(name):
                return YearPlace(found["year"], found.start(), found.end(), name, is_sure=at < 2)
    return None


def _runs_back(years: str) -> bool:
    """Whether of two years the second is the earlier, so that they are no span: the first belongs to the title."""
    first, *later = re.findall(FIGURES, years)
    return bool(later) and later[0] < first
