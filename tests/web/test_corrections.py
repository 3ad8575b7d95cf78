"""The page that helps to correct a list: its forms, what they make, and what is answered where nothing is."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import pytest
from starlette.requests import Request
from starlette.responses import Response

from dashboard.i18n.languages import english
from dashboard.lists import registry as lists
from dashboard.query.result import run_query
from dashboard.query.view import View
from dashboard.render.film_card import card_html, film_card
from dashboard.web import corrections
from tests.conftest import Choose
from tests.serving import Served, ask

HOSTILE = '"><script>alert(1)</script>\u202e\x00'
MAIL = "mailto:films@a.example"


@pytest.fixture(autouse=True)
def ready() -> None:
    for name in ("published", "filmography"):
        lists.watched(name).reading().over.wait(60)


def asked(query: str) -> Response:
    scope = {"type": "http", "method": "GET", "path": "/correct", "root_path": "", "scheme": "http"}
    return corrections.correct(Request({**scope, "query_string": query.encode(), "headers": [(b"host", b"localhost")]}))


def page(query: str = "", **given: str) -> str:
    answer = asked(query or urlencode(given))
    assert (answer.status_code, answer.headers["X-Robots-Tag"]) == (200, "noindex")
    assert answer.headers["Cache-Control"] == "no-store"
    return bytes(answer.body).decode()


def anchor(quote: str) -> str:
    claims = lists.open_list("published").loaded.claims_of["solaris-1972"]
    return next(claim.anchor for claim in claims if claim.quote == quote)


class Form(HTMLParser):
    """What a browser sends of a page's form, and whether the page holds an element that a text brought."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self.area = ""
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        name = given.get("name") or ""
        if tag == "input":
            self.sent.append((name, given.get("value") or ""))
        elif tag in ("select", "textarea"):
            self.sent.append((name, ""))
            self.area = tag
        elif tag == "option" and "selected" in given:
            self.sent[-1] = (self.sent[-1][0], given.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        self.area = "" if tag in ("select", "textarea") else self.area

    def handle_data(self, data: str) -> None:
        if self.area == "textarea":
            name, before = self.sent[-1]
            self.sent[-1] = (name, (before + data).removeprefix("\n"))


def texts(html: str, tag: str) -> list[str]:
    return [
        unescape(re.sub("<[^>]+>", "", each)).strip() for each in re.findall(f"<{tag}[^>]*>(.*?)</{tag}>", html, re.S)
    ]


def rows(html: str) -> list[dict[str, str]]:
    """The links of a page to forms of rows, each as its parameters."""
    return [dict(parse_qsl(unescape(link))) for link in re.findall(r'href="correct\?([^"]*row=[^"]*)', html)]


def test_a_film_offers_its_statements_cells_and_rows() -> None:
    html = page(film="solaris-1972")
    ways = dict.fromkeys(
        parse_qsl(unescape(link).partition("?")[2], True)[-1] for link in re.findall('href="(correct[^"]*)', html)
    )
    names = [name for name, _ in ways]
    assert names[:10] == [*["statement"] * 7, "quote", "field", "field"]
    assert [each["row"] for each in rows(html)] == [
        "identities.csv",
        *["milestones.csv"] * (len(names) - 12),
        "calendar.csv",
    ]
    assert texts(html, "h1") == ["Suggest a correction"]
    assert "are a quotation and stay as they are" in html


def test_a_film_that_the_calendar_names_offers_its_notice() -> None:
    files = [each["row"] for each in rows(page(film="the-sky-beckons-1959"))]
    assert files[:3] == ["identities.csv", "calendar.csv", "calendar_accepted.csv"]


def test_a_list_of_films_that_are_known_offers_no_identity() -> None:
    assert {each["row"] for each in rows(page(list="filmography", film="solaris-1972"))} == {
        "milestones.csv",
        "calendar.csv",
    }


SOLARIS = {"film": "solaris-1972", "row": "identities.csv"}
NEW_DATE = {"film": "solaris-1972", "row": "milestones.csv"}
NEW_THING = {"film": "solaris-1972", "row": "calendar.csv"}
BOOK = {"source_title": "A book", "source_url": "https://a.example/b"}
CONCORDE = {"name": "Concorde", "applies_to": "mention", "aliases": "Concorde", "from": "1969-03-02", **BOOK}
ROWS = {
    "another film": (
        SOLARIS | {"status": "another film"},
        'solaris-1972,another film,solaris-1972,"Solaris, directed by',
    ),
    "another note": (SOLARIS | {"note": "=1+1"}, "solaris-1972,identified,solaris-1972,'=1+1"),
    "a date": (
        NEW_DATE | {"date": "1972-03-27", "text": "Venera 8 leaves Earth.", **BOOK},
        "1972-03-27,,,Venera 8 leaves Earth.,A book,https://a.example/b,,",
    ),
    "a thing": (NEW_THING | CONCORDE, "Concorde,mention,Concorde,,1969-03-02,,,A book,https://a.example/b"),
}


@pytest.mark.parametrize(("given", "row"), ROWS.values(), ids=ROWS)
def test_a_row_of_the_evidence_is_ready_for_its_file(given: dict[str, str], row: str) -> None:
    html = page(**given, reason="Seen in a book.")
    assert texts(html, "pre")[0].splitlines()[1].startswith(row)
    assert "Seen in a book." in html
    assert f"What goes into {given['row']}:" in html


def marked(file: str, film: str = "the-sky-beckons-1959") -> dict[str, str]:
    return next(each for each in rows(page(film=film)) if each["row"] == file and "mark" in each)


@pytest.mark.parametrize(
    ("file", "given", "part"),
    [
        ("calendar.csv", {"from": "1977-09-30"}, "Salyut 6,mention,Salyut 6; Салют-6,,1977-09-30,was launched,"),
        ("milestones.csv", {"date": "1959-01-03"}, "1959-01-03,USSR,launch,Luna 1 leaves Earth"),
        ("calendar_accepted.csv", {"note": "A model"}, "the-sky-beckons-1959,fact,Salyut 6,A model"),
    ],
)
def test_a_row_that_stands_there_is_changed(file: str, given: dict[str, str], part: str) -> None:
    named = marked(file)
    form = dict(Form(page(**named)).sent)
    assert form.keys() >= {*named, *given}
    assert texts(page(**{**form, **given}), "pre")[0].splitlines()[1].startswith(part)


REFUSED_ROWS = {
    "nothing changed": (SOLARIS, "This says what stands there already. Change something."),
    "no such status": (
        SOLARIS | {"status": "true"},
        "“true” is none of identified, another film, not found. Write one of these.",
    ),
    "no such film": (SOLARIS | {"filmography_id": "nothing"}, "nothing"),
    "no date": (NEW_DATE | {"text": "Something."}, "Is not a day. Write it as 1972-02-05."),
    "soon": (NEW_DATE | {"date": "soon", "text": "Something."}, "“soon”"),
    "no text": (NEW_DATE | {"date": "1972-03-27"}, "The cell is empty. Fill it in, or remove the row."),
    "no address": (NEW_DATE | {"date": "1972-03-27", "text": "x", "source_url": "javascript:a"}, "is not an address"),
    "no words": (NEW_THING | CONCORDE | {"aliases": ""}, "The cell is empty. Fill it in, or remove the row."),
    "ends before": (NEW_THING | CONCORDE | {"to": "1960-01-01"}, "1960-01-01"),
    "too long": (SOLARIS | {"note": "x" * 801}, "“Note” takes 800 characters, and this has 801. Shorten it."),
}


@pytest.mark.parametrize(("given", "sentence"), REFUSED_ROWS.values(), ids=REFUSED_ROWS)
def test_a_row_that_could_not_be_used(given: dict[str, str], sentence: str) -> None:
    html = page(**given, reason="")
    assert sentence in " ".join(texts(html, "li"))
    assert "<pre" not in html
    sent = dict(Form(html).sent)
    assert [sent[name] for name in given if name != "status"] == [given[name] for name in given if name != "status"]


@pytest.mark.parametrize("name", ["row", "mark", "name", "aliases", "from", "to", "event", "applies_to", "reason"])
def test_a_hostile_text_in_a_row_is_a_text(choose: Choose, name: str) -> None:
    choose(corrections=MAIL)
    html = bytes(asked(urlencode(NEW_THING | CONCORDE | {"reason": "", name: HOSTILE})).body).decode()
    assert "script" not in Form(html).tags
    assert "\x00" not in html
    assert not re.findall(r'href="[^"]*javascript:', html)


def test_a_list_without_statements_offers_every_column_of_a_film() -> None:
    html = page(list="filmography", film="solaris-1972")
    columns = [column.name for column in lists.open_list("filmography").loaded.films.own_columns]
    assert re.findall("field=([a-z_]+)", html) == [name for name in columns if name != "id"]
    assert "quotation" not in html


FORMS = {
    "a statement": (
        {"film": "solaris-1972", "statement": "set on a space station"},
        [("verdict", "supported"), ("reason", ""), ("source_title", ""), ("source_url", ""), ("checked_by", "")],
    ),
    "a new statement": (
        {"film": "solaris-1972", "field": "fact", "quote": ""},
        [
            ("quote", ""),
            ("claim", ""),
            ("verdict", "not established"),
            ("reason", ""),
            ("source_title", ""),
            ("source_url", ""),
            ("checked_by", ""),
        ],
    ),
    "a cell": (
        {"list": "filmography", "film": "solaris-1972", "field": "year", "lang": "en"},
        [("value", "1972"), ("reason", ""), ("source_title", ""), ("source_url", ""), ("checked_by", "")],
    ),
}


@pytest.mark.parametrize(("given", "sent"), FORMS.values(), ids=FORMS)
def test_a_form_holds_what_stands_there(given: dict[str, str], sent: list[tuple[str, str]]) -> None:
    named = {**given, "statement": anchor(given["statement"])} if "statement" in given else given
    form = Form(page(**named))
    hidden = [(name, named[name]) for name in ("list", "film", "lang", "statement", "field") if name in named]
    assert form.sent == [*hidden, *sent]


@pytest.mark.parametrize(
    ("given", "row"),
    [
        (
            {
                "film": "solaris-1972",
                "statement": "set on a space station",
                "reason": "So it is.",
                "verdict": "supported",
            },
            "solaris-1972,description,set on a space station,It is set on a space station.,supported,So it is.,",
        ),
        (
            {
                "film": "solaris-1972",
                "field": "fact",
                "quote": "Andrei Tarkovsky",
                "claim": "He is.",
                "verdict": "judgement",
                "reason": "Who knows?",
            },
            "solaris-1972,fact,Andrei Tarkovsky,He is.,judgement,Who knows?,",
        ),
        (
            {"list": "filmography", "film": "solaris-1972", "field": "year", "value": "1973", "reason": "x"},
            "solaris-1972,Solaris,1973",
        ),
    ],
    ids=["a statement", "a new statement", "a cell"],
)
def test_a_filled_form_gives_the_row_and_the_way(choose: Choose, given: dict[str, str], row: str) -> None:
    named = {**given, "statement": anchor(given["statement"])} if "statement" in given else given
    html = page(**named)
    assert texts(html, "pre")[0].splitlines()[1].startswith(row)
    assert "mailto:" not in html
    assert "Nothing has been sent, and nothing is kept here." in html
    choose(corrections=MAIL)
    link = re.findall(f'href="({MAIL}[^"]*)"', page(**named))
    assert len(link) == 1
    assert Form(html).sent[: len(named)] == Form(page(**named)).sent[: len(named)]


def test_what_is_wrong_is_said_and_what_was_typed_stays() -> None:
    given = {"film": "solaris-1972", "statement": anchor("set on a space station")}
    typed = {"verdict": "contradicted", "reason": "x" * 900, "source_title": "", "source_url": "no", "checked_by": "A"}
    html = page(**given, **typed)
    assert texts(html, "li")[:1] == ["“Why” takes 800 characters, and this has 900. Shorten it."]
    assert Form(html).sent == [*given.items(), *typed.items()]
    assert "<pre" not in html


@pytest.mark.parametrize(
    "name", ["value", "reason", "source_title", "source_url", "checked_by", "list", "field", "lang"]
)
def test_a_hostile_text_is_a_text(choose: Choose, name: str) -> None:
    choose(corrections=MAIL)
    given = {"list": "filmography", "film": "solaris-1972", "field": "director", "value": "A", "reason": ""}
    answer = asked(urlencode(given | {name: HOSTILE}))
    html = bytes(answer.body).decode()
    assert "script" not in Form(html).tags
    assert "\x00" not in html
    assert not re.findall(r'href="[^"]*javascript:', html)


def test_it_speaks_russian() -> None:
    html = page(film="solaris-1972", lang="ru", statement=anchor("set on a space station"))
    assert '<html lang="ru">' in html
    assert not re.findall(
        "[A-Za-z]{3,}", " ".join((*texts(html, "h1"), *texts(html, "h2"), *texts(html, "dt"), *texts(html, "button")))
    )


MISSING = [
    ("", "No film here has the id “”."),
    ("film=nothing", "No film here has the id “nothing”."),
    ("film=solaris", "No film here has the id “solaris”."),
    ("list=nothing&film=solaris-1972", "No list here is called “nothing”."),
    (
        "list=kept.0123456789abcdef0123456789abcdef&film=a",
        "No list here is called “kept.0123456789abcdef0123456789abcdef”.",
    ),
    ("film=solaris-1972&statement=00000000", "This film has no such statement or column."),
    ("film=solaris-1972&row=nothing", "This film has no such statement or column."),
    ("film=solaris-1972&row=claims.csv", "This film has no such statement or column."),
    ("film=solaris-1972&row=milestones.csv&mark=00000000", "This film has no such statement or column."),
    ("film=solaris-1972&row=calendar_accepted.csv", "This film has no such statement or column."),
    ("film=solaris-1972&field=nothing", "This film has no such statement or column."),
    ("film=solaris-1972&field=fact", "This film has no such statement or column."),
    ("film=solaris-1972&field=id", "This film has no such statement or column."),
    ("film=solaris-1972&field=evidence", "This film has no such statement or column."),
    ("film=solaris-1972&field=destination&quote=", "This film has no such statement or column."),
    ("list=filmography&film=solaris-1972&field=note&quote=", "This film has no such statement or column."),
]


@pytest.mark.parametrize(("query", "sentence"), MISSING, ids=[query for query, _ in MISSING])
def test_what_is_not_here_is_404_with_the_way_on(query: str, sentence: str) -> None:
    answer = asked(query)
    html = bytes(answer.body).decode()
    assert (answer.status_code, answer.headers["X-Robots-Tag"]) == (404, "noindex")
    assert texts(html, "p")[0] == sentence
    assert ("solaris-1972" in html) is ("solaris" in query and "list=nothing" not in query)


def test_over_the_wire(published: str, public: Served) -> None:
    got = ask(published, "/correct?film=solaris-1972")
    head = ask(published, "/correct?film=solaris-1972", "HEAD")
    assert (got.status, head.status, head.body) == (200, 200, b"")
    assert head.headers["Content-Length"] == got.headers["Content-Length"]
    assert ask(published, "/correct", "POST").status == 405
    assert "Disallow: /correct" in ask(published, "/robots.txt").body.decode()
    assert "Disallow: /list/correct" in ask(public.address, "/robots.txt").body.decode()


@pytest.mark.parametrize(
    ("path", "link"),
    [("published", "correct?film=solaris-1972"), ("filmography", "correct?list=filmography&film=solaris-1972")],
)
def test_a_card_leads_there(path: str, link: str) -> None:
    loaded = lists.open_list(path).loaded
    view = View("" if path == "published" else path, film="solaris-1972")
    card = film_card(run_query(loaded, view, "published", english()), "solaris-1972")
    html = unescape(card_html(card, "list", english()))
    assert card.correction == link
    found = re.findall(r'href="(correct[^"]*)"', html)
    said = [f"{link}&statement={claim.anchor}" for claim in card.claims]
    which = [f"{link}&row=identities.csv"] if card.which_film else []
    assert found == [*said, *which, link]
    assert all(asked(each.partition("?")[2]).status_code == 200 for each in found)


@pytest.mark.parametrize("name", ["kept.x", "link.x", "held.x"])
def test_nobody_corrects_what_a_visitor_brought(name: str) -> None:
    loaded = lists.open_list("published").loaded
    card = film_card(run_query(loaded, View(name, film="solaris-1972"), "published", english()), "solaris-1972")
    assert (card.correction, "correct?" in card_html(card, "list", english())) == ("", False)


def test_a_list_of_ones_own_is_corrected_by_its_own_columns(choose: Choose, tmp_path: Path) -> None:
    (tmp_path / "films.csv").write_text(
        f'id,title,Shelf\n"a&b",A <b>,"{HOSTILE.replace(chr(34), "")}"\n', encoding="utf-8"
    )
    choose(list_path=tmp_path)
    lists.watched("own").reading().over.wait(60)
    html = page(film="a&b")
    assert texts(html, "strong") == ["Title", "Shelf", "History", "Calendar check"]
    assert "script" not in Form(html).tags
    assert texts(page(film="a&b", field="Shelf", value="Top", reason=""), "pre") == ["id,title,Shelf\r\na&b,A <b>,Top"]
