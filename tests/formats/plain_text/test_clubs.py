"""Lists of clubs, teachers and archives in many languages: what stands before, beside and below their titles."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from dashboard.formats.plain_text.days import Day, day_of
from dashboard.formats.read import read_rows

Row = dict[str, str]


def rows_of(text: str) -> list[Row]:
    """The rows of a text, each with the columns that it fills."""
    found = read_rows(text.encode(), "f.txt")
    return [{name: cell for name, cell in zip(found.header, row, strict=True) if cell} for row in found.cells]


DIRECTORS = {
    "behind a comma and a word, several of them": (
        "L'Atalante, de Jean Vigo (1934)\nToni, de Jean Renoir (1935)\nDivine, de Max Ophuls et Colette (1935)\n"
        "Farrebique, de Georges Rouquier, Jean Vigo et Max Ophuls (1946)\n",
        ["Jean Vigo", "Jean Renoir", "Max Ophuls et Colette", "Georges Rouquier, Jean Vigo et Max Ophuls"],
    ),
    "with that word in their names": (
        "Barrios altos, de Fernando León de Aranoa (1987)\nTasio, de Montxo Armendáriz (1984)\n",
        ["Fernando León de Aranoa", "Montxo Armendáriz"],
    ),
    "behind a full stop, before a country": (
        "Storm. Per Ek, Sverige 1981, 90 min\nEn dag. Eva Dahl, Danmark 1990, 80 min\nVinter – igen. Bo Alm, Norge 1999, 99 min\n",
        ["Per Ek", "Eva Dahl", "Bo Alm"],
    ),
    "before a word for directors": (
        "『晩春』（1949年／小津安二郎監督／108分）\n『羅生門』（1950年／黒澤明監督／88分）\n",
        ["小津安二郎", "黒澤明"],
    ),
}


@pytest.mark.parametrize(("text", "directors"), DIRECTORS.values(), ids=DIRECTORS)
def test_who_made_a_film(text, directors):
    assert [row["director"] for row in rows_of(text)] == directors


DAYS = [
    *("to 14/9", "lö 3.4. klo 18", "man 3. feb kl. 19", "lun 3 mai à 20 h 30", "dj 5 de maig", "perjantaina 3.4."),
    *(
        "5 Mart Cuma 20:00",
        "12 नवंबर, रविवार",
        "5 ديسمبر",
        "4月15日（土）午後2時",
        "5/4（五）晚上7點",
        "8 בדצמבר, 19:00",
    ),
]


@pytest.mark.parametrize("day", DAYS)
def test_a_day_of_many_languages(day):
    found = day_of(f"{day}  X")
    assert found == Day(day, found.parts, "X")


@pytest.mark.parametrize(
    "title", ["To Be or Not to Be", "Dom za vešanje", "On 5th Avenue", "12 Desperate Hours", "Des hommes"]
)
def test_a_title_that_begins_like_a_day(title):
    assert day_of(title) is None


COUNTED = {
    "votes": ("9 votos: Limite (1931)\n4 votos: Ganga Bruta (1933)\n1 voto: Amor (1933)\n", "votos", ["9", "4", "1"]),
    "votes in brackets": (
        "(9 Stimmen) M (1931)\n(4 Stimmen) Vampyr (1932)\n(1 Stimme) Liebelei (1933)\n",
        "Stimmen",
        ["9", "4", "1"],
    ),
    "sessions": (
        "Sesión 1: Tasio (1984)\nSesión 2: El sur (1983)\nSesión 3: Furtivos (1975)\n",
        "Sesión",
        ["1", "2", "3"],
    ),
    "sessions of titles without years": (
        "1. Woche: Vampyr\n2. Woche: Liebelei\n3. Woche: Kuhle Wampe\n",
        "Woche",
        ["1", "2", "3"],
    ),
    "times before a day": (
        "第1回　4月15日（土）『晩春』（1949年）\n第2回　5月20日（土）『羅生門』（1950年）\n第3回　6月17日（土）『雪国』（1957年）\n",
        "回",
        ["1", "2", "3"],
    ),
}


@pytest.mark.parametrize(("text", "word", "numbers"), COUNTED.values(), ids=COUNTED)
def test_a_number_before_each_title_is_a_column(text, word, numbers):
    found = rows_of(text)
    assert [row[word] for row in found] == numbers
    assert not any(word in row["title"] or ":" in row["title"] for row in found)


NOT_COUNTED = {
    "parts of a series": "Star Wars 4: A New Hope (1977)\nStar Wars 5: Back (1980)\nStar Wars 6: Return (1983)\n",
    "titles with numbers": "Rocky 2: Again (1979)\nRocky 3: Still (1982)\nRocky 4: War (1985)\n",
    "different words": "12 Monkeys: Army (1995)\n3 Women: Dream (1977)\n8 Men: Out (1988)\n",
}


@pytest.mark.parametrize("text", NOT_COUNTED.values(), ids=NOT_COUNTED)
def test_a_number_that_is_part_of_a_title_stays(text):
    assert [row["title"] for row in rows_of(text)] == [line.rpartition(" (")[0] for line in text.splitlines()]


@pytest.mark.parametrize("opening_closing", ["〈〉", "《》", "『』", "「」", "«»", "“”"])
def test_titles_in_marks_before_brackets(opening_closing):
    opening, closing = opening_closing
    text = "".join(f"{at}. {opening}{title}{closing} ({title}, 200{at}) - A\n" for at, title in enumerate("가나다", 1))
    assert [row["title"] for row in rows_of(text)] == ["가", "나", "다"]


LABELS = {
    "behind a full stop, below each title": (
        "Storm\nDvd. Produktionsår: 1987\nDue 14-11-2023\n\nVinter\nBlu-ray. Produktionsår: 1998\nDue 15-11-2023\n",
        [
            {"title": "Storm", "year": "1987", "description": "Dvd Due 14-11-2023"},
            {"title": "Vinter", "year": "1998", "description": "Blu-ray Due 15-11-2023"},
        ],
    ),
    "beside each other, below each title": (
        "Storm\nRegie: Per Ek, Jahr: 1987, Land: SE\n\nVinter\nRegie: Bo Alm, Eva Dahl, Jahr: 1998, Land: NO\n",
        [
            {"title": "Storm", "year": "1987", "Regie": "Per Ek", "Land": "SE"},
            {"title": "Vinter", "year": "1998", "Regie": "Bo Alm, Eva Dahl", "Land": "NO"},
        ],
    ),
    "between signs": (
        "Storm\nDVD | Year: 1987 | Due 4 May\nVinter\nVHS | Year: 1998 | Due 5 May\n",
        [
            {"title": "Storm", "year": "1987", "description": "DVD | Due 4 May"},
            {"title": "Vinter", "year": "1998", "description": "VHS | Due 5 May"},
        ],
    ),
    "behind each title": (
        "Storm. Year: 1987. Director: Per Ek\nVinter. Year: 1998. Director: Bo Alm\n",
        [
            {"title": "Storm", "year": "1987", "Director": "Per Ek"},
            {"title": "Vinter", "year": "1998", "Director": "Bo Alm"},
        ],
    ),
    "with the title's first": (
        "Title: Storm, Year: 1987, Director: Per Ek\nTitle: Ice, Snow, Wind, Year: 1998, Director: Bo Alm\nTitle: Dag, Year: 1999, Director: Bo Alm\n",
        [
            {"title": "Storm", "year": "1987", "Director": "Per Ek"},
            {"title": "Ice, Snow, Wind", "year": "1998", "Director": "Bo Alm"},
            {"title": "Dag", "year": "1999", "Director": "Bo Alm"},
        ],
    ),
}


@pytest.mark.parametrize(("text", "rows"), LABELS.values(), ids=LABELS)
def test_labels_within_a_line(text, rows):
    assert rows_of(text) == rows
