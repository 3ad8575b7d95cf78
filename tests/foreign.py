"""Lists that are not the published one: made up, the same for the same seed, with all that a real list brings."""

from __future__ import annotations

import csv
import io
import random

from dashboard.cleaning.validate import validate
from dashboard.formats.read import read_rows
from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.package import ListPackage, pack, to_text
from dashboard.lists.source import uploaded_source
from dashboard.query.index import Index
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult, run_query
from dashboard.query.view import View

HEADER = ("title", "year", "director", "kind", "themes", "description", "running_time_min", "Shelf mark")
WORDS = (
    *("Moon", "Orbit", "L'Étoile", "Größe", "Łódź", "São"),
    *("Звёзды", "Чайка", "Соляри\u0301с", "Планета", "Кин-дза-дза!"),
    *("Ταξίδι", "宇宙", "ガメラ", "우주", "ירח", "قمر", "चाँद"),
)
DIRECTORS = ("Andrei Tarkovsky", "Павел Клушанцев", "本多 猪四郎", "Agnès Varda", "Georges Méliès", "O'Brien, Jr.")
KINDS = ("feature", "documentary", "animation", "TV film", "")
THEMES = ("rescue", "first landing", "воля", "women in space", "ethics, law", "=last mission")
DESCRIPTIONS = (
    "",
    'A crew, far from home, hears "Mars" calling.',
    "First line.\nSecond line; with a semicolon.\n\nA third after a blank one.",
    "Полёт к звёздам — и обратно.",
    "<b>Not bold</b> & _not slanted_ :rocket: $x$",
    "=SUM(A1:A9)",
)


EVERYTHING = View()


def films(n: int, seed: int = 0) -> str:
    """The CSV text of a list of `n` films, every row of it usable.

    One in twelve has no year, one in ten the title and year of an earlier one.
    """
    chance = random.Random(seed)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADER)
    named: list[tuple[str, str]] = []
    for number in range(n):
        title = " ".join(chance.sample(WORDS, chance.randint(1, 3)))
        year = "" if chance.randrange(12) == 0 else str(round(chance.triangular(1902, 2024, 1968)))
        named.append(chance.choice(named) if named and chance.randrange(10) == 0 else (title, year))
        writer.writerow(
            (
                *named[-1],
                "; ".join(chance.sample(DIRECTORS, chance.randint(0, 2))),
                chance.choice(KINDS),
                "; ".join(chance.sample(THEMES, chance.randint(0, 3))),
                chance.choice(DESCRIPTIONS),
                chance.choice(("", str(chance.randint(1, 240)))),
                f"Регал {number % 7}, “left”",
            )
        )
    return text.getvalue()


NINE = ("country", "language", "director", "studio", "kind", "genres", "destination", "themes", "certainty")


def crowded() -> str:
    """The CSV text of a list with more filters than are offered: nine as useful as one another, and a lesser one.

    Eight films. Each column of `NINE` is "even" for the first and every second one and "odd" for the others; the
    even ones have a rating: 5, 5.6, 6.2 and 6.8.
    """
    lines = [",".join(("title", *NINE, "rating"))]
    for number in range(8):
        parity = "odd" if number % 2 else "even"
        lines.append(
            ",".join((f"Film {number}", *[parity] * len(NINE), "" if number % 2 else f"{5 + 0.3 * number:.1f}"))
        )
    return "\n".join(lines) + "\n"


def index_of(csv_text: str) -> Index:
    """A CSV text as a list ready to be filtered."""
    return Index(validate(read_rows(csv_text.encode(), "foreign.csv")))


def loaded_of(text: str) -> LoadedList:
    """A list out of CSV text as somebody brought it."""
    return load_list(uploaded_source(ListPackage("Films", {"films.csv": text.encode()}), "link.x", "A list."))


def result_of(text: str, view: View = EVERYTHING) -> QueryResult:
    """What a view of such a list shows."""
    return run_query(loaded_of(text), view, "link.x", english())


def in_a_link(csv_text: str) -> str:
    """The link that holds a CSV text as a visitor's list."""
    return f"?list=link.{to_text(pack(ListPackage('', {'films.csv': csv_text.encode()})))}"
