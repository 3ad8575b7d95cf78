"""What a view of a list shows."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.web.shown import own

LIST = "id,title,destination\na,A,Mars\nb,B,Mars\nc,C,Venus\n"


@pytest.mark.parametrize(
    ("link", "possible"),
    [
        ({}, {"a", "b", "c"}),
        ({"film": ["b"]}, {"a", "c"}),
        ({"film": ["c"], "destination": ["Mars"]}, {"a", "b"}),
        ({"film": ["c"], "destination": ["Venus"]}, {"c"}),
        ({"film": ["c"], "q": ["nothing"]}, {None}),
        ({"q": ["nothing"]}, {None}),
    ],
)
def test_a_film_by_chance_is_one_of_those_shown_and_another_if_there_is_one(
    tmp_path: Path, link: dict[str, list[str]], possible: set[str | None]
) -> None:
    result = own(LIST, tmp_path, link)
    assert {result.by_chance(Random(seed)) for seed in range(40)} == possible
    assert result.by_chance(Random(7)) == result.by_chance(Random(7))
