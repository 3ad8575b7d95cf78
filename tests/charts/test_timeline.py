import json
import re
from copy import deepcopy
from itertools import combinations

import altair as alt
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import ValidationError

from dashboard.charts.colouring import PLAIN, SIGNS
from dashboard.charts.history import BAND, SHAPES, HistoryTrack
from dashboard.charts.marks import (
    HIGHEST,
    MOST_DOTS,
    MOST_TITLED,
    NARROWEST,
    PITCHES,
    STROKE,
    data,
    dot,
    film_names,
    has_dots,
    lanes,
    pitch,
)
from dashboard.charts.names import APART
from dashboard.charts.theme import PALETTES, STATUS_SIGNS
from dashboard.charts.timeline import AXIS, FILMS, NO_HISTORY_TRACK, axis_years, spec
from dashboard.evidence.claims import STATUSES
from dashboard.evidence.milestones import labels, within
from dashboard.i18n.languages import english
from dashboard.lists.loading import load, load_list
from dashboard.lists.source import published_source
from dashboard.query.index import Index
from tests.foreign import films, index_of

ENGLISH = english()


def of_years(*years):
    return index_of("title,year\n" + "".join(f"Film {at},{year}\n" for at, year in enumerate(years)))


def every(index):
    return np.ones(len(index), dtype=np.bool_)


def none(index):
    return np.zeros(len(index), dtype=np.bool_)


DOSSIER = load_list(published_source())
WITH_EVIDENCE = Index(DOSSIER.films)
LISTS = {
    "published": Index(load(published_source())),
    "with evidence": WITH_EVIDENCE,
    "foreign": index_of(films(100)),
    "one film": of_years(1972),
    "without years": index_of("title\nA\nB\n"),
    "a hundred in one year": of_years(*[1972] * 100),
    "two years": of_years(*[1972, 1973] * 50),
    "first and last year": of_years(*[1888] * 30, *[2027] * 30),
    "as many as have dots": of_years(*range(1888, 1888 + 75), *range(1888, 1888 + 75)),
}
BARS = {
    "3,201 films": index_of(films(3201)),
    "one more than have dots": of_years(*[1972] * MOST_DOTS, ""),
}
EVERY_LIST = pytest.mark.parametrize("index", {**LISTS, **BARS}.values(), ids={**LISTS, **BARS})
DOTS = pytest.mark.parametrize("index", LISTS.values(), ids=LISTS)


def overlapping(years, taken, first, last, apart=PITCHES[-1]):
    """Pairs of dots in one lane whose middles are less than `apart` pixels from each other on the narrowest plot."""
    across = [(year - first + 1) / (last - first + 2) * NARROWEST for year in years]
    pairs = combinations(zip(across, taken, strict=True), 2)
    return [(one, other) for one, other in pairs if one[1] == other[1] and abs(one[0] - other[0]) < apart]


def apart(index):
    """Pixels that a list's dots keep from each other in a lane of the narrowest plot."""
    return APART if film_names(index, ENGLISH) else pitch(index, ENGLISH)


def test_overlapping_itself():
    assert overlapping([1972, 1972], [0, 0], 1972, 1972)
    assert overlapping([1900, 1905], [0, 0], 1888, 2027)
    assert not overlapping([1972, 1972], [0, 1], 1972, 1972)
    assert not overlapping([1900, 1910], [0, 0], 1888, 2027)


@DOTS
def test_a_mark_for_each_film_with_a_year(index):
    assert has_dots(index)
    known = index.frame["id"][~np.isnan(index.years)]
    table = data(index, every(index), ENGLISH)
    assert sorted(table["id"]) == sorted(known)
    assert table["year"].is_monotonic_increasing


@DOTS
def test_dots_do_not_hide_each_other(index):
    table = data(index, every(index), ENGLISH)
    first, last = index.span or (0, 0)
    assert overlapping(table["year"], table["lane"], first, last, apart(index)) == []
    assert sorted(set(table["lane"])) == list(range(table["lane"].nunique()))


@pytest.mark.parametrize("seed", range(10))
def test_dots_of_a_hundred_films_do_not_hide_each_other(seed):
    index = index_of(films(100, seed))
    table = data(index, every(index), ENGLISH)
    assert overlapping(table["year"], table["lane"], *index.span, apart(index)) == []


@given(st.lists(st.integers(1888, 2027), min_size=1, max_size=MOST_DOTS).map(sorted))
def test_lanes(years):
    for apart in PITCHES:
        taken = lanes(years, years[0], years[-1], apart)
        assert overlapping(years, taken, years[0], years[-1], apart) == []
    assert sorted(lanes(years, years[0], years[-1], titled=True)) == list(range(len(years)))


@pytest.mark.parametrize(
    ("years", "titled", "taken"),
    [
        ([], False, []),
        ([], True, []),
        ([1972], False, [0]),
        ([1900, 1950, 2000], False, [0, 0, 0]),
        ([1950, 1950, 1950, 1999], False, [0, 1, 2, 0]),
        ([1900, 1904], False, [0, 1]),
        ([1900, 1905], False, [0, 0]),
        ([1950, 1950, 1950], True, [2, 1, 0]),
    ],
)
def test_lanes_taken(years, titled, taken):
    assert lanes(years, 1900, 2000, titled=titled) == taken


@pytest.mark.parametrize(
    ("years", "pixels"),
    [
        ([], 26),
        ([1972] * MOST_TITLED, 26),
        (range(1950, 1990), 26),
        ([1972] * 16, 20),
        ([1972] * 17, 18),
        ([1972] * 18, 13),
        ([1972] * 100, 13),
    ],
    ids=["none", "titled", "one a year", "sixteen", "seventeen", "eighteen", "a hundred"],
)
def test_dots_are_as_far_apart_as_there_is_room(years, pixels):
    index = of_years(*years) if len(years) else index_of("title\nA\n")
    assert pitch(index, ENGLISH) == pixels
    assert dot(index, ENGLISH) + STROKE < pixels
    if index.span and len(index) > MOST_TITLED and pixels != PITCHES[-1]:
        assert (data(index, every(index), ENGLISH)["lane"].max() + 1) * pixels <= HIGHEST


@DOTS
def test_a_target_is_as_large_as_the_space_of_its_dot(index):
    sizes = [part["size"] for part in marks_of(spec(index, "light", ENGLISH)) if part.get("fill") == "transparent"]
    assert sizes == [pitch(index, ENGLISH) ** 2]


def marks_of(made):
    return [part["mark"] for part in parts(made) if isinstance(part.get("mark"), dict)]


def test_dots_in_full():
    index = index_of(
        'title,year,description\nB,1990,\nA,1972,"First line\nstill first. Second."\nC,,Nowhere.\nD,1972,x. y\n'
    )
    expected = pd.DataFrame(
        {
            "id": ["a-1972", "d-1972", "b-1990"],
            "title": ["A", "D", "B"],
            "year": [1972, 1972, 1990],
            "seen": [False, False, False],
            "lane": [2, 1, 0],
            "stack": [0, 1, 0],
            "name": ["A", "D", "B"],
            "side": ["right", "right", "left"],
            "room": [0, 0, 0],
            "line": ["First line still first", "x", ""],
            "by": ["", "", ""],
            "said": ["", "", ""],
            "shape": ["circle"] * 3,
            "colour": ["accent"] * 3,
            "description": ["A, 1972", "D, 1972, filtered out", "B, 1990"],
            "shown": [True, False, True],
            "selected": [False, True, False],
        }
    )
    table = data(index, np.array([True, True, True, False]), ENGLISH, "d-1972")
    pd.testing.assert_frame_equal(table, expected, check_dtype=False)


@DOTS
def test_hidden_films_stay_as_ghosts(index):
    shown, hidden = data(index, every(index), ENGLISH), data(index, none(index), ENGLISH)
    assert (shown["shown"].all(), hidden["shown"].any()) == (True, False)
    same = ["id", "title", "year", "lane", "name", "side", "room", "line", "by", "said", "shape", "colour"]
    pd.testing.assert_frame_equal(shown[same], hidden[same])
    assert not shown["selected"].any()


@pytest.mark.parametrize("index", BARS.values(), ids=BARS)
def test_bars_count_every_film_with_a_year(index):
    assert not has_dots(index)
    mask = np.arange(len(index)) % 3 == 0
    table = data(index, mask, ENGLISH)
    years = index.frame["year"]
    films, shown = years.value_counts(), years[mask].value_counts()
    expected = [(year, films[year], shown.get(year, 0)) for year in sorted(films.index)]
    assert list(table[["year", "films", "shown"]].itertuples(index=False, name=None)) == expected
    assert data(index, none(index), ENGLISH)["shown"].sum() == 0
    assert (data(index, every(index), ENGLISH)["shown"] == table["films"]).all()


def test_bars_of_a_list_without_years():
    index = index_of("title\n" + "A\n" * (MOST_DOTS + 1))
    assert data(index, every(index), ENGLISH).to_dict("list") == {"year": [], "films": [], "shown": []}


def parts(node):
    """Every dictionary in a specification."""
    if isinstance(node, dict):
        yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from parts(child)


def fields(made):
    named = {part["field"] for part in parts(made) if "field" in part}
    selected = {field for part in parts(made) for field in part.get("fields", ())}
    return named | selected | set(re.findall(r"datum\.(\w+)", json.dumps(made)))


@EVERY_LIST
@pytest.mark.parametrize("theme", PALETTES)
def test_spec_draws_columns_of_the_data(index, theme):
    drawn = fields(spec(index, theme, ENGLISH))
    assert drawn <= set(data(index, every(index), ENGLISH).columns)
    assert drawn >= ({"id", "year", "lane", "shown", "selected"} if has_dots(index) else {"year", "films", "shown"})


@pytest.mark.parametrize(
    "index",
    [
        pytest.param(index, marks=() if name in ("with evidence", "3,201 films") else pytest.mark.audit, id=name)
        for name, index in (LISTS | BARS).items()
    ],
)
def test_spec_is_one_that_vega_lite_knows(index):
    assert alt.Chart.from_dict(spec(index, "light", ENGLISH, lane_of(index))).to_dict()["layer"]


def test_spec_that_vega_lite_does_not_know_is_refused():
    made = deepcopy(spec(LISTS["published"], "light", ENGLISH))
    made["layer"][0]["mark"] = {"type": "nonsense"}
    with pytest.raises(ValidationError):
        alt.Chart.from_dict(made)


@EVERY_LIST
def test_spec_stays_the_same_while_the_data_changes(index):
    before, drawn = spec(index, "light", ENGLISH), json.dumps(spec(index, "light", ENGLISH))
    film = index.frame["id"].iloc[0]
    assert not data(index, every(index), ENGLISH).equals(data(index, none(index), ENGLISH, film)) or index.span is None
    for colour in index.colourings:
        assert set(data(index, every(index), ENGLISH, film, colour)["by"]) <= {colour}
    assert spec(index, "light", ENGLISH) is before
    assert json.dumps(before) == drawn
    assert spec(index, "dark", ENGLISH) != before


@EVERY_LIST
def test_spec_holds_no_film(index):
    made = spec(index, "light", ENGLISH)
    assert "datasets" not in made
    assert [part for part in parts(made) if "data" in part or isinstance(part.get("values"), dict)] == []
    assert [part["values"] for part in parts(made) if "values" in part and "titleAnchor" not in part] == []
    titles = [title for title in index.frame["title"] if len(title) > 6]
    assert [title for title in titles if json.dumps(title)[1:-1] in json.dumps(made)] == []


@pytest.mark.parametrize(
    ("years", "marks"),
    [
        (range(1950, 1950 + MOST_TITLED), ["rule", "text", "text", "point", "point"]),
        (range(1950, 1950 + MOST_TITLED + 1), ["text", "text", "point", "point"]),
        ([1972] * 17, ["point", "point"]),
    ],
    ids=["few films", "more films", "no room"],
)
def test_names_stand_beside_the_dots_where_there_is_room(years, marks):
    index = of_years(*years)
    assert [part["mark"]["type"] for part in parts(spec(index, "light", ENGLISH)) if "mark" in part] == marks
    names = data(index, every(index), ENGLISH)["name"]
    assert names.all() if "text" in marks else not names.any()


@DOTS
def test_a_tooltip_has_no_row_for_what_is_not_known(index):
    made = json.dumps(spec(index, "light", ENGLISH))
    assert '"tooltip": [' not in made
    assert 'datum.line ? {\\"about\\": datum.line} : {}' in made


def test_the_axis_reaches_one_year_beyond_the_list():
    scales = [
        part["scale"]["domain"]
        for part in parts(spec(LISTS["published"], "light", ENGLISH))
        if part.get("field") == "year" and "scale" in part
    ]
    assert scales
    assert all(scale == [1958, 1994] for scale in scales)


def lane_of(index):
    """The lane as the page gives it: the milestones of the list's years, a few of them labelled."""
    first, last = axis_years(index)
    milestones = within(DOSSIER.milestones, first + 1, last - 1)
    names = {event.begins: event.in_languages("name") for event in DOSSIER.events}
    return HistoryTrack(milestones, *(tuple(labels(milestones, names, apart).items()) for apart in (10, 4)))


LANES = pytest.mark.parametrize(
    "index", [WITH_EVIDENCE, LISTS["foreign"], BARS["3,201 films"]], ids=["published", "foreign", "3,201 films"]
)


@LANES
def test_a_lane_brings_its_milestones_and_no_film(index):
    milestones, names, more = lane = lane_of(index)
    made = spec(index, "light", ENGLISH, lane)
    tables = [layer["data"]["values"] for layer in made["layer"] if "data" in layer]
    assert [len(table) for table in tables] == [1, len(milestones), len(milestones)]
    assert {row["text"] for row in tables[1]} == {each.text for each in milestones}
    assert {row["name"] for row in tables[1]} - {""} == {name.original for _, name in names}
    assert {row["wide"] for row in tables[1]} - {""} == {name.original for _, name in more}
    assert set(tables[1][0]) == {"year", "day", "kind", "text", "shape", "name", "wide"}


@LANES
def test_film_layers_have_no_data_of_their_own_beside_a_lane(index):
    without, made = spec(index, "light", ENGLISH), spec(index, "light", ENGLISH, lane_of(index))
    assert "data" not in made
    given = [layer for layer in made["layer"] if "data" not in layer]
    assert [layer["mark"] for layer in given] == [layer["mark"] for layer in without["layer"]]
    assert [layer["mark"]["type"] for layer in made["layer"] if "data" in layer] == ["rule", "point", "text"]
    assert "datasets" not in made


@LANES
def test_a_lane_makes_room_under_the_films_and_moves_nothing_else(index):
    without, made = spec(index, "light", ENGLISH), spec(index, "light", ENGLISH, lane_of(index))
    assert made["height"] == without["height"] + BAND
    assert made["params"] == without["params"]

    def pixels_each(chart, height):
        domain = chart["layer"][0]["encoding"]["y"]["scale"]["domain"]
        return height / (domain[1] - domain[0])

    assert pixels_each(made, made["height"] - AXIS) == pytest.approx(pixels_each(without, without["height"] - AXIS))


def test_a_lane_without_milestones_is_none():
    assert spec(WITH_EVIDENCE, "dark", ENGLISH, NO_HISTORY_TRACK) == spec(WITH_EVIDENCE, "dark", ENGLISH)
    assert spec(WITH_EVIDENCE, "dark", ENGLISH, lane_of(WITH_EVIDENCE)) != spec(WITH_EVIDENCE, "dark", ENGLISH)


def test_every_milestone_has_a_mark_of_its_own_kind():
    table = spec(WITH_EVIDENCE, "light", ENGLISH, lane_of(WITH_EVIDENCE))["layer"][-1]["data"]["values"]
    assert {(row["kind"], row["shape"]) for row in table} <= {(kind, shape) for kind, (shape, _) in SHAPES.items()}


@pytest.mark.parametrize("theme", PALETTES)
def test_a_dot_has_the_shape_and_colour_of_its_sign(theme):
    encoding = next(layer for layer in spec(WITH_EVIDENCE, theme, ENGLISH)["layer"] if layer.get("name") == FILMS)[
        "encoding"
    ]
    assert encoding["shape"] == {"field": "shape", "scale": None, "type": "nominal"}
    assert encoding["fill"]["value"] == encoding["stroke"]["value"]
    colours, _, field = encoding["fill"]["value"]["expr"].rpartition("[")
    assert (json.loads(colours), field) == (
        {sign.colour: getattr(PALETTES[theme], sign.colour) for sign in (*SIGNS.values(), PLAIN)},
        "datum.colour]",
    )
    assert tuple(STATUS_SIGNS) == STATUSES
    assert len({sign.shape for sign in STATUS_SIGNS.values()}) == len(STATUSES)


def test_the_status_is_drawn_and_said():
    table = data(WITH_EVIDENCE, every(WITH_EVIDENCE), ENGLISH)
    drawn = zip(table["id"], table["said"], table["shape"], table["colour"], strict=True)
    status = {film: DOSSIER.status(film) for film in WITH_EVIDENCE.frame["id"]}
    signs = {film: STATUS_SIGNS[each] for film, each in status.items()}
    assert {film: (said, (shape, colour)) for film, said, shape, colour in drawn} == {
        film: (status[film], (sign.shape, sign.colour)) for film, sign in signs.items()
    }
    assert set(table["by"]) == {"evidence"}
    assert table["description"].tolist()[0] == "The Sky Beckons, 1959, something contradicted"
