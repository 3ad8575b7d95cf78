"""Ids: what names a film in links."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Sequence
from math import isnan

import numpy as np
import numpy.typing as npt
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from dashboard.cleaning.raw_columns import ConvertedColumn, RawColumns, as_given
from dashboard.cleaning.years import Years
from dashboard.model.kinds import Wrong, texts
from dashboard.model.schema import BY_NAME
from dashboard.model.text_column import (
    TYPE,
    Mask,
    Places,
    TextColumn,
    first_of,
    mask_of,
    number_among_equal,
    offsets_of,
)

LONGEST_ID = 200
AT_ONCE = 50_000
"""Texts whose letters are gone through at the same time."""

Letters = npt.NDArray[np.uint8]

_HYPHEN = ord("-")
_LETTER: Letters = np.full(256, _HYPHEN, dtype=np.uint8)
"""What each byte of an ASCII text is in an id, where a hyphen stands for all that is no letter and no digit."""
for _letter in string.ascii_letters + string.digits:
    _LETTER[ord(_letter)] = ord(_letter.lower())


def is_id(text: str) -> bool:
    """Whether a text can be an id: not empty, not too long for a link, and without blanks."""
    return 0 < len(text) <= LONGEST_ID and not re.search(r"\s", text)


def make_id(title: str, year: int | None) -> str:
    """A readable id from title and year, in the title's own letters.

    >>> make_id("Per Aspera Ad Astra", 1981), make_id("Кин-дза-дза!", 1986), make_id("!!!", None)
    ('per-aspera-ad-astra-1981', 'кин-дза-дза-1986', 'film')
    """
    letters = unicodedata.normalize("NFC", title[:LONGEST_ID].casefold())
    words = "".join(letter if _is_of_word(letter) else " " for letter in letters).split()
    return "-".join([*words, *([str(year)] if year else [])])[: LONGEST_ID - 10] or "film"


def _is_of_word(letter: str) -> bool:
    """Whether a character is part of a word: signs of vowels are, from Devanagari to Burmese."""
    return letter.isalnum() or ("\u0900" <= letter <= "\u109f" and unicodedata.category(letter) in ("Mn", "Mc"))


def convert_ids(raw: RawColumns, years: Years) -> ConvertedColumn:
    """The ids of a list: the one given, or made of title and year where it is missing, unfit or another film's.

    Args:
        raw: the list.
        years: each film's year, NaN where not known.
    """
    if "id" not in raw.cells:
        return ConvertedColumn(((BY_NAME["id"], texts(TextColumn(_made(raw.cells["title"], years)))),))
    cells = raw.cells["id"]
    unfit, twice, first = _unusable(cells)
    remade = np.union1d(unfit, twice)
    missing = np.union1d(remade, cells.rows(cells.sizes == 0))
    if not len(missing):
        return ConvertedColumn(((BY_NAME["id"], texts(cells)),))
    kept = np.isin(np.arange(len(cells)), missing, invert=True)
    own = pc.if_else(pa.array(kept), cells.array, pa.scalar("", TYPE)).to_pylist()
    made = _one_by_one(own, raw.cells["title"], years)
    wrong: list[Wrong] = [
        *((at, "not an id", made[at]) for at in unfit.tolist()),
        *((at, "id twice", str(raw.lines[before])) for at, before in zip(twice.tolist(), first.tolist(), strict=True)),
    ]
    columns = ((BY_NAME["id"], texts(made)), *as_given(raw, BY_NAME["id"], remade.tolist()))
    return ConvertedColumn(columns, raw.problems_of("id", wrong))


def _unusable(cells: TextColumn) -> tuple[Places, Places, Places]:
    """The positions of ids that are none, and of those that an earlier film has; beside these, the earlier ones'."""
    different, codes = cells.different()
    fit = np.array([is_id(cell) for cell in different], dtype=np.bool_)
    given = np.array([bool(cell) for cell in different], dtype=np.bool_)
    before = first_of(codes)
    twice = np.flatnonzero(fit[codes] & (before != np.arange(len(codes))))
    return np.flatnonzero((given & ~fit)[codes]), twice, before[twice]


def _made(titles: TextColumn, years: Years) -> pa.Array:
    """An id for every film, made of title and year.

    Of films for which the same is wanted, each has its number in their order behind it. They are made one by one where
    one with a number is what another film wants.
    """
    wanted, unusual = _wanted(titles, years)
    number = number_among_equal(wanted.dictionary_encode().indices.to_numpy())
    further = number > 1
    if not further.any():
        return wanted
    numbered = _joined(wanted.filter(pa.array(further)), number[further])
    with np.errstate(invalid="ignore"):
        may_end_so = unusual | ~(years > number.max())
    if pc.any(pc.is_in(numbered, wanted.filter(pa.array(may_end_so)))).as_py():
        return pa.array(_one_by_one([""] * len(titles), titles, years), TYPE)
    return pc.replace_with_mask(wanted, pa.array(further), numbered)


def _wanted(titles: TextColumn, years: Years) -> tuple[pa.Array, Mask]:
    """For each film what `make_id` gives; and which films' titles it had to be asked for."""
    stored = titles.stored
    odd = (titles.sizes > LONGEST_ID - 20) | ~mask_of(pc.string_is_ascii(stored))
    odd = odd if titles.codes is None else odd[titles.codes]
    words = TextColumn(words_joined(stored), titles.codes).array
    has_year = years > 0
    known = pc.if_else(pa.array(has_year), _joined(words, np.where(has_year, years, 0).astype(np.int64)), words)
    odd |= mask_of(pc.equal(pc.binary_length(words), 0))
    places = np.flatnonzero(odd)
    asked = zip(titles.take(places).to_pylist(), years[places].tolist(), strict=True)
    made = [make_id(title, _whole(year)) for title, year in asked]
    return pc.replace_with_mask(known, pa.array(odd), pa.array(made, TYPE)), odd


def _joined(texts: pa.Array, numbers: npt.NDArray[np.int64]) -> pa.Array:
    return pc.binary_join_element_wise(texts, pa.array(numbers).cast(pa.string()).cast(TYPE), pa.scalar("-", TYPE))


def words_joined(texts: pa.Array) -> pa.Array:
    """The words of ASCII texts in small letters with hyphens between them; of other texts, something or other.

    >>> words_joined(pa.array(["Kin-dza-dza!", "A  B_c", "..."], pa.large_string())).to_pylist()
    ['kin-dza-dza', 'a-b-c', '']
    """
    parts = [_words_joined(texts.slice(at, AT_ONCE)) for at in range(0, len(texts), AT_ONCE)]
    return pa.concat_arrays(parts) if parts else texts


def _words_joined(texts: pa.Array) -> pa.Array:
    _, _, data = texts.buffers()
    ends = offsets_of(texts)
    letters = _LETTER[np.frombuffer(data or b"", np.uint8)[ends[0] : ends[-1]]]
    ends = ends - ends[0]
    is_hyphen = letters == _HYPHEN
    begins = np.zeros(len(letters) + 1, dtype=np.bool_)
    begins[ends] = True
    letters, ends = _only(letters, ends, ~is_hyphen | ~(begins[:-1] | np.append(False, is_hyphen[:-1])))
    last = ends[1:][np.diff(ends) > 0] - 1
    kept = np.ones(len(letters), dtype=np.bool_)
    kept[last[letters[last] == _HYPHEN]] = False
    letters, ends = _only(letters, ends, kept)
    return pa.LargeStringArray.from_buffers(len(texts), pa.py_buffer(ends), pa.py_buffer(letters))


def _only(letters: Letters, ends: Places, kept: Mask) -> tuple[Letters, Places]:
    """Letters without some of them, and where the texts that they are end then."""
    return letters[kept], np.append(0, np.cumsum(kept))[ends]


def _one_by_one(own: Sequence[str], titles: Iterable[str], years: Years) -> list[str]:
    """An id for every film: the one given, each at most once, else one made of title and year."""
    taken = set(own) - {""}
    made: list[str] = []
    numbers: dict[str, int] = {}
    for given, title, year in zip(own, titles, years.tolist(), strict=True):
        made.append(given or _free(make_id(title, _whole(year)), taken, numbers))
        taken.add(made[-1])
    return made


def _whole(year: float) -> int | None:
    return None if isnan(year) else int(year)


def _free(wanted: str, taken: set[str], numbers: dict[str, int]) -> str:
    """`wanted`, or with the first number behind it that no film has; `numbers` holds the last one given to each."""
    name = wanted
    while name in taken:
        numbers[wanted] = numbers.get(wanted, 1) + 1
        name = f"{wanted}-{numbers[wanted]}"
    return name
