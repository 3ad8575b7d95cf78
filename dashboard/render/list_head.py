"""The head of a list's page: what it is, what its statements come to, an example, and a comparison with another."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice
from typing import NamedTuple

import numpy as np
from markupsafe import Markup

from dashboard import __version__
from dashboard.charts.marks import has_dots
from dashboard.evidence.changes import OF_VERDICTS, TRANSLATED, Change
from dashboard.evidence.claims import VERDICTS, Claim, Verdict, tally
from dashboard.evidence.translations import TextInLanguage
from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name, list_line, list_title
from dashboard.model.list_info import ListInfo
from dashboard.query.cache import cached
from dashboard.query.in_words import film_name, heading
from dashboard.query.index import Index
from dashboard.query.loaded_list import LoadedList
from dashboard.query.matching.comparison import Only
from dashboard.query.matching.in_words import decades_seen, only_there_in_words, seen_in_words, ways
from dashboard.query.matching.pairs import Pair, pair_in_words
from dashboard.query.result import Addresses, QueryResult
from dashboard.query.view import MOST_SEEN, View
from dashboard.render.film_card import elsewhere
from dashboard.render.filter_forms import Choice
from dashboard.render.statements import number_of
from dashboard.render.templates import render
from dashboard.settings import HINTS_COOKIE

MOST_OTHERS = 200
"""Films of the list compared with that are named."""


class Part(NamedTuple):
    """A part of the bar of verdicts: the verdict, how many statements have it, and the same in words."""

    verdict: Verdict
    number: int
    text: str


class Example(NamedTuple):
    """A statement as the head shows it, with the film that it stands in and the way to that film's card."""

    claim: Claim
    film: str
    link: str


def list_head(result: QueryResult) -> Markup:
    """The head of the page of a list, the same in each of its views."""
    view = View(result.view.list, language=result.view.language)
    return _head(result.loaded, view, result.language, result.addresses)


@cached(8)
def _head(loaded: LoadedList, view: View, language: Language, addresses: Addresses) -> Markup:
    info = loaded.info
    return render(
        "list_head.html",
        language,
        title=list_title(info, language),
        line=list_line(info, language),
        introduction=info.introduction,
        known=elsewhere(info.language, language),
        origin=language.pgettext("list", info.origin) if info.origin else "",
        sentence=verdict_sentence(loaded, language),
        bar=verdict_bar(loaded, language),
        example=_example(loaded, view, language, addresses),
    )


def hint(result: QueryResult) -> Markup:
    """What a first visit is told of a list, in a line."""
    statements, dots = len(result.loaded.claims), has_dots(result.index)
    return render("hints.html", result.language, statements=statements, has_dots=dots)


def has_hint(cookies: Mapping[str, str], is_embedded: bool, film: str) -> bool:
    """Whether a visit is told that: a first one, and neither to a film nor in another site's frame."""
    return not (cookies.get(HINTS_COOKIE[0]) == HINTS_COOKIE[1] or is_embedded or film)


def verdict_bar(loaded: LoadedList, language: Language) -> tuple[Part, ...]:
    """The verdicts that a list's statements have, in the order of `VERDICTS`; empty without statements."""
    numbers = tally(loaded.claims)
    return tuple(
        Part(verdict, numbers[verdict], number_of(verdict, numbers[verdict], language))
        for verdict in VERDICTS
        if numbers[verdict]
    )


def _example(loaded: LoadedList, view: View, language: Language, addresses: Addresses) -> Example | None:
    claim = example(loaded)
    if claim is None:
        return None
    link = addresses.link(replace(view, film=claim.film))
    return Example(claim, film_name(loaded.index, claim.film, language), link)


def example(loaded: LoadedList) -> Claim | None:
    """The contradicted statement by which a stranger sees what is checked here; None where nothing is contradicted.

    One that is plain by its dates goes first, which is one that the calendar check has found too; then one of a fact
    line; then the shortest with its reason.
    """
    contradicted = [claim for claim in loaded.claims if claim.verdict == "contradicted"]
    return min(contradicted, key=lambda claim: _plainness(loaded, claim), default=None)


def _plainness(loaded: LoadedList, claim: Claim) -> tuple[bool, bool, int]:
    notices = loaded.notices_of.get(claim.film, ())
    is_found = any(each.field == claim.field and each.quote in claim.quote for each in notices)
    return not is_found, claim.field != "fact", len(claim.quote) + len(claim.reason)


def verdict_sentence(loaded: LoadedList, language: Language) -> str:
    """How many statements a list makes, how many of each verdict, and the same for its fact lines; empty for none."""
    claims = loaded.claims
    if not claims:
        return ""
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


class ChangeLine(NamedTuple):
    """A change of a list as a page tells it.

    Attributes:
        kind: what kind of change, in words.
        film: the film's name.
        part: the statement, or what the column is called; empty where it is the film as a whole.
        before: what stood there; empty where that says nothing.
        after: what stands there since; likewise.
        reason: why.
    """

    kind: str
    film: str
    part: TextInLanguage
    before: TextInLanguage
    after: TextInLanguage
    reason: TextInLanguage


def how_checked(loaded: LoadedList, language: Language, has_form: bool) -> Markup:
    """How a list was checked, what that does not prove, and what has changed.

    `has_form` says whether its cards lead to the form for corrections.
    """
    days = groupby(loaded.changes, lambda change: change.day)
    return render(
        "about.html",
        language,
        is_ours=loaded.info.ours,
        has_form=has_form,
        changes=[(day, [_change_line(loaded, change, language) for change in found]) for day, found in days],
    )


def _change_line(loaded: LoadedList, change: Change, language: Language) -> ChangeLine:
    index, known = loaded.index, loaded.info.language
    told = {name: change.in_languages(name).in_language(language.code, known) for name in TRANSLATED}
    if change.change in OF_VERDICTS:
        told |= {name: _in_words(language.pgettext("value", told[name].text)) for name in ("before", "after")}
    if change.change == "cell changed":
        column = index.columns.get(change.part)
        told["part"] = _in_words(column_name(column, language) if column else change.part)
        told |= {
            name: told[name] if told[name].text else _in_words(language.gettext("not known"))
            for name in ("before", "after")
        }
    film = film_name(index, change.film_id, language) if change.film_id in index.position else change.film
    return ChangeLine(language.pgettext("change", change.change), film, **told)


def _in_words(text: str) -> TextInLanguage:
    return TextInLanguage(text, "")


def comparison(result: QueryResult, others: Only | None = None, *, is_live: bool = False) -> Markup:
    """What a comparison says of the whole list; nothing where nothing is compared.

    Args:
        result: what is shown, with its list.
        others: the films that only the other list has, as far as they are known.
        is_live: whether the page has controls of its own for these, and for the ways to the films of both lists.
    """
    if result.view.seen is None:
        return Markup()
    links = [Choice(name, result.link(view), is_chosen) for name, view, is_chosen in ways(result)]
    return render(
        "comparison.html",
        result.language,
        seen=seen_in_words(result),
        decades=[*decades_seen(result.index, result.language)],
        ways=() if is_live else links,
        others=None if others is None else only_there_html(others, result.language),
        others_name="" if others is None else only_there_in_words(others.number, result.language),
        is_live=is_live,
        is_in_link=len(result.view.seen) <= MOST_SEEN,
        stop="" if is_live else result.link(result.view.with_comparison(None)),
    )


def only_there_html(others: Only, language: Language) -> Markup:
    """The films that only the list compared with has, `MOST_OTHERS` at most."""
    lines = [
        (heading(each.title, np.nan if each.year is None else each.year, language), each.rating)
        for each in others.films[:MOST_OTHERS]
    ]
    return render("only_there.html", language, films=lines, more=others.number - len(lines))


def pairs_html(pairs: Collection[Pair], index: Index, language: Language) -> Markup:
    """By what films were found in the list compared with, the most doubtful first, `MOST_OTHERS` at most."""
    lines = [pair_in_words(pair, index, language) for pair in islice(pairs, MOST_OTHERS)]
    return render("pairs.html", language, lines=lines, more=len(pairs) - len(lines))


def foot(info: ListInfo, language: Language) -> Markup:
    """What stands at the foot of a list's page: the program's version and licence, and whose the list's words are."""
    return render("foot.html", language, version=__version__, is_quoted=bool(info.introduction))
