"""What is said of pip-audit's findings; no test asks anybody."""

from __future__ import annotations

import json
import re

import pytest

from tests.serving import ROOT
from tools.vulnerabilities import FINE, NOT_ASKED, UNKNOWN, WEAK, told

FINE_ONE = {"name": "good", "version": "1.0", "vulns": []}
WEAK_ONE = {
    "name": "bad",
    "version": "2.0",
    "vulns": [
        {"id": "PYSEC-1", "fix_versions": ["2.1"], "aliases": ["CVE-1"], "description": "..."},
        {"id": "PYSEC-2", "fix_versions": [], "aliases": []},
    ],
}
SKIPPED = {"name": "unknown", "skip_reason": "Dependency not found"}


@pytest.mark.parametrize(
    ("packages", "status", "said"),
    [
        ([FINE_ONE], FINE, "No weakness is known of any of the 1 packages."),
        (
            [FINE_ONE, WEAK_ONE],
            WEAK,
            "2 known weaknesses:\nbad 2.0: PYSEC-1 (CVE-1), repaired in 2.1\nbad 2.0: PYSEC-2, not repaired yet",
        ),
        ([FINE_ONE, SKIPPED], UNKNOWN, "Nothing could be found out about unknown."),
        ([SKIPPED, SKIPPED], UNKNOWN, NOT_ASKED),
        ([], UNKNOWN, NOT_ASKED),
    ],
    ids=["fine", "weak", "one skipped", "all skipped", "nothing"],
)
def test_what_is_said(packages: list[object], status: int, said: str) -> None:
    assert told(json.dumps({"dependencies": packages})) == (status, said)


@pytest.mark.parametrize("report", ["", "Traceback ...", "[]", "{}", "null"])
def test_no_answer_is_not_a_good_one(report: str) -> None:
    assert told(report) == (UNKNOWN, NOT_ASKED)


@pytest.mark.parametrize("file", ["Makefile", "deploy/Containerfile", "tools/versions.py"])
def test_only_wheels_are_installed(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8").replace("\\\n", " ")
    commands = re.findall(r"^.*\bpip\b.*\binstall\b.*$|^.*\$\(PIP\).*$", text, re.MULTILINE)
    assert commands
    assert [line for line in commands if "--only-binary" not in line] == []
