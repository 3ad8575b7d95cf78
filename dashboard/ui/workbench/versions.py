"""The list that is shown, changed: a new version takes its place, and each can be undone, done again and gone back to.

Whoever changes a list makes one of their own, with a link of its own. The list of the link before stays as it is, so
that two tabs, or two people, never write over each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from dashboard import settings
from dashboard.i18n.languages import Language
from dashboard.i18n.texts import shortened
from dashboard.lists.editing import memory
from dashboard.lists.editing.versions import CheckedVersion, Version, Versions, checked
from dashboard.lists.package import ListPackage
from dashboard.lists.uploads import Added, uploads
from dashboard.model.list_info import IN_SESSION, is_uploaded
from dashboard.model.problems import BadListError
from dashboard.query.index import Index
from dashboard.query.loaded_list import LoadedList
from dashboard.query.view import View
from dashboard.render.templates import note
from dashboard.ui.browser import remembered
from dashboard.ui.state import Session, change, session
from dashboard.ui.upload import choice
from dashboard.ui.upload.choice import Option

WRITTEN = "versions:written"
"""The key of the versions that the browser holds, with the text it holds of them."""
LONGEST_MESSAGE = 100
"""Characters of what is said of a change."""


def package_of(loaded: LoadedList) -> ListPackage | None:
    """The files of a list that is shown; None for one that is not the visitor's to change, or is not here any more.

    Raises:
        BadListError: if it is here, but cannot be read now.
    """
    name = loaded.info.key
    return uploads().package(name, session().in_session) if is_uploaded(name) else None


def take_over(loaded: LoadedList, package: ListPackage, message: str, done: Callable[[], object]) -> None:
    """Show a changed list in the place of the one before, with the rest of the view as it is; for callbacks.

    Where it changes nothing, nothing happens but what follows a change. The call may not come back: where a part of the
    page runs, the page is drawn again at once.

    Args:
        loaded: the list that is shown.
        package: the list as it is to be.
        message: what was changed, in the words of the page.
        done: what follows once it has its place, such as emptying a form.

    Raises:
        BadListError: if it cannot be used, or there is no room for it; then all is as it was.
    """
    mine, before = session(), loaded.info.key
    if package == package_of(loaded):
        done()
        return
    version = checked(package, settings.current())
    versions = mine.versions_of(before) or Versions((Version(before),))
    versions = versions.going_to(versions.place(before))
    added, kept = _placed(version, mine, versions)
    made = kept.after(before, Version(added.name, shortened(message, LONGEST_MESSAGE)))
    for name in {*made.forgotten} - {*made.names}:
        uploads().release(name, mine.in_session, mine)
    mine.put_versions(mine.versions_of(before), made)
    _remember(added, version, package.name, before)
    done()
    change(lambda view: with_list_of(view, added.name, added.loaded.index))


def _placed(version: CheckedVersion, mine: Session, versions: Versions) -> tuple[Added, Versions]:
    """A version in its place; where sessions have no room, the oldest ones before the present one make some."""
    while True:
        try:
            return uploads().add(version.place, version.packed, version.loaded, mine), versions
        except BadListError:
            if versions.at == 0 or not any(name.startswith(IN_SESSION) for name in versions.names[: versions.at]):
                raise
        oldest = versions.known[0].name
        uploads().release(oldest, mine.in_session, mine)
        before, versions = versions, versions.without_oldest()
        mine.put_versions(mine.versions_of(before.known[-1].name), versions)


def _remember(added: Added, version: CheckedVersion, title: str, before: str) -> None:
    """Note in the session where a version is, and what belonged to the one before."""
    mine = session()
    if added.name.startswith(IN_SESSION):
        mine.in_session[added.name] = version.packed
    if added.owner:
        mine.owner_tokens[added.name] = added.owner
    if before in mine.named:
        mine.named[added.name] = mine.named[before]
    mine.uploaded[added.name] = title or added.loaded.info.name


def with_list_of(view: View, name: str, index: Index) -> View:
    """A view with another version of its list; films that this lacks are not open in it and not on the shortlist."""
    kept = replace(view, list=name, film=view.film if view.film in index.position else None)
    kept = kept.with_all_open(tuple(film for film in view.open if film in index.position))
    return kept.with_shortlist(tuple(film for film in view.shortlist if film in index.position))


def draw(loaded: LoadedList, language: Language) -> None:
    """Draw what was changed of the list that is shown, with the ways back and forth; nothing for a list as it came."""
    versions = _known(loaded.info.key)
    if versions is None:
        return
    at = versions.place(loaded.info.key)
    made, last = language.ngettext("{n} change", "{n} changes", at + versions.dropped), versions.known[at].message
    if last:
        made = language.gettext("{changes}. The last one: {change}", changes=made, change=last)
    with st.container(horizontal=True, vertical_alignment="center", key="versions"):
        st.html(note(made, "plain", role="status"), width="content")
        _step(versions, at - 1, language.gettext("Undo"), "undo", language)
        _step(versions, at + 1, language.gettext("Redo"), "redo", language)
        with st.popover(language.gettext("Changes"), icon=":material/history:"):
            _list(versions, at, language)


def _known(name: str) -> Versions | None:
    """The versions of the list that is shown; in a session after a restart or a reload those that the tab holds."""
    mine, state = session(), st.session_state
    if not is_uploaded(name):
        return None
    versions = mine.versions_of(name)
    if versions and state.get(WRITTEN, (None, ""))[0] != versions:
        state[WRITTEN] = versions, memory.written(versions)
    text = remembered("versions", state[WRITTEN][1] if versions else None)
    if versions is None and (held := memory.read(text)) and name in held.names:
        versions = held
        mine.put_versions(None, held)
    return versions


def _step(versions: Versions, to: int, title: str, icon: str, language: Language) -> None:
    st.button(
        title,
        key=f"versions:{icon}",
        icon=f":material/{icon}:",
        disabled=not 0 <= to < len(versions.known),
        on_click=go_to,
        args=(versions, to, language),
    )


def _list(versions: Versions, at: int, language: Language) -> None:
    opened = language.gettext("As it was opened")
    options = [
        Option(place, f"{versions.dropped + place}. {each.message}" if each.message else opened)
        for place, each in enumerate(versions.known)
    ]
    choice.draw("versions:list", language.gettext("Go back to"), options, at, lambda to: go_to(versions, to, language))
    if versions.dropped:
        dropped = language.ngettext(
            "{n} older version was given up to make room.",
            "{n} older versions were given up to make room.",
            versions.dropped,
        )
        st.html(note(dropped))
    own = language.gettext(
        "Every change makes a list of its own, with a link of its own. The link that you opened leads to the list as "
        "it was. This tab knows the changes until it is closed."
    )
    st.html(note(own))


def go_to(versions: Versions, at: int, language: Language) -> None:
    """Show another version of the list that is shown; for callbacks."""
    mine, name = session(), versions.known[at].name
    try:
        found = uploads().open(name, mine, mine.in_session)
    except BadListError:
        found = None
    if found is None:
        mine.notice = language.gettext("That version is not on the server any more.")
        return
    mine.put_versions(versions, versions.going_to(at))
    mine.uploaded[name] = found.info.name
    change(lambda view: with_list_of(view, name, found.index))
