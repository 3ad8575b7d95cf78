from pathlib import Path

import numpy as np
import pytest

from dashboard.i18n.languages import english
from dashboard.lists.loading import load
from dashboard.lists.source import published_source
from dashboard.query import url
from dashboard.query.filters import filters
from dashboard.query.in_words import (
    film_name,
    filters_in_words,
    heading,
    ignored_sentence,
    shown_of,
    timeline_sentence,
    view_in_words,
)
from dashboard.query.index import Index
from dashboard.query.url import IGNORED, Ignored
from dashboard.query.view import View
from tests.foreign import films, index_of

ENGLISH = english()

PUBLISHED = Index(load(published_source()))
SOME_YEARS = index_of("title,year\nA,1972\nB,\nC,\n")
ONE_WITHOUT = index_of("title,year\nA,1972\nB,1972\nC,\n")
NO_YEARS = index_of("title\nA\nB\n")
LONG = index_of(films(3201))


@pytest.mark.parametrize(
    ("index", "number", "said"),
    [
        (PUBLISHED, 0, "0 of 10 films"),
        (PUBLISHED, 10, "10 of 10 films"),
        (LONG, 1000, "1,000 of 3,201 films"),
        (index_of("title\nA\n"), 1, "1 of 1 film"),
    ],
)
def test_shown_of(index, number, said):
    assert shown_of(index, number, ENGLISH) == said


THEMES = ("rescue", "adventure")


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (View().with_values("themes", THEMES), "Themes: rescue or adventure"),
        (View().with_values("themes", THEMES).with_mode("themes", "all"), "Themes: rescue and adventure"),
        (
            View().with_values("themes", THEMES).with_mode("themes", "none"),
            "Themes: without “rescue” · Themes: without “adventure”",
        ),
        (View().with_values("themes", THEMES[:1]).with_mode("themes", "all"), "Themes: rescue"),
        (View().with_values("decade", ("1960s", "1970s")), "1960s or 1970s"),
        (
            View().with_values("decade", ("1960s", "1970s")).with_values("themes", THEMES).with_years((1960, 1979)),
            "1960–1979 · 1960s or 1970s · Themes: rescue or adventure",
        ),
    ],
    ids=["any", "all", "none", "all of one", "decades", "several filters"],
)
def test_how_a_filter_asks_for_several_values_is_in_the_words(view, words):
    assert view_in_words(PUBLISHED, view, 2, ENGLISH) == f"2 of 10 films · {words}"


def test_view_in_words():
    view = View(search="mars", years=(1960, 1990)).with_values("destination", ("Mars",))
    assert view_in_words(PUBLISHED, View(), 10, ENGLISH) == "10 of 10 films"
    assert view_in_words(PUBLISHED, view, 2, ENGLISH) == "2 of 10 films · “mars” · 1960–1990 · Destination: Mars"


def test_of_many_filters_the_first_are_in_words():
    index = index_of("title,director\n" + "".join(f"A,d{number:03}\nB,d{number:03}\n" for number in range(500)))
    view = View().with_values("director", index.facets["director"].values)
    named = ", ".join(f"d{number:03}" for number in range(19))
    assert view_in_words(index, view, 2, ENGLISH) == f"2 of 1,000 films · Director: {named} or d019 · and 480 more"


def test_a_range_in_words():
    index = index_of("title,running_time_min\nA,60\nB,1500\nC,\n")
    view = View().with_range("running_time_min", (None, 1200))
    assert view_in_words(index, view, 1, ENGLISH) == "1 of 3 films · Running time: up to 1,200 min"


def test_named():
    view = View(search="mars", years=(1960, None)).with_values("destination", ("Mars",))
    assert filters_in_words(PUBLISHED, filters(PUBLISHED, view), ENGLISH) == "“mars”, from 1960 and Destination: Mars"
    assert filters_in_words(PUBLISHED, (), ENGLISH) == ""


def test_film_name():
    assert film_name(PUBLISHED, "solaris-1972", ENGLISH) == "Solaris (1972)"
    assert film_name(SOME_YEARS, "b", ENGLISH) == "B (no year)"


def test_heading_of_a_long_title():
    assert heading("w\n" * 400, np.nan, ENGLISH) == "w " * 199 + "w… (no year)"


LEFT_OUT = "Parts of the link do not fit this list and were left out: "


@pytest.mark.parametrize(
    ("ignored", "said"),
    [
        ([Ignored("unknown parameter", "planet", "Mars")], "this page does not know “planet=Mars”."),
        ([Ignored("unknown parameter", "planet", "")], "this page does not know “planet”."),
        ([Ignored("unknown value", "destination", "Pluto")], "Destination has no “Pluto” here."),
        (
            [Ignored("list not here", "list", "k-1")],
            "its list is not here any more (it expired, it was deleted, or the link is damaged).",
        ),
        ([Ignored("unknown film", "film", "stalker-1979")], "no film here has the id “stalker-1979”."),
        (
            [Ignored("too long", "q", "x" * 201)],
            f"a search has at most 200 characters, “{'x' * 39}…” is longer.",
        ),
        ([Ignored("not years", "years", "soon")], "“soon” is not a range of years (such as 1960-1984)."),
        ([Ignored("years elsewhere", "years", "2001")], "no film here is from “2001”."),
        ([Ignored("not a range", "rating", "good")], "“good” is not a range of Rating (such as 60..120)."),
        ([Ignored("range elsewhere", "rating", "11..")], "no film here has Rating within “11..”."),
        ([Ignored("not seen films", "compared", "!")], "“!” does not name films seen."),
        (
            [Ignored("seen films gone", "compared", "2")],
            "not every film seen is in the list (missing: “2”).",
        ),
        (
            [Ignored("seen films unclear", "compared", "1")],
            "it is not clear which films were seen (unclear: “1”).",
        ),
        (
            [Ignored("seen films of a tab", "compared", "tab")],
            "which films were seen is known only in the tab that compared the lists.",
        ),
        ([Ignored("too many seen films", "compared", "3")], "a link can call 1,200 films seen (“3” more were named)."),
        ([Ignored("not other films", "there", "x")], "what only the other list has is damaged."),
        ([Ignored("given twice", "q", "b")], "q is given twice, “b” was left out."),
        ([Ignored("too many sorts", "sort", "a")], "films are sorted by two columns at most, “a” was left out."),
        ([Ignored("too many cards", "open", "a")], "at most 20 cards are open at once, “a” is not."),
        ([Ignored("unknown language", "lang", "xx")], "this page has no language “xx”."),
        ([Ignored("too many picks", "pick", "a")], "a shortlist has at most 50 films, “a” is not on it."),
        (
            [Ignored("not a showing", "on", "a@soon")],
            "“a@soon” is not a film with day and time (such as solaris-1972@2026-12-01T19:30).",
        ),
        (
            [Ignored("modes clash", "themes", "none")],
            "of Themes, the link asks for all values and for none at once.",
        ),
        ([Ignored("not picked", "on", "a")], "“a” is given a time but is not on the shortlist."),
        (
            [Ignored("title too long", "programme", "x" * 121)],
            f"the title of a programme has at most 120 characters, “{'x' * 39}…” is longer.",
        ),
        (
            [Ignored("unknown value", "{name}" + "n" * 40, "{value}\n</p>")],
            f"{{name}}{'n' * 33}… has no “{{value}} </p>” here.",
        ),
        (
            [Ignored("unknown value", "Kind", letter) for letter in "abcdefg"],
            "Kind has no “a” here, Kind has no “b” here, Kind has no “c” here, Kind has no “d” here, "
            "Kind has no “e” here and 2 more.",
        ),
    ],
    ids=[next(iter(IGNORED)), "no value", *[*IGNORED][1:], "long and odd", "many"],
)
def test_ignored_sentence(ignored, said):
    assert ignored_sentence(ignored, ENGLISH) == LEFT_OUT + said


def test_every_reason_to_ignore_a_part_of_a_link_is_given_by_some_parameter():
    source = Path(url.__file__).read_text(encoding="utf-8")
    assert [kind for kind in IGNORED if source.count(f'"{kind}"') < 2] == []


# Which films of the list are shown, by position
TIMELINES = {
    "all": (PUBLISHED, range(10), "10 films from 1959 to 1993. Most are from the 1980s (4)."),
    "some": (
        PUBLISHED,
        [0, 1, 3],
        "3 of 10 films from 1967 to 1972; the others are drawn pale. Most are from the 1970s (2).",
    ),
    "one decade": (PUBLISHED, [0, 3], "2 of 10 films from 1971 to 1972; the others are drawn pale."),
    "one": (PUBLISHED, [0], "1 of 10 films from 1972; the others are drawn pale."),
    "none": (PUBLISHED, [], "No film with a year matches; all of them are drawn pale."),
    "tie": (
        PUBLISHED,
        [0, 1, 2, 3, 8, 9],
        "6 of 10 films from 1959 to 1993; the others are drawn pale. Most are from the 1970s and 1990s (2 each).",
    ),
    "all tie": (
        PUBLISHED,
        [1, 2],
        "2 of 10 films from 1959 to 1967; the others are drawn pale. Each of 2 decades has 1.",
    ),
    "missing years": (
        SOME_YEARS,
        range(3),
        "1 film from 1972. 2 films of the list have no year and no place on the axis.",
    ),
    "missing years, none with a year": (
        SOME_YEARS,
        [1],
        "No film with a year matches; all of them are drawn pale. "
        "2 films of the list have no year and no place on the axis, 1 of them shown.",
    ),
    "one missing year": (
        ONE_WITHOUT,
        [0],
        "1 of 3 films from 1972; the others are drawn pale. "
        "1 film of the list has no year and no place on the axis, 0 of them shown.",
    ),
    "missing years, every year shown": (
        SOME_YEARS,
        [0],
        "1 of 3 films from 1972. 2 films of the list have no year and no place on the axis, 0 of them shown.",
    ),
    "no years at all": (NO_YEARS, range(2), "No film of this list has a year, so there is no timeline."),
    "no years at all, none shown": (NO_YEARS, [], "No film of this list has a year, so there is no timeline."),
}


@pytest.mark.parametrize("name", TIMELINES)
def test_timeline_sentence(name):
    index, rows, said = TIMELINES[name]
    mask = np.zeros(len(index), dtype=np.bool_)
    mask[list(rows)] = True
    assert timeline_sentence(index, mask, ENGLISH) == said


def test_timeline_sentence_of_a_long_list():
    known = LONG.frame["year"].dropna()
    most = known.floordiv(10).value_counts()
    assert timeline_sentence(LONG, np.ones(3201, dtype=np.bool_), ENGLISH) == (
        f"{len(known):,} films from {known.min()} to {known.max()}. "
        f"Most are from the {most.idxmax()}0s ({most.max()}). "
        f"{3201 - len(known)} films of the list have no year and no place on the axis."
    )
