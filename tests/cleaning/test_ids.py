import unicodedata

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cleaning.ids import LONGEST_ID, _made, _one_by_one, convert_ids, is_id, make_id
from dashboard.cleaning.mapping import suggested
from dashboard.cleaning.raw_columns import raw_columns_of
from dashboard.model.problems import Problem
from dashboard.model.rows import Rows
from dashboard.model.schema import BY_NAME
from dashboard.model.text_column import TYPE, TextColumn, column_of


def part(films, header=("title", "id")):
    """What the ids of films come to, each a title, an id and a year; their lines are 2, 3, and so on."""
    rows = tuple(film[: len(header)] for film in films)
    table = Rows("f.csv", header, rows, tuple(range(2, 2 + len(rows))))
    years = np.array([film[2] for film in films], dtype=float)
    return convert_ids(raw_columns_of(table, suggested(table), range(len(rows))), years)


def wrong(kind, line, value, expected):
    return Problem(kind, "f.csv", line, "id", value, expected)


@pytest.mark.parametrize(
    ("films", "ids", "problems"),
    [
        ([("A", "x", None), ("B", "y", 1972)], ["x", "y"], ()),
        ([("A", "", 1972), ("B", "\\N", None), ("C", " ", None)], ["a-1972", "b", "c"], ()),
        ([("A", "", 1972)] * 3, ["a-1972", "a-1972-2", "a-1972-3"], ()),
        ([("A", "", 1972), ("B", "a-1972", None)], ["a-1972-2", "a-1972"], ()),
        ([("A", "", None), ("A", "", None), ("B", "a-2", None)], ["a", "a-3", "a-2"], ()),
        ([("A", "", None), ("A 2", "", None), ("A", "", None)], ["a", "a-2", "a-3"], ()),
        ([("A", "", None), ("A!", "", None)], ["a", "a-2"], ()),
        ([("!", "", None), ("…", "", None)], ["film", "film-2"], ()),
        ([("A", "X", None), ("B", "x", None)], ["X", "x"], ()),
        (
            [("A", "x", None), ("B", "x", 1972), ("C", "x", None)],
            ["x", "b-1972", "c"],
            (wrong("id twice", 3, "x", "2"), wrong("id twice", 4, "x", "2")),
        ),
        (
            [("A", "b", None), ("B", "b", None)],
            ["b", "b-2"],
            (wrong("id twice", 3, "b", "2"),),
        ),
        (
            [("A", "x y", 1972), ("B", "z" * 201, None), ("C", "x y", None)],
            ["a-1972", "b", "c"],
            (
                wrong("not an id", 2, "x y", "a-1972"),
                wrong("not an id", 3, "z" * 201, "b"),
                wrong("not an id", 4, "x y", "c"),
            ),
        ),
        ([("A", "z" * LONGEST_ID, None)], ["z" * LONGEST_ID], ()),
        ([("w" * 300, "", 1972)] * 2, ["w" * 190, "w" * 190 + "-2"], ()),
        ([("Кин-дза-дза!", "", 1986), ("ガメラ", "", 1965)], ["кин-дза-дза-1986", "ガメラ-1965"], ()),
    ],
    ids=[
        "given",
        "missing",
        "one film again and again",
        "taken by one given below",
        "a number taken by one given below",
        "a number taken by one made",
        "same letters",
        "no letters",
        "case",
        "given twice",
        "given twice, and the other taken",
        "unfit",
        "longest",
        "long title",
        "scripts",
    ],
)
def test_ids(films, ids, problems):
    found = part(films)
    (column, cells), *kept = found.columns
    assert column == BY_NAME["id"]
    pd.testing.assert_series_equal(cells, pd.Series(ids, dtype="str"))
    assert found.problems == problems
    remade = {problem.line: problem.value for problem in problems}
    as_given = [remade.get(line, "") for line in range(2, 2 + len(films))]
    assert [(column.name, cells.fillna("").to_list()) for column, cells in kept] == (
        [("Id (as given)", as_given)] if remade else []
    )


def test_a_list_without_ids():
    found = part([("A", "", 1972), ("A", "", 1972)], header=("title",))
    assert [(column.name, list(cells)) for column, cells in found.columns] == [("id", ["a-1972", "a-1972-2"])]
    assert found.problems == ()


@pytest.mark.parametrize(
    "ids",
    [lambda at: "", lambda at: "x", lambda at: "a b", lambda at: f"a-{5001 - at}" if at % 2 else ""],
    ids=["none", "one", "unfit", "in each other's way"],
)
def test_many_films_of_one_title_are_told_apart_at_once(ids):
    (_, cells), *_ = part([("A", ids(at), None) for at in range(5_000)]).columns
    assert cells.is_unique


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("", False),
        ("a b", False),
        ("a\nb", False),
        ("a\u00a0b", False),
        ("x" * LONGEST_ID, True),
        ("x" * (LONGEST_ID + 1), False),
        ("ё=?&#", True),
    ],
    ids=["empty", "blank", "line break", "no-break space", "longest", "too long", "signs"],
)
def test_is_id(text, fit):
    assert is_id(text) is fit


@pytest.mark.parametrize(
    ("title", "year", "made"),
    [
        ("Per Aspera Ad Astra", 1981, "per-aspera-ad-astra-1981"),
        ("  L'Étoile -- du_Nord ", None, "l-étoile-du-nord"),
        ("Große", None, "grosse"),
        (unicodedata.normalize("NFD", "Солярис и Чайка"), None, "солярис-и-чайка"),
        ("शोले!", 1975, "शोले-1975"),
        ("2001", 1968, "2001-1968"),
        ("?", 1972, "1972"),
        ("?", None, "film"),
        ("w " * 300, 1972, "-".join("w" * 95) + "-"),
        ("!" * 100_000, None, "film"),
        ("a" + "\u0301\u0316" * 50_000, None, "á"),
    ],
    ids=lambda value: repr(value[:12]) if isinstance(value, str) else "",
)
def test_make_id(title, year, made):
    assert make_id(title, year) == made


@given(st.text(), st.one_of(st.none(), st.integers(1888, 2030)))
def test_every_title_makes_an_id(title, year):
    assert is_id(make_id(title, year))


FEW = st.sampled_from(["", "a", "A", "a-2", "a 2", "b", "a-1972"])


@given(st.lists(st.tuples(FEW.filter(bool), FEW, st.sampled_from([None, 1972])), min_size=1, max_size=20))
def test_ids_are_each_film_s_own_and_kept_where_they_can_be(films):
    (_, cells), *_ = part(films).columns
    made = list(cells)
    assert len(set(made)) == len(made)
    assert all(map(is_id, made))
    raw = [film[1] for film in films]
    kept = [at for at, one in enumerate(raw) if is_id(one) and raw.index(one) == at]
    assert [made[at] for at in kept] == [raw[at] for at in kept]


TITLES = (
    "A",
    "a!",
    "A 2",
    "A 1972",
    "A-2",
    "!",
    "",
    "Я",
    "я",
    "É",
    "x" * 185,
    "x" * 185 + " 2",
    "film",
    "Film 2",
    "_a_",
)


@given(
    films=st.lists(
        st.tuples(
            st.sampled_from(TITLES) | st.text(max_size=5), st.sampled_from([None, 2, 3, 1972, 0]) | st.integers(1, 9999)
        ),
        min_size=1,
        max_size=30,
    )
)
def test_ids_made_at_once_are_those_made_one_by_one(films):
    titles, years = [title for title, _ in films], np.array([year for _, year in films], dtype=float)
    encoded = pa.array(titles, TYPE).dictionary_encode()
    for column in (column_of(titles), TextColumn(encoded.dictionary, encoded.indices.to_numpy())):
        assert _made(column, years).to_pylist() == _one_by_one([""] * len(films), titles, years)
