"""Values that an untrusted process sends: they come back as they were, and nothing else is made of any bytes."""

from __future__ import annotations

import os
import pickle
from array import array
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pytest

from dashboard.evidence.calendar_check.aliases import alias_pattern
from dashboard.formats.read import read_rows
from dashboard.lists.loading import load_list
from dashboard.lists.package import ListPackage
from dashboard.lists.plain_data import NotPlainError, dumped, loaded
from dashboard.lists.source import filmography_source, published_source
from dashboard.lists.upload_store import UploadStore
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits
from dashboard.query.cache import Cache
from dashboard.query.loaded_list import LoadedList
from tests.foreign import films, loaded_of


@pytest.mark.parametrize(
    "value",
    [
        None,
        ("text", 1, 2.5, b"bytes", True, [1, {"a": {2}}]),
        date(1961, 4, 12),
        Problem("no year", "films.csv", 3, "year", "soon"),
        Limits(rows=3),
        read_rows("название;год\nСолярис;1972\n".encode(), "films.csv"),
        ListPackage("Films", {"films.csv": b"title\nA\n"}),
        array("q", [1, -2]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_it_comes_back_as_it_was(value: object) -> None:
    assert loaded(dumped(value)) == value


def test_an_error_comes_back_with_its_problems() -> None:
    problems = (Problem("empty file", "films.csv"),)
    assert loaded(dumped(BadListError(problems))).problems == problems


def same(one: LoadedList, other: LoadedList) -> None:
    pd.testing.assert_frame_equal(one.films.frame, other.films.frame)
    for name in ("columns", "problems", "encoding", "refused", "header", "names", "form"):
        assert getattr(one.films, name) == getattr(other.films, name), name
    assert list(one.films.lines) == list(other.films.lines)
    for name in ("info", "claims", "identities", "events", "notices", "milestones", "problems", "files", "digest"):
        assert getattr(one, name) == getattr(other, name), name


@pytest.mark.parametrize(
    "make",
    [
        lambda: load_list(published_source()),
        lambda: load_list(filmography_source()),
        lambda: loaded_of(films(300)),
        lambda: loaded_of("title,year\nSolaris,soon\n,1970\n"),
        lambda: loaded_of("title,tags,n\nA,,\nB,,\n"),
    ],
    ids=["published", "filmography", "foreign", "with problems", "empty columns"],
)
def test_a_list_comes_back_as_it_was(make: Callable[[], LoadedList]) -> None:
    same(loaded(dumped(make())), make())


def test_what_was_worked_out_from_a_list_stays_behind() -> None:
    one = loaded_of(films(30))
    one.make_ready()
    again = loaded(dumped(one))
    assert (set(vars(again)) - set(vars(loaded_of(films(3)))), "index" in vars(again)) == (set(), False)


def test_arrays_come_back_as_they_were() -> None:
    numbers = np.array([1.5, np.nan])
    np.testing.assert_array_equal(loaded(dumped(numbers)), numbers)
    texts = pa.array(["ё", None], pa.large_string())
    assert loaded(dumped(texts)).equals(texts)


class Harm:
    """What would delete a file if it were unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> Any:
        return os.unlink, (str(self.path),)


@pytest.mark.parametrize(
    "value",
    [
        os.system,
        alias_pattern,
        UploadStore,
        Cache(),
        pd.Series([1]),
        np.array(["a"], dtype=object),
        Path("films.csv"),
    ],
    ids=["function", "function of ours", "class of ours", "cache", "series", "objects", "path"],
)
def test_nothing_else_is_made(value: object) -> None:
    with pytest.raises(NotPlainError):
        loaded(pickle.dumps(value))


def test_nothing_runs(tmp_path: Path) -> None:
    path = tmp_path / "precious"
    path.touch()
    with pytest.raises(NotPlainError):
        loaded(pickle.dumps(Harm(path)))
    assert path.exists()


def test_bytes_that_were_cut_or_changed_are_said_or_give_a_plain_value() -> None:
    whole = dumped(loaded_of(films(20)))
    for at in range(0, len(whole), 211):
        for broken in (whole[:at], whole[:at] + bytes([whole[at] ^ 255]) + whole[at + 1 :]):
            try:
                loaded(broken)
            except NotPlainError:
                continue
