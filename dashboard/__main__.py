"""The command line: ``python -m dashboard [LIST] [--port N] [--address A]``."""

from __future__ import annotations

import argparse
import io
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from dashboard import __version__, settings
from dashboard.lists.source import is_long, own_files, own_source
from dashboard.log import keep_log

COMMANDS = ("check", "convert", "publish", "changes")
"""The modules of `dashboard.commands` beside serving."""
CUT_OFF = 141
"""The exit code of a shell for a program whose reader has gone."""


class Parser(argparse.ArgumentParser):
    """The options, and a help that names what can be read; what knows that is imported for the help only."""

    def format_help(self) -> str:
        """The help."""
        from dashboard.formats.registry import readable

        *forms, last = readable()
        self.description = str(self.description).format(forms=f"{', '.join(forms)} and {last}")
        return super().format_help()


def parser() -> argparse.ArgumentParser:
    """The command line's options."""
    made = Parser(
        prog="python -m dashboard",
        description="Serve a dashboard over a list of films; without LIST, the published Soviet space films. A list "
        "can be in these forms: {forms}. Further commands: check FILE says how well a list can be read, convert FILE "
        "OUT.csv writes it as CSV, publish LIST OUT as a site, changes OLD NEW tells what two sites differ in; "
        "each has a --help.",
        epilog="What stands in brackets is the environment variable that an option can come from instead. Ends with 2 "
        "if the list or an option cannot be used or the port is taken.",
    )
    settings.add_options(made)
    made.add_argument("--version", action="version", version=f"film-list-dashboard {__version__}")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; returns the exit code.

    What takes long to import is imported once it is needed, while what is known of the list is looked at already.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments and arguments[0] in COMMANDS:
        return _command(arguments[0], arguments[1:])
    options = parser()
    try:
        chosen = settings.read_settings(vars(options.parse_args(arguments)))
    except ValueError as error:
        options.error(str(error))
    settings.set_once(chosen)
    keep_log()
    if chosen.list_path:
        threading.Thread(target=_look_ahead, args=(chosen.list_path,), daemon=True).start()

    from dashboard.commands.serve import start

    return start()


def _command(name: str, arguments: Sequence[str]) -> int:
    """Run a command. Whoever reads what it says may stop reading, as `head` does."""
    try:
        code: int = import_module(f"dashboard.commands.{name}").run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CUT_OFF
    return code


def _look_ahead(path: Path) -> None:
    """Look at a long list's files before they are read; whatever is wrong with them is said then."""
    with suppress(Exception):
        if is_long(own_files(path)):
            from dashboard.lists.long.disk_cache import look_ahead

            source = own_source(path)
            look_ahead(settings.current().prepared_in, source.files, source)


if __name__ == "__main__":
    if "streamlit" in sys.modules:  # It runs this file, and is told what to run instead.
        import_module("dashboard.ui")
    sys.exit(main())
