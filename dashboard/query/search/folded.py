"""The texts of many films as the search compares them: what `fold` does, column by column."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from dashboard.model.text_column import TYPE, TextColumn, read_once
from dashboard.query.search.fold import DIGITS, fold, latin


def searched(text: str) -> str:
    """What `Search` compares of a text: folded, a Russian one in Latin letters too."""
    folded = fold(text)
    if folded.isascii():
        return folded
    in_latin = latin(folded)
    return folded if in_latin == folded else f"{folded}\n{in_latin}"


def searched_texts(texts: pd.Series[str]) -> pa.Array:
    """Texts, none missing, as `searched` has them."""
    return _each(searched, texts)


def in_lines(columns: Sequence[pa.Array]) -> pa.Array:
    """Columns of texts as one text a row, one column a line."""
    return pc.binary_join_element_wise(*columns, pa.scalar("\n", TYPE))


def places_of(texts: pd.Series[str]) -> npt.NDArray[np.int64]:
    """Each text's place in the order of `natural`, from 0; texts that fold alike share it. None is missing."""
    places: npt.NDArray[np.uint64] = pc.rank(_natural(_each(fold, texts)), tiebreaker="dense").to_numpy()
    return places.astype(np.int64) - 1


def _natural(folded: pa.Array) -> pa.Array:
    """Folded texts as `natural` has them: too many zeros before each number, and then those that are too many gone."""
    numbered = pc.match_substring_regex(folded, "[0-9]")
    before = r"(^[.,]?|[^0-9.,]|[^0-9][.,])"
    padded = pc.replace_substring_regex(folded.filter(numbered), f"{before}([0-9])", f"\\1\x01{'0' * (DIGITS - 1)}\\2")
    made = pc.replace_substring_regex(padded, rf"\x010{{0,{DIGITS - 1}}}([0-9]{{{DIGITS}}})", r"\1")
    return pc.replace_with_mask(folded, numbered, made)


def _each(read: Callable[[str], str], texts: pd.Series[str]) -> pa.Array:
    """What `read` makes of each text, where of plain ASCII it makes small letters: that Arrow does at once."""
    given = pa.chunked_array(pa.array(texts)).combine_chunks()
    others = pc.invert(pc.string_is_ascii(given))
    if not pc.any(others).as_py():
        return pc.ascii_lower(given)
    made, codes = read_once(read, TextColumn(given.filter(others)))
    return pc.replace_with_mask(pc.ascii_lower(given), others, pa.array(made, given.type).take(pa.array(codes)))
