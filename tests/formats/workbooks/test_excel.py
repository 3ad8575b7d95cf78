import io
import zipfile
from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import Workbook

from dashboard.formats.read import read_rows
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits, Rows

SHEET = "application/vnd.oasis.opendocument.spreadsheet"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
A_AND_B = (("title", "year"), ("A", 1972), ("B", 1973))


def xlsx(**sheets):
    book = Workbook()
    book.remove(book.active)
    for name, cells in sheets.items():
        sheet = book.create_sheet(name)
        for row in cells:
            sheet.append(row)
    return saved(book)


def saved(book):
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def archive(members, **more):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in members.items():
            opened.writestr(name, text, **more)
    return made.getvalue()


def with_password(data):
    """An archive whose only member says that it is encrypted."""
    central = data.index(b"PK\x01\x02")
    return data[:6] + b"\x01" + data[7 : central + 8] + b"\x01" + data[central + 9 :]


def ods(*rows):
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    names = " ".join(f'xmlns:{name}="{space}{name}:1.0"' for name in ("office", "table", "text"))
    table = f'<table:table table:name="Films">{"".join(rows)}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    content = f'<?xml version="1.0"?><office:document-content {names}>{body}</office:document-content>'
    manifest = f'<?xml version="1.0"?><m:manifest xmlns:m="{space}manifest:1.0"/>'
    return archive({"mimetype": SHEET, "content.xml": content, "META-INF/manifest.xml": manifest})


def ods_row(*cells, times=1):
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def merged_xlsx(cells, *ranges):
    book = Workbook()
    for row in cells:
        book.active.append(row)
    for each in ranges:
        book.active.merge_cells(each)
    return saved(book)


def ods_cell(text="", times=1):
    said = f' office:value-type="string"><text:p>{text}</text:p></table:table-cell>' if text else "/>"
    return f'<table:table-cell table:number-columns-repeated="{times}"{said}'


def rows(header, cells, lines, *problems, form="Excel", header_line=1):
    return Rows("f", header, cells, lines, "", problems, header_line, form, unit="row")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (1972, "1972"),
        (1972.0, "1972"),
        (8.1, "8.1"),
        (True, "true"),
        (date(1972, 3, 20), "1972-03-20"),
        (datetime(1972, 3, 20, 19, 30), "1972-03-20 19:30:00"),
        (time(1, 30), "01:30:00"),
        (timedelta(hours=26, minutes=5), "26:05:00"),
        ("'=1+1", "'=1+1"),
        ("a\nb", "a\nb"),
        ("Звёзды 🚀", "Звёзды 🚀"),
        (None, ""),
    ],
)
def test_a_cell(cell, text):
    data = xlsx(Films=[("title", "x", "y"), ("A", cell, "y")])
    assert read_rows(data, "f") == rows(("title", "x", "y"), (("A", text, "y"),), (2,))


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        ({"S": A_AND_B}, rows(("title", "year"), (("A", "1972"), ("B", "1973")), (2, 3))),
        (
            {"S": [[], ["My films"], [], [None, *A_AND_B[0]], [None, *A_AND_B[1]], [], [None, *A_AND_B[2]]]},
            rows(
                ("", "title", "year"),
                (("", "A", "1972"), ("", "B", "1973")),
                (5, 7),
                Problem("lines before the table", "f", value="1", expected="My films"),
                header_line=4,
            ),
        ),
        (
            {"Notes": [("a", "b"), ("c", "d")], "Empty": [], "Films": A_AND_B},
            rows(
                ("title", "year"),
                (("A", "1972"), ("B", "1973")),
                (2, 3),
                Problem("other tables", "f", value="Films", expected="Notes"),
            ),
        ),
        (
            {"2020": A_AND_B, "Notes": [("a", "b"), ("c", "d")], "2021": [("Year", "Title"), (1979, "C")]},
            rows(
                ("title", "year", "sheet"),
                (("A", "1972", "2020"), ("B", "1973", "2020"), ("C", "1979", "2021")),
                (2, 3, 5),
                Problem("read together", "f", value="2", expected="2020 (2–3), 2021 (5–5)"),
                Problem("other tables", "f", value="2020, 2021", expected="Notes"),
            ),
        ),
        (
            {"S": [("A", 1972), ("B", 1973)]},
            rows(("Column 1", "Column 2"), (("A", "1972"), ("B", "1973")), (1, 2), header_line=None),
        ),
        ({"S": [("A",), ("B",)]}, rows(("Column 1",), (("A",), ("B",)), (1, 2), header_line=None)),
        ({"S": [("A", 1972)]}, rows(("Column 1", "Column 2"), (("A", "1972"),), (1,), header_line=None)),
    ],
    ids=["a sheet", "rows above and between", "several sheets", "of one shape", "no header", "one column", "one row"],
)
def test_sheets(sheets, expected):
    assert read_rows(xlsx(**sheets), "f") == expected


def test_a_hidden_sheet_comes_last():
    book = Workbook()
    book.active.title = "Hidden"
    for sheet in (book.active, book.create_sheet("Shown")):
        sheet.append(("title",))
        sheet.append((sheet.title,))
    book["Hidden"].sheet_state = "hidden"
    assert read_rows(saved(book), "f").cells == (("Shown",),)


def test_open_document_repeats_cells_and_rows():
    data = ods(
        ods_row(ods_cell("title"), ods_cell("x"), ods_cell(times=16_382)),
        ods_row(ods_cell(times=16_384), times=3),
        ods_row(ods_cell("A", times=2), times=2),
        ods_row(ods_cell(times=16_384), times=1_048_570),
    )
    assert read_rows(data, "f") == rows(("title", "x"), (("A", "A"),) * 2, (5, 6), form="OpenDocument")


HEAD = ("Director", "Film", "Year")
RAY = (("Ray", "Aparajito", 1956), (None, "Apur Sansar", 1959), (None, "Charulata", 1964))


@pytest.mark.parametrize(
    ("cells", "ranges", "directors"),
    [
        ((HEAD, *RAY), ["A2:A4"], ["Ray", "Ray", "Ray"]),
        ((HEAD, *RAY), ["A2:A3"], ["Ray", "Ray", ""]),
        ((HEAD, *RAY), [], ["Ray", "", ""]),
        ((HEAD, *RAY[:1], ("Varda", "Cleo", 1962)), ["A2:A9"], ["Ray", "Ray"]),
        ((("Retrospective",), (), HEAD, *RAY), ["A1:C2", "A4:A6"], ["Ray", "Ray", "Ray"]),
        (
            (("Director", "Film", "Shown"), (None, None, "Year", "Print"), *RAY),
            ["A1:A2", "B1:B2", "A3:A5"],
            ["Ray"] * 3,
        ),
    ],
    ids=["all", "two", "none", "further than the sheet", "a heading above", "a header of two rows"],
)
def test_a_cell_that_spans_rows_is_said_in_each(cells, ranges, directors):
    found = read_rows(merged_xlsx(cells, *ranges), "f")
    assert [row[0] for row in found.cells] == directors


def test_a_cell_of_open_document_that_spans_rows_is_said_in_each():
    spans = ods_cell("Ray").replace("<table:table-cell", '<table:table-cell table:number-rows-spanned="2"')
    covered = "<table:covered-table-cell/>"
    data = ods(
        ods_row(*map(ods_cell, HEAD)),
        ods_row(ods_cell("Varda"), ods_cell("Cleo"), ods_cell("1962")),
        ods_row(spans, ods_cell("Aparajito"), ods_cell("1956")),
        ods_row(covered, ods_cell("Charulata"), ods_cell("1964")),
    )
    assert [row[0] for row in read_rows(data, "f").cells] == ["Varda", "Ray", "Ray"]


def far_away():
    book = Workbook()
    book.active["A1"], book.active["A2"], book.active["XFD1048576"] = "title", "A", "B"
    return saved(book)


GOOD = xlsx(S=A_AND_B)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (GOOD[:-30], Problem("broken workbook", "f", expected="File is not a zip file")),
        (GOOD[:600], Problem("broken workbook", "f", expected="File is not a zip file")),
        (archive({"xl/workbook.xml": "<x"}), Problem("broken workbook", "f", expected="...")),
        (archive({"xl/workbook.bin": "x"}), Problem("broken workbook", "f", expected="the binary form .xlsb")),
        (OLE + b"\0" * 1000, Problem("broken workbook", "f", expected="...")),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Problem("protected workbook", "f")),
        (with_password(archive({"xl/workbook.xml": "<x/>"})), Problem("protected workbook", "f")),
        (
            archive({"mimetype": "application/epub+zip"}),
            Problem("broken archive", "f", expected="no workbook is in it"),
        ),
        (b"PK\x03\x04", Problem("broken archive", "f", expected="File is not a zip file")),
        (xlsx(S=[]), Problem("empty file", "f")),
        (xlsx(S=[("title", "year")]), Problem("empty file", "f")),
        (far_away(), Problem("too many columns", "f", expected="1000")),
        (ods(ods_row(ods_cell("A", times=16_384), times=1_048_576)), Problem("too many columns", "f", expected="1000")),
    ],
    ids=[
        *("cut off", "cut off early", "no XML", "xlsb", "nothing in it", "password", "password of the archive"),
        *("a book", "no archive", "empty sheet", "header only", "far away", "repeated"),
    ],
)
def test_no_rows(data, problem):
    with pytest.raises(BadListError) as raised:
        read_rows(data, "f")
    (found,) = raised.value.problems
    assert (found.kind, found.file, found.line, found.value) == (problem.kind, "f", None, "")
    assert found.expected == problem.expected or (problem.expected == "..." and found.expected)


@pytest.mark.parametrize(
    ("limits", "problem"),
    [
        (Limits(rows=1), Problem("too many rows", "f", expected="1")),
        (Limits(columns=1), Problem("too many columns", "f", expected="1")),
        (Limits(cell=4), Problem("cell too long", "f", 1, expected="4")),
        (Limits(unpacked=1000), Problem("unpacks too large", "f", expected="0.001")),
    ],
    ids=["rows", "columns", "cell", "unpacked"],
)
def test_limits(limits, problem):
    with pytest.raises(BadListError) as raised:
        read_rows(GOOD, "f", limits)
    assert raised.value.problems == (problem,)


def test_a_bomb():
    data = archive({"xl/workbook.xml": "<x/>", "xl/media/image.png": b"\0" * 11_000_000})
    with pytest.raises(BadListError) as raised:
        read_rows(data, "f", Limits(unpacked=10_000_000))
    assert raised.value.problems == (Problem("unpacks too large", "f", expected="10"),)
