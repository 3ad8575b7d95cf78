"""The foot of the page: how the list was checked, what that does not prove, and how to send a correction."""

from __future__ import annotations

import streamlit as st

from dashboard import __version__
from dashboard.evidence.claims import Verdict
from dashboard.page.shown import Shown
from dashboard.page.statements import verdict_mark

VERDICTS: dict[Verdict, str] = {
    "supported": "a source that was read says so",
    "contradicted": "a source that was read says otherwise, or the calendar rules it out",
    "not established": "neither was found",
    "judgement": "an opinion; there is nothing to check",
}

OURS = """<p><strong>What was done.</strong> The texts were cut into single statements, and each was looked up in what
can be read on the web in English and Russian: encyclopaedias, film catalogues, programme notes, launch logs.
Each verdict stands with its reason, its source and the day it was looked up. Where only a copy of a page
could be read, the address is the original's and a note says so.</p>"""
THEIRS = """<p><strong>What was done.</strong> This list is not the project's own: what its statements come
to is said by whoever put it together, and this program has looked up none of it.</p>"""
MEANINGS = """<p><strong>The verdicts.</strong></p><ul>{verdicts}</ul>"""
CALENDAR = """<p><strong>The calendar check</strong> is made by the program, for every list: it notices a text that
names a dated thing for a film that came too early, or calls a film Soviet after the USSR had ended. It goes by words,
says nothing where it knows that a text may be right, and so finds less than a reader would; it can also be
wrong.</p>"""
LIMITS = """<p><strong>Limits.</strong> “Not found” means: not found by title, by its Russian equivalents or by plot, in
the places searched. It proves no more. Sources differ in years (a film made in 1980 may be released in 1981)
and in running times (by copy). A source can be wrong, and so can a verdict.</p>
<p><strong>Corrections.</strong> Write what is wrong, what is right, and an address where that can be read. In
the project's files a statement is a row of <code>data/claims.csv</code>, which film an entry is a row of
<code>data/identities.csv</code>, a film of the filmography a row of <code>data/filmography.csv</code>, a
dated thing a row of <code>data/calendar.csv</code>; <code>make test</code> says whether a changed row holds
together. The list's own words are a quotation and are not corrected.</p>"""


def draw(shown: Shown) -> None:
    """Draw how the list was checked, licences and version."""
    with st.expander("How this was checked"):
        verdicts = "".join(f"<li>{verdict_mark(name)}: {means}</li>" for name, means in VERDICTS.items())
        ours = shown.offer.ours
        parts = (OURS if ours else THEIRS, MEANINGS.format(verdicts=verdicts), CALENDAR, LIMITS if ours else "")
        st.html(f'<div class="film prose">{"".join(parts)}</div>')
    quoted = " The published list is quoted from its publisher." if shown.offer.introduction else ""
    st.caption(f"film-list-dashboard {__version__} · code under the MIT licence.{quoted}")
