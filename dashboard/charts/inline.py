"""A chart's own data inside its specification, so that the page sends it as it is and prepares nothing anew."""

from __future__ import annotations

from typing import Any


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
