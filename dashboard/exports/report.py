"""How well a file could be read, row by row: what is fine, put right, doubtful or refused."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.catalogue.check import FilmList
from dashboard.catalogue.rows import escape_formula
from dashboard.errors import Grade, Problem
from dashboard.evidence.calendar import Notice
from dashboard.evidence.dossier import Dossier
from dashboard.evidence.words import notice_in_words
from dashboard.language.languages import Language, english
from dashboard.language.problems import said, unit_of
from dashboard.language.texts import shortened

GRADES: tuple[Grade, ...] = ("refused", "doubtful", "repaired")
"""What a row can be beside fine, the worst first."""


@dataclass(frozen=True)
class Entry:
    """One row of a file of which something is to be said.

    Attributes:
        line: where it begins in the file; None for the file as a whole.
        title: the film's title; of a refused row its cells, shortened.
        grade: the worst of its problems.
        problems: what is to be said of it.
    """

    line: int | None
    title: str
    grade: Grade
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Report:
    """How well a file could be read.

    Attributes:
        films: the list that came of it.
        entries: every row of which something is to be said, by line; those of the file as a whole come first.
        rows: how many rows the file has.
        beside: what is wrong in the files of evidence that the list brings.
    """

    films: FilmList
    entries: tuple[Entry, ...]
    rows: int
    beside: tuple[Problem, ...] = ()

    def unit(self, language: Language) -> str:
        """What the numbers of rows count: "line", "row" or "item"."""
        return unit_of(self.films.form, language)

    def said(self, problem: Problem, language: Language) -> str:
        """A problem without its place."""
        return said(problem, language, self.films.form)

    def count(self, grade: Grade) -> int:
        """How many rows have a grade."""
        return sum(entry.grade == grade and entry.line is not None for entry in self.entries)

    @property
    def fine(self) -> int:
        """How many rows nothing is to be said of."""
        return self.rows - sum(map(self.count, GRADES))

    @property
    def exit_code(self) -> int:
        """0 if everything is fine, 1 if something was put right or is doubtful, 2 if a row of any file was refused."""
        worst = {entry.grade for entry in self.entries} | {problem.grade for problem in self.beside}
        return 2 if "refused" in worst else 1 if worst & {"doubtful", "repaired"} else 0


def report(
    films: FilmList, language: Language, notices: Iterable[Notice] = (), beside: tuple[Problem, ...] = ()
) -> Report:
    """What is to be said of a list's file, the calendar check's notices among it, and of the evidence beside it."""
    titles = dict(zip(films.lines, films.frame["title"].to_numpy(object), strict=True))
    titles |= {line: shortened(" · ".join(filter(None, cells)), 80) for line, cells in films.refused}
    by_line: dict[int | None, list[Problem]] = defaultdict(list)
    for problem in films.problems:
        whole_file = problem.line is None or problem.line not in titles
        by_line[None if whole_file else problem.line].append(problem)
    notices = tuple(notices)
    line_of = dict(zip(films.frame["id"].to_numpy(object), films.lines, strict=True)) if notices else {}
    for notice in notices:
        line = line_of[notice.film]
        text = notice_in_words(notice, language).rstrip(".")
        by_line[line].append(Problem("too early for it", "", line, notice.field, "", text))
    entries = [_entry(line, titles.get(line or -1, ""), problems) for line, problems in by_line.items()]
    entries.sort(key=lambda entry: entry.line or 0)
    return Report(films, tuple(entries), len(films.lines) + len(films.refused), beside)


def reported(dossier: Dossier, language: Language) -> Report:
    """What is to be said of a list with all that it brings."""
    return report(dossier.films, language, dossier.notices, dossier.problems)


def _entry(line: int | None, title: str, problems: Sequence[Problem]) -> Entry:
    grades = {problem.grade for problem in problems}
    worst: Grade = next((grade for grade in GRADES if grade in grades), "note")
    return Entry(line, title, worst, tuple(problems))


def summary(found: Report, language: Language) -> str:
    """How many rows are fine, put right, doubtful and refused, in one sentence."""
    parts = [language.ngettext("{n} fine", "{n} fine", found.fine)]
    parts += [_graded(grade, number, language) for grade in reversed(GRADES) if (number := found.count(grade))]
    rows = language.ngettext("{n} row", "{n} rows", found.rows)
    return language.gettext("{rows}: {parts}.", rows=rows, parts=language.listing(parts, most=9))


def _graded(grade: Grade, number: int, language: Language) -> str:
    if grade == "refused":
        return language.ngettext("{n} refused", "{n} refused", number)
    if grade == "doubtful":
        return language.ngettext("{n} doubtful", "{n} doubtful", number)
    return language.ngettext("{n} repaired", "{n} repaired", number)


def read_as(form: str, encoding: str, language: Language) -> str:
    """In what form a file was read: ``CSV in windows-1251``."""
    names = {"utf-8-sig": "UTF-8", "cp1251": "windows-1251", "cp1252": "windows-1252", "koi8_r": "KOI8-R"}
    shown = names.get(encoding, encoding.upper().replace("_", "-"))
    named = language.pgettext("form", form)
    return language.gettext("{form} in {encoding}", form=named, encoding=shown) if shown else named


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
            found.said(problem, language),
        )
        for entry in found.entries
        for problem in entry.problems
    )
    return _csv((found.unit(english()), "status", "title", "column", "cell", "remark"), rows)


def refused_csv(found: Report, language: Language) -> bytes:
    """The rows that are not in the list, as they stand in the file, with line and reason. UTF-8 with a mark."""
    why = {entry.line: " ".join(found.said(each, language) for each in entry.problems) for entry in found.entries}
    rows = ((str(line), why.get(line, ""), *cells) for line, cells in found.films.refused)
    return _csv((found.unit(english()), "why refused", *found.films.header), rows)


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(escape_formula, header))
    writer.writerows(map(escape_formula, row) for row in rows)
    return text.getvalue().encode("utf-8-sig")
