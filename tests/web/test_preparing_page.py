"""The page for who comes while a list is being prepared."""

from __future__ import annotations

import re

import pytest

from dashboard.i18n.languages import languages
from dashboard.lists.waiting import Waiting
from dashboard.model.progress import Progress
from dashboard.web import assets
from dashboard.web.live_files import addresses as live_addresses
from dashboard.web.live_files import ahead
from dashboard.web.pages import progress_page
from dashboard.web.security import inline_scripts

CHECKING = Progress("check", 0.43)


def page(title: str = "World cinema", progress: Progress = CHECKING, language: str = "en") -> str:
    return progress_page(title, Waiting("own", progress, 20), languages()[language])


@pytest.mark.parametrize(
    ("progress", "language", "title", "words", "value"),
    [
        (Progress(), "en", "0% · World cinema", "Step 1 of 4: reading the file", "0.000"),
        (CHECKING, "en", "35% · World cinema", "Step 2 of 4: checking its rows, 43%", "0.357"),
        (Progress("search", 1), "ru", "100\xa0% · World cinema", "Шаг 4 из 4: подготовка поиска, 100\xa0%", "1.000"),
    ],
    ids=["at first", "in a step", "at last"],
)
def test_it_says_how_far_the_list_is(progress: Progress, language: str, title: str, words: str, value: str) -> None:
    said = page(progress=progress, language=language)
    assert re.findall("<title>(.*?)</title>", said) == [title]
    assert re.findall('<label for="far">(.*?)</label>', said) == [words]
    assert re.findall('<progress id="far" value="(.*?)">', said) == [value]


def test_the_title_is_shown_as_it_is() -> None:
    said = page("<script>a</script> & Мировое кино")
    assert inline_scripts(said) == inline_scripts(page())
    heading = '&lt;script&gt;a&lt;/script&gt; &amp; <span lang="ru">Мировое кино</span>'
    assert re.findall("<h1>(.*)</h1>", said) == [heading]


def test_it_asks_for_nothing_but_its_fonts_and_what_the_live_page_needs() -> None:
    asked = re.findall(r"""(?:href|src)="([^"]*)"|url\("([^"]*)"\)""", page())
    addresses = {"".join(each) for each in asked}
    others = {address for address in addresses if address.split("/")[0] not in ("fonts", "data:image")}
    assert others == {address for _, address in ahead()}
    needed = {f"./static/js/{name}" for name in assets.needed()} | {*live_addresses().values()}
    assert needed < others
    assert {address for address in others if not re.match(r"\./(static|live|_stcore)/", address)} == set()


def test_what_the_live_page_needs_is_fetched_and_not_run() -> None:
    assert re.findall("<script[^>]*src=", page()) == []
    links = re.findall(
        r'<link rel="preload" as="(script|style)" href="\./[^"]*" fetchpriority="low" crossorigin>', page()
    )
    assert (len(links), links.count("style")) == (len(ahead()), 2)
