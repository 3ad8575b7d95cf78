"""The wheel in a bare environment: only the runtime dependencies, another folder, the data inside."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.serving import ROOT, dashboard

pytestmark = pytest.mark.audit
PIP = ("-m", "pip", "--disable-pip-version-check", "--quiet")


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, *PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds the wheel and what it needs to run."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder / "venv")
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(
        sys.executable, *PIP, "--python", python, "install", "--constraint", ROOT / "constraints.txt", wheel, cwd=folder
    )
    return python


def test_the_wheel_holds_code_and_data_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"dashboard/data/{path.name}" for path in (ROOT / "data").iterdir()} | {"dashboard/icon.svg"} <= names
    assert {f"dashboard/static/previews/{name}.png" for name in ("published", "filmography")} <= names
    rendered = [path for name in ("templates", "css") for path in (ROOT / "dashboard" / "render" / name).iterdir()]
    assert {path.relative_to(ROOT).as_posix() for path in rendered} <= names
    fonts = {f"dashboard/static/fonts/{path.name}" for path in (ROOT / "dashboard" / "static" / "fonts").iterdir()}
    assert {name for name in names if name.startswith("dashboard/static/fonts/")} == fonts
    assert {name.split("/")[0].split("-")[0] for name in names} == {"dashboard", "film_list_dashboard"}


def test_the_source_archive_holds_what_is_started_from_its_folder(tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", tmp_path, cwd=ROOT)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"Makefile", "streamlit_app.py", ".streamlit/config.toml", "tools/config.py", "data/films.csv"} <= names


PAGE_TOLD = """
import time
from streamlit.testing.v1 import AppTest
from dashboard.server import PAGE

page, ends = AppTest.from_file(PAGE, default_timeout=60), time.monotonic() + 60
told = False
while not told and time.monotonic() < ends:
    page.run()
    assert not page.exception, page.exception
    told = any("10 of 10 films" in each.value for each in page.markdown)
print(told)
"""
"""A program that says whether the page has its films; a slow machine says first that it prepares them."""


def test_it_serves_from_any_folder_with_runtime_dependencies_only(bare: Path, tmp_path: Path) -> None:
    assert run(bare, "-c", PAGE_TOLD, cwd=tmp_path).strip() == "True"
    assert run(bare, "-m", "dashboard", "--version", cwd=tmp_path).startswith("film-list-dashboard ")
    with dashboard(python=str(bare), cwd=tmp_path) as address:
        assert address
