"""The lists on offer: the published one, the checked filmography, or a file or folder of the visitor's own."""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from dashboard.evidence.pictures import FILE as PICTURE_FILE
from dashboard.evidence.pictures import FOLDER as PICTURE_FOLDER
from dashboard.lists.package import COLUMNS, FILES, FILMS, PICTURES, ListPackage, from_bundle, parted, title_of
from dashboard.model.list_info import FILMOGRAPHY, OWN, PUBLISHED, ListInfo
from dashboard.model.rows import UNLIMITED

_PACKAGE = Path(__file__).resolve().parent.parent
_PACKAGED = _PACKAGE / "data"
DATA = _PACKAGED if _PACKAGED.is_dir() else _PACKAGED.parent.parent / "data"
"""The project's data: inside the installed package, or beside it in a clone."""

UPLOADED_LINE = "A list that a visitor brought."
LONG = 2_000_000
"""Bytes of a list's files from which on it is worth keeping what was made of them."""
UNNAMED = "Films"
"""The title of a list that nothing names."""
OPTIONAL = tuple(name for name in FILES if name not in (FILMS, COLUMNS, PICTURES))
"""What a list of the visitor's own may bring beside its films, as a file."""


@dataclass(frozen=True)
class Content:
    """A file in memory, under the name it is called in messages."""

    name: str
    data: bytes = field(repr=False)


DataFile = Path | Content


@dataclass(frozen=True)
class ListSource:
    """The files that a list is read from.

    Attributes:
        info: what is known of the list before they are read.
        films: the file of the films.
        claims: statements of the list with verdicts; None for none.
        identities: which real film each entry is; None for none.
        milestones: dated events to show beside the films.
        calendars: files of dated things for the calendar check.
        accepted: words of the list that the calendar check is not to name; None for none.
        views: views of the list with a name; None for none.
        changes: what changed in it, and when; None where that is not told.
        pictures: the files of its folder of pictures by name, None standing for one that leads elsewhere.
        named: columns that are named by hand, each the schema's name and the header in `films`.
        encoding: the encoding of `films`, by its name in Python; found out where it is empty.
        table: which table of `films` is the list, by its name or number; the likeliest where it is empty.
        columns: what was decided about the columns of `films`, as a list that was packed brings it; empty for nothing.
    """

    info: ListInfo
    films: DataFile
    claims: DataFile | None = None
    identities: DataFile | None = None
    milestones: DataFile | None = None
    calendars: tuple[DataFile, ...] = ()
    accepted: DataFile | None = None
    views: DataFile | None = None
    changes: DataFile | None = None
    pictures: tuple[tuple[str, DataFile | None], ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    encoding: str = ""
    table: str = ""
    columns: bytes = field(default=b"", repr=False)

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file on disk that the list is made of."""
        return tuple(data_file for data_file in self.data_files if isinstance(data_file, Path))

    @property
    def data_files(self) -> tuple[DataFile, ...]:
        """Every file that the list is made of."""
        named = (self.accepted, self.views, self.changes)
        others = (self.claims, self.identities, self.milestones, *self.calendars, *named)
        pictures = (data_file for _, data_file in self.pictures)
        return (self.films, *(data_file for data_file in (*others, *pictures) if data_file is not None))


@cache
def published_source() -> ListSource:
    """The ten films as a list on the web published them."""
    info = ListInfo(
        key=PUBLISHED,
        name="As published",
        slug="soviet-space-films",
        title="Soviet Space Films",
        line="Ten Soviet films about space as a list on the web published them, word for word; beside each statement, "
        "what can be established about it.",
        introduction=published_introduction(),
        origin="This is the list's own introduction, first seen at cinemaroo.com (“Soviet Space Films: A Cosmic "
        "Journey”); no author or licence is given there. Titles, years, descriptions and facts stand as they were "
        "published, errors included: only three of the ten titles are Soviet films that could be found.",
        ours=True,
        history_track=True,
        language="en",
        quoted=("title", "year", "description", "fact"),
    )
    return ListSource(
        info,
        films=DATA / "films.csv",
        claims=DATA / "claims.csv",
        identities=DATA / "identities.csv",
        milestones=DATA / "milestones.csv",
        calendars=(DATA / "calendar.csv",),
        changes=DATA / "changes.csv",
    )


@cache
def filmography_source() -> ListSource:
    """Real Soviet space films and co-productions, each with its source."""
    info = ListInfo(
        key=FILMOGRAPHY,
        name="Checked filmography",
        slug="soviet-space-filmography",
        title="Soviet Space Filmography",
        line="Soviet films about space and co-productions that could be established, 1924–1991, each with its source.",
        origin="Put together for this dashboard. A year is the year a film was made; the note says when the release "
        "differs. “Solid” means that director, year and studio stand in what was read; of a “partial” row the note "
        "says what does not. An empty field means: not established.",
        ours=True,
        history_track=True,
        language="en",
    )
    return ListSource(
        info,
        films=DATA / "filmography.csv",
        milestones=DATA / "milestones.csv",
        calendars=(DATA / "calendar.csv",),
        changes=DATA / "filmography_changes.csv",
    )


def published_introduction() -> str:
    """The published list's own introduction, word for word."""
    return (DATA / "soviet-space-films.txt").read_text(encoding="utf-8").split("\n\n", 1)[0].strip()


def own_files(path: Path) -> tuple[Path, ...]:
    """Every file that a list of the visitor's own may be made of, there or not, and the project's own evidence."""
    pictures = path / PICTURE_FOLDER
    there = (path / name for name in ("films.csv", *OPTIONAL))
    return (path, *there, pictures, pictures / PICTURE_FILE, DATA / "milestones.csv", DATA / "calendar.csv")


def own_title(path: Path) -> str:
    """What a list in a file is called, by the file's name."""
    return title_of(path.stem) or UNNAMED


def own_source(path: Path) -> ListSource:
    """A list in a file of the visitor's own, in a bundle, or in a folder with films.csv and what else it brings.

    A folder or bundle may hold claims.csv, identities.csv, milestones.csv and calendar.csv, in the columns of the
    project's own files; its calendar is checked beside the project's. calendar_accepted.csv says which of its words
    the calendar check is not to name, views.csv names views of the list, and changes.csv tells what changed in it. A
    folder pictures holds pictures, which its pictures.csv names.
    """
    title, line = own_title(path), "A list of films from {file}."
    if path.is_dir():
        there = {name: path / name for name in OPTIONAL if (path / name).is_file()}
        source = _with_evidence(_info(OWN, title, line, path.name), path / "films.csv", there)
        return replace(source, pictures=_in_folder(path / PICTURE_FOLDER))
    if bundled := _bundled(path):
        return uploaded_source(bundled, OWN, line, title, path.name)
    return _with_evidence(_info(OWN, title, line, path.name), path, {})


def _in_folder(folder: Path) -> tuple[tuple[str, Path | None], ...]:
    """The files of a folder by name; None for one that a link leads out of the list's folder."""
    try:
        files = sorted(path for path in folder.iterdir() if path.is_symlink() or path.is_file())
        top = folder.parent.resolve()
        return tuple((path.name, path if path.resolve().is_relative_to(top) else None) for path in files)
    except OSError:
        return ()


def _bundled(path: Path) -> ListPackage | None:
    """The list in a bundle; None if the file is none, or is not there any more."""
    try:
        found = from_bundle(path.read_bytes(), UNLIMITED) if zipfile.is_zipfile(path) else None
    except OSError:
        return None
    return found[0] if found else None


def uploaded_source(own: ListPackage, key: str, line: str, title: str = UNNAMED, file: str = "") -> ListSource:
    """A list that a visitor brought.

    Args:
        own: the list.
        key: its name in a link.
        line: one sentence that says what it is.
        title: what it is called if it has no name.
        file: the file it comes from, as a message names it.
    """
    files = {name: Content(name, data) for name, data in own.files.items()}
    there: dict[str, DataFile] = {name: files[name] for name in OPTIONAL if name in files}
    source = _with_evidence(_info(key, own.name or title, line, file), files[FILMS], there)
    pictures = tuple((name, Content(name, data)) for name, data in parted(own.files.get(PICTURES, b"")).items())
    return replace(source, columns=own.files.get(COLUMNS, b""), pictures=pictures)


def named_info(info: ListInfo, name: str) -> ListInfo:
    """What is known of a list, under another name."""
    title = name or UNNAMED
    return replace(info, name=title, title=title, slug=_slug(title))


def _slug(title: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", title.casefold())) or "films"


def _info(key: str, title: str, line: str, file: str) -> ListInfo:
    return ListInfo(key, title, _slug(title), title, line, file=file)


def _with_evidence(info: ListInfo, films: DataFile, there: Mapping[str, DataFile]) -> ListSource:
    """A list with the evidence it brings; history and calendar are the project's where it has none of its own."""
    calendar, history = there.get("calendar.csv"), there.get("milestones.csv")
    if history:
        info = replace(info, history_track=True, history="History", history_language="")
    return ListSource(
        info,
        films=films,
        claims=there.get("claims.csv"),
        identities=there.get("identities.csv"),
        milestones=history or DATA / "milestones.csv",
        calendars=(DATA / "calendar.csv", *([calendar] if calendar else [])),
        accepted=there.get("calendar_accepted.csv"),
        views=there.get("views.csv"),
        changes=there.get("changes.csv"),
    )


def is_long(files: Iterable[Path]) -> bool:
    """Whether files are so long together that what is made of them is worth keeping.

    Raises:
        OSError: if one of them cannot be asked.
    """
    return sum(path.stat().st_size for path in files if path.is_file()) >= LONG


@cache
def program() -> str:
    """A hash of the program's own files, with the versions of what the kept objects are made of."""
    text = blake2b(digest_size=24)
    for path in sorted(path for ending in ("py", "po", "toml") for path in _PACKAGE.rglob(f"*.{ending}")):
        text.update(path.read_bytes())
    made_of = (f"{name} {version(name)}" for name in ("pandas", "numpy", "pyarrow"))
    return " ".join([text.hexdigest(), sys.version, *made_of])
