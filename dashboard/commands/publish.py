"""``publish LIST OUT``: a list as a site of plain files."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from dashboard import settings
from dashboard.commands.check import REFUSED, parser, print_problems
from dashboard.commands.output import OutputError
from dashboard.commands.site_folder import SiteFolder
from dashboard.exports.site.pages import MOST_SEARCHED
from dashboard.exports.site.site import Order, site_files
from dashboard.exports.site.state import NAME, State, changes, read_state
from dashboard.i18n.languages import english, languages
from dashboard.lists.loading import load_list
from dashboard.lists.source import DATA, ListSource, filmography_source, own_files, own_source, published_source
from dashboard.model.list_info import FILMOGRAPHY, PUBLISHED
from dashboard.model.problems import BadListError
from dashboard.query.loaded_list import LoadedList
from dashboard.query.url import parameters_of, parse
from dashboard.query.view import View

OURS = {PUBLISHED: published_source, FILMOGRAPHY: filmography_source}
"""The project's own lists, by the names by which they can be published where no file has that name."""
EPOCH = "SOURCE_DATE_EPOCH"
"""The variable that says when a program's output was made, in seconds. Source: reproducible-builds.org."""
LICENCES = ("LICENSE", "LICENCE", "COPYING")
"""How the names of files begin that say what may be done with a list."""


def run(arguments: Sequence[str]) -> int:
    """Publish a list; returns the exit code."""
    options = parser(
        "publish",
        "Write a list as a site of plain files: a page for the list, each film, each decade and each value, with "
        "evidence and data. It opens from a disk and from any host of files. Publishing again changes only what "
        f"changed in the list. LIST may also be {PUBLISHED} or {FILMOGRAPHY}, the project's own lists.",
    )
    options.epilog = (
        "Ends with 0 if the site was published, 2 if not; then what was there stays as it was. Files in OUT that "
        f"publishing did not write are never deleted. [{EPOCH}] stands for --date."
    )
    options.add_argument(
        "out", metavar="OUT", type=Path, help="the folder of the site, which is made if it is not there"
    )
    options.add_argument(
        "--public-url",
        metavar="URL",
        type=settings.web_address,
        default=None,
        help="the address that the site will have, for the sitemap and for canonical links",
    )
    options.add_argument(
        "--language",
        metavar="CODE",
        action="append",
        default=[],
        choices=[*languages()],
        help=f"a language of the site, the main one first ({', '.join(languages())}); may be repeated. By default "
        "those that the list has texts in",
    )
    options.add_argument("--date", metavar="YYYY-MM-DD", type=day, help="the day that the site says it was made on")
    options.add_argument(
        "--programme", metavar="LINK", default="", help="a link of the dashboard with a shortlist, as the programme"
    )
    given = options.parse_args(arguments)
    try:
        return _publish(given)
    except BadListError as error:
        print_problems(error.problems)
    except OutputError as error:
        print(error, file=sys.stderr)
    return REFUSED


def day(text: str) -> date:
    """A day as an option names it; raises `ArgumentTypeError` for any other text."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write one such as 2026-12-01") from None


def _publish(given: argparse.Namespace) -> int:
    source, reads = _source(given)
    folder = SiteFolder(given.out)
    with folder.locked():
        folder.check(reads, given.force)
        loaded = load_list(source)
        print_problems(loaded.problems)
        wanted = _order(given, source, loaded)
        done = folder.write(site_files(loaded, wanted, folder.state))
        number = english().ngettext("{n} film", "{n} films", len(loaded.index))
        print(
            f"{loaded.info.title}: {number}, {done.files} files in {given.out} ({done.changed} new or changed, "
            f"{done.removed} removed)."
        )
        if len(loaded.index) > MOST_SEARCHED:
            print(f"The site has no search: that takes a list of at most {english().number(MOST_SEARCHED)} films.")
        print(_in_words(folder.state, folder.path))
    return 0


def _source(given: argparse.Namespace) -> tuple[ListSource, tuple[Path, ...]]:
    """The list that is asked for, and the files that it is read from."""
    name = str(given.file)
    if name in OURS and not given.file.exists():
        return OURS[name](), ()
    source = own_source(Path(os.path.realpath(given.file)))
    return replace(source, named=tuple(given.column), encoding=given.encoding, table=given.table), own_files(given.file)


def _order(given: argparse.Namespace, source: ListSource, loaded: LoadedList) -> Order:
    return Order(
        changed=_changed(source),
        languages=tuple(dict.fromkeys(given.language)),
        public=f"{given.public_url.rstrip('/')}/" if given.public_url else "",
        day=given.date or _epoch(),
        shortlist=_shortlist(given.programme, loaded),
        licences=_licences(given.file),
    )


def _changed(source: ListSource) -> date:
    """When the list's own files changed last; the project's history and calendar are none of another list's."""
    own = [path for path in source.files if source.info.ours or DATA not in path.parents]
    times = [path.stat().st_mtime for path in own if path.exists()]
    return datetime.fromtimestamp(max(times), UTC).date() if times else datetime.now(UTC).date()


def _epoch() -> date | None:
    """The day by the variable.

    Raises:
        OutputError: if that is no number of seconds.
    """
    text = os.environ.get(EPOCH, "")
    try:
        return datetime.fromtimestamp(int(text), UTC).date() if text else None
    except (ValueError, OverflowError, OSError):
        raise OutputError(f"{EPOCH} is {text!r}; it must be a number of seconds since 1970.") from None


def _shortlist(link: str, loaded: LoadedList) -> View | None:
    """The view whose shortlist a link names; None without a link.

    Raises:
        OutputError: if it names no film of the list.
    """
    if not link:
        return None
    view, _ = parse({**parameters_of(f"?{link.partition('?')[2] or link}"), "list": []}, loaded.index)
    if not view.shortlist:
        raise OutputError(
            f"--programme: {link[:200]!r} names no film of this list as pick=…; take it from a shortlist."
        )
    return view.shortlisted()


def _licences(path: Path) -> Mapping[str, bytes]:
    """The files in a list's folder that say what may be done with it, by name."""
    return dict(_licence_files(path)) if path.is_dir() else {}


def _licence_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.iterdir()):
        if path.name.upper().split(".")[0] in LICENCES and path.is_file():
            yield path.name, path.read_bytes()


def _in_words(before: State | None, folder: Path) -> str:
    """What changed, in a line."""
    now = read_state((folder / NAME).read_bytes())
    if before is None:
        return "Published for the first time."
    return f"{changes(before, now, english())}."
