"""The head of the page: what the list is, what is wrong with it, and what its statements come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.charts.theme import ThemeName
from dashboard.charts.verdicts import chart
from dashboard.evidence.claims import Claim, Verdict, tally
from dashboard.i18n.languages import Language
from dashboard.i18n.names import list_line, list_title
from dashboard.i18n.problem_text import sentence
from dashboard.model.list_info import ListInfo
from dashboard.model.problems import Problem
from dashboard.query.cache import cached
from dashboard.query.loaded_list import LoadedList
from dashboard.render.escape import label
from dashboard.render.film_card import elsewhere
from dashboard.render.statements import number_of
from dashboard.render.templates import bullets, note, render
from dashboard.ui.browser import theme
from dashboard.ui.state import session

MOST_PROBLEMS = 5


def heading(source: ListInfo, language: Language) -> None:
    """Draw the title, what the list is, and its own introduction."""
    st.title(label(list_title(source, language)), anchor=False)
    st.html(note(list_line(source, language), "line"))
    if source.introduction or source.origin:
        with st.expander(language.gettext("About this list")):
            known, origin = elsewhere(source.language, language), language.pgettext("list", source.origin)
            st.html(render("quote.html", language, introduction=source.introduction, known=known, origin=origin))


def notices(language: Language) -> None:
    """Draw what a visitor must know before anything else: what became of the list they asked for."""
    mine = session()
    gone = any(each.kind == "list not here" for each in mine.ignored)
    mine.has_banner = gone or bool(mine.notice)
    if gone:
        not_here = language.gettext(
            "The list of this link is not here any more: it expired, it was deleted, or the link is damaged. "
            "Another list is shown below."
        )
        st.warning(label(not_here), icon=":material/link_off:")
    elif mine.notice:
        st.success(label(mine.notice), icon=":material/check:")
    mine.notice = ""


def trouble(loaded: LoadedList, broken: tuple[Problem, ...], language: Language) -> None:
    """Draw what is wrong with the list's files, if anything."""
    if broken:
        changed = language.gettext(
            "The list’s files have changed and cannot be used now. This is the last version that could be read."
        )
        _problems(changed, broken, language)
    if refused := loaded.films.problems.graded("refused"):
        _problems(
            language.ngettext(
                "{n} row of the list’s file could not be used and is left out here.",
                "{n} rows of the list’s file could not be used and are left out here.",
                len({problem.line for problem in refused}),
            ),
            refused,
            language,
        )
    if loaded.problems:
        rows = len({(each.file, each.line) for each in loaded.problems})
        _problems(
            language.ngettext(
                "{n} row of the list’s evidence could not be used and is left out here.",
                "{n} rows of the list’s evidence could not be used and are left out here.",
                rows,
            ),
            loaded.problems,
            language,
        )


def _problems(text: str, problems: Sequence[Problem], language: Language) -> None:
    lines = [sentence(problem, language) for problem in problems[:MOST_PROBLEMS]]
    if len(problems) > MOST_PROBLEMS:
        more = language.ngettext(
            "and {n} more problem; the terminal that serves this page names them all",
            "and {n} more problems; the terminal that serves this page names them all",
            len(problems) - MOST_PROBLEMS,
        )
        lines.append(more)
    st.warning(label(text), icon=":material/report:")
    st.html(bullets(lines, "problems"))


def verdicts(loaded: LoadedList, language: Language) -> None:
    """Draw how many statements of a list have each verdict; nothing for a list without claims."""
    if not loaded.claims:
        return
    text = verdict_sentence(loaded, language)
    st.vega_lite_chart(spec=_verdict_chart(loaded, theme(), language), theme=None, alt=text, key="verdicts")
    st.html(note(text))


@cached(4)
def _verdict_chart(loaded: LoadedList, theme: ThemeName, language: Language) -> dict[str, Any]:
    return chart(loaded.claims, theme, language)


def verdict_sentence(loaded: LoadedList, language: Language) -> str:
    """How many statements a list makes, how many of each verdict, and the same for its fact lines."""
    claims = loaded.claims
    text = language.ngettext(
        "The list makes {n} statement: {verdicts}.",
        "The list makes {n} statements: {verdicts}.",
        len(claims),
        verdicts=_numbers(tally(claims), language),
    )
    facts = [claim for claim in claims if claim.field == "fact"]
    if not facts:
        return text
    of_facts = language.ngettext(
        "The fact lines make {n} of them: {verdicts}; {whole}.",
        "The fact lines make {n} of them: {verdicts}; {whole}.",
        len(facts),
        verdicts=_numbers(tally(facts), language),
        whole=_whole(facts, language),
    )
    return f"{text} {of_facts}"


def _whole(facts: Sequence[Claim], language: Language) -> str:
    films = {claim.film for claim in facts}
    holding = [film for film in films if {c.verdict for c in facts if c.film == film} <= {"supported", "judgement"}]
    lines = language.ngettext("{n} fact line", "{n} fact lines", len(films))
    if not holding:
        return language.gettext("none of {lines} holds in full", lines=lines)
    return language.ngettext("{n} of {lines} holds in full", "{n} of {lines} hold in full", len(holding), lines=lines)


def _numbers(numbers: Mapping[Verdict, int], language: Language) -> str:
    """Numbers of verdicts as part of a sentence, such as "3 supported and 8 contradicted"."""
    return language.listing(
        [number_of(verdict, count, language) for verdict, count in numbers.items() if count], most=9
    )
