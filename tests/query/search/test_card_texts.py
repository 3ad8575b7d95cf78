"""What a card says beside the list's cells is found: statements, verdicts, sources, which film it is, the calendar."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.i18n.languages import english, languages
from dashboard.lists.loading import load_list
from dashboard.lists.source import own_source
from dashboard.query.loaded_list import LoadedList
from dashboard.query.matching.seen import seen_in
from dashboard.query.result import run_query
from dashboard.query.search.matching import first_found_in, found_in, marked, marks, text_found
from dashboard.query.view import View

FILES = {
    "films.csv": "id,title,year,fact,verdict\n"
    "moon,Moon,1950,It was the last Soviet film.,own\n"
    "orbit,Orbit,1960,Sputnik <b>flew</b>.,\n"
    "bare,Bare,1970,,\n"
    "salyut,Salyut,1980,,\n",
    "claims.csv": "film_id,field,quote,claim,verdict,reason,reason_ru,source_title,source_url,checked_by,archived_url\n"
    "moon,fact,the last Soviet film,It was the last,contradicted,Salyut 6 came later.,«Салют-6» был позже.,"
    "A <i>chronicle</i>,https://www.example.org/Salyut,Vera,https://archive.example/1\n"
    "orbit,fact,flew,It flew,judgement,<b>Mir</b>,,,,,\n",
    "identities.csv": "film_id,status,filmography_id,note,note_ru\n"
    "bare,not found,,No archive lists it.,В архивах нет.\n",
    "calendar.csv": "name,name_ru,applies_to,aliases,from,event,source_title,source_url\n"
    "Gagarin,Гагарин,mention,Gagarin,1961-04-12,flew,Chronicle of flights,https://flights.example/g\n",
}
FILES["films.csv"] += "early,Early,1955,Gagarin is filmed in orbit.,\n"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> LoadedList:
    folder: Path = tmp_path_factory.mktemp("cards")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_list(own_source(folder))


def shown(loaded: LoadedList, search: str) -> list[str]:
    result = run_query(loaded, View(search=search), "", english())
    return [str(each) for each in result.index.frame["id"].iloc[result.rows]]


def places(loaded: LoadedList, film: str, search: str) -> list[str]:
    return [column.name for column in found_in(loaded.index, loaded.index.position[film], search)]


@pytest.mark.parametrize(
    ("search", "films"),
    [
        pytest.param("later", ["moon"], id="a reason"),
        pytest.param("позже", ["moon"], id="a reason in another language"),
        pytest.param("Salyut", ["salyut", "moon"], id="the list's own words come first"),
        pytest.param("Saliut", ["moon", "salyut"], id="in another spelling"),
        pytest.param("chronicle", ["moon", "early"], id="titles of sources"),
        pytest.param("example.org", ["moon"], id="the site of a source"),
        pytest.param("https://www.EXAMPLE.org/salyut", ["moon"], id="an address"),
        pytest.param("archive.example/1", ["moon"], id="an archived copy"),
        pytest.param("xample.org", [], id="a part of a site"),
        pytest.param("example.org/Sal", ["moon"], id="how an address begins"),
        pytest.param("Vera", ["moon"], id="who looked it up"),
        pytest.param("judgement", ["orbit"], id="a verdict"),
        pytest.param("опровергнуто", ["moon"], id="a verdict in another language"),
        pytest.param("archive", ["bare"], id="a note on which film it is"),
        pytest.param('"no archive lists"', ["bare"], id="a phrase"),
        pytest.param("Gagarin mentions", ["early"], id="a notice"),
        pytest.param("Гагарин", ["early"], id="a notice in another language"),
        pytest.param("-later -archive", ["orbit", "salyut", "early"], id="left out"),
        pytest.param("moon later", ["moon"], id="a title and a reason"),
        pytest.param("statements:later", ["moon"], id="in one part"),
        pytest.param("утверждения:позже", ["moon"], id="in one part, named in another language"),
        pytest.param("-statements:later", ["orbit", "bare", "salyut", "early"], id="not in one part"),
        pytest.param("statements:orbit", [], id="not in the part that is named"),
        pytest.param("sources:chronicle", ["moon", "early"], id="in sources"),
        pytest.param("which_film:archive", ["bare"], id="in which film it is"),
        pytest.param("calendar:flew", ["early"], id="in the calendar check"),
        pytest.param("verdict:own", ["moon"], id="a column of the list has its name for itself"),
        pytest.param("<b>", ["orbit"], id="markup is text"),
        pytest.param("Mir", ["orbit"], id="a name between markup"),
    ],
)
def test_what_stands_on_a_card_is_found(loaded, search, films) -> None:
    assert shown(loaded, search) == films


@pytest.mark.parametrize(
    ("film", "search", "names"),
    [
        ("moon", "later", [" statements"]),
        ("moon", "contradicted", [" verdict"]),
        ("moon", "example.org", [" source_address"]),
        ("moon", "moon later", ["id", "title", " statements"]),
        ("early", "gagarin", ["fact", " calendar"]),
        ("bare", "later", []),
    ],
)
def test_where_it_is_found(loaded, film, search, names) -> None:
    assert places(loaded, film, search) == names


def test_a_closed_card_names_parts_only_where_the_list_has_not_all_words(loaded) -> None:
    row = loaded.index.position["early"]
    assert [each.name for each in first_found_in(loaded.index, row, "gagarin")] == ["fact"]
    assert [each.name for each in first_found_in(loaded.index, row, "gagarin mentions")] == ["fact", " calendar"]


@pytest.mark.parametrize(
    ("code", "search", "text"),
    [
        ("en", "later", "Salyut 6 came later."),
        ("ru", "позже", "«Салют-6» был позже."),
        pytest.param("ru", "later", "Salyut 6 came later.", id="as it is found, where the page has it otherwise"),
    ],
)
def test_the_text_in_which_it_is_found_is_shown_in_the_page_s_language(loaded, code, search, text) -> None:
    part = loaded.index.asked[" statements"]
    assert text_found(loaded.index, loaded.index.position["moon"], part, search, code) == text


def test_what_is_marked_in_a_part(loaded) -> None:
    part = loaded.index.asked[" statements"]
    words = marks(loaded.index, "later director:x", part)
    assert marked("It came later.", words) == [("It came ", False), ("later", True), (".", False)]


def test_a_list_without_evidence_has_no_more_to_search(tmp_path) -> None:
    (tmp_path / "films.csv").write_text("title\nMoon\n", encoding="utf-8")
    index = load_list(own_source(tmp_path / "films.csv")).index
    assert (index.on_cards.parts, index.on_cards.rows.tolist()) == ((), [])
    assert index.asked.keys() == index.columns.keys()


def test_a_comparison_changes_nothing_of_it(loaded) -> None:
    seen = seen_in(loaded.index, {"bare": None})
    compared = loaded.compared(seen)
    assert compared.index.on_cards is loaded.index.on_cards
    assert shown(compared, "later") == ["moon"]


def test_a_text_for_every_language_of_the_page(loaded) -> None:
    (status, note) = loaded.index.on_cards.of(loaded.index.asked[" which_film"], loaded.index.position["bare"])
    assert [code for code, _ in status.translations] == sorted(languages().keys() - {"en"})
    assert (note.original, note.translations) == ("No archive lists it.", (("ru", "В архивах нет."),))
