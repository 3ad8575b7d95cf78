"""The gallery on the page: the films of the cards, in their order, each with its star."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.foreign import films
from tests.ui.conftest import Open, checked, titles
from tests.ui.test_page import link

SOLARIS = "solaris-1972"


def tiles(page: AppTest) -> list[str]:
    """The names of the films."""
    found = (re.search(r'class="tile".*?<bdi>(.*?)</bdi>', each.value, re.DOTALL) for each in page.markdown)
    return [re.sub("<[^>]*>", "", each[1]) for each in found if each]


@pytest.mark.parametrize(
    "parameters", [{}, {"q": "space", "sort": "year"}, {"lang": "ru", "list": "filmography", "page": "3"}]
)
def test_it_shows_the_films_of_the_cards(opened: Open, parameters: dict[str, str]) -> None:
    cards = titles(opened(**parameters))
    found = tiles(opened(**parameters, view="gallery"))
    assert found == cards or (parameters.get("page") and len(found) == 53 - 2 * 24)


def test_a_star_of_the_gallery(opened: Open) -> None:
    page = checked(opened(view="gallery").button(key=f"star:head:{SOLARIS}").click().run())
    assert link(page) == {"view": "gallery", "pick": SOLARIS}
    assert page.button(key=f"star:head:{SOLARIS}").label == r"**Take Solaris \(1972\) off the shortlist**"


def test_it_is_chosen_and_left_as_a_layout_and_keeps_what_is_filtered(opened: Open) -> None:
    page = opened(destination="Mars", film="star-pilot-1967")
    checked(page.segmented_control(key="layout").set_value("gallery").run())
    assert link(page) == {"destination": "Mars", "view": "gallery", "film": "star-pilot-1967"}
    assert tiles(page) == ["Star Pilot (1967)", "The Star of the Cosmos (1984)"]


def test_a_long_list_has_pages_of_full_rows(opened: Open) -> None:
    page = opened(films(1_201), view="gallery", page="51")
    assert len(tiles(page)) == 1
    assert len(tiles(opened(films(1_201), view="gallery"))) == 24
    assert tiles(opened(films(1_201), view="gallery", q="zzzzz")) == []
