"""The pictures that messengers show beside a link: what is drawn of each of the project's own lists."""

from __future__ import annotations

import re

import pytest

from dashboard.lists import registry as lists
from dashboard.model.list_info import FILMOGRAPHY, PUBLISHED
from tools.preview import drawing


@pytest.mark.parametrize("name", [PUBLISHED, FILMOGRAPHY])
def test_every_film_with_a_year_has_a_mark(name: str) -> None:
    opened = lists.open_list(name)
    drawn = drawing(opened.loaded.info.title, opened.index)
    assert drawn.count("scale(") == opened.loaded.films.frame["year"].notna().sum()
    assert re.findall(r"<text class=.title.[^>]*>([^<]+)", drawn) == [opened.loaded.info.title]
