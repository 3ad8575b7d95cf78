"""Parquet into rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]
from pyarrow.parquet import FileMetaData, ParquetFile  # type: ignore[import-untyped]

from dashboard.catalogue.grid import refuse_too_many
from dashboard.catalogue.records import rows_of_records
from dashboard.catalogue.rows import Limits, Rows
from dashboard.errors import BadListError, Problem

PARQUET = b"PAR1"
"""How such a file begins."""
ROWS_AT_ONCE = 16_384


def read_parquet(data: bytes, blank: Rows, limits: Limits) -> Rows:
    """The rows of a Parquet file, counted from 1; nested values as from JSON.

    Raises:
        BadListError: if it is broken, or holds no row or more than the limits allow.
    """
    try:
        with ParquetFile(pa.BufferReader(data)) as parquet:
            _refuse_bombs(parquet.metadata, blank.file, limits)
            texts = [field.name for field in parquet.schema_arrow if pa.types.is_string(field.type)]
        with ParquetFile(pa.BufferReader(data), read_dictionary=texts) as parquet:
            return rows_of_records(_records(parquet, blank.file, limits), replace(blank, form="Parquet"), limits)
    except (BadListError, MemoryError):
        raise
    except Exception as error:  # Arrow raises most kinds that there are for broken bytes
        raise BadListError((Problem("broken Parquet", blank.file, expected=str(error)[:200]),)) from error


def _refuse_bombs(metadata: FileMetaData, file: str, limits: Limits) -> None:
    """Refuse by what the file says of itself, before anything is unpacked.

    Its columns are not asked: for some broken files that ends the whole process (Arrow 26).
    """
    refuse_too_many(metadata.num_rows, metadata.num_columns, file, limits)
    if sum(metadata.row_group(at).total_byte_size for at in range(metadata.num_row_groups)) > limits.unpacked:
        raise _too_large(file, limits)


def _records(parquet: ParquetFile, file: str, limits: Limits) -> Iterator[tuple[int, dict[str, Any]]]:
    above, left = 0, limits.unpacked
    for batch in parquet.iter_batches(batch_size=ROWS_AT_ONCE, use_threads=False):
        left -= sum(map(_size, batch.columns))
        if left < 0:
            raise _too_large(file, limits)
        values = zip(*(_values(column) for column in batch.columns), strict=True)
        for line, row in enumerate(values, above + 1):
            yield line, dict(zip(batch.schema.names, row, strict=True))
        above += batch.num_rows


def _size(column: pa.Array) -> int:
    """Bytes of a column's values; in a dictionary one long text could stand for a million rows."""
    if not isinstance(column, pa.DictionaryArray) or not pa.types.is_string(column.dictionary.type):
        return int(column.nbytes)
    lengths = pc.take(pc.binary_length(column.dictionary), column.indices)
    return int(pc.sum(lengths.cast(pa.int64())).as_py() or 0)


def _values(column: pa.Array) -> list[Any]:
    plain = column.dictionary_decode() if isinstance(column, pa.DictionaryArray) else column
    if pa.types.is_float32(plain.type):
        return [None if text is None else float(text) for text in plain.cast(pa.string()).to_pylist()]
    return list(plain.to_pylist(maps_as_pydicts="lossy"))


def _too_large(file: str, limits: Limits) -> BadListError:
    return BadListError((Problem("unpacks too large", file, expected=f"{limits.unpacked / 1e6:g}"),))
