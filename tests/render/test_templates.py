"""Templates: the one place where HTML is written, and everything that stands in one is escaped."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from lxml.html import fromstring
from markupsafe import Markup

from dashboard.i18n.languages import english, languages
from dashboard.render.pieces import pieces
from dashboard.render.templates import FOLDER, bullets, html, marked, note, render, spoken
from tests.serving import ROOT
from tests.texts import TEXTS

FOR_A_READER = ROOT / "dashboard/formats/markup/wikitext.py"
"""What it writes goes to our own reader of tables and to no page."""
MODULES = sorted({*(ROOT / "dashboard").rglob("*.py")} - {FOR_A_READER})
NAMES = sorted(path.name for path in FOLDER.iterdir())
TAG = re.compile(r"(?<!\?P)(?<!\?)<(?!na>)[/!]?[A-Za-z]")
"""What looks like a tag, and is no group of a regular expression and not how pandas writes a missing value."""
READS = {"compile", "findall", "fullmatch", "partition", "search", "split", "startswith", "sub", "Struct"}
"""Functions that look for something in what others have written."""


def written(node: ast.AST) -> Iterator[tuple[int, str]]:
    """The texts in a module's source that look like markup, each with its line; not its docstrings."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in READS:
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and TAG.search(node.value):
        yield node.lineno, node.value
    for inside in ast.iter_child_nodes(node):
        yield from written(inside)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('x = f"<p>{y}</p>"', ["<p>", "</p>"]),
        ('x = "<p>" + y', ["<p>"]),
        ('x = "<p>%s" % y', ["<p>%s"]),
        ('x = "<p>{}".format(y)', ["<p>{}"]),
        ('x = "<br>".join(y)', ["<br>"]),
        ('x = Markup("<!doctype html>")', ["<!doctype html>"]),
        ('x = re.compile("<p>")', []),
        ('"""Draws <p>."""', []),
        ('x = "a < b, <1>"', []),
        ('x = rf"(?P<year>{y})(?<!a)"', []),
    ],
)
def test_what_is_found_in_a_source(source: str, found: list[str]) -> None:
    assert [text for _, text in written(ast.parse(source))] == found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_module_writes_markup(path: Path) -> None:
    assert list(written(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("code", languages())
def test_every_template_is_whole_in_every_language(code: str, name: str) -> None:
    html(languages()[code]).get_template(name)


def test_every_template_is_used() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (*MODULES, *FOLDER.iterdir()))
    assert [name for name in NAMES if f'"{name}"' not in sources] == []


def test_a_value_that_is_not_given_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="'look' is undefined"):
        render("note.html", english(), text="A", attributes={})


@pytest.mark.parametrize("text", TEXTS["files"], ids=lambda text: text[:12])
def test_what_stands_in_a_template_is_text(text: str) -> None:
    for made in (note(text, text, title=text), bullets([text])):
        root = fromstring(made)
        assert {each.tag for each in root.iter()} <= {"p", "ul", "li", "span"}
        assert set(root.attrib) <= {"class", "title"}
        assert root.text_content().split() == text.split()


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("", (), ""),
        ("", ("mars",), ""),
        ("On Mars", (), "On Mars"),
        ("On Mars", ("venus",), "On Mars"),
        ("On Mars", ("mars",), "On <mark>Mars</mark>"),
        ("Звёзды", ("звезд",), '<mark><span lang="ru">Звёзд</span></mark><span lang="ru">ы</span>'),
        ("Кин-дза-дза! (1986)", (), '<span lang="ru">Кин-дза-дза</span>! (1986)'),
        ("«Через тернии к звёздам»", (), '«<span lang="ru">Через тернии к звёздам</span>»'),
        ("Тіні забутих предків", (), "Тіні забутих предків"),
        ("<b>\"A\" & 'B'</b>", (), "&lt;b&gt;&#34;A&#34; &amp; &#39;B&#39;&lt;/b&gt;"),
        ("<b>Mars</b>", ("b",), "&lt;<mark>b</mark>&gt;Mars&lt;/<mark>b</mark>&gt;"),
        ("a & b", ("&",), "a <mark>&amp;</mark> b"),
        ("a & b", ("amp",), "a &amp; b"),
    ],
)
def test_a_text_as_html(text: str, words: tuple[str, ...], shown: str) -> None:
    assert marked(pieces(text, words)) == shown
    assert words or spoken(text) == shown


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)


@given(st.text("<>&\"'/ab="), st.text("<>&\"'/ab="))
def test_nothing_of_a_text_becomes_a_tag(text: str, word: str) -> None:
    tags = Tags()
    tags.feed(marked(pieces(text, (word,))))
    assert tags.found <= {"mark"}
    assert unescape(spoken(text)) == text


def link(address: str, title: str = "") -> Markup:
    return html(english()).get_template("macros.html").module.link(address, title)


@pytest.mark.parametrize(
    ("address", "title", "shown"),
    [
        ("https://example.org/a?b=c", "", "https://example.org/a?b=c"),
        ("http://x", "Солярис", '<span lang="ru">Солярис</span>'),
        ("https://example.org/Солярис", "", "https://example.org/Солярис"),
    ],
)
def test_a_link(address: str, title: str, shown: str) -> None:
    assert link(address, title) == f'<a href="{address}" target="_blank" rel="noreferrer">{shown}</a>'


def test_an_address_stays_inside_its_attribute() -> None:
    assert link('https://a/"onclick="x&') == (
        '<a href="https://a/&#34;onclick=&#34;x&amp;" target="_blank" rel="noreferrer">'
        "https://a/&#34;onclick=&#34;x&amp;</a>"
    )


@pytest.mark.parametrize(
    ("address", "title", "shown"),
    [
        ("", "", ""),
        ("", "A <book>", "A &lt;book&gt;"),
        ("example.org", "", "example.org"),
        ("javascript:alert(1)", "", "javascript:alert(1)"),
        ("javascript:alert(1)", "A", "A"),
        ("ftp://a<b>", "", "ftp://a&lt;b&gt;"),
    ],
)
def test_what_is_no_address_is_text(address: str, title: str, shown: str) -> None:
    assert link(address, title) == shown
