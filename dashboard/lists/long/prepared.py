"""A long list made ready: as it was made of the same files before, else from its files, and then kept."""

from __future__ import annotations

from dashboard import settings
from dashboard.lists.loading import load_list
from dashboard.lists.long.disk_cache import Streamed, key_of, load, store, without_collection
from dashboard.lists.source import ListSource
from dashboard.model.progress import begin
from dashboard.query.loaded_list import LoadedList
from dashboard.two_threads import two_threads


def prepared(source: ListSource) -> LoadedList:
    """A list with all that is prepared for it.

    Raises:
        BadListError: if it cannot be used.
    """
    key, folder = key_of(source.files, source), settings.current().prepared_in
    stored: LoadedList | None = load(folder, key) if key else None
    if stored:
        return stored
    with without_collection(), two_threads():
        loaded = load_list(source, key or "")
        begin("search")
        loaded.make_ready()
        loaded.index.prepare()
        if key and (stored := _stored(loaded, key)):
            return stored
        _ = loaded.index.folded
        return loaded


def _stored(loaded: LoadedList, key: str) -> LoadedList | None:
    """A list as it comes back from the disk, where another process may have put it meanwhile; None if it cannot.

    Its texts for the search are only made there: they would take as much room as all else.
    """
    folder, of_index = settings.current().prepared_in, vars(loaded.index)
    stored: LoadedList | None = load(folder, key)
    if not stored:
        of_index["folded"] = Streamed(loaded.index.folded_parts)
        store(folder, key, loaded)
        del of_index["folded"]
        stored = load(folder, key)
    return stored
