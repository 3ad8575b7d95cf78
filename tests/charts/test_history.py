"""The lane of history: where a day stands, its marks, its layers."""

from dataclasses import replace
from datetime import date

import altair as alt
import pytest

from dashboard.charts.history import BAND, SHAPES, WIDE, HistoryTrack, band, frame, place
from dashboard.charts.theme import PALETTES
from dashboard.evidence.milestones import Milestone
from dashboard.evidence.translations import MultilingualText, Translations
from dashboard.i18n.languages import english, languages

ENGLISH = english()

SPUTNIK = Milestone(date(1957, 10, 4), "USSR", "launch", "Sputnik 1 reaches orbit.", "", "", "")
OTHER = Milestone(date(1961, 4, 12), "USSR", "unheard of", "One\nline. " + "x" * 200, "", "", "")
AXIS = alt.X("year:Q")


@pytest.mark.parametrize(
    ("day", "where"),
    [
        (date(1961, 1, 1), 1960.5),
        (date(1961, 7, 2), 1960.5 + 182 / 365),
        (date(1961, 12, 31), 1960.5 + 364 / 365),
        (date(1960, 12, 31), 1959.5 + 365 / 366),
        (date(1960, 7, 2), 1960.0),
    ],
    ids=["first day", "the middle", "last day", "last day of a leap year", "the middle of a leap year"],
)
def test_place(day, where):
    assert place(day) == pytest.approx(where)
    assert day.year - 0.5 <= place(day) < day.year + 0.5


def test_days_stand_in_their_order():
    days = [date(1960, 12, 31), date(1961, 1, 1), date(1961, 2, 28), date(1961, 3, 1)]
    assert sorted(map(place, days)) == list(map(place, days))


def test_frame_in_full():
    assert frame(
        HistoryTrack(
            (SPUTNIK, OTHER), ((SPUTNIK, MultilingualText("Sputnik 1")),), ((OTHER, MultilingualText("Other")),)
        ),
        ENGLISH,
    ).to_dict("records") == [
        {
            "year": 1956.5 + 276 / 365,
            "day": "4 October 1957",
            "kind": "launch",
            "text": "Sputnik 1 reaches orbit.",
            "shape": "triangle-up",
            "name": "Sputnik 1",
            "wide": "",
        },
        {
            "year": 1960.5 + 101 / 365,
            "day": "12 April 1961",
            "kind": "unheard of",
            "text": "One line. " + "x" * 129 + "…",
            "shape": "circle",
            "name": "",
            "wide": "Other",
        },
    ]


def test_frame_in_another_language():
    told = replace(SPUTNIK, translations=Translations((("text", "ru", "Спутник на орбите."),)))
    name = MultilingualText("Sputnik 1", (("ru", "«Спутник-1»"),))
    (row,) = frame(HistoryTrack((told,), ((told, name),)), languages()["ru"]).to_dict("records")
    assert (row["text"], row["name"], row["wide"]) == ("Спутник на орбите.", "«Спутник-1»", "")


def test_frame_of_nothing():
    assert list(frame(HistoryTrack(), ENGLISH).columns) == ["year", "day", "kind", "text", "shape", "name", "wide"]


def test_kinds_are_told_apart_by_shape():
    assert len(set(SHAPES.values())) == len(SHAPES)
    assert len({shape for shape, _ in SHAPES.values()}) == len({symbol for _, symbol in SHAPES.values()}) == len(SHAPES)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_band(palette):
    track = HistoryTrack((SPUTNIK, OTHER), ((SPUTNIK, MultilingualText("Sputnik 1")),))
    layers = [layer.to_dict() for layer in band(AXIS, track, palette, ENGLISH)]
    assert [layer["mark"]["type"] for layer in layers] == ["rule", "point", "text"]
    assert [layer["mark"]["color"] for layer in layers] == [palette.grid, palette.quiet, palette.quiet]
    above = [layer["encoding"]["y"]["value"]["expr"] for layer in layers]
    pixels = [int(each.removeprefix("height - ")) for each in above]
    assert pixels[0] == max(pixels)
    assert all(0 < each < BAND for each in pixels)
    assert layers[1]["encoding"]["shape"] == {"field": "shape", "scale": None, "type": "nominal"}
    assert layers[1]["encoding"]["description"]["field"] == "text"
    assert layers[2]["encoding"]["text"] == {"value": {"expr": f"width < {WIDE} ? datum.name : datum.wide"}}
