"""Which column of a list that is being brought is which: what was understood, to be changed by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard.exports.report import read_as
from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name
from dashboard.i18n.texts import shortened
from dashboard.lists.upload_draft import UploadDraft, UploadedTable
from dashboard.model.schema import BY_NAME
from dashboard.render.escape import label
from dashboard.render.templates import note
from dashboard.ui.state import session, widget_for

ITS_OWN = ""
LONGEST_SAMPLE, ACROSS = 40, 3


def draw(draft: UploadDraft, choose: Callable[[int, str], None], language: Language) -> None:
    """Draw a choice for each column; `choose` takes the place of one and what it is to be."""
    table = draft.table
    st.subheader(language.gettext("Columns"), anchor=False)
    known = sum(map(bool, table.mapping))
    sentences = [
        language.gettext(
            "Read as {form}: {rows}, {columns}, {known} of them recognised.",
            form=read_as(table.form, table.encoding, language),
            rows=language.ngettext("{n} row", "{n} rows", table.rows),
            columns=language.ngettext("{n} column", "{n} columns", len(table.header)),
            known=known,
        )
    ]
    if known < len(table.header):
        sentences.append(
            language.gettext("The others are kept as they are: on the cards and, where possible, as filters.")
        )
    sentences.append(language.gettext("Change what is wrong."))
    st.html(note(" ".join(sentences)))
    for first in range(0, len(table.header), ACROSS):
        for column, at in zip(st.columns(ACROSS), range(first, min(first + ACROSS, len(table.header))), strict=False):
            with column:
                _choice(table, at, choose, language)


def _choice(table: UploadedTable, at: int, choose: Callable[[int, str], None], language: Language) -> None:
    names, chosen = (ITS_OWN, *BY_NAME), table.mapping[at]
    header = table.header[at] or language.gettext("Column {number}", number=at + 1)
    widget = widget_for(f"bring:column:{at}", chosen)
    st.selectbox(
        label(shortened(header, 60)),
        names,
        names.index(widget.begins),
        key=widget.key,
        format_func=lambda name: column_name(BY_NAME[name], language) if name else language.gettext("Keep as it is"),
        on_change=_chosen,
        args=(widget.key, partial(choose, at)),
    )
    samples = " · ".join(shortened(cell, LONGEST_SAMPLE) for cell in table.samples[at])
    st.html(note(samples or language.gettext("empty in the first rows"), "sample"))


def _chosen(key: str, choose: Callable[[str], None]) -> None:
    if taken := session().widgets.reported(key, st.session_state[key]):
        choose(taken[1])
