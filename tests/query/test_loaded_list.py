"""A list with all that is known of it: joined, strict for our data, forgiving for a visitor's."""

import shutil
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.evidence.claims import STATUSES
from dashboard.lists.loading import load
from dashboard.lists.source import DATA, filmography, own_list, published_list
from dashboard.model.problems import BadListError, Problem
from dashboard.query.index import Index
from dashboard.query.loaded_list import EVIDENCE, IDENTITY, open_dossier

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
    return open_dossier(own_list(folder))


def derived(dossier):
    return [column.name for column in dossier.films.columns if column.derived]


def test_a_list_without_evidence(folder):
    dossier = bring(folder)
    assert (dossier.claims, dossier.identities, dossier.notices, dossier.problems) == ((), {}, (), ())
    assert (len(dossier.milestones), len(dossier.events)) == (52, 12)
    assert derived(dossier) == []
    assert dossier.status("a") == "not checked"
    assert (dossier.claims_of, dossier.notices_of) == ({}, {})
    pd.testing.assert_frame_equal(dossier.films.frame, load(own_list(folder)).frame)


def test_a_folder_with_everything(folder):
    dossier = bring(
        folder,
        claims=CLAIMS + OMSK + PERM,
        identities=IDENTITIES + "b,another film,solaris-1972,\n",
        milestones="date,text\n1970-01-01,A day.\n",
        calendar="name,applies_to,aliases,from\nOmsk,mention,Omsk,1980-01-01\n",
    )
    assert dossier.problems == ()
    assert [(column.name, column) for column in dossier.films.columns[-2:]] == [
        ("evidence", EVIDENCE),
        ("identity", IDENTITY),
    ]
    assert dossier.films.frame["evidence"].tolist() == ["everything checked holds", "not checked"]
    assert dossier.films.frame["identity"].fillna("?").tolist() == ["?", "another film"]
    assert {film: [each.quote for each in claims] for film, claims in dossier.claims_of.items()} == {
        "a": ["Omsk"],
        "b": ["Perm"],
    }
    assert [(each.film, each.quote) for each in dossier.notices_of["a"]] == [("a", "Omsk")]
    assert [each.text for each in dossier.milestones] == ["A day."]
    assert Index(dossier.films).facets["evidence"].values == ("everything checked holds", "not checked")


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("claims", "", Problem("empty file", "claims.csv")),
        ("claims", "\0", Problem("not text", "claims.csv")),
        ("claims", CLAIMS + OMSK.replace("a,", "c,", 1), Problem("no such film", "claims.csv", 2, "film_id", "c")),
        ("identities", '"\n', Problem("broken table", "identities.csv", 1, expected="unexpected end of data")),
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
    dossier = bring(folder, **{name: text})
    assert dossier.problems == (problem,)
    assert dossier.films.problems == ()
    assert dossier.films.frame["id"].tolist() == ["a", "b"]
    assert len(dossier.events) == 12


def test_good_rows_beside_bad_ones_stay(folder):
    dossier = bring(folder, claims=CLAIMS + OMSK + PERM.replace("Perm", "Tomsk", 1))
    assert [claim.quote for claim in dossier.claims] == ["Omsk"]
    assert [problem.kind for problem in dossier.problems] == ["quote not found"]


def test_an_identity_may_name_a_film_of_the_list_itself(folder):
    dossier = bring(folder, identities=IDENTITIES + "a,another film,b,\n")
    assert (dossier.identities["a"].filmography, dossier.problems) == ("b", ())


def test_a_list_that_cannot_be_used_is_no_dossier(folder):
    with pytest.raises(BadListError) as raised:
        bring(folder, films="when,where\n1970,12\n", claims=CLAIMS + OMSK)
    assert raised.value.problems == (Problem("no title column", "films.csv", 1, expected="when, where"),)


def test_columns_of_a_list_s_own_with_the_evidence_s_names(folder):
    films = "id,title,Evidence,identity,fact\na,A,a photograph,unknown,Shot in Omsk.\n"
    dossier = bring(folder, films=films, claims=CLAIMS + OMSK)
    assert [column.name for column in dossier.films.columns] == [
        *("id", "title", "Evidence (given)", "identity (given)", "fact"),
        "evidence",
    ]
    assert dossier.films.frame[["Evidence (given)", "identity (given)", "evidence"]].iloc[0].tolist() == [
        "a photograph",
        "unknown",
        "everything checked holds",
    ]
    assert derived(dossier) == ["evidence"]


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
    offer = published_list()
    moved = replace(
        offer,
        films=tmp_path / "films.csv",
        claims=tmp_path / "claims.csv",
        identities=tmp_path / "identities.csv",
        milestones=tmp_path / "milestones.csv",
        calendars=(tmp_path / "calendar.csv",),
    )
    assert open_dossier(moved).problems == ()
    with (tmp_path / f"{name}.csv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(BadListError) as raised:
        open_dossier(moved)
    assert [problem.file for problem in raised.value.problems] == [f"{name}.csv"]


def test_ours():
    published, checked = open_dossier(published_list()), open_dossier(filmography())
    assert (len(published.films.frame), len(published.claims), len(published.identities)) == (10, 63, 10)
    assert (len(checked.films.frame), checked.claims, checked.identities) == (46, (), {})
    assert derived(published) == ["evidence", "identity"]
    assert derived(checked) == []
    assert set(published.films.frame["evidence"]) <= set(STATUSES)
    assert published.films.frame["evidence"].tolist() == [
        published.status(film) for film in published.films.frame["id"]
    ]
