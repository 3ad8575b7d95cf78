import re
from dataclasses import replace
from datetime import datetime

import lxml.html
import pytest

from dashboard.exports.programme import as_html
from dashboard.lists.source import filmography_source, published_source
from dashboard.render.film_card import Link
from tests.exports.programmes import HERE, PLATE, all_of
from tests.texts import TEXTS

PUBLISHED = all_of(published_source())
FILMOGRAPHY = all_of(filmography_source())
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "article", "h1", "h2", "h3"),
    *("p", "br", "bdi", "span", "strong", "blockquote", "ol", "ul", "li", "a", *PLATE),
}


def page_of(programme):
    return lxml.html.document_fromstring(as_html(programme).decode())


def words(element):
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("programme", [PUBLISHED, FILMOGRAPHY], ids=["published", "filmography"])
def test_every_film_has_a_block_with_all_that_is_known(programme):
    page = page_of(programme)
    blocks = page.xpath("//article[@class='film']")
    assert len(blocks) == len(programme.films)
    for at, (block, card) in enumerate(zip(blocks, programme.films, strict=True)):
        (figure,) = block.xpath("./figure")
        assert figure.xpath(".//text")
        figure.drop_tree()
        said = words(block)
        assert said.startswith(f"{at + 1}. {card.name}")
        expected = [card.other_title, card.facts, *(text.text for text in card.texts)]
        expected += [f"{claim.verdict}: {claim.claim} {claim.reason}" for claim in card.claims]
        expected += [source.title for source in card.sources]
        assert [text for text in expected if " ".join(text.split()) not in said] == []
        assert [a.get("href") for a in block.xpath(".//a")] == [source.address for source in card.sources]


def test_the_title_page_says_title_dates_length_and_contents():
    first, *others = FILMOGRAPHY.films[:3]
    timed = (replace(first, when=datetime(2026, 12, 1, 19, 30)), *others)
    (cover,) = page_of(replace(FILMOGRAPHY, films=timed, total="3 films, 3 h 11 min in all")).xpath("//header")
    said = words(cover)
    assert words(cover.xpath("./h1")[0]) == "Space nights"
    assert "1 December 2026" in said
    assert "3 films, 3 h 11 min in all" in said
    assert f"{first.name}, Tuesday, 1 December 2026, 19:30" in said
    assert len(cover.xpath(".//li")) == 3
    assert cover.xpath(".//a/@href") == [HERE]


def test_an_address_too_long_to_print_is_a_link_under_words():
    (link,) = page_of(replace(PUBLISHED, link=HERE + "x" * 300)).xpath("//header//a")
    assert (link.get("href"), link.text) == (HERE + "x" * 300, "This shortlist on the web")


def test_it_needs_nothing_else_and_russian_is_marked():
    page = page_of(FILMOGRAPHY)
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= TAGS
    assert page.xpath("//@src | //@style | //link") == []
    assert set(re.findall(r"url\(.{22}", as_html(FILMOGRAPHY).decode())) == {'url("data:font/woff2;base6'}
    assert '.plate text { font-family: "Sofia Sans Extra Condensed",' in as_html(FILMOGRAPHY).decode()
    assert page.get("lang") == "en"
    assert page.xpath("//p[@class='original']/bdi/span[@lang='ru']")[0].text == "Аэлита"


def test_the_link_is_a_code_where_it_is_an_address_that_a_phone_can_read():
    codes = [
        len(page_of(replace(PUBLISHED, link=link)).xpath("//header//*[@class='qr']"))
        for link in (HERE, HERE + "x" * 500, HERE + "x" * 900, "", "javascript:alert(1)")
    ]
    assert codes == [1, 1, 0, 0, 0]


@pytest.mark.parametrize("text", TEXTS["files"], ids=lambda text: text[:12])
def test_a_text_is_text_wherever_it_stands(text):
    card = PUBLISHED.films[1]
    claims = tuple(replace(claim, claim=text, reason=text, source_title=text, source_url=text) for claim in card.claims)
    hostile = replace(
        card,
        name=text,
        other_title=text,
        facts=text,
        texts=tuple(each._replace(label=text, text=text) for each in card.texts),
        claims=claims,
        sources=(Link(text, text), Link(text, "javascript:alert(1)")),
    )
    plain = page_of(replace(PUBLISHED, films=(card,)))
    page = page_of(replace(PUBLISHED, films=(hostile,), title=text, list_title=text, total=text, link=text))
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= TAGS
    for drawn in page.xpath("//figure | //header//*[local-name() = 'svg']"):
        drawn.drop_tree()
    assert {name for element in page.iter() for name in element.attrib} <= {
        *("lang", "charset", "http-equiv", "name", "content", "class", "href"),
    }
    assert page.xpath("//@href") == []
    assert len(page.xpath("//article//li")) == len(plain.xpath("//article//li")) - len(card.sources) + 2
    assert words(page.xpath("//h1")[0]) == " ".join(text.split())
