"""The settings: from the command line, from the environment, and what is refused; set once and read anywhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard import settings
from dashboard.__main__ import parser
from dashboard.settings import OPTIONS, Settings, read_settings

HERE = Path.cwd().resolve()


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for option in OPTIONS:
        monkeypatch.delenv(option.variable, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/c")
    monkeypatch.setattr(settings, "_current", None)


def read(arguments: str) -> Settings:
    return read_settings(vars(parser().parse_args(arguments.split())))


@pytest.mark.parametrize(
    ("arguments", "environment", "meant"),
    [
        ("", {}, {}),
        ("", {"FILM_LIST_PORT": "", "FILM_LIST_PUBLIC_URL": "", "FILM_LIST": ""}, {}),
        ("", {"FILM_LIST_PORT": "80", "FILM_LIST_ADDRESS": "::"}, {"port": 80, "address": "::"}),
        ("--port 81", {"FILM_LIST_PORT": "80"}, {"port": 81}),
        ("--port 81", {"FILM_LIST_PORT": "not looked at"}, {"port": 81}),
        ("--keep 0", {"FILM_LIST_KEEP_MB": "5"}, {"keep_mb": 0}),
        ("", {"FILM_LIST": "a.csv"}, {"list_path": HERE / "a.csv"}),
        ("b.csv", {"FILM_LIST": "a.csv"}, {"list_path": HERE / "b.csv"}),
        ("", {"FILM_LIST_PUBLIC_URL": "https://a.example/b/"}, {"public_url": "https://a.example/b/"}),
        ("--allow-embedding https://a.example", {}, {"embedding": ("https://a.example",)}),
        ("--corrections mailto:a@b.example?cc=c@b.example", {}, {"corrections": "mailto:a@b.example?cc=c@b.example"}),
        ("", {"FILM_LIST_CORRECTIONS": "https://a.example/new"}, {"corrections": "https://a.example/new"}),
        (
            "",
            {"FILM_LIST_EMBEDDING": "https://a.example  http://b.example:81"},
            {"embedding": ("https://a.example", "http://b.example:81")},
        ),
        ("", {"XDG_CACHE_HOME": "", "LOCALAPPDATA": "/l"}, {"keep_in": Path("/l/film-list-dashboard/lists")}),
    ],
)
def test_an_option_wins_over_the_environment(
    monkeypatch: pytest.MonkeyPatch, arguments: str, environment: dict[str, str], meant: dict[str, Any]
) -> None:
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    found = read(arguments)
    assert found == replace(Settings(), **meant)
    assert found.prepared_in == found.keep_in.with_name("prepared")


def test_without_a_word_it_is_for_this_machine_only() -> None:
    cache = Path("/c/film-list-dashboard")
    usual = (None, 8501, "localhost", "", (), "", 50, 1_000_000, 500, 24, cache / "lists", cache / "prepared")
    assert read("") == Settings(*usual)


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("FILM_LIST_PORT", "web", "FILM_LIST_PORT: 'web' is not a port; ports are 1 to 65535"),
        ("FILM_LIST_PORT", "0", "FILM_LIST_PORT: '0' is not a port"),
        ("FILM_LIST_PUBLIC_URL", "films.example.org", "'films.example.org' is not an address such as https://"),
        ("FILM_LIST_PUBLIC_URL", "https:///list", "FILM_LIST_PUBLIC_URL: 'https:///list' is not an address"),
        ("FILM_LIST_EMBEDDING", "https://a.example/path", "'https://a.example/path' is not an origin such as https://"),
        ("FILM_LIST_EMBEDDING", "https://a.example; script-src", "'https://a.example;' is not an origin"),
        ("FILM_LIST_EMBEDDING", "*", "FILM_LIST_EMBEDDING: '*' is not an origin"),
        ("FILM_LIST_CORRECTIONS", "films@example.org", "FILM_LIST_CORRECTIONS: 'films@example.org' is neither mailto:"),
        (
            "FILM_LIST_CORRECTIONS",
            "mailto:nobody",
            "'mailto:nobody' is neither mailto:films@example.org nor an address",
        ),
        ("FILM_LIST_CORRECTIONS", "http://a.example/new", "'http://a.example/new' is neither mailto:"),
        ("FILM_LIST_CORRECTIONS", "javascript:alert(1)", "'javascript:alert(1)' is neither mailto:"),
        ("FILM_LIST_CORRECTIONS", "https:///new", "'https:///new' is neither mailto:"),
        ("FILM_LIST_CORRECTIONS", "https://a.example/new#top", "'https://a.example/new#top' is neither mailto:"),
        ("FILM_LIST_UPLOAD_MB", "0", "FILM_LIST_UPLOAD_MB: '0' is not a whole number of 1 or more"),
        ("FILM_LIST_KEEP_MB", "-1", "FILM_LIST_KEEP_MB: '-1' is not a whole number of 0 or more"),
        ("FILM_LIST_KEEP_HOURS", "x", "FILM_LIST_KEEP_HOURS: 'x' is not a whole number of 1 or more"),
        ("FILM_LIST_UPLOAD_ROWS", "1e3", "FILM_LIST_UPLOAD_ROWS: '1e3' is not a whole number of 1 or more"),
    ],
)
def test_a_variable_that_cannot_be_right_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, said: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(ValueError, match="FILM_LIST_") as refused:
        read("")
    assert said in str(refused.value)


@pytest.mark.parametrize("arguments", ["", "a.csv --port 80 --keep 0 --keep-in kept --allow-embedding http://a:81"])
def test_another_process_gets_the_same_settings_by_the_environment(
    monkeypatch: pytest.MonkeyPatch, arguments: str
) -> None:
    chosen = read(arguments)
    for variable, value in chosen.environment().items():
        monkeypatch.setenv(variable, value)
    assert read_settings({}) == chosen


def test_they_are_set_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.environ", {})
    chosen = Settings(port=80)
    settings.set_once(chosen)
    settings.set_once(replace(chosen))
    assert settings.current() == chosen
    assert read_settings({}) == chosen
    with pytest.raises(RuntimeError, match="have been set already"):
        settings.set_once(Settings())


def test_the_environment_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FILM_LIST_PORT", "80")
    found = settings.current()
    monkeypatch.setenv("FILM_LIST_PORT", "81")
    assert (found.port, settings.current()) == (80, found)


def test_the_help_names_every_option_and_its_variable() -> None:
    said = parser().format_help()
    assert all(option.metavar in said and f"[{option.variable}]" in said for option in OPTIONS)
    assert all(option.name in said for option in OPTIONS if option.name.startswith("--"))
