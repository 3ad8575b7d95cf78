from functools import reduce

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.i18n.languages import english
from dashboard.lists.loading import load, load_list
from dashboard.lists.source import published_source
from dashboard.query.filters import (
    SEARCH,
    YEARS,
    Filter,
    combined,
    counts,
    filters,
    hiding,
    masks,
    offered,
    ways_out,
    without,
)
from dashboard.query.in_words import filter_in_words
from dashboard.query.index import Index
from dashboard.query.order import ordered
from dashboard.query.view import ALL_YEARS, Sort, View
from tests.foreign import crowded, films, index_of
from tests.query.views import views
from tests.work import Work

ENGLISH = english()

PUBLISHED = Index(load(published_source()))
FOREIGN = index_of(films(100))
CROWDED = index_of(crowded())
LONG_AND_SHORT = index_of(
    "title,running_time_min,rating,kind\nA,90,8.1,x\nB,60,,x\nC,,7.5,y\nD,120,9,y\nE,1500,8.1,y\n"
)
WITH_EVIDENCE = Index(load_list(published_source()).films)
SOLARIS, PILOT, SKY, DAWN, ASPERA, STATION, STAR, VOYAGE, JOURNEY, FLIGHT = ALL = (
    "solaris-1972",
    "star-pilot-1967",
    "the-sky-beckons-1959",
    "the-dawn-of-the-cosmos-1971",
    "per-aspera-ad-astra-1981",
    "the-orbital-station-1983",
    "the-star-of-the-cosmos-1984",
    "the-space-voyage-1987",
    "the-cosmic-journey-1990",
    "the-last-flight-1993",
)
THEMES = View().with_values("themes", ("sacrifice", "adventure"))
BOTH_THEMES = THEMES.with_mode("themes", "all")
NO_THEMES = THEMES.with_mode("themes", "none")
NO_SACRIFICE, NO_ADVENTURE = (Filter("themes", value, excludes=True) for value in ("sacrifice", "adventure"))
MARS, VENUS = (Filter("destination", value) for value in ("Mars", "Venus"))
SACRIFICE, ADVENTURE = (Filter("themes", value) for value in ("sacrifice", "adventure"))
NOT_EIGHTIES = (SOLARIS, PILOT, SKY, DAWN, JOURNEY, FLIGHT)
NINETIES = Filter("decade", "1990s")


def run_query(index, view):
    return combined(index, masks(index, view))


def chosen(**facets):
    return reduce(lambda view, facet: view.with_values(*facet), facets.items(), View())


def by(*words):
    return View().with_order(*map(Sort.named, words))


def ids(index, view):
    return tuple(index.frame["id"].iloc[ordered(index, run_query(index, view), view, ENGLISH)])


VIEWS = {
    "empty": (View(), ALL),
    "cleared": (BOTH_THEMES.with_years((1970, None)).with_search("mars").unfiltered(), ALL),
    "only all-of, nothing chosen": (View().with_mode("themes", "all"), ALL),
    "facet this list lacks": (chosen(studio=("Mosfilm",)), ALL),
    "search": (View(search="mars"), (PILOT, STAR)),
    "search without words": (View(search="  "), ALL),
    "search, two words": (View(search="mars rescue"), (PILOT,)),
    "search in vain": (View(search="jupiter"), ()),
    "years": (View(years=(1967, 1972)), (SOLARIS, PILOT, DAWN)),
    "one year": (View(years=(1972, 1972)), (SOLARIS,)),
    "years from": (View(years=(1987, None)), (VOYAGE, JOURNEY, FLIGHT)),
    "years to": (View(years=(None, 1967)), (PILOT, SKY)),
    "years out of range": (View(years=(1994, None)), ()),
    "value": (chosen(destination=("Venus",)), (DAWN,)),
    "any of two values": (chosen(destination=("Venus", "Mars")), (PILOT, DAWN, STAR)),
    "unknown value": (chosen(destination=("Pluto",)), ()),
    "decades": (chosen(decade=("1950s", "1990s")), (SKY, JOURNEY, FLIGHT)),
    "any of": (THEMES, (PILOT, SKY, STAR, VOYAGE)),
    "all of": (BOTH_THEMES, (SKY,)),
    "none of": (THEMES.with_mode("themes", "none"), (SOLARIS, DAWN, ASPERA, STATION, JOURNEY, FLIGHT)),
    "none of one value": (chosen(decade=("1980s",)).with_mode("decade", "none"), NOT_EIGHTIES),
    "none of every value": (
        chosen(decade=("1950s", "1960s", "1970s", "1980s", "1990s")).with_mode("decade", "none"),
        (),
    ),
    "none of an unknown value": (chosen(destination=("Pluto",)).with_mode("destination", "none"), ALL),
    "only none-of, nothing chosen": (View().with_mode("themes", "none"), ALL),
    "all of in vain": (chosen(themes=("sacrifice", "ethics")).with_mode("themes", "all"), ()),
    "all at once": (
        chosen(destination=("Mars",), decade=("1980s",)).with_search("cosmonaut").with_years((1984, None)),
        (STAR,),
    ),
    "newest first": (View(years=(None, 1971)).with_order(Sort("year", True)), (DAWN, PILOT, SKY)),
}


@pytest.mark.parametrize("name", VIEWS)
def test_films_of_a_view(name):
    view, films_shown = VIEWS[name]
    assert ids(PUBLISHED, view) == films_shown


@pytest.mark.parametrize(
    ("years", "titles"),
    [
        (ALL_YEARS, ["A", "B", "C"]),
        ((1900, None), ["A", "C"]),
        ((None, 2000), ["A", "C"]),
        ((1972, 1972), ["A"]),
        ((1974, None), []),
    ],
)
def test_a_film_without_a_year_is_in_no_range(years, titles):
    index = index_of("title,year\nA,1972\nB,\nC,1973\n")
    assert index.frame["title"][run_query(index, View(years=years))].tolist() == titles


@pytest.mark.parametrize(
    ("ranges", "titles"),
    [
        ({}, "ABCDE"),
        ({"rating": (None, None)}, "ABCDE"),
        ({"rating": (8.1, None)}, "ADE"),
        ({"rating": (None, 8.1)}, "ACE"),
        ({"rating": (8.1, 8.1)}, "AE"),
        ({"rating": (8.2, 8.9)}, ""),
        ({"running_time_min": (60, 120)}, "ABD"),
        ({"running_time_min": (0, None)}, "ABDE"),
        ({"running_time_min": (60, 120), "rating": (None, 8.5)}, "A"),
        ({"gross": (0, 1)}, "ABCDE"),
    ],
    ids=str,
)
def test_a_film_without_a_number_is_in_no_range(ranges, titles):
    view = reduce(lambda view, each: view.with_range(*each), ranges.items(), View())
    assert "".join(LONG_AND_SHORT.frame["title"][run_query(LONG_AND_SHORT, view)]) == titles


@pytest.mark.parametrize(("limits", "titles"), [((0, None), "BC"), ((None, 0), "AB"), ((0, 0), "B"), ((-5, -1), "A")])
def test_limits_of_zero_and_less(limits, titles):
    index = index_of("title,Profit\nA,-5\nB,0\nC,7.5\nD,\n")
    assert "".join(index.frame["title"][run_query(index, View().with_range("Profit", limits))]) == titles


def test_a_column_may_be_called_like_a_clause():
    rows = [f"F{at},{'ab'[at % 2]},{'cd'[at // 3]},{1970 + at}" for at in range(6)]
    index = index_of("\n".join(["title,search,years,year", *rows]))
    view = View(search="f", years=(1971, None)).with_values("search", ("a",)).with_values("years", ("d",))
    assert ids(index, view) == ("f4-1974",)
    search, years, *own = filters(index, view)
    assert [filter_in_words(index, each, ENGLISH) for each in (search, years, *own)] == [
        "“f”",
        "from 1971",
        "search: a",
        "years: d",
    ]
    assert without(view, search) == view.with_search("")
    assert without(view, years) == view.with_years(ALL_YEARS)
    assert reduce(without, own, view) == View(search="f", years=(1971, None))


def choosing(view, facet, value):
    """What the count beside a value promises."""
    adds = view.mode(facet.name) != "any"
    return view.with_values(facet.name, (*view.values(facet.name), value) if adds else (value,))


@pytest.mark.parametrize("index", [PUBLISHED, FOREIGN, CROWDED], ids=["published", "foreign", "crowded"])
@given(data=st.data())
def test_counts_are_what_choosing_shows(index, data):
    view = data.draw(views(index))
    passing = masks(index, view)
    for facet in index.facets.values():
        promised = dict(zip(facet.values, counts(index, view, facet, passing).tolist(), strict=True))
        assert promised == {value: run_query(index, choosing(view, facet, value)).sum() for value in facet.values}


def test_counts():
    def themes(view):
        facet = PUBLISHED.facets["themes"]
        found = counts(PUBLISHED, view, facet, masks(PUBLISHED, view)).tolist()
        return {value: found[facet.code_of[value]] for value in ("adventure", "sacrifice", "ethics")}

    assert themes(View()) == {"adventure": 3, "sacrifice": 2, "ethics": 1}
    assert themes(THEMES) == {"adventure": 3, "sacrifice": 2, "ethics": 1}
    assert themes(BOTH_THEMES) == {"adventure": 1, "sacrifice": 1, "ethics": 0}
    assert themes(THEMES.with_mode("themes", "none")) == {"adventure": 6, "sacrifice": 6, "ethics": 5}
    assert themes(View().with_mode("themes", "none")) == {"adventure": 7, "sacrifice": 8, "ethics": 9}
    assert themes(THEMES.with_years((None, 1967))) == {"adventure": 2, "sacrifice": 1, "ethics": 0}


BY_FILMS = index_of("title,year,director\nA,1970,a\nB,1970,b\nC,1970,b\nD,1970,d\nE,1980,c\nF,1980,c\n")


@pytest.mark.parametrize(
    ("value_order", "mode", "years", "values"),
    [
        ("name", "any", (1970, 1970), "abdc"),
        ("name", "none", (1970, 1970), "abcd"),
        ("films", "any", (1970, 1970), "badc"),
        ("films", "all", (1970, 1970), "badc"),
        ("films", "none", (1970, 1970), "badc"),
        ("films", "none", (1980, 1980), "abdc"),
        ("films", "any", ALL_YEARS, "bcad"),
    ],
    ids=str,
)
def test_a_filter_of_many_values_offers_them_by_name_or_by_their_films(value_order, mode, years, values):
    facet = BY_FILMS.facets["director"]
    view = View(years=years, value_order=value_order).with_mode("director", mode)
    numbers = counts(BY_FILMS, view, facet, masks(BY_FILMS, view)).tolist()
    assert "".join(offered(facet, view, numbers)) == values


@pytest.mark.parametrize("index", [PUBLISHED, FOREIGN, CROWDED], ids=["published", "foreign", "crowded"])
@given(data=st.data())
def test_what_has_none_of_some_values_is_all_that_has_not_any_of_them(index, data):
    name = data.draw(st.sampled_from(sorted(index.facets)))
    values = data.draw(st.lists(st.sampled_from(index.facets[name].values), min_size=1, unique=True).map(tuple))
    any_of = run_query(index, View().with_values(name, values))
    none_of = run_query(index, View().with_values(name, values).with_mode(name, "none"))
    assert (none_of == ~any_of).all()


def test_a_film_without_a_value_has_none_of_them():
    index = index_of("title,year,kind\nA,1961,x\nB,,\nC,1962,y\nD,1971,x\nE,1972,x\n")
    for name, value in (("decade", "1960s"), ("kind", "x")):
        view = View().with_values(name, (value,)).with_mode(name, "none")
        assert "B" in index.frame["title"][run_query(index, view)].tolist()


@given(view=views(FOREIGN))
def test_filtering_keeps_the_order_of_the_whole_list(view):
    passing = run_query(FOREIGN, view)
    whole = ordered(FOREIGN, run_query(FOREIGN, View()), view, ENGLISH)
    assert ordered(FOREIGN, passing, view, ENGLISH).tolist() == [row for row in whole.tolist() if passing[row]]


TIES = index_of("title,year\nb,1972\nÉa,\nB,1960\na,1972\nЁ,\nc,1960\n")


@pytest.mark.parametrize(
    ("order", "rows"),
    [
        ("listed", [0, 1, 2, 3, 4, 5]),
        ("listed-desc", [5, 4, 3, 2, 1, 0]),
        ("year", [2, 5, 0, 3, 1, 4]),
        ("year-desc", [0, 3, 2, 5, 1, 4]),
        ("title", [3, 0, 2, 5, 1, 4]),
        ("title-desc", [4, 1, 5, 0, 2, 3]),
    ],
)
def test_ordered(order, rows):
    view = by(order)
    mask = run_query(TIES, view)
    assert ordered(TIES, mask, view, ENGLISH).tolist() == rows
    assert ordered(TIES, ~mask, view, ENGLISH).tolist() == []
    mask[0] = False
    assert ordered(TIES, mask, view, ENGLISH).tolist() == [row for row in rows if row]


CONTRADICTED, HOLDING = (PILOT, SKY, ASPERA, STATION, FLIGHT), (SOLARIS,)
NOT_ESTABLISHED = (DAWN, STAR, VOYAGE, JOURNEY)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("evidence", (*CONTRADICTED, *HOLDING, *NOT_ESTABLISHED)),
        ("evidence-desc", (*NOT_ESTABLISHED, *HOLDING, *CONTRADICTED)),
    ],
)
def test_ordered_by_evidence(order, expected):
    assert ids(WITH_EVIDENCE, by(order)) == expected


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (chosen(evidence=("something contradicted",)), CONTRADICTED),
        (chosen(evidence=("everything checked holds", "not established")), (SOLARIS, DAWN, STAR, VOYAGE, JOURNEY)),
        (chosen(identity=("another film",)), (PILOT,)),
        (chosen(identity=("identified",), evidence=("something contradicted",)), (SKY, ASPERA)),
    ],
    ids=["one status", "two statuses", "identity", "both"],
)
def test_evidence_and_identity_filter(view, expected):
    assert ids(WITH_EVIDENCE, view) == expected


@pytest.mark.parametrize(("order", "sign"), [("year", 1), ("year-desc", -1)])
def test_ties_of_a_long_list_keep_its_order(order, sign):
    index = index_of(films(3201))
    years = index.frame["year"].tolist()
    by_year = sorted(
        range(3201), key=lambda row: (years[row] is pd.NA, 0 if years[row] is pd.NA else sign * years[row])
    )
    view = by(order)
    assert ordered(index, run_query(index, view), view, ENGLISH).tolist() == by_year


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (View(), []),
        (View(modes=(("themes", "all"),), order=(Sort("title"),), film=SOLARIS), []),
        (chosen(studio=("Mosfilm",)), []),
        (View(search="x" * 50), ["“" + "x" * 39 + "…”"]),
        (View(years=(1972, 1972)), ["1972"]),
        (
            NO_THEMES.with_values("decade", ("1990s",)),
            ["1990s", "Themes: without “sacrifice”", "Themes: without “adventure”"],
        ),
        (chosen(decade=("1960s",)).with_mode("decade", "none"), ["without 1960s"]),
        (
            chosen(themes=("ethics",), destination=("Mars", "Venus"), decade=("1990s",))
            .with_years((None, 1970))
            .with_search("Mars"),
            ["“Mars”", "to 1970", "1990s", "Destination: Mars", "Destination: Venus", "Themes: ethics"],
        ),
    ],
    ids=[
        "empty",
        "no filter",
        "facet this list lacks",
        "long search",
        "year",
        "none of",
        "none of a decade",
        "all kinds",
    ],
)
def test_filters_in_words(view, words):
    assert [filter_in_words(PUBLISHED, each, ENGLISH) for each in filters(PUBLISHED, view)] == words


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ((60, 120), "Running time: 60–120 min"),
        ((None, 90), "Running time: up to 90 min"),
        ((1000.5, None), "Running time: from 1,000.5 min"),
        ((90, 90), "Running time: 90 min"),
        ((None, None), None),
    ],
    ids=str,
)
def test_a_range_in_words(limits, words):
    view = View().with_range("running_time_min", limits).with_values("kind", ("x",)).with_range("gross", (1, 2))
    said = [filter_in_words(LONG_AND_SHORT, each, ENGLISH) for each in filters(LONG_AND_SHORT, view)]
    assert said == [*filter(None, [words]), "Kind: x"]


def test_a_range_without_a_unit_and_in_the_lists_order():
    view = View().with_range("rating", (7.5, None)).with_range("running_time_min", (60, None))
    assert [filter_in_words(LONG_AND_SHORT, each, ENGLISH) for each in filters(LONG_AND_SHORT, view)] == [
        "Running time: from 60 min",
        "Rating: from 7.5",
    ]


def test_without_a_range():
    view = View(search="x").with_range("rating", (7.5, None)).with_range("running_time_min", (60, 90))
    search, time, rating = filters(LONG_AND_SHORT, view)
    assert (time.clause, time.value) == ("running_time_min", "")
    assert without(view, rating) == View(search="x").with_range("running_time_min", (60, 90))
    assert reduce(without, (search, time, rating), view) == View()
    assert without(View(), rating) == View()


def test_what_hides_a_film_without_a_number_and_the_ways_out():
    view = View().with_range("rating", (9, None)).with_range("running_time_min", (None, 100))
    time, rating = filters(LONG_AND_SHORT, view)
    passing = masks(LONG_AND_SHORT, view)
    assert hiding(LONG_AND_SHORT, view, "b", passing) == (rating,)
    assert hiding(LONG_AND_SHORT, view, "c", passing) == (time, rating)
    assert ways_out(LONG_AND_SHORT, view) == [((rating,), without(view, rating), 2), ((time,), without(view, time), 1)]


def test_without():
    view = BOTH_THEMES.with_search("mars").with_years((1970, None)).with_values("decade", ("1990s",))
    search, years, decade, sacrifice, adventure = filters(PUBLISHED, view)
    assert (decade, sacrifice, adventure) == (NINETIES, SACRIFICE, ADVENTURE)
    assert without(view, search) == view.with_search("")
    assert without(view, years) == view.with_years(ALL_YEARS)
    assert without(view, decade) == view.with_values("decade", ())
    assert without(view, sacrifice) == view.with_values("themes", ("adventure",))
    assert without(view, MARS) == view
    everything = reduce(without, (search, years, decade, sacrifice, adventure), view)
    assert (everything, ids(PUBLISHED, everything)) == (View(modes=(("themes", "all"),)), ALL)


@pytest.mark.parametrize(
    ("view", "film", "by"),
    [
        (View(), SOLARIS, ()),
        (THEMES, STAR, ()),
        (THEMES, SOLARIS, (SACRIFICE, ADVENTURE)),
        (NO_THEMES, SOLARIS, ()),
        (NO_THEMES, STAR, (NO_SACRIFICE,)),
        (NO_THEMES, SKY, (NO_SACRIFICE, NO_ADVENTURE)),
        (BOTH_THEMES, STAR, (ADVENTURE,)),
        (BOTH_THEMES, SOLARIS, (SACRIFICE, ADVENTURE)),
        (chosen(destination=("Mars", "Venus"), decade=("1990s",)), STAR, (NINETIES,)),
        (chosen(destination=("Mars", "Venus")), SKY, (MARS, VENUS)),
        (
            View(search="venus", years=(1980, None)),
            SOLARIS,
            (Filter(SEARCH, "venus"), Filter(YEARS, limits=(1980, None))),
        ),
    ],
    ids=[
        "empty",
        "shown",
        "any of",
        "none of, shown",
        "none of",
        "none of, has both",
        "all of, has one",
        "all of, has none",
        "decade",
        "no value",
        "search and years",
    ],
)
def test_hiding(view, film, by):
    assert hiding(PUBLISHED, view, film, masks(PUBLISHED, view)) == by


@pytest.mark.parametrize("index", [FOREIGN, CROWDED], ids=["foreign", "crowded"])
@given(data=st.data())
def test_dropping_what_hides_a_film_shows_it(index, data):
    view, film = data.draw(views(index)), data.draw(st.sampled_from(index.frame["id"].tolist()))
    row = index.position[film]
    by = hiding(index, view, film, masks(index, view))
    assert bool(by) != run_query(index, view)[row]
    assert run_query(index, reduce(without, by, view))[row]


@pytest.mark.parametrize(
    ("view", "ways"),
    [
        (View(), []),
        (chosen(destination=("Mars",), decade=("1990s",)), [((NINETIES,), 2), ((MARS,), 2)]),
        (
            chosen(destination=("Mars", "Venus")).with_search("tarkovsky"),
            [((Filter(SEARCH, "tarkovsky"),), 3), ((MARS, VENUS), 1)],
        ),
        (
            chosen(themes=("ethics", "adventure")).with_mode("themes", "all"),
            [((Filter("themes", "ethics"),), 3), ((ADVENTURE,), 1)],
        ),
        (
            chosen(themes=("sacrifice", "adventure")).with_mode("themes", "none").with_values("destination", ("Mars",)),
            [((MARS,), 6), ((NO_SACRIFICE,), 1), ((NO_ADVENTURE,), 1)],
        ),
        (chosen(destination=("Mars",), decade=("1990s",)).with_search("jupiter"), []),
    ],
    ids=["empty", "tie", "any of is dropped whole", "all of, one by one", "none of, one by one", "none alone"],
)
def test_ways_out(view, ways):
    assert ways_out(PUBLISHED, view) == [(dropped, reduce(without, dropped, view), films) for dropped, films in ways]


@given(view=views(FOREIGN))
def test_ways_out_show_what_they_promise(view):
    found = ways_out(FOREIGN, view)
    assert [len(ids(FOREIGN, rest)) for _, rest, _ in found] == [number for *_, number in found]
    assert [number for *_, number in found] == sorted((number for *_, number in found), reverse=True)
    assert all(number > 0 for *_, number in found)


def test_a_thousand_values_of_which_a_film_must_have_all_cost_no_more_than_the_list():
    names = [f"d{number}" for number in range(1_000)]
    rows = "".join(f"Film {number},{names[number % 1_000]}; {names[number % 7]}\n" for number in range(5_000))
    index = index_of("title,director\n" + rows)
    view = View(open=("film-0", "film-9")).with_values("director", tuple(names)).with_mode("director", "all")
    with Work() as work:
        passing = masks(index, view)
        assert (passing["director"].any(), ways_out(index, view)) == (False, [])
        assert [len(hiding(index, view, film, passing)) for film in view.open] == [999, 998]
        assert without(view, *filters(index, view)) == View(open=view.open, modes=view.modes)
    assert work.calls < 50 * 1_000
    assert work.peak < 100 * 5_000
