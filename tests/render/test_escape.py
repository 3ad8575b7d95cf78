import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.render.escape import html, is_web, label, legible, link


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("  \n ", ""),
        ("Solaris 1972", "Solaris 1972"),
        ("Кин-дза-дза!", r"Кин\-дза\-дза\!"),
        ("one\n\n  two\ttabs", "one two tabs"),
        ("# *a* _b_ `c` [d](e)", r"\# \*a\* \_b\_ \`c\` \[d\]\(e\)"),
        (":red[x] :material/home: $y$ <b>", r"\:red\[x\] \:material\/home\: \$y\$ \<b\>"),
        ("1. a\\b", r"1\. a\\b"),
        ("https://example.org", "https\\:\\/\\/\u2060example\\.org"),
        (":streamlit: :material_home:", "\\:\u2060streamlit\\: \\:\u2060material\\_home\\:"),
        ("-> a <-> b -- c", "\\-\u2060\\> a \\<\u2060\\-\\> b \\-\u2060\\- c"),
        ("a >= b <= c ~= d <-", "a \\>\u2060\\= b \\<\u2060\\= c \\~\u2060\\= d \\<\u2060\\-"),
        ("a->b c--d ---", r"a\-\>b c\-\-d \-\-\-"),
        ("宇宙", "宇宙"),
        ("ירח!", r"ירח\!"),
    ],
)
def test_label(text, shown):
    assert label(text) == shown


@given(st.text("".join(map(chr, range(32, 127))) + "Ёא\n"))
def test_every_punctuation_mark_of_a_label_is_escaped(text):
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", label(text))
    assert not re.search(r"[!-/:-@\[-`{-~\n]", bare)


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
        ("Соляри\u0301с, drama", (), '<span lang="ru">Соляри\u0301с</span>, drama'),
        ("Тіні забутих предків", (), "Тіні забутих предків"),
        ("Тіні забутих предків", ("забутих",), "Тіні <mark>забутих</mark> предків"),
        ("Київ, Москва", ("моск",), "Київ, <mark>Моск</mark>ва"),
        ("<b>\"A\" & 'B'</b>", (), "&lt;b&gt;&quot;A&quot; &amp; &#x27;B&#x27;&lt;/b&gt;"),
        ("<b>Mars</b>", ("b",), "&lt;<mark>b</mark>&gt;Mars&lt;/<mark>b</mark>&gt;"),
        ("a & b", ("&",), "a <mark>&amp;</mark> b"),
        ("a & b", ("amp",), "a &amp; b"),
    ],
)
def test_html(text, words, shown):
    assert html(text, words) == shown


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attrs):
        self.found.add((tag, *attrs))


@given(st.text("<>&\"'/ab="), st.text("<>&\"'/ab="))
def test_nothing_of_a_text_becomes_a_tag(text, word):
    tags = Tags()
    tags.feed(html(text, (word,)))
    assert tags.found <= {("mark",)}
    assert unescape(html(text)) == text


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a?b=c", "http://x", "https://example.org/Солярис"],
    ids=["https", "http", "cyrillic"],
)
def test_link(address):
    assert link(address) == f'<a href="{address}" target="_blank" rel="noreferrer">{address}</a>'


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("", ""),
        ("example.org", "example.org"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        (" https://example.org", " https://example.org"),
        ("https://a b", "https://a b"),
        ("https://a\n", "https://a\n"),
        ("https://", "https://"),
        ("ftp://a<b>", "ftp://a&lt;b&gt;"),
    ],
)
def test_what_is_no_address_is_text(address, shown):
    assert link(address) == shown


def test_an_address_stays_inside_its_attribute():
    assert link('https://a/"onclick="x&<b>') == (
        '<a href="https://a/&quot;onclick=&quot;x&amp;&lt;b&gt;" target="_blank" rel="noreferrer">'
        "https://a/&quot;onclick=&quot;x&amp;&lt;b&gt;</a>"
    )


@pytest.mark.parametrize(
    ("address", "web"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ('https://example.org/"Heroes"', True),
        ("javascript:alert(1)", False),
        ("https://a b", False),
        ("https://a\n", False),
        ("https://a<b>", False),
        ("data:text/html,x", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_are_links(address, web):
    assert is_web(address) == web


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://e.org/%D0%90", "https://e.org/А"),
        ("https://e.org/%E2%80%AEa", "https://e.org/%E2%80%AEa"),
        ("https://e.org/%0Aa", "https://e.org/%0Aa"),
        ("https://e.org/%FF", "https://e.org/%FF"),
    ],
    ids=["letters", "direction", "line", "no letters"],
)
def test_an_address_is_read_as_letters_where_that_is_safe(address, shown):
    assert legible(address) == shown
