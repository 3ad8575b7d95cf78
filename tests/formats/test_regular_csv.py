"""Regular CSV, read whole columns at once, is what it is read row by row; what is not regular is left to that."""

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from dashboard.cleaning.validate import validate
from dashboard.formats.format import GivenFile
from dashboard.formats.read import read_rows
from dashboard.formats.separated import regular_csv
from dashboard.formats.separated.regular_csv import regular_document
from dashboard.model.problems import BadListError
from dashboard.model.rows import UNLIMITED, Limits

HEADER = ("Title", "Year", "Genres", "Votes", "Note")
ROW = ("Solaris", "1972", "Drama; Mystery", "7", "A planet.")
ENOUGH = 160
CELLS = (
    *(
        "",
        " ",
        "\u00a0x",
        " x ",
        "\\N",
        "N/A",
        "-",
        "—",
        "|",
        "---",
        "'=1+1",
        "''@",
        "a, b",
        "a; b",
        "a\tb",
        'say "hi"',
    ),
    *('"', '""', '"x', "two\nlines", "two\r\nlines", "Я", "é", "Amélie", "R&amp;D", "a<br>b", "Solaris[1]", "[REC]"),
    *("Toy Story (1995)", "1972", "c. 1972", "soon", "8,1", "7/10", "2h 47m", "1.234", "{|", ":{|", "Title", " Year"),
    *("x" * 300, "\u2003", "\x1f", "Dr. No", "☂", "1e5", "TRUE", "null", "nan", "00", "t12345"),
)
TEXTS = st.sampled_from(CELLS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
LINES = (
    "",
    ",,,,",
    " , ,,,",
    "---,---,---,---,---",
    "Title,Year,Genres,Votes,Note",
    "a,b",
    'x"y,1,,,',
    '"x"y,1,,,',
    '"x',
    "|-",
)
WAYS = (csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC)


def written(rows, separator=",", end="\n", way=csv.QUOTE_MINIMAL, header=HEADER):
    """Rows as CSV, and as many usual ones below them as tell a header."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator=end, quoting=way)
    writer.writerows([header, *rows, *[(ROW * 9)[: len(header)]] * ENOUGH])
    return text.getvalue()


@pytest.fixture(autouse=True)
def short_files_too(monkeypatch):
    monkeypatch.setattr(regular_csv, "LONG", 0)


def result(data, limits=UNLIMITED):
    """All that reading a file comes to, and the list that it is then; or what is wrong with it."""
    try:
        rows = read_rows(data, "f.csv", limits)
        films = validate(rows)
    except BadListError as error:
        return error.problems
    of_rows = (rows.header, tuple(rows.cells), [*rows.lines], rows.encoding, rows.problems, rows.unread, rows.account)
    of_films = (films.columns, tuple(films.problems), films.names, [*films.lines], films.refused, films.account)
    return (
        *of_rows,
        rows.header_line,
        rows.form,
        rows.unit,
        *of_films,
        films.frame.to_dict("list"),
        films.frame.dtypes.to_dict(),
    )


def assert_same(data, limits=UNLIMITED):
    """A file on disk, which may be read whole columns at once, gives what its bytes do, which never are."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "f.csv"
        path.write_bytes(data)
        assert repr(result(path, limits)) == repr(result(data, limits))


def is_regular(data):
    return regular_document(GivenFile(data, "f.csv"), UNLIMITED) is not None


@pytest.mark.audit
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(*[TEXTS] * len(HEADER)), max_size=4),
    separator=st.sampled_from([",", ";", "\t"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    way=st.sampled_from(WAYS),
    lines=st.lists(st.tuples(st.integers(0, 9), st.sampled_from(LINES)), max_size=2),
    mark=st.sampled_from(["", "\ufeff"]),
    ends=st.booleans(),
)
def test_any_file_is_read_as_it_is_row_by_row(rows, separator, end, way, lines, mark, ends):
    text = written(rows, separator, end, way).split(end)
    for at, line in lines:
        text.insert(at, line.replace(",", separator))
    data = (mark + end.join(text if ends else text[:-1])).encode()
    event(f"regular: {is_regular(data)}")
    assert_same(data)


REGULAR = {
    "plain": written([ROW]),
    "all in quotation marks": written([ROW], way=csv.QUOTE_ALL),
    "doubled marks": written([('"A" is "B"', "1972", '""', '"', "")]),
    "semicolons": written([("a, b", "1972", "x", "", "")], ";"),
    "tabs": written([("a, b", "1972", "x", "", "")], "\t"),
    "Windows": written([ROW], end="\r\n"),
    "a mark in front": "\ufeff" + written([ROW]),
    "no end of the last line": written([ROW])[:-1],
    "other letters": written([("Солярис", "1972", "ドラマ", "", "Małgorzata")]),
    "blanks and formulas": written([(" x ", "'=1", "'", " ", "\u00a0")]),
}
IRREGULAR = {
    "two lines in a cell": written([("two\nlines", "1972", "", "", "")]),
    "a blank line": written([ROW]) + "\n" + written([ROW]),
    "blank cells only": written([("", " ", "", "", "")]),
    "a rule": written([("---", "---", "---", "---", "---")]),
    "the header again": written([ROW, tuple(f" {name}" for name in HEADER)]),
    "a cell too few": written([ROW[:-1]]),
    "a cell too many": written([(*ROW, "x")]),
    "a mark inside": written([ROW]) + 'x"y",1972,,,\n',
    "a mark that closes too early": written([ROW]) + '"x"y,1972,,,\n',
    "a mark behind a blank": written([ROW]) + 'x, "y",,,\n',
    "a mark that nothing closes": written([ROW]) + '"x,1972,,,\n',
    "a zero": written([("a\0", "", "", "", "")]),
    "old ends of lines": written([ROW], end="\r"),
    "blanks behind commas": written([ROW], header=("Title", " Year", "Genres", "Votes", "Note")),
    "a column without a name at the end": written([ROW], header=(*HEADER[:-1], "")),
    "a name of the separator": "sep=,\n" + written([ROW]),
    "lines above the table": "My films\n\n" + written([ROW]),
    "no title": written([ROW], header=("a", "b", "c", "d", "e")),
    "Markdown below": written([ROW], "\t") + "|-\t-\t-\t-\t-\n",
    "a wiki's text below": written([ROW]) + "{|,,,,\n|-,,,,\n",
    "headings between rows": written([("A", "", "", "", ""), *[ROW] * 300, ("B", "", "", "", "")]),
    "few rows": "Title,Year\nSolaris,1972\n",
}


@pytest.mark.parametrize("text", REGULAR.values(), ids=REGULAR)
def test_what_is_regular(text):
    assert is_regular(text.encode())
    assert_same(text.encode())


@pytest.mark.parametrize("text", IRREGULAR.values(), ids=IRREGULAR)
def test_what_is_not(text):
    assert not is_regular(text.encode())
    assert_same(text.encode())


@pytest.mark.parametrize("encoding", ["utf-16", "cp1251", "utf-8"])
@pytest.mark.parametrize("broken", [b"", b"\xff"], ids=["whole", "broken"])
def test_an_encoding(encoding, broken):
    data = written([("Солярис", "1972", "Драма", "", "")]).encode(encoding) + broken
    assert is_regular(data) is (encoding == "utf-8" and not broken)
    assert_same(data)


@pytest.mark.parametrize(
    "limits", [Limits(rows=100), Limits(columns=4), Limits(cell=20)], ids=["rows", "columns", "cell"]
)
def test_limits(limits):
    assert_same(written([("x" * 21, "1972", "", "", "")]).encode(), limits)


def test_marks_and_lines_are_counted_across_blocks(monkeypatch):
    text = written([('"A" is "B"', "1972", "a, b", '"', "é")] * 9, way=csv.QUOTE_ALL, end="\r\n").encode()
    for size in range(1, 40):
        monkeypatch.setattr(regular_csv, "BLOCK", size)
        assert is_regular(text)


def test_a_long_file_is_read_part_by_part(monkeypatch):
    monkeypatch.setattr(regular_csv, "AT_ONCE", 3_000)
    assert_same(written([(f"Film {at}", str(1900 + at % 90), "Drama", "", "é" * at) for at in range(200)]).encode())


def test_a_file_that_is_gone(tmp_path):
    with pytest.raises(OSError, match="No such file"):
        read_rows(tmp_path / "gone.csv", "gone.csv")
