"""The options of serving: from the command line, from the environment, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.__main__ import parser
from dashboard.environment import LIST_VARIABLE
from dashboard.settings import OPTIONS, fill_in

USUAL = {
    "list": None,
    "port": 8501,
    "address": "localhost",
    "public_url": "",
    "allow_embedding": (),
    "upload_mb": 50,
    "upload_rows": 1_000_000,
    "keep": 500,
    "keep_hours": 24,
    "keep_in": "",
}


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in (LIST_VARIABLE, *(option.variable for option in OPTIONS)):
        monkeypatch.delenv(variable, raising=False)


@pytest.mark.parametrize(
    ("arguments", "environment", "meant"),
    [
        ("", {}, {}),
        ("", {"FILM_LIST_PORT": "", "FILM_LIST_PUBLIC_URL": "", "FILM_LIST": ""}, {}),
        ("", {"FILM_LIST_PORT": "80", "FILM_LIST_ADDRESS": "::"}, {"port": 80, "address": "::"}),
        ("--port 81", {"FILM_LIST_PORT": "80"}, {"port": 81}),
        ("--port 81", {"FILM_LIST_PORT": "not looked at"}, {"port": 81}),
        ("", {"FILM_LIST": "a.csv"}, {"list": Path("a.csv")}),
        ("b.csv", {"FILM_LIST": "a.csv"}, {"list": Path("b.csv")}),
        ("", {"FILM_LIST_PUBLIC_URL": "https://a.example/b/"}, {"public_url": "https://a.example/b/"}),
        ("--allow-embedding https://a.example", {}, {"allow_embedding": ("https://a.example",)}),
        (
            "",
            {"FILM_LIST_EMBEDDING": "https://a.example  http://b.example:81"},
            {"allow_embedding": ("https://a.example", "http://b.example:81")},
        ),
    ],
)
def test_an_option_wins_over_the_environment(
    monkeypatch: pytest.MonkeyPatch, arguments: str, environment: dict[str, str], meant: dict[str, object]
) -> None:
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    options = parser()
    given = options.parse_args(arguments.split())
    fill_in(options, given)
    assert vars(given) == USUAL | meant


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
    ],
)
def test_a_variable_that_cannot_be_right_ends_with_2_and_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], variable: str, value: str, said: str
) -> None:
    monkeypatch.setenv(variable, value)
    options = parser()
    with pytest.raises(SystemExit, match="2"):
        fill_in(options, options.parse_args([]))
    assert said in capsys.readouterr().err


def test_the_help_names_every_option_and_its_variable() -> None:
    said = parser().format_help()
    assert LIST_VARIABLE in said
    assert all(f"--{option.name}" in said and f"[{option.variable}]" in said for option in OPTIONS)
