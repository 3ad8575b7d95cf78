"""Words that may say of a film itself where it comes from: "It was one of the last Soviet films"."""

from __future__ import annotations

import re

from dashboard.evidence.calendar_check.aliases import GAP, is_russian
from dashboard.evidence.calendar_check.mentions import CLAUSE_ENDS, DOUBT, FORESIGHT, LATER_TIME
from dashboard.evidence.calendar_check.signs import WORD, YEAR, signs_around
from dashboard.evidence.calendar_check.weights import root

_ENGLISH = (
    r"co-?productions?|productions?|films?|movies?|motion pictures?|pictures?|features?|cinema|comed(?:y|ies)|dramas?|"
    r"melodramas?|cartoons?|shorts?|documentar(?:y|ies)|newsreels?|animations?|thrillers?|musicals?|epics?|serials?|"
    r"series|fantas(?:y|ies)|fairy[- ]tales?|westerns?|blockbusters?|romances?|adventures?|science fiction|sci-fi|"
    r"talkies?|horrors?|biopics?"
)
_RUSSIAN = (
    r"(?:(?:кино|теле|мульт)?фильм|(?:кино)?картин|лент|(?:кино)?комеди|(?:кино|мело)?драм|мультик|(?:кино)?сказк|кино|"
    r"производств|сериал|боевик|блокбастер|мюзикл|детектив|фантастик|хроник|постановк|экранизаци|киноповест|киноочерк|"
    r"документалист|анимаци|мультипликаци|триллер)\w{0,4}"
)
_A_FILM = re.compile(rf"\b(?:{_ENGLISH}|{_RUSSIAN})\b", re.IGNORECASE)
_NO_KIND = r"and|or|of|the|in|on|at|to|from|for|with|by|was|is|и|в|о|об|на|с|к|по|за|из"
_TO_FILM = re.compile(rf"(?:{GAP}(?!(?:{_NO_KIND})\b)[\w'’-]+){{0,3}}?{GAP}(?:{_ENGLISH}|{_RUSSIAN})\b", re.IGNORECASE)
"""What may follow "Soviet" up to the word for a film: " science fiction film"."""
_SETTING = re.compile(
    r"\b(?:set|takes place|playing|laid) in (?:\w+ ){0,3}\d{4}s?|\bдействие[^.]{0,40}\b\d{4}", re.IGNORECASE
)
_NEVER = 9999
_QUOTED = 60
"""Characters before the words, at most, that are quoted with them."""


def end_of(sentence: str, start: int, end: int) -> int:
    """Where words end that begin with an origin between two places: after the word for a film, if one follows."""
    to_film = None if _A_FILM.search(sentence, start, end) else _TO_FILM.match(sentence, end)
    return to_film.end() if to_film else end


def quote_begins(sentence: str, start: int) -> int:
    """From where words are quoted: from the beginning of their clause, if that is near."""
    first = max((match.end() for match in CLAUSE_ENDS.finditer(sentence, 0, start)), default=0)
    first += len(sentence[first:start]) - len(sentence[first:start].lstrip())
    return first if start - first <= _QUOTED else start


def origin_signs(sentence: str, start: int, end: int, begins: int, ends: int | None) -> dict[str, str]:
    """What a reader would notice about words that name an origin, and maybe a film, between two places.

    Args:
        sentence: the sentence that has them.
        start: where they begin.
        end: where they end; see `end_of`.
        begins: the first year in which a film may be of the origin.
        ends: the last one, for a film that came later; None for one that came before.
    """
    before, words, after = sentence[:start], sentence[start:end], sentence[end:]
    first, *others = re.findall(r"[\w’']+", words) or [words]
    called, ahead = _A_FILM.search(words), WORD.findall(before)
    holds = {
        "of its time": _may_be_of(sentence, begins, ends),
        "too late": ends is not None,
        "begins with it": not ahead,
        "called a film": called is not None,
        "with its kind": len(others) > 1,
        "film word before": _A_FILM.search(before) is not None,
        "film word after": _A_FILM.search(after) is not None,
        f"named {root(others[-1] if others else first)}": True,
        f"ending {first[-2:]}": is_russian(first),
        f"film after {root(ahead[-1]) if ahead else ''}": called is not None,
    }
    return signs_around(sentence, start, end) | dict.fromkeys((sign for sign, does in holds.items() if does), "")


def _may_be_of(sentence: str, begins: int, ends: int | None) -> bool:
    """Whether a sentence may rightly say that a film is of an origin though its year is not between these years.

    It may where it has a year between them itself, unless the story is set then. Before the beginning, which `ends`
    being None means, it may too where it speaks of a later time.
    """
    if ends is None and any(pattern.search(sentence) for pattern in (LATER_TIME, FORESIGHT, DOUBT)):
        return True
    last = ends or _NEVER
    return any(begins <= int(each[0]) <= last for each in YEAR.finditer(_SETTING.sub("", sentence)))
