"""A picture that a list brings, wherever a film is shown: with its licence, and nowhere without an address."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from dashboard.evidence.pictures import FilmPicture
from dashboard.evidence.translations import Translations
from dashboard.exports.head.film_image import film_image
from dashboard.exports.head.linked_data import linked_data
from dashboard.exports.programme import as_html
from dashboard.i18n.languages import english, languages
from dashboard.model.list_info import IN_SESSION
from dashboard.query.result import QueryResult
from dashboard.query.view import View
from dashboard.render.plates.picture import figure, film_picture
from dashboard.render.plates.tile import tile
from tests.exports.programmes import programme_of
from tests.lists.test_pictures import image
from tests.web.shown import own

HOSTILE = '"><script>alert(1)</script>'


def shown(tmp_path: Path, code: str = "en", view: View | None = None, **said: Any) -> QueryResult:
    """A list of two films, the first of which has a picture."""
    given = {"alt": "A planet", "licence": "CC BY 4.0", "licence_url": "https://x.org/by", "author": "", "source": ""}
    picture = FilmPicture("a", "a.png", **given | said, jpeg=image(form="JPEG"), width=60, height=40)
    result = own("id,title,year\na,Aelita,1924\nb,Contact,1997\n", tmp_path, {}, languages()[code])
    loaded = replace(result.loaded, pictures={"a": picture})
    return replace(result, loaded=loaded, view=view or View())


@pytest.mark.parametrize(
    ("code", "said", "expected"),
    [
        ("en", {}, ("A planet", "", "CC BY 4.0")),
        ("en", {"alt": "", "licence_url": ""}, ("Aelita", "", "CC BY 4.0")),
        ("en", {"author": "A maker", "source": "An archive"}, ("A planet", "", "A maker · CC BY 4.0 · An archive")),
        ("en", {"source": "https://x.org/"}, ("A planet", "", "CC BY 4.0 · source of the picture")),
        ("en", {"alt": HOSTILE, "licence": HOSTILE, "licence_url": "javascript:x"}, (HOSTILE, "", HOSTILE)),
        ("ru", {"translations": Translations((("alt", "ru", "Планета"),))}, ("Планета", "", "CC BY 4.0")),
    ],
    ids=["as usual", "no words", "a maker", "an address", "hostile", "translated"],
)
def test_a_picture_stands_with_its_words_and_its_licence(
    tmp_path: Path, code: str, said: dict[str, Any], expected: tuple[str, str, str]
) -> None:
    result = shown(tmp_path, code, **said)
    for html in (figure(result, "a"), tile(result, "a")):
        root = lxml.html.fromstring(f"<div>{html}</div>")
        (img,) = root.xpath(".//img")
        (credit,) = root.xpath(".//figcaption | .//p[@class='credit']")
        assert (img.get("alt"), img.get("lang") or "", credit.text_content()) == expected
        assert img.get("src") == f"pictures/{result.loaded.pictures['a'].name}"
        assert root.xpath(".//script | .//svg") == []
        assert {*root.xpath(".//p//@href | .//figcaption//@href")} <= {"https://x.org/by", "https://x.org/"}


def test_a_film_without_a_picture_has_its_plate(tmp_path: Path) -> None:
    for html in (figure(shown(tmp_path), "b"), tile(shown(tmp_path), "b")):
        assert ("<svg" in html, "<img" in html) == (True, False)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("", "pictures/{}"),
        ("own", "pictures/{}?list=own"),
        ("kept.x", "pictures/{}?list=kept.x"),
        (IN_SESSION + "x", ""),
    ],
)
def test_where_a_picture_is(tmp_path: Path, name: str, address: str) -> None:
    result = shown(tmp_path, view=View(name))
    found = film_picture(result, "a")
    assert (found.address if found else "") == address.format(result.loaded.pictures["a"].name)
    assert ("<svg" in tile(result, "a")) == (not address)


def test_machines_are_told_of_a_picture_and_its_licence(tmp_path: Path) -> None:
    result = shown(tmp_path, view=View(film="a"), author="A maker")
    (movie,) = linked_data(result, "https://x.org/")["@graph"]
    assert movie["image"] == {
        "@type": "ImageObject",
        "contentUrl": f"https://x.org/pictures/{result.loaded.pictures['a'].name}",
        "caption": "A planet",
        "creditText": "A maker",
        "license": "https://x.org/by",
    }
    (movie,) = linked_data(shown(tmp_path, view=View(film="b")), "https://x.org/")["@graph"]
    assert "image" not in movie


def test_a_programme_has_pictures_within_it(tmp_path: Path) -> None:
    result = shown(tmp_path)
    made = programme_of(result.loaded, View().with_shortlist(("b", "a")), language=english())
    page = lxml.html.fromstring(as_html(made).decode())
    figures = page.xpath("//article/figure")
    assert [bool(each.xpath(".//img")) for each in figures] == [False, True]
    assert figures[1].xpath(".//img/@src")[0].startswith("data:image/jpeg;base64,/9j/")
    assert figures[1].text_content().strip() == "CC BY 4.0"


def test_the_preview_of_a_film_with_a_picture_is_drawn(tmp_path: Path) -> None:
    with_picture = film_image(shown(tmp_path, view=View(film="a"), author=HOSTILE))
    assert with_picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert with_picture != film_image(shown(tmp_path, view=View(film="b")))
