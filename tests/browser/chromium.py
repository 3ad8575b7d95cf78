"""Finds a Chromium for the tests, or installs one: ``python -m tests.browser.chromium`` prints its path."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
"""The first one has no windows, tabs and bars, which take as long to draw as the page."""
APT = ("apt-get", "-o", "DPkg::Lock::Timeout=300")
"""Waits while another process installs something."""
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""No sandbox, since tests often run as root in a container; nothing that talks to the outside by itself."""


def installed() -> str | None:
    """The path of a Chromium that is there: named by CHROMIUM, on the PATH, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named and Path(named).is_file():
        return named
    return next(filter(None, map(shutil.which, NAMES)), None) or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _quietly(*command: str) -> bool:
    print(f"  {' '.join(command)}", file=sys.stderr)
    try:
        return (
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0
        )
    except OSError:
        return False


def install() -> str | None:
    """Installs one of Debian's where that is allowed, else Playwright's own; its path, or None."""
    print("No Chromium found; installing one:", file=sys.stderr)
    if shutil.which("apt-get"):
        as_root: tuple[str, ...] = () if os.geteuid() == 0 else ("sudo", "--non-interactive")
        _quietly(*as_root, *APT, "update", "-qq")
        install = (*as_root, *APT, "install", "-y", "-qq", "--no-install-recommends")
        _quietly(*install, NAMES[0]) or _quietly(*install, NAMES[1])
    if not installed():
        _quietly(sys.executable, "-m", "playwright", "install", "chromium")
    return installed()


def main() -> int:
    path = installed() or install()
    if path is None:
        print(
            "The tests need a Chromium, and none could be installed. Install one (on Debian: apt install chromium) "
            "or name one with CHROMIUM=/path/to/it.",
            file=sys.stderr,
        )
        return 2
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
