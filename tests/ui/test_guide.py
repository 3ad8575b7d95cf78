"""What a first visit is told, and how to read and use the page."""

from __future__ import annotations

import pytest

from tests.foreign import films
from tests.ui.conftest import Open

BY_YEAR = "The timeline shows the films of this list by year. Each film has a card below it."
SIGNS = "Each mark on the timeline is a film; shape and colour say whether its statements hold."


def told(page: object) -> str:
    return "\n".join(each.value for each in page.html)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("list_name", "says"), [("", SIGNS), ("filmography", BY_YEAR)])
def test_a_first_visit_is_told_how_the_timeline_is_read(opened: Open, list_name: str, says: str) -> None:
    page = opened(**({"list": list_name} if list_name else {}))
    assert says in told(page)
    page.button(key="hints_away").click().run()
    assert says not in told(page)
    assert '<img src="hints/away" alt="" hidden>' in told(page)


def test_who_follows_a_link_to_a_film_is_not_told(opened: Open) -> None:
    page = opened(film="solaris-1972")
    assert SIGNS not in told(page)


def test_a_long_list_is_explained_as_bars(opened: Open) -> None:
    page = opened(films(200))
    assert "Each bar is a year" in told(page)
    assert "Each mark is a film" not in told(page)
    assert "Shape and colour sum up the film’s statements: ▲ something contradicted" in told(opened())
