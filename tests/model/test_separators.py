import pytest

from dashboard.model.separators import known_separator, own_separator

LONG = "A crew, far from home, hears a voice; it comes from Mars, or so they would all like to believe, or from nearer."
PROSE = (
    "A crew hears a voice; nobody else does",
    "Two cosmonauts wait; a third is late",
    "War; then peace",
    "Love; death; Mars",
)


@pytest.mark.parametrize(
    ("cells", "commas", "separator"),
    [
        ([], "words", ""),
        (["Drama"], "words", ""),
        (["Action, Adventure, Sci-Fi", "Drama"], "words", ","),
        (["Action,Adventure"], "words", ","),
        (["Adventure|Animation|Children", "Drama"], "words", "|"),
        (["Drama; Comedy, black"], "words", ";"),
        (["Drama\nComedy"], "words", "\n"),
        (["Drama, which is long enough to be no genre at all"], "words", ""),
        (["Drama,, Comedy"], "words", ""),
        (["USSR, Italy", "USSR"], "words", ","),
        (["Lana Wachowski, Lilly Wachowski", "Joel Coen"], "names", ","),
        (["Anna T. Baker, J.J. Abrams"], "names", ","),
        (["Tarkovsky, Andrei"], "names", ""),
        (["Tarkovsky, Andrei", "Klushantsev, Pavel"], "names", ""),
        (["O'Brien, Jr."], "names", ""),
        (["Tarkovsky, Andrei; Klushantsev, Pavel"], "names", ";"),
        (["Natalya Bondarchuk, Donatas Banionis"], "names", ","),
        (["Good, Bad"], None, ""),
        (["The Good, the Bad", "Far, far away"], None, ""),
        (["ethics, law; rescue"], "words", ";"),
        (["ethics, law"], "words", ","),
        (['["Drama", "Comedy"]', "Drama"], "words", ""),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, list) else repr(value),
)
def test_separator_of_a_column_of_the_schema(cells, commas, separator):
    assert known_separator(cells, commas) == separator


@pytest.mark.parametrize(
    ("cells", "separator"),
    [
        ([], ""),
        (["a"], ""),
        (["ethics, law; rescue", "rescue", "rescue"], ";"),
        (["a|b", "b", "a"], "|"),
        (["a\nb", "b", "a"], "\n"),
        (["a;b", "a|b", "b"], ";"),
        ([LONG, "a; b"], ""),
        ([*PROSE], ""),
        (["a;a"], ""),
        (["a;;b"], ""),
        (["a, b", "b, c", "a, c", "b, a", "c"], ","),
        (["a, b", "b, c", "a, c"], ""),
        (["a, b", "b, a", "a"], ""),
        (["Far, far away", "Once, long ago", "Here, and now", "Soon, but not yet"], ""),
        (["Paris, France", "Rome, Italy", "Lyon, France", "Nice, France"], ""),
        ([LONG], ""),
    ],
    ids=lambda value: " / ".join(value)[:40] if isinstance(value, list) else repr(value),
)
def test_separator_of_an_own_column(cells, separator):
    assert own_separator(cells) == separator
