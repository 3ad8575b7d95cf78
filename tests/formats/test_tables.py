"""A file of several tables: each can be taken, by its name or its number, and those that are not are named."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from io import BytesIO

import pytest

from dashboard.formats.read import read_document, read_rows
from dashboard.model.problems import BadListError, Problem
from tests.formats.workbooks.test_excel import xlsx

FILMS = [("title", "year"), ("Solaris", "1972"), ("Stalker", "1979")]
SEEN = [("title", "director"), ("Moon", "Duncan Jones"), ("Alien", "Ridley Scott")]
PEOPLE = [("Person", "Born"), ("Tarkovsky", "1932"), ("Scott", "1937"), ("Jones", "1971")]
NAMED_BY_NUMBER = [("title", "year"), ("Brazil", "1985"), ("Gattaca", "1997")]

Cells = list[tuple[str, ...]]


def as_csv(*tables: Cells) -> str:
    return "\n\n".join("\n".join(",".join(row) for row in table) for table in tables) + "\n"


def as_html(*tables: Cells) -> str:
    return "".join(
        "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in table) + "</table>"
        for table in tables
    )


def as_markdown(*tables: Cells) -> str:
    def table(header: tuple[str, ...], *rows: tuple[str, ...]) -> str:
        return "\n".join(" | ".join(row) for row in (header, ("---",) * len(header), *rows))

    return "\n\n".join(f"# A heading\n\n{table(*each)}" for each in tables)


def as_wikitext(*tables: Cells) -> str:
    return "\n".join("{|\n" + "\n".join(f"|-\n| {' || '.join(row)}" for row in table) + "\n|}" for table in tables)


def as_json(**tables: Cells) -> str:
    return json.dumps(
        {name: [dict(zip(rows[0], row, strict=True)) for row in rows[1:]] for name, rows in tables.items()}
    )


def as_xml(**tables: Cells) -> str:
    def item(header: tuple[str, ...], row: tuple[str, ...]) -> str:
        return "".join(f"<{name}>{cell}</{name}>" for name, cell in zip(header, row, strict=True))

    lists = (
        f"<{name}>{''.join(f'<item>{item(rows[0], row)}</item>' for row in rows[1:])}</{name}>"
        for name, rows in tables.items()
    )
    return f"<all>{''.join(lists)}</all>"


def as_sqlite(**tables: Cells) -> bytes:
    base = sqlite3.connect(":memory:")
    for name, (header, *rows) in tables.items():
        base.execute(f"CREATE TABLE {name} ({', '.join(header)})")
        base.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(header))})", rows)
    base.commit()
    return base.serialize()


def as_zip(**members: bytes | str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "."), data)
    return made.getvalue()


FILES: dict[str, bytes | str] = {
    "CSV": as_csv([(*row, "") for row in NAMED_BY_NUMBER], FILMS + FILMS[1:], SEEN),
    "HTML": as_html(PEOPLE, FILMS, SEEN),
    "Markdown": as_markdown(PEOPLE, FILMS, SEEN),
    "wikitext": as_wikitext(PEOPLE, FILMS, SEEN),
    "JSON": as_json(people=PEOPLE, seen=SEEN, films=FILMS),
    "YAML": "seen:\n- title: Moon\n  director: Jones\n- title: Alien\npeople:\n- name: T\n  born: 1932\n",
    "XML": as_xml(people=PEOPLE, films=FILMS),
    "SQLite": as_sqlite(people=PEOPLE, films=FILMS, seen=SEEN),
    "sheets": xlsx(People=PEOPLE, Films=FILMS, Seen=SEEN),
    "tables of a sheet": xlsx(Both=[*FILMS, (), *SEEN]),
    "tables of one of the sheets": xlsx(People=PEOPLE, Both=[*FILMS, (), *SEEN]),
    "sheets of one shape": xlsx(**{"2020": FILMS, "2021": NAMED_BY_NUMBER, "Seen": SEEN}),
    "lists of one shape": as_json(watched=FILMS, wanted=NAMED_BY_NUMBER, people=PEOPLE),
    "an archive": as_zip(a_csv=as_csv(FILMS), b_json=as_json(seen=SEEN), people_xlsx=xlsx(P=PEOPLE, S=SEEN)),
    "one file in an archive": as_zip(films_xlsx=xlsx(People=PEOPLE, Films=FILMS)),
    "a table in a table": f"<table><tr><td>title<td>x<tr><td>A<td>{as_html(FILMS)}</table>",
}


def data_of(name: str) -> bytes:
    given = FILES[name]
    return given if isinstance(given, bytes) else given.encode()


@pytest.mark.parametrize(
    ("name", "taken", "left"),
    [
        ("CSV", "line 5", "line 1, line 11"),
        ("HTML", "table 2", "table 1, table 3"),
        ("Markdown", "table 2", "table 1, table 3"),
        ("wikitext", "table 2", "table 1, table 3"),
        ("JSON", "seen, films", "people"),
        ("YAML", "seen", "people"),
        ("XML", "films.item", "people.item"),
        ("SQLite", "films", "people, seen"),
        ("sheets", "Films", "People, Seen"),
        ("tables of a sheet", "row 1", "row 5"),
        ("tables of one of the sheets", "Both: row 1", "People, Both: row 5"),
        ("sheets of one shape", "2020, 2021", "Seen"),
        ("lists of one shape", "watched, wanted", "people"),
        ("an archive", "a.csv", "b.json, people.xlsx"),
        ("one file in an archive", "Films", "People"),
        ("a table in a table", "table 2", "table 1"),
    ],
)
def test_those_that_are_not_taken_are_named(name: str, taken: str, left: str) -> None:
    note = Problem("other tables", "f", value=taken, expected=left)
    assert [each for each in read_rows(data_of(name), "f").problems if each.kind == "other tables"] == [note]


@pytest.mark.parametrize("name", FILES)
def test_each_of_them_can_be_taken_by_its_name_and_by_its_number(name: str) -> None:
    document = read_document(data_of(name), "f")
    assert len(set(document.names)) == len(document.names)
    for number, table in enumerate(document.tables, 1):
        by_name, by_number = (read_document(data_of(name), "f", table=each) for each in (table.name, str(number)))
        if table.name.isdecimal():
            by_number = by_name
        assert by_name.table.rows.cells == by_number.table.rows.cells == table.rows.cells
        assert by_name.table.account() == table.account()


@pytest.mark.parametrize(
    ("name", "wanted", "taken", "first"),
    [
        ("an archive", "people.xlsx", "people.xlsx: S", "Moon"),
        ("an archive", "people.xlsx: P", "people.xlsx: P", "Tarkovsky"),
        ("an archive", "3", "people.xlsx: S", "Moon"),
        ("tables of one of the sheets", "Both: row 5", "Both: row 5", "Moon"),
        ("sheets of one shape", "2021", "2021", "Brazil"),
        ("lists of one shape", "wanted", "wanted", "Brazil"),
    ],
)
def test_what_is_taken_of_tables_within_each_other(name: str, wanted: str, taken: str, first: str) -> None:
    table = read_document(data_of(name), "f", table=wanted).table
    assert (table.name, table.rows.cells[0][0]) == (taken, first)


@pytest.mark.parametrize(
    ("name", "wanted", "there"),
    [
        ("sheets", "Film", "1 People, 2 Films, 3 Seen"),
        ("sheets", "0", "1 People, 2 Films, 3 Seen"),
        ("sheets", "4", "1 People, 2 Films, 3 Seen"),
        ("sheets", "9" * 5_000, "1 People, 2 Films, 3 Seen"),
        ("sheets", "-1", "1 People, 2 Films, 3 Seen"),
        ("sheets", "²", "1 People, 2 Films, 3 Seen"),
        ("an archive", "people.xlsx: Q", "1 a.csv, 2 b.json, 3 people.xlsx"),
    ],
)
def test_an_unknown_one_is_refused_with_those_that_there_are(name: str, wanted: str, there: str) -> None:
    with pytest.raises(BadListError) as error:
        read_document(data_of(name), "f", table=wanted)
    assert error.value.problems == (Problem("no such table", "f", value=wanted, expected=there),)


def test_a_table_of_a_single_one_is_its_number() -> None:
    data = as_csv(FILMS).encode()
    assert read_rows(data, "f", table="1") == read_rows(data, "f")
    with pytest.raises(BadListError, match="no such table"):
        read_rows(data, "f", table="2")


def test_tables_below_each_other_with_the_same_header_are_one() -> None:
    rows = read_rows(as_csv(FILMS, NAMED_BY_NUMBER).encode(), "f")
    assert ([row[0] for row in rows.cells], rows.problems) == (["Solaris", "Stalker", "Brazil", "Gattaca"], ())


def test_of_very_many_the_first_are_named() -> None:
    lists = {f"list {at}": [{f"x{at}": 1}] for at in range(50)}
    data = json.dumps(lists | {"films": [{"title": "B", "year": 1}] * 3})
    (note,) = (each for each in read_rows(data.encode(), "f").problems if each.kind == "other tables")
    assert note.expected.endswith(", list 19, … (50)")


@pytest.mark.parametrize(
    ("word", "number"), [("Spolu", "70"), ("Schnitt", "8,2"), ("合計", "347分"), ("Soma", "195"), ("Итого:", "12 €")]
)
def test_a_sum_below_is_no_film(word, number):
    found = read_rows(f"Film;Year;Points\nM;1931;9\nTabu;1931;8\n{word};;{number}\n".encode(), "f.csv")
    assert [row[0] for row in found.cells] == ["M", "Tabu"]


def test_a_film_called_like_a_sum_is_one():
    found = read_rows(b"Film;Year;Points\nM;1931;9\nSum;2019;8\nMedia;1972;\nTotal;;\n", "f.csv")
    assert [row[0] for row in found.cells] == ["M", "Sum", "Media", "Total"]
