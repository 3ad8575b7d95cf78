"""What a view of a list shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.query.result import relative
from dashboard.query.view import View
from tests.query.views import views
from tests.web.shown import ours, own

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


FILMOGRAPHY = ours({}, "filmography")


@given(views(FILMOGRAPHY.index, ("", "filmography")), st.text(min_size=1, max_size=20))
def test_the_link_to_a_film_is_that_of_the_view_with_its_card(view: View, film: str) -> None:
    result = replace(FILMOGRAPHY, view=view)
    assert result.film_link(film) == relative(replace(view, film=film))
