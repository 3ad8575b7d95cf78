"""What a link says of itself: the list, a film, a view, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.exports.head.preview import LONGEST_LINE, LONGEST_TITLE, Preview, first_sentence, preview, untold
from dashboard.i18n.languages import english
from tests.web.shown import Parameters, ours, own

LIST = "Soviet Space Films"
LINE = (
    "Ten Soviet films about space as a list on the web published them, word for word; beside each statement, "
    "what can be established about it."
)
KELVIN = (
    "A philosophical exploration of human consciousness and the nature of reality, set on a space station orbiting "
    "the mysterious planet Solaris."
)
MARS = "previews/view.png?years=1970-&destination=Mars&lang=en"
SOLARIS = "previews/view.png?film=solaris-1972&lang=en"
NOTHING = "previews/view.png?q=%3Cscript%3E&lang=en"

PREVIEWS: list[tuple[str, Parameters, Preview]] = [
    ("the list", {}, Preview(LIST, LINE, LIST, "previews/published.png")),
    ("order and layout", {"sort": ["year"], "view": ["table"]}, Preview(LIST, LINE, LIST, "previews/published.png")),
    (
        "a film",
        {"film": ["solaris-1972"]},
        Preview("Solaris (1972)", f"Evidence: everything checked holds. {KELVIN}", LIST, SOLARIS, "Solaris (1972)"),
    ),
    (
        "a film within filters",
        {"film": ["solaris-1972"], "q": ["mars"]},
        Preview("Solaris (1972)", f"Evidence: everything checked holds. {KELVIN}", LIST, SOLARIS, "Solaris (1972)"),
    ),
    ("an unknown film", {"film": ["stalker-1979"]}, Preview(LIST, LINE, LIST, "previews/published.png")),
    (
        "filters",
        {"destination": ["mars"], "years": ["1970-"]},
        Preview(LIST, f"1 of 10 films · from 1970 · Destination: Mars. {LINE}", LIST, MARS),
    ),
    (
        "nothing found",
        {"q": ["<script>"]},
        Preview(LIST, f"0 of 10 films · “<script>”. {LINE}", LIST, NOTHING),
    ),
]


@pytest.mark.parametrize(("link", "said"), [case[1:] for case in PREVIEWS], ids=[case[0] for case in PREVIEWS])
def test_a_link_of_the_published_list(link: Parameters, said: Preview) -> None:
    assert preview(ours(link)) == said


def test_a_film_of_a_list_without_evidence_and_with_nothing_said_is_told_by_the_lists_line(tmp_path: Path) -> None:
    csv = "id,title,year\nsolaris,Солярис,1972\n"
    shown = own(csv, tmp_path, {"film": ["solaris"]})
    line, picture = "A list of films from my films.csv.", "previews/view.png?film=solaris&lang=en"
    assert preview(shown) == Preview("Солярис (1972)", line, "My films", picture, "Солярис (1972)")


def test_a_very_long_title_and_text_are_cut(tmp_path: Path) -> None:
    csv = f"title,year,description\n{'Very ' * 60}long,1972,{'and so on ' * 60}\n"
    shown = own(csv, tmp_path, {})
    film = str(shown.index.frame["id"].iloc[0])
    said = preview(own(csv, tmp_path, {"film": [film]}))
    assert (len(said.title), len(said.line)) == (LONGEST_TITLE, LONGEST_LINE)
    assert said.title.endswith("…")


def test_a_list_that_is_not_told() -> None:
    assert untold(english()) == Preview("A list of films", "On a timeline, with filters, as cards and as a table.")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two.", "One."),
        ("No end", "No end"),
        ("What? Yes!", "What?"),
        ("He said: “Go!” She went.", "He said: “Go!”"),
        ("A film by A. Tarkovsky and Dr. Lem. Second.", "A film by A. Tarkovsky and Dr. Lem."),
        ("Фильм снят в 1972 г. на студии. Второе.", "Фильм снят в 1972 г. на студии."),
        ("Wait… what? Yes.", "Wait…"),
        ("Version 2.0 is out. More.", "Version 2.0 is out."),
        ("  two\n lines. More", "two lines."),
        ("", ""),
    ],
)
def test_the_first_sentence(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence
