"""What imports what: each folder only those below it, and everything but the page without Streamlit."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "dashboard").rglob("*.py"))
LAYERS = (
    {"__main__"},
    {"commands"},
    {"server"},
    {"web", "ui"},
    {"exports"},
    {"render"},
    {"charts"},
    {"lists"},
    {"query"},
    {"evidence"},
    {"cleaning"},
    {"formats"},
    {"i18n"},
    {"model"},
    {"settings"},
    {"log"},
    {"two_threads"},
)
"""The folders and modules of `dashboard`, from top to bottom, as the README draws them."""
LAYER = {name: depth for depth, names in enumerate(LAYERS) for name in names}
IMPORTED_ONLY_BY = {"streamlit": {"ui", "server"}, "starlette": {"web", "server"}, "altair": {"charts"}}
MOST_MODULES = 13
"""Modules of one folder; more than about a dozen want subfolders."""
UPWARD: set[tuple[str, str]] = set()
"""Imports that still point up, as pairs of modules. This list only gets shorter."""


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def layer_of(module: str) -> str:
    root, _, inside = module.partition(".")
    return inside.split(".")[0] if root == "dashboard" else ""


NAMES = {name_of(path) for path in MODULES}


def imported(path: Path) -> set[str]:
    """The modules that a module imports, ours by their full names."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = {name for alias in node.names if (name := f"{node.module}.{alias.name}") in NAMES}
            found |= inside or {node.module}
    return found


def points_up(module: str, other: str) -> bool:
    one, another = layer_of(module), layer_of(other)
    return another in LAYER and one != another and LAYER[another] <= LAYER[one]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_what_is_below_it(path: Path) -> None:
    module = name_of(path)
    for other in imported(path):
        root = other.split(".")[0]
        assert layer_of(module) in IMPORTED_ONLY_BY.get(root, {layer_of(module)}), f"{module} must not import {root}"
        assert not points_up(module, other) or (module, other) in UPWARD, f"{module} must not import {other}"


def test_the_list_of_exceptions_only_shrinks() -> None:
    still = {(name_of(path), other) for path in MODULES for other in imported(path) if points_up(name_of(path), other)}
    assert still == UPWARD


def test_every_folder_has_its_layer() -> None:
    assert {layer_of(name) for name in NAMES} - {""} == set(LAYER)


def test_no_circle() -> None:
    TopologicalSorter({name_of(path): imported(path) & NAMES - {name_of(path)} for path in MODULES}).prepare()


def test_no_folder_is_crowded() -> None:
    folders = Counter(path.parent for path in MODULES if path.name != "__init__.py")
    assert {str(folder): number for folder, number in folders.items() if number > MOST_MODULES} == {}


WITHOUT_STREAMLIT = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
    assert "streamlit" not in sys.modules, name
"""


def test_everything_but_the_page_does_without_streamlit() -> None:
    names = sorted(name for name in NAMES if layer_of(name) not in ("ui", "server", "__main__"))
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_STREAMLIT, *names], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


PLAIN = {"str", "int", "bool", "date", "Path", "Language", "ThemeName", "Settings", "Problem", "tuple[str, ...]"}
"""What a value that is kept for the whole process may be worked out from: nothing that a list could hang on."""


def kept_for_good(path: Path) -> Iterator[tuple[str, set[str]]]:
    """The functions of a module whose values Python's own caches keep, each with what its arguments are said to be."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            by = {name.id for each in node.decorator_list for name in ast.walk(each) if isinstance(name, ast.Name)}
            if by & {"cache", "lru_cache", "cache_data", "cache_resource"}:
                given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
                yield node.name, {ast.unparse(each.annotation) for each in given if each.annotation}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_is_kept_for_good_is_keyed_by_no_list(path: Path) -> None:
    assert {name: by - PLAIN for name, by in kept_for_good(path) if by - PLAIN} == {}
