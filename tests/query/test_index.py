import numpy as np
import pytest

from dashboard.lists.loading import load
from dashboard.lists.source import filmography_source, published_source
from dashboard.query.index import Index
from tests.foreign import films, index_of

PUBLISHED = Index(load(published_source()))


def facets_of(index):
    return {name: (facet.label, facet.several, facet.values) for name, facet in index.facets.items()}


def test_published_list():
    facets = facets_of(PUBLISHED)
    themes = facets.pop("themes")
    assert facets == {
        "decade": ("Decade", False, ("1950s", "1960s", "1970s", "1980s", "1990s")),
        "destination": ("Destination", False, ("Mars", "Solar system", "Space station", "Venus")),
    }
    assert (themes[:2], len(themes[2]), themes[2][:3]) == (
        ("Themes", True),
        22,
        ("adventure", "camaraderie", "children and family"),
    )
    assert (PUBLISHED.first_filters, PUBLISHED.further, PUBLISHED.ranges) == (("destination", "themes"), (), {})
    assert (len(PUBLISHED), PUBLISHED.span, PUBLISHED.position["star-pilot-1967"]) == (10, (1959, 1993), 1)


@pytest.mark.parametrize(
    ("csv_text", "facets"),
    [
        ("title\nA\nB\n", {}),
        ("title,kind,year\nA,,\nB,,\n", {}),
        ("title,kind,year\nA,film,1972\nB,,1973\n", {}),
        ("title,kind,year\nA,b,1979\nB,a,1980\nC,b,\n", {"decade": ("1970s", "1980s"), "kind": ("a", "b")}),
        ("title,director\nA,Ж; é; E; e\nB,f; e\n", {"director": ("E", "e", "é", "f", "Ж")}),
        ("title,director\nA,x\nB,y\n", {}),
        ("title,Shelf\nA,1\nB,2\n", {}),
    ],
    ids=[
        *("no columns", "all missing", "one value", "two values", "several, folded order", "all different"),
        "numbers",
    ],
)
def test_facets_have_two_values_or_more(csv_text, facets):
    assert {name: facet.values for name, facet in index_of(csv_text).facets.items()} == facets


@pytest.mark.parametrize(
    ("csv_text", "ranges"),
    [
        ("title\nA\nB\n", {}),
        ("title,rating\nA,\nB,\n", {}),
        ("title,rating\nA,7\nB,7\nC,\n", {}),
        ("title,rating,running_time_min\nA,7,90\nB,,60\nC,9,\n", {"rating": (7, 9), "running_time_min": (60, 90)}),
        ("title,year,imdb_id\nA,1970,1\nB,1980,2\n", {}),
    ],
    ids=["no columns", "all missing", "one number", "two columns", "years and ids"],
)
def test_ranges_have_two_numbers_or_more(csv_text, ranges):
    assert {name: number_range.ends for name, number_range in index_of(csv_text).ranges.items()} == ranges


def test_the_filmography_offers_all_it_has():
    index = Index(load(filmography_source()))
    columns = ("country", "director", "studio", "kind", "running_time_min", "destination", "themes", "certainty")
    assert (index.first_filters, index.further, index.filters) == (columns, (), ("decade", *columns))
    assert (index.ranges["running_time_min"].unit, index.ranges["running_time_min"].step) == ("min", 1)


@pytest.mark.parametrize(
    ("csv_text", "years", "span", "by_year"),
    [
        ("title,year\nA,1972\nB,\nC,1959\nD,1972\n", [1972, np.nan, 1959, 1972], (1959, 1972), {1959: 1, 1972: 2}),
        ("title,year\nA,1972\n", [1972], (1972, 1972), {1972: 1}),
        ("title,year\nA,1972\nB,9998\nC,1\n", [1972, 9998, 1], (1, 9998), {1: 1, 1972: 1, 9998: 1}),
        ("title,year\nA,\n", [np.nan], None, {}),
        ("title\nA\n", [np.nan], None, {}),
    ],
    ids=["some", "one", "far out of range", "none known", "no column"],
)
def test_years(csv_text, years, span, by_year):
    index = index_of(csv_text)
    np.testing.assert_array_equal(index.years, np.array(years, dtype=float))
    assert index.span == span
    assert dict(zip(index.different_years, index.films_by_year, strict=True)) == by_year
    first_only = np.arange(len(index)) == 0
    assert index.by_year(first_only).sum() == (not np.isnan(years[0]))
    assert not index.by_year(~np.ones(len(index), dtype=np.bool_)).any()


def test_vocabulary_keeps_each_word_as_it_stands_first():
    index = index_of('title,description\nКин-дза-дза!,"«Звёзды», звезды … Mars."\n')
    assert index.vocabulary == {
        **{"кин": "Кин", "дза": "дза", "звезды": "Звёзды", "mars": "Mars"},
        **{"kin": "Кин", "dza": "дза", "zvezdy": "Звёзды"},
        **{"киндзадза": "Кин-дза-дза", "kindzadza": "Кин-дза-дза"},
    }


def test_texts():
    index = index_of("title,director,year,Shelf\nA,x; y,1972,1\nB,,,2\n")
    assert [[index.text(column, row) for row in (0, 1)] for column in index.searchable] == [["A", "B"], ["x; y", ""]]
    assert index.folded.tolist() == ["a\nx; y", "b\n"]


def test_the_cells_of_a_film():
    assert index_of("title,year,Shelf mark\nA,1972,x\nB,,\n").cells(0)["title"] == "A"
    for row, cells in PUBLISHED.frame.iterrows():
        assert dict(PUBLISHED.cells(row)) == dict(cells)


def test_long_list():
    index = index_of(films(3201))
    assert (len(index), list(index.facets)[:4]) == (3201, ["decade", "director", "kind", "themes"])
    assert "running_time_min" in index.ranges
    assert len(index.position) == 3201
