"""Comparing with another list: by what films were found, and two that are not the same taken apart."""

from __future__ import annotations

import re
from html import unescape

from streamlit.testing.v1 import AppTest

from dashboard.query.view import MOST_SEEN
from tests.ui.conftest import Open, checked, count

THEIRS = "title,year,rating\nSolaris,1972,9\nСолярис,1968,8\nНебо зовёт,1960,\nBlade Runner,1982,7\n"


def compared(opened: Open, theirs: str = THEIRS, csv: str | None = None) -> AppTest:
    """The filmography, or a list of one's own, compared with another; that has three of the filmography's films."""
    page = opened(csv) if csv else opened(list="filmography")
    (button,) = [each for each in page.button if each.label == "Compare with a list"][:1]
    checked(button.click().run())
    page.text_area(key="bring:text").set_value(theirs)
    checked(page.button(key="bring:paste").click().run())
    return checked(page.button(key="compare:go").click().run())


def texts(page: AppTest) -> str:
    every = " ".join(each.value for each in page.html)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", every)))


def heads(page: AppTest) -> list[str]:
    return [each.label for each in page.expander]


def test_why_films_were_found_and_one_is_taken_apart(opened: Open) -> None:
    page = compared(opened)
    assert {"How the films were found: 3", "Only in the other list: 1"} <= {*heads(page)}
    said = texts(page)
    assert "The Sky Calls (1959) is “Небо зовёт (1960)” of the other list: by title; 1 year apart" in said
    assert "You have seen 3 of 53 films" in said
    before = page.query_params["compared"]
    page.selectbox(key="comparison:wrong").set_value("the-sky-calls-1959")
    checked(page.button(key="comparison:apart").click().run())
    assert {"How the films were found: 2", "Only in the other list: 2"} <= {*heads(page)}
    said = texts(page)
    assert "You have seen 2 of 53 films" in said
    assert "The Sky Calls (1959) is" not in said
    assert "Небо зовёт (1960)" in said
    assert page.query_params["compared"] != before
    checked(page.button(key="comparison:apart").click().run())
    assert "How the films were found: 2" in heads(page)


def test_another_tab_does_not_know_how_films_were_found(opened: Open) -> None:
    page = compared(opened)
    other = opened(**dict(page.query_params.items()))
    assert "You have seen 3 of 53 films" in texts(other)
    assert [each for each in heads(other) if each.startswith("How the films")] == []


MANY = MOST_SEEN + 100
FILMS = "id,title,year\n" + "".join(f"f{at},Film {at},{1900 + at % 100}\n" for at in range(MANY + 50))


def test_more_films_than_a_link_holds_are_compared_in_the_tab(opened: Open) -> None:
    theirs = "".join(FILMS.splitlines(keepends=True)[: MANY + 1])
    page = compared(opened, theirs, csv=FILMS)
    assert f"You have seen {MANY:,} of {MANY + 50:,} films" in texts(page)
    assert "This comparison stays in this tab" in texts(page)
    assert page.query_params["compared"] == "tab"
    (only_here,) = [each for each in page.button if each.label == "Only in this list: 50"]
    checked(only_here.click().run())
    assert f"50 of {MANY + 50:,} films" in count(page)
    assert {name: page.query_params[name] for name in ("compared", "seen")} == {"compared": "tab", "seen": "no"}
    page.query_params["film"] = "f3"
    checked(page.run())
    assert f"50 of {MANY + 50:,} films" in count(page)
    page.selectbox(key="comparison:wrong").set_value("f7")
    checked(page.button(key="comparison:apart").click().run())
    assert f"You have seen {MANY - 1:,} of" in texts(page)
    (stop,) = [each for each in page.button if each.label == "Stop comparing"]
    checked(stop.click().run())
    assert "compared" not in page.query_params
    assert "You have seen" not in texts(page)


def test_a_link_to_such_a_comparison_says_in_another_tab_why_it_shows_none(opened: Open) -> None:
    page = opened(list="filmography", compared="tab")
    assert "You have seen" not in texts(page)
    assert "is known only in the tab that compared the lists" in " ".join(
        each.value for each in (*page.warning, *page.info, *page.markdown, *page.html)
    )
    assert "53 of 53 films" in count(page)
