from dataclasses import replace
from datetime import datetime

import pytest

from dashboard.exports.programme_film import dates, facts, is_web, legible, named
from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.source import filmography_source, own_source, published_source
from dashboard.query.view import View
from tests.exports.programmes import HERE, all_of, programme_of

PUBLISHED = all_of(published_source())
FILMOGRAPHY = all_of(filmography_source())
SOLARIS = PUBLISHED.entries[0]
AELITA = FILMOGRAPHY.entries[0]
EVENING, LATER = datetime(2026, 12, 1, 19, 30), datetime(2026, 12, 8, 20)


def test_a_film_of_the_published_list_has_its_statements_and_their_sources():
    assert (SOLARIS.film, SOLARIS.title, SOLARIS.year) == ("solaris-1972", "Solaris", 1972)
    assert (SOLARIS.original, SOLARIS.directors, SOLARIS.minutes, SOLARIS.when) == ("", (), None, None)
    assert [column.name for column, _ in SOLARIS.texts] == ["description", "fact"]
    assert len(SOLARIS.claims) == 7
    assert SOLARIS.identity is not None
    assert len(set(SOLARIS.sources)) == len(SOLARIS.sources) == 2
    assert SOLARIS.number(SOLARIS.sources[1]) == 2
    assert SOLARIS.number(("", "")) == 0
    assert SOLARIS.address == f"{HERE}?film=solaris-1972"


def test_a_film_of_the_filmography_has_what_its_columns_say():
    assert (AELITA.original, AELITA.directors, AELITA.minutes) == ("Аэлита", ("Yakov Protazanov",), 113)
    assert AELITA.claims == ()
    assert [title for title, _ in AELITA.sources] == ["Аеліта (фільм), Ukrainian Wikipedia"]


def test_a_list_of_titles_alone_makes_a_programme(tmp_path):
    (tmp_path / "films.csv").write_text("title,source_title\nA,\nB,A book\n", encoding="utf-8")
    loaded = load_list(own_source(tmp_path / "films.csv"))
    first, second = programme_of(loaded, View(shortlist=tuple(loaded.films.frame["id"]))).entries
    assert (first.year, first.original, first.directors, first.texts, first.sources) == (None, "", (), (), ())
    assert second.sources == (("A book", ""),)
    assert (named(first, english()), facts(first, english())) == ("A (no year)", "")


def test_the_order_is_the_shortlists_and_showings_are_by_time():
    names = (AELITA.film, *(entry.film for entry in FILMOGRAPHY.entries[1:3]))
    view = View(shortlist=names, showings=((names[0], LATER), (names[2], EVENING)))
    made = programme_of(load_list(filmography_source()), view)
    assert [entry.film for entry in made.entries] == list(names)
    assert [entry.film for entry in made.showings] == [names[2], names[0]]


@pytest.mark.parametrize(
    ("times", "said"),
    [
        ([], ""),
        ([EVENING], "1 December 2026"),
        ([EVENING, EVENING.replace(hour=23)], "1 December 2026"),
        ([LATER, EVENING], "1 December 2026 to 8 December 2026"),
    ],
)
def test_dates(times, said):
    entries = tuple(replace(entry, when=when) for entry, when in zip(FILMOGRAPHY.entries, times, strict=False))
    assert dates(replace(FILMOGRAPHY, entries=entries), english()) == said


def test_facts():
    assert facts(AELITA, english()) == "Directed by Yakov Protazanov · 1 h 53 min"
    assert facts(replace(AELITA, directors=()), english()) == "1 h 53 min"
    assert facts(replace(AELITA, minutes=None), english()) == "Directed by Yakov Protazanov"


@pytest.mark.parametrize(
    ("address", "web"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("https://a b", False),
        ('https://a"onclick', False),
        ("https://a<b>", False),
        ("data:text/html,x", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_are_links(address, web):
    assert is_web(address) == web


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://e.org/%D0%90", "https://e.org/А"),
        ("https://e.org/%E2%80%AEa", "https://e.org/%E2%80%AEa"),
        ("https://e.org/%0Aa", "https://e.org/%0Aa"),
        ("https://e.org/%FF", "https://e.org/%FF"),
    ],
    ids=["letters", "direction", "line", "no letters"],
)
def test_an_address_is_read_as_letters_where_that_is_safe(address, shown):
    assert legible(address) == shown
