"""Files that are broken or mean harm: whatever the bytes are, rows or a problem come out, and soon."""

import json
import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cleaning.validate import validate
from dashboard.formats.read import read_rows
from dashboard.formats.registry import FORMATS
from dashboard.model.problems import BadListError
from dashboard.model.rows import Limits
from tests.tables import sampled

FILES = Path(__file__).parent / "files"
NAMES = sorted(path.name for path in FILES.iterdir())


def assert_rows_or_a_problem(data):
    """Whatever the bytes are: rows that hang together and can be written as text, or a problem."""
    with suppress(BadListError):
        rows = read_rows(data, "f", Limits(rows=10_000, columns=200))
        assert len(rows.cells) == len(rows.lines)
        assert {len(row) for row in rows.cells} <= {len(rows.header)}
        assert rows.form in {each.name for each in FORMATS}
        "".join([*rows.header, *(cell for row in rows.cells for cell in row)]).encode()


FILMS = [("Amélie", "2001", "Jeunet"), ("Volver", "2006", "Almodóvar"), ("Cléo de 5 à 7", "1962", "Agnès Varda")]
WRITTEN = {
    "CSV": ("title,year,director\n", "{},{},{}\n", ""),
    "Markdown": ("|title|year|director|\n|--|--|--|\n", "|{}|{}|{}|\n", ""),
    "plain text": ("", "{} ({}), dir. {}\n", ""),
    "HTML table": ("<table><tr><th>title<th>year<th>director", "<tr><td>{}<td>{}<td>{}", "</table>"),
    "JSON": ("", '{{"title": "{}", "year": {}, "director": "{}"}}\n', ""),
    "YAML": ("", "- title: {}\n  year: {}\n  director: {}\n", ""),
    "TOML": ("", "[[film]]\ntitle = '{}'\nyear = {}\ndirector = '{}'\n", ""),
    "XML": ("<films>", "<film><title>{}</title><year>{}</year><director>{}</director></film>", "</films>"),
    "BibTeX": ("", "@movie{{a,\n title={{{}}},\n year={{{}}},\n director={{{}}}\n}}\n", ""),
}
"""For each form what stands above films, how one is written, and what stands below."""


@pytest.mark.parametrize("broken", [b"\xf3", b"\xc3", "\ufffd".encode()], ids=["stray", "cut", "lost before"])
@pytest.mark.parametrize("form", WRITTEN)
def test_a_broken_byte_is_said_with_its_row(form, broken):
    above, film, below = WRITTEN[form]
    text = "".join([above, *(film.format(*each) for each in FILMS), below])
    found = validate(read_rows(text.encode().replace("ó".encode(), broken), "f"))
    assert [*found.frame["title"]] == [title for title, _, _ in FILMS]
    doubtful = [(each.kind, each.line, each.value) for each in found.problems if each.grade != "note"]
    assert doubtful == [("character not read", found.lines[1], "Almod\ufffdvar")]


BEGINNINGS = (
    b"",
    b"title,year\n",
    b"[{",
    b'{"a":',
    b"<table>",
    b"PK\x03\x04",
    b"PAR1",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xff\xfe",
)


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=200))
def test_any_bytes_are_rows_or_a_problem(begins, data):
    assert_rows_or_a_problem(begins + data)


@given(st.text(max_size=200))
def test_any_text_is_rows_or_a_problem(text):
    assert_rows_or_a_problem(text.encode())


def harmed(data, chance):
    """Bytes cut off, changed, taken out, repeated or put in, as often as chance has it."""
    data = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.choice((1, 2, 8, 50, 300)))
        part = bytes(data[at:to])
        data[at:to] = chance.choice(
            (
                *(b"", part * 2, part * 50, chance.randbytes(to - at), bytes(byte ^ 1 for byte in part)),
                *(
                    mark + part
                    for mark in (b'"', b"\0", b"\n", b",", b"\t", b"|-|", b"[", b"<table>", b"\xff", b"(1972)")
                ),
            )
        )
        if chance.randrange(5) == 0:
            del data[at:]
    return bytes(data)


@pytest.mark.parametrize("name", sampled(NAMES, 9))
def test_a_harmed_file_is_rows_or_a_problem(name):
    data, chance = (FILES / name).read_bytes(), random.Random(name)
    for _ in range(80):
        assert_rows_or_a_problem(harmed(data, chance))


@pytest.mark.parametrize(
    "data",
    [
        *(b"a" + b" " * 1_000_000 + b"b\nc\n", b"*a" * 500_000 + b"\nc\n", b"[x" * 500_000, b"a(" * 500_000),
        *(b"a" * 2_000_000 + b"\xff\xc0 \xc0\n", b"-" * 1_000_000 + b"|x\n", b"1. " * 300_000, b"a:" * 500_000),
        *(b"(1972" * 200_000, b"- " * 300_000 + b"x", b"," * 1_000_000 + b"x", b"<" * 500_000 + b"<table>"),
        b"x " * 500_000 + b"\n" + b"watch a +b " * 200_000 + b"\nwatch a +b\nwatch c +d\n",
        json.dumps({f"genre {at}": [{"title": f"A {at}", "year": 1970}] for at in range(5_000)}).encode(),
        b'{"a": {"title": "x", "b": ' * 60 + b"1" + b"}}" * 60,
    ],
    ids=[
        "blanks",
        "stars",
        "links",
        "brackets",
        "letters",
        "dashes",
        "numbers",
        "colons",
        "years",
        "bullets",
        "commas",
        "tags",
        "tasks",
        "lists",
        "objects",
    ],
)
def test_time_does_not_grow_by_the_square(data):
    with suppress(BadListError):
        read_rows(data, "f")
