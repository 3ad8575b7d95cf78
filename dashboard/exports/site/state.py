"""What was published: the films with their verdicts and the files, kept beside them; and two such states compared."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any

from dashboard.exports.claim_review import of_film
from dashboard.i18n.languages import Language, english
from dashboard.model.problems import DashboardError
from dashboard.query.in_words import film_name
from dashboard.query.loaded_list import LoadedList
from dashboard.render.film_card import SITES

NAME = "site.json"
"""The file in which a published site keeps its state."""
FORMAT = 1
OF_THE_NAME = ("id", "title", "original_title", "transliteration", "other_titles", "year")
"""The columns that a film may change and still be the same one."""
LEAST_SHARED = 60
"""Characters of a film's other cells by which it is told again under another name."""


class StateError(DashboardError):
    """A file that should hold a state does not, for a reason that the message gives as a sentence."""


@dataclass(frozen=True)
class FilmState:
    """What was published of a film.

    Attributes:
        name: title and year.
        folder: of its page.
        known: names all that is known of it; another content has another name.
        again: names what stays the same when it is renamed; empty where that is too little to tell it by.
        statements: the verdict of each, by its anchor.
    """

    name: str
    folder: str
    known: str
    again: str = ""
    statements: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Gone:
    """A film that was published once and is not any more: the id of the film that it is now, or empty for none."""

    name: str
    folder: str
    now: str = ""


@dataclass(frozen=True)
class State:
    """What was published.

    Attributes:
        title: of the list.
        program: what published it, with its version.
        day: when, as ISO 8601 writes it.
        content: names what it was made of; another content has another name.
        films: by id, in the list's order.
        gone: by id.
        files: the SHA-256 of each file beside the state itself, by path.
    """

    title: str
    program: str
    day: str
    content: str
    films: Mapping[str, FilmState]
    gone: Mapping[str, Gone]
    files: Mapping[str, str]

    def as_json(self) -> bytes:
        """The state as the site's own file; a line for each value, so that a comparison of lines shows what changed."""
        return (json.dumps({"format": FORMAT, **asdict(self)}, ensure_ascii=False, indent=0) + "\n").encode()


def read_state(data: bytes, name: str = NAME) -> State:
    """A state out of its file.

    Raises:
        StateError: if it is none, or one of another version.
    """
    try:
        found = json.loads(data)
        if found["format"] != FORMAT:
            raise StateError(f"{name} was written by another version of this program.")
        return State(
            title=str(found["title"]),
            program=str(found["program"]),
            day=str(found["day"]),
            content=str(found["content"]),
            films={film: FilmState(**state) for film, state in found["films"].items()},
            gone={film: Gone(**state) for film, state in found["gone"].items()},
            files={str(path): str(digest) for path, digest in found["files"].items()},
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StateError(f"{name} is no state of a published site.") from error


def state_of(loaded: LoadedList, before: State | None) -> State:
    """The state of a list that was not published, so that it has no files; `before` is an earlier one of the list."""
    films = film_states(loaded, {film: film for film in loaded.index.position})
    return State(loaded.info.title, "", "", "", films, gone_since(before, films), {})


def film_states(loaded: LoadedList, folders: Mapping[str, str]) -> dict[str, FilmState]:
    """What is published of each film of a list, by id."""
    columns = loaded.films.own_columns
    cells = zip(*(loaded.films.frame[column.name] for column in columns), strict=True)
    return {
        film: _film_state(loaded, film, folder, {c.name: c.kind.plain(v) for c, v in zip(columns, row, strict=True)})
        for (film, folder), row in zip(folders.items(), cells, strict=True)
    }


def _film_state(loaded: LoadedList, film: str, folder: str, known: dict[str, Any]) -> FilmState:
    return FilmState(
        film_name(loaded.index, film, english()),
        folder,
        digest(_text([known, of_film(loaded, film)])),
        _again(known),
        {claim.anchor: claim.verdict for claim in loaded.claims_of.get(film, ())},
    )


def _again(known: Mapping[str, Any]) -> str:
    """By what a film is told again: its number on a film site, else all that is no part of its name."""
    if sites := {name: known[name] for name in SITES if known.get(name)}:
        return digest(_text(sites))
    others = _text({name: value for name, value in known.items() if value and name not in OF_THE_NAME})
    return digest(others) if len(others) >= LEAST_SHARED else ""


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def digest(text: str | bytes) -> str:
    """A short name of a content."""
    return sha256(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def gone_since(before: State | None, films: Mapping[str, FilmState]) -> dict[str, Gone]:
    """The films that were published before and are not any more, those included that had gone earlier.

    One is taken for renamed if just one film that is new has all that `FilmState.again` names, and no other film that
    went has it.
    """
    if before is None:
        return {}
    left = {film: state for film, state in before.films.items() if film not in films}
    new_ids = _new_ids(left, {film: state for film, state in films.items() if film not in before.films})
    went = {film: Gone(state.name, state.folder, new_ids.get(film, "")) for film, state in left.items()}
    earlier = {
        film: Gone(gone.name, gone.folder, new_ids.get(gone.now, gone.now))
        for film, gone in before.gone.items()
        if film not in films
    }
    taken = {state.folder for state in films.values()}
    return {film: gone for film, gone in {**earlier, **went}.items() if gone.folder not in taken}


def _new_ids(left: Mapping[str, FilmState], new: Mapping[str, FilmState]) -> dict[str, str]:
    """The new id of each film that went and came again."""
    by_old, by_new = _only_ones(left), _only_ones(new)
    return {by_old[again]: by_new[again] for again in by_old if again in by_new}


def _only_ones(films: Mapping[str, FilmState]) -> dict[str, str]:
    """The film that alone is told by a name, by that name."""
    found: dict[str, list[str]] = {}
    for film, state in films.items():
        found.setdefault(state.again, []).append(film)
    return {again: some[0] for again, some in found.items() if again and len(some) == 1}


def changes(before: State, now: State, language: Language) -> str:
    """What changed from one state to another, in a line that a commit can begin with."""
    said = [*_changes(before, now, language)]
    if said:
        text = language.listing(said, most=len(said))
        return text[0].upper() + text[1:]
    if before.files != now.files:
        return language.gettext("No film changed; pages or files did")
    return language.gettext("Nothing changed")


def renamed(before: State, now: State) -> dict[str, str]:
    """The new id of each film that has another one."""
    return {film: gone.now for film, gone in now.gone.items() if gone.now in now.films and film in before.films}


def _changes(before: State, now: State, language: Language) -> Iterator[str]:
    other_ids = renamed(before, now)
    known = {*before.films, *other_ids.values()}
    added = [film for film in now.films if film not in known]
    removed = [film for film in before.films if film not in now.films and film not in other_ids]
    both = [(film, before.films[film], state) for film, state in now.films.items() if film in before.films]
    verdicts = {film: _verdicts(old, new) for film, old, new in both}
    changed = [film for film, old, new in both if old.known != new.known and not any(verdicts[film])]
    numbers = [sum(each) for each in zip(*verdicts.values(), strict=True)] or [0, 0, 0]

    def named(films: list[str], of: Mapping[str, FilmState]) -> str:
        return language.listing([of[film].name for film in films], most=3)

    if added:
        names = named(added, now.films)
        yield language.ngettext("{n} film added ({names})", "{n} films added ({names})", len(added), names=names)
    if removed:
        names = named(removed, before.films)
        yield language.ngettext("{n} film removed ({names})", "{n} films removed ({names})", len(removed), names=names)
    if other_ids:
        yield language.ngettext("{n} film renamed", "{n} films renamed", len(other_ids))
    if numbers[0]:
        yield language.ngettext("{n} verdict changed", "{n} verdicts changed", numbers[0])
    if numbers[1]:
        yield language.ngettext("{n} statement added", "{n} statements added", numbers[1])
    if numbers[2]:
        yield language.ngettext("{n} statement removed", "{n} statements removed", numbers[2])
    if changed:
        names = named(changed, now.films)
        yield language.ngettext("{n} film changed ({names})", "{n} films changed ({names})", len(changed), names=names)


def _verdicts(old: FilmState, new: FilmState) -> tuple[int, int, int]:
    """How many statements of a film have another verdict, were added, and were removed."""
    both = old.statements.keys() & new.statements.keys()
    other = sum(old.statements[each] != new.statements[each] for each in both)
    return other, len(new.statements.keys() - both), len(old.statements.keys() - both)
