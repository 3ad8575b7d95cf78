"""Runs the tests that need no browser under every supported Python that is here, but for the one that runs this.

``make versions`` starts it. Each version has an environment of its own in ``.venv-python3.12`` and so on, made the
first time; what is given on the command line goes on to pytest in place of the folders of `TESTS`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOWEST, HIGHEST = 11, 19
"""Minor versions that are looked for."""
FOLDERS = ("charts", "cleaning", "evidence", "exports", "formats", "i18n", "lists", "model", "query", "render", "ui")
TESTS = ("dashboard", *(f"tests/{name}" for name in FOLDERS))
NOT_NEEDED = re.compile(r"ruff|mypy|[\w-]+-stubs")
"""Checks of the code, which are the same under every version."""


def found() -> dict[str, str]:
    """The Pythons that are here and supported, by version, such as ``3.12``; not the one that runs this."""
    return {
        version: path
        for minor in range(LOWEST, HIGHEST + 1)
        if minor != sys.version_info.minor and (path := _python(version := f"3.{minor}"))
    }


def _python(version: str) -> str | None:
    """A Python of a version that can be started: on the PATH, or one of pyenv's."""
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    others = sorted(pyenv.glob(f"versions/{version}.*/bin/python"))
    for path in (shutil.which(f"python{version}"), *map(str, others)):
        if path and _answers(path) == version:
            return path
    return None


def _answers(python: str) -> str:
    say = "import sys; print('%d.%d' % sys.version_info[:2])"
    return subprocess.run([python, "-c", say], capture_output=True, text=True, check=False).stdout.strip()


def packages(project: str) -> list[str]:
    """What the dashboard and its tests need, from pyproject.toml's text."""
    said = tomllib.loads(project)["project"]
    every = [*said["dependencies"], *said["optional-dependencies"]["test"]]
    return [each for each in every if not NOT_NEEDED.match(each)]


def environment(version: str, python: str) -> Path:
    """The Python of a version's environment, which is made if it is not there."""
    folder = ROOT / f".venv-python{version}"
    inside = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (folder / ".installed").exists():
        shutil.rmtree(folder, ignore_errors=True)
        needed = packages((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        subprocess.run([python, "-m", "venv", str(folder)], check=True)
        pip = [str(inside), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--only-binary", ":all:"]
        subprocess.run([*pip, "--constraint", "constraints.txt", *needed], cwd=ROOT, check=True)
        (folder / ".installed").touch()
    return inside


def main(given: Sequence[str]) -> int:
    """Says which were found and how each did; 1 if the tests failed under any."""
    versions = found()
    print(
        "Found beside this one:", ", ".join(f"Python {each}" for each in versions) or "no supported Python", flush=True
    )
    failed = []
    for version, path in versions.items():
        print(f"Python {version} ({path})", flush=True)
        command = [str(environment(version, path)), "-m", "pytest", "-q", "-p", "no:cacheprovider", *(given or TESTS)]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(version)
    print(f"Failed under {', '.join(failed)}." if failed else "All passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
