"""A session's view: from the link, changed by widgets, written back to the link once per action.

The view is the truth. What a visitor does is an edit of it. The link is read where a visitor went to one, which is
where it is none of those that the browser may still show.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial, reduce
from typing import Any
from weakref import ref

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ThreadState

from dashboard.cleaning.validate import FilmList
from dashboard.lists.editing.versions import Versions
from dashboard.query.index import Index
from dashboard.query.matching.pairs import ComparedList
from dashboard.query.named_views import NamedView
from dashboard.query.search.grammar import LONGEST_SEARCH, clean_search
from dashboard.query.url import Ignored, Parameters, list_named, parse, to_link
from dashboard.query.view import MOST_SEEN, Seen, View
from dashboard.ui.section import RESULT, Dependencies, PageState, Section, dependencies, outdated
from dashboard.ui.widgets import Widget, Widgets

MOMENT = 0.025
"""Seconds in which a browser shows what it has got; what comes within them it would show together with that."""
SOON = 0.25
"""Seconds within which a run that follows another may hide from the browser that the other one came to its end."""
MOST_LINKS = 20
"""Links that a browser may still show are kept, the last ones."""
typed = partial(clean_search, most=LONGEST_SEARCH)
"""What is searched for, of what a visitor has typed."""

Edit = Callable[[View], View]
"""What a visitor does to a view, whichever it is by the time it is done."""
WidgetEdit = Callable[[View, Any, Any], View]
"""The same with a widget: of a view, of what the widget held before, and of what it holds now."""


@dataclass(eq=False)
class Session:
    """What is kept of one visitor between two runs.

    Attributes:
        view: what the visitor has chosen.
        url_view: the view that the last of `links` stands for.
        links: the links that the browser may show: the one it told last, then those written since; empty at first.
        edits: what was done before it is known which view the link names.
        run: which sections were asked for when something was last done, as Streamlit names them.
        run_began: the view before anything was done in that run.
        run_edits: what was done in it, each with the place in `run` of the section in which it was done.
        ignored: what the link named in vain.
        notice: a sentence for the top of the page in the next run; empty for none.
        view_changed: whether a widget has changed the view since the last run.
        index: the list's index in the last run; None before the first.
        has_old_widgets: whether Streamlit still knows widgets of the list before this one.
        widgets: what those of the page hold in the browser.
        has_banner: whether the head of the page says something that it must not say after the next action.
        sections: those of the page.
        drawn: what each of them showed when it was last drawn.
        lately: the names of those drawn by themselves since a widget last changed the view.
        ended: when the last of them was done, on the monotonic clock.
        title: what the page was last called.
        has_results: whether this run has drawn results that the browser may not have shown yet.
        uploaded: the lists that this visitor brought or came to, by name in a link, with their titles.
        uploaded_films: by name in a link, the films of the lists that this visitor uploaded, as the file had them,
            while they are in memory.
        owner_tokens: the owner's tokens of those that the server keeps for this visitor, by name in a link.
        in_session: those that nothing but this session holds, packed, by name in a link.
        named: the views that this visitor has named, by the name of their list in a link.
        compares: the view that the list on its way is to be compared with; None where that is to be shown itself.
        compared: what is known of the list last compared with, by the name of this list and what is seen of it.
        changed: the versions of the lists that this visitor has changed.
    """

    view: View = field(default_factory=View)
    url_view: View = field(default_factory=View)
    links: list[Parameters] = field(default_factory=list[Parameters])
    edits: list[Edit] = field(default_factory=list[Edit])
    run: list[str] | None = None
    run_began: View = field(default_factory=View)
    run_edits: list[tuple[int, Edit]] = field(default_factory=list[tuple[int, Edit]])
    ignored: tuple[Ignored, ...] = ()
    notice: str = ""
    view_changed: bool = False
    index: Index | None = None
    has_old_widgets: bool = False
    widgets: Widgets = field(default_factory=Widgets)
    has_banner: bool = False
    title: str = ""
    has_results: bool = False
    sections: tuple[Section, ...] = ()
    drawn: Dependencies = field(default_factory=dict[str, object])
    lately: set[str] = field(default_factory=set[str])
    ended: float = 0
    uploaded: dict[str, str] = field(default_factory=dict)
    uploaded_films: dict[str, ref[FilmList]] = field(default_factory=dict)
    owner_tokens: dict[str, str] = field(default_factory=dict)
    in_session: dict[str, bytes] = field(default_factory=dict)
    named: dict[str, tuple[NamedView, ...]] = field(default_factory=dict)
    compares: View | None = None
    compared: dict[tuple[str, Seen], ComparedList] = field(default_factory=dict)
    changed: list[Versions] = field(default_factory=list)

    @property
    def named_here(self) -> tuple[NamedView, ...]:
        """The views that this visitor has named in the list that is shown."""
        return self.named.get(self.view.list, ())

    def seen_in(self, name: str, usual: str) -> Seen | None:
        """The films of a list that are seen by the last comparison that no link holds; None without one.

        Args:
            name: of the list.
            usual: the name of the one that views leave out.
        """
        long = (seen for list_name, seen in self.compared if (list_name or usual) == name and len(seen) > MOST_SEEN)
        return next(reversed([*long]), None)

    def versions_of(self, name: str) -> Versions | None:
        """The versions of a list that this visitor has changed, by the name of any; None for a list as it came."""
        return next((each for each in self.changed if name in each.names), None)

    def put_versions(self, before: Versions | None, after: Versions) -> None:
        """Have other versions of a list in the place of those known so far."""
        self.changed = [*(each for each in self.changed if each is not before), after]

    @property
    def other_versions(self) -> set[str]:
        """The names of all versions of changed lists but one of each: the one shown, or else the last one that was."""
        names = {name for each in self.changed for name in (*each.names, *each.forgotten)}
        return names - {each.name_near(self.view.list) for each in self.changed}


def session() -> Session:
    """This visitor's session."""
    kept: Session = st.session_state.setdefault("session", Session())
    return kept


def widget_for(name: str, value: Any, fits: Callable[[Any], object] | None = None) -> Widget:
    """The widget of a name, to be drawn: one that holds what fits, which is `value`, or another that begins with it."""
    return session().widgets.place(name, value, fits or (lambda held: held == value))


def acting(widget: Widget, edit: WidgetEdit, read: Callable[[Any], Any] = lambda held: held) -> dict[str, Any]:
    """The arguments by which Streamlit knows a widget and says what was done with it; the rest as in `act`."""
    return {"key": widget.key, "on_change": act, "args": (widget.key, edit, read)}


def act(key: str, edit: WidgetEdit, read: Callable[[Any], Any]) -> None:
    """Take over what a visitor did with a widget; for its callback.

    Args:
        key: the widget's.
        edit: makes the view that is meant.
        read: makes of what Streamlit gives what the widget began with, or might have.
    """
    taken = session().widgets.reported(key, read(st.session_state[key]))
    if taken:
        before, after = taken
        change(lambda view: edit(view, before, after))


def change(edit: Edit) -> None:
    """Change the view and draw what shows of it; for callbacks, which it ends where a part of the page runs.

    Nothing happens where a visitor goes back or forth: what was done before is undone by that.
    """
    mine = session()
    if goes_by_history():
        return
    _hear_open(mine, _link())
    if _runs_whole() and _link() not in mine.links:
        mine.edits.append(edit)
        return
    _hear(mine, _link())
    before, mine.view, mine.view_changed = mine.view, _edited(mine, edit), True
    if mine.view != before:
        mine.ignored = ()
    _forget_hidden(mine)
    if not _runs_whole():
        _draw_again(mine, is_other_list=mine.view.list != before.list)


def _edited(mine: Session, edit: Edit) -> View:
    """The view with an edit done, and those done before it in this run, in the order of the clicks.

    Clicks that come while another run goes on are answered by one run. Streamlit calls back in an order of its own
    then, but asks for the sections in the order of the clicks.
    """
    context = get_script_run_ctx()
    run = context.fragment_ids_this_run if context else None
    if not run:
        return edit(mine.view)
    if run is not mine.run:
        mine.run, mine.run_began, mine.run_edits = run, mine.view, []
    section = ThreadState.get().fragment_id
    mine.run_edits.append((run.index(section) if section in run else len(run), edit))
    mine.run_edits.sort(key=lambda done: done[0])
    return reduce(lambda view, done: done[1](view), mine.run_edits, mine.run_began)


def _draw_again(mine: Session, is_other_list: bool) -> None:
    if is_other_list or mine.has_banner:
        st.rerun()
    if names := outdated(mine.sections, mine.drawn, dependencies(mine.sections, _page_state(mine))):
        st.rerun(names)


def draw_here() -> None:
    """Have the part of the page drawn in which something was done; for callbacks that change nothing else.

    Where a browser tells at once what was typed in one part and pressed in another, it asks for the first alone.
    """
    context = get_script_run_ctx()
    run = context.fragment_ids_this_run if context else None
    if run and ThreadState.get().fragment_id not in run:
        st.rerun()


def _forget_hidden(mine: Session) -> None:
    """Have the sections of the last run drawn again if its end may have been hidden from the browser.

    A browser takes away what a section has no more only when it hears of the end of the run that drew it, and
    Streamlit says that the run was broken off if the next one starts before that is sent.
    """
    if time.monotonic() - mine.ended < SOON:
        for name in mine.lately:
            mine.drawn.pop(name, None)
    mine.lately.clear()


def _runs_whole() -> bool:
    """Whether the page as a whole was asked for, and not one of its parts."""
    context = get_script_run_ctx()
    return context is None or not context.fragment_ids_this_run


def goes_by_history() -> bool:
    """Whether the visitor goes to a link by Back or Forward."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _link() -> Parameters:
    """The link as the browser showed it when it asked for this run."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _page_state(mine: Session) -> PageState:
    box = mine.widgets.key("search", lambda held: typed(held) == mine.view.search)
    return PageState(mine.view, mine.ignored, mine.named_here, box)


def begins_results(section: Section, mine: Session) -> bool:
    """Whether a section is the first of the results that are drawn by themselves, without the rest of the page."""
    return section.turn == RESULT and not mine.has_results and not _runs_whole()


@contextmanager
def drawing(section: Section, mine: Session) -> Iterator[None]:
    """Note what a section shows once it is drawn; one broken off half-way shows nothing that is known.

    Where sections run by themselves, the browser has a moment between the results and the others.
    """
    if mine.has_results and section.turn != RESULT:
        time.sleep(MOMENT)
    mine.has_results = section.turn == RESULT and not _runs_whole()
    now = section.dependencies(_page_state(mine))
    mine.drawn.pop(section.name, None)
    with mine.widgets.drawn_in(section.name):
        yield
    mine.drawn[section.name] = now
    if not _runs_whole():
        mine.lately.add(section.name)
        mine.ended = time.monotonic()


def sync(index_of: Callable[[str], Index], lists: tuple[str, ...]) -> tuple[Session, str]:
    """The session with its view and the link in step, and the list it shows; called once, at the top of a run.

    A view is read again when its list is another one than before, so that it names nothing that is not there.

    Args:
        index_of: gives the index of a list by its name in a link.
        lists: the names of the lists on offer, the usual one first.
    """
    mine, link = session(), _link()
    _hear_open(mine, link)
    is_late, before = len(mine.links) > 1, mine.index
    if goes_by_history() or link not in mine.links or (link != mine.links[-1] and not mine.view_changed):
        name = list_named(link, lists)
        mine.index = index_of(name)
        mine.view, mine.ignored = parse(link, mine.index, lists, mine.seen_in(name, lists[0]))
        mine.links, mine.url_view = [link], mine.view
        _catch_up(mine)
    _follow_list(mine, index_of(mine.view.list or lists[0]), lists)
    if is_late or mine.view != mine.url_view:
        _write_link(mine)
    name = mine.view.list or lists[0]
    mine.view_changed, mine.index = False, index_of(name)
    if mine.index is not before:
        mine.widgets.renew()
        mine.has_old_widgets = True
    return mine, name


def _catch_up(mine: Session) -> None:
    """Do what was done after the visitor had gone to this link; but another list would have other widgets."""
    edits, mine.edits = mine.edits, []
    if goes_by_history():
        return
    for edit in edits:
        edited = edit(mine.view)
        mine.view = edited if edited.list == mine.view.list else mine.view


def _follow_list(mine: Session, index: Index, lists: tuple[str, ...]) -> None:
    """Bring the view into step with its list as it is now."""
    if index is not mine.index or mine.view.list not in ("", *lists):
        in_tab = mine.seen_in(mine.view.list or lists[0], lists[0])
        mine.view, ignored = parse(to_link(mine.view), index, lists, in_tab)
        mine.ignored = ignored or mine.ignored


def follow(mine: Session) -> None:
    """Write the link, if the view is another one since it was written; for a run that draws what follows the view."""
    if mine.view != mine.url_view:
        _write_link(mine)
    mine.view_changed = False


def _hear_open(mine: Session, link: Parameters) -> None:
    """Take over which cards the browser opened and closed by itself since it showed a link; it says so in its own."""
    if link in mine.links or mine.index is None:
        return
    alike = [at for at, known in enumerate(mine.links) if _but_open(known) == _but_open(link)]
    if not alike:
        return
    mine.links[alike[-1]] = link
    mine.view = replace(mine.view, open=parse({"open": link.get("open", [])}, mine.index)[0].open)
    if mine.links[-1] is link:
        mine.url_view = replace(mine.url_view, open=mine.view.open)


def _but_open(link: Parameters) -> Parameters:
    return {name: values for name, values in link.items() if name != "open"}


def _hear(mine: Session, link: Parameters) -> None:
    """Forget the links that the browser showed before the one that it tells now."""
    if link in mine.links:
        del mine.links[: mine.links.index(link)]


def _write_link(mine: Session) -> None:
    """Have the browser show the view's link.

    It is written again, though it stands there, where the browser may show one written before after all: it may have
    gone back or forth while that was on its way, or never have got it since the run that wrote it was stopped.
    """
    link = mine.links[-1] if mine.view == mine.url_view else to_link(mine.view)
    st.query_params.from_dict(link)
    mine.links, mine.url_view = [*mine.links, link][-MOST_LINKS:], mine.view


def widget_key(*parts: str) -> str:
    """The key of a widget, or of anything else, that some parts name together; no other parts have the same.

    >>> widget_key("drop", "A", "B:x"), widget_key("drop", "A:B", "x")
    ('drop:A:B%3Ax', 'drop:A%3AB:x')
    """
    return ":".join(part.replace("%", "%25").replace(":", "%3A") for part in parts)


def clear_all() -> None:
    """Drop every filter and the film under the timeline."""
    change(View.unfiltered)
