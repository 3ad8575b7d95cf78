"""Comparing with another list: by what films were found, and two that are not the same taken apart."""

from __future__ import annotations

import re
from html import unescape

from streamlit.testing.v1 import AppTest

from tests.ui.conftest import Open, checked

THEIRS = "title,year,rating\nSolaris,1972,9\nСолярис,1968,8\nНебо зовёт,1960,\nBlade Runner,1982,7\n"


def compared(opened: Open) -> AppTest:
    """The filmography compared with a list that has three of its films."""
    page = opened(list="filmography")
    (button,) = [each for each in page.button if each.label == "Compare with a list"][:1]
    checked(button.click().run())
    page.text_area(key="bring:text").set_value(THEIRS)
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
