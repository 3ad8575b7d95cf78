"""Bytes of any file into rows as given, each with its line in the file."""

from __future__ import annotations

import re
from dataclasses import replace

from dashboard.formats.delimited import read_delimited, separator_of
from dashboard.formats.encoding import decoded
from dashboard.formats.excel import ZIP, read_archive
from dashboard.formats.excel_xls import OLE, read_xls
from dashboard.formats.html import is_html, read_html, read_markdown
from dashboard.formats.json import is_json, read_json
from dashboard.formats.parquet import PARQUET, read_parquet
from dashboard.formats.plain_text.plain import read_plain
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits, Rows

NOT_LISTS = (b"%PDF-", b"{\\rtf")
"""How files begin whose bytes can pass for text."""

_DEFAULT = Limits()


def read_rows(data: bytes, file: str, limits: Limits = _DEFAULT) -> Rows:
    """The rows of a file, whose form is found out by what is in it and never by its name.

    Args:
        data: the file's bytes.
        file: its name, without folders.
        limits: what is read of it at most.

    Raises:
        BadListError: if no list can be made out, it is broken, holds no row, or more than the limits allow.
    """
    if len(data) > limits.size:
        raise BadListError((Problem("too large", file, expected=f"{limits.size / 1e6:g}"),))
    blank = Rows(file, (), (), ())
    if data.startswith(ZIP):
        return read_archive(data, blank, limits)
    if data.startswith(OLE):
        return read_xls(data, blank, limits)
    if data.startswith(PARQUET):
        return read_parquet(data, blank, limits)
    if data.startswith(NOT_LISTS):
        raise BadListError((Problem("not text", file),))
    text, encoding = decoded(data, file)
    return _read_text(text, replace(blank, encoding=encoding), limits)


def _read_text(text: str, blank: Rows, limits: Limits) -> Rows:
    if not re.search(r"\w", text):
        raise BadListError((Problem("empty file", blank.file),))
    if is_json(text):
        return read_json(text, blank, limits)
    if is_html(text):
        return read_html(text, blank, limits)
    separator = separator_of(text)
    if separator in (None, "|") and (rows := read_markdown(text, blank, limits)):
        return rows
    return read_delimited(text, separator, blank, limits) if separator else read_plain(text, blank, limits)
