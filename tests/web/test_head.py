"""A page's head for machines: which address it has in each language, and data that nothing in a list can end."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from dashboard.exports.head.linked_data import bounded, linked_data
from dashboard.exports.head.preview import head, untold, untold_head
from dashboard.i18n.languages import english, languages
from dashboard.render.templates import render
from dashboard.web.security import inline_scripts
from tests.foreign import films
from tests.serving import PUBLIC, Served, ask
from tests.web.shown import Parameters, ours, own

HERE = "https://films.example/"


class Read(HTMLParser):
    """The elements of a head, and the data that stands in its script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.data = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1] == "script":
            self.data += data


def links(page: str) -> dict[str, str]:
    """The addresses of a head's links, by `hreflang`; the canonical one by that word."""
    found = re.findall(r'<link rel="(?:alternate|canonical)"(?: hreflang="([^"]+)")? href="([^"]+)">', page)
    return {name or "canonical": unescape(address) for name, address in found}


VIEWS: list[tuple[Parameters, str]] = [
    ({}, ""),
    ({"film": ["solaris-1972"]}, "film=solaris-1972"),
    ({"film": ["none"], "x": ["y"]}, ""),
    ({"destination": ["mars"], "page": ["1"], "sort": ["year"]}, "destination=Mars&sort=year"),
    ({"q": ['"><script>&']}, "q=%22%3E%3Cscript%3E%26"),
]


@pytest.mark.parametrize(("link", "written"), VIEWS, ids=[written or "the list" for _, written in VIEWS])
@pytest.mark.parametrize("chosen", ["", *languages()])
def test_each_languages_page_is_canonical_to_itself_and_all_name_one_another(
    link: Parameters, written: str, chosen: str
) -> None:
    def there(code: str) -> str:
        query = "&".join(filter(None, (written, code and f"lang={code}")))
        return HERE + (query and f"?{query}")

    page = head(ours({**link, **({"lang": [chosen]} if chosen else {})}, language=languages()[chosen or "ru"]), HERE)
    assert links(page) == {
        "canonical": there(chosen),
        **{code: there(code) for code in languages()},
        "x-default": there(""),
    }
    assert f'<meta property="og:url" content="{there(chosen)}">'.replace("&", "&amp;") in page or "q=" in written


def test_a_link_that_is_too_long_is_said_once_for_people_and_once_for_machines() -> None:
    page = head(ours({"q": ["ю" * 200]}), HERE)
    assert list(links(page)) == ["canonical"]
    assert page.count("%D1%8E" * 200) == 2


def test_the_addresses_are_the_public_ones(published: str, public: Served) -> None:
    for asked, here in ((published, published), (public.address, PUBLIC)):
        page = ask(asked, "/?lang=ru").body.decode()
        assert links(page) == {
            "canonical": f"{here}/?lang=ru",
            **{code: f"{here}/?lang={code}" for code in languages()},
            "x-default": f"{here}/",
        }
        data = Read(page.partition("</head>")[0]).data
        assert f'"url": "{here}/?lang=ru"' in data


@pytest.mark.parametrize("query", ["list=new", "list=kept.0123", "list=link.eNoD", "list=held.&film=solaris-1972"])
def test_of_a_visitors_list_nothing_is_said(published: str, query: str) -> None:
    page = ask(published, f"/?{query}").body.decode()
    assert links(page) == {}
    assert "ld+json" not in page
    assert links(untold_head(untold(english()), english(), HERE)) == {}


HOSTILE = {
    "the end of a script": "</script><script>alert(1)</script>",
    "the end of a script in capitals": "</SCRIPT\t><img src=x onerror=alert(1)>",
    "a comment": "<!--<script>",
    "the end of a comment": "--></script>",
    "character data": "]]><![CDATA[",
    "references": "&lt;/script&gt;&quot;&#39;",
    "quotes": '\'"`\\"</script>',
    "a backslash": "\\u003c/script\\",
    "separators": "a\u2028b\u2029c",
    "a null": "a\x00b",
    "an escape": "a\x1b[2Jb",
    "a lone surrogate": "a\ud800b\udfff",
    "a picture": "🎬𝄞",
    "the other direction": "\u202eabc\u202c",
    "no character": "a\ufffe\uffffb",
    "a template": "{{ 7 * 7 }}{% raw %}",
}


def in_head(data: dict[str, Any]) -> str:
    values = {
        "here": HERE,
        "link": "",
        "locales": ["en_GB"],
        "width": 1,
        "height": 1,
        "translations": (),
        "is_published": False,
    }
    said = untold(english())
    return render("head.html", english(), preview=said, title=said.title, data=data, **values)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_in_a_text_ends_the_data(text: str) -> None:
    expected = bounded({"name": text, "nested": [{"name": text}]})
    page = in_head(expected)
    read = Read(page)
    assert json.loads(read.data) == expected
    assert read.elements == Read(in_head({"name": "plain"})).elements
    assert page.encode().decode() == page
    assert re.search(r"[<>&\x00-\x1f\x7f-\x9f\u2028\u2029]", read.data.strip()) is None
    assert inline_scripts(page) == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", [name for name, text in HOSTILE.items() if text.isprintable()])
def test_a_hostile_list_is_data_on_its_page(tmp_path: Path, name: str, language: str) -> None:
    text = HOSTILE[name].replace('"', '""')
    csv = f'id,title,director,original_title,imdb_id\na,"{text}","{text}","{text} Ю","{text}"\nb,B,,,\n'
    for link in ({}, {"film": ["a"]}, {"q": [HOSTILE[name]]}):
        result = own(csv, tmp_path, link, languages()[language])
        read = Read(head(result, HERE))
        assert read.elements.count("script") == 1
        assert json.loads(read.data) == linked_data(result, HERE)


def test_the_data_of_a_page_is_small_however_long_the_list(tmp_path: Path) -> None:
    long = f"title,year\n{'Very long ' * 900},1970\n" * 40
    for csv in (films(5_001), long):
        assert len(Read(head(own(csv, tmp_path, {}), HERE)).data) < 30_000
