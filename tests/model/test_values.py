from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.values import (
    is_listed,
    is_missing,
    is_plain,
    loose_number_of,
    minutes_of,
    number_of,
    values_of,
    year_of,
)

THIS = date.today().year
LAST = f"{THIS % 100:02}"
NEXT = f"{(THIS + 1) % 100:02}"

# texts of 100,000 characters and more; what reads them has to come back at once
HOSTILE = {
    "digits": "9" * 100_000,
    "zeros": "0" * 100_000 + "x",
    "thousands": "1" + ",000" * 30_000,
    "blanks": "1" + " " * 100_000 + "x",
    "slashes": "1" + " /" * 50_000 + "x",
    "marks": "a" + "\u0301\u0316" * 50_000,
    "lists": "[" * 100_000,
    "closed lists": "[" * 100_000 + "]" * 100_000,
    "objects": '{"name":' * 20_000,
    "objects in a list": "[" + '{"name":' * 20_000 + "]",
    "brackets": "[" + "(" * 100_000 + "]",
    "signs": "[" + "-" * 100_000 + "1]",
    "words": "[" + "not " * 30_000 + "1]",
    "sums": "[" + "1+" * 50_000 + "1]",
    "attributes": "[a" + ".a" * 50_000 + "]",
    "functions": "[" + "lambda:" * 15_000 + "1]",
    "pairs": "[]" * 50_000,
    "numbers": "[" + "1," * 50_000 + "1]",
    "commas": "a," * 50_000,
    "years": "1972 " * 20_000,
    "clock": "1:" * 50_000,
    "hours": "1h" * 50_000,
}
READERS = (year_of, number_of, loose_number_of, minutes_of, values_of, is_missing, is_listed)


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        ("1972", 1972),
        (" 1972 ", 1972),
        ("\u00a01972\u2009", 1972),
        ("1972.0", 1972),
        ("1972.000", 1972),
        ("01972", 1972),
        ("１９７２", 1972),
        ("١٩٧٢", 1972),
        ("१९७२", 1972),
        ("0", 0),
        ("72", 72),
        ("987", 987),
        ("9999", 9999),
        ("1972–73", 1972),
        ("1972-1973", 1972),
        ("1972 — 1975", 1972),
        ("1972/73", 1972),
        ("1972-3", 1972),
        ("1972-", 1972),
        ("1972–", 1972),
        ("1972-02", 1972),
        ("1972-02-05", 1972),
        ("1972-02-05T20:00:00Z", 1972),
        ("1972/02/05", 1972),
        ("05-02-1972", 1972),
        ("05.02.1972", 1972),
        ("5. 2. 1972", 1972),
        ("02/05/1972", 1972),
        ("02.1972", 1972),
        ("5 Feb 1972", 1972),
        ("Feb 5, 1972", 1972),
        ("Jun 12 1998", 1998),
        ("5 февраля 1972 г.", 1972),
        ("1972 г.", 1972),
        ("1972г", 1972),
        ("1972年", 1972),
        ("c. 1972", 1972),
        ("ca. 1972", 1972),
        ("(1972)", 1972),
        ("[1972]", 1972),
        ("1972?", 1972),
        ("1970s", 1970),
        ("1972 (1972)", 1972),
        ("1972, restored", 1972),
        ("in 1972.", 1972),
    ],
)
def test_a_year(cell, year):
    assert year_of(cell) == (year, False)


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        ("12.6.98", 1998),
        ("12/06/98", 1998),
        ("12-Jun-98", 1998),
        ("12 Jun 98", 1998),
        ("12 июн. 98", 1998),
        ("12 Jun, 98", 1998),
        ("'72", 1972),
        ("’72", 1972),
        (f"1.1.{LAST}", THIS),
        (f"1.1.{NEXT}", THIS + 1 - 100),
    ],
)
def test_a_year_of_two_digits_is_one_of_the_last_hundred(cell, year):
    assert year_of(cell) == (year, True)


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "  ",
        "soon",
        "-",
        "\\N",
        "-1972",
        "+1972",
        "−1972",
        "1972.5",
        "1972,5",
        "1e3",
        "19720205",
        "19.72",
        "0000-00-00",
        "1972, 1974",
        "1972-02-05, 1998-01-01",
        "1972 or 1973",
        "1972 1973 1974",
        "20th century",
        "MCMLXXII",
        "12:30",
        "x" * 50 + " 1972",
        "9" * 400,
        "0" * 400 + "1972",
        "1972²",
    ],
    ids=lambda cell: repr(cell[:20]),
)
def test_no_year(cell):
    assert year_of(cell) is None


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("0", 0),
        ("12", 12),
        (" 12 ", 12),
        ("-12", -12),
        ("8.1", 8.1),
        ("-0.5", -0.5),
        ("007", 7),
        ("1,234", 1234),
        ("1,234,567", 1234567),
        ("1,234,567.89", 1234567.89),
        ("1 234 567", 1234567),
        ("1\u00a0234", 1234),
        ("1\u202f234", 1234),
        ("１２", 12),
        ("", None),
        ("-", None),
        (".5", None),
        ("5.", None),
        ("8,1", None),
        ("1,23", None),
        ("1,2345", None),
        ("12,34,567", None),
        ("1,234 567", None),
        ("1.234.567", None),
        ("1e3", None),
        ("nan", None),
        ("inf", None),
        ("12 angry men", None),
        ("12 34", None),
        ("0x10", None),
        ("²", None),
        ("9" * 40, 1e40),
        ("9" * 41, None),
        ("9" * 400, None),
        ("1" + ",000" * 200, None),
    ],
    ids=lambda value: repr(value[:20]) if isinstance(value, str) else "",
)
def test_a_number(cell, number):
    assert number_of(cell) == number


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("8,1", 8.1),
        ("-8,15", -8.15),
        ("8.1/10", 8.1),
        ("8,1 / 10", 8.1),
        ("8.1/", None),
        ("$12,000", 12000),
        ("12 000 ₽", 12000),
        ("12 €", 12),
        ("85 %", 85),
        ("85%", 85),
        ("８，１", 8.1),
        ("1,234", 1234),
        ("8", 8),
        ("", None),
        ("%", None),
        ("$", None),
        ("/10", None),
        ("8/10/10", None),
        ("good", None),
        ("★★★★", None),
        ("1,234,5", None),
        ("9" * 400, None),
    ],
    ids=lambda value: repr(value[:20]) if isinstance(value, str) else "",
)
def test_a_number_as_people_write_it(cell, number):
    assert loose_number_of(cell) == number


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("167", 167),
        ("167.0", 167),
        ("90.5", 90.5),
        ("167 min", 167),
        ("167min.", 167),
        ("167 mins", 167),
        ("167 minutes", 167),
        ("1 minute", 1),
        ("167 m", 167),
        ("167 мин", 167),
        ("167 мин.", 167),
        ("21 минута", 21),
        ("167 минут", 167),
        ("2h 47m", 167),
        ("2h47", 167),
        ("2 h", 120),
        ("2 hr 47 min", 167),
        ("2 hrs. 47 mins.", 167),
        ("1 hour 1 minute", 61),
        ("2 Hours 47 Minutes", 167),
        ("2 ч 47 мин", 167),
        ("2 часа 47 минут", 167),
        ("5 часов", 300),
        ("1 час", 60),
        ("2 Std. 47 Min.", 167),
        ("2:47", 167),
        ("2:47:00", 167),
        ("02:47:30", 167),
        ("PT2H47M", 167),
        ("PT167M", 167),
        ("PT2H", 120),
        ("１６７", 167),
        ("0", 0),
        ("-5", -5),
        ("100000", 100000),
        ("1,234", 1234),
        ("", None),
        ("long", None),
        ("PT", None),
        ("h", None),
        ("min", None),
        ("2.5 h", None),
        ("2 47", None),
        ("90, 120", None),
        ("90–120", None),
        ("about 90", None),
        ("2:4", None),
        ("1:2:3", None),
        ("9" * 400, None),
    ],
    ids=lambda value: repr(value[:20]) if isinstance(value, str) else "",
)
def test_minutes(cell, minutes):
    assert minutes_of(cell) == minutes


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("", ()),
        (" ; ;", ()),
        ("a", ("a",)),
        ("b;a ; b", ("b", "a")),
        ("a, b; A", ("a, b", "A")),
        ("\\N", ()),
        ("a; \\N", ("a",)),
        ("[]", ()),
        (' ["Drama", "Sci-Fi"] ', ("Drama", "Sci-Fi")),
        ('["a; b", "c"]', ("a; b", "c")),
        ('[" a ", "a", ""]', ("a",)),
        ("['Drama', 'Sci-Fi']", ("Drama", "Sci-Fi")),
        ("['O\\'Brien', \"it's\"]", ("O'Brien", "it's")),
        ('[{"id": 18, "name": "Drama"}, {"id": 878, "name": "Science Fiction"}]', ("Drama", "Science Fiction")),
        ("[{'id': 18, 'name': 'Drama'}]", ("Drama",)),
        ("[18, 878]", ("18", "878")),
        ("[8.10, 1e999, 007]", ("[8.10, 1e999, 007]",)),
        ("[8.10, 1e999, NaN]", ("8.10", "1e999", "NaN")),
        (f"[{'9' * 5000}]", ("9" * 5000,)),
        ('["\\u0414рама"]', ("Драма",)),
        ('["\\ud83d\\ude80"]', ("🚀",)),
        ('["\\ud83d"]', ('["\\ud83d"]',)),
        ('["Drama", null]', ('["Drama", null]',)),
        ('[["Drama"]]', ('[["Drama"]]',)),
        ('[{"id": 18}]', ('[{"id": 18}]',)),
        ('[{"name": ["Drama"]}]', ('[{"name": ["Drama"]}]',)),
        ('["Drama"', ('["Drama"',)),
        ('["a"], ["b"]', ('["a"], ["b"]',)),
        ("[untitled]", ("[untitled]",)),
        ("[untitled; 1972]", ("[untitled", "1972]")),
        ("[open('/etc/passwd')]", ("[open('/etc/passwd')]",)),
        ("[b'a']", ("[b'a']",)),
        ('{"name": "Drama"}', ('{"name": "Drama"}',)),
    ],
    ids=lambda value: repr(value[:30]) if isinstance(value, str) else "",
)
def test_values(cell, values):
    assert values_of(cell) == values


@pytest.mark.parametrize(
    ("separator", "values"),
    [(";", ("a|b,c", "d")), ("|", ("a", "b,c;d")), (",", ("a|b", "c;d")), ("", ("a|b,c;d",))],
    ids=["semicolon", "bar", "comma", "nothing"],
)
def test_values_between_a_separator(separator, values):
    assert values_of("a|b,c;d", separator) == values


@pytest.mark.parametrize(
    ("cell", "missing"),
    [
        ("", True),
        ("  ", True),
        ("\\N", True),
        ("\\n", True),
        ("N/A", True),
        ("NaN", True),
        ("NULL", True),
        ("None", True),
        ("–", True),
        (" ? ", True),
        ("unknown", True),
        ("Неизвестно", True),
        ("0", False),
        ("soon", False),
        ("--", False),
        ("n", False),
    ],
)
def test_missing(cell, missing):
    assert is_missing(cell) is missing


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_read_at_once(text, read):
    read(text)


@given(st.one_of(st.text(), st.text("0123456789 .,:;/-–'[]{}\"hmчч$%()\\N")))
def test_no_text_fails(text):
    for read in READERS:
        read(text)
    assert all(value.strip() == value != "" for value in values_of(text))


@given(st.integers(1000, 9999), st.sampled_from(["{}", " {} ", "{}.0", "0{}"]))
def test_every_plain_year_is_read(year, written):
    assert year_of(written.format(year)) == (year, False)


@given(st.integers(-(10**12), 10**12))
def test_every_whole_number_is_read_with_and_without_thousands(number):
    assert number_of(str(number)) == number_of(f"{number:,}") == loose_number_of(f"{number:,}") == number


@given(st.integers(0, 99), st.integers(0, 59))
def test_every_length_is_read_however_it_is_written(hours, minutes):
    forms = ("{0}h {1}m", "{0}:{1:02}", "{0}:{1:02}:00", "PT{0}H{1}M", "{0} ч {1} мин", "{2}", "{2} min")
    written = [form.format(hours, minutes, hours * 60 + minutes) for form in forms]
    assert [minutes_of(each) for each in written] == [hours * 60 + minutes] * len(forms)


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        ("12", True),
        ("012", True),
        ("1.5", True),
        ("1,5", False),
        ("-1", False),
        (" 1", False),
        ("", False),
        ("１", False),
        ("1.5.6", False),
        ("1e3", False),
    ],
)
def test_is_plain(cell, plain):
    assert is_plain(cell) is plain
