import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.query.search.fold import fold
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


@given(texts=TEXTS)
def test_places_are_those_of_the_folded_texts_in_order(texts):
    order = sorted({fold(text) for text in texts})
    assert places_of(pd.Series(texts, dtype="str")).tolist() == [order.index(fold(text)) for text in texts]
