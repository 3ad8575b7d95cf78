"""The form in which a visitor says what holds of a statement: which words, the verdict, the reason, the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard.charts.theme import VERDICT_SIGNS
from dashboard.evidence.claims import COLUMNS, VERDICTS, Claim, Verdict
from dashboard.evidence.editing.choices import Span, is_marked_there, overlapping, part_of, sentences_of, words_of
from dashboard.evidence.editing.files import CLAIMS
from dashboard.evidence.segments import places
from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name
from dashboard.i18n.texts import shortened
from dashboard.query.result import QueryResult
from dashboard.query.workbench.to_check import texts_of
from dashboard.render.film_card import FilmCard
from dashboard.render.templates import note
from dashboard.ui.workbench.editing import choice, field
from dashboard.ui.workbench.saying import Keeper, draw_outcome, field_key, field_names, held, refuse, saying

LONGEST_OPTION = 110
"""Characters of a sentence where it is one of several to choose from."""
TYPED = ("reason", "source_title", "source_url", "checked_by")
"""The columns of a statement that are typed as they are."""


@dataclass(frozen=True)
class Form:
    """One form about a film's statements.

    Attributes:
        result: the list that is shown.
        card: the film.
        place: where on the page it stands.
        claim: the statement that is changed; None for a new one.
        texts: the film's texts, by column.
        sentence: the sentence in which a new statement chooses its words; None for any.
    """

    result: QueryResult
    card: FilmCard
    place: str
    claim: Claim | None
    texts: Mapping[str, str]
    sentence: Span | None

    @property
    def language(self) -> Language:
        """The page's."""
        return self.result.language

    def key(self, name: str) -> str:
        """The key of a field: the form of another statement has others."""
        return field_key(*self.parts(name))

    def parts(self, name: str) -> tuple[str, ...]:
        """What names a field."""
        return *_parts(self.card, self.place, self.sentence), self.claim.anchor if self.claim else "", name

    @property
    def own(self) -> Span | None:
        """Where the words of the statement stand that is changed; None for a new one, and where they are gone."""
        if self.claim is None or self.claim.field not in self.texts:
            return None
        place = places(self.texts[self.claim.field], [self.claim.quote])[0]
        return Span(self.claim.field, *place) if place else None

    def quotes(self, field: str) -> list[tuple[int, str]]:
        """The words of the other statements of a column, each with the statement's number on the card."""
        claims = enumerate(self.card.claims, 1)
        return [(number, each.quote) for number, each in claims if each.field == field and each != self.claim]


def draw(result: QueryResult, card: FilmCard, place: str, sentence: Span | None = None) -> None:
    """Draw the form; where a sentence is given, a new statement is about words of that."""
    texts = texts_of(result.loaded, card.film)
    claim = _which(card, field_key(*_parts(card, place, sentence), "which"), result.language)
    form = Form(result, card, place, claim, texts, sentence)
    span = _words(form)
    if span:
        _about(form, span)
        _fields(form, span)
    draw_outcome(place, result)


def _parts(card: FilmCard, place: str, sentence: Span | None) -> tuple[str, str, str]:
    """What names a form: its place, its film, and the sentence with which it begins."""
    return place, card.film, f"{sentence.field} {sentence.start}" if sentence else ""


def _which(card: FilmCard, key: str, language: Language) -> Claim | None:
    """Draw the choice between a new statement and those that stand on the card; nothing where there are none."""
    known: list[Claim | None] = [None, *card.claims, *card.lost]
    if len(known) == 1:
        return None
    names = [language.gettext("A new one"), *_names(card, language)]
    title = language.gettext("Which statement")
    at = st.selectbox(title, range(len(known)), format_func=names.__getitem__, key=key)
    return known[at]


def _names(card: FilmCard, language: Language) -> list[str]:
    there = [
        f"{number}. {language.pgettext('value', each.verdict)}: {each.text_in('claim', language.code)}"
        for number, each in enumerate(card.claims, 1)
    ]
    gone = [
        language.gettext("Its words are gone: {statement}", statement=each.text_in("claim", language.code))
        for each in card.lost
    ]
    return [shortened(each, LONGEST_OPTION) for each in (*there, *gone)]


def _words(form: Form) -> Span | None:
    """Draw the choice of a sentence, where none is given, and of words in it; None for a film without texts."""
    language, own = form.language, form.own
    if form.sentence and not form.claim:
        return _part(form, form.sentence)
    choices = [*([own] if own else []), *sentences_of(form.texts)]
    if not choices:
        st.html(note(language.gettext("The list has no text about this film.")))
        return None
    at = st.selectbox(
        language.gettext("Sentence"),
        range(len(choices)),
        index=_nearest(form, choices),
        format_func=lambda at: _sentence_name(form, choices[at], is_own=bool(own) and not at),
        key=form.key("sentence"),
    )
    chosen = choices[at]
    return chosen if own and not at else _part(form, chosen)


def _nearest(form: Form, choices: Sequence[Span]) -> int:
    """The place of the sentence with most of the words of a statement whose words are gone; of the first for others."""
    if form.own or not form.claim:
        return 0
    words = set(form.claim.quote.casefold().split())
    shared = [len(words & {*each.of(form.texts).casefold().split()}) for each in choices]
    return shared.index(max(shared))


def _sentence_name(form: Form, span: Span, *, is_own: bool) -> str:
    words = shortened(span.of(form.texts), LONGEST_OPTION)
    if is_own:
        return form.language.gettext("As it is: {words}", words=words)
    column = form.result.index.columns[span.field]
    return f"{column_name(column, form.language)}: {words}"


def _part(form: Form, sentence: Span) -> Span:
    """Draw the choice of the first and the last word of a sentence."""
    text, language = sentence.of(form.texts), form.language
    words = [text[start:end] for start, end in words_of(text)]
    if len(words) < 2:
        return sentence
    ends = []
    for side, (name, index) in zip(
        st.columns(2),
        ((language.gettext("From the word"), 0), (language.gettext("To the word"), len(words) - 1)),
        strict=True,
    ):
        ends.append(
            side.selectbox(
                name,
                range(len(words)),
                index=index,
                format_func=lambda at: f"{at + 1}. {words[at]}",
                key=form.key(f"{'last' if index else 'first'}-{sentence.field}-{sentence.start}"),
            )
        )
    return part_of(form.texts[sentence.field], sentence, *sorted(ends))


def _about(form: Form, span: Span) -> None:
    """Draw the words that were chosen, and what is to be said of them."""
    language, words = form.language, span.of(form.texts)
    st.html(note(language.quoted(words, len(words)), "plain"))
    numbered = form.quotes(span.field)
    shared = overlapping(form.texts[span.field], span, [quote for _, quote in numbered])
    if shared:
        numbers = language.listing([str(numbered[at][0]) for at in shared])
        st.html(note(language.gettext("Some of these words belong to statement {numbers} too.", numbers=numbers)))
    if form.claim and not form.own:
        gone = language.quoted(form.claim.quote, 200)
        st.html(note(language.gettext("The text no longer has these words: {words}", words=gone)))


def _fields(form: Form, span: Span) -> None:
    """Draw what is typed of a statement, and the buttons that keep it and take it out."""
    language, claim, cells = form.language, form.claim, _cells(form.claim)
    names = field_names(language)
    says = language.gettext("What it says, in a sentence (the words themselves if you leave it empty)")
    st.text_area(says, height=68, **field(form.key("claim"), cells["claim"]))
    st.radio(
        language.gettext("What holds of it"),
        format_func=lambda verdict: f"{VERDICT_SIGNS[verdict].symbol} {language.pgettext('value', verdict)}",
        captions=[_meaning(verdict, language) for verdict in VERDICTS],
        **choice(form.key("verdict"), VERDICTS, claim.verdict if claim else None),
    )
    st.text_area(names["reason"], height=68, **field(form.key("reason"), cells["reason"]))
    title, address = st.columns(2)
    title.text_input(names["source_title"], **field(form.key("source_title"), cells["source_title"]))
    address.text_input(
        names["source_url"], placeholder="https://", **field(form.key("source_url"), cells["source_url"])
    )
    by = cells["checked_by"] if claim else saying().by
    st.text_input(language.gettext("Who says so (may stay empty)"), **field(form.key("checked_by"), by))
    keep = language.gettext("Keep this statement")
    st.button(keep, type="primary", key=form.key("keep"), on_click=_keep, args=(form, span))
    if claim:
        out = language.gettext("Take this statement out")
        st.button(out, key=form.key("out"), icon=":material/delete:", on_click=_take_out, args=(form, claim))


def _meaning(verdict: Verdict, language: Language) -> str:
    """What a verdict means, in a sentence."""
    if verdict == "supported":
        return language.gettext("A source says the same.")
    if verdict == "contradicted":
        return language.gettext("A source says otherwise.")
    if verdict == "not established":
        return language.gettext("No source was found that settles it.")
    return language.gettext("An opinion: nothing to check.")


def _cells(claim: Claim | None) -> dict[str, str]:
    """A statement as its file has it; empty cells for a new one."""
    return claim.cells if claim else dict.fromkeys(COLUMNS, "")


def _keep(form: Form, span: Span) -> None:
    """Keep what was typed, or say why not; for a callback."""
    language, verdict = form.language, held(*form.parts("verdict"))
    saying().by = held(*form.parts("checked_by"))
    if not verdict:
        refuse(form.place, language.gettext("Choose what holds of the statement: one of the four verdicts."))
        return
    others = [quote for _, quote in form.quotes(span.field)]
    if span != form.own and not is_marked_there(form.texts[span.field], span, others):
        refuse(
            form.place,
            language.gettext(
                "These words stand in the text more than once, and the card would mark them in another place. Choose "
                "some of the words before or behind them too."
            ),
        )
        return
    instead_of = CLAIMS.key_of(_cells(form.claim)) if form.claim else None
    change = language.gettext("What holds of a statement: {film}", film=form.card.name)
    _keeper(form).keep(_row(form, span, verdict), instead_of, change)


def _row(form: Form, span: Span, verdict: str) -> dict[str, str]:
    words = span.of(form.texts)
    return {
        **_cells(form.claim),
        "film_id": form.card.film,
        "field": span.field,
        "quote": words,
        "claim": held(*form.parts("claim")) or words,
        "verdict": verdict,
        "checked_on": date.today().isoformat(),
        **{name: held(*form.parts(name)) for name in TYPED},
    }


def _take_out(form: Form, claim: Claim) -> None:
    change = form.language.gettext("A statement taken out: {film}", film=form.card.name)
    _keeper(form).take_out(CLAIMS.key_of(_cells(claim)), change)


def _keeper(form: Form) -> Keeper:
    return Keeper(form.result.loaded, CLAIMS, form.place)
