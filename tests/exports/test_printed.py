from dataclasses import replace
from datetime import datetime

import lxml.html
import pytest

from dashboard.exports.printed import as_html
from dashboard.i18n.languages import english
from dashboard.lists.source import filmography_source, published_source
from tests.exports.programmes import HERE, all_of
from tests.texts import TEXTS

PUBLISHED = all_of(published_source())
FILMOGRAPHY = all_of(filmography_source())
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "article", "h1", "h2", "h3"),
    *("p", "br", "bdi", "span", "strong", "blockquote", "ol", "ul", "li", "a"),
}


def page_of(programme):
    return lxml.html.document_fromstring(as_html(programme, english()).decode())


def words(element):
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("programme", [PUBLISHED, FILMOGRAPHY], ids=["published", "filmography"])
def test_every_film_has_a_block_with_all_that_is_known(programme):
    page = page_of(programme)
    blocks = page.xpath("//article[@class='film']")
    assert len(blocks) == len(programme.entries)
    for at, (block, entry) in enumerate(zip(blocks, programme.entries, strict=True)):
        said = words(block)
        assert said.startswith(f"{at + 1}. {entry.title} ({entry.year})")
        expected = [entry.original, *entry.directors, *(text for _, text in entry.texts)]
        expected += [f"{claim.verdict}: {claim.claim} {claim.reason}" for claim in entry.claims]
        expected += [title for title, _ in entry.sources]
        assert [text for text in expected if " ".join(text.split()) not in said] == []
        assert [a.get("href") for a in block.xpath(".//a")] == [address for _, address in entry.sources]


def test_the_title_page_says_title_dates_length_and_contents():
    first, *others = FILMOGRAPHY.entries[:3]
    timed = (replace(first, when=datetime(2026, 12, 1, 19, 30)), *others)
    (cover,) = page_of(replace(FILMOGRAPHY, entries=timed, total="3 films, 3 h 11 min in all")).xpath("//header")
    said = words(cover)
    assert words(cover.xpath("./h1")[0]) == "Space nights"
    assert "1 December 2026" in said
    assert "3 films, 3 h 11 min in all" in said
    assert f"{first.title} (1924), Tuesday, 1 December 2026, 19:30" in said
    assert len(cover.xpath(".//li")) == 3
    assert cover.xpath(".//a/@href") == [HERE]


def test_an_address_too_long_to_print_is_a_link_under_words():
    (link,) = page_of(replace(PUBLISHED, link=HERE + "x" * 300)).xpath("//header//a")
    assert (link.get("href"), link.text) == (HERE + "x" * 300, "This shortlist on the web")


def test_it_needs_nothing_else_and_russian_is_marked():
    page = page_of(FILMOGRAPHY)
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= TAGS
    assert page.xpath("//@src | //@style | //link") == []
    assert "url(" not in as_html(FILMOGRAPHY, english()).decode()
    assert page.get("lang") == "en"
    assert page.xpath("//p[@class='original']/bdi/span[@lang='ru']")[0].text == "Аэлита"


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("Аэлита", ["Аэлита"]),
        ("Ёлки", ["Ёлки"]),
        ("Тіні забутих предків", []),
        ("Київ", []),
        ("Ўсё дзеля цябе", []),
        ("Қыз Жібек", []),
        ("Љубав и мода", []),
        ("Solaris", []),
        ("Solaris (Солярис)", ["Солярис"]),
    ],
)
@pytest.mark.parametrize("place", ["original", "title"])
def test_only_russian_is_marked_as_russian(title, marked, place):
    entry = replace(FILMOGRAPHY.entries[0], title="Film", original="Other")
    page = page_of(replace(FILMOGRAPHY, entries=(replace(entry, **{place: title}),)))
    titles = "//h2 | //p[@class='original']" if place == "title" else "//p[@class='original']"
    assert [each.text for each in page.xpath(titles) for each in each.iter() if each.get("lang")] == marked
    assert title in "".join(words(each) for each in page.xpath(titles))


@pytest.mark.parametrize("text", TEXTS["files"], ids=lambda text: text[:12])
def test_a_text_is_text_wherever_it_stands(text):
    entry = PUBLISHED.entries[1]
    claims = tuple(
        replace(claim, claim=text, reason=text, source_title=text, source_url=text) for claim in entry.claims
    )
    hostile = replace(
        entry,
        title=text,
        original=text,
        directors=(text, text),
        texts=tuple((column, text) for column, _ in entry.texts),
        claims=claims,
        sources=((text, text), (text, "javascript:alert(1)")),
    )
    plain = page_of(replace(PUBLISHED, entries=(entry,)))
    page = page_of(replace(PUBLISHED, entries=(hostile,), title=text, list_title=text, total=text, link=text))
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= TAGS
    assert {name for element in page.iter() for name in element.attrib} <= {
        *("lang", "charset", "name", "content", "class", "href"),
    }
    assert page.xpath("//@href") == []
    assert len(page.xpath("//article//li")) == len(plain.xpath("//article//li")) - len(entry.sources) + 2
    assert words(page.xpath("//h1")[0]) == " ".join(text.split())
