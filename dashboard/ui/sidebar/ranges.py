"""The control of one range of numbers."""

from __future__ import annotations

from functools import partial

import numpy as np
import streamlit as st

from dashboard.query.bounds import within
from dashboard.query.facets import Extent
from dashboard.query.filters import combined
from dashboard.query.in_words import facet_name
from dashboard.query.result import Shown
from dashboard.render.escape import label
from dashboard.ui.state import change, seed, session


def draw(shown: Shown, extent: Extent) -> None:
    """Draw a range's slider and, while it filters, how many films it hides for want of a number."""
    key, language = f"range:{extent.name}", shown.language
    limits = shown.view.limits(extent.name)
    ends = tuple(end if limit is None else limit for limit, end in zip(limits, extent.ends, strict=True))
    seed(key, ends, partial(within, span=extent.ends), limits)
    name = facet_name(shown.index, extent.name, language)
    st.slider(
        label(f"{name} ({language.pgettext('unit', extent.unit)})" if extent.unit else name),
        *extent.ends,
        step=extent.step,
        format="localized",
        key=key,
        on_change=_set,
        args=(extent,),
    )
    if extent.name in shown.passing and (hidden := _without_a_number(shown, extent)):
        st.caption(language.ngettext("{n} film without it is hidden", "{n} films without it are hidden", hidden))


def _without_a_number(shown: Shown, extent: Extent) -> int:
    return int((combined(shown.index, shown.passing, skip=extent.name) & np.isnan(extent.values)).sum())


def _set(extent: Extent) -> None:
    limits = within(st.session_state[f"range:{extent.name}"], extent.ends)
    if limits is not None:
        change(session().view.with_range(extent.name, limits))
