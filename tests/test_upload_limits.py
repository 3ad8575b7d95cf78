"""What whoever runs the dashboard decides about visitors' own lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.upload_limits import KEEP_HOURS, KEEP_IN, KEEP_MB, UPLOAD_MB, UPLOAD_ROWS, Uploads, cannot_keep, uploads


def test_what_is_usual() -> None:
    default_list = uploads({"XDG_CACHE_HOME": "/c"})
    assert default_list == Uploads(50, 1_000_000, 500, 24, Path("/c/film-list-dashboard/lists"))


def test_the_environment_says_otherwise() -> None:
    said = {UPLOAD_MB: "1", UPLOAD_ROWS: "2", KEEP_MB: "0", KEEP_HOURS: "3", KEEP_IN: "/kept"}
    assert uploads(said) == Uploads(1, 2, 0, 3, Path("/kept"))


@pytest.mark.parametrize(("name", "text"), [(UPLOAD_MB, "0"), (KEEP_MB, "-1"), (KEEP_HOURS, "x"), (UPLOAD_ROWS, "1e3")])
def test_what_it_cannot_say(name: str, text: str) -> None:
    with pytest.raises(ValueError, match=f"{name} is '{text}'; it must be a whole number"):
        uploads({name: text})


def test_a_folder_that_cannot_be_kept_in_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert cannot_keep(Uploads(keep_in=tmp_path / "new" / "folder")) == ""
    assert "(File exists)" in cannot_keep(Uploads(keep_in=tmp_path / "file"))
    assert "(Not a directory)" in cannot_keep(Uploads(keep_in=tmp_path / "file" / "lists"))
    assert cannot_keep(Uploads(keep_mb=0, keep_in=tmp_path / "file")) == ""
