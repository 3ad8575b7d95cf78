"""The control for everything that there is to choose of an upload: which table, which encoding, which column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from dashboard.i18n.texts import shortened
from dashboard.render.escape import label
from dashboard.ui.state import session, widget_for

FEW = 5
"""So many options stand below each other, so that one click chooses; more are in a box."""
LONGEST_NAME, LONGEST_SAMPLE = 60, 90


@dataclass(frozen=True)
class Option:
    """Something to choose.

    Attributes:
        value: what it stands for.
        name: what it is called.
        sample: what is in it; empty for nothing.
    """

    value: Any
    name: str
    sample: str = ""


def draw(name: str, title: str, options: Sequence[Option], chosen: Any, choose: Callable[[Any], None]) -> None:
    """Draw a choice; `choose` takes the value of another option once a visitor has taken that.

    Args:
        name: tells it from other choices of the page.
        title: what is chosen.
        options: what there is.
        chosen: the value of the one that holds.
        choose: takes over what a visitor chose.
    """
    widget = widget_for(name, chosen)
    named = {option.value: shortened(option.name, LONGEST_NAME) for option in options}
    samples = {option.value: shortened(option.sample, LONGEST_SAMPLE) for option in options}
    known: dict[str, Any] = {
        "key": widget.key,
        "index": [*named].index(widget.begins),
        "on_change": _chosen,
        "args": (widget.key, choose),
    }
    if len(options) <= FEW:
        captions = [label(sample) for sample in samples.values()] if any(samples.values()) else None
        st.radio(label(title), [*named], format_func=lambda at: label(named[at]), captions=captions, **known)
    else:
        display = partial(_with_sample, named, samples)
        st.selectbox(label(title), [*named], format_func=display, **known)


def _with_sample(named: dict[Any, str], samples: dict[Any, str], value: Any) -> str:
    return " – ".join(filter(None, (named[value], samples[value])))


def _chosen(key: str, choose: Callable[[Any], None]) -> None:
    if taken := session().widgets.reported(key, st.session_state[key]):
        choose(taken[1])
