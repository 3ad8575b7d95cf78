"""The fonts: files of our own, each with its licence, and the addresses under which the page asks for them."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from dashboard.charts import fonts

FACES = fonts.faces()


def test_each_file_is_a_face_and_each_face_a_file():
    assert sorted(face.address.removeprefix("fonts/") for face in FACES) == sorted(fonts.files())
    assert {face.family for face in FACES} == {fonts.TEXT, fonts.TITLE}
    assert all(path.read_bytes().startswith(b"wOF2") for path in fonts.files().values())


@pytest.mark.parametrize("family", ["sofia-sans", "sofia-sans-extra-condensed"])
def test_each_family_has_its_licence(family):
    licence = (fonts.FOLDER / f"{family}-OFL.txt").read_text(encoding="utf-8")
    assert licence.startswith("Copyright 2019 The Sofia Sans Project Authors")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_there_is_nothing_else_beside_them_and_they_are_small():
    stems = {path.name.removesuffix("-OFL.txt") for path in fonts.FOLDER.glob("*.txt")}
    assert {path.suffix for path in fonts.FOLDER.iterdir()} == {".woff2", ".txt"}
    assert all(any(path.name.startswith(stem) for stem in stems) for path in fonts.files().values())
    assert sum(path.stat().st_size for path in fonts.files().values()) < 350_000


def covers(face, character):
    for part in face.ranges.split(","):
        first, _, last = part.removeprefix("U+").partition("-")
        if int(first, 16) <= ord(character) <= int(last or first, 16):
            return True
    return False


@pytest.mark.parametrize("character", [*"AzÉ9–…", *"ŁčĐ", *"ЯёЖіґў№", *"ңҒ"])
@pytest.mark.parametrize("family", [fonts.TEXT, fonts.TITLE])
def test_letters_of_titles_are_covered(family, character):
    assert [face for face in FACES if face.family == family and covers(face, character)]


def test_what_every_page_needs_is_named():
    assert set(fonts.preloaded()) < {face.address for face in FACES}
    assert all(covers(face, "a") for face in FACES if face.address in fonts.preloaded())


def test_a_changed_file_has_another_name(tmp_path):
    path = tmp_path / "face.woff2"
    names = []
    for content in (b"wOF2 one", b"wOF2 two", b"wOF2 one"):
        path.write_bytes(content)
        names.append(fonts.served_name(path))
    assert names[0] == names[2] != names[1]
    assert all(name.startswith("face.") and name.endswith(".woff2") for name in names)


def characters(path):
    return set(TTFont(path).getBestCmap())


@pytest.mark.parametrize("family", fonts.PICTURE_WEIGHTS)
def test_a_pictures_face_is_upright_of_one_weight_and_has_all_characters(family):
    stem, weight = fonts.PICTURE_WEIGHTS[family]
    path = fonts.PICTURE_FOLDER / f"{stem}-{weight}.ttf"
    font = TTFont(path)
    assert "fvar" not in font
    assert (font["post"].italicAngle, font["head"].macStyle, font["OS/2"].usWeightClass) == (0, 0, weight)
    assert {str(record) for record in font["name"].names if record.nameID == 1} == {family}
    parts = [fonts.FOLDER / f"{stem}-{script}.woff2" for script in fonts.SCRIPTS]
    assert characters(path) == set().union(*map(characters, parts))


def test_pictures_faces_are_small_and_nothing_else_is_there():
    sizes = {path.name: path.stat().st_size for path in fonts.PICTURE_FOLDER.iterdir()}
    assert sorted(sizes) == sorted(f"{stem}-{weight}.ttf" for stem, weight in fonts.PICTURE_WEIGHTS.values())
    assert sum(sizes.values()) < 120_000


@pytest.mark.parametrize(
    ("text", "needed"),
    [("Solaris", ["latin"]), ("Солярис", ["cyrillic"]), ("Łódź 1972", ["latin", "latin-ext"]), ("宇宙", [])],
)
def test_a_text_needs_the_files_that_hold_its_characters(text, needed):
    for family, stem in (fonts.TEXT, "sofia-sans"), (fonts.TITLE, "sofia-sans-extra-condensed"):
        found = [face.path.stem for face in fonts.needed(text) if face.family == family]
        assert found == [f"{stem}-{script}" for script in needed]
