"""Lines of a plain list that name the list, or sum it up, and are no films."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.formats.find_table import SUMS
from dashboard.formats.plain_text.notations import MOSTLY
from dashboard.formats.plain_text.parsed_lines import films_of

FEWEST = 3
"""Films below a line that names their list."""
LAST = 3
"""Lines at the end among which sums are."""
LONGEST_LINE = 500
"""Characters of a line that names a list, is a sum, or has a film whose year stands in brackets."""

_SEASON = re.compile(r"\D*[^\d(\[/.–—-]\s*20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?[.:]?")
"""A text with a year of this century at its end, or with two, and no brackets around them."""
_OF_A_LIST = re.compile(
    r"(?i)film|movie|cin[eé]|kin[oa]\b|кино|кіно|фильм|elokuv|pel[ií]cul|ταινί|映画|上映|电影|電影|영화|상영|program"
    r"|програм|списо|liste?\b|lista|season|saison|temporada|stagione|semest|семестр|term\b|trimest|club|klub|клуб|club"
    r"|herbst|winter|frühjahr|sommer|autumn|fall|spring|summer|syksy|kevät|talvi|kesä|höst|vår|efterår|forår|jesie[nń]"
    r"|wiosn|zim[aę]|podzim|jaro|ősz|tavasz|осень|весна|зима|лето|осінь|automne|printemps|hiver|été|otoño|primavera"
    r"|invierno|verano|outono|autunno|estate|inverno|güz|sonbahar|bahar|kış|φθινόπωρο|άνοιξη|χειμώνας"
)
_IN_BRACKETS = re.compile(r"[(\[（［][^()\[\]（）［］]*\d{4}[^()\[\]（）［］]*[)\]）］]")
_SUM = re.compile(rf"(?i)(?:{SUMS})(?:\s*[:：=]\s*|\s+)\d[\d\s.,:]*(?:\s?[^\W\d_]{{1,12}}\.?){{0,2}}")


def asides_of(texts: Sequence[str]) -> list[int]:
    """The places of lines that name the list with its season, or give a sum below it.

    >>> asides_of(["Film club, autumn 2023", "Alien (1979)", "Tabu (1931)", "Faust (1926)", "Total: 3 films"])
    [0, 4]
    """
    last = range(max(len(texts) - LAST, 1), len(texts))
    sums = [at for at in last if _is_short(texts[at]) and _SUM.fullmatch(texts[at]) and not films_of(texts[at])]
    return [*([0] if texts and _names_the_list(texts) else []), *sums]


def _names_the_list(texts: Sequence[str]) -> bool:
    """Whether the first line has a season and a word of lists, and the films below have their years in brackets."""
    if not (_is_short(texts[0]) and _SEASON.fullmatch(texts[0]) and _OF_A_LIST.search(texts[0])):
        return False
    films = [text for text in texts[1:] if _is_short(text) and films_of(text)]
    return len(films) >= FEWEST and sum(1 for text in films if _IN_BRACKETS.search(text)) >= MOSTLY * len(films)


def _is_short(text: str) -> bool:
    return len(text) <= LONGEST_LINE
