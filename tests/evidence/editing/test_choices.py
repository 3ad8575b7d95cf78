"""The sentences of a film's texts and the words of each, as a visitor chooses them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.evidence.editing.choices import Span, is_marked_there, overlapping, part_of, sentences_of, words_of


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({}, []),
        ({"fact": ""}, []),
        ({"fact": " \n "}, []),
        ({"title": "Solaris"}, [("title", "Solaris")]),
        (
            {"fact": "Shot in Omsk. It is long!  Is it?"},
            [("fact", "Shot in Omsk."), ("fact", "It is long!"), ("fact", "Is it?")],
        ),
        (
            {"fact": "One line\n another \r\nA third."},
            [("fact", "One line"), ("fact", "another"), ("fact", "A third.")],
        ),
        ({"fact": "By S. P. Korolev and Dr. No."}, [("fact", "By S. P. Korolev and Dr. No.")]),
        ({"title": "A", "fact": "B. C."}, [("title", "A"), ("fact", "B. C.")]),
        ({"fact": "Снят в Омске. Долог."}, [("fact", "Снят в Омске."), ("fact", "Долог.")]),
        ({"fact": '<b>x</b> & "y"'}, [("fact", '<b>x</b> & "y"')]),
    ],
    ids=["no text", "empty", "blanks", "a title", "several", "lines", "initials", "two columns", "Russian", "markup"],
)
def test_sentences(texts, expected):
    assert [(span.field, span.of(texts)) for span in sentences_of(texts)] == expected


TEXT = "Once. It shows the «Salyut 6» station (in orbit), it says."
SENTENCE = Span("fact", 6, len(TEXT))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (0, 9, "It shows the «Salyut 6» station (in orbit), it says."),
        (0, 0, "It"),
        (9, 9, "says"),
        (3, 4, "Salyut 6"),
        (3, 5, "«Salyut 6» station"),
        (2, 4, "the «Salyut 6»"),
        (6, 7, "in orbit"),
        (5, 7, "station (in orbit"),
        (1, 9, "shows the «Salyut 6» station (in orbit), it says"),
    ],
    ids=[
        "all",
        "first",
        "last",
        "in quotation marks",
        "from one of them",
        "with them",
        "in brackets",
        "up to a bracket",
        "to the end",
    ],
)
def test_part_of_a_sentence(first, last, expected):
    assert part_of(TEXT, SENTENCE, first, last).of({"fact": TEXT}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" a  b ", ["a", "b"]),
        ("— ?", ["—", "?"]),
        ("ソラリス 1972", ["ソ", "ラ", "リ", "ス", "1972"]),
        ("the宇宙", ["the", "宇", "宙"]),
        ("🚀 é", ["🚀", "é"]),
    ],
    ids=["nothing", "blanks", "signs", "Japanese", "mixed", "any script"],
)
def test_words(text, expected):
    assert [text[start:end] for start, end in words_of(text)] == expected


@pytest.mark.parametrize(
    ("start", "quotes", "expected"),
    [
        (0, [], True),
        (8, [], False),
        (8, ["Omsk"], True),
        (0, ["Omsk"], False),
        (8, ["Omsk", "Omsk"], True),
        (8, ["and"], False),
    ],
    ids=["the first", "the second", "the second, the first taken", "the first again", "the last again", "other words"],
)
def test_words_that_stand_twice_are_marked_where_they_were_chosen(start, quotes, expected):
    assert is_marked_there("Omsk or Omsk", Span("fact", start, start + 4), quotes) is expected


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        ([], ()),
        (["in Omsk"], ()),
        (["Shot", "and"], ()),
        (["Omsk"], (0,)),
        (["long", "Omsk and", "x"], (1,)),
        (["Shot in Omsk and Perm"], (0,)),
    ],
    ids=["none", "the same", "beside", "within", "over an end", "around"],
)
def test_overlapping(quotes, expected):
    assert overlapping("Shot in Omsk and Perm", Span("fact", 5, 12), quotes) == expected


texts = st.text("ab. \n«»(),", max_size=30)


@given(texts, st.data())
def test_every_part_stands_in_its_text(text, data):
    for sentence in sentences_of({"fact": text}):
        words = words_of(sentence.of({"fact": text}))
        first = data.draw(st.integers(0, len(words) - 1))
        last = data.draw(st.integers(first, len(words) - 1))
        part = part_of(text, sentence, first, last)
        assert sentence.start <= part.start < part.end <= len(text)
        assert part.of({"fact": text}) == part.of({"fact": text}).strip()
