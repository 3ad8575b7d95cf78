import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.rows import escape_formula, unescape_formula

FORMULAS = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "''=1", "'", "''", "'x", "x", "", "Mars = red"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_escaping_is_undone(cell):
    assert unescape_formula(escape_formula(cell)) == cell


@given(st.text(alphabet="'=+-@\t\rx ", max_size=6))
def test_escaping_leaves_no_formula_and_is_undone(cell):
    escaped = escape_formula(cell)
    assert escaped[:1] not in {*"=+-@\t\r"}
    assert unescape_formula(escaped) == cell
