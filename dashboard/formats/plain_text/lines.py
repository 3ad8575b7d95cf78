"""The lines of a plain list: what makes them items, labels or headings, and the film that one names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.formats.plain_text.parsed_lines import ParsedLine, loose_forms, number_of, plain, with_year, without_mark
from dashboard.model.column_names import column_of

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:：]{0,30}?)\s*[:：](?:\s+(?P<labelled>.*)|$)")


@dataclass
class Line:
    """A line that is not blank.

    Attributes:
        number: counted from 1.
        block: which of the paragraphs it stands in, counted from 1.
        indent: how far it is moved in.
        marked: whether a bullet or a number makes it an item of a list.
        heading: whether it is one, by its marks or a colon at its end.
        text: what it says beside all that.
        entry: the film it names with a year.
        label: what stands before a colon, if it names what stands behind it.
        labelled: what stands behind it.
    """

    number: int
    block: int
    indent: int
    marked: bool
    heading: bool
    text: str
    entry: ParsedLine | None = None
    label: str = ""
    labelled: str = ""


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, each with what can be told of it."""
    lines = list(_split(text))
    numbers = [found[0] for line in lines if (found := number_of(line.text))]
    if _is_counting(numbers):
        for line in lines:
            if found := number_of(line.text):
                line.text, line.marked = found[1], True
    _find_labels(lines)
    others = [loose_forms(line.text) for line in lines if not line.label and not with_year(line.text)]
    forms = Counter(form for found in others for form in found)
    loose, often = forms.most_common(1)[0] if forms else ("", 0)
    loose = loose if often > 2 and often * 5 >= len(others) * 4 else ""
    for line in lines:
        line.entry = None if line.label else with_year(line.text, loose)
        line.marked = line.marked or (line.heading and line.entry is not None)
        line.heading = line.heading and not line.entry and not line.label
    return lines


def _split(text: str) -> Iterator[Line]:
    block, above = 0, False
    for number, raw in enumerate(re.split(r"\r\n?|\n", text), 1):
        line = raw.expandtabs(4)
        block += bool(line.strip()) and not above
        above = bool(line.strip())
        if above:
            text = line.strip()
            title = re.sub(r"^#{1,6}\s+", "", text)
            words, marked = without_mark(title)
            heading = title != text or (text.endswith(":") and not marked)
            yield Line(number, block, len(line) - len(line.lstrip()), marked, heading, words.strip())


def _is_counting(numbers: Sequence[int]) -> bool:
    steps = [abs(after - before) for before, after in pairwise(numbers)]
    return 1 in numbers or (len(steps) > 0 and steps.count(1) * 2 > len(steps) and max(numbers) < 1000)


def _find_labels(lines: Sequence[Line]) -> None:
    """Mark lines as labelled if the schema knows the label, or if it comes again below the titles of other films."""
    found = [(line, label) for line in lines if (label := _LABEL.fullmatch(plain(line.text)[0]))]
    firsts = {line.block: line.number for line in reversed(lines)}
    names = Counter(label["label"].casefold() for line, label in found)
    blocks = {(label["label"].casefold(), line.block) for line, label in found if firsts[line.block] != line.number}
    below = Counter(name for name, _ in blocks)
    for line, label in found:
        name = label["label"].casefold()
        target = column_of(name)
        known = target is not None if target != "title" else names[name] > 1
        if known or (below[name] == names[name] > 1 and not with_year(line.text)):
            line.label, line.labelled = label["label"], (label["labelled"] or "").strip()
