"""What people call the schema's columns, in several languages: the column that one header means."""

from __future__ import annotations

import re
import unicodedata

from dashboard.model.schema import BY_NAME

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
"""For a column of the schema what else people call it, the likeliest name first; written as `_folded` gives it."""

_ONLY_WITHOUT_BRACKETS = 100
"""What is added to the distance of a header that means a column only once its brackets are left out."""
_IN_BRACKETS = re.compile(r"\s*[(\[](?!as given|given|\d)[^)\]]*[)\]]")

_MEANING = {name: (column, rank) for column, names in NAMES.items() for rank, name in enumerate(names)}


def column_of(header: str) -> str | None:
    """The schema's column that a header means; None if it means none.

    >>> column_of("primaryTitle"), column_of("Runtime (mins)"), column_of("Год выпуска"), column_of("Box office")
    ('title', 'running_time_min', 'year', None)
    """
    return nearest_column(header)[0]


def nearest_column(header: str) -> tuple[str | None, int]:
    """The column that a header means, and how far the header is from that column's own name, which is the nearest."""
    own_name = "_".join(header.strip().casefold().split())
    if own_name in BY_NAME:
        return own_name, -1
    if found := _MEANING.get(_folded(header)):
        return found
    column, rank = _MEANING.get(_folded(_IN_BRACKETS.sub("", header)), (None, 0))
    return column, rank + _ONLY_WITHOUT_BRACKETS


def _folded(header: str) -> str:
    words = re.sub(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])", " ", unicodedata.normalize("NFKC", header).strip().lstrip("#*"))
    return " ".join(re.findall(r"[\w#]+", words.replace("_", " ").casefold()))
