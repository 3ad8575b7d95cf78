"""A long list is shown before all is made that a search needs, and finds the same."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import numpy as np
import pytest

from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.long.prepared import prepare_search, prepared
from dashboard.lists.source import ListSource, own_source
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import run_query
from dashboard.query.view import View
from tests.conftest import Choose

LIST = """title,year,director,description
Solaris,1972,Andrei Tarkovsky,"A planet, and Café Über"
Солярис,1968,Борис Ниренбург,Фильм о планете
Stalker,1979,Andrei Tarkovsky,A zone
,1980,Nobody,A row without a title
"""
SEARCHES = ("tarkovskij", "planet", "солярис", "solyaris", "cafe", "nothing", "")


@pytest.fixture
def source(tmp_path: Path, choose: Choose) -> ListSource:
    path = tmp_path / "films.csv"
    path.write_text(LIST, encoding="utf-8")
    choose(prepared_in=tmp_path / "prepared")
    return own_source(path)


def found(loaded: LoadedList) -> list[list[int]]:
    results = (run_query(loaded, View(search=text), "own", english()) for text in SEARCHES)
    return [np.flatnonzero(result.mask).tolist() for result in results]


def kept(source: ListSource) -> list[str]:
    """What stands in the folder, by what follows the key."""
    folder = source.files[0].with_name("prepared")
    return sorted(path.name[48:] for path in folder.iterdir()) if folder.is_dir() else []


def test_it_is_kept_in_two_steps_and_comes_back_whole(source: ListSource) -> None:
    first = prepared(source)
    assert ("folded" in vars(first.index), kept(source)) == (False, [""])
    prepare_search(first, rest=0)
    assert ("folded" in vars(first.index), kept(source)) == (True, ["", "-search"])
    again = prepared(source)
    assert {"folded", "words"} < vars(again.index).keys()
    plain = load_list(source)
    assert found(first) == found(again) == found(plain)
    for one in (first, again):
        assert one.index.folded.tolist() == plain.index.folded.tolist()
        assert [words.tolist() for words in one.index.words] == [words.tolist() for words in plain.index.words]
        assert one.films.problems == plain.films.problems
        assert one.films.frame.equals(plain.films.frame)


def test_what_a_start_that_ended_too_soon_did_not_make_the_next_one_makes(source: ListSource) -> None:
    prepared(source)
    again = prepared(source)
    assert "folded" not in vars(again.index)
    prepare_search(again, rest=0)
    assert kept(source) == ["", "-search"]


def test_whoever_searches_ends_the_rest(source: ListSource) -> None:
    loaded = prepared(source)
    making = Thread(target=prepare_search, args=(loaded, 600), daemon=True)
    making.start()
    assert found(loaded) == found(load_list(source))
    making.join(60)
    assert not making.is_alive()


def test_where_nothing_can_be_kept_all_is_in_memory(source: ListSource, choose: Choose) -> None:
    choose(prepared_in=source.files[0] / "no folder")
    loaded = prepared(source)
    prepare_search(loaded, rest=0)
    assert {"folded", "words"} < vars(loaded.index).keys()
    assert found(loaded) == found(load_list(source))


def test_a_damaged_part_is_made_again(source: ListSource) -> None:
    prepare_search(prepared(source), rest=0)
    folder = source.files[0].with_name("prepared")
    (part,) = (path for path in folder.iterdir() if path.name.endswith("-search"))
    part.write_bytes(part.read_bytes()[:-9])
    again = prepared(source)
    assert "folded" not in vars(again.index)
    prepare_search(again, rest=0)
    assert found(again) == found(load_list(source))
