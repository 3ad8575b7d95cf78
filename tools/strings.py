"""Every message of the interface, and the catalogues: ``python -m tools.strings [CODE]`` brings them up to date.

Each ``dashboard/i18n/CODE.po`` gets what the code says now: new messages stand in it untranslated, those that are
not said any more are dropped, translations stay. With a CODE that has no catalogue yet, one is begun.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from dashboard.charts.history import SHAPES
from dashboard.evidence.calendar_check.calendar import CONFIDENCES, REASONS
from dashboard.evidence.changes import CHANGE_KINDS
from dashboard.evidence.claims import STATUSES, VERDICTS
from dashboard.evidence.identities import IDENTITY_STATUSES
from dashboard.formats.registry import FORMATS
from dashboard.i18n.languages import SOURCE
from dashboard.i18n.problem_text import KINDS, WORDS
from dashboard.lists.editing.columns import KINDS_OFFERED
from dashboard.lists.loading import load_list
from dashboard.lists.source import UPLOADED_LINE, filmography_source, own_source, published_source
from dashboard.model.list_info import ListInfo
from dashboard.model.rows import Unit
from dashboard.model.schema import OWN_WORDS, SCHEMA
from dashboard.query.loaded_list import EVIDENCE, IDENTITY
from dashboard.query.matching.seen import SEEN, THEIR_RATING
from dashboard.query.search.card_texts import PARTS
from dashboard.query.url import IGNORED
from tests.serving import ROOT

CODE = ROOT / "dashboard"
FOLDER = CODE / "i18n"
HEADER = """msgid ""
msgstr ""
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""
EXTRACTORS = (("**.py", "python"), ("render/templates/**", "jinja2"))
OPTIONS = {"render/templates/**": {"silent": "false"}}
KEYWORDS = {name: DEFAULT_KEYWORDS[name] for name in ("gettext", "ngettext", "pgettext")}

Found = tuple[str | None, str | tuple[str, ...], list[tuple[str, int]]]
"""A message's context, its text (two where it agrees with a count), and the module or template where it stands."""


def catalogues() -> dict[str, Path]:
    """The catalogue of each language but the code's own."""
    return {path.stem: path for path in sorted(FOLDER.glob("*.po"))}


def written_out(code: Path = CODE) -> Iterator[Found]:
    """The messages written out in the modules and templates of a folder."""
    for file, _, text, _, context in extract_from_dir(code, EXTRACTORS, OPTIONS, KEYWORDS):
        yield context, text, [(f"{CODE.name}/{file}", 0)]


def named() -> Iterator[Found]:
    """The messages that the code looks up by a value: what columns, values, lists and problems are called."""
    columns = [*SCHEMA, EVIDENCE, IDENTITY, SEEN, THEIR_RATING, *PARTS]
    values = [*STATUSES, *VERDICTS, *IDENTITY_STATUSES, *SEEN.values]
    sources = [published_source(), filmography_source(), own_source(Path("a.csv")), own_source(ROOT / "data")]
    for source in sources[:2]:
        loaded = load_list(source)
        for column in loaded.films.columns:
            if column.name in OWN_WORDS:
                cells = loaded.films.frame[column.name].dropna()
                values += [each for cell in cells for each in (cell if isinstance(cell, tuple) else (cell,))]
    yield from _in("column", (column.label for column in columns))
    yield from _in("value", values)
    yield from _in("unit", (*get_args(Unit), *(column.unit for column in SCHEMA)))
    yield from _in("column kind", (kind.name for kind in KINDS_OFFERED))
    yield from _in("kind of event", SHAPES)
    yield from _in("confidence", CONFIDENCES)
    yield from _in("change", CHANGE_KINDS)
    yield from _in("reason of a notice", (text for _, text in REASONS.values()))
    yield from _in("form", (text for each in FORMATS for text in (each.name, each.plural)))
    yield from _in("link", IGNORED.values())
    yield from _in("kind of remark", KINDS.values())
    yield from _in("problem", (text for words in WORDS.values() for text in words))
    yield from _in("list", [UPLOADED_LINE, *(text for source in sources for text in _texts(source.info))])


def _texts(info: ListInfo) -> tuple[str, ...]:
    own = (info.line, info.history)
    return (*own, info.name, info.title, info.origin) if info.ours else own


def _in(context: str, texts: Iterable[str]) -> Iterator[Found]:
    yield from ((context, text, []) for text in texts if text)


def template() -> Catalog:
    """Every message of the interface, in the order of contexts, places and texts."""
    found, made = Catalog(), Catalog()
    for context, text, places in sorted([*written_out(), *named()], key=lambda each: each[2]):
        found.add(text, locations=places, context=context)
    for each in sorted(filter(lambda message: message.id, found), key=_order):
        made.add(each.id, locations=each.locations, context=each.context)
    return made


def _order(message: Message) -> tuple[str, list[tuple[str, int]], tuple[str, ...]]:
    return message.context or "", message.locations, (message.id,) if isinstance(message.id, str) else tuple(message.id)


def up_to_date(code: str) -> Catalog:
    """The catalogue of a language with every message, as far as it is translated on disk."""
    made = read(FOLDER / f"{code}.po") if code in catalogues() else Catalog(code)
    made.update(template(), no_fuzzy_matching=True)
    return made


def write(code: str) -> None:
    """Bring one catalogue up to date on disk, or begin it."""
    made = up_to_date(code)
    with (FOLDER / f"{code}.po").open("wb") as file:
        file.write(HEADER.format(code=code, plural_forms=made.plural_forms).encode())
        write_po(file, made, width=0, omit_header=True, ignore_obsolete=True)


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
