"""A column of a visitor's list renamed, made one of the schema's, or given another kind."""

from __future__ import annotations

import pytest

from dashboard.lists.editing.columns import KINDS_OFFERED, changeable, with_column
from dashboard.lists.editing.films import film_rows
from dashboard.lists.loading import load_list
from dashboard.lists.package import COLUMNS, FILMS, ListPackage, read_columns, written_columns
from dashboard.lists.source import uploaded_source
from dashboard.model.kinds import CHOICE, CHOICES, IDENTIFIER, TEXT, Kind
from dashboard.model.problems import BadListError, Problem
from dashboard.query.loaded_list import LoadedList

ROWS = (
    b"id,title,year,Regie,Shelf,description,description_ru\r\n"
    b"a,A,1970,X; Y,007,n,\xd0\xbd\xd0\xb5\xd1\x82\r\nb,B,1980,Z,10,m,\r\n"
)
CLAIMS = b"film_id,field,quote,claim,verdict,reason\r\na,description,n,c,judgement,r\r\nb,title,B,c,judgement,r\r\n"
ACCEPTED = b"film_id,field,quote\na,description,n\n"
OWN = ListPackage(
    "Films",
    {
        FILMS: b"\xef\xbb\xbf" + ROWS,
        "claims.csv": CLAIMS,
        COLUMNS: written_columns({"Regie": "text", "Shelf": "identifier", "description_ru": "long text"}),
        "calendar_accepted.csv": ACCEPTED,
    },
)


def loaded(own: ListPackage) -> LoadedList:
    return load_list(uploaded_source(own, "link.", ""))


FILM_LIST = loaded(OWN).films


@pytest.mark.parametrize(
    ("column", "name", "kind", "header", "kinds"),
    [
        (
            "Regie",
            "By",
            None,
            "id,title,year,By,Shelf,description,description_ru",
            {"By": "text", "Shelf": "identifier"},
        ),
        ("Regie", "director", None, "id,title,year,director,Shelf,description,description_ru", {"Shelf": "identifier"}),
        (
            "Shelf",
            "Shelf",
            TEXT,
            "id,title,year,Regie,Shelf,description,description_ru",
            {"Regie": "text", "Shelf": "text"},
        ),
        ("Regie", " By\n whom ", CHOICES, "id,title,year,By whom,Shelf,description,description_ru", None),
        ("description", "Text", None, "id,title,year,Regie,Shelf,Text,Text_ru", None),
        ("year", "When", IDENTIFIER, "id,title,When,Regie,Shelf,description,description_ru", None),
    ],
    ids=["a name", "one of the schema's", "a kind", "both", "with its translation", "no longer the schema's"],
)
def test_a_column_is_changed(
    column: str, name: str, kind: Kind | None, header: str, kinds: dict[str, str] | None
) -> None:
    made = with_column(OWN, FILM_LIST, column, name, kind)
    head, _, rest = made.files[FILMS].partition(b"\r\n")
    assert (head.decode("utf-8-sig"), rest) == (header, ROWS.partition(b"\r\n")[2])
    if kinds is not None:
        assert read_columns(made.files[COLUMNS]) == {**kinds, "description_ru": "long text"}
    again = loaded(made)
    found = next(each for each in again.films.columns if each.name == " ".join(name.split()))
    assert kind is None or found.kind == kind
    assert {each.file for each in again.problems} <= {"calendar_accepted.csv"}


def test_what_is_said_of_its_cells_goes_along() -> None:
    made = with_column(OWN, FILM_LIST, "description", "Text")
    assert made.files["claims.csv"] == CLAIMS.replace(b",description,", b",Text,")
    assert [(claim.field, claim.quote) for claim in loaded(made).claims] == [("Text", "n"), ("title", "B")]
    assert made.files["calendar_accepted.csv"].splitlines()[1:] == [b"a,Text,n"]


def test_what_is_changed_back_is_as_it_was() -> None:
    made = with_column(OWN, FILM_LIST, "Regie", "director")
    again = with_column(made, loaded(made).films, "director", "Regie", TEXT)
    assert again.files == OWN.files


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        (" \x00", Problem("nothing said", FILMS, None, "Regie")),
        ("Shelf", Problem("column twice", FILMS, None, "Regie", expected="Shelf")),
        ("title", Problem("column twice", FILMS, None, "Regie", expected="Title")),
    ],
    ids=["no name", "another's", "the title's"],
)
def test_a_name_that_cannot_be(name: str, problem: Problem) -> None:
    with pytest.raises(BadListError) as raised:
        with_column(OWN, FILM_LIST, "Regie", name)
    assert raised.value.problems == (problem,)


def test_which_columns_can_be_changed() -> None:
    columns = changeable(film_rows(OWN, FILM_LIST), FILM_LIST)
    assert [column.name for column in columns] == ["year", "Regie", "Shelf", "description"]


@pytest.mark.parametrize("kind", KINDS_OFFERED, ids=lambda kind: kind.name)
def test_every_kind_that_is_offered_reads_any_cell(kind: Kind) -> None:
    again = loaded(with_column(OWN, FILM_LIST, "Regie", "Regie", kind)).films
    found = next(each for each in again.columns if each.name == "Regie")
    kept = [str(again.frame[name].iloc[0]) for name in again.frame if name.startswith("Regie")]
    assert (found.kind == kind, any("X" in cell for cell in kept)) == (True, True)


def test_a_choice_becomes_a_filter() -> None:
    rows = b"id,title,Shelf\r\n" + b"".join(b"f%d,F,%s\r\n" % (at, b"AB"[at % 2 :][:1]) for at in range(10))
    own = ListPackage("Films", {FILMS: rows, COLUMNS: written_columns({"Shelf": "text"})})
    made = loaded(with_column(own, loaded(own).films, "Shelf", "Shelf", CHOICE)).films
    assert [column.facet for column in made.columns if column.name == "Shelf"] == [True]
