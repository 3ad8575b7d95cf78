"""What was published, compared with what is published now."""

import json
from dataclasses import replace

import pytest

from dashboard.exports.site.state import (
    FilmState,
    Gone,
    State,
    StateError,
    changes,
    film_states,
    gone_since,
    read_state,
)
from dashboard.i18n.languages import english, languages
from dashboard.lists.loading import load_list
from dashboard.lists.source import published_source
from tests.foreign import loaded_of


def film(name, known="1", again="", **statements):
    return FilmState(name, name.lower(), known, again, statements)


A, B, C = film("A"), film("B", s1="supported", s2="not established"), film("C", again="tt1")
BEFORE = State("T", "p 1", "2026-01-01", "x", {"a": A, "b": B, "c": C}, {}, {"index.html": "1"})


def now(films, gone=None, **more):
    return replace(BEFORE, films=films, gone=gone or {}, **more)


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (BEFORE, "Nothing changed"),
        (replace(BEFORE, files={"index.html": "2"}), "No film changed; pages or files did"),
        (now({"a": A, "b": B, "c": C, "d": film("D {x}")}), "1 film added (D {x})"),
        (now({"a": A, "b": B, "c": C, "d": film("D"), "e": film("E")}), "2 films added (D and E)"),
        (now({"a": A, "b": B}, {"c": Gone("C", "c")}), "1 film removed (C)"),
        (now({"a": A, "b": B, "d": film("D")}, {"c": Gone("C", "c", "d")}), "1 film renamed"),
        (now({"a": A, "b": film("B", "2", s1="contradicted", s2="not established"), "c": C}), "1 verdict changed"),
        (
            now({"a": A, "b": film("B", "2", s2="not established", s3="supported"), "c": C}),
            "1 statement added and 1 statement removed",
        ),
        (now({"a": film("A", "2"), "b": B, "c": C}), "1 film changed (A)"),
        (
            now({f"n{at}": film(f"N{at}") for at in range(9)} | {"b": film("B", "2", s1="judgement", s2="supported")}),
            "9 films added (N0, N1, N2 and 6 more), 2 films removed (A and C) and 2 verdicts changed",
        ),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_changed_in_words(after, said):
    assert changes(BEFORE, after, english()) == said


def test_it_is_said_in_each_language():
    assert changes(BEFORE, now({"a": A, "c": C}), languages()["ru"]) == "Удалён 1 фильм (B)"


@pytest.mark.parametrize(
    ("before", "films", "gone"),
    [
        (None, {"a": A}, {}),
        (BEFORE, BEFORE.films, {}),
        (BEFORE, {"a": A, "b": B}, {"c": Gone("C", "c")}),
        (BEFORE, {"a": A, "b": B, "d": film("D", again="tt1")}, {"c": Gone("C", "c", "d")}),
        (BEFORE, {"a": A, "b": B, "d": film("D", again="tt2")}, {"c": Gone("C", "c")}),
        (BEFORE, {"a": A, "b": B, "d": film("D", again="tt1"), "e": film("E", again="tt1")}, {"c": Gone("C", "c")}),
        (BEFORE, {"b": B, "c": C, "d": film("D")}, {"a": Gone("A", "a")}),
        (
            now({"d": film("D", again="tt1")}, {"c": Gone("C", "c", "d")}),
            {"e": film("E", again="tt1")},
            {"c": Gone("C", "c", "e"), "d": Gone("D", "d", "e")},
        ),
        (now({"a": A}, {"c": Gone("C", "c")}), {"a": A, "c": C}, {}),
        (now({"a": A}, {"c": Gone("C", "c")}), {"a": A, "C": C}, {}),
    ],
    ids=[
        *(
            "the first time",
            "nothing",
            "gone",
            "renamed",
            "another film",
            "two that could be it",
            "nothing to tell it by",
        ),
        *("renamed twice", "back again", "its folder is another film's"),
    ],
)
def test_films_that_went(before, films, gone):
    assert gone_since(before, films) == gone


def test_a_film_is_told_again_by_its_site_or_by_all_else():
    text = "x" * 60
    csv = f"id,title,imdb_id,description\na,A,tt0069293,u\nb,B,,{text}\nc,C,,short\n"
    other = f"id,title,imdb_id,description\nd,D,tt0069293,v\ne,E,,{text}\nf,F,,short\n"
    one, two = (
        film_states(loaded_of(each), {name: name for name in names}) for each, names in ((csv, "abc"), (other, "def"))
    )
    assert [state.again for state in one.values()] == [state.again for state in two.values()]
    assert [bool(state.again) for state in one.values()] == [True, True, False]
    assert not {state.known for state in one.values()} & {state.known for state in two.values()}


def test_a_state_reads_back():
    loaded = load_list(published_source())
    state = replace(
        BEFORE,
        films=film_states(loaded, {name: name for name in loaded.films.frame["id"]}),
        gone={"x": Gone("X", "x", "a")},
    )
    assert read_state(state.as_json()) == state


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"format": 1}',
        json.dumps({"format": 1, "films": 3}).encode(),
        BEFORE.as_json()[:-20],
    ],
)
def test_what_is_no_state_is_refused(data):
    with pytest.raises(StateError, match=r"x is no state of a published site\."):
        read_state(data, "x")


def test_a_state_of_another_version_is_refused():
    with pytest.raises(StateError, match="written by another version"):
        read_state(BEFORE.as_json().replace(b'"format": 1', b'"format": 2'))
