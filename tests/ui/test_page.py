"""The page's states: what it shows for a link, what a widget does to view and link, and what never happens."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.query.named_views import NamedView
from dashboard.ui.state import widget_key
from tests.foreign import NINE, crowded, films
from tests.ui.conftest import Open, cards, checked, heads, key_of, open_cards, title_of, titles

THREE = "title,year,themes\nContact,1978,first contact; music\nReturn,1980,rescue\nLetter,,music\n"


RATED = "title,year,rating\nA,1970,9\nC,1970,7\nB,1960,7\nD,1960,\n"


def count(page: AppTest) -> str:
    return next(m[1] for each in page.markdown if (m := re.search(r'role="status">([^<]*)<', each.value)))


def said(page: AppTest) -> str:
    return next(m[1] for each in page.html if (m := re.search(r'class="said">([^<]*)<', each.value)))


def markup(page: AppTest) -> str:
    seen = (each.value for each in page.html if 'class="told"' not in each.value)
    return "\n".join([*seen, open_cards(page)])


def link(page: AppTest) -> dict[str, Any]:
    return dict(page.query_params)


def chart_of(page: AppTest) -> Any:
    return page.get("vega_lite_chart")[-1].proto


def marks(page: AppTest) -> Any:
    chart = chart_of(page)
    from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df

    return convert_arrow_bytes_to_pandas_df(chart.data.data if chart.data.data else chart.datasets[0].data.data)


@pytest.mark.parametrize(
    ("code", "head"),
    [
        ("en", "Solaris (1972) Солярис · Directed by Andrei Tarkovsky · 2 h 46 min"),
        ("ru", "Солярис (1972) Solaris · Режиссёр: Андрей Тарковский · 2 ч 46 мин"),
    ],
)
def test_a_card_s_head_says_what_helps_to_choose(opened: Open, code: str, head: str) -> None:
    page = opened(lang=code, list="filmography", q="Солярис")
    assert head in heads(page).values()


@pytest.mark.parametrize(
    ("parameters", "modes"),
    [
        ({}, []),
        ({"themes": "rescue"}, [["any of", "all of", "none of"]]),
        ({"themes": ["rescue", "adventure"]}, [["any of", "all of", "none of"]]),
        ({"decade": "1960s"}, [["any of", "none of"]]),
    ],
    ids=str,
)
def test_how_to_ask_is_asked_where_a_value_is_chosen(
    opened: Open, parameters: dict[str, Any], modes: list[list[str]]
) -> None:
    page = opened(**parameters)
    assert [each.options for each in page.get("button_group") if "any of" in each.options] == modes


def test_films_are_sorted_by_a_second_column_that_is_asked_for_once_there_is_a_first(opened: Open) -> None:
    page = opened(RATED)
    assert "then" not in [each.key for each in page.selectbox]
    checked(page.selectbox(key="order").set_value("rating-desc").run())
    assert (titles(page), link(page)) == (["A (1970)", "C (1970)", "B (1960)", "D (1960)"], {"sort": "rating-desc"})
    checked(page.selectbox(key="then").set_value("year").run())
    assert (titles(page), link(page)["sort"]) == (
        ["A (1970)", "B (1960)", "C (1970)", "D (1960)"],
        ["rating-desc", "year"],
    )
    checked(page.selectbox(key="order").set_value("year").run())
    assert (titles(page), link(page)["sort"]) == (["B (1960)", "D (1960)", "A (1970)", "C (1970)"], "year")
    checked(page.selectbox(key="order").set_value("listed").run())
    assert (link(page), "then" in [each.key for each in page.selectbox]) == ({}, False)


def test_lists_of_many_values_are_ordered_by_name_or_by_number_of_films(opened: Open) -> None:
    page = opened()
    assert page.multiselect("facet:themes").options[:2] == ["adventure", "camaraderie"]
    checked(page.get_by_key("values").set_value("films").run())
    assert (page.multiselect("facet:themes").options[:2], link(page)) == (
        ["adventure", "psychology"],
        {"values": "films"},
    )
    assert "values" not in [each.key for each in opened(THREE).get("button_group")]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (["rating-desc"], {"Rating ↓", "Year", "Title"}),
        (["rating-desc", "year"], {"Rating ↓ 1", "Year ↑ 2", "Title"}),
        (["year", "listed-desc"], {"Year ↑ 1", "Rating", "Title"}),
        (["listed-desc"], {"Year", "Rating", "Title"}),
    ],
    ids=["one", "two", "as listed behind", "as listed"],
)
def test_the_table_has_an_arrow_where_films_are_sorted_by_a_column(
    opened: Open, sort: list[str], expected: set[str]
) -> None:
    page = opened(RATED, sort=sort, view="table")
    labels = {each["label"] for each in json.loads(page.dataframe[0].proto.columns).values() if each.get("label")}
    assert expected <= labels


def test_none_of_a_single_value(opened: Open) -> None:
    page = opened(decade="1980s")
    checked(page.get_by_key("mode:decade").set_value("none").run())
    assert (count(page), link(page)) == ("6 of 10 films", {"decade": "1980s", "none": "decade"})
    assert page.get_by_key("drop:decade:1980s").label == "without 1980s"


def test_the_default_view_shows_every_film_as_listed(opened: Open) -> None:
    page = opened()
    assert count(page) == "10 of 10 films"
    assert titles(page)[:3] == ["Solaris (1972)", "Star Pilot (1967)", "The Sky Beckons (1959)"]
    assert len(titles(page)) == 10
    assert link(page) == {}
    assert "Cold War" not in markup(page)


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("search", "Search"),
        ("years", "Years"),
        ("facet:decade", "Decade"),
        ("facet:destination", "Destination"),
        ("facet:themes", "Themes"),
        ("order", "Sort by"),
        ("clear_all", "Clear all"),
        ("list", "List"),
        ("legend:evidence", "Evidence"),
        ("facet:identity", "Identity"),
        ("layout", "View"),
    ],
)
def test_the_labels_are_a_contract(opened: Open, key: str, label: str) -> None:
    assert opened().get_by_key(key).label == label


@pytest.mark.parametrize(
    ("parameters", "shown", "first"),
    [
        ({}, "10 of 10 films", "Solaris (1972)"),
        ({"q": "mars"}, "3 of 10 films", "Star Pilot (1967)"),
        ({"years": "1960-1984"}, "6 of 10 films", "Solaris (1972)"),
        ({"decade": ["1950s", "1990s"]}, "3 of 10 films", "The Sky Beckons (1959)"),
        ({"destination": "Venus"}, "1 of 10 films", "The Dawn of the Cosmos (1971)"),
        ({"themes": ["rescue", "adventure"], "all": "themes"}, "1 of 10 films", "Star Pilot (1967)"),
        ({"sort": "year"}, "10 of 10 films", "The Sky Beckons (1959)"),
        ({"sort": "title-desc"}, "10 of 10 films", "The Star of the Cosmos (1984)"),
    ],
    ids=str,
)
def test_a_link_is_a_view(opened: Open, parameters: dict[str, Any], shown: str, first: str) -> None:
    page = opened(**parameters)
    assert count(page) == shown
    assert titles(page)[0] == first
    assert (
        link(page) == {name: [v] if isinstance(v, str) else v for name, v in parameters.items()}
        or link(page) == parameters
    )


def test_widgets_show_what_the_link_names(opened: Open) -> None:
    page = opened(q="mars", years="1960-1984", destination="Mars", sort="year-desc", view="table")
    assert page.text_input("search").value == "mars"
    assert page.slider("years").value == (1960, 1984)
    assert page.get_by_key("facet:destination").value == ["Mars"]
    assert page.selectbox("order").value == "year-desc"
    assert page.get_by_key("layout").value == "table"


def test_a_widget_changes_view_and_link_and_the_link_changes_the_widget(opened: Open) -> None:
    page = opened()
    checked(page.text_input("search").set_value("mars").run())
    assert (count(page), link(page)) == ("3 of 10 films", {"q": "mars"})
    checked(page.slider("years").set_range(1959, 1970).run())
    assert (count(page), link(page)) == ("2 of 10 films", {"q": "mars", "years": "-1970"})
    page.query_params.clear()
    checked(page.run())
    assert count(page) == "10 of 10 films"
    assert page.text_input(key_of(page, "search")).value == ""
    assert page.slider(key_of(page, "years")).value == (1959, 1993)


def test_blanks_around_a_search_are_not_taken_from_the_one_who_types(opened: Open) -> None:
    page = checked(opened().text_input("search").set_value("mars ").run())
    assert link(page) == {"q": "mars"}
    assert page.text_input("search").value == "mars "


def test_each_filter_is_removed_beside_the_count_and_clear_all_removes_all(opened: Open) -> None:
    page = opened(q="space", years="1960-", destination=["Mars", "Venus"], film="solaris-1972", sort="year")
    chips = [each.label.replace("\\", "") for each in page.button if str(each.key).startswith("drop:")]
    assert chips == ["“space”", "from 1960", "Destination: Mars", "Destination: Venus"]
    checked(page.button("drop:destination:Mars").click().run())
    assert link(page) == {
        "q": "space",
        "years": "1960-",
        "destination": "Venus",
        "sort": "year",
        "film": "solaris-1972",
    }
    checked(page.button("clear_all_here").click().run())
    assert link(page) == {"sort": "year"}
    assert page.button("clear_all").disabled


def test_counts_stand_beside_the_choices(opened: Open) -> None:
    page = opened(years="-1970")
    destinations = [option.content for option in page.get_by_key("facet:destination").proto.options]
    themes = page.multiselect("facet:themes").options
    assert counts(page, ".st-key-facet-destination [role=toolbar] > :nth-child({}) p", destinations, 1) == {
        "Mars": "1",
        "Solar system": "0",
        "Space station": "0",
        "Venus": "0",
    }
    beside = counts(page, "[data-key='{}'] > *", themes)
    assert themes[:3] == ["adventure", "cosmonaut training", "international cooperation"]
    assert [beside[theme] for theme in (*themes[:3], themes[-1])] == ["2", "1", "1", "0"]


def counts(page: AppTest, place: str, labels: list[str], first: int = 0) -> dict[str, str]:
    """The number that the style puts beside each label."""
    rules = next(each.value for each in page.html if place.format(first) in each.value)
    found = {
        label: rules.partition(place.format(at) + '::after { content: "\\a0(')[2]
        for at, label in enumerate(labels, first)
    }
    return {label: rest.partition(")")[0] for label, rest in found.items()}


def test_a_label_is_the_same_whatever_is_chosen(opened: Open) -> None:
    labels = [
        [each.content for each in opened(**chosen).get_by_key("facet:destination").proto.options]
        for chosen in ({}, {"years": "-1970"}, {"destination": "Mars"})
    ]
    assert labels == [labels[0]] * 3


def test_a_facet_of_one_value_is_not_shown(opened: Open) -> None:
    page = opened("title,year,destination\nA,1970,Mars\nB,1971,Mars\n")
    assert [each.key for each in page.get("pills")] == []
    assert page.slider("years").value == (1970, 1971)


NUMBERS = "title,running_time_min,rating,gross\nA,60,8.1,5\nB,95,,\nC,120,7.5,\nD,,9,3\n"


@pytest.mark.parametrize(
    ("header", "rows", "parameters", "chips"),
    [
        ("A,A:B", ["B:x,x", "c,d"], {"A": "B:x", "A:B": "x"}, ["A: B:x", "A:B: x"]),
        ("A,A:", [":x,x", "c,d"], {"A": ":x", "A:": "x"}, ["A: :x", "A:: x"]),
        ("A,A%3AB", ["B:x,x", "c,d"], {"A": "B:x", "A%3AB": "x"}, ["A: B:x", "A%3AB: x"]),
        ("A:B,A", ["1,B:", "2,B:", "3,B:", "4,d", "5,d", "6,d"], {"A:B": "2..5", "A": "B:"}, ["A:B: 2–5", "A: B:"]),
    ],
)
def test_columns_whose_names_hold_a_colon_have_chips_of_their_own(
    opened: Open, header: str, rows: list[str], parameters: dict[str, str], chips: list[str]
) -> None:
    lines = [f"{at},{row}" for at, row in enumerate(rows * (8 // len(rows)))]
    page = opened(f"title,{header}\n" + "\n".join(lines) + "\n", **parameters)
    shown = [button for button in page.button if str(button.key).startswith("drop:")]
    assert {button.label.replace("\\", "") for button in shown} == set(chips)
    checked(shown[0].click().run())
    assert len([button for button in page.button if str(button.key).startswith("drop:")]) == len(chips) - 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("drop", "A", "B:x"), ("drop", "A:B", "x")),
        (("drop", "A", ":x"), ("drop", "A:", "x")),
        (("drop", "A:", "x"), ("drop", "A%3A", "x")),
        (("drop", "A", "B", ""), ("drop", "A", "B")),
        (("a:b", "c"), ("a", "b:c")),
        (("a:b:c",), ("a", "b", "c")),
        (("%",), ("%25",)),
    ],
)
def test_a_key_is_of_its_parts_only(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert widget_key(*one) != widget_key(*other)


def test_numbers_are_a_slider_that_filters_and_is_in_the_link(opened: Open) -> None:
    page = opened(NUMBERS)
    length, rating = page.slider("range:running_time_min"), page.slider("range:rating")
    assert (length.label, length.min, length.max, length.step) == ("Running time \\(min\\)", 60, 120, 1)
    assert (rating.label, rating.min, rating.max, rating.step) == ("Rating", 7.5, 9, 0.1)
    checked(length.set_range(60, 100).run())
    assert (count(page), link(page)) == ("2 of 4 films", {"running_time_min": "..100"})
    checked(page.slider("range:rating").set_range(7.5, 8.1).run())
    assert (count(page), link(page)) == ("1 of 4 films", {"running_time_min": "..100", "rating": "..8.1"})
    checked(page.slider("range:running_time_min").set_range(60, 120).run())
    assert (count(page), link(page)) == ("2 of 4 films", {"rating": "..8.1"})


def test_a_slider_at_zero(opened: Open) -> None:
    page = opened("title,Profit\nA,-5\nB,0\nC,7.5\n", Profit="0..")
    assert (count(page), page.slider("range:Profit").value) == ("2 of 3 films", (0, 7.5))


def captions(page: AppTest) -> list[str]:
    return [each.value for each in page.caption if "without it" in each.value]


def test_a_link_with_a_range_moves_the_slider_and_clear_all_moves_it_back(opened: Open) -> None:
    page = opened(NUMBERS, rating="8..", running_time_min="90..100")
    assert (page.slider("range:rating").value, page.slider("range:running_time_min").value) == ((8, 9), (90, 100))
    chips = [each.label.replace("\\", "") for each in page.button if str(each.key).startswith("drop:")]
    assert (count(page), chips) == ("0 of 4 films", ["Running time: 90–100 min", "Rating: from 8"])
    assert [each.label.replace("\\", "") for each in page.button if str(each.key).startswith("way_out")] == [
        "Remove Running time: 90–100 min: 2 films",
        "Remove Rating: from 8: 1 film",
    ]
    checked(page.button("drop:rating:").click().run())
    assert (count(page), link(page)) == ("1 of 4 films", {"running_time_min": "90..100"})
    checked(page.button("clear_all").click().run())
    assert (count(page), link(page)) == ("4 of 4 films", {})
    assert page.slider(key_of(page, "range:running_time_min")).value == (60, 120)


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({}, []),
        ({"rating": "8.."}, ["1 film without it is hidden"]),
        ({"rating": "8..", "q": "A"}, []),
        ({"rating": "8..", "running_time_min": "..100"}, ["1 film without it is hidden"] * 2),
        ({"rating": "8..8.5", "running_time_min": "100.."}, []),
        ({"gross": "5.."}, ["2 films without it are hidden"]),
    ],
    ids=str,
)
def test_films_without_a_number_are_said_under_a_slider_that_hides_them(
    opened: Open, parameters: dict[str, str], said: list[str]
) -> None:
    assert captions(opened(NUMBERS, **parameters)) == said


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("good", "“good” is not a range of Rating (such as 60..120)"),
        ("9.5..", "no film here has Rating within “9.5..”"),
    ],
)
def test_a_range_that_says_nothing_here_is_named(opened: Open, value: str, words: str) -> None:
    page = opened(NUMBERS, rating=value)
    assert words in page.info[0].value.replace("\\", "")
    assert (count(page), page.slider("range:rating").value) == ("4 of 4 films", (7.5, 9))


def test_numbers_on_a_card_and_in_the_table(opened: Open) -> None:
    said = text(opened(NUMBERS, open=["a", "c"]))
    assert all(part in said for part in ("Running time60 min", "Rating8.1", "Rating7.5"))
    config = json.loads(opened(NUMBERS, view="table").dataframe[0].proto.columns)
    assert [config[name]["label"] for name in ("running_time_min", "rating")] == ["Running time (min)", "Rating"]


def controls(page: AppTest) -> list[str]:
    """The columns whose filters the sidebar shows, from top to bottom."""
    keys = [str(each.key) for each in page.sidebar if str(each.key).startswith(("facet:", "range:"))]
    return [key.split(":")[1].split("__")[0] for key in keys]


def test_eight_filters_are_offered_and_the_others_are_switched_on_and_off(opened: Open) -> None:
    page = opened(crowded())
    assert controls(page) == list(NINE[:8])
    assert page.multiselect("more").options == ["Certainty", "Rating"]
    checked(page.multiselect("more").select("rating").run())
    assert (controls(page), link(page)) == ([*NINE[:8], "rating"], {"more": "rating"})
    checked(page.slider("range:rating").set_range(6, 6.8).run())
    assert (count(page), link(page)) == ("2 of 8 films", {"rating": "6.."})
    checked(page.multiselect("more").select("certainty").run())
    assert (controls(page), link(page)) == ([*NINE[:8], "certainty", "rating"], {"rating": "6..", "more": "certainty"})
    checked(page.multiselect("more").unselect("rating").run())
    assert (count(page), link(page)) == ("8 of 8 films", {"more": "certainty"})
    checked(page.multiselect("more").set_value([]).run())
    assert (controls(page), link(page)) == (list(NINE[:8]), {})


def test_a_filter_that_a_link_names_is_shown_though_it_is_not_offered(opened: Open) -> None:
    page = opened(crowded(), certainty="odd", kind="odd", more=["rating", "studio", "nothing"])
    assert (controls(page), page.multiselect("more").value) == (
        [*NINE[:8], "certainty", "rating"],
        NINE[8:] and ["certainty", "rating"],
    )
    assert "more has no “nothing” here" in page.info[0].value.replace("\\", "")
    checked(page.button("drop:certainty:odd").click().run())
    assert (controls(page)[8:], link(page)) == (
        ["certainty", "rating"],
        {"kind": "odd", "more": ["certainty", "rating"]},
    )
    checked(page.button("clear_all").click().run())
    assert (controls(page)[8:], link(page)) == (["certainty", "rating"], {"more": ["certainty", "rating"]})


def test_a_filter_that_anything_else_put_in_force_is_shown_and_switched_off(opened: Open) -> None:
    page = opened(crowded())
    page.session_state["session"].view = page.session_state["session"].view.with_values("certainty", ("odd",))
    checked(page.run())
    assert (controls(page)[8:], count(page)) == (["certainty"], "4 of 8 films")
    checked(page.multiselect(key_of(page, "more")).unselect("certainty").run())
    assert (controls(page)[8:], count(page), link(page)) == ([], "8 of 8 films", {})


def test_a_further_filter_that_a_browser_still_names_but_is_gone_is_left_out(opened: Open) -> None:
    page = opened(crowded())
    checked(page.multiselect("more").set_value(["gone", "rating"]).run())
    assert (controls(page)[8:], link(page)) == (["rating"], {"more": "rating"})


def test_filters_switched_on_are_those_of_their_list(opened: Open) -> None:
    page = opened(crowded(), more="rating")
    checked(page.selectbox("list").select("filmography").run())
    assert (link(page), [each for each in page.multiselect if str(each.key).startswith("more")]) == (
        {"list": "filmography"},
        [],
    )


def test_a_list_of_few_filters_offers_no_more(opened: Open) -> None:
    assert "more" not in [each.key for each in opened().multiselect]


def test_further_filters_of_one_label_are_told_apart(opened: Open) -> None:
    head, *rows = crowded().splitlines()
    lengths = [f"{row},{60 + at},{90 + at}" if at < 2 else f"{row},," for at, row in enumerate(rows)]
    page = opened("\n".join([f"{head},running_time_min,Running time", *lengths]))
    named = ["Running time (running_time_min)", "Running time (Running time)"]
    assert page.multiselect("more").options == ["Certainty", "Rating", *named]
    checked(page.multiselect("more").select("Running time").run())
    assert controls(page)[8:] == ["Running time"]


def test_a_list_of_titles_alone_is_served(opened: Open) -> None:
    page = opened("title\nB\nA\n")
    assert titles(page) == ["B (no year)", "A (no year)"]
    assert said(page) == "No film of this list has a year, so there is no timeline."
    assert not page.get("vega_lite_chart")
    assert not page.slider


def test_films_without_a_year_are_counted_under_the_chart(opened: Open) -> None:
    assert "1 film of the list has no year and no place on the axis" in said(opened(THREE))


def test_an_unknown_column_is_on_the_card(opened: Open) -> None:
    page = opened("title,year,Shelf mark\nA,1970,X 12\n", film="a-1970")
    assert "<dt><bdi>Shelf mark</bdi></dt><dd><bdi>X 12</bdi></dd>" in markup(page)


def test_what_the_link_names_in_vain_is_said_and_the_link_stays(opened: Open) -> None:
    page = opened(destination="Pluto", hue="red", film="nobody")
    assert count(page) == "10 of 10 films"
    notice = page.info[0].value.replace("\\", "")
    assert all(word in notice for word in ("Pluto", "hue=red", "nobody"))
    checked(page.run())
    assert page.info
    checked(page.text_input("search").set_value("mars").run())
    assert not page.info


def test_an_open_card_that_filters_hide_is_named_with_a_way_to_show_it(opened: Open) -> None:
    page = opened(open="solaris-1972", destination="Mars", q="cosmonaut")
    assert "An open card is hidden by “cosmonaut” and Destination: Mars: Solaris (1972)." in markup(page)
    checked(page.button("show_open").click().run())
    assert link(page) == {"open": "solaris-1972"}
    assert "Tarkovsky" in markup(page)


def test_a_picked_film_that_filters_hide_says_so(opened: Open) -> None:
    page = opened(film="solaris-1972", destination="Mars")
    assert "hidden by Destination: Mars" in markup(page)
    checked(page.button("show_selected").click().run())
    assert link(page) == {"film": "solaris-1972"}
    checked(page.button("close_selected").click().run())
    assert link(page) == {}


def test_opening_a_card_sends_it_and_puts_it_into_the_link(opened: Open) -> None:
    page = opened()
    page.session_state["session"].view = page.session_state["session"].view.with_all_open(("solaris-1972",))
    checked(page.run())
    assert link(page) == {"open": "solaris-1972"}
    assert markup(page).count("Directed by Andrei Tarkovsky") == 1


def test_a_search_is_marked_in_closed_and_open_cards(opened: Open) -> None:
    (closed,) = cards(opened(q="mars"))["star-pilot-1967"].find_class("snippet")
    assert "A sci-fi adventure where a Soviet cosmonaut is" not in closed.text_content()
    assert "sent to Mars to rescue" in closed.text_content()
    assert {each.text for each in closed.iter("mark")} == {"Mars"}
    is_open = markup(opened(q="mars", open="star-pilot-1967"))
    assert "Found in description, destination and statements." in is_open


@pytest.mark.parametrize(
    ("parameters", "buttons"),
    [
        ({"q": "mars", "destination": "Venus"}, ["Remove “mars”: 1 film", "Remove Destination: Venus: 3 films"]),
        ({"q": "Tarkofsky"}, ["Did you mean “Tarkovsky”? 1 film", "Remove “Tarkofsky”: 10 films"]),
        ({"q": "zzzz", "destination": "Venus", "years": "1990-"}, ["Clear all: 10 films"]),
    ],
    ids=["two filters", "misspelt", "no single filter helps"],
)
def test_nothing_matches(opened: Open, parameters: dict[str, Any], buttons: list[str]) -> None:
    page = opened(**parameters)
    assert count(page) == "0 of 10 films"
    offered = [
        e.label.replace("\\", "") for e in page.button if re.match(r"way_out|search_nearest|clear_all_n", str(e.key))
    ]
    assert sorted(offered) == sorted(buttons)
    checked(page.button(next(e.key for e in page.button if e.label.replace("\\", "") == buttons[0])).click().run())
    assert count(page) != "0 of 10 films"


@pytest.mark.parametrize(("directors", "expected"), [(900, ["D1", "D26"]), (1_100, ["D0", "D1"])])
def test_a_very_long_filter_keeps_its_order(opened: Open, directors: int, expected: list[str]) -> None:
    rows = "".join(f"Film {at},{1950 + at % 50},D{at // 2}\n" for at in range(2 * directors))
    page = opened("title,year,director\n" + rows, years="1953-1953")
    assert page.multiselect("facet:director").options[:2] == expected


def test_a_long_list_has_pages_and_only_one_of_them_is_sent(opened: Open) -> None:
    page = opened(films(100))
    assert len(titles(page)) == 20
    page = opened(films(100), page="5")
    assert len(titles(page)) == len(set(titles(page))) > 0
    checked(page.text_input("search").set_value("a").run())
    assert "page" not in link(page)


def test_marks_cards_and_table_are_the_same_films(opened: Open) -> None:
    parameters = {"q": "space", "sort": "year"}
    cards, table = opened(**parameters), opened(**parameters, view="table")
    frame = table.dataframe[0].value
    assert [f"{t} ({y})" for t, y in zip(frame["title"], frame["year"], strict=True)] == titles(cards)
    drawn = marks(cards)
    assert sorted(drawn[drawn["shown"]]["title"]) == sorted(frame["title"])
    assert len(drawn) == 10


def test_the_chart_keeps_its_specification_when_the_films_change(opened: Open) -> None:
    page = opened()
    before = json.loads(chart_of(page).spec)
    checked(page.text_input("search").set_value("mars").run())
    assert json.loads(chart_of(page).spec) == before


def test_rows_that_cannot_be_used_are_named(opened: Open) -> None:
    page = opened("title,year\nA,1970\nB,soon\n,1971\n")
    assert count(page) == "2 of 2 films"
    assert "1 row of the list’s file could not be used" in page.warning[0].value.replace("\\", "")
    assert "films.csv, line 4, column “title”: a film needs a title" in markup(page)


def test_a_file_that_breaks_while_it_is_shown_leaves_the_last_good_list(opened: Open, tmp_path: Path) -> None:
    page = opened(THREE)
    (tmp_path / "films.csv").write_text('[{"title": "A", "year', encoding="utf-8")
    checked(page.run())
    assert count(page) == "3 of 3 films"
    assert "last version that could be read" in page.warning[0].value
    (tmp_path / "films.csv").write_text("title,year\nNew,1970\n", encoding="utf-8")
    checked(page.run())
    assert (count(page), len(page.warning)) == ("1 of 1 film", 0)


HOSTILE = [
    "<script>document.title='hacked'</script>",
    "<img src=x onerror=alert(1)>",
    "[link](javascript:alert(1)) ![p](http://example.com/x.png)",
    ":red[directive] :material/home: :smile: $x^2$ `code` # head",
    "\u202eright to left\u202c עברית العربية",
    "👩‍🚀🚀" * 40,
    "long" * 500,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_hostile_text_is_shown_as_text(opened: Open, text: str) -> None:
    quoted = text.replace('"', '""')
    page = opened(f'title,year,description,themes\n"{quoted}",1970,"{quoted}","{quoted}"\nB,1971,x,y\n')
    assert "<script>" not in markup(page)
    assert "<img" not in markup(page)
    assert not [each.tag for card in cards(page).values() for each in card.iter("script", "img", "iframe")]
    assert count(checked(page.text_input("search").set_value("").run())) == "2 of 2 films"


def text(page: AppTest) -> str:
    """All own markup of the page without its tags."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", markup(page))))


def test_the_statements_of_the_list_in_a_sentence(opened: Open) -> None:
    assert (
        "The list makes 63 statements: 11 supported, 18 contradicted, 28 not established and 6 judgements. "
        "The fact lines make 18 of them: 3 supported, 8 contradicted, 6 not established and 1 judgement; "
        "1 of 10 fact lines holds in full."
    ) in text(opened())


def test_a_head_says_what_the_statements_come_to(opened: Open) -> None:
    found = heads(opened())
    assert "Star Pilot (1967) ✗ 6 contradicted · ✓ 1 supported" in found["star-pilot-1967"]
    assert "Solaris (1972) ✓ 6 supported" in found["solaris-1972"]


def test_a_card_marks_each_statement_and_explains_it(opened: Open) -> None:
    page = opened(film="the-sky-beckons-1959")
    found = re.findall(r'href="#why-selected-the-sky-beckons-1959-(\d)"', markup(page))
    assert found == list("12345678")
    assert re.findall(r'id="why-selected-the-sky-beckons-1959-(\d)" tabindex="-1"', markup(page)) == found
    said = text(page)
    assert "scenes filmed aboard the Salyut 6 space station8 ✗ contradicted" in said
    assert "Scenes were filmed aboard Salyut 6. Salyut 6 was launched on 29 September 1977" in said
    assert (
        "! calendar check The film is of 1959; its fact mentions Salyut 6, which was launched on 29 September 1977, "
        "18 years after this film."
    ) in said
    assert "Which film this is identified. Небо зовёт" in said
    assert 'href="?list=filmography&amp;film=the-sky-calls-1959"' in markup(page)


def test_the_published_words_stay_word_for_word(opened: Open) -> None:
    page = opened(film="the-sky-beckons-1959")
    without_tags = re.sub(r'(?s)<a class="tag.*?</a>', "", markup(page))
    assert (
        "The film was one of the first to be shot in space, with scenes filmed aboard the Salyut 6 space station."
    ) in re.sub(r"<[^>]+>", "", without_tags)


def test_not_found_says_what_was_searched(opened: Open) -> None:
    said = text(opened(film="the-orbital-station-1983"))
    assert "not found. No film found under this title." in said
    assert "This does not prove that there is no such film" in said
    assert "The nearest film’s card in the checked filmography" in said


def test_a_search_is_marked_within_a_statement(opened: Open) -> None:
    assert '<span class="said-so contradicted">a Soviet cosmonaut is sent to <mark>Mars</mark></span>' in markup(
        opened(film="star-pilot-1967", q="mars")
    )


@pytest.mark.parametrize(
    ("parameters", "shown"),
    [
        ({"evidence": "something contradicted"}, "5 of 10 films"),
        ({"evidence": "everything checked holds"}, "1 of 10 films"),
        ({"evidence": "not established"}, "4 of 10 films"),
        ({"identity": "not found"}, "6 of 10 films"),
        ({"identity": "identified", "evidence": "everything checked holds"}, "1 of 10 films"),
    ],
    ids=str,
)
def test_evidence_and_identity_are_filters(opened: Open, parameters: dict[str, str], shown: str) -> None:
    assert count(opened(**parameters)) == shown


def test_the_legend_is_the_control_with_the_marks_shapes(opened: Open) -> None:
    options = [each.content for each in opened().get_by_key("legend:evidence").proto.options]
    assert options == [
        ":red[▲] something contradicted",
        ":green[●] everything checked holds",
        ":orange[◆] not established",
    ]


def test_what_the_marks_stand_for_is_one_choice_and_in_the_link(opened: Open) -> None:
    page = opened(list="filmography")
    assert page.selectbox("colour").options == [
        f"Colour by: {name}" for name in ("nothing", "Kind", "Destination", "Certainty")
    ]
    assert set(marks(page)["colour"]) == {"accent"}
    checked(page.selectbox("colour").select("kind").run())
    assert link(page) == {"list": "filmography", "colour": "kind"}
    assert set(marks(page)["colour"]) == {"hue1", "hue2", "hue3", "hue4"}
    checked(page.selectbox("colour").select("").run())
    assert link(page) == {"list": "filmography"}


def test_the_legend_of_a_filter_filters_and_shows_what_else_does(opened: Open) -> None:
    page = opened(list="filmography", colour="destination")
    options = [each.content for each in page.get_by_key("legend:destination").proto.options]
    assert (options[0], options[-1]) == (":gray[●] Deep space", ":gray[▮] other")
    checked(page.button_group("legend:destination").select("Edge of space").run())
    assert link(page)["destination"] == ["Edge of space", "Saturn", "Venus"]
    assert count(page) == "3 of 53 films"
    checked(page.button_group(key_of(page, "facet:destination")).unselect("Venus").run())
    assert link(page)["destination"] == ["Edge of space", "Saturn"]
    assert page.button_group(key_of(page, "legend:destination")).value == []


def test_evidence_stays_a_filter_where_the_marks_say_something_else(opened: Open) -> None:
    page = opened(colour="destination")
    checked(page.button_group("facet:evidence").select("not established").run())
    assert count(page) == "4 of 10 films"


def test_sorting_by_evidence(opened: Open) -> None:
    assert titles(opened(sort="evidence"))[0] == "Star Pilot (1967)"
    assert titles(opened(sort="evidence-desc"))[0] == "The Dawn of the Cosmos (1971)"
    assert opened(THREE, sort="evidence").info


def test_the_other_list_is_one_choice_away_and_in_the_link(opened: Open) -> None:
    page = opened(destination="Mars", view="table")
    checked(page.selectbox("list").select("filmography").run())
    assert (count(page), link(page)) == ("53 of 53 films", {"list": "filmography", "view": "table"})
    assert title_of(page) == "Soviet Space Filmography"
    checked(page.selectbox("list").select("published").run())
    assert link(page) == {"view": "table"}


@pytest.mark.parametrize("q", ["солярис", "solyaris", "Solaris"])
def test_the_filmography_is_searched_in_either_script(opened: Open, q: str) -> None:
    assert count(opened(list="filmography", q=q)) == "2 of 53 films"


def test_a_card_of_the_filmography(opened: Open) -> None:
    page = opened(list="filmography", film="per-aspera-ad-astra-1980")
    assert "<dt><bdi>Other years</bdi></dt><dd><bdi>1981</bdi>, <bdi>1982</bdi></dd>" in markup(page)
    assert '<bdi><span lang="ru">Через тернии к звёздам</span></bdi>' in markup(page)
    for address in ("imdb.com/title/tt0126237/", "themoviedb.org/movie/26873", "kinopoisk.ru/film/45488/"):
        assert f'{address}" target="_blank" rel="noreferrer"' in markup(page)
    assert "Moscow–Cassiopeia (1973): director Richard Viktorov; destination Deep space" in text(page)


def test_the_lane_of_history_is_switched_in_view_and_link(opened: Open) -> None:
    page = opened()
    assert "datum.wide" in chart_of(page).spec
    assert "56 moments of history below the films; 5 more lie outside the years of this list" in text(page)
    checked(page.toggle("lane").set_value(False).run())
    assert link(page) == {"lane": "off"}
    assert "datum.wide" not in chart_of(page).spec
    assert "moments of history" not in text(page)
    checked(page.toggle("lane").set_value(True).run())
    assert link(page) == {}


def test_the_lane_is_off_for_a_list_of_ones_own(opened: Open) -> None:
    page = opened(THREE)
    assert not page.toggle("lane").value
    assert "That year and the year before" not in text(opened(THREE, film="contact-1978"))
    assert "That year and the year before in space history (1977–1978)" in text(
        opened(THREE, film="contact-1978", lane="on")
    )


def test_the_calendar_check_is_for_every_list(opened: Open) -> None:
    page = opened('title,year,fact\nA,1970,"Shot aboard Mir."\nB,2000,"Shot aboard Mir."\n', open=["a-1970", "b-2000"])
    assert text(page).count("Calendar check") == 1


def test_a_folder_brings_its_own_evidence(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path / "my_films"
    folder.mkdir()
    (folder / "films.csv").write_text("id,title,year,fact\na,A,1970,Shot in Omsk.\n", encoding="utf-8")
    (folder / "claims.csv").write_text(
        "film_id,field,quote,claim,verdict,reason,source_title,source_url\n"
        "a,fact,Shot in Omsk,It was shot in Omsk.,supported,So it says.,A page,https://example.org/a\n"
        "a,fact,Shot in Perm,It was shot in Perm.,supported,So it says.,A page,https://example.org/a\n",
        encoding="utf-8",
    )
    page = opened(folder=folder, film="a")
    assert "1 ✓ supported" in text(page)
    assert "The list has the words of 1 statement no more." in page.warning[0].value.replace("\\", "")
    assert "Statements whose words are gone" in text(page)
    assert "claims.csv, line 3, column “quote”: “Shot in Perm”: these words do not stand in the film's fact." in text(
        page
    )


LATER = "id,title,year,destination\na,A,1950,Mars\nb,B,1960,Venus\ne,E,1955,Venus\n"


@pytest.mark.parametrize(
    ("parameters", "link_after"),
    [
        ({"open": ["d", "a"]}, {"open": "a"}),
        ({"film": "d"}, {}),
        ({"years": "1975-"}, {}),
        ({"destination": "Moon"}, {}),
        ({"destination": "Mars", "view": "table"}, {"destination": "Mars", "view": "table"}),
    ],
    ids=str,
)
def test_a_list_that_changes_takes_what_is_gone_out_of_the_view(
    opened: Open, tmp_path: Path, parameters: dict[str, Any], link_after: dict[str, Any]
) -> None:
    page = opened(LATER + "c,C,1970,Moon\nd,D,1980,Moon\n", **parameters)
    (tmp_path / "films.csv").write_text(LATER, encoding="utf-8")
    checked(page.run())
    assert (link(page), page.slider(key_of(page, "years")).max) == (link_after, 1960)
    assert bool(page.info) == (link_after == {} or "open" in link_after)


def test_a_folder_that_goes_away_leaves_the_last_good_list(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "films.csv").write_text("title,year\nA,1970\n", encoding="utf-8")
    page = opened(folder=folder)
    folder.rename(tmp_path / "elsewhere")
    checked(page.run())
    assert (count(page), "last version that could be read" in page.warning[0].value) == ("1 of 1 film", True)
    (tmp_path / "elsewhere").rename(folder)
    (folder / "claims.csv").write_text("film_id,field,quote,claim,verdict\na-1970,title,A,It is A.,judgement\n")
    checked(page.run())
    assert (len(page.warning), "~ judgement" in text(page)) == (0, True)


def test_at_most_twenty_cards_are_open(opened: Open) -> None:
    rows = "".join(f"f{at},Film {at},1970\n" for at in range(30))
    page = opened("id,title,year\n" + rows, open=[f"f{at}" for at in range(30)])
    assert "at most 20 cards are open at once" in page.info[0].value.replace("\\", "")
    assert len(page.session_state["session"].view.open) == 20


def test_what_is_said_of_a_list_of_ones_own_is_not_said_to_be_looked_up_by_us(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path / "jazz"
    folder.mkdir()
    (folder / "films.csv").write_text("id,title,year,Shelf\na,A,1959,S 1\nb,B,1960,S 2\n", encoding="utf-8")
    (folder / "claims.csv").write_text(
        "film_id,field,quote,claim,verdict\na,Shelf,S 1,It stands on S 1.,judgement\n", encoding="utf-8"
    )
    (folder / "identities.csv").write_text(
        "film_id,status,filmography_id,note\na,not found,b,Not found.\n", encoding="utf-8"
    )
    (folder / "milestones.csv").write_text(
        "date,country,kind,text,source_title,source_url,note\n1959-08-17,USA,first,Kind of Blue.,,,\n", encoding="utf-8"
    )
    page = opened(folder=folder, film="a")
    said = text(page)
    assert "sources were searched" not in said
    assert "this program has checked none of them" in said
    assert "The nearest film’s card in this list" in said
    assert 'href="?film=b"' in markup(page)
    assert "That year and the year before in history (1958–1959)" in said
    assert page.toggle("lane").label == "History beside the films"
    assert markup(page).count('id="mark-selected-a-1"') == markup(page).count('href="#mark-selected-a-1"') == 1


def starts(page: AppTest) -> list[str]:
    return [each.label for each in page.button if each.key.startswith("start:")]


def test_views_that_a_list_names_are_ways_in(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path / "jazz"
    folder.mkdir()
    (folder / "films.csv").write_text("title,year,kind\nA,1959,x\nB,1960,y\n", encoding="utf-8")
    rows = "Fifties,?decade=1950s,Пятидесятые\nAway,https://x.org/,\nHalf,?q=a&planet=Mars,\n*b* <i>,?q=b,\n"
    (folder / "views.csv").write_text(f"name,link,name_ru\n{rows}", encoding="utf-8")
    page = opened(folder=folder, sort="year")
    assert starts(page) == ["Fifties", "Half", r"\*b\* \<i\>"]
    checked(page.button(key="start:0").click().run())
    assert (titles(page), link(page)) == (["A (1959)"], {"decade": "1950s"})
    assert [each.value.replace("\\", "") for each in page.warning] == [
        "1 row of the list’s evidence could not be used and is left out here.",
        "1 row beside the list is doubtful and was used all the same.",
    ]
    assert "leads away from this list" in text(page)
    assert starts(opened(folder=folder, lang="ru"))[0] == "Пятидесятые"
    assert starts(opened()) == []


def test_a_visitor_names_the_view_and_takes_it_home(opened: Open) -> None:
    def name(text: str) -> None:
        page.text_input(key="name_of_the_view").set_value(text)
        (button,) = [each for each in page.button if each.label == "Name it"]
        checked(button.click().run())

    page = opened(destination="Mars", lang="en")
    name(" To\tMars ")
    name("  ")
    assert starts(page) == ["To Mars"]
    checked(page.button(key="clear_all").click().run())
    name("<All>")
    assert starts(page) == ["To Mars", r"\<All\>"]
    checked(page.button(key="start:0").click().run())
    assert (count(page), link(page)) == ("2 of 10 films", {"destination": "Mars", "lang": "en"})
    named = page.session_state["session"].named_here
    assert named == (NamedView("To Mars", "?destination=Mars"), NamedView("<All>", "?"))
    checked(page.button(key="unname:To Mars").click().run())
    assert starts(page) == [r"\<All\>"]


def test_a_long_table_has_pages_of_its_own(opened: Open) -> None:
    page = opened(films(1_201), view="table")
    assert len(page.dataframe[0].value) == 500
    page = opened(films(1_201), view="table", page="3")
    assert len(page.dataframe[0].value) == 201
    page = opened(films(1_201), view="table", page="9")
    assert len(page.dataframe[0].value) == 201
    checked(page.segmented_control(key="layout").set_value("cards").run())
    assert "page" not in page.query_params


def test_a_filter_of_very_many_values_says_no_numbers_and_filters_all_the_same(opened: Open) -> None:
    rows = "".join(f"Film {at},{1900 + at % 100},Person {at % 300}\n" for at in range(900))
    page = opened("title,year,director\n" + rows, director="Person 7")
    select = page.multiselect(key="facet:director")
    assert (len(select.options), select.options[0]) == (300, "Person 0")
    assert count(page) == "3 of 900 films"
    checked(select.set_value(["Person 7", "Person 8"]).run())
    assert count(page) == "6 of 900 films"


def test_of_very_many_filters_the_first_are_removed_one_by_one(opened: Open) -> None:
    names = [f"d{number:02}" for number in range(60)]
    rows = "".join(f"A {name},{name}\nB {name},{name}\n" for name in names)
    page = opened(f"title,director\n{rows}", director=names)
    removable = [each.label.replace("\\", "") for each in page.button if str(each.key).startswith("drop:")]
    assert (count(page), removable) == ("120 of 120 films", [f"Director: {name}" for name in names[:20]])
    assert "and 40 more" in [each.value for each in page.markdown]
