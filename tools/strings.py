"""Every message of the interface, and the catalogues: ``python -m tools.strings [CODE]`` brings them up to date.

Each ``dashboard/i18n/CODE.po`` gets what the code says now: new messages stand in it untranslated, those that are
not said any more are dropped, translations stay. With a CODE that has no catalogue yet, one is begun.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

from dashboard.charts.history import SHAPES
from dashboard.evidence.claims import STATUSES, VERDICTS
from dashboard.evidence.identities import IDENTITY_STATUSES
from dashboard.formats.registry import FORMATS
from dashboard.i18n.languages import SOURCE
from dashboard.i18n.problem_text import WORDS
from dashboard.lists.loading import load_list
from dashboard.lists.source import UPLOADED_LINE, filmography_source, own_source, published_source
from dashboard.model.list_info import ListInfo
from dashboard.model.rows import Unit
from dashboard.model.schema import OWN_WORDS, SCHEMA
from dashboard.query.in_words import IGNORED
from dashboard.query.loaded_list import EVIDENCE, IDENTITY
from tests.serving import ROOT

FOLDER = ROOT / "dashboard" / "i18n"
HEADER = """msgid ""
msgstr ""
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""
TEMPLATES = Environment()

Message = tuple[str | None, tuple[str, ...]]
"""A message's context and its text; two texts where it agrees with a count."""


def catalogues() -> dict[str, Path]:
    """The catalogue of each language but the code's own."""
    return {path.stem: path for path in sorted(FOLDER.glob("*.po"))}


Call = tuple[str, list[object], int]
"""A call in a module or a template: the function's name, the values of its arguments, None for one that is not written
out, and its line."""


def calls_in(path: Path) -> Iterator[Call]:
    """The calls in a module or a template that may look up a message."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        for each in TEMPLATES.parse(text).find_all(nodes.Call):
            yield getattr(each.node, "name", ""), [getattr(value, "value", None) for value in each.args], each.lineno
        return
    for call in ast.walk(ast.parse(text)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            yield call.func.attr, [getattr(value, "value", None) for value in call.args], call.lineno


def said_in(path: Path) -> Iterator[Message]:
    """The messages written out in a module or a template."""
    for name, texts, _line in calls_in(path):
        match name, texts:
            case "gettext", [str(text), *_]:
                yield None, (text,)
            case "pgettext", [str(context), str(text)]:
                yield context, (text,)
            case "ngettext", [str(one), str(many), *_]:
                yield None, (one, many)


def files() -> list[Path]:
    """The modules and templates of the dashboard."""
    templates = (ROOT / "dashboard" / "render" / "templates").iterdir()
    return sorted([*(ROOT / "dashboard").rglob("*.py"), *templates])


def written_out() -> dict[Message, list[tuple[str, int]]]:
    """The messages written out in the code, each with the places where it stands."""
    found: dict[Message, list[tuple[str, int]]] = {}
    for path in files():
        for message in said_in(path):
            found.setdefault(message, []).append((path.relative_to(ROOT).as_posix(), 0))
    return {message: sorted(set(places)) for message, places in found.items()}


def named() -> Iterator[Message]:
    """The messages that the code looks up by a value: what columns, values, lists and problems are called."""
    columns = [*SCHEMA, EVIDENCE, IDENTITY]
    values = [*STATUSES, *VERDICTS, *IDENTITY_STATUSES]
    sources = [published_source(), filmography_source(), own_source(Path("a.csv")), own_source(ROOT / "data")]
    events: list[str] = []
    for source in sources[:2]:
        loaded = load_list(source)
        events += [text for event in loaded.events for text in (event.name, event.event)]
        for column in loaded.films.columns:
            if column.name in OWN_WORDS:
                cells = loaded.films.frame[column.name].dropna()
                values += [each for cell in cells for each in (cell if isinstance(cell, tuple) else (cell,))]
    yield from _in("column", (column.label for column in columns))
    yield from _in("value", values)
    yield from _in("unit", (*get_args(Unit), *(column.unit for column in SCHEMA)))
    yield from _in("kind of event", SHAPES)
    yield from _in("event", events)
    yield from _in("form", (text for each in FORMATS for text in (each.name, each.plural)))
    yield from _in("link", IGNORED.values())
    yield from _in("problem", (text for words in WORDS.values() for text in words))
    yield from _in("list", [UPLOADED_LINE, *(text for source in sources for text in _texts(source.info))])


def _texts(info: ListInfo) -> tuple[str, ...]:
    own = (info.line, info.history)
    return (*own, info.name, info.title, info.origin) if info.ours else own


def _in(context: str, texts: Iterable[str]) -> Iterator[Message]:
    yield from ((context, (text,)) for text in dict.fromkeys(texts) if text)


def messages() -> dict[Message, list[tuple[str, int]]]:
    """Every message of the interface, each with the places where it is written out."""
    return {message: [] for message in named()} | written_out()


def up_to_date(code: str, before: Catalog | None) -> Catalog:
    """The catalogue of a language with every message, as far as it was translated before."""
    made = Catalog(locale=code, fuzzy=False, charset="utf-8")
    for (context, texts), places in sorted(
        messages().items(), key=lambda each: (each[0][0] or "", each[1], each[0][1])
    ):
        known = before.get(texts[0], context) if before else None
        many = len(texts) > 1
        translation = known.string if known and known.pluralizable == many else ("",) * made.num_plurals if many else ""
        made.add(texts if many else texts[0], translation, places, context=context)
    return made


def write(code: str) -> None:
    """Bring one catalogue up to date on disk, or begin it."""
    path = FOLDER / f"{code}.po"
    made = up_to_date(code, read(path) if path.exists() else None)
    text = io.BytesIO(HEADER.format(code=code, plural_forms=made.plural_forms).encode())
    text.seek(0, io.SEEK_END)
    write_po(text, made, width=0, omit_header=True, include_lineno=False)
    path.write_bytes(text.getvalue())


def read(path: Path) -> Catalog:
    """A catalogue from disk."""
    with path.open("rb") as file:
        return read_po(file)


def main(arguments: list[str]) -> int:
    if SOURCE in arguments:
        print("English stands in the code; change it there.", file=sys.stderr)
        return 2
    for code in (*catalogues(), *arguments):
        write(code)
        print(FOLDER.name + f"/{code}.po")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
