"""The end of sessions whose tab was closed: Streamlit itself only forgets one when another comes or goes."""

from __future__ import annotations

from streamlit import runtime


def end_old_sessions() -> bool:
    """Have Streamlit forget the sessions that nobody has come back to in time; whether there were any.

    For the thread of its event loop. Streamlit has no public way to do that without another session.
    """
    if not runtime.exists():
        return False
    stored = runtime.get_instance()._session_mgr._session_storage  # type: ignore[attr-defined]
    return bool(stored._cache.expire())
