"""``changes OLD NEW``: what changed between two states of a list or of a published site; for a list, row by row too."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from dashboard.commands.check import REFUSED, print_problems
from dashboard.commands.output import Output, OutputError
from dashboard.commands.publish import day
from dashboard.evidence.changes import COLUMNS, Change, ListState, compare, read_changes
from dashboard.evidence.editing.csv_rows import CsvRows
from dashboard.evidence.translations import columns_with_translations
from dashboard.exports.export import csv_file
from dashboard.exports.site.state import NAME, State, StateError, changes, read_state, renamed, state_of
from dashboard.formats.separated.delimited import read_csv
from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.source import own_source
from dashboard.model.problems import BadListError, DashboardError
from dashboard.query.loaded_list import LoadedList


class NotAListError(DashboardError):
    """What is to be compared row by row is no list; the message says so in a sentence."""


class Compared(NamedTuple):
    """One of the two: its state, and the list itself; None for a published site, which keeps its state only."""

    state: State
    loaded: LoadedList | None


def run(arguments: Sequence[str]) -> int:
    """Print what changed, and add it to a file if that is asked for; returns the exit code."""
    options = argparse.ArgumentParser(
        prog="python -m dashboard changes",
        description="Say what changed between two states of a list, or of a published site, in a line for a commit. "
        "A list is a folder with films.csv, a bundle or a file. The state of a site is its folder or its file "
        f"{NAME}, such as `git show HEAD:site/{NAME}` writes it; - is the standard input.",
        epilog="Ends with 0, or with 2 if one of them is neither a list nor a state, or if a file cannot be written.",
    )
    options.add_argument("old", metavar="OLD", help="the earlier state")
    options.add_argument("new", metavar="NEW", help="the later state")
    options.add_argument(
        "--add-to",
        metavar="changes.csv",
        type=Path,
        help="add the changes, each with its reason, to this file of a list; it is made if it is not there",
    )
    options.add_argument(
        "--date", metavar="YYYY-MM-DD", type=day, default=date.today(), help="the day of the changes (default: today)"
    )
    given = options.parse_args(arguments)
    try:
        return _changes(given)
    except BadListError as error:
        print_problems(error.problems)
    except (StateError, NotAListError, OutputError) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename}: {error.strerror}.", file=sys.stderr)
    return REFUSED


def _changes(given: argparse.Namespace) -> int:
    old = _read(given.old)
    new = _read(given.new, old.state)
    line = changes(old.state, new.state, english())
    if given.add_to:
        found = compare(_of_list(old), _of_list(new), given.date, renamed(old.state, new.state))
        line += f". {_add(given.add_to, found)}"
    print(line)
    return 0


def _read(name: str, before: State | None = None) -> Compared:
    """A state of a site or a list, by its name; `before` is the state with which a list is compared.

    Raises:
        StateError: if a file of JSON is none.
        BadListError: if a list cannot be read.
        OSError: if nothing can be read there.
    """
    if name == "-":
        return Compared(read_state(sys.stdin.buffer.read(), "the standard input"), None)
    path = Path(name) / NAME if (Path(name) / NAME).is_file() else Path(name)
    if path.is_dir() or path.suffix != ".json":
        path.stat()
        loaded = load_list(own_source(Path(os.path.realpath(path))))
        print_problems(loaded.problems)
        return Compared(state_of(loaded, before), loaded)
    return Compared(read_state(path.read_bytes(), str(path)), None)


def _of_list(compared: Compared) -> ListState:
    if compared.loaded is None:
        raise NotAListError("The state of a site says only how much changed; --add-to compares two lists.")
    return ListState(compared.loaded.films, compared.loaded.claims)


def _add(path: Path, found: Sequence[Change]) -> str:
    """Add changes to a file behind its own rows, without those that it has; says how many, in a sentence.

    Raises:
        BadListError: if a row of the file cannot be read, so that it stays as it is.
        OutputError: if it cannot be written.
    """
    header = columns_with_translations(COLUMNS, found)
    there_now = path.read_bytes() if path.exists() else b""
    known, problems = read_changes(read_csv(there_now, path.name)) if there_now else ((), ())
    if problems:
        raise BadListError(problems)
    there = {_key(each) for each in known}
    new = [(None, each.cells) for each in found if _key(each) not in there]
    if new:
        Output((), force=True).write({path: CsvRows.read(there_now or csv_file(header, ()), path.name).with_rows(new)})
    return english().ngettext("{n} row added to {file}.", "{n} rows added to {file}.", len(new), file=path)


def _key(change: Change) -> tuple[object, ...]:
    """By what a change is told from another one."""
    return change.day, change.change, change.film, change.part
