"""Plates: titles of any length and script fit, a film always has the same one, and whatever it says can be read."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dashboard.charts.text_width import text_width
from dashboard.charts.theme import INKS, STATUS_SIGNS
from dashboard.i18n.languages import english, languages
from dashboard.render.plates.picture import figure
from dashboard.render.plates.plate import ART, DRAWINGS, GROUNDS, Plate, plate, plate_of, plate_svg
from dashboard.render.plates.tile import tile
from dashboard.render.plates.title import SIZES, SetTitle, set_title
from dashboard.render.templates import in_markdown
from tests.charts.test_theme import contrast
from tests.texts import sample
from tests.web.shown import ours, own

WIDTH, HEIGHT = 176, 76
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '<script>"&\u202e]]>'


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("1", SetTitle(("1",), 66)),
        ("Solaris", SetTitle(("SOLARIS",), 66)),
        ("Солярис", SetTitle(("СОЛЯРИС",), 58)),
        ("The Dawn  of\nthe Cosmos", SetTitle(("THE DAWN OF", "THE COSMOS"), 38)),
        ("Kin-dza-dza!", SetTitle(("KIN-DZA-DZA!",), 38)),
        ("Москва – Кассиопея", SetTitle(("МОСКВА –", "КАССИОПЕЯ"), 38)),
        ("千と千尋の神隠し", SetTitle(("千と千尋", "の神隠し"), 38)),
        ("סולאריס!", SetTitle(("\u2067סולאריס!\u2069",), 29, is_rightward=True)),
        ("a" * 50, SetTitle(("A" * 22, "A" * 22, "A" * 6), 20)),
        ("W" * 900, SetTitle(("W" * 15, "W" * 15, "W" * 15, "W" * 14 + "…"), 20)),
        ("", SetTitle(("…",), 20)),
        ("ß ŉ", SetTitle(("SS ʼN",), 66)),
    ],
)
def test_a_title_is_set_as_large_as_it_fits(title: str, expected: SetTitle) -> None:
    assert set_title(title, WIDTH, HEIGHT) == expected


@given(st.text(max_size=300) | st.text("aWЖ千 -–", max_size=300))
def test_no_title_leaves_its_box(title: str) -> None:
    found = set_title(title, WIDTH, HEIGHT)
    assert found.size in SIZES
    assert found.lines
    assert found.height <= HEIGHT
    assert [line for line in found.lines if text_width(line, found.size) > WIDTH] == []


def drawn(found: Plate, ink: str = "page") -> ElementTree.Element:
    return ElementTree.fromstring(plate_svg(found, english(), ink))  # type: ignore[arg-type]


def texts(root: ElementTree.Element) -> list[str]:
    return ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("year", ["", "1972", "5", "12024"])
@pytest.mark.parametrize("place", ["", "Space station", "A place whose name is longer than a plate is wide"])
@pytest.mark.parametrize("status", [None, *STATUS_SIGNS])
def test_a_plate_says_what_is_known_and_nothing_else(year: str, place: str, status: str | None) -> None:
    sign = STATUS_SIGNS[status] if status else None
    found = plate("a-film", "Solaris", year, place, sign)
    assert (found.year, found.sign) == (year, sign)
    assert found.place == place or (found.place.endswith("…") and place.startswith(found.place[:-1]))
    beside = text_width(f"{found.year}{found.place}", found.small) + (26 if sign else 0)
    assert beside <= WIDTH
    head = [f"{year}{found.place}"] if year or place or sign else []
    assert [each for each in texts(drawn(found)) if each] == [*filter(None, head), "SOLARIS"]
    assert len([*drawn(found).iter(f"{SVG}circle")]) >= (1 if sign else 0)


@pytest.mark.parametrize("ink", ["page", "light", "dark"])
@pytest.mark.parametrize("drawing", DRAWINGS)
def test_every_drawing_is_whole_in_every_colour(drawing: str, ink: str) -> None:
    by_drawing = (plate(f"film-{at}", HOSTILE, "1972", HOSTILE) for at in range(10_000))
    some = [found for found, _ in zip((each for each in by_drawing if each.drawing == drawing), range(6), strict=False)]
    for found in some:
        root = drawn(found, ink)
        written = ElementTree.tostring(root, "unicode")
        assert "nan" not in written
        assert ("var(--" in written) == (ink == "page")
        assert texts(root)[-1] == '<SCRIPT>"&\u202e]]>'
        (art,) = (each for each in root.iter(f"{SVG}svg") if each is not root)
        assert (art.get("y"), len(art) > 0) == (str(ART), True)


def test_a_film_always_has_the_same_plate_and_films_have_different_ones() -> None:
    some = [plate(f"film-{at}", "A film", "1972") for at in range(300)]
    assert some == [plate(f"film-{at}", "A film", "1972") for at in range(300)]
    assert {each.drawing for each in some} == {*DRAWINGS}
    assert {each.roles for each in some} == {*GROUNDS}
    assert "year" not in {plate(f"film-{at}", "A film").drawing for at in range(300)}


@pytest.mark.parametrize("roles", GROUNDS)
@pytest.mark.parametrize("ink", ["light", "dark"])
def test_type_can_be_read_on_its_ground(ink: str, roles: tuple[str, ...]) -> None:
    palette = INKS[ink]  # type: ignore[index]
    assert contrast(getattr(palette, roles[0]), getattr(palette, roles[1])) >= 4.5


@pytest.mark.parametrize(
    ("name", "film", "code", "expected"),
    [
        ("published", "solaris-1972", "en", ("SOLARIS", "1972", "Space station", "●")),
        ("published", "solaris-1972", "ru", ("SOLARIS", "1972", "Космическая станция", "●")),
        ("published", "the-sky-beckons-1959", "en", ("THE SKY BECKONS", "1959", "", "▲")),
        ("filmography", "aelita-queen-of-mars-1924", "ru", ("АЭЛИТА", "1924", "Марс", "")),
    ],
)
def test_the_plate_of_a_film(name: str, film: str, code: str, expected: tuple[str, ...]) -> None:
    found = plate_of(ours({}, name).loaded, film, languages()[code])
    sign = found.sign.symbol if found.sign else ""
    assert (" ".join(found.title.lines), found.year, found.place, sign) == expected


@pytest.mark.parametrize(
    ("columns", "place"),
    [
        ({"director": "Ann Lee; Bo Li; Cy Lo", "country": "USA"}, "Ann Lee, Bo Li"),
        ({"director": "", "country": "USA"}, "USA"),
        ({"kind": "feature"}, "feature"),
        ({}, ""),
    ],
)
def test_a_plate_names_the_first_of_the_telling_columns_that_is_known(
    columns: dict[str, str], place: str, tmp_path: Path
) -> None:
    text = f"title,year,{','.join(columns)}\nOne,,{','.join(columns.values())}\nTwo,2001{',' * len(columns)}\n"
    loaded = own(text, tmp_path, {}).loaded
    found = plate_of(loaded, loaded.index.frame["id"].iloc[0], english())
    assert (found.year, found.place, found.sign) == ("", place, None)


@pytest.mark.parametrize("text", [*sample(12), "`code` **bold** $x$ :rocket: [a](b)", "one\n\ntwo", ":material/star:"])
def test_markdown_leaves_a_film_as_it_is(text: str, tmp_path: Path) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([("title", "year", "director"), (text, "1972", text)])
    result = own(written.getvalue(), tmp_path, {"view": ["gallery"]})
    film = str(result.index.frame["id"].iloc[0])
    for html in (tile(result, film), figure(result, film)):
        given = in_markdown(html)
        assert MarkdownIt("commonmark", {"html": True}).render(given) == given
        assert ":material/" not in given
        assert words(given) == words(html)


def words(html: str) -> list[str]:
    return lxml.html.fromstring(f"<div>{html}</div>").text_content().split()


def test_a_tile_says_what_it_leads_to() -> None:
    result = ours({"q": ["mars"], "film": ["star-pilot-1967"], "view": ["gallery"]})
    html = tile(result, "star-pilot-1967")
    assert 'href="?q=mars&amp;view=gallery&amp;film=star-pilot-1967"' in html
    assert 'aria-current="true"' in html
    assert 'Star Pilot (1967)</bdi><span class="unseen">, 6 contradicted, 1 supported</span>' in html
