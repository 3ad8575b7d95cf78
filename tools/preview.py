"""Draws the pictures that messengers show beside a link: ``python -m tools.preview [FOLDER]``.

One for each list of the project's own, in the dashboard's palette and faces; by default where the package holds them.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, sync_playwright

from dashboard.charts.marks import MOST_TITLED, data
from dashboard.charts.theme import PALETTES
from dashboard.exports.head.preview import HEIGHT, WIDTH
from dashboard.i18n.languages import english
from dashboard.lists import registry as lists
from dashboard.model.list_info import FILMOGRAPHY, PUBLISHED
from dashboard.query.index import Index
from tests.browser.chromium import FLAGS, installed
from tests.serving import ROOT, dashboard

FOLDER = ROOT / "dashboard" / "static" / "previews"
PALETTE = PALETTES["dark"]
LEFT, RIGHT, TOP, AXIS = 64, WIDTH - 64, 190, HEIGHT - 78
SHAPES = {
    "circle": "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0",
    "triangle-up": "M0-1.1L1.15.9H-1.15Z",
    "diamond": "M0-1.25L1.25 0L0 1.25L-1.25 0Z",
    "square": "M-.9-.9H.9V.9H-.9Z",
}
PLACE = """drawing => {
  const style = of => { const found = getComputedStyle(document.querySelector(of)); return found.fontFamily; };
  const [title, text] = [style("h1"), style("p.line")];
  const weight = getComputedStyle(document.querySelector("h1")).fontWeight;
  document.body.innerHTML = drawing;
  document.querySelector("svg").style.fontFamily = text;
  Object.assign(document.querySelector(".title").style, {fontFamily: title, fontWeight: weight});
  return document.fonts.ready.then(() => true);
}"""
"""Puts a drawing in the page's place, in the faces that the page's heading and text have."""


def drawing(title: str, index: Index) -> str:
    """A list's title and timeline as SVG."""
    films = data(index, np.ones(len(index), dtype=np.bool_), english())
    first, last = (index.span or (0, 0))[0] - 1, (index.span or (0, 0))[1] + 1
    titled = len(index) <= MOST_TITLED
    row = min(34.0, (AXIS - 20 - TOP) / (films["lane"].max() + 1))
    size = 11.0 if titled else min(11.0, row / 2.6)

    def x(year: float) -> float:
        return LEFT + (RIGHT - LEFT) * (year - first) / (last - first)

    parts = [f'<text class="title" x="{LEFT}" y="118" font-size="76" fill="{PALETTE.text}">{escape(title)}</text>']
    for year in range(-(-first // 10) * 10, last + 1, 10):
        parts.append(f'<path d="M{x(year):.1f} {TOP - 20}V{AXIS}" stroke="{PALETTE.grid}" stroke-width="2"/>')
        parts.append(_text((x(year), AXIS + 44), "middle", 28, PALETTE.quiet, str(year)))
    parts.append(f'<path d="M{LEFT} {AXIS}H{RIGHT}" stroke="{PALETTE.ring}" stroke-width="2"/>')
    for film in films.to_dict("records"):
        at = (x(film["year"]), AXIS - 20 - row * (film["lane"] + 0.5))
        colour, shape = getattr(PALETTE, film["colour"]), SHAPES[film["shape"]]
        parts.append(
            f'<path d="{shape}" transform="translate({at[0]:.1f} {at[1]:.1f}) scale({size})" fill="{colour}"/>'
        )
        if titled:
            side = 1 if film["side"] == "right" else -1
            beside = (at[0] + 22 * side, at[1] + 8)
            parts.append(_text(beside, "start" if side > 0 else "end", 24, PALETTE.text, film["title"]))
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'style="position:fixed;inset:0;background:{PALETTE.background}">{"".join(parts)}</svg>'
    )


def _text(at: tuple[float, float], anchor: str, size: int, colour: str, said: str) -> str:
    x, y = at
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{colour}">{escape(said)}</text>'
    )


def draw(browser: Browser, address: str, folder: Path) -> None:
    """Draws every list of the project's own."""
    for name in (PUBLISHED, FILMOGRAPHY):
        opened = lists.open_list(name)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="dark")
        page.goto(address)
        page.locator("p.count").wait_for()
        page.evaluate(PLACE, drawing(opened.loaded.info.title, opened.index))
        page.wait_for_timeout(300)
        page.screenshot(path=folder / f"{name}.png")
        page.close()


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=list(FLAGS))
        with dashboard() as address:
            draw(browser, address, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
