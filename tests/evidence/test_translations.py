"""Texts of the evidence in more languages than their own: which column is whose, and what a page shows."""

import pytest

from dashboard.cleaning.validate import validate
from dashboard.evidence.calendar_check.calendar import check_calendar, notice_in_words
from dashboard.evidence.calendar_check.events import read_calendar
from dashboard.evidence.claims import COLUMNS
from dashboard.evidence.identities import Identity
from dashboard.evidence.translations import MultilingualText, Translations, columns_with_translations, translations_in
from dashboard.formats.separated.delimited import read_csv
from dashboard.i18n.codes import divided, language_codes
from dashboard.i18n.languages import languages

BOTH = MultilingualText("Why.", (("de", "Warum."), ("ru", "Почему.")))
ONLY = MultilingualText("", (("de", "Warum."), ("ru", "Почему.")))
PLAIN = MultilingualText("Why.")


@pytest.mark.parametrize(
    ("text", "page", "own", "shown"),
    [
        (BOTH, "ru", "en", ("Почему.", "")),
        (BOTH, "de", "", ("Warum.", "")),
        (BOTH, "en", "en", ("Why.", "")),
        (BOTH, "fr", "en", ("Why.", "en")),
        (BOTH, "fr", "", ("Why.", "")),
        (BOTH, "de_AT", "en", ("Warum.", "")),
        (MultilingualText("Why.", (("en", "Said."),)), "en", "en", ("Said.", "")),
        (PLAIN, "ru", "en", ("Why.", "en")),
        (PLAIN, "ru", "", ("Why.", "")),
        (PLAIN, "ru", "ru", ("Why.", "")),
        (ONLY, "ru", "en", ("Почему.", "")),
        (ONLY, "en", "en", ("Warum.", "de")),
        (MultilingualText(""), "ru", "en", ("", "en")),
        (MultilingualText("a", (("pt", "b"), ("pt_br", "c"))), "pt_BR", "", ("c", "")),
    ],
    ids=[
        "translated",
        "original's language not known",
        "page's language is the list's",
        "no such translation",
        "no such translation of a language not known",
        "a country's form",
        "a column for the list's own language",
        "not translated",
        "not translated, language not known",
        "not translated, in the page's language",
        "no original",
        "no original, and none in the page's language",
        "nothing",
        "the form before the language",
    ],
)
def test_a_text_in_the_language_of_a_page(text, page, own, shown):
    assert text.in_language(page, own) == shown


@pytest.mark.parametrize(
    ("text", "is_there"), [(BOTH, True), (ONLY, True), (PLAIN, True), (MultilingualText(""), False)]
)
def test_a_text_is_there(text, is_there):
    assert bool(text) is is_there


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("reason_ru", ("reason", "ru")),
        ("Source note DE", ("source_note", "de")),
        ("source-note-de", ("source_note", "de")),
        ("reason_xx", ("", "")),
        ("reason", ("", "")),
        ("checked_on", ("", "")),
        ("checked_by", ("", "")),
        ("archived_url", ("", "")),
        ("film_id", ("film", "id")),
        ("_ru", ("", "")),
        ("ru", ("", "")),
        ("", ("", "")),
        ("note_no_ru", ("note_no", "ru")),
    ],
)
def test_divided(name, column):
    assert divided(name) == column


def test_codes():
    assert {"en", "ru", "de", "zh", "be", "cy"} <= language_codes()
    assert {code.casefold() for code in languages()} <= language_codes()
    assert {"xx", "by", "on", "url", ""}.isdisjoint(language_codes())


def test_no_column_of_the_evidence_is_taken_for_a_translation():
    assert [name for name in COLUMNS if divided(name)[1]] == ["film_id"]


@pytest.mark.parametrize(
    ("cells", "texts"),
    [
        ({"note": "a", "note_ru": "б", "note_de": "c"}, (("note", "de", "c"), ("note", "ru", "б"))),
        ({"note": "a", "note_ru": ""}, ()),
        ({"note_ru": "б"}, (("note", "ru", "б"),)),
        ({"note": "a", "note_xx": "b", "quote_ru": "б", "film_id": "f"}, ()),
        ({"note_ru": "<b>&\r\nб"}, (("note", "ru", "<b>&\r\nб"),)),
        ({}, ()),
    ],
    ids=["two languages", "empty", "without its original", "others", "markup and line breaks", "nothing"],
)
def test_translations_in_a_row(cells, texts):
    assert translations_in(cells, ("note", "text")) == Translations(texts)


def identity(*texts):
    return Identity("a", "not found", "", "", Translations(texts))


def test_translations_stand_behind_their_columns():
    rows = [identity(("note", "ru", "б")), identity(), identity(("note", "de", "a"))]
    assert columns_with_translations(("id", "note", "end"), rows) == ("id", "note", "note_de", "note_ru", "end")
    assert columns_with_translations(("id", "note"), []) == ("id", "note")
    assert rows[0].translations.cells == {"note_ru": "б"}


CALENDAR = "name,{names},applies_to,aliases,from,event\nConcorde,{cells},mention,Concorde jet,1969-03-02,flew\n"


@pytest.mark.parametrize(
    ("names", "cells", "name"),
    [
        ("name_ru", "«Конкорд»", "«Конкорд»"),
        ("Name RU", "«Конкорд»", "«Конкорд»"),
        ("name_ru", "", "Concorde"),
        ("name_de", "Konkord", "Concorde"),
        ("name_xx", "?", "Concorde"),
        ("name_ru,name_ru", "«Конкорд»,другой", "«Конкорд»"),
        ("name_ru,name_ru", ",«Конкорд»", "«Конкорд»"),
    ],
    ids=["translated", "as people write it", "empty", "another language", "no language", "twice", "twice, one empty"],
)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_thing_of_the_calendar_is_named_in_the_language_of_the_page(names, cells, name, line_break):
    text = CALENDAR.format(names=names, cells=cells).replace("\n", line_break)
    events, problems = read_calendar(read_csv(text.encode(), "calendar.csv"))
    films = b"title,year,description\nA,1950,They fly in a Concorde jet.\n"
    (notice,) = check_calendar(validate(read_csv(films, "films.csv")), events)
    assert problems == ()
    assert f"упоминается {name}:" in notice_in_words(notice, languages()["ru"])
    assert "mentions Concorde, which flew on" in notice_in_words(notice, languages()["en"])
