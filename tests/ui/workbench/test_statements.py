"""Saying what holds of a statement, on the cards of a list that a visitor brought."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.exports.bundle import BUNDLE
from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.package import ListPackage, pack, to_text
from dashboard.lists.source import own_source
from dashboard.lists.uploads import uploads
from dashboard.model.list_info import IN_LINK
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import run_query
from dashboard.query.view import View
from dashboard.render.workbench.to_check import where_to_look
from dashboard.ui.state import widget_key
from tests.conftest import Choose
from tests.ui.conftest import Open, checked, text_of

FILMS = (
    "title,year,description\n"
    "Solaris,1972,It is set on a space station. It was shot in Omsk.\n"
    "Stalker,1979,A guide leads two men into the Zone. It is the Zone of the Zone!\n"
    "Луна,1965,Сцены сняты на станции «Салют-6». Долог.\n"
)
PLACE = "selected"


def link_of(films: str = FILMS, **files: str) -> str:
    given = {"films.csv": films, **{f"{name}.csv": text for name, text in files.items()}}
    return IN_LINK + to_text(pack(ListPackage("Mine", {name: text.encode() for name, text in given.items()})))


@pytest.fixture(autouse=True)
def kept_here(tmp_path: Path, choose: Choose) -> None:
    choose(keep_in=tmp_path / "kept")


def field(kind: str, page: AppTest, name: str):
    """The widget of the open form whose key names a field."""
    (found,) = [each for each in page.get(kind) if each.key and each.key.startswith("say:") and f":{name}:" in each.key]
    return found


def opened_form(opened: Open, film: str, link: str | None = None, **parameters: str) -> AppTest:
    page = opened(list=link or link_of(), film=film, **parameters)
    page.session_state[widget_key("say", widget_key(PLACE, film))] = True
    return checked(page.run())


def said(page: AppTest, **fields: str) -> AppTest:
    """The page once a form is filled in and kept."""
    for name, value in fields.items():
        kind = "radio" if name == "verdict" else "text_area" if name in ("claim", "reason") else "text_input"
        field(kind, page, name).set_value(value)
    return checked(field("button", page, "keep").click().run())


def list_of(page: AppTest) -> LoadedList:
    mine = page.session_state["session"]
    found = uploads().open(mine.view.list, mine, mine.in_session)
    assert found
    return found


def part_of(page: AppTest):
    """The switch between what can be said of a film."""
    return next(each for each in page.get("button_group") if (each.key or "").startswith("say-part:"))


SOURCE = {"source_title": "A page", "source_url": "https://example.org/a"}


def test_only_whoever_brought_a_list_says_what_holds_of_it(opened: Open) -> None:
    page = opened(film="solaris-1972")
    assert "Say what holds" not in [each.label for each in page.expander]


@pytest.mark.parametrize(
    ("language", "named"),
    [
        ("en", ["What it says: “xxx", "Why: “xxx", "Its address: “javascript"]),
        ("ru", ["Что утверждается: «xxx", "Почему: «xxx", "Адрес источника: «javascript"]),
    ],
    ids=["English", "Russian"],
)
def test_each_field_that_is_refused_is_named_and_keeps_its_text(opened: Open, language: str, named: list[str]) -> None:
    typed = {"claim": "x" * 20_000, "reason": "x" * 100_000}
    page = opened_form(opened, "solaris-1972", lang=language)
    page = said(page, verdict="supported", **typed, source_title="A page", source_url="javascript:alert(1)")
    (error,) = page.error
    assert [name for name in named if name in error.value.replace("\\", "")] == named
    assert {name: field("text_area", page, name).value for name in typed} == typed


def test_from_a_pasted_list_to_a_bundle_that_holds_what_was_said(opened: Open, tmp_path: Path) -> None:
    page = opened_form(opened, "solaris-1972")
    page = said(page, verdict="supported", reason="The plot says so.", checked_by="Anna")
    assert [each.value for each in page.error] == [
        "What is supported needs a source\\. Fill in title and address of the source\\, or change the verdict\\."
    ]
    assert field("text_area", page, "reason").value == "The plot says so."
    page = said(page, **SOURCE)
    assert not page.error
    (claim,) = list_of(page).claims
    assert (claim.field, claim.quote, claim.claim) == ("description", *["It is set on a space station."] * 2)
    assert (claim.verdict, claim.source_url, claim.checked_by) == ("supported", SOURCE["source_url"], "Anna")
    assert "Whoever brought this list says so." in text_of(page)
    checked(field("selectbox", page, "sentence").set_value(1).run())
    checked(field("selectbox", page, "first-description-30").set_value(2).run())
    page = said(page, verdict="contradicted", claim="It was shot in Omsk.", reason="=1+1 <b>", **SOURCE)
    assert field("text_input", page, "checked_by").value == "Anna"
    loaded = list_of(page)
    assert [each.quote for each in loaded.claims] == ["It is set on a space station.", "shot in Omsk"]
    assert loaded.films.frame["evidence"].tolist()[0] == "something contradicted"
    result = run_query(loaded, View(list=loaded.info.key), loaded.info.key, english())
    bundle = BUNDLE.write(result, "https://films.example/")
    (tmp_path / "mine.zip").write_bytes(bundle)
    back = load_list(own_source(tmp_path / "mine.zip"))
    assert (back.claims, back.problems) == (loaded.claims, ())
    with zipfile.ZipFile(io.BytesIO(bundle)) as zipped:
        reviews = json.loads(zipped.read("claim-reviews.jsonld"))["@graph"]
    assert {each["author"]["name"] for each in reviews} == {"Anna"}


def test_a_statement_is_changed_and_taken_out(opened: Open) -> None:
    claims = (
        "film_id,field,quote,claim,verdict,reason,colour\n"
        "solaris-1972,description,shot in Omsk,It was shot in Omsk.,judgement,So.,red\n"
    )
    page = opened_form(opened, "solaris-1972", link_of(claims=claims))
    checked(field("selectbox", page, "which").set_value(1).run())
    assert field("radio", page, "verdict").value == "judgement"
    page = said(page, verdict="not established", reason="Nobody knows.")
    (claim,) = list_of(page).claims
    assert (claim.quote, claim.verdict, claim.reason) == ("shot in Omsk", "not established", "Nobody knows.")
    checked(field("selectbox", page, "which").set_value(1).run())
    checked(field("button", page, "out").click().run())
    assert list_of(page).claims == ()


def test_words_that_are_gone_are_named_and_mended(opened: Open) -> None:
    claims = (
        "film_id,field,quote,claim,verdict,reason\n"
        "solaris-1972,description,It was shot in Perm.,It was shot in Perm.,judgement,So.\n"
    )
    page = opened_form(opened, "solaris-1972", link_of(claims=claims))
    assert "The text no longer has these words: “It was shot in Perm.”" in text_of(page)
    checked(field("selectbox", page, "which").set_value(1).run())
    page = said(page)
    loaded = list_of(page)
    assert ([each.quote for each in loaded.claims], loaded.lost) == (["It was shot in Omsk."], ())


def test_words_that_would_be_marked_elsewhere_are_refused(opened: Open) -> None:
    page = opened_form(opened, "stalker-1979")
    checked(field("selectbox", page, "sentence").set_value(1).run())
    checked(field("selectbox", page, "first-description-37").set_value(3).run())
    checked(field("selectbox", page, "last-description-37").set_value(3).run())
    page = said(page, verdict="judgement")
    assert "more than once" in page.error[0].value
    assert list_of(page).claims == ()


def test_without_a_verdict_nothing_is_kept(opened: Open) -> None:
    page = said(opened_form(opened, "solaris-1972"), reason="x" * 100)
    assert "Choose what holds" in page.error[0].value
    page = said(page, verdict="judgement", reason="x" * 100_000)
    assert "more than 10,000 characters" in page.error[0].value.replace("\\", "")
    assert len(field("text_area", page, "reason").value) == 100_000


def test_which_film_it_is(opened: Open) -> None:
    page = opened_form(opened, "solaris-1972")
    checked(part_of(page).set_value("film").run())
    field("radio", page, "status").set_value("identified")
    field("selectbox", page, "film").set_value("stalker-1979")
    page = said(page)
    identity = list_of(page).identities["solaris-1972"]
    assert (identity.status, identity.filmography_id) == ("identified", "stalker-1979")
    checked(field("button", page, "out").click().run())
    assert list_of(page).identities == {}


def test_what_the_calendar_check_noticed_is_right_here(opened: Open) -> None:
    film = next(iter(load_list_of(link_of()).notices_of))
    page = opened_form(opened, film)
    checked(part_of(page).set_value("calendar").run())
    page = checked(next(each for each in page.button if each.label == "This is right here").click().run())
    loaded = list_of(page)
    assert ([each.quote for each in loaded.accepted], loaded.notices) == (["Сцены сняты на станции «Салют-6»."], ())
    page = checked(next(each for each in page.button if each.label == "Take this out").click().run())
    assert (list_of(page).accepted, len(list_of(page).notices)) == ((), 1)


def load_list_of(link: str) -> LoadedList:
    found = uploads().open(link, uploads(), {})
    assert found
    return found


def test_the_russian_page_shows_what_was_said(opened: Open) -> None:
    page = said(opened_form(opened, "solaris-1972", lang="ru"), verdict="judgement", reason="Так говорят.")
    assert "Так говорят." in text_of(page)
    assert "оценка" in text_of(page)


def test_what_is_left_is_gone_through_sentence_by_sentence(opened: Open) -> None:
    page = opened(list=link_of())
    assert "Checked: 0 of 6 sentences." in text_of(page)
    page = checked(page.button(key="queue:open").click().run())
    assert "<mark>It is set on a space station.</mark>" in text_of(page)
    page = checked(page.button(key="queue:arrow_forward").click().run())
    assert "<mark>It was shot in Omsk.</mark>" in text_of(page)
    page = said(page, verdict="judgement")
    assert "Checked: 1 of 6 sentences." in text_of(page)
    assert [each.quote for each in list_of(page).claims] == ["It was shot in Omsk."]
    assert "<mark>A guide leads two men into the Zone.</mark>" in text_of(page)
    assert "Saved: What holds of a statement: Solaris (1972)" in text_of(page)
    page = checked(page.button(key="queue:back").click().run())
    assert "<mark>It was shot in Omsk.</mark>" in text_of(page)
    assert not [each for each in page.button if each.key == "queue:back"]
    page = checked(page.button(key="queue:arrow_back").click().run())
    page = checked(page.button(key="queue:arrow_back").click().run())
    assert "<mark>Долог.</mark>" in text_of(page)
    page = checked(page.button(key="queue:arrow_back").click().run())
    assert "mentions «Салют-6»" in text_of(page) or "mentions Salyut 6" in text_of(page)
    assert (
        'href="https://www.wikidata.org/w/index.php?search=%D0%9B%D1%83%D0%BD%D0%B0" target="_blank" rel="noreferrer"'
        in text_of(page)
    )
    page = checked(page.button(key="queue:open").click().run())
    assert "<mark>" not in text_of(page)


def test_the_last_sentence_stays_once_it_is_checked(opened: Open) -> None:
    page = opened(list=link_of("title,year,description\nSolaris,1972,Long.\n"))
    page = said(checked(page.button(key="queue:open").click().run()), verdict="judgement")
    assert ("Checked: 1 of 1 sentence." in text_of(page), "<mark>Long.</mark>" in text_of(page)) == (True, True)


def test_after_the_last_sentence_comes_the_first_that_is_left(opened: Open) -> None:
    page = checked(opened(list=link_of()).button(key="queue:open").click().run())
    page = checked(page.button(key="queue:arrow_back").click().run())
    assert "<mark>It is set on a space station.</mark>" in text_of(said(page, verdict="judgement"))


@pytest.mark.parametrize(
    ("country", "is_asked"),
    [("Soviet Union", True), ("USSR", True), ("США; СССР", True), ("Россия", True), ("Prussia", False), ("", False)],
)
def test_the_russian_archive_is_searched_for_its_own_films(country: str, is_asked: bool) -> None:
    loaded = load_list_of(link_of(f"title,year,country,description\nA B,1970,{country},Long.\nC,1971,X,Long.\n"))
    result = run_query(loaded, View(list=loaded.info.key), "published", english())
    found = [each.address for each in where_to_look(result, "a-b-1970", english())]
    archive = "https://duckduckgo.com/?q=site%3Agosfilmofond.ru+A+B+1970"
    assert (found[:3] == [each for each in found if each != archive], archive in found) == (True, is_asked)


def test_whoever_changes_a_list_says_what_holds_at_once(opened: Open) -> None:
    def is_open() -> list[bool]:
        return [each.proto.expanded for each in page.expander if each.label == "Say what holds"]

    page = opened(list=link_of(), film="solaris-1972")
    assert is_open() == [False]
    page = said(opened_form(opened, "solaris-1972"), verdict="judgement")
    page.query_params["film"] = "stalker-1979"
    page = checked(page.run())
    assert is_open() == [True]


def test_once_a_form_is_kept_those_elsewhere_hold_what_is_typed(opened: Open) -> None:
    def fields() -> list[str]:
        """The fields for a reason by which the browser knows what is typed in them."""
        return [each.proto.id for each in page.text_area if ":reason:" in (each.key or "")]

    page = opened_form(opened, "solaris-1972")
    page = checked(page.button(key="queue:open").click().run())
    on_card, in_queue = fields()
    key = next(each.key for each in page.radio if each.key and each.key.startswith(f"say:{PLACE}"))
    page.radio(key=key).set_value("judgement")
    page = checked(page.button(key=key.replace(":verdict:", ":keep:")).click().run())
    assert len(list_of(page).claims) == 1
    assert (fields()[0] != on_card, fields()[1:]) == (True, [in_queue])


def test_what_is_half_typed_stays_while_another_sentence_is_looked_at(opened: Open) -> None:
    page = opened(list=link_of())
    page = checked(page.button(key="queue:open").click().run())
    field("text_area", page, "reason").set_value("Half typed")
    field("radio", page, "verdict").set_value("judgement")
    page = checked(page.button(key="queue:arrow_forward").click().run())
    assert (field("text_area", page, "reason").value, field("radio", page, "verdict").value) == ("", None)
    page = checked(page.button(key="queue:arrow_back").click().run())
    assert (field("text_area", page, "reason").value, field("radio", page, "verdict").value) == (
        "Half typed",
        "judgement",
    )


def test_a_form_that_nobody_typed_into_follows_what_is_undone(opened: Open) -> None:
    link = link_of(WITH_IDS, claims=CLAIMS)
    page = opened_form(opened, "solaris-1972", link)
    page = checked(field("selectbox", page, "which").set_value(1).run())
    page = said(page, verdict="not established", reason="Because.")
    page = checked(field("selectbox", page, "which").set_value(1).run())
    assert field("text_area", page, "reason").value == "Because."
    page = checked(page.button(key="versions:undo").click().run())
    assert (field("text_area", page, "reason").value, field("radio", page, "verdict").value) == ("So.", "judgement")


@pytest.mark.parametrize("films", ["title,year\nA,1970\n"], ids=["no texts"])
def test_a_list_without_texts_has_no_queue(opened: Open, films: str) -> None:
    assert "What is left to check" not in [each.value for each in opened(list=link_of(films)).header]


HOSTILE = '<script>alert(1)</script> **b** :red[x] {n} %s "q" https://evil.example/ ![i](https://evil.example/i)'


def test_hostile_texts_stay_texts(opened: Open) -> None:
    film = "title,year,description\n" + '"A <b>",1970,"' + HOSTILE.replace('"', '""') + '. Second."\n'
    page = opened_form(opened, load_list_of(link_of(film)).films.frame["id"][0], link_of(film))
    page = said(page, verdict="judgement", claim=HOSTILE, reason=HOSTILE, checked_by=HOSTILE, source_title=HOSTILE)
    assert not page.error
    (claim,) = list_of(page).claims
    assert (claim.claim, claim.reason, claim.checked_by) == (HOSTILE, HOSTILE, HOSTILE)
    page = checked(page.button(key="queue:open").click().run())
    assert "<script>" not in text_of(page)


IDS = ("id", "solaris-1972", "stalker-1979", "moon-1965")
WITH_IDS = "".join(f"{name},{line}" for name, line in zip(IDS, FILMS.splitlines(keepends=True), strict=True))
CLAIMS = "film_id,field,quote,claim,verdict,reason\nsolaris-1972,description,Omsk,In Omsk.,judgement,So.\n"


def changing(opened: Open, **parameters: str) -> AppTest:
    """The page with the ways to change the list open."""
    page = opened(**parameters)
    page.session_state["edit"] = True
    return checked(page.run())


def brought_beside(page: AppTest, **files: str) -> AppTest:
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as zipped:
        for name, text in files.items():
            zipped.writestr(f"{name}.csv", text)
    page.file_uploader(key="beside:file").set_value(("theirs.zip", other.getvalue(), "application/zip"))
    return checked(page.run())


def test_another_version_is_taken_over_one_by_one_or_all(opened: Open) -> None:
    page = changing(
        opened, list=link_of(WITH_IDS, calendar_accepted="film_id,field,quote\nstalker-1979,title,Stalker\n")
    )
    changed = WITH_IDS.replace("1979", "1980").replace("stalker-1980", "stalker-1979").replace("Долог", "Короток")
    page = brought_beside(
        page, films=changed + "new-1990,New,1990,\n", claims=CLAIMS + "nobody,title,A,A.,judgement,\n"
    )
    assert page.warning[-1].value == "Rows of the other version that could not be used:"
    assert "“nobody” is not the id of a film" in text_of(page)
    for told in (
        "4 differences.",
        "New film: New, 1990",
        "Stalker (1979): Year: “1979” → “1980”",
        "Луна (1965): Description: ",
        "Solaris (1972): judgement: In Omsk.",
    ):
        assert told in text_of(page).replace('<span lang="ru">', "").replace("</span>", "")
    one = next(each for each in page.button if (each.key or "").startswith("beside:3__"))
    page = checked(one.click().run())
    assert [each.quote for each in list_of(page).claims] == ["Omsk"]
    assert "3 differences." in text_of(page)
    page = checked(page.button(key="beside:all").click().run())
    loaded = list_of(page)
    assert loaded.films.frame["year"].tolist() == [1972, 1980, 1965, 1990]
    assert len(loaded.accepted) == 1
    assert "The other version says nothing that this list does not say." in text_of(page)


def test_a_statement_without_its_words_is_a_difference_and_no_row_that_cannot_be_used(opened: Open) -> None:
    page = changing(opened, list=link_of(WITH_IDS))
    gone, bad = CLAIMS.replace("Omsk", "Perm"), "solaris-1972,description,Kiev,In Kiev.,supported,\n"
    page = brought_beside(page, films=WITH_IDS, claims=gone)
    assert ([*page.warning], "Solaris (1972): judgement: In Perm." in text_of(page)) == ([], True)
    page = brought_beside(changing(opened, list=link_of(WITH_IDS)), films=WITH_IDS, claims=gone + bad)
    assert page.warning[-1].value == "Rows of the other version that could not be used:"
    assert ("“Kiev”" in text_of(page), "“Perm”" in text_of(page)) == (True, False)


def test_a_version_that_cannot_be_read_is_named(opened: Open) -> None:
    page = changing(opened, list=link_of())
    page.file_uploader(key="beside:file").set_value(("x.pdf", b"%PDF-1.4 x", "application/pdf"))
    assert "PDF" in checked(page.run()).error[0].value


@pytest.mark.parametrize(
    ("file", "fields", "wrong", "mended"),
    [
        ("milestones.csv", {"date": "1961", "text": "Gagarin flies."}, "is not a day", {"date": "1961-04-12"}),
        ("calendar.csv", {"name": "Sputnik", "from": "1957-10-04"}, "cell is empty", {"aliases": "Sputnik; Спутник"}),
    ],
    ids=["history", "calendar"],
)
def test_a_date_is_added_changed_and_taken_out(
    opened: Open, file: str, fields: dict[str, str], wrong: str, mended: dict[str, str]
) -> None:
    page = changing(opened, list=link_of(WITH_IDS))

    def kept(at: str, **typed: str) -> AppTest:
        for name, value in typed.items():
            page.text_input(key=f"say:{file}:{at}:{name}:{form(page, file)}").set_value(value)
        return checked(page.button(key=f"say:{file}:{at}:keep:{form(page, file)}").click().run())

    page = kept("None", **fields)
    assert wrong in page.error[0].value
    page = kept("None", **mended)
    assert (len(page.error), [*list_of(page).files]) == (0, [file])
    page = checked(page.selectbox(key=f"say:{file}:which:{form(page, file)}").set_value(0).run())
    page = kept("0", source_title="A page")
    assert b"A page" in list_of(page).files[file]
    page = checked(page.selectbox(key=f"say:{file}:which:{form(page, file)}").set_value(0).run())
    page = checked(page.button(key=f"say:{file}:0:out:{form(page, file)}").click().run())
    assert list_of(page).files == {}


def form(page: AppTest, place: str) -> int:
    number: int = page.session_state["saying"].forms.get(place, 0) if "saying" in page.session_state else 0
    return number
