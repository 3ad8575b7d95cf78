"""The lists on offer: the published one, the checked filmography, or a file or folder of the visitor's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PACKAGED = Path(__file__).resolve().parent.parent / "data"
DATA = _PACKAGED if _PACKAGED.is_dir() else _PACKAGED.parent.parent / "data"
"""The project's data: inside the installed package, or beside it in a clone."""

PUBLISHED, FILMOGRAPHY, OWN = "published", "filmography", "own"
"""The lists' names in a link."""


@dataclass(frozen=True)
class Offer:
    """One list that can be shown.

    Attributes:
        key: its name in a link.
        name: what the choice between lists calls it.
        slug: names it in file names.
        title: the page's heading.
        line: one sentence that says what the list is.
        films: the CSV file of the films.
        introduction: the list's own words about itself; empty if it has none.
        origin: where the list comes from and what is doubtful about it; empty where nothing is to be said.
        ours: whether it is the project's own data, in which nothing may be wrong.
        claims: statements of the list with verdicts; None for none.
        identities: which real film each entry is; None for none.
        milestones: dated events to show beside the films.
        lane: whether they are shown until a visitor says otherwise.
        history: what they are the history of, as a heading.
        calendars: files of dated things for the calendar check.
    """

    key: str
    name: str
    slug: str
    title: str
    line: str
    films: Path
    introduction: str = ""
    origin: str = ""
    ours: bool = False
    claims: Path | None = None
    identities: Path | None = None
    milestones: Path | None = None
    lane: bool = False
    history: str = "Space history"
    calendars: tuple[Path, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file the list is made of."""
        optional = (self.claims, self.identities, self.milestones)
        return (self.films, *(path for path in optional if path), *self.calendars)


@cache
def published_list() -> Offer:
    """The ten films as a list on the web published them."""
    return Offer(
        key=PUBLISHED,
        name="As published",
        slug="soviet-space-films",
        title="Soviet Space Films",
        line="Ten Soviet films about space as a list on the web published them, word for word; beside each statement, "
        "what can be established about it.",
        films=DATA / "films.csv",
        introduction=published_introduction(),
        origin="This is the list's own introduction, first seen at cinemaroo.com (“Soviet Space Films: A Cosmic "
        "Journey”); no author or licence is given there. Titles, years, descriptions and facts stand as they were "
        "published, errors included: only three of the ten titles are Soviet films that could be found.",
        ours=True,
        claims=DATA / "claims.csv",
        identities=DATA / "identities.csv",
        milestones=DATA / "milestones.csv",
        lane=True,
        calendars=(DATA / "calendar.csv",),
    )


@cache
def filmography() -> Offer:
    """Real Soviet space films and co-productions, each with its source."""
    return Offer(
        key=FILMOGRAPHY,
        name="Checked filmography",
        slug="soviet-space-filmography",
        title="Soviet Space Filmography",
        line="Soviet films about space and co-productions that could be established, 1924–1989, each with its source.",
        films=DATA / "filmography.csv",
        origin="Put together for this dashboard. A year is the year a film was made; the note says when the release "
        "differs. “Solid” means that director, year and studio stand in what was read; of a “partial” row the note "
        "says what does not. An empty field means: not established.",
        ours=True,
        milestones=DATA / "milestones.csv",
        lane=True,
        calendars=(DATA / "calendar.csv",),
    )


def published_introduction() -> str:
    """The published list's own introduction, word for word."""
    return (DATA / "soviet-space-films.txt").read_text(encoding="utf-8").split("\n\n", 1)[0].strip()


def own_files(path: Path) -> tuple[Path, ...]:
    """Every file that a list of the visitor's own may be made of, there or not, and the project's own evidence."""
    names = ("films.csv", "claims.csv", "identities.csv", "milestones.csv", "calendar.csv")
    return (path, *(path / name for name in names), DATA / "milestones.csv", DATA / "calendar.csv")


def own_list(path: Path) -> Offer:
    """A list in a file of the visitor's own, or in a folder with films.csv and what else it brings.

    A folder may hold claims.csv, identities.csv, milestones.csv and calendar.csv, in the columns of the project's
    own files; its calendar is checked beside the project's.
    """
    words = path.stem.replace("_", " ").replace("-", " ").split()
    title = " ".join(words) or "Films"
    folder = path if path.is_dir() else None

    def beside(name: str) -> Path | None:
        return folder / name if folder and (folder / name).is_file() else None

    calendar = beside("calendar.csv")
    return Offer(
        key=OWN,
        name=title[0].upper() + title[1:],
        slug="-".join(word.casefold() for word in words) or "films",
        title=title[0].upper() + title[1:],
        line=f"A list of films from {path.name}.",
        films=folder / "films.csv" if folder else path,
        claims=beside("claims.csv"),
        identities=beside("identities.csv"),
        milestones=beside("milestones.csv") or DATA / "milestones.csv",
        lane=beside("milestones.csv") is not None,
        history="Space history" if beside("milestones.csv") is None else "History",
        calendars=(DATA / "calendar.csv", *([calendar] if calendar else [])),
    )
