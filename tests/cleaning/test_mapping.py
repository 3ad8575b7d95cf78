import pytest

from dashboard.cleaning.mapping import check_mapping, guessed, is_own_form, names_of, suggested
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Rows


def table(*lines, header_line=1):
    """Lines of cells between bars; the first is the header."""
    header, *rows = (tuple(line.split("|")) for line in lines)
    return Rows("f.csv", header, tuple(rows), tuple(range(2, 2 + len(rows))), header_line=header_line)


def renamed(header, name):
    return Problem("column renamed", "f.csv", 1, header, expected=name)


@pytest.mark.parametrize(
    ("rows", "mapping"),
    [
        (table("Name|Year", "Solaris|1972"), ("title", "year")),
        (table("id|title|year", "a|Solaris|1972"), ("id", "title", "year")),
        (table("title|Name", "Solaris|Andrei"), ("title", "")),
        (table("Work|Seen", "Solaris|1", "Stalker|2"), ("title", "")),
        (table("No|Work", "1|Solaris", "2|Stalker"), ("", "title")),
        (table("Seen|Work|Where", "yes|Solaris|home", "yes|Stalker|out"), ("", "title", "")),
        (table("Work|Where", "Solaris|Omsk", "Stalker|Perm"), ("title", "")),
        (table("Link|Work", "https://example.org/|Solaris", "https://example.com/|Stalker"), ("", "title")),
        (table("Sorts|Work", '["Drama"]|Solaris', '[{"name": "Comedy"}]|Stalker'), ("", "title")),
        (table("Note|Work", "Good|Solaris", "Bad|Stalker"), ("note", "title")),
        (table("Seen|Work", "|Solaris", "home|Stalker"), ("", "title")),
        (table("A|B|C", " | Solaris | 1 ", " | Stalker | 2 "), ("", "title", "")),
        (table("Work", "Солярис"), ("title",)),
        (table("Number", "1972", "2012"), ("",)),
        (table("Same", "yes", "yes", "yes", "yes"), ("",)),
        (table("A|B", "|", "|"), ("", "")),
        (table("A|B"), ("", "")),
        (table("Name"), ("title",)),
        (table("Work|When", "Solaris|1972", "Stalker|1979"), ("title", "")),
        (table("Column 1|Column 2", "Solaris|1972", "Stalker|1979", header_line=None), ("title", "year")),
        (table("Column 1|Column 2", "1972|Solaris", "1979|Stalker", header_line=None), ("year", "title")),
        (table("Column 1|Column 2", "5 Feb 1972|Solaris", "1979|Stalker", header_line=None), ("year", "title")),
        (table("Column 1|Column 2", "1|Solaris", "2|Stalker", header_line=None), ("", "title")),
        (table("Column 1|Column 2", "Solaris|", "Stalker|1979", header_line=None), ("title", "year")),
        (table("Column 1|Column 2", "Solaris|", "Stalker|", header_line=None), ("title", "")),
        (table("Column 1|Column 2", "Solaris|1972", "Stalker|soon", header_line=None), ("title", "")),
        (table("Column 1|Column 2", "Solaris|1700", "Stalker|1979", header_line=None), ("title", "")),
        (table("Column 1", "Solaris (1972)", "Stalker (1979)", header_line=None), ("title",)),
        (table("Column 1|Column 2|Column 3", "A|1|1972", "B|2|1979", header_line=None), ("title", "", "year")),
    ],
    ids=lambda value: "/".join(value.header) + str(value.cells[:1]) if isinstance(value, Rows) else "",
)
def test_suggested(rows, mapping):
    assert suggested(rows) == mapping


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        (table("Name|Year", "Solaris|1972"), ()),
        (table("Film|title_year|Premiere", "Solaris|1972|1972-02-05"), ()),
        (table("film|filmLabel|date", "https://a.example|Solaris|1972-02-05"), (2,)),
        (table("Original title|Year", "Солярис|1972"), ()),
        (table("Name|Film", "Ann|Solaris", "Ann|Stalker"), ()),
        (table("Work|Year", "Solaris|1972", "Stalker|1979"), (0,)),
        (table("Work", "Solaris"), (0,)),
        (table("Titel des Werkes|Jahrgang", "Solaris|1972", "Stalker|1979", "Mirror|1975"), (0, 1)),
        (table("Title|Data", "Solaris|1972-02-05", "Stalker|1979-05-25"), (1,)),
        (table("Title|When", "Solaris|1972", "Stalker|1979"), ()),
        (table("Ttile|Yaer|Drector", "Solaris|1972|A", "Stalker|1979|A", "Mirror|1975|A"), (0, 1)),
        (table("Title|Column 2|Column 3", "Solaris|1972|A", "Stalker|1979|A"), (1,)),
        (table("Title||Note", "Solaris|1972|A", "Stalker|1979|A"), (1,)),
        (table("Column 1|Column 2", "Solaris|1972", "Stalker|1979", header_line=None), (0, 1)),
        (table("Column 1|Column 2", "1|Solaris", "2|Stalker", header_line=None), (1,)),
    ],
    ids=lambda value: "/".join(value.header) if isinstance(value, Rows) else "",
)
def test_what_a_column_is_by_its_cells_is_a_guess(rows, columns):
    assert guessed(rows.header, suggested(rows)) == columns


@pytest.mark.parametrize(
    ("filled", "texts", "different", "mapping"),
    [(10, 8, 8, "title"), (10, 7, 7, ""), (8, 8, 8, "title"), (7, 7, 7, ""), (10, 10, 7, "title"), (10, 10, 6, "")],
    ids=["enough texts", "too few texts", "enough cells", "too few cells", "enough different", "too much alike"],
)
def test_titles_are_texts_that_are_mostly_there_and_mostly_different(filled, texts, different, mapping):
    cells = [f"Film {min(at, different - 1)}" if at < texts else str(at) if at < filled else "" for at in range(10)]
    assert suggested(table("Work", *cells)) == (mapping,)


@pytest.mark.parametrize(
    ("header", "mapping", "problems"),
    [
        ("a|b", ("title", "year"), ()),
        ("a|b|c|d", ("", "title", "", ""), ()),
        ("a|b", ("year", ""), (Problem("no title column", "f.csv", 1, value="a", expected="a, b"),)),
        ("a|b", ("", ""), (Problem("no title column", "f.csv", 1, value="a", expected="a, b"),)),
        ("a|b|c", ("title", "year", "year"), (Problem("column twice", "f.csv", 1, "c", expected="Year"),)),
        (
            "a|b|c|d|e",
            ("year", "title", "title", "year", "title"),
            (
                Problem("column twice", "f.csv", 1, "c", expected="Title"),
                Problem("column twice", "f.csv", 1, "d", expected="Year"),
                Problem("column twice", "f.csv", 1, "e", expected="Title"),
            ),
        ),
        ("a|b", ("year", "year"), (Problem("column twice", "f.csv", 1, "b", expected="Year"),)),
    ],
    ids=["good", "own ones", "no title", "nothing", "twice", "several twice", "twice and no title"],
)
def test_mapping(header, mapping, problems):
    rows = table(header)
    if not problems:
        check_mapping(rows, mapping)
        return
    with pytest.raises(BadListError) as raised:
        check_mapping(rows, mapping)
    assert raised.value.problems == problems


@pytest.mark.parametrize(
    ("header", "mapping", "names", "notes"),
    [
        ("Name|Year|Shelf", ("title", "year", ""), ("title", "year", "Shelf"), ()),
        ("Name|Title", ("", "title"), ("Name", "title"), ()),
        ("Title|title", ("title", ""), ("title", "title (given)"), (renamed("title", "title (given)"),)),
        ("x|Year", ("title", ""), ("title", "Year (given)"), (renamed("Year", "Year (given)"),)),
        (
            "x|other Years",
            ("title", ""),
            ("title", "other Years (given)"),
            (renamed("other Years", "other Years (given)"),),
        ),
        ("x|decade", ("title", ""), ("title", "decade (given)"), (renamed("decade", "decade (given)"),)),
        ("x|Evidence", ("title", ""), ("title", "Evidence (given)"), (renamed("Evidence", "Evidence (given)"),)),
        ("x|identity", ("title", ""), ("title", "identity (given)"), (renamed("identity", "identity (given)"),)),
        ("x|", ("title", ""), ("title", "Column 2"), (renamed("", "Column 2"),)),
        (
            "|x|",
            ("", "title", ""),
            ("Column 1", "title", "Column 3"),
            (renamed("", "Column 1"), renamed("", "Column 3")),
        ),
        (
            "x|y|y|y",
            ("title", "", "", ""),
            ("title", "y", "y (2)", "y (3)"),
            (renamed("y", "y (2)"), renamed("y", "y (3)")),
        ),
        ("x|y|y (2)|y", ("title", "", "", ""), ("title", "y", "y (2)", "y (3)"), (renamed("y", "y (3)"),)),
        (
            "x|y|y|y (2)",
            ("title", "", "", ""),
            ("title", "y", "y (2)", "y (2) (2)"),
            (renamed("y", "y (2)"), renamed("y (2)", "y (2) (2)")),
        ),
        (
            "x||Column 2",
            ("title", "", ""),
            ("title", "Column 2", "Column 2 (2)"),
            (renamed("", "Column 2"), renamed("Column 2", "Column 2 (2)")),
        ),
        ("x|y|Y", ("title", "", ""), ("title", "y", "Y"), ()),
        (
            "x|title (given)|title",
            ("title", "", ""),
            ("title", "title (given)", "title (given) (2)"),
            (renamed("title", "title (given) (2)"),),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_names(header, mapping, names, notes):
    assert names_of(table(header), mapping) == (names, notes)


@pytest.mark.parametrize(
    ("header", "own"),
    [
        ("id|title|year", True),
        ("id|title|Shelf", True),
        ("title|id", True),
        ("title|year", False),
        ("id|Title", False),
        ("id|title|Year", False),
        ("ID|title", False),
        ("id|title|original_language", False),
    ],
)
def test_the_dashboard_s_own_form_has_ids_and_the_schema_s_names(header, own):
    rows = table(header)
    assert is_own_form(rows, suggested(rows)) is own
