"""The interface's languages: what each says for the English of the code, and how it writes numbers, days and lists."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from typing import TypeVar

from babel import Locale, negotiate_locale
from babel.core import get_global
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from dashboard.i18n.texts import apart, shortened

SOURCE = "en"
"""The language of the code, which needs no catalogue."""
CONVENTIONS = {SOURCE: "en_GB"}
"""Whose conventions a language follows where its name alone would mean another country's."""

Item = TypeVar("Item")


@dataclass(frozen=True, eq=False)
class Language:
    """One language of the interface; a value that is handed down, so that each visitor has their own.

    Messages are the code's English, with ``{name}`` where a value goes; one that the catalogue lacks stays English.

    Attributes:
        code: its name in a link and in `lang` attributes, such as "ru".
        locale: the conventions it follows.
        translations: its catalogue.
    """

    code: str
    locale: Locale
    translations: NullTranslations

    @property
    def name(self) -> str:
        """What it calls itself: ``Русский``."""
        name = Locale.parse(self.code).get_language_name(self.code) or self.code
        return name[0].upper() + name[1:]

    def writes(self, text: str) -> bool:
        """Whether a text is in letters of this language, where those are not the Latin ones.

        >>> [languages()["ru"].writes(text) for text in ("Солярис", "Solaris", "2001")], english().writes("Solaris")
        ([True, False, False], False)
        """
        script = _script(self.code)
        return script != "LATIN" and any(unicodedata.name(each, "").startswith(script) for each in text)

    def gettext(self, message: str, /, **values: object) -> str:
        """A message with its values.

        >>> english().gettext("to {year}", year=1970)
        'to 1970'
        """
        text = self.translations.gettext(message) if message else ""
        return text.format(**values) if values else text

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """A message whose meaning only its context tells, such as the name of a column."""
        text = self.translations.pgettext(context, message) if message else ""
        return text.format(**values) if values else text

    def ngettext(self, one: str, many: str, count: int, /, **values: object) -> str:
        """A message that agrees with a count; ``{n}`` stands for it.

        >>> [english().ngettext("{n} film", "{n} films", count) for count in (0, 1, 3201)]
        ['0 films', '1 film', '3,201 films']
        """
        return self.translations.ngettext(one, many, count).format(n=self.number(count), **values)

    def number(self, value: float) -> str:
        """Any number with its separators, and without a fraction if it has none.

        >>> [english().number(value) for value in (3201, 8.1, 60.0, 28341469.5, -0.05, -0.0, 1e21)]
        ['3,201', '8.1', '60', '28,341,469.5', '-0.05', '0', '1,000,000,000,000,000,000,000']
        """
        if isinstance(value, int):
            return _whole(self, value)
        plain = Decimal(f"{Decimal(str(float(value) + 0.0)):f}".removesuffix(".0"))
        return format_decimal(plain, locale=self.locale, decimal_quantization=False)

    def percent(self, share: float) -> str:
        r"""A share of 1 in whole percent, never rounded up to all.

        >>> english().percent(0.429), english().percent(0.999), languages()["ru"].percent(1)
        ('42%', '99%', '100\xa0%')
        """
        return format_percent(int(share * 100) / 100, locale=self.locale)

    def listing(
        self, items: Sequence[Item], called: Callable[[Item], str] = str, most: int = 5, *, is_choice: bool = False
    ) -> str:
        """Items as part of a sentence, each as it is called; a long list stops and says how many are left.

        >>> english().listing(["a"]), english().listing(["a", "b", "c"]), english().listing(list("abcdefg"))
        ('a', 'a, b and c', 'a, b, c, d, e and 2 more')
        >>> english().listing(["a", "b"], is_choice=True)
        'a or b'
        """
        shown = [called(item) for item in items[:most]]
        if len(items) > most:
            shown.append(self.ngettext("{n} more", "{n} more", len(items) - most))
        return format_list(shown, style="or" if is_choice else "standard", locale=self.locale)

    def quoted(self, text: str, most: int = 60) -> str:
        """A value in quotation marks, shortened."""
        return self.gettext("“{text}”", text=apart(shortened(text, most)))

    def day(self, when: date) -> str:
        """A day in words.

        >>> english().day(date(1977, 9, 29))
        '29 September 1977'
        """
        return format_date(when, "long", locale=self.locale)

    def moment(self, when: datetime) -> str:
        """A day of the week and a time in words.

        >>> english().moment(datetime(2026, 12, 1, 19, 30))
        'Tuesday, 1 December 2026, 19:30'
        """
        return f"{format_date(when, 'full', locale=self.locale)}, {format_time(when, 'short', locale=self.locale)}"

    def years(self, first: int | None, last: int | None) -> str:
        """A range of years; None is an open end.

        >>> english().years(1960, 1984), english().years(1972, 1972), english().years(1970, None)
        ('1960–1984', '1972', 'from 1970')
        """
        if first is None and last is None:
            return self.gettext("all years")
        if first is None:
            return self.gettext("to {year}", year=last)
        if last is None:
            return self.gettext("from {year}", year=first)
        return str(first) if first == last else f"{first}–{last}"

    def decade(self, name: str) -> str:
        """A decade such as "1960s" as this language writes it."""
        return self.gettext("{year}s", year=name.removesuffix("s"))

    def limits(self, lowest: float | None, highest: float | None, unit: str = "") -> str:
        """A range of numbers; None is an open end. `unit` is the schema's.

        >>> english().limits(60, 120, "min"), english().limits(8.1, 8.1), english().limits(None, 90, "min")
        ('60–120 min', '8.1', 'up to 90 min')
        """
        if lowest is None and highest is None:
            return self.gettext("any")
        if lowest is None:
            text = self.gettext("up to {number}", number=self.number(highest or 0))
        elif highest is None:
            text = self.gettext("from {number}", number=self.number(lowest))
        else:
            ends = (self.number(lowest), self.number(highest))
            text = ends[0] if lowest == highest else "–".join(ends)
        return f"{text} {self.pgettext('unit', unit)}".rstrip()


@lru_cache(4096)
def _whole(language: Language, value: int) -> str:
    """A whole number with its separators; a page has many, and mostly the same."""
    return format_decimal(value, locale=language.locale, decimal_quantization=False)


@cache
def languages() -> dict[str, Language]:
    """Every language there is, by code, the code's own first: one for each catalogue in this folder."""
    found = {SOURCE: NullTranslations()}
    for each in sorted(files(__package__).iterdir(), key=lambda each: each.name):
        if each.name.endswith(".po"):
            found[each.name.removesuffix(".po")] = _compiled(each.read_bytes())
    return {
        code: Language(code, Locale.parse(CONVENTIONS.get(code, code)), translations)
        for code, translations in found.items()
    }


@cache
def _script(code: str) -> str:
    """A language's script as the names of its letters begin in Unicode: "CYRILLIC"."""
    tag = get_global("likely_subtags").get(code, "").split("_")
    script = Locale.parse(SOURCE).scripts.get(tag[1] if len(tag) > 1 else "Latn", "Latin")
    return str(script).upper()


def _compiled(catalogue: bytes) -> GNUTranslations:
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(catalogue)))
    compiled.seek(0)
    return GNUTranslations(compiled)


def english() -> Language:
    """The language of the code, of the command line and of the log."""
    return languages()[SOURCE]


def preferred(accepted: str | None) -> Language:
    """The language that suits a browser best, by its header `Accept-Language`; English where none does.

    >>> preferred("de, ru-RU;q=0.8, en;q=0.5").code, preferred("de").code, preferred(None).code
    ('ru', 'en', 'en')
    """
    weighed = []
    for at, part in enumerate((accepted or "").split(",")):
        tag, _, weight = part.strip().partition(";q=")
        try:
            weighed.append((-float(weight or 1), at, tag.strip()))
        except ValueError:
            continue
    wanted = [tag for weight, _, tag in sorted(weighed) if weight]
    code = negotiate_locale(wanted, list(languages()), sep="-")
    return languages().get(code or SOURCE, english())


def language_of(code: str, accepted: str | None) -> Language:
    """The language that a link names, else the one that suits the browser."""
    return languages().get(code) or preferred(accepted)
