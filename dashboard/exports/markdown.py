"""A programme as Markdown in which nothing of a list's texts is markup."""

from __future__ import annotations

import re

from dashboard.evidence.claims import Claim
from dashboard.evidence.words import notice_in_words
from dashboard.exports.programme_film import (
    Programme,
    ProgrammeFilm,
    dates,
    facts,
    is_web,
    legible,
    named,
    other_title,
    source_of,
)
from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~$^=&@!]|:(?=[^\s\d])|(?<=www)\.", re.IGNORECASE)


def as_markdown(programme: Programme, language: Language) -> bytes:
    """The programme: title, dates, total length, and a section for each film."""
    head = [
        f"# {plain(programme.title)}",
        plain(programme.list_title),
        *([plain(when)] if (when := dates(programme, language)) else []),
        plain(programme.total),
        f"<{programme.link}>" if is_web(programme.link) else plain(programme.link),
    ]
    films = [part for at, entry in enumerate(programme.entries) for part in _film(at + 1, entry, language)]
    return ("\n\n".join([*head, *films]) + "\n").encode()


def plain(text: str) -> str:
    r"""A text on one line that Markdown shows as it is.

    >>> print(plain("1. *a* [b](c) <i> www.d.org"))
    1\. \*a\* \[b\](c) \<i\> www\.d.org
    """
    escaped = _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
    return re.sub(r"^(\d{1,9})([.)])", r"\1\\\2", re.sub(r"^([-+])", r"\\\1", escaped))


def _film(number: int, entry: ProgrammeFilm, language: Language) -> list[str]:
    lines = [
        f"**{plain(language.moment(entry.when))}**" if entry.when else "",
        f"*{plain(other)}*" if (other := other_title(entry, language)) else "",
        plain(facts(entry, language)),
        *(_text(column.name, column_name(column, language), text) for column, text in entry.texts),
        _identity(entry, language),
        _list(language.gettext("Statements"), [_claim(entry, claim, language) for claim in entry.claims]),
        _list(
            language.gettext("Calendar check"), [plain(notice_in_words(notice, language)) for notice in entry.notices]
        ),
        _list(language.gettext("Sources"), [_source(*source) for source in entry.sources], numbered=True),
    ]
    return [f"## {number}. {plain(named(entry, language))}", *filter(None, lines)]


def _text(column: str, label: str, text: str) -> str:
    return f"> {plain(text)}" if column == "description" else f"> **{plain(label)}:** {plain(text)}"


def _identity(entry: ProgrammeFilm, language: Language) -> str:
    if entry.identity is None:
        return ""
    which, status = language.gettext("Which film this is:"), language.pgettext("value", entry.identity.status)
    return f"**{plain(which)}** {plain(status)}. {plain(entry.identity.note)}".rstrip()


def _claim(entry: ProgrammeFilm, claim: Claim, language: Language) -> str:
    verdict, number = language.pgettext("value", claim.verdict), entry.number(source_of(claim))
    source = f" ({plain(language.gettext('source'))} {number})" if number else ""
    return f"**{plain(verdict)}:** {plain(claim.claim)} {plain(claim.reason)}".rstrip() + source


def _list(named: str, items: list[str], numbered: bool = False) -> str:
    lines = [f"{f'{at + 1}.' if numbered else '-'} {item}" for at, item in enumerate(items)]
    return "\n".join([f"**{plain(named)}**", "", *lines]) if items else ""


def _source(title: str, address: str) -> str:
    where = f"<{address}>" if is_web(address) else plain(legible(address))
    return f"{plain(title)} {where}".strip()
