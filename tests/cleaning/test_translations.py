"""Columns that say in another language what another column of the list says: which are, and that nothing is lost."""

from __future__ import annotations

import csv
import io

import pytest

from dashboard.cleaning.own_form import list_csv
from dashboard.cleaning.validate import FilmList, validate
from dashboard.formats.separated.delimited import read_csv
from dashboard.i18n.languages import languages
from dashboard.i18n.names import column_name, value_name
from dashboard.query.index import Index
from dashboard.query.search.matching import found

ENGLISH, RUSSIAN = languages()["en"], languages()["ru"]


def films(**columns: tuple[str, ...]) -> FilmList:
    """A list of three films with some further columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(["title", "year", *(name.replace("__", " ") for name in columns)])
    writer.writerows(zip("ABC", ("1970", "1971", "1972"), *columns.values(), strict=True))
    return validate(read_csv(text.getvalue().encode(), "films.csv"))


PEOPLE, PEOPLE_RU = ("Ann Bee; Cy Dee", "Ann Bee", "Eve"), ("Анна Би; Сай Ди", "Анна Би", "Ева")
NOTES, NOTES_RU = ("One note.", "Another.", "A third."), ("Одна заметка.", "Другая.", "Третья.")
ADDRESSES = ("https://a.org/1", "https://a.org/2", "https://a.org/3")


@pytest.mark.parametrize(
    ("columns", "translations"),
    [
        ({"director": PEOPLE, "director_ru": PEOPLE_RU}, {"director_ru": ("director", "ru")}),
        ({"director_ru": PEOPLE_RU, "director": PEOPLE}, {"director_ru": ("director", "ru")}),
        ({"Directed__by": PEOPLE, "director_ru": PEOPLE_RU}, {"director_ru": ("director", "ru")}),
        ({"Shelf": NOTES, "Shelf__RU": NOTES_RU}, {"Shelf RU": ("Shelf", "ru")}),
        (
            {"note": NOTES, "note_ru": NOTES_RU, "note_de": NOTES},
            {"note_ru": ("note", "ru"), "note_de": ("note", "de")},
        ),
        ({"note": NOTES, "note_ru": ("", "Другая.", "")}, {"note_ru": ("note", "ru")}),
        ({"note": NOTES, "note_ru": NOTES_RU, "Note__RU": NOTES_RU}, {"note_ru": ("note", "ru")}),
        ({"note": NOTES, "note_ca": NOTES}, {"note_ca": ("note", "ca")}),
        ({"director": PEOPLE, "director_ca": PEOPLE}, {}),
        ({"director": PEOPLE, "director_id": ("nm1", "nm2", "nm3")}, {}),
        ({"director": PEOPLE, "director_no": ("1", "2", "3")}, {}),
        ({"director": PEOPLE, "director_it": ADDRESSES}, {}),
        ({"studio": PEOPLE, "studio_uk": PEOPLE}, {}),
        ({"note": NOTES, "note_xx": NOTES}, {}),
        ({"note": NOTES, "note_ru": ("", "", "")}, {}),
        ({"note_ru": NOTES_RU}, {}),
        ({"rating": ("1", "2", "3"), "rating_de": NOTES}, {}),
        ({"original_title": NOTES, "title_ru": NOTES_RU, "original_title_ru": NOTES_RU}, {}),
        ({"source_title": NOTES, "source_title_ru": NOTES_RU}, {}),
        ({"note": NOTES, "note_ru": NOTES_RU, "note_ru_de": NOTES}, {"note_ru": ("note", "ru")}),
    ],
    ids=[
        "a schema's column",
        "before its original",
        "the original by another header",
        "the list's own",
        "two languages",
        "half empty",
        "two for one language",
        "a long text in a language of few",
        "a code that is a country too",
        "numbers of people",
        "whole numbers",
        "addresses",
        "Latin letters for Ukrainian",
        "no language",
        "empty",
        "no original",
        "numbers have none",
        "titles",
        "titles of sources",
        "a translation's translation",
    ],
)
def test_which_columns_are_translations(
    columns: dict[str, tuple[str, ...]], translations: dict[str, tuple[str, str]]
) -> None:
    read = films(**columns)
    assert {each.name: (each.translates, each.language) for each in read.columns if each.translates} == translations
    for name, cells in columns.items():
        named = [each for each in read.columns if each.name.casefold() == name.replace("__", " ").casefold()]
        for column in named[:1]:
            assert column.kind.texts(read.frame[column.name].fillna("")).tolist() == [*cells]


@pytest.mark.parametrize(
    "columns",
    [
        {"director": PEOPLE, "director_ru": PEOPLE_RU},
        {"note": NOTES, "note_ru": NOTES_RU},
        {"Shelf": NOTES, "Shelf_ru": NOTES_RU},
        {"note": NOTES, "note_ru": ("<b>&amp</b>я", "=1+1 я", "Два\r\nряда")},
    ],
    ids=["several values", "long text", "the list's own", "hostile"],
)
def test_a_translation_is_written_and_read_back_unchanged(columns: dict[str, tuple[str, ...]]) -> None:
    read = films(**columns)
    again = validate(read_csv(list_csv(read), "films.csv"))
    assert (again.columns, list_csv(again)) == (read.columns, list_csv(read))
    assert again.frame.equals(read.frame)


def test_a_translation_is_no_filter_and_is_searched() -> None:
    index = Index(films(director=PEOPLE, director_ru=PEOPLE_RU))
    assert "director_ru" not in index.filters
    assert {word: found(index, word).tolist() for word in ("Анна", "ann", "Ева")} == {
        "Анна": [True, True, False],
        "ann": [True, True, False],
        "Ева": [False, False, True],
    }


@pytest.mark.parametrize(
    ("translated", "names"),
    [
        (PEOPLE_RU, {"Ann Bee": "Анна Би", "Cy Dee": "Сай Ди", "Eve": "Ева"}),
        (("Анна Би", "", "Ева"), {"Eve": "Ева"}),
        (("Анна Би; Сай Ди", "Иная", "Ева"), {"Ann Bee": "Анна Би", "Cy Dee": "Сай Ди", "Eve": "Ева"}),
    ],
    ids=["each", "not as many", "the first counts"],
)
def test_what_values_are_called(translated: tuple[str, ...], names: dict[str, str]) -> None:
    column = next(each for each in films(director=PEOPLE, director_ru=translated).columns if each.name == "director")
    assert dict(column.in_languages["ru"]) == names
    assert [value_name(column, value, RUSSIAN) for value in ("Ann Bee", "X")] == [names.get("Ann Bee", "Ann Bee"), "X"]
    assert value_name(column, "Ann Bee", ENGLISH) == "Ann Bee"


def test_a_translation_is_called_as_its_original() -> None:
    columns = {each.name: each for each in films(director=PEOPLE, director_ru=PEOPLE_RU).columns}
    assert column_name(columns["director_ru"], RUSSIAN) == column_name(columns["director"], RUSSIAN) == "Режиссёр"


def test_cells_in_a_language() -> None:
    index = Index(films(note=NOTES, note_ru=("", "Другая.", "")))
    rows = index.frame.index.to_numpy()
    assert index.in_language("note", rows, "ru").tolist() == ["One note.", "Другая.", "A third."]
    assert index.in_language("note", rows[1:2], "de").tolist() == ["Another."]
