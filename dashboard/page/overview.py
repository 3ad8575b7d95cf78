"""What the statements of a list come to: one small chart and one sentence."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.charts.verdicts import chart
from dashboard.evidence.claims import Verdict, tally
from dashboard.evidence.dossier import Dossier
from dashboard.language.english import counted, listing, number
from dashboard.page.shown import theme
from dashboard.page.text import html


def draw(dossier: Dossier) -> None:
    """Draw how many statements of a list have each verdict; nothing for a list without claims."""
    if not dossier.claims:
        return
    said = sentence(dossier)
    st.vega_lite_chart(spec=chart(dossier.claims, theme()), theme=None, alt=said, key="verdicts")
    st.html(f'<p class="small">{html(said)}</p>')


def sentence(dossier: Dossier) -> str:
    """How many statements a list makes, how many of each verdict, and the same for its fact lines."""
    claims = dossier.claims
    said = f"Of {counted(len(claims), 'statement')} in this list {_numbers(tally(claims))}."
    facts = [claim for claim in claims if claim.field == "fact"]
    if not facts:
        return said
    films = {claim.film for claim in facts}
    holding = [film for film in films if {c.verdict for c in facts if c.film == film} <= {"supported", "judgement"}]
    lines = counted(len(films), "fact line")
    whole = (
        f"{number(len(holding)) if holding else 'none'} of the {lines} {'holds' if len(holding) < 2 else 'hold'} whole"
    )
    return f"{said} Of the {len(facts)} in the fact lines {_numbers(tally(facts))}; {whole}."


def _numbers(numbers: Mapping[Verdict, int]) -> str:
    """Numbers of verdicts as part of a sentence, such as "3 are supported and 8 contradicted"."""
    parts = [f"{number(count)} {verdict}" for verdict, count in numbers.items() if count]
    parts = [part.replace("judgement", "judgements") if not part.startswith("1 ") else part for part in parts]
    first, *rest = parts
    count, _, verdict = first.partition(" ")
    return listing([f"{count} {'is' if count == '1' else 'are'} {verdict}", *rest], most=9)
