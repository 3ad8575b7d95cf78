"""The catalogues: every message of the code is translated, none is left over, and every value finds its place."""

from __future__ import annotations

import string
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog

from dashboard.i18n.languages import languages
from tools.strings import Message, calls_in, catalogues, files, messages, read, up_to_date

CODES = sorted(catalogues())


def entries(catalogue: Catalog) -> Iterator[tuple[Message, tuple[str, ...]]]:
    for each in catalogue:
        if each.id:
            texts = each.id if isinstance(each.id, tuple) else (each.id,)
            said = each.string if isinstance(each.string, tuple) else (each.string,)
            yield (each.context, texts), said


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


def test_only_messages_with_a_context_are_looked_up_by_a_value() -> None:
    for path in files():
        if path.parts[-2:] == ("i18n", "languages.py"):
            continue
        for name, texts, line in calls_in(path):
            written = {"gettext": texts[:1], "ngettext": texts[:2]}.get(name, [])
            assert all(isinstance(each, str) for each in written), f"{path}, line {line}"


def test_another_language_is_one_file() -> None:
    begun = up_to_date("de", None)
    assert begun.num_plurals == 2
    assert {message for message, _ in entries(begun)} == set(messages())


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 фильмов"), (1, "1 фильм"), (2, "2 фильма"), (5, "5 фильмов"), (11, "11 фильмов"), (21, "21 фильм")],
)
def test_russian_plurals(count: int, said: str) -> None:
    assert languages()["ru"].ngettext("{n} film", "{n} films", count) == said
