"""Pictures that a list brings for its films, each with its licence: the rows of pictures/pictures.csv."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from dashboard.cleaning.validate import FilmList
from dashboard.evidence.read_rows import Cells, Kept, Wrong, read_each, wrong_address
from dashboard.evidence.translations import UNTRANSLATED, Translated, Translations, translations_in
from dashboard.i18n.texts import shortened
from dashboard.model.problems import Problem, ProblemKind
from dashboard.model.rows import Rows

FOLDER, FILE = "pictures", "pictures.csv"
COLUMNS = ("film_id", "file", "alt", "licence", "licence_url", "author", "source")
NEEDED = ("film_id", "file", "licence")
TRANSLATED = ("alt", "licence", "author")
MOST_PICTURES = 500
"""Pictures of a list that are shown; they stay in memory."""


@dataclass(frozen=True)
class ScaledPicture:
    """A picture as it is shown: a JPEG, its width and height in pixels, and whether the file had more images."""

    jpeg: bytes
    width: int
    height: int
    moves: bool = False


@dataclass(frozen=True)
class FilmPicture(Translated):
    """A picture of a film.

    Attributes:
        film: the film's id.
        file: the name of the file that it was made from.
        alt: what is to be seen, for those who do not see it; may be empty.
        licence: under which it may be shown.
        licence_url: the address of that licence; empty where none is given.
        author: who made it; may be empty.
        source: where it comes from, an address or words; may be empty.
        jpeg: the picture as it is shown.
        width: its pixels across.
        height: its pixels down.
        translations: of its texts.
    """

    film: str
    file: str
    alt: str
    licence: str
    licence_url: str
    author: str
    source: str
    jpeg: bytes
    width: int
    height: int
    translations: Translations = UNTRANSLATED
    columns = COLUMNS

    @property
    def name(self) -> str:
        """Its name in addresses: another picture has another one."""
        return f"{sha256(self.jpeg).hexdigest()[:20]}.jpg"

    def written(self) -> dict[str, str]:
        """See `Translated`."""
        return {"file": self.name}


Scale = Callable[[str], ScaledPicture | Wrong]
"""Makes of the name of a file in the folder what is shown of it, or says what is wrong with it."""


def read_pictures(
    rows: Rows, films: FilmList, files: Iterable[str], scale: Scale
) -> tuple[dict[str, FilmPicture], tuple[Problem, ...]]:
    """The pictures of films by film, and what is wrong in rows and with the files of the folder, by their names.

    A row is left out if its film is not in the list or has a picture already, if it names no licence, or if its file is
    not in the folder or cannot be shown. Of a file with several images the first one is kept, and named.
    """
    known, left, named = set(films.frame["id"]), iter(range(MOST_PICTURES)), set[str]()

    def read(cells: Cells) -> FilmPicture | Kept[FilmPicture] | Wrong:
        named.add(cells["file"])
        return _wrong(cells, known) or _picture(cells, scale, left)

    found, problems = read_each(rows, COLUMNS, NEEDED, read, once=("film_id",))
    return {each.film: each for each in found}, (*problems, *unnamed(files, named))


def _wrong(cells: Cells, films: set[str]) -> Wrong | None:
    if cells["film_id"] not in films:
        return Wrong("no such film", "film_id")
    if not cells["file"]:
        return Wrong("nothing said", "file")
    if not cells["licence"]:
        return Wrong("no licence", "file")
    return wrong_address(cells, "licence_url")


def _picture(cells: Cells, scale: Scale, left: Iterator[int]) -> FilmPicture | Kept[FilmPicture] | Wrong:
    if next(left, None) is None:
        return Wrong("too many pictures", "file", str(MOST_PICTURES))
    scaled = scale(cells["file"])
    if isinstance(scaled, Wrong):
        return scaled
    texts = {name: cells[name] for name in COLUMNS[1:]}
    translations = translations_in(cells, TRANSLATED)
    size = {"jpeg": scaled.jpeg, "width": scaled.width, "height": scaled.height}
    made = FilmPicture(film=cells["film_id"], translations=translations, **texts, **size)  # type: ignore[arg-type]
    return Kept(made, Wrong("picture moves", "file")) if scaled.moves else made


def unnamed(files: Iterable[str], named: Iterable[str]) -> tuple[Problem, ...]:
    """One problem that names the files of the folder that no row names; none where every one is named."""
    others = sorted({*files} - {*named, FILE})
    kind: ProblemKind = "pictures not named"
    names = ", ".join(shortened(each, 40) for each in others[:5])
    return (Problem(kind, FILE, value=str(len(others)), expected=names),) if others else ()
