import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.query.search.fold import fold, natural
from dashboard.query.search.folded import in_lines, places_of, searched, searched_texts

TEXTS = st.lists(st.text(alphabet="aZ é\u0301ёйЗß\U0001f680İ\0;'", max_size=8), min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("MARS", "mars"), ("Amélie", "amelie"), ("Солярис", "солярис\nsolyaris"), ("Straße", "strasse"), ("火星", "火星")],
)
def test_a_text(text, expected):
    assert searched(text) == expected


@given(texts=TEXTS, cut=st.integers(0, 9))
def test_columns_are_as_each_text_alone(texts, cut):
    column = pd.concat([pd.Series(part, dtype="str") for part in (texts[:cut], texts[cut:])], ignore_index=True)
    columns = [column, pd.Series(texts[::-1], dtype="str")]
    expected = [f"{searched(one)}\n{searched(other)}" for one, other in zip(texts, reversed(texts), strict=True)]
    assert in_lines([*map(searched_texts, columns)]).to_pylist() == expected


def test_no_films():
    assert in_lines([searched_texts(pd.Series([], dtype="str"))]).to_pylist() == []


@given(texts=TEXTS | st.lists(st.text(alphabet="012 9.,a\n", max_size=20), min_size=1, max_size=9))
def test_places_are_those_of_the_folded_texts_in_order(texts):
    natural_texts = [natural(fold(text)) for text in texts]
    order = sorted({*natural_texts})
    assert places_of(pd.Series(texts, dtype="str")).tolist() == [*map(order.index, natural_texts)]


@pytest.mark.parametrize(
    "in_order",
    [
        ["tag 0", "tag 2", "tag 10", "tag 100"],
        ["0%", "9%", "10%", "99%", "100%"],
        ["7.25/10", "7.5/10", "10/10"],
        ["$9", "$10", "$1000"],
        ["Rocky", "Rocky 2", "Rocky 10", "Rocky II"],
        ["9", "2001: A Space Odyssey", "A"],
        ["a1b2", "a1b10", "a2b1"],
        ["1.10 m", "1.10 s", "1.2 km"],
        ["No.2", "No.10"],
        [".5", "1,5", "1,55", "2"],
        ["Часть 2", "Часть 10"],
    ],
    ids=lambda in_order: in_order[0],
)
def test_whole_numbers_in_texts_are_in_the_order_of_numbers(in_order):
    assert places_of(pd.Series(in_order[::-1], dtype="str")).tolist() == [*range(len(in_order))][::-1]
