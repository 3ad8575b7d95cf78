"""The timeline's picture in a page: links that look as the view wants them, and nothing that a list could put there."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from lxml.html import HtmlElement, fromstring

from dashboard.i18n.texts import shortened
from dashboard.query.result import QueryResult
from dashboard.query.url import parse
from dashboard.render.timeline_list import timeline_marks
from dashboard.render.timeline_picture import timeline_picture
from tests.charts.hostile import HOSTILE, hostile_list
from tests.foreign import films
from tests.web.shown import Parameters, ours, own

ALLOWED = {"div", "svg", "g", "a", "title", "path", "line", "text", "rect"}
ATTRIBUTES = {
    *("class", "style", "role", "aria-label", "aria-hidden", "aria-current", "href", "d", "fill", "stroke"),
    *(
        "stroke-width",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "dx",
        "width",
        "height",
        "font-size",
        "text-anchor",
        "tabindex",
    ),
}


def read(result: QueryResult) -> HtmlElement:
    return fromstring(str(timeline_picture(result)))


def marks(root: HtmlElement) -> list[HtmlElement]:
    return list(root.xpath(".//a"))


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("published", {}),
        ("published", {"destination": ["Mars"], "film": ["star-pilot-1967"]}),
        ("filmography", {"years": ["1960..1970"], "track": ["0"]}),
    ],
)
def test_its_marks_are_those_of_the_list(name: str, link: Parameters) -> None:
    result = ours(link, name)
    drawn = [
        (mark.findtext("title"), mark.get("href"), mark.get("aria-current") == "true", mark.get("class") != "ghost")
        for mark in marks(read(result))
    ]
    assert drawn == [(mark.text, mark.link, mark.is_current, bool(mark.share)) for mark in timeline_marks(result)]


def test_bars_show_the_part_that_passes(tmp_path: Path) -> None:
    rows = [(at, 1950 + at % 4, "b" if at % 4 < 2 and at // 4 % 2 else "a") for at in range(160)]
    csv = "title,year,kind\n" + "".join(f"F{at},{year},{kind}\n" for at, year, kind in rows)
    result = own(csv, tmp_path, {"kind": ["a"]})
    assert [(mark.get("style"), mark.get("class")) for mark in marks(read(result))] == [
        ("--share: 0.5", None),
        ("--share: 0.5", None),
        (None, None),
        (None, None),
    ]
    none = own(csv, tmp_path, {"q": ["F1 nothing of the kind"]})
    assert [mark.get("class") for mark in marks(read(none))] == ["ghost"] * 4


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> QueryResult:
    return hostile_list(tmp_path_factory.mktemp("hostile"))


def test_nothing_of_a_list_is_more_than_text(hostile: QueryResult) -> None:
    root = read(hostile)
    assert {each.tag for each in root.iter()} <= ALLOWED
    assert {name for each in root.iter() for name in each.attrib} <= ATTRIBUTES
    assert "url(" not in str(timeline_picture(hostile))


@pytest.mark.parametrize("at", range(len(HOSTILE)), ids=HOSTILE)
def test_a_hostile_title_is_a_link_with_that_title(at: int, hostile: QueryResult) -> None:
    mark = marks(read(hostile))[at]
    film = hostile.index.frame.iloc[at]
    view, ignored = parse(parse_qs(mark.get("href").removeprefix("?")), hostile.index)
    assert (view.film, ignored, mark.get("href")[0]) == (film["id"], (), "?")
    assert mark.findtext("title") == timeline_marks(hostile)[at].text
    assert mark.findtext(".//text")[:10] == shortened(film["title"])[:10]


@pytest.mark.parametrize("csv", ["title\nA\nB\n", "title,year\nA,\nB,\n"], ids=["no column", "no year"])
def test_a_list_without_years_has_none(csv: str, tmp_path: Path) -> None:
    assert timeline_picture(own(csv, tmp_path, {})) == ""


@pytest.mark.parametrize("number", [150, 2_000])
def test_it_is_small(number: int, tmp_path: Path) -> None:
    made = timeline_picture(own(films(number), tmp_path, {}))
    assert len(gzip.compress(str(made).encode())) < 6_000
