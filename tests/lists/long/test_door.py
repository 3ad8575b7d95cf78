"""What serves long lists stands behind one door, which a short list never passes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.lists import source as module
from dashboard.lists.source import is_long
from tests.serving import ROOT
from tests.test_architecture import MODULES, imported, name_of

LONG = "dashboard.lists.long"
SERVED = """
import sys
from dataclasses import replace
from pathlib import Path
from dashboard import settings
settings.set_once(replace(settings.Settings(), list_path=Path(sys.argv[1]), prepared_in=Path(sys.argv[2])))
import dashboard.__main__, dashboard.commands.serve, dashboard.server
from dashboard.exports.registry import EXPORTS
from dashboard.i18n.languages import english
from dashboard.lists import registry
from dashboard.query.result import run_query
from dashboard.query.view import View
for name in registry.names():
    registry.watched(name).reading().wait(60)
    result = run_query(registry.open_list(name).loaded, View(search="number 7"), name, english())
    for export in (each for each in EXPORTS if each.fits(result)):
        export.write(result, "http://localhost/")
print(*sorted(name for name in sys.modules if name.startswith("dashboard.lists.long")))
"""


@pytest.mark.audit
@pytest.mark.parametrize(
    ("rows", "passes"),
    [
        (50, []),
        (60_000, [LONG, f"{LONG}.disk_cache", f"{LONG}.prepared"]),
    ],
    ids=["a short list", "a long one"],
)
def test_who_passes_the_door(tmp_path: Path, rows: int, passes: list[str]) -> None:
    path = tmp_path / "films.csv"
    path.write_text("title,year\n" + "".join(f"A film with the number {at},1970\n" for at in range(rows)))
    command = [sys.executable, "-c", SERVED, str(path), str(tmp_path / "prepared")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.returncode) == (passes, 0), done.stderr


def test_the_door_is_the_only_way_in() -> None:
    ways = {name_of(path): {other for other in imported(path) if other.startswith(LONG)} for path in MODULES}
    assert {name: ways_in for name, ways_in in ways.items() if ways_in and not name.startswith(LONG)} == {
        "dashboard.__main__": {f"{LONG}.disk_cache"},
        "dashboard.lists.making": {f"{LONG}.disk_cache", f"{LONG}.prepared"},
    }


def test_what_is_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONG", 10)
    films, claims = tmp_path / "films.csv", tmp_path / "claims.csv"
    films.write_text("title\nSolaris\n")
    assert (is_long([films, claims]), is_long([claims])) == (True, False)
    films.write_text("short")
    assert not is_long([films, claims])
