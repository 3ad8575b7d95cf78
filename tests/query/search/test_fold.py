import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.query.search.fold import fold, fold_with_places, latin


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("MARS", "mars"),
        ("МАРС", "марс"),
        ("Amélie", "amelie"),
        ("Łódź", "łodz"),
        ("Straße", "strasse"),
        ("Ἀθῆναι ΣΑΣ", "αθηναι σασ"),
        ("Ёлка ёж", "елка еж"),
        ("Чайка Й", "чайка й"),
        ("Соля\u0301рис", "солярис"),
        ("Şimdi İ", "simdi i"),
        ("Ăsta ўсё", "asta усе"),
        ("우주", "우주"),
        ("ガメラ", "ガメラ"),
        ("カ", "カ"),
    ],
)
def test_fold(text, folded, form):
    assert fold(unicodedata.normalize(form, text)) == folded


@pytest.mark.parametrize(
    ("text", "in_latin"),
    [
        ("", ""),
        ("Solaris", "solaris"),
        ("Солярис", "solyaris"),
        ("Через тернии к звёздам", "cherez ternii k zvezdam"),
        ("Небо зовёт", "nebo zovet"),
        ("Кин-дза-дза!", "kin-dza-dza!"),
        ("Щука, съезд и июль", "shchuka, sezd i iyul"),
        ("Хижина, цех, чай, шум, эхо, ёж", "khizhina, tsekh, chay, shum, ekho, ezh"),
        ("Підземелля ў ночі", "pіdzemellya u nochі"),
        ("ガメラ 宇宙 Größe", "ガメラ 宇宙 grosse"),
    ],
)
def test_latin(text, in_latin):
    assert latin(fold(text)) == in_latin


def test_every_russian_letter_has_latin_ones():
    alphabet = "".join(map(chr, range(ord("а"), ord("я") + 1)))
    assert latin(fold(alphabet + alphabet.upper() + "ёЁ")).isascii()


@given(st.text())
def test_places_say_where_each_character_comes_from(text):
    text = unicodedata.normalize("NFC", text)
    folded, places = fold_with_places(text)
    assert folded == fold(text)
    assert all(letter in fold(text[place]) for letter, place in zip(folded, places, strict=True))
    assert places == sorted(places)


@given(st.text())
def test_a_text_holds_each_of_its_words(text):
    assert all(fold(word) in fold(text) for word in text.split())
