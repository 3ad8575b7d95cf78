"""The statements by verdict, as one chart."""

from copy import deepcopy

import altair as alt
import pytest

from dashboard.charts.theme import PALETTES, STATUS_SIGNS, VERDICT_SIGNS
from dashboard.charts.verdicts import ROW, chart, data, rows
from dashboard.evidence.claims import VERDICTS, Claim, tally
from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.source import published_source
from tests.charts.test_theme import contrast

ENGLISH = english()

OURS = load_list(published_source()).claims
THEMES = pytest.mark.parametrize("theme", PALETTES)


def of(*pairs):
    return tuple(Claim("a", field, "q", field, verdict, "", "", "", "", None) for field, verdict in pairs)


ONE = of(("title", "judgement"))
THREE = of(("title", "supported"), ("fact", "judgement"), ("title", "supported"))


@pytest.mark.parametrize("claims", [OURS, ONE, THREE], ids=["ours", "one", "three"])
def test_the_shares_of_a_bar_are_the_whole_of_it(claims):
    table = data(claims, ENGLISH)
    for of_what, numbers in rows(claims, ENGLISH):
        bar = table[table["of"] == of_what]
        assert (bar["end"] - bar["start"]).sum() == pytest.approx(1)
        assert (bar["start"].iloc[0], bar["end"].iloc[-1]) == (0, 1)
        assert bar["start"].tolist()[1:] == bar["end"].tolist()[:-1]
        assert ((bar["start"] + bar["end"]) / 2).tolist() == pytest.approx(bar["middle"].tolist())
        assert dict(zip(bar["verdict"], bar["statements"], strict=True)) == {v: n for v, n in numbers.items() if n}


def test_data_in_full():
    assert list(data(THREE, ENGLISH).itertuples(index=False, name=None)) == [
        ("All statements", "supported", "supported", 2, 0, 2 / 3, 1 / 3, "✓ 2"),
        ("All statements", "judgement", "judgement", 1, 2 / 3, 1, pytest.approx(5 / 6), "~ 1"),
        ("Fact lines", "judgement", "judgement", 1, 0, 1, 0.5, "~ 1"),
    ]


def test_no_bar_for_fact_lines_where_there_are_none():
    assert [of_what for of_what, _ in rows(ONE, ENGLISH)] == ["All statements"]
    assert data((), ENGLISH).empty


def test_labels_of_ours():
    assert data(OURS, ENGLISH)["label"].tolist() == ["✓ 11", "✗ 18", "? 29", "~ 5", "✓ 3", "✗ 8", "? 7"]
    assert rows(OURS, ENGLISH)[0] == ("All statements", tally(OURS))


@THEMES
def test_a_label_is_legible_on_its_bar(theme):
    palette = PALETTES[theme]
    made = chart(OURS, theme, ENGLISH)
    assert alt.Chart.from_dict(deepcopy(made)).to_dict() == made
    bars, names = made["layer"]
    assert bars["encoding"]["color"]["scale"]["domain"] == list(VERDICTS)
    colours = bars["encoding"]["color"]["scale"]["range"]
    assert colours == [getattr(palette, VERDICT_SIGNS[verdict].colour) for verdict in VERDICTS]
    assert min(contrast(names["mark"]["color"], colour) for colour in colours) >= 4.5


@THEMES
def test_signs_are_legible_on_both_backgrounds(theme):
    palette = PALETTES[theme]
    colours = {getattr(palette, sign.colour) for sign in (*STATUS_SIGNS.values(), *VERDICT_SIGNS.values())}
    assert min(contrast(colour, ground) for colour in colours for ground in (palette.background, palette.panel)) >= 4.5


def test_verdicts_are_told_apart_without_colour():
    assert set(VERDICT_SIGNS) == set(VERDICTS)
    assert len({sign.symbol for sign in VERDICT_SIGNS.values()}) == len(VERDICTS)


@THEMES
@pytest.mark.parametrize(("claims", "bars"), [(OURS, 2), (ONE, 1)], ids=["ours", "one"])
def test_the_chart_draws_the_data(theme, claims, bars):
    made = chart(claims, theme, ENGLISH)
    assert [layer["data"]["values"] for layer in made["layer"]] == [data(claims, ENGLISH).to_dict("records")] * 2
    assert not {"data", "datasets"} & set(made)
    assert made["height"] == ROW * bars
