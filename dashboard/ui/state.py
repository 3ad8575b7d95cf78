"""A session's view: from the link, changed by widgets, written back to the link once per action.

The view is the truth. A widget is given a value only where the one it holds does not already mean the view's,
so that typing is never overwritten; the link is read whenever it is not the one last written or read.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.exports.report import Report
from dashboard.query.index import Index
from dashboard.query.url import Ignored, Parameters, list_named, parse, to_link
from dashboard.query.view import View
from dashboard.ui.sections import RESULTS, Part, Seen, outdated, seen

TIMELINE_LIST = "twin"
"""Where a session holds whether the timeline stands there as a list too."""
MOMENT = 0.025
"""Seconds in which a browser shows what it has got; what comes within them it would show together with that."""
SOON = 0.25
"""Seconds within which a run that follows another may hide from the browser that the other one came to its end."""


@dataclass
class Session:
    """What is kept of one visitor between two runs.

    Attributes:
        view: what the visitor has chosen.
        link: the link's parameters as last read or written.
        ignored: what the link named in vain.
        notice: a sentence for the top of the page in the next run; empty for none.
        view_changed: whether a widget has changed the view since the last run.
        url_view: the view that `link` stands for.
        index: the list's index in the last run; None before the first.
        chart: counts the timelines drawn anew, since a chart's selection is cleared only by another key.
        table: counts the tables drawn anew, since what is ticked in one follows the open cards only by another key.
        selects: whether the timeline holds a selection of this visitor's.
        has_banner: whether the head of the page says something that it must not say after the next action.
        drawn: by part of the page, what it showed when it was last drawn.
        lately: the parts drawn by themselves since a widget last changed the view.
        ended: when the last of them was done, on the monotonic clock.
        title: what the page was last called.
        has_results: whether this run has drawn results that the browser may not have shown yet.
        uploaded: the lists that this visitor brought or came to, by name in a link, with their titles.
        reports: how well the files could be read that this visitor brought, by name in a link.
        owner_tokens: the owner's tokens of those that the server keeps for this visitor, by name in a link.
        in_session: those that nothing but this session holds, packed, by name in a link.
    """

    view: View = field(default_factory=View)
    link: Parameters | None = None
    ignored: tuple[Ignored, ...] = ()
    notice: str = ""
    view_changed: bool = False
    url_view: View = field(default_factory=View)
    index: Index | None = None
    chart: int = 0
    table: int = 0
    selects: bool = False
    has_banner: bool = False
    title: str = ""
    has_results: bool = False
    drawn: Seen = field(default_factory=dict[Part, object])
    lately: set[Part] = field(default_factory=set[Part])
    ended: float = 0
    uploaded: dict[str, str] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    owner_tokens: dict[str, str] = field(default_factory=dict)
    in_session: dict[str, bytes] = field(default_factory=dict)


def session() -> Session:
    """This visitor's session."""
    kept: Session = st.session_state.setdefault("session", Session())
    return kept


def change(view: View, selects: bool | None = None) -> None:
    """Take over a new view and draw what shows of it; for callbacks, which it ends where a part of the page runs.

    Nothing happens where a visitor goes back or forth: a widget that seems changed then holds what it held before.

    Args:
        view: the new view.
        selects: whether the timeline holds a selection now; None if it is not the timeline that says so.
    """
    mine = session()
    if _goes_by_link():
        return
    if selects is not None:
        mine.selects = selects
    elif mine.selects and not _still_says(mine.view, view):
        mine.chart, mine.selects = mine.chart + 1, False
    is_other_list = mine.view.list != view.list
    if view != mine.view:
        mine.ignored = ()
    mine.view, mine.view_changed = view, True
    _forget_hidden(mine)
    if _runs_whole():
        return
    if is_other_list or mine.has_banner:
        st.rerun()
    if parts := outdated(mine.drawn, seen_now(mine)):
        st.rerun(parts)


def _forget_hidden(mine: Session) -> None:
    """Have the parts of the last run drawn again if its end may have been hidden from the browser.

    A browser takes away what is no more in a part only when it hears of the end of the run that drew it, and Streamlit
    says that the run was broken off if the next one starts before that is sent.
    """
    if time.monotonic() - mine.ended < SOON:
        for part in mine.lately:
            mine.drawn.pop(part, None)
    mine.lately.clear()


def _runs_whole() -> bool:
    """Whether the page as a whole was asked for, and not one of its parts."""
    context = get_script_run_ctx()
    return context is None or not context.fragment_ids_this_run


def _goes_by_link() -> bool:
    """Whether the visitor goes to a link by Back or Forward."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def seen_now(mine: Session) -> Seen:
    """What each part of the page shows now."""
    timeline_list = bool(st.session_state.get(TIMELINE_LIST))
    return seen(mine.view, mine.chart, mine.table, mine.ignored, timeline_list)


@contextmanager
def drawing(part: Part, mine: Session) -> Iterator[None]:
    """Note what a part shows once it is drawn; one broken off half-way shows nothing that is known.

    Where parts run by themselves, the browser has a moment between the results and the others.
    """
    if mine.has_results and part not in RESULTS:
        time.sleep(MOMENT)
    mine.has_results = part in RESULTS and not _runs_whole()
    now = seen_now(mine)[part]
    mine.drawn.pop(part, None)
    yield
    mine.drawn[part] = now
    if not _runs_whole():
        mine.lately.add(part)
        mine.ended = time.monotonic()


def _still_says(before: View, after: View) -> bool:
    """Whether the selection drawn in the timeline is still true of a view."""
    return (before.list, before.years, before.film) == (after.list, after.years, after.film)


def sync(index_of: Callable[[str], Index], lists: tuple[str, ...]) -> tuple[Session, str]:
    """The session with its view and the link in step, and the list it shows; called once, at the top of a run.

    A view is read anew when its list is another one than before, so that it names nothing that is not there.

    Args:
        index_of: gives the index of a list by its name in a link.
        lists: the names of the lists on offer, the usual one first.
    """
    mine = session()
    link = {name: st.query_params.get_all(name) for name in st.query_params}
    before = mine.view
    if link != mine.link and not mine.view_changed:
        mine.view, mine.ignored = parse(link, index_of(list_named(link, lists)), lists)
        mine.link, mine.url_view = link, mine.view
    else:
        _follow_list(mine, index_of(before.list or lists[0]), lists)
    if mine.selects and not _still_says(before, mine.view):
        mine.chart, mine.selects = mine.chart + 1, False
    if before.open != mine.view.open:
        mine.table += 1
    name = mine.view.list or lists[0]
    mine.view_changed, mine.index = False, index_of(name)
    return mine, name


def _follow_list(mine: Session, index: Index, lists: tuple[str, ...]) -> None:
    """Bring the view into step with its list as it is now, and write the link if the view is another one."""
    ignored: tuple[Ignored, ...] = ()
    if index is not mine.index or mine.view.list not in ("", *lists):
        mine.view, ignored = parse(to_link(mine.view), index, lists)
        mine.ignored = ignored or mine.ignored
    _write_link(mine, ignored)


def follow(mine: Session) -> None:
    """Write the link, if the view is another one since it was written; for a run that draws what follows the view."""
    _write_link(mine, ())
    mine.view_changed = False


def _write_link(mine: Session, ignored: tuple[Ignored, ...]) -> None:
    if mine.view != mine.url_view:
        mine.link, mine.url_view, mine.ignored = to_link(mine.view), mine.view, ignored
        st.query_params.from_dict(mine.link)


def seed(key: str, shown: object, means: Callable[[Any], object], part: object) -> None:
    """Give the widget `key` the value `shown`, unless what it holds already means `part` of the view.

    A widget drawn for the first time holds nothing, and is not given nothing: that would be another message than the
    next one, and so all its choices would be sent twice.
    """
    holds_it = means(st.session_state[key]) == part if key in st.session_state else shown in ("", [])
    if not holds_it:
        st.session_state[key] = shown


def widget_key(*parts: str) -> str:
    """The key of a widget, or of anything else, that some parts name together; no other parts have the same.

    >>> widget_key("drop", "A", "B:x"), widget_key("drop", "A:B", "x")
    ('drop:A:B%3Ax', 'drop:A%3AB:x')
    """
    return ":".join(part.replace("%", "%25").replace(":", "%3A") for part in parts)


def clear_all() -> None:
    """Drop every filter and the film under the timeline."""
    change(session().view.unfiltered())
