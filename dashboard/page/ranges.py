"""The control of one range of numbers."""

from __future__ import annotations

from functools import partial

import numpy as np
import streamlit as st

from dashboard.explore.bounds import within
from dashboard.explore.candidates import Extent
from dashboard.explore.filters import combined
from dashboard.explore.index import Index, Mask
from dashboard.explore.view import View
from dashboard.language.english import counted
from dashboard.page.state import change, seed, session
from dashboard.page.text import label


def draw(index: Index, view: View, extent: Extent, passing: dict[str, Mask]) -> None:
    """Draw a range's slider and, while it filters, how many films it hides for want of a number."""
    key = f"range:{extent.name}"
    limits = view.limits(extent.name)
    shown = tuple(end if limit is None else limit for limit, end in zip(limits, extent.ends, strict=True))
    seed(key, shown, partial(within, span=extent.ends), limits)
    st.slider(
        label(f"{extent.label} ({extent.unit})" if extent.unit else extent.label),
        *extent.ends,
        step=extent.step,
        format="localized",
        key=key,
        on_change=_set,
        args=(extent,),
    )
    if extent.name in passing and (hidden := _without_a_number(index, extent, passing)):
        st.caption(f"{counted(hidden, 'film')} without it {'is' if hidden == 1 else 'are'} hidden")


def _without_a_number(index: Index, extent: Extent, passing: dict[str, Mask]) -> int:
    return int((combined(index, passing, skip=extent.name) & np.isnan(extent.values)).sum())


def _set(extent: Extent) -> None:
    limits = within(st.session_state[f"range:{extent.name}"], extent.ends)
    if limits is not None:
        change(session().view.with_range(extent.name, limits))
