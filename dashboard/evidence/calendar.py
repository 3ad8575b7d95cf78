"""The calendar check: texts that name a dated thing for a film that came too early, or call it Soviet too late.

Precision comes before recall: it reads whole words as they are written, and says nothing where a text may be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from dashboard.cleaning.validate import FilmList
from dashboard.evidence.events import Event
from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name
from dashboard.model.kinds import CHOICES
from dashboard.model.progress import counted
from dashboard.model.schema import BY_NAME

READ = ("title", "description", "fact")
"""The columns that are read. A title is not read for things named by one word, nor for origins."""

LONGEST_READ = 20_000
"""Characters that are read of a text."""

_HYPHEN = "\\-\u2010\u2011"
_DASH = f"{_HYPHEN}\u2012-\u2015\u2212"
_GAP = f"[\\s{_DASH}]+"
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])(?<!\b[^\W\d]\.)(?<!\b(?:Dr|Mr|St|No|vs|ca)\.)(?<!\bMrs\.)\s+")
_ALREADY_SAID = re.compile(
    r"\b(?:before|ahead of|earlier than|later|afterwards?|eventually|soon|until|till|yet|since|away|future|ancestor\w*|"
    r"fore(?:saw|sees|see|told|tells|tell|seen|shadow\w*|runner\w*|cast\w*)|predict\w*|anticipat\w*|prefigur\w*|"
    r"prophe\w*|precursor\w*|predecessor\w*|vision\w*|hindsight|came true|inspired the|nam(?:ed|esake)|"
    r"compar\w*|resembl\w*|reminds?|reminiscent|similar|separat\w*|"
    r"(?:would|was to|were to|went on to|still to) \w+|like|unlike|not|never|no|nobody|\w+n['’]t)\b",
    re.IGNORECASE,
)
"""Words by which a sentence may rightly name what came after the film."""
_LIVED_ON = re.compile(
    r"\b(?:watch\w*|screen(?:ed|ings?)|re-?(?:releas\w+|issu\w+|edit\w*|cut|made|make|run|shot)|restor\w+|added|"
    r"adds|favou?rite|sequel|broadcast|(?:shown|seen|played|aired|sent|taken|carried) (?:aboard|on|to|up)|seen by|"
    r"new (?:version|ending|cut|edition|copy|print))\b",
    re.IGNORECASE,
)
"""Words of what became of a film after its year."""
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_ITSELF = (
    r"(?:(?<=^)|(?<=[.!?;]\s)|(?<=, and\s)|(?<=, but\s))"
    r"(?:(?:it|this|(?:this|the) (?:film|movie|picture|feature|work)) (?:is|was|became|remains|remained)"
    r"(?: (?:also|often|still|probably|perhaps|widely|sometimes|thus|considered|called|regarded as|known as|among|"
    r"to be))*"
    r" (?:one of (?:the|only)|the|a|an|another|among the)|one of the|this|"
    r"(?:an?|the (?:first|last|only)(?= ))(?![^.!?]{0,200} (?:is|are|was|were|has)\b))"
    r"(?: (?!(?:about|to|of|from|by|for|with|on|in|than|against|and|or|remake|parody|homage|answer|fake|mock|"
    r"pseudo|pretended|invented|imaginary|imagined|fictional|fictitious|supposed|alleged|lost|last of)\b)"
    r"[\w-]+,?){0,4} "
)
_GOES_ON = (
    r"(?=\W*$|[.,;:!?)]| (?:about|to|with|of|on|in|set|shot|made|by|from|before|ever|and|starring|directed|released|"
    r"won|tells|shows|follows|stars|features|is|was|has|had|became|uses|depicts|explores|marks|takes)\b)"
)
"""What may follow "Soviet film" where it is the film, and not a part of "Soviet film industry"."""


@dataclass(frozen=True)
class Notice:
    """What the calendar check found in one film's texts.

    Attributes:
        film: the film's id.
        field: the column in which it was found.
        quote: the words it was found in.
        event: the dated thing.
        year: the film's year.
        years: how many years lie between the film's year and the event's.
        too_late: whether the film came after the thing had ended, and not before it began.
    """

    film: str
    field: str
    quote: str
    event: Event
    year: int
    years: int
    too_late: bool


def _forms(alias: str) -> list[str]:
    """The forms in which each word of an alias may stand, as patterns."""
    first, *others = re.split(_GAP, alias)
    forms = [{first, first[:1].upper() + first[1:], first.upper()}, *({word, word.upper()} for word in others)]
    return [f"(?:{'|'.join(map(re.escape, sorted(form)))})" for form in forms]


@lru_cache(maxsize=512)
def _longest_word(alias: str) -> str:
    """The longest word of an alias, folded."""
    return max(re.split(_GAP, alias), key=len).casefold()


@lru_cache(maxsize=512)
def alias_pattern(alias: str) -> re.Pattern[str]:
    """An alias as whole words: each as it is written or in capitals, the first also with a capital at its start.

    Any dashes or blanks may stand between its words, no-break ones too. Not as part of a longer word with a hyphen,
    such as "post-Soviet" or "Apollo 11-style".
    """
    written = _GAP.join(_forms(alias))
    further = rf"(?![{_DASH}.,]?\d)" if alias[-1:].isdigit() else ""
    return re.compile(rf"(?<![\w{_HYPHEN}]){written}(?!\w|[{_HYPHEN}][^\W\d]){further}")


@lru_cache(maxsize=64)
def origin_pattern(alias: str) -> re.Pattern[str]:
    """An alias where it speaks of the film itself: "It was one of the last Soviet films", "This Soviet film"."""
    return re.compile(f"(?i:{_ITSELF}){alias_pattern(alias).pattern}(?i:{_GOES_ON})")


def check_calendar(films: FilmList, events: Iterable[Event]) -> tuple[Notice, ...]:
    """What cannot be right as it stands, film by film; nothing for a film without a year or of an event's own year.

    A film that has other years too is only named where none of them is right.
    """
    frame = films.frame
    if "year" not in frame:
        return ()
    events = tuple(events)
    by_word = _events_by_word(events)
    fields = [name for name in READ if name in frame]
    frame = frame[by_word.possible(frame)]
    none = [()] * len(frame)
    texts_of = (frame[name].fillna("").str.slice(0, LONGEST_READ) for name in fields)
    all_texts = zip(*(texts.to_numpy(object) for texts in texts_of), strict=True)
    ids, film_years = frame["id"].to_numpy(object), frame["year"].to_numpy(object)
    columns = (ids, film_years, all_texts, frame.get("country", none), frame.get("other_years", none))
    found: list[Notice] = []
    for film, year, given, countries, others in counted(zip(*columns, strict=True), len(frame)):
        if pd.isna(year) or not (near := by_word.near(given, countries)):
            continue
        texts = {name: text for name, text in zip(fields, given, strict=True) if text}
        years = (int(year), *(int(other) for other in others if re.fullmatch(r"[0-9]{4}", other)))
        for at in near:
            found += notices(film, years, texts, countries, events[at])
    return tuple(found)


@dataclass(frozen=True)
class _EventsByWord:
    """An index of events. It leaves out quickly the films that can name none.

    Attributes:
        words: for the longest word of each alias, folded, the positions of the events that have the alias.
        countries: for each country the positions of the events that it stands for.
        written: the aliases as they may stand in a text, as patterns that miss none.
        spans: for each event the years between which a film may name it.
    """

    words: dict[str, list[int]]
    countries: dict[str, list[int]]
    written: set[str]
    spans: list[tuple[int, float]]

    def possible(self, films: pd.DataFrame) -> npt.NDArray[np.bool_]:
        """Which films may be wrong about any event; none is missed. All at once, since most name none."""
        found = self._of_countries(films) if "country" in films else np.zeros(len(films), dtype=np.bool_)
        any_alias = "|".join(sorted(self.written))
        for name in READ:
            if name in films and any_alias:
                matches = pc.match_substring_regex(pa.array(films[name]), any_alias)
                found = found | matches.fill_null(False).to_numpy(zero_copy_only=False)
        return found

    def _of_countries(self, films: pd.DataFrame) -> npt.NDArray[np.bool_]:
        """Which films of a country that stands for an event are of another time."""
        rows, codes, values = CHOICES.pairs(films["country"])
        years, found = films["year"].to_numpy(float, na_value=np.nan), np.zeros(len(films), dtype=np.bool_)
        for country in self.countries.keys() & set(values):
            of_it = rows[codes == values.index(country)]
            for first, last in (self.spans[at] for at in self.countries[country]):
                found[of_it[(years[of_it] < first) | (years[of_it] > last)]] = True
        return found

    def near(self, texts: Iterable[str], countries: Iterable[str]) -> list[int]:
        """The positions of the events that a film may name; none is missed."""
        folded = "\n".join(texts).casefold()
        found = [at for word, places in self.words.items() if word in folded for at in places]
        found += [at for country in countries for at in self.countries.get(country, ())]
        return sorted(set(found)) if found else found


def _events_by_word(events: Iterable[Event]) -> _EventsByWord:
    found = _EventsByWord({}, {}, set(), [])
    for at, event in enumerate(events):
        found.spans.append((event.begins.year, event.ends.year if event.origin and event.ends else np.inf))
        for alias in event.aliases:
            found.words.setdefault(_longest_word(alias), []).append(at)
            found.written.add(r"\W+".join(_forms(alias)))
        for country in event.countries:
            found.countries.setdefault(country, []).append(at)
    return found


def notices(
    film: str, years: tuple[int, ...], texts: dict[str, str], countries: tuple[str, ...], event: Event
) -> list[Notice]:
    """What is wrong with one film for one event, the first place in each text. Of its years the first is its own."""
    too_late = event.origin and event.ends is not None and min(years) > event.ends.year
    if not too_late and max(years) >= event.begins.year:
        return []
    apart = years[0] - event.ends.year if too_late and event.ends else event.begins.year - years[0]
    found = _found(texts, countries, event, too_late)
    return [Notice(film, field, quote, event, years[0], apart, too_late) for field, quote in found]


def _found(
    texts: dict[str, str], countries: tuple[str, ...], event: Event, too_late: bool
) -> Iterator[tuple[str, str]]:
    """Fields and the words in them. An origin's words may be older than what they mean: Soviet films, than the USSR."""
    if not event.origin:
        mentions = ((field, _first_mention(text, event, field)) for field, text in texts.items())
        yield from ((field, quote) for field, quote in mentions if quote)
        return
    if too_late:
        origins = ((field, _first_origin(text, event)) for field, text in texts.items() if field != "title")
        yield from ((field, quote) for field, quote in origins if quote)
    yield from (("country", country) for country in countries if country in event.countries)


def _first_origin(text: str, event: Event) -> str:
    folded = text.casefold()
    patterns = (origin_pattern(alias) for alias in event.aliases if _longest_word(alias) in folded)
    matches = (pattern.search(text) for pattern in patterns)
    return next((match[0] for match in matches if match), "")


def _first_mention(text: str, event: Event, field: str) -> str:
    """The first words that name an event in a sentence that could not name it rightly; empty for none."""
    patterns = [alias_pattern(alias) for alias in event.aliases if field != "title" or len(alias.split()) > 1]
    patterns = [pattern for pattern in patterns if pattern.search(text)]
    if not patterns:
        return ""
    for sentence in _SENTENCE_ENDS.split(text):
        for match in filter(None, (pattern.search(sentence) for pattern in patterns)):
            if not _may_name(sentence, event):
                return match[0]
    return ""


def _may_name(sentence: str, event: Event) -> bool:
    """Whether a sentence speaks of a time after the film, by its words or by a year as late as the event's."""
    if _ALREADY_SAID.search(sentence) or _LIVED_ON.search(sentence):
        return True
    return any(int(year[0]) >= event.begins.year for year in _YEAR.finditer(sentence))


def notice_in_words(notice: Notice, language: Language) -> str:
    """What a text says against the calendar, as one sentence."""
    event = notice.event
    field = column_name(BY_NAME[notice.field], language).lower() if notice.field in BY_NAME else notice.field
    years = language.ngettext("{n} year", "{n} years", notice.years)
    begins = language.day(event.begins)
    if notice.too_late and event.ends:
        when = language.gettext("ended on {day}, {years} before this film", day=language.day(event.ends), years=years)
    else:
        began = event.in_languages("event").in_language(language.code).text
        when = language.gettext("{began} on {day}, {years} after this film", began=began, day=begins, years=years)
    named = event.in_languages("name").in_language(language.code).text
    values = {"year": notice.year, "field": field, "quote": notice.quote, "event": named, "when": when}
    if event.origin:
        return language.gettext("The film is of {year}; its {field} says “{quote}”; {event} {when}.", **values)
    return language.gettext("The film is of {year}; its {field} mentions {event}, which {when}.", **values)
