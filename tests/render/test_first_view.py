"""The first view: all of a view as plain HTML, whose every link and form leads to the view that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from lxml.html import HtmlElement, fromstring

from dashboard.i18n.languages import english, languages
from dashboard.lists.loading import load_list
from dashboard.lists.source import own_source
from dashboard.query.filters import counts
from dashboard.query.result import QueryResult, relative, run_query
from dashboard.query.url import parse
from dashboard.query.view import GALLERY_SIZE, PAGE_SIZE, Sort, View
from dashboard.render.filter_forms import MOST_LINKS, MOST_VALUES, Choice
from dashboard.render.first_view import LONGEST_REPEATED, Frame, first_view
from dashboard.web.pages import untold_page
from tests.foreign import films
from tests.web.shown import Parameters, ours, own

LISTS = ("published", "filmography")
PILOT, STAR = "Star Pilot (1967)", "The Star of the Cosmos (1984)"


def read(result: QueryResult, *lists: Choice) -> HtmlElement:
    return fromstring(f"<div>{first_view(result, Frame(lists))}</div>")


def rows(root: HtmlElement) -> list[str]:
    return [each.text_content() for each in root.xpath(".//details[contains(@class, 'row')]/summary//h3")]


def count(root: HtmlElement) -> str:
    (found,) = root.xpath(".//*[@role='status']/h2")
    return str(found.text_content())


def followed(result: QueryResult, link: str) -> QueryResult:
    """What a link of the page shows, by the page's own address."""
    view, ignored = parse(parse_qs(link.removeprefix("?")), result.index, LISTS)
    assert ignored == (), link
    return run_query(result.loaded, view, result.default_list, result.language)


def sent(form: HtmlElement, **typed: str) -> str:
    """The link that a browser goes to when a form is sent."""
    fields = [(name, value) for name, value in form.form_values() if name not in typed]
    return "?" + "&".join(f"{name}={value}" for name, value in [*fields, *typed.items()])


@pytest.mark.parametrize(
    ("link", "shown", "films"),
    [
        ({"destination": ["Mars"]}, "2 of 10 films", [PILOT, STAR]),
        ({"destination": ["Mars"], "sort": ["year-desc"]}, "2 of 10 films", [STAR, PILOT]),
        ({"q": ["nothing of the kind"]}, "0 of 10 films", []),
    ],
)
def test_the_films_of_a_view(link: Parameters, shown: str, films: list[str]) -> None:
    root = read(ours(link))
    assert root.xpath(".//h1")[0].text_content() == "Soviet Space Films"
    assert (count(root), rows(root)) == (shown, films)


def test_the_film_that_a_link_names_comes_first_and_whole() -> None:
    root = read(ours({"film": ["star-pilot-1967"]}))
    assert [each.text_content() for each in root.xpath(".//h2")][:2] == [
        "Star Pilot (1967) ✗ 6 contradicted · ✓ 1 supported",
        "10 of 10 films",
    ]
    first = " ".join(root.xpath(".//section[@class='chosen']//ol/li")[0].text_content().split())
    assert first.startswith("✗ contradicted A Soviet film named Star Pilot came out in 1967.")


def test_cards_are_open_that_the_link_opens() -> None:
    root = read(ours({"open": ["solaris-1972"]}))
    is_open = [each.get("open") is not None for each in root.xpath(".//details[contains(@class, 'row')]")]
    assert (is_open, len(root.xpath(".//details[contains(@class, 'row')]//ol[@class='claims']"))) == (
        [True, *[False] * 9],
        10,
    )


VIEWS: dict[str, tuple[str, Parameters]] = {
    "nothing chosen": ("published", {}),
    "everything chosen": (
        "published",
        {
            "q": ["a"],
            "destination": ["Mars", "Venus"],
            "themes": ["adventure", "rescue"],
            "decade": ["1960s", "1980s"],
            "open": ["solaris-1972"],
            "pick": ["solaris-1972", "star-pilot-1967"],
            "sort": ["title"],
            "lang": ["en"],
        },
    ),
    "all of": ("published", {"themes": ["adventure", "rescue"], "all": ["themes"]}),
    "a film": ("filmography", {"film": ["solaris-1972"], "page": ["2"]}),
    "a range": ("filmography", {"running_time_min": ["60..90"]}),
    "no film": ("published", {"decade": ["1950s"], "destination": ["Venus"]}),
}
EVERY_VIEW = pytest.mark.parametrize(("name", "link"), VIEWS.values(), ids=VIEWS)


def views_linked(root: HtmlElement) -> Iterator[tuple[str, str]]:
    for link in root.xpath(".//a[starts-with(@href, '?')]"):
        yield " ".join(link.text_content().split()), link.get("href")


@EVERY_VIEW
def test_every_link_is_a_view_of_the_list(name: str, link: Parameters) -> None:
    result = ours(link, name)
    linked = [text for text, href in views_linked(read(result)) if "filmography" not in text.lower()]
    assert len(linked) > 20
    for text, href in views_linked(read(result)):
        if not re.search("filmography", text, re.IGNORECASE):
            followed(result, href)


@EVERY_VIEW
def test_the_number_beside_a_value_is_what_choosing_it_shows(name: str, link: Parameters) -> None:
    result = ours(link, name)
    numbered = read(result).xpath(".//aside//a[small]")
    assert numbered
    for each in numbered:
        if each.get("aria-current") or result.view.chosen:
            continue
        assert str(len(followed(result, each.get("href")).rows)) == each.xpath("small")[0].text


@EVERY_VIEW
def test_a_filter_in_force_is_removed_by_its_link(name: str, link: Parameters) -> None:
    result = ours(link, name)
    for each in read(result).xpath(".//div[contains(@class, 'shown')]//a[@aria-label]"):
        shown = followed(result, each.get("href"))
        assert len(shown.passing) <= len(result.passing)
        assert shown.view != result.view


@pytest.mark.parametrize(
    ("link", "typed", "shown"),
    [
        ({}, {"q": "mars"}, "3 of 10 films"),
        ({"decade": ["1980s"], "q": ["solaris"]}, {"q": "mars"}, "1 of 10 films"),
        ({"destination": ["Mars"]}, {"q": ""}, "2 of 10 films"),
    ],
    ids=["a word", "another word", "none"],
)
def test_the_search_keeps_all_else(link: Parameters, typed: dict[str, str], shown: str) -> None:
    result = ours(link)
    (form,) = read(result).xpath(".//form[@role='search']")
    found = followed(result, sent(form, **typed))
    assert (count(read(found)), found.view.with_search("")) == (shown, result.view.with_search(""))


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Did you mean “Solaris”? 2 films"), ("ru", "Возможно, вы искали «Solaris»? 2 фильма")],
)
def test_where_nothing_is_found_the_nearest_words_come_first(language: str, text: str) -> None:
    result = ours({"q": ["solariss"], "lang": [language]}, "filmography", languages()[language])
    (first, *_) = read(result).xpath(".//main/ul/li/a")
    assert first.text_content() == text
    assert count(read(followed(result, first.get("href")))).startswith("2 ")


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("Tarkovskij", "Found in director. Found by another spelling: Tarkovsky."),
        ("Tarkovsky", "Found in director."),
        ("tt0069293", "Found in imdb."),
    ],
)
def test_a_card_says_by_which_spelling_it_is_found(search: str, found: str) -> None:
    root = read(ours({"q": [search]}, "filmography"))
    assert [each.text_content() for each in root.xpath(".//p[@class='found']")] == [found]
    assert root.xpath(".//dl//mark")


def test_many_values_are_chosen_by_a_form_that_adds_one() -> None:
    result = ours({"themes": ["rescue"], "decade": ["1960s"]})
    facet = result.index.facets["themes"]
    assert len(facet.values) > MOST_LINKS
    (form,) = read(result).xpath(".//form[.//select[@name='themes']]")
    options = {each.get("value"): each.text for each in form.xpath(".//option")}
    numbers = dict(zip(facet.values, counts(result.index, result.view, facet, result.passing).tolist(), strict=True))
    there = {value: f"{value} ({number})" for value, number in numbers.items() if number and value != "rescue"}
    assert options == {"": f"Choose from {len(there)}"} | there
    assert followed(result, sent(form)) == result
    form.xpath(".//select")[0].value = "adventure"
    assert followed(result, sent(form)).view == result.view.with_values("themes", ("rescue", "adventure"))


def options(root: HtmlElement, name: str) -> list[str]:
    return root.xpath(f".//select[@name='{name}']/option[@value != '']/@value")


def test_many_values_are_offered_by_name_or_by_number_of_films() -> None:
    root = read(ours({}))
    by_name, by_films = (
        each.get("href") for each in root.xpath(".//section[h3='Lists of values']//a[contains(., 'by n')]")
    )
    assert options(root, "themes") == sorted(options(root, "themes"), key=str.casefold)
    result = followed(ours({}), by_films)
    facet = result.index.facets["themes"]
    numbers = counts(result.index, result.view, facet, result.passing)
    there = [int(numbers[facet.code_of[value]]) for value in options(read(result), "themes")]
    assert there == sorted(there, reverse=True)
    assert followed(result, by_name).view == ours({}).view


def test_of_more_values_than_a_form_lists_any_can_be_typed(tmp_path: Path) -> None:
    text = "title,director\n" + "".join(f"F{at},Director {at % 250:03}\n" for at in range(510))
    result = own(text, tmp_path, {})
    (form,) = read(result).xpath(".//form[.//input[@name='director']]")
    suggested = form.xpath(".//datalist/option/@value")
    assert (len(suggested), suggested[0], form.xpath(".//input/@list")) == (
        MOST_VALUES,
        "Director 000",
        form.xpath(".//datalist/@id"),
    )
    assert "Director 249" not in suggested
    assert len(followed(result, sent(form, director="director 249")).rows) == 2


def test_the_films_are_sorted_by_a_form() -> None:
    result = ours({"q": ["a"]}, "filmography")
    (form,) = read(result).xpath(".//details[@class='orders']//form")
    first, second = form.xpath(".//select")
    assert (first.value, second.value, len(first.value_options)) == ("listed", "listed", len(second.value_options))
    first.value, second.value = "running_time_min-desc", "title"
    shown = followed(result, sent(form))
    assert (shown.view.order, shown.view.search) == ((Sort("running_time_min", True), Sort("title")), "a")
    minutes = shown.index.frame["running_time_min"].iloc[shown.rows]
    assert minutes.dropna().is_monotonic_decreasing
    said = read(shown).xpath(".//details[@class='orders']/summary")[0].text_content()
    assert said == "Sort by: Running time, highest first, then Title, A to Z"


def test_views_of_the_list_are_ways_in(tmp_path: Path) -> None:
    (tmp_path / "films.csv").write_text(films(30), encoding="utf-8")
    hostile = "<img src=x onerror=alert(1)>"
    views = f"name,link,name_ru\n{hostile},?q=a,Вид\nAway,https://x.org/,\n{'n' * 300},?view=table,\n"
    (tmp_path / "views.csv").write_text(views, encoding="utf-8")
    loaded = load_list(own_source(tmp_path))
    result = run_query(loaded, View(shortlist=(str(loaded.films.frame["id"][0]),)), "", english())
    links = read(result).xpath(".//nav[h2='Start here']//a")
    assert [each.text_content() for each in links] == [hostile, "n" * 79 + "…"]
    shown = followed(result, links[0].get("href"))
    assert (shown.view.search, shown.view.shortlist) == ("a", result.view.shortlist)
    russian = read(run_query(loaded, View(), "", languages()["ru"]))
    assert russian.xpath(".//nav[h2='Начните отсюда']//a/bdi")[0].text_content() == "Вид"
    assert read(ours({})).xpath(".//nav[h2='Start here']") == []


def test_a_range_has_bars_that_say_where_most_films_are() -> None:
    (bars,) = read(ours({"decade": ["1970s"]}, "filmography")).xpath(".//aside//*[@class='distribution']")
    assert bars.xpath("span/@class") == ["of-all", "shown"]
    assert re.fullmatch(r"Most of the films shown: \d+–\d+ min", bars.get("aria-label"))
    (bars,) = read(ours({"q": ["nothing of the kind"]}, "filmography")).xpath(".//aside//*[@class='distribution']")
    assert (bars.xpath("span/@class"), bars.get("aria-hidden")) == (["of-all"], "true")


def test_none_of_an_evidence_by_links() -> None:
    result = ours({"evidence": ["not established"]})
    (link,) = read(result).xpath(".//main//ul[@class='choices']//a[.='none of']/@href")
    assert len(followed(result, link).rows) == 6


def test_none_of_a_value_by_links() -> None:
    result = ours({"decade": ["1960s"]})
    modes = {each.text_content(): each.get("href") for each in read(result).xpath(".//aside//section[h3='Decade']//a")}
    without = followed(result, modes["none of"])
    assert (len(without.rows), without.view.mode("decade")) == (9, "none")
    (drop,) = read(without).xpath(".//div[contains(@class, 'shown')]//a[@aria-label]")
    assert drop.get("aria-label") == "Remove this filter: without 1960s"


@pytest.mark.parametrize(("typed", "least", "most"), [("60..90", 60, 90), ("..80", 0, 80), ("90..", 90, 999)])
def test_a_range_is_typed_as_in_a_link(typed: str, least: int, most: int) -> None:
    result = ours({"q": ["a"]}, "filmography")
    (form,) = read(result).xpath(".//form[.//input[@name='running_time_min']]")
    shown = followed(result, sent(form, running_time_min=typed))
    minutes = shown.index.frame["running_time_min"].iloc[shown.rows]
    assert (len(minutes) > 0, bool(minutes.between(least, most).all()), shown.view.search) == (True, True, "a")


def test_pages_of_a_long_list(tmp_path: Path) -> None:
    result = own(films(321), tmp_path, {"page": ["3"]})
    root = read(result)
    assert len(rows(root)) == PAGE_SIZE
    pages = root.xpath(".//nav[@aria-label='Pages']//a")
    assert [each.text_content() for each in pages] == ["1", "2", "3", "4", "17"]
    assert [each.get("aria-current") for each in pages] == [None, None, "true", None, None]
    assert rows(read(followed(result, pages[-1].get("href")))) != rows(root)


@pytest.mark.parametrize(
    ("link", "tiles", "pages"),
    [
        ({}, 24, ["1", "2", "3"]),
        ({"page": ["3"]}, 5, ["1", "2", "3"]),
        ({"page": ["99"]}, 24, ["1", "2", "3"]),
        ({"years": ["1972"]}, 5, []),
        ({"q": ["zzzz"]}, 0, []),
    ],
    ids=["all", "the last page", "a page beyond it", "few", "none"],
)
def test_the_gallery_shows_the_films_of_its_page(link: Parameters, tiles: int, pages: list[str]) -> None:
    result = ours({"view": ["gallery"], **link}, "filmography")
    root = read(result)
    found = root.xpath(".//div[@class='gallery']/div/a[@class='tile']")
    assert [each.get("data-film") for each in found] == [*result.index.frame["id"].iloc[result.page_rows(GALLERY_SIZE)]]
    assert (len(found), rows(root)) == (tiles, [])
    assert [each.text_content() for each in root.xpath(".//nav[@aria-label='Pages']//a")] == pages
    assert ("No film matches all of this." in root.text_content()) == (tiles == 0)


def test_the_ways_of_a_gallery() -> None:
    result = ours({"view": ["gallery"], "sort": ["year"], "pick": ["solaris-1972"]})
    root = read(result)
    tile = root.xpath(".//a[@data-film='solaris-1972']")[0]
    opened = followed(result, tile.get("href")).view
    assert (opened.film, opened.layout, opened.order) == ("solaris-1972", "gallery", (Sort("year"),))
    stars = root.xpath(".//a[@class='star']")
    labels = {each.get("aria-label"): each.text for each in stars}
    assert labels == {"Take it off the shortlist": "★", "Put it on the shortlist": "☆"}
    shortlists = [followed(result, each.get("href")).view.shortlist for each in stars]
    films = [*result.index.frame["id"].iloc[result.rows]]
    assert shortlists == [() if film == "solaris-1972" else ("solaris-1972", film) for film in films]


def test_a_long_link_is_not_repeated_by_every_other() -> None:
    films = [str(film) for film in ours({}, "filmography").index.frame["id"]]
    link = {"pick": films, "open": films[:20], "q": ["a"], "decade": ["1960s", "1980s"]}
    result = ours(link, "filmography")
    root = read(result)
    assert len(relative(result.view)) > LONGEST_REPEATED
    long = [text for text, href in views_linked(root) if len(href) > 100]
    assert long == ["1", "2"], "only pages need all of it"
    assert (count(root), len(root.xpath(".//form"))) == (f"{len(result.rows)} of 53 films", 1)
    assert {"1960s", "1980s"} <= {each.text for each in root.xpath(".//div[contains(@class, 'shown')]/span")}
    assert len(first_view(result)) < 5 * len(first_view(ours({}, "filmography")))


def test_other_lists_languages_and_files() -> None:
    root = read(ours({"q": ["solaris"]}), Choice("One", "?", True), Choice("Two", "?list=two"))
    assert root.xpath(".//nav[@aria-label='List']//a/@href") == ["?", "?list=two"]
    assert root.xpath(".//nav[@aria-label='Language']//a/@href") == ["?q=solaris&lang=en", "?q=solaris&lang=ru"]
    assert root.xpath(".//footer/p/a/@href") == ["data/films.csv?q=solaris", "data/films.json?q=solaris"]
    assert read(ours({})).xpath(".//footer/p/a/@href") == ["data/films.csv", "data/films.json"]
    assert read(ours({})).xpath(".//nav[@aria-label='List']") == []


def test_a_list_in_english_is_marked_on_a_page_in_another_language() -> None:
    russian = read(ours({"film": ["solaris-1972"]}, language=languages()["ru"]))
    assert set(russian.xpath(".//section[@class='chosen']//p[@class='text']/bdi/@lang")) == {"en"}
    assert read(ours({"film": ["solaris-1972"]})).xpath(".//p[@class='text']/bdi/@lang") == []


@pytest.mark.parametrize("hostile", ["</noscript><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a & b"])
def test_texts_of_a_list_are_text(tmp_path: Path, hostile: str) -> None:
    csv = f'title,year,description,genre\n"{hostile}",1972,"{hostile}","{hostile}"\n' + "".join(
        f'B{number},1973,,"{hostile}"\n' for number in range(6)
    )
    film = str(own(csv, tmp_path, {}).index.frame["id"].iloc[0])
    result = own(csv, tmp_path, {"film": [film], "q": [hostile]})
    markup = first_view(result)
    assert hostile not in markup
    root = read(result)
    assert root.xpath(".//section[@class='chosen']//h2/bdi")[0].text_content() == f"{hostile} (1972)"
    assert set(root.xpath(".//input[@name='q']/@value")) == {hostile}
    assert root.xpath(".//script | .//img") == []


def test_a_list_that_is_not_told() -> None:
    root = fromstring(untold_page("A list of films", english())).xpath("//main")[0]
    assert root.xpath(".//a/@href") == ["?"]
    assert "JavaScript" in root.text_content()


@pytest.mark.parametrize(
    ("given", "chosen", "films"),
    [
        ({}, "Cards", 10),
        ({"view": ["table"]}, "Cards", 10),
        ({"view": ["gallery"]}, "Gallery", 0),
        ({"view": ["charts"]}, "Charts", 0),
    ],
)
def test_a_layout_is_a_link_and_charts_stand_in_the_place_of_cards(
    given: dict[str, list[str]], chosen: str, films: int
) -> None:
    root = read(ours(given))
    layouts = root.xpath(".//section[h3='View']/ul[@class='choices']//a")
    assert [(each.text_content().strip(), each.get("aria-current")) for each in layouts] == [
        (name, "true" if name == chosen else None) for name in ("Cards", "Gallery", "Charts")
    ]
    assert len(root.xpath(".//section[@class='films']/details[@class='row']")) == films
    assert bool(root.xpath(".//*[@class='charts']")) is (chosen == "Charts")


def test_each_bar_of_a_chart_leads_to_its_films() -> None:
    root = read(ours({"view": ["charts"], "decade": ["1960s"]}))
    bars = {each.xpath("string(.//bdi)"): each for each in root.xpath(".//*[@class='charts']//a")}
    assert bars["1970s"].get("href") == "?decade=1960s&decade=1970s&view=charts"
    assert (bars["1960s"].get("href"), bars["1960s"].get("aria-current")) == ("?view=charts", "true")
    assert " ".join(bars["Mars"].xpath("string(.//*[@class='number'])").split()) == "1 of 2"
