"""The versions of a list as the text that a browser holds."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random

import pytest

from dashboard.lists.editing.memory import LONGEST, MOST, read, written
from dashboard.lists.editing.versions import Version, Versions
from dashboard.lists.package import FILMS, ListPackage, deflated, pack, to_text
from dashboard.model.list_info import IN_LINK, STORED


def in_link(rows: bytes) -> str:
    return IN_LINK + to_text(pack(ListPackage("Фильмы", {FILMS: b"id,title\r\n" + rows})))


def made(number: int, rows: str = "x,X {}\r\n") -> Versions:
    versions = Versions((Version(in_link(b"x,X\r\n")),))
    for at in range(1, number):
        versions = versions.after(versions.known[-1].name, Version(in_link(rows.format(at).encode()), f"Ч {at}"))
    return versions


STORED_ONES = Versions((Version(STORED + "A" * 32), Version(STORED + "B" * 32, "a cell")), 1)
PACKED_OTHERWISE = IN_LINK + to_text(deflated(b"\nno list\n"))


@pytest.mark.parametrize(
    "versions",
    [
        made(2),
        made(5).going_to(2),
        replace(made(3), dropped=4),
        STORED_ONES,
        Versions((Version(PACKED_OTHERWISE), Version(in_link(b"x,\xff\xfe\r\n"), "not UTF-8")), 1),
    ],
    ids=["a change", "some undone", "some dropped", "on the server", "any bytes"],
)
def test_what_is_written_is_read_again(versions: Versions) -> None:
    assert read(written(versions)) == versions


@pytest.mark.parametrize(
    ("versions", "at", "dropped"),
    [(made(MOST + 5), MOST - 1, 5), (made(MOST + 5).going_to(0), 0, 0), (made(MOST + 5).going_to(20), 15, 5)],
    ids=["the last one", "all undone", "in the middle"],
)
def test_those_furthest_from_the_one_shown_are_left_out(versions: Versions, at: int, dropped: int) -> None:
    found = read(written(versions))
    assert found
    assert (found.at, found.dropped, len(found.known)) == (at, dropped, MOST)
    assert found.known[at] == versions.known[versions.at]


def test_what_is_too_long_for_any_change_is_not_written() -> None:
    noise = Random(1).randbytes(2 * LONGEST).hex()
    assert len(noise) > LONGEST
    assert written(made(2, "x,{}" + noise + "\r\n")) == ""


GOOD = {"known": [["a", ""], ["b", "c"]], "at": 1, "dropped": 0}


@pytest.mark.parametrize(
    "content",
    [
        {**GOOD, "at": 2},
        {**GOOD, "at": -1},
        {**GOOD, "at": "x"},
        {**GOOD, "known": []},
        {**GOOD, "known": [["a"]]},
        {**GOOD, "known": {"a": 1}},
        {**GOOD, "known": [["\ud800\n", ""]], "at": 0},
        {"known": [["a", ""]]},
        [],
        None,
    ],
    ids=["at", "below", "no number", "none", "no message", "no list", "no text", "half", "a list", "null"],
)
def test_nothing_is_read_of_what_was_not_written(content: object) -> None:
    assert read(to_text(deflated(json.dumps(content).encode()))) is None


@pytest.mark.parametrize("text", ["", "x", "<script>", "A" * 100, to_text(deflated(b" " * 2_000_000))])
def test_nothing_is_read_of_any_other_text(text: str) -> None:
    assert read(text) is None
