"""axe-core over a page, by the rules of WCAG 2.2 A and AA."""

from __future__ import annotations

from importlib.resources import files

from playwright.sync_api import Page

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
