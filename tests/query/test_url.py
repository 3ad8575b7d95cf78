import random
import sys
from datetime import datetime
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.lists.loading import load, load_list
from dashboard.lists.source import published_source
from dashboard.model.schema import SCHEMA
from dashboard.query.facets import DECADE
from dashboard.query.index import Index
from dashboard.query.search.grammar import LONGEST_READ, clean_search
from dashboard.query.url import MOST_READ, RESERVED, Ignored, list_named, parameter, parameters_of, parse, to_link
from dashboard.query.view import ALL_YEARS, NO_LIMITS, Sort, View, pages, within
from tests.foreign import crowded, films, index_of
from tests.query.views import compared_views, views
from tests.work import Work

PUBLISHED = Index(load(published_source()))
FOREIGN = index_of(films(100))
WITH_EVIDENCE = Index(load_list(published_source()).films)
OFFERED = ("published", "filmography", "own")
NO_YEARS = index_of("title,kind\nA,x\nB,y\n")
CLASHING = index_of(
    "q,film,title,c.kind,kind,director,more\n1,2,A,3,Q,x; y,4\n5,6,B,7,film,y,8\n5,6,B,7,Q,y,8\n9,6,D,7,film,y,8\n"
)
CROWDED = index_of(crowded())
NUMBERS = index_of("title,running_time_min,rating,Gross\nA,60,8.1,-1000000\nB,120,7.5,\nC,,,2000000000\n")
LISTS = pytest.mark.parametrize(
    "index",
    [PUBLISHED, WITH_EVIDENCE, FOREIGN, NO_YEARS, CLASHING, CROWDED, NUMBERS],
    ids=["published", "with evidence", "foreign", "no years", "clashing", "crowded", "numbers"],
)
NAMES = (
    *RESERVED,
    DECADE,
    "destination",
    "themes",
    "certainty",
    "rating",
    "running_time_min",
    "Gross",
    "c.q",
    "c.themes",
    "planet",
    "",
)
ANY_CHARACTER = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF]
SOLARIS, PILOT, STAR = "solaris-1972", "star-pilot-1967", "the-star-of-the-cosmos-1984"
EVENING, LATER = datetime(2026, 12, 1, 19, 30), datetime(2026, 12, 2, 0, 5)


@LISTS
@given(data=st.data())
def test_a_link_leads_back_to_its_view(index, data):
    lists = ("", *OFFERED[1:])
    view = data.draw(views(index, lists) | compared_views(index, lists))
    address = urlencode(to_link(view), doseq=True)
    assert parse(parse_qs(address, keep_blank_values=True), index, OFFERED) == (view, ())


ANY_NAME = st.sampled_from(NAMES) | st.text(max_size=8)
ANY_VALUE = st.text(max_size=30) | st.text(alphabet="0123456789.-–…", max_size=9) | st.sampled_from(NAMES)


@pytest.mark.parametrize("index", [PUBLISHED, CROWDED, NUMBERS], ids=["published", "crowded", "numbers"])
@given(link=st.dictionaries(ANY_NAME, st.lists(ANY_VALUE, max_size=3)))
def test_any_link_is_a_view_whose_own_link_is_sound(index, link):
    view, _ = parse(link, index)
    assert parse(to_link(view), index) == (view, ())


@pytest.mark.parametrize("name", NAMES)
def test_ten_thousand_characters(name):
    chance = random.Random(name)
    for alphabet in (ANY_CHARACTER, "0123456789-–", "aе\u0301 "):
        junk = "".join(chance.choices(alphabet, k=10_000))
        view, ignored = parse({name: [junk, junk[::-1]], junk: [junk]}, PUBLISHED)
        assert view == View()
        assert {each.kind for each in ignored} >= {"unknown parameter"}


@pytest.mark.parametrize(
    ("view", "link"),
    [
        (View(), {}),
        (View(search="mars"), {"q": ["mars"]}),
        (View(years=(1960, 1984)), {"years": ["1960-1984"]}),
        (View(years=(1972, 1972)), {"years": ["1972"]}),
        (View(years=(1970, None)), {"years": ["1970-"]}),
        (View(years=(None, 1970)), {"years": ["-1970"]}),
        (View(list="filmography"), {"list": ["filmography"]}),
        (View(history_track=True), {"lane": ["on"]}),
        (View(history_track=False), {"lane": ["off"]}),
        (View(colour="destination"), {"colour": ["destination"]}),
        (View(colour="film"), {"colour": ["c.film"]}),
        (
            View(
                list="filmography",
                history_track=False,
                shortlist=(STAR, SOLARIS),
                showings=((SOLARIS, EVENING), (STAR, LATER)),
                programme="Space & we",
                search="mars",
                years=(1960, None),
                chosen=(("destination", ("Mars", "Venus")), ("themes", ("rescue",))),
                modes=(("destination", "none"), ("themes", "all")),
                ranges=(("rating", (7.5, None)), ("running_time_min", (60, 120))),
                more=("rating", "studio", "themes"),
                order=(Sort("rating", True), Sort("year")),
                layout="table",
                page=2,
                film=SOLARIS,
                open=(PILOT, STAR),
            ),
            {
                "list": ["filmography"],
                "q": ["mars"],
                "years": ["1960-"],
                "destination": ["Mars", "Venus"],
                "themes": ["rescue"],
                "rating": ["7.5.."],
                "running_time_min": ["60..120"],
                "all": ["themes"],
                "none": ["destination"],
                "more": ["studio"],
                "sort": ["rating-desc", "year"],
                "view": ["table"],
                "page": ["2"],
                "film": [SOLARIS],
                "open": [PILOT, STAR],
                "lane": ["off"],
                "pick": [STAR, SOLARIS],
                "on": [f"{SOLARIS}@2026-12-01T19:30", f"{STAR}@2026-12-02T00:05"],
                "programme": ["Space & we"],
            },
        ),
    ],
    ids=[
        "empty",
        "search",
        "years",
        "one year",
        "from",
        "to",
        "list",
        "lane",
        "no lane",
        "colour",
        "by a film",
        "everything",
    ],
)
def test_to_link(view, link):
    assert to_link(view) == link
    assert list(to_link(view)) == list(link)


def by(*words):
    return View().with_order(*map(Sort.named, words))


def years_ignored(kind, value):
    return Ignored(kind, "years", value)


@pytest.mark.parametrize(
    ("text", "years", "ignored"),
    [
        ("1960-1984", (1960, 1984), []),
        ("1972", (1972, 1972), []),
        ("1970-", (1970, None), []),
        ("-1970", (None, 1970), []),
        ("1984-1960", (1960, 1984), []),
        ("1960–1984", (1960, 1984), []),
        (" 1972 ", (1972, 1972), []),
        ("1968-1970", (1968, 1970), []),
        ("1959", (None, 1959), []),
        ("1993", (1993, None), []),
        ("1959-1993", ALL_YEARS, []),
        ("0-9999", ALL_YEARS, []),
        ("-9999", ALL_YEARS, []),
        ("1900-1960", (None, 1960), []),
        ("abc", ALL_YEARS, [years_ignored("not years", "abc")]),
        ("", ALL_YEARS, []),
        ("-", ALL_YEARS, [years_ignored("not years", "-")]),
        ("19721984", ALL_YEARS, [years_ignored("not years", "19721984")]),
        ("1960-1970-1980", ALL_YEARS, [years_ignored("not years", "1960-1970-1980")]),
        ("１９７２", ALL_YEARS, [years_ignored("not years", "１９７２")]),
        ("1958", ALL_YEARS, [years_ignored("years elsewhere", "1958")]),
        ("-1958", ALL_YEARS, [years_ignored("years elsewhere", "-1958")]),
        ("1994-2027", ALL_YEARS, [years_ignored("years elsewhere", "1994-2027")]),
        ("0000", ALL_YEARS, [years_ignored("years elsewhere", "0000")]),
    ],
)
def test_years(text, years, ignored):
    assert parse({"years": [text]}, PUBLISHED) == (View(years=years), tuple(ignored))


def range_of(limits):
    return View().with_range("rating", limits)


def range_ignored(kind, value):
    return Ignored(kind, "rating", value)


@pytest.mark.parametrize(
    ("text", "limits", "ignored"),
    [
        ("7.6..8", (7.6, 8), []),
        ("7.60..8.000", (7.6, 8), []),
        ("7.6..", (7.6, None), []),
        ("..8", (None, 8), []),
        ("8", (8, 8), []),
        ("7.777", (7.777, 7.777), []),
        ("8..7.6", (7.6, 8), []),
        ("7.6…8", (7.6, 8), []),
        (" 8 ", (8, 8), []),
        ("7.5", (None, 7.5), []),
        ("8.1", (8.1, None), []),
        ("7.5..8.1", NO_LIMITS, []),
        ("-10..999999999999", NO_LIMITS, []),
        ("..9", NO_LIMITS, []),
        ("0..7.6", (None, 7.6), []),
        ("good", NO_LIMITS, [range_ignored("not a range", "good")]),
        ("", NO_LIMITS, []),
        ("..", NO_LIMITS, [range_ignored("not a range", "..")]),
        ("7-8", NO_LIMITS, [range_ignored("not a range", "7-8")]),
        ("7..8..9", NO_LIMITS, [range_ignored("not a range", "7..8..9")]),
        ("7...8", NO_LIMITS, [range_ignored("not a range", "7...8")]),
        ("7,5..8", NO_LIMITS, [range_ignored("not a range", "7,5..8")]),
        ("nan..inf", NO_LIMITS, [range_ignored("not a range", "nan..inf")]),
        ("1e3", NO_LIMITS, [range_ignored("not a range", "1e3")]),
        ("７", NO_LIMITS, [range_ignored("not a range", "７")]),
        ("8.2..", NO_LIMITS, [range_ignored("range elsewhere", "8.2..")]),
        ("-8..7.4", NO_LIMITS, [range_ignored("range elsewhere", "-8..7.4")]),
    ],
)
def test_ranges(text, limits, ignored):
    assert parse({"rating": [text]}, NUMBERS) == (range_of(limits), tuple(ignored))


@pytest.mark.parametrize(
    ("limits", "text"),
    [
        ((60.0, 120.0), "60..120"),
        ((60, None), "60.."),
        ((None, 8.5), "..8.5"),
        ((8.1, 8.1), "8.1"),
        ((-1000000.0, 1e16), "-1000000..10000000000000000"),
        ((0.0000001, None), "0.0000001.."),
    ],
)
def test_a_range_in_a_link(limits, text):
    assert to_link(range_of(limits)) == {"rating": [text]}


def test_a_range_given_twice_and_one_this_list_lacks():
    assert parse({"rating": ["8", "7"], "year": ["1970"]}, NUMBERS) == (
        range_of((8, 8)),
        (Ignored("given twice", "rating", "7"), Ignored("unknown parameter", "year", "1970")),
    )
    assert parse({"rating": ["8"]}, NO_YEARS) == (View(), (Ignored("unknown parameter", "rating", "8"),))


def test_a_range_keeps_the_page():
    assert parse({"page": ["5"], "running_time_min": ["60..120"]}, FOREIGN)[0].page == 5


@pytest.mark.parametrize(
    ("link", "view", "ignored"),
    [
        ({"more": ["rating", "certainty", "rating"]}, View(more=("certainty", "rating")), []),
        ({"more": ["kind"]}, View(), []),
        ({"more": ["themes"], "themes": ["odd"]}, View(chosen=(("themes", ("odd",)),)), []),
        (
            {"more": ["title", "", "certainty"]},
            View(more=("certainty",)),
            [Ignored("unknown value", "more", "title")],
        ),
        ({"certainty": ["odd"]}, View(chosen=(("certainty", ("odd",)),), more=("certainty",)), []),
        ({"rating": ["6..", "6"]}, range_of((6, None)).with_more(("rating",)), [range_ignored("given twice", "6")]),
        ({"rating": ["5..6.8"]}, View(), []),
        ({"certainty": ["x"]}, View(), [Ignored("unknown value", "certainty", "x")]),
    ],
    ids=[
        *("two", "one that is offered", "one that is offered and filters", "unknown"),
        *("a value", "a range", "a range of all", "no value"),
    ],
)
def test_filters_that_are_not_offered(link, view, ignored):
    assert (CROWDED.further, parse(link, CROWDED)) == (("certainty", "rating"), (view, tuple(ignored)))


def test_years_of_a_list_without_years():
    assert parse({"years": ["1972"]}, NO_YEARS) == (View(), (years_ignored("years elsewhere", "1972"),))


@pytest.mark.parametrize(
    ("years", "span", "expected"),
    [
        (ALL_YEARS, (1959, 1993), ALL_YEARS),
        ((1959, 1993), (1959, 1993), ALL_YEARS),
        ((1960, 1992), (1959, 1993), (1960, 1992)),
        ((1993, None), (1959, 1993), (1993, None)),
        ((1994, None), (1959, 1993), None),
        ((None, 1958), (1959, 1993), None),
        ((1972, 1972), (1972, 1972), ALL_YEARS),
        ((0, 8.1), (0.0, 9.5), (None, 8.1)),
        ((-1.5, 0), (-2.5, 1.5), (-1.5, 0)),
        (ALL_YEARS, None, None),
    ],
)
def test_within(years, span, expected):
    assert within(years, span) == expected


LINKS = {
    "empty": ({}, View(), []),
    "no value at all": ({"q": [], "planet": []}, View(), []),
    "blank search": ({"q": [""]}, View(), []),
    "blank fields of forms": ({name: [" ", ""] for name in (*RESERVED[:-2], DECADE, "themes")}, View(), []),
    "blank beside a value": ({"destination": ["", "Mars"]}, View(chosen=(("destination", ("Mars",)),)), []),
    "blank and unknown": ({"planet": [""]}, View(), [Ignored("unknown parameter", "planet", "")]),
    "search tidied": ({"q": ["  mars\n\0 venus\u200b "]}, View(search="mars venus"), []),
    "search twice": ({"q": ["a", "b", "b"]}, View(search="a"), [Ignored("given twice", "q", "b")]),
    "longest search": ({"q": ["x" * 200 + " "]}, View(search="x" * 200), []),
    "search too long": ({"q": ["x" * 201]}, View(), [Ignored("too long", "q", "x" * 201)]),
    "unknown parameter": (
        {"planet": ["Mars", "Venus"], "Q": ["x"], "c.destination": ["Mars"]},
        View(),
        [
            Ignored("unknown parameter", "planet", "Mars"),
            Ignored("unknown parameter", "Q", "x"),
            Ignored("unknown parameter", "c.destination", "Mars"),
        ],
    ),
    "column that is no facet": ({"title": ["Solaris"]}, View(), [Ignored("unknown parameter", "title", "Solaris")]),
    "value in another case": (
        {"destination": ["mars", " SPACE station", "Mars"]},
        View(chosen=(("destination", ("Mars", "Space station")),)),
        [],
    ),
    "values as a language calls them": (
        {"decade": ["1960-е", "1990S"]},
        View(chosen=(("decade", ("1960s", "1990s")),)),
        [],
    ),
    "values by their films": ({"values": ["films"]}, View(value_order="films"), []),
    "values in another order": ({"values": ["year"]}, View(), [Ignored("unknown value", "values", "year")]),
    "unknown value": (
        {"destination": ["Pluto", "Venus", ""], "decade": ["1890s"]},
        View(chosen=(("destination", ("Venus",)),)),
        [
            Ignored("unknown value", "destination", "Pluto"),
            Ignored("unknown value", "decade", "1890s"),
        ],
    ),
    "all of": (
        {"all": ["themes", "destination", "planet", "themes"]},
        View(modes=(("themes", "all"),)),
        [Ignored("unknown value", "all", "destination"), Ignored("unknown value", "all", "planet")],
    ),
    "none of": (
        {"none": ["decade", "destination", "planet"], "decade": ["1960s"]},
        View(chosen=(("decade", ("1960s",)),), modes=(("decade", "none"), ("destination", "none"))),
        [Ignored("unknown value", "none", "planet")],
    ),
    "all and none of the same": (
        {"all": ["themes"], "none": ["themes"]},
        View(modes=(("themes", "all"),)),
        [Ignored("modes clash", "themes", "none")],
    ),
    "order and layout": (
        {"sort": ["year-desc"], "view": ["table"]},
        View(order=(Sort("year", True),), layout="table"),
        [],
    ),
    "defaults written out": ({"sort": ["listed"], "view": ["cards"], "page": ["1"]}, View(), []),
    "unknown order and layout": (
        {"sort": ["planet", "year-up", ""], "view": ["TABLE"]},
        View(),
        [
            Ignored("unknown value", "sort", "planet"),
            Ignored("unknown value", "sort", "year-up"),
            Ignored("unknown value", "view", "TABLE"),
        ],
    ),
    "two sorts": ({"sort": ["fact-desc", "listed", "year-asc"]}, by("fact-desc", "year"), []),
    "sorts that are too many, twice, or follow the list's own order": (
        {"sort": ["year", "year", "year-desc", "listed-desc", "title", "fact"]},
        by("year", "listed-desc"),
        [
            Ignored("given twice", "sort", "year"),
            Ignored("given twice", "sort", "year-desc"),
            Ignored("too many sorts", "sort", "title"),
            Ignored("too many sorts", "sort", "fact"),
        ],
    ),
    "order by evidence where there is none": (
        {"sort": ["evidence"]},
        View(),
        [Ignored("unknown value", "sort", "evidence")],
    ),
    "lane": ({"lane": ["on"]}, View(history_track=True), []),
    "no lane": ({"lane": ["off"]}, View(history_track=False), []),
    "lane in another word": ({"lane": ["On"]}, View(), [Ignored("unknown value", "lane", "On")]),
    "colour": ({"colour": ["destination"]}, View(colour="destination"), []),
    "colour by the evidence of a list without": (
        {"colour": ["evidence"]},
        View(),
        [Ignored("unknown value", "colour", "evidence")],
    ),
    "colour by a decade": ({"colour": ["decade"]}, View(), [Ignored("unknown value", "colour", "decade")]),
    "colour by several values": ({"colour": ["themes"]}, View(), [Ignored("unknown value", "colour", "themes")]),
    "colour by nothing": ({"colour": [""]}, View(), []),
    "colour by another case": (
        {"colour": ["Destination"]},
        View(),
        [Ignored("unknown value", "colour", "Destination")],
    ),
    "colour twice": (
        {"colour": ["destination", "kind"]},
        View(colour="destination"),
        [Ignored("given twice", "colour", "kind")],
    ),
    "lane twice": ({"lane": ["off", "on"]}, View(history_track=False), [Ignored("given twice", "lane", "on")]),
    "a list, where there is but one": (
        {"list": ["filmography"]},
        View(),
        [Ignored("unknown value", "list", "filmography")],
    ),
    "page out of range": ({"page": ["2"]}, View(), [Ignored("unknown value", "page", "2")]),
    "page zero": ({"page": ["0"]}, View(), [Ignored("unknown value", "page", "0")]),
    "page in words": (
        {"page": ["-1", "1"]},
        View(),
        [Ignored("given twice", "page", "1"), Ignored("unknown value", "page", "-1")],
    ),
    "second film is opened": ({"film": [SOLARIS, PILOT]}, View(film=SOLARIS, open=(PILOT,)), []),
    "unknown film": (
        {"film": ["stalker-1979", PILOT], "open": ["", STAR, STAR]},
        View(film=PILOT, open=(STAR,)),
        [Ignored("unknown film", "film", "stalker-1979")],
    ),
    "a shortlist with a time that stands before it": (
        {"on": [f"{SOLARIS}@2026-12-01T19:30"], "pick": [STAR, SOLARIS], "programme": [" Space\n night "]},
        View(shortlist=(STAR, SOLARIS), showings=((SOLARIS, EVENING),), programme="Space night"),
        [],
    ),
    "a shortlist of films that are not here, or twice": (
        {"pick": [STAR, "stalker-1979", PILOT, STAR, ""]},
        View(shortlist=(STAR, PILOT)),
        [
            Ignored("unknown film", "film", "stalker-1979"),
            Ignored("given twice", "pick", STAR),
        ],
    ),
    "times that are none, elsewhere, not of the shortlist, or twice": (
        {
            "pick": [STAR],
            "on": [
                *(STAR, f"{STAR}@2026-12-01", f"{STAR}@2026-02-30T10:00", f"{STAR}@1999-12-31T23:59", "@"),
                *(f"{SOLARIS}@2026-12-01T19:30", f"{STAR}@2026-12-02T00:05", f"{STAR}@2026-12-01T19:30"),
            ],
        },
        View(shortlist=(STAR,), showings=((STAR, LATER),)),
        [
            Ignored("not a showing", "on", STAR),
            Ignored("not a showing", "on", f"{STAR}@2026-12-01"),
            Ignored("not a showing", "on", f"{STAR}@2026-02-30T10:00"),
            Ignored("not a showing", "on", f"{STAR}@1999-12-31T23:59"),
            Ignored("not a showing", "on", "@"),
            Ignored("not picked", "on", SOLARIS),
            Ignored("given twice", "on", f"{STAR}@2026-12-01T19:30"),
        ],
    ),
    "a title of a programme that is too long": (
        {"programme": ["x" * 121, "y"]},
        View(),
        [Ignored("given twice", "programme", "y"), Ignored("title too long", "programme", "x" * 121)],
    ),
    "filters keep the page": (
        {"page": ["1"], "destination": ["Mars"], "film": [PILOT]},
        View(chosen=(("destination", ("Mars",)),), film=PILOT),
        [],
    ),
}


@pytest.mark.parametrize("name", LINKS)
def test_odd_link(name):
    link, view, ignored = LINKS[name]
    assert parse(link, PUBLISHED) == (view, tuple(ignored))


@pytest.mark.parametrize(
    ("given_lists", "named", "of_view", "ignored"),
    [
        ([], "published", "", []),
        (["filmography"], "filmography", "filmography", []),
        (["own"], "own", "own", []),
        (["published"], "published", "", []),
        (["Filmography"], "published", "", [Ignored("unknown value", "list", "Filmography")]),
        ([""], "published", "", []),
        (["", "own"], "own", "own", []),
        (["own", "filmography"], "own", "own", [Ignored("given twice", "list", "filmography")]),
        (
            ["x", "own"],
            "published",
            "",
            [Ignored("given twice", "list", "own"), Ignored("unknown value", "list", "x")],
        ),
    ],
    ids=[
        *("none", "another", "a third", "the usual one", "another case", "empty", "an empty one first", "twice"),
        "unknown, then known",
    ],
)
def test_the_list_of_a_link(given_lists, named, of_view, ignored):
    link = {"list": given_lists}
    assert list_named(link, OFFERED) == named
    assert parse(link, PUBLISHED, OFFERED) == (View(list=of_view), tuple(ignored))


def test_orders_of_a_list_with_and_without_evidence():
    assert PUBLISHED.sortable == ("year", "title", "destination", "themes", "id", "description", "fact")
    assert set(WITH_EVIDENCE.sortable) - set(PUBLISHED.sortable) == {"evidence", "identity"}
    assert parse({"sort": ["evidence-desc"]}, WITH_EVIDENCE) == (by("evidence-desc"), ())


def test_columns_named_like_orders():
    index = index_of("title,listed,year-desc,c.x,year\nA,2,1,3,1971\nB,1,2,2,1970\n")
    for column in index.sortable:
        for sort in (Sort(column), Sort(column, True)):
            assert parse({"sort": [sort.word]}, index) == (View(order=(sort,)), ())
    assert [Sort(each).word for each in ("listed", "year-desc", "c.x")] == ["c.listed", "year-desc-asc", "c.c.x"]


@given(name=st.text(), is_descending=st.booleans())
def test_a_sort_is_what_its_word_names(name, is_descending):
    assert Sort.named(Sort(name, is_descending).word) == Sort(name, is_descending)


def test_page_before_filters_stays():
    link = {"page": ["5"], "kind": ["feature"], "q": ["Moon"], "years": ["1950-"]}
    view, ignored = parse(link, FOREIGN)
    assert (view.page, ignored) == (5, ())


def test_a_shortlist_is_full_at_fifty_films():
    ids = FOREIGN.frame["id"].tolist()
    assert parse({"pick": ids[:52]}, FOREIGN) == (
        View(shortlist=tuple(ids[:50])),
        (Ignored("too many picks", "pick", ids[50]), Ignored("too many picks", "pick", ids[51])),
    )


def test_columns_named_like_parameters():
    view = View(search="Q", chosen=(("director", ("y",)), ("kind", ("film",))), modes=(("director", "all"),), film="a")
    assert parse({"q": ["Q"], "film": ["a"], "kind": ["film"], "director": ["y"], "all": ["director"]}, CLASHING) == (
        view,
        (),
    )
    numbers = View().with_range("q", (2, None)).with_range("c.kind", (None, 5)).with_range("more", (6, 6))
    link = {"c.q": ["2.."], "c.c.kind": ["..5"], "c.more": ["6"]}
    assert parse(link, CLASHING) == (numbers, ())
    assert to_link(numbers) == link


@pytest.mark.parametrize(
    ("given_value", "chosen"),
    [("e", ("e",)), ("E", ("E",)), ("É", ("é",)), ("ж", ("Ж",)), ("F", ("f",))],
)
def test_value_in_another_case_only_where_it_is_plain(given_value, chosen):
    index = (
        index_of("title,director\nA,Ж; é; f\nB,x; f\n")
        if given_value in "ÉжF"
        else index_of("title,director\nA,E; e\nB,e\n")
    )
    assert parse({"director": [given_value]}, index) == (View(chosen=(("director", chosen),)), ())


def test_value_that_could_be_two():
    index = index_of("title,director\nA,É; e\nB,e\n")
    assert parse({"director": ["E"]}, index) == (View(), (Ignored("unknown value", "director", "E"),))


@pytest.mark.parametrize(
    ("facet", "name"),
    [
        ("kind", "kind"),
        ("q", "c.q"),
        ("film", "c.film"),
        ("embed", "c.embed"),
        ("c.kind", "c.c.kind"),
        ("c.q", "c.c.q"),
    ],
)
def test_parameter(facet, name):
    assert parameter(facet) == name


@pytest.mark.parametrize(
    ("link", "parameters"),
    [
        ("", {}),
        ("?", {}),
        ("http://localhost:8501/", {}),
        ("http://localhost:8501/a=b&c=d", {}),
        (
            "http://localhost:8501/?decade=1960s&decade=1970s&sort=year",
            {"decade": ["1960s", "1970s"], "sort": ["year"]},
        ),
        ("?decade=1960s&sort=year", {"decade": ["1960s"], "sort": ["year"]}),
        ("https://x.org/films/?q=a%3Fb%26c+%C3%A9#?q=d", {"q": ["a?b&c é"]}),
        ("https://x.org/#?q=a", {}),
        ("https://x.org/?q=a?b=c", {"q": ["a?b=c"]}),
        ("?q=&sort", {"q": [""], "sort": [""]}),
        ("?q=%&q=%ff&q=%zz", {"q": ["%", "\ufffd", "%zz"]}),
        ("http://[?q=mars", {"q": ["mars"]}),
        ("?" + "&".join(["q=a"] * MOST_READ), {"q": ["a"] * MOST_READ}),
        ("?" + "&".join(["q=a"] * (MOST_READ + 1)), {}),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)
def test_parameters_of_a_link(link, parameters):
    assert parameters_of(link) == parameters


def test_parameters_never_clash():
    facets = [*RESERVED, *map(parameter, RESERVED), DECADE, *(column.name for column in SCHEMA)]
    names = [parameter(facet) for facet in facets]
    assert len(set(names)) == len(set(facets))
    assert not set(names) & set(RESERVED)


@pytest.mark.parametrize(
    ("text", "clean"),
    [("", ""), (" a\t\r\nb ", "a b"), ("a\0b", "a b"), ("\u202eabc\ufeff", "abc"), ("👩\u200d🚀", "👩\u200d🚀")],
)
def test_clean_search(text, clean):
    assert clean_search(text) == clean


@pytest.mark.parametrize(
    ("text", "most", "clean"),
    [
        ("a bc d", 4, "a bc"),
        ("a bc d", 5, "a bc"),
        ("\n" * 1_000 + "a", 9, "a"),
        ("\n" * LONGEST_READ + "a", 9, ""),
        ("a" * 10_000_000, 200, "a" * 200),
    ],
    ids=["within", "at a blank", "behind blanks", "too far behind", "ten million characters"],
)
def test_a_search_is_cut_and_only_its_beginning_is_read(text, most, clean):
    with Work() as work:
        assert clean_search(text, most) == clean
    assert work.calls < 5 * LONGEST_READ


@pytest.mark.parametrize(("number", "of_cards"), [(0, 1), (1, 1), (20, 1), (21, 2), (3201, 161)])
def test_pages(number, of_cards):
    assert pages(number) == of_cards
