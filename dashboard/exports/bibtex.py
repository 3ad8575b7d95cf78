"""The films shown, one film and one view as BibTeX, for reference managers and LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

import pandas as pd

from dashboard import __version__
from dashboard.exports.export import Export
from dashboard.i18n.names import list_title
from dashboard.query.in_words import view_in_words
from dashboard.query.result import QueryResult, address

_SPECIAL = re.compile(r"[\\{}#$%&_^~]")
_ESCAPED = {"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\~{}"}
_NOT_IN_A_KEY = re.compile(r"[^a-z0-9:.+-]+")


def films_bibtex(result: QueryResult, here: str) -> bytes:
    """An entry for the view, then one for each film shown, in their order; UTF-8.

    A key is the film's id in ASCII; where nothing is left of it, or another has it, a number is added.
    """
    taken: set[str] = set()
    entries = [view_bibtex(result, here, _free("view", taken))]
    entries += [
        film_bibtex(result, film, here, _free(film, taken)) for film in result.index.frame["id"].iloc[result.rows]
    ]
    return "\n".join(entries).encode("utf-8")


def film_bibtex(result: QueryResult, film: str, here: str, key: str = "") -> str:
    """One film as the list gives it, with the address of its card, seen today.

    Directors are its authors, since BibTeX has no other place for them. What is not known has no field.
    """
    cells = result.index.cells_of(film)
    directors = cells.get("director", ())
    year = result.index.years[result.index.position[film]]
    return _entry(
        key or _key(film) or "film",
        {
            "title": _text(str(cells["title"])),
            "author": " and ".join(map(_name, [directors] if isinstance(directors, str) else directors)),
            "year": "" if pd.isna(year) else str(int(year)),
            "howpublished": _text(f"Film. In: {list_title(result.info, result.language)}, {_version()}"),
            **_address_fields(address(result.card(film), here)),
        },
    )


def view_bibtex(result: QueryResult, here: str, key: str = "view") -> str:
    """What is shown, with its address, seen today."""
    shown = view_in_words(result.index, result.view, len(result.rows), result.language)
    return _entry(
        key,
        {
            "title": _text(list_title(result.info, result.language)),
            "howpublished": _text(_version()),
            "note": _text(shown),
            **_address_fields(address(result.view, here)),
        },
    )


def _version() -> str:
    return f"film-list-dashboard {__version__}"


def _address_fields(link: str) -> dict[str, str]:
    return {"url": re.sub(r"[{}\\\s]", lambda sign: f"%{ord(sign[0]):02X}", link), "urldate": date.today().isoformat()}


def _entry(key: str, fields: Mapping[str, str]) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{key},\n{lines}}}\n"


def _text(text: str) -> str:
    r"""A text for a field, in braces of its own so that its capitals stay.

    >>> _text("Moon & {Mars} 100%")
    '{Moon \\& \\{Mars\\} 100\\%}'
    """
    return f"{{{_escaped(text)}}}"


def _escaped(text: str) -> str:
    plain = " ".join(text.split())
    return _SPECIAL.sub(lambda sign: _ESCAPED.get(sign[0], f"\\{sign[0]}"), plain)


def _name(name: str) -> str:
    """A person's name; in braces where BibTeX would take it for several."""
    escaped = _escaped(name)
    return f"{{{escaped}}}" if re.search(r"\band\b|,.*,", escaped) else escaped


def _key(film: str) -> str:
    return _NOT_IN_A_KEY.sub("-", film.casefold()).strip("-")


def _free(film: str, taken: set[str]) -> str:
    """A key that no other entry has."""
    base = _key(film) or "film"
    key = next(key for key in _numbered(base) if key not in taken)
    taken.add(key)
    return key


def _numbered(base: str) -> Iterable[str]:
    yield base
    number = 2
    while True:
        yield f"{base}:{number}"
        number += 1


BIBTEX = Export(lambda _: "BibTeX", "bib", "application/x-bibtex; charset=utf-8", films_bibtex, is_dated=True)
