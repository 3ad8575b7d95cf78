"""What says to machines which data files of a published site hold what: a Frictionless data package."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.exports.site.addresses import folder_name
from dashboard.i18n.languages import english
from dashboard.i18n.names import list_line, list_title
from dashboard.model.kinds import Column
from dashboard.query.loaded_list import LoadedList

MEDIA_TYPES = {
    "csv": "text/csv",
    "jpg": "image/jpeg",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "md": "text/markdown",
    "sqlite": "application/vnd.sqlite3",
}
"""The media type of each data file, by the end of its name."""
TYPES = {"year": "integer", "number": "number"}
"""The type of a column by the look of its kind, as a table schema calls it; any other is a string."""


def package(loaded: LoadedList, files: Mapping[str, bytes], day: date, public: str) -> bytes:
    """The package of some data files, by their names. Source: specs.frictionlessdata.io/data-package."""
    said: dict[str, Any] = {
        "name": folder_name(loaded.info.slug),
        "title": list_title(loaded.info, english()),
        "description": list_line(loaded.info, english()),
        "created": f"{day.isoformat()}T00:00:00Z",
        **({"homepage": public} if public else {}),
        "resources": [_resource(loaded, name, content) for name, content in files.items()],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _resource(loaded: LoadedList, name: str, content: bytes) -> dict[str, Any]:
    stem, _, ending = name.rpartition(".")
    described: dict[str, Any] = {
        "name": folder_name(name.lower()),
        "path": name,
        "format": ending,
        "mediatype": MEDIA_TYPES.get(ending, "application/octet-stream"),
        "bytes": len(content),
    }
    if ending == "csv":
        described |= {"encoding": "utf-8", "profile": "tabular-data-resource"}
        described["schema"] = {"fields": _fields(loaded, stem, content), "missingValues": [""]}
    return described


def _fields(loaded: LoadedList, stem: str, content: bytes) -> list[dict[str, str]]:
    if stem == "films":
        return [_field(column) for column in loaded.films.own_columns]
    header = content.decode("utf-8-sig", "replace").partition("\n")[0].strip()
    return [{"name": name.strip('"'), "type": "string"} for name in header.split(",")]


def _field(column: Column) -> dict[str, str]:
    meaning = {"description": column.meaning} if column.meaning else {}
    return {"name": column.name, "title": column.label, "type": TYPES.get(column.kind.look, "string"), **meaning}
