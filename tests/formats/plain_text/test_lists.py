"""Plain lists as people write them: every film of each, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.formats.format import Table
from dashboard.formats.read import read_document

Film = tuple[str, ...]
PARTS = Path(__file__).with_name("lists.txt").read_text(encoding="utf-8").split("=== ")[1:]


def divided(part: str) -> tuple[str, str, list[Film]]:
    """A list's name, its text, and its films: title, year and, if that is said, director."""
    name, _, rest = part.partition("\n")
    text, _, films = rest.partition("\n---\n")
    return name, text + "\n", [tuple(cell.strip() for cell in film.split("|")) for film in films.splitlines()]


LISTS = {name: (text, films) for name, text, films in map(divided, PARTS)}


def read(table: Table, widths: list[int]) -> list[Film]:
    rows = table.rows
    header = [name.casefold() for name in rows.header]
    at = {name: header.index(name) for name in ("title", "year", "director") if name in header}
    films = [[row[at[name]] if name in at else "" for name in ("title", "year", "director")] for row in rows.cells]
    years = [(title, (re.search(r"\d{4}|$", year) or [""])[0], director) for title, year, director in films]
    return [film[:width] for film, width in zip(years, widths + [3] * len(films), strict=False)]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_read_as_its_owner_means_it(name: str) -> None:
    text, films = LISTS[name]
    table = read_document(text.encode(), "list.txt").table
    assert read(table, [*map(len, films)]) == films
