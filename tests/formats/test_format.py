"""What a document says of its tables, and of every line of its file."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.formats.format import GivenFile, Table, lines_in
from dashboard.formats.read import read_document
from dashboard.model.problems import BadListError
from tests.formats.test_read import FILES, NAMES
from tests.formats.workbooks.test_excel import A_AND_B, xlsx


def told(table: Table) -> str:
    """The fates of a table's lines, those that follow one another counted: ``film 2, field 1``."""
    fates = [fate for _, fate in table.fates()]
    return ", ".join(f"{fate} {len([*same])}" for fate, same in groupby(fates))


PLAIN = """Films I saw

1960s:
Solaris (1972)
A planet that answers.

1970s:
Stalker (1979)
Director: Andrei Tarkovsky
"""


ABOVE = b"\n\nMy films\n\ntitle,year\nA,1972\n\n\nB,1973\n"
MARKDOWN = b"# Mine\n\n|title|year|\n|-|-|\n|A|1972|\n\nEnd.\n"
HTML = b"<table><tr><th>title<th>x<tr><td>A<td>1<tr><td>1970s<tr><tr><td>B<td>2</table>"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"title,year\nA,1972\nB,1973\n", "heading 1, film 2", id="CSV"),
        pytest.param(b"title,year\nA,1972\nB,1973", "heading 1, film 2", id="no line end"),
        pytest.param(b"title,year\rA,1972\rB,1973\r", "heading 1, film 2", id="old line ends"),
        pytest.param(
            ABOVE, "blank 2, comment 1, blank 1, heading 1, film 1, blank 2, film 1", id="lines above and between"
        ),
        pytest.param(
            b'title,fact\nA,"one\n\ntwo"\nB,x\n', "heading 1, film 1, field 2, film 1", id="a cell of three lines"
        ),
        pytest.param(b'title,x\nA,x,y\n"B\nC",x,y\nD,x\n', "heading 1, refused 3, film 1", id="refused rows"),
        pytest.param(
            b"title,year\nA,1972\ntitle,year\nB,1973\n", "heading 1, film 1, heading 1, film 1", id="the header again"
        ),
        pytest.param(
            b"title,year\nA,1972\nB,1973\n\nName,Director\nC,D\n",
            "heading 1, film 2, blank 1, other table 2",
            id="another table",
        ),
        pytest.param(b"A;1972\nB;1973\n", "film 2", id="no header"),
        pytest.param(b"sep=;\ntitle;year\nA;1972\n", "comment 1, heading 1, film 1", id="a named separator"),
        pytest.param(
            PLAIN.encode(),
            "comment 1, blank 1, heading 1, film 1, field 1, blank 1, heading 1, film 1, field 1",
            id="plain text",
        ),
        pytest.param(MARKDOWN, "comment 1, blank 1, heading 2, film 1, blank 1, comment 1", id="Markdown"),
        pytest.param(HTML, "heading 1, film 1, heading 1, blank 1, film 1", id="HTML"),
        pytest.param(
            xlsx(S=[["Mine"], [], *A_AND_B, [], ["C", 1974]]),
            "comment 1, blank 1, heading 1, film 2, blank 1, film 1",
            id="a sheet",
        ),
        pytest.param(b'[{"title": "A"}, null, {"title": "B"}, 5]', "film 1, blank 1, film 1, refused 1", id="JSON"),
    ],
)
def test_every_line_has_a_fate(data: bytes, expected: str) -> None:
    assert told(read_document(data, "f").table) == expected


@pytest.mark.parametrize("name", NAMES)
def test_the_fates_of_a_file_are_those_of_its_rows(name: str) -> None:
    table = read_document((FILES / name).read_bytes(), name).table
    fates = dict(table.fates())
    assert [*fates] == [*range(1, len(fates) + 1)]
    assert [line for line, fate in fates.items() if fate == "film"] == [*table.rows.lines]
    assert {line for line, fate in fates.items() if fate == "refused"} >= {line for line, _ in table.rows.unread}


@given(st.text('ab1,;"\n\r \t|-(2019)', max_size=60))
def test_any_text_that_is_read_has_a_fate_for_each_of_its_lines(text: str) -> None:
    try:
        table = read_document(text.encode(), "f").table
        fates = dict(table.fates())
    except BadListError:
        return
    if table.rows.unit == "line":
        assert [*fates] == [*range(1, lines_in(text) + 1)]


@pytest.mark.parametrize(
    ("data", "names", "taken", "titles"),
    [
        (b"title,year\nA,1972\n", [""], 0, ["A"]),
        (b"title,year\nA,1972\nB,1973\n\nName,Director\nC,D\n", ["line 1", "line 5"], 0, ["A B", "C"]),
        (xlsx(Notes=[("a", "b"), ("c", "d")], Films=A_AND_B), ["Notes", "Films"], 1, ["c", "A B"]),
        (
            b"<table><tr><td>x<td>y<tr><td>1<td>2</table><table><tr><th>title<th>x<tr><td>A<td>1</table>",
            ["table 1", "table 2"],
            1,
            ["1", "A"],
        ),
    ],
    ids=["one table", "two in a text", "two sheets", "two in a page"],
)
def test_the_other_tables_of_a_file_can_be_read_too(
    data: bytes, names: list[str], taken: int, titles: list[str]
) -> None:
    found = read_document(data, "f")
    assert ([table.name for table in found.tables], found.taken) == (names, taken)
    assert [" ".join(row[0] for row in table.rows.cells) for table in found.tables] == titles


@pytest.mark.parametrize(
    ("text", "lines"), [("", 0), ("a", 1), ("a\n", 1), ("a\nb", 2), ("a\r\nb\r\n", 2), ("\n\n", 2), ("a\rb", 2)]
)
def test_lines_in(text: str, lines: int) -> None:
    assert lines_in(text) == lines


class Pipe:
    """A file whose content does not come yet."""

    def __init__(self) -> None:
        self.is_asked, self.comes = Event(), Event()

    def read_bytes(self) -> bytes:
        self.is_asked.set()
        self.comes.wait(60)
        return b"title"


def test_another_file_is_read_while_one_is_waited_for() -> None:
    pipe = Pipe()
    with ThreadPoolExecutor() as pool:
        coming = pool.submit(lambda: GivenFile(pipe, "films.csv").data)
        assert pipe.is_asked.wait(60)
        try:
            assert pool.submit(lambda: GivenFile(b"other", "others.csv").data).result(timeout=10) == b"other"
        finally:
            pipe.comes.set()
        assert coming.result(timeout=60) == b"title"
