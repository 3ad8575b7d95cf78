"""axe-core over the page: ``python -m tests.browser.axe`` tries each state under each condition and prints a table."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import product

from playwright.sync_api import Error, Page, sync_playwright

from tests.browser.chromium import FLAGS, installed
from tests.browser.states import LANGUAGES, STATES, THEMES, WIDTHS, Condition, Gallery, gallery, matrix

SCRIPT = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""Levels A and AA of WCAG 2.0 to 2.2."""


def violations(page: Page) -> list[str]:
    """What axe finds against the rules on a page: one line for each element, with rule, place and markup."""
    page.evaluate(SCRIPT)
    found = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", list(RULES))
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))} {node['html'][:120]} {_why(node)}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def _why(node: dict[str, str]) -> str:
    return " ".join(node["failureSummary"].split())[:240]


def _tried(opened: Gallery, condition: Condition) -> list[str]:
    """What is found in a condition; that it could not be shown is a finding too."""
    try:
        return violations(opened.show(condition))
    except (Error, AssertionError) as error:
        return [f"could not be shown: {str(error).splitlines()[0]}"]


def version() -> str:
    """What axe-core calls itself: ``axe v4.12.1``."""
    return SCRIPT.splitlines()[0].removeprefix("/*! ")


def table(found: dict[Condition, list[str]]) -> Iterator[str]:
    """The numbers of violations: a line for each state, a column for each language, theme and width."""
    ways = list(product(LANGUAGES, THEMES, WIDTHS))
    yield f"{'':14}" + "".join(f"{f'{language} {theme} {width}':>16}" for language, theme, width in ways)
    for state in dict.fromkeys(condition.state for condition in found):
        numbers = [len(found[Condition(state, theme, width, language)]) for language, theme, width in ways]
        yield f"{state.name:14}" + "".join(f"{number:16}" for number in numbers)


def main(arguments: Sequence[str]) -> int:
    """Try all states, or those named; 1 if anything was found."""
    states = [state for state in STATES if not arguments or state.name in arguments]
    found: dict[Condition, list[str]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=list(FLAGS))
        with gallery(browser) as opened:
            for condition in (each for each in matrix() if each.state in states):
                found[condition] = _tried(opened, condition)
                for line in found[condition]:
                    print(f"{condition}: {line}", file=sys.stderr, flush=True)
            print(f"{version()}, {', '.join(RULES)}: violations")
        browser.close()
    print(*table(found), sep="\n")
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
