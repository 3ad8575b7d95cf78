"""What the widgets of a page hold in the browser of its visitor.

A browser changes a widget at once and says so afterwards; the server hears it late, and the browser hears late what
the server says. So a widget on the page is never given another value: where it does not hold what the view says,
another takes its place, under another key. And a visitor has done only what differs from what that very widget held
before: a browser sends what all its widgets hold, also those that the server has taken away meanwhile.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

PAGE = "page"
"""The page as a whole, as one of its parts; its widgets are those that stand in no other part."""
LATE = 10
"""So many of a widget's keys are known, the present one among them; what comes for another is of no use any more."""
_DRAWN: ContextVar[set[str]] = ContextVar("drawn")
"""The names of the widgets drawn so far in a part of the page."""


@dataclass(frozen=True)
class Widget:
    """One widget as it stands on the page.

    Attributes:
        key: what Streamlit knows it by.
        begins: what it holds when it is first there; the same as long as it stands there.
    """

    key: str
    begins: Any


@dataclass
class Widgets:
    """The widgets of one visitor's page.

    Attributes:
        present: by its name, the widget that stands on the page.
        held: by its key, what a widget holds, as the browser last said.
        numbers: by a name, how many widgets have had it.
        names: by a part of the page, the names of its widgets.
    """

    present: dict[str, Widget] = field(default_factory=dict[str, Widget])
    held: dict[str, Any] = field(default_factory=dict[str, Any])
    numbers: dict[str, int] = field(default_factory=dict[str, int])
    names: dict[str, set[str]] = field(default_factory=dict[str, set[str]])

    def place(self, name: str, value: Any, fits: Callable[[Any], object]) -> Widget:
        """The widget of a name: the one on the page if what it holds fits, else another that begins with `value`."""
        _DRAWN.get(set()).add(name)
        known = self._fitting(name, fits)
        if known is None:
            known = self.present[name] = Widget(self._next_key(name), value)
            self.held[known.key] = value
        return known

    def key(self, name: str, fits: Callable[[Any], object]) -> str:
        """The key of the widget that `place` would give."""
        known = self._fitting(name, fits)
        return known.key if known else _key(name, self._next_number(name))

    def _fitting(self, name: str, fits: Callable[[Any], object]) -> Widget | None:
        """The widget of a name that stands on the page, if what it holds fits."""
        known = self.present.get(name)
        return known if known and fits(self.held[known.key]) else None

    def _next_number(self, name: str) -> int:
        return self.numbers.get(name, 0) + 1

    def _next_key(self, name: str) -> str:
        number = self.numbers[name] = self._next_number(name)
        self.held.pop(_key(name, number - LATE), None)
        return _key(name, number)

    def reported(self, key: str, value: Any) -> tuple[Any, Any] | None:
        """What a widget held before and holds now, where a browser says that it holds `value`; None for the same."""
        before = self.held.get(key, value)
        if key not in self.held or before == value:
            return None
        self.held[key] = value
        return before, value

    def renew(self) -> None:
        """Have every widget begin again but those of the page as a whole: a list has other values than another."""
        kept = self.names.get(PAGE, set())
        self.present = {name: widget for name, widget in self.present.items() if name in kept}

    @contextmanager
    def drawn_in(self, part: str) -> Iterator[None]:
        """Draw a part of the page: a widget that it had and has no more begins again if it ever comes back."""
        drawn: set[str] = set()
        before = self.names.get(part, set())
        token = _DRAWN.set(drawn)
        try:
            yield
        except BaseException:
            self.names[part] = before | drawn
            raise
        finally:
            _DRAWN.reset(token)
        self.names[part] = drawn
        for name in before - drawn:
            self.present.pop(name, None)


def _key(name: str, number: int) -> str:
    """The key of a name's first widget, or of a later one; no two are the same.

    >>> _key("search", 1), _key("search", 3), _key("search__3", 1)
    ('search', 'search__3', 'search_~_3')
    """
    plain = re.sub("_(?=_)", "_~", name.replace("~", "~~"))
    return plain if number == 1 else f"{plain}__{number}"


def toggled(now: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    """Some values, after what a visitor took from them and added to them in a widget that held others, maybe.

    >>> toggled(("a", "b"), ("a", "b"), ("b", "c")), toggled((), ("a",), ("a", "b"))
    (('b', 'c'), ('b',))
    """
    kept = tuple(value for value in now if value in after or value not in before)
    return (*kept, *(value for value in after if value not in before and value not in kept))
