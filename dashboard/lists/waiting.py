"""What is said while a list is made ready: which one, in which step of how many, and how far that is."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from dashboard.i18n.languages import Language
from dashboard.model.progress import STEPS, Progress, Step

SOONEST, LATEST = 1, 5
"""Seconds after which whoever waits looks again."""


@dataclass(frozen=True)
class Waiting:
    """A list that is still being made ready.

    Attributes:
        name: its name in a link.
        progress: how far it is.
        seconds: for how long it has been worked on.
    """

    name: str
    progress: Progress
    seconds: float

    @property
    def again(self) -> int:
        """In how many seconds to look again: about when it will be there, by what was done so far.

        >>> [Waiting("own", Progress("search", 0.5), seconds).again for seconds in (1, 20, 60)]
        [1, 3, 5]
        """
        done = self.progress.whole
        left = self.seconds * (1 - done) / done if done else self.seconds
        return min(LATEST, max(SOONEST, ceil(left)))


def doing(progress: Progress, language: Language) -> str:
    """What is being done, and how much of that is done already where it is known.

    >>> from dashboard.i18n.languages import english
    >>> doing(Progress("check", 0.43), english()), doing(Progress("rows"), english())
    ('checking its rows, 43%', 'reading the file')
    """
    said: dict[Step, str] = {
        "rows": language.gettext("reading the file"),
        "check": language.gettext("checking its rows"),
        "evidence": language.gettext("looking for what came too early"),
        "search": language.gettext("preparing the search"),
    }
    words = said[progress.step]
    if not progress.share:
        return words
    return language.gettext("{step}, {percent}", step=words, percent=language.percent(progress.share))


def step_in_words(progress: Progress, language: Language) -> str:
    """Which step of how many, and what is done in it.

    >>> from dashboard.i18n.languages import english
    >>> step_in_words(Progress("check", 0.43), english())
    'Step 2 of 4: checking its rows, 43%'
    """
    doing_it = doing(progress, language)
    return language.gettext("Step {n} of {all}: {step}", n=progress.number, all=len(STEPS), step=doing_it)


def explanation(language: Language) -> str:
    """What whoever waits has to do: nothing."""
    return language.gettext("The list is being prepared. It opens here by itself as soon as it is ready.")
