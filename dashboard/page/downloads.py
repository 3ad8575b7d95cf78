"""The films shown, to take away. Files are made when they are asked for."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import streamlit as st

from dashboard.catalogue.offer import Offer
from dashboard.explore.index import Index
from dashboard.explore.view import View
from dashboard.explore.words import view_in_words
from dashboard.exports.tables import as_csv, as_json, file_name
from dashboard.language.english import counted


def draw(index: Index, offer: Offer, view: View, rows: npt.NDArray[np.int64]) -> None:
    """Draw the buttons that give the films at `rows` as files."""
    films = len(rows)
    about = {"list": offer.title, "about": offer.line, "shown": view_in_words(index, view, films)}
    st.subheader("Take it away", anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            f"CSV, {counted(films, 'film')}",
            lambda: as_csv(index, rows),
            file_name(offer.key, films, len(index), "csv"),
            "text/csv",
            key="csv",
            icon=":material/download:",
            on_click="ignore",
            disabled=not films,
        )
        st.download_button(
            f"JSON, {counted(films, 'film')}",
            lambda: as_json(index, rows, about),
            file_name(offer.key, films, len(index), "json"),
            "application/json",
            key="json",
            icon=":material/download:",
            on_click="ignore",
            disabled=not films,
        )
