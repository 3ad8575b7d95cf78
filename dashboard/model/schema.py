"""What each column of a film list means. The one place that knows; data/README.md is checked against it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Literal

FIRST_FILM_YEAR = 1888
"""Roundhay Garden Scene, by Louis Le Prince (1888), is the oldest film that survives."""


Control = Literal["values", "range"]
"""What films are filtered by: a choice of a column's values, or a range of its numbers."""


class Kind(Enum):
    """What a column's cells hold, and so how they are read, filtered and shown."""

    IDENTIFIER = "identifier"
    TEXT = "text"
    LONG_TEXT = "long text"
    YEAR = "year"
    DATE = "date"
    NUMBER = "number"
    CHOICE = "one of a few values"
    CHOICES = "several values"
    ADDRESS = "address"

    @property
    def control(self) -> Control | None:
        """What filters a column of this kind; None for nothing."""
        controls: dict[Kind, Control] = {Kind.CHOICE: "values", Kind.CHOICES: "values", Kind.NUMBER: "range"}
        return controls.get(self)


@dataclass(frozen=True)
class Column:
    """One column of a film list.

    Attributes:
        name: the header in a file and the name in the frame.
        label: what a reader sees.
        meaning: one sentence for the data dictionary.
        kind: see `Kind`; CHOICES are separated by "; " in a file.
        unit: of a NUMBER; empty otherwise.
        lowest: the smallest NUMBER allowed, inclusive.
        highest: the largest NUMBER allowed, inclusive.
        required: whether a row without it is refused. An empty cell of any other column means: not known.
        searchable: whether `Search` looks into it.
        facet: whether it is offered as a filter.
        values: of a CHOICE with fixed values, those in the order they are offered; empty for any others.
        derived: whether it is made from the evidence and not read from the list's file, nor written to one.
        translated: whether its values are the project's own words, which have names in every language.
    """

    name: str
    label: str
    meaning: str = ""
    kind: Kind = Kind.TEXT
    unit: str = ""
    lowest: int = 0
    highest: int = 0
    required: bool = False
    searchable: bool = False
    facet: bool = False
    values: tuple[str, ...] = ()
    derived: bool = False
    translated: bool = False


SCHEMA: tuple[Column, ...] = (
    Column("id", "Id", "names the film in links; made of title and year where it is empty", Kind.IDENTIFIER),
    Column("title", "Title", "the title as the list gives it", required=True, searchable=True),
    Column("year", "Year", "the year of the film as the list gives it", Kind.YEAR),
    Column("other_years", "Other years", "further years that sources give, by making or release", Kind.CHOICES),
    Column("release_date", "Released", "when it was first shown, as the list writes it", Kind.DATE),
    Column("original_title", "Original title", "the title in the film's own language", searchable=True),
    Column("transliteration", "Transliteration", "the original title in Latin letters", searchable=True),
    Column("other_titles", "Other titles", "further titles it is known by", Kind.CHOICES, searchable=True),
    Column("country", "Country", "the countries that made it", Kind.CHOICES, facet=True),
    Column("language", "Language", "the languages spoken in it", Kind.CHOICES, facet=True),
    Column("director", "Director", "who directed it", Kind.CHOICES, searchable=True, facet=True),
    Column("cast", "Cast", "who plays in it", Kind.CHOICES, searchable=True),
    Column("studio", "Studio", "the studios that made it", Kind.CHOICES, facet=True),
    Column("kind", "Kind", "feature, documentary, animation, TV film", Kind.CHOICE, facet=True),
    Column("genres", "Genres", "what sort of film it is", Kind.CHOICES, searchable=True, facet=True),
    Column("running_time_min", "Running time", "how long it is", Kind.NUMBER, "min", 1, 60_000, facet=True),
    Column("rating", "Rating", "how it was rated", Kind.NUMBER, highest=1_000, facet=True),
    Column("description", "Description", "what the list says it is about", Kind.LONG_TEXT, searchable=True),
    Column("fact", "Fact", "a remark of the list about the film", Kind.LONG_TEXT, searchable=True),
    Column("destination", "Destination", "where in space it leads", Kind.CHOICE, facet=True),
    Column("themes", "Themes", "what it is about, in catchwords", Kind.CHOICES, searchable=True, facet=True),
    Column("imdb_id", "IMDb", "its number in IMDb", Kind.IDENTIFIER),
    Column("tmdb_id", "TMDb", "its number in The Movie Database", Kind.IDENTIFIER),
    Column("kinopoisk_id", "Kinopoisk", "its number in Kinopoisk", Kind.IDENTIFIER),
    Column("certainty", "Certainty", "how well the row is established", Kind.CHOICE, facet=True),
    Column("note", "Note", "what else is to be said of the row", Kind.LONG_TEXT),
    Column("source_title", "Source", "where the row comes from"),
    Column("source_url", "Source address", "the address of that source", Kind.ADDRESS),
)

DERIVED = ("evidence", "identity")
"""Columns that the evidence adds to a list; a file's own column of such a name gets " (given)" behind it."""

OWN_WORDS = ("country", "language", "kind", "destination", "themes", "certainty")
"""Columns whose values, in the project's own lists, are the project's words."""

BY_NAME = {column.name: column for column in SCHEMA}


def year_limits(today: date | None = None) -> tuple[int, int]:
    """The first and last year a film can have: from the oldest film that survives to next year."""
    return FIRST_FILM_YEAR, (today or date.today()).year + 1
