"""What is worked out from a list more than once: it belongs to that list, and goes with it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import wraps
from threading import Event, Lock
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

Key = tuple[Hashable, ...]
Given = ParamSpec("Given")
Value = TypeVar("Value")


class Cache:
    """Values that belong to one owner: of each function the last few."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._values: dict[Any, OrderedDict[Key, Any]] = {}

    def __reduce__(self) -> tuple[type[Cache], tuple[()]]:
        """Nothing of it is pickled: what can be worked out again is."""
        return Cache, ()

    def value(self, function: Any, key: Key, most: int, make: Callable[[], Value]) -> Value:
        """The value of a function for a key, made if it is not there; at most `most` of the function stay."""
        with self._lock:
            values = self._values.setdefault(function, OrderedDict())
            if key in values:
                values.move_to_end(key)
                found: Value = values[key]
                return found
        made = make()
        with self._lock:
            values[key] = made
            while len(values) > most:
                values.popitem(last=False)
        return made

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._values = {}


class Turn:
    """A lock of its owner's that knows whether somebody waits for it."""

    def __init__(self) -> None:
        self._lock, self._wanted = Lock(), Event()

    def __reduce__(self) -> tuple[type[Turn], tuple[()]]:
        """What comes back is nobody's turn."""
        return Turn, ()

    def __enter__(self) -> None:
        self._wanted.set()
        self._lock.acquire()

    def __exit__(self, *raised: object) -> None:
        self._lock.release()

    @contextmanager
    def unhurried(self, rest: float) -> Iterator[None]:
        """Have it be one's turn; the block begins after some seconds of rest, or at once when somebody waits."""
        with self._lock:
            self._wanted.wait(rest)
            yield


class Owner(Protocol):
    """What has a cache of its own."""

    @property
    def cache(self) -> Cache:
        """Its cache."""


Owned = TypeVar("Owned", bound=Owner)


def cached(
    most: int,
) -> Callable[[Callable[Concatenate[Owned, Given], Value]], Callable[Concatenate[Owned, Given], Value]]:
    """Keep the last values of a function with its first argument, in that argument's own cache.

    At most `most` of them are stored for each owner. They are shared: nobody may change them. The other arguments must
    be hashable; none of them should be a list.
    """

    def decorate(function: Callable[Concatenate[Owned, Given], Value]) -> Callable[Concatenate[Owned, Given], Value]:
        @wraps(function)
        def shared(owner: Owned, /, *args: Given.args, **kwargs: Given.kwargs) -> Value:
            key = (*args, *kwargs.items())
            return owner.cache.value(function, key, most, lambda: function(owner, *args, **kwargs))

        return shared

    return decorate
