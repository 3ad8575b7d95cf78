"""The page without a browser: Streamlit's own AppTest, on the published list or on a file of the test's."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml.html import HtmlElement, fragment_fromstring, fragments_fromstring
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from dashboard.server import PAGE
from tests.conftest import Choose

Open = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def packages_read_once() -> Iterator[None]:
    """For each page, AppTest reads about all installed packages in search of components, which takes twice as long."""
    found = manifest_scanner.scan_component_manifests()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", lambda: found)
        yield


@pytest.fixture
def opened(tmp_path: Path, choose: Choose, patient: None) -> Open:
    """Opens the page with a link's parameters, on a list's CSV text or a list's folder if one is given."""

    def opened(csv: str | None = None, folder: Path | None = None, **parameters: str | list[str]) -> AppTest:
        path = folder
        if csv is not None:
            path = tmp_path / "films.csv"
            path.write_text(csv, encoding="utf-8")
        choose(list_path=path)
        page = AppTest.from_file(PAGE, default_timeout=30)
        for name, value in parameters.items():
            page.query_params[name] = value
        return checked(page.run())

    return opened


def key_of(page: AppTest, name: str) -> str:
    """The key of the control of that name which stands on the page now; another has another."""
    key: str = page.session_state["session"].widgets.present[name].key
    return key


def checked(page: AppTest) -> AppTest:
    """The page, if it shows no traceback."""
    assert not page.exception, page.exception[0].value
    told(page)
    return page


TEXTS: dict[str, str] = {}
"""The HTML of cards by its name, as a browser keeps it; no other HTML has that name."""


def messages(page: AppTest) -> list[dict[str, Any]]:
    """What the script of the page's cards is told, from top to bottom."""
    sent = (fragment_fromstring(each.proto.body) for each in page.get("html") if 'class="told"' in each.proto.body)
    return [json.loads(each.text_content()) for each in sent]


def told(page: AppTest) -> dict[str, Any]:
    """What the browser is told of the page's cards, and what is in them; nothing where there are none."""
    said: dict[str, Any] = {"films": [], "bodies": [], "texts": {}}
    for data in messages(page):
        told = [*data.get("films", ()), *data["bodies"]]
        said["texts"] |= {name: html for _, name, *sent in told for html in sent}
        parts = {part: [each[:2] for each in data[part]] for part in ("films", "bodies") if part in data}
        said |= {**data, **parts, "bodies": said["bodies"] + parts["bodies"]}
    TEXTS.update(said["texts"])
    return said


def cards(page: AppTest) -> dict[str, HtmlElement]:
    """The cards in a list of films, by film."""
    data = told(page)
    bodies = dict(data["bodies"])
    return {film: _card(head, bodies.get(film, "")) for film, head in data["films"]}


def _card(head: str, body: str) -> HtmlElement:
    card = fragment_fromstring(TEXTS[head], "div")
    card.find("details").extend(fragment_fromstring(TEXTS[body], "div") if body else ())
    return card


def open_cards(page: AppTest) -> str:
    """The HTML of those that are open."""
    data = told(page)
    return "\n".join(TEXTS[name] for film, name in dict(data["bodies"]).items() if film in data["open"])


def heads(page: AppTest) -> dict[str, str]:
    """The head of each of them as a text, by film."""
    return {film: " ".join(card.find(".//summary").text_content().split()) for film, card in cards(page).items()}


def titles(page: AppTest) -> list[str]:
    """The title and year of each of them."""
    return ["".join(card.find(".//h3").itertext()) for card in cards(page).values()]


def title_of(page: AppTest) -> str:
    """The heading of the list that the page shows."""
    (found,) = (
        root for each in page.html for root in fragments_fromstring(each.value) if root.xpath("self::header//h1")
    )
    return str(found.xpath(".//h1")[0].text_content())


def text_of(page: AppTest) -> str:
    """All that stands on the page as HTML, but for the cards."""
    return "\n".join(str(each.proto.body) for each in page.get("html"))


def count(page: AppTest) -> str:
    """How many films are shown, as the page says it."""
    return next(each.value for each in page.markdown if 'class="count"' in each.value)
