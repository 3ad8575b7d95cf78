"""What the statements of a list come to: one small chart and one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.charts.theme import ThemeName
from dashboard.charts.verdicts import chart
from dashboard.evidence.claims import Claim, Verdict, tally
from dashboard.i18n.languages import Language
from dashboard.query.cache import cached
from dashboard.query.loaded_list import LoadedList
from dashboard.render.statements import number_of
from dashboard.render.templates import note
from dashboard.ui.browser import theme


def draw(loaded: LoadedList, language: Language) -> None:
    """Draw how many statements of a list have each verdict; nothing for a list without claims."""
    if not loaded.claims:
        return
    said = sentence(loaded, language)
    st.vega_lite_chart(spec=_chart(loaded, theme(), language), theme=None, alt=said, key="verdicts")
    st.html(note(said))


@cached(4)
def _chart(loaded: LoadedList, theme: ThemeName, language: Language) -> dict[str, Any]:
    return chart(loaded.claims, theme, language)


def sentence(loaded: LoadedList, language: Language) -> str:
    """How many statements a list makes, how many of each verdict, and the same for its fact lines."""
    claims = loaded.claims
    said = language.ngettext(
        "The list makes {n} statement: {verdicts}.",
        "The list makes {n} statements: {verdicts}.",
        len(claims),
        verdicts=_numbers(tally(claims), language),
    )
    facts = [claim for claim in claims if claim.field == "fact"]
    if not facts:
        return said
    of_facts = language.ngettext(
        "The fact lines make {n} of them: {verdicts}; {whole}.",
        "The fact lines make {n} of them: {verdicts}; {whole}.",
        len(facts),
        verdicts=_numbers(tally(facts), language),
        whole=_whole(facts, language),
    )
    return f"{said} {of_facts}"


def _whole(facts: Sequence[Claim], language: Language) -> str:
    films = {claim.film for claim in facts}
    holding = [film for film in films if {c.verdict for c in facts if c.film == film} <= {"supported", "judgement"}]
    lines = language.ngettext("{n} fact line", "{n} fact lines", len(films))
    if not holding:
        return language.gettext("none of {lines} holds whole", lines=lines)
    return language.ngettext("{n} of {lines} holds whole", "{n} of {lines} hold whole", len(holding), lines=lines)


def _numbers(numbers: Mapping[Verdict, int], language: Language) -> str:
    """Numbers of verdicts as part of a sentence, such as "3 supported and 8 contradicted"."""
    return language.listing(
        [number_of(verdict, count, language) for verdict, count in numbers.items() if count], most=9
    )
