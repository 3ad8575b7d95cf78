"""What Vega draws of a specification, without a browser: by vl-convert, in a process of its own.

vl-convert holds Python's lock, and with it every visitor, for as long as it draws: for half a second and more the
first time, for 40 to 150 ms later (measured). It also keeps 90 MB of memory.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dashboard.lists.sandbox import jobs
from dashboard.lists.sandbox.process import Bounds
from dashboard.model.problems import BadListError

BOUNDS = Bounds(memory=1 << 40)
"""V8 reserves far more memory than it uses, and bounds itself."""


def scenes(specifications: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where everything stands that Vega-Lite specifications draw: for each, what Vega calls its scene graph.

    Returns:
        Nothing if they cannot be drawn here, which is logged.
    """
    texts = [json.dumps(each, ensure_ascii=False).encode(errors="replace").decode() for each in specifications]
    try:
        return [json.loads(each) for each in jobs.run(_scenes, texts, bounds=BOUNDS)]
    except BadListError:
        return []


def _scenes(specifications: list[str]) -> list[str]:
    import vl_convert

    return [json.dumps(vl_convert.vegalite_to_scenegraph(each)) for each in specifications]
