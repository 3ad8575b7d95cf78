"""Files made to hurt end in a sentence."""

import time

import pytest

from dashboard.formats.read import read_rows
from dashboard.i18n.languages import english
from dashboard.i18n.problem_text import sentence
from dashboard.lists.sandbox.jobs import run
from dashboard.model.problems import Problem
from tests.formats.hostile import FILES, ROW, told

pytestmark = pytest.mark.audit

BROKE_OFF = sentence(Problem("reader ended", "hostile"), english())
LONGEST = 120
"""Seconds: a turn and the reading, on a machine that does other things too. Left alone, each takes less than 10."""


@pytest.mark.parametrize("name", FILES)
def test_it_ends_in_a_sentence_and_reading_goes_on(name: str) -> None:
    data = FILES[name]()
    began = time.monotonic()
    said = told(data)
    assert time.monotonic() - began < LONGEST
    assert said.startswith(("hostile: ", "hostile, line ", "read as ")), said
    assert said.endswith((".", "rows"))
    assert BROKE_OFF not in said
    assert run(read_rows, ROW, "films.csv", file="films.csv").cells == (("Solaris", "1972"),)
