"""What Vega draws of a specification, without a browser: by vl-convert, in a process of its own.

vl-convert holds Python's lock, and with it every visitor, for as long as it draws: for half a second and more the
first time, for 40 to 150 ms later (measured). It keeps 70 to 110 MB of memory. So its process ends half a minute after
the last picture.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from typing import Any, TypeVar, TypeVarTuple

from dashboard.charts.fonts import PICTURE_FOLDER
from dashboard.lists.sandbox import jobs
from dashboard.lists.sandbox.process import Bounds
from dashboard.model.problems import BadListError, DashboardError

BOUNDS = Bounds(memory=1 << 40)
"""V8 reserves far more memory than it uses, and bounds itself."""

Result = TypeVar("Result")
Given = TypeVarTuple("Given")


class NotDrawnError(DashboardError):
    """A picture that cannot be drawn here."""


def scenes(specifications: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where everything stands that Vega-Lite specifications draw: for each, what Vega calls its scene graph.

    Raises:
        NotDrawnError: if they cannot be drawn here, which is logged.
    """
    return [json.loads(each) for each in _run(_scenes, [_text(_json(each)) for each in specifications])]


def png(svg: str, scale: float = 2) -> bytes:
    """An SVG image as PNG, each of its pixels as `scale` by `scale`; texts are in the dashboard's own faces.

    Raises:
        NotDrawnError: if it cannot be drawn here, which is logged.
    """
    return _run(_png, _text(svg), str(PICTURE_FOLDER), scale)


def _run(job: Callable[[*Given], Result], *given: *Given) -> Result:
    try:
        return jobs.run(job, *given, bounds=BOUNDS, is_kept=True)
    except BadListError as error:
        raise NotDrawnError from error


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _text(text: str) -> str:
    """A text without halves of characters, which vl-convert does not take."""
    return text.encode(errors="replace").decode()


def _png(svg: str, fonts: str, scale: float) -> bytes:
    import vl_convert

    _register(fonts)
    return _packed(vl_convert.svg_to_png(svg, scale=scale))


@cache
def _register(fonts: str) -> None:
    import vl_convert

    vl_convert.register_font_directory(fonts)


def _packed(png: bytes) -> bytes:
    """The same picture in a third of the bytes; vl-convert packs for speed."""
    from PIL import Image

    packed = BytesIO()
    Image.open(BytesIO(png)).save(packed, "PNG")
    return packed.getvalue()


def _scenes(specifications: list[str]) -> list[str]:
    import vl_convert

    return [json.dumps(vl_convert.vegalite_to_scenegraph(each)) for each in specifications]
