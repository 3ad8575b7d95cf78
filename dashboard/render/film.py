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
from dashboard.model.kinds import Column
from dashboard.model.list_info import ListInfo
from dashboard.query.in_words import film_name, related_in_words
from dashboard.query.related import related
from dashboard.query.result import QueryResult, relative
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


def film_html(result: QueryResult, name: str, place: str) -> str:
    """All that is known of a film, as HTML.

    Args:
        result: what this run of the page shows.
        name: the film's id.
        place: where on the page, so that a film can stand in two places.
    """
    language = result.language
    where = statements.Place(place, language, in_language(result))
    claims = statements.numbered(result.loaded, name, result.index.position[name])
    parts = [
        _found(result, name),
        _fields(result, name, claims, where),
        _title(result, name, claims, where),
        *_texts(result, name, claims, where),
        statements.explanations(claims, where),
        statements.calendar(result.loaded.notices_of.get(name, ()), language),
        _identity(result, name),
        _moments(result, name),
        _related(result, name),
    ]
    nothing = language.gettext("The list says nothing else about this film.")
    said = "".join(parts) or f"<p>{html(nothing)}</p>"
    return f'<div class="film">{said}</div>'


def _found(result: QueryResult, name: str) -> str:
    columns = found_in(result.index, result.index.position[name], result.view.search) if result.view.search else ()
    if not columns:
        return ""
    names = result.language.listing([column_name(column, result.language).lower() for column in columns])
    return f'<p class="found">{html(result.language.gettext("Found in {columns}.", columns=names))}</p>'


def _title(result: QueryResult, name: str, claims: list[Claim], place: statements.Place) -> str:
    if not any(claim.field == "title" for claim in claims):
        return ""
    said, words = _cell(result, name, "title"), words_of(result.view.search)
    text = statements.marked_text(said, claims, "title", place, words)
    head = html(result.language.gettext("Title:"))
    return f'<p class="text"><strong>{head}</strong> <bdi{place.said_in}>{text}</bdi></p>'


def _texts(result: QueryResult, name: str, claims: list[Claim], place: statements.Place) -> list[str]:
    texts = []
    for column in _filled(result, name):
        if column.kind.look != "long text":
            continue
        words = words_of(result.view.search) if column.searchable else ()
        text = statements.marked_text(_cell(result, name, column.name), claims, column.name, place, words)
        head = escape(column_name(column, result.language))
        said = "" if column.name == "description" else f"<strong>{head}:</strong> "
        texts.append(f'<p class="text">{said}<bdi{place.said_in}>{text}</bdi></p>')
    return texts


def in_language(result: QueryResult) -> str:
    """The attribute that says in which language a list's own texts are, where it is known and not the page's."""
    return _marked(result.info.language, result.language)


def _marked(known: str, language: Language) -> str:
    return f' lang="{known}"' if known and known != language.code else ""


def _cell(result: QueryResult, name: str, column: str) -> str:
    return str(result.index.frame[column].iloc[result.index.position[name]])


def _filled(result: QueryResult, name: str) -> list[Column]:
    """The columns that say something of a film beside its head and its evidence."""
    row = result.index.position[name]

    def says(column: Column) -> bool:
        return column.kind.is_known(result.index.frame[column.name].iloc[row])

    columns = [column for column in result.index.films.columns if column.name not in IN_THE_HEAD]
    return [column for column in columns if not column.derived and says(column)]


def _fields(result: QueryResult, name: str, claims: list[Claim], place: statements.Place) -> str:
    columns = [column for column in _filled(result, name) if column.kind.look != "long text"]
    names = {column.name for column in columns}
    shown_alone = [column for column in columns if not (column.name == "source_url" and "source_title" in names)]
    marked = {claim.field for claim in claims}
    items = "".join(
        f"<dt><bdi>{escape(column_name(column, result.language))}</bdi></dt><dd>"
        + (
            statements.marked_text(_cell(result, name, column.name), claims, column.name, place, ())
            if column.name in marked
            else _field(result, name, column, names)
        )
        + "</dd>"
        for column in shown_alone
    )
    return f"<dl>{items}</dl>" if items else ""


def _field(result: QueryResult, name: str, column: Column, names: set[str]) -> str:
    cell = result.index.frame[column.name].iloc[result.index.position[name]]
    words = words_of(result.view.search) if column.searchable else ()
    if column.kind.look == "values":
        value = ", ".join(f"<bdi>{html(value_name(column, each, result.language), words)}</bdi>" for each in cell)
    elif column.kind.look == "value":
        value = f"<bdi>{html(value_name(column, cell, result.language), words)}</bdi>"
    elif column.kind.look == "address":
        value = link(cell)
    elif column.kind.look == "number":
        unit = result.language.pgettext("unit", column.unit)
        value = f"{result.language.number(cell)} {escape(unit)}".rstrip()
    elif column.name == "source_title" and "source_url" in names:
        value = link(_cell(result, name, "source_url"), cell)
    elif column.name in SITES and re.fullmatch(SITES[column.name][0], str(cell)):
        value = link(SITES[column.name][1].format(cell), str(cell))
    else:
        value = f"<bdi>{html(str(cell), words)}</bdi>"
    return value


def _identity(result: QueryResult, name: str) -> str:
    identity = result.loaded.identities.get(name)
    if identity is None:
        return ""
    css = {"identified": "supported", "another film": "contradicted", "not found": "not-established"}[identity.status]
    language = result.language
    head = html(language.gettext("Which film this is:"))
    status = html(language.pgettext("value", identity.status))
    proof = ""
    if identity.status == "not found" and result.info.ours:
        proof = language.gettext(
            "Searched were English and Russian sources by title, its Russian equivalents and plot; that proves no more."
        )
    return (
        f'<p class="over"><strong>{head}</strong> <span class="verdict {css}">{status}</span>. '
        f"<span{in_language(result)}>{html(identity.note)}</span> {html(proof)}{_nearest(result, identity)}</p>"
    )


def _nearest(result: QueryResult, identity: Identity) -> str:
    if not identity.filmography_source:
        return ""
    here = not result.info.ours and identity.filmography_source in result.index.position
    view = result.card(identity.filmography_source) if here else result.in_filmography(identity.filmography_source)
    language = result.language
    if identity.status == "identified":
        in_filmography = language.gettext("Its card in the checked filmography")
        said = language.gettext("Its card in this list") if here else in_filmography
    else:
        in_filmography = language.gettext("The nearest film’s card in the checked filmography")
        said = language.gettext("The nearest film’s card in this list") if here else in_filmography
    return f' <a href="{escape(relative(view))}" target="_self">{html(said)}</a>.'


def _moments(result: QueryResult, name: str) -> str:
    year = result.index.years[result.index.position[name]]
    if not result.has_history_track or pd.isna(year):
        return ""
    moments = around(result.loaded.milestones, int(year))
    items = "".join(f"<li>{moment(each, result.info, result.language)}</li>" for each in moments)
    years = result.language.years(int(year) - 1, int(year))
    if result.info.history_language:
        head = result.language.gettext("That year and the year before in space history ({years})", years=years)
    else:
        head = result.language.gettext("That year and the year before in history ({years})", years=years)
    return f'<p class="over"><strong>{html(head)}</strong></p><ul class="moments">{items}</ul>' if items else ""


def moment(each: Milestone, source: ListInfo, language: Language) -> str:
    """One milestone with its day and its source, as HTML."""
    note = f' <span class="quiet">({html(each.note)})</span>' if each.note else ""
    text = f"<span{_marked(source.history_language, language)}>{html(each.text)}</span>"
    return f"{language.day(each.day)}: {text} {link(each.source_url, shortened(each.source_title, 40))}{note}"


def _related(result: QueryResult, name: str) -> str:
    items = "".join(
        f'<li><a href="{escape(relative(result.view.with_film(each.film)))}" target="_self">'
        f"{html(film_name(result.index, each.film, result.language))}</a>: "
        f"{html(related_in_words(result.index, each, result.language))}</li>"
        for each in related(result.index, name)
    )
    head = html(result.language.gettext("Related in this list"))
    return f'<p class="over"><strong>{head}</strong></p><ul class="claims">{items}</ul>' if items else ""
