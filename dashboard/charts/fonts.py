"""The faces that page and charts are set in, as files of our own: one superfamily, with a Cyrillic of its own.

The files are Fontsource's 5.3.0. The Cyrillic ones are changed: Sofia Sans draws Bulgarian letters unless a text is
marked as Russian, which a list's titles are not, so the Russian letters of its feature `locl` stand in their place.
"""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent.parent / "static" / "fonts"
TEXT = "Sofia Sans"
TITLE = "Sofia Sans Extra Condensed"
STAND_INS = {
    ("Arial", "Roboto", "Liberation Sans", "Helvetica"): ((95, 93), (64, 62.5), (68, 66.5)),
    ("DejaVu Sans",): ((83, 82), (56, 55), (60, 58.5)),
}
"""Fonts of a reader's own, the first that is there of each row, for the time until ours have come.

With them stand the parts of their size, in hundredths, at which Latin and Cyrillic letters of theirs take as much room
as those of `_WEIGHTS` do in the texts of the project's lists, so that hardly a line moves when ours come.
"""
_WEIGHTS = ((TEXT, "100 900"), (TITLE, "100 600"), (TITLE, "700 900"))
_BEGINNINGS = ("U+0-3FF,U+2000-22FF", "U+400-52F")
"""The characters of both parts."""


def _stack(family: str) -> str:
    """A face of ours, what stands in for it, and any other."""
    names = [family, *(_stand_in(family, names) for names in STAND_INS)]
    return ", ".join([*(f'"{name}"' for name in names), "sans-serif"])


def _stand_in(family: str, names: tuple[str, ...]) -> str:
    return f"{names[0]} for {family}"


TEXT_STACK = _stack(TEXT)
TITLE_STACK = _stack(TITLE)
_FAMILIES = {TEXT: "sofia-sans", TITLE: "sofia-sans-extra-condensed"}
_SCRIPTS = {
    "latin": (
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,"
        "U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
    ),
    "latin-ext": (
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,"
        "U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF"
    ),
    "cyrillic": "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116",
    "cyrillic-ext": "U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F",
}
"""The characters of each file, as the fonts' makers cut them; a browser asks only for those that a page needs."""
WEIGHTS = "100 900"
"""Each file is a variable font."""
SCRIPTS = tuple(_SCRIPTS)
"""The part of a file's name that says which characters it has."""
PICTURE_FOLDER = FOLDER.parent / "picture-fonts"
PICTURE_WEIGHTS = {TEXT: ("sofia-sans", 400), TITLE: ("sofia-sans-extra-condensed", 600)}
"""The faces of a picture, each in a file of one weight: what draws it reads neither WOFF2 nor variable fonts."""


@lru_cache(maxsize=1)
def files() -> dict[str, Path]:
    """The font files by the name under which they are served: a change of a file changes its name."""
    return {served_name(path): path for path in sorted(FOLDER.glob("*.woff2"))}


def stand_ins() -> list[dict[str, str]]:
    """The fonts of a reader's own that stand in for ours, as descriptors of CSS and their values."""
    return [
        {
            "font-family": f'"{_stand_in(family, names)}"',
            "font-weight": weights,
            "src": ", ".join(f'local("{name}")' for name in names),
            "size-adjust": f"{size}%",
            "unicode-range": characters,
        }
        for names, parts in STAND_INS.items()
        for (family, weights), sizes in zip(_WEIGHTS, parts, strict=True)
        for size, characters in zip(sizes, _BEGINNINGS, strict=True)
    ]


class Face(NamedTuple):
    """A font file: its family, the characters that it is for as CSS writes them, and where it is."""

    family: str
    ranges: str
    path: Path

    @property
    def address(self) -> str:
        """Where it is found from the page."""
        return f"fonts/{served_name(self.path)}"

    @property
    def data(self) -> str:
        """What it holds, in base64."""
        return b64encode(self.path.read_bytes()).decode()


def faces() -> list[Face]:
    """All files."""
    return [
        Face(family, ranges, FOLDER / f"{stem}-{script}.woff2")
        for family, stem in _FAMILIES.items()
        for script, ranges in _SCRIPTS.items()
    ]


def needed(text: str) -> list[Face]:
    """The files that hold a text's characters."""
    characters = set(map(ord, text))
    return [face for face in faces() if not characters.isdisjoint(_characters(face.ranges))]


@lru_cache(maxsize=8)
def _characters(ranges: str) -> frozenset[int]:
    """The characters of a range as CSS writes it.

    >>> sorted(_characters("U+0041-0043,U+20AC"))
    [65, 66, 67, 8364]
    """
    ends = (each.removeprefix("U+").split("-") for each in ranges.split(","))
    return frozenset(at for first, *last in ends for at in range(int(first, 16), int((last or [first])[0], 16) + 1))


def preloaded() -> list[str]:
    """The addresses of the files that every page needs."""
    return [face.address for face in faces() if face.path.stem.endswith("-latin")]


def served_name(path: Path) -> str:
    """The name under which a file is served."""
    return f"{path.stem}.{sha256(path.read_bytes()).hexdigest()[:10]}{path.suffix}"
