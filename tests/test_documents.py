"""What is said twice is the same: README, data dictionary, changelog, Makefile, link, schema."""

from __future__ import annotations

import re
import struct
from urllib.parse import parse_qs

from dashboard import __version__
from dashboard.__main__ import parser
from dashboard.formats.registry import readable
from dashboard.model import kinds
from dashboard.model.kinds import Column
from dashboard.model.schema import SCHEMA
from dashboard.query.facets import DECADE
from dashboard.query.url import BEFORE_COLUMNS, BEHIND_COLUMNS, CONTROLS, Parameter
from tests.serving import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
DEVELOPMENT = (ROOT / "docs" / "development.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
DICTIONARY = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def dictionary_row(column: Column) -> str:
    limits = f", {column.lowest:,} to {column.highest:,} {column.unit}".rstrip() if column.kind is kinds.NUMBER else ""
    required = ", required" if column.required else ""
    return f"| `{column.name}` | {column.label} | {column.kind.name}{limits}{required} | {column.meaning} |"


def test_the_data_dictionary_is_the_schema() -> None:
    rows = [line for line in DICTIONARY.splitlines() if re.match(r"\| `[a-z_]+` \|", line)]
    assert rows == [dictionary_row(column) for column in SCHEMA]


def test_the_data_dictionary_names_what_search_looks_into() -> None:
    named = re.search(r"`Search` looks into ([^.]+)\.", DICTIONARY)
    assert named
    labels = {column.label.lower() for column in SCHEMA if column.searchable}
    assert set(re.split(r", | and ", named[1].replace("\n", " "))) == labels


def test_every_file_of_the_data_is_in_the_dictionary() -> None:
    files = {path.name for path in (ROOT / "data").iterdir()} - {"README.md"}
    of_other_lists = {"calendar_accepted.csv", "views.csv", "pictures.csv"}
    assert set(re.findall(r"^\| `([\w.-]+\.\w+)`", DICTIONARY, re.MULTILINE)) == files | of_other_lists


def parameter_row(each: Parameter, columns: str = "") -> str:
    return f"| `{each.name}`{columns} | {each.meaning} | {', '.join(f'`{example}`' for example in each.examples)} |"


def test_the_readmes_table_of_parameters_is_what_a_link_is_read_by() -> None:
    values, numbers = CONTROLS["values"](DECADE), CONTROLS["range"]("rating")
    rows = re.findall(r"^\| parameter .*\n\| ---.*\n((?:\|.*\n)+)", README, re.MULTILINE)
    assert rows[0].splitlines() == [
        *map(parameter_row, BEFORE_COLUMNS),
        parameter_row(values, " and every filter's column of values"),
        parameter_row(numbers, " and every filter's column of numbers"),
        *map(parameter_row, BEHIND_COLUMNS),
    ]


def test_an_example_of_a_parameter_is_of_that_parameter() -> None:
    for each in (*BEFORE_COLUMNS, *BEHIND_COLUMNS):
        assert {name for example in each.examples for name in parse_qs(example)} == {each.name}


def test_the_readme_names_everything_that_can_be_read() -> None:
    named = re.search(r"\*\*What can be read\*\*: (.+?)\.\s", README.replace("\n", " "))
    assert named
    assert [each for each in readable() if each not in named[1]] == []


def test_the_documents_name_every_make_target_and_option() -> None:
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE)) - {"help"}
    assert set(re.findall(r"\bmake ([a-z]+)\b", README + DEVELOPMENT)) == targets
    options = {name for action in parser()._actions for name in action.option_strings if name.startswith("--")}
    assert options - {"--version"} == {name for name in options if name in README}


def test_the_readme_draws_every_folder_and_module_at_the_top() -> None:
    drawn = set(re.findall(r"^[├└]── (\S+?)/? ", README, re.MULTILINE))
    inside = {path.stem if path.is_dir() else path.name for path in (ROOT / "dashboard").iterdir()}
    assert drawn == inside - {"__init__.py", "__pycache__", "static", "icon.svg"}


def test_the_glossary_is_in_order_and_has_each_term_once() -> None:
    terms = re.findall(r"^\| ([^|]+?) \|", GLOSSARY, re.MULTILINE)[2:]
    assert terms == sorted(set(terms))


def test_every_link_between_the_documents_leads_somewhere() -> None:
    for path in (ROOT / "README.md", ROOT / "SECURITY.md", *(ROOT / "docs").glob("*.md"), ROOT / "data" / "README.md"):
        for link in re.findall(r"\]\(([^):#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            assert (path.parent / link).exists(), f"{path.name}: {link}"


def test_the_readmes_picture_is_there_and_as_wide_as_a_page() -> None:
    picture = re.search(r"!\[[^]]+]\(([^)]+)\)", README)
    assert picture
    head = (ROOT / picture[1]).read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", head[16:24])[0] == 1280


def test_the_changelog_begins_with_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.search(r"^## (\S+)", text, re.MULTILINE)
    assert first
    assert first[1] == __version__


def test_the_constraints_are_exact_and_name_no_index() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
