"""A visitor's list changed on the page: a cell, a film added, moved and taken out, each undone and done again."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from lxml.html import fromstring
from streamlit.testing.v1 import AppTest

from dashboard.lists.package import FILMS, ListPackage, from_text, pack, to_text, unpack
from dashboard.lists.uploads import uploads
from dashboard.model.list_info import IN_LINK
from dashboard.model.rows import unescape_formula
from tests.conftest import Choose
from tests.foreign import films
from tests.tables import sampled
from tests.texts import TEXTS
from tests.ui.conftest import Open, checked
from tests.ui.upload.test_upload import count, kept_here, parameters, text_of, uploaded

__all__ = ["kept_here"]

THREE = "Title;Year;Shelf\nSolaris;1972;A\nStalker;1979;A\nMirror;1975;B\n"
SOLARIS, STALKER, MIRROR = "solaris-1972", "stalker-1979", "mirror-1975"


def key(film: str, *parts: str) -> str:
    return ":".join(("edit", "selected" if film else "new", film, *parts))


def editing(page: AppTest, film: str) -> AppTest:
    """The page with a film beside the timeline and the form below it open."""
    if film:
        page.query_params["film"] = film
        checked(page.run())
    page.session_state[key(film, "form") if film else "edit"] = True
    return checked(page.run())


def typed(page: AppTest, film: str, **cells: str) -> AppTest:
    for column, cell in cells.items():
        fields = {field.key: field for field in (*page.text_input, *page.text_area)}
        checked(fields[key(film, "cell", column)].set_value(cell).run())
    return page


def pressed(page: AppTest, button: str) -> AppTest:
    return checked(page.button(key=button).click().run())


def rows(page: AppTest) -> list[list[str]]:
    """The rows of films.csv in the page's link."""
    package = unpack(from_text(parameters(page)["list"][0].removeprefix(IN_LINK)))
    return list(csv.reader(io.StringIO(package.files[FILMS].decode("utf-8-sig"), newline="")))


@pytest.fixture
def page(opened: Open) -> AppTest:
    name = parameters(uploaded(opened(list="new"), THREE))["list"][0]
    return opened(list=name, open=[SOLARIS, MIRROR])


def test_a_visitor_s_list_is_changed_and_the_changes_undone_and_done_again(page: AppTest) -> None:
    before = rows(page)
    pressed(typed(editing(page, SOLARIS), SOLARIS, director="Andrei Tarkovsky"), key(SOLARIS, "save"))
    header = ["id", "title", "year", "Shelf", "director"]
    assert rows(page)[:3] == [
        header,
        [SOLARIS, "Solaris", "1972", "A", "Andrei Tarkovsky"],
        [STALKER, "Stalker", "1979", "A", ""],
    ]
    pressed(typed(editing(page, ""), "", title="Moon", year="2009"), key("", "save"))
    assert rows(page)[-1] == ["moon-2009", "Moon", "2009", "", ""]
    pressed(editing(page, MIRROR), key(MIRROR, "out"))
    assert [row[0] for row in rows(page)[1:]] == [SOLARIS, STALKER, "moon-2009"]
    assert ("3 changes" in text_of(page), parameters(page)["open"]) == (True, [SOLARIS])
    for number, films_left in ((2, 4), (1, 3), (0, 3)):
        pressed(page, "versions:undo")
        assert f"{films_left} of {films_left} films" in count(page)
        assert (f"{number} change" in text_of(page)) is True
    assert rows(page) == before
    for _ in range(3):
        pressed(page, "versions:redo")
    assert [row[0] for row in rows(page)[1:]] == [SOLARIS, STALKER, "moon-2009"]


def test_the_list_of_changes_leads_back_to_each(page: AppTest) -> None:
    pressed(typed(editing(page, SOLARIS), SOLARIS, year="1973", Shelf="B"), key(SOLARIS, "save"))
    pressed(typed(page, SOLARIS, year="1974"), key(SOLARIS, "save"))
    versions = page.radio(key=page.session_state["session"].widgets.present["versions:list"].key)
    assert [each.replace("\\", "") for each in versions.options] == [
        "As it was opened",
        "1. “Solaris (1972)”: Year and Shelf",
        "2. “Solaris (1973)”: Year",
    ]
    checked(versions.set_value(1).run())
    assert rows(page)[1] == [SOLARIS, "Solaris", "1973", "B"]


def test_a_film_is_moved(page: AppTest) -> None:
    editing(page, MIRROR)
    checked(page.number_input(key=key(MIRROR, "place")).set_value(1).run())
    pressed(page, key(MIRROR, "save"))
    assert [row[0] for row in rows(page)[1:]] == [MIRROR, SOLARIS, STALKER]


def remarks(page: AppTest) -> list[str]:
    found = (fromstring(each.value) for each in page.html if 'class="remark' in each.value)
    return [f"{each.get('class')} {each.text_content()}" for each in found]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"year": "1972 г."}, ["remark repaired “1972 г.” was read as 1972."]),
        (
            {"year": "soon"},
            ["remark doubtful “soon” is not a year, so the year is left open. Write four digits, such as 1972."],
        ),
        ({"title": ""}, ["remark refused A film needs a title. Fill in the title, or remove the row."]),
        ({"year": ""}, ["remark doubtful The year is not known. Fill it in if you know it."]),
        ({"Shelf": "C"}, []),
    ],
    ids=["repaired", "doubtful", "refused", "no year", "nothing to say"],
)
def test_what_the_import_would_say_stands_by_the_field(page: AppTest, cells: dict[str, str], said: list[str]) -> None:
    assert remarks(typed(editing(page, SOLARIS), SOLARIS, **cells)) == said


def test_what_is_refused_is_said_and_nothing_typed_is_lost(page: AppTest) -> None:
    pressed(typed(editing(page, SOLARIS), SOLARIS, title=" ", year="1973"), key(SOLARIS, "save"))
    assert page.error[0].value.replace("\\", "") == "Title: A film needs a title. Fill in the title, or remove the row."
    assert (page.text_input(key=key(SOLARIS, "cell", "year")).value, "change" in text_of(page)) == ("1973", False)
    pressed(typed(page, SOLARIS, title="Solyaris"), key(SOLARIS, "save"))
    assert (list(page.error), rows(page)[1][:3]) == ([], [SOLARIS, "Solyaris", "1973"])


def test_statements_that_lose_their_words_are_named_once_it_is_saved(opened: Open) -> None:
    files = {
        "films.csv": b"id,title,year,description\nsolaris-1972,Solaris,1972,Shot in Omsk.\n",
        "claims.csv": b"film_id,field,quote,claim,verdict,reason\n"
        b"solaris-1972,description,Omsk,In Omsk.,judgement,So.\n",
    }
    page = opened(list=IN_LINK + to_text(pack(ListPackage("Mine", files))), film=SOLARIS)
    pressed(typed(editing(page, SOLARIS), SOLARIS, description="Shot in Perm."), key(SOLARIS, "save"))
    said = " ".join(each.value for each in page.warning).replace("\\", "")
    assert "words of 1 statement do not stand in the text any more: “Omsk”" in said
    assert "“Say what holds” of Solaris (1972)" in said
    later = [each.value.replace("\\", "") for each in checked(page.run()).warning]
    assert later == ["The list has the words of 1 statement no more. It is kept, on its film’s card, to be mended."]


def test_an_empty_new_film_is_not_added(page: AppTest) -> None:
    pressed(editing(page, ""), key("", "save"))
    assert ("Title: A film needs a title" in page.error[0].value.replace("\\", ""), len(rows(page))) == (True, 4)


def test_what_is_typed_for_another_film_outlives_a_change(page: AppTest) -> None:
    typed(editing(editing(page, SOLARIS), ""), "", year="1974")
    pressed(typed(page, SOLARIS, year="1971"), key(SOLARIS, "save"))
    assert page.text_input(key=key("", "cell", "year")).value == "1974"
    pressed(page, "versions:undo")
    fields = [page.text_input(key=key(film, "cell", "year")).value for film in (SOLARIS, "")]
    assert fields == ["1972", "1974"]


def test_what_is_typed_outlives_another_language(page: AppTest) -> None:
    typed(editing(editing(page, SOLARIS), ""), SOLARIS, year="1971")
    typed(page, "", year="1974")
    page.query_params["lang"] = "ru"
    checked(page.run())
    assert [page.text_input(key=key(film, "cell", "year")).value for film in (SOLARIS, "")] == ["1971", "1974"]


def test_a_long_text_takes_the_list_to_the_server(page: AppTest, kept_here: Path) -> None:
    text = "".join(f"{number} " for number in range(20_000))
    pressed(typed(editing(page, SOLARIS), SOLARIS, description=text), key(SOLARIS, "save"))
    assert (parameters(page)["list"][0][:5], len(list(kept_here.iterdir()))) == ("kept.", 1)
    pressed(page, "versions:undo")
    assert parameters(page)["list"][0][:5] == "link."


@pytest.mark.parametrize("keep_mb", [500, 0], ids=["on the server", "with the session"])
def test_a_longer_list_is_changed_where_it_is(opened: Open, choose: Choose, keep_mb: int) -> None:
    choose(keep_mb=keep_mb)
    page = uploaded(opened(list="new"), films(400))
    name = parameters(page)["list"][0]
    pressed(typed(editing(page, ""), "", title="Moon", year="2009"), key("", "save"))
    assert ("401 of 401 films" in count(page), parameters(page)["list"][0] != name) == (True, True)
    pressed(page, "versions:undo")
    assert ("400 of 400 films" in count(page), parameters(page)["list"][0]) == (True, name)


def added(page: AppTest, title: str) -> AppTest:
    return pressed(typed(editing(page, ""), "", title=title), key("", "save"))


def test_all_versions_are_deleted_by_who_brought_the_list(opened: Open, kept_here: Path) -> None:
    page = uploaded(opened(list="new"), films(400))
    added(pressed(added(page, "Moon"), "versions:undo"), "Sun")
    assert len(list(kept_here.iterdir())) == 3
    pressed(page, "brought:delete")
    assert (list(kept_here.iterdir()), "10 of 10 films" in count(page)) == ([], True)


def test_where_sessions_have_no_room_the_oldest_version_makes_some_and_that_is_said(
    opened: Open, choose: Choose, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(keep_mb=0)
    page = uploaded(opened(list="new"), films(400))
    size = len(page.session_state["session"].in_session[parameters(page)["list"][0]])
    monkeypatch.setattr(uploads(), "_most_in_sessions", int(2.5 * size))
    added(added(page, "Moon"), "Sun")
    assert ("402 of 402 films" in count(page), len(page.session_state["session"].in_session)) == (True, 2)
    assert ("2 changes" in text_of(page), "1 older version was given up to make room." in text_of(page)) == (True, True)
    pressed(page, "versions:undo")
    assert ("401 of 401 films" in count(page), page.button(key="versions:undo").disabled) == (True, True)


def test_two_tabs_change_one_list_and_neither_writes_over_the_other(opened: Open) -> None:
    name = parameters(uploaded(opened(list="new"), THREE))["list"][0]
    one, other = opened(list=name), opened(list=name)
    added(one, "Moon")
    added(other, "Sun")
    assert [[row[1] for row in rows(each)[4:]] for each in (one, other)] == [["Moon"], ["Sun"]]
    assert len(rows(opened(list=name))) == 4


def test_a_version_that_is_not_on_the_server_any_more_is_said(opened: Open, kept_here: Path) -> None:
    page = added(uploaded(opened(list="new"), films(400)), "Moon")
    oldest = min(kept_here.iterdir(), key=lambda file: file.stat().st_mtime_ns)
    oldest.unlink()
    pressed(page, "versions:undo")
    assert "That version is not on the server any more." in page.success[0].value.replace("\\", "")
    assert "401 of 401 films" in count(page)


def test_where_there_is_no_room_it_is_said_and_nothing_is_lost(
    opened: Open, choose: Choose, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(keep_mb=0)
    page = uploaded(opened(list="new"), films(400))
    monkeypatch.setattr(uploads(), "_most_in_sessions", 1)
    pressed(typed(editing(page, ""), "", title="Moon"), key("", "save"))
    assert "no room for another list" in page.error[0].value
    assert page.text_input(key=key("", "cell", "title")).value == "Moon"


@pytest.mark.parametrize("text", sampled([each[0] for each in TEXTS.values()], every=6))
def test_any_text_is_taken_as_it_is(page: AppTest, text: str) -> None:
    pressed(typed(editing(page, SOLARIS), SOLARIS, title=text, Shelf=text, country=text), key(SOLARIS, "save"))
    assert [unescape_formula(cell) for cell in rows(page)[1][1:]] == [text.strip(), "1972", *[text.strip()] * 2]


def test_a_column_gets_a_name_and_a_kind_and_becomes_another(page: AppTest) -> None:
    editing(page, "")
    checked(page.selectbox(key="edit:column").set_value("Shelf").run())
    checked(page.text_input(key="edit:column:Shelf:name").set_value("Where").run())
    checked(page.selectbox(key="edit:column:Shelf:kind").set_value("several values").run())
    pressed(page, "edit:column:save")
    columns = page.session_state["session"].index.columns
    assert (rows(page)[0], columns["Where"].kind.name) == (["id", "title", "year", "Where"], "several values")
    checked(page.selectbox(key="edit:column").set_value("Where").run())
    checked(page.selectbox(key="edit:column:Where:what").set_value("director").run())
    pressed(page, "edit:column:save")
    assert rows(page)[0] == ["id", "title", "year", "director"]
    pressed(pressed(page, "versions:undo"), "versions:undo")
    assert rows(page)[0] == ["id", "title", "year", "Shelf"]


def test_a_name_that_another_column_has_is_refused_and_stays_in_its_field(page: AppTest) -> None:
    editing(page, "")
    checked(page.selectbox(key="edit:column").set_value("Shelf").run())
    checked(page.text_input(key="edit:column:Shelf:name").set_value("title").run())
    pressed(page, "edit:column:save")
    assert "another column is taken for “Title” already" in page.error[0].value.replace("\\", "").lower().replace(
        "“title”", "“Title”"
    )
    assert page.text_input(key="edit:column:Shelf:name").value == "title"


def test_the_project_s_own_lists_are_not_changed(opened: Open) -> None:
    page = opened(film="solaris-1972")
    assert [each.label for each in page.expander if each.label in ("Edit this film", "Change this list")] == []
