"""The page without a browser: Streamlit's own AppTest, on the published list or on a file of the test's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.environment import LIST_VARIABLE
from dashboard.server import APP

Open = Callable[..., AppTest]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the page with a link's parameters, on a list's CSV text or a list's folder if one is given."""

    def opened(csv: str | None = None, folder: Path | None = None, **parameters: str | list[str]) -> AppTest:
        if folder is not None:
            monkeypatch.setenv(LIST_VARIABLE, str(folder))
        elif csv is None:
            monkeypatch.delenv(LIST_VARIABLE, raising=False)
        else:
            path = tmp_path / "films.csv"
            path.write_text(csv, encoding="utf-8")
            monkeypatch.setenv(LIST_VARIABLE, str(path))
        page = AppTest.from_file(APP, default_timeout=30)
        for name, value in parameters.items():
            page.query_params[name] = value
        return checked(page.run())

    return opened


def checked(page: AppTest) -> AppTest:
    """The page, if it shows no traceback."""
    assert not page.exception, page.exception[0].value
    return page
