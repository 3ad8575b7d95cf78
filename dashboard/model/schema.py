"""What each column of a film list means, in one place; data/README.md is compared with it.

A new column is one row of `SCHEMA`. What people call it beside its name may be added to `column_names.toml`.
"""

from __future__ import annotations

from datetime import date

from dashboard.model.kinds import ADDRESS, CHOICE, CHOICES, DATE, IDENTIFIER, LONG_TEXT, NUMBER, YEAR, Column

FIRST_FILM_YEAR = 1888
"""Roundhay Garden Scene, by Louis Le Prince (1888), is the oldest film that survives."""


SCHEMA: tuple[Column, ...] = (
    Column("id", "Id", "names the film in links; made of title and year where it is empty", IDENTIFIER),
    Column("title", "Title", "the title as the list gives it", required=True, searchable=True),
    Column("year", "Year", "the year of the film as the list gives it", YEAR),
    Column(
        "other_years", "Other years", "further years that sources give, by making or release", CHOICES, searchable=True
    ),
    Column("release_date", "Released", "when it was first shown, as the list writes it", DATE, searchable=True),
    Column("original_title", "Original title", "the title in the film's own language", searchable=True),
    Column("transliteration", "Transliteration", "the original title in Latin letters", searchable=True),
    Column("other_titles", "Other titles", "further titles it is known by", CHOICES, searchable=True),
    Column("country", "Country", "the countries that made it", CHOICES, searchable=True, facet=True, commas="words"),
    Column("language", "Language", "the languages spoken in it", CHOICES, searchable=True, facet=True, commas="words"),
    Column("director", "Director", "who directed it", CHOICES, searchable=True, facet=True, commas="names"),
    Column("cast", "Cast", "who plays in it", CHOICES, searchable=True, commas="names"),
    Column("studio", "Studio", "the studios that made it", CHOICES, searchable=True, facet=True, commas="words"),
    Column("kind", "Kind", "feature, documentary, animation, TV film", CHOICE, searchable=True, facet=True),
    Column("genres", "Genres", "what sort of film it is", CHOICES, searchable=True, facet=True, commas="words"),
    Column("running_time_min", "Running time", "how long it is", NUMBER, "min", 1, 60_000, facet=True),
    Column("rating", "Rating", "how it was rated", NUMBER, "", 0, 1_000, facet=True),
    Column("description", "Description", "what the list says it is about", LONG_TEXT, searchable=True),
    Column("fact", "Fact", "a remark of the list about the film", LONG_TEXT, searchable=True),
    Column("destination", "Destination", "where in space it leads", CHOICE, searchable=True, facet=True),
    Column("themes", "Themes", "what it is about, in catchwords", CHOICES, searchable=True, facet=True, commas="words"),
    Column("imdb_id", "IMDb", "its number in IMDb", IDENTIFIER),
    Column("tmdb_id", "TMDb", "its number in The Movie Database", IDENTIFIER),
    Column("kinopoisk_id", "Kinopoisk", "its number in Kinopoisk", IDENTIFIER),
    Column("certainty", "Certainty", "how well the row is established", CHOICE, searchable=True, facet=True),
    Column("note", "Note", "what else is to be said of the row", LONG_TEXT, searchable=True),
    Column("source_title", "Source", "where the row comes from", searchable=True),
    Column("source_url", "Source address", "the address of that source", ADDRESS),
)

DERIVED = ("evidence", "identity", "seen", "their_rating")
"""Columns that the evidence or a comparison adds; a file's own column of such a name gets " (given)" behind it."""

OWN_WORDS = ("country", "language", "kind", "destination", "themes", "certainty")
"""Columns whose values, in the project's own lists, are the project's words."""

BY_NAME = {column.name: column for column in SCHEMA}


def year_limits(today: date | None = None) -> tuple[int, int]:
    """The first and last year a film can have: from the oldest film that survives to next year."""
    return FIRST_FILM_YEAR, (today or date.today()).year + 1
