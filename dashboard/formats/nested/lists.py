"""Objects and lists within each other, as JSON, YAML and XML hold them: the lists of films in them, as tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Any

from dashboard.formats.find_table import (
    Line,
    Place,
    beside_it,
    fates_around,
    first_row,
    place_of,
    table_of,
    without_blanks,
)
from dashboard.formats.format import MOST_NAMED, Document, Table, different, some_of
from dashboard.formats.nested.written_titles import MESSAGES, NAMES_A_FILM, with_films
from dashboard.formats.records import rows_of_records, text_of
from dashboard.model.column_names import WRAPPERS, column_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import WHICH, Fate, Limits, Rows
from dashboard.model.values import FILM_YEAR

LOOKED_AT = 20
"""Items at the start of a list by which it is told what it holds."""
DEEPEST = 5
"""Lists are looked for in objects within each other so far down."""
LONGEST_PART = 250
"""Characters that are told of what stands beside the lists."""
MOST_NAMES = 2_000
"""So many names of an object are looked at to tell what it is."""
MOST_LISTS = 10_000
"""So many lists of a file are told from each other."""

_WRAPPED = "movie"
"""What an object that is a film is called where several names are mixed."""
_YEAR = re.compile(FILM_YEAR)
_TITLE_AND_YEAR = re.compile(rf".*\S\s*\({FILM_YEAR}\)")
_GROUPS = frozenset({"messages"}).union(
    {*("films", "movies", "items", "entries", "titles", "list", "results", "data", "фильмы", "filme", "film", "movie")}
    | {*("item", "entry", "screenings", "showings", "events", "works", "сеансы")}
)
"""What the list in an object is called that stands for a list, such as ``{"year": 1972, "films": […]}``."""

Item = tuple[int, Any]
"""A value and its line, or its number in its list, counted from 1."""


@dataclass(frozen=True)
class _Shape:
    """What lists that can be read together have in common.

    Attributes:
        worth: how much their items look like films.
        may_be_films: whether their key leaves it open what they hold; "genres" does not.
        kind: what their items are.
        names: what their items call their values; empty where they are no objects.
    """

    worth: int
    may_be_films: bool
    kind: type
    names: frozenset[str]

    def is_like(self, other: _Shape) -> bool:
        """Whether lists of another shape can be read together with those of this one."""
        if self.worth != other.worth or not self.may_be_films or not other.may_be_films:
            return False
        if self.kind is not dict or other.kind is not dict:
            return self.kind is other.kind and self.worth != 1
        same = self.names & other.names
        titles = self.worth < 2 or any(name == "text" or column_of(name) == "title" for name in same)
        fewer, more = sorted((len(self.names), len(other.names)))
        return titles and len(same) * 2 >= fewer > 0 and len(same) * 5 >= more * 2


@dataclass(frozen=True, eq=False)
class _List:
    """A list within a value.

    Attributes:
        keys: those that lead to it.
        items: what it holds.
        numbered_from: the number of its first item.
        source: the list or object of the file that its items are taken from.
        group: the object whose texts are its last keys; None if they are keys in the file.
        is_object: whether it is an object that nothing but a name makes a film.
    """

    keys: tuple[str, ...]
    items: Sequence[Any]
    numbered_from: int = 1
    source: Any = None
    group: Any = None
    is_object: bool = False

    @property
    def length(self) -> int:
        """How many items there are in the file."""
        return len(self.source) if isinstance(self.source, list) else len(self.items)

    @property
    def name(self) -> str:
        """What tells it from others."""
        return ".".join(self.keys)

    @property
    def worth(self) -> int:
        """How much its items look like films."""
        return self.shape.worth

    @cached_property
    def shape(self) -> _Shape:
        """What decides with which others it can be read together."""
        worth = 2 if _is_titled(self.items) else 1 if isinstance(self.items[0], dict | list) else 0
        may_be_films = bool(worth) or column_of(self.keys[-1] if self.keys else "") in (None, "title")
        return _Shape(worth, may_be_films, type(self.items[0]), frozenset(_names(self.items)))


def document_of_value(value: Any, no_rows: Rows, limits: Limits) -> Document:
    """The lists that a value is or holds, as tables.

    Lists of one shape are one table, in which a column says from which list an item is: by its year where all keys
    are years and the items have none, else by its key. Of several tables the one whose items have titles is taken, then
    the longest; every list can be chosen by itself.

    Raises:
        BadListError: if there is no list, or it holds nothing or more than the limits allow.
    """
    lists = _numbered(value)
    beside = _beside(value, lists)
    if not lists:
        raise BadListError((Problem("no films found", no_rows.file),))
    sizes = Counter[_Shape]()
    for each in lists:
        sizes[each.shape] += len(each.items)
    alike = {one: sum(size for other, size in sizes.items() if one.is_like(other)) for one in sizes}
    best = max(lists, key=lambda each: (each.worth, _name_years(each.items), alike[each.shape]))
    together = [each for each in lists if each is best or best.shape.is_like(each.shape)]
    names = dict(zip(lists, different([each.name for each in lists]), strict=True))
    tables = [_table([each], names, beside, no_rows, limits) for each in lists]
    if len(together) == 1:
        document = Document(tuple(tables), lists.index(best))
    else:
        document = Document((_table(together, names, beside, no_rows, limits), *tables))
    _ = document.table.rows
    return document


def _numbered(value: Any) -> list[_List]:
    """The lists in a value, that of most worth first numbered from 1, the others on from there."""
    found: list[_List] = []
    for each in _lists(value):
        found.append(each)
        if len(found) > MOST_LISTS:
            break
    found = _unwrapped(found)
    if any(not each.is_object and (each.worth == 2 or _is_named_so(each.keys)) for each in found):
        found = [each for each in found if not each.is_object]
    numbered, number = [], 1
    by_worth = sorted(range(len(found)), key=lambda at: -found[at].worth)
    begins: dict[int, int] = {}
    for at in by_worth:
        begins[at] = number
        number += found[at].length
    for at, each in enumerate(found):
        numbered.append(replace(each, numbered_from=begins[at] - (each.numbered_from == 0)))
    return numbered


def _unwrapped(lists: list[_List]) -> list[_List]:
    """Lists whose items wrap their films in objects of several names, ``movie`` and ``show``, with one name for all."""
    mixed = {id(each) for each in lists if len({*map(_wrapper, each.items)} - {None}) > 1}
    return [replace(each, items=[*map(_rewrapped, each.items)]) if id(each) in mixed else each for each in lists]


def _wrapper(item: Any) -> str | None:
    """The name of the one object in an item that is a film; None if there is none, or several."""
    inside = item.items() if isinstance(item, dict) and len(item) <= MOST_NAMES else ()
    found = [
        name
        for name, each in inside
        if isinstance(each, dict) and name.casefold() in WRAPPERS and "title" in map(column_of, each)
    ]
    return found[0] if len(found) == 1 else None


def _rewrapped(item: Any) -> Any:
    name = _wrapper(item)
    if not name:
        return item
    kind = {} if "type" in item else {"type": name}
    return {**kind, **{_WRAPPED if key == name else key: each for key, each in item.items()}}


def _is_named_so(keys: Sequence[str]) -> bool:
    """Whether the last of some keys is what a list of films is called."""
    return bool(keys) and keys[-1].casefold() in _GROUPS


def _table(group: Sequence[_List], names: Mapping[_List, str], beside: _Beside, no_rows: Rows, limits: Limits) -> Table:
    parts = tuple(names[each] for each in group)

    def others() -> list[_List]:
        taken = set(group)
        return [each for each in names if each not in taken]

    def read() -> Rows:
        rows = rows_of_items(_items(group), no_rows, limits)
        rows = with_films(rows, all(each.keys[-1:] == (MESSAGES,) for each in group), limits)
        together = [Problem("read together", no_rows.file, value=str(len(group)), expected=some_of(parts))]
        notes = beside_it(beside.first, beside.length, no_rows.file)
        return replace(rows, problems=(*rows.problems, *(together if len(group) > 1 else []), *notes))

    def fates() -> Mapping[int, Fate]:
        found: dict[int, Fate] = fates_of_items(_items(group))
        for each in others():
            found |= dict.fromkeys(range(each.numbered_from, each.numbered_from + each.length), "other table")
        return found | dict.fromkeys(range(beside.items + 1, beside.total + 1), "comment")

    return Table(read, some_of(parts), fates, lambda: beside.total, parts if len(group) > 1 else ())


@dataclass(frozen=True)
class _Beside:
    """What a value says outside its lists.

    Attributes:
        items: how many items the lists have.
        length: how many parts there are beside them.
        first: what the first of those say.
    """

    items: int
    length: int
    first: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many items and parts there are in all."""
        return self.items + self.length


def _beside(value: Any, lists: Sequence[_List]) -> _Beside:
    """What a value says outside its lists, each part with the keys that lead to it.

    Nothing for an export of the dashboard, which says there only what the dashboard knows of the list.
    """
    items = sum(each.length for each in lists)
    if not lists or (isinstance(value, dict) and _is_ours(value)):
        return _Beside(items, 0, ())
    parts = _parts(value, "", {id(each.source) for each in lists}, {id(each.group) for each in lists if each.group})
    first = [f"{name}: {text_of(part)[:LONGEST_PART]}" for name, part in islice(parts, MOST_NAMED)]
    return _Beside(items, len(first) + sum(1 for _ in parts), tuple(first))


def _parts(value: Any, above: str, taken: Set[int], groups: Set[int]) -> Iterator[tuple[str, Any]]:
    """The texts and numbers of a value, without what is taken for a list and what says which list that is."""
    if id(value) in taken or not isinstance(value, dict | list):
        return
    named = value.items() if isinstance(value, dict) else enumerate(value, 1)
    used = {*_says(value)} if isinstance(value, dict) and id(value) in groups else set()
    for key, inner in named:
        if isinstance(inner, dict | list):
            yield from _parts(inner, f"{above}{key}.", taken, groups)
        elif key not in used and inner is not None and inner != "":
            yield f"{above}{key}", inner


def _items(group: Sequence[_List]) -> list[Item]:
    """The items of lists of one shape, each with what its list's keys say."""
    if len(group) == 1 and not _says_year(group):
        return list(enumerate(group[0].items, group[0].numbered_from))
    return [
        (number, _with_keys(item, named))
        for each, named in zip(group, _named_keys(group), strict=True)
        for number, item in enumerate(each.items, each.numbered_from)
    ]


def _says_year(group: Sequence[_List]) -> bool:
    return any(_YEAR.fullmatch(key) for each in group for key in each.keys)


def _named_keys(group: Sequence[_List]) -> list[dict[str, str]]:
    """For each list what its keys say, under the names of columns: the year, and which list it is."""
    depth = min(len(each.keys) for each in group)
    same = [at for at in range(depth) if len({each.keys[at] for each in group}) == 1 and len(group) > 1]
    years = [at for at in range(depth) if all(_YEAR.fullmatch(each.keys[at]) for each in group)]
    has_years = any({"year", "release_date"}.intersection(map(column_of, _names(each.items))) for each in group)
    year = years[0] if years and not has_years else None
    named = []
    for each in group:
        rest = [key for at, key in enumerate(each.keys) if at not in same and at != year]
        says = {"year": each.keys[year]} if year is not None else {}
        named.append(says | ({WHICH: " / ".join(rest)} if rest and len(group) > 1 else {}))
    return named


def _with_keys(item: Any, named: Mapping[str, str]) -> Any:
    if isinstance(item, dict):
        return item | {f"{name} (2)" if name in item else name: text for name, text in named.items()}
    return item if item is None or isinstance(item, list) else {"title": text_of(item), **named}


def _lists(value: Any, keys: tuple[str, ...] = ()) -> Iterator[_List]:
    """The lists that a value is or holds, in their order."""
    if isinstance(value, list):
        alone = [_List(keys, value, source=value)] if value or not keys else []
        yield from _grouped(value, keys) if _are_groups(value) else alone
    elif isinstance(value, dict) and len(keys) < DEEPEST:
        if (split := _split(value)) is not None:
            yield _List(keys, split, 0, source=value)
        elif columns := _from_columns(value) or _keyed(value, keys):
            yield _List(keys, columns, source=value)
        elif _is_film(value):
            yield _List(keys, [value], source=value)
        else:
            yield from _within(value, keys)


def _within(value: dict[str, Any], keys: tuple[str, ...]) -> Iterator[_List]:
    ours = _is_ours(value) and not keys
    inside = ((key, inner) for key, inner in value.items() if isinstance(inner, dict | list))
    every = (each for key, inner in inside for each in _lists(inner, (*keys, key)))
    found = [*islice(every, MOST_LISTS + 1)]
    if ours:
        found = [replace(each, items=list(map(_without_evidence, each.items))) for each in found]
    if (
        not _holds_films(value)
        and not any(each.worth == 2 for each in found)
        and any(column_of(key) == "title" and isinstance(inner, str) for key, inner in _first(value))
    ):
        is_object = not keys or keys[-1].casefold() not in _GROUPS
        found = [_List(keys, [value], source=value, is_object=is_object)]
    yield from found


def _holds_films(value: dict[str, Any]) -> bool:
    """Whether an object says of one of its lists that it holds films: its title is that list's."""
    lists = (inner for key, inner in _first(value) if key.casefold() in _GROUPS and isinstance(inner, list))
    return any(inner and isinstance(inner[0], dict | str) for inner in lists)


def _has_sections(value: dict[str, Any]) -> bool:
    """Whether an object, such as a festival, has parts that each hold films; its own name and year are no film's."""
    parts = (inner for key, inner in _first(value) if isinstance(inner, list) and column_of(key) is None)
    return any(inner and _are_groups(inner) for inner in parts)


def _is_ours(value: dict[str, Any]) -> bool:
    return "list" in value and "films" in value


def _is_film(value: dict[str, Any]) -> bool:
    """Whether an object is a film and no list with a title: what it holds are only fields of a film."""
    columns = {column_of(key) for key, inner in _first(value) if not isinstance(inner, dict | list)}
    inner = [column_of(key) for key, each in _first(value) if isinstance(each, list) and each]
    return {"title", "year"} <= columns and all(inner)


def _are_groups(items: Sequence[Any]) -> bool:
    """Whether a list holds objects that each stand for a list of their own."""
    first = [item for item in items[:LOOKED_AT] if not _is_empty_group(item)]
    inner = [_inner(item) if isinstance(item, dict) else None for item in first]
    return bool(inner) and all(inner) and any(isinstance(each, list) for each in inner)


def _is_empty_group(item: Any) -> bool:
    """Whether an object stands for a list without films."""
    return isinstance(item, dict) and any(key.casefold() in _GROUPS and each == [] for key, each in _first(item))


def _inner(item: dict[str, Any]) -> list[Any] | dict[str, Any] | None:
    """The list of films that an object stands for, or its one film; None if there is none, or several."""
    found = [each for key, each in item.items() if key.casefold() in _GROUPS and isinstance(each, list | dict) and each]
    if len(found) != 1:
        return None
    first = found[0][0] if isinstance(found[0], list) else found[0]
    return found[0] if isinstance(first, dict | str) else None


def _grouped(items: Sequence[dict[str, Any]], keys: tuple[str, ...]) -> Iterator[_List]:
    for item in items:
        if _is_empty_group(item):
            continue
        inner = _inner(item) if isinstance(item, dict) else None
        if inner:
            says = map(text_of, _says(item).values())
            films = inner if isinstance(inner, list) else [inner]
            yield _List((*keys, *says), films, source=inner, group=item)
        else:
            yield _List(keys, [item], source=item)


def _says(item: dict[str, Any]) -> dict[str, Any]:
    """The first two texts of an object that stands for a list, which say which list it is."""
    return dict(islice(((key, each) for key, each in item.items() if isinstance(each, str | int)), 2))


def _split(value: dict[str, Any]) -> list[Any] | None:
    """A header and its rows from what pandas calls the orientation "split"."""
    columns, data = value.get("columns"), value.get("data")
    if isinstance(columns, list) and isinstance(data, list) and data and isinstance(data[0], list):
        return [columns, *data]
    return None


def _is_titled(items: Sequence[Any]) -> bool:
    if "title" in map(column_of, _names(items)) or _say_titles(items):
        return True
    rows = [(line, list(map(text_of, item))) for line, item in enumerate(items[:LOOKED_AT]) if isinstance(item, list)]
    return bool(rows) and place_of(rows).titled


def _say_titles(items: Sequence[Any]) -> bool:
    """Whether objects have under one name, whatever that is, titles with their years, as messages of a chat do."""
    objects = [item for item in items[:LOOKED_AT] if isinstance(item, dict)]
    said = Counter(
        name
        for item in objects
        for name, each in _first(item)
        if isinstance(each, str) and NAMES_A_FILM.match(each[:300])
    )
    return bool(said) and said.most_common(1)[0][1] * 2 >= len(objects)


def _name_years(items: Sequence[Any]) -> bool:
    """Whether some of the first objects name a film and its year in one text, as the cards of a board do."""
    objects = (item for item in items[:LOOKED_AT] if isinstance(item, dict))
    texts = (each[:300] for item in objects for _, each in _first(item) if isinstance(each, str))
    return any(map(_TITLE_AND_YEAR.fullmatch, texts))


def _names(items: Sequence[Any]) -> set[str]:
    """The names that objects of a list give their values, those of objects within them too."""
    objects = [item for item in items[:LOOKED_AT] if isinstance(item, dict)]
    inner = {
        f"{name}.{key}"
        for item in objects
        for name, each in _first(item)
        if isinstance(each, dict)
        for key, _ in _first(each)
    }
    return {name for item in objects for name, _ in _first(item)} | inner


def _first(value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The first names of an object, with their values."""
    return islice(value.items(), MOST_NAMES)


def _names_columns(value: dict[str, Any]) -> bool:
    return any(column_of(key) for key, _ in _first(value))


def _from_columns(value: dict[str, Any]) -> list[dict[str, Any]]:
    """Objects from an object of columns, each a list or an object that numbers its cells."""
    titles = next((inner for key, inner in _first(value) if column_of(key) == "title"), None)
    columns = list(value.values())
    if isinstance(titles, dict) and all(
        isinstance(column, dict) and column.keys() <= titles.keys() for column in columns
    ):
        if len(columns) == 1 and not all(map(str.isdecimal, titles)):
            return []
        return [{name: column.get(at) for name, column in value.items()} for at in titles]
    if isinstance(titles, list) and all(isinstance(column, list) and len(column) == len(titles) for column in columns):
        if len(columns) == 1 and isinstance(titles[0], dict):
            return []
        return [dict(zip(value, cells, strict=True)) for cells in zip(*columns, strict=True)]
    return []


def _keyed(value: dict[str, Any], keys: tuple[str, ...]) -> list[dict[str, Any]]:
    """Objects with titles from an object that names each film by a key: its title, its year or another one."""
    inner = list(value.values())
    if inner and all(isinstance(each, dict) for each in inner):
        if _is_titled(inner):
            is_around = len(inner) == 1 and _holds_titles(inner[0], keys)
            are_lists = all(_is_named_list(each, keys) for each in inner)
            if is_around or are_lists or any(map(_holds_films, inner)) or any(map(_has_sections, inner)):
                return []
            return [{"key": key, **each} for key, each in value.items()]
        return [{"title": key, **each} for key, each in value.items()] if _describe_films(value) else []
    if len(value) > 1 and all(isinstance(each, str | int) and _YEAR.fullmatch(str(each)) for each in inner):
        are_columns = sum(column_of(key) is not None for key, _ in _first(value)) * 2 >= len(value)
        return [] if are_columns else [{"title": key, "year": each} for key, each in value.items()]
    if inner and all(isinstance(each, str) for each in inner) and all(map(_YEAR.fullmatch, value)):
        return [{"title": each, "year": key} for key, each in value.items()]
    return []


def _holds_titles(value: dict[str, Any], keys: tuple[str, ...]) -> bool:
    """Whether an object below some keys holds a list of several things with titles."""
    return any(each.worth == 2 and len(each.items) > 1 for each in _lists_inside(value, keys))


def _is_named_list(value: dict[str, Any], keys: tuple[str, ...]) -> bool:
    """Whether an object has a name and a list with titles somewhere in it, and nothing else that films have."""
    known = {column_of(key) for key, each in _first(value) if not isinstance(each, list | dict)} - {None}
    return known <= {"title"} and any(each.worth == 2 for each in _lists_inside(value, keys))


def _lists_inside(value: dict[str, Any], keys: tuple[str, ...]) -> Iterator[_List]:
    """The lists in an object that stands under a key below others; none that lies deeper than lists are looked for."""
    return islice((each for key, inner in value.items() for each in _lists(inner, (*keys, "", key))), MOST_LISTS)


def _describe_films(value: dict[str, dict[str, Any]]) -> bool:
    """Whether objects have what films have, each but its title, which is its key."""
    if any(map(_YEAR.fullmatch, value)) or _names_columns(value):
        return False
    known = [
        any(column_of(key) and not isinstance(each, dict) for key, each in film.items()) for film in value.values()
    ]
    return sum(known) * 2 > len(known)


def _without_evidence(item: Any) -> Any:
    """A film of the dashboard's own export without what the dashboard, not the list, says of it."""
    if isinstance(item, dict) and isinstance(item.get("evidence"), dict):
        return {key: value for key, value in item.items() if key != "evidence"}
    return item


def rows_of_items(items: Sequence[Item], no_rows: Rows, limits: Limits) -> Rows:
    """Items as rows: objects with a column for each name, lists as rows of cells, anything else as titles.

    Raises:
        BadListError: if there is nothing in them, or more than the limits allow.
    """
    filled = [(line, item) for line, item in items if item is not None]
    if not filled:
        raise BadListError((Problem("empty file", no_rows.file),))
    objects = [(line, item) for line, item in filled if isinstance(item, dict)]
    lists = [item for _, item in filled if isinstance(item, list)]
    if len(lists) * 2 > len(filled):
        return _rows_of_lists(filled, no_rows, limits)
    if len(objects) * 2 < len(filled):
        return rows_of_records(((line, {"title": text_of(item)}) for line, item in filled), no_rows, limits)
    rows = rows_of_records(objects, no_rows, limits)
    unread = tuple((line, (text_of(item),)) for line, item in filled if not isinstance(item, dict))
    width = str(len(rows.header))
    problems = (Problem("wrong number of cells", no_rows.file, line, value="1", expected=width) for line, _ in unread)
    return replace(rows, unread=unread, problems=(*rows.problems, *problems))


def fates_of_items(items: Sequence[Item]) -> dict[int, Fate]:
    """What became of the items that are no row of their list: those that say nothing, and of a grid all around it."""
    if sum(isinstance(item, list) for _, item in items) * 2 > sum(item is not None for _, item in items):
        lines, place = _grid([(line, item) for line, item in items if item is not None])
        found = fates_around(lines, place or place_of(lines))
    else:
        found = {line: "blank" for line, item in items if not _says_anything(item)}
    return found | {line: "blank" for line, item in items if item is None}


def _says_anything(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_says_anything, value.values()))
    return any(map(_says_anything, value)) if isinstance(value, list) else value is not None and value != ""


def _grid(items: Sequence[Item]) -> tuple[list[Line], Place | None]:
    """Items that are lists as a grid, and where its table stands if the first is its header for sure."""
    grid = [
        (line, [text_of(cell) for cell in item] if isinstance(item, list) else [text_of(item)]) for line, item in items
    ]
    lines = list(without_blanks(grid))
    return lines, first_row(lines) if items[0][0] == 0 else None


def _rows_of_lists(items: Sequence[Item], no_rows: Rows, limits: Limits) -> Rows:
    lines, place = _grid(items)
    rows = table_of(lines, no_rows, limits, place)
    return replace(rows, header_line=None) if place else rows
