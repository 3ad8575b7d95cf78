"""The foot of the page: how the list was checked, what that does not prove, and how to send a correction."""

from __future__ import annotations

import streamlit as st

from dashboard import __version__
from dashboard.evidence.claims import Verdict
from dashboard.i18n.languages import Language
from dashboard.model.list_info import ListInfo
from dashboard.render.escape import html
from dashboard.render.statements import verdict_mark

FILES = ("data/claims.csv", "data/identities.csv", "data/filmography.csv", "data/calendar.csv", "make test")
"""What a correction names, in the order in which the text does."""


def draw(source: ListInfo, language: Language) -> None:
    """Draw how the list was checked, licences and version."""
    ours = source.ours
    with st.expander(language.gettext("How this was checked")):
        parts = (
            _paragraph(language.gettext("What was done."), _ours(language) if ours else _theirs(language)),
            _verdicts(language),
            _paragraph(language.gettext("The calendar check"), _calendar(language)),
            *(_limits(language) if ours else ()),
        )
        st.html(f'<div class="film prose">{"".join(parts)}</div>')
    said = language.gettext("film-list-dashboard {version} · code under the MIT licence.", version=__version__)
    quoted = language.gettext("The published list is quoted from its publisher.") if source.introduction else ""
    st.caption(f"{said} {quoted}")


def _paragraph(head: str, text: str) -> str:
    return f"<p><strong>{html(head)}</strong> {html(text)}</p>"


def _ours(language: Language) -> str:
    return language.gettext(
        "The texts were cut into single statements, and each was looked up in what can be read on the web in English "
        "and Russian: encyclopaedias, film catalogues, programme notes, launch logs. Each verdict stands with its "
        "reason, its source and the day it was looked up. Where only a copy of a page could be read, the address is "
        "the original’s and a note says so."
    )


def _theirs(language: Language) -> str:
    return language.gettext(
        "This list is not the project’s own: what its statements come to is said by whoever put it together, and "
        "this program has looked up none of it."
    )


def _verdicts(language: Language) -> str:
    meanings: dict[Verdict, str] = {
        "supported": language.gettext("a source that was read says so"),
        "contradicted": language.gettext("a source that was read says otherwise, or the calendar rules it out"),
        "not established": language.gettext("neither was found"),
        "judgement": language.gettext("an opinion; there is nothing to check"),
    }
    items = (f"<li>{verdict_mark(name, language)}: {html(means)}</li>" for name, means in meanings.items())
    return f"<p><strong>{html(language.gettext('The verdicts.'))}</strong></p><ul>{''.join(items)}</ul>"


def _calendar(language: Language) -> str:
    return language.gettext(
        "is made by the program, for every list: it notices a text that names a dated thing for a film that came too "
        "early, or calls a film Soviet after the USSR had ended. It goes by words, says nothing where it knows that a "
        "text may be right, and so finds less than a reader would; it can also be wrong."
    )


def _limits(language: Language) -> tuple[str, str]:
    limits = language.gettext(
        "“Not found” means: not found by title, by its Russian equivalents or by plot, in the places searched. It "
        "proves no more. Sources differ in years (a film made in 1980 may be released in 1981) and in running times "
        "(by copy). A source can be wrong, and so can a verdict."
    )
    corrections = language.gettext(
        "Write what is wrong, what is right, and an address where that can be read. In the project’s files a "
        "statement is a row of {claims}, which film an entry is a row of {identities}, a film of the filmography a "
        "row of {filmography}, a dated thing a row of {calendar}; {command} says whether a changed row holds "
        "together. The list’s own words are a quotation and are not corrected."
    )
    names = ("claims", "identities", "filmography", "calendar", "command")
    code = {name: f"<code>{file}</code>" for name, file in zip(names, FILES, strict=True)}
    return (
        _paragraph(language.gettext("Limits."), limits),
        f"<p><strong>{html(language.gettext('Corrections.'))}</strong> {html(corrections).format(**code)}</p>",
    )
