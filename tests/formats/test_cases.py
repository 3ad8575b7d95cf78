"""Lists in the shapes that sites, programs and people make: what each gives, whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.cleaning.validate import validate
from dashboard.formats.read import read_rows

FOLDER = Path(__file__).parent / "cases"
TARKOVSKY = "Andrei Tarkovsky"
EXPECTED: dict[str, tuple[list[tuple[str, int]], dict[str, list[str]], list[int]]] = {
    # file: its films, further cells, the lines that are refused
    "titles.txt": (
        [
            *(("Mr. Nobody", 2009), ("Mrs. Parker and the Vicious Circle", 1994)),
            *(("Sgt. Pepper's Lonely Hearts Club Band", 1978), ("Walk. Ride. Rodeo.", 2019), ("Score", 1974)),
            *(("Score: A Hockey Musical", 2010), ("Destination Anywhere", 1997), ("Destination: Dewsbury", 2018)),
            *(("Kitchen. The Last Battle", 2017), ("Café. Waiting. Love", 2014)),
            ("The Saga of the Viking Women and Their Voyage to the Waters of the Great Sea Serpent", 1957),
            ("Stalker", 1979),
        ],
        {},
        [],
    ),
    "titles-ru.txt": (
        [
            *(("Время первых", 2017), ("Гагарин. Первый в космосе", 2013), ("Высоцкий. Спасибо, что живой", 2011)),
            *(("Салют-7", 2017), ("Королёв. Главный конструктор", 2007), ("Главный", 2015)),
        ],
        {},
        [],
    ),
    "titles-numbered.txt": (
        [
            *(("Mr. Nobody", 2009), ("Mrs. Parker and the Vicious Circle", 1994)),
            *(("Sgt. Pepper's Lonely Hearts Club Band", 1978), ("Гагарин. Первый в космосе", 2013), ("Moon", 2009)),
        ],
        {},
        [],
    ),
    "double-colon.dat": (
        [
            *(("Toy Story", 1995), ("Jumanji", 1995), ("American President, The", 1995)),
            *(("City of Lost Children, The", 1995), ("Misérables, Les", 1995)),
        ],
        {},
        [],
    ),
    "bad-quotes.csv": (
        [
            *(("Le Fabuleux Destin d'Amélie Poulain", 2001), ("Solaris", 1972)),
            *(("L'Homme qui tua Liberty Valance", 1962), ("Stalker", 1979)),
        ],
        {},
        [2],
    ),
    "programme-el.txt": (
        [
            *(("Το βιολί και ο οδοστρωτήρας", 1960), ("Τα παιδικά χρόνια του Ιβάν", 1962), ("Αντρέϊ Ρουμπλιόφ", 1968)),
            *(("Σολάρις", 1971), ("Ο καθρέφτης", 1974), ("Στάλκερ", 1979), ("Νοσταλγία", 1983)),
            *(("Σκηνοθεσία Αντρέϊ Ταρκόφσκι", 1988), ("Αναζητώντας το χαμένο χρόνο", 1988)),
        ],
        {"director": [*[""] * 7, "Michael Leszczylowski", "Ebbo Demant"]},
        [],
    ),
    "programme-en.txt": (
        [
            *(("Stalker", 1979), ("Solaris", 1972), ("Planet of Storms", 1962)),
            *(("Voyage to the Planet of Prehistoric Women", 1968), ("Aelita: Queen of Mars", 1924)),
        ],
        {"director": [TARKOVSKY, TARKOVSKY, "", "", ""]},
        [8],
    ),
    "title-director-year.txt": (
        [("Solaris", 1972), ("Stalker", 1979), ("The Good, the Bad and the Ugly", 1966), ("Mrs. Miniver", 1942)],
        {"director": [TARKOVSKY, TARKOVSKY, "Sergio Leone", "William Wyler"]},
        [],
    ),
    "wikipedia-table.html": (
        [
            *(("The Heavens Call", 1959), ("A Dream Come True", 1959), ("Solaris", 1972)),
            ("Moscow–Cassiopeia / Teens in the Universe", 1974),
        ],
        {
            "director": ["Mikhail Karyukov; Aleksandr Kozyr", "Mikhail Karyukov", TARKOVSKY, "Richard Viktorov"],
            "Section": ["", "", "1970s", "1970s"],
        },
        [],
    ),
    "copied-from-imdb.txt": (
        [
            *(("Moon", 2009), ("The Thing", 1995), ("Breaking Bad", 2008), ("Blade Runner 2049", 2017)),
            *(
                ("(500) Days of Summer", 2009),
                ("1917", 2019),
                ("Death Race 2000", 1975),
                ("2001: A Space Odyssey", 1968),
            ),
            *(("Wonder Woman 1984", 2020), ("Chernobyl", 2019), ("Solaris", 1972), ("Unforgiven", 1992)),
            *(("E.T. the Extra-Terrestrial", 1982), ("S. Darko", 2009), ("J. Edgar", 2011), ("Dr. No", 1962)),
            *(("St. Vincent", 2014), ("Vol. 2: Guardians", 2017)),
        ],
        {},
        [],
    ),
}


def test_every_file_is_tried() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_list_gives_its_films_and_names_the_rest(name: str) -> None:
    films, cells, refused = EXPECTED[name]
    found = validate(read_rows((FOLDER / name).read_bytes(), name))
    assert [*zip(found.frame["title"], found.frame["year"], strict=True)] == films
    assert [line for line, _ in found.refused] == refused
    told = {name: [_cell(cell) for cell in found.frame[name]] for name in cells}
    assert told == cells


def _cell(cell: object) -> str:
    return "; ".join(cell) if isinstance(cell, tuple) else cell if isinstance(cell, str) else ""
