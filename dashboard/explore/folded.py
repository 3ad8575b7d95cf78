"""The texts of many films as the search compares them: what `fold` does, column by column."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from dashboard.catalogue.cells import each_once
from dashboard.explore.fold import fold, latin


def searched(text: str) -> str:
    """What `Search` compares of a text: folded, a Russian one in Latin letters too."""
    folded = fold(text)
    if folded.isascii():
        return folded
    in_latin = latin(folded)
    return folded if in_latin == folded else f"{folded}\n{in_latin}"


def searched_lines(columns: Sequence[pd.Series[str]]) -> pd.Series[str]:
    """Columns of texts, none missing, as `searched` has them: each row's a text, one column a line."""
    lines = pc.binary_join_element_wise(*map(_searched_column, columns), pa.scalar("\n", pa.large_string()))
    return pd.Series(lines, dtype="str")


def _searched_column(texts: pd.Series[str]) -> pa.Array:
    """A column's texts as `searched` has them. Most are plain ASCII, of which Arrow makes small letters at once."""
    given = pa.chunked_array(pa.array(texts)).combine_chunks()
    others = pc.invert(pc.string_is_ascii(given))
    folded = each_once(searched, given.filter(others).to_pylist())
    return pc.replace_with_mask(pc.ascii_lower(given), others, pa.array(folded, given.type))
