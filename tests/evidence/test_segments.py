"""Where statements stand in a text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cleaning.nfc import composed
from dashboard.evidence.segments import places, segments

letters = st.text("ab <&", max_size=12)


def cut(text, quotes):
    """The segments as their words, what covers them, and what ends with them."""
    return [(text[each.start : each.end], each.covered, each.ends) for each in segments(text, quotes)]


@pytest.mark.parametrize(
    ("text", "quotes", "expected"),
    [
        ("", [], []),
        ("", ["a"], []),
        ("abc", [], [("abc", (), ())]),
        ("abc", ["x", ""], [("abc", (), ())]),
        ("abc", ["abc"], [("abc", (0,), (0,))]),
        ("abcd", ["ab"], [("ab", (0,), (0,)), ("cd", (), ())]),
        ("abcd", ["cd"], [("ab", (), ()), ("cd", (0,), (0,))]),
        ("abcd", ["ab", "cd"], [("ab", (0,), (0,)), ("cd", (1,), (1,))]),
        ("abcd", ["cd", "ab"], [("ab", (1,), (1,)), ("cd", (0,), (0,))]),
        ("abcde", ["abc", "cde"], [("ab", (0,), ()), ("c", (0, 1), (0,)), ("de", (1,), (1,))]),
        ("abcde", ["abcde", "bcd"], [("a", (0,), ()), ("bcd", (0, 1), (1,)), ("e", (0,), (0,))]),
        ("abc", ["abc", "abc"], [("abc", (0, 1), (0, 1))]),
        ("abc", ["abc", "bc"], [("a", (0,), ()), ("bc", (0, 1), (0, 1))]),
        ("ab ab", ["ab"], [("ab", (0,), (0,)), (" ab", (), ())]),
        ("ab ab", ["ab", "ab"], [("ab", (0,), (0,)), (" ", (), ()), ("ab", (1,), (1,))]),
        ("ab ab", ["ab", "ab", "ab"], [("ab", (0,), (0,)), (" ", (), ()), ("ab", (1, 2), (1, 2))]),
        ("a <b>&amp;</b>", ["<b>&amp;"], [("a ", (), ()), ("<b>&amp;", (0,), (0,)), ("</b>", (), ())]),
        ("a\nb", ["\n"], [("a", (), ()), ("\n", (0,), (0,)), ("b", (), ())]),
        ("(a.c)", ["a.c", ".*"], [("(", (), ()), ("a.c", (0,), (0,)), (")", (), ())]),
        ("🚀é", ["é"], [("🚀", (), ()), ("é", (0,), (0,))]),
    ],
    ids=[
        *("nothing", "empty text", "no quote", "not found", "all of it", "at the start", "at the end", "adjacent"),
        *("in another order", "overlapping", "nested", "the same twice", "the same end", "repeated, asked once"),
        *("repeated, asked twice", "repeated, asked too often", "markup", "a line's end", "no pattern", "any script"),
    ],
)
def test_segments(text, quotes, expected):
    assert cut(text, quotes) == expected


@pytest.mark.parametrize(
    ("text", "quotes", "expected"),
    [
        ("aaa", ["aa", "aa"], [(0, 2), (1, 3)]),
        ("ab ab", ["ab", "b", "ab"], [(0, 2), (1, 2), (3, 5)]),
        ("ab", ["", "c", "ab"], [None, None, (0, 2)]),
    ],
    ids=["overlapping itself", "each quote by itself", "not found"],
)
def test_places(text, quotes, expected):
    assert places(text, quotes) == expected


@given(letters, st.lists(letters, max_size=4), st.data())
def test_segments_are_the_text_and_cover_each_quote_exactly(text, others, data):
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    quotes = [text[start:end] for start, end in data.draw(st.lists(ends, max_size=4))] + others
    made = segments(text, quotes)
    assert "".join(text[each.start : each.end] for each in made) == text
    assert all(each.start < each.end for each in made)
    for at, (quote, place) in enumerate(zip(quotes, places(text, quotes), strict=True)):
        covered = [each for each in made if at in each.covered]
        ending = [each for each in made if at in each.ends]
        assert (place is not None) == (bool(quote) and quote in text)
        assert "".join(text[each.start : each.end] for each in covered) == (quote if place else "")
        assert (
            [(each.start, each.end) for each in covered][:1] == [(place[0], covered[0].end)] if place else not covered
        )
        assert ending == covered[-1:]


@given(st.text())
def test_composed(text):
    assert composed(text) == unicodedata.normalize("NFC", text)
