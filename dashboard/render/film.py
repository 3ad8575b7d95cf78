"""All that is known of one film: what the list says, what can be established, what happened then, and its links."""

from __future__ import annotations

import re
from html import escape

import pandas as pd

from dashboard.evidence.claims import Claim
from dashboard.evidence.identities import Identity
from dashboard.evidence.milestones import Milestone, around
from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name, value_name
from dashboard.i18n.texts import shortened
from dashboard.lists.source import Offer
from dashboard.model.schema import Column, Kind
from dashboard.query.in_words import film_name, related_in_words
from dashboard.query.related import related
from dashboard.query.result import Shown, relative
from dashboard.query.search.matching import found_in, words_of
from dashboard.render import statements
from dashboard.render.escape import html, link

IN_THE_HEAD = ("id", "title", "year")
SITES = {
    "imdb_id": (r"tt\d+", "https://www.imdb.com/title/{}/"),
    "tmdb_id": (r"\d+", "https://www.themoviedb.org/movie/{}"),
    "kinopoisk_id": (r"\d+", "https://www.kinopoisk.ru/film/{}/"),
}
"""For each column of a site's numbers, what a number looks like and where it leads."""


def film_html(shown: Shown, name: str, place: str) -> str:
    """All that is known of a film, as HTML.

    Args:
        shown: what this run of the page shows.
        name: the film's id.
        place: where on the page, so that a film can stand in two places.
    """
    language = shown.language
    where = statements.Place(place, language, in_language(shown))
    claims = statements.numbered(shown.dossier, name, shown.index.position[name])
    parts = [
        _found(shown, name),
        _fields(shown, name, claims, where),
        _title(shown, name, claims, where),
        *_texts(shown, name, claims, where),
        statements.explanations(claims, where),
        statements.calendar(shown.dossier.notices_of.get(name, ()), language),
        _identity(shown, name),
        _moments(shown, name),
        _related(shown, name),
    ]
    nothing = language.gettext("The list says nothing else about this film.")
    said = "".join(parts) or f"<p>{html(nothing)}</p>"
    return f'<div class="film">{said}</div>'


def _found(shown: Shown, name: str) -> str:
    columns = found_in(shown.index, shown.index.position[name], shown.view.search) if shown.view.search else ()
    if not columns:
        return ""
    names = shown.language.listing([column_name(column, shown.language).lower() for column in columns])
    return f'<p class="found">{html(shown.language.gettext("Found in {columns}.", columns=names))}</p>'


def _title(shown: Shown, name: str, claims: list[Claim], place: statements.Place) -> str:
    if not any(claim.field == "title" for claim in claims):
        return ""
    said, words = _cell(shown, name, "title"), words_of(shown.view.search)
    text = statements.marked_text(said, claims, "title", place, words)
    head = html(shown.language.gettext("Title:"))
    return f'<p class="text"><strong>{head}</strong> <bdi{place.said_in}>{text}</bdi></p>'


def _texts(shown: Shown, name: str, claims: list[Claim], place: statements.Place) -> list[str]:
    texts = []
    for column in _filled(shown, name):
        if column.kind is not Kind.LONG_TEXT:
            continue
        words = words_of(shown.view.search) if column.searchable else ()
        text = statements.marked_text(_cell(shown, name, column.name), claims, column.name, place, words)
        head = escape(column_name(column, shown.language))
        said = "" if column.name == "description" else f"<strong>{head}:</strong> "
        texts.append(f'<p class="text">{said}<bdi{place.said_in}>{text}</bdi></p>')
    return texts


def in_language(shown: Shown) -> str:
    """The attribute that says in which language a list's own texts are, where it is known and not the page's."""
    return _marked(shown.offer.language, shown.language)


def _marked(known: str, language: Language) -> str:
    return f' lang="{known}"' if known and known != language.code else ""


def _cell(shown: Shown, name: str, column: str) -> str:
    return str(shown.index.frame[column].iloc[shown.index.position[name]])


def _filled(shown: Shown, name: str) -> list[Column]:
    """The columns that say something of a film beside its head and its evidence."""
    row = shown.index.position[name]

    def says(column: Column) -> bool:
        cell = shown.index.frame[column.name].iloc[row]
        return bool(cell) if column.kind is Kind.CHOICES else not pd.isna(cell)

    columns = [column for column in shown.index.films.columns if column.name not in IN_THE_HEAD]
    return [column for column in columns if not column.derived and says(column)]


def _fields(shown: Shown, name: str, claims: list[Claim], place: statements.Place) -> str:
    columns = [column for column in _filled(shown, name) if column.kind is not Kind.LONG_TEXT]
    names = {column.name for column in columns}
    shown_alone = [column for column in columns if not (column.name == "source_url" and "source_title" in names)]
    marked = {claim.field for claim in claims}
    items = "".join(
        f"<dt><bdi>{escape(column_name(column, shown.language))}</bdi></dt><dd>"
        + (
            statements.marked_text(_cell(shown, name, column.name), claims, column.name, place, ())
            if column.name in marked
            else _field(shown, name, column, names)
        )
        + "</dd>"
        for column in shown_alone
    )
    return f"<dl>{items}</dl>" if items else ""


def _field(shown: Shown, name: str, column: Column, names: set[str]) -> str:
    cell = shown.index.frame[column.name].iloc[shown.index.position[name]]
    words = words_of(shown.view.search) if column.searchable else ()
    if column.kind is Kind.CHOICES:
        value = ", ".join(f"<bdi>{html(value_name(column, each, shown.language), words)}</bdi>" for each in cell)
    elif column.kind is Kind.CHOICE:
        value = f"<bdi>{html(value_name(column, cell, shown.language), words)}</bdi>"
    elif column.kind is Kind.ADDRESS:
        value = link(cell)
    elif column.kind is Kind.NUMBER:
        unit = shown.language.pgettext("unit", column.unit)
        value = f"{shown.language.number(cell)} {escape(unit)}".rstrip()
    elif column.name == "source_title" and "source_url" in names:
        value = link(_cell(shown, name, "source_url"), cell)
    elif column.name in SITES and re.fullmatch(SITES[column.name][0], str(cell)):
        value = link(SITES[column.name][1].format(cell), str(cell))
    else:
        value = f"<bdi>{html(str(cell), words)}</bdi>"
    return value


def _identity(shown: Shown, name: str) -> str:
    identity = shown.dossier.identities.get(name)
    if identity is None:
        return ""
    css = {"identified": "supported", "another film": "contradicted", "not found": "not-established"}[identity.status]
    language = shown.language
    head = html(language.gettext("Which film this is:"))
    status = html(language.pgettext("value", identity.status))
    proof = ""
    if identity.status == "not found" and shown.offer.ours:
        proof = language.gettext(
            "Searched were English and Russian sources by title, its Russian equivalents and plot; that proves no more."
        )
    return (
        f'<p class="over"><strong>{head}</strong> <span class="verdict {css}">{status}</span>. '
        f"<span{in_language(shown)}>{html(identity.note)}</span> {html(proof)}{_nearest(shown, identity)}</p>"
    )


def _nearest(shown: Shown, identity: Identity) -> str:
    if not identity.filmography:
        return ""
    here = not shown.offer.ours and identity.filmography in shown.index.position
    view = shown.card(identity.filmography) if here else shown.in_filmography(identity.filmography)
    language = shown.language
    if identity.status == "identified":
        in_filmography = language.gettext("Its card in the checked filmography")
        said = language.gettext("Its card in this list") if here else in_filmography
    else:
        in_filmography = language.gettext("The nearest film’s card in the checked filmography")
        said = language.gettext("The nearest film’s card in this list") if here else in_filmography
    return f' <a href="{escape(relative(view))}" target="_self">{html(said)}</a>.'


def _moments(shown: Shown, name: str) -> str:
    year = shown.index.years[shown.index.position[name]]
    if not shown.has_lane or pd.isna(year):
        return ""
    moments = around(shown.dossier.milestones, int(year))
    items = "".join(f"<li>{moment(each, shown.offer, shown.language)}</li>" for each in moments)
    years = shown.language.years(int(year) - 1, int(year))
    if shown.offer.history_language:
        head = shown.language.gettext("That year and the year before in space history ({years})", years=years)
    else:
        head = shown.language.gettext("That year and the year before in history ({years})", years=years)
    return f'<p class="over"><strong>{html(head)}</strong></p><ul class="moments">{items}</ul>' if items else ""


def moment(each: Milestone, offer: Offer, language: Language) -> str:
    """One milestone with its day and its source, as HTML."""
    note = f' <span class="quiet">({html(each.note)})</span>' if each.note else ""
    text = f"<span{_marked(offer.history_language, language)}>{html(each.text)}</span>"
    return f"{language.day(each.day)}: {text} {link(each.source_url, shortened(each.source_title, 40))}{note}"


def _related(shown: Shown, name: str) -> str:
    items = "".join(
        f'<li><a href="{escape(relative(shown.view.with_film(each.film)))}" target="_self">'
        f"{html(film_name(shown.index, each.film, shown.language))}</a>: "
        f"{html(related_in_words(shown.index, each, shown.language))}</li>"
        for each in related(shown.index, name)
    )
    head = html(shown.language.gettext("Related in this list"))
    return f'<p class="over"><strong>{head}</strong></p><ul class="claims">{items}</ul>' if items else ""
