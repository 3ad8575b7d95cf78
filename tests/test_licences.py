"""Everything the dashboard runs with may be passed on."""

from tools.licences import needed, refused


def test_every_licence_is_known_and_allowed() -> None:
    assert {"streamlit", "altair", "pandas", "starlette", "numpy"} <= needed()
    assert list(refused()) == []
