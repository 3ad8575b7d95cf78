"""The versions of a list that a visitor changes, one after the other, and the check that each goes through."""

from __future__ import annotations

import pytest

from dashboard.lists.editing.versions import MOST_VERSIONS, Version, Versions, checked, with_file
from dashboard.lists.package import FILMS, ListPackage, unpack
from dashboard.model.problems import BadListError
from dashboard.settings import Settings

FIRST = Versions((Version("a"),))


def made(*names: str) -> Versions:
    versions = FIRST
    for name in names:
        versions = versions.after(versions.known[versions.at].name, Version(name, f"made {name}"))
    return versions


@pytest.mark.parametrize(
    ("versions", "names", "at", "forgotten"),
    [
        (FIRST, "a", 0, ""),
        (made("b", "c"), "abc", 2, ""),
        (made("b", "c").going_to(0).after("a", Version("d")), "ad", 1, "bc"),
        (made("b", "a"), "aba", 2, ""),
        (made("b", "a").going_to(0).after("a", Version("c")), "ac", 1, "ba"),
        (made("b", "c").without_oldest(), "bc", 1, "a"),
    ],
    ids=["as it came", "two changes", "another after two undone", "changed back", "changed back, undone", "no room"],
)
def test_one_follows_another(versions: Versions, names: str, at: int, forgotten: str) -> None:
    assert (versions.names, versions.at, versions.forgotten) == (tuple(names), at, tuple(forgotten))


@pytest.mark.parametrize(
    ("versions", "name", "place"),
    [
        (made("b", "a"), "a", 2),
        (made("b", "a").going_to(0), "a", 0),
        (made("b", "c"), "a", 0),
        (made("b", "a"), "b", 1),
    ],
    ids=["made last", "gone to", "by a link", "by Back"],
)
def test_which_one_is_shown(versions: Versions, name: str, place: int) -> None:
    assert versions.place(name) == place


def test_they_are_bounded_and_what_is_dropped_is_counted() -> None:
    versions = made(*(f"v{number}" for number in range(MOST_VERSIONS + 4)))
    assert (len(versions.known), versions.dropped, versions.forgotten) == (
        MOST_VERSIONS,
        5,
        ("a", "v0", "v1", "v2", "v3"),
    )
    assert versions.known[versions.at].name == f"v{MOST_VERSIONS + 3}"


SMALL = ListPackage("Films", {FILMS: b"id,title,year\r\nx,X,1970\r\n"})
LONG = with_file(SMALL, FILMS, b"id,title,year\r\n" + b"".join(b"f%d,F %d,1970\r\n" % (at, at) for at in range(30_000)))


@pytest.mark.parametrize(
    ("package", "keep_mb", "place"),
    [(SMALL, 500, "link"), (LONG, 500, "server"), (LONG, 0, "session")],
    ids=["short", "long", "long, nothing is stored"],
)
def test_a_version_is_checked_packed_and_has_its_place(package: ListPackage, keep_mb: int, place: str) -> None:
    version = checked(package, Settings(keep_mb=keep_mb))
    assert (version.place, unpack(version.packed)) == (place, package)
    assert len(version.loaded.films.frame) == package.files[FILMS].count(b"\n") - 1


@pytest.mark.parametrize(
    ("file", "data", "chosen", "kind"),
    [
        (FILMS, b"id,title,year\r\nx,,1970\r\n", {}, "missing title"),
        (FILMS, b"id,title,year\r\n", {}, "empty file"),
        (FILMS, b"title\r\n" + b"x\r\n" * 3, {"upload_rows": 2}, "too many rows"),
        ("claims.csv", b"film_id\r\n" + b"x\r\n" * 100, {"upload_rows": 50}, "too many rows"),
        (FILMS, b"title\r\n" + b"x" * 2_000_001, {"upload_mb": 1}, "too large"),
        (FILMS, b"title\r\n" + b"x" * 1_100_000, {}, "cell too long"),
    ],
    ids=["no title", "no film", "rows", "rows of evidence", "bytes", "a cell"],
)
def test_what_an_upload_may_not_be_a_version_is_not(file: str, data: bytes, chosen: dict[str, int], kind: str) -> None:
    with pytest.raises(BadListError) as raised:
        checked(with_file(SMALL, file, data), Settings(**chosen))  # type: ignore[arg-type]
    assert raised.value.problems[0].kind == kind


def test_a_row_of_evidence_that_cannot_be_used_is_named_and_the_version_is_shown() -> None:
    loaded = checked(with_file(SMALL, "claims.csv", b"film_id,field\r\n"), Settings()).loaded
    assert [problem.file for problem in loaded.problems] == ["claims.csv"]
