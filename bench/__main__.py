"""Measures interactions: ``python -m bench [--list LIST] [--repetitions N] [--json FILE]``.

For each action, in milliseconds, the median and the 95th percentile of two times: the page's own Python work (all
of a run of the page, Streamlit's calls included), and from the key or click to the last change of what the browser
shows, taken inside the page in a real Chromium.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from dashboard.page.lists import LIST_VARIABLE
from tests.browser.chromium import FLAGS, installed
from tests.serving import free_port, wait_for

QUIET = 400
"""Milliseconds without a change after which an action counts as painted."""

WATCH = """() => {
  const mark = event => { if (event.isTrusted && !window.began) window.began = performance.now() };
  for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, mark, true);
  new MutationObserver(() => { window.last = performance.now() }).observe(
    document.querySelector('[data-testid=stAppViewContainer]'),
    {subtree: true, childList: true, attributes: true, characterData: true});
}"""

Action = Callable[[Page], None]


def pill(name: str) -> Action:
    return lambda page: page.get_by_role("button", name=name, exact=False).first.click()


def key_on_slider(page: Page) -> None:
    page.locator(".st-key-years").get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")


ACTIONS: dict[str, tuple[str, Action]] = {
    "search": ("", lambda page: page.get_by_label("Search").press_sequentially("s")),
    "facet on": ("", pill("1980s (")),
    "facet off": ("?decade=1980s", pill("1980s (")),
    "year range": ("", key_on_slider),
    "open a card": ("", lambda page: page.locator("[class*=st-key-card] summary").first.click()),
    "pick on the timeline": ("", lambda page: page.locator(".mark-symbol.films_marks path[aria-label]").nth(3).click()),
}


def measure(page: Page, address: str, runs: Path, query: str, act: Action) -> tuple[float, float]:
    """One action on a fresh page: the page's own Python work and the time to the last repaint, in ms."""
    page.goto(f"{address}/{query}")
    page.locator("[class^=mark-] path[aria-label]").first.wait_for()
    page.wait_for_timeout(QUIET)
    page.evaluate(WATCH)
    before = len(runs.read_text().splitlines())
    act(page)
    page.wait_for_function("() => window.last > window.began", timeout=30_000)
    page.wait_for_function(f"() => performance.now() - window.last > {QUIET}", timeout=30_000)
    painted = float(page.evaluate("() => window.last - window.began"))
    own = [float(line) for line in runs.read_text().splitlines()[before:]]
    return (own[-1] if own else float("nan")), painted


def summed(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {"median": statistics.median(ordered), "p95": ordered[max(0, -(-len(ordered) * 95 // 100) - 1)]}


def main() -> int:
    options = argparse.ArgumentParser(prog="make bench", description=__doc__.split("\n")[0])
    options.add_argument("--list", type=Path, help="a film list (default: the published one)")
    options.add_argument("--repetitions", type=int, default=15)
    options.add_argument("--json", type=Path, help="also write the figures to this file")
    given = options.parse_args()
    runs = Path(tempfile.mkdtemp()) / "runs"
    runs.touch()
    port = free_port()
    environment = {**os.environ, "BENCH_RUNS": str(runs)} | ({LIST_VARIABLE: str(given.list)} if given.list else {})
    process = subprocess.Popen([sys.executable, "-m", "bench.serve", str(port)], env=environment, text=True)
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in ACTIONS}
    try:
        wait_for(f"http://localhost:{port}/", process)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=installed(), args=list(FLAGS))
            page = browser.new_page(viewport={"width": 1280, "height": 1000})
            for _ in range(given.repetitions):
                for name, (query, act) in ACTIONS.items():
                    times[name].append(measure(page, f"http://localhost:{port}", runs, query, act))
            browser.close()
    finally:
        process.terminate()
        process.wait(timeout=30)
    figures = {
        name: {"python": summed([own for own, _ in each]), "painted": summed([painted for _, painted in each])}
        for name, each in times.items()
    }
    print(f"{time.strftime('%Y-%m-%d')}, {given.list or 'the published list'}, {given.repetitions} repetitions, ms")
    print(f"{'action':22}{'own Python':>18}{'to repaint':>18}\n{'':22}{'median    p95':>18}{'median    p95':>18}")
    for name, each in figures.items():
        cells = "".join(f"{e['median']:>11.0f}{e['p95']:>7.0f}" for e in each.values())
        print(f"{name:22}{cells}")
    if given.json:
        given.json.write_text(json.dumps(figures, indent=2), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
