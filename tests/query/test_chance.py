from random import Random

import pytest

from dashboard.query.chance import surprise


@pytest.mark.parametrize(
    ("films", "seen", "possible"),
    [
        (["a", "b", "c"], None, {"a", "b", "c"}),
        (["a", "b", "c"], "b", {"a", "c"}),
        (["a", "b"], "elsewhere", {"a", "b"}),
        (["a"], "a", {"a"}),
        ([], "a", {None}),
        ([], None, {None}),
    ],
)
def test_surprise(films, seen, possible):
    assert {surprise(films, seen, Random(seed)) for seed in range(40)} == possible


def test_the_same_chance_gives_the_same_film():
    assert surprise("abcdefgh", None, Random(7)) == surprise("abcdefgh", None, Random(7))
