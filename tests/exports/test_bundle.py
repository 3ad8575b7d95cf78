"""Everything of a view in one zip."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from dashboard.cleaning.validate import validate
from dashboard.evidence.claims import read_claims
from dashboard.exports.bundle import BUNDLE, bundle, readme, sources, views_files
from dashboard.exports.claim_review import of_film
from dashboard.formats.read import read_rows
from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.source import DATA, filmography_source, own_source, published_source
from dashboard.query.index import Index
from dashboard.query.named_views import NamedView, named
from dashboard.query.result import run_query
from dashboard.query.view import View
from dashboard.render.citation import About, about_json

PUBLISHED, FILMOGRAPHY = load_list(published_source()), load_list(filmography_source())
ABOUT = About(
    "Soviet Space Films", "Ten films.", "2 of 10 films", "https://x.org/?q=mars", "Cite me.", date(2026, 1, 2)
)
NAMES = ["README.md", "films.csv", "films.json", "DATA.md"]
OF_EVIDENCE = ["claims.csv", "identities.csv", "claim-reviews.jsonld", "milestones.csv", "changes.csv"]


def address(film):
    return f"https://x.org/?film={film}"


def made(loaded, *rows):
    return bundle(loaded, np.array(rows, dtype=np.int64), ABOUT, address, english())


def files(data):
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        assert zipped.testzip() is None
        return {name: zipped.read(name) for name in zipped.namelist()}


@pytest.fixture
def own(tmp_path):
    (tmp_path / "films.csv").write_text("title,year,fact\nA,1970,Shot in Omsk.\n", encoding="utf-8")
    return load_list(own_source(tmp_path / "films.csv"))


def test_names(own):
    assert list(files(made(PUBLISHED, 0, 2))) == [*NAMES, *OF_EVIDENCE, "SOURCES.md"]
    assert list(files(made(FILMOGRAPHY, 0))) == [*NAMES, "milestones.csv", "changes.csv", "SOURCES.md"]
    assert list(files(made(own, 0))) == NAMES
    assert list(files(made(PUBLISHED))) == [*NAMES, "milestones.csv", "changes.csv"]


def test_the_same_bytes_twice():
    assert made(PUBLISHED, 2, 0) == made(PUBLISHED, 2, 0)
    assert made(PUBLISHED, 2, 0) != made(PUBLISHED, 0, 2)
    with zipfile.ZipFile(io.BytesIO(made(PUBLISHED, 0))) as zipped:
        assert {entry.date_time for entry in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("loaded", [PUBLISHED, FILMOGRAPHY], ids=["published", "filmography"])
def test_the_films_read_back(loaded):
    back = validate(read_rows(files(made(loaded, *range(len(loaded.films.frame))))["films.csv"], "films.csv"))
    own = [column.name for column in loaded.films.columns if not column.derived]
    assert back.problems == ()
    pd.testing.assert_frame_equal(back.frame, loaded.films.frame[own])


@pytest.mark.parametrize("rows", [range(10), (9, 0, 2)], ids=["all", "some"])
def test_unpacked_it_is_a_list_with_the_same_evidence(tmp_path, rows):
    for name, content in files(made(PUBLISHED, *rows)).items():
        (tmp_path / name).write_bytes(content)
    back = load_list(own_source(tmp_path))
    ids = PUBLISHED.films.frame["id"].iloc[list(rows)].tolist()
    assert back.problems == ()
    assert back.films.frame["id"].tolist() == ids
    assert back.claims_of == {film: PUBLISHED.claims_of[film] for film in ids}
    assert back.identities == {film: PUBLISHED.identities[film] for film in ids}
    assert back.milestones == PUBLISHED.milestones
    assert set(back.notices_of) == set(PUBLISHED.notices_of) & set(ids)
    assert back.info.history_track


def test_the_zip_itself_is_such_a_list_too(tmp_path):
    (tmp_path / "my-evening.zip").write_bytes(made(PUBLISHED, 0, 2))
    back = load_list(own_source(tmp_path / "my-evening.zip"))
    pd.testing.assert_frame_equal(back.films.frame, PUBLISHED.films.frame.iloc[[0, 2]].reset_index(drop=True))
    assert own_source(tmp_path / "my-evening.zip").files == (DATA / "calendar.csv",)


def test_statements_whose_words_are_gone_go_along(tmp_path):
    (tmp_path / "films.csv").write_text("id,title,fact\na,A,Shot in Perm.\nb,B,\n", encoding="utf-8")
    lines = ["film_id,field,quote,claim,verdict", "a,fact,Omsk,In Omsk.,judgement", "b,fact,Omsk,In Omsk.,judgement"]
    (tmp_path / "claims.csv").write_text("\n".join(lines), encoding="utf-8")
    loaded = load_list(own_source(tmp_path))
    made_of_a = files(made(loaded, 0))
    assert (loaded.claims, [each.film for each in loaded.lost]) == ((), ["a", "b"])
    assert [line.split(b",")[:3] for line in made_of_a["claims.csv"].splitlines()[1:]] == [[b"a", b"fact", b"Omsk"]]
    assert "claim-reviews.jsonld" not in made_of_a


NO_TEXT = bytes(range(256)) * 50
GIVEN = b"name;link;name_ru\r\nOld;?q=a;x\r\nAway;https://x.org/;\r\nToo few\r\n"


@pytest.mark.parametrize(
    ("given", "files"),
    [
        (None, {"views.csv": b"\xef\xbb\xbfname,link\r\nMars,?destination=Mars\r\n'=1+1,?\r\n"}),
        (b"link,name\n?q=a,Old", {"views.csv": b"link,name\n?q=a,Old\n?destination=Mars,Mars\n?,'=1+1"}),
        (GIVEN, {"views.csv": GIVEN + b"Mars;?destination=Mars;\r\n'=1+1;?;\r\n"}),
        (
            NO_TEXT,
            {
                "views.csv": b"\xef\xbb\xbfname,link\r\nMars,?destination=Mars\r\n'=1+1,?\r\n",
                "as-given-views.csv": NO_TEXT,
            },
        ),
        (b"no views", {"views.csv": b"no views,name,link\r\n,Mars,?destination=Mars\r\n,'=1+1,?"}),
    ],
    ids=["none", "other columns", "rows that cannot be used", "no text", "no such columns"],
)
def test_named_views_are_added_to_those_of_the_list(given, files):
    assert views_files(given, [NamedView("Mars", "?destination=Mars"), NamedView("=1+1", "?")]) == files
    assert views_files(given, ()) == ({} if given is None else {"views.csv": given})


def test_a_bundle_takes_named_views_along_and_brings_them_back(tmp_path):
    mars = View().with_values("destination", ("Mars",))
    result = replace(run_query(PUBLISHED, View(), "published", english()), named=(named(mars, "To Mars"),))
    (tmp_path / "mine.zip").write_bytes(BUNDLE.write(result, "https://x.org/"))
    back = load_list(own_source(tmp_path / "mine.zip"))
    assert (back.views, back.problems) == ((NamedView("To Mars", "?destination=Mars"),), ())
    again = bundle(back, np.arange(10), ABOUT, address, english())
    assert files(again)["views.csv"] == back.files["views.csv"]


def test_a_calendar_of_the_list_s_own_comes_along(tmp_path):
    (tmp_path / "films.csv").write_text("title,year,fact\nA,1970,Shot on the Zeppelin.\n", encoding="utf-8")
    calendar = (DATA / "calendar.csv").read_bytes()
    (tmp_path / "calendar.csv").write_bytes(calendar)
    assert files(made(load_list(own_source(tmp_path)), 0))["calendar.csv"] == calendar


def test_the_claims_of_the_films_read_back():
    claims = read_claims(read_rows(files(made(PUBLISHED, 9, 0))["claims.csv"], "claims.csv"), PUBLISHED.films)
    films = ("the-last-flight-1993", "solaris-1972")
    assert claims == (tuple(claim for film in films for claim in PUBLISHED.claims_of[film]), ())


def test_the_json_files():
    content = files(made(PUBLISHED, 2))
    films = json.loads(content["films.json"])
    assert {**films, "films": [film["id"] for film in films["films"]]} == {
        "list": "Soviet Space Films",
        "about": "Ten films.",
        "shown": "2 of 10 films",
        "link": "https://x.org/?q=mars",
        "taken_on": "2026-01-02",
        "cite": "Cite me.",
        "films": ["the-sky-beckons-1959"],
    }
    assert films["films"][0]["evidence"] == of_film(PUBLISHED, "the-sky-beckons-1959")
    assert about_json(ABOUT) == {name: value for name, value in films.items() if name != "films"}
    reviews = json.loads(content["claim-reviews.jsonld"])["@graph"]
    assert {review["url"] for review in reviews} == {"https://x.org/?film=the-sky-beckons-1959"}


def test_the_dictionary_is_ours():
    assert files(made(PUBLISHED, 0))["DATA.md"] == (DATA / "README.md").read_bytes()


def test_the_readme_in_full():
    said = readme(ABOUT, 2, ("films.csv", "films.json", "claims.csv", "claim-reviews.jsonld", "SOURCES.md", "DATA.md"))
    assert said.partition("## To publish it\n\n")[0] == (
        "# Soviet Space Films\n\nTen films.\n\nTaken on 2026-01-02: 2 of 10 films.\n"
        "The same view: https://x.org/?q=mars\n\n## Files\n\n"
        "- `films.csv`: the films (2), UTF-8; cells that a spreadsheet would run begin with an apostrophe\n"
        "- `films.json`: the same with status, statements, identity and calendar check\n"
        "- `claims.csv`: the statements of these films, each with verdict, reason and source\n"
        "- `claim-reviews.jsonld`: the same as schema.org ClaimReview; judgements are left out\n"
        "- `SOURCES.md`: every source named\n"
        "- `DATA.md`: what each column means\n\n"
    )
    assert said.endswith("what cannot be used.\n\n## To cite it\n\nCite me.\n")


@pytest.mark.parametrize("loaded", [PUBLISHED, FILMOGRAPHY], ids=["published", "filmography"])
def test_the_readme_names_every_file(loaded):
    content = files(made(loaded, 0, 1))
    assert content["README.md"].decode() == readme(ABOUT, 2, content)
    assert all(f"`{name}`" in content["README.md"].decode() for name in content if name != "README.md")


def test_accepted_words_come_along_with_their_films(tmp_path):
    films = "title,year,fact\nA,1959,Shot on Salyut 6.\nB,1959,Shot on Salyut 6.\n"
    (tmp_path / "films.csv").write_text(films, encoding="utf-8")
    accepted = "film_id,field,quote,note\na-1959,fact,Salyut 6,a joke\nb-1959,fact,Salyut 6,\n"
    (tmp_path / "calendar_accepted.csv").write_text(accepted, encoding="utf-8")
    loaded = load_list(own_source(tmp_path))
    assert loaded.notices == ()
    (tmp_path / "one.zip").write_bytes(made(loaded, 1))
    back = load_list(own_source(tmp_path / "one.zip"))
    assert [(each.film, each.quote) for each in back.accepted] == [("b-1959", "Salyut 6")]
    assert (back.notices, back.problems) == ((), ())


def test_sources_of_claims_and_calendar_each_once_by_title():
    found = sources(PUBLISHED, np.array([5]))
    assert found == [
        (
            "1986: Tale of two space stations (russianspaceweb.com)",
            "http://www.russianspaceweb.com/mir_1986.html",
        ),
        *sorted({(c.source_title, c.source_url) for c in PUBLISHED.claims_of["the-orbital-station-1983"]})[2:],
    ]
    assert files(made(PUBLISHED, 5))["SOURCES.md"].decode() == (
        "# Sources\n\n" + "".join(f"- {title}: {url}\n" for title, url in found)
    )


def test_sources_of_a_list_s_own_columns():
    index = Index(FILMOGRAPHY.films)
    first = index.frame.iloc[0]
    assert sources(FILMOGRAPHY, np.array([0])) == [(first["source_title"], first["source_url"])]
    everything = sources(FILMOGRAPHY, np.arange(len(index)))
    assert everything == sorted(set(everything))
    assert {url for _, url in everything} == set(index.frame["source_url"].dropna())


def test_no_source(own):
    assert sources(own, np.array([0])) == []
