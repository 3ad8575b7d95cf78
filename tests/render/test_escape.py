import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.render.escape import is_web, label, legible


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
