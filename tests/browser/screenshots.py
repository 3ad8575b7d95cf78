"""Renews the README's picture, or takes every state: ``python -m tests.browser.screenshots [FOLDER]``.

Without FOLDER: docs/screenshot.png, and the pictures of previews. With it: each state below, at both widths and in
both themes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from dashboard.page.guide import COOKIE, VALUE
from tests.browser import preview
from tests.browser.chromium import FLAGS, installed
from tests.foreign import films
from tests.serving import ROOT, dashboard

STATES = {
    "first": "",
    "filtered": "?years=1960-1984&themes=rescue&themes=psychology",
    "search": "?q=space+st",
    "picked": "?film=solaris-1972",
    "picked-ghost": "?destination=Mars&film=solaris-1972",
    "open-card": "?open=star-pilot-1967&sort=year",
    "nothing": "?q=tarkovski&destination=Mars",
    "ignored": "?destination=Pluto&colour=red",
    "table": "?view=table&sort=title&open=solaris-1972",
    "evidence": "?film=the-sky-beckons-1959&q=space",
    "filmography": "?list=filmography&film=per-aspera-ad-astra-1980",
}
LONG_STATES = {"dots": ("?kind=feature", 100), "bars": ("?kind=feature", 3201)}


def take(browser: Browser, address: str, path: Path, width: int, theme: str, height: int | None = None) -> None:
    """One picture of a page: as tall as its content, or `height`; one with something in its link is no first visit."""
    context = browser.new_context(viewport={"width": width, "height": height or 1000}, color_scheme=theme)
    if urlsplit(address).query:
        context.add_cookies([{"name": COOKIE, "value": VALUE, "url": address}])
    page = context.new_page()
    page.goto(address)
    page.locator("p.count").wait_for()
    page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')")
    page.wait_for_timeout(1200)
    if height is None:
        content = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": width, "height": min(int(content) + 20, 4000)})
        page.wait_for_timeout(600)
    page.screenshot(path=path)
    context.close()


def take_all(browser: Browser, address: str, states: dict[str, str], folder: Path) -> None:
    for name, query in states.items():
        for width in (1280, 390):
            for theme in ("light", "dark"):
                take(browser, f"{address}/{query}", folder / f"{name}-{width}-{theme}.png", width, theme)


def main(arguments: list[str]) -> int:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=list(FLAGS))
        with dashboard() as address:
            if not arguments:
                query = "?film=the-sky-beckons-1959&lane=off"
                take(browser, f"{address}/{query}", ROOT / "docs" / "screenshot.png", 1280, "light", 1150)
                preview.draw(browser, address, preview.FOLDER)
                return 0
            folder = Path(arguments[0])
            folder.mkdir(parents=True, exist_ok=True)
            take_all(browser, address, STATES, folder)
        for name, (query, number) in LONG_STATES.items():
            path = folder / f"{name}.csv"
            path.write_text(films(number), encoding="utf-8")
            with dashboard(str(path)) as address:
                take_all(browser, address, {name: query}, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
