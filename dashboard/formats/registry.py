"""The forms that a list may have."""

from __future__ import annotations

from dashboard.formats.drawn.asciidoc import ASCIIDOC
from dashboard.formats.drawn.latex import LATEX
from dashboard.formats.drawn.printed import PRINTED
from dashboard.formats.entries.bibtex import BIBTEX
from dashboard.formats.entries.calendar_file import CALENDAR
from dashboard.formats.entries.cell_a_line import CELL_A_LINE
from dashboard.formats.entries.pasted_page import PASTED_PAGE
from dashboard.formats.entries.query_records import QUERY_RECORDS
from dashboard.formats.entries.tagged import CATALOGUE, ENDNOTE, INFOBOXES, MARC, RIS
from dashboard.formats.format import Format, GivenFile
from dashboard.formats.markup.html import HTML
from dashboard.formats.markup.markdown import MARKDOWN
from dashboard.formats.markup.wikitext import WIKITEXT
from dashboard.formats.nested.json import JSON
from dashboard.formats.nested.notes import NOTE
from dashboard.formats.nested.toml import TOML
from dashboard.formats.nested.xml import XML
from dashboard.formats.nested.yaml import YAML
from dashboard.formats.packed import GZIPPED, MAIL, ZIPPED
from dashboard.formats.parquet import PARQUET
from dashboard.formats.plain_text.file_names import FOLDER_LISTING
from dashboard.formats.plain_text.plain import PLAIN_TEXT
from dashboard.formats.separated.delimited import CSV
from dashboard.formats.sqlite import SQLITE
from dashboard.formats.workbooks.excel import EXCEL
from dashboard.formats.workbooks.old_excel import OLD_EXCEL
from dashboard.formats.workbooks.opendocument import OPEN_DOCUMENT

FORMATS: tuple[Format, ...] = (
    OPEN_DOCUMENT,
    ZIPPED,
    EXCEL,
    OLD_EXCEL,
    PARQUET,
    SQLITE,
    GZIPPED,
    MAIL,
    JSON,
    XML,
    NOTE,
    YAML,
    TOML,
    BIBTEX,
    RIS,
    ENDNOTE,
    MARC,
    CATALOGUE,
    INFOBOXES,
    CALENDAR,
    QUERY_RECORDS,
    CELL_A_LINE,
    HTML,
    WIKITEXT,
    MARKDOWN,
    LATEX,
    ASCIIDOC,
    PRINTED,
    FOLDER_LISTING,
    CSV,
    PASTED_PAGE,
    PLAIN_TEXT,
)
"""In the order in which they are tried: the first that recognises a file reads it."""


def format_of(given: GivenFile) -> Format | None:
    """The form of a file; None if it is none that can be read."""
    return next((each for each in FORMATS if each.recognises(given)), None)


def readable() -> tuple[str, ...]:
    """What can be read, in the plural, such as "tables in HTML"; each once."""
    return tuple(dict.fromkeys(each.plural for each in FORMATS))
