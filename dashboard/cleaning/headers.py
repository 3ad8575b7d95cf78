"""Which of the schema's columns a list's own headers mean, in the languages and forms people have."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from dashboard.model.schema import SCHEMA

NAMES: dict[str, tuple[str, ...]] = {
    "title": (
        *("title", "name", "film", "movie", "primary title", "film title", "movie title", "film name", "movie name"),
        *("название", "название фильма", "фильм", "наименование", "заглавие", "русское название"),
        *("titel", "filmtitel", "titre", "titre du film", "título", "titulo", "titolo", "tytuł", "назва"),
        "english title",
    ),
    "original_title": (
        *("original title", "original name", "title in original language", "оригинальное название"),
        *("название в оригинале", "originaltitel", "titre original", "título original", "titolo originale"),
        "tytuł oryginalny",
    ),
    "other_titles": (
        *("other titles", "alternative titles", "alternative title", "also known as", "aka"),
        *("другие названия", "альтернативное название"),
    ),
    "year": (
        *("year", "release year", "year of release", "year released", "start year", "production year", "yr"),
        *("film year", "год", "год выпуска", "год выхода", "год производства", "год создания", "рік"),
        *("jahr", "erscheinungsjahr", "année", "annee", "año", "ano", "anno", "rok", "rok produkcji"),
    ),
    "release_date": (
        *("release date", "released", "date released", "date of release", "premiere", "premiere date", "first shown"),
        *("дата выхода", "дата премьеры", "премьера", "дата выпуска"),
        *("kinostart", "erscheinungsdatum", "date de sortie", "sortie", "fecha de estreno", "estreno"),
        "data di uscita",
    ),
    "country": (
        *("country", "countries", "production country", "production countries", "country of origin", "nation"),
        *("страна", "страны", "страна производства", "land", "länder", "pays", "país", "pais", "paese", "kraj"),
    ),
    "language": (
        *("language", "languages", "original language", "spoken languages", "язык", "язык оригинала"),
        *("sprache", "langue", "idioma", "lingua", "język"),
    ),
    "director": (
        *("director", "directors", "directed by", "director s", "режиссер", "режиссеры", "режиссер постановщик"),
        *("режиссёр", "режиссёры", "режиссёр постановщик", "постановщик"),
        *("regie", "regisseur", "réalisateur", "réalisation", "realisateur", "directora", "dirección", "dirigida por"),
        *("regia", "regista", "reżyser", "reżyseria", "diretor", "режисер"),
    ),
    "cast": (
        *("cast", "actors", "starring", "stars", "actor", "main cast", "в ролях", "актеры", "актёры", "роли"),
        *("besetzung", "darsteller", "acteurs", "distribution", "reparto", "elenco", "interpreti", "obsada"),
    ),
    "studio": (
        *("studio", "studios", "production company", "production companies", "produced by", "production"),
        *("студия", "киностудия", "производство", "производитель"),
    ),
    "kind": ("kind", "type", "title type", "film type", "media type", "тип", "вид"),
    "genres": (
        *("genres", "genre", "major genre", "genre s", "жанр", "жанры", "genere", "género", "genero", "géneros"),
        "gatunek",
    ),
    "running_time_min": (
        *("running time min", "running time", "runtime", "run time", "runtime minutes", "runtime mins", "duration"),
        *("length", "minutes", "mins", "duration min", "length min", "runtime min", "film length"),
        *("продолжительность", "длительность", "хронометраж", "время", "минут"),
        *("laufzeit", "länge", "dauer", "durée", "duree", "duración", "duracion", "durata", "czas trwania"),
    ),
    "description": (
        *("description", "overview", "plot", "synopsis", "summary", "plot summary", "storyline", "logline", "about"),
        *("описание", "сюжет", "аннотация", "содержание", "краткое содержание"),
        *("beschreibung", "inhalt", "handlung", "résumé", "descripción", "descripcion", "sinopsis", "trama", "opis"),
    ),
    "fact": ("fact", "facts", "trivia", "interesting fact", "fun fact", "факт", "факты", "интересный факт"),
    "themes": (
        *("themes", "theme", "keywords", "tags", "topics", "subjects", "plot keywords"),
        *("тема", "темы", "теги", "ключевые слова", "schlagworte", "thèmes", "temas"),
    ),
    "rating": (
        *("rating", "imdb rating", "average rating", "vote average", "avg rating", "score", "user rating"),
        *("рейтинг", "оценка", "средняя оценка", "bewertung", "puntuación"),
    ),
    "imdb_id": ("imdb id", "const", "tconst", "imdb", "imdbid", "imdb number"),
    "tmdb_id": ("tmdb id", "tmdb", "tmdbid"),
    "kinopoisk_id": ("kinopoisk id", "kinopoisk", "id кинопоиск", "кинопоиск"),
    "note": (
        *("note", "notes", "comment", "comments", "remark", "remarks"),
        *("примечание", "примечания", "комментарий", "заметки", "заметка", "anmerkung", "bemerkung", "remarque"),
        "notas",
    ),
}
"""For a column of the schema what else it may be called, the likeliest first; folded as `_folded` does."""

FURTHER = 100
"""How much further from a column's own name a header is that only means it without what stands in brackets."""
_IN_BRACKETS = re.compile(r"\s*[(\[](?!as given|given|\d)[^)\]]*[)\]]")

_OWN = {column.name: column.name for column in SCHEMA}
_MEANS = {name: (column, rank) for column, names in NAMES.items() for rank, name in enumerate(names)}


def target_of(header: str) -> str | None:
    """The schema's column that a header means; None for one nobody knows.

    >>> target_of("primaryTitle"), target_of("Runtime (mins)"), target_of("Год выпуска"), target_of("Box office")
    ('title', 'running_time_min', 'year', None)
    """
    return _likely(header)[0]


def _likely(header: str) -> tuple[str | None, int]:
    """The column that a header means, and how far it is from that column's own name."""
    own = "_".join(header.strip().casefold().split())
    if own in _OWN:
        return own, -1
    if found := _MEANS.get(_folded(header)):
        return found
    column, rank = _MEANS.get(_folded(_IN_BRACKETS.sub("", header)), (None, 0))
    return column, rank + FURTHER


def _folded(header: str) -> str:
    words = re.sub(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])", " ", unicodedata.normalize("NFKC", header).strip().lstrip("#*"))
    return " ".join(re.findall(r"[\w#]+", words.replace("_", " ").casefold()))


def mapping_of(header: Sequence[str]) -> tuple[str, ...]:
    """For each header the schema's column it means, each column once; empty for a column of the list's own.

    Of two headers that mean the same, the one nearer to the column's own name is taken, then the first.

    >>> mapping_of(["Const", "Your Rating", "Title", "Original Title", "Year"])
    ('imdb_id', '', 'title', 'original_title', 'year')
    """
    likely = [(*_likely(name), at) for at, name in enumerate(header)]
    best: dict[str, int] = {}
    for column, _, at in sorted((each for each in likely if each[0]), key=lambda each: (each[1], each[2])):
        best.setdefault(str(column), at)
    return tuple(column if column and best[column] == at else "" for column, _, at in likely)
