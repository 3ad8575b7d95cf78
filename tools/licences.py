"""The licences of everything the dashboard runs with: ``python -m tools.licences`` lists them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ALLOWED = {
    *("0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-CMU", "MPL-2.0"),
    *("PSF-2.0", "Zlib"),
}
"""Licences under which the dashboard may be passed on with what it needs, without any condition but naming them."""
SAID_OTHERWISE = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "MIT License": "MIT",
}
UNSAID = {"vl-convert-python": "BSD-3-Clause"}
"""Licences of packages whose metadata name none, as their own files of the licence say."""


def needed(name: str = "film-list-dashboard") -> set[str]:
    """The packages that one needs to run, and those that they need; not those that another system would need."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for line in distribution(waiting.pop()).requires or ():
            requirement = Requirement(line)
            package = canonicalize_name(requirement.name)
            here = not requirement.marker or requirement.marker.evaluate({"extra": ""})
            if here and package not in found:
                found.add(package)
                waiting.append(package)
    return found


def licence(name: str) -> str:
    """A package's licence as its metadata says it; empty if they do not."""
    said = distribution(name).metadata
    kinds = [line.rsplit(" :: ", 1)[-1] for line in said.get_all("Classifier", []) if line.startswith("License ::")]
    texts = [text for field in ("License-Expression", "License") for text in said.get_all(field, [])]
    short = [text for text in texts if "\n" not in text]
    given = next((text for text in (*short, *kinds) if text), "")
    return SAID_OTHERWISE.get(given, given) or UNSAID.get(name, "")


def is_allowed(expression: str) -> bool:
    """Whether a licence expression leaves a choice of licences that are all allowed.

    >>> is_allowed("GPL-3.0 OR MIT"), is_allowed("MIT AND GPL-3.0"), is_allowed("")
    (True, False, False)
    """
    for word, enough in ((" OR ", any), (" AND ", all)):
        if word in expression:
            return enough(is_allowed(part) for part in expression.split(word))
    return expression in ALLOWED


def refused() -> Iterator[str]:
    """The packages whose licence is unknown or not allowed, with it."""
    for name in sorted(needed()):
        try:
            said = licence(name)
        except PackageNotFoundError:
            said = "not installed"
        if not is_allowed(said):
            yield f"{name}: {said or 'unknown'}"


def main() -> int:
    for name in sorted(needed()):
        print(f"{name:28}{licence(name)}")
    wrong = list(refused())
    if wrong:
        print("Not allowed:", *wrong, sep="\n  ", file=sys.stderr)
    return 2 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
