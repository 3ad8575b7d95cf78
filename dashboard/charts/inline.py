"""A chart's own data inside its specification, so that the page sends it as it is and prepares nothing again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

import altair as alt
from altair.utils.schemapi import debug_mode

Given = ParamSpec("Given")


def as_specification(draw: Callable[Given, alt.TopLevelMixin]) -> Callable[Given, dict[str, Any]]:
    """Makes a function that draws a layered chart give its Vega-Lite specification, with its data `inlined`.

    Altair would check every piece while it is drawn, which takes longer than to draw it; the tests check the whole.
    """

    @wraps(draw)
    def specification(*given: Given.args, **named: Given.kwargs) -> dict[str, Any]:
        with debug_mode(False):
            return inlined(draw(*given, **named).to_dict(validate=False))

    return specification


def inlined(spec: dict[str, Any]) -> dict[str, Any]:
    """A layered specification whose named datasets stand in the layers that draw them; `spec` itself is changed.

    Streamlit turns named datasets and a chart's own values into Arrow tables on every run of the page, and leaves
    the values of layers alone.
    """
    datasets = spec.pop("datasets", {})
    common = spec["data"] if spec.get("data", {}).get("name") in datasets else None
    if common:
        del spec["data"]
    for layer in spec["layer"]:
        name = layer.get("data", common or {}).get("name")
        if name in datasets:
            layer["data"] = {"values": datasets[name]}
    return spec
