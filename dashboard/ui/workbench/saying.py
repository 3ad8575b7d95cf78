"""What a visitor says of the films of a list of theirs: each is a row of its evidence, checked as an import is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import streamlit as st

from dashboard.evidence.editing.files import EvidenceFile, Known, typed, with_row, without_row
from dashboard.i18n.languages import Language
from dashboard.i18n.problem_text import message
from dashboard.lists.editing.versions import with_file
from dashboard.lists.package import ListPackage
from dashboard.model.problems import Problem
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult
from dashboard.render.escape import label
from dashboard.ui.browser import remembered
from dashboard.ui.state import widget_key
from dashboard.ui.workbench import editing
from dashboard.ui.workbench.editing import refused, save

Row = dict[str, str]
SentenceName = tuple[str, str, int]
"""A sentence's film, its column, and where it begins there."""


@dataclass
class Saying:
    """What a tab knows of what its visitor says.

    Attributes:
        by: who says so, as last typed.
        forms: by their place, the number of the forms that stand there; others begin empty.
        place: where something was last kept, or could not be.
        wrong: what else than its row keeps it from being kept, as sentences.
        goes_through: whether the visitor goes through what is left to check; None until the page has asked the browser.
        sentence: the sentence that was last gone to there: its film, its column, where it begins; None for none.
        left: that sentence if it was left when it was last drawn; None if not.
        done: the sentence of which something was last kept there; None for none, and once it is gone back to.
    """

    by: str = ""
    forms: dict[str, int] = field(default_factory=dict)
    place: str = ""
    wrong: tuple[str, ...] = ()
    goes_through: bool | None = None
    sentence: SentenceName | None = None
    left: SentenceName | None = None
    done: SentenceName | None = None


def saying() -> Saying:
    """What this tab knows."""
    known: Saying = st.session_state.setdefault("saying", Saying())
    return known


def field_key(place: str, *parts: str) -> str:
    """The key of a field of a form in a place; once one there is kept, others stand in their place."""
    return widget_key("say", place, *parts, str(saying().forms.get(place, 0)))


@contextmanager
def forms_at(place: str, result: QueryResult, *, border: bool = False) -> Iterator[None]:
    """Draw what follows as the forms of a place; a session that begins after a restart finds those typed into before.

    Once one is kept another stands there, which says so and has the focus where it begins.
    """
    forms = saying().forms
    number = remembered(place, str(forms[place]) if place in forms else None)
    forms.setdefault(place, int(number) if number.isdecimal() else 0)
    with st.container(border=border, key=widget_key("form", place)):
        with st.container():
            editing.draw_saved(form_of(place), result)
        yield


def held(place: str, *parts: str) -> str:
    """What a field of a form holds, as a cell has it; empty for one that is not there."""
    return typed(str(st.session_state.get(field_key(place, *parts)) or ""))


def form_of(place: str) -> str:
    """The name of the forms of a place where what is wrong with them is kept."""
    return widget_key("say", place)


def draw_outcome(place: str, result: QueryResult) -> None:
    """Draw why what was last said in a place is not kept, if it is not."""
    known, language = saying(), result.language
    with st.container():
        if known.place != place:
            return
        wrong = (*known.wrong, *(_in_words(problem, language) for problem in refused(form_of(place))))
        if wrong:
            st.error(" ".join(map(label, wrong)), icon=":material/report:")


def _in_words(problem: Problem, language: Language) -> str:
    """What is wrong, behind the name of the field whose text it quotes."""
    text, name = message(problem, language), field_names(language).get(problem.column)
    return f"{name}: {text}" if name and problem.value else text


def field_names(language: Language) -> dict[str, str]:
    """What the fields that take any text are called, by their columns."""
    return {
        "claim": language.gettext("What it says"),
        "reason": language.gettext("Why"),
        "source_title": language.gettext("Source"),
        "source_url": language.gettext("Its address"),
        "checked_by": language.gettext("Who says so"),
        "note": language.gettext("What was found"),
    }


def refuse(place: str, *sentences: str) -> None:
    """Say why something is not kept, or nothing for no sentence; what was typed stays in its fields."""
    known = saying()
    editing.refuse(form_of(place))
    known.place, known.wrong = place, sentences


@dataclass(frozen=True)
class Keeper:
    """Keeps rows of a list's evidence, or takes them out; for callbacks.

    Attributes:
        loaded: the list that is shown.
        file: which of its files.
        place: where on the page it is asked for.
        identities: the ids of the films that an identity may name.
    """

    loaded: LoadedList
    file: EvidenceFile
    place: str
    identities: Collection[str] = ()

    def keep(self, row: Mapping[str, str], instead_of: Row | None, change: str) -> None:
        """Keep a row, or another in its place; `change` is what is said of it in the list of changes."""
        known = Known(self.loaded.films, self.identities)

        def kept(data: bytes | None) -> bytes:
            return with_row(self.file, data, row, known, instead_of)

        self._take_over(kept, change)

    def take_out(self, key: Row, change: str) -> None:
        """Take a row out."""
        self._take_over(lambda data: without_row(self.file, data, key), change)

    def _take_over(self, made: Callable[[bytes | None], bytes | None], change: str) -> None:
        def changed(package: ListPackage) -> ListPackage:
            return with_file(package, self.file.name, made(package.files.get(self.file.name)))

        refuse(self.place)
        save(self.loaded, form_of(self.place), changed, change, self._empty)

    def _empty(self) -> None:
        """Have other forms, which are empty, take the place of those that stand there."""
        forms = saying().forms
        forms[self.place] = forms.get(self.place, 0) + 1
