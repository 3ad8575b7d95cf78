"""What a first visit is told, and how to read and use the page."""

from __future__ import annotations

import pytest

from dashboard.evidence.claims import COLUMNS
from tests.foreign import films
from tests.ui.conftest import Open

BY_YEAR = "The timeline shows the films of this list by year. Each film has a card below it."
PALE = "Films that you filter out stay on the timeline as pale marks, so that gaps stay visible."
SIGNS = "Each mark on the timeline is a film; shape and colour say whether its statements hold."


def told(page: object) -> str:
    return "\n".join(each.value for each in page.html)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("list_name", "says"),
    [
        ("", ("though sources contradict 18 of its 63 statements.", SIGNS)),
        ("filmography", (BY_YEAR, PALE)),
    ],
)
def test_a_first_visit_is_told_what_the_list_is(opened: Open, list_name: str, says: tuple[str, str]) -> None:
    page = opened(**({"list": list_name} if list_name else {}))
    assert all(each in told(page) for each in says)
    page.button(key="hints_away").click().run()
    assert not any(each in told(page) for each in says)
    assert '<img src="hints/away" alt="" hidden>' in told(page)


@pytest.mark.parametrize(
    ("verdict", "says"), [("supported", "Every statement of this list has"), ("contradicted", "1 of its 1")]
)
def test_what_is_told_of_an_own_lists_statements(opened: Open, tmp_path, verdict: str, says: str) -> None:
    (tmp_path / "films.csv").write_text("id,title,year,fact\na,A,1970,It flew.\n", encoding="utf-8")
    claim = {"film_id": "a", "field": "fact", "quote": "It flew.", "claim": "It flew.", "verdict": verdict}
    claim |= {"reason": "Seen.", "source_title": "S", "source_url": "https://example.org/"}
    row = ",".join(claim.get(column, "") for column in COLUMNS)
    (tmp_path / "claims.csv").write_text(",".join(COLUMNS) + "\n" + row + "\n", encoding="utf-8")
    assert says in told(opened(folder=tmp_path))


def test_who_follows_a_link_to_a_film_is_not_told(opened: Open) -> None:
    page = opened(film="solaris-1972")
    assert SIGNS not in told(page)


def test_a_long_list_is_explained_as_bars(opened: Open) -> None:
    page = opened(films(200))
    assert "Each bar is a year" in told(page)
    assert "Each mark is a film" not in told(page)
    assert "Shape and colour sum up the film’s statements: ▲ something contradicted" in told(opened())
