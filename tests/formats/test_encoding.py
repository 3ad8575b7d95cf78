import pytest

from dashboard.formats.encoding import decode

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


@pytest.mark.parametrize(
    "data",
    [
        b"title,year\nA\0,1972\n",
        b"\0\0\0\0",
        b"title,year\nA\xff\x01,1972\n",
        b"\xff\xfeA\0B",
        b"\xff\xfe\0\xd8A\0",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\x1f\x8b\x08\x00\xff\xff",
        bytes(range(128, 256)),
    ],
    ids=["nul", "nuls", "control", "half of utf-16", "half a character", "png", "gzip", "every byte"],
)
def test_no_text(data):
    assert decode(data) is None
