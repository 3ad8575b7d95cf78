"""Ids: what names a film in links."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from dashboard.cleaning.raw_columns import ConvertedColumn, RawColumns, as_given
from dashboard.model.kinds import Wrong, texts
from dashboard.model.schema import BY_NAME

LONGEST_ID = 200
_WORD = re.compile(r"[^\W_]+")


def is_id(text: str) -> bool:
    """Whether a text can be an id: not empty, not too long for a link, and without blanks."""
    return 0 < len(text) <= LONGEST_ID and not re.search(r"\s", text)


def make_id(title: str, year: int | None) -> str:
    """A readable id from title and year, in the title's own letters.

    >>> make_id("Per Aspera Ad Astra", 1981), make_id("Кин-дза-дза!", 1986), make_id("!!!", None)
    ('per-aspera-ad-astra-1981', 'кин-дза-дза-1986', 'film')
    """
    words = _WORD.findall(unicodedata.normalize("NFC", title[:LONGEST_ID].casefold()))
    return "-".join([*words, *([str(year)] if year else [])])[: LONGEST_ID - 10] or "film"


def convert_ids(raw: RawColumns, years: Sequence[int | None]) -> ConvertedColumn:
    """The ids of a list: the one given, or made of title and year where it is missing, unfit or another film's."""
    cells = raw.cells.get("id", [""] * len(raw.lines))
    first: dict[str, int] = {}
    for at, cell in enumerate(cells):
        first.setdefault(cell, at)
    unfit = [at for at, cell in enumerate(cells) if cell and not is_id(cell)]
    twice = [at for at, cell in enumerate(cells) if cell and is_id(cell) and first[cell] != at]
    remade = {*unfit, *twice}
    kept = ["" if at in remade else cell for at, cell in enumerate(cells)]
    made = _ids_for(kept, raw.cells["title"], years)
    wrong: list[Wrong] = [
        *((at, "not an id", made[at]) for at in unfit),
        *((at, "id twice", str(raw.lines[first[cells[at]]])) for at in twice),
    ]
    columns = ((BY_NAME["id"], texts(made)), *as_given(raw, BY_NAME["id"], sorted(remade)))
    return ConvertedColumn(columns, raw.problems_of("id", wrong) if wrong else ())


def _ids_for(raw: Sequence[str], titles: Iterable[str], years: Iterable[int | None]) -> list[str]:
    """An id for every film: the one given, each at most once, else one made of title and year."""
    taken = set(raw) - {""}
    made: list[str] = []
    numbers: dict[str, int] = {}
    for own, title, year in zip(raw, titles, years, strict=True):
        made.append(own or _free(make_id(title, year), taken, numbers))
        taken.add(made[-1])
    return made


def _free(wanted: str, taken: set[str], numbers: dict[str, int]) -> str:
    """`wanted`, or with the first number behind it that no film has; `numbers` holds the last one given to each."""
    name = wanted
    while name in taken:
        numbers[wanted] = numbers.get(wanted, 1) + 1
        name = f"{wanted}-{numbers[wanted]}"
    return name
