"""Makes the fonts that pictures are drawn with: one upright file of one weight for each face, from the page's own.

What draws a picture reads no WOFF2, and takes a variable font for its first design. ``python -m tools.fonts``
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from dashboard.charts.fonts import FOLDER, PICTURE_FOLDER, PICTURE_WEIGHTS, SCRIPTS

NAMES = {1: "{family}", 2: "Regular", 4: "{family} {weight}", 6: "{joined}-{weight}", 16: "{family}", 17: "Regular"}
"""What the records of a font's names say, by their numbers."""
LAYOUT = ("GSUB", "GPOS", "GDEF", "STAT")
"""Tables that cannot be merged; a picture does without."""
UPRIGHT, SLANTED_OR_BOLD = 0b1000000, 0b100001
"""Bits of what a font says of its style."""


def main() -> None:
    PICTURE_FOLDER.mkdir(exist_ok=True)
    for family, (stem, weight) in PICTURE_WEIGHTS.items():
        made(family, stem, weight).save(PICTURE_FOLDER / f"{stem}-{weight}.ttf")


def made(family: str, stem: str, weight: int) -> TTFont:
    """A face in one weight, with the characters of all its files."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder) / f"{script}.ttf") for script in SCRIPTS]
        for script, path in zip(SCRIPTS, paths, strict=True):
            _of_weight(FOLDER / f"{stem}-{script}.woff2", weight).save(path)
        font = Merger().merge(paths)
    for record in font["name"].names:
        if record.nameID in NAMES:
            record.string = NAMES[record.nameID].format(family=family, joined=family.replace(" ", ""), weight=weight)
    font["OS/2"].usWeightClass = weight
    font["head"].macStyle = 0
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~SLANTED_OR_BOLD) | UPRIGHT
    return font


def _of_weight(path: Path, weight: int) -> TTFont:
    font = TTFont(path)
    font.flavor = None
    one = instantiateVariableFont(font, {"wght": weight})
    for table in LAYOUT:
        if table in one:
            del one[table]
    return one


if __name__ == "__main__":
    main()
