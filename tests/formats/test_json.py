import json

import pytest

from dashboard.formats.read import read_rows
from dashboard.formats.registry import readable
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits, Rows

A_AND_B = [{"title": "A", "year": 1972}, {"title": "B"}]
TWO = Rows("f.json", ("title", "year"), (("A", "1972"), ("B", "")), (1, 2), "utf-8-sig", (), None, "JSON", unit="item")


def rows(header, *cells, lines=None, problems=(), header_line=None, unread=()):
    lines = lines or tuple(range(1, len(cells) + 1))
    return Rows("f.json", header, cells, lines, "utf-8-sig", problems, header_line, "JSON", unread, "item")


def others(taken, left):
    return Problem("other tables", "f.json", value=taken, expected=left)


def beside(count, said):
    return Problem("beside the list", "f.json", value=count, expected=said)


def together(count, names):
    return Problem("read together", "f.json", value=count, expected=names)


def read(value):
    return read_rows(value if isinstance(value, bytes) else json.dumps(value).encode(), "f.json")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (A_AND_B, TWO),
        ({"films": A_AND_B}, TWO),
        (
            {"page": 1, "ids": [1, 2, 3], "people": [{"x": 1}] * 3, "results": A_AND_B},
            rows(*[TWO.header], *TWO.cells, problems=(beside("1", "page: 1"), others("results", "ids, people"))),
        ),
        (
            {"seen": A_AND_B, "wanted": [{"title": "C"}], "tags": ["x"]},
            rows(
                ("title", "year", "list"),
                *(("A", "1972", "seen"), ("B", "", "seen"), ("C", "", "wanted")),
                problems=(together("2", "seen, wanted"), others("seen, wanted", "tags")),
            ),
        ),
        (
            {"1972": ["A", "B"], "1979": ["C"]},
            rows(
                ("title", "year"),
                *(("A", "1972"), ("B", "1972"), ("C", "1979")),
                problems=(together("2", "1972, 1979"),),
            ),
        ),
        (
            {"2021": A_AND_B, "2022": [{"title": "C", "year": 1979}]},
            rows(
                ("title", "year", "list"),
                *(("A", "1972", "2021"), ("B", "", "2021"), ("C", "1979", "2022")),
                problems=(together("2", "2021, 2022"),),
            ),
        ),
        (
            [{"genre": "drama", "films": [{"title": "A"}]}, {"genre": "war", "films": [{"title": "B"}]}],
            rows(("title", "list"), ("A", "drama"), ("B", "war"), problems=(together("2", "drama, war"),)),
        ),
        (
            {"A": {"year": 1972, "director": "X"}, "B": {"year": 1979}},
            rows(("title", "year", "director"), ("A", "1972", "X"), ("B", "1979", "")),
        ),
        ({"A": 1972, "B": "1979"}, rows(("title", "year"), ("A", "1972"), ("B", "1979"))),
        ({"1972": "A", "1979": "B"}, rows(("title", "year"), ("A", "1972"), ("B", "1979"))),
        ({"1972": ["A"]}, rows(("title", "year"), ("A", "1972"))),
        (
            {"status": "ok", "data": {"movies": A_AND_B, "count": 2}},
            rows(*[TWO.header], *TWO.cells, problems=(beside("2", "status: ok; data.count: 2"),)),
        ),
        (
            {"user": {"name": "Ann", "id": 1}, "films": [{"name": "A", "id": 1}, {"name": "B", "id": 2}]},
            rows(("name", "id"), ("A", "1"), ("B", "2"), problems=(beside("2", "user.name: Ann; user.id: 1"),)),
        ),
        (
            {"title": "My list", "items": A_AND_B},
            rows(*[TWO.header], *TWO.cells, problems=(beside("1", "title: My list"),)),
        ),
        ({"list": "mine", "films": [film | {"evidence": {"status": "none"}} for film in A_AND_B]}, TWO),
        ([["title", "year"], ["A", 1972], ["B", None]], rows(*[TWO.header], *TWO.cells, lines=(2, 3), header_line=1)),
        ([["A", 1972], ["B", 1973]], rows(("Column 1", "Column 2"), ("A", "1972"), ("B", "1973"))),
        ({"columns": ["title", "year"], "index": [0, 1], "data": [["A", 1972], ["B", None]]}, TWO),
        ({"title": {"0": "A", "1": "B"}, "year": {"0": 1972, "1": None}}, TWO),
        ({"title": ["A", "B"], "year": [1972, None]}, TWO),
        ({"tt1": {"title": "A"}, "tt2": {"title": "B"}}, rows(("key", "title"), ("tt1", "A"), ("tt2", "B"))),
        (["A", "B (1972)", 1984], rows(("title",), ("A",), ("B (1972)",), ("1984",))),
        ({"Title": "A", "Ratings": [{"Source": "x"}]}, rows(("Title", "Ratings"), ("A", '[{"Source": "x"}]'))),
        ([{"title": "A"}, {}, None, {"title": "B"}], rows(("title",), ("A",), ("B",), lines=(1, 4))),
        (b'{"title": "A", "year": 1972}\n{"title": "B"}\n', TWO),
        (b'\n{"title": "A", "year": 1972}\r\n\r\n{"title": "B"}', rows(TWO.header, *TWO.cells, lines=(2, 4))),
        (b'{"title": "A",\n "year": 1972}\n{"title": "B"}\n', rows(TWO.header, *TWO.cells, lines=(1, 3))),
    ],
    ids=[
        *("a list", "a list in an object", "the list with titles", "two lists of one shape", "by year"),
        *("by year, and not the films'", "by genre", "by title", "years by title", "titles by year", "one year"),
        *("two levels down", "a person with a name", "a list with a title"),
        *("the dashboard's own export", "rows", "rows without a header", "split", "columns as objects"),
        *("columns as lists", "films by key", "titles", "one film", "empty items", "a line each"),
        *("blank lines between", "several lines each"),
    ],
)
def test_shapes(value, expected):
    assert read(value) == expected


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("1972", "1972"),
        ("1972.0", "1972"),
        ("8.10", "8.1"),
        ("1e3", "1000"),
        ("9" * 5000, "9" * 5000),
        ("true", "true"),
        ("false", "false"),
        ("null", ""),
        ("NaN", ""),
        ("-Infinity", ""),
        ("1e999", ""),
        ('["Drama", 18, true]', '["Drama", "18", "true"]'),
        ('["драма"]', '["драма"]'),
        ("[]", ""),
        ("{}", ""),
        ('[{"id": 18, "name": "Drama"}, {"name": "War"}]', '["Drama", "War"]'),
        ('[{"title": "A"}]', '["A"]'),
        ('[{"id": 18}]', '[{"id": "18"}]'),
        ('[["a", "b"]]', '[["a", "b"]]'),
        (r'"\ud83d\ude80 \ud800 \u0000"', "🚀 \ufffd \ufffd"),
        ('"a\nb"', "a\nb"),
    ],
)
def test_a_cell(value, cell):
    assert read(f'[{{"title": "A", "x": {value}}}]'.encode()) == rows(("title", "x"), ("A", cell))


def test_objects_in_objects_are_columns():
    films = [{"n": {"ru": "А", "of": {"x": {"y": 1}}}, "title": "A"}, {"n": None, "title": "B", "z": 1}]
    assert read(films) == rows(("n.ru", "n.of.x", "title", "z"), ("А", '{"y": "1"}', "A", ""), ("", "", "B", "1"))


def test_items_that_are_no_films_are_named():
    assert read([{"title": "A", "year": 1}, "B", {"title": "C"}]) == rows(
        ("title", "year"),
        ("A", "1"),
        ("C", ""),
        lines=(1, 3),
        problems=(Problem("wrong number of cells", "f.json", 2, value="1", expected="2"),),
        unread=((2, ("B",)),),
    )


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b'[{"title": "A"},\n {"title": }]', Problem("broken JSON", "f.json", 2, expected="Expecting value")),
        (b'{"title": "A"}\n{"title": \n', Problem("broken JSON", "f.json", 3, expected="Expecting value")),
        (b'[{"title": "A"', Problem("broken JSON", "f.json", 1, expected="Expecting ',' delimiter")),
        (b"[" * 100_000 + b"1", Problem("nested too deep", "f.json")),
        (b'{"a":' * 100_000, Problem("nested too deep", "f.json")),
        (b'{"status": 7, "message": "no key"}', Problem("no films found", "f.json", expected=", ".join(readable()))),
        (b"[]", Problem("empty file", "f.json")),
        (b'[{"title": ""}, null]', Problem("empty file", "f.json")),
    ],
    ids=["broken", "a line broken", "cut off", "deep lists", "deep objects", "an error", "no item", "nothing in them"],
)
def test_no_rows(data, problem):
    with pytest.raises(BadListError) as raised:
        read_rows(data, "f.json")
    assert raised.value.problems == (problem,)


def test_columns_are_counted_over_all_objects():
    with pytest.raises(BadListError) as raised:
        read_rows(json.dumps([{str(at): at} for at in range(11)]).encode(), "f.json", Limits(columns=10))
    assert raised.value.problems == (Problem("too many columns", "f.json", expected="10"),)
