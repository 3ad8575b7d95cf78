"""The catalogues: every message of the code is translated, none is left over, and every value finds its place."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from jinja2 import TemplateSyntaxError
from jinja2.ext import babel_extract

from dashboard.i18n.languages import languages
from tools.strings import CODE, catalogues, read, template, up_to_date, written_out

CODES = sorted(catalogues())
LOOK_UPS = {"gettext": 1, "ngettext": 2}
"""The functions that look up a message without a context, with the number of its texts."""

Message = tuple[str | None, tuple[str, ...]]
"""A message's context and its text; two texts where it agrees with a count."""


def entries(catalogue: Catalog) -> Iterator[tuple[Message, tuple[str, ...]]]:
    for each in catalogue:
        if each.id:
            texts = each.id if isinstance(each.id, tuple) else (each.id,)
            said = each.string if isinstance(each.string, tuple) else (each.string,)
            yield (each.context, texts), said


@cache
def messages() -> list[Message]:
    return [message for message, _ in entries(template())]


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", CODES)
def test_every_message_is_translated_and_none_is_left_over(code: str) -> None:
    said = dict(entries(read(catalogues()[code])))
    untranslated = [message for message in messages() if not all(said.get(message, ("",)))]
    left_over = sorted(set(said) - set(messages()), key=str)
    assert (untranslated, left_over) == ([], []), "Run make strings, and translate what is empty then."


@pytest.mark.parametrize("code", CODES)
def test_a_translation_has_the_values_of_its_message(code: str) -> None:
    for (_, texts), said in entries(read(catalogues()[code])):
        wanted = holes(texts[-1])
        for each in filter(None, said):
            assert holes(each) == wanted or (len(texts) > 1 and wanted - holes(each) <= {"n"}), (texts, each)


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_fuzzy_and_every_plural_form_is_there(code: str) -> None:
    catalogue = read(catalogues()[code])
    assert catalogue.num_plurals > 1
    assert [each.id for each in catalogue if each.id and each.fuzzy] == []
    for (_, texts), said in entries(catalogue):
        assert len(said) == (catalogue.num_plurals if len(texts) > 1 else 1), texts


def looked_up(path: Path) -> Iterator[tuple[int, list[object]]]:
    """The messages without a context in a module or a template: their lines, and None for a text not written out."""
    if path.suffix != ".py":
        with path.open("rb") as file:
            for line, name, texts, _ in babel_extract(file, tuple(LOOK_UPS), (), {"silent": "false"}):
                yield line, [*texts[: LOOK_UPS[name]]] if isinstance(texts, tuple) else [texts]
        return
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in LOOK_UPS:
            yield call.lineno, [getattr(each, "value", None) for each in call.args[: LOOK_UPS[call.func.attr]]]


def test_only_messages_with_a_context_are_looked_up_by_a_value() -> None:
    files = {*CODE.rglob("*.py"), *(CODE / "render" / "templates").iterdir()} - {CODE / "i18n" / "languages.py"}
    found = {path: looked_up(path) for path in files}
    for path, calls in found.items():
        assert [line for line, texts in calls if not all(isinstance(each, str) for each in texts)] == [], path


def test_no_message_is_hidden_where_it_is_not_found() -> None:
    """Such as within an f-string, which some versions of Python give to who looks for messages as one text."""
    known = {text for _, texts in messages() for text in texts}
    calls = (call for path in CODE.rglob("*.py") for call in looked_up(path))
    assert {text for _, texts in calls for text in texts if isinstance(text, str)} <= known


@pytest.mark.parametrize(
    ("file", "text", "found"),
    [
        ("a.py", 'print(language.gettext("a film"))', [(None, "a film")]),
        ("a.py", 'language.gettext(\n    "a film "\n    "of Mars"\n).title()', [(None, "a film of Mars")]),
        ("a.py", 'ngettext("{n} film", "{n} films", len(films)).format(n=1)', [(None, ("{n} film", "{n} films"))]),
        ("a.py", 'language.pgettext("part", "view")', [("part", "view")]),
        ("a.py", 'language.pgettext("column", column.label)', []),
        ("a.py", 'def gettext(self, message="a film"): ...', []),
        ("a.py", 'get("a film") + _("another")', []),
        ("deep/inside/a.py", 'gettext("a film").format(of=gettext("Mars"))', [(None, "a film"), (None, "Mars")]),
        ("render/templates/a.html", "<p title=\"{{ gettext('a film') }}\">", [(None, "a film")]),
        ("render/templates/a.md", '# {{ ngettext("{n} film", "{n} films", n) }}', [(None, ("{n} film", "{n} films"))]),
        ("render/templates/a.html", "{% if x %}{{ pgettext('part', 'view')|e }}{% endif %}", [("part", "view")]),
        ("render/templates/a.html", "{{ pgettext('value', each) }}", []),
        ("render/a.html", "{{ gettext('a film') }}", []),
    ],
)
def test_a_message_is_found_where_it_is_written_out(tmp_path: Path, file: str, text: str, found: list[object]) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    wanted = [(context, message, [(f"dashboard/{file}", 0)]) for context, message in found]
    assert list(written_out(tmp_path)) == wanted


def test_a_template_that_cannot_be_read_is_no_template_without_messages(tmp_path: Path) -> None:
    (tmp_path / "render" / "templates").mkdir(parents=True)
    (tmp_path / "render" / "templates" / "a.html").write_text("{{ gettext('a film' }}", encoding="utf-8")
    with pytest.raises(TemplateSyntaxError):
        list(written_out(tmp_path))


@pytest.mark.parametrize("code", CODES)
def test_bringing_a_catalogue_up_to_date_keeps_its_translations(code: str) -> None:
    assert dict(entries(up_to_date(code))) == dict(entries(read(catalogues()[code])))


def test_another_language_is_one_file() -> None:
    begun = up_to_date("de")
    assert begun.num_plurals == 2
    assert [message for message, _ in entries(begun)] == messages()


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 фильмов"), (1, "1 фильм"), (2, "2 фильма"), (5, "5 фильмов"), (11, "11 фильмов"), (21, "21 фильм")],
)
def test_russian_plurals(count: int, said: str) -> None:
    assert languages()["ru"].ngettext("{n} film", "{n} films", count) == said
