"""A long list made ready: as it was made of the same files before, else from its files, and then kept.

What only a search needs is kept in a file of its own, and made once everybody has the list.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from dashboard import settings
from dashboard.lists.loading import load_list
from dashboard.lists.long.disk_cache import Streamed, key_of, let_go, load, store, without_collection
from dashboard.lists.source import ListSource
from dashboard.model.progress import begin
from dashboard.query.loaded_list import LoadedList
from dashboard.two_threads import two_threads

REST = 10.0
"""Seconds in which a list is only shown before more is made of it; a search waits for no rest."""


def prepared(source: ListSource) -> LoadedList:
    """A list with all that is prepared for its page, and for a search what was kept; see `prepare_search`.

    Raises:
        BadListError: if it cannot be used.
    """
    key, folder = key_of(source.files, source), settings.current().prepared_in
    stored: LoadedList | None = load(folder, key) if key else None
    if stored and key:
        vars(stored.index).update(load(folder, _of_search(key)) or {})
        return stored
    with without_collection(), two_threads():
        loaded = load_list(source, key or "")
        begin("search")
        loaded.make_ready()
        loaded.index.prepare()
        made: LoadedList = _kept(key, loaded) if key else loaded
        return made


def prepare_search(loaded: LoadedList, rest: float = REST) -> None:
    """Make what a search needs of a list that everybody has already, unless it is there; whoever searches waits.

    The texts are only made on the disk: they would take as much room as all else. Where nothing can be kept, they are
    in memory.
    """
    index = loaded.index
    if "folded" in vars(index):
        return
    with index.turn.unhurried(rest), without_collection(), two_threads():
        of_search = {"words": index.words, "folded": Streamed(index.folded_parts)}
        found = _kept(_of_search(loaded.digest), of_search)
        if found is not of_search:
            vars(index).update(found)
    _ = index.folded
    let_go()
    pa.default_memory_pool().release_unused()


def _of_search(key: str) -> str:
    """What names the file of what only a search needs, by what names that of the list."""
    return f"{key}-search"


def _kept(key: str, made: Any) -> Any:
    """What was made, as it comes back from the disk, where another process may have put it; as it is if it cannot."""
    folder = settings.current().prepared_in
    stored = load(folder, key)
    if not stored:
        store(folder, key, made)
        stored = load(folder, key)
    return stored or made
