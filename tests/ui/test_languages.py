"""The page in another language: everything of the interface, and nothing of the list."""

from __future__ import annotations

import re
from functools import cache

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.i18n.languages import languages
from tests.ui.conftest import Open, titles
from tools.strings import template


def everything_on(page: AppTest) -> str:
    """All that a page says: its markup, its labels, its captions and its messages."""
    kinds = (
        "html",
        "caption",
        "button",
        "selectbox",
        "multiselect",
        "slider",
        "text_input",
        "button_group",
        "expander",
    )
    others = (
        "title",
        "header",
        "subheader",
        "info",
        "warning",
        "success",
        "toggle",
        "pills",
        "segmented_control",
        "markdown",
    )
    said = []
    for kind in (*kinds, *others):
        for each in page.get(kind):
            said += [
                str(getattr(each, name, "") or "") for name in ("value", "label", "placeholder", "help", "options")
            ]
    return "\n".join(said)


@cache
def english_only() -> list[str]:
    """Messages that have another text in Russian."""
    return sorted(
        text
        for message in template()
        for text in (message.id if isinstance(message.id, tuple) else (message.id,))
        if "{" not in text and len(text) > 14 and languages()["ru"].gettext(text) != text
    )


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"film": "the-sky-beckons-1959", "q": "space"},
        {"list": "filmography", "view": "table"},
        {"destination": "Mars", "q": "jupiter", "hue": "red"},
        {"list": "new"},
    ],
    ids=["first", "film", "table", "nothing", "bring"],
)
def test_no_message_is_left_in_english(opened: Open, parameters: dict[str, str]) -> None:
    said = everything_on(opened(lang="ru", **parameters))
    assert [text for text in english_only() if text in said] == []


@pytest.mark.parametrize(("code", "title"), [("ru", "Солярис (1972)"), ("en", "Solaris (1972)")])
def test_titles_lead_in_the_letters_of_the_page(opened: Open, code: str, title: str) -> None:
    page = opened(lang=code, list="filmography", q="Солярис")
    assert title in titles(page)


def test_a_list_s_own_words_stay_and_say_their_language(opened: Open) -> None:
    said = everything_on(opened(lang="ru", film="solaris-1972"))
    assert re.search(r'<bdi lang="en">[^<]*<span class="said-so', said)
    own = everything_on(
        opened("title,year,themes\nA,1978,rescue\nB,1980,rescue\nC,1981,music\nD,1982,music\nE,1983,x\n", lang="ru")
    )
    assert "rescue" in own
    assert 'lang="en"' not in own.replace('lang="en" hreflang="en"', "")


def test_the_switch_keeps_the_view_and_marks_the_language(opened: Open) -> None:
    (switch,) = [each.value for each in opened(lang="ru", q="mars", sort="year").html if "<nav" in each.value]
    assert '<a href="?q=mars&amp;sort=year&amp;lang=en" target="_self" lang="en" hreflang="en">English</a>' in switch
    assert '<strong lang="ru" aria-current="true">Русский</strong>' in switch


def test_an_unknown_language_is_said(opened: Open) -> None:
    page = opened(lang="xx")
    assert any("has no language “xx”" in each.value.replace("\\", "") for each in page.info)
