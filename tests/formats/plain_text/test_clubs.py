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


DIRECTORS |= {
    "before a title in quotation marks": (
        "Фриц Ланг «М» (1931)\nКарл Дрейер «Вампир» (1932)\nФридрих Мурнау «Фауст» (1926)\n",
        ["Фриц Ланг", "Карл Дрейер", "Фридрих Мурнау"],
    ),
    "before a colon": (
        "Fritz Lang: M (1931)\nCarl Dreyer: Vampyr (1932)\nAgnès Varda: Cléo de 5 à 7 (1962)\n",
        ["Fritz Lang", "Carl Dreyer", "Agnès Varda"],
    ),
    "behind a title in quotation marks, without a year": (
        "«Солярис», реж. Андрей Тарковский\n«Земля», реж. А. Довженко\n",
        ["Андрей Тарковский", "А. Довженко"],
    ),
    "behind a short word": (
        "Konkurs (r. Miloš Forman, 1963)\nIkarie (r. Jindřich Polák, 1963)\n",
        ["Miloš Forman", "Jindřich Polák"],
    ),
    "before a full stop and the year": (
        "Loans\n\nStorm / Per Ek. 1981\nVinter / Bo Alm. 1999\nEn dag / Eva Dahl. 1990\n",
        ["Per Ek", "Bo Alm", "Eva Dahl"],
    ),
    "below each title, with hours": (
        "Mardi 3 octobre – 20h30\nPlaytime\nJacques Tati – France – 1967 – 2h04\n\nMardi 10 octobre – 20h30\nTrafic\nJacques Tati – France – 1971 – 1h36\n",
        ["Jacques Tati", "Jacques Tati"],
    ),
    "below each title, with a time without minutes above": (
        "Giovedì 5 ottobre ore 21\nSENSO\ndi Luchino Visconti, Italia 1954, 123'\n\nGiovedì 12 ottobre ore 21\nBLOW-UP\ndi Michelangelo Antonioni, Italia 1966, 111'\n",
        ["Luchino Visconti", "Michelangelo Antonioni"],
    ),
}

FILMS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "quotation marks among other words": (
        "4 октября — клуб снова показывает «Солярис» (1972)\n5 октября — клуб снова показывает «Землю» (1930)\n6 октября — клуб снова показывает «М» (1931)\n",
        [("Солярис", "1972"), ("Землю", "1930"), ("М", "1931")],
    ),
    "Chinese commas and numbers": (
        "片单\n\n1.《小武》（贾樟柯，1997）\n2.《一一》（杨德昌，2000）\n3.《站台》（贾樟柯，2000）\n",
        [("小武", "1997"), ("一一", "2000"), ("站台", "2000")],
    ),
    "Chinese days, and directors behind": (
        "9月6日（周五）19:00《站台》导演：贾樟柯，2000年，154分钟\n9月13日（周五）19:00《黄土地》导演：陈凯歌，1984年，89分钟\n",
        [("站台", "2000"), ("黄土地", "1984")],
    ),
    "Japanese marks of items": (
        "・『晩春』1949年　108分\n・『羅生門』1950年　88分\n",
        [("晩春", "1949"), ("羅生門", "1950")],
    ),
    "Arabic digits": ("١. باب الحديد (١٩٥٨)\n٢. الأرض (١٩٧٠)\n", [("باب الحديد", "1958"), ("الأرض", "1970")]),
    "Devanagari digits": ("१. प्यासा (१९५७)\n२. आवारा (१९५१)\n", [("प्यासा", "1957"), ("आवारा", "1951")]),
    "a season above": (
        "Elokuvakerho syksy 2023\n\nMies (Aki Ek, 2002)\nPeura (Erik Blomberg, 1952)\nVarjo (Eva Dahl, 1988)\n",
        [("Mies", "2002"), ("Peura", "1952"), ("Varjo", "1988")],
    ),
    "a sum below": (
        "M (1931) – 28 points\nVampyr (1932) – 27 points\nTotal: 55 points\n",
        [("M", "1931"), ("Vampyr", "1932")],
    ),
    "themes above": (
        "Thema: Weimar\n„Kuhle Wampe“, 1932\n„M“, 1931\nThema: Nachkrieg\n„Der Verlorene“, 1951\n",
        [("Kuhle Wampe", "1932"), ("M", "1931"), ("Der Verlorene", "1951")],
    ),
    "places that several share": (
        "1= M (1931)\n1= Vampyr (1932)\n3. Faust (1926)\n4= Tabu (1931)\n=4 Limite (1931)\n",
        [("M", "1931"), ("Vampyr", "1932"), ("Faust", "1926"), ("Tabu", "1931"), ("Limite", "1931")],
    ),
    "places from one to another": (
        "1. M (1931)\n2.-3. Vampyr (1932)\n2.-3. Faust (1926)\n4. Tabu (1931)\n",
        [("M", "1931"), ("Vampyr", "1932"), ("Faust", "1926"), ("Tabu", "1931")],
    ),
    "places in words": (
        "1st M (1931)\n2nd Vampyr (1932)\n3rd: Faust (1926)\n",
        [("M", "1931"), ("Vampyr", "1932"), ("Faust", "1926")],
    ),
    "numbers in circles": (
        "① 晩春 (1949)\n② 羅生門 (1950)\n③ 雪国 (1957)\n",
        [("晩春", "1949"), ("羅生門", "1950"), ("雪国", "1957")],
    ),
    "boxes behind numbers": ("1. [ ] M (1931)\n2. [x] Vampyr (1932)\n", [("M", "1931"), ("Vampyr", "1932")]),
}


@pytest.mark.parametrize(("text", "films"), FILMS.values(), ids=FILMS)
def test_titles_and_years(text, films):
    assert [(row["title"], row["year"]) for row in rows_of(text)] == films


def test_a_sentence_with_a_comma_above_numbered_titles_is_no_header():
    text = "Filme, die wir sehen wollen:\n\n1. Tschick\n2. Wer rennt, gewinnt\n3. Lola rennt\n"
    assert [row["title"] for row in rows_of(text)] == ["Tschick", "Wer rennt, gewinnt", "Lola rennt"]


def test_a_line_between_each_title_and_its_labels_is_said_of_the_film():
    text = "Loans (2)\n\nThe Third Man\nDVD\nDue: 14 Nov\n\nKes\nDVD\nDue: 15 Nov\n"
    assert rows_of(text) == [
        {"title": "The Third Man", "description": "DVD", "Due": "14 Nov"},
        {"title": "Kes", "description": "DVD", "Due": "15 Nov"},
    ]


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


COLUMNS = {
    "codes of an archive": (
        "A-101  M (1931)  35mm\nA-102  Vampyr (1932)  16mm\nB-001  Faust (1926)  35mm\n",
        "Code",
        ["A-101", "A-102", "B-001"],
    ),
    "boxes": ("Can 12: M (1931)\nCan 14: Vampyr (1932)\nCan 15: Faust (1926)\n", "Can", ["12", "14", "15"]),
    "days below months": (
        "MAY\n5  M (1931)\n12  Vampyr (1932)\n\nJUNE\n2  Faust (1926)\n9  Tabu (1931)\n",
        "Number",
        ["5", "12", "2", "9"],
    ),
    "stars": ("★★★ M (1931)\n★ Vampyr (1932)\n★★ Faust (1926)\n", "Rating", ["★★★", "★", "★★"]),
    "marks": ("9.5 - M (1931)\n9 - Vampyr (1932)\n8.5 - Faust (1926)\n", "Rating", ["9.5", "9", "8.5"]),
}


@pytest.mark.parametrize(("text", "column", "cells"), COLUMNS.values(), ids=COLUMNS)
def test_what_stands_before_each_title_is_a_column(text, column, cells):
    found = rows_of(text)
    assert [row[column] for row in found] == cells
    assert [row["title"] for row in found][:2] == ["M", "Vampyr"]


def test_titles_in_the_sentences_of_a_letter_are_not_divided():
    text = "J'ai revu « Playtime » hier (1967)\nPuis « Mouchette » chez Anne (1967)\nEt « Trafic » (1971)\n"
    assert rows_of(text)[0]["title"] == "J'ai revu « Playtime » hier"


NOT_COUNTED = {
    "parts of a series": "Star Wars 4: A New Hope (1977)\nStar Wars 5: Back (1980)\nStar Wars 6: Return (1983)\n",
    "titles with numbers": "Rocky 2: Again (1979)\nRocky 3: Still (1982)\nRocky 4: War (1985)\n",
    "numbers of chapters": "1.1 – Nosferatu (1922)\n1.2 – Faust (1926)\n2.1 – M (1931)\n",
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


@pytest.mark.parametrize(
    "name", ["KINO IM HOF, Woche 41", "Ciné-club, semaine 12", "Киноклуб, неделя 35", "Film club, week 20"]
)
def test_a_week_in_the_name_of_a_programme_is_no_year(name):
    text = f"{name}\n\nFri 13.10.\n18:00 Storm (1987)\n20:30 Vinter (1998)\n"
    assert [row["title"] for row in rows_of(text)] == ["Storm", "Vinter"]
