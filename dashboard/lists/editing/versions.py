"""The versions of a list that a visitor changes: each is a list of its own, checked as an upload is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from dashboard.formats.separated.delimited import read_csv
from dashboard.lists.loading import load_list
from dashboard.lists.package import COLUMNS, FILMS, ListPackage, pack
from dashboard.lists.sandbox.jobs import BOUNDS, run
from dashboard.lists.source import UPLOADED_LINE, uploaded_source
from dashboard.lists.uploads import Place, fits_in_link, is_small, limits_of, place_of
from dashboard.model.problems import BadListError, Problem, ProblemKind
from dashboard.model.rows import Limits
from dashboard.query.loaded_list import LoadedList
from dashboard.settings import MEGABYTE, Settings

TOO_MUCH: tuple[ProblemKind, ...] = ("too many rows", "too many columns", "cell too long")
"""What a file has too much of where it goes beyond the limits."""
MOST_VERSIONS = 200
"""Versions of a list that a session knows; a name of one that travels in its link has some thousand characters."""


@dataclass(frozen=True)
class Version:
    """A list at one moment.

    Attributes:
        name: its name in a link.
        message: what was changed to make it, in the words of the page; empty for the list as it was opened.
    """

    name: str
    message: str = ""


@dataclass(frozen=True)
class Versions:
    """The versions of one list in one session, each made from the one before it.

    Attributes:
        known: those that can be gone to, the oldest first.
        at: the place among them of the one that was last made or gone to.
        dropped: how many older ones cannot be gone to any more.
        forgotten: the names in a link of those, and of those that were undone before another was made.
    """

    known: tuple[Version, ...]
    at: int = 0
    dropped: int = 0
    forgotten: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names in a link of those that can be gone to; one comes twice where a change was changed back."""
        return tuple(each.name for each in self.known)

    def going_to(self, at: int) -> Versions:
        """These once the one at a place is shown."""
        return replace(self, at=at)

    def place(self, name: str) -> int:
        """The place of the one that is shown, by its name; it may have been come to by a link or by Back."""
        return self.at if name == self.known[self.at].name else self.names.index(name)

    def name_near(self, name: str) -> str:
        """A name if it is one of these; else that of the one that was last made or gone to."""
        return name if name in self.names else self.known[self.at].name

    def after(self, name: str, version: Version) -> Versions:
        """These with another version made from the one that is shown. What was undone cannot be done again then."""
        place = self.place(name)
        undone, known = self.names[place + 1 :], (*self.known[: place + 1], version)
        made = Versions(known, len(known) - 1, self.dropped, (*self.forgotten, *undone))
        return made.without_oldest() if len(known) > MOST_VERSIONS else made

    def without_oldest(self) -> Versions:
        """These without the oldest one."""
        forgotten = (*self.forgotten, self.known[0].name)
        return Versions(self.known[1:], max(0, self.at - 1), self.dropped + 1, forgotten)


class CheckedVersion(NamedTuple):
    """A version that can be shown.

    Attributes:
        packed: the list as it is stored.
        place: where it is to stay.
        loaded: the list, without a name in a link.
    """

    packed: bytes
    place: Place
    loaded: LoadedList


def checked(package: ListPackage, chosen: Settings) -> CheckedVersion:
    """A list as it was changed, checked and loaded: a long one in the sandbox.

    Raises:
        BadListError: if it cannot be used, or is larger than what a visitor may bring.
    """
    limits = limits_of(chosen)
    if package.size > limits.unpacked:
        raise BadListError((Problem("too large", FILMS, expected=f"{limits.unpacked / MEGABYTE:g}"),))
    if is_small(package):
        packed, loaded = load_version(package, limits)
    else:
        packed, loaded = run(load_version, package, limits, file=FILMS, bounds=BOUNDS)
    return CheckedVersion(packed, place_of(fits_in_link(package, packed), chosen), loaded)


def load_version(package: ListPackage, limits: Limits) -> tuple[bytes, LoadedList]:
    """A list packed, and loaded; a job for the sandbox.

    Raises:
        BadListError: if one of its files cannot be used, or goes beyond the limits.
    """
    for name in package.files.keys() - {COLUMNS}:
        _refuse_too_much(name, package.files[name], limits)
    loaded = load_list(uploaded_source(package, "", UPLOADED_LINE))
    return pack(package), loaded


def _refuse_too_much(name: str, data: bytes, limits: Limits) -> None:
    """Refuse a file that goes beyond the limits; what else is wrong in one is named where the list is loaded."""
    try:
        read_csv(data, name, limits)
    except BadListError as error:
        if error.problems[0].kind in TOO_MUCH:
            raise


def with_file(package: ListPackage, name: str, data: bytes | None) -> ListPackage:
    """A list with other bytes in one of its files; without the file for None."""
    files = {each: content for each, content in package.files.items() if each != name}
    return replace(package, files=files if data is None else {**files, name: data})
