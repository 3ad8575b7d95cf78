"""One line of a plain list into a film: "Solaris (1972, dir. Andrei Tarkovsky) – a planet that answers"."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST_TITLE = 150
LOOKED_AT = 500
"""Characters of a line in which its year is looked for."""
LONGEST_MARKUP = 5_000
"""A longer line is left as it is, since looking for pairs of marks takes time by the square of its length."""

_FIGURES = r"(?:1[89]|20)\d\d(?!\d)"
_YEAR = rf"(?<!\d)(?P<year>{_FIGURES}(?:-\d\d-\d\d(?!\d)|\s?[–—/-]\s?(?:{_FIGURES}|\d\d(?!\d)|(?=[)\]])))?)"
_IN_BRACKETS = re.compile(rf"\s*[(\[](?P<before>[^()]{{0,150}}?){_YEAR}(?P<after>[^()]{{0,300}})[)\]]")
_BEHIND = re.compile(rf"(?:\s*[,;|]\s*|\s+[–—-]+\s*){_YEAR}(?=\s*$|\s*[,;:.|–—-])")
_IN_FRONT = re.compile(rf"{_YEAR}\s*[–—-]+\s+(?P<title>.+)")
_BRACKETS_IN_FRONT = re.compile(rf"[(\[]{_YEAR}[)\]]\s*(?:[–—-]+\s+)?(?P<title>.+)")
_LOOSE = {
    "year: title": re.compile(rf"{_YEAR}[.:]\s+(?P<title>.+)"),
    "year title": re.compile(rf"{_YEAR}\s+(?P<title>.+)"),
    "title year": re.compile(rf"(?P<title>.+?)\s+{_YEAR}"),
}
_MARK = re.compile(r"(?:[-*+•‣▪◦●○·–—]\s+|\[[ xX✓]\]\s+)+")
_NUMBER = re.compile(
    r"(?:#|№\s*)?(?P<number>\d{1,5}(?=[.)]\s)|\d{1,3}(?=\s+[–—-]\s+(?!\d{4}\s*$)))(?:[.)]|\s+[–—-])\s+"
)
_DIRECTOR = re.compile(r"\b(?:dir(?:\.|ector:?|ected by)|реж(?:\.|исс[её]р\w*:?)|regie:|réal\.)\s*", re.IGNORECASE)
_END_OF_NAME = re.compile(r"\s[–—-]\s|[;:|]|(?<=[^\W\d_]{3})\.(?:\s|$)")
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3}[.]\s+\S+\s+\S+")
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^\s)]+)\)")
_WRAPPED = (("«", "»"), ("“", "”"), ("„", "“"), ('"', '"'), ("*", "*"), ("_", "_"))
_BETWEEN = " \t–—-:,;.|"


@dataclass(frozen=True)
class ParsedLine:
    """A film as one line gives it.

    Attributes:
        title: its title; never empty.
        year: its year as it stands there.
        text: what is said of it beside that.
        director: who is named as its director.
        link: the address that the title links to.
    """

    title: str
    year: str = ""
    text: str = ""
    director: str = ""
    link: str = ""


def without_mark(line: str) -> tuple[str, bool]:
    """A line without what makes it an item of a list, and whether there was something.

    >>> without_mark("- Solaris"), without_mark("*batteries not included")
    (('Solaris', True), ('*batteries not included', False))
    """
    mark = _MARK.match(line)
    return (line[mark.end() :], True) if mark else (line, False)


def number_of(line: str) -> tuple[int, str] | None:
    """The number that a line begins with, and the rest; None if it has none.

    >>> number_of("1. Solaris (1972)"), number_of("12) Mirror"), number_of("1984 (1956)")
    ((1, 'Solaris (1972)'), (12, 'Mirror'), None)
    """
    found = _NUMBER.match(line)
    return (int(found["number"]), line[found.end() :]) if found else None


def with_year(line: str, loose: str = "") -> ParsedLine | None:
    """The film of a line that names its year; None for a line that does not, or is prose.

    Args:
        line: the line, without number or mark.
        loose: a form that nearly all lines have, beside those that are clear; one of `loose_forms`.

    >>> entry = with_year("Blade Runner 2049 (2017, dir. Denis Villeneuve) – a sequel")
    >>> entry.title, entry.year, entry.director, entry.text
    ('Blade Runner 2049', '2017', 'Denis Villeneuve', 'a sequel')
    """
    line, link = plain(line)
    head = line[:LOOKED_AT]
    if found := _IN_BRACKETS.search(head) or _BEHIND.search(head):
        rest = line[found.end() :]
        beside = found.groupdict()
        if found.start() and not _goes_on(rest):
            return _entry(head[: found.start()], found["year"], _beside(beside), rest, link)
    in_front = _IN_FRONT.fullmatch(line) or _BRACKETS_IN_FRONT.fullmatch(line)
    if found := in_front or (_LOOSE[loose].fullmatch(line) if loose and head == line else None):
        return _entry(found["title"], found["year"], "", "", link)
    return None


def loose_forms(line: str) -> set[str]:
    """The forms with a year in which a line could be read, if nearly all others are."""
    line = plain(line)[0]
    return {name for name, form in _LOOSE.items() if len(line) <= LOOKED_AT and form.fullmatch(line)}


def could_be_title(text: str) -> bool:
    """Whether a text is short enough for a title, and not made of sentences.

    >>> could_be_title("What Ever Happened to Baby Jane?"), could_be_title("It was one of the last of its kind.")
    (True, False)
    """
    return _is_short(text) and not (text.endswith((".", ",", ";", "…")) and len(text.split()) > 4)


def _is_short(text: str) -> bool:
    letters = any(letter.isalnum() for letter in text)
    return letters and len(text) <= LONGEST_TITLE and len(text.split()) <= 16 and not _TWO_SENTENCES.search(text)


def untitled(text: str) -> str:
    """A title without quotation marks or stars around it, nor signs that lead to what follows."""
    text = text.strip().rstrip(_BETWEEN.replace(".", "")).strip()
    for opening, closing in _WRAPPED:
        inner = text[1:-1]
        if len(text) > 2 and text.startswith(opening) and text.endswith(closing) and not {opening, closing} & {*inner}:
            return inner.strip()
    return text


def plain(line: str) -> tuple[str, str]:
    """A line without Markdown, and the first address in it that a text links to."""
    if len(line) > LONGEST_MARKUP:
        return line.strip(), ""
    link = _LINK.search(line)
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", line)).strip(), link[2] if link else ""


def _entry(title: str, year: str, beside: str, rest: str, link: str) -> ParsedLine | None:
    title = untitled(title)
    if not _is_short(title):
        return None
    rest = rest.strip().lstrip(_BETWEEN).strip()
    director, beside = _director(beside, whole=True)
    if not director:
        director, rest = _director(rest, whole=False)
    return ParsedLine(title, year.strip(), "; ".join(filter(None, (beside, rest))), director, link)


def _beside(groups: dict[str, str]) -> str:
    """What stands in the brackets beside the year."""
    parts = (groups.get("before") or "", groups.get("after") or "")
    return ", ".join(part for text in parts if (part := text.strip(_BETWEEN)))


def _director(text: str, *, whole: bool) -> tuple[str, str]:
    """Who is named as director in a text, and the text without that; only at its start if it is not taken whole."""
    found = _DIRECTOR.search(text) if whole else _DIRECTOR.match(text)
    if not found:
        return "", text
    named = text[found.end() :]
    end = _END_OF_NAME.search(named)
    name = named[: end.start()] if end else named
    if len(name) > LONGEST_TITLE // 2:
        return "", text
    left = (text[: found.start()].rstrip(_BETWEEN), named[end.end() :].lstrip(_BETWEEN) if end else "")
    return name.strip(" ,."), "; ".join(filter(None, left))


def _goes_on(rest: str) -> bool:
    """Whether a sentence goes on behind the year, so that it is prose and no item of a list."""
    rest = rest.lstrip()
    return bool(rest) and rest[0].islower() and not _DIRECTOR.match(rest)
