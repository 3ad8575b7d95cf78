"""A list that a visitor is bringing: read, its columns named, checked, not yet shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from dashboard.cleaning.mapping import Mapped, suggested
from dashboard.cleaning.validate import validate
from dashboard.evidence.calendar import check_calendar
from dashboard.exports.report import Report, report
from dashboard.exports.tables import list_csv
from dashboard.i18n.languages import Language
from dashboard.lists import package as own
from dashboard.lists.loading import events_of
from dashboard.lists.package import ListPackage, from_bundle, pack
from dashboard.lists.registry import fits_in_link
from dashboard.lists.sandbox import read_sandboxed
from dashboard.lists.source import DATA, Content, DataFile
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits, Rows
from dashboard.settings import Settings

MOST_FILMS_IN_A_LINK = 1_000
"""A longer list is not tried; it would take less than five bytes a film."""


@dataclass(frozen=True, eq=False)
class UploadDraft:
    """A list on its way.

    Attributes:
        name: what it will be called.
        language: the language of what is said of it.
        rows: the table as given.
        mapping: which column is which.
        beside: the files of evidence it brings.
        link: the link of the view it brings; empty for none.
        report: how well it could be read; None if it cannot be used with this mapping.
        problems: why it cannot be used.
    """

    name: str
    language: Language
    rows: Rows
    mapping: Mapped
    beside: Mapping[str, bytes] = field(default_factory=dict)
    link: str = ""
    report: Report | None = None
    problems: tuple[Problem, ...] = ()

    def mapped(self, mapping: Mapped) -> UploadDraft:
        """This list with other columns."""
        try:
            films = validate(self.rows, mapping)
        except BadListError as error:
            return replace(self, mapping=mapping, report=None, problems=error.problems)
        calendars: list[DataFile] = [DATA / "calendar.csv"]
        if "calendar.csv" in self.beside:
            calendars.append(Content("calendar.csv", self.beside["calendar.csv"]))
        found = report(films, self.language, check_calendar(films, events_of(calendars, [])))
        return replace(self, mapping=mapping, report=found, problems=())

    def finished(self, name: str) -> ListPackage:
        """The list as it will be shown; there must be a report."""
        if self.report is None:
            raise ValueError("the list cannot be used yet")
        return ListPackage(name, {"films.csv": list_csv(self.report.films), **self.beside})

    @cached_property
    def is_small(self) -> bool:
        """Whether the list can travel in a link."""
        if self.report is None or len(self.report.films.frame) > MOST_FILMS_IN_A_LINK:
            return False
        own = self.finished(self.name)
        return fits_in_link(own, pack(own))


def drafted(data: bytes, file: str, chosen: Settings, language: Language) -> UploadDraft:
    """A file or a pasted text as a draft. Reads it in a process of its own.

    Raises:
        BadListError: if it cannot be read.
    """
    limits = Limits(size=chosen.largest_upload, rows=chosen.upload_rows)
    if len(data) > limits.size:
        raise BadListError((Problem("too large", file, expected=str(chosen.upload_mb)),))
    if bundled := from_bundle(data, replace(limits, unpacked=2 * limits.size), file):
        brought, link = bundled
        beside = {name: content for name, content in brought.files.items() if name not in ("films.csv", "report.csv")}
        rows = read_sandboxed(brought.files["films.csv"], "films.csv", limits)
        name = brought.name or name_of(file, language)
        return UploadDraft(name, language, rows, (), beside, link).mapped(suggested(rows))
    rows = read_sandboxed(data, file, limits)
    return UploadDraft(name_of(file, language), language, rows, ()).mapped(suggested(rows))


def pasted(language: Language) -> str:
    """What messages call a pasted text, where a file has its name."""
    return language.gettext("pasted text")


def name_of(file: str, language: Language) -> str:
    """What a list in a file is called, from the file's name: "My films 2024" for ``my_films-2024.csv``."""
    stem = "" if file == pasted(language) else file.rpartition(".")[0] or file
    title = own.name_of(stem.replace("_", " ").replace("-", " ")) or language.gettext("My films")
    return title[0].upper() + title[1:]
