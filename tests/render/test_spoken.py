"""What is marked as Russian, so that it is spoken as that: the same in every form of a film's card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml.html import HtmlElement, document_fromstring

from dashboard.exports.programme import as_html, programme
from dashboard.i18n.languages import languages
from dashboard.query.result import QueryResult
from dashboard.render.film_card import card_html, film_card
from dashboard.web.pages import first_page
from tests.web.shown import ours, own

FORMS: dict[str, Callable[[QueryResult, str], str]] = {
    "card": lambda result, film: str(card_html(film_card(result, film), "list", result.language)),
    "plain page": lambda result, _: first_page(result),
    "print": lambda result, _: as_html(programme(result, "", datetime(2026, 1, 1, tzinfo=UTC))).decode(),
}
CELLS = "title,original_title,director,source_title,description,note,year"


def russian(root: HtmlElement) -> set[str]:
    """The texts in Russian of a film, without the names of languages."""
    return {each.text_content() for each in root.xpath("//*[@lang='ru' and not(ancestor::nav)]")}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("text", "search", "spoken"),
    [
        ("Солярис", "", {"Солярис"}),
        ("Solaris", "", set()),
        ("Solaris, Солярис", "", {"Солярис"}),
        ("Тіні забутих предків", "", set()),
        ("Тіні забутих предків", "забутих", set()),
        ("Київ", "ки", set()),
        ("Ўсё дзеля цябе", "", set()),
        ("Қыз Жібек", "", set()),
        ("Љубав и мода", "", set()),
        ("Ёлки", "", {"Ёлки"}),
    ],
)
def test_what_is_marked_as_russian(form: str, text: str, search: str, spoken: set[str], tmp_path: Path) -> None:
    cells = ",".join(f'"{cell}"' for cell in (f"{text} 2", *[text] * 5))
    csv = f"id,{CELLS}\nfilm,{cells},1972\n"
    result = own(csv, tmp_path, {"film": ["film"], "pick": ["film"], "q": [search] if search else []})
    root = document_fromstring(FORMS[form](result, "film"))
    assert text in root.text_content()
    assert russian(root) - {search} == spoken


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("language", "marked"), [("en", set()), ("ru", {"en"})])
def test_the_language_of_a_list_is_told_where_it_is_not_the_pages(form: str, language: str, marked: set[str]) -> None:
    film = "star-pilot-1967"
    result = ours({"film": [film], "pick": [film], "lane": ["off"]}, language=languages()[language])
    texts = document_fromstring(FORMS[form](result, film)).xpath("//bdi[contains(., 'sci-fi adventure')]/@lang")
    assert set(texts) == marked
