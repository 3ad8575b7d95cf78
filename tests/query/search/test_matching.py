import unicodedata

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cleaning.validate import FilmList
from dashboard.lists.loading import load
from dashboard.lists.source import filmography_source, published_source
from dashboard.model import kinds
from dashboard.model.schema import BY_NAME, SCHEMA
from dashboard.query.index import Index
from dashboard.query.search import matching as search_module
from dashboard.query.search.fold import fold
from dashboard.query.search.folded import searched
from dashboard.query.search.grammar import words_of
from dashboard.query.search.matching import found, found_in, marked
from dashboard.query.search.nearest import nearest
from tests.foreign import index_of

PUBLISHED = Index(load(published_source()))
FILMOGRAPHY = Index(load(filmography_source()))
SCRIPTS = index_of(
    "title,original_title,director,description,source_url,Shelf mark\n"
    "Per Aspera Ad Astra,Через тернии к звёздам,Ричард Викторов,,https://example.org/mars,Regal 7\n"
    "The Seagull,Чайка,,Amélie dreams of MARS.,,\n"
    "Gamera,ガメラ,湯浅 憲明; Noriaki Yuasa,,,\n"
)


@pytest.mark.parametrize(
    ("search", "words"),
    [
        ("", ()),
        ("  ", ()),
        ("Mars mars MARS", ("mars",)),
        ("«Звёзды», (Mars)!", ("звезды", "mars")),
        ("кин-дза-дза!", ("кин-дза-дза",)),
        ("...", ("...",)),
    ],
)
def test_words_of(search, words):
    assert words_of(search) == words


@pytest.mark.parametrize(
    ("search", "rows"),
    [
        ("", [0, 1, 2]),
        (" ", [0, 1, 2]),
        ("mars", [1]),
        ("AMELIE", [1]),
        ("аме́лие", [1]),
        ("звездам", [0]),
        ("ЗВЁЗДАМ", [0]),
        (unicodedata.normalize("NFD", "звёздам Чайка"), []),
        (unicodedata.normalize("NFD", "Чайка"), [1]),
        ("чаика", []),
        ("ガメラ", [2]),
        ("カメラ", []),
        ("астра aspera", [0]),
        ("astra викторов", [0]),
        ("noriaki gamera 憲明", [2]),
        ("astra mars", []),
        ("seag", [1]),
        ("seagull чайка mars.", [1]),
        ("Astra Через тернии", [0]),
        ("astraчерез", []),
        ("example.org", [0]),
        ("https://example.org/mars", [0]),
        ("xample.org", []),
        ("-mars", [0, 2]),
        ("-mars -gamera", [0]),
        ("- mars", [1]),
        ('"aspera ad astra"', [0]),
        ('"ad aspera"', []),
        ("director:викторов", [0]),
        ("director:viktorov", [0]),
        ("director:gamera", []),
        ("-director:viktorov", [1, 2]),
        ("режиссёр:викторов", [0]),
        ("shelf_mark:regal", [0]),
        ("foo:bar", []),
        ("viktorow", [0]),
        ("wiktorow", [0]),
        ("regal", [0]),
        (".*", []),
        ("nowhere", []),
    ],
)
def test_found(search, rows):
    assert found(SCRIPTS, search).nonzero()[0].tolist() == rows


def test_all_that_stands_on_a_card_is_searched_and_identifiers_only_whole():
    names = [column.name for column in SCHEMA if column.kind not in (kinds.YEAR, kinds.NUMBER)]
    index = index_of(
        ",".join([*names, "unknown"]) + "\n" + ",".join(f"x{at:02}x" for at in range(len(names) + 1)) + "\n"
    )
    hits = [name for at, name in enumerate([*names, "unknown"]) if found(index, f"x{at:02}x").any()]
    parts = [name for at, name in enumerate([*names, "unknown"]) if found(index, f"{at:02}x").any()]
    whole = ["id", "imdb_id", "tmdb_id", "kinopoisk_id"]
    assert hits == [name for name in (*names, "unknown") if name != "source_url"]
    assert [name for name in hits if name not in parts] == whole


@pytest.mark.parametrize(
    ("row", "search", "columns"),
    [
        (0, "", []),
        (0, "astra викторов", ["title", "director"]),
        (0, "astra nowhere", ["title"]),
        (1, "чайка mars seagull", ["title", "original_title", "description"]),
        (0, "mars", []),
    ],
)
def test_found_in(row, search, columns):
    assert [column.name for column in found_in(SCRIPTS, row, search)] == columns


@pytest.mark.parametrize(
    ("text", "search", "pieces"),
    [
        ("", "mars", []),
        ("Mars", "", [("Mars", False)]),
        ("Mars", "venus", [("Mars", False)]),
        ("On Mars, MARS", "mars", [("On ", False), ("Mars", True), (", ", False), ("MARS", True)]),
        ("Marsupial", "mars supial", [("Marsupial", True)]),
        ("aaaa b", "aaa", [("aaaa", True), (" b", False)]),
        ("Звёзды", "звезд", [("Звёзд", True), ("ы", False)]),
        (unicodedata.normalize("NFD", "Чайка"), "чай", [("Чай", True), ("ка", False)]),
        ("Große", "s", [("Gro", False), ("ß", True), ("e", False)]),
        ("Фильм Соля\u0301рис", "солярис", [("Фильм ", False), ("Соля\u0301рис", True)]),
        ("Земля\u0301 наша", "земля", [("Земля\u0301", True), (" наша", False)]),
    ],
    ids=[
        *("empty", "no words", "no match", "case", "overlap", "match in itself", "ё", "nfd", "ß"),
        *("stress within", "stress at the end"),
    ],
)
def test_marked(text, search, pieces):
    assert marked(text, words_of(search)) == pieces


ALPHABET = "aAéßİёйи\u0301\u0306 .가ガﬁ"


@given(st.text() | st.text(ALPHABET), st.text(max_size=5) | st.text(ALPHABET, max_size=3))
def test_marked_pieces_are_the_text(text, search):
    words = words_of(search)
    pieces = marked(text, words)
    assert "".join(piece for piece, _ in pieces) == unicodedata.normalize("NFC", text)
    assert all(piece for piece, _ in pieces)
    assert any(hit for _, hit in pieces) == any(word and word in fold(text) for word in words)


@pytest.mark.parametrize(
    ("search", "better"),
    [
        ("", None),
        ("mars", None),
        ("mar", None),
        ("Solarys", "Solaris"),
        ("tarkovski solaris", None),
        ("tarkowsky solarys", "tarkowsky Solaris"),
        ("mras", "Mars"),
        ("qqqqqq", None),
        ("Solarys qqqqqq", None),
        ("solariss", "Solaris"),
        ("solarys mras tarkofsky", "Solaris Mars Tarkovsky"),
        ("solarys mras tarkofsky vnus", None),
        ("-solarys", None),
        ("title:solarys", "title:Solaris"),
        ("solarys -mars", "Solaris -mars"),
        (" ".join(f"solarys{number}" for number in range(50)), None),
    ],
)
def test_nearest(search, better):
    assert nearest(PUBLISHED, search) == better


def test_nearest_in_another_alphabet():
    assert nearest(SCRIPTS, "тирнии звёздам") == "тернии звездам"


@pytest.mark.parametrize("search", ["Kindzadza", "киндзадза", "kin-dzadza", "Киндза-дза"])
def test_nearest_to_what_hyphens_join(search):
    index = index_of("title\nКин-дза-дза!\nSolaris\n")
    better = nearest(index, search)
    assert better == "Кин-дза-дза"
    assert found(index, better).tolist() == [True, False]


@pytest.mark.parametrize(
    ("search", "better"),
    [("Nfhrjdcrbq", "Тарковский"), ("cjkzhbc", "Солярис"), ("ыщдфкшы", "Solaris"), ("ьщишщ", None), ("qqqq", None)],
)
def test_nearest_on_the_other_keyboard(search, better):
    assert nearest(FILMOGRAPHY, search) == better


SOLARISES = ["solaris-television-play-1968", "solaris-1972"]
THORNS = ["per-aspera-ad-astra-1980"]


@pytest.mark.parametrize(
    ("search", "ids"),
    [
        ("солярис", SOLARISES),
        ("СОЛЯРИС", SOLARISES),
        ("solyaris", SOLARISES),
        ("Solaris", SOLARISES),
        ("cherez ternii", THORNS),
        ("cherez ternii k zvezdam", THORNS),
        ("cherez ternii k zvyozdam", THORNS),
        ("Через тернии", THORNS),
        ("через тернии к звездам", THORNS),
        ("через тернии к звёздам", THORNS),
        (unicodedata.normalize("NFD", "Через тернии к звёздам"), THORNS),
        ("cherez звёздам", THORNS),
        ("per aspera", THORNS),
        ("Nebo zovet", ["the-sky-calls-1959"]),
        ("nebo zovyot", ["the-sky-calls-1959"]),
    ],
)
def test_a_title_is_found_in_either_script(search, ids):
    assert FILMOGRAPHY.frame["id"][found(FILMOGRAPHY, search)].tolist() == ids


@pytest.mark.parametrize("search", ["solyaris", "солярис"])
def test_a_hit_in_the_other_script_names_its_column(search):
    index = index_of("title,original_title\nS,Солярис\nT,\n")
    assert [column.name for column in found_in(index, 0, search)] == ["original_title"]
    assert found_in(index, 1, search) == ()


def test_scripts_are_not_joined_into_one_word():
    index = index_of("title\nЛуна\nB\n")
    assert [found(index, search).tolist() for search in ("лунаluna", "luna", "луна")] == [
        [False, False],
        [True, False],
        [True, False],
    ]


TITLES = st.lists(st.text(st.sampled_from("aAbéеёЁйИßг .-,ガмars\n\u0301"), max_size=8), max_size=12)


@given(titles=TITLES, search=st.text(st.sampled_from("abeéеёйßгaмars "), max_size=5))
def test_long_lists_find_what_short_ones_do(titles, search):
    films = pd.DataFrame({"title": ["Mars", *titles]}, dtype="str")
    index = Index(FilmList(films, (BY_NAME["title"],)))
    folded = [searched(title) for title in films["title"]]
    expected = [all(word in text for word in words_of(search)) for text in folded]
    with pytest.MonkeyPatch.context() as patch:
        for long in (0, len(index) + 1):
            patch.setattr(search_module, "LONG", long)
            index.cache.clear()
            assert found(index, search).tolist() == expected
