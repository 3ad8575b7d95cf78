"""Where films stand in a list, by id, without an object for each of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]


class Positions(Mapping[str, int]):
    """The position of each id in a column of different ids."""

    def __init__(self, ids: pd.Series[str]) -> None:
        self._ids = ids.array
        self._in_order = ids.argsort().to_numpy(np.int32)

    def __getitem__(self, name: str) -> int:
        ids = pa.array(self._ids)
        place = bisect_left(self._in_order, name, key=lambda at: ids[at].as_py())
        if place < len(self) and ids[at := int(self._in_order[place])].as_py() == name:
            return at
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._in_order)
