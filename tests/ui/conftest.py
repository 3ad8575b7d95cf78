"""The page without a browser: Streamlit's own AppTest, on the published list or on a file of the test's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml.html import fragments_fromstring
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
    return page


def title_of(page: AppTest) -> str:
    """The heading of the list that the page shows."""
    (found,) = (
        root for each in page.html for root in fragments_fromstring(each.value) if root.xpath("self::header//h1")
    )
    return str(found.xpath(".//h1")[0].text_content())
