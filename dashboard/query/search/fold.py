"""Texts without what should not matter in a search: case, accents, and ё for е."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dashboard.cleaning.nfc import JOINER, composed

_ACCENT_KEPT = "\u0306"
"""The breve that makes й of и: another letter, not an accent."""
_VOICED = "\u3099\u309a"
"""The marks that make ガ of カ and パ of ハ: other syllables."""


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    parts = unicodedata.normalize("NFD", character).replace(JOINER, "")
    kept = "".join(part for part in parts if not unicodedata.combining(part) or part in _ACCENT_KEPT + _VOICED)
    if _ACCENT_KEPT in kept and kept[0] not in "иИ":
        kept = kept.replace(_ACCENT_KEPT, "")
    return unicodedata.normalize("NFC", kept.casefold())


def fold(text: str) -> str:
    """A text as the search compares it.

    >>> fold("Через тернии к звёздам"), fold("Amélie"), fold("Чайка"), fold("STRASSE") == fold("Straße")
    ('через тернии к звездам', 'amelie', 'чайка', True)
    """
    if text.isascii():
        return text.lower()
    return "".join(map(_folded_character, composed(text)))


DIGITS = 10
"""Digits of the longest number that `natural` puts in the order of numbers."""


def natural(folded: str) -> str:
    """A folded text as the alphabet sorts it with whole numbers by their size; decimals stay as they are.

    >>> sorted(["no. 10", "no. 9", "8.5", "8.25", "10"], key=natural)
    ['8.25', '8.5', '10', 'no. 9', 'no. 10']
    """
    return re.sub(r"(?<![0-9])(?<![0-9][.,])[0-9]+", lambda found: found[0].zfill(DIGITS), folded)


_ROMANIZED = (
    "а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch "
    "ъ: ы:y ь: э:e ю:yu я:ya"
)
_LATIN = str.maketrans(dict(pair.split(":") for pair in _ROMANIZED.split()))


def latin(folded: str) -> str:
    """A folded text with Russian letters written in Latin ones, so that either script finds a title.

    Source: BGN/PCGN romanization of Russian (1947), without signs for ъ and ь; ё is folded to е before.

    >>> latin(fold("Через тернии к звёздам")), latin(fold("Солярис"))
    ('cherez ternii k zvezdam', 'solyaris')
    """
    return folded.translate(_LATIN)


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """A text as `fold` gives it, and for each of its characters the place in `text` it comes from.

    `text` must be in normal form C; its places then fit the text that is shown.
    """
    folded, places = [], []
    for place, character in enumerate(text):
        part = _folded_character(character)
        folded.append(part)
        places += [place] * len(part)
    return "".join(folded), places
