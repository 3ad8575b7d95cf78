"""What a link shows of one of the project's lists, or of a list of the test's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from dashboard.i18n.languages import Language, english
from dashboard.lists import registry as lists
from dashboard.lists.source import own_list
from dashboard.query.index import Index
from dashboard.query.loaded_list import open_dossier
from dashboard.query.parse import parse
from dashboard.query.result import Shown, shown

Parameters = Mapping[str, Sequence[str]]


def ours(link: Parameters, name: str = "published", language: Language | None = None) -> Shown:
    opened = lists.open_list(name)
    view, _ = parse({"list": [name], **link}, opened.index, ("published", "filmography"))
    return shown(opened.dossier, opened.index, view, "published", language or english())


def own(csv: str, folder: Path, link: Parameters, language: Language | None = None) -> Shown:
    path = folder / "my films.csv"
    path.write_text(csv, encoding="utf-8")
    dossier = open_dossier(own_list(path))
    index = Index(dossier.films)
    view, _ = parse(link, index)
    return shown(dossier, index, view, "own", language or english())
