"""The commands beside serving: ``check FILE`` and ``convert FILE OUT.csv``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dashboard.cleaning.validate import FilmList
from dashboard.commands.output import Output, OutputError
from dashboard.exports.report import Report, read_as, refused_csv, report_csv, reported, summary
from dashboard.exports.tables import list_csv
from dashboard.i18n.languages import english
from dashboard.i18n.problem_text import place, sentence
from dashboard.lists.source import own_files, own_source
from dashboard.model.problems import BadListError, Problem
from dashboard.model.schema import BY_NAME
from dashboard.query.loaded_list import load_list

REFUSED = 2


def parser(name: str) -> argparse.ArgumentParser:
    """The options of a command."""
    made = argparse.ArgumentParser(
        prog=f"python -m dashboard {name}",
        description={
            "check": "Say how well a list of films can be read, row by row.",
            "convert": "Write a list of films as the CSV that the dashboard itself writes; rows that are refused go "
            "to a second file beside it.",
        }[name],
        epilog="Ends with 0 if everything is fine, 1 if rows were repaired or are doubtful, 2 if rows or the whole "
        "file were refused, or if a file cannot be written. What is read is never written to.",
    )
    made.add_argument("file", metavar="FILE", type=Path, help="a list, a bundle, or a folder with films.csv")
    if name == "convert":
        made.add_argument("out", metavar="OUT.csv", type=Path, help="where to write the list")
    else:
        made.add_argument("--report", metavar="OUT.csv", type=Path, help="write the report as CSV too")
    made.add_argument("--force", action="store_true", help="overwrite files that exist")
    made.add_argument(
        "--column",
        metavar="NAME=HEADER",
        action="append",
        default=[],
        type=_column,
        help="which header is which column, such as --column title=Film; may be repeated",
    )
    return made


def _column(text: str) -> tuple[str, str]:
    name, equals, header = text.partition("=")
    if not equals or name not in BY_NAME:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=HEADER with a NAME of {', '.join(BY_NAME)}")
    return name, header


def check(arguments: Sequence[str]) -> int:
    """Print the report on a file."""
    return _done(_check, parser("check").parse_args(arguments))


def convert(arguments: Sequence[str]) -> int:
    """Write a file's list as CSV, and what was refused beside it."""
    return _done(_convert, parser("convert").parse_args(arguments))


def _done(command: Callable[[argparse.Namespace, Output], int], given: argparse.Namespace) -> int:
    """Do what a command does; its exit code, once whatever stopped it is printed."""
    try:
        return command(given, Output(own_files(given.file), given.force))
    except BadListError as error:
        print_problems(error.problems)
    except OutputError as error:
        print(error, file=sys.stderr)
    return REFUSED


def _check(given: argparse.Namespace, output: Output) -> int:
    targets = [given.report] if given.report else []
    output.check(targets)
    found = _opened(given.file, given.column)
    print_report(given.file.name, found)
    output.write({path: report_csv(found, english()) for path in targets})
    return found.exit_code


def _convert(given: argparse.Namespace, output: Output) -> int:
    output.check([given.out])
    found, language = _opened(given.file, given.column), english()
    files = {given.out: list_csv(found.films)}
    said = [language.ngettext("{n} film", "{n} films", len(found.films.frame))]
    if refused := len(found.films.refused):
        files[given.out.with_name(f"{given.out.stem}-refused.csv")] = refused_csv(found, language)
        said.append(language.ngettext("{n} refused row", "{n} refused rows", refused))
    output.write(files)
    print_report(given.file.name, found)
    for path, rows in zip(files, said, strict=True):
        print(f"Written: {path} ({rows})")
    return found.exit_code


def _opened(path: Path, columns: Sequence[tuple[str, str]]) -> Report:
    """The report on a file.

    Raises:
        BadListError: if it cannot be used.
    """
    source = own_source(Path(os.path.realpath(path)))
    return reported(load_list(replace(source, named=tuple(columns))), english())


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems as sentences, where errors go."""
    for problem in problems:
        print(sentence(problem, english()), file=sys.stderr)


def print_report(name: str, found: Report) -> None:
    """Print a report: the form, what each column is, every row of which something is to be said, and the sum."""
    films = found.films
    print(f"{name}: {read_as(films.form, films.encoding, english())}.")
    print("Columns: " + ", ".join(f"{header} → {name}" for header, name in called(films)) + ".")
    for entry in found.entries:
        for problem in entry.problems:
            where = (
                f"{found.unit(english())} {entry.line} ({entry.title})"
                if entry.line
                else place(problem, english(), films.form)
            )
            column = f", {problem.column}" if problem.column and entry.line else ""
            print(f"{problem.grade}: {where}{column}: {found.said(problem, english())}")
    for problem in found.beside:
        print(f"{problem.grade}: {sentence(problem, english())}")
    print(summary(found, english()))


def called(films: FilmList) -> Iterator[tuple[str, str]]:
    """Each header of a list's file, and what its column is called here."""
    labels = {column.name: column.label for column in films.columns}
    for header, name in zip(films.header, films.names, strict=True):
        yield header or "(no name)", labels.get(name, "left out, since it is empty")
