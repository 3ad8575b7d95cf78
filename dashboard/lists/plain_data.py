"""Values as bytes that can do no harm when they are read, whoever wrote them: what leaves the sandbox, and is stored.

They are pickled, but what reads them makes nothing but plain values: Python's own, dates, the records and errors of the
dashboard's data, and tables and arrays, which travel as Arrow and raw numbers.
"""

from __future__ import annotations

import io
import pickle
import sys
from array import array
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

from dashboard.model.kinds import Kind
from dashboard.model.problem_list import Problems
from dashboard.model.problems import DashboardError

LAYERS = ("model", "cleaning", "evidence", "query", "lists")
"""The folders of the dashboard whose records are plain."""

_DTYPES = {
    pa.int64(): pd.Int64Dtype(),
    pa.float64(): pd.Float64Dtype(),
    pa.large_string(): pd.StringDtype(na_value=np.nan),
}
"""What a column of a film list is in pandas, by what it is in Arrow."""


class NotPlainError(DashboardError):
    """Bytes that stand for no plain value."""


def dumped(value: object) -> bytes:
    """A plain value as bytes."""
    written = io.BytesIO()
    _Writer(written, pickle.HIGHEST_PROTOCOL).dump(value)
    return written.getvalue()


def loaded(data: bytes) -> Any:
    """The value that `dumped` was given.

    Raises:
        NotPlainError: if it is anything else, or not whole.
    """
    try:
        return _Reader(io.BytesIO(data)).load()
    except Exception as error:
        raise NotPlainError from error


class _Writer(pickle.Pickler):
    """Writes records as their attributes, without what they have worked out; tables and arrays as Arrow and numbers."""

    def reducer_override(self, value: Any) -> Any:
        if is_dataclass(value) and not isinstance(value, type):
            return type(value), tuple(getattr(value, field.name) for field in fields(value) if field.init)
        if isinstance(value, pd.DataFrame):
            return table_of, (_arrow({str(name): _column(cells) for name, cells in value.items()}),)
        if isinstance(value, pa.Array | pa.ChunkedArray):
            return arrow_array_of, (_arrow({"": value}),)
        if isinstance(value, np.ndarray) and value.dtype.kind in "biuf":
            return numbers_of, (value.dtype.str, value.tobytes())
        if isinstance(value, array):
            return integers_of, (value.tobytes(),)
        return NotImplemented


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        found = getattr(sys.modules.get(module), name, None)
        if found in (date, *_MAKERS) or (_is_ours(module) and _is_record(found)):
            return found
        raise NotPlainError(name)


def _is_ours(module: str) -> bool:
    return module.split(".")[:2] in [["dashboard", layer] for layer in LAYERS]


def _is_record(found: object) -> bool:
    """Whether it is a class whose values are nothing but their attributes."""
    return isinstance(found, type) and (is_dataclass(found) or issubclass(found, Kind | Problems | DashboardError))


def _column(cells: pd.Series[Any]) -> Any:
    """A column of a film list for Arrow: several values in a cell as a list of texts."""
    is_several = cells.dtype == np.object_
    return pa.array(cells.tolist(), pa.list_(pa.large_string())) if is_several else pa.array(cells)


def _arrow(columns: dict[str, Any]) -> bytes:
    table = pa.table(list(columns.values()), names=list(columns))
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    written: bytes = sink.getvalue().to_pybytes()
    return written


def _read_arrow(data: bytes) -> Any:
    with pa.ipc.open_stream(pa.py_buffer(data)) as reader:
        table = reader.read_all()
    table.validate(full=True)
    return table


def table_of(data: bytes) -> pd.DataFrame:
    """A table as a film list has it, out of Arrow."""
    table = _read_arrow(data)
    frame: pd.DataFrame = table.to_pandas(types_mapper=_DTYPES.get)
    for name, column in zip(table.column_names, table.columns, strict=True):
        if pa.types.is_list(column.type):
            frame[name] = pd.Series([tuple(cell) for cell in column.to_pylist()], frame.index, dtype=object)
    return frame


def arrow_array_of(data: bytes) -> Any:
    """One column of Arrow."""
    return _read_arrow(data).column(0).combine_chunks()


def numbers_of(dtype: str, data: bytes) -> npt.NDArray[Any]:
    """Numbers out of their bytes."""
    return np.frombuffer(data, np.dtype(dtype))


def integers_of(data: bytes) -> array[int]:
    """Whole numbers out of their bytes."""
    return array("q", data)


_MAKERS = (table_of, arrow_array_of, numbers_of, integers_of)
