"""Says what pip-audit found out: known weaknesses of packages, and of which packages it could not find out any.

``make vulnerabilities`` hands it pip-audit's JSON. pip-audit itself ends well when it could ask about nothing at all.
"""

from __future__ import annotations

import json
import sys
from typing import Any

FINE, WEAK, UNKNOWN = 0, 1, 2
NOT_ASKED = "It could not be found out whether anything is known: the package index tells nothing here."


def told(report: str) -> tuple[int, str]:
    """How to end, and what to say.

    >>> told('{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}')
    (0, 'No weakness is known of any of the 1 packages.')
    """
    try:
        packages: list[dict[str, Any]] = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return UNKNOWN, NOT_ASKED
    weak = [
        f"{each['name']} {each['version']}: {_named(found)}" for each in packages for found in each.get("vulns", [])
    ]
    skipped = [each["name"] for each in packages if "skip_reason" in each]
    if len(skipped) == len(packages):
        return UNKNOWN, NOT_ASKED
    silent = f"Nothing could be found out about {', '.join(skipped)}." if skipped else ""
    if weak:
        return WEAK, "\n".join([f"{len(weak)} known weaknesses:", *weak, *filter(None, [silent])])
    return (UNKNOWN, silent) if silent else (FINE, f"No weakness is known of any of the {len(packages)} packages.")


def _named(found: dict[str, Any]) -> str:
    repaired = ", ".join(found.get("fix_versions") or [])
    others = f" ({', '.join(found['aliases'])})" if found.get("aliases") else ""
    return f"{found['id']}{others}, " + (f"repaired in {repaired}" if repaired else "not repaired yet")


def main() -> int:
    status, said = told(sys.stdin.read())
    print(said)
    return status


if __name__ == "__main__":
    sys.exit(main())
