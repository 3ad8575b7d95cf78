"""What can be established about one film, as markup: statements marked where they stand, explained below."""

from __future__ import annotations

from html import escape

from dashboard.catalogue.composed import composed
from dashboard.charts.theme import VERDICT_SIGNS
from dashboard.evidence.calendar import Notice
from dashboard.evidence.claims import Claim, Verdict, tally
from dashboard.evidence.dossier import Dossier
from dashboard.evidence.segments import places, segments
from dashboard.evidence.words import notice_in_words
from dashboard.explore.search import hits
from dashboard.language.english import day
from dashboard.page.text import html, link, pieces

IN_THE_HEAD: tuple[Verdict, ...] = ("contradicted", "supported", "not established")
"""The verdicts a card's head counts, in its order."""


def numbered(dossier: Dossier, film: str, row: int) -> list[Claim]:
    """The claims of a film at `row` in the order in which a reader meets them: column by column, place by place."""
    claims = dossier.claims_of.get(film, ())
    order = [column.name for column in dossier.films.columns]
    frame = dossier.films.frame

    def met(claim: Claim) -> tuple[int, int, int]:
        text = str(frame[claim.field].iloc[row])
        start, end = places(composed(text), [composed(claim.quote)])[0] or (0, 0)
        return order.index(claim.field), start, end

    return sorted(claims, key=met)


def in_the_head(claims: tuple[Claim, ...]) -> str:
    """The head's summary for a label: how many statements are contradicted, supported, not established."""
    numbers = tally(claims)
    return " · ".join(
        f":{VERDICT_SIGNS[verdict].markdown}[{VERDICT_SIGNS[verdict].symbol} {numbers[verdict]} {verdict}]"
        for verdict in IN_THE_HEAD
        if numbers[verdict]
    )


def marked_text(text: str, claims: list[Claim], field: str, place: str, words: tuple[str, ...]) -> str:
    """A text as HTML, with each statement underlined and tagged with its number and verdict, and a search marked.

    Args:
        text: the text of one column.
        claims: all of the film's, as `numbered` gives them; those of other columns only keep their numbers.
        field: the column.
        place: sets apart the two places on the page in which a film can stand.
        words: of a search.
    """
    text = composed(text)
    found = hits(text, words)
    of_field = [(at, claim) for at, claim in enumerate(claims) if claim.field == field]
    parts = []
    for each in segments(text, [composed(claim.quote) for _, claim in of_field]):
        inner = pieces(text, found, each.start, each.end)
        if each.covered:
            worst = min((of_field[at][1] for at in each.covered), key=_gravity)
            inner = f'<span class="said-so {_css(worst.verdict)}">{inner}</span>'
        parts.append(inner + "".join(_tag(*of_field[at], place) for at in each.ends))
    return "".join(parts)


def _gravity(claim: Claim) -> int:
    return ("contradicted", "not established", "supported", "judgement").index(claim.verdict)


def verdict_mark(verdict: Verdict) -> str:
    """A verdict by symbol, colour and word, as HTML."""
    return f'<span class="verdict {_css(verdict)}">{VERDICT_SIGNS[verdict].symbol} {verdict}</span>'


def _css(verdict: Verdict) -> str:
    return verdict.replace(" ", "-")


def _tag(at: int, claim: Claim, place: str) -> str:
    here, there = f"mark-{place}-{claim.film}-{at + 1}", f"why-{place}-{claim.film}-{at + 1}"
    return (
        f'<a class="tag {_css(claim.verdict)}" id="{escape(here)}" href="#{escape(there)}" '
        f'aria-label="Statement {at + 1}, {claim.verdict}: why">'
        f"{at + 1} {VERDICT_SIGNS[claim.verdict].symbol} {claim.verdict}</a>"
    )


def explanations(claims: list[Claim], place: str) -> str:
    """The statements one by one: verdict, statement, reason, source, and the way back to its words."""
    if not claims:
        return ""
    items = "".join(_explanation(at, claim, place) for at, claim in enumerate(claims))
    return f'<p class="over"><strong>Statement by statement</strong></p><ol class="claims">{items}</ol>'


def _explanation(at: int, claim: Claim, place: str) -> str:
    here, there = f"why-{place}-{claim.film}-{at + 1}", f"mark-{place}-{claim.film}-{at + 1}"
    checked = f" Looked up on {day(claim.checked_on)}." if claim.checked_on else ""
    return (
        f'<li id="{escape(here)}" tabindex="-1">{verdict_mark(claim.verdict)} '
        f'{html(claim.claim)} {html(claim.reason)} {source(claim)}<span class="quiet">{checked}</span> '
        f'<a class="back" href="#{escape(there)}" aria-label="Back to statement {at + 1} in the text">↑ back</a></li>'
    )


def source(claim: Claim) -> str:
    """A claim's source as a link with how it was read; empty if it has none."""
    if not claim.source_url:
        return ""
    note = f" ({html(claim.source_note)})" if claim.source_note else ""
    return f"Source: {link(claim.source_url, claim.source_title)}{note}."


def calendar(notices: tuple[Notice, ...]) -> str:
    """What the calendar check found in a film's texts; empty for nothing."""
    items = "".join(f"<li>{_notice(notice)}</li>" for notice in notices)
    return f'<p class="over"><strong>Calendar check</strong></p><ul class="claims">{items}</ul>' if items else ""


def _notice(notice: Notice) -> str:
    source = link(notice.event.source_url, notice.event.source_title)
    said = html(notice_in_words(notice))
    return f'<span class="verdict contradicted">! calendar check</span> {said} Source: {source}.'
