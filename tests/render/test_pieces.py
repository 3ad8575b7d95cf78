"""Texts cut at what a search finds, at statements and where the language changes: together the pieces are the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.query.search.matching import hits
from dashboard.render.pieces import Piece, around, part, pieces, runs

LETTERS = "ab <&Яёй́ії-,"


def text_of(cut: tuple[Piece, ...]) -> str:
    return "".join(run.text for piece in cut for run in piece.runs)


def russian(cut: tuple[Piece, ...]) -> list[str]:
    return [run.text for piece in cut for run in piece.runs if run.language]


@pytest.mark.parametrize(
    ("text", "words", "spoken"),
    [
        ("Solaris", (), []),
        ("Кин-дза-дза! (1986)", (), ["Кин-дза-дза"]),
        ("«Через тернии к звёздам»", (), ["Через тернии к звёздам"]),
        ("Соляри\u0301с, drama", (), ["Соляри\u0301с"]),
        ("Звёзды", ("звезд",), ["Звёзд", "ы"]),
        ("Тіні забутих предків", (), []),
        ("Тіні забутих предків", ("забутих",), []),
        ("Аеліта, фільм", ("ф",), []),
        ("Київ", ("ки",), []),
    ],
)
def test_what_is_russian(text: str, words: tuple[str, ...], spoken: list[str]) -> None:
    """A text with a letter that Russian lacks is none of it Russian, wherever it is cut."""
    assert russian(pieces(text, words)) == spoken


@given(st.text(LETTERS), st.text(LETTERS, max_size=3), st.integers(0, 30))
def test_the_pieces_are_the_text(text: str, word: str, at: int) -> None:
    cut = pieces(text, (word,))
    found = hits(text_of(cut), (word,))
    assert [piece.is_match for piece in cut for run in piece.runs for _ in run.text] == found
    whole, at = text_of(cut), min(at, len(text_of(cut)))
    assert text_of(part(whole, found, 0, at) + part(whole, found, at, len(whole))) == whole
    assert "".join(run.text for run in runs(text)) == text


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("On Mars", ("mars",), "On [Mars]"),
        ("On Mars", ("venus",), "On Mars"),
        ("Mars\n and  Mars", ("mars",), "[Mars] and [Mars]"),
        ("word " * 20 + "Mars" + " more" * 20, ("mars",), "…" + "word " * 8 + "[Mars]" + " more" * 8 + " …"),
    ],
    ids=["short", "nothing found", "two lines", "long"],
)
def test_around_a_match(text: str, words: tuple[str, ...], shown: str) -> None:
    said = "".join(f"[{text_of((piece,))}]" if piece.is_match else text_of((piece,)) for piece in around(text, words))
    assert said == shown
