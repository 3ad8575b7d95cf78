import pandas as pd
import pytest

from dashboard.query.index import Positions

IDS = ("stalker-1979", "солярис-1972", "a", "ёж", "Z", "z-2", "z", "film-10", "film-9", "\U0001f680", "\uff5e")


@pytest.mark.parametrize("ids", [IDS, IDS[:1], ()], ids=["several", "one", "none"])
def test_each_id_is_found_where_it_stands_and_no_other_is(ids):
    found = Positions(pd.Series(ids, dtype="str"))
    assert dict(found) == {name: at for at, name in enumerate(ids)}
    assert [name in found for name in ("", "b", "zz", "ё", "\U0001f680x")] == [False] * 5
    assert found.get("b") is None
