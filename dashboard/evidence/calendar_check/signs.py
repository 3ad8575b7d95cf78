"""The signs around a name that a reader would notice: ways of speaking, words, kinds of words, and where they stand."""

from __future__ import annotations

import re
from itertools import pairwise, product

from dashboard.evidence.calendar_check.mentions import CLAUSE_ENDS, looks_elsewhere
from dashboard.evidence.calendar_check.weights import root
from dashboard.evidence.calendar_check.words import kinds_in, kinds_of

YEAR = re.compile(r"(?<!\d)(?:1[89]|2\d)\d\d(?!\d)")
NAME = "*"
"""Stands for the name in a pair of words."""
NEXT = 3
"""So many words on each side of a name are signs by their places."""
LONGEST_AROUND = 300
"""Characters that are read on each side of a name."""
_NEAR = 4
"""Words on each side of a name that stand near it."""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[?!;:,()«»\"“”—–.]")
_RUN = re.compile(r"[\w'’-]+")
_LEADING = re.compile(
    r"(?:\b(of|aboard|on board|on|in|inside|by|from|for|to|with|at|after|before|since|until|than|like|about|during|"
    r"through|the|a|an|and|real|genuine|с борта|на борту|на|во время|в|во|с|со|из|по|к|о|об|от|до|после|для|и|за|перед|"
    r"как|станции|корабля|экипажа?|шаттл\w?))?[\s«„“\"‘]*$",
    re.IGNORECASE,
)
_DESCRIPTION = re.compile(r"first|far side|перв|обратн", re.IGNORECASE)
"""How what only describes a thing begins: "first Moon landing"."""
_AROUND = {
    "question": re.compile(r"\?\W*$"),
    "other year": YEAR,
    "begins with the film": re.compile(r"^\W*(?:it|its|the film|the picture|this)\b", re.IGNORECASE),
    "Russian": re.compile("[а-яё]"),
}
"""Signs of the whole sentence."""
_AFTER = {
    "then a stop": re.compile(r"^[»”\"’]?\s*(?:[.,;:!?]|$)"),
    "then what it is": re.compile(r"^[»”\"’]?\s*(?:,\s*(?:a|an|the)\s|[—–-]\s)"),
    "then a past verb": re.compile(r"^[»”\"’]?\s+(?:\w+ly )?(?:was|were|had|went|flew|did|came|would|put|has|\w+ed)\b"),
    "then a present verb": re.compile(r"^[»”\"’]?\s+(?:\w+ly )?(?:is|are|\w+s)\b"),
}
"""Signs of what follows the name."""


def signs_of(sentence: str, start: int, end: int, film: int, event: int) -> dict[str, str]:
    """What a reader would notice about a name between two places, each with the words that show it, or none.

    Args:
        sentence: the sentence that has the name; `LONGEST_AROUND` characters around it are read.
        start: where the name begins.
        end: where it ends.
        film: the film's year.
        event: the later year of the thing.
    """
    sentence, start, end = _near(sentence, start, end)
    apart = event - film
    found = signs_around(sentence, start, end)
    found["a year apart" if apart <= 1 else "five years apart" if apart <= 5 else "long apart"] = ""
    if any(int(year[0]) >= event for year in YEAR.finditer(sentence)):
        found["its year"] = ""
    return found


def signs_around(sentence: str, start: int, end: int) -> dict[str, str]:
    """The same without a look at years."""
    sentence, start, end = _near(sentence, start, end)
    before, name, after = sentence[:start], sentence[start:end], sentence[end:]
    leading = _LEADING.search(before)
    found = {f"it {way}": words for way, words in looks_elsewhere(sentence, start, end).items()}
    found |= dict.fromkeys((sign for sign, pattern in _AROUND.items() if pattern.search(sentence)), "")
    found |= dict.fromkeys((sign for sign, pattern in _AFTER.items() if pattern.search(after)), "")
    word_before = leading[1].lower() if leading and leading[1] else "words" if _RUN.search(before) else "nothing"
    sort = _sort_of(name)
    found |= dict.fromkeys((sort, f"after {word_before}", f"{sort} after {word_before}"), "")
    return found | _words_around(before, after) | _kinds_around(sentence, start, end, sort)


def _sort_of(name: str) -> str:
    """Whether a name has a number, as a rocket's has, has none, or only describes what it means."""
    if re.search(r"\d", name):
        return "numbered"
    return "described" if _DESCRIPTION.match(name) or not re.search(r"[A-ZА-ЯЁ]", name) else "no number"


def _near(sentence: str, start: int, end: int) -> tuple[str, int, int]:
    """A sentence without what stands far from a name, and the name's place in that."""
    first = max(0, start - LONGEST_AROUND)
    return sentence[first : end + LONGEST_AROUND], start - first, end - first


def _words_around(before: str, after: str) -> dict[str, str]:
    """The words around a name: anywhere, by their places next to it, and in pairs, of which the name can be one."""
    ahead, behind = WORD.findall(before), WORD.findall(after)
    found = {f"word {root(word)}": word for word in (*ahead, *behind)}
    for side, words in (("before", ahead[::-1]), ("after", behind)):
        for place in range(NEXT):
            word = words[place] if place < len(words) else ""
            found[f"{place + 1} {side} {root(word)}"] = word
            found |= dict.fromkeys((f"{kind} {place + 1} {side}" for kind in kinds_of(word)), word)
    run = [*map(_read_as, ahead), (NAME,), *map(_read_as, behind)]
    pairs = (pair for two in pairwise(run) for pair in product(*two))
    return found | dict.fromkeys((f"pair {first} {second}" for first, second in pairs), "")


def _read_as(word: str) -> tuple[str, ...]:
    """What a word is in a pair: its kinds; itself if it has none."""
    return kinds_of(word) or (root(word),)


def _kinds_around(sentence: str, start: int, end: int, sort: str) -> dict[str, str]:
    """The kinds of words around a name of a sort: anywhere, before, after, in its clause, near it, more than once."""
    before, after = sentence[:start], sentence[end:]
    ends = [match.end() for match in CLAUSE_ENDS.finditer(before)]
    clause = (ends[-1] if ends else 0, end + len(CLAUSE_ENDS.split(after)[0]))
    near_before, near_after = list(_RUN.finditer(before))[-_NEAR:], list(_RUN.finditer(after))[:_NEAR]
    near = (near_before[0].start() if near_before else start, end + (near_after[-1].end() if near_after else 0))
    found: dict[str, str] = {}
    for kind, first, last in kinds_in(sentence):
        if first < end and start < last:
            continue
        words, side = sentence[first:last], "before" if last <= start else "after"
        if kind in found:
            found[f"{kind} twice"] = words
        found[kind] = found[f"{sort} {kind}"] = found[f"{kind} {side}"] = words
        if clause[0] <= first < clause[1]:
            found[f"{kind} in its clause"] = words
        if near[0] <= first and last <= near[1]:
            found[f"{kind} near {side}"] = words
    if not found.keys() & {"time", "reception", "imagined", "denial", "likeness", "naming"}:
        found |= dict.fromkeys(("nothing unusual", f"{sort} nothing unusual"), "")
    if "space" not in found:
        found["no space" if "record" in found else "no space, no record"] = ""
        if "other bearer" in found:
            found["other bearer, no space"] = found["other bearer"]
    return found
