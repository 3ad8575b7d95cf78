"""A list with all that is known of it: joined, strict for our data, forgiving for a visitor's."""

import shutil
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.evidence.claims import STATUSES
from dashboard.lists.loading import load, load_list
from dashboard.lists.source import DATA, filmography_source, own_source, published_source
from dashboard.model.problems import BadListError, Problem
from dashboard.query.index import Index
from dashboard.query.loaded_list import EVIDENCE, IDENTITY

FILMS = "id,title,year,fact\na,A,1970,Shot in Omsk.\nb,B,1971,Shot in Perm.\n"
CLAIMS = "film_id,field,quote,claim,verdict,source_title,source_url\n"
OMSK = "a,fact,Omsk,It was Omsk.,supported,A page,https://example.org/\n"
PERM = "b,fact,Perm,It was Perm.,judgement,,\n"
IDENTITIES = "film_id,status,filmography_id,note\n"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "my_films"
    folder.mkdir()
    (folder / "films.csv").write_text(FILMS, encoding="utf-8")
    return folder


def bring(folder, **texts):
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return load_list(own_source(folder))


def derived(loaded):
    return [column.name for column in loaded.films.columns if column.derived]


def test_a_list_without_evidence(folder):
    loaded = bring(folder)
    assert (loaded.claims, loaded.identities, loaded.notices, loaded.problems) == ((), {}, (), ())
    assert (len(loaded.milestones), len(loaded.events)) == (61, 45)
    assert derived(loaded) == []
    assert loaded.status("a") == "not checked"
    assert (loaded.claims_of, loaded.notices_of) == ({}, {})
    pd.testing.assert_frame_equal(loaded.films.frame, load(own_source(folder)).frame)


def test_a_folder_with_everything(folder):
    loaded = bring(
        folder,
        claims=CLAIMS + OMSK + PERM,
        identities=IDENTITIES + "b,another film,solaris-1972,\n",
        milestones="date,text\n1970-01-01,A day.\n",
        calendar="name,applies_to,aliases,from\nOmsk,mention,Omsk,1980-01-01\n",
    )
    assert loaded.problems == ()
    assert [(column.name, column) for column in loaded.films.columns[-2:]] == [
        ("evidence", EVIDENCE),
        ("identity", IDENTITY),
    ]
    assert loaded.films.frame["evidence"].tolist() == ["everything checked holds", "not checked"]
    assert loaded.films.frame["identity"].fillna("?").tolist() == ["?", "another film"]
    assert {film: [each.quote for each in claims] for film, claims in loaded.claims_of.items()} == {
        "a": ["Omsk"],
        "b": ["Perm"],
    }
    assert [(each.film, each.quote) for each in loaded.notices_of["a"]] == [("a", "Omsk")]
    assert [each.text for each in loaded.milestones] == ["A day."]
    assert Index(loaded.films).facets["evidence"].values == ("everything checked holds", "not checked")


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("claims", "", Problem("empty file", "claims.csv")),
        ("claims", "\0", Problem("not text", "claims.csv", expected="CSV")),
        ("claims", CLAIMS + OMSK.replace("a,", "c,", 1), Problem("no such film", "claims.csv", 2, "film_id", "c")),
        ("identities", '"\n', Problem("empty file", "identities.csv")),
        (
            "identities",
            IDENTITIES + "a,identified,x,\n",
            Problem("no such film", "identities.csv", 2, "filmography_id", "x"),
        ),
        ("milestones", "date,text\nsoon,A day.\n", Problem("not a date", "milestones.csv", 2, "date", "soon")),
        ("calendar", "", Problem("empty file", "calendar.csv")),
    ],
    ids=["empty", "no text", "a row", "broken", "another row", "milestones", "calendar"],
)
def test_a_broken_file_leaves_the_list_up_and_is_named(folder, name, text, problem):
    loaded = bring(folder, **{name: text})
    assert loaded.problems == (problem,)
    assert loaded.films.problems == ()
    assert loaded.films.frame["id"].tolist() == ["a", "b"]
    assert len(loaded.events) == 45


def test_good_rows_beside_bad_ones_stay(folder):
    loaded = bring(folder, claims=CLAIMS + OMSK + PERM.replace("Perm", "Tomsk", 1))
    assert [claim.quote for claim in loaded.claims] == ["Omsk"]
    assert [problem.kind for problem in loaded.problems] == ["quote not found"]


def test_an_identity_may_name_a_film_of_the_list_itself(folder):
    loaded = bring(folder, identities=IDENTITIES + "a,another film,b,\n")
    assert (loaded.identities["a"].filmography_id, loaded.problems) == ("b", ())


def test_a_list_that_cannot_be_used_is_no_dossier(folder):
    with pytest.raises(BadListError) as raised:
        bring(folder, films="when,where\n1970,12\n", claims=CLAIMS + OMSK)
    assert raised.value.problems == (Problem("no title column", "films.csv", 1, value="when", expected="when, where"),)


def test_columns_of_a_list_s_own_with_the_evidence_s_names(folder):
    films = "id,title,Evidence,identity,fact\na,A,a photograph,unknown,Shot in Omsk.\n"
    loaded = bring(folder, films=films, claims=CLAIMS + OMSK)
    assert [column.name for column in loaded.films.columns] == [
        *("id", "title", "Evidence (given)", "identity (given)", "fact"),
        "evidence",
    ]
    assert loaded.films.frame[["Evidence (given)", "identity (given)", "evidence"]].iloc[0].tolist() == [
        "a photograph",
        "unknown",
        "everything checked holds",
    ]
    assert derived(loaded) == ["evidence"]


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("claims", "solaris-1972,fact,no such words,X,supported,,A,https://x.org,,"),
        ("claims", "solaris-1972"),
        ("identities", "no-such-film,identified,,"),
        ("milestones", "1957,USSR,launch,X,,,"),
        ("calendar", "X,mention,,,1970-01-01,,,,"),
        ("films", "x,X,soon,,,,"),
    ],
    ids=["claims", "cells", "identities", "milestones", "calendar", "films"],
)
def test_our_data_may_have_nothing_wrong(tmp_path, name, row):
    shutil.copytree(DATA, tmp_path, dirs_exist_ok=True)
    source = published_source()
    moved = replace(
        source,
        films=tmp_path / "films.csv",
        claims=tmp_path / "claims.csv",
        identities=tmp_path / "identities.csv",
        milestones=tmp_path / "milestones.csv",
        calendars=(tmp_path / "calendar.csv",),
    )
    assert load_list(moved).problems == ()
    with (tmp_path / f"{name}.csv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(BadListError) as raised:
        load_list(moved)
    assert [problem.file for problem in raised.value.problems] == [f"{name}.csv"]


def test_ours():
    published, checked = load_list(published_source()), load_list(filmography_source())
    assert (len(published.films.frame), len(published.claims), len(published.identities)) == (10, 63, 10)
    assert (len(checked.films.frame), checked.claims, checked.identities) == (53, (), {})
    assert derived(published) == ["evidence", "identity"]
    assert derived(checked) == []
    assert set(published.films.frame["evidence"]) <= set(STATUSES)
    assert published.films.frame["evidence"].tolist() == [
        published.status(film) for film in published.films.frame["id"]
    ]


def test_another_content_has_another_digest(folder):
    first, again = bring(folder).digest, bring(folder).digest
    with_claims = bring(folder, claims=CLAIMS + OMSK).digest
    of_other_claims = bring(folder, claims=CLAIMS + PERM).digest
    of_other_films = bring(folder, films=FILMS + "c,C,1972,\n").digest
    assert first == again
    assert len({first, with_claims, of_other_claims, of_other_films}) == 4
