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


def test_a_film_offers_its_statements_and_cells() -> None:
    html = page(film="solaris-1972")
    ways = dict.fromkeys(
        parse_qsl(unescape(link).partition("?")[2], True)[-1] for link in re.findall('href="(correct[^"]*)', html)
    )
    assert [name for name, _ in ways] == [*["statement"] * 7, "quote", "field", "field"]
    assert texts(html, "h1") == ["Suggest a correction"]
    assert "are a quotation and stay as they are" in html


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
    assert found == [*(f"{link}&statement={claim.anchor}" for claim in card.claims), link]
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
    assert texts(html, "strong") == ["Title", "Shelf"]
    assert "script" not in Form(html).tags
    assert texts(page(film="a&b", field="Shelf", value="Top", reason=""), "pre") == ["id,title,Shelf\r\na&b,A <b>,Top"]
