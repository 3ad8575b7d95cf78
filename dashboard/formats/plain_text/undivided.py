"""Titles of plain lists that say more than a title, since the line was not divided where it should have been."""

from __future__ import annotations

import re

from dashboard.model.values import FILM_YEAR

WORDS_AROUND = 3
"""With so many words around a title in quotation marks, a text tells of a film and is not called so."""

_GAP = re.compile(r"\S(?: {2,}|\t|\u3000)\s*\S")
_YEAR = rf"[(\[]{FILM_YEAR}[)\]]"
_FILM_BEHIND = re.compile(rf"(?:^|\s{{2}})[^()\[\]]*\S\s?{_YEAR}")
_FILM = re.compile(rf"\w[^()\[\]]*\S\s?{_YEAR}")
_QUOTED = re.compile(r"«[^«»]{2,}»|“[^“”]{2,}”|„[^„“”]{2,}[“”]")
_NAMED = re.compile(r"《[^《》]+》|『[^『』]+』|〈[^〈〉]+〉")
"""Signs around a title that nothing else has."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
NO_WORDS = r"[\u2500-\u257f\ufffd]|([^\W\d_])\1{5,}|\d{1,2}:\d\d:\d\d"
"""What no title has: the lines of a table or a character that was lost, a letter many times, a time with seconds."""
_OTHER = re.compile(
    rf"{_YEAR}\s*[^\W\d_]|\w{{3}}\.\s[–—]\s|\[[^\[\]]+\]\s*[/=]\s|(?:\.{{4,}}|…{{2,}}|·{{3,}}|_{{3,}})\s*\w|-->|[{{}}=|]|::"
    rf"|[\ue000-\uf8ff]|{NO_WORDS}"
)
"""A year with words behind it, the signs of bibliographies, of tables, of programs, of a text in a wrong encoding."""


def is_undivided(title: str) -> bool:
    """Whether a title says more than a title, as far as its signs tell.

    >>> is_undivided("Das Boot  Kriegsfilm"), is_undivided("Puis « Mouchette » chez Anne, hier")
    (True, True)
    >>> is_undivided("En janvier, « Au revoir les enfants »"), is_undivided("Sorcerer")
    (True, False)
    >>> is_undivided("Капитан «Пилигрима»"), is_undivided("3:10 to Yuma"), is_undivided("5.《小武》1998")
    (False, False, True)
    """
    return bool(_OTHER.search(title) or _GAP.search(title)) or has_words_around(title)


def has_a_film_behind(text: str) -> bool:
    """Whether what is said of a film is another one, which stands beside it in a second column.

    >>> has_a_film_behind("12      Un chien andalou (1929) .... 36"), has_a_film_behind("made again as Sorcerer (1977)")
    (True, False)
    """
    gap = _GAP.search(text[:200])
    return gap is not None and _FILM_BEHIND.search(text, gap.start() + 1) is not None


def is_a_film(text: str) -> bool:
    """Whether what is said of a film names one with its year and says nothing else, as "Remake of Cabiria (1914)" may.

    >>> is_a_film("City Lights (1931)"), is_a_film("12 min")
    (True, False)
    """
    return _FILM.fullmatch(text) is not None


def has_words_around(title: str) -> bool:
    """Whether a title stands in quotation marks among other words."""
    if (named := _NAMED.search(title)) and _WORD.search(title.replace(named[0], "", 1)):
        return True
    quoted = _QUOTED.search(title)
    if quoted is None:
        return False
    leads = title[: quoted.start()].rstrip().endswith((",", ":", ";"))
    return leads or len(_WORD.findall(title.replace(quoted[0], " ", 1))) >= WORDS_AROUND
