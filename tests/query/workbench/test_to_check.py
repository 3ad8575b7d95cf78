"""What is left to check of a list: its sentences, what is doubtful about them, and how far one has come."""

from __future__ import annotations

import pytest

from dashboard.lists.loading import load_list
from dashboard.lists.package import ListPackage
from dashboard.lists.source import uploaded_source
from dashboard.query.loaded_list import LoadedList
from dashboard.query.workbench.to_check import doubts_of, notices_in, texts_of, to_check

FILMS = (
    "id,title,year,release_date,description,note,note_ru\n"
    "a,Solaris,1972,1972-05-13,It is on a station. It was shot in Omsk.,By hand.,Рукой.\n"
    "b,Moon,1965,1990-01-01,Scenes were shot aboard Salyut 6. Long.,,\n"
    "c,Bare,,,,,\n"
)
CLAIMS = "film_id,field,quote,claim,verdict\na,description,shot in Omsk,It was.,judgement\n"


def loaded(films: str = FILMS, claims: str = "") -> LoadedList:
    files = {"films.csv": films, **({"claims.csv": claims} if claims else {})}
    package = ListPackage("", {name: text.encode() for name, text in files.items()})
    return load_list(uploaded_source(package, "link.x", "A list."))


def told(found: LoadedList) -> list[tuple[str, str, bool]]:
    return [(each.film, each.span.of(texts_of(found, each.film)), each.is_checked) for each in to_check(found)]


@pytest.mark.parametrize(
    ("claims", "checked"),
    [("", []), (CLAIMS, ["It was shot in Omsk."]), (CLAIMS.replace("shot in Omsk", "shot in Perm"), [])],
    ids=["nothing said", "one said", "its words are gone"],
)
def test_every_sentence_of_the_longer_texts(claims: str, checked: list[str]) -> None:
    expected = [
        *(("a", text) for text in ("It is on a station.", "It was shot in Omsk.", "By hand.")),
        *(("b", text) for text in ("Scenes were shot aboard Salyut 6.", "Long.")),
    ]
    assert told(loaded(claims=claims)) == [(film, text, text in checked) for film, text in expected]


@pytest.mark.parametrize("films", ["title,year\nA,1970\n", "title,year,description\nA,1970,\n"], ids=["none", "empty"])
def test_a_list_without_texts_has_nothing_to_check(films: str) -> None:
    assert to_check(loaded(films)) == ()


def test_texts_begin_with_the_long_ones() -> None:
    found = loaded()
    assert [*texts_of(found, "a")][:2] == ["description", "note"]
    assert texts_of(found, "c") == {"title": "Bare"}


def test_a_notice_belongs_to_its_sentence() -> None:
    found = loaded()
    assert [len(notices_in(found, each)) for each in to_check(found)] == [0, 0, 0, 1, 0]


def test_what_is_doubtful_belongs_to_its_film() -> None:
    kinds = {film: [each.kind for each in problems] for film, problems in doubts_of(loaded()).items()}
    assert kinds == {"b": ["years differ"], "c": ["no year"]}
