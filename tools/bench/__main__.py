"""Measures the dashboard beside a plain page of the usual kind: ``python -m tools.bench``.

A third page, the floor, has the dashboard's filters and the number of films and nothing else. It is only clicked.

With ``--against REF`` the dashboard is measured beside itself as it was at that commit, with the packages that are
installed here.

The pages serve the same made-up lists and are visited in turn in a real Chromium. The time of an action is taken
inside the page, from the key or click to the last frame in which the count of films, the first card or a chart
changes. The time of a page load is that to the first of all three; beside it stands the time until a film can be
read. Both are taken on a desk and on a phone with half the processor, 1.6 Mbit/s and 150 ms to the server. The time of
a start goes from the start of the process to the first card; the first start of a list finds nothing that another one
kept. A page's own Python is all that an action causes, also what follows the last of these changes, so its share can
be more than the whole. Memory is the server process's proportional set size.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser.chromium import FLAGS, installed
from tests.serving import ROOT
from tools.bench.figures import Figure, Log, figures
from tools.bench.films import FORMATS, files
from tools.bench.rounds import CHOICES, ORDER, Plan, Rounds, say
from tools.bench.sites import FLOOR, OURS, PLAIN, NotServedError, Site, serving
from tools.bench.states import commit, state
from tools.bench.table import differing, table

SIZES = (10, 3_200, 100_000, 1_000_000)
PACKAGES = ("streamlit", "altair", "pandas", "numpy", "pyarrow", "playwright")
NOWHERE_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="python -m tools.bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument("--sizes", type=_sizes, default=SIZES, help="numbers of films (default: 10,3200,100000,1000000)")
    made.add_argument("--actions", type=_actions, default=CHOICES, help=f"of {','.join(CHOICES)} (default: all)")
    made.add_argument("--formats", type=_formats, default=FORMATS, help="to start from (default: csv,parquet)")
    made.add_argument("--repetitions", type=_positive, default=15, help="of everything but starts (default: 15)")
    made.add_argument(
        "--starts", type=_positive, default=3, help="of each page from each format, after the first (default: 3)"
    )
    made.add_argument("--visitors", type=_positive, default=20, help="at once, for the memory each needs (default: 20)")
    made.add_argument(
        "--against",
        type=commit,
        metavar="REF",
        help="a commit, beside which ours is measured (default: a plain page and the floor)",
    )
    made.add_argument("--json", type=Path, help="write every single value to this file")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures, also those of a run that is broken off; 2 if a state of the project cannot be started."""
    given = parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    plan = Plan(given.sizes, given.actions, given.formats, given.repetitions, given.starts, given.visitors)
    log, facts, status = Log(), machine(), 0
    with state(given.against) if given.against else nullcontext(PLAIN) as other:
        others = (other,) if given.against else (PLAIN, FLOOR)
        names = [each.name for each in others]
        try:
            if given.against:
                check_start(other, plan)
            measure(others, plan, log, facts)
        except NotServedError as error:
            print(f"{other.name} does not start with the packages that are installed here: {error}", file=sys.stderr)
            return 2
        except KeyboardInterrupt:
            say("Broken off.")
            status = 130
        finally:
            if given.json:
                given.json.write_text(json.dumps(report(plan, log, facts, names), indent=1), encoding="utf-8")
    print(summary(plan, log, facts, names))
    return status


def check_start(site: Site, plan: Plan) -> None:
    """Start a page once.

    Raises:
        NotServedError: if it does not start.
    """
    with serving(site, files(min(plan.sizes))["csv"], timed=False):
        pass


def measure(others: Sequence[Site], plan: Plan, log: Log, facts: dict[str, Any]) -> None:
    """Measure our page and the others, with a browser whose version becomes one of the facts."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=[*FLAGS, NOWHERE_ELSE])
        facts["chromium"] = browser.version
        Rounds(browser, (OURS, *others), plan, log).run()
        browser.close()


def summary(plan: Plan, log: Log, facts: dict[str, Any], others: Sequence[str]) -> str:
    """What was measured, where, and what could not be, for a terminal; a table for each page beside ours."""
    lines = [", ".join(f"{name} {value}" for name, value in facts.items())]
    lines += [f"{plan.repetitions} repetitions, {plan.starts} starts", ""]
    for other in others:
        found = beside(log, other)
        lines += [table(found, other), "", *(f"Not the same films: {line}" for line in differing(found, other))]
    lines += [f"Skipped: {each.size:,} films, {each.action}, {each.site}: {each.reason}" for each in log.skipped]
    return "\n".join(lines)


def beside(log: Log, other: str) -> list[Figure]:
    """The figures of ours and of another page; beside the floor, only of what is done there."""
    return [each for each in figures(log.samples, ORDER, other) if other != FLOOR.name or each.other]


def report(plan: Plan, log: Log, facts: dict[str, Any], others: Sequence[str]) -> dict[str, Any]:
    """Everything, for a file: the figures with their goals, and each sample behind them."""
    return {
        "command": ["python", "-m", "tools.bench", *sys.argv[1:]],
        "machine": facts,
        "plan": asdict(plan),
        "pages": [OURS.name, *others],
        "figures": [
            asdict(each) | {"beside": other, "ratio": each.ratio, "met": each.met}
            for other in others
            for each in beside(log, other)
        ],
        "skipped": [asdict(each) for each in log.skipped],
        "samples": [asdict(each) for each in log.samples],
    }


def machine() -> dict[str, Any]:
    """Where and with what this runs."""
    described = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return {
        "date": time.strftime("%Y-%m-%d %H:%M"),
        "commit": described.stdout.strip() or "unknown",
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
        "python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
    }


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(_positive(size) for size in text.split(","))


def _actions(text: str) -> tuple[str, ...]:
    return _of(CHOICES, text)


def _formats(text: str) -> tuple[str, ...]:
    return _of(FORMATS, text)


def _of(choices: tuple[str, ...], text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    if unknown := [name for name in names if name not in choices]:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is none of {', '.join(choices)}")
    return names


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
