"""A list that a visitor is bringing: read, its columns named, checked, not yet shown."""

from __future__ import annotations

import time
from array import array
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Literal

from dashboard.cleaning.mapping import Mapped, guessed, suggested
from dashboard.cleaning.own_form import kind_names, kinds_named, list_csv
from dashboard.cleaning.validate import FilmList, validate
from dashboard.formats.format import Document, Table
from dashboard.formats.plain_text.titles import LOOKED_AT
from dashboard.formats.read import read_document, rows_of
from dashboard.i18n.languages import Language
from dashboard.lists.loading import join_evidence
from dashboard.lists.package import (
    COLUMNS,
    FILMS,
    LONGEST_NAME,
    ListPackage,
    from_bundle,
    pack,
    read_columns,
    title_of,
    unpack,
    written_columns,
)
from dashboard.lists.sandbox.jobs import prepare, run
from dashboard.lists.source import UPLOADED_LINE, named_info, uploaded_source
from dashboard.lists.uploads import MOST_LINES_IN_LINK, fits_in_link, limits_of
from dashboard.model.problem_list import Problems
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits, Rows, Unit
from dashboard.query.loaded_list import LoadedList
from dashboard.settings import Settings

SAMPLES = 3
"""Cells of a column that are shown."""
MOST_TABLES = 200
"""So many tables of a file are offered."""
LOOKED_INTO = 1_000_000
"""Bytes of a file up to which its other tables are read too, to say what is in them."""
SECONDS = 1.0
"""So long it takes at most until no further one is."""

KnownBy = Literal["name", "cells", "person", ""]
"""How it is known what a column is: by its name, by its cells alone, by who brings the list, or not at all."""


@dataclass(frozen=True)
class Upload:
    """A file, or a pasted text, as it came.

    Attributes:
        data: its bytes.
        file: its name, without folders.
        limits: what is read of it at most.
    """

    data: bytes
    file: str
    limits: Limits


@dataclass(frozen=True)
class ReadAs:
    """How an upload is to be read, as far as whoever brings it says so; the rest is found out.

    Attributes:
        table: which of its tables is the list, by name.
        encoding: the encoding of its text, by its name in Python.
        columns: places of columns and which of the schema's each is; empty for one of the list's own.
    """

    table: str = ""
    encoding: str = ""
    columns: tuple[tuple[int, str], ...] = ()

    def with_column(self, at: int, name: str, before: Mapped) -> ReadAs:
        """The same with a column that is another one; whichever was that one before becomes the list's own."""
        lost = {other: "" for other, known in enumerate(self.mapped(before)) if name and known == name}
        return replace(self, columns=tuple({**dict(self.columns), **lost, at: name}.items()))

    def mapped(self, suggestion: Mapped) -> Mapped:
        """A mapping with the columns that were chosen."""
        chosen = dict(self.columns)
        return tuple(chosen.get(at, name) for at, name in enumerate(suggestion))


@dataclass(frozen=True)
class OtherTable:
    """A table of a file, to be chosen.

    Attributes:
        name: what it is called.
        header: its first columns' names; none where it was not looked into.
        rows: how many it has; None where that is not known.
    """

    name: str
    header: tuple[str, ...] = ()
    rows: int | None = None


@dataclass(frozen=True, eq=False)
class UploadedTable:
    """What an upload holds, with some columns named.

    Attributes:
        name: what it calls the list; empty if it does not.
        link: the link of the view it brings; empty for none.
        header: the columns' names in the file.
        rows: how many it has.
        samples: of each column the first different cells.
        form: what form the file has.
        encoding: the encoding it was read in; empty where its form has none to choose.
        unit: what the numbers of its rows count.
        mapping: which column is which.
        known_by: of each column how that is known.
        asked: the schema's columns that were guessed by their cells, or that are needed and were not found.
        tables: the tables that there are, where there are several.
        table: the name of this one.
        encodings: those that the text could be in, with a line as each reads it, this one first.
        evidence: the files of evidence that it brings.
        loaded: the list; None if it cannot be used with this mapping.
        problems: why it cannot be used.
        in_link: the list packed without a name, if it can travel in a link; empty if it cannot.
    """

    name: str
    link: str
    header: tuple[str, ...]
    rows: int
    samples: tuple[tuple[str, ...], ...]
    form: str
    encoding: str
    unit: Unit
    mapping: Mapped
    known_by: tuple[KnownBy, ...]
    asked: tuple[str, ...]
    tables: tuple[OtherTable, ...]
    table: str
    encodings: tuple[tuple[str, str], ...]
    evidence: Mapping[str, bytes]
    loaded: LoadedList | None = None
    problems: tuple[Problem, ...] = ()
    in_link: bytes = b""


@dataclass(frozen=True, eq=False)
class UploadDraft:
    """A list on its way.

    Attributes:
        name: what it will be called.
        upload: the file it comes from, from which it is read again where another way is chosen.
        table: what that holds.
        read_as: how it is to be read, as far as that was chosen.
    """

    name: str
    upload: Upload
    table: UploadedTable
    read_as: ReadAs = ReadAs()

    def again(self, read_as: ReadAs) -> UploadDraft:
        """This list read in another way.

        Raises:
            BadListError: if it cannot be read so.
        """
        table = run(read_upload, self.upload, read_as, file=self.upload.file)
        return replace(self, table=table, read_as=read_as)


def drafted(data: bytes, file: str, chosen: Settings, language: Language) -> UploadDraft:
    """A file or a pasted text as a draft.

    Raises:
        BadListError: if it cannot be read.
    """
    limits = limits_of(chosen)
    if len(data) > limits.size:
        raise BadListError((Problem("too large", file, expected=str(chosen.upload_mb)),))
    upload = Upload(data, file, limits)
    table = run(read_upload, upload, ReadAs(), file=file)
    return UploadDraft(table.name or name_of(file, language), upload, table)


def get_ready() -> None:
    """Have what reads an upload loaded, while its visitor looks for the file."""
    prepare(read_upload)


def read_upload(upload: Upload, read_as: ReadAs) -> UploadedTable:
    """What an upload holds; a job for the sandbox.

    Args:
        upload: a list in any form, or a bundle.
        read_as: how it is to be read.

    Raises:
        BadListError: if its rows cannot be read.
    """
    brought, link = from_bundle(upload.data, upload.limits, upload.file) or (None, "")
    files = brought.files if brought else {FILMS: upload.data}
    file = FILMS if brought else upload.file
    document = read_document(files[FILMS], file, upload.limits, read_as.encoding, read_as.table)
    rows = rows_of(document, file)
    suggestion = suggested(rows)
    mapping = read_as.mapped(suggestion)
    table = UploadedTable(
        name=brought.name if brought else "",
        link=link,
        header=rows.header,
        rows=len(rows.cells),
        samples=_samples(rows),
        form=rows.form,
        encoding=rows.encoding,
        unit=rows.unit,
        mapping=mapping,
        known_by=_known_by(rows, mapping, dict(read_as.columns)),
        asked=(*missing(suggestion), *(suggestion[at] for at in guessed(rows.header, suggestion))),
        tables=_tables(document, rows, len(upload.data)),
        table=document.table.name,
        encodings=rows.readings,
        evidence={name: data for name, data in files.items() if name not in (FILMS, COLUMNS)},
    )
    chosen = {name for _, name in read_as.columns if name}
    try:
        films = validate(rows, mapping, kinds_named(read_columns(files.get(COLUMNS, b""))), chosen)
    except BadListError as error:
        return replace(table, problems=error.problems)
    source = uploaded_source(ListPackage(table.name, files), "", UPLOADED_LINE)
    return replace(table, loaded=join_evidence(source, films), in_link=_for_link(films, table.evidence))


def missing(mapping: Mapped) -> tuple[str, ...]:
    """The columns that every list needs and that a mapping has not; a day of release has a year too."""
    year = () if {"year", "release_date"}.intersection(mapping) else ("year",)
    return (*(() if "title" in mapping else ("title",)), *year)


def _known_by(rows: Rows, mapping: Mapped, chosen: Mapping[int, str]) -> tuple[KnownBy, ...]:
    by_cells = guessed(rows.header, mapping)
    return tuple(
        "person" if at in chosen else "cells" if at in by_cells else "name" if name else ""
        for at, name in enumerate(mapping)
    )


def _tables(document: Document, taken: Rows, size: int) -> tuple[OtherTable, ...]:
    """The tables of a file of several; of a short one with what is in them."""
    if len(document.tables) < 2:
        return ()
    until = time.monotonic() + SECONDS
    found = []
    for table in document.tables[:MOST_TABLES]:
        is_looked_into = size <= LOOKED_INTO and time.monotonic() < until
        found.append(_looked_into(table, taken if table is document.table else None, is_looked_into))
    return tuple(found)


def _looked_into(table: Table, rows: Rows | None, is_looked_into: bool) -> OtherTable:
    with suppress(BadListError):
        if rows := rows or (table.read() if is_looked_into else None):
            return OtherTable(table.name, rows.header[:SAMPLES], len(rows.cells))
    return OtherTable(table.name)


def _samples(rows: Rows) -> tuple[tuple[str, ...], ...]:
    columns = ([cell for row in rows.cells[:LOOKED_AT] if (cell := row[at].strip())] for at in range(len(rows.header)))
    return tuple(tuple(dict.fromkeys(cells))[:SAMPLES] for cells in columns)


def _for_link(films: FilmList, evidence: Mapping[str, bytes]) -> bytes:
    """A list packed without a name, if it can travel in a link; empty if it cannot."""
    if len(films.frame) > MOST_LINES_IN_LINK:
        return b""
    own = packaged("", films, evidence)
    packed = pack(own)
    return packed if fits_in_link(own, packed) else b""


def packaged(name: str, films: FilmList, evidence: Mapping[str, bytes]) -> ListPackage:
    """A list as it is stored: its films, what was decided about their columns, and the evidence that it brings."""
    decided = written_columns(kind_names(films))
    return ListPackage(name, {FILMS: list_csv(films), **evidence, **({COLUMNS: decided} if decided else {})})


def pack_films(name: str, films: FilmList, evidence: Mapping[str, bytes]) -> bytes:
    """A list as it is stored, packed; a job for the sandbox."""
    return pack(packaged(name, films, evidence))


def finished(draft: UploadDraft, name: str) -> tuple[bytes, LoadedList]:
    """A list that can be used, packed under a name, and as it will be shown: what was read is not read again.

    Raises:
        BadListError: if it cannot be packed.
    """
    table = draft.table
    if table.loaded is None:
        raise ValueError("the list cannot be used yet")
    films = table.loaded.films
    if table.in_link:
        packed = pack(ListPackage(name, unpack(table.in_link).files))
    else:
        packed = run(pack_films, name, films, table.evidence, file=draft.upload.file)
    info = named_info(table.loaded.info, name)
    return packed, replace(table.loaded, info=info, films=as_stored(films), uploaded=films)


def as_stored(films: FilmList) -> FilmList:
    """A list as its stored form has it, from the file it came from: without what was refused and what was put right.

    Its lines are those of films.csv, as far as no cell has several.
    """
    lines = array("q", range(2, len(films.frame) + 2))
    line_of = dict(zip(films.lines, lines, strict=True))
    name_of_header = dict(zip(films.header, films.names, strict=True))
    problems = (
        replace(each, file=FILMS, line=line_of[each.line], column=name_of_header.get(each.column, each.column))
        for each in films.problems.graded("doubtful")
        if each.line in line_of
    )
    names = tuple(column.name for column in films.own_columns)
    return replace(
        films,
        problems=Problems(problems),
        encoding="utf-8-sig",
        lines=lines,
        refused=(),
        header=names,
        names=names,
        form="CSV",
        unit="line",
        account=None,
    )


def pasted(language: Language) -> str:
    """What messages call a pasted text, where a file has its name."""
    return language.gettext("pasted text")


def name_of(file: str, language: Language) -> str:
    """What a list in a file is called, from the file's name."""
    stem = "" if file == pasted(language) else file.rpartition(".")[0] or file
    return title_of(stem)[:LONGEST_NAME].strip() or language.gettext("My films")
