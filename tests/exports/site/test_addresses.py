"""Where the pages of a published site stand."""

import re
from dataclasses import replace

import pytest

from dashboard.exports.site.addresses import LONGEST_NAME, SiteAddresses, folder_name, folder_names, value_folders
from dashboard.exports.site.pages import plan
from dashboard.query.view import Sort, View
from tests.foreign import loaded_of
from tests.texts import every

SITE = SiteAddresses(
    ("en", "ru"),
    {"solaris-1972": "solaris-1972", "Чайка": "chayka-x"},
    {("decade", "1960s"): "decades/1960s/", ("themes", "rescue"): "filters/themes/rescue/"},
    frozenset({1972}),
    (Sort("year"), Sort("title")),
)


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("solaris-1972", "solaris-1972"),
        ("a", "a"),
        ("a_b.c", "a_b.c"),
        ("Solaris-1972", "solaris-1972-9b60893f"),
        ("SOLARIS-1972", "solaris-1972-f7e05a66"),
        ("солярис-1972", "solyaris-1972-8f243965"),
        ("宇宙", "eda8157c"),
        ("con", "con-1143da2b"),
        ("index.html", "index-html-"),
        ("..", "5ec1f7e7"),
        ("a.", "a-"),
        ("-a", "a-"),
        ("a/b", "a-b-c14cddc0"),
        ("film-12345678", "film-12345678-"),
        ("x" * 101, "x" * 91 + "-"),
    ],
)
def test_a_folder_has_a_name_that_every_disk_holds(name, folder):
    assert re.fullmatch(re.escape(folder) + ("[0-9a-f]{8}" if folder.endswith("-") else ""), folder_name(name))


def test_whatever_a_name_is_its_folder_is_plain_and_its_own():
    names = [text for text in every() if text]
    folders = folder_names(dict.fromkeys(names))
    assert len(set(folders.values())) == len(folders) == len(set(names))
    assert [each for each in folders.values() if not re.fullmatch(r"[a-z0-9][a-z0-9._-]*", each)] == []
    assert max(map(len, folders.values())) <= LONGEST_NAME


def test_of_two_names_with_one_folder_the_later_gets_a_number():
    marked = folder_name("Ä")
    assert folder_names(["a", "b", "Ä"]) == {"a": "a", "b": "b", "Ä": marked}
    assert folder_name(marked) != marked


@pytest.mark.parametrize(
    ("view", "folder"),
    [
        (View(), ""),
        (View(language="en"), ""),
        (View(language="ru"), "ru/"),
        (View(language="de"), None),
        (View(page=3), "page-3/"),
        (View(film="Чайка", search="x", page=2), "films/chayka-x/"),
        (View(film="nobody"), None),
        (View(chosen=(("themes", ("rescue",)),)), "filters/themes/rescue/"),
        (View(chosen=(("decade", ("1960s",)),), page=2, language="ru"), "ru/decades/1960s/page-2/"),
        (View(chosen=(("themes", ("rescue", "love")),)), None),
        (View(chosen=(("decade", ("1960s",)), ("themes", ("rescue",)))), None),
        (View(years=(1972, 1972)), "years/1972/"),
        (View(years=(1970, 1972)), None),
        (View(years=(1971, 1971)), None),
        (View(order=(Sort("year"),)), "sorted/year/"),
        (View(order=(Sort("year", True),)), None),
        (View(search="mars"), None),
        (View(shortlist=("solaris-1972",)), None),
        (View("filmography", film="solaris-1972"), None),
    ],
    ids=str,
)
def test_a_view_has_a_page_or_none(view, folder):
    assert SITE.folder(view) == folder
    assert SITE.link(view) == ("" if folder is None else f"{SITE.up}{folder}index.html")
    assert SITE.address(view, "https://x.org/a/") == ("" if folder is None else f"https://x.org/a/{folder}")
    assert SITE.address(view, SITE.up) == SITE.link(view)


def test_nobody_can_guess_what_stands_for_the_way_to_the_top():
    assert SITE.up != replace(SITE).up


def test_the_pages_of_values():
    assert value_folders({"decade": ["1960s"], "Themes": ["a", "A", "index.html"]}) == {
        ("decade", "1960s"): "decades/1960s/",
        ("Themes", "a"): f"filters/{folder_name('Themes')}/a/",
        ("Themes", "A"): f"filters/{folder_name('Themes')}/{folder_name('A')}/",
        ("Themes", "index.html"): f"filters/{folder_name('Themes')}/{folder_name('index.html')}/",
    }


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("title,year,rating,running_time_min", ["year", "title", "rating-desc", "running_time_min"]),
        ("title,kind,shelf,room", ["title"]),
    ],
    ids=["numbers", "texts"],
)
def test_the_orders_that_have_pages_follow_from_the_columns(header, words):
    loaded = loaded_of(f"{header}\nA,1961,7,60\nB,1962,8,90\n")
    addresses = plan(loaded, ("en",), {}, "").addresses
    assert [order.word for order in addresses.orders] == words
    assert [addresses.folder(View(order=(order,))) for order in addresses.orders] == [
        f"sorted/{word}/" for word in words
    ]
