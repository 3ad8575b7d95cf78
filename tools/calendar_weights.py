"""How much each sign tells the calendar check: ``python -m tools.calendar_weights`` learns it from made-up sentences.

The sentences stand in `tests/evidence/calendar_tables`, each with what a sceptical reader says of it. The weights are
those of a logistic regression; see `dashboard/evidence/calendar_check/weights.csv`. First it says how well the weights
that are learned from all other writers do on the sentences of each: the only figures that say how good the check is.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dashboard.evidence.calendar_check.aliases import alias_pattern
from dashboard.evidence.calendar_check.calendar import places_of
from dashboard.evidence.calendar_check.events import Event, read_calendar
from dashboard.evidence.calendar_check.mentions import sentences, signs_of
from dashboard.evidence.calendar_check.weights import ALWAYS, NOTICED, SURE, WEIGHTS, weigh
from dashboard.lists.loading import rows_of
from dashboard.lists.source import DATA
from tests.serving import ROOT

TABLES = ROOT / "tests" / "evidence" / "calendar_tables"
FIRM = ("mentions", "more_en", "more_ru", "first_ru", "mended_ru")
"""Tables that the check must get right throughout: an example that it gets wrong counts twice, until it is right."""
OWN = ("mentions", "more_en", "more_ru", "learned_en", "learned_ru")
"""Tables of those who make the check; they are learned from and never judged by."""
WRITERS = ("first", "unseen", "mended", "last", "fourth", "fifth", "sixth")
"""Those who wrote without having seen the check; the weights are judged on each, learned without it.

The word lists were made with a look at all but the last two.
"""
LANGUAGES = ("en", "ru")
SELDOM = 3
"""A word in fewer examples is no sign."""
TRUST = {"sign": 2.0, "word": 4.0, ALWAYS: 0.01}
"""How strongly a weight is drawn to zero (L2): more for a word than for a sign that a reader named."""
STEPS, ROUNDS, MARGIN = 30, 12, 0.01


Floats = npt.NDArray[np.float64]


class Example(NamedTuple):
    """One name in a made-up sentence: the table, the signs around it, and whether it is to be noticed."""

    table: str
    signs: dict[str, str]
    noticed: bool


def examples(table: str) -> list[Example]:
    """The names in a table's texts of things that came after the text's film."""
    events, _ = read_calendar(rows_of(DATA / "calendar.csv"))
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["year"] and row["expected"] != "either"]
    return [each for row in rows for event in events for each in _of_row(table, row, event)]


def _of_row(table: str, row: dict[str, str], event: Event) -> Iterator[Example]:
    film, year = int(row["year"]), event.begins.year
    if event.origin or film >= year:
        return
    for _, sentence in sentences(row["text"]):
        for start, end in places_of(map(alias_pattern, event.aliases), sentence):
            yield Example(table, signs_of(sentence, start, end, film, year), row["entry"] == event.name)


def learned(known: Sequence[Example]) -> dict[str, float]:
    """The weight of each sign."""
    counts = Counter(sign for each in known for sign in each.signs)
    names = [ALWAYS, *sorted(sign for sign, count in counts.items() if count >= SELDOM)]
    places = {name: at for at, name in enumerate(names)}
    signs = np.zeros((len(known), len(names)))
    for at, each in enumerate(known):
        signs[at, [0, *(places[sign] for sign in each.signs if sign in places)]] = 1
    drawn = np.array([TRUST.get(name, TRUST["word" if name.startswith("word ") else "sign"]) for name in names])
    noticed, firm = np.array([each.noticed for each in known]), np.array([each.table in FIRM for each in known])
    weights, counted = np.zeros(len(names)), np.ones(len(known))
    for _ in range(ROUNDS):
        weights = _newton(signs, noticed, counted, drawn, weights)
        beyond = (signs @ weights - NOTICED) * np.where(noticed, 1, -1)
        if not (wrong := firm & (beyond < MARGIN)).any():
            break
        counted[wrong] *= 2
    return dict(zip(names, (round(float(weight), 3) for weight in weights), strict=True))


def _newton(signs: Floats, noticed: Floats, counted: Floats, drawn: Floats, weights: Floats) -> Floats:
    """The weights that make what is noticed likeliest, from some to begin with."""
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-signs @ weights))
        slope = signs.T @ (counted * (likely - noticed)) + drawn * weights
        step = np.linalg.solve((signs.T * (counted * likely * (1 - likely))) @ signs + np.diag(drawn), slope)
        weights = weights - step
        if np.abs(step).max() < 1e-4:
            break
    return weights


class Figures(NamedTuple):
    """How many names were rightly noticed, wrongly noticed, and missed."""

    right: int
    wrong: int
    missed: int

    def __str__(self) -> str:
        noticed, all_right = self.right + self.wrong, self.right + self.missed
        return f"precision {self.right / max(noticed, 1):.3f}, recall {self.right / max(all_right, 1):.3f} {self[:]}"


def figures(weights: dict[str, float], judged: Sequence[Example], least: float = NOTICED) -> Figures:
    """What some weights find in examples."""
    found = Counter((each.noticed, weigh(each.signs, weights) >= least) for each in judged)
    return Figures(found[True, True], found[False, True], found[True, False])


def tables_of(writer: str) -> list[str]:
    """A writer's tables."""
    return [f"{writer}_{language}" for language in LANGUAGES]


def held_out(known: Sequence[Example], writer: str) -> dict[str, float]:
    """The weights that are learned from all examples but a writer's."""
    return learned([each for each in known if each.table not in tables_of(writer)])


def main() -> None:
    """Say how well the weights do on each writer when they are learned from the others, and write those of all."""
    known = [
        each for table in (*OWN, *(t for writer in WRITERS for t in tables_of(writer))) for each in examples(table)
    ]
    for writer in WRITERS:
        weights = held_out(known, writer)
        for table in tables_of(writer):
            judged = [each for each in known if each.table == table]
            sys.stdout.write(f"{table}: {figures(weights, judged)}; clear: {figures(weights, judged, SURE)}\n")
    write(learned(known), WEIGHTS)


def write(weights: dict[str, float], path: Path) -> None:
    """Write weights, by sign; those that are zero are left out."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("sign", "weight"))
        rows.writerows((sign, weight) for sign, weight in sorted(weights.items()) if weight)


if __name__ == "__main__":
    main()
