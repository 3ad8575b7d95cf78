"""Films of a page that have a card each: elements of one kind beside each other, each with a title and a year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from lxml import etree, html

from dashboard.formats.format import Document, Table
from dashboard.formats.plain_text.lines import RATING, STARS
from dashboard.formats.plain_text.parsed_lines import details_of, number_of, with_year
from dashboard.formats.records import rows_of_records
from dashboard.model.column_names import column_of
from dashboard.model.problems import Problem
from dashboard.model.rows import Limits, Rows
from dashboard.model.values import FILM_YEAR

CARDS = "cards"
"""What such films are called beside the tables of a page."""
FEWEST = 2
MOST = 0.75
"""The share of the elements of one kind that are films."""
MOST_TEXTS = 60
"""A card says so much at most."""
DEEPEST = 60
_YEAR = re.compile(rf"\(?({FILM_YEAR}(?:\s?[–—-]\s?(?:{FILM_YEAR}|(?=\)|$)))?)\)?")
_BARE_YEAR = re.compile(rf"\({FILM_YEAR}\)")
_YEAR_FIRST = re.compile(rf"\(?({FILM_YEAR})\)?\s*[·•|,/]")
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:：]{0,30}?)\s*[:：]\s*(?P<said>\S.*)")
_TITLED = re.compile(r"(?i)(?:^|[\s_-])(?:title|name|titre|titel|titulo)(?:$|\s)")
_HEADING = re.compile(r"h[1-6]")


@dataclass(frozen=True)
class _Said:
    """A text of a page, and how likely it is a title: 2 for a heading, 1 for a link or what is called a title."""

    text: str
    rank: int


def cards_of(
    page: html.HtmlElement, is_left_out: Callable[[Any], bool], inline: frozenset[str], no_rows: Rows, limits: Limits
) -> Document | None:
    """The films of a page that have a card each; None if there are none.

    Args:
        page: the page.
        is_left_out: whether an element says nothing of films.
        inline: the elements that stand within a line.
        no_rows: has the file and its form.
        limits: what is read of it at most.
    """
    said, groups = _walked(page, is_left_out, inline)
    found = (_films([said[begin:end] for begin, end in spans]) for spans in groups)
    films = max(found, key=len, default=[])
    if len(films) < FEWEST:
        return None
    dated = [(number, film) for number, film in enumerate(_without_numbers(films), 1) if film["year"]]
    others = [(number, film["title"]) for number, film in enumerate(films, 1) if not film["year"]]
    rows = rows_of_records(dated, no_rows, limits)
    refused = tuple(Problem("not understood", no_rows.file, number) for number, _ in others)
    rows = replace(
        rows, unread=tuple((number, (title,)) for number, title in others), problems=(*rows.problems, *refused)
    )
    return Document((Table(lambda: rows, length=lambda: len(films)),))


def _walked(
    page: html.HtmlElement, is_left_out: Callable[[Any], bool], inline: frozenset[str]
) -> tuple[list[_Said], list[list[tuple[int, int]]]]:
    """What a page says, and for elements of one kind in one place which part of that each says."""
    said: list[_Said] = []
    groups: dict[tuple[int, str, str], list[tuple[int, int]]] = defaultdict(list)
    opened: list[tuple[Any, int, int]] = []
    number = 0
    walk = etree.iterwalk(page, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            if opened and opened[-1][0] is node:
                *_, begin = opened.pop()
                if FEWEST <= len(said) - begin <= MOST_TEXTS and len(opened) <= DEEPEST and _has_blocks(node, inline):
                    kind = (node.get("class") or "").split()
                    groups[opened[-1][1] if opened else 0, node.tag, kind[0] if kind else ""].append((begin, len(said)))
            said += _texts(node.tail, 0) if node is not page else []
            continue
        if is_left_out(node):
            walk.skip_subtree()
            continue
        number += 1
        opened.append((node, number, len(said)))
        said += _attributes(node)
        rank = _rank(node)
        if rank and all(inner.tag in inline for inner in islice(node.iterdescendants(), MOST_TEXTS)):
            said += _texts("".join(node.itertext()), rank)
            walk.skip_subtree()
        else:
            said += _texts(node.text, rank)
    return said, [spans for spans in groups.values() if len(spans) >= FEWEST]


def _has_blocks(node: html.HtmlElement, inline: frozenset[str]) -> bool:
    """Whether an element has more than a line, which a plain list reads better."""
    return any(child.tag not in inline for child in node)


def _attributes(node: html.HtmlElement) -> Iterator[_Said]:
    """The title and the year that an element has for the page's scripts."""
    named = ((column_of(name[5:].replace("-", " ")), text) for name, text in node.attrib.items() if name[:5] == "data-")
    for column, text in named:
        if column in ("title", "year"):
            yield from _texts(text, int(column == "title"))


def _rank(node: html.HtmlElement) -> int:
    if _HEADING.fullmatch(node.tag):
        return 2
    return int(node.tag == "a" or _TITLED.search(node.get("class") or "") is not None)


def _texts(text: str | None, rank: int) -> Iterator[_Said]:
    if text and (words := " ".join(text.split())):
        yield _Said(words, rank)


def _films(cards: Sequence[Sequence[_Said]]) -> list[dict[str, str]]:
    """The films of some elements, without a year where one has none; no film where most have none, or one title."""
    films = [film for card in cards if (film := _film(card))]
    dated = sum(1 for film in films if film["year"])
    titles = {film["title"] for film in films}
    return films if dated >= max(FEWEST, MOST * len(cards)) and len(titles) * 2 > len(films) else []


def _film(card: Sequence[_Said]) -> dict[str, str] | None:
    titles = [
        each for each in card if each.rank and any(map(str.isalnum, each.text)) and not _BARE_YEAR.fullmatch(each.text)
    ]
    title = max(titles, key=lambda each: each.rank, default=None) or next((each for each in card if each.rank), None)
    if title is None:
        return None
    rest = [each.text for each in card if each is not title and each.text != title.text]
    if written := with_year(title.text):
        film = {"title": written.title, "year": written.year}
        return film | _described([*filter(None, [written.text]), *rest], film)
    dated = [(each, year) for each in rest if (year := _year_in(each))]
    said, year = next((each for each in dated if _YEAR.fullmatch(each[0])), dated[0] if dated else ("", ""))
    film = {"title": title.text, "year": year}
    return film | _described([each for each in rest if each != said or not _YEAR.fullmatch(said)], film)


def _year_in(text: str) -> str:
    """The year that a text of a card names as its film's; empty if it names none."""
    if found := _YEAR.fullmatch(text) or _YEAR_FIRST.match(text):
        return found[1]
    years = re.findall(rf"(?<!\d){FILM_YEAR}(?!\d)", text)
    return years[0] if years and details_of(text) else ""


def _described(texts: Sequence[str], film: dict[str, str]) -> dict[str, str]:
    """What else a card says: what has a label that a column has, in that column, all else as one text."""
    found: dict[str, str] = {}
    others: list[str] = []
    for text in _labelled(texts):
        label = _LABEL.fullmatch(text)
        if STARS.fullmatch(text) and RATING not in found:
            found[RATING] = text
        elif label and column_of(label["label"]) and label["label"] not in {*found, *film}:
            found[label["label"]] = label["said"]
        else:
            others.append(text)
    return found | ({"description": " · ".join(others)} if others else {})


def _labelled(texts: Sequence[str]) -> Iterator[str]:
    """Texts, of which one that is a label has the next behind it."""
    waiting = ""
    for text in texts:
        if text[-1] in ":：" and not waiting and column_of(text[:-1]):
            waiting = text
        else:
            yield f"{waiting} {text}".strip()
            waiting = ""
    if waiting:
        yield waiting


def _without_numbers(films: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Films whose titles count on, without those numbers."""
    numbered = [number_of(film["title"]) for film in films]
    counted = [found[0] for found in numbered if found]
    if len(counted) < len(films) or counted != [*range(counted[0], counted[0] + len(films))]:
        return list(films)
    return [film | {"title": found[1]} for film, found in zip(films, numbered, strict=True) if found]
