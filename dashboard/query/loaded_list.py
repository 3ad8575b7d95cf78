"""All that is known of one list: its films with status and identity as columns, and the evidence itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from contextvars import Context
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

import pandas as pd

from dashboard.cleaning.validate import FilmList
from dashboard.evidence.calendar import Notice, check_calendar
from dashboard.evidence.claims import STATUSES, Claim, Status, read_claims, status
from dashboard.evidence.events import Event, read_calendar
from dashboard.evidence.identities import IDENTITY_STATUSES, Identity, read_identities
from dashboard.evidence.milestones import Milestone, read_milestones
from dashboard.lists.loading import digest, load, rows_of
from dashboard.lists.source import DataFile, ListSource, filmography_source
from dashboard.model.kinds import CHOICE, Column
from dashboard.model.problems import BadListError, Problem
from dashboard.model.progress import begin
from dashboard.model.rows import Rows
from dashboard.model.schema import OWN_WORDS

EVIDENCE = Column(
    "evidence", "Evidence", "what its statements come to", CHOICE, facet=True, values=STATUSES, derived=True
)
IDENTITY = Column(
    "identity", "Identity", "which real film it is", CHOICE, facet=True, values=IDENTITY_STATUSES, derived=True
)

Found = TypeVar("Found")


@dataclass(frozen=True, eq=False)
class LoadedList:
    """A film list and what can be established about it.

    Attributes:
        offer: where it comes from.
        films: the list; with the columns `evidence` (a `Status`) if it has claims, and `identity` (an
            `IdentityStatus`, missing where nobody looked) if it has identities.
        claims: in the order of their file.
        identities: by film.
        events: what the calendar check knows.
        notices: what it found.
        milestones: by day.
        problems: what is wrong in the files of the evidence; what is wrong in the list's own is in `films`.
        digest: names what all of this was read from; another content has another name.
    """

    source: ListSource
    films: FilmList
    claims: tuple[Claim, ...]
    identities: dict[str, Identity]
    events: tuple[Event, ...]
    notices: tuple[Notice, ...]
    milestones: tuple[Milestone, ...]
    problems: tuple[Problem, ...]
    digest: str = ""

    @cached_property
    def claims_of(self) -> dict[str, tuple[Claim, ...]]:
        """Each film's claims; nothing for a film that has none."""
        return _grouped(self.claims, lambda claim: claim.film)

    @cached_property
    def notices_of(self) -> dict[str, tuple[Notice, ...]]:
        """Each film's notices of the calendar check; nothing for a film that has none."""
        return _grouped(self.notices, lambda notice: notice.film)

    def status(self, film: str) -> Status:
        """A film's status."""
        return status(self.claims_of.get(film, ()))


def _grouped(items: Sequence[Found], key: Callable[[Found], str]) -> dict[str, tuple[Found, ...]]:
    groups: dict[str, list[Found]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}


def load_list(source: ListSource) -> LoadedList:
    """Reads a list with all its evidence. A row of the evidence that cannot be used is left out and named.

    Raises:
        BadListError: if the list itself cannot be used or, in the project's own data, if anything is wrong.
    """
    read_from = digest(source)
    films = load(source)
    begin("evidence")
    problems: list[Problem] = []
    claims = _read(source.claims, lambda rows: read_claims(rows, films), problems) or ()
    known = _known_films(source, films) if source.identities else set()
    identities = _read(source.identities, lambda rows: read_identities(rows, films, known), problems) or {}
    milestones = _read(source.milestones, read_milestones, problems) or ()
    events = events_of(source.calendars, problems)
    if source.ours and problems:
        raise BadListError(tuple(problems))
    notices = check_calendar(films, events)
    joined = _joined(source, films, claims if source.claims else None, identities)
    return LoadedList(source, joined, claims, identities, events, notices, milestones, tuple(problems), read_from)


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
    own = set() if source.ours else set(films.frame["id"])
    return own | set(Context().run(load, filmography_source()).frame["id"])


def _joined(
    source: ListSource, films: FilmList, claims: tuple[Claim, ...] | None, identities: dict[str, Identity]
) -> FilmList:
    """The list with the columns `evidence` and `identity`."""
    added: list[Column] = []
    frame = films.frame.copy()
    ids = frame["id"]
    if claims is not None:
        of_film = _grouped(claims, lambda claim: claim.film)
        frame[EVIDENCE.name] = pd.Series(
            [status(of_film.get(film, ())) for film in ids], index=frame.index, dtype="str"
        )
        added.append(EVIDENCE)
    if identities:
        known = [identities[film].status if film in identities else None for film in ids]
        frame[IDENTITY.name] = pd.Series(known, index=frame.index, dtype="str")
        added.append(IDENTITY)
    columns = [replace(each, translated=source.ours and each.name in OWN_WORDS) for each in films.columns]
    return replace(films, frame=frame, columns=(*columns, *added))
