import pytest

from dashboard.i18n.languages import english
from dashboard.query.shortlist import lacking, length_in_words, minutes, missing_in_words, total_in_words
from tests.foreign import index_of

LIST = index_of(
    "id,title,year,director,running_time_min,source_url\n"
    "a,A,1970,X,61,https://example.org/a\n"
    "b,B,,Y; Z,59.5,\n"
    "c,C,1972,,,https://example.org/c\n"
)
TITLES = index_of("id,title\na,A\nb,B\n")
LACKED = ("running time", "year", "director", "source")


def test_minutes():
    assert [minutes(LIST, film) for film in "abc"] == [61, 59.5, None]
    assert minutes(TITLES, "a") is None


@pytest.mark.parametrize(
    ("column", "films", "expected"),
    [
        ("director", ("c", "a"), ("c",)),
        ("year", ("a", "b"), ("b",)),
        ("studio", ("b", "a"), ("b", "a")),
        ("year", (), ()),
    ],
    ids=["several values", "a number", "no such column", "no films"],
)
def test_lacking(column, films, expected):
    assert lacking(LIST, films, column) == expected


@pytest.mark.parametrize(
    ("whole", "words"), [(0, "0 min"), (1, "1 min"), (59.6, "1 h"), (120, "2 h"), (3725, "62 h 5 min")]
)
def test_length_in_words(whole, words):
    assert length_in_words(whole, english()) == words


@pytest.mark.parametrize(
    ("index", "films", "words"),
    [
        (LIST, ("a",), "1 film, 1 h 1 min in all"),
        (LIST, ("a", "b"), "2 films, 2 h in all"),
        (LIST, ("c", "a"), "2 films, 1 h 1 min in all as far as known"),
        (LIST, ("c",), "1 film"),
        (TITLES, ("a", "b"), "2 films"),
    ],
)
def test_total_in_words(index, films, words):
    assert total_in_words(index, films, english()) == words


@pytest.mark.parametrize(
    ("index", "films", "sentences"),
    [
        (LIST, ("a",), []),
        (
            LIST,
            ("b", "c"),
            [
                *("No running time: C (1972).", "No year: B (no year)."),
                *("No director: C (1972).", "No source: B (no year)."),
            ],
        ),
        (TITLES, ("a", "b"), [f"No {what}: all of them." for what in LACKED]),
        (TITLES, ("a",), [f"No {what}: A (no year)." for what in LACKED]),
    ],
    ids=["nothing", "some", "all", "the only one"],
)
def test_missing_in_words(index, films, sentences):
    assert missing_in_words(index, films, english()) == tuple(sentences)
