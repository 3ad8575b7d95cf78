"""All that is known of one list: its films with status and identity as columns, and the evidence itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from dashboard.cleaning.validate import FilmList
from dashboard.evidence.calendar_check.accepted import Accepted
from dashboard.evidence.calendar_check.calendar import Notice
from dashboard.evidence.calendar_check.events import Event
from dashboard.evidence.changes import Change
from dashboard.evidence.claims import LOST, STATUSES, Claim, Status, status
from dashboard.evidence.editing.files import CLAIMS
from dashboard.evidence.identities import IDENTITY_STATUSES, Identity
from dashboard.evidence.milestones import Milestone
from dashboard.evidence.pictures import FilmPicture
from dashboard.model.kinds import CHOICE, Column
from dashboard.model.list_info import ListInfo
from dashboard.model.problems import Problem
from dashboard.model.schema import OWN_WORDS
from dashboard.query.cache import Cache, cached
from dashboard.query.index import Index
from dashboard.query.matching.seen import compared_index
from dashboard.query.named_views import NamedView
from dashboard.query.search.card_texts import Evidence
from dashboard.query.view import Seen

EVIDENCE = Column(
    "evidence", "Evidence", "what its statements come to", CHOICE, facet=True, values=STATUSES, derived=True
)
IDENTITY = Column(
    "identity", "Identity", "which real film it is", CHOICE, facet=True, values=IDENTITY_STATUSES, derived=True
)

TIMES = 4
"""So many times the room of its columns a list takes with its index, its texts for the search, and the last views."""
EACH = 64
"""Bytes of a small object, about."""

Found = TypeVar("Found")


@dataclass(frozen=True, eq=False)
class LoadedList:
    """A film list, what can be established about it, and all that is worked out from both: their one owner.

    Attributes:
        info: what it is called, and whose it is.
        films: the list; with the columns `evidence` (a `Status`) if it has claims, and `identity` (an
            `IdentityStatus`, missing where nobody looked) if it has identities.
        claims: in the order of their file.
        identities: by film.
        events: what the calendar check knows.
        notices: what it found.
        milestones: by day.
        problems: what is wrong in the files of the evidence; what is wrong in the list's own is in `films`.
        files: files of evidence that it brings itself, as they came, by name: what a bundle takes along unchanged.
        digest: names what all of this was read from; another content has another name.
        uploaded: the films as the file had them that a visitor uploaded, with all that was noticed in it; None for any
            other list.
        accepted: the words that the calendar check was told not to name.
        views: those that have a name, in the order of their file.
        changes: what changed in it, the newest days first.
        pictures: of films, by film.
        uncompared: the list without what a comparison adds to it; None where it adds nothing.
        lost: claims whose words are not in their text any more, in the order of their file; nothing counts them.
        cache: what else is worked out from the list.
    """

    info: ListInfo
    films: FilmList
    claims: tuple[Claim, ...]
    identities: dict[str, Identity]
    events: tuple[Event, ...]
    notices: tuple[Notice, ...]
    milestones: tuple[Milestone, ...]
    problems: tuple[Problem, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    digest: str = ""
    uploaded: FilmList | None = None
    accepted: tuple[Accepted, ...] = ()
    views: tuple[NamedView, ...] = ()
    changes: tuple[Change, ...] = ()
    pictures: dict[str, FilmPicture] = field(default_factory=dict)
    uncompared: LoadedList | None = field(default=None, repr=False)
    lost: tuple[Claim, ...] = ()
    cache: Cache = field(default_factory=Cache, init=False, repr=False)

    @cached_property
    def index(self) -> Index:
        """The films, ready to be filtered."""
        evidence = Evidence((*self.claims, *self.lost), self.identities, self.notices)
        return Index(self.films, not self.info.is_uploaded, evidence)

    def completed(self, **known: Any) -> LoadedList:
        """The same list of the same films and statements, with its index if it is made, and some more known of it."""
        completed = replace(self, **known)
        if "index" in vars(self):
            vars(completed)["index"] = self.index
        return completed

    def make_ready(self) -> None:
        """Make now what every view needs, and not when it is first asked for."""
        _ = self.index

    def forget(self) -> None:
        """Forget all that was worked out from the list, beside its index."""
        self.cache.clear()
        if "index" in vars(self):
            self.index.cache.clear()

    def compared(self, seen: Seen | None) -> LoadedList:
        """The list with what a view says of its films as columns; as it is where the view says nothing."""
        list_itself = self.uncompared or self
        return list_itself if seen is None else _compared(list_itself, seen)

    @property
    def size(self) -> int:
        """About how many bytes it takes in memory, with what views work out from it."""
        pictures = sum(len(each.jpeg) for each in self.pictures.values())
        return pictures + TIMES * sum(_size(cells) for _, cells in self.films.frame.items())

    @cached_property
    def claims_of(self) -> dict[str, tuple[Claim, ...]]:
        """Each film's claims; nothing for a film that has none."""
        return _grouped(self.claims, lambda claim: claim.film)

    @cached_property
    def lost_of(self) -> dict[str, tuple[Claim, ...]]:
        """Each film's claims whose words are gone; nothing for a film that has none."""
        return _grouped(self.lost, lambda claim: claim.film)

    @cached_property
    def unusable(self) -> tuple[Problem, ...]:
        """What is wrong in rows of the evidence that could not be used; not in those of `lost`, which are kept."""
        mendable = {*self.mendable}
        return tuple(problem for problem in self.problems if problem.grade == "refused" and problem not in mendable)

    @cached_property
    def mendable(self) -> tuple[Problem, ...]:
        """What is wrong with the claims in `lost`: their words, or the column where these stood, are gone."""
        left = Counter(value for claim in self.lost for value in (claim.quote, claim.field))
        found = []
        for problem in self.problems:
            if problem.file == CLAIMS.name and problem.kind in LOST and left[problem.value]:
                left[problem.value] -= 1
                found.append(problem)
        return tuple(found)

    @cached_property
    def notices_of(self) -> dict[str, tuple[Notice, ...]]:
        """Each film's notices of the calendar check; nothing for a film that has none."""
        return _grouped(self.notices, lambda notice: notice.film)

    def status(self, film: str) -> Status:
        """A film's status."""
        return status(self.claims_of.get(film, ()))


@cached(4)
def _compared(loaded: LoadedList, seen: Seen) -> LoadedList:
    index = compared_index(loaded.index, seen)
    made = replace(loaded, films=index.films, uncompared=loaded)
    vars(made)["index"] = index
    return made


def _size(cells: pd.Series[Any]) -> int:
    """Bytes of a column; a cell that holds several values is an object for each."""
    if cells.dtype == np.object_:
        return sum(EACH * (1 + len(cell)) for cell in cells)
    return int(cells.array.nbytes)


def _grouped(items: Sequence[Found], key: Callable[[Found], str]) -> dict[str, tuple[Found, ...]]:
    groups: dict[str, list[Found]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}


def with_evidence(
    films: FilmList, claims: tuple[Claim, ...] | None, identities: dict[str, Identity], ours: bool
) -> FilmList:
    """A list with the columns `evidence` and `identity`, as far as it has claims and identities.

    Claims are None if it does not bring any. Some values of the project's own lists have names in every language.
    """
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
    columns = [replace(each, translated=ours and each.name in OWN_WORDS) for each in films.columns]
    return replace(films, frame=frame, columns=(*columns, *added))
