"""What the shapes and colours of marks stand for: which filters can be told apart by them, and by which signs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

import pytest

from dashboard.charts.colouring import OTHER, PLAIN, SIGNS, UNKNOWN, VALUE_SIGNS, colouring
from dashboard.charts.marks import MOST_DOTS, data
from dashboard.charts.scene import OUTLINES, outline
from dashboard.charts.theme import STATUS_SIGNS
from dashboard.i18n.languages import english, languages
from dashboard.lists.loading import load_list
from dashboard.lists.source import filmography_source, published_source
from dashboard.query.index import Index
from dashboard.query.matching.seen import compared_index, seen_in
from tests.charts.hostile import HOSTILE
from tests.foreign import index_of

ENGLISH = english()
PUBLISHED = load_list(published_source()).index
FILMOGRAPHY = load_list(filmography_source()).index


def of_kinds(kinds: Iterable[str], column: str = "kind") -> Index:
    """A list with a film of each of some kinds, in their order, a year apart."""
    text = io.StringIO()
    rows = ((f"Film {at}", 1900 + at % 100, kind) for at, kind in enumerate(kinds))
    csv.writer(text).writerows((("title", "year", column), *rows))
    return index_of(text.getvalue())


def legend(index: Index, by: str = "kind") -> list[tuple[str, str]]:
    """The symbol and the name of each entry."""
    return [(entry.sign.symbol, entry.label) for entry in colouring(index, by, ENGLISH).legend]


def told(index: Index, by: str = "kind") -> list[str]:
    """The symbol of each film, in the list's order."""
    return [colouring(index, by, ENGLISH).of(row)[0].symbol for row in range(len(index))]


def twice(values: str) -> Sequence[str]:
    return [*values, *values]


CASES: dict[str, tuple[Sequence[str], list[tuple[str, str]], list[str]]] = {
    "two values": (list("abab"), [("●", "a"), ("▲", "b")], list("●▲●▲")),
    "a value is missing": (
        [*"aabb", ""],
        [("●", "a"), ("▲", "b"), ("▬", "not known")],
        list("●●▲▲▬"),
    ),
    "seven values": (
        twice("abcdefg"),
        [*zip("●▲■◆✚▼", "abcdef", strict=True), ("▶\ufe0e", "g")],
        [*"●▲■◆✚▼", "▶\ufe0e"] * 2,
    ),
    "eight values, one of them rare": (
        [*twice("abcdefgh"), *"abdefgh"],
        [*zip("●▲", "ab", strict=True), *zip("■◆✚▼", "defg", strict=True), ("▶\ufe0e", "h"), ("▮", "c")],
        [*"●▲▮■◆✚▼", "▶\ufe0e"] * 2 + [*"●▲■◆✚▼", "▶\ufe0e"],
    ),
    "nine values, all of them as frequent": (
        twice("abcdefghi"),
        [*zip("●▲■◆✚▼", "abcdef", strict=True), ("▶\ufe0e", "g"), ("▮", "other")],
        [*"●▲■◆✚▼", "▶\ufe0e", "▮", "▮"] * 2,
    ),
    "a value called other": (
        [*twice("abcdefg"), *["other"] * 3, *"hhii"],
        [*zip("●▲■◆✚▼", "abcdef", strict=True), ("▶\ufe0e", "other"), ("▮", "other")],
        [*([*"●▲■◆✚▼", "▮"] * 2), *["▶\ufe0e"] * 3, *"▮▮▮▮"],
    ),
}


@pytest.mark.parametrize(("kinds", "entries", "signs"), CASES.values(), ids=CASES)
def test_the_signs_of_a_filter(kinds: Sequence[str], entries: list[tuple[str, str]], signs: list[str]) -> None:
    index = of_kinds(kinds)
    assert index.colourings == ("kind",)
    assert (legend(index), told(index)) == (entries, signs)


def test_a_film_whose_value_shares_its_sign_says_its_own() -> None:
    table = data(of_kinds(twice("abcdefghi")), FILMS_18, ENGLISH, colour="kind")
    assert table["description"].tolist()[7:9] == ["Film 7, 1907, h", "Film 8, 1908, i"]
    assert {(shape, colour) for shape, colour in zip(table["shape"], table["colour"], strict=True)} <= {*SIGNS}


FILMS_18 = of_kinds(twice("abcdefghi")).years > 0

OFFERED = {
    "one value": (of_kinds("aaaa"), ()),
    "nearly every film has its own": (of_kinds("abcdefghijkl"), ()),
    "twelve values": (of_kinds(twice("abcdefghijkl")), ("kind",)),
    "thirteen values": (of_kinds(twice("abcdefghijklm")), ()),
    "hundreds of values": (of_kinds(map(str, [*range(70), *range(70)])), ()),
    "several values of a film": (of_kinds(["a; b", "a", "b", "a", "b"], "themes"), ()),
    "one value of each film where there could be several": (of_kinds("abab", "themes"), ("themes",)),
    "numbers": (of_kinds(["1.5", "2.5"] * 5, "rating"), ()),
    "decades": (index_of("title,year\nA,1960\nB,1975\nC,1976\n"), ()),
    "as many films as have marks": (of_kinds(["a", "b"] * (MOST_DOTS // 2)), ("kind",)),
    "more films than have marks": (of_kinds(["a", "b"] * (MOST_DOTS // 2) + ["a"]), ()),
    "published": (PUBLISHED, ("destination", "identity")),
    "filmography": (FILMOGRAPHY, ("kind", "destination", "certainty")),
}


@pytest.mark.parametrize(("index", "names"), OFFERED.values(), ids=OFFERED)
def test_what_marks_cannot_tell_apart_is_not_offered(index: Index, names: tuple[str, ...]) -> None:
    assert index.colourings == names


def test_what_a_comparison_says_can_be_told_apart_where_it_tells_films_apart() -> None:
    film = PUBLISHED.frame["id"].iloc[0]
    assert "seen" in compared_index(PUBLISHED, seen_in(PUBLISHED, {film: None})).colourings
    assert "seen" not in compared_index(PUBLISHED, ()).colourings


def test_evidence_has_its_own_signs_and_comes_unasked() -> None:
    assert (PUBLISHED.usual_colouring, FILMOGRAPHY.usual_colouring) == ("evidence", "")
    usual = colouring(PUBLISHED, "evidence", ENGLISH)
    assert [entry.sign for entry in usual.legend] == [*STATUS_SIGNS.values()][:3]
    none = colouring(FILMOGRAPHY, "", ENGLISH)
    assert (none.legend, {none.of(row) for row in range(53)}) == ((), {(PLAIN, "")})


def test_the_names_are_those_of_the_language() -> None:
    entries = colouring(FILMOGRAPHY, "destination", languages()["ru"]).legend
    assert [entry.label for entry in entries] == [
        *("Дальний космос", "Земля", "Орбита Земли", "Марс", "Луна", "Солнечная система"),
        *("Космическая станция", "другое"),
    ]


def test_hostile_values_are_names_like_any_other() -> None:
    kinds = [text.strip() for text in HOSTILE.values()][:6]
    index = of_kinds(kinds * 2)
    assert sorted(label for _, label in legend(index)) == sorted(kinds)


def test_signs_are_told_apart_by_shape_alone() -> None:
    signs = (*VALUE_SIGNS, OTHER, UNKNOWN)
    assert len({sign.shape for sign in signs}) == len({sign.symbol for sign in signs}) == len(signs)
    assert len({outline(sign.shape, 6) for sign in signs}) == len(signs)


@pytest.mark.parametrize("sign", [OTHER, UNKNOWN], ids=["other", "unknown"])
def test_an_outline_of_our_own_is_the_same_by_vega_and_in_a_picture(sign: object) -> None:
    shape = sign.shape  # type: ignore[attr-defined]
    assert shape in OUTLINES
    assert outline(shape, 1) == shape
