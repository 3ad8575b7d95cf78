"""Renews the pictures: ``python -m tools.screenshots [FOLDER] [--states NAME ...] [--languages CODE ...]``.

The README's docs/screenshot.png, the pictures of previews, and each state at both widths and in both themes in FOLDER
(by default screenshots/, which git ignores).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import FLAGS, installed
from tests.browser.states import HEIGHT, LANGUAGES, STATES, Condition, State, gallery, matrix, stands
from tests.serving import ROOT
from tools import preview

README_PICTURE = Condition(State("README", "?film=the-sky-beckons-1959&lane=off"))
TALLEST = 4000


def take(page: Page, path: Path, height: int | None = None) -> None:
    """A picture of a page that stands: as tall as its content, or `height`."""
    content = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight") + 20
    width = page.evaluate("innerWidth")
    page.set_viewport_size({"width": width, "height": height or min(max(int(content), HEIGHT), TALLEST)})
    stands(page)
    page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
    page.screenshot(path=path, animations="disabled")


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """What is asked for."""
    names = [state.name for state in STATES]
    parser = argparse.ArgumentParser(prog="make screenshots", description="Renew the pictures of the page.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "screenshots", help="default: screenshots/")
    parser.add_argument("--states", nargs="+", choices=names, default=names, metavar="NAME", help=", ".join(names))
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=[LANGUAGES[0]], metavar="CODE")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Take the pictures."""
    asked = options(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    wanted = [each for each in matrix() if each.state.name in asked.states and each.language in asked.languages]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=list(FLAGS))
        with gallery(browser) as opened:
            for condition in wanted:
                take(opened.show(condition), asked.folder / f"{condition}.png")
            take(opened.show(README_PICTURE), ROOT / "docs" / "screenshot.png", 1480)
            preview.draw(browser, opened.address(0), preview.FOLDER)
        browser.close()
    print(f"{len(wanted)} pictures in {asked.folder}, and docs/screenshot.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
