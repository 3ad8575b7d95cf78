from dataclasses import replace
from datetime import datetime

import pytest
from markdown_it import MarkdownIt

from dashboard.exports.programme import as_markdown
from dashboard.lists.source import filmography_source, published_source
from dashboard.render.escape import markdown
from tests.exports.programmes import HERE, all_of
from tests.texts import TEXTS

PUBLISHED = all_of(published_source())
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read(text):
    """What a reader of Markdown makes of a text of one paragraph: its words, and the kinds of its parts."""
    tokens = READER.parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inline)} - {"paragraph_open", "paragraph_close", "inline"}
    return "".join(child.content for child in inline), kinds


@pytest.mark.parametrize("text", [*TEXTS["files"], *"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"])
@pytest.mark.parametrize("before", ["", "> ", "- ", "**a:** "])
def test_a_text_is_shown_as_it_is(text, before):
    line = " ".join(text.split())
    said, kinds = read(before + markdown(text))
    assert said.removeprefix("a: ") == line
    assert kinds <= {
        *("text", "text_special", "strong_open", "strong_close", "blockquote_open", "blockquote_close"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    }


@pytest.mark.parametrize(
    ("address", "escaped"),
    [
        ("https://example.com", "https\\://example.com"),
        ("www.example.com", "www\\.example.com"),
        ("WWW.EXAMPLE.COM", "WWW\\.EXAMPLE.COM"),
        ("a@example.com", "a\\@example.com"),
        ("at 19:30", "at 19:30"),
    ],
)
def test_an_address_in_a_text_is_no_link(address, escaped):
    assert markdown(address) == escaped


def test_all_that_is_known_is_said():
    said = as_markdown(PUBLISHED).decode()
    assert said.startswith(
        f"# Space nights\n\nSoviet Space Films\n\n10 films\n\n<{HERE}>\n\n## 1. Solaris (1972)\n\n> A "
    )
    headings = [line for line in said.splitlines() if line.startswith("#")]
    assert headings[1:] == [f"## {at + 1}. {card.name}" for at, card in enumerate(PUBLISHED.films)]
    assert said.count("- **contradicted:** ") == 18
    assert ". Solaris (1972 film), English Wikipedia <https://en.wikipedia.org/wiki/Solaris_(1972_film)>" in said


def test_a_film_with_a_time_and_an_original_title():
    film = replace(all_of(filmography_source(), 1).films[0], when=datetime(2026, 12, 1, 19, 30))
    said = as_markdown(replace(PUBLISHED, films=(film,))).decode()
    assert "\n\n1 December 2026\n\n" in said
    assert (
        "**Tuesday, 1 December 2026, 19:30**\n\n*Аэлита*\n\nDirected by Yakov Protazanov · 1 h 53 min\n\n> **Note:** "
        in said
    )
