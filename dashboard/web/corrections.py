"""The page that helps to correct a list that is somebody else's. Nothing of what is typed there is sent or kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

import pandas as pd
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard import settings
from dashboard.evidence.calendar_check.calendar import notice_in_words
from dashboard.evidence.editing.files import (
    ACCEPTED,
    CALENDAR,
    IDENTITIES,
    MILESTONES,
    EvidenceFile,
    mark_of,
    row_accepting,
)
from dashboard.evidence.milestones import Milestone, within
from dashboard.evidence.translations import Translated
from dashboard.exports.correction import (
    LONGEST,
    LONGEST_SHOWN,
    CellCorrection,
    Correction,
    LabelledText,
    RowCorrection,
    StatementCorrection,
    Way,
    field_labels,
    field_options,
    file_label,
    too_long,
    way,
)
from dashboard.i18n.languages import Language, languages
from dashboard.i18n.names import column_name, list_title
from dashboard.i18n.texts import shortened
from dashboard.lists import registry as lists
from dashboard.model.kinds import Column
from dashboard.model.list_info import FILMOGRAPHY
from dashboard.model.problems import BadListError, NotReadyError
from dashboard.query.in_words import film_name
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import address, base, relative
from dashboard.query.search.grammar import clean_search
from dashboard.query.view import View
from dashboard.render.film_card import Link
from dashboard.render.statements import as_read
from dashboard.render.style import FONTS, themed_style
from dashboard.render.templates import render
from dashboard.settings import CORRECT
from dashboard.web.data_routes import first, language_asked, not_yet, parameters
from dashboard.web.missing import HEADERS, meant_here, nothing_here

PARTS = ("statement", "field", "row")
"""The parameters that name what is to be corrected of a film."""
LINES = ("value", "reason", "quote", "claim", "note", "text", "aliases")
"""The fields that take more than a line."""


def routes() -> list[BaseRoute]:
    """The address of the page; it answers GET and HEAD."""
    return [Route(f"/{CORRECT}", correct)]


class Correctable(NamedTuple):
    """A thing of a film that may be corrected: what it is called, what stands there, and the ways to its forms."""

    label: str
    text: str
    verdict: str
    ways: tuple[Link, ...]


class FormField(NamedTuple):
    """A field of the form.

    Attributes:
        name: its parameter.
        label: what it asks.
        value: what stands in it.
        most: characters that it takes.
        options: what can be chosen, each with what it is called; empty where it is typed.
        has_lines: whether it takes more than a line.
    """

    name: str
    label: str
    value: str
    most: int
    options: list[tuple[str, str]]
    has_lines: bool


@dataclass(frozen=True)
class Asked:
    """What a request asks to correct.

    Attributes:
        request: the request.
        language: of the page.
        loaded: the list.
        view: the view with the film's card.
    """

    request: Request
    language: Language
    loaded: LoadedList
    view: View

    @property
    def film(self) -> str:
        """The film's id."""
        return self.view.film or ""

    def given(self, name: str) -> str:
        """A parameter, without what no text holds."""
        return _clean(first(parameters(self.request), name))

    def link(self, **more: str) -> str:
        """The link to the page for this film, or for a part of it."""
        return f"{CORRECT}{relative(self.view)}{'&' if more else ''}{urlencode(more)}"


def correct(request: Request) -> Response:
    """A form for a statement, cell or row of a film's evidence, or the choice of these; filled in, with its row.

    404 with the way on where the list, the film or its part is not here. 503 while a list is being prepared.
    """
    code = first(parameters(request), "lang")
    language = language_asked(request)
    shown = View(language=code if code in languages() else "")
    names, named, film = lists.names(), first(parameters(request), "list"), first(parameters(request), "film")
    name = named or names[0]
    try:
        loaded = lists.open_list(name).loaded if name in names else None
    except NotReadyError:
        return not_yet()
    except BadListError:
        loaded = None
    if loaded is None:
        sentence = language.gettext("No list here is called {name}.", name=language.quoted(clean_search(named)))
        return nothing_here(request, shown, sentence, "")
    if film not in loaded.index.position:
        sentence = language.gettext("No film here has the id {name}.", name=language.quoted(clean_search(film)))
        return nothing_here(request, shown, sentence, film, meant_here(film, shown, language))
    view = replace(shown, list="" if name == names[0] else name, film=film)
    return _of_film(Asked(request, language, loaded, view))


def _of_film(asked: Asked) -> Response:
    if not any(map(asked.given, PARTS)):
        return _page(asked, choices=[*_statements(asked), *_cells(asked), *_rows(asked)])
    correction = _correction(asked)
    if correction is None:
        sentence = asked.language.gettext("This film has no such statement or column.")
        there = [Link(film_name(asked.loaded.index, asked.film, asked.language), asked.link())]
        return nothing_here(asked.request, replace(asked.view, film=None), sentence, "", there)
    return _form(asked, correction)


def _correction(asked: Asked) -> Correction | None:
    """What is to be corrected; None if the film has no such thing, or if it is not to be corrected."""
    loaded, film = asked.loaded, asked.film
    if asked.given("row"):
        return _row(asked)
    if anchor := asked.given("statement"):
        claim = next((each for each in loaded.claims_of.get(film, ()) if each.anchor == anchor), None)
        return StatementCorrection(loaded, film, loaded.index.columns[claim.field], claim) if claim else None
    column = loaded.index.columns.get(asked.given("field"))
    if column is None:
        return None
    if "quote" in parameters(asked.request):
        return StatementCorrection(loaded, film, column) if _takes_statements(loaded, film, column) else None
    return CellCorrection(loaded, film, column) if _takes_cells(loaded, column) else None


def _row(asked: Asked) -> Correction | None:
    """A row of the evidence that the link names by its file and by what stands in it; a new one where it names none."""
    file = next(
        (each for each in (IDENTITIES, ACCEPTED, MILESTONES, CALENDAR) if each.name == asked.given("row")), None
    )
    if file is None:
        return None
    things = _standing(asked, file)
    is_one = file is IDENTITIES
    now: dict[str, str] = next((each for each in things if is_one or mark_of(each) == asked.given("mark")), {})
    if not now and (asked.given("mark") or file is ACCEPTED):
        return None
    if file is ACCEPTED:
        return RowCorrection(asked.loaded, asked.film, file, begun=now)
    begun = {"film_id": asked.film} if file is IDENTITIES else {}
    known = asked.loaded.index.position.keys() | lists.open_list(FILMOGRAPHY).index.position.keys()
    return RowCorrection(asked.loaded, asked.film, file, now, begun, known)


def _standing(asked: Asked, file: EvidenceFile) -> list[dict[str, str]]:
    """The rows that the list has of a file, as far as they are of the film; of words to accept, what is noticed."""
    loaded, film = asked.loaded, asked.film
    if file is ACCEPTED:
        return [row_accepting(each) for each in loaded.notices_of.get(film, ())]
    identities = [loaded.identities[film]] if film in loaded.identities else []
    things = {IDENTITIES: identities, MILESTONES: loaded.milestones, CALENDAR: loaded.events}
    return [each.cells for each in things[file]]


def _takes_cells(loaded: LoadedList, column: Column) -> bool:
    return not column.derived and column.name != "id" and column.name not in loaded.info.quoted


def _takes_statements(loaded: LoadedList, film: str, column: Column) -> bool:
    """Whether statements of a film's cell can be looked up, in a list that has such at all."""
    cell = loaded.index.cells_of(film)[column.name]
    return bool(loaded.claims) and column.kind.quoted and not column.derived and column.kind.is_known(cell)


def _statements(asked: Asked) -> Iterator[Correctable]:
    cells = asked.loaded.index.cells_of(asked.film)
    label = asked.language.gettext("Correct this")
    for claim in as_read(asked.loaded.claims_of.get(asked.film, ()), cells):
        text = claim.text_in("claim", asked.language.code)
        yield Correctable("", text, claim.verdict, (Link(label, asked.link(statement=claim.anchor)),))


def _cells(asked: Asked) -> Iterator[Correctable]:
    loaded, language = asked.loaded, asked.language
    for column in loaded.films.own_columns:
        ways = []
        if _takes_cells(loaded, column):
            ways.append(Link(language.gettext("Correct this"), asked.link(field=column.name)))
        if _takes_statements(loaded, asked.film, column):
            ways.append(Link(language.gettext("Add a statement"), asked.link(field=column.name, quote="")))
        if ways:
            told = CellCorrection(loaded, asked.film, column)
            text = told.told(told.now, language)[0].text
            yield Correctable(column_name(column, language), shortened(text, LONGEST_SHOWN), "", tuple(ways))


def _rows(asked: Asked) -> Iterator[Correctable]:
    """Which film it is, what the calendar check notices, what history stands on its card, and what may be added."""
    loaded, language, film = asked.loaded, asked.language, asked.film
    if identity := loaded.identities.get(film):
        yield _choice(asked, IDENTITIES, identity, language.pgettext("value", identity.status))
    elif loaded.identities:
        yield _to_add(asked, IDENTITIES)
    for notice in loaded.notices_of.get(film, ()):
        right = Link(file_label(ACCEPTED, language), asked.link(row=ACCEPTED.name, mark=mark_of(row_accepting(notice))))
        choice = _choice(asked, CALENDAR, notice.event, notice_in_words(notice, language))
        yield choice._replace(ways=(*choice.ways, right))
    for moment in _moments(asked):
        yield _choice(asked, MILESTONES, moment, f"{language.day(moment.day)}: {moment.text_in('text', language.code)}")
    if loaded.milestones:
        yield _to_add(asked, MILESTONES)
    yield _to_add(asked, CALENDAR)


def _moments(asked: Asked) -> tuple[Milestone, ...]:
    """What of history stands on the film's card."""
    frame, at = asked.loaded.index.frame, asked.loaded.index.position[asked.film]
    year = frame["year"].iloc[at] if "year" in frame else pd.NA
    return () if pd.isna(year) else within(asked.loaded.milestones, int(year) - 1, int(year))


def _choice(asked: Asked, file: EvidenceFile, thing: Translated, text: str) -> Correctable:
    way = Link(asked.language.gettext("Correct this"), asked.link(row=file.name, mark=mark_of(thing.cells)))
    return Correctable(file_label(file, asked.language), shortened(text, LONGEST_SHOWN), "", (way,))


def _to_add(asked: Asked, file: EvidenceFile) -> Correctable:
    way = Link(asked.language.gettext("Add something"), asked.link(row=file.name))
    return Correctable(file_label(file, asked.language), "", "", (way,))


def _form(asked: Asked, correction: Correction) -> Response:
    """The form, and once it is filled in what is wrong, or the row and the way to whoever keeps the list."""
    language = asked.language
    given = {name: asked.given(name) for name in correction.fields}
    is_filled, row, wrong = "reason" in parameters(asked.request), correction.now, []
    if is_filled:
        row = correction.suggested(given, date.today())
        wrong = too_long(given, language) or correction.wrong(row, given, language)
    lines = _lines(asked, correction, row, given) if is_filled and not wrong else []
    csv = correction.csv(row) if lines else ""
    return _page(
        asked,
        now=correction.now_in_words(language),
        fields=_fields(given if is_filled else _before(correction), correction, language),
        hidden=_hidden(asked),
        wrong=wrong,
        suggested=lines[2:],
        csv=csv,
        file=correction.file,
        way=_way(asked, lines, csv) if lines else None,
        note=correction.note(language),
    )


def _before(correction: Correction) -> dict[str, str]:
    """What stands in the form before it is filled in, as far as its fields take it."""
    return {name: text for name, text in correction.before.items() if len(text) <= LONGEST.get(name, 0)}


def _fields(values: Mapping[str, str], correction: Correction, language: Language) -> list[FormField]:
    labels, options = field_labels(language), field_options(language)
    return [
        FormField(name, labels[name], values.get(name, ""), LONGEST[name], options.get(name, []), name in LINES)
        for name in correction.fields
    ]


def _hidden(asked: Asked) -> list[tuple[str, str]]:
    named = {"list": asked.view.list, "film": asked.film, "lang": asked.view.language}
    named |= {name: asked.given(name) for name in (*PARTS, "mark")}
    return [(name, value) for name, value in named.items() if value]


def _lines(asked: Asked, correction: Correction, row: dict[str, str], given: dict[str, str]) -> list[LabelledText]:
    """What is suggested, for whoever keeps the list: the film, what stands there, what should, and why."""
    language = asked.language
    film = film_name(asked.loaded.index, asked.film, language)
    here = address(asked.view, base(str(asked.request.base_url)))
    now = "; ".join(f"{label}: {text}" for label, text in correction.now_in_words(language))
    return [
        LabelledText(language.gettext("Film"), f"{film} – {list_title(asked.loaded.info, language)}, {here}"),
        LabelledText(language.gettext("Now"), now),
        *correction.suggestion(row, given, language),
        *([LabelledText(language.gettext("By"), given["checked_by"])] if given["checked_by"] else []),
    ]


def _way(asked: Asked, lines: list[LabelledText], csv: str) -> Way | None:
    if not (to := settings.current().corrections):
        return None
    language = asked.language
    film = film_name(asked.loaded.index, asked.film, language)
    subject = language.gettext("Correction: {film}", film=shortened(film, 100))
    to_paste = language.gettext("Put the row here that the page shows; it is too long for a link.")
    return way(to, subject, lines, csv, to_paste)


def _page(asked: Asked, **more: object) -> Response:
    language, info = asked.language, asked.loaded.info
    film = Link(film_name(asked.loaded.index, asked.film, language), relative(asked.view))
    usual: dict[str, object] = {"choices": (), "now": (), "fields": (), "hidden": (), "wrong": (), "suggested": ()}
    usual |= {"csv": "", "file": "", "way": None, "note": ""}
    page = render(
        "correct.html",
        language,
        root="./",
        style=themed_style(FONTS, "missing", "correct"),
        film=film,
        title=list_title(info, language),
        overview=asked.link(),
        action=CORRECT,
        is_quoted=bool(info.quoted),
        **(usual | more),
    )
    return HTMLResponse(page, headers={**HEADERS, "Vary": "Accept-Language"})


def _clean(text: str) -> str:
    """A text as a field of a form has it, without control characters but the ends of lines, and blanks at its ends."""
    lines = text.replace("\r\n", "\n")
    return "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs")).strip()
