import re
import tomllib
from pathlib import Path

import pytest

from dashboard.formats.encoding import Decoded, codec_of, decode, decoded, is_encoding, readings

BY_LANGUAGE = tomllib.loads((Path(__file__).parent / "titles.toml").read_text("utf-8"))
"""For each language the encodings that its old files have, and titles of films."""
RUSSIAN = "Солярис;1972\nСталкер;1979"
TITLES = (
    *("Солярис", "Сталкер", "Звезда", "Аэлита", "Кин-дза-дза!", "Ёжик в тумане", "Ирония судьбы, или С лёгким паром!"),
    *("Через тернии к звёздам", "Планета бурь", "ЧАПАЕВ", 'Броненосец "Потёмкин"', "9 рота", "ЦИРК", "Щорс", "ЭХО"),
)


@pytest.mark.parametrize(
    ("text", "written", "read"),
    [
        ("Солярис, Léon, 宇宙", "utf-8", "utf-8-sig"),
        ("Солярис, Léon, 宇宙", "utf-8-sig", "utf-8-sig"),
        ("plain ASCII", "ascii", "utf-8-sig"),
        ("", "ascii", "utf-8-sig"),
        (RUSSIAN, "utf-16", "utf-16"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (RUSSIAN, "utf-16-be", "utf-16-be"),
        ("Amélie;2001\nLéon;1994", "utf-16-le", "utf-16-le"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "cp866", "cp866"),
        (RUSSIAN, "mac-cyrillic", "mac-cyrillic"),
        ("Тіні забутих предків", "cp1251", "cp1251"),
        ("Звёзды – «Star Wars»; it’s 8,1 №1", "cp1251", "cp1251"),
        ("title,year\nЗвезда,1972\n", "koi8-r", "koi8-r"),
        ("Amélie, Léon", "cp1252", "cp1252"),
        ("À bout de souffle", "cp1252", "cp1252"),
        ("Größe", "cp1252", "cp1252"),
        ("Jääkiekko täällä", "cp1252", "cp1252"),
        ("¿Qué hacer? São Paulo, Ådalen 31", "cp1252", "cp1252"),
        ("It’s “good” – 5 €", "cp1252", "cp1252"),
        ("邦題,製作年,監督\n七人の侍,1954,黒澤明\n雨月物語,1953,溝口健二\n", "euc_jp", "euc_jp"),
        ("万引き家族（2018）\n誰も知らない（2004）\nドライブ・マイ・カー（2021）\n", "euc_jp", "euc_jp"),
        ("שם הסרט,במאי,שנה\nואלס עם באשיר,ארי פולמן,2008\nביקור התזמורת,ערן קולירין,2007\n", "cp1255", "cp1255"),
        ("звезда\nлето\nдевчата\n", "cp1251", "cp1251"),
        (
            "Mu\u0300i đu đu\u0309 xanh\nXích lô\nChuyê\u0323n cu\u0309a Pao\nCánh đô\u0300ng hoang\n",
            "cp1258",
            "cp1258",
        ),
        ("Der müde Tod\nDas weiße Band\nDie Büchse der Pandora\nDas Mädchen Rosemarie\n", "cp850", "cp850"),
        ("Nóż w wodzie\nPociąg\nPopiół i diament\nRękopis znaleziony w Saragossie\n", "cp852", "cp852"),
        ("小城之春,1948,费穆\n悲情城市,1989,侯孝贤\n", "gb18030", "gb18030"),
    ],
)
def test_decoded(text, written, read):
    assert decode(text.encode(written)) == (text, read)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_one_title_is_enough(title, encoding):
    text = f"{title};1972"
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "mac-cyrillic"])
@pytest.mark.parametrize("change", [str, str.upper, str.lower], ids=["as written", "capitals", "small letters"])
def test_many_titles(encoding, change):
    text = change("\n".join(TITLES))
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Солярис, Сталкер".encode()[:-1], "Солярис, Сталке\ufffd"),
        ("Солярис, ".encode() + b"\xff" + "Сталкер".encode(), "Солярис, \ufffdСталкер"),
    ],
    ids=["cut in the middle of a letter", "a stray byte"],
)
def test_a_little_broken(data, text):
    assert decode(data) == (text, "utf-8-sig")


@pytest.mark.parametrize("broken", [b"\xf3", b"\xc3", b"\xe4\xff"], ids=["of another encoding", "cut off", "two"])
@pytest.mark.parametrize(
    "around",
    [
        "Amélie {} Cléo de 5 à 7, Varda",
        "Łódź {} źródło",
        "Лето {}",
        "七人 {} の侍",
        "It’s “M” {}",
        "جدایی {}",
        "قیصر {}",
    ],
)
def test_where_most_letters_are_right_in_utf_8_it_has_broken_bytes(around, broken):
    before, behind = around.split("{}")
    found = decoded(before.encode() + b"Almod" + broken + b"var" + behind.encode())
    assert (found.encoding, found.other) == ("utf-8-sig", "")
    assert re.fullmatch(f"{before}Almod\ufffd{{1,2}}var{behind}", found.text)


@pytest.mark.parametrize("title", ["Amélie", "ë\u0479", "Ã©t√© ñ√", "ŒŽ"])
def test_a_few_odd_letters_make_no_utf_8(title):
    assert decoded(title.encode() + b" Almod\xf3var, Buf\xf1uel, Am\xe9").encoding != "utf-8-sig"


@pytest.mark.parametrize(
    "data",
    [
        b"\0\0\0\0",
        b"title,year\nA\xff\x01,1972\n",
        b"\xff\xfeA\0B",
        b"\xff\xfe\0\xd8A\0",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\x1f\x8b\x08\x00\xff\xff",
        bytes(range(128, 256)),
    ],
    ids=["nuls", "control", "half of utf-16", "half a character", "png", "gzip", "every byte"],
)
def test_no_text(data):
    assert decode(data) is None


def test_a_zero_in_a_text_is_a_broken_byte():
    assert decode(b"title,year\nA\0,1972\n") == ("title,year\nA\ufffd,1972\n", "utf-8-sig")


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-le", "utf-32-be"])
def test_utf_32(encoding):
    assert decode(RUSSIAN.encode(encoding)) == (RUSSIAN, encoding)


LISTS = {
    f"{language}, {encoding}{', a table' * (before != '')}": (encoding, before + "\n".join(known["titles"]))
    for language, known in BY_LANGUAGE.items()
    for encoding in known["encodings"]
    for before in ("", "title;year\n")
}


@pytest.mark.parametrize(("encoding", "text"), LISTS.values(), ids=LISTS)
def test_a_list_in_any_language_and_encoding(encoding, text):
    found = decoded(text.encode(codec_of(encoding)))
    assert (found.text, found.other) == (text, "")


@pytest.mark.parametrize(("encoding", "text"), LISTS.values(), ids=LISTS)
def test_a_list_with_a_broken_byte(encoding, text):
    lines = text.encode(codec_of(encoding)).split(b"\n")
    found = decoded(b"\n".join([*lines[:5], lines[5] + b"\xff\xff", *lines[6:]]))
    assert found.text.startswith("\n".join(text.split("\n")[:5]))


def test_three_titles_are_nearly_always_enough():
    read = right = 0
    for known in BY_LANGUAGE.values():
        titles = known["titles"]
        for encoding in known["encodings"]:
            for at in range(len(titles) - 2):
                text = "\n".join(titles[at : at + 3])
                data = text.encode(codec_of(encoding))
                read += not data.isascii()
                right += not data.isascii() and (decode(data) or ("",))[0] == text
    assert right / read > 0.95


def test_where_two_encodings_are_close_a_line_is_shown_as_each_reads_it():
    found = decoded("Film;Rok\nSpalovač;1968".encode("cp1250"))
    assert {found.encoding, found.other} == {"cp1252", "cp1250"}
    assert set(found.lines) == {"Spalovaè;1968", "Spalovač;1968"}


@pytest.mark.parametrize(("name", "known"), [("cp1250", True), ("latin2", True), ("base64", False), ("klingon", False)])
def test_encodings_that_can_be_named(name, known):
    assert is_encoding(name) is known


def test_an_encoding_that_is_named_is_used():
    assert decoded("Miś".encode("cp1250"), "cp1250") == Decoded("Miś", "cp1250")


@pytest.mark.parametrize(
    ("data", "encoding", "found"),
    [
        ("title\nSpalovač,1968\n".encode("cp1250"), "cp1252", {"cp1252": "Spalovaè,1968", "cp1250": "Spalovač,1968"}),
        ("x" * 50 + "\nСолярис".encode("cp1251").decode("latin-1"), "cp1251", {"cp1251": "Солярис"}),
        ("a\t" * 40 + "Солярис", "cp1251", {"cp1251": " ".join("a" * 15) + " Солярис"}),
        (b"plain", "utf-8-sig", {}),
        ("Солярис".encode(), "utf-8-sig", {}),
        ("Солярис".encode("utf-16"), "utf-16", {}),
    ],
    ids=["two that are close", "below plain lines", "far in a line", "ASCII", "UTF-8", "UTF-16"],
)
def test_readings(data, encoding, found):
    given = data if isinstance(data, bytes) else data.encode("latin-1" if "Ñ" in data else encoding)
    said = readings(given, encoding)
    assert found.items() <= dict(said).items()
    assert [name for name, _ in said[:1]] == [encoding] * bool(found)
    assert len({name for name, _ in said}) == len(said)
