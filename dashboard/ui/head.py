"""What stands beside the head of a list's page: what became of the list asked for, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.i18n.problem_text import sentence
from dashboard.model.problems import Problem
from dashboard.query.loaded_list import LoadedList
from dashboard.render.escape import label
from dashboard.render.templates import bullets
from dashboard.ui.state import session

MOST_PROBLEMS = 5


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
    if of_films := loaded.films.problems.graded("refused"):
        _problems(
            language.ngettext(
                "{n} row of the list’s file could not be used and is left out here.",
                "{n} rows of the list’s file could not be used and are left out here.",
                len({problem.line for problem in of_films}),
            ),
            of_films,
            language,
        )
    if refused := loaded.unusable:
        text = language.ngettext(
            "{n} row of the list’s evidence could not be used and is left out here.",
            "{n} rows of the list’s evidence could not be used and are left out here.",
            _rows(refused),
        )
        _problems(text, refused, language)
    if mendable := loaded.mendable:
        text = language.ngettext(
            "The list has the words of {n} statement no more. It is kept, on its film’s card, to be mended.",
            "The list has the words of {n} statements no more. They are kept, on their films’ cards, to be mended.",
            len(mendable),
        )
        _problems(text, mendable, language)
    if doubtful := [each for each in loaded.problems if each.grade != "refused"]:
        text = language.ngettext(
            "{n} row beside the list is doubtful and was used all the same.",
            "{n} rows beside the list are doubtful and were used all the same.",
            _rows(doubtful),
        )
        _problems(text, doubtful, language)


def _rows(problems: Sequence[Problem]) -> int:
    return len({(each.file, each.line) for each in problems})


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
    st.html(bullets(lines))
