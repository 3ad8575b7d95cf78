"""What colours the timeline's marks, in a page without scripts: the choice, the legend, the marks and their list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qs

import numpy as np
import pytest
from lxml.html import HtmlElement, fromstring

from dashboard.charts.marks import data
from dashboard.exports.head.preview import pictured
from dashboard.exports.timeline_image import svg
from dashboard.i18n.languages import languages
from dashboard.query.result import QueryResult
from dashboard.query.url import parse
from dashboard.query.view import View
from dashboard.render.first_view import first_view
from dashboard.render.timeline_list import timeline_marks
from dashboard.render.timeline_picture import timeline_picture
from tests.charts.hostile import HOSTILE
from tests.web.shown import Parameters, ours, own

LISTS = ("published", "filmography")
NINE = "title,year,kind\n" + "".join(f"F{at},{1950 + at},{'abcdefghi'[at % 9]}\n" for at in range(18))
MISSING = "title,year,kind\nA,1950,x\nB,1960,y\nC,1970,\nD,1980,x\nE,1990,y\n"


def read(result: QueryResult) -> HtmlElement:
    return fromstring(f"<div>{first_view(result)}</div>")


def texts(root: HtmlElement, path: str) -> list[str]:
    return [" ".join(each.text_content().split()) for each in root.xpath(path)]


def legend(root: HtmlElement) -> list[str]:
    return texts(root, ".//div[@class='under-axis']/ul[@class='choices'][1]/li/a")


def link(root: HtmlElement, path: str, text: str) -> Parameters:
    (found,) = [each.get("href") for each in root.xpath(path) if text in each.text_content()]
    return parse_qs(found.removeprefix("?"))


def choices(root: HtmlElement) -> list[str]:
    return texts(root, ".//details[@class='colours']//a")


@pytest.mark.parametrize(
    ("name", "given", "code", "summary", "offered"),
    [
        ("published", {}, "en", "Colour by: Evidence", ["Evidence", "Destination", "Identity"]),
        ("filmography", {}, "en", "Colour by: nothing", ["nothing", "Kind", "Destination", "Certainty"]),
        (
            "filmography",
            {"colour": ["kind"]},
            "ru",
            "Цвет: Вид",
            ["один для всех", "Вид", "Пункт назначения", "Надёжность"],
        ),
    ],
    ids=["with evidence", "without", "in Russian"],
)
def test_it_is_chosen_by_links(name: str, given: Parameters, code: str, summary: str, offered: list[str]) -> None:
    root = read(ours(given, name, languages()[code]))
    assert texts(root, ".//details[@class='colours']/summary") == [summary]
    assert choices(root) == offered
    (current,) = texts(root, ".//details[@class='colours']//a[@aria-current]")
    assert summary.endswith(current)


def test_the_usual_choice_leaves_no_trace_in_the_link() -> None:
    root = read(ours({"colour": ["destination"], "q": ["mars"]}))
    assert link(root, ".//details[@class='colours']//a", "Evidence") == {"q": ["mars"]}
    assert link(root, ".//details[@class='colours']//a", "Identity") == {"q": ["mars"], "colour": ["identity"]}


@pytest.mark.parametrize(
    ("csv", "given", "entries"),
    [
        (MISSING, {}, []),
        (MISSING, {"colour": ["kind"]}, ["● x (2)", "▲ y (2)"]),
        (MISSING, {"colour": ["kind"], "years": ["1985-"]}, ["● x (0)", "▲ y (1)"]),
        (MISSING, {"colour": ["kind"], "kind": ["x"]}, ["● x (2)", "▲ y (2)"]),
        (
            NINE,
            {"colour": ["kind"]},
            [
                *(f"{sign} {kind} (2)" for sign, kind in zip("●▲■◆✚▼", "abcdef", strict=True)),
                "▶\ufe0e g (2)",
                "▮ other (4)",
            ],
        ),
        (NINE, {"colour": ["kind"], "kind": ["h"], "none": ["kind"]}, None),
    ],
    ids=["nothing", "two values and none", "filtered", "filtered by one of them", "nine values", "none of one"],
)
def test_its_legend_counts_what_a_click_shows(
    csv: str, given: Parameters, entries: list[str] | None, tmp_path: Path
) -> None:
    result = own(csv, tmp_path, given)
    root = read(result)
    assert entries is None or legend(root) == entries
    for each in root.xpath(".//div[@class='under-axis']/ul[@class='choices'][1]/li/a[not(@aria-current)]"):
        shown = own(csv, tmp_path, parse_qs(each.get("href").removeprefix("?")))
        if result.view.mode("kind") == "none" or not result.view.values("kind"):
            assert f"({len(shown.rows)})" in each.text_content()


def test_an_entry_of_several_values_is_chosen_and_left_as_a_whole(tmp_path: Path) -> None:
    path = ".//div[@class='under-axis']/ul[@class='choices'][1]/li/a"
    both = link(read(own(NINE, tmp_path, {"colour": ["kind"], "kind": ["h"]})), path, "other")
    assert both == {"colour": ["kind"], "kind": ["h", "i"]}
    root = read(own(NINE, tmp_path, both))
    assert texts(root, f"{path}[@aria-current]") == ["▮ other (4)"]
    assert link(root, path, "other") == {"colour": ["kind"]}


@pytest.mark.parametrize(
    ("given", "says"),
    [({"colour": ["kind"]}, ["▬ not known (1)"]), ({"colour": ["kind"], "q": ["A"]}, ["▬ not known (0)"]), ({}, [])],
    ids=["there", "filtered away", "not coloured"],
)
def test_films_without_a_value_are_named_and_no_link(given: Parameters, says: list[str], tmp_path: Path) -> None:
    assert texts(read(own(MISSING, tmp_path, given)), ".//span[@class='no-value']") == says


def test_evidence_is_a_filter_among_the_others_while_the_legend_is_another() -> None:
    headings = ".//aside/section/h3"
    assert "Evidence" not in texts(read(ours({})), headings)
    assert "Evidence" in texts(read(ours({"colour": ["destination"]})), headings)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("code", languages())
def test_picture_list_and_live_timeline_have_the_same_signs(name: str, code: str) -> None:
    for colour in ("", *ours({}, name).index.colourings):
        result = ours({"colour": [colour]} if colour else {}, name, languages()[code])
        table = data(result.index, np.ones(len(result.index), np.bool_), result.language, colour=colour)
        drawn = fromstring(str(timeline_picture(result))).xpath(".//a//path[not(@fill='transparent')]")
        fills = {each.get("fill") for each in drawn}
        assert fills == {f"var(--{name})" for name in table["colour"]}
        signs = [mark.sign for mark in timeline_marks(result)]
        told = zip(table["shape"], table["colour"], strict=True)
        assert [(sign.shape, sign.colour) if sign else ("circle", "accent") for sign in signs] == [*told]


def test_hostile_values_are_text_in_page_and_image(tmp_path: Path) -> None:
    rows = [(f"F{at}", 1950 + at, text) for at, text in enumerate([*[*HOSTILE.values()][:6]] * 2)]
    csv = "title,year,kind\n" + "".join(
        ",".join('"' + str(cell).replace('"', '""') + '"' for cell in row) + "\n" for row in rows
    )
    result = own(csv, tmp_path, {"colour": ["kind"]})
    assert result.view.colour == "kind"
    assert sorted(text.split(" ", 1)[1].rsplit(" ", 1)[0] for text in legend(read(result))) == sorted(
        {" ".join(text.split()) for _, _, text in rows}
    )
    image = svg("light", result, "https://films.example.org/").decode()
    assert "<script" not in image
    assert "Colour by: Kind" in image


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, []),
        ({"colour": ["kind"]}, ["animation", "documentary", "feature", "TV film"]),
    ],
    ids=["nothing", "kind"],
)
def test_an_image_has_the_legend_and_says_what_it_is_of(given: Parameters, words: Sequence[str]) -> None:
    root = fromstring(svg("light", ours(given, "filmography"), "https://films.example.org/"))
    said = [str(each.text) for each in root.iter("text", "{*}text")]
    assert [each for each in said if each in ("animation", "documentary", "feature", "TV film")] == [*words]
    assert any("Colour by: Kind" in each for each in said) is bool(words)


def test_the_picture_of_a_shared_link_is_coloured_too() -> None:
    assert pictured(ours({"colour": ["destination"]})) == View(colour="destination", language="en")


def test_how_it_is_read_says_what_the_signs_stand_for() -> None:
    root = read(ours({"colour": ["kind"]}, "filmography"))
    assert "Shape and colour stand for the filter “Kind”: ● animation, ▲ documentary, ■ feature, ◆ TV film." in texts(
        root, ".//details[@class='reading']//li"
    )


def test_a_list_of_bars_has_no_choice_and_says_that_a_link_asks_in_vain(tmp_path: Path) -> None:
    csv = "title,year,kind\n" + "".join(f"F{at},{1950 + at % 40},{'ab'[at % 2]}\n" for at in range(160))
    result = own(csv, tmp_path, {})
    _, ignored = parse({"colour": ["kind"]}, result.index)
    assert [(each.kind, each.name, each.value) for each in ignored] == [("unknown value", "colour", "kind")]
    assert choices(read(result)) == []


@pytest.mark.parametrize(
    ("given", "notes"), [({}, []), ({"colour": ["kind"]}, [", x", ", y", ", x", ", y"])], ids=["usual", "kind"]
)
def test_the_list_form_says_what_a_visitor_has_the_marks_say(
    given: Parameters, notes: list[str], tmp_path: Path
) -> None:
    root = read(own(MISSING, tmp_path, given))
    assert texts(root, ".//ol[contains(@class, 'timeline-list')]//span[@class='note']") == notes
