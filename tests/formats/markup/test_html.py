import pytest

from dashboard.formats.read import read_rows
from dashboard.formats.registry import readable
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits, Rows

CELLS = (("A", "1972"), ("B", ""))


def rows(form, header, cells, lines, *problems, header_line=1, unread=()):
    unit = "row" if form == "HTML table" else "line"
    return Rows("f", header, cells, lines, "utf-8-sig", problems, header_line, form, unread, unit)


def markdown(header, cells, lines, *problems, **more):
    return rows("Markdown table", header, cells, lines, *problems, **more)


def page(header, cells, *problems, lines=None, **more):
    return rows("HTML table", header, cells, lines or tuple(range(2, 2 + len(cells))), *problems, **more)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| title | year |\n|---|---|\n| A | 1972 |\n| B | |\n", markdown(("title", "year"), CELLS, (3, 4))),
        ("title | year\n:--|--:\nA | 1972\nB |\n", markdown(("title", "year"), CELLS, (3, 4))),
        (
            "# Films\r\n\r\n|title|year|\r\n|-|-|\r\n|A|1972|\r\n|B||\r\n\r\nEnd.",
            markdown(
                ("title", "year"),
                CELLS,
                (5, 6),
                Problem("beside the list", "f", value="2", expected="# Films; End"),
                header_line=3,
            ),
        ),
        (
            "|title|note|\n|-|-|\n|**A** \\| *b*<br>c|`x`&amp;y<i>z</i>|\n",
            markdown(("title", "note"), (("A | b c", "x&yz"),), (3,)),
        ),
        (
            "|title|year|\n|-|-|\n|[A](https://a.org/x)|1972|\n|[B](b.md) <http://b.org> [c](http://c.org)|1973|\n",
            markdown(
                ("title", "title link", "year"),
                (("A", "https://a.org/x", "1972"), ("B http://b.org c", '["http://b.org", "http://c.org"]', "1973")),
                (3, 4),
            ),
        ),
        (
            "|x|y|\n|-|-|\n|1|2|\n|3|4|\n\n|title|year|\n|-|-|\n|A|1972|\n",
            markdown(
                ("title", "year"),
                (("A", "1972"),),
                (8,),
                Problem("other tables", "f", value="table 2", expected="table 1"),
                header_line=6,
            ),
        ),
        (
            "|title|year|x|\n|-|-|-|\n|A|1972|\n|1970s|\n|B|1973|1|2|\n",
            markdown(
                ("title", "year", "x", "Section"),
                (("A", "1972", "", ""),),
                (3,),
                Problem("cells missing", "f", 3, value="2", expected="3"),
                Problem("wrong number of cells", "f", 5, value="4", expected="3"),
                unread=((5, ("B", "1973", "1", "2")),),
            ),
        ),
    ],
    ids=["bars around", "bars between", "inside a text", "looks", "links", "the table with titles", "ragged"],
)
def test_markdown(text, expected):
    assert read_rows(text.encode(), "f") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<table><tr><th>title<th>year<tr><td>A<td>1972<tr><td>B<td></table>", page(("title", "year"), CELLS)),
        (
            "<!DOCTYPE html><html><body><p>Hi<table><thead><tr><th>title</th><th>year</th></tr></thead><tbody>"
            "<tr><td> A\n</td><td>1972</td></tr></tbody><tfoot><tr><td>B</td><td></td></tr></tfoot></table>",
            page(("title", "year"), CELLS),
        ),
        (
            "<table><tr><th>title<th>x<tr><td>&Auml;<br>b<script>1</script><td>1<sup class='reference'>[1]</sup>"
            "<tr><td><p>C</p><p>D</p><td><span style='display: none'>0</span>2</table>",
            page(("title", "x"), (("Ä b", "1"), ("C D", "2"))),
        ),
        (
            "<table><tr><th>title<th>director<th>notes<th>country"
            "<tr><td>A<br>B<td>Mikhail Karyukov<br>Aleksandr Kozyr<td>x<br>y<td>USSR<br>Poland"
            "<tr><td>C<td>Andrei<br>Tarkovsky<td>z<td>USSR</table>",
            page(
                ("title", "director", "notes", "country"),
                (
                    ("A B", '["Mikhail Karyukov", "Aleksandr Kozyr"]', "x y", '["USSR", "Poland"]'),
                    ("C", "Andrei Tarkovsky", "z", "USSR"),
                ),
            ),
        ),
        (
            "<table><tr><th>title<th>year<th>x<tr><td>A<sup>[1]</sup><td>1972[a]<td>[3][4]"
            "<tr><td>[REC] [note 2]<td>2007<td>5 [sic]</table>",
            page(("title", "year", "x"), (("A", "1972", ""), ("[REC]", "2007", "5 [sic]"))),
        ),
        (
            "<table><tr><th>title<th>cast<tr><td>A<td><ul><li>X</li><li>Y</li></ul><tr><td>B<td><ul><li>X</ul></table>",
            page(("title", "cast"), (("A", '["X", "Y"]'), ("B", "X"))),
        ),
        (
            "<table><tr><th>title<th>year<th>x"
            "<tr><td>A<td rowspan=2>1972<td>1<tr><td>B<td>2<tr><td colspan=2>C<td>3</table>",
            page(("title", "year", "x"), (("A", "1972", "1"), ("B", "1972", "2"), ("C", "C", "3"))),
        ),
        (
            "<table><tr><th>title<th>x<tr><td rowspan=0>A<td>1<tr><td>2</table>",
            page(("title", "x"), (("A", "1"), ("A", "2"))),
        ),
        (
            "<table><tr><th rowspan=2>title<th colspan=2>shown<tr><th>year<th>where<tr><td>A<td>1972<td>X</table>",
            page(
                ("title", "year", "where"),
                (("A", "1972", "X"),),
                Problem("lines before the table", "f", value="1", expected="title · shown · shown"),
                lines=(3,),
                header_line=2,
            ),
        ),
        (
            "<table><tr><th>title<th>x<tr><td><a href='https://a.org'>A</a><td><a href='/b'>1</a></table>",
            page(("title", "title link", "x"), (("A", "https://a.org", "1"),)),
        ),
        (
            "<table><tr><th>title<th>x<tr><th colspan=2>1970s<tr><td>A<td>1</table>",
            page(("title", "x", "Section"), (("A", "1", "1970s"),), lines=(3,)),
        ),
        (
            "<p>Hi\n<table>\n<tr>\n<td>\n\n<tr><th>title\n<th>year\n<tr><td>\nA<td>1972</table>",
            page(("title", "year"), (("A", "1972"),), lines=(3,), header_line=2),
        ),
        (
            "<table></table><table><tr><td>1<td>2</table><table><tr><th>title<th>x<tr><td>A<td>1</table>"
            "<table><tr><td>3</table>",
            page(
                ("title", "x"),
                (("A", "1"),),
                Problem("other tables", "f", value="table 3", expected="table 2, table 4"),
            ),
        ),
        (
            '<?xml version="1.0" encoding="windows-1251"?><table><tr><th>title<th>x<tr><td>Ж<td>\x01</table>',
            page(("title", "x"), (("Ж", "\x01"),)),
        ),
    ],
    ids=[
        *(
            "unclosed",
            "whole page",
            "what is not seen",
            "breaks",
            "footnotes",
            "lists in cells",
            "spans",
            "down to the end",
            "two headers",
        ),
        *("links", "a heading between", "an empty row on other lines", "several tables", "another encoding declared"),
    ],
)
def test_html(text, expected):
    assert read_rows(text.encode(), "f") == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<p>No table</p>", Problem("no films found", "f", expected=", ".join(readable()))),
        ("<table></table>", Problem("empty file", "f")),
        ("<table><tr><th>title</table>", Problem("empty file", "f")),
        ("|title|year|\n|-|-|\n", Problem("empty file", "f")),
        (
            "<table><tr><th>title<tr><td colspan=1000000>A<td>B</table>",
            Problem("too many columns", "f", expected="1000"),
        ),
        ("<table><tr><th>title<tr><td>" + "x" * 1_000_001, Problem("cell too long", "f", 2, expected="1000000")),
        ("<div>" * 10_000 + "<table>" * 1000, Problem("no films found", "f", expected=", ".join(readable()))),
    ],
    ids=["no table", "no row", "header only", "header only in Markdown", "a wide span", "a long cell", "nested deep"],
)
def test_no_rows(text, problem):
    with pytest.raises(BadListError) as raised:
        read_rows(text.encode(), "f")
    assert raised.value.problems == (problem,)


def test_spans_do_not_multiply():
    text = "<table><tr><td>title<td rowspan=65534 colspan=99>x" + "<tr><td>A" * 2000 + "</table>"
    with pytest.raises(BadListError) as raised:
        read_rows(text.encode(), "f", Limits(rows=1000, columns=100))
    assert raised.value.problems == (Problem("too many columns", "f", expected="100"),)


def test_nothing_is_fetched(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    text = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><table><tr><th>title<th>x<tr><td>A&x;<td>1</table>'
    assert read_rows(text.encode(), "f").cells == (("A&x;", "1"),)
