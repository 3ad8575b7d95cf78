"""The value from which every form of a film's card is made."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml.html import fromstring

from dashboard.evidence.claims import LookUp
from dashboard.evidence.translations import UNTRANSLATED, MultilingualText, Translations
from dashboard.i18n.languages import Language, languages
from dashboard.lists.loading import load_list
from dashboard.lists.source import own_source
from dashboard.query.result import QueryResult, run_query
from dashboard.query.view import View
from dashboard.render.film_card import FilmCard, Link, RelatedFilm, card_html, film_card, film_html
from dashboard.render.statements import Segment
from tests.web.shown import Parameters, ours, own

DAY, OTHER = date(2026, 11, 22), date(2026, 11, 23)
HERE = "https://films.example.org/"


def card_of(film: str, link: Parameters | None = None, language: str = "en") -> FilmCard:
    return film_card(ours(link or {}, "published", languages()[language]), film, HERE)


def first(csv: str, folder: Path, link: Parameters | None = None, language: str = "en") -> FilmCard:
    result = own(csv, folder, link or {}, languages()[language])
    return film_card(result, str(result.index.frame["id"].iloc[0]), HERE)


def words(segments: tuple[Segment, ...]) -> str:
    return "".join(run.text for segment in segments for piece in segment.pieces for run in piece.runs)


def told(card: FilmCard) -> dict[str, list[tuple[str, str]]]:
    return {field.label: [(words(value.segments), value.address) for value in field.values] for field in card.fields}


def test_a_film_with_statements() -> None:
    card = card_of("star-pilot-1967")
    assert (card.name, card.other_title, card.facts, card.when, card.found_in) == (
        "Star Pilot (1967)",
        "",
        "",
        None,
        "",
    )
    assert [mark.text for mark in card.head] == ["6 contradicted", "1 supported"]
    assert told(card) == {
        "Destination": [("Mars", "")],
        "Themes": [("rescue", ""), ("international cooperation", ""), ("adventure", "")],
    }
    assert [(text.label, text.text == words(text.segments)) for text in card.texts] == [("", True), ("Fact", True)]
    assert card.title is not None
    said = [card.title, *card.texts]
    assert [number for text in said for segment in text.segments for number in segment.ends] == [1, 2, 3, 4, 5, 6, 7]
    assert [words((segment,)) for segment in card.texts[0].segments if segment.verdict == "supported"] == [
        "sci-fi adventure"
    ]
    assert [card.source_number(claim) for claim in card.claims] == [1, 2, 3, 4, 5, 3, 6]
    assert (card.address, card.address in card.citation) == (f"{HERE}?film=star-pilot-1967", True)
    assert card.related[0] == RelatedFilm(
        Link("The Star of the Cosmos (1984)", "?film=the-star-of-the-cosmos-1984"), "destination Mars"
    )


@pytest.mark.parametrize(
    ("days", "looked_up"),
    [
        ([], None),
        ([DAY], DAY),
        ([DAY, DAY], DAY),
        ([DAY, OTHER], DAY),
        ([DAY, OTHER, OTHER], OTHER),
        ([DAY, None], None),
        ([None], None),
    ],
    ids=str,
)
def test_the_day_that_most_statements_were_looked_up_on(days: list[date | None], looked_up: date | None) -> None:
    card = card_of("star-pilot-1967")
    nobody = replace(card.claims[0], checked_by="", translations=UNTRANSLATED)
    claims = tuple(replace(nobody, checked_on=day) for day in days)
    made = replace(card, claims=claims, title=None, texts=())
    assert made.looked_up == (LookUp(looked_up, MultilingualText("")) if looked_up else None)
    text = str(card_html(made, "row", languages()["en"]))
    said = bool(looked_up) + sum(day not in (None, looked_up) for day in days)
    assert text.count("Looked up on") == said
    last = max((day for day in days if day), default=None)
    assert ("Last looked at on" in text) is (last != looked_up)
    assert made.last_looked_up == last


@pytest.mark.parametrize(("today", "said"), [(date(2028, 11, 22), 0), (date(2028, 11, 23), 7)], ids=str)
def test_a_source_looked_at_long_ago_is_said_so(today: date, said: int) -> None:
    card = card_of("star-pilot-1967")
    claims = tuple(replace(each, checked_on=DAY) for each in card.claims)
    text = str(card_html(replace(card, claims=claims, day=today), "row", languages()["en"]))
    assert text.count("The source was looked at more than two years ago.") == said


@pytest.mark.parametrize(
    ("day", "by", "language", "text"),
    [
        (DAY, "the project", "en", "Looked up on 22 November 2026 by the project."),
        (DAY, "Ann & Bob", "en", "Looked up on 22 November 2026 by Ann & Bob."),
        (DAY, "", "en", "Looked up on 22 November 2026."),
        (None, "Ann", "en", "Looked up by Ann."),
        (DAY, "Ann", "ru", "Проверено 22 ноября 2026 г.; кто проверял: Ann."),
    ],
)
def test_who_looked_up_stands_once_on_a_card(day: date | None, by: str, language: str, text: str) -> None:
    card = card_of("star-pilot-1967")
    claims = tuple(replace(each, checked_on=day, checked_by=by, translations=UNTRANSLATED) for each in card.claims)
    made = str(card_html(replace(card, claims=claims), "row", languages()[language]))
    assert " ".join(fromstring(made).text_content().split()).count(text) == 1


@pytest.mark.parametrize(
    ("page", "reason", "expected"),
    [
        ("ru", (("reason", "ru", "<b>Почему</b>"),), "<span>&lt;b&gt;Почему&lt;/b&gt;</span>"),
        ("ru", (), '<span lang="en">Why &amp; how</span>'),
        ("ru", (("reason", "de", "Warum"),), '<span lang="en">Why &amp; how</span>'),
        ("en", (("reason", "ru", "Почему"),), "<span>Why &amp; how</span>"),
    ],
    ids=["hostile", "not translated", "another language", "the list's own"],
)
def test_a_reason_in_the_page_s_language(page: str, reason: tuple[tuple[str, str, str], ...], expected: str) -> None:
    card = replace(card_of("star-pilot-1967"), spoken="en" if page != "en" else "")
    claim = replace(card.claims[0], reason="Why & how", translations=Translations(reason))
    made = replace(card, claims=(claim,), title=None, texts=())
    assert expected in str(card_html(made, "row", languages()[page]))


def test_a_copy_of_the_source_is_a_second_link() -> None:
    card = card_of("star-pilot-1967")
    claims = tuple(replace(each, archived_url="https://archive.org/a?b&c") for each in card.claims[:1])
    made = str(card_html(replace(card, claims=claims, texts=()), "row", languages()["en"]))
    copy = '<a href="https://archive.org/a?b&amp;c" target="_blank" rel="noreferrer">archived copy</a>.'
    assert copy in made


FILM = (
    "title,year,original_title,director,source_title,source_url,running_time_min,description,fact,imdb_id,Shelf\n"
    "Aelita,1924,{original},Yakov Protazanov,A page,https://a.org/,113,On Mars.,Made in 1923.,tt0014646,A\n"
)


def test_a_film_that_its_columns_tell(tmp_path: Path) -> None:
    card = first(FILM.format(original="Аэлита"), tmp_path, {"q": ["mars"]})
    assert told(card) == {
        "Original title": [("Аэлита", "")],
        "Director": [("Yakov Protazanov", "")],
        "Running time": [("113 min", "")],
        "IMDb": [("tt0014646", "https://www.imdb.com/title/tt0014646/")],
        "Source": [("A page", "https://a.org/")],
        "Shelf": [("A", "")],
    }
    assert (card.minutes, card.facts) == (113, "Directed by Yakov Protazanov · 1 h 53 min")
    assert (card.found_in, card.title, card.claims, card.head) == ("description", None, (), ())
    assert card.sources == (Link("A page", "https://a.org/"),)
    assert [piece.is_match for segment in card.texts[0].segments for piece in segment.pieces] == [False, True, False]


@pytest.mark.parametrize(
    ("original", "language", "name", "other"),
    [
        ("Аэлита", "en", "Aelita (1924)", "Аэлита"),
        ("Аэлита", "ru", "Аэлита (1924)", "Aelita"),
        ("Aelita", "en", "Aelita (1924)", ""),
        ("", "ru", "Aelita (1924)", ""),
    ],
)
def test_the_title_that_leads(original: str, language: str, name: str, other: str, tmp_path: Path) -> None:
    card = first(FILM.format(original=original), tmp_path, language=language)
    assert (card.name, card.other_title) == (name, other)


def test_a_film_of_which_nothing_else_is_known(tmp_path: Path) -> None:
    card = first("title,source_title\nA,\nB,A book\n", tmp_path)
    assert (card.name, card.facts, card.minutes) == ("A (no year)", "", None)
    assert (card.fields, card.texts, card.sources, card.moments, card.which_film) == ((), (), (), (), None)
    assert first("title,source_title\nB,A book\n", tmp_path).sources == (Link("A book", ""),)


@pytest.mark.parametrize(
    ("film", "status", "nearest"),
    [
        (
            "solaris-1972",
            "identified",
            Link("Its card in the checked filmography", "?list=filmography&film=solaris-1972"),
        ),
        ("star-pilot-1967", "another film", None),
    ],
)
def test_which_film_it_is(film: str, status: str, nearest: Link | None) -> None:
    which = card_of(film).which_film
    assert which is not None
    assert (which.status, which.nearest) == (status, nearest)


def test_a_search_that_was_in_vain_proves_no_more_than_it_says() -> None:
    found = [card_of(film).which_film for film in ours({}).index.frame["id"]]
    assert {bool(which.proof) for which in found if which and which.status == "not found"} == {True}
    assert {bool(which.proof) for which in found if which and which.status != "not found"} == {False}


@pytest.mark.parametrize(("link", "days"), [({}, 4), ({"lane": ["off"]}, 0)])
def test_history_is_told_where_it_is_shown(link: Parameters, days: int) -> None:
    card = card_of("solaris-1972", link)
    assert (len(card.moments), bool(card.moments_head)) == (days, days > 0)


@pytest.mark.parametrize(("language", "spoken"), [("en", ""), ("ru", "en")])
def test_the_language_of_the_lists_texts_is_told_where_it_is_not_the_pages(language: str, spoken: str) -> None:
    card = card_of("solaris-1972", language=language)
    assert (card.spoken, card.history_language) == (spoken, spoken)


def test_the_calendar_check_is_told_with_its_source(tmp_path: Path) -> None:
    card = first("title,year,description\nA,1950,The scenes show Sputnik 1 in orbit.\n", tmp_path)
    (notice,) = card.notices
    assert notice.text.startswith("The film is of 1950; its description mentions Sputnik 1, which was launched on")
    assert notice.source.address.startswith("http")
    assert [(mark.sign.symbol, mark.text) for mark in card.head] == [("!", "calendar check")]
    assert card.sources == (notice.source,)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The text no longer has these words: “Omsk & <b>” ~ judgement In Omsk. So."),
        ("ru", "В тексте больше нет этих слов: «Omsk & <b>» ~ оценка In Omsk. So."),
    ],
)
def test_statements_whose_words_are_gone_are_told_apart(language: str, words: str, tmp_path: Path) -> None:
    row = "a,fact,Omsk & <b>,In Omsk.,judgement,So."
    (tmp_path / "claims.csv").write_text(f"film_id,field,quote,claim,verdict,reason\n{row}\n", encoding="utf-8")
    (tmp_path / "films.csv").write_text("id,title,fact\na,A,Shot in Perm.\n", encoding="utf-8")
    loaded = load_list(own_source(tmp_path))
    card = film_card(run_query(loaded, View(), "own", languages()[language]), "a")
    assert (card.claims, card.head, [each.claim for each in card.lost]) == ((), (), ["In Omsk."])
    (told,) = fromstring(f"<div>{card_html(card, 'list', languages()[language])}</div>").xpath(
        ".//ul[@class='claims']/li"
    )
    assert " ".join(told.text_content().split()) == words


def test_the_time_of_a_showing() -> None:
    card = card_of("solaris-1972", {"pick": ["solaris-1972"], "on": ["solaris-1972@2026-12-01T19:30"]})
    assert f"{card.when:%Y-%m-%d %H:%M}" == "2026-12-01 19:30"


TRANSLATED = (
    "id,title,year,director,director_ru,note,note_ru\n"
    "a,Aelita,1924,Yakov Protazanov,Яков Протазанов,Cut & short.,Сокращён <b>.\n"
    "b,Mars,1968,Pavel Klushantsev,,Long.,\n"
)


@pytest.mark.parametrize(
    ("film", "page", "director", "facts", "note"),
    [
        ("a", "ru", "Яков Протазанов", "Режиссёр: Яков Протазанов", "Сокращён &lt;b&gt;."),
        ("a", "en", "Yakov Protazanov", "Directed by Yakov Protazanov", "Cut &amp; short."),
        ("b", "ru", "Pavel Klushantsev", "Режиссёр: Pavel Klushantsev", "Long."),
    ],
)
def test_a_column_in_the_page_s_language(
    tmp_path: Path, film: str, page: str, director: str, facts: str, note: str
) -> None:
    card = film_card(own(TRANSLATED, tmp_path, {}, languages()[page]), film, HERE)
    assert [values for _, values in told(card).items()] == [[(director, "")]]
    assert (card.facts, len(card.texts)) == (facts, 1)
    made = str(card_html(card, "row", languages()[page]))
    assert note in re.sub("</?span[^>]*>", "", made)


def test_a_text_with_statements_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "films.csv").write_text(TRANSLATED, encoding="utf-8")
    row = "film_id,field,quote,claim,verdict\na,note,Cut,It was cut.,judgement\n"
    (tmp_path / "claims.csv").write_text(row, encoding="utf-8")
    loaded = load_list(own_source(tmp_path))
    card = film_card(run_query(loaded, View(), "own", languages()["ru"]), "a", HERE)
    assert [text.text for text in card.texts] == ["Cut & short."]


def test_a_search_names_a_translation_by_its_column(tmp_path: Path) -> None:
    card = film_card(own(TRANSLATED, tmp_path, {"q": ["Протазанов"]}, languages()["ru"]), "a", HERE)
    assert card.found_in == "режиссёр"


CHOSEN: tuple[Parameters, ...] = (
    {},
    {"q": ["mars"]},
    {"q": ["тарковский"], "film": ["solaris-1972"]},
    {"film": ["solaris-1972"], "pick": ["solaris-1972"], "on": ["solaris-1972@2026-12-01T19:30"]},
    {"lane": ["off"], "open": ["solaris-1972"]},
    {"lane": ["on"], "sort": ["title"]},
    {"lang": ["ru"], "years": ["1960-1975"]},
)


@pytest.mark.parametrize("language", languages().values(), ids=lambda each: each.code)
@pytest.mark.parametrize("default_list", ["published", pytest.param("filmography", marks=pytest.mark.audit)])
@pytest.mark.parametrize("name", ["published", "filmography"])
def test_cards_after_other_views_are_as_if_no_other_was_asked_for(
    name: str, default_list: str, language: Language
) -> None:
    views = [ours(link, name, language) for link in CHOSEN]
    others = [run_query(each.loaded, each.view, default_list, language) for each in views]
    first = [run_query(replace(each.loaded), each.view, default_list, language) for each in views]
    assert [*map(cards, others)] == [*map(cards, first)]


def cards(result: QueryResult) -> list[tuple[FilmCard, str]]:
    films = (film_card(result, str(film)) for film in result.index.frame["id"].iloc[:20])
    return [(card, str(film_html(result, card, place))) for card in films for place in ("row", "first")]
