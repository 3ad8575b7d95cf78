import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model import text_column
from dashboard.model.text_column import (
    TYPE,
    Cells,
    ColumnMaker,
    JoinedTexts,
    TextColumn,
    column_at,
    column_of,
    first_of,
    number_among_equal,
    read_once,
)

TEXTS = st.lists(st.sampled_from(["", "a", "A", "Я", "a b", " a", "a ", "\u2003", "\\N", "x&y", "é"]) | st.text())
BLANKS = [chr(code) for code in range(0x110000) if chr(code).isspace()]


def as_codes(texts):
    """The same texts, each different one stored once."""
    encoded = pa.array(texts, TYPE).dictionary_encode()
    return TextColumn(encoded.dictionary, encoded.indices.to_numpy())


@pytest.fixture(params=[column_of, as_codes], ids=["one a row", "each once"])
def made(request):
    return request.param


@given(texts=TEXTS)
def test_a_column_is_a_sequence_of_its_texts(texts):
    for column in (column_of(texts), as_codes(texts)):
        assert (column == texts, [*column], column[:2], len(column)) == (True, texts, texts[:2], len(texts))
        assert column.array.to_pylist() == texts
        assert column.take(np.arange(len(texts))[::-1]).to_pylist() == texts[::-1]
        assert [*column.of_rows(np.arange(len(texts))[1:])] == texts[1:]
        assert [column[at] for at in range(len(texts))] == texts
        assert column.is_filled.tolist() == [bool(text) for text in texts]
        assert column.rows(column.sizes == 0).tolist() == [at for at, text in enumerate(texts) if not text]
        assert column.rows(column.holds("&")).tolist() == [at for at, text in enumerate(texts) if "&" in text]


@given(texts=TEXTS)
def test_different_texts_stand_in_the_order_in_which_they_first_come(texts):
    for column in (column_of(texts), as_codes(texts), as_codes(["x", *texts]).of_rows(np.arange(len(texts)) + 1)):
        different, codes = column.different()
        assert (different, [different[code] for code in codes]) == ([*dict.fromkeys(texts)], texts)
        assert column.counts() == {text: texts.count(text) for text in dict.fromkeys(texts)}
        assert [[*column.counts()], read_once(len, column)[0]] == [different, [*map(len, different)]]


@given(texts=TEXTS)
def test_none_that_begins_or_ends_with_a_blank_is_missed(texts):
    texts = [*texts, *BLANKS, *(f"{blank}x" for blank in BLANKS), *(f"Я{blank}" for blank in BLANKS)]
    column = column_of(texts)
    bare = column.each(str.strip, column.may_have_blanks)
    assert [*bare] == [text.strip() for text in texts]


def test_only_odd_ones_are_read(made):
    column = made(["a", "b", "", "a"])
    assert [*column.each(str.upper, column.first == ord("a"))] == ["A", "b", "", "A"]
    assert column.each(str.upper, column.first == ord("c")) is column
    assert (column.last[0], column.sizes[0]) == (ord("a"), 1)


def test_a_column_that_was_cut_out_of_another(made):
    column = TextColumn(pa.array(["x", "&", "", "bc"], TYPE).slice(1))
    assert (column.sizes.tolist(), column.first.tolist(), column.last.tolist()) == ([1, 0, 2], [38, 0, 98], [38, 0, 99])
    assert column.holds("&").tolist() == [True, False, False]


def test_a_character_of_several_bytes_is_found_whole():
    column = column_of(["a\ufffd", "\uffee\ufeff", "", "b\ufffc", "\ufffd\ufffd"])
    assert column.holds("\ufffd").tolist() == [True, False, False, False, True]


@given(parts=st.lists(TEXTS, max_size=4))
def test_parts_become_one_column(parts):
    maker, joined = ColumnMaker(), JoinedTexts()
    for part in parts:
        maker.add(pa.array(part, TYPE))
        joined.add(pa.array(["cut", *part], TYPE).slice(1))
    texts = [text for part in parts for text in part]
    assert ([*maker.column()], joined.array().to_pylist(), len(joined)) == (texts, texts, len(texts))


def test_a_long_column_grows_in_steps(monkeypatch):
    monkeypatch.setattr(text_column, "STEP", 8)
    joined = JoinedTexts()
    for at in range(50):
        joined.add(pa.array([f"{at}"], TYPE))
    assert joined.array().to_pylist() == [str(at) for at in range(50)]


def test_a_table_by_column_is_the_table_by_row(made):
    rows = (("a", "b"), ("c", ""), ("a", "d"))
    cells = Cells([made(column) for column in zip(*rows, strict=True)])
    assert (cells == rows, rows == cells, tuple(cells), cells[1], cells[:2]) == (True, True, rows, rows[1], rows[:2])
    assert (len(cells), cells.longest, hash(cells), repr(cells)) == (3, 1, hash(rows), repr(rows))
    assert column_at(cells, 1) == column_at(rows, 1) == ["b", "", "d"]


@given(codes=st.lists(st.integers(0, 4), min_size=1))
def test_equal_codes(codes):
    given = np.array(codes)
    assert first_of(given).tolist() == [codes.index(code) for code in codes]
    assert number_among_equal(given).tolist() == [codes[: at + 1].count(code) for at, code in enumerate(codes)]
