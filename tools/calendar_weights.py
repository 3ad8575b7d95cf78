"""How much each sign tells the calendar check: ``python -m tools.calendar_weights`` learns it from made-up sentences.

The sentences stand in `tests/evidence/calendar_tables`, each with what a sceptical reader says of it. The weights are
those of two logistic regressions, one for names and one for where a film is from; see
`dashboard/evidence/calendar_check/weights.csv`. First it says how well the weights that are learned from all other
writers do on the sentences of each: the only figures that say how good the check is.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from dashboard.evidence.calendar_check.aliases import alias_pattern, origin_pattern
from dashboard.evidence.calendar_check.calendar import places_of
from dashboard.evidence.calendar_check.events import Event, read_calendar
from dashboard.evidence.calendar_check.mentions import sentences
from dashboard.evidence.calendar_check.origins import end_of, origin_signs
from dashboard.evidence.calendar_check.signs import signs_of
from dashboard.evidence.calendar_check.weights import ALWAYS, NOTICED, SURE, USES, WEIGHTS, Use, weigh
from dashboard.lists.loading import rows_of
from dashboard.lists.source import DATA
from tests.serving import ROOT

TABLES = ROOT / "tests" / "evidence" / "calendar_tables"
TRIED = ("mentions", "origins", "more_en", "more_ru", "more_origins_en", "more_origins_ru")
"""Tables on which the check is tried while it grows."""
PLAIN = ("plain_en", "plain_ru")
"""Sentences as most lists have them."""
FIRM = (*TRIED, "first_ru", "mended_ru", *PLAIN)
"""Tables that the check must get right throughout: an example that it gets wrong counts twice, until it is right."""
OWN = (*TRIED, "learned_en", "learned_ru", *PLAIN)
"""Tables of those who make the check; they are learned from and never judged by."""
SEEN = ("first", "unseen", "mended", "last", "eighth", "twentyfirst")
"""Writers who had not seen the check; kinds of words and of speaking were found with a look at their sentences."""
THEMES = ("bearers", "later", "claims", "denials", "origins2", "practice")
"""Sentences of many words each: other bearers of a name, later times, claims, denials, origins, and all of these."""
WRITERS = (
    *("fourth", "fifth", "sixth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
    *("sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
"""Further ones; the weights are judged on each, learned without it."""
LANGUAGES = ("en", "ru")
SELDOM = 3
"""A sign of fewer examples is none."""
TRUST = {"pair": 4.0, **{str(place): 4.0 for place in (1, 2, 3)}}
"""How strongly a weight is drawn to zero (L2), by the first word of its sign: a place or a pair more than another."""
TRUST_ELSE = 2.0
ROUNDS, MARGIN, LEAST = 12, 0.1, 0.02
"""How often firm examples are looked at again, how far beyond they must be, and the least weight that is written."""


class Example(NamedTuple):
    """A name, or words for where a film is from, in a made-up sentence.

    Attributes:
        table: where the sentence stands.
        row: its place there.
        signs: the signs around it.
        noticed: whether it is to be noticed.
    """

    table: str
    row: int
    signs: frozenset[str]
    noticed: bool


@cache
def events() -> tuple[Event, ...]:
    """The things of our own calendar."""
    return read_calendar(rows_of(DATA / "calendar.csv"))[0]


def rows_in(table: str) -> list[dict[str, str]]:
    """The rows of a table that say what is expected of them."""
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["year"] and row["expected"] != "either"]


def examples(table: str, use: Use) -> list[Example]:
    """The places in a table's texts that are weighed for a use."""
    return [
        Example(table, at, frozenset(signs), row["entry"] == event.name)
        for at, row in enumerate(rows_in(table))
        for event in events()
        if event.origin == (use == "origin")
        for signs in _weighed(row["text"], int(row["year"]), event)
    ]


def _weighed(text: str, film: int, event: Event) -> Iterator[dict[str, str]]:
    """The signs of each place in a text that cannot be right by the film's year alone."""
    ends = event.ended_before(film)
    if film >= event.begins.year and ends is None:
        return
    pattern = origin_pattern if event.origin else alias_pattern
    for _, sentence in sentences(text):
        for start, end in places_of(map(pattern, event.aliases), sentence):
            if event.origin:
                yield origin_signs(sentence, start, end_of(sentence, start, end), event.begins.year, ends)
            else:
                yield signs_of(sentence, start, end, film, event.begins.year)


def learned(known: Sequence[Example]) -> dict[str, float]:
    """The weight of each sign."""
    counts = Counter(sign for each in known for sign in each.signs)
    scales = {sign: TRUST.get(sign.split(" ")[0], TRUST_ELSE) ** -0.5 for sign in counts if counts[sign] >= SELDOM}
    columns = DictVectorizer()
    signs = columns.fit_transform({sign: scales[sign] for sign in each.signs if sign in scales} for each in known)
    noticed, firm = np.array([each.noticed for each in known]), np.array([each.table in FIRM for each in known])
    counted, model = np.ones(len(known)), LogisticRegression(max_iter=2000, tol=1e-5, warm_start=True)
    for _ in range(ROUNDS):
        model.fit(signs, noticed, counted)
        beyond = (model.decision_function(signs) - NOTICED) * np.where(noticed, 1, -1)
        if not (wrong := firm & (beyond < MARGIN)).any():
            break
        counted[wrong] *= 2
    found = dict(zip(columns.get_feature_names_out(), model.coef_[0], strict=True))
    weights = {ALWAYS: model.intercept_[0], **{sign: weight * scales[sign] for sign, weight in found.items()}}
    return {sign: round(float(weight), 2) for sign, weight in weights.items()}


class Figures(NamedTuple):
    """How many texts were rightly noticed, wrongly noticed, and missed."""

    right: int
    wrong: int
    missed: int

    def __str__(self) -> str:
        noticed, all_right = self.right + self.wrong, self.right + self.missed
        return f"precision {self.right / max(noticed, 1):.3f}, recall {self.right / max(all_right, 1):.3f} {self[:]}"


def figures(weights: dict[str, float], judged: Sequence[Example], least: float = NOTICED) -> Figures:
    """What some weights find in examples, text by text."""
    texts: dict[tuple[str, int], list[tuple[bool, bool]]] = defaultdict(list)
    for each in judged:
        texts[each.table, each.row].append((each.noticed, weigh(each.signs, weights) >= least))
    right = sum(any(noticed and found for noticed, found in each) for each in texts.values())
    wrong = sum(any(found and not noticed for noticed, found in each) for each in texts.values())
    to_notice = sum(any(noticed for noticed, _ in each) for each in texts.values())
    return Figures(right, wrong, to_notice - right)


def tables_of(writer: str) -> list[str]:
    """A writer's tables."""
    return [f"{writer}_{language}" for language in LANGUAGES]


def all_examples(use: Use) -> list[Example]:
    """All that is known for a use."""
    tables = (*OWN, *(table for writer in (*SEEN, *THEMES, *WRITERS) for table in tables_of(writer)))
    return [each for table in tables for each in examples(table, use)]


def held_out(known: Sequence[Example], *writers: str) -> dict[str, float]:
    """The weights that are learned from all examples but those of some writers."""
    theirs = {table for writer in writers for table in tables_of(writer)}
    return learned([each for each in known if each.table not in theirs])


def main() -> None:
    """Say how well the weights do on each writer when they are learned from the others, and write those of all."""
    found = {}
    for use in USES:
        known = all_examples(use)
        for writer in WRITERS:
            weights = held_out(known, writer)
            for table in tables_of(writer):
                judged = [each for each in known if each.table == table]
                told = f"{figures(weights, judged)}; clear: {figures(weights, judged, SURE[use])}"
                sys.stdout.write(f"{use}, {table}: {told}\n")
        found[use] = learned(known)
    write(found, WEIGHTS)


def write(weights: dict[Use, dict[str, float]], path: Path) -> None:
    """Write weights, by sign; those that are nearly zero are left out."""
    heavy = {use: {sign: each for sign, each in known.items() if abs(each) >= LEAST} for use, known in weights.items()}
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("sign", *USES))
        for sign in sorted({*heavy["mention"], *heavy["origin"]}):
            rows.writerow((sign, *(heavy[use].get(sign, "") for use in USES)))


if __name__ == "__main__":
    main()
