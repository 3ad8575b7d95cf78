"""The addresses for data and the page's downloads are the same files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.conftest import Visit
from tests.serving import ask

pytestmark = pytest.mark.audit


@pytest.mark.parametrize("query", ["?list=filmography&q=mars&view=table", "?destination=Mars&film=solaris-1972"])
def test_a_download_and_its_address(visit: Visit, query: str) -> None:
    me = visit(query)
    for name in ("CSV", "JSON"):
        with me.page.expect_download() as waited:
            me.page.get_by_role("button", name=re.compile(rf"^{name}, \d+ film")).click()
        there = ask(me.address, f"/data/films.{name.lower()}{query}")
        assert there.body == Path(waited.value.path()).read_bytes()
        assert there.headers["Content-Disposition"].endswith(f"''{waited.value.suggested_filename}")
