"""For every test: nothing is kept in the home of whoever runs them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dashboard.page.uploads import KEEP_IN


@pytest.fixture(scope="session", autouse=True)
def kept_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEEP_IN, str(tmp_path_factory.mktemp("kept")))
        yield
