import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from dashboard.query.index import Index
from dashboard.query.search import matching
from dashboard.query.search.matching import by_spelling, found, marked, marks, matched
from dashboard.query.search.spelling import ROMANISATIONS, is_other_spelling, pattern_of, skeletons
from tests.foreign import index_of
from tests.query import spelling_pairs, spelling_unseen

TABLES = {"own": spelling_pairs.PAIRS, "unseen": spelling_unseen.PAIRS}
NOT_YET = 2
"""Pairs of the unseen table that are one name and are not found."""
STRANGERS_NOT_YET = 3
FOUND_TOO = {("Daniel", "Георгий Данелия"), ("Цирк", "Circus"), ("Svet", "Цвет граната")}
"""Pairs of strangers that must stay apart and are found."""


def titled(texts: list[str]) -> Index:
    """A list of films by their titles."""
    lines = io.StringIO()
    csv.writer(lines).writerows([["title"], *([text] for text in texts)])
    return index_of(lines.getvalue())


def wrong(pairs: Sequence[tuple[str, str, bool]]) -> list[tuple[str, str, bool]]:
    """The pairs of which the search does not find what it should, all texts being the titles of one list."""
    texts = list(dict.fromkeys(text for _, text, _ in pairs))
    index = titled(texts)
    return [pair for pair in pairs if found(index, pair[0])[texts.index(pair[1])] != pair[2]]


def test_every_pair_of_the_own_table() -> None:
    assert wrong(spelling_pairs.PAIRS) == []


def test_the_pairs_of_the_unseen_table() -> None:
    pairs = wrong(spelling_unseen.PAIRS)
    assert [pair for pair in pairs if not pair[2]] == []
    assert len(pairs) <= NOT_YET


@pytest.mark.parametrize(("name", "not_yet"), [("strangers_1", 2), ("strangers_2", STRANGERS_NOT_YET)])
def test_the_pairs_of_strangers(name, not_yet) -> None:
    """Written before the rules were read: of the first, 93 of 112 were right, and 103 after the rules were mended.

    The second was run once, at the end: 50 of 56. Now they are 108 and 52.
    """
    with (Path(__file__).parent / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["search"], row["text"], row["expected"] != "apart") for row in csv.DictReader(file)]
    pairs = wrong(rows)
    assert {pair[:2] for pair in pairs if not pair[2]} <= FOUND_TOO
    assert len([pair for pair in pairs if pair[2]]) <= not_yet


def test_the_tables_are_large_and_half_of_them_are_traps() -> None:
    both = [pair for pairs in TABLES.values() for pair in pairs]
    assert len(both) >= 220
    assert 0.4 < sum(is_one for *_, is_one in both) / len(both) < 0.6


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("Пырев", "Пырьев", True),
        ("Пырьева", "Пырева", True),
        ("Граматиков", "Грамматиков", True),
        ("касиопея", "Кассиопея", True),
        ("Эйзенштэйн", "Эйзенштейн", True),
        ("сесть", "съесть", False),
        ("Миллер", "Милер", True),
        ("полка", "полька", False),
        ("забыть", "забить", False),
        ("подать", "поддать", False),
        ("ввести", "вести", False),
        ("семя", "семья", False),
        ("чаика", "чайка", False),
        ("Ромм", "Ром", False),
        ("Пырев", "Пырьевский", False),
        ("desert", "dessert", False),
        ("Ioseliani", "Iosseliani", True),
        ("Chepitko", "Shepitko", True),
        ("Schepitko", "Shepitko", True),
        ("Abouladze", "Abuladze", True),
        ("Danelia", "Danielli", False),
    ],
)
def test_a_word_misspelled_within_one_alphabet(word, other, expected) -> None:
    assert is_other_spelling(word, other) is is_other_spelling(other, word) is expected


@pytest.mark.parametrize("word", ["", "7", "R2D2", "宇宙", "ταξίδι", "Marsлуна", "x" * 41, "б" * 41])
def test_a_word_without_skeletons(word) -> None:
    assert skeletons(word) == frozenset()
    assert pattern_of(word) == ""
    assert not is_other_spelling(word, "Mars")
    assert not is_other_spelling("Mars", word)


@pytest.mark.parametrize(
    "word",
    ["Zhukov", "Žukov", "Schukow", "Joukov", "Żukow", "Zsukov", "Zjukov", "Zhúkov", "жуков"],
    ids=[*ROMANISATIONS, "small letters"],
)
def test_each_romanisation_has_the_skeleton(word) -> None:
    assert skeletons("Жуков") <= skeletons(word)


def test_a_word_with_many_readings_has_a_bounded_number_of_skeletons() -> None:
    assert len(skeletons("schsch" * 6)) < 150


LIST = titled(["Тарковский", "A film of Tarkovsky", "Solaris"])


@pytest.mark.parametrize(
    ("search", "exactly", "by_other_spelling"),
    [
        ("Tarkovsky", [1], [0]),
        ("Тарковский", [0], [1]),
        ("Tarkovskij", [], [0, 1]),
        ("Tarkowski -film", [], [0]),
        ("Tarkovskij-film", [], [1]),
        ("title:Tarkovskij", [], [0, 1]),
        ("Солярис", [], [2]),
        ("Solaris", [2], []),
        ("", [0, 1, 2], []),
    ],
)
@pytest.mark.parametrize("long", [0, 100], ids=["by Polars", "by Arrow"])
def test_what_is_found_exactly_is_known(search, exactly, by_other_spelling, long, monkeypatch) -> None:
    monkeypatch.setattr(matching, "LONG", long)
    LIST.cache.clear()
    result = matched(LIST, search)
    assert result.exactly.nonzero()[0].tolist() == exactly
    assert (result.films & ~result.exactly).nonzero()[0].tolist() == by_other_spelling


@pytest.mark.parametrize(
    ("row", "search", "words"),
    [
        (1, "Тарковский", ("Tarkovsky",)),
        (0, "Тарковский", ()),
        (2, "Тарковский", ()),
        (0, "Tarkovskij", ("Тарковский",)),
    ],
)
def test_by_which_words_a_film_is_found_otherwise(row, search, words) -> None:
    assert by_spelling(LIST, row, search) == words


def test_the_other_spelling_is_marked_a_short_one_as_a_whole_word() -> None:
    words = marks(LIST, "Тарковский", LIST.columns["title"])
    assert marked("Tarkovsky’s", words) == [("Tarkovsky", True), ("’s", False)]
    index = titled(["Mir", "Admired"])
    assert found(index, "Мир").tolist() == [True, False]
    assert marked("Mir, admired", marks(index, "Мир", index.columns["title"])) == [("Mir", True), (", admired", False)]


@pytest.mark.parametrize("search", ["Tarkovsky", "Тарковский", "Tarkovskij", "solaris"])
def test_a_pattern_lets_no_other_spelling_fall(search) -> None:
    words = [text.lower() for _, text, _ in spelling_pairs.PAIRS for text in text.split()]
    alike = [word for word in words if is_other_spelling(search, word)]
    assert [word for word in alike if not re.match(pattern_of(search), word)] == []
