"""A list from its files: its films, and all that is known of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from contextvars import Context
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import blake2b
from pathlib import Path
from secrets import token_bytes
from typing import TypeVar

from dashboard.cleaning.mapping import named_by_hand, suggested, written
from dashboard.cleaning.own_form import kinds_named
from dashboard.cleaning.validate import FilmList, validate
from dashboard.evidence.calendar_check.accepted import read_accepted
from dashboard.evidence.calendar_check.calendar import check_calendar
from dashboard.evidence.calendar_check.events import Event, read_calendar
from dashboard.evidence.changes import read_changes
from dashboard.evidence.claims import Claim, read_claims, read_lost_claims
from dashboard.evidence.identities import read_identities
from dashboard.evidence.milestones import read_milestones
from dashboard.evidence.pictures import FILE, FilmPicture, read_pictures, unnamed
from dashboard.formats.read import read_rows
from dashboard.formats.separated.delimited import read_csv
from dashboard.lists.package import read_columns
from dashboard.lists.pictures import scale_of
from dashboard.lists.source import DATA, Content, DataFile, ListSource, filmography_source
from dashboard.model.problems import BadListError, Problem
from dashboard.model.progress import begin
from dashboard.model.rows import UNLIMITED, Rows
from dashboard.query.loaded_list import LoadedList, with_evidence
from dashboard.query.named_views import read_views

Found = TypeVar("Found")


def rows_of(data_file: DataFile) -> Rows:
    """The rows of a CSV file.

    Raises:
        BadListError: if it cannot be read or is no table.
    """
    return read_csv(bytes_of(data_file), data_file.name)


def _rows_of_list(source: ListSource) -> Rows:
    """The rows of a list's films: of a file on disk that is not the project's in whatever form it has, else of CSV.

    Raises:
        BadListError: if they cannot be read.
    """
    if source.info.ours or isinstance(source.films, Content):
        return rows_of(source.films)
    try:
        return read_rows(source.films, source.films.name, UNLIMITED, source.encoding, source.table)
    except OSError as error:
        raise _unreadable(source.films, error) from error


def bytes_of(data_file: DataFile) -> bytes:
    """A file's bytes.

    Raises:
        BadListError: if it cannot be read.
    """
    if isinstance(data_file, Content):
        return data_file.data
    try:
        return data_file.read_bytes()
    except OSError as error:
        raise _unreadable(data_file, error) from error


def _unreadable(path: Path, error: OSError) -> BadListError:
    return BadListError((Problem("unreadable file", path.name, expected=error.strerror or type(error).__name__),))


def digest(source: ListSource) -> str:
    """Names what a list's files hold now, as far as they can be read, and what else reading them depends on.

    A pipe can be read only once, so each reading of one has a name of its own.
    """
    key = blake2b(f"{date.today().year} {source!r}".encode(), digest_size=24)
    for data_file in source.data_files:
        if isinstance(data_file, Path) and data_file.exists() and not data_file.is_file():
            key.update(token_bytes())
            continue
        with suppress(BadListError):
            key.update(blake2b(bytes_of(data_file)).digest())
    return key.hexdigest()


def load(source: ListSource) -> FilmList:
    """The film list of an offer.

    Raises:
        BadListError: with every problem, if no row can be used or, in the project's own data, if anything is wrong.
    """
    begin("rows")
    rows = _rows_of_list(source)
    begin("check")
    mapping = (written(rows) if isinstance(source.films, Content) else None) or suggested(rows)
    kinds = kinds_named(read_columns(source.columns))
    mapping = named_by_hand(rows, mapping, source.named)
    films = validate(rows, mapping, kinds, chosen={name for name, _ in source.named})
    if source.info.ours and films.problems:
        raise BadListError(tuple(films.problems))
    return films


def load_list(source: ListSource, name: str = "") -> LoadedList:
    """Reads a list with all its evidence. A row of the evidence that cannot be used is left out and named.

    Args:
        source: its files.
        name: what names their content, if that is known; else `digest` does.

    Raises:
        BadListError: if the list itself cannot be used or, in the project's own data, if anything is wrong.
    """
    read_from = name or digest(source)
    return replace(join_evidence(source, load(source)), digest=read_from)


def join_evidence(source: ListSource, films: FilmList) -> LoadedList:
    """A list whose films have been read, with all its evidence; see `load_list`."""
    begin("evidence")
    problems: list[Problem] = []
    claims, lost = _read(source.claims, lambda rows: _claims(rows, films), problems) or ((), ())
    known = _known_films(source, films) if source.identities else set()
    identities = _read(source.identities, lambda rows: read_identities(rows, films, known), problems) or {}
    milestones = _read(source.milestones, read_milestones, problems) or ()
    events = events_of(source.calendars, problems)
    accepted = _read(source.accepted, lambda rows: read_accepted(rows, films), problems) or ()
    joined = with_evidence(films, claims if source.claims else None, identities, source.info.ours)
    changes = _read(source.changes, read_changes, problems) or ()
    notices = check_calendar(films, events, accepted)
    known_of = (source.info, joined, claims, identities, events, notices, milestones, ())
    loaded = LoadedList(*known_of, accepted=accepted, changes=changes, lost=lost)
    views = _read(source.views, lambda rows: read_views(rows, loaded.index), problems) or ()
    pictures = _pictures(source, films, problems)
    if source.info.ours and problems:
        raise BadListError(tuple(problems))
    files = _evidence_files(source)
    return loaded.completed(problems=tuple(problems), files=files, views=views, pictures=pictures)


def _pictures(source: ListSource, films: FilmList, problems: list[Problem]) -> dict[str, FilmPicture]:
    """The pictures of a list's films, adding to `problems` what is wrong in their folder."""
    files = dict(source.pictures)
    if not files.get(FILE):
        problems += unnamed(files, ())
    return (
        _read(files.get(FILE), lambda rows: read_pictures(rows, films, files, partial(scale_of, files)), problems) or {}
    )


def _claims(rows: Rows, films: FilmList) -> tuple[tuple[tuple[Claim, ...], tuple[Claim, ...]], tuple[Problem, ...]]:
    """The claims of a list, those whose words are gone, and what is wrong in rows."""
    claims, problems = read_claims(rows, films)
    return (claims, read_lost_claims(rows, films) if problems else ()), problems


def _evidence_files(source: ListSource) -> dict[str, bytes]:
    """The history, the calendar, the named views and the changes that a list brings, as they came."""
    history = source.milestones if source.info.history_track else None
    own = (each for each in source.calendars if each != DATA / "calendar.csv" and not source.info.ours)
    there = {
        "milestones.csv": history,
        "calendar.csv": next(own, None),
        "views.csv": source.views,
        "changes.csv": source.changes,
    }
    return {name: bytes_of(file) for name, file in there.items() if file}


def events_of(calendars: Sequence[DataFile], problems: list[Problem]) -> tuple[Event, ...]:
    """What some calendars know, adding to `problems` what is wrong in them."""
    events = (event for data_file in calendars for event in _read(data_file, read_calendar, problems) or ())
    return tuple(dict.fromkeys(events))


def _read(
    data_file: DataFile | None, reader: Callable[[Rows], tuple[Found, tuple[Problem, ...]]], problems: list[Problem]
) -> Found | None:
    """What a reader makes of a file, adding its problems to `problems`; None without a file that can be read."""
    if data_file is None:
        return None
    try:
        found, wrong = reader(rows_of(data_file))
    except BadListError as error:
        problems += error.problems
        return None
    problems += wrong
    return found


def _known_films(source: ListSource, films: FilmList) -> set[str]:
    """The films an identity may name: those of the checked filmography, and of a visitor's list itself.

    The filmography is read in a context of its own, since its reading is no step of the list's.
    """
    own = set() if source.info.ours else set(films.frame["id"])
    return own | set(Context().run(load, filmography_source()).frame["id"])
