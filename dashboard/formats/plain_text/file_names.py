"""A folder's listing: names of files of films, each into a title and a year."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from dashboard.formats.find_table import refuse_too_many
from dashboard.formats.format import Document, GivenFile, Table, TextFormat, split_lines
from dashboard.formats.plain_text.parsed_lines import could_be_title
from dashboard.model.column_names import column_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Fate, Limits, Rows

COLUMNS = ("title", "year", "episode", "file")
SAMPLE = 20_000
"""Characters at the start by which a listing is told."""
MOSTLY = 0.6
"""The share of the lines that name films by which a listing is told."""

_FILM = re.compile(r"(?i)(?P<path>.*\S)\.(?:mkv|avi|mp4|m4v|mov|wmv|mpe?g|iso|m2ts|ts|webm|ogv|vob|flv|divx|torrent)")
_RELEASED = re.compile(
    r"(?i)(?P<path>[^\s/\\]+[._](?:19|20)\d\d[._](?:[^\s/\\]+[._])?"
    r"(?:\d{3,4}p|blu-?ray|bdrip|brrip|web-?dl|web-?rip|dvdrip|hdtv|hdrip|remux|x26[45]|h26[45]|xvid)\b[^\s/\\]*)"
)
"""The name under which a film is passed on, without an ending."""
_FOLDER = re.compile(r"(?P<path>\S.*\((?:19|20)\d\d\).*)(?<!\.\w\w)(?<!\.\w{3})(?<!\.\w{4})")
"""How a folder that holds a film is called."""
_NO_FILM = re.compile(r"\s*(?:[\w-]+\.[A-Za-z]{2,4}|[@.#]\w+|(?:[A-Za-z]:)?[/\\].*:)\s*")
"""Names of other files, of folders that programs hide, and of the folder that is listed."""
_TREE = re.compile(r"^[\s│├└─|`+\\-]*(?=\S)")
BRANCH = re.compile(r"^[\s│|]*(?:[├└]─+|[|`+\\]-{2,})\s*(?=\S)")
"""How ``tree`` begins the lines below the first."""
_TOTAL = re.compile(r"\d+ director(?:y|ies)(?:, \d+ files?)?")
"""How it ends."""
_LISTED = re.compile(
    r"[-dl][rwxsStT-]{9}[.+@]?\s+\d+\s+\S+\s+\S+\s+[\d.,]+[KMGT]?\s+\S+\s+\S+\s+(?:\d{1,2}:\d\d|\d{4})\s+|"
    r"(?:\d\d[./-]\d\d[./-]\d{4}|\d{4}-\d\d-\d\d),?\s+\d\d:\d\d(?::\d\d)?(?:\s*[AP]M)?\s+"
    r"(?:<DIR>|[\d.,\xa0\u202f]+(?:[ \xa0\u202f]\d{3})*)\s+"
)
"""How ``ls -l`` and ``dir`` begin their lines."""
_PART = re.compile(r"(?i)[\s._-]+[(\[]?(?:cd|dis[ck]|part|pt)[\s._-]?[1-9][)\]]?$")
"""Which part of a film a file is."""
_YEAR = re.compile(r"[\s(\[](?P<year>(?:19|20)\d\d)(?=[\s)\]]|$)")
_EPISODE = re.compile(r"(?i)\s(?P<episode>S\d{1,2}E\d{1,3}(?:-?E\d{1,3})?|\d{1,2}x\d\d)\b.*")
_RELEASE = re.compile(
    r"(?i)[\s(\[](?:\d{3,4}p|[48]k|uhd|blu-?ray|bdrip|brrip|bdremux|remux|web(?:-?dl|-?rip)?|dvd(?:rip|scr)?|hdtv|hdrip|"
    r"[xh]\.?26[45]|hevc|xvid|divx|remastered|extended|unrated|proper|limited|multi|dubbed|criterion)(?=[\s)\]]|$).*"
)


class FolderListing(TextFormat):
    """Names of files, most of them of films, one a line."""

    name = "folder listing"
    plural = "folder listings"

    def recognises(self, given: GivenFile) -> bool:
        """Whether most lines are names of files of films."""
        lines = [line for line in given.text[:SAMPLE].splitlines() if line.strip() and not _NO_FILM.fullmatch(line)]
        listed = [line for line in lines if (found := _LISTED.match(line)) and line[found.end() :].strip(". ")]
        lines = listed if len(listed) > 2 else lines
        films = {at for at, line in enumerate(lines, 1) if film_of(line)}
        are_most = bool(films) and len(films) >= MOSTLY * (len(lines) - len(_folders(lines, films)))
        return are_most and (1 in films or not _names_columns(lines[0]))

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """The films that files are named after, below the folders of a tree. Any other line is refused."""
        lines = split_lines(given.text)
        further = None if any(map(BRANCH.match, lines)) else _FOLDER
        found: dict[int, tuple[str, ...]] = {
            at: film for at, line in enumerate(lines, 1) if (film := film_of(line, further))
        }
        if not found:
            raise BadListError((Problem("no films found", given.name),))
        parts = _parts(found)
        refuse_too_many(len(found), len(COLUMNS), given.name, limits)
        folders = _folders(lines, found)
        others = {
            at: line.strip() for at, line in enumerate(lines, 1) if line.strip() and at not in found and at not in parts
        }
        unread = {at: line for at, line in others.items() if at not in folders}
        rows = _rows(found, unread, self.no_rows(given))
        around: dict[int, Fate] = dict.fromkeys(range(1, len(lines) + 1), "blank")
        around |= {at: "heading" for at in others if at in folders}
        parted: dict[int, Fate] = dict.fromkeys(parts, "field")
        return Document((Table(lambda: rows, beside=lambda: around | parted, length=lambda: len(lines)),))


FOLDER_LISTING = FolderListing()


def _names_columns(line: str) -> bool:
    """Whether a line is the header of a table, in which a column may hold the names of files."""
    return max(sum(column_of(cell.strip(' "')) is not None for cell in line.split(sign)) for sign in ",;\t|") > 1


def _rows(found: Mapping[int, tuple[str, ...]], unread: Mapping[int, str], no_rows: Rows) -> Rows:
    used = [at for at, name in enumerate(COLUMNS) if any(film[at] for film in found.values())]
    return replace(
        no_rows,
        header=tuple(COLUMNS[at] for at in used),
        cells=tuple(tuple(film[at] for at in used) for film in found.values()),
        lines=tuple(found),
        header_line=None,
        problems=(*no_rows.problems, *(Problem("not understood", no_rows.file, line) for line in unread)),
        unread=tuple((line, (text,)) for line, text in unread.items()),
    )


def _parts(found: dict[int, tuple[str, ...]]) -> list[int]:
    """The lines of the further parts of films, which are taken out of what is found, and named beside the first."""
    firsts: dict[tuple[str, ...], int] = {}
    parts: list[int] = []
    for at, (*film, file) in [*found.items()]:
        if not _PART.search(file.rpartition(".")[0]):
            continue
        if (first := firsts.setdefault(tuple(film), at)) != at:
            found[first] = (*film, f"{found[first][-1]}, {file}")
            del found[at]
            parts.append(at)
    return parts


def _folders(lines: Sequence[str], films: Container[int]) -> set[int]:
    """The numbers, from 1, of the lines of a tree that name no file: root, folders, total; none without a tree.

    `films` are the numbers of the lines that name a film.
    """
    branches = [at for at, line in enumerate(lines, 1) if BRANCH.match(line)]
    if not branches:
        return set()
    root = [at for at, line in enumerate(lines[: branches[0] - 1], 1) if line.strip()]
    below = [at for at in branches if not re.search(r"\.\w{2,5}$", lines[at - 1].strip())]
    total = [at for at, line in enumerate(lines, 1) if _TOTAL.fullmatch(line.strip())]
    return {at for at in (*root[-1:], *below, *total) if at not in films}


def film_of(line: str, further: re.Pattern[str] | None = None) -> tuple[str, str, str, str] | None:
    """Title, year, episode and file name of a line that names a file of a film, or has a further form; else None.

    >>> film_of("Sci-Fi/Blade.Runner.2049.2017.720p.mkv")
    ('Blade Runner 2049', '2017', '', 'Sci-Fi/Blade.Runner.2049.2017.720p.mkv')
    """
    text = line.strip()
    text = text[listed.end() :] if (listed := _LISTED.match(text)) else _TREE.sub("", text).strip()
    named = _FILM.fullmatch(text) or _RELEASED.fullmatch(text) or (further and further.fullmatch(text))
    if not named:
        return None
    name = re.split(r"[/\\]", named["path"])[-1]
    spaced = re.sub(r"[._]+", " ", name) if " " not in name else name
    episode = _EPISODE.search(spaced)
    spaced = spaced[: episode.start()] if episode else spaced
    spaced = spaced[: release.start()] if (release := _RELEASE.search(spaced)) and release.start() else spaced
    years = [year for year in _YEAR.finditer(spaced) if year.start()]
    title = spaced[: years[-1].start()] if years else spaced
    title = _PART.sub("", title.strip(" -–(["))
    is_titled = could_be_title(title, regular=True) and any(letter.isalnum() for letter in title)
    return (
        (title, years[-1]["year"] if years else "", episode["episode"] if episode else "", text) if is_titled else None
    )
