"""A list whose titles and ids are written to do harm in a picture."""

from __future__ import annotations

from pathlib import Path

from dashboard.query.result import QueryResult
from tests.web.shown import own

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "end of the picture": "</title></a></svg><img src=x onerror=alert(1)>",
    "image": '<image href="https://example.org/x.png"/>',
    "attribute": '" onload="alert(1)" x="',
    "single quotes": "' onfocus='alert(1)",
    "style": "</style><style>@import 'https://example.org/x.css'",
    "section": "]]><svg onload=alert(1)>",
    "comment": "--><script>alert(1)</script><!--",
    "entity": "&lt;script&gt; &#60;b&#62; &amp;",
    "template": "{{ 7 * 7 }} {% raw %}",
    "signal": '{"signal": "width"}',
    "expression": "datum.title; alert(1)",
    "right to left": "\u202egnp.exe",
    "a line": "A\u2028B",
    "very long": "Long " * 2_000,
}
IDS = ('"><script>alert(1)</script>', "https://example.org", "javascript:alert(1)", "a\u0301 b/../c?d#e&f=g")


def hostile_list(folder: Path) -> QueryResult:
    """All films of a list of those titles, in their order; the first have those ids."""
    ids = [*IDS, *(f"film {at}" for at in range(len(HOSTILE) - len(IDS)))]
    films = zip(ids, HOSTILE.values(), range(1950, 2000), strict=False)
    return own("id,title,year\n" + "".join(_row(*film) for film in films), folder, {})


def _row(*cells: object) -> str:
    return ",".join('"' + str(cell).replace('"', '""') + '"' for cell in cells) + "\n"
