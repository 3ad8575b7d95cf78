"""A correction of a list that is somebody else's: the row that says it, and the way to whoever keeps the list."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

import numpy as np

from dashboard.cleaning.own_form import list_csv
from dashboard.cleaning.validate import validate
from dashboard.evidence.claims import COLUMNS, VERDICTS, Claim, read_claims
from dashboard.evidence.editing.files import ACCEPTED, CALENDAR, IDENTITIES, MILESTONES, EvidenceFile, Known
from dashboard.evidence.identities import IDENTITY_STATUSES
from dashboard.evidence.read_rows import wrong_address
from dashboard.exports.export import csv_file
from dashboard.formats.separated.delimited import read_csv
from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name
from dashboard.i18n.problem_text import message
from dashboard.model.kinds import Column
from dashboard.model.list_info import FILMOGRAPHY
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Rows
from dashboard.query.loaded_list import LoadedList

LONGEST = {
    "value": 1_200,
    "quote": 300,
    "claim": 300,
    "verdict": 20,
    "reason": 800,
    "source_title": 200,
    "source_url": 500,
    "checked_by": 100,
    "status": 20,
    "filmography_id": 200,
    "note": 800,
    "date": 10,
    "country": 100,
    "kind": 50,
    "text": 300,
    "name": 100,
    "applies_to": 20,
    "aliases": 1_200,
    "from": 10,
    "event": 100,
    "to": 10,
}
"""Characters of what is typed, by field."""
LONGEST_LINK = {"mailto": 2_000, "https": 6_000}
"""Characters of a link that mail programs, and pages for issues, take whole."""
LONGEST_SHOWN = 1_000
"""Characters of a text that is quoted."""
_SAID = ("verdict", "reason", "source_title", "source_url")
"""What a suggestion may say of a statement."""
_OF_THE_SOURCE = ("source_note", "archived_url")
"""What holds of a source only as long as it is the same."""

Cells = dict[str, str]
"""A row by column; what is not known is empty."""


class LabelledText(NamedTuple):
    """A part of what a row says: what it is called, and the text."""

    label: str
    text: str


@dataclass(frozen=True, eq=False)
class Correction(ABC):
    """One thing that may be corrected of a list.

    Attributes:
        loaded: the list.
        film: the film's id; empty for what is said of no film.
    """

    loaded: LoadedList
    film: str

    @property
    @abstractmethod
    def file(self) -> str:
        """The name of the file to which its row belongs."""

    @property
    @abstractmethod
    def columns(self) -> tuple[str, ...]:
        """The columns of that row."""

    @property
    @abstractmethod
    def fields(self) -> tuple[str, ...]:
        """What is asked for it, of `LONGEST`."""

    @property
    @abstractmethod
    def now(self) -> Cells:
        """The row that stands there; empty for none."""

    @abstractmethod
    def suggested(self, given: Mapping[str, str], today: date) -> Cells:
        """The row by what was typed, by `fields`, and what stands there where nothing was."""

    @abstractmethod
    def wrong(self, row: Cells, given: Mapping[str, str], language: Language) -> list[str]:
        """Why a row could not be used, as sentences."""

    @abstractmethod
    def told(self, row: Cells, language: Language) -> list[LabelledText]:
        """What a row says, for people."""

    @property
    def before(self) -> Cells:
        """What stands in the form before it is filled in."""
        return self.now

    def note(self, language: Language) -> str:
        """What an empty field of the form means; nothing for a form that is to be filled in."""
        return language.gettext("What you leave empty stays as it is.") if self.now else ""

    def now_in_words(self, language: Language) -> list[LabelledText]:
        """What stands there now, for people."""
        return self.told(self.now, language)

    @abstractmethod
    def suggestion(self, row: Cells, given: Mapping[str, str], language: Language) -> list[LabelledText]:
        """What is suggested, and why, for people."""

    def csv(self, row: Cells) -> str:
        """A row below its columns, ready to stand in the file."""
        return csv_file(self.columns, [[row[name] for name in self.columns]]).decode("utf-8-sig")


@dataclass(frozen=True, eq=False)
class StatementCorrection(Correction):
    """Another verdict, reason or source of a statement; where `claim` is None, a statement that nobody looked up.

    Attributes:
        column: the column that holds its words.
        claim: the statement.
    """

    column: Column
    claim: Claim | None = None
    file = "claims.csv"
    columns = COLUMNS

    @property
    def fields(self) -> tuple[str, ...]:
        return (*(() if self.claim else ("quote", "claim")), *_SAID, "checked_by")

    @property
    def now(self) -> Cells:
        return self.claim.cells if self.claim else {}

    def suggested(self, given: Mapping[str, str], today: date) -> Cells:
        """It is looked up today, and a copy of a source is that of this source only."""
        usual = dict.fromkeys(COLUMNS, "") | {"film_id": self.film, "field": self.column.name}
        now = usual | {name: text for name, text in self.now.items() if name in COLUMNS}
        row = now | {name: text for name, text in given.items() if text}
        if row["source_url"] != now["source_url"]:
            row |= dict.fromkeys(_OF_THE_SOURCE, "")
        return row | {"checked_on": today.isoformat(), "checked_by": given.get("checked_by", "")}

    def wrong(self, row: Cells, given: Mapping[str, str], language: Language) -> list[str]:
        if self.claim and all(row[name] == self.now[name] for name in _SAID):
            return [_nothing_changed(language)]
        problems = [message(each, language) for each in self._problems(row)]
        if row["verdict"] != self.now.get("verdict") and not given.get("reason"):
            problems.append(language.gettext("A verdict needs a reason. Say why."))
        return problems

    def _problems(self, row: Cells) -> Iterable[Problem]:
        """What reading the row behind the film's other statements finds in it."""
        others = [each for each in self.loaded.claims_of.get(self.film, ()) if each is not self.claim]
        cells = [tuple(each[name] for name in COLUMNS) for each in (*(each.cells for each in others), row)]
        at = [self.loaded.index.position[self.film]]
        film = replace(self.loaded.films, frame=self.loaded.films.frame.iloc[at])
        _, problems = read_claims(Rows(self.file, COLUMNS, cells, range(len(cells))), film)
        return (each for each in problems if each.line == len(others))

    @property
    def before(self) -> Cells:
        """The verdict, since reason and source are to be given anew."""
        return {"verdict": self.now.get("verdict", "not established")}

    def now_in_words(self, language: Language) -> list[LabelledText]:
        """Where nobody looked the words up, the cell that holds them."""
        if self.claim is None:
            return CellCorrection(self.loaded, self.film, self.column).now_in_words(language)
        words = LabelledText(column_name(self.column, language), language.quoted(self.claim.quote, LONGEST_SHOWN))
        said = LabelledText(language.gettext("Statement"), self.claim.text_in("claim", language.code))
        return [words, said, *self.told(self.now, language)]

    def suggestion(self, row: Cells, given: Mapping[str, str], language: Language) -> list[LabelledText]:
        labels = field_labels(language)
        new = [] if self.claim else [LabelledText(labels[name], given[name]) for name in ("quote", "claim")]
        return [*new, *self.told(row, language)]

    def told(self, row: Cells, language: Language) -> list[LabelledText]:
        said = row
        if self.claim and row == self.now:
            said = row | {name: self.claim.text_in(name, language.code) for name in ("claim", "reason")}
        verdict = language.pgettext("value", said.get("verdict", ""))
        lines = [LabelledText(language.gettext("Verdict"), verdict)] if verdict else []
        return [*lines, *_grounds(said, language)]


@dataclass(frozen=True, eq=False)
class CellCorrection(Correction):
    """Another value of a film in one of the list's columns.

    Attributes:
        column: which one.
    """

    column: Column
    fields = ("value", "reason", "source_title", "source_url", "checked_by")

    @property
    def file(self) -> str:
        return "filmography.csv" if self.loaded.info.key == FILMOGRAPHY else "films.csv"

    @property
    def columns(self) -> tuple[str, ...]:
        """What names the film, and the column."""
        return tuple(dict.fromkeys(("id", "title", self.column.name)))

    @property
    def _row(self) -> Rows:
        """The film as the only row of a file of the list."""
        return read_csv(list_csv(self.loaded.films, np.array([self.loaded.index.position[self.film]])), self.file)

    @property
    def now(self) -> Cells:
        row = self._row
        return {name: row.cells[0][row.header.index(name)] for name in self.columns}

    def suggested(self, given: Mapping[str, str], today: date) -> Cells:
        """What was typed stands there even if it is nothing."""
        return self.now | {self.column.name: given.get("value", "")}

    def wrong(self, row: Cells, given: Mapping[str, str], language: Language) -> list[str]:
        now, value = self.now[self.column.name], row[self.column.name]
        if value == now or not (value or len(now) <= LONGEST["value"]):
            return [_nothing_changed(language)]
        return _no_address(given, language) or [message(each, language) for each in self._problems(value)]

    def _problems(self, value: str) -> Iterable[Problem]:
        """What reading the film with another cell finds in that, where it would not be taken as it is."""
        row = self._row
        at = row.header.index(self.column.name)
        cells = [*row.cells[0]]
        cells[at] = value
        try:
            kinds = {each.name: each.kind for each in self.loaded.films.own_columns}
            found = [*validate(replace(row, cells=[tuple(cells)]), kinds=kinds).problems]
        except BadListError as error:
            found = [*error.problems]
        return (each for each in found if each.column == self.column.name and each.grade in ("doubtful", "refused"))

    @property
    def before(self) -> Cells:
        return {"value": self.now[self.column.name]}

    def note(self, language: Language) -> str:
        return language.gettext("Leave the first field empty where nothing is known.")

    def suggestion(self, row: Cells, given: Mapping[str, str], language: Language) -> list[LabelledText]:
        """The row says neither why nor by which source."""
        return [*self.told(row, language), *_grounds(given, language)]

    def told(self, row: Cells, language: Language) -> list[LabelledText]:
        value = row[self.column.name] or language.gettext("not known")
        return [LabelledText(column_name(self.column, language), value)]


@dataclass(frozen=True, eq=False)
class RowCorrection(Correction):
    """A row of the evidence that is no statement: which film an entry is, a date of history, a thing of the calendar.

    Attributes:
        evidence: the file.
        standing: the row that stands there; empty for a new one.
        begun: what a new row says before anything is typed.
        known: the ids that an identity may name.
    """

    evidence: EvidenceFile
    standing: Cells = field(default_factory=dict)
    begun: Cells = field(default_factory=dict)
    known: Collection[str] = ()

    @property
    def now(self) -> Cells:
        return self.standing

    @property
    def file(self) -> str:
        return self.evidence.name

    @property
    def columns(self) -> tuple[str, ...]:
        return self.evidence.columns

    @property
    def fields(self) -> tuple[str, ...]:
        """The columns that are typed, why, and by whom."""
        typed = (name for name in self.columns if name in LONGEST and (self.now or name not in self.begun))
        return (*typed, "reason", "checked_by")

    def suggested(self, given: Mapping[str, str], today: date) -> Cells:
        usual = dict.fromkeys(self.columns, "") | self.begun | self.now
        return usual | {name: text for name, text in given.items() if text and name in self.columns}

    def wrong(self, row: Cells, given: Mapping[str, str], language: Language) -> list[str]:
        if row == self.now:
            return [_nothing_changed(language)]
        if wrong := _no_address(row, language):
            return wrong
        rows = Rows(self.file, self.columns, [tuple(row[name] for name in self.columns)], (0,))
        found = self.evidence.problems(rows, Known(self.loaded.films, self.known))
        return [message(each, language) for each in found]

    @property
    def before(self) -> Cells:
        return {"status": "identified", "applies_to": "mention"} | self.now

    def now_in_words(self, language: Language) -> list[LabelledText]:
        return self.told(self.now or self.begun, language)

    def suggestion(self, row: Cells, given: Mapping[str, str], language: Language) -> list[LabelledText]:
        """The row does not say why."""
        return [*self.told(row, language), *_grounds({"reason": given["reason"]}, language)]

    def told(self, row: Cells, language: Language) -> list[LabelledText]:
        labels, options = field_labels(language), field_options(language)
        named = [name for name in self.columns if name in labels and row.get(name)]
        lines = [LabelledText(labels[name], dict(options.get(name, ())).get(row[name], row[name])) for name in named]
        return lines or [LabelledText(file_label(self.evidence, language), language.gettext("not known"))]


def field_labels(language: Language) -> dict[str, str]:
    """What is asked in each field of `LONGEST`."""
    return {
        "value": language.gettext("What should stand there"),
        "quote": language.gettext("The words of the list, letter for letter"),
        "claim": language.gettext("What they say, in a sentence"),
        "verdict": language.gettext("Verdict"),
        "reason": language.gettext("Why"),
        "checked_by": language.gettext("Your name, if it may be named"),
        "status": language.gettext("Which film this is"),
        "filmography_id": language.gettext("The id of that film, or of the nearest one"),
        "date": language.gettext("Day, such as 1961-04-12"),
        "country": language.gettext("Whose it was"),
        "kind": language.gettext("Kind, such as launch or first"),
        "text": language.gettext("What happened, in a sentence"),
        "name": language.gettext("What it is called"),
        "applies_to": language.gettext("What it is looked for in"),
        "aliases": language.gettext("The words that name it in a text, separated by semicolons"),
        "from": language.gettext("Day of its beginning, such as 1961-04-12"),
        "event": language.gettext("What happened then, such as “was launched”"),
        "to": language.gettext("Day of its end"),
        "source_title": language.gettext("Title of the source"),
        "source_url": language.gettext("Address of the source"),
        "note": language.gettext("Note"),
    }


def field_options(language: Language) -> dict[str, list[tuple[str, str]]]:
    """What can be chosen in the fields that take few values, each with what it is called."""
    return {
        "verdict": [(each, language.pgettext("value", each)) for each in VERDICTS],
        "status": [(each, language.pgettext("value", each)) for each in IDENTITY_STATUSES],
        "applies_to": [
            ("mention", language.gettext("what texts mention")),
            ("origin", language.gettext("where films come from")),
        ],
    }


def file_label(file: EvidenceFile, language: Language) -> str:
    """What the rows of a file are called on the page."""
    return {
        IDENTITIES.name: language.gettext("Which film this is"),
        ACCEPTED.name: language.gettext("This is right here"),
        MILESTONES.name: language.gettext("History"),
        CALENDAR.name: language.gettext("Calendar check"),
    }[file.name]


def _nothing_changed(language: Language) -> str:
    return language.gettext("This says what stands there already. Change something.")


def _no_address(row: Mapping[str, str], language: Language) -> list[str]:
    """What is wrong with the address of a row's source, as sentences."""
    wrong = wrong_address(row, "source_url")
    return [message(Problem(wrong.kind, "", value=row[wrong.column]), language)] if wrong else []


def _grounds(row: Mapping[str, str], language: Language) -> list[LabelledText]:
    """Why a row says what it says, and by which source, as far as it tells."""
    source = ", ".join(filter(None, (row.get("source_title", ""), row.get("source_url", ""))))
    texts = ((language.gettext("Why"), row.get("reason", "")), (language.gettext("Source"), source))
    return [LabelledText(label, text) for label, text in texts if text]


def too_long(given: Mapping[str, str], language: Language) -> list[str]:
    """What was typed in vain since it is too long, as sentences."""
    return [
        language.gettext(
            "“{field}” takes {most} characters, and this has {number}. Shorten it.",
            field=field_labels(language)[name],
            most=language.number(LONGEST[name]),
            number=language.number(len(text)),
        )
        for name, text in given.items()
        if len(text) > LONGEST[name]
    ]


class Way(NamedTuple):
    """A link that opens a prepared mail, or else an issue, and whether it holds the whole suggestion."""

    link: str
    is_mail: bool
    is_whole: bool


def way(address: str, subject: str, lines: Sequence[LabelledText], csv: str, to_paste: str) -> Way:
    """The way to whoever keeps a list.

    Args:
        address: where corrections go, as `Settings.corrections` has it.
        subject: of the mail, or the issue's title.
        lines: what is suggested; the first says of which film.
        csv: the row.
        to_paste: stands in the place of all but the first line if the link would be too long.
    """
    is_mail = address.startswith("mailto:")
    said = [f"{label}: {text}" for label, text in lines]
    row = csv if is_mail else _fenced(csv)
    whole = _link(address, subject, "\n\n".join(("\n".join(said), row)))
    if len(whole) <= LONGEST_LINK["mailto" if is_mail else "https"]:
        return Way(whole, is_mail, True)
    return Way(_link(address, subject, f"{said[0]}\n\n{to_paste}\n\n"), is_mail, False)


def _fenced(text: str) -> str:
    """A text as Markdown shows it word for word."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}\n{text.strip()}\n{fence}\n"


def _link(address: str, subject: str, body: str) -> str:
    """Source: RFC 6068 (lines of a mail end with CR LF)."""
    is_mail = address.startswith("mailto:")
    names = ("subject", "body") if is_mail else ("title", "body")
    lines = body.replace("\r\n", "\n").replace("\n", "\r\n" if is_mail else "\n")
    values = "&".join(f"{name}={quote(text, safe='')}" for name, text in zip(names, (subject, lines), strict=True))
    return f"{address}{'&' if '?' in address else '?'}{values}"
