"""Texts of the evidence in more languages than their own: columns such as `reason_ru` beside `reason`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar, NamedTuple

from dashboard.i18n.codes import divided


class TextInLanguage(NamedTuple):
    """A text as a page shows it, and its language where that is known and not the page's; empty otherwise."""

    text: str
    language: str


@dataclass(frozen=True)
class MultilingualText:
    """One text with its translations.

    Attributes:
        original: the text in its own language; may be empty.
        translations: by the code of their language, in the order of the codes; none is empty.
    """

    original: str
    translations: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.original or self.translations)

    def in_language(self, code: str, own: str = "") -> TextInLanguage:
        """The text as a page in a language shows it.

        A page in a country's form of a language takes the language's text where the form has none. Without a text in
        the page's language the original stands, and without an original the first translation.

        Args:
            code: of the page's language.
            own: the code of the original's language; empty where that is not known.
        """
        known = dict(self.translations)
        for wanted in (code.casefold(), code.casefold().split("_")[0]):
            if wanted in known:
                return TextInLanguage(known[wanted], "")
        if not self.original and self.translations:
            return TextInLanguage(self.translations[0][1], self.translations[0][0])
        return TextInLanguage(self.original, own if own != code else "")


@dataclass(frozen=True)
class Translations:
    """What a row says in further languages.

    Attributes:
        texts: for each column that is translated and each language the column's name, the code and the text, in order.
    """

    texts: tuple[tuple[str, str, str], ...] = ()

    def of(self, column: str, original: str) -> MultilingualText:
        """A column's text with its translations."""
        found = tuple((code, text) for name, code, text in self.texts if name == column)
        return MultilingualText(original, found)

    @property
    def cells(self) -> dict[str, str]:
        """The same by the names that the columns have in a file, such as `reason_ru`."""
        return {f"{column}_{code}": text for column, code, text in self.texts}


UNTRANSLATED = Translations()


ATTRIBUTES = {"film_id": "film", "date": "day"}
"""For columns of evidence the attribute that holds them, where none has the column's own name."""


class Translated:
    """What a row of the evidence is: it may have translations of its texts.

    Attributes:
        columns: those of its file. A cell is the attribute of that name, or of that in `ATTRIBUTES`, unless `written`
            has it.
    """

    columns: ClassVar[tuple[str, ...]]
    translations: Translations

    def written(self) -> Mapping[str, str]:
        """The cells that no attribute holds as the file has them."""
        return {}

    @property
    def cells(self) -> dict[str, str]:
        """The row as its file has it, with its translations; what is not known is empty."""
        written = self.written()
        own = {name: written[name] if name in written else str(self._held(name) or "") for name in self.columns}
        return own | self.translations.cells

    def _held(self, column: str) -> object:
        return getattr(self, column if hasattr(self, column) else ATTRIBUTES[column])

    def in_languages(self, column: str) -> MultilingualText:
        """The text of one of its columns, with its translations."""
        return self.translations.of(column, getattr(self, column))

    def text_in(self, column: str, code: str) -> str:
        """The text of one of its columns as a page in a language shows it."""
        return self.in_languages(column).in_language(code).text


def translations_in(cells: Mapping[str, str], columns: Iterable[str]) -> Translations:
    """What a row says in further languages of some columns. Empty cells are left out, as is any other column."""
    named = ((*divided(name), text) for name, text in cells.items())
    wanted = set(columns)
    return Translations(tuple(sorted(each for each in named if each[0] in wanted and each[2])))


def columns_with_translations(columns: Iterable[str], rows: Iterable[Translated]) -> tuple[str, ...]:
    """The columns of a file, each with those of its translations behind it that some rows need."""
    found = sorted({name for row in rows for name in row.translations.cells})
    groups = ((column, *(each for each in found if divided(each)[0] == column)) for column in columns)
    return tuple(chain.from_iterable(groups))
