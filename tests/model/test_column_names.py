import unicodedata

import pytest

from dashboard.cleaning.mapping import mapping_of
from dashboard.model.column_names import NAMES, _folded, column_of
from dashboard.model.schema import BY_NAME

# for each kind of list people have its headers and the column of the schema each means; empty for one of its own
LISTS = {
    "Letterboxd, watched": {"Date": "", "Name": "title", "Year": "year", "Letterboxd URI": ""},
    "Letterboxd, a list": {"Position": "", "Name": "title", "Year": "year", "URL": "", "Description": "description"},
    "Letterboxd, about a list": {
        "Date": "",
        "Name": "title",
        "Tags": "themes",
        "URL": "",
        "Description": "description",
    },
    "IMDb, a list": {
        "Position": "",
        "Const": "imdb_id",
        "Created": "",
        "Modified": "",
        "Description": "description",
        "Title": "title",
        "Original Title": "original_title",
        "URL": "",
        "Title Type": "kind",
        "IMDb Rating": "rating",
        "Runtime (mins)": "running_time_min",
        "Year": "year",
        "Genres": "genres",
        "Num Votes": "",
        "Release Date": "release_date",
        "Directors": "director",
        "Your Rating": "",
        "Date Rated": "",
    },
    "IMDb, title.basics": {
        "tconst": "imdb_id",
        "titleType": "kind",
        "primaryTitle": "title",
        "originalTitle": "original_title",
        "isAdult": "",
        "startYear": "year",
        "endYear": "",
        "runtimeMinutes": "running_time_min",
        "genres": "genres",
    },
    "a list in Hindi": {"शीर्षक": "title", "वर्ष": "year", "निर्देशक": "director", "अवधि (मिनट)": "running_time_min"},
    "a list in Georgian": {"სათაური": "title", "წელი": "year", "რეჟისორი": "director", "ქვეყანა": "country"},
    "titles by language": {"title.en": "title", "title.ru": "", "year": "year", "rating.en.count": ""},
    "MovieLens": {"movieId": "", "title": "title", "genres": "genres"},
    "TMDb": {
        "adult": "",
        "backdrop_path": "",
        "genre_ids": "",
        "id": "id",
        "original_language": "language",
        "original_title": "original_title",
        "overview": "description",
        "popularity": "",
        "poster_path": "",
        "release_date": "release_date",
        "title": "title",
        "video": "",
        "vote_average": "rating",
        "vote_count": "",
    },
    "vega movies.json": {
        "Title": "title",
        "US Gross": "",
        "Worldwide Gross": "",
        "US DVD Sales": "",
        "Production Budget": "",
        "Release Date": "release_date",
        "MPAA Rating": "",
        "Running Time min": "running_time_min",
        "Distributor": "",
        "Source": "",
        "Major Genre": "genres",
        "Creative Type": "",
        "Director": "director",
        "Rotten Tomatoes Rating": "",
        "IMDB Rating": "rating",
        "IMDB Votes": "",
    },
    "Russian": {
        "Название": "title",
        "Оригинальное название": "original_title",
        "Год": "year",
        "Режиссёр": "director",
        "Страна": "country",
        "Жанр": "genres",
        "Описание": "description",
        "В ролях": "cast",
        "Хронометраж": "running_time_min",
        "Киностудия": "studio",
        "Рейтинг": "rating",
    },
    "Russian, otherwise": {
        "№": "",
        "Фильм": "title",
        "Год выпуска": "year",
        "Режиссер-постановщик": "director",
        "Дата премьеры": "release_date",
        "ID Кинопоиск": "kinopoisk_id",
        "Примечание": "note",
    },
    "German": {
        "Titel": "title",
        "Originaltitel": "original_title",
        "Jahr": "year",
        "Land": "country",
        "Regie": "director",
        "Genre": "genres",
        "Laufzeit": "running_time_min",
        "Beschreibung": "description",
        "Besetzung": "cast",
        "Sprache": "language",
        "Bewertung": "rating",
    },
    "French": {
        "Titre": "title",
        "Titre original": "original_title",
        "Année": "year",
        "Pays": "country",
        "Réalisateur": "director",
        "Genre": "genres",
        "Durée": "running_time_min",
        "Résumé": "description",
        "Acteurs": "cast",
        "Langue": "language",
        "Date de sortie": "release_date",
    },
    "Spanish": {
        "Título": "title",
        "Título original": "original_title",
        "Año": "year",
        "País": "country",
        "Director": "director",
        "Género": "genres",
        "Duración": "running_time_min",
        "Sinopsis": "description",
        "Reparto": "cast",
        "Idioma": "language",
        "Puntuación": "rating",
    },
    "Italian": {
        "Titolo": "title",
        "Titolo originale": "original_title",
        "Anno": "year",
        "Paese": "country",
        "Regia": "director",
        "Genere": "genres",
        "Durata": "running_time_min",
        "Trama": "description",
        "Interpreti": "cast",
        "Lingua": "language",
    },
    "Polish": {
        "Tytuł": "title",
        "Tytuł oryginalny": "original_title",
        "Rok produkcji": "year",
        "Kraj": "country",
        "Reżyser": "director",
        "Gatunek": "genres",
        "Czas trwania": "running_time_min",
        "Opis": "description",
        "Obsada": "cast",
        "Język": "language",
    },
}


@pytest.mark.parametrize("headers", LISTS.values(), ids=LISTS)
def test_a_list_s_headers(headers):
    assert dict(zip(headers, mapping_of(tuple(headers)), strict=True)) == headers


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("title", "title"),
        ("  TITLE ", "title"),
        ("Running  Time\tMin", "running_time_min"),
        ("running_time_min", "running_time_min"),
        ("releaseYear", "year"),
        ("release-year", "year"),
        ("Director(s)", "director"),
        ("Genre(s)", "genres"),
        ("**Title**", "title"),
        ("# Title", "title"),
        ("Title:", "title"),
        ("Ｔｉｔｌｅ", "title"),
        (unicodedata.normalize("NFD", "Режиссёр"), "director"),
        (unicodedata.normalize("NFD", "Année"), "year"),
        ("Режиссер", "director"),
        ("Год выпуска", "year"),
        ("imdbID", "imdb_id"),
        ("imdb_id", "imdb_id"),
        ("IMDb", "imdb_id"),
    ],
)
def test_a_header_s_column_however_it_is_written(header, column):
    assert column_of(header) == column


@pytest.mark.parametrize(
    "header",
    ["", " ", "#", "*", "-", "Shelf mark", "titles of songs", "Date", "Source", "rank", "Rank", "decade", "ID#"],
)
def test_a_header_nobody_knows(header):
    assert column_of(header) is None


@pytest.mark.parametrize(
    ("header", "mapping"),
    [
        (("Name", "Title"), ("", "title")),
        (("Title", "Name"), ("title", "")),
        (("Film", "Name"), ("", "title")),
        (("Movie", "Film"), ("", "title")),
        (("Title", "title"), ("title", "")),
        (("English title", "Titel", "Title"), ("", "", "title")),
        (("Release Year", "Year"), ("", "year")),
        (("Date", "Release date"), ("", "release_date")),
        (("Source", "Source title"), ("", "source_title")),
        (("rank", "rating"), ("", "rating")),
        (("Rating", "IMDb Rating"), ("rating", "")),
        (("Режиссер", "Режиссёр"), ("director", "")),
        (("", ""), ("", "")),
        ((), ()),
    ],
    ids=lambda value: ", ".join(value) if isinstance(value, tuple) else "",
)
def test_of_two_headers_for_one_column_one_is_taken(header, mapping):
    assert mapping_of(header) == mapping


def test_no_synonym_stands_for_two_columns():
    names = [_folded(name) for names in NAMES.values() for name in names]
    assert sorted(names) == sorted(set(names))
    assert set(NAMES) <= set(BY_NAME)


def test_a_synonym_means_its_column_unless_it_is_the_name_of_another():
    wrong = {name: column_of(name) for column, names in NAMES.items() for name in names if column_of(name) != column}
    assert wrong == {}
    assert {column_of(name) for name in BY_NAME} == set(BY_NAME)


def test_what_stands_in_brackets_may_be_ignored_but_not_before_a_plain_name():
    assert mapping_of(["Name (Russian)", "Year (release)"]) == ("title", "year")
    assert mapping_of(["Name (Russian)", "Name", "Year"]) == ("", "title", "year")
    assert mapping_of(["Title", "Year (as given)"]) == ("title", "")
