import re
from array import array

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cleaning.mapping import suggested
from dashboard.cleaning.validate import FilmList, validate
from dashboard.formats.plain_text.titles import TITLE_AND_YEAR
from dashboard.formats.read import read_rows
from dashboard.lists.loading import load
from dashboard.lists.source import filmography_source, published_source
from dashboard.model import kinds
from dashboard.model.kinds import Column
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Rows
from dashboard.model.schema import BY_NAME, year_limits
from dashboard.model.values import is_missing, loose_number_of, minutes_of, says_nothing, values_of, year_of
from tests.foreign import HEADER, films

FIRST, LAST = year_limits()
RANGE = f"{FIRST}–{LAST}"


def table(header, *rows, **more):
    """A table of cells between bars."""
    cells = tuple(tuple(row.split("|")) for row in rows)
    return Rows("f.csv", tuple(header.split("|")), cells, tuple(range(2, 2 + len(rows))), **more)


def wrong(kind, line, column="", value="", expected=""):
    return Problem(kind, "f.csv", line, column, value, expected)


def strs(*cells):
    return pd.Series(cells, dtype="str")


def assert_same(one: FilmList, other: FilmList) -> None:
    pd.testing.assert_frame_equal(one.frame, other.frame)
    names = ("columns", "problems", "encoding", "lines", "refused", "header", "form")
    assert {name: getattr(one, name) for name in names} == {name: getattr(other, name) for name in names}


def test_a_list_that_is_right_throughout():
    found = validate(
        table(
            "Title|YEAR|Director|kind|Running time min|fact|Shelf mark",
            " Solaris |1972.0|Tarkovsky;; Тарковский ;Tarkovsky|feature|167||=A1",
            "Солярис|1968||||Two lines|",
            encoding="utf-8-sig",
        )
    )
    known = ("id", "title", "year", "director", "kind", "running_time_min", "fact")
    expected = FilmList(
        pd.DataFrame(
            {
                "id": strs("solaris-1972", "солярис-1968"),
                "title": strs("Solaris", "Солярис"),
                "year": pd.Series([1972, 1968], dtype="Int64"),
                "director": [("Tarkovsky", "Тарковский"), ()],
                "kind": strs("feature", None),
                "running_time_min": pd.Series([167, pd.NA], dtype="Int64"),
                "fact": strs(None, "Two lines"),
                "Shelf mark": strs("=A1", None),
            }
        ),
        (*(BY_NAME[name] for name in known), Column("Shelf mark", "Shelf mark", searchable=True)),
        encoding="utf-8-sig",
        lines=array("q", [2, 3]),
        header=("Title", "YEAR", "Director", "kind", "Running time min", "fact", "Shelf mark"),
    )
    assert_same(found, expected)


def test_a_list_with_all_that_can_be_wrong():
    found = validate(
        table(
            "Name|Id|Year|Runtime|Rating|Votes||Shelf|Shelf|Year (as given)",
            "A|a|1972|90 min|8,1|1200||x|y|",
            "|b|1973|90|8|3||refused||",
            "B|a|soon|long|8/10|||x||own",
            "a|c d|1972|0|good|N/A|z|||",
            "\\N|||||||also refused||",
            "C||1700|\\N|||||||".removesuffix("|"),
            header_line=1,
            form="Excel",
            problems=(wrong("wrong number of cells", 4, "", "11", "10"),),
            unread=((4, tuple("abcdefghijk")),),
        )
    )
    frame = pd.DataFrame(
        {
            "title": strs("A", "B", "a", "C"),
            "id": strs("a", "b", "a-1972", "c-1700"),
            "Id (as given)": strs(None, "a", "c d", None),
            "year": pd.Series([1972, pd.NA, 1972, 1700], dtype="Int64"),
            "Year (as given) (as given)": strs(None, "soon", None, None),
            "running_time_min": pd.Series([90, pd.NA, pd.NA, pd.NA], dtype="Int64"),
            "Running time (as given)": strs(None, "long", "0", None),
            "rating": pd.Series([8.1, 8, pd.NA, pd.NA], dtype="Float64"),
            "Rating (as given)": strs(None, "8/10", "good", None),
            "Votes": pd.Series([1200, pd.NA, pd.NA, pd.NA], dtype="Int64"),
            "Votes (as given)": strs(None, None, "N/A", None),
            "Column 7": strs(None, None, "z", None),
            "Shelf": strs("x", "x", None, None),
            "Shelf (2)": strs("y", None, None, None),
            "Year (as given)": strs(None, "own", None, None),
        }
    )
    own = {"Votes": Column("Votes", "Votes", kind=kinds.NUMBER, facet=True)}
    own["Shelf"] = Column("Shelf", "Shelf", kind=kinds.CHOICE, facet=True, searchable=True)
    for name in ("Column 7", "Shelf (2)", "Year (as given)"):
        own[name] = Column(name, name, searchable=True)
    expected = FilmList(
        frame,
        tuple(BY_NAME.get(name) or own.get(name) or Column(name, name) for name in frame),
        problems=(
            wrong("column renamed", 1, expected="Column 7"),
            wrong("column renamed", 1, "Shelf", expected="Shelf (2)"),
            wrong("missing title", 3, "Name"),
            wrong("wrong number of cells", 4, "", "11", "10"),
            wrong("id twice", 4, "Id", "a", "2"),
            wrong("not a year", 4, "Year", "soon"),
            wrong("not a number", 4, "Runtime", "long"),
            wrong("number written otherwise", 4, "Rating", "8/10", "8"),
            wrong("not an id", 5, "Id", "c d", "a-1972"),
            wrong("number out of range", 5, "Runtime", "0", "1–60000"),
            wrong("not a number", 5, "Rating", "good"),
            wrong("film twice", 5, "Name", "a", "2"),
            wrong("missing title", 6, "Name"),
            wrong("year out of range", 7, "Year", "1700", RANGE),
        ),
        encoding="",
        lines=array("q", [2, 4, 5, 7]),
        refused=(
            (3, ("", "b", "1973", "90", "8", "3", "", "refused", "", "")),
            (4, tuple("abcdefghijk")),
            (6, ("\\N", "", "", "", "", "", "", "also refused", "", "")),
        ),
        header=("Name", "Id", "Year", "Runtime", "Rating", "Votes", "", "Shelf", "Shelf", "Year (as given)"),
        form="Excel",
    )
    assert_same(found, expected)


def test_cells_that_say_nothing_in_imdb_s_way():
    none = "\\N"
    found = validate(
        table(
            "tconst|titleType|primaryTitle|startYear|endYear|runtimeMinutes|genres",
            f"tt1|movie|A|{none}|{none}|{none}|{none}",
            f"tt2|movie|B|1972|{none}|90|Drama,Comedy",
            f"tt3|movie|{none}|1973|{none}|80|Drama",
        )
    )
    frame = pd.DataFrame(
        {
            "id": strs("a", "b-1972"),
            "imdb_id": strs("tt1", "tt2"),
            "kind": strs("movie", "movie"),
            "title": strs("A", "B"),
            "year": pd.Series([pd.NA, 1972], dtype="Int64"),
            "endYear": strs(None, None),
            "running_time_min": pd.Series([pd.NA, 90], dtype="Int64"),
            "genres": [(), ("Drama", "Comedy")],
        }
    )
    pd.testing.assert_frame_equal(found.frame, frame)
    assert found.problems == (wrong("no year", 2, "startYear"), wrong("missing title", 4, "primaryTitle"))


@pytest.mark.parametrize(
    ("header", "rows", "columns"),
    [
        ("title", ["A"], ["id", "title"]),
        ("Shelf|title", ["x|A"], ["id", "Shelf", "title"]),
        ("title|id", ["A|a"], ["title", "id"]),
        ("Shelf|title|Where", ["x|A (1972)|y"], ["id", "Shelf", "title", "year", "Where"]),
        ("release_date|title|Where", ["1972|A|y"], ["id", "release_date", "title", "year", "Where"]),
        ("Year|title", ["c. 1972|A"], ["id", "year", "Year (as given)", "title"]),
        ("title||", ["A||x"], ["id", "title", "Column 3"]),
    ],
)
def test_columns_stand_as_in_the_file_ids_first_and_years_behind_titles(header, rows, columns):
    assert validate(table(header, *rows)).frame.columns.tolist() == columns


@pytest.mark.parametrize(
    ("rows", "twice"),
    [
        (["A|1972", "B|1972", "A|1973"], []),
        (["A|1972", "a |1972.0", "A|1972"], [(3, "a", "2"), (4, "A", "2")]),
        (["A|", "A|unknown"], [(3, "A", "2")]),
        (["A|", "A|1972"], []),
        (["A|soon", "A|later"], [(3, "A", "2")]),
        (["|1972", "|1972", "A|1972"], []),
        (["A (1972)|1972", "A|1972"], []),
    ],
)
def test_a_film_twice(rows, twice):
    found = [problem for problem in validate(table("title|year", *rows)).problems if problem.kind == "film twice"]
    assert found == [wrong("film twice", line, "title", title, first) for line, title, first in twice]


@pytest.mark.parametrize(
    ("header", "rows", "count"),
    [
        ("title|year|watched_at", ["A|1972|2020-01-01", "A|1972|2021-01-01"], 0),
        ("title|year|watched_at", ["A|1972|2020-01-01", "A|1972|2020-01-01"], 1),
        ("title|year|watched_at", ["A|1972|2020-01-01", "A|1972|"], 0),
        ("title|year|list", ["A|1972|seen", "A|1972|wanted", "A|1972|seen"], 1),
        ("title|year|shelf", ["A|1972|here", "A|1972|there"], 1),
    ],
)
def test_a_film_on_another_day_or_in_another_list_is_not_there_twice(header, rows, count):
    found = validate(table(header, *rows)).problems
    assert sum(problem.kind == "film twice" for problem in found) == count


def test_a_mapping_says_which_column_is_which():
    rows = table("title|Name|Year", "1|A|x", "2|B|y")
    found = validate(rows, ("", "title", ""), chosen=("title",))
    expected = {"title (given)": [1, 2], "title": ["A", "B"], "Year (given)": ["x", "y"]}
    assert found.frame.drop(columns="id").to_dict("list") == expected
    assert found.problems == (
        Problem("no years at all", "f.csv"),
        wrong("column renamed", 1, "title", expected="title (given)"),
        wrong("column renamed", 1, "Year", expected="Year (given)"),
    )
    assert validate(rows).frame["title"].tolist() == ["1", "2"]


@pytest.mark.parametrize(
    ("rows", "mapping", "problems"),
    [
        (table("Number|Year", "1|1972"), None, [wrong("no title column", 1, value="Number", expected="Number, Year")]),
        (table("title"), None, [Problem("no usable row", "f.csv")]),
        (table("title|year", "A|1972"), ("", "title"), []),
        (table("title|year", "A|1972"), ("", ""), [wrong("no title column", 1, value="title", expected="title, year")]),
        (table("title|year", "A|1972"), ("title", "title"), [wrong("column twice", 1, "year", expected="Title")]),
        (
            table("Name|year", "|1972", " |", "\\N|x"),
            None,
            [*(wrong("missing title", line, "Name") for line in (2, 3, 4)), Problem("no usable row", "f.csv")],
        ),
        (
            table("Name|year", "|1972", problems=(wrong("wrong number of cells", 3, "", "3", "2"),)),
            None,
            [
                wrong("missing title", 2, "Name"),
                wrong("wrong number of cells", 3, "", "3", "2"),
                Problem("no usable row", "f.csv"),
            ],
        ),
    ],
    ids=[
        "no title",
        "no row",
        "another title",
        "no title chosen",
        "two titles",
        "no row with a title",
        "no row at all",
    ],
)
def test_a_table_that_cannot_be_used(rows, mapping, problems):
    if not problems:
        assert validate(rows, mapping).frame["title"].tolist() == ["1972"]
        return
    with pytest.raises(BadListError) as raised:
        validate(rows, mapping)
    assert raised.value.problems == tuple(problems)


def test_one_film_with_nothing_but_a_title():
    found = validate(table("title", "A"))
    pd.testing.assert_frame_equal(found.frame, pd.DataFrame({"id": strs("a"), "title": strs("A")}))
    assert found.problems == (Problem("no years at all", "f.csv"),)


def test_years_of_a_wrong_century():
    default_list = [f"Film {at}|Jun 12 {1980 + at % 31}" for at in range(1_000)]
    far = [(1002, 2015), (1003, 2016), (1004, LAST)]
    beyond = [(1005, LAST + 1), (1006, LAST + 20)]
    early = [f"Film {line}|Nov 21 {year}" for line, year in (*far, *beyond)]
    found = validate(table("Title|Release Date", *default_list, *early))
    assert found.problems == (
        *(wrong("year far from the others", line, "Release Date", f"Nov 21 {year}", str(year)) for line, year in far),
        *(wrong("year out of range", line, "Release Date", f"Nov 21 {year}", RANGE) for line, year in beyond),
    )
    assert found.frame["year"].tolist()[-5:] == [2015, 2016, LAST, LAST + 1, LAST + 20]


@pytest.mark.parametrize("source", [published_source(), filmography_source()], ids=lambda source: source.info.key)
def test_our_own_lists_are_right_throughout(source):
    assert load(source).problems == ()
    assert validate(read_rows(source.films.read_bytes(), source.films.name)).problems == ()


@pytest.mark.parametrize("n", [1, 100, 3201])
def test_a_long_list_of_all_scripts(n):
    found = validate(read_rows(films(n).encode(), "f.csv"))
    assert {problem.kind for problem in found.problems} <= {"no year", "film twice", "no years at all"}
    assert found.frame["id"].is_unique
    assert (len(found.frame), [column.name for column in found.columns]) == (n, ["id", *HEADER])


HEADERS = (
    *("Name", "id", "Year", "Release date", "Genres", "Director", "themes", "Runtime", "rating", "Description", "kind"),
    *("Shelf", "Votes", "", "decade", "Year (as given)", "Id (as given)", "Shelf (2)", "title (given)", "source_url"),
)
CELLS = st.one_of(
    st.sampled_from(
        [
            *("", "", "\\N", "N/A", "-", "unknown", "nan", "0", "1972", "1972.0", "c. 1972", "12.6.98", "1700", "2999"),
            *("soon", "007", "8,1", "8.5", "90 min", "2h 47m", "1,234", "-5", "1e3", "9" * 20, "9" * 400, "٣"),
            *("Drama; Comedy", "Drama, Comedy", "a|b", "a;a", "a;;b", "Lilly Wachowski, Lana Wachowski", "x\ny"),
            *('["Drama", "a;b"]', "[]", "[1, 2.50]", '[{"name": "Drama"}]', "[x]", '["\\ud800"]', "[1e999]"),
            *("https://example.org/", "A (1972)", "A (1973)", "=1+1", "a b", "w" * 130, "<b>", "\0"),
        ]
    ),
    st.text(max_size=12),
    st.text(" ,;|[]\"'019aA\\N", max_size=8),
)


@st.composite
def tables(draw):
    header = ["title", *draw(st.lists(st.sampled_from(HEADERS), max_size=6))]
    header = draw(st.permutations(header))
    rows = draw(st.lists(st.tuples(*[CELLS] * len(header)), min_size=1, max_size=12))
    return Rows("f.csv", tuple(header), tuple(rows), tuple(range(2, 2 + len(rows))))


def is_kept(cell: str, film: dict, column: str) -> bool:
    """Whether a film holds a cell of a column: as text, as a number, or as values."""
    held = [value for values in film.values() for value in (values if isinstance(values, tuple) else [values])]
    numbers = {float(value) for value in held if isinstance(value, int | float) and not pd.isna(value)}
    taken_apart = TITLE_AND_YEAR.fullmatch(cell) if column == "title" else None
    if taken_apart and taken_apart[1] in held and int(taken_apart[2]) in numbers:
        return True
    if column in ("year", "running_time_min", "rating", "") and is_missing(cell):
        return True
    if column != "title" and says_nothing(cell):
        return True
    year = year_of(cell) if re.fullmatch(r"[\d.]+", cell) else None
    if numbers & {loose_number_of(cell), minutes_of(cell), year and float(year[0])}:
        return True
    return any(
        set(values) <= set(held) for values in [(cell,), *(values_of(cell, mark) for mark in (*";|\n,", ";|\n、/,"))]
    )


@given(tables())
def test_nothing_is_lost(rows):
    mapping = suggested(rows)
    title = mapping.index("title")
    untitled = [at for at, cells in enumerate(rows.cells) if cells[title].strip() in ("", "\\N")]
    if len(untitled) == len(rows.cells):
        with pytest.raises(BadListError, match="no usable row"):
            validate(rows)
        return
    found = validate(rows)
    assert len(found.frame) + len(found.refused) == len(rows.cells)
    assert found.refused == tuple((rows.lines[at], rows.cells[at]) for at in untitled)
    assert found.frame.columns.tolist() == [column.name for column in found.columns]
    assert found.frame.columns.is_unique
    assert found.frame["id"].is_unique
    assert not found.frame[["id", "title"]].isna().any(axis=None)
    films = dict(zip(found.lines, found.frame.to_dict("records"), strict=True))
    raw = dict(zip(rows.lines, rows.cells, strict=True))
    named = {(each.line, each.column, each.value) for each in found.problems if each.kind == "footnote left out"}
    lost = [
        (rows.header[at], cell, film)
        for line, film in films.items()
        for at, cell in enumerate(raw[line])
        if cell.strip() and (line, rows.header[at], cell.strip()) not in named
        if not is_kept(cell.strip(), film, mapping[at])
    ]
    assert lost == []


def test_two_columns_that_keep_cells_as_given_keep_both():
    rows = table("title|year|running_time_min|Running time", "A|1970|long|N/A", "B|1971|90|5")
    frame = validate(rows).frame
    assert frame["Running time (as given)"].tolist()[0] == "long"
    assert frame["Running time (as given) (2)"].tolist()[0] == "N/A"
