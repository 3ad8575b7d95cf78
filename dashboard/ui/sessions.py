"""The end of sessions whose tab was closed: Streamlit itself only forgets one when another comes or goes."""

from __future__ import annotations

from streamlit import runtime


def end_old_sessions() -> None:
    """Have Streamlit forget the sessions that nobody has come back to in time; for the thread of its event loop.

    It has no public way to do that without another session; a test holds this one.
    """
    if runtime.exists():
        runtime.get_instance()._session_mgr._session_storage._cache.expire()  # type: ignore[attr-defined]
