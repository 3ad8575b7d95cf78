"""What can be established about a film, where its texts say it: statements in their order, and texts cut at them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from dashboard.charts.theme import VERDICT_SIGNS, Sign
from dashboard.cleaning.nfc import composed
from dashboard.evidence.claims import Claim, Verdict, tally
from dashboard.evidence.segments import places, segments
from dashboard.i18n.languages import Language
from dashboard.query.search.matching import hits
from dashboard.render.pieces import Piece, part, pieces

IN_THE_HEAD: tuple[Verdict, ...] = ("contradicted", "supported", "not established")
"""The verdicts a card's head counts, in its order."""
GRAVEST_FIRST: tuple[Verdict, ...] = ("contradicted", "not established", "supported", "judgement")
SEEN = Sign("circle", "◉", "quiet", "gray")
"""How it shows in the head of a card that a list compared with has the film."""
ALARM = Sign("triangle-up", "!", "contradicted", "red")
"""How the calendar check shows in the head of a card without statements."""


class HeadMark(NamedTuple):
    """One of the marks beside a card's title, such as "✗ 2 contradicted"."""

    sign: Sign
    text: str


class Segment(NamedTuple):
    """A part of a text that the same statements cover.

    Attributes:
        pieces: the part, cut at what a search has found.
        verdict: the gravest of these statements'; None for plain text.
        ends: the numbers, from 1, of those whose words end with it.
    """

    pieces: tuple[Piece, ...]
    verdict: Verdict | None = None
    ends: tuple[int, ...] = ()


def head(claims: Sequence[Claim], is_noticed: bool, is_seen: bool, language: Language) -> tuple[HeadMark, ...]:
    """What stands beside a card's title: how many statements are contradicted, supported and not established.

    Without statements, whether the calendar check has noticed something. Then, whether a list compared with has it.
    """
    seen = (HeadMark(SEEN, language.gettext("seen")),) if is_seen else ()
    return (*_established(claims, is_noticed, language), *seen)


def _established(claims: Sequence[Claim], is_noticed: bool, language: Language) -> tuple[HeadMark, ...]:
    if not claims:
        return (HeadMark(ALARM, language.gettext("calendar check")),) if is_noticed else ()
    numbers = tally(claims)
    return tuple(
        HeadMark(VERDICT_SIGNS[verdict], number_of(verdict, numbers[verdict], language))
        for verdict in IN_THE_HEAD
        if numbers[verdict]
    )


def number_of(verdict: Verdict, number: int, language: Language) -> str:
    """How many statements have a verdict, as part of a sentence: ``3 supported``."""
    if verdict == "contradicted":
        return language.ngettext("{n} contradicted", "{n} contradicted", number)
    if verdict == "supported":
        return language.ngettext("{n} supported", "{n} supported", number)
    if verdict == "judgement":
        return language.ngettext("{n} judgement", "{n} judgements", number)
    return language.ngettext("{n} not established", "{n} not established", number)


def as_read(claims: Sequence[Claim], cells: Mapping[str, Any]) -> tuple[Claim, ...]:
    """A film's claims in the order in which a reader meets them: column by column, place by place.

    Args:
        claims: in any order.
        cells: what is known of the film, by column, in the list's order.
    """
    order = list(cells)

    def met(claim: Claim) -> tuple[int, int, int]:
        start, end = places(composed(str(cells[claim.field])), [composed(claim.quote)])[0] or (0, 0)
        return order.index(claim.field), start, end

    return tuple(sorted(claims, key=met))


def cut(text: str, claims: Sequence[Claim], field: str, words: tuple[str, ...]) -> tuple[Segment, ...]:
    """A text cut where statements begin and end, and where a search is found.

    Args:
        text: the text of one column.
        claims: all of the film's, as `as_read` gives them; those of other columns only keep their numbers.
        field: the column.
        words: of a search.
    """
    numbered = [(number, claim) for number, claim in enumerate(claims, 1) if claim.field == field]
    if not numbered:
        return (Segment(pieces(text, words)),)
    text = composed(text)
    found = hits(text, words)
    return tuple(
        Segment(
            part(text, found, each.start, each.end),
            min((numbered[at][1].verdict for at in each.covered), key=GRAVEST_FIRST.index, default=None),
            tuple(numbered[at][0] for at in each.ends),
        )
        for each in segments(text, [composed(claim.quote) for _, claim in numbered])
    )
