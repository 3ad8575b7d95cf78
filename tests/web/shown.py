"""What a link shows of one of the project's lists, or of a list of the test's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from dashboard.i18n.languages import Language, english
from dashboard.lists import registry as lists
from dashboard.lists.loading import load_list
from dashboard.lists.source import own_source
from dashboard.query.index import Index
from dashboard.query.result import QueryResult, run_query
from dashboard.query.url import parse

Parameters = Mapping[str, Sequence[str]]


def ours(link: Parameters, name: str = "published", language: Language | None = None) -> QueryResult:
    lists.watched(name).reading().over.wait(60)
    opened = lists.open_list(name)
    view, _ = parse({"list": [name], **link}, opened.index, ("published", "filmography"))
    return run_query(opened.loaded, view, "published", language or english())


def own(csv: str, folder: Path, link: Parameters, language: Language | None = None) -> QueryResult:
    path = folder / "my films.csv"
    path.write_text(csv, encoding="utf-8")
    loaded = load_list(own_source(path))
    index = Index(loaded.films)
    view, _ = parse(link, index)
    return run_query(loaded, view, "own", language or english())
