import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.query.search.grammar import SearchedColumn, Term, column_key, limits_of, read_search
from dashboard.query.view import NO_LIMITS

COLUMNS = {
    "director": SearchedColumn("director"),
    "режиссер": SearchedColumn("director"),
    "year": SearchedColumn("year", has_numbers=True),
}


def told(search: str) -> list[str]:
    """What a search asks for, in short: "not" for what must not be there, the column, then words or range."""
    return [
        " ".join(
            filter(
                None,
                (
                    "not" if term.is_without else "",
                    f"{term.column}:" if term.column else "",
                    "phrase" if term.is_phrase else "",
                    term.text or "{}..{}".format(*term.limits),
                ),
            )
        )
        for term in read_search(search, COLUMNS)
    ]


@pytest.mark.parametrize(
    ("search", "terms"),
    [
        ("", []),
        ("   ", []),
        ("Mars mars MARS", ["mars"]),
        ("«Звёзды», (Mars)!", ["phrase звезды", "mars"]),
        ("кин-дза-дза!", ["кин-дза-дза"]),
        ("...", ["..."]),
        ("-", ["-"]),
        ("--", ["--"]),
        ("- moon", ["moon"]),
        ("solaris - moon", ["solaris", "moon"]),
        ("-moon", ["not moon"]),
        ("--moon", ["--moon"]),
        (":", [":"]),
        ("::", ["::"]),
        (":moon", ["moon"]),
        ("moon:", ["moon"]),
        ("year:", ["year"]),
        ('"', ['"']),
        ('""', ['""']),
        ('"moon', ["moon"]),
        ('moon"', ["moon"]),
        ('"planet of storms"', ["phrase planet of storms"]),
        ("«планета бурь»", ["phrase планета бурь"]),
        ("„Planet der Stürme“", ["phrase planet der sturme"]),
        ('-"planet of storms" mars', ["not phrase planet of storms", "mars"]),
        ('"  planet   of storms "', ["phrase planet of storms"]),
        ("director:Tarkovsky", ["director: tarkovsky"]),
        ("режиссёр:Тарковский", ["director: тарковский"]),
        ("РЕЖИССЁР:Тарковский", ["director: тарковский"]),
        ('director:"Andrei Tarkovsky"', ["director: phrase andrei tarkovsky"]),
        ("-director:tarkovsky", ["not director: tarkovsky"]),
        ("director: tarkovsky", ["director", "tarkovsky"]),
        ("foo:bar", ["foo:bar"]),
        ('foo:"bar moon"', ['foo:"bar', "moon"]),
        ("-foo:bar", ["not foo:bar"]),
        ("a:b:c", ["a:b:c"]),
        ("director:a:b", ["director: a:b"]),
        ("year:1972", ["year: 1972.0..1972.0"]),
        ("year:1972..1975", ["year: 1972.0..1975.0"]),
        ("year:1975..1972", ["year: 1972.0..1975.0"]),
        ("year:..1960", ["year: None..1960.0"]),
        ("year:1980..", ["year: 1980.0..None"]),
        ("-year:1972", ["not year: 1972.0..1972.0"]),
        ("year:..", ["year"]),
        ("year:soon", ["year:soon"]),
        ("year:1972..1975..1980", ["year:1972..1975..1980"]),
        ("year:١٩٧٢", ["year:١٩٧٢"]),
        ("https://example.org/x", ["https://example.org/x"]),
        ("\u0301", ["\u0301"]),
        ('"\u0301"', ["phrase \u0301"]),
        ("mars \u0301", ["mars"]),
    ],
)
def test_what_a_search_asks_for(search, terms):
    assert told(search) == terms


def test_a_search_of_ten_thousand_characters_is_read():
    assert len(read_search("a:" * 5_000, COLUMNS)) == 1
    assert len(read_search('"' * 10_000, COLUMNS)) == 1
    assert len(read_search("-x " * 3_333, COLUMNS)) == 1


@given(st.text(st.sampled_from('-":«»“”. ax1йё:\u0301\n')) | st.text())
def test_no_search_is_an_error_and_no_word_is_empty(search):
    terms = read_search(search, COLUMNS)
    assert all(term.text or term.limits != NO_LIMITS for term in terms)
    assert bool(terms) == bool(search.split())
    assert len(set(terms)) == len(terms)


def test_a_word_keeps_its_accents_for_its_other_spellings():
    assert read_search("Klušancev", {}) == (Term("klusancev", written="klusancev", accented="klušancev"),)


@pytest.mark.parametrize(
    ("name", "key"), [("Original title", "original_title"), ("shelf-mark", "shelf_mark"), ("Режиссёр", "режиссер")]
)
def test_how_a_column_is_named(name, key):
    assert column_key(name) == key


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("7.5..", (7.5, None)),
        ("-5..5", (-5, 5)),
        ("5…9", (5, 9)),
        (">=7", (7, None)),
        ("<=1970", (None, 1970)),
        (">7", (7.000000000000001, None)),
        ("<-1", (None, -1.0000000000000002)),
        ("1972-1975", (1972, 1975)),
        ("1972–1975", (1972, 1975)),
        ("1972-", None),
        (">", None),
        (">x", None),
        ("><7", None),
        ("", None),
        ("..", None),
        ("1,5", None),
        ("1e9", None),
    ],
)
def test_limits(text, limits):
    assert limits_of(text) == limits
