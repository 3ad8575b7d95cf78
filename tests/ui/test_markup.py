"""The page's own markup: whole in each language, and nothing on the page that no part of it draws."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from tests.ui.conftest import Open, messages

EMPTY = {"br", "img", "hr", "meta", "link"}


class Whole(HTMLParser):
    """Reads markup, and notes what is not closed in its order, or looks like a tag that broke."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)
        self.close()
        self.wrong += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.wrong += [f"{name} in {tag}" for name, value in attrs if '"' in name or "<" in (value or "")]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if '">' in data:
            self.wrong.append(data)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    "view",
    [
        {},
        {"q": "mars"},
        {"film": "solaris-1972", "pick": "solaris-1972"},
        {"view": "table"},
        {"view": "gallery"},
        {"list": "filmography"},
    ],
    ids=str,
)
def test_all_markup_is_whole(opened: Open, language: str, view: dict[str, str]) -> None:
    page = opened(lang=language, **view)
    told = [
        html for each in messages(page) for _, _, *sent in (*each.get("films", ()), *each["bodies"]) for html in sent
    ]
    drawn = [each.value for each in page.html if 'class="told"' not in each.value]
    texts = [*drawn, *told, *(each.value for each in page.markdown)]
    assert len(texts) > 5
    assert [(text, wrong) for text in texts if (wrong := Whole(text).wrong)] == []


def test_a_text_of_the_code_is_not_drawn(opened: Open) -> None:
    """Streamlit draws what stands alone in a line of `app.py`."""
    meant = ('<p class="count"', '<div><p class="printed"', "<style>")
    assert [each.value for each in opened().markdown if not each.value.startswith(meant)] == []
