import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cleaning.nfc import JOINER, LONGEST_RUN, SHORT, composed
from dashboard.query.search.fold import fold


@given(st.text(max_size=50))
def test_a_short_text_is_in_form_c(text):
    assert composed(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("text", ["Соляри\u0301с и ещё " * 200, "x" * 2_000, "한국" * 1_000], ids=["ru", "ascii", "ko"])
def test_so_is_a_long_one_that_people_write(text):
    assert composed(text) == unicodedata.normalize("NFC", text)


def test_a_run_of_marks_is_broken_and_none_is_lost():
    marks = "\u0316\u0301" * SHORT
    found = composed("e" + marks)
    assert sorted(unicodedata.normalize("NFD", found.replace(JOINER, ""))) == sorted("e" + marks)
    assert max(map(len, found.split(JOINER))) <= LONGEST_RUN + 1
    assert fold("Ee" + marks) == "ee"


def test_a_million_marks_take_no_time_to_speak_of():
    assert len(composed("\u0316\u0301" * 500_000)) > 1_000_000
