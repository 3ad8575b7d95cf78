"""What a page says of itself to machines: a view as a data set and a list of films, or one film, as schema.org."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from dashboard.exports.claim_review import SCHEMA_ORG, reviews_of
from dashboard.i18n.languages import Language
from dashboard.i18n.texts import shortened
from dashboard.query.cache import cached
from dashboard.query.filters import filters
from dashboard.query.in_words import film_name, leading_title
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult, relative, run_query
from dashboard.query.view import View
from dashboard.render.citation import about
from dashboard.render.film_card import SITES, site_address
from dashboard.render.first_view import LONGEST_REPEATED

LONGEST_TEXT = 500
"""Characters of one value."""
LONGEST_ADDRESS = 2_000
"""Characters; a longer address is left out, since one that is cut leads elsewhere."""
MOST_VALUES = 20
"""Directors, titles, countries or languages of a film."""
MOST_REVIEWS = 25
"""Statements of a film."""
MADE_UP = ("another film", "not found")
"""What an identity says of an entry that is not known to be a film."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class DataFile(NamedTuple):
    """A file that holds the films of a view: its media type and its address."""

    media_type: str
    address: str


def linked_data(result: QueryResult, here: str, files: tuple[DataFile, ...] = ()) -> dict[str, Any]:
    """A page's content as one JSON-LD graph; empty where there is nothing to say. `here` is the dashboard's address.

    `files` are those that hold the films of the view.

    A link to a film gives a `Movie` and its `ClaimReview`s, every other view a `Dataset` and the `ItemList` of its
    page's films. A view whose link is too long to be repeated has no `Dataset`. The list must be one that everyone may
    see.

    What is doubtful is not said as if it held:

    - An entry whose title a statement contradicts is no `Movie`, nor is one that is another film or that nobody found.
      Only its reviews are said. In an `ItemList` it is an entry of the list, by the name that it has there.
    - A column in which a statement is contradicted is left out.
    - The year is left out where the calendar check found the list's texts at odds with it.
    - The list's descriptions are never said: a reader meets them with their verdicts.

    Sources: schema.org; json-ld.org.
    """
    return _graph(result.loaded, result.view, result.default_list, result.language, (here, files))


@cached(16)
def _graph(
    loaded: LoadedList, view: View, default_list: str, language: Language, place: tuple[str, tuple[DataFile, ...]]
) -> dict[str, Any]:
    return graph(run_query(loaded, view, default_list, language), *place)


def graph(result: QueryResult, here: str, files: tuple[DataFile, ...]) -> dict[str, Any]:
    """The same as `linked_data`, with the addresses of any result, and made each time."""
    nodes = _film(result, result.view.film, here) if result.view.film else _view(result, here, files)
    found = [bounded(node) for node in nodes if node]
    return {"@context": SCHEMA_ORG, "@graph": found} if found else {}


def _view(result: QueryResult, here: str, files: tuple[DataFile, ...]) -> list[dict[str, Any]]:
    can_repeat = len(relative(result.view)) <= LONGEST_REPEATED
    return [_dataset(result, here, files) if can_repeat else {}, _item_list(result, here)]


def _dataset(result: QueryResult, here: str, files: tuple[DataFile, ...]) -> dict[str, Any]:
    link = result.address(result.view, here)
    origin = about(result, link)
    is_filtered = bool(filters(result.index, result.view))
    return {
        "@type": "Dataset",
        "name": result.title,
        "description": f"{origin.in_words}. {origin.line}" if is_filtered else origin.line,
        "url": link,
        "inLanguage": result.info.language,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": file.media_type, "contentUrl": file.address} for file in files
        ],
    }


def _item_list(result: QueryResult, here: str) -> dict[str, Any]:
    size = result.view.page_size
    first = (result.page(size) - 1) * size + 1
    films = result.index.frame["id"].iloc[result.page_rows(size)].tolist()
    return {
        "@type": "ItemList",
        "name": result.title,
        "numberOfItems": len(result.rows),
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "url": result.address(result.card(film), here),
                "name": film_name(result.index, film, result.language),
            }
            for position, film in enumerate(films, first)
        ],
    }


def _film(result: QueryResult, film: str, here: str) -> list[dict[str, Any]]:
    url = result.address(result.card(film), here)
    return [
        _movie(result, film, url, here),
        *islice(reviews_of(result.loaded, film, url, result.language), MOST_REVIEWS),
    ]


def _image(result: QueryResult, film: str, here: str) -> dict[str, str]:
    """The picture that the list brings, with its licence; nothing for none. A plate says nothing beside this."""
    found = result.loaded.pictures.get(film)
    address = result.addresses.picture(result.view, found.name, here) if found else ""
    if not found or not address:
        return {}
    return {
        "@type": "ImageObject",
        "contentUrl": address,
        "caption": found.alt,
        "creditText": found.author,
        "license": found.licence_url or found.licence,
    }


def _movie(result: QueryResult, film: str, url: str, here: str) -> dict[str, Any]:
    known = _undisputed(result, film)
    if "title" not in known:
        return {}
    name = leading_title(known["title"], known.get("original_title"), result.language)
    titles = (known["title"], *(known.get(each) for each in ("original_title", "transliteration")))
    others = dict.fromkeys(each for each in (*titles, *known.get("other_titles", ())) if each and each != name)
    return {
        "@type": "Movie",
        "name": name,
        "alternateName": [*others][:MOST_VALUES],
        "url": url,
        "dateCreated": str(known.get("year", "")),
        "datePublished": _day(known.get("release_date")),
        "director": _named("Person", known.get("director", ())),
        "duration": _duration(known.get("running_time_min")),
        "inLanguage": _named("Language", known.get("language", ())),
        "countryOfOrigin": _named("Country", known.get("country", ())),
        "image": _image(result, film, here),
        "sameAs": [site for column in SITES if (site := site_address(column, str(known.get(column, ""))))],
    }


def _undisputed(result: QueryResult, film: str) -> dict[str, Any]:
    """What the list knows of a film and nothing speaks against, as plain values by column; of no film, no title."""
    loaded, index = result.loaded, result.index
    disputed = {claim.field for claim in loaded.claims_of.get(film, ()) if claim.verdict == "contradicted"}
    if (identity := loaded.identities.get(film)) and identity.status in MADE_UP:
        disputed.add("title")
    if film in loaded.notices_of:
        disputed.add("year")
    cells = index.cells_of(film)
    columns = (each for each in index.films.own_columns if each.name not in disputed)
    return {each.name: each.kind.plain(cells[each.name]) for each in columns if each.kind.is_known(cells[each.name])}


def _named(kind: str, names: Iterable[str]) -> list[dict[str, str]]:
    return [{"@type": kind, "name": name} for name in islice(names, MOST_VALUES)]


def _day(written: object) -> str:
    """A day as ISO 8601 has it; empty where a list writes it in another way, or less than a day is known."""
    text = str(written)
    try:
        return date.fromisoformat(text).isoformat() if _DAY.fullmatch(text) else ""
    except ValueError:
        return ""


def _duration(minutes: float | None) -> str:
    """Minutes as ISO 8601 has them; empty where they are not known.

    >>> _duration(113), _duration(7.5), _duration(None)
    ('PT113M', 'PT7M30S', '')
    """
    if minutes is None:
        return ""
    whole, seconds = divmod(round(minutes * 60), 60)
    return f"PT{whole}M" + (f"{seconds}S" if seconds else "")


def bounded(value: Any) -> Any:
    r"""A value of JSON with short texts that every program can read, and without members that say nothing.

    >>> bounded({"name": "a\x00\n\ud800b", "url": "http://a.example/" + "x" * 9_999, "sameAs": [], "n": 0})
    {'name': 'a \ufffdb', 'n': 0}
    """
    if isinstance(value, Mapping):
        members = {name: bounded(each) for name, each in value.items()}
        return {name: each for name, each in members.items() if each not in ("", [], {}, None)}
    if isinstance(value, list):
        return [bounded(each) for each in value]
    return _text(value) if isinstance(value, str) else value


def _text(text: str) -> str:
    if re.match("https?://", text):
        return text if len(text) <= LONGEST_ADDRESS and text.isprintable() else ""
    start = _CONTROL.sub(" ", text[: 4 * LONGEST_TEXT])
    return shortened(start.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), LONGEST_TEXT)
