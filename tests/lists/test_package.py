"""A visitor's own list as a value, as bytes, as the text of a link, and out of a bundle."""

import io
import json
import lzma
import tracemalloc
import zipfile
import zlib
from contextlib import contextmanager
from datetime import date

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.exports.bundle import bundle
from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.package import (
    FILES,
    VERSION,
    BadPackError,
    ListPackage,
    from_bundle,
    from_text,
    name_of,
    pack,
    to_text,
    unpack,
)
from dashboard.lists.source import DATA, published_source
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import UNLIMITED, Limits
from dashboard.query.index import Index
from dashboard.render.citation import About

LIMITS = Limits(unpacked=1_000_000)
CSV = b"title,year\nSolaris,1972\n"
CLAIMS = b"film_id,field\n"
SMALL = ListPackage("My films", {"films.csv": CSV})
TEN = ListPackage("Soviet Space Films", {"films.csv": (DATA / "films.csv").read_bytes()})
FILMOGRAPHY = ListPackage("Soviet Space Filmography", {"films.csv": (DATA / "filmography.csv").read_bytes()})
WITH_EVIDENCE = ListPackage("Soviet Space Films", {name: (DATA / name).read_bytes() for name in FILES[:5]})

files = st.dictionaries(st.sampled_from(FILES[1:]), st.binary(max_size=200))
lists = st.builds(
    lambda name, films, others: ListPackage(name_of(name), {**others, "films.csv": films}),
    st.text(max_size=100),
    st.binary(max_size=2000),
    files,
)


def packed(content, version=VERSION):
    """Any content in the outer form of a packed list."""
    how = [{"id": lzma.FILTER_LZMA1, "dict_size": 1 << 20, "lc": 2, "lp": 0, "pb": 0}]
    return version + zlib.crc32(content).to_bytes(4, "big") + lzma.compress(content, lzma.FORMAT_RAW, filters=how)


def zipped(members, kind=zipfile.ZIP_DEFLATED):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", kind) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def problem_of(data):
    with pytest.raises(BadListError) as raised:
        from_bundle(data, LIMITS, "mine.zip")
    (problem,) = raised.value.problems
    return problem


@given(lists)
@example(ListPackage("", {"films.csv": b""}))
@example(ListPackage("ф" * 80, dict.fromkeys(FILES, b"\n,\0")))
def test_a_packed_list_unpacks(own):
    assert unpack(pack(own)) == own
    assert from_text(to_text(pack(own))) == pack(own)


@given(lists)
def test_the_same_list_packs_to_the_same_bytes_in_whatever_order(own):
    assert pack(ListPackage(own.name, dict(reversed(own.files.items())))) == pack(own)


@pytest.mark.parametrize(
    ("own", "most"),
    [(TEN, 2_130), (FILMOGRAPHY, 12_900), (WITH_EVIDENCE, 24_500)],
    ids=["ten films", "filmography", "ten films with their evidence"],
)
def test_a_list_makes_a_short_link(own, most):
    assert len(to_text(pack(own))) <= most


def test_a_long_list_is_packed_too():
    own = ListPackage("Long", {"films.csv": CSV + b"".join(b"Film %d,1972\n" % each for each in range(200_000))})
    assert unpack(pack(own)) == own
    assert len(pack(own)) < 700_000


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("x" * 81, {"films.csv": CSV}),
        ("a\nb", {"films.csv": CSV}),
        ("a\u2028b", {"films.csv": CSV}),
        ("\ud800", {"films.csv": CSV}),
        ("Mine", {}),
        ("Mine", {"claims.csv": CLAIMS}),
        ("Mine", {"films.csv": CSV, "../films.csv": CSV}),
    ],
    ids=[
        "long name",
        "two lines",
        "two lines in Unicode",
        "half a character",
        "no files",
        "no films",
        "a file of another name",
    ],
)
def test_what_is_no_list(name, files):
    with pytest.raises(ValueError, match=r"^a (name|list) "):
        ListPackage(name, files)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Films", "Films"),
        (" my\r\n\tfilms\0\u2028 ", "my films"),
        ("\ud800", ""),
        ("x" * 79 + " yz", "x" * 79),
        ("Фильмы о космосе 🚀", "Фильмы о космосе 🚀"),
    ],
    ids=["plain", "blanks and control characters", "half a character", "long", "any alphabet"],
)
def test_any_text_as_a_name(text, name):
    assert name_of(text) == name


GOOD = pack(SMALL)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        VERSION,
        b"\x02" + GOOD[1:],
        GOOD[:-1],
        GOOD + b"\0",
        GOOD[:1] + bytes(4) + GOOD[5:],
        GOOD[:8] + bytes([GOOD[8] ^ 1]) + GOOD[9:],
        packed(b""),
        packed(b"Mine"),
        packed(b"Mine\n3"),
        packed(b"Mine\n\n"),
        packed(b"Mine\n3\nabcd"),
        packed(b"Mine\n4\nabc"),
        packed(b"Mine\n03\nabc"),
        packed(b"Mine\n+3\nabc"),
        packed(b"Mine\n4,-1\nabc"),
        packed(b"Mine\n3,\nabc"),
        packed(b"Mine\n,3\nabc"),
        packed(b"Mine\n" + b",".join([b"1"] * (len(FILES) + 1)) + b"\n" + b"a" * (len(FILES) + 1)),
        packed(b"Mine\n" + b"9" * 10_000 + b"\nabc"),
        packed(b"Mi\tne\n3\nabc"),
        packed(b"\xff\n3\nabc"),
        packed(b"M" * 81 + b"\n3\nabc"),
    ],
    ids=[
        *("empty", "version only", "a later version", "cut off", "something behind it", "another checksum", "altered"),
        *("no content", "no lengths", "no line's end", "no films", "too many bytes", "too few", "a zero before"),
        *("a sign before", "a negative length", "an empty length at the end", "no films but others", "too many files"),
        *("a very long number", "a control character", "no UTF-8", "a long name"),
    ],
)
def test_what_is_no_packed_list(data):
    with pytest.raises(BadPackError):
        unpack(data)


def test_the_content_that_the_cases_above_spoil():
    assert unpack(packed(b"Mine\n3\nabc")) == ListPackage("Mine", {"films.csv": b"abc"})


def test_unpacking_is_bounded():
    content = b"My films\n%d\n%s" % (len(CSV), CSV)
    assert unpack(GOOD, len(content)) == SMALL
    with pytest.raises(BadPackError):
        unpack(GOOD, len(content) - 1)


@contextmanager
def little_memory():
    """Whatever is done takes less than eight megabytes."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


BOMB = packed(bytes(50_000_000))
MANY_LENGTHS = packed(b"Mine\n" + b"1," * 1_000_000 + b"\nabc")
ZIP_BOMB = zipped({"films.csv": bytes(50_000_000)})


@pytest.mark.parametrize(
    ("refused", "error"),
    [
        (lambda: unpack(BOMB, 1_000_000), BadPackError),
        (lambda: unpack(MANY_LENGTHS, 2_100_000), BadPackError),
        (lambda: from_bundle(ZIP_BOMB, LIMITS), BadListError),
    ],
    ids=["a packed list", "a packed list's lengths", "an archive"],
)
def test_what_unpacks_to_much_takes_little_memory(refused, error):
    with little_memory(), pytest.raises(error):
        refused()


@given(st.one_of(st.binary(), st.binary().map(lambda content: VERSION + content), st.binary().map(packed)))
def test_any_bytes_are_a_list_or_refused(data):
    try:
        own = unpack(data)
    except BadPackError:
        return
    assert unpack(pack(own)) == own


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_no_altered_byte_goes_unnoticed(at, by):
    try:
        assert unpack(GOOD[:at] + bytes([GOOD[at] ^ by]) + GOOD[at + 1 :]) == SMALL
    except BadPackError:
        return


@given(st.binary())
def test_bytes_as_text(data):
    assert from_text(to_text(data)) == data
    assert set(to_text(data)) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


@pytest.mark.parametrize(
    "text",
    ["A", "AB=", "AA==", "AB", "AA A", "AA\n", "+/+/", "AéAA", "\ud800", "AAAA AAAA"],
    ids=[
        *("too short", "padded wrongly", "padded", "bits left over", "a blank", "a line's end", "the other alphabet"),
        *("another letter", "half a character", "a blank between"),
    ],
)
def test_what_is_no_text_of_a_link(text):
    with pytest.raises(BadPackError):
        from_text(text)


@given(st.one_of(st.text(), st.text("AQgw-_=+/ \n")))
def test_any_text_is_bytes_or_refused(text):
    try:
        assert to_text(from_text(text)) == text
    except BadPackError:
        return


ABOUT = {"list": "Space\nFilms", "shown": 'all "ten"', "link": "https://x.org/?q=a&b=%D1%84"}


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"films.csv": CSV}, (ListPackage("", {"films.csv": CSV}), "")),
        ({"films.csv": CSV, "claims.csv": CLAIMS, "photo.jpg": b"x"},
         (ListPackage("", {"films.csv": CSV, "claims.csv": CLAIMS}), "")),
        ({"My films/films.csv": CSV, "__MACOSX/My films/._films.csv": b"x"},
         (ListPackage("My films", {"films.csv": CSV}), "")),
        ({"mine\\films.csv": CSV}, (ListPackage("mine", {"films.csv": CSV}), "")),
        ({"./films.csv": CSV}, (ListPackage("", {"films.csv": CSV}), "")),
        ({"other/films.csv": b"x", "other/claims.csv": b"x", "films.csv": CSV},
         (ListPackage("", {"films.csv": CSV}), "")),
        ({"films.csv": CSV, "films.json": json.dumps({**ABOUT, "films": [{"link": "no"}]})},
         (ListPackage("Space Films", {"films.csv": CSV}), ABOUT["link"])),
        ({"mine/films.csv": CSV, "mine/films.json": "\ufeff" + json.dumps(ABOUT, indent=2, ensure_ascii=False)},
         (ListPackage("Space Films", {"films.csv": CSV}), ABOUT["link"])),
        ({"films.csv": CSV, "films.json": json.dumps({"films": [], **ABOUT})},
         (ListPackage("", {"films.csv": CSV}), "")),
        ({"films.csv": CSV, "films.json": '{"list": "A", "link": "\\x"}'}, (ListPackage("A", {"films.csv": CSV}), "")),
        ({"films.csv": CSV, "films.json": '{"link": "\\ud800"}'}, (ListPackage("", {"films.csv": CSV}), "")),
        ({"films.csv": CSV, "films.json": "[" * 100_000}, (ListPackage("", {"films.csv": CSV}), "")),
        ({"claims.csv": CLAIMS}, None),
        ({"one/films.csv": CSV, "two/films.csv": CSV}, None),
        ({"watched.csv": CSV, "likes/films.csv": CSV}, None),
        ({"deep/er/films.csv": CSV}, None),
        ({"../films.csv": CSV}, None),
        ({"films.csv/": b""}, None),
        ({}, None),
    ],
    ids=[
        *("a file", "with what belongs to it", "a folder", "a folder from Windows", "from here", "the top comes first"),
        *("a bundle", "a bundle in a folder", "texts behind the films", "broken JSON", "a link that is none"),
        *("nested JSON", "no films", "two folders", "of an export", "two folders deep", "upward"),
        *("a folder of that name", "nothing"),
    ],
)  # fmt: skip
def test_a_zip(members, expected):
    assert from_bundle(zipped(members), LIMITS) == expected
    assert from_bundle(zipped(members, zipfile.ZIP_STORED), UNLIMITED) == expected


def test_a_bundle_that_was_taken_away():
    loaded = load_list(published_source())
    about = About("Soviet Space Films", "", "all films", "https://x.org/?q=mars", "", date(2026, 1, 2))
    index = Index(loaded.films)
    own, link = from_bundle(bundle(loaded, np.arange(len(index)), about, str, english()), LIMITS)
    assert (own.name, link) == (about.title, about.link)
    assert {"films.csv", "claims.csv"} <= set(own.files)


def test_what_is_no_zip():
    assert [from_bundle(data, LIMITS) for data in (b"", CSV, b"PK\3\4", zipped({"films.csv": CSV})[:-30])] == [None] * 4


def spoiled(data, at, by):
    return data[:at] + by + data[at + len(by) :]


WHOLE = zipped({"films.csv": CSV})
DIRECTORY = WHOLE.index(b"PK\1\2")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (spoiled(spoiled(WHOLE, 6, b"\1"), DIRECTORY + 8, b"\1"), "it is protected by a password"),
        (zipped({"films.csv": CSV}, zipfile.ZIP_LZMA), "it is compressed in an uncommon way"),
        (zipped({"films.csv": CSV}, zipfile.ZIP_BZIP2), "it is compressed in an uncommon way"),
        (spoiled(WHOLE, 45, b"\xff\xff"), None),
        (spoiled(WHOLE, DIRECTORY, b"PK\3\4"), None),
        (spoiled(WHOLE, DIRECTORY + 16, b"\0\0\0\0"), None),
        (spoiled(WHOLE, DIRECTORY + 42, b"\xff\xff\xff\x7f"), None),
        (zipped({"films.csv": CSV, "nested.zip": b"PK\1\2" * 10_000}, zipfile.ZIP_STORED), "it holds too many files"),
    ],
    ids=[
        *("encrypted", "LZMA", "bzip2", "damaged", "no directory", "another checksum", "another place"),
        "very many files",
    ],
)
def test_a_broken_zip(data, reason):
    problem = problem_of(data)
    assert (problem.kind, problem.file) == ("broken archive", "mine.zip")
    assert problem.expected == reason or (reason is None and problem.expected)


@pytest.mark.parametrize(
    ("members", "fits"),
    [
        ({"films.csv": bytes(1_000_000)}, True),
        ({"films.csv": bytes(1_000_001)}, False),
        ({"films.csv": bytes(500_000), "claims.csv": bytes(500_001)}, False),
        ({"films.csv": bytes(1_000_000), "photo.jpg": bytes(1_000_000)}, True),
        ({"films.csv": CSV, "films.json": bytes(5_000_000)}, True),
    ],
    ids=["as much as may be", "a byte more", "more together", "what is not read", "a long JSON file"],
)
def test_real_bytes_are_counted(members, fits):
    if fits:
        assert from_bundle(zipped(members), LIMITS) is not None
    else:
        assert problem_of(zipped(members)) == Problem("unpacks too large", "mine.zip", expected="1")


def test_a_length_that_lies_is_found_out():
    data = zipped({"films.csv": bytes(10_000_000)})
    lying = spoiled(data, data.index(b"PK\1\2") + 24, (100).to_bytes(4, "little"))
    assert problem_of(lying).kind == "broken archive"


@given(st.data())
def test_any_bytes_are_a_bundle_or_refused(data):
    content = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        content[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    try:
        found = from_bundle(bytes(content), LIMITS)
    except BadListError:
        return
    assert found is None or found[0].files["films.csv"] == CSV


@given(st.binary())
def test_any_bytes_are_a_bundle_or_refused_too(data):
    assert from_bundle(data, LIMITS) is None
