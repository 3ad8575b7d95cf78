"""All that is known of one film: what the list says, what can be established, what happened then, and its links."""

from __future__ import annotations

import re
from html import escape

import pandas as pd
import streamlit as st

from dashboard.catalogue.schema import Column, Kind
from dashboard.evidence.claims import Claim
from dashboard.evidence.identities import Identity
from dashboard.evidence.milestones import Milestone, around
from dashboard.explore.related import related
from dashboard.explore.search import found_in, words_of
from dashboard.explore.words import film_name
from dashboard.language.english import day, decimal, listing, shortened
from dashboard.page import statements
from dashboard.page.cite import film_citation
from dashboard.page.shown import Shown, address, relative
from dashboard.page.text import html, link

IN_THE_HEAD = ("id", "title", "year")
SITES = {
    "imdb_id": (r"tt\d+", "https://www.imdb.com/title/{}/"),
    "tmdb_id": (r"\d+", "https://www.themoviedb.org/movie/{}"),
    "kinopoisk_id": (r"\d+", "https://www.kinopoisk.ru/film/{}/"),
}
"""For each column of a site's numbers, what a number looks like and where it leads."""
NOT_FOUND = (
    " Searched were English and Russian sources by title, its Russian equivalents and plot; that proves no more."
)
RUSSIAN = ("original_title",)
"""Columns marked as Russian where they are written in Cyrillic."""


def body(shown: Shown, name: str, place: str) -> None:
    """Draw all that is known of a film, and its card's own link.

    Args:
        shown: what this run of the page shows.
        name: the film's id.
        place: where on the page, so that a film can stand in two places.
    """
    claims = statements.numbered(shown.dossier, name, shown.index.position[name])
    parts = [
        _found(shown, name),
        _fields(shown, name, claims, place),
        _title(shown, name, claims, place),
        *_texts(shown, name, claims, place),
        statements.explanations(claims, place),
        statements.calendar(shown.dossier.notices_of.get(name, ())),
        _identity(shown, name),
        _moments(shown, name),
        _related(shown, name),
    ]
    said = "".join(parts) or "<p>The list says nothing else about this film.</p>"
    st.html(f'<div class="film">{said}</div>')
    with st.popover("Link and citation", icon=":material/link:", key=f"link:{place}:{name}"):
        st.caption("Link to this card")
        st.code(address(shown.card(name)), language=None, wrap_lines=True)
        st.caption("To cite it")
        st.code(film_citation(shown, name), language=None, wrap_lines=True)


def _found(shown: Shown, name: str) -> str:
    columns = found_in(shown.index, shown.index.position[name], shown.view.search) if shown.view.search else ()
    names = listing([column.label.lower() for column in columns])
    return f'<p class="found">Found in {html(names)}.</p>' if names else ""


def _title(shown: Shown, name: str, claims: list[Claim], place: str) -> str:
    if not any(claim.field == "title" for claim in claims):
        return ""
    text = statements.marked_text(_cell(shown, name, "title"), claims, "title", place, words_of(shown.view.search))
    return f'<p class="text"><strong>Title:</strong> <bdi>{text}</bdi></p>'


def _texts(shown: Shown, name: str, claims: list[Claim], place: str) -> list[str]:
    texts = []
    for column in _filled(shown, name):
        if column.kind is not Kind.LONG_TEXT:
            continue
        words = words_of(shown.view.search) if column.searchable else ()
        text = statements.marked_text(_cell(shown, name, column.name), claims, column.name, place, words)
        said = "" if column.name == "description" else f"<strong>{escape(column.label)}:</strong> "
        texts.append(f'<p class="text">{said}<bdi>{text}</bdi></p>')
    return texts


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


def _fields(shown: Shown, name: str, claims: list[Claim], place: str) -> str:
    columns = [column for column in _filled(shown, name) if column.kind is not Kind.LONG_TEXT]
    names = {column.name for column in columns}
    shown_alone = [column for column in columns if not (column.name == "source_url" and "source_title" in names)]
    marked = {claim.field for claim in claims}
    items = "".join(
        f"<dt><bdi>{escape(column.label)}</bdi></dt><dd>"
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
        value = ", ".join(f"<bdi>{html(each, words)}</bdi>" for each in cell)
    elif column.kind is Kind.ADDRESS:
        value = link(cell)
    elif column.kind is Kind.NUMBER:
        value = f"{decimal(cell)} {escape(column.unit)}".rstrip()
    elif column.name == "source_title" and "source_url" in names:
        value = link(_cell(shown, name, "source_url"), cell)
    elif column.name in SITES and re.fullmatch(SITES[column.name][0], str(cell)):
        value = link(SITES[column.name][1].format(cell), str(cell))
    else:
        russian = ' lang="ru"' if column.name in RUSSIAN and re.search("[а-яё]", str(cell), re.IGNORECASE) else ""
        value = f"<bdi{russian}>{html(str(cell), words)}</bdi>"
    return value


def _identity(shown: Shown, name: str) -> str:
    identity = shown.dossier.identities.get(name)
    if identity is None:
        return ""
    css = {"identified": "supported", "another film": "contradicted", "not found": "not-established"}[identity.status]
    proof = NOT_FOUND if identity.status == "not found" and shown.offer.ours else ""
    return (
        f'<p class="over"><strong>Which film this is:</strong> <span class="verdict {css}">{identity.status}</span>. '
        f"{html(identity.note)}{proof}{_nearest(shown, identity)}</p>"
    )


def _nearest(shown: Shown, identity: Identity) -> str:
    if not identity.filmography:
        return ""
    here = not shown.offer.ours and identity.filmography in shown.index.position
    view = shown.card(identity.filmography) if here else shown.in_filmography(identity.filmography)
    which = "Its card" if identity.status == "identified" else "The nearest film’s card"
    where = "this list" if here else "the checked filmography"
    return f' <a href="{escape(relative(view))}" target="_self">{which} in {where}</a>.'


def _moments(shown: Shown, name: str) -> str:
    year = shown.index.years[shown.index.position[name]]
    if not shown.has_lane or pd.isna(year):
        return ""
    moments = around(shown.dossier.milestones, int(year))
    items = "".join(f"<li>{moment(each)}</li>" for each in moments)
    head = f"That year and the year before in {html(shown.offer.history.lower())} ({int(year) - 1}–{int(year)})"
    return f'<p class="over"><strong>{head}</strong></p><ul class="moments">{items}</ul>' if items else ""


def moment(each: Milestone) -> str:
    """One milestone with its day and its source, as HTML."""
    note = f' <span class="quiet">({html(each.note)})</span>' if each.note else ""
    return f"{day(each.day)}: {html(each.text)} {link(each.source_url, shortened(each.source_title, 40))}{note}"


def _related(shown: Shown, name: str) -> str:
    items = "".join(
        f'<li><a href="{escape(relative(shown.view.with_film(each.film)))}" target="_self">'
        f"{html(film_name(shown.index, each.film))}</a>: {html(each.why)}</li>"
        for each in related(shown.index, name)
    )
    return f'<p class="over"><strong>Related in this list</strong></p><ul class="claims">{items}</ul>' if items else ""
