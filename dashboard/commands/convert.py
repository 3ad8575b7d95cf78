"""``convert FILE OUT.csv``: a list as the CSV that the dashboard itself writes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from dashboard.cleaning.own_form import list_csv
from dashboard.commands.check import finished, opened, parser, print_report
from dashboard.commands.output import Output
from dashboard.exports.reports.report import refused_csv
from dashboard.i18n.languages import english


def run(arguments: Sequence[str]) -> int:
    """Write a file's list as CSV, and what was refused beside it; returns the exit code."""
    description = (
        "Write a list of films as the CSV that the dashboard itself writes; rows that are refused go to a second file "
        "beside it."
    )
    options = parser("convert", description)
    options.add_argument("out", metavar="OUT.csv", type=Path, help="where to write the list")
    return finished(_convert, options.parse_args(arguments))


def _convert(given: argparse.Namespace, output: Output) -> int:
    output.check([given.out])
    found, language = opened(given), english()
    files = {given.out: list_csv(found.films)}
    written = [language.ngettext("{n} film", "{n} films", len(found.films.frame))]
    if refused := len(found.films.refused):
        files[given.out.with_name(f"{given.out.stem}-refused.csv")] = refused_csv(found, language)
        written.append(language.ngettext("{n} refused row", "{n} refused rows", refused))
    output.write(files)
    print_report(given.file.name, found)
    for path, rows in zip(files, written, strict=True):
        print(f"Written: {path} ({rows})")
    return found.exit_code
