"""Files of pictures, read with care: told what they are by their content, bounded, turned upright, scaled, cleaned."""

from __future__ import annotations

import io
import os
import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING

from dashboard.evidence.pictures import ScaledPicture
from dashboard.evidence.read_rows import Wrong
from dashboard.lists.sandbox.jobs import run
from dashboard.lists.sandbox.process import Bounds
from dashboard.lists.source import Content, DataFile
from dashboard.model.problems import BadListError, Problem, ProblemKind

if TYPE_CHECKING:
    from PIL.Image import Image as Opened

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
MOST_MEGAPIXELS = 40
MOST_MEGABYTES = 20
LARGEST = (640, 960)
"""Pixels of a picture as it is shown: twice those of the widest place where it stands."""
QUALITY = 82
BOUNDS = Bounds(seconds=20, memory=700_000_000)


def scale_of(files: Mapping[str, DataFile | None], name: str) -> ScaledPicture | Wrong:
    """What is shown of a file that a row names, or what is wrong with it.

    Args:
        files: those of the folder, by name; None for one that leads elsewhere.
        name: of the file.
    """
    file = files.get(name)
    if file is None:
        is_path = name in files or "/" in name or "\\" in name or name in (os.curdir, os.pardir)
        return Wrong("picture elsewhere" if is_path else "no such picture", "file")
    try:
        # What a visitor brings is in the sandbox already when it is read.
        return scaled(file.data) if isinstance(file, Content) else run(scaled, _read(file), bounds=BOUNDS)
    except OSError:
        return Wrong("not a picture", "file")
    except BadListError as error:
        problem = error.problems[0]
        return Wrong(problem.kind, "file", problem.expected)


def _read(path: os.PathLike[str]) -> bytes:
    """A file, or as much of it as tells that it is too heavy."""
    with open(path, "rb") as opened:
        return opened.read(MOST_MEGABYTES * 1_000_000 + 1)


def scaled(data: bytes) -> ScaledPicture:
    """A picture as it is shown; a job for the sandbox.

    It is turned as its camera says, on white where it is transparent, and without anything but its pixels.

    Raises:
        BadListError: if it is none, or is larger than what is read.
    """
    from PIL import Image

    if len(data) > MOST_MEGABYTES * 1_000_000:
        raise _wrong("picture too heavy", str(MOST_MEGABYTES))
    if b"<svg" in data[:4096].lower():
        raise _wrong("picture is SVG")
    Image.MAX_IMAGE_PIXELS = MOST_MEGAPIXELS * 1_000_000
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                return _scaled(image)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise _wrong("picture too large", str(MOST_MEGAPIXELS)) from None
        except (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError) as error:
            raise _wrong("not a picture") from error


def _wrong(kind: ProblemKind, expected: str = "") -> BadListError:
    return BadListError((Problem(kind, "", expected=expected),))


def _scaled(image: Opened) -> ScaledPicture:
    from PIL import Image, ImageOps

    moves = bool(getattr(image, "is_animated", False))
    image.draft("RGB", (max(LARGEST), max(LARGEST)))
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail(LARGEST, Image.Resampling.LANCZOS)
    drawn = upright.convert("RGBA")
    plain = Image.new("RGB", drawn.size, "white")
    plain.paste(drawn, mask=drawn.getchannel("A"))
    written = io.BytesIO()
    plain.save(written, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return ScaledPicture(written.getvalue(), *plain.size, moves)
