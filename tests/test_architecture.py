"""What imports what: only the page talks to Streamlit, only charts to Altair, and nothing imports upward."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "dashboard").rglob("*.py"))
LEVELS = [
    {"errors", "log"},
    {"language"},
    {"catalogue"},
    {"explore", "evidence"},
    {"charts", "exports"},
    {"page"},
    {"app", "answers", "commands", "guard", "options"},
    {"front"},
    {"server"},
    {"start"},
    {"__main__"},
]
LEVEL = {name: level for level, names in enumerate(LEVELS) for name in names}
MAY_IMPORT = {"streamlit": {"page", "app", "server"}, "altair": {"charts"}}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def part_of(module: str) -> str:
    return [*module.split("."), ""][1]


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_what_it_may(path: Path) -> None:
    part = part_of(name_of(path))
    for name in imported(path):
        root = name.split(".")[0]
        assert part in MAY_IMPORT.get(root, {part}), f"{part} must not import {root}"
        if root == "dashboard" and part and part_of(name) in LEVEL:
            down = LEVEL[part_of(name)] < LEVEL[part] or part_of(name) == part
            assert down, f"{part} must not import {part_of(name)}: imports point down"


def test_every_part_has_its_level() -> None:
    assert {part_of(name_of(path)) for path in MODULES} - {""} <= set(LEVEL)


def test_no_circle() -> None:
    names = {name_of(path) for path in MODULES}
    TopologicalSorter({name_of(path): imported(path) & names - {name_of(path)} for path in MODULES}).prepare()


def test_modules_and_functions_stay_small() -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 250, name_of(path)
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 40, f"{name_of(path)}.{node.name}"
