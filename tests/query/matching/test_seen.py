"""What a link says of films seen: short, true of a list that has changed, and a filter and columns like any other."""

import csv
import io
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.registry import EXPORTS
from dashboard.i18n.languages import english, languages
from dashboard.query.filters import counts, filters
from dashboard.query.in_words import filter_in_words, ignored_sentence
from dashboard.query.index import Index
from dashboard.query.loaded_list import LoadedList
from dashboard.query.matching import seen as module
from dashboard.query.matching.comparison import Only, compared_view, only_in, ratings_of
from dashboard.query.matching.in_words import decades_seen, only_there, seen_in_words, ways
from dashboard.query.matching.matching import Match, Matching, Unclear
from dashboard.query.matching.only_there import LONGEST, MOST_BYTES, OtherFilm, packed, unpacked
from dashboard.query.matching.pairs import pairs_of, ratings_in_both
from dashboard.query.matching.seen import compared_index, digest, ratings_in, seen_in
from dashboard.query.result import QueryResult, run_query
from dashboard.query.url import Ignored, parse, to_link
from dashboard.query.view import MOST_SEEN, Sort, View
from tests.foreign import loaded_of
from tests.query.views import seen_of

TEN = "title,year\n" + "".join(f"Film {at},{1950 + 5 * at}\n" for at in range(10))
LIST = loaded_of(TEN)
IDS = LIST.films.frame["id"].tolist()
SEEN = {IDS[0]: None, IDS[1]: 4.5, IDS[2]: None, IDS[3]: 9.0}


def view_of(loaded: LoadedList, ratings: dict[str, float | None]) -> View:
    return View().with_comparison(seen_in(loaded.index, ratings))


def shown(loaded: LoadedList, view: View) -> QueryResult:
    return run_query(loaded, view, "", english())


def titles(result: QueryResult) -> list[str]:
    return result.index.frame["title"].iloc[result.rows].tolist()


def test_a_link_is_short_and_says_each_rating_once() -> None:
    view = view_of(LIST, SEEN)
    names = {film: digest(film)[:4] for film in SEEN}
    assert to_link(view) == {
        "compared": [
            ".".join(sorted((names[IDS[0]], names[IDS[2]]))),
            f"4.5~{names[IDS[1]]}",
            f"9~{names[IDS[3]]}",
        ]
    }
    assert urlencode(to_link(view), doseq=True).isascii()
    assert "%" not in urlencode(to_link(view), doseq=True)


def test_nothing_compared_is_another_thing_than_nothing_seen() -> None:
    assert (to_link(View()), to_link(view_of(LIST, {}))) == ({}, {"compared": ["0"]})
    assert (parse({}, LIST.index)[0].seen, parse({"compared": ["0"]}, LIST.index)[0].seen) == (None, ())


CHANGED = {
    "a film more": (TEN + "Film 10,2000\n", 4, ()),
    "another order": ("title,year\n" + "".join(sorted(TEN.splitlines(keepends=True)[1:], reverse=True)), 4, ()),
    "a film less": (TEN.replace("Film 1,1955\n", ""), 3, (Ignored("seen films gone", "compared", "1"),)),
    "another list": ("title,year\nOther,1970\n", 0, (Ignored("seen films gone", "compared", "4"),)),
}


@pytest.mark.parametrize(("text", "seen", "ignored"), CHANGED.values(), ids=CHANGED.keys())
def test_a_list_that_has_changed_loses_nothing_without_a_word(text, seen, ignored) -> None:
    changed = loaded_of(text)
    view, found = parse(to_link(view_of(LIST, SEEN)), changed.index)
    assert (len(view.seen or ()), found) == (seen, ignored)
    assert set(changed.index.frame["id"].iloc[[*ratings_in(changed.index, view.seen or ())]]) <= set(SEEN)
    assert not ignored or ignored[0].value in ignored_sentence(ignored, english())


def test_films_whose_digests_begin_alike_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "digest", lambda film: f"AAAA{'BCDEFGHIJK'[IDS.index(film)]}{'0' * 7}")
    index = loaded_of(TEN).index
    seen = seen_in(index, SEEN)
    assert [name for name, _ in seen] == ["AAAAB", "AAAAC", "AAAAD", "AAAAE"]
    view, ignored = parse({"compared": ["AAAA.AAAAB"]}, index)
    assert (view.seen, ignored) == ((("AAAAB", None),), (Ignored("seen films unclear", "compared", "1"),))


HOSTILE = {
    "no name": (["", "!"], None, 1),
    "too short": (["AAA"], None, 1),
    "no number": (["x~AAAA"], None, 1),
    "markup": (["<b>AAAA</b>"], None, 1),
    "a rating of many digits": ([f"{'9' * 31}~AAAA"], None, 1),
    "nothing and rubbish": (["0", "!"], (), 1),
    "films of another list": (["AAAA.BBBB"], (), 1),
}


@pytest.mark.parametrize(("given_texts", "seen", "ignored"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_a_link_cannot_mean_is_said(given_texts, seen, ignored) -> None:
    view, found = parse({"compared": given_texts}, LIST.index)
    assert (view.seen, len(found)) == (seen, ignored)


def test_a_link_of_too_many_films() -> None:
    names = ".".join(f"{at:04}" for at in range(MOST_SEEN + 3))
    _, found = parse({"compared": [names]}, LIST.index)
    assert Ignored("too many seen films", "compared", "3") in found


def test_more_films_than_a_link_holds_are_known_in_the_tab_alone() -> None:
    films = loaded_of("title\n" + "".join(f"Film {at}\n" for at in range(MOST_SEEN + 1)))
    ids = films.films.frame["id"].tolist()
    view = view_of(films, dict.fromkeys(ids)).with_values("seen", ("yes",))
    link = to_link(view)
    assert link == {"compared": ["tab"], "seen": ["yes"]}
    assert parse(link, films.index, in_tab=view.seen) == (view, ())
    lost, ignored = parse(link, films.index)
    assert (lost, ignored[0]) == (View(), Ignored("seen films of a tab", "compared", "tab"))
    assert to_link(view_of(films, dict.fromkeys(ids[1:])))["compared"] != ["tab"]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("title,year", ["id", "title", "seen", "their_rating", "year"]),
        ("rating,title,year", ["id", "rating", "their_rating", "title", "seen", "year"]),
    ],
)
def test_the_columns_stand_beside_what_they_belong_to(header, expected) -> None:
    loaded = loaded_of(f"{header}\n" + "5,A,1970\n" * 2 if "rating" in header else f"{header}\nA,1970\nB,1971\n")
    films = loaded.compared(seen_in(loaded.index, {str(loaded.films.frame["id"].iloc[0]): 4.0})).films
    assert [column.name for column in films.columns] == expected == films.frame.columns.tolist()


def test_the_filter_of_a_comparison_without_one_is_said() -> None:
    assert parse({"seen": ["yes"]}, LIST.index) == (View(), (Ignored("unknown parameter", "seen", "yes"),))


@given(data=st.data())
def test_the_count_beside_seen_is_what_choosing_it_shows(data) -> None:
    seen = data.draw(seen_of(LIST.index))
    view = View(years=(1955, 1980)).with_comparison(seen)
    result = shown(LIST, view)
    facet = result.index.facets["seen"]
    numbers = dict(zip(facet.values, counts(result.index, view, facet, result.passing).tolist(), strict=True))
    for value in facet.values:
        there = shown(LIST, view.with_values("seen", (value,)))
        assert len(there.rows) == numbers[value]
        assert {there.index.frame["seen"].iloc[row] for row in there.rows} <= {value}
    assert sum(numbers.values()) == len(result.rows)


@pytest.mark.parametrize("code", languages())
def test_the_filter_in_words(code) -> None:
    view = view_of(LIST, SEEN).with_values("seen", ("no",))
    result = shown(LIST, view)
    words = {"en": "Seen: no", "ru": "Просмотрен: нет"}
    assert [filter_in_words(result.index, each, languages()[code]) for each in filters(result.index, view)] == [
        words[code]
    ]


def test_films_are_sorted_and_filtered_by_their_ratings() -> None:
    view = view_of(LIST, SEEN | {IDS[4]: 1.0, IDS[5]: 2.0, IDS[6]: 3.0})
    assert titles(shown(LIST, view.with_order(Sort("their_rating", True))))[:3] == ["Film 3", "Film 1", "Film 6"]
    assert titles(shown(LIST, view.with_range("their_rating", (3, 4.5)))) == ["Film 1", "Film 6"]


def test_stopping_takes_all_of_it_out_of_the_view() -> None:
    view = view_of(LIST, SEEN).with_values("seen", ("no",)).with_mode("seen", "none").with_order(Sort("their_rating"))
    stopped = view.with_range("their_rating", (1, None)).with_years((1960, None)).with_comparison(None)
    assert (to_link(stopped), shown(LIST, stopped).loaded) == ({"years": ["1960-"]}, LIST)


def test_a_list_compared_shares_what_is_costly_and_is_made_once() -> None:
    seen = seen_in(LIST.index, SEEN)
    one = LIST.compared(seen)
    assert one.compared(seen) is one is LIST.compared(seen)
    assert one.compared(None) is LIST
    assert (one.index.position, one.index.words, one.index.uncompared) == (
        LIST.index.position,
        LIST.index.words,
        LIST.index,
    )
    assert compared_index(LIST.index, seen) is one.index
    assert isinstance(one.index, Index)


def test_exports_hold_what_is_seen_and_their_rating() -> None:
    result = shown(LIST, view_of(LIST, SEEN))
    write = next(each.write for each in EXPORTS if each.ending == "csv")
    rows = [*csv.DictReader(io.StringIO(write(result, "").decode("utf-8-sig")))]
    assert [(row["seen"], row["their_rating"]) for row in rows[:5]] == [
        ("yes", ""),
        ("yes", "4.5"),
        ("yes", ""),
        ("yes", "9"),
        ("no", ""),
    ]
    again = loaded_of(
        "".join(
            f"{row['title']},{row['year']},{row['seen']}\n"
            for row in [dict(zip(*[["title", "year", "seen"]] * 2, strict=True)), *rows]
        )
    )
    assert again.films.frame.columns.tolist() == ["id", "title", "year", "seen (given)"]


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        ({}, "None of the 10 films here is in your list yet"),
        ({IDS[0]: None}, "You have seen 1 of 10 films"),
        (dict.fromkeys(IDS), "You have seen 10 of 10 films"),
    ],
    ids=["none", "one", "all"],
)
def test_how_much_is_seen_in_words(ratings, expected) -> None:
    result = shown(LIST, view_of(LIST, ratings))
    assert seen_in_words(result) == expected
    assert sum(each.seen for each in decades_seen(result.index, english())) == len(ratings)


def test_the_ways_to_both_lists_and_to_one() -> None:
    view = view_of(LIST, SEEN)
    offered = [*ways(shown(LIST, view))]
    assert [(name, is_chosen) for name, _, is_chosen in offered] == [
        ("In both lists: 4", False),
        ("Only in this list: 6", False),
    ]
    assert [len(shown(LIST, there).rows) for _, there, _ in offered] == [4, 6]
    assert [is_chosen for _, _, is_chosen in ways(shown(LIST, offered[0][1]))] == [True, False]
    assert [there for _, there, is_chosen in ways(shown(LIST, offered[0][1])) if is_chosen] == [view]


THERE = loaded_of('title,year,rating,Your Rating\nA,1970,7.1,9\nB,1971,7.2,\n"C\t<b>",,,3\nD,1973,,\n').films


def test_what_comes_of_a_matching_and_its_answers() -> None:
    matching = Matching((Match(0, 0, "id"),), (Unclear(1, (3, 4)), Unclear(2, (5,))))
    answers = {1: 4, 2: None}
    found = ratings_in_both(pairs_of(LIST.index, THERE, matching, answers))
    assert found == {IDS[0]: 9.0, IDS[4]: None}
    others = only_in(THERE, matching, answers)
    assert others == Only((OtherFilm("C\t<b>", None, 3.0), OtherFilm("D", 1973)), 2)
    view = compared_view(View(film=IDS[0]), LIST.index, found, others)
    assert (view.film, only_there(view)) == (IDS[0], Only((OtherFilm("C <b>", None, 3.0), OtherFilm("D", 1973)), 2))
    assert parse(to_link(view), LIST.index) == (view, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("title,rating\nA,7\nB,\n", [7.0, None], id="a rating"),
        pytest.param("title,rating,Your Rating\nA,7,1\nB,8,2\n", [1.0, 2.0], id="its owner's"),
        pytest.param("title\nA\n", [None], id="none"),
        pytest.param("title,rating\nA,good\n", [None], id="no number"),
    ],
)
def test_ratings_of_a_list(text, expected) -> None:
    assert ratings_of(loaded_of(text).films) == expected


def test_what_does_not_fit_into_a_link_is_not_in_it() -> None:
    many = [OtherFilm(digest(str(at)), 1970) for at in range(1_000)]
    assert packed(many) == packed([]) == packed([OtherFilm("x" * 200, 1)] * 1_000) == ""
    assert len(packed(many[:100])) <= LONGEST
    view = compared_view(View(), LIST.index, {}, Only(tuple(many[:10]), 11))
    assert view.only_there == ""


BOMB = packed([OtherFilm("x" * 199, 1)] * (MOST_BYTES // 220))


@pytest.mark.parametrize("text", ["", "!", "AAAA", "C87P", BOMB[:-3], "A" * 4_000, BOMB + "AAAA", "\u0000", "é"])
def test_a_text_that_packs_nothing(text) -> None:
    assert unpacked(BOMB)
    assert unpacked(text) is None or text == BOMB + "AAAA"
