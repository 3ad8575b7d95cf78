"""The shortlist on the page: stars, its section, its link, and a film by chance."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

from streamlit.testing.v1 import AppTest

from tests.ui.conftest import Open, checked

SOLARIS, PILOT, LAST = "solaris-1972", "star-pilot-1967", "the-last-flight-1993"
PICKED = {"pick": [SOLARIS, PILOT, LAST]}


def link(page: AppTest) -> dict[str, list[str]]:
    return {name: [value] if isinstance(value, str) else value for name, value in dict(page.query_params).items()}


def press(page: AppTest, key: str) -> AppTest:
    page.button(key=key).click()
    return checked(page.run())


def markup(page: AppTest) -> str:
    return "".join([*(each.proto.body for each in page.get("html")), *(each.value for each in page.markdown)])


def test_a_star_puts_a_film_on_the_shortlist_and_takes_it_off(opened: Open) -> None:
    page = opened(view="gallery")
    assert "on your shortlist" not in markup(page)
    assert page.button(key=f"star:head:{PILOT}").label == r"Put Star Pilot \(1967\) on the shortlist"
    for film in (PILOT, SOLARIS):
        press(page, f"star:head:{film}")
    assert link(page) == {"view": ["gallery"], "pick": [PILOT, SOLARIS]}
    assert '<a href="#your-shortlist">★ 2 on your shortlist</a>' in markup(page)
    assert page.button(key=f"star:head:{PILOT}").label == r"**Take Star Pilot \(1967\) off the shortlist**"
    press(page, f"star:head:{PILOT}")
    press(page, f"tool:off:{SOLARIS}")
    assert link(page) == {"view": ["gallery"]}
    assert [each.value for each in page.header] == ["Download"]


def test_a_card_has_a_star_in_words(opened: Open) -> None:
    page = press(opened(film=SOLARIS), f"star:selected:{SOLARIS}")
    assert link(page)["pick"] == [SOLARIS]
    assert page.button(key=f"star:selected:{SOLARIS}").label == r"Take Solaris \(1972\) off the shortlist"


def test_the_table_has_a_column_of_stars(opened: Open) -> None:
    page = opened(view="table", **PICKED)
    stars = page.dataframe[0].value[" star"].tolist()
    assert [at for at, star in enumerate(stars) if star == "★"] == [0, 1, 9]
    assert set(stars) == {"★", "☆"}


def test_it_survives_filters_order_layout_and_clear_all(opened: Open) -> None:
    page = opened(**PICKED, on=[f"{PILOT}@2026-12-01T19:37"], programme="Space nights", destination="Mars")
    page.selectbox(key="order").set_value("year")
    checked(page.run())
    press(page, "clear_all")
    kept = {**PICKED, "on": [f"{PILOT}@2026-12-01T19:37"], "programme": ["Space nights"]}
    assert link(page) == {**kept, "sort": ["year"]}


def test_another_list_has_its_own(opened: Open) -> None:
    page = opened(**PICKED)
    page.selectbox(key="list").set_value("filmography")
    checked(page.run())
    assert link(page) == {"list": ["filmography"]}


def test_films_move_and_the_ends_are_ends(opened: Open) -> None:
    page = opened(**PICKED)
    for key in (f"tool:up:{LAST}", f"tool:up:{SOLARIS}", f"tool:up:{LAST}", f"tool:up:{LAST}"):
        page = press(page, key)
    assert link(page) == {"pick": [LAST, SOLARIS, PILOT]}
    assert page.button(key=f"tool:down:{PILOT}").label == r"Move Star Pilot \(1967\) down"
    page = press(press(page, f"tool:down:{LAST}"), f"tool:down:{PILOT}")
    assert link(page) == {"pick": [SOLARIS, LAST, PILOT]}


def test_a_film_opens_from_the_shortlist_whatever_the_filters(opened: Open) -> None:
    page = press(opened(**PICKED, destination="Venus"), f"show:{SOLARIS}")
    assert link(page)["film"] == [SOLARIS]


def test_a_time_is_given_changed_and_taken_away(opened: Open) -> None:
    page = opened(**PICKED, on=[f"{PILOT}@2026-12-01T19:37"])
    times = {film: page.datetime_input(key=f"when:{film}") for film in PICKED["pick"]}
    assert {film: time.value for film, time in times.items()} == {
        SOLARIS: None,
        PILOT: datetime(2026, 12, 1, 19, 37),
        LAST: None,
    }
    times[SOLARIS].set_value(datetime(2026, 12, 2, 20, 0))
    page = checked(page.run())
    assert link(page)["on"] == [f"{SOLARIS}@2026-12-02T20:00", f"{PILOT}@2026-12-01T19:37"]
    page.datetime_input(key=f"when:{PILOT}").set_value(None)
    page = checked(page.run())
    assert link(page)["on"] == [f"{SOLARIS}@2026-12-02T20:00"]
    assert [each.proto.label for each in page.get("download_button")][2] == "Calendar"


def test_what_it_lacks_and_how_long_it_takes_is_said(opened: Open) -> None:
    text = "title,year,director,running_time_min,source_url\nA,1970,X,61,https://example.org\nB,,Y,60,\n"
    page = opened(text, view="gallery")
    press(press(page, "star:head:a-1970"), "star:head:b")
    assert "2 films, 2 h 1 min in all. No year: B (no year). No source: B (no year)." in markup(page)


def test_the_programmes_title_is_in_the_link_and_clearing_takes_all_away(opened: Open) -> None:
    page = opened(**PICKED)
    assert page.text_input(key="programme").proto.placeholder == "A programme from Soviet Space Films"
    page.text_input(key="programme").set_value("  Space\u0000 nights ")
    page = checked(page.run())
    assert link(page) == {**PICKED, "programme": ["Space nights"]}
    assert [each.proto.label for each in page.get("download_button")][:2] == [
        "Programme to print",
        "Programme as Markdown",
    ]
    assert link(press(page, "clear_shortlist")) == {}


def test_a_full_shortlist_takes_no_more_and_says_so(opened: Open) -> None:
    ids = [f"f{at}" for at in range(52)]
    titles = "id,title\n" + "".join(f"{film},{film}\n" for film in ids)
    page = opened(titles, pick=ids[:49], q="f5", view="gallery")
    assert "It is full" not in markup(page)
    page = press(page, "star:head:f50")
    assert "It is full: a shortlist has at most 50 films." in markup(page)
    stars = {film: page.button(key=f"star:head:{film}").disabled for film in ("f5", "f50", "f51")}
    assert stars == {"f5": False, "f50": False, "f51": True}
    said = opened(titles, pick=ids).info[0].value.replace("\\", "")
    assert "a shortlist has at most 50 films, “f50” is not on it" in said


def test_a_film_by_chance_is_one_of_those_shown_and_another_each_time(opened: Open) -> None:
    page = opened(destination="Mars")
    seen = [link(press(page, "surprise"))["film"][0] for _ in range(4)]
    assert set(seen) == {PILOT, "the-star-of-the-cosmos-1984"}
    assert all(one != other for one, other in pairwise(seen))
    assert opened(q="nothing at all").button(key="surprise").disabled
