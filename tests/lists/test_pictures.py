"""Pictures that a list brings: those that can be shown, and every one that cannot, named where it stands."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from dashboard.exports.bundle import picture_files, zipped
from dashboard.lists import pictures as reading
from dashboard.lists.loading import load_list
from dashboard.lists.package import PICTURES, from_bundle, joined, pack, parted, unpack
from dashboard.lists.pictures import LARGEST, MOST_MEGABYTES, scaled
from dashboard.lists.source import own_source, uploaded_source
from dashboard.lists.uploads import LONGEST_LINK, fits_in_link
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits
from dashboard.query.loaded_list import LoadedList

FILMS = "id,title,year\na,Aelita,1924\nb,Contact,1997\n"
HEAD = "film_id,file,alt,alt_ru,licence,licence_url,author,source\n"
GOOD = "a,a.png,A planet,Планета,CC BY 4.0,https://example.org/by,A maker,An archive\n"
ORIENTATION, DESCRIPTION = 0x0112, 0x010E
Made = Callable[[], bytes]


def image(width: int = 60, height: int = 40, form: str = "PNG", mode: str = "RGB", **how: Any) -> bytes:
    written = io.BytesIO()
    Image.new(mode, (width, height), how.pop("colour", "red")).save(written, form, **how)
    return written.getvalue()


def moving() -> bytes:
    frames = [Image.new("RGB", (20, 30), colour) for colour in ("red", "blue")]
    written = io.BytesIO()
    frames[0].save(written, "GIF", save_all=True, append_images=frames[1:])
    return written.getvalue()


def turned() -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION], exif[DESCRIPTION] = 6, "at home, 52.5 N 13.4 E"
    return image(60, 40, "JPEG", exif=exif)


def vast() -> bytes:
    """A PNG of 100 megapixels, in 100 kB."""
    return image(10_000, 10_000, mode="1", colour=0)


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def folder(tmp_path: Path, rows: str, files: dict[str, bytes]) -> Path:
    (tmp_path / "list" / "pictures").mkdir(parents=True)
    (tmp_path / "list" / "films.csv").write_text(FILMS, encoding="utf-8")
    for name, data in {"pictures.csv": (HEAD + rows).encode(), **files}.items():
        (tmp_path / "list" / "pictures" / name).write_bytes(data)
    return tmp_path / "list"


def wrong(kind: Any, column: str = "file", value: str = "a.png", expected: str = "", line: int | None = 2) -> Problem:
    return Problem(kind, "pictures.csv", line, column, value, expected)


ROW = "a,{},,,CC0,,,\n"


@pytest.mark.parametrize(
    ("rows", "files", "shown", "problems"),
    [
        pytest.param(GOOD, {"a.png": image}, {"a"}, [], id="fine"),
        pytest.param(ROW.format("a.png"), {"a.png": lambda: b"none"}, set(), [wrong("not a picture")], id="none"),
        pytest.param(ROW.format("a.png"), {"a.png": lambda: b""}, set(), [wrong("not a picture")], id="empty"),
        pytest.param(
            ROW.format("a.png"), {"a.png": lambda: image(400, 400)[:300]}, set(), [wrong("not a picture")], id="cut off"
        ),
        pytest.param(
            ROW.format("a.png"), {"a.png": lambda: image(form="BMP")}, set(), [wrong("not a picture")], id="a BMP"
        ),
        pytest.param(ROW.format("a.png"), {"a.png": lambda: SVG}, set(), [wrong("picture is SVG")], id="SVG"),
        pytest.param(
            ROW.format("a.png"),
            {"a.png": vast},
            set(),
            [wrong("picture too large", expected="40")],
            id="100 megapixels",
        ),
        pytest.param(
            ROW.format("a.png"),
            {"a.png": lambda: bytes(MOST_MEGABYTES * 1_000_000 + 1)},
            set(),
            [wrong("picture too heavy", expected="20")],
            id="too heavy",
        ),
        pytest.param(ROW.format("a.png"), {"a.png": moving}, {"a"}, [wrong("picture moves")], id="animated"),
        pytest.param(ROW.format("a.png"), {}, set(), [wrong("no such picture")], id="missing"),
        pytest.param("a,a.png,,,,,,\n", {"a.png": image}, set(), [wrong("no licence")], id="no licence"),
        pytest.param(
            "a,a.png,,,CC0,javascript:alert(1),,\n",
            {"a.png": image},
            set(),
            [wrong("not an address", "licence_url", "javascript:alert(1)")],
            id="hostile address",
        ),
        *(
            pytest.param(ROW.format(path), {}, set(), [wrong("picture elsewhere", value=path)], id=path)
            for path in ("../films.csv", "/etc/passwd", "..\\films.csv", "sub/a.png", "..")
        ),
        pytest.param(
            GOOD + GOOD,
            {"a.png": image},
            {"a"},
            [wrong("said twice", "film_id", "a", line=3)],
            id="two for a film",
        ),
        pytest.param(
            "z,a.png,,,CC0,,,\n", {"a.png": image}, set(), [wrong("no such film", "film_id", "z")], id="no such film"
        ),
        pytest.param("a,,,,CC0,,,\n", {}, set(), [wrong("nothing said", value="")], id="no file"),
        pytest.param(
            GOOD,
            {"a.png": image, "b.png": image, "c.png": image},
            {"a"},
            [wrong("pictures not named", "", "2", "b.png, c.png", line=None)],
            id="not named",
        ),
        pytest.param("", {}, set(), [Problem("empty file", "pictures.csv")], id="no rows"),
    ],
)
def test_what_becomes_of_a_picture(
    tmp_path: Path, rows: str, files: dict[str, Made], shown: set[str], problems: list[Problem]
) -> None:
    path = folder(tmp_path, rows, {name: make() for name, make in files.items()})
    for loaded in (load_list(own_source(path)), uploaded(path)):
        assert (loaded.pictures.keys(), loaded.problems) == (shown, tuple(problems))
        assert len(loaded.films.frame) == 2


def uploaded(path: Path) -> LoadedList:
    """The list of a folder, as a visitor brings it in a zip, packed and unpacked as the server stores it."""
    files = {each.relative_to(path.parent).as_posix(): each.read_bytes() for each in path.rglob("*") if each.is_file()}
    found = from_bundle(zipped(files), Limits())
    assert found
    return load_list(uploaded_source(unpack(pack(found[0])), "kept.a", ""))


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    path = folder(tmp_path, ROW.format("a.png"), {"b.png": image()})
    (tmp_path / "secret.png").write_bytes(image())
    (path / "pictures" / "a.png").symlink_to(tmp_path / "secret.png")
    loaded = load_list(own_source(path))
    assert (loaded.pictures, loaded.problems[0]) == ({}, wrong("picture elsewhere"))


def test_pictures_without_their_list_are_named(tmp_path: Path) -> None:
    path = folder(tmp_path, "", {"a.png": image()})
    (path / "pictures" / "pictures.csv").unlink()
    assert load_list(own_source(path)).problems == (wrong("pictures not named", "", "1", "a.png", line=None),)


def test_more_pictures_than_are_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.evidence.pictures.MOST_PICTURES", 1)
    path = folder(tmp_path, GOOD + "b,a.png,,,CC0,,,\n", {"a.png": image()})
    loaded = load_list(own_source(path))
    assert (loaded.pictures.keys(), loaded.problems) == (
        {"a"},
        (wrong("too many pictures", expected="1", line=3),),
    )


@pytest.mark.parametrize(
    ("data", "size", "corner"),
    [
        (lambda: image(60, 40), (60, 40), (254, 0, 0)),
        (lambda: image(3000, 1000), (640, 213), (254, 0, 0)),
        (lambda: image(1000, 3000, "JPEG"), (320, 960), (254, 0, 0)),
        (turned, (40, 60), (254, 0, 0)),
        (moving, (20, 30), (254, 0, 0)),
        (lambda: image(mode="RGBA", colour=(0, 0, 0, 0)), (60, 40), (255, 255, 255)),
        (lambda: image(form="JPEG", mode="CMYK", colour=(0, 0, 0, 0)), (60, 40), (255, 255, 255)),
        (lambda: image(mode="P", colour=0), (60, 40), (0, 0, 0)),
        (lambda: image(1, 1, "WEBP"), (1, 1), (254, 0, 0)),
        (lambda: image(mode="I;16", colour=65535), (60, 40), (255, 255, 255)),
    ],
    ids=["small", "wide", "tall", "turned", "animated", "transparent", "CMYK", "palette", "a dot", "16 bits"],
)
def test_a_picture_is_scaled_turned_and_stripped(data: Made, size: tuple[int, int], corner: tuple[int, ...]) -> None:
    found = scaled(data())
    assert ((found.width, found.height), max(size) <= max(LARGEST)) == (size, True)
    with Image.open(io.BytesIO(found.jpeg)) as shown:
        assert (shown.format, shown.size, dict(shown.getexif())) == ("JPEG", size, {})
        assert shown.convert("RGB").getpixel((0, 0)) == pytest.approx(corner, abs=2)
    assert b"at home" not in found.jpeg


def test_what_it_says_is_kept_and_comes_back_from_a_bundle(tmp_path: Path) -> None:
    loaded = load_list(own_source(folder(tmp_path / "one", GOOD, {"a.png": image()})))
    found = loaded.pictures["a"]
    assert found.text_in("alt", "ru") == "Планета"
    assert (found.alt, found.licence, found.author, found.source) == ("A planet", "CC BY 4.0", "A maker", "An archive")
    files = picture_files([found])
    assert set(files) == {"pictures/pictures.csv", f"pictures/{found.name}"}
    again = folder(tmp_path / "two", "", {name.removeprefix("pictures/"): data for name, data in files.items()})
    back = load_list(own_source(again)).pictures["a"]
    texts = ("film", "alt", "licence", "licence_url", "author", "source", "translations", "width", "height")
    assert [getattr(back, each) for each in texts] == [getattr(found, each) for each in texts]


def test_files_as_one() -> None:
    files = {"b.png": b"1", "a.png": b"\0" * 99, "ж": b""}
    assert parted(joined(files)) == files
    assert parted(zipped({"bomb": b"\0" * 1_000_000})) == {}
    assert (parted(b""), parted(b"no zip")) == ({}, {})


def test_files_that_lie_over_one_another_are_none() -> None:
    data = joined({"a": bytes(1_000)})
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entries = 2 * data[start:end]
    counts = 2 * (2).to_bytes(2, "little") + len(entries).to_bytes(4, "little")
    assert parted(data[:start] + entries + data[end : end + 8] + counts + data[end + 16 :]) == {}


def test_a_list_with_pictures_travels_in_no_link(tmp_path: Path) -> None:
    path = folder(tmp_path, GOOD, {"a.png": image(1, 1)})
    found = from_bundle(zipped({"films.csv": FILMS.encode(), "pictures/a.png": image(1, 1)}), Limits())
    assert found
    package = found[0]
    assert PICTURES in package.files
    assert len(pack(package)) < LONGEST_LINK / 2
    assert not fits_in_link(package, pack(package))
    assert path.is_dir()


def test_a_bundle_that_unpacks_too_large_by_its_pictures_is_refused() -> None:
    data = zipped({"films.csv": FILMS.encode(), "pictures/a.png": bytes(2_000_000)})
    with pytest.raises(BadListError) as raised:
        from_bundle(data, Limits(unpacked=1_000_000))
    assert raised.value.problems == (Problem("unpacks too large", "films.zip", expected="1"),)


def test_a_picture_is_read_in_a_process_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that takes too long is named, and the list is there."""

    def late(*_: Any, **__: Any) -> Any:
        raise BadListError((Problem("took too long", "", expected="20"),))

    monkeypatch.setattr(reading, "run", late)
    loaded = load_list(own_source(folder(tmp_path, GOOD, {"a.png": image()})))
    assert loaded.problems == (wrong("took too long", expected="20"),)
