"""Films that a letter names within its sentences: a title in quotation marks, with its year in brackets behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.formats.plain_text.parsed_lines import LONGEST_MARKUP, ParsedLine
from dashboard.formats.plain_text.year_places import FIGURES

_NAMED = re.compile(
    rf"(?:«(?P<a>[^«»]{{1,150}})»|“(?P<b>[^“”]{{1,150}})”|„(?P<c>[^„“”]{{1,150}})[“”]|\"(?P<d>[^\"]{{1,150}})\""
    rf"|《(?P<e>[^《》]{{1,150}})》|『(?P<f>[^『』]{{1,150}})』),?\s*[(（\[](?P<before>[^()（）\[\]]{{0,80}}?[\s,]|)"
    rf"(?<!\d)(?P<year>{FIGURES})(?:\s?г\.|年)?(?P<after>[^()（）\[\]]{{0,80}})[)）\]]"
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def told_in(lines: Sequence[str]) -> dict[int, tuple[ParsedLine, ...]]:
    """By position, the films of lines that name them within sentences; none unless most lines with films do so.

    >>> films = told_in(['On Monday we show "Solaris" (1972), on Friday "Stalker" (1979).'])[0]
    >>> [(film.title, film.year, film.text) for film in films]
    [('Solaris', '1972', 'On Monday we show'), ('Stalker', '1979', 'on Friday')]
    """
    named = {at: [*_NAMED.finditer(line)] for at, line in enumerate(lines) if len(line) <= LONGEST_MARKUP}
    named = {at: found for at, found in named.items() if found}
    told = {at: found for at, found in named.items() if _is_told(lines[at], found)}
    if sum(map(len, told.values())) < 2 or 2 * len(told) <= len(named):
        return {}
    return {at: tuple(_films(lines[at], found)) for at, found in named.items()}


def _is_told(line: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether words stand before the first title of a line, and a sentence ends it or several titles are in it."""
    before = _WORD.findall(line[: found[0].start()])
    return bool(before) and (len(found) > 1 or (len(before) > 1 and line.rstrip()[-1] in ".!?…"))


def _films(line: str, found: Sequence[re.Match[str]]) -> list[ParsedLine]:
    """Each film with the words before it; those behind the last belong to that."""
    edges = [0, *(match.end() for match in found)]
    texts = [line[start : match.start()].strip(" ,;–—-.") for start, match in zip(edges, found, strict=False)]
    texts[-1] = " … ".join(filter(None, (texts[-1], line[edges[-1] :].strip(" ,;.!"))))
    return [_film(match, text) for match, text in zip(found, texts, strict=True)]


def _film(found: re.Match[str], text: str) -> ParsedLine:
    title = next(filter(None, found.group("a", "b", "c", "d", "e", "f")))
    beside = [part.strip(" ,") for part in (found["before"], found["after"])]
    text = "; ".join(filter(None, (*beside, text)))
    return ParsedLine(title.strip(), found["year"], text, guessed=frozenset({"title"}))
