"""Every kind of file that the films shown can be taken away as."""

from __future__ import annotations

import re

import pytest

from dashboard.exports.export import Export
from dashboard.exports.registry import EXPORTS
from dashboard.i18n.languages import english
from dashboard.query.view import View
from dashboard.web.data_routes import routes
from tests.foreign import result_of
from tests.serving import ROOT

CSV = "title,year\nA,1970\nB,1980\n"


@pytest.mark.parametrize(
    ("view", "name"), [(View(), "films"), (View(search="A"), "films-1-of-2"), (View(search="x"), "films-0-of-2")]
)
@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.ending)
def test_a_file_has_a_name_that_says_what_is_in_it(export: Export, view: View, name: str) -> None:
    assert export.file_name(result_of(CSV, view)) == f"{'films' if export.is_whole else name}.{export.ending}"


@pytest.mark.parametrize("view", [View(), View(search="x")], ids=["all", "none"])
@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.ending)
def test_the_same_result_gives_the_same_bytes(export: Export, view: View) -> None:
    result = result_of(CSV, view)
    assert export.write(result, "https://x.org/") == export.write(result, "https://x.org/")


def test_no_two_have_one_ending_or_label() -> None:
    assert (
        len({export.ending for export in EXPORTS})
        == len({export.label(english()) for export in EXPORTS})
        == len(EXPORTS)
    )


def test_every_one_with_an_address_is_answered() -> None:
    answered = {route.path for route in routes()}
    assert {f"/data/films.{export.ending}" for export in EXPORTS if export.has_address} <= answered


def test_the_readme_names_every_one() -> None:
    line = re.search(r"\*\*Download\*\*: .*?(?=\n- |\n\n)", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert line
    assert all(export.label(english()).lower() in line[0].lower() for export in EXPORTS)
