"""What can be established about one film, as markup: statements marked where they stand, explained below."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from dashboard.charts.theme import VERDICT_SIGNS
from dashboard.cleaning.nfc import composed
from dashboard.evidence.calendar import Notice
from dashboard.evidence.claims import Claim, Verdict, tally
from dashboard.evidence.segments import places, segments
from dashboard.evidence.words import notice_in_words
from dashboard.i18n.languages import Language
from dashboard.query.loaded_list import LoadedList
from dashboard.query.search.matching import hits
from dashboard.render.escape import html, link, pieces

IN_THE_HEAD: tuple[Verdict, ...] = ("contradicted", "supported", "not established")
"""The verdicts a card's head counts, in its order."""


@dataclass(frozen=True)
class Place:
    """Where on the page a card stands, so that one film can stand in two places, and in which languages it speaks.

    Attributes:
        name: sets the place apart from others.
        language: the page's.
        said_in: the `lang` attribute of what the list says; empty for none.
    """

    name: str
    language: Language
    said_in: str = ""


def numbered(loaded: LoadedList, film: str, row: int) -> list[Claim]:
    """The claims of a film at `row` in the order in which a reader meets them: column by column, place by place."""
    claims = loaded.claims_of.get(film, ())
    order = [column.name for column in loaded.films.columns]
    frame = loaded.films.frame

    def met(claim: Claim) -> tuple[int, int, int]:
        text = str(frame[claim.field].iloc[row])
        start, end = places(composed(text), [composed(claim.quote)])[0] or (0, 0)
        return order.index(claim.field), start, end

    return sorted(claims, key=met)


def in_the_head(claims: tuple[Claim, ...], language: Language) -> str:
    """The head's summary for a label: how many statements are contradicted, supported, not established."""
    numbers = tally(claims)
    parts = []
    for verdict in IN_THE_HEAD:
        if number := numbers[verdict]:
            sign = VERDICT_SIGNS[verdict]
            parts.append(f":{sign.markdown}[{sign.symbol} {number_of(verdict, number, language)}]")
    return " · ".join(parts)


def number_of(verdict: Verdict, number: int, language: Language) -> str:
    """How many statements have a verdict, as part of a sentence: ``3 supported``."""
    if verdict == "contradicted":
        return language.ngettext("{n} contradicted", "{n} contradicted", number)
    if verdict == "supported":
        return language.ngettext("{n} supported", "{n} supported", number)
    if verdict == "judgement":
        return language.ngettext("{n} judgement", "{n} judgements", number)
    return language.ngettext("{n} not established", "{n} not established", number)


def marked_text(text: str, claims: list[Claim], field: str, place: Place, words: tuple[str, ...]) -> str:
    """A text as HTML, with each statement underlined and tagged with its number and verdict, and a search marked.

    Args:
        text: the text of one column.
        claims: all of the film's, as `numbered` gives them; those of other columns only keep their numbers.
        field: the column.
        place: where it stands.
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


def verdict_mark(verdict: Verdict, language: Language) -> str:
    """A verdict by symbol, colour and word, as HTML."""
    return f'<span class="verdict {_css(verdict)}">{VERDICT_SIGNS[verdict].symbol} {_named(verdict, language)}</span>'


def _named(verdict: Verdict, language: Language) -> str:
    return html(language.pgettext("value", verdict))


def _css(verdict: Verdict) -> str:
    return verdict.replace(" ", "-")


def _tag(at: int, claim: Claim, place: Place) -> str:
    language = place.language
    here, there = f"mark-{place.name}-{claim.film}-{at + 1}", f"why-{place.name}-{claim.film}-{at + 1}"
    verdict = language.pgettext("value", claim.verdict)
    said = escape(language.gettext("Statement {number}, {verdict}: why", number=at + 1, verdict=verdict))
    return (
        f'<a class="tag {_css(claim.verdict)}" id="{escape(here)}" href="#{escape(there)}" aria-label="{said}" '
        f'lang="{language.code}">{at + 1} {VERDICT_SIGNS[claim.verdict].symbol} {html(verdict)}</a>'
    )


def explanations(claims: list[Claim], place: Place) -> str:
    """The statements one by one: verdict, statement, reason, source, and the way back to its words."""
    if not claims:
        return ""
    items = "".join(_explanation(at, claim, place) for at, claim in enumerate(claims))
    head = html(place.language.gettext("Statement by statement"))
    return f'<p class="over"><strong>{head}</strong></p><ol class="claims">{items}</ol>'


def _explanation(at: int, claim: Claim, place: Place) -> str:
    language = place.language
    here, there = f"why-{place.name}-{claim.film}-{at + 1}", f"mark-{place.name}-{claim.film}-{at + 1}"
    when = language.day(claim.checked_on) if claim.checked_on else ""
    checked = f" {language.gettext('Looked up on {day}.', day=when)}" if when else ""
    back = escape(language.gettext("Back to statement {number} in the text", number=at + 1))
    return (
        f'<li id="{escape(here)}" tabindex="-1">{verdict_mark(claim.verdict, language)} '
        f"<span{place.said_in}>{html(claim.claim)} {html(claim.reason)}</span> "
        f'{source(claim, language)}<span class="quiet">{html(checked)}</span> '
        f'<a class="back" href="#{escape(there)}" aria-label="{back}">↑ {html(language.gettext("back"))}</a></li>'
    )


def source(claim: Claim, language: Language) -> str:
    """A claim's source as a link with how it was read; empty if it has none."""
    if not claim.source_url:
        return ""
    note = f" ({html(claim.source_note)})" if claim.source_note else ""
    return f"{html(language.gettext('Source:'))} {link(claim.source_url, claim.source_title)}{note}."


def calendar(notices: tuple[Notice, ...], language: Language) -> str:
    """What the calendar check found in a film's texts; empty for nothing."""
    items = "".join(f"<li>{_notice(notice, language)}</li>" for notice in notices)
    head = html(language.gettext("Calendar check"))
    return f'<p class="over"><strong>{head}</strong></p><ul class="claims">{items}</ul>' if items else ""


def _notice(notice: Notice, language: Language) -> str:
    source = link(notice.event.source_url, notice.event.source_title)
    check, said = html(language.gettext("calendar check")), html(notice_in_words(notice, language))
    head = f'<span class="verdict contradicted">! {check}</span>'
    return f"{head} {said} {html(language.gettext('Source:'))} {source}."
