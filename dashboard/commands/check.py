"""``check FILE``: how well a list can be read. ``convert`` starts from the same report."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from dashboard.cleaning.validate import FilmList
from dashboard.commands.output import Output, OutputError
from dashboard.exports.reports.report import Report, accounted, read_as, report_csv, reported, summary
from dashboard.exports.reports.report_rows import GRADES
from dashboard.formats.encoding import ENCODINGS, decoded, is_encoding
from dashboard.formats.format import lines_in, some_of
from dashboard.formats.registry import readable
from dashboard.i18n.languages import english
from dashboard.i18n.problem_text import place, sentence
from dashboard.lists.loading import load_list
from dashboard.lists.source import own_files, own_source
from dashboard.model.problems import BadListError, Problem
from dashboard.model.schema import BY_NAME

REFUSED = 2


def run(arguments: Sequence[str]) -> int:
    """Print the report on a file, and write it as CSV if that is asked for; returns the exit code."""
    options = parser("check", "Say how well a list of films can be read, row by row.")
    options.add_argument("--report", metavar="OUT.csv", type=Path, help="write the report as CSV too")
    options.add_argument("--json", action="store_true", help="print the report as JSON, with what every line came to")
    return finished(_check, options.parse_args(arguments))


def _check(given: argparse.Namespace, output: Output) -> int:
    targets = [given.report] if given.report else []
    output.check(targets)
    found = opened(given)
    if given.json:
        print(as_json(given.file.name, found))
    else:
        print_report(given.file.name, found)
    output.write({path: report_csv(found, english()) for path in targets})
    return found.exit_code


def parser(name: str, description: str) -> argparse.ArgumentParser:
    """A command that reads a list, with the options that each such command has."""
    made = argparse.ArgumentParser(
        prog=f"python -m dashboard {name}",
        description=description,
        epilog="Ends with 0 if everything is fine, 1 if rows were repaired, are doubtful or rest on a guess, 2 if "
        "rows or the whole file were refused, or if a file cannot be written. What is read is never written to.",
    )
    made.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help=f"a list ({', '.join(readable())}), a bundle, or a folder with films.csv",
    )
    made.add_argument("--force", action="store_true", help="overwrite files that exist")
    made.add_argument(
        "--column",
        metavar="NAME=HEADER",
        action="append",
        default=[],
        type=_column,
        help="which header is which column, such as --column title=Film; may be repeated",
    )
    made.add_argument(
        "--encoding",
        metavar="NAME",
        default="",
        type=_encoding,
        help="the encoding of its text, such as cp1250, where the report shows that another was guessed",
    )
    made.add_argument(
        "--table",
        metavar="NAME",
        default="",
        help="which of several tables, sheets, lists or packed files it is, by the name that the report gives or by "
        "its number, counted from 1",
    )
    return made


def _encoding(name: str) -> str:
    if name and not is_encoding(name):
        raise argparse.ArgumentTypeError(f"{name!r} is no encoding; write one such as {', '.join(ENCODINGS)}")
    return name


def _column(text: str) -> tuple[str, str]:
    name, equals, header = text.partition("=")
    if not equals or name not in BY_NAME:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=HEADER with a NAME of {', '.join(BY_NAME)}")
    return name, header


def finished(command: Callable[[argparse.Namespace, Output], int], given: argparse.Namespace) -> int:
    """Do what a command does; its exit code, once whatever stopped it is printed."""
    try:
        return command(given, Output(own_files(given.file), given.force))
    except BadListError as error:
        if getattr(given, "json", False):
            print(refused_as_json(given.file, given.encoding, error.problems))
        print_problems(error.problems)
    except OutputError as error:
        print(error, file=sys.stderr)
    return REFUSED


def opened(given: argparse.Namespace) -> Report:
    """The report on the file that a command is given, with the options that say how it is read.

    Raises:
        BadListError: if it cannot be used.
    """
    source = own_source(Path(os.path.realpath(given.file)))
    as_told = replace(source, named=tuple(given.column), encoding=given.encoding, table=given.table)
    return reported(load_list(as_told), english())


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems as sentences, where errors go."""
    for problem in problems:
        print(sentence(problem, english()), file=sys.stderr)


def print_report(name: str, found: Report) -> None:
    """Print a report: the form, what each column is, every row of which something is to be said, and the sum."""
    films = found.films
    print(f"{name}: {read_as(films.form, films.encoding, english())}.")
    print("\n".join(columns_in_words(films)))
    for row in found.entries:
        for problem in row.problems:
            where = (
                f"{found.unit(english())} {row.line} ({row.title})"
                if row.line
                else place(problem, english(), films.unit)
            )
            column = f", {problem.column}" if problem.column and row.line else ""
            print(f"{problem.grade}: {where}{column}: {found.message(problem, english())}")
    for problem in found.beside:
        print(f"{problem.grade}: {sentence(problem, english())}")
    print("\n".join(filter(None, (accounted(found, english()), summary(found, english())))))


def as_json(name: str, found: Report) -> str:
    """A report for machines: what became of every line of the file, and all that is to be said of its rows."""
    films, account = found.films, found.films.account
    said = [problem for row in found.entries for problem in row.problems]
    told: dict[str, Any] = {
        "file": name,
        "form": films.form,
        "encoding": films.encoding,
        "unit": films.unit,
        "total": account.total if account else found.rows,
        "came_to": {**account.came_to} if account else {},
        "unaccounted": account.unaccounted if account else 0,
        "films": len(films.frame),
        "rows": {"fine": found.fine, "guessed": found.guessed, **{grade: found.count(grade) for grade in GRADES}},
        "columns": dict(headers(films)),
        "problems": [
            {
                "grade": problem.grade,
                "kind": problem.kind,
                "file": problem.file,
                films.unit: problem.line,
                "column": problem.column,
                "cell": problem.value,
                "message": found.message(problem, english()),
            }
            for problem in (*said, *found.beside)
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def refused_as_json(path: Path, encoding: str, problems: Iterable[Problem]) -> str:
    """For machines, why a file as a whole was refused, and so every line of it, where it is text."""
    said = [
        {"grade": problem.grade, "kind": problem.kind, "message": sentence(problem, english())} for problem in problems
    ]
    lines = _lines_of(path, encoding)
    counted = {
        "file": path.name,
        "unit": "" if lines is None else "line",
        "total": lines or 0,
        "came_to": {"refused": lines} if lines else {},
        "unaccounted": 0,
        "films": 0,
    }
    return json.dumps({**counted, "problems": said}, ensure_ascii=False, indent=1)


def _lines_of(path: Path, encoding: str) -> int | None:
    """How many lines a file has; None if it is no text, or cannot be read."""
    with suppress(OSError):
        found = decoded(own_files(path)[0].read_bytes(), encoding)
        return lines_in(found.text) if found else None
    return None


def columns_in_words(films: FilmList) -> Iterator[str]:
    """What the columns of a list's file are, in two lines: those that are known, and those that are kept."""
    named = [*zip(headers(films), films.names, strict=True)]
    if known := [f"{header} → {label}" for (header, label), name in named if name in BY_NAME or name != label]:
        yield f"Columns: {', '.join(known)}."
    if kept := [header for (header, label), name in named if name not in BY_NAME and name == label]:
        yield f"Kept as they are: {some_of(kept)}."


def headers(films: FilmList) -> Iterator[tuple[str, str]]:
    """Each header of a list's file, and what its column is called here."""
    labels = {column.name: column.label for column in films.columns}
    for header, name in zip(films.header, films.names, strict=True):
        yield header or "(no name)", labels.get(name, "left out, since it is empty")
