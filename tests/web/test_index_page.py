"""The page with our head: what is filled in, escaped, and left as it was where Streamlit's page is another."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from lxml.html import fromstring

from dashboard.exports.head.preview import Preview, head_elements, locale
from dashboard.i18n.languages import english, languages
from dashboard.web.pages import prepared, rewritten
from dashboard.web.security import inline_scripts

STREAMLITS = files("streamlit").joinpath("static", "index.html").read_text(encoding="utf-8")
HERE = "https://films.example.org/list/"
HOSTILE = "\"><script>alert(1)</script>'&amp;"


def made(preview: Preview, link: str = HERE, language: str = "en", title: str = "") -> str:
    values = {"preview": preview, "title": title or preview.title, "link": link, "translations": (), "data": {}}
    return head_elements(languages()[language], HERE, **values)


def told(preview: Preview, link: str = HERE, language: str = "en", title: str = "") -> dict[str, list[str]]:
    """Every title, meta element and canonical link of a page made with a preview."""
    page = rewritten(STREAMLITS, languages()[language], made(preview, link, language, title), "<p>plain</p>")
    root = fromstring(page)
    found: dict[str, list[str]] = {"title": root.xpath("//title/text()"), "lang": root.xpath("/html/@lang")}
    for each in root.iter("meta"):
        if name := each.get("property") or each.get("name"):
            found.setdefault(name, []).append(each.get("content"))
    found["canonical"] = root.xpath("//link[@rel='canonical']/@href")
    return found


def test_what_a_page_says_of_its_link() -> None:
    said = told(
        Preview("Solaris (1972)", "A line.", "Films", "previews/published.png"),
        f"{HERE}?film=solaris-1972&q=a",
        "ru",
        "Solaris (1972) – Films",
    )
    del said["viewport"]
    assert said == {
        "title": ["Solaris (1972) – Films"],
        "lang": ["ru"],
        "description": ["A line."],
        "twitter:card": ["summary_large_image"],
        "og:type": ["website"],
        "og:title": ["Solaris (1972)"],
        "og:description": ["A line."],
        "og:site_name": ["Films"],
        "og:url": [f"{HERE}?film=solaris-1972&q=a"],
        "og:locale": ["ru_RU"],
        "og:locale:alternate": [locale(each) for code, each in languages().items() if code != "ru"],
        "og:image": [f"{HERE}previews/published.png"],
        "og:image:type": ["image/png"],
        "og:image:width": ["1200"],
        "og:image:height": ["630"],
        "og:image:alt": said["og:image:alt"],
        "canonical": [f"{HERE}?film=solaris-1972&q=a"],
    }
    assert "Films" in said["og:image:alt"][0]


def test_a_list_that_is_not_told_has_no_address_and_no_picture_and_is_not_looked_up() -> None:
    said = told(Preview("A list", "A line."), "")
    assert said["robots"] == ["noindex"]
    assert said["twitter:card"] == ["summary"]
    assert not {"og:url", "og:image", "og:site_name"} & set(said)
    assert said["canonical"] == []


@pytest.mark.parametrize("text", [HOSTILE, "Солярис", "</title><title>", "a\\1\\g<0>{x}", "\u202eabc", "é" * 3000])
def test_every_text_is_shown_as_it_is(text: str) -> None:
    said = told(Preview(text, text, text, "previews/published.png"), f"{HERE}?q={text}")
    assert [said[name] for name in ("title", "description", "og:title", "og:site_name")] == [[text]] * 4
    assert said["og:url"] == said["canonical"] == [f"{HERE}?q={text}"]


def test_no_script_is_added_and_everything_else_stays() -> None:
    page = rewritten(STREAMLITS, english(), made(Preview(HOSTILE, HOSTILE, "", ""), ""), "plain")
    assert inline_scripts(page) == inline_scripts(STREAMLITS)
    for part in STREAMLITS.split("<title>Streamlit</title>")[0], f"plain{STREAMLITS.split('</noscript>')[1]}":
        assert part in page
    assert "You need to enable" not in page


def test_what_makes_the_page_alive_comes_after_what_is_read_first() -> None:
    page = rewritten(prepared(), english(), "<title>Films</title>", "<p>the first view</p>")
    first, root = page.index("<p>the first view</p>"), page.index('<div id="root">')
    assert first < root < page.index('<script type="module"')
    later = [each for each in re.findall(r"<(?:link|script) [^>]+>", page) if re.search(r'\.(?:js|css)">', each)]
    assert len(later) > 60
    assert [each for each in later if page.index(each) < root or 'fetchpriority="low"' not in each] == []
    named = re.compile(r'(?:src|href)="([^"]+)"')
    gone = set(named.findall(STREAMLITS)) - set(named.findall(page))
    assert all("SourceSans" in each for each in gone)


@pytest.mark.parametrize("missing", ['<html lang="en">', "<title>Streamlit</title>", "<noscript>", "</noscript>"])
def test_a_page_that_is_made_in_another_way_stays_as_it_is(missing: str) -> None:
    page = STREAMLITS.replace(missing, "")
    assert rewritten(page, languages()["ru"], "head", "plain") == page


def test_locales_as_previews_name_them() -> None:
    assert [locale(languages()[code]) for code in ("en", "ru")] == ["en_GB", "ru_RU"]
