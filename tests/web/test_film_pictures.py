"""The addresses of the pictures that a list brings."""

from __future__ import annotations

import re
from pathlib import Path

from tests.lists.test_pictures import GOOD, folder, image
from tests.serving import ask, watched


def test_a_picture_is_answered_for_good_and_any_other_name_is_not(tmp_path: Path) -> None:
    path = folder(tmp_path, GOOD, {"a.png": image()})
    with watched(str(path)) as running:
        page = ask(running.address, "/?view=gallery").body.decode()
        (address,) = re.findall(r'src="(pictures/[^"]*)"', page)
        found = ask(running.address, f"/{address}")
        none = [ask(running.address, each).status for each in ("/pictures/a.png", f"/{address}?list=filmography")]
    assert (found.status, found.headers["Content-Type"], found.body[:3]) == (200, "image/jpeg", b"\xff\xd8\xff")
    assert found.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert none == [404, 404]
