"""What Streamlit holds of its sessions and lets go too late: the only place that reaches into it for that.

`tests/test_memory.py` fails if another Streamlit has other insides.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakSet

from streamlit import runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import get_script_run_ctx

_SEEN: WeakSet[AppSession] = WeakSet()
"""The sessions that were there when it was last looked, and those whose script still runs though they have ended."""


def end_old_sessions() -> bool:
    """Have Streamlit forget the sessions that nobody has come back to in time; whether there were any.

    For the thread of its event loop. Streamlit itself forgets one only when another comes or goes, and its loop holds
    the last one that it served until it serves another.
    """
    if not runtime.exists():
        return False
    manager: Any = runtime.get_instance()._session_mgr
    _SEEN.update(info.session for _, info in manager._session_storage._cache.expire())
    there = {info.session for info in manager.list_sessions()}
    ended = [session for session in _SEEN if session not in there]
    for session in ended:
        _end(session)
    _SEEN.update(there)
    return bool(ended)


def _end(session: AppSession) -> None:
    """End a session, and empty it once no script of it runs, since its shell may stay for long."""
    session.shutdown()
    if vars(session).get("_scriptrunner") is None:
        session.__dict__ = {"_state": session._state}
        _SEEN.discard(session)


def forget_other_widgets() -> None:
    """Have Streamlit forget the widgets that this run has not drawn: with each it holds the list that it was about.

    What a component tells has a name of its own, in which the component's stands.
    """
    if context := get_script_run_ctx():
        known = context.session_state._state._new_widget_state.widget_metadata
        drawn = context.shared.widget_ids_this_run.snapshot()
        for each in known.keys() - drawn:
            if not any(name in each for name in drawn):
                del known[each]


def forget_upload(file: str) -> None:
    """Have Streamlit forget the bytes of an uploaded file by its id; whoever has read them has them."""
    if context := get_script_run_ctx():
        manager: Any = context.uploaded_file_mgr
        manager.remove_file(context.session_id, file)
