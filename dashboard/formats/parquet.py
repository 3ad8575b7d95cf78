"""Parquet into rows."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]
from pyarrow.parquet import FileMetaData, ParquetFile  # type: ignore[import-untyped]

from dashboard.formats.find_table import refuse_long_cells, refuse_too_many
from dashboard.formats.format import Document, Format, GivenFile, Table
from dashboard.formats.records import clean, rows_of_records, text_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.progress import counted
from dashboard.model.rows import UNLIMITED, Limits, Rows
from dashboard.model.text_column import TYPE, Cells, ColumnMaker, TextColumn
from dashboard.two_threads import ahead

BEGINNING = b"PAR1"
"""How such a file begins."""
ROWS_AT_ONCE = 16_384


class ParquetFormat(Format):
    """Columns as Arrow packs them."""

    name = "Parquet"
    plural = "Parquet"
    unit = "row"

    def recognises(self, given: GivenFile) -> bool:
        """Whether it begins as such a file does."""
        return given.head.startswith(BEGINNING)

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """Its rows, counted from 1; nested values as from JSON."""
        rows = read_parquet(given, self.no_rows(given), limits)
        length = ParquetFile(given.opened()).metadata.num_rows
        return Document((Table(lambda: rows, length=lambda: length),))


PARQUET = ParquetFormat()


def read_parquet(given: GivenFile, no_rows: Rows, limits: Limits) -> Rows:
    """The rows of a Parquet file.

    Raises:
        BadListError: if it is broken, or holds no row or more than the limits allow.
    """
    try:
        with ParquetFile(given.opened()) as parquet:
            _refuse_bombs(parquet.metadata, no_rows.file, limits)
            texts = _guarded(parquet.schema_arrow, limits)
        with ParquetFile(given.opened(), read_dictionary=texts) as parquet:
            if _is_flat(parquet.schema_arrow):
                batches = _batches(parquet, no_rows.file, limits)
                return _rows_of_columns(batches, parquet.schema_arrow, no_rows, limits)
            return rows_of_records(_records(parquet, no_rows.file, limits), no_rows, limits)
    except (BadListError, MemoryError):
        raise
    except Exception as error:  # Arrow raises most kinds that there are for broken bytes
        raise BadListError((Problem("broken Parquet", no_rows.file, expected=str(error)[:200]),)) from error


def _refuse_bombs(metadata: FileMetaData, file: str, limits: Limits) -> None:
    """Refuse by what the file says of itself, before anything is unpacked.

    Its columns are not asked: for some broken files that ends the whole process (Arrow 26).
    """
    refuse_too_many(metadata.num_rows, metadata.num_columns, file, limits)
    if sum(metadata.row_group(at).total_byte_size for at in range(metadata.num_row_groups)) > limits.unpacked:
        raise _too_large(file, limits)


def _guarded(schema: pa.Schema, limits: Limits) -> list[str]:
    """The columns that are not unpacked before their size is known: one long text could stand for a million rows.

    None where nothing is limited: what all different texts of a column are is then put together again and again.
    """
    return [field.name for field in schema if pa.types.is_string(field.type)] if limits != UNLIMITED else []


def _is_flat(schema: pa.Schema) -> bool:
    """Whether no cell holds more than one value, and each column has a name of its own."""
    return len(set(schema.names)) == len(schema.names) and not any(pa.types.is_nested(field.type) for field in schema)


def _rows_of_columns(batches: Iterator[pa.RecordBatch], schema: pa.Schema, no_rows: Rows, limits: Limits) -> Rows:
    """What `rows_of_records` gives, column by column."""
    made = [ColumnMaker() for _ in schema.names]
    for batch in batches:
        for maker, column in zip(made, batch.columns, strict=True):
            maker.add(_texts(column))
    columns = [maker.column() for maker in made]
    filled = np.flatnonzero(np.any([column.is_filled for column in columns], axis=0))
    if not len(filled):
        raise BadListError((Problem("empty file", no_rows.file),))
    lines: Sequence[int] = array("q", range(1, len(columns[0]) + 1))
    if len(filled) < len(lines):
        columns, lines = [column.of_rows(filled) for column in columns], array("q", (filled + 1).tolist())
    header = tuple(clean(name.strip()) for name in schema.names)
    rows = replace(no_rows, header=header, cells=Cells(columns), lines=lines, header_line=None)
    refuse_long_cells(rows, limits)
    return rows


def _texts(column: pa.Array) -> pa.Array:
    """A column's values as texts, each different one made a text once."""
    given = column.dictionary_decode() if isinstance(column, pa.DictionaryArray) else column
    if pa.types.is_string(given.type) or pa.types.is_large_string(given.type):
        given.validate(full=True)
        texts = TextColumn(given.cast(TYPE).fill_null(""))
        return texts.each(clean, texts.holds("\0")).stored
    encoded = given.dictionary_encode()
    made = pa.array([*map(text_of, _values(encoded.dictionary)), ""], TYPE)
    return made.take(encoded.indices.fill_null(len(made) - 1))


def _batches(parquet: ParquetFile, file: str, limits: Limits) -> Iterator[pa.RecordBatch]:
    """The file's rows, some at once, as long as all together are not too large."""
    left = limits.unpacked
    batches = parquet.iter_batches(batch_size=ROWS_AT_ONCE, use_threads=False)
    for batch in counted(ahead(batches), parquet.metadata.num_rows // ROWS_AT_ONCE + 1):
        left -= sum(map(_size, batch.columns))
        if left < 0:
            raise _too_large(file, limits)
        yield batch


def _records(parquet: ParquetFile, file: str, limits: Limits) -> Iterator[tuple[int, dict[str, Any]]]:
    above = 0
    for batch in _batches(parquet, file, limits):
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
