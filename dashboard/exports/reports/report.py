"""How well a file could be read, row by row: what is fine, put right, doubtful or refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from dashboard.cleaning.validate import FilmList
from dashboard.evidence.calendar_check.calendar import Notice, notice_in_words, reason_in_words
from dashboard.exports.export import csv_file
from dashboard.exports.reports.report_rows import GRADES, ReportRows
from dashboard.i18n.languages import Language, english
from dashboard.i18n.problem_text import message, unit_name
from dashboard.model.problem_list import Problems
from dashboard.model.problems import GUESSES, Grade, Problem
from dashboard.model.rows import Fate, Unit
from dashboard.query.loaded_list import LoadedList


@dataclass(frozen=True)
class Report:
    """How well a file could be read.

    Attributes:
        films: the list that came of it.
        entries: every row of which something is to be said.
        rows: how many rows the file has.
        beside: what is wrong in the files of evidence that the list brings.
    """

    films: FilmList
    entries: ReportRows
    rows: int
    beside: tuple[Problem, ...] = ()

    def unit(self, language: Language) -> str:
        """What the numbers of rows count: "line", "row" or "item"."""
        return unit_name(self.films.unit, language)

    def message(self, problem: Problem, language: Language) -> str:
        """A problem without its place."""
        return message(problem, language, self.films.unit)

    def count(self, grade: Grade) -> int:
        """How many rows have a grade."""
        return self.entries.count(grade)

    @property
    def fine(self) -> int:
        """How many rows nothing is to be said of, and nothing was guessed of."""
        return 0 if self._rests_on_a_guess else self._without_remark

    @property
    def guessed(self) -> int:
        """How many rows nothing is to be said of but that they rest on a guess about the whole file."""
        return self._without_remark if self._rests_on_a_guess else 0

    @property
    def _without_remark(self) -> int:
        return self.rows - sum(map(self.count, GRADES))

    @property
    def _rests_on_a_guess(self) -> bool:
        return any(problem.kind in GUESSES for problem in self.entries.of_the_whole())

    @property
    def is_encoding_guessed(self) -> bool:
        """Whether another encoding of the file is nearly as likely."""
        return any(problem.kind == "encoding guessed" for problem in self.entries.of_the_whole())

    @property
    def exit_code(self) -> int:
        """0 if everything is fine, 2 if a row of any file was refused, 1 if anything else is to be said."""
        worst = self.entries.grades | {problem.grade for problem in self.beside}
        return 2 if "refused" in worst else 1 if worst & {"doubtful", "repaired"} else 0


def report(
    films: FilmList, language: Language, notices: Iterable[Notice] = (), beside: tuple[Problem, ...] = ()
) -> Report:
    """What is to be said of a list's file, the calendar check's notices among it, and of the evidence beside it."""
    problems = Problems(chain(films.problems, _noticed(films, tuple(notices), language)))
    return Report(films, ReportRows(films, problems), len(films.lines) + len(films.refused), beside)


def _noticed(films: FilmList, notices: Sequence[Notice], language: Language) -> Iterator[Problem]:
    line_of = dict(zip(films.frame["id"], films.lines, strict=True)) if notices else {}
    for notice in notices:
        text = f"{notice_in_words(notice, language)} {reason_in_words(notice, language)}".rstrip(".")
        yield Problem("too early for it", "", line_of[notice.film], notice.field, "", text)


def reported(loaded: LoadedList, language: Language) -> Report:
    """What is to be said of a list with all that it brings."""
    return report(loaded.films, language, loaded.notices, loaded.problems)


def summary(found: Report, language: Language) -> str:
    """How many rows are fine, guessed, put right, doubtful and refused, in one sentence."""
    parts = [language.ngettext("{n} fine", "{n} fine", found.fine)]
    parts += [language.ngettext("{n} guessed", "{n} guessed", found.guessed)] if found.guessed else []
    parts += [_graded(grade, number, language) for grade in reversed(GRADES) if (number := found.count(grade))]
    rows = language.ngettext("{n} row", "{n} rows", found.rows)
    return language.gettext("{rows}: {parts}.", rows=rows, parts=language.listing(parts, most=9))


def accounted(found: Report, language: Language) -> str:
    """What became of the file's lines, rows or items, in numbers that add up to all of them; empty if not known."""
    account = found.films.account
    if account is None:
        return ""
    came_to = ((fate, account.came_to.get(fate, 0)) for fate in FATES_IN_ORDER)
    parts = [_came_to(fate, number, found, language) for fate, number in came_to if number]
    total = _counted(found.films.unit, account.total, language)
    return language.gettext("{rows}: {parts}.", rows=total, parts=language.listing(parts, most=9))


FATES_IN_ORDER: tuple[Fate, ...] = ("film", "field", "heading", "comment", "other table", "refused", "blank")


def _counted(unit: Unit, number: int, language: Language) -> str:
    if unit == "line":
        return language.ngettext("{n} line", "{n} lines", number)
    if unit == "row":
        return language.ngettext("{n} row", "{n} rows", number)
    return language.ngettext("{n} item", "{n} items", number)


def _came_to(fate: Fate, number: int, found: Report, language: Language) -> str:
    if fate == "film":
        films = language.ngettext("{n} film", "{n} films", len(found.films.lines))
        on = language.ngettext("{films} on {n} line", "{films} on {n} lines", number, films=films)
        return films if number == len(found.films.lines) else on
    if fate == "field":
        return language.ngettext("{n} further line of a film", "{n} further lines of films", number)
    words = {
        "heading": language.ngettext("{n} heading", "{n} headings", number),
        "comment": language.ngettext("{n} beside the list", "{n} beside the list", number),
        "other table": language.ngettext("{n} of another table", "{n} of other tables", number),
        "refused": language.ngettext("{n} refused", "{n} refused", number),
        "blank": language.ngettext("{n} blank", "{n} blank", number),
    }
    return words[fate]


def _graded(grade: Grade, number: int, language: Language) -> str:
    if grade == "refused":
        return language.ngettext("{n} refused", "{n} refused", number)
    if grade == "doubtful":
        return language.ngettext("{n} doubtful", "{n} doubtful", number)
    return language.ngettext("{n} repaired", "{n} repaired", number)


def read_as(form: str, encoding: str, language: Language) -> str:
    """In what form a file was read: ``CSV in windows-1251``."""
    shown = encoding_name(encoding)
    named = language.pgettext("form", form)
    return language.gettext("{form} in {encoding}", form=named, encoding=shown) if shown else named


def encoding_name(encoding: str) -> str:
    """What people call an encoding, by its name in Python."""
    names = {"utf-8-sig": "UTF-8", "mac-roman": "Mac Roman", "iso8859-2": "ISO 8859-2", "gb18030": "GB 18030"}
    of_windows = encoding.replace("cp125", "windows-125") if encoding.startswith("cp125") else ""
    return names.get(encoding) or of_windows or encoding.upper().replace("_", "-")


def report_csv(found: Report, language: Language) -> bytes:
    """A report as CSV, one problem a row: line, status, title, column, cell, remark. UTF-8 with a mark.

    The remarks are in the language given; headers and statuses are always the same.
    """
    rows = (
        (
            str(entry.line or ""),
            problem.grade,
            entry.title,
            problem.column,
            problem.value,
            found.message(problem, language),
        )
        for entry in found.entries
        for problem in entry.problems
    )
    return csv_file((found.unit(english()), "status", "title", "column", "cell", "remark"), rows)


def refused_csv(found: Report, language: Language) -> bytes:
    """The rows that are not in the list, as they stand in the file, with line and reason. UTF-8 with a mark."""
    refused = {line for line, _ in found.films.refused}
    of = {entry.line: entry.problems for entry in found.entries if entry.line in refused}
    why = {line: " ".join(found.message(each, language) for each in problems) for line, problems in of.items()}
    rows = ((str(line), why.get(line, ""), *cells) for line, cells in found.films.refused)
    return csv_file((found.unit(english()), "why refused", *found.films.header), rows)
