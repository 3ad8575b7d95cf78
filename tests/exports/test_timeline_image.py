"""The timeline as an image to take away: what stands in it, that it stands alone, and that a list cannot harm it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from dashboard.charts import vega
from dashboard.charts.theme import PALETTES, ThemeName
from dashboard.charts.vega import NotDrawnError
from dashboard.exports.timeline_image import PNG, SVG, WIDTH, png, svg
from dashboard.i18n.languages import english, languages
from dashboard.lists.sandbox import jobs
from dashboard.lists.sandbox.process import Bounds
from dashboard.lists.sandbox.processes import ForkServer
from dashboard.query.result import QueryResult
from dashboard.render.timeline_list import timeline_marks
from dashboard.render.timeline_picture import timeline_picture
from tests.charts.hostile import hostile_list
from tests.web.shown import Parameters, ours, own

HERE = "https://films.example.org/"
PNG_HEAD = b"\x89PNG\r\n\x1a\n"
MARS: Parameters = {"destination": ["Mars"]}


def read(image: bytes) -> etree._Element:
    return etree.fromstring(image, etree.XMLParser(resolve_entities=False, huge_tree=True))


def texts(root: etree._Element, *looks: str) -> list[str]:
    found = root.iter("{*}text")
    return [str(each.text) for each in found if not looks or each.get("class") in looks]


@pytest.mark.parametrize(
    ("name", "link", "language", "words"),
    [
        (
            "published",
            MARS,
            "en",
            ["Soviet Space Films", "2 of 10 films · destination: Mars"],
        ),
        ("filmography", {}, "ru", ["Советское космическое кино: фильмография", "53 из 53 фильмов"]),
    ],
)
def test_it_says_what_it_shows(name: str, link: Parameters, language: str, words: list[str]) -> None:
    result = ours(link, name, languages()[language])
    root = read(svg("light", result, HERE))
    assert [each.lower() for each in texts(root, "title", "words")] == [each.lower() for each in words]
    foot = " ".join(texts(root, "foot"))
    assert HERE in foot
    assert result.language.gettext("seen on {day}", day="").strip(" .") in foot


def test_its_legend_has_the_signs_that_occur() -> None:
    shown = texts(read(svg("light", ours(MARS), HERE)))
    assert [each for each in shown if each in LEGEND] == LEGEND
    assert "filtered out" not in texts(read(svg("light", ours({}), HERE)))


LEGEND = [
    *("something contradicted", "everything checked holds", "not established", "filtered out"),
    *("first", "launch", "landing", "station", "loss", "politics"),
]


def test_its_marks_are_those_of_the_list() -> None:
    result = ours(MARS)
    named = [each.findtext("{*}title") for each in read(svg("light", result, HERE)).iter("{*}g")]
    assert named == [mark.text for mark in timeline_marks(result)]


@pytest.mark.parametrize("theme", PALETTES)
def test_it_is_in_the_colours_of_a_theme(theme: ThemeName) -> None:
    image = svg(theme, ours(MARS), HERE).decode()
    palette = vars(PALETTES[theme])
    used = set(re.findall(r"#[0-9A-F]{6}", re.sub(r"base64,[^\"&]*", "", image)))
    assert used <= set(palette.values())
    assert "var(" not in image
    assert read(image.encode()).find("{*}rect").get("fill") == palette["background"]


def test_it_stands_alone() -> None:
    image = svg("light", ours({}, language=languages()["ru"]), HERE).decode()
    assert re.findall(r'url\((?!"data:font/woff2;base64,)', image) == []
    assert image.count("@font-face") == 4
    assert svg("light", ours({}), HERE).decode().count("@font-face") == 2


@pytest.mark.parametrize("theme", PALETTES)
def test_a_png_is_the_same_twice_as_wide(theme: ThemeName) -> None:
    image = png(theme, ours({}), HERE)
    assert image[:8] == PNG_HEAD
    assert int.from_bytes(image[16:20], "big") == 2 * WIDTH


def test_what_a_list_says_is_text(tmp_path: Path) -> None:
    result = hostile_list(tmp_path)
    root = read(svg("light", result, HERE))
    assert {etree.QName(each).localname for each in root.iter()} == {
        *("svg", "title", "style", "rect", "text", "g", "path", "line"),
    }
    assert {name for each in root.iter() for name in each.attrib if name.startswith("on") or "href" in name} == set()
    assert png("light", result, HERE)[:8] == PNG_HEAD


@pytest.mark.parametrize(
    ("csv", "fits"), [("title,year\nA,1970\n", True), ("title\nA\n", False)], ids=["years", "no years"]
)
def test_a_list_without_years_has_none(csv: str, fits: bool, tmp_path: Path) -> None:
    result: QueryResult = own(csv, tmp_path, {})
    assert (SVG.fits(result), PNG.fits(result)) == (fits, fits)


def test_bars_are_as_high_as_what_passes(tmp_path: Path) -> None:
    rows = "".join(f"F{at},{1950 + at % 2},{'ab'[at // 2 % 2]}\n" for at in range(160))
    root = read(svg("light", own("title,year,kind\n" + rows, tmp_path, {"kind": ["a"]}), HERE))
    heights = [[float(bar.get("height")) for bar in mark.iter("{*}rect")] for mark in root.iter("{*}g")]
    assert [round(part / whole, 2) for whole, part in heights] == [0.5, 0.5]
    assert english().gettext("shown") in texts(root)


def test_where_none_can_be_drawn_the_page_has_none_and_an_image_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "_SERVER", ForkServer())
    monkeypatch.setattr(vega, "BOUNDS", Bounds(memory=1 << 30))
    result = own("title,year\nA,1970\n", tmp_path, {})
    assert timeline_picture(result) == ""
    with pytest.raises(NotDrawnError):
        png("light", result, HERE)
