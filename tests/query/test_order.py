"""In which order films are shown: by any column, both ways, by a second one, and what is not known last."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.tables import CSV
from dashboard.i18n.languages import english, languages
from dashboard.lists.loading import load, load_list
from dashboard.lists.source import filmography_source, published_source
from dashboard.model.kinds import KINDS
from dashboard.query.in_words import order_in_words, sort_names
from dashboard.query.index import Index
from dashboard.query.order import ordered, sort_keys
from dashboard.query.result import run_query
from dashboard.query.url import parse
from dashboard.query.view import LISTED, Sort, View
from tests.foreign import crowded, films, index_of
from tests.query.views import views

ENGLISH, RUSSIAN = english(), languages()["ru"]

EVERY_KIND = index_of(
    "title,Tale,Shop no,Link,Cost,Points,With,Shown,Sort of,Free,year\n"
    f"A,{'b' * 130},3,https://b.org,$20,2,y; z,1972-03-20,b,Émile,1972\n"
    "B,,,,,,,,,,\n"
    f"C,{'A' * 130},10,https://a.org,$100,10,x; z,1972-01-31,a,emil,1960\n"
    f"D,{'c' * 130},2,https://c.org,$3,-1,y; z,1960-05-01,b,Zoe,1950\n"
    "E,,,,,,x,May 1972,a,,\n"
)
KINDS_OF = {each.name: each.kind for each in EVERY_KIND.films.columns}


def titles(index, *words, language=ENGLISH):
    view = View().with_order(*map(Sort.named, words))
    rows = ordered(index, np.ones(len(index), dtype=np.bool_), view, language)
    return "".join(index.frame["title"].iloc[rows])


BY_KIND = {
    "Tale": ("CADBE", "DACBE"),
    "Link": ("CADBE", "DACBE"),
    "Cost": ("DACBE", "CADBE"),
    "Points": ("DACBE", "CADBE"),
    "With": ("ECADB", "ADCEB"),
    "Shown": ("DECAB", "ACEDB"),
    "Sort of": ("CEADB", "ADCEB"),
    "Free": ("CADBE", "DACBE"),
    "year": ("DCABE", "ACDBE"),
    "title": ("ABCDE", "EDCBA"),
}


@pytest.mark.parametrize("column", BY_KIND)
def test_both_ways_with_what_is_not_known_last(column):
    assert (titles(EVERY_KIND, column), titles(EVERY_KIND, f"{column}-desc")) == BY_KIND[column]


def test_every_kind_of_column_is_sorted():
    untried = [kind for kind in KINDS if kind not in {KINDS_OF[name] for name in (*BY_KIND, "id")}]
    assert untried == []


@pytest.mark.parametrize(
    "index", [EVERY_KIND, index_of(films(100)), index_of(crowded())], ids=["kinds", "foreign", "crowded"]
)
@given(data=st.data())
def test_an_order_is_one_of_the_same_films_and_ties_keep_the_list_s(index, data):
    view = data.draw(views(index))
    mask = data.draw(st.lists(st.booleans(), min_size=len(index), max_size=len(index)).map(np.array))
    rows = ordered(index, mask, view, ENGLISH)
    assert sorted(rows) == np.flatnonzero(mask).tolist()
    if view.order and view.order[0].by != LISTED:
        sort = view.order[0]
        keys = sort_keys(index, sort.by, ENGLISH)[rows]
        known = keys[~np.isnan(keys)]
        assert np.isnan(keys[len(known) :]).all()
        assert (np.diff(-known if sort.is_descending else known) >= 0).all()
        if len(view.order) == 1:
            assert all(a < b for a, b, same in zip(rows, rows[1:], np.diff(keys) == 0, strict=False) if same)


TWO = index_of("title,kind,rating\nA,x,2\nB,y,1\nC,x,1\nD,y,\nE,,1\nF,x,1\n")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("kind", "rating"), "CFABDE"),
        (("kind-desc", "rating-desc"), "BDACFE"),
        (("rating", "kind"), "CFBEAD"),
        (("rating-desc", "listed-desc"), "AFECBD"),
        (("rating", "title-desc"), "FECBAD"),
        (("listed-desc",), "FEDCBA"),
        (("listed-desc", "kind"), "FEDCBA"),
        (("listed",), "ABCDEF"),
    ],
    ids=str,
)
def test_by_a_second_column(words, expected):
    assert titles(TWO, *words) == expected


@pytest.mark.parametrize(
    ("before", "column", "after"),
    [
        ((), "year", ("year",)),
        (("year",), "year", ("year-desc",)),
        (("year-desc", "title"), "year", ("year", "title")),
        (("year-desc",), "title", ("title", "year-desc")),
        (("year", "title"), "title", ("title", "year")),
        (("year", "title"), "rating", ("rating", "year")),
        (("listed-desc",), "year", ("year", "listed-desc")),
    ],
    ids=str,
)
def test_sorted_by_the_head_of_a_column(before, column, after):
    view = View(page=3).with_order(*map(Sort.named, before)).sorted_by(column)
    assert (view.order, view.page) == (tuple(map(Sort.named, after)), 1)


def test_values_are_sorted_as_the_page_calls_them():
    index = Index(load(filmography_source()))
    for column, language in (("director", RUSSIAN), ("kind", RUSSIAN), ("country", ENGLISH)):
        keys = sort_keys(index, column, language)
        assert len(set(keys[~np.isnan(keys)])) > 2
    rows = ordered(index, np.ones(len(index), dtype=np.bool_), View().with_order(Sort("director")), RUSSIAN)
    shown = [each[0] for each in index.in_language("director", rows, "ru") if each and RUSSIAN.writes(each[0])]
    assert shown == sorted(shown)


def test_a_list_without_years_is_not_sorted_by_them():
    index = index_of("title,kind\nA,x\nB,y\n")
    assert "year" not in index.sortable


def test_what_sorts_are_called():
    names = sort_names(EVERY_KIND, ENGLISH)
    assert [
        names[Sort.named(word)] for word in ("listed", "listed-desc", "year", "Cost-desc", "Shown", "Free-desc")
    ] == [
        "As listed",
        "As listed, last first",
        "Year, oldest first",
        "Cost, highest first",
        "Shown, oldest first",
        "Free, Z to A",
    ]
    assert [names[each] for each in names if each.by == "Tale"] == ["Tale, A to Z", "Tale, Z to A"]
    with_evidence = sort_names(Index(load_list(published_source()).films), ENGLISH)
    assert with_evidence[Sort("evidence")] == "Evidence: something contradicted first"
    assert with_evidence[Sort("evidence", True)] == "Evidence: not established first"
    assert sort_names(EVERY_KIND, RUSSIAN)[Sort("year", True)] == "Год: сначала новые"


def test_no_two_sorts_are_called_the_same():
    index = index_of("title,Rating,rating,RATING \nA,1,2,3\nB,2,3,4\n")
    names = list(sort_names(index, ENGLISH).values())
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "As listed"),
        (("rating-desc",), "Rating, highest first"),
        (("kind", "rating"), "Kind, A to Z, then Rating, lowest first"),
    ],
)
def test_an_order_in_words(words, said):
    assert order_in_words(TWO, View().with_order(*map(Sort.named, words)), ENGLISH) == said


def test_table_and_csv_have_the_order_of_the_link():
    loaded = load_list(filmography_source())
    view, _ = parse({"sort": ["running_time_min-desc", "title"]}, loaded.index)
    result = run_query(loaded, view, "", ENGLISH)
    ids = loaded.films.frame["id"].iloc[result.rows].tolist()
    minutes = loaded.films.frame["running_time_min"].iloc[result.rows]
    assert minutes.dropna().is_monotonic_decreasing
    assert minutes.isna().tolist() == sorted(minutes.isna())
    lines = CSV.write(result, "").decode("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines[1:] if line.split(",")[0] in set(ids)] == ids


def test_times():
    index = index_of(
        "title,release_date\nA,20 March 1972\nB,1972\nC,soon\nD,1 January 1972\nE,1971-12-31\nF,Mar 1972\n"
    )
    assert (titles(index, "release_date"), titles(index, "release_date-desc")) == ("EBFDAC", "ADBFEC")


def test_sorting_texts_of_a_long_list_costs_as_much_as_its_titles():
    index = index_of("title,director\n" + "".join(f"F{at},D{at % 977}\n" for at in range(5_000)))
    assert pd.Series(sort_keys(index, "director", ENGLISH)).nunique() == 977
