"""The lines of a plain list: what makes them items, labels, days or headings, and the films that they name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.formats.format import split_lines
from dashboard.formats.plain_text.before_titles import channels, ranks, without_joining_words
from dashboard.formats.plain_text.days import day_of, day_within, is_month
from dashboard.formats.plain_text.in_common.asides import asides_of
from dashboard.formats.plain_text.in_common.counts import with_counts_as_fields
from dashboard.formats.plain_text.in_common.labels import fits, labels_of
from dashboard.formats.plain_text.in_common.quoted import with_quoted_titles
from dashboard.formats.plain_text.notations import MOSTLY, in_one_notation
from dashboard.formats.plain_text.parsed_lines import (
    BY_WHOM,
    LONGEST_MARKUP,
    ParsedLine,
    bare_number_of,
    could_be_title,
    details_of,
    director_of,
    ends_in_year,
    films_of,
    framed_number_of,
    loose_forms,
    misread,
    number_of,
    ordinal_of,
    plain,
    rank_of,
    sign_of,
    untitled,
    with_year,
    without_mark,
)
from dashboard.formats.plain_text.people import is_person
from dashboard.formats.plain_text.sentences import told_in
from dashboard.formats.plain_text.year_places import CITED_PERSON, FIGURES, is_life
from dashboard.model.column_names import column_of

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:：]{0,30}?)\s*[:：](?:\s+(?P<labelled>.*)|$)")
_IN_BRACKETS = re.compile(r"\([^()]{1,100}\)")
_GAP = re.compile(r"\s{2,}")
_FIELD = re.compile(r"\s*[(\[](?P<label>[^\W\d_][\w -]{0,30})::\s*(?P<value>[^()\[\]]*)[)\]]")
"""What Obsidian's Dataview reads as a field of an item."""
_WHEN = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?"
_STAMP = re.compile(rf"[\u200e\u200f]?(?:\[{_WHEN}\]|{_WHEN} -) ")
_POSTED = re.compile(rf"[\u200e\u200f]?(?P<who>(?:\[{_WHEN}\]|{_WHEN} -) [^:]{{1,40}}):\s+(?=\S)")
"""What WhatsApp puts before a message: when, and who."""
_POSTED_BELOW = re.compile(
    r"[^\[\]]{1,60}?,? (?:\[|[—–] )(?:\d{1,2}[./]\d{1,2}[./]\d{2,4},? |(?i:today|yesterday|heute|gestern|aujourd['’]hui"
    r"|hier|hoy|ayer|oggi|ieri|dzisiaj|wczoraj|сегодня|вчера)(?: (?:at|um|à|a las|alle|o|в))?,? |(?<=\[))"
    r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])?(?: Uhr)?\]?:?"
)
"""What Telegram and Discord put above a message: who, and when."""
_SCREENING = re.compile(
    r"(?:screening|projection|viewing|feature|(?:film)?vorführung|projekce|pokaz|показ|просмотр|proiezione|proyección)s?",
    re.IGNORECASE,
)
"""What a programme or a syllabus writes before its films, and nobody at the beginning of titles."""
_LIST_NAME = re.compile(
    r"(?:(?:the|my|our|some|good|great|best|top(?:\s\d+)?|favou?rite|list of|meine|unsere|gute|die|liste? der|mes|nos"
    r"|les|liste de|mis|las|mejores|lista de|i miei|lista|moje|мои|наши|лучшие|любимые|мої|список)\s+){0,3}"
    r"(?:watch\s?list|(?:films|movies|dvds|blu-?rays|filme|filmes|películas|peliculas|pelis|filmy|filmek|filmów|фильмы"
    r"|фильмов|фільми|filmler|elokuvat|filmer)"
    r"(?:,?\s+(?:to|for|i|we|you|from|of|about|with|that|seen|watched|zum|für|die|vom|von|à|pour|de|du|por|para|que|da|do"
    r"|na|dla|на|для|про|к|что|которые|о|об|att|som|å)\b.{0,40})?)"
    r"|(?:things\s+)?to (?:watch|see)|must[- ]sees?|what to watch|(?:что\s+)?посмотреть|к просмотру|noch (?:zu )?sehen"
    r"|zu (?:sehen|schauen)|à (?:re)?voir|por ver|pendientes|da vedere|do obejrzenia|izlenecekler|katsottavat|te zien"
    r"|(?:already\s+|schon\s+|déjà\s+|уже\s+)?(?:seen|watched|gesehen|vus?|vistas|просмотрено|посмотрено|видели?)",
    re.IGNORECASE,
)
"""What people call their lists of films, and nobody a film."""
_PAGE = re.compile(
    r"[-–—]\s*\d{1,4}\s*[-–—]|(?i:page|seite|стр\.?|страница|str\.|strona|pagina|página)\s*\d{1,4}"
    r"(?:\s*(?:/|of|von|из|de|di|sur|z)\s*\d{1,4})?"
)
TITLE = "Title"
"""The label of a title that stands before other labels and has none."""
RATING = "Rating"
"""What stars that stand alone are called."""
STARS = re.compile(r"[★☆⭐½✩✭✮\ufe0f]{1,12}(?:\s?½)?")
_BOLD = re.compile(r"(?P<sign>\*\*|__)(?P<text>(?:(?!\*\*|__).)+)(?P=sign)(?P<rest>(?:\s?[(,–—-].*)?)")
_OPENING = ('"', "«", "“", "„", "《", "「", "『", "〈")
_NUMBER_ALONE = re.compile(r"#?\d{1,4}[.)]?")
_ONLY_YEAR = re.compile(rf"\(?{FIGURES}\)?")
_COUNTS = (
    r"(?i:top|best|list|parts?|weeks?|days?|pages?|woche|kw|tag|teil|seite|nr|semaine|jour|semana|día|settimana"
    r"|giorno|tydzień|týden|hét|vecka|uke|uge|viikko|hafta|неделя|тиждень|день|часть|страница|выпуск)"
)
_SHORT_YEAR = re.compile(rf"(?!{_COUNTS}\b)(?!.*\b{_COUNTS}\.?\s+\d\d$)\D*[^\W\d_]\s+\d\d")
"""A title that ends in two figures, which may be its year or its own: "Casablanca 42", "Apollo 13"."""
_SAME_PERSON = re.compile(r"(?:-{3}|[—–―]{1,3})\.\s+(?=\S)")
"""What a bibliography writes in place of a person who is named above."""


@dataclass
class Line:
    """A line that is not blank.

    Attributes:
        number: counted from 1.
        block: which of the paragraphs it stands in, counted from 1.
        indent: how far it is moved in.
        marked: whether a bullet or a number makes it an item of a list.
        heading: whether it is one, by its marks or a colon at its end.
        text: what it says beside all that, and beside the day.
        films: those that it names with a year.
        label: what stands before a colon, if it names what stands behind it.
        labelled: what stands behind it.
        day: the day or the time that it begins with.
        headed: whether "#" marks it.
        sign: what its mark says of it, such as that it is ticked.
        taken_above: whether the line above has taken what it says into its own text.
        fields: what it says in fields, ``(rating:: 5)``, with their labels; a year stands in the text.
        is_field: whether it is such a field, or several, and no film.
        beside: what stands beside the labels of such a line.
        aside: whether ">" marks it, as mails have what they answer to, and few others; or it is a page's number, the
            list's name with its season, or a sum.
        is_post: whether it is a message of a chat.
    """

    number: int
    block: int
    indent: int
    marked: bool
    heading: bool
    text: str
    films: tuple[ParsedLine, ...] = ()
    label: str = ""
    labelled: str = ""
    day: str = ""
    headed: bool = False
    sign: str = ""
    taken_above: bool = False
    fields: tuple[tuple[str, str], ...] = ()
    is_field: bool = False
    beside: str = ""
    aside: bool = False
    is_post: bool = False


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, each with what can be told of it."""
    lines = list(_read_alone(with_counts_as_fields(in_one_notation(split_lines(text)))))
    _find_posts(lines)
    told = told_in([line.text for line in lines])
    untold = [line for at, line in enumerate(lines) if at not in told]
    _find_fields(lines)
    _find_stars(lines)
    _find_asides(lines)
    _find_labels_within(lines)
    _find_bold(lines)
    _find_list_names(lines)
    _find_numbers_alone(lines)
    _find_ranks(lines)
    _find_numbers([line for line in lines if not line.taken_above])
    _find_columns(lines)
    _find_people(lines)
    _find_screenings(lines)
    _find_days(untold)
    _find_details(lines)
    _find_director_lines(lines)
    _find_days([line for line in untold if not line.day])
    _find_channels([line for line in lines if line.day and line.text])
    _find_numbers([line for line in lines if line.day and line.text and not line.marked])
    for line in lines:
        line.heading = line.heading or is_life(line.text) or is_month(line.text)
        is_said = line.taken_above or line.aside or bool(line.label) or is_life(line.text) or is_month(line.text)
        line.films = () if is_said else films_of(line.text)
    loose = _loose_form(_unclear(lines), sum(1 for line in lines if line.films))
    _find_labels(lines, loose)
    _find_films(lines, loose)
    for at, films in told.items():
        lines[at].films = films
    for line in lines:
        line.marked = line.marked or (line.heading and bool(line.films))
        line.heading = line.heading and not line.films and not line.label
    return lines


def _unclear(lines: Sequence[Line]) -> list[str]:
    """The lines that are no clear films, and nothing else that was told; they may be films in a loose form."""
    often = Counter(line.text for line in lines if not line.films)
    numbered = any(_NUMBER_ALONE.fullmatch(line.text) and line.taken_above for line in lines)
    is_name = len(lines) > 3 and lines[0].block != lines[1].block == lines[2].block
    return [
        line.text
        for line in lines
        if not line.films
        and not line.heading
        and not _is_loud(line.text)
        and not line.is_field
        and (line.marked or not numbered)
        and often[line.text] == 1
        and not (is_name and line is lines[0])
    ]


def _find_fields(lines: Sequence[Line]) -> None:
    """Take off the fields of items; that of the year stays in brackets."""
    for line in (line for line in lines if "::" in line.text and len(line.text) <= LONGEST_MARKUP):
        found = [(each["label"].strip(), each["value"].strip()) for each in _FIELD.finditer(line.text)]
        if found and not _FIELD.sub("", line.text):
            (line.label, line.labelled), *more = found
            line.fields, line.is_field = tuple(more), True
        elif found:
            years = "".join(f" ({value})" for label, value in found if column_of(label) == "year")
            line.text = _FIELD.sub("", line.text).strip() + years
            line.fields = tuple((label, value) for label, value in found if column_of(label) != "year")


def _find_asides(lines: Sequence[Line]) -> None:
    """Set aside a first line that names the list and its season, and last lines that give a sum."""
    for at in asides_of([line.text for line in lines]):
        lines[at].aside = True


def _find_labels_within(lines: Sequence[Line]) -> None:
    """Read lines with labels beside something else, and no film, as fields; as films where titles stand first."""
    found = [
        (line, labels)
        for line, labels in zip(lines, labels_of([line.text for line in lines]), strict=True)
        if labels and not line.label and not films_of(line.text)
    ]
    titles = {labels.beside for _, labels in found}
    are_films = len(found) > 1 and len(titles) == len(found) >= MOSTLY * len(lines) and all(titles)
    for line, labels in found if len(found) > 1 else ():
        if are_films:
            line.label, line.labelled, line.fields = TITLE, labels.beside, labels.fields
        else:
            (line.label, line.labelled), *more = labels.fields
            line.fields, line.beside, line.is_field = tuple(more), labels.beside, column_of(line.label) != "title"


def _find_stars(lines: Sequence[Line]) -> None:
    """Read lines of stars and nothing else as ratings of the films above, if there are several."""
    found = [line for line in lines if STARS.fullmatch(line.text)]
    for line in found if len(found) > 1 else ():
        line.label, line.labelled, line.is_field = RATING, line.text, True


def _find_bold(lines: Sequence[Line]) -> None:
    """Read lines that are bold, or begin so, as headings, where most are films and others stand below them."""
    found = [(line, bold) for line in lines if (bold := _BOLD.fullmatch(line.text[:LONGEST_MARKUP]))]
    films = sum(1 for _, bold in found if films_of(bold["text"] + bold["rest"]))
    bolds = {line.number for line, _ in found}
    others = sum(1 for line in lines if line.number not in bolds and ends_in_year(line.text))
    if films > max(1, others) and films * 2 > len(found) and lines[-1] is not found[-1][0]:
        for line, bold in found:
            line.text, line.heading, line.headed = bold["text"] + bold["rest"], True, True


def _find_posts(lines: Sequence[Line]) -> None:
    """Take off who posted what, and when, in what is copied from a chat."""
    posts = [(line, post) for line in lines if (post := _POSTED.match(line.text))]
    stamped = sum(1 for line in lines if _STAMP.match(line.text))
    if posts and len(posts) * 2 >= stamped and stamped * 2 > len(lines):
        for line, post in posts:
            line.day, line.text, line.is_post = post["who"], line.text[post.end() :], True
    above = [line for line in lines if _POSTED_BELOW.fullmatch(line.text)]
    if len(above) > 1:
        for line in above:
            line.day, line.text = line.text, ""


def _find_list_names(lines: Sequence[Line]) -> None:
    """Read what a note calls its lists as headings: "Films to see" at the top of the text, or of a paragraph."""
    for above, line, below in zip([None, *lines], lines, lines[1:], strict=False):
        is_first = not line.marked and not below.heading and (above is None or above.block != line.block)
        line.heading = line.heading or (is_first and _LIST_NAME.fullmatch(line.text) is not None)


def _find_numbers_alone(lines: Sequence[Line]) -> None:
    """Take numbers that have a line of their own and count by one for those of the titles below them."""
    found = [(line, below) for line, below in pairwise(lines) if _NUMBER_ALONE.fullmatch(line.text)]
    numbers = [int(line.text.strip("#. )")) for line, _ in found]
    years = sum(1 for _, below in found if ends_in_year(below.text) or "title year" in loose_forms(below.text))
    if len(found) > 2 and numbers in ([*range(1, len(found) + 1)], [*range(len(found), 0, -1)]) and years == len(found):
        for line, below in found:
            line.taken_above, below.marked = True, True


def _find_ranks(lines: Sequence[Line]) -> None:
    """Take off the rank of films; a week or another part of a course is said of them."""
    for at, before in ranks([line.text for line in lines]).items():
        lines[at].text, lines[at].marked = before.rest, True
        lines[at].day = before.said


def _find_channels(lines: Sequence[Line]) -> None:
    """Take off the channel or the hall that stands between a time and a title, and say it with the time."""
    for at, before in channels([line.text for line in lines]).items():
        lines[at].text = before.rest
        lines[at].day = f"{lines[at].day}, {before.said}"


def _find_director_lines(lines: Sequence[Line]) -> None:
    """Read lines that name a director and nothing else as said of the films above, if there are several."""
    found = [
        (line, name) for line in lines[1:] if not (line.taken_above or line.label) and (name := director_of(line.text))
    ]
    for line, name in found if len(found) > 1 else ():
        line.label, line.labelled, line.is_field = "director", name, True


def _find_numbers(lines: Sequence[Line]) -> None:
    """Take off the numbers of a list that counts; those in a frame only if most lines have one."""
    for form, least in (
        (number_of, 0.0),
        (framed_number_of, 0.5),
        (rank_of, 0.5),
        (ordinal_of, 0.5),
        (bare_number_of, 0.8),
    ):
        numbered = [(line, found) for line in lines if (found := form(line.text))]
        numbers = [number for _, (number, _) in numbered]
        each = form not in (bare_number_of, ordinal_of) or numbers == [*range(1, len(numbers) + 1)]
        is_list = each and len(numbered) > least * len(lines) and _is_counting(numbers)
        heads = {line.number for line, (_, rest) in numbered if not films_of(rest)}
        if is_list and not (heads and len(heads) == len(numbered) and _stand_above(lines, heads)):
            for line, (_, rest) in numbered:
                line.text, line.marked, line.sign = without_mark(rest)[0], True, line.sign or sign_of(rest)
            return


def _stand_above(lines: Sequence[Line], numbered: Collection[int]) -> bool:
    """Whether numbers are part of headings: each stands above films that have none, as in "1. Halbjahr"."""
    pairs = [*pairwise(lines)]
    above = [below for line, below in pairs if line.number in numbered and below.number not in numbered]
    films = [line for line in lines if line.number not in numbered and films_of(line.text)]
    return (
        0 < len(numbered) * 2 <= len(films)
        and len(above) == len(numbered)
        and all(films_of(below.text) for below in above)
    )


def _find_columns(lines: Sequence[Line]) -> None:
    """Write the year in brackets, where nearly all lines that have gaps in them have nothing else in one column."""
    cells = [(line, parts) for line in lines if (parts := _GAP.split(line.text))[1:]]
    found = [
        (line, parts, at) for line, parts in cells for at, part in enumerate(parts) if at and _ONLY_YEAR.fullmatch(part)
    ]
    place, often = Counter(at for _, _, at in found).most_common(1)[0] if found else (0, 0)
    if often >= max(3, MOSTLY * len(cells)):
        for line, parts, at in found:
            if at == place == 1:
                line.text = f"{parts[0]} ({parts[1].strip('()')}) {', '.join(parts[2:])}".rstrip()


def _find_people(lines: Sequence[Line]) -> None:
    """Name again who is named above, where a line of a bibliography begins with a dash in that place."""
    above = ""
    for line in lines:
        if above and (same := _SAME_PERSON.match(line.text)):
            line.text = above + line.text[same.end() :]
        above = person[0] if (person := CITED_PERSON.match(line.text)) else ""


def _find_screenings(lines: Sequence[Line]) -> None:
    """Take off a word such as "Screening:" where it stands before half of the films; other labels are said of them."""
    labelled = [(line, label) for line in lines if (label := _LABEL.fullmatch(line.text))]
    if sum(1 for _, label in labelled if _SCREENING.fullmatch(label["label"])) < 2:
        return
    found = [(line, label) for line, label in labelled if films_of(line.text)]
    named = [(line, label) for line, label in found if _SCREENING.fullmatch(label["label"])]
    often = Counter(label["label"].casefold() for _, label in found)
    if len(named) < 2 or 2 * len(named) < sum(1 for line in lines if films_of(line.text)):
        return
    for line, label in found:
        if (line, label) in named:
            line.text, line.marked = label["labelled"], True
        elif often[label["label"].casefold()] > 1:
            line.label, line.labelled = label["label"], label["labelled"]


def _find_details(lines: Sequence[Line]) -> None:
    """Take what stands below titles, or far behind them, into their lines: a country, a year, minutes, a director."""
    for line in _far_behind(lines):
        title, said = _GAP.split(line.text)[-2:]
        line.text = f"{title} {details_of(said)}"
    details = {at: said for at, line in enumerate(lines) if (said := details_of(line.text))}
    pairs = [(found, at) for at in details if (found := _title_above(lines, at, details))]
    if len(pairs) > 1 and len(pairs) >= MOSTLY * len(details):
        for (title, between), at in pairs:
            line, above = lines[title], [lines[each].text for each in reversed(between)]
            names = [BY_WHOM.sub("", text) for text in above if not text.startswith("(")]
            others = [text for text in above if text.startswith("(")]
            said = details[at].replace("(", "(" + ", ".join([*names, ""]), 1)
            line.text = " ".join([line.text, said, *others])
            line.marked, line.heading = line.marked or line.heading, False
            for each in (*between, at):
                lines[each].taken_above = True


def _far_behind(lines: Sequence[Line]) -> list[Line]:
    """Lines in which details stand behind their title as in a column, if there are several."""
    found = [
        line for line in lines if (parts := _GAP.split(line.text))[1:] and details_of(parts[-1]) and len(parts) == 2
    ]
    return found if len(found) > 1 else []


def _title_above(lines: Sequence[Line], at: int, details: Container[int]) -> tuple[int, list[int]] | None:
    """The title to which details belong, and the names of people that stand between the two; None if there is none."""
    between: list[int] = []
    for above in range(at - 1, max(at - 4, -1), -1):
        line, below = lines[above], lines[above + 1]
        is_near = line.block == below.block or line.headed
        is_other = _IN_BRACKETS.fullmatch(line.text)
        is_text = is_other or (could_be_title(line.text, regular=True) and not films_of(line.text))
        if not is_near or above in details or not is_text or _is_day(line.text):
            break
        if line.day or not _is_between(lines, above):
            return above, between
        between.append(above)
    return (between.pop(), between) if between and not _IN_BRACKETS.fullmatch(lines[between[-1]].text) else None


def _is_day(text: str) -> bool:
    """Whether a text is a day and nothing else, said in several ways, and so no title: "Sat 5 Oct, 18.30"."""
    day = day_of(text)
    return day is not None and day.parts > 1 and not day.rest


def _is_between(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a person, and no title since another one stands above it in its paragraph."""
    line, above = lines[at], lines[at - 1] if at else None
    is_first = (
        above is None or not above.text or _is_day(above.text) or (above.block != line.block and not above.headed)
    )
    name = BY_WHOM.sub("", line.text)
    return not is_first and not line.headed and bool(is_person(name) or _IN_BRACKETS.fullmatch(line.text))


def _read_alone(lines: Sequence[str]) -> Iterator[Line]:
    """What can be told of each line by itself."""
    block, above = 0, False
    for number, raw in enumerate(lines, 1):
        line = raw.expandtabs(4)
        block += bool(line.strip()) and not above
        above = bool(line.strip())
        if above:
            text = line.strip()
            title = re.sub(r"^#{1,6}\s+", "", text)
            words, marked = without_mark(title)
            heading = title != text or (text.endswith((":", "：")) and not marked)
            indent, sign = len(line) - len(line.lstrip()), sign_of(title)
            aside = text.startswith(">") or _PAGE.fullmatch(text) is not None
            yield Line(
                number, block, indent, marked, heading, words.strip(), headed=title != text, sign=sign, aside=aside
            )


def _is_counting(numbers: Sequence[int]) -> bool:
    steps = [abs(after - before) for before, after in pairwise(numbers)]
    return 1 in numbers or (len(steps) > 0 and steps.count(1) * 2 > len(steps) and max(numbers) < 1000)


def _find_days(lines: Sequence[Line]) -> None:
    """Take off days and times: those said in several ways, and single ones if nearly all films have one.

    Several lines that are days said in several ways, and nothing else, are no titles.
    """
    days = [(line, day) for line in lines if (day := day_of(line.text))]
    lines = [line for line in lines if not details_of(line.text)]
    films = sum(1 for line in lines if ends_in_year(line.text))
    within = [(line, day) for line in lines if (day := day_within(line.text)) and films_of(day.rest)]
    days = within if len(within) > 1 and len(within) >= MOSTLY * films else days
    before = [day for _, day in days if day.rest and films_of(day.rest)]
    are_regular = len(before) > 1 and len(before) >= MOSTLY * films
    many = sum(1 for _, day in days if day.rest and day.parts > 1) >= MOSTLY * len(lines)
    timed = sum(1 for _, day in days if day.rest and day.is_time) >= max(3, len(lines) / 2)
    alone = sum(1 for _, day in days if not day.rest and day.parts > 1) > 1
    for line, day in days:
        is_film = bool(day.rest and films_of(day.rest))
        if (
            (is_film and (day.parts > 1 or are_regular))
            or (timed and day.rest and day.is_time)
            or ((not day.rest or day.parts > 1) and not films_of(line.text) and (films or many or timed))
            or (alone and not day.rest and day.parts > 1)
        ):
            line.day, line.text, line.indent = ", ".join(filter(None, (line.day, day.text))), day.rest, 0


def _is_loud(text: str) -> bool:
    """Whether a text is in capitals and has no figure, as headings are."""
    return text.isupper() and text[0] != "#" and not any(letter.isdigit() for letter in text)


def _loose_form(texts: Sequence[str], clear: int) -> str:
    """The form with a year that nearly all lines have that are not clear; empty if there is none.

    It is also that of single lines which end in a year as nearly all others do. `clear` says how many those are.
    """
    texts = [text for text in texts if not _SHORT_YEAR.fullmatch(text)]
    forms = Counter(form for text in texts for form in loose_forms(text))
    form, often = forms.most_common(1)[0] if forms else ("", 0)
    ended = forms["title year"]
    if clear > 1 and ended and clear + ended >= MOSTLY * (clear + len(texts)):
        return "title year"
    return form if often > 2 and often >= MOSTLY * len(texts) else ""


def _find_labels(lines: Sequence[Line], loose: str) -> None:
    """Mark lines as labelled if the schema knows the label, or if it comes again below the titles of other films.

    A line that ends in a year is a film, unless half as many have the same label as there are other films.
    """
    found = [
        (line, label)
        for line in lines
        if not line.taken_above and not line.label and (label := _LABEL.fullmatch(plain(line.text)[0]))
    ]
    firsts = {line.block: line.number for line in reversed(lines)}
    names = Counter(label["label"].casefold() for line, label in found)
    blocks = {(label["label"].casefold(), line.block) for line, label in found if firsts[line.block] != line.number}
    below = Counter(name for name, _ in blocks)
    labelled = {line.number for line, _ in found}
    ended = {line.number for line in lines if ends_in_year(line.text) or loose in loose_forms(line.text)}
    films = len(ended - labelled)
    named = ended | {line.number for line in lines if found and (line.films or films_of(line.text, regular=True))}
    nearly_all = len(named) >= MOSTLY * len(lines)
    ended = named if nearly_all else ended
    for line, label in found:
        name, value = label["label"].casefold(), (label["labelled"] or "").strip()
        target = column_of(name)
        known = fits(target, value) if target != "title" else names[name] > 1
        again = below[name] == names[name] > 1
        is_regular = names[name] > 1 and names[name] * 2 >= films and (target == "title" or not nearly_all)
        is_film = line.number in ended and not is_regular
        if not line.day and not is_film and (known or (again and not with_year(line.text))):
            line.label, line.labelled, line.films = label["label"], value, ()


def _find_films(lines: Sequence[Line], loose: str) -> None:
    """Find the films with years. Where most lines name one, the others may be longer, or in a loose form."""
    open_lines = [line for line in lines if not (line.label or line.taken_above or line.aside) and line.text]
    sure = sum(1 for line in open_lines if line.films)
    plain_lines = [line for line in open_lines if not line.heading]
    named = sum(1 for line in plain_lines if line.films or films_of(line.text, regular=True))
    regular = (sure > 1 and sure * 3 >= len(plain_lines)) or named >= max(3, MOSTLY * len(plain_lines))
    for line in open_lines:
        if not line.films and (loose or regular) and not is_life(line.text) and not is_month(line.text):
            line.films = films_of(line.text, loose, regular=regular)
        if not line.films and regular and sure * 2 > len(plain_lines) and (film := misread(line.text)):
            line.films = (film,)
    for line in open_lines if regular or loose else ():
        if not line.films and not line.heading and _SHORT_YEAR.fullmatch(line.text):
            line.films = (ParsedLine(untitled(line.text)),)
    named_lines = [line for line in lines if line.films]
    _keep_nicknames(named_lines)
    _find_originals(named_lines)
    _find_joined(lines)
    _find_names_of_several(named_lines)
    _divide_quoted(named_lines)
    _find_directors(named_lines)


def _keep_nicknames(lines: Sequence[Line]) -> None:
    """Give titles back what was cut off behind words in quotation marks, if most titles of the list have none."""
    films = [film for line in lines for film in line.films]
    quoted = sum(1 for line in lines if plain(line.text)[0].startswith(_OPENING))
    if 2 * quoted < len(films):
        for line in lines:
            line.films = tuple(film.undivided() for film in line.films)


def _find_originals(lines: Sequence[Line]) -> None:
    """Take brackets off the titles behind years, if several have some: "1936: Blinde Wut (Fury)"."""
    found = [line for line in lines if len(line.films) == 1 and line.text.lstrip("([").startswith(line.films[0].year)]
    ended = [line for line in found if _AT_LAST.fullmatch(line.films[0].title)]
    for line in ended if len(ended) > 1 else ():
        line.films = (line.films[0].without_brackets(),)


def _find_joined(lines: Sequence[Line]) -> None:
    """Take off the words that join a title to the one above, in talk; a message that has them is a film."""
    films = [film for line in lines for film in line.films]
    small = [film for film in films if film.title[0].islower() and without_joining_words(film.title) == film.title]
    if not films or 2 * len(small) > len(films):
        return
    for line in lines:
        line.films = tuple(film.titled(without_joining_words(film.title)) for film in line.films)
        rest = without_joining_words(line.text) if line.is_post and not line.films else line.text
        if rest != line.text and could_be_title(rest) and rest[-1] not in "?.":
            line.films = (ParsedLine(rest, guessed=frozenset({"title"})),)


def _find_names_of_several(lines: Sequence[Line]) -> None:
    """Take off what stands before a colon where nearly all lines with several films have that: "Lang: M (1931), …"."""
    several = [line for line in lines if len(line.films) > 1]
    found = [
        (line, named) for line in several if (named := _LABEL.fullmatch(line.films[0].title)) and named["labelled"]
    ]
    if len(found) > 1 and len(found) >= MOSTLY * len(several):
        for line, named in found:
            line.day = ", ".join(filter(None, (line.day, named["label"])))
            line.films = (line.films[0].titled(named["labelled"]), *line.films[1:])


def _divide_quoted(lines: Sequence[Line]) -> None:
    """Divide titles in quotation marks from words around them, where nearly all films have such marks."""
    films = [film for line in lines for film in line.films]
    quoted = sum(1 for line in lines if plain(line.text)[0].startswith(_OPENING))
    divided = iter(with_quoted_titles(films, quoted))
    for line in lines:
        line.films = tuple(next(divided) for _ in line.films)


Directed = Callable[[ParsedLine, int], ParsedLine | None]


def _find_directors(lines: Sequence[Line]) -> None:
    """Find the directors that stand in nearly all lines at the same place: "Solaris, Andrei Tarkovsky, 1972"."""
    films = [film for line in lines for film in line.films]
    are_different = len({film.title.partition(": ")[0] for film in films}) >= MOSTLY * len(films)
    for form, least in (*_PLACES, *(_IN_FRONT if are_different else ())):
        if sum(1 for film in films if form(film, 2)) >= max(least, 0.6 * len(films)) and (
            sum(1 for film in films if form(film, 1)) >= MOSTLY * len(films)
        ):
            for line in lines:
                line.films = tuple(form(film, 1) or film for film in line.films)
            return


def find_directors_alone(lines: Sequence[Line]) -> None:
    """Find the directors behind nearly all of the titles of a list without years: "Solaris, Andrei Tarkovsky".

    Where as many lines begin with what could be a name, nothing tells which of both is the title.
    """
    films = [ParsedLine(untitled(line.text)) for line in lines]
    for between in _BETWEEN_NAMES:
        form = _before(between)
        found = [form(film, 2) for film in films]
        titles = [film.title for film in found if film]
        clear = len(titles) > sum(1 for title in titles if is_person(title)) + len(titles) // 4
        if clear and len(titles) >= max(3, MOSTLY * len(films)):
            for line, film in zip(lines, films, strict=True):
                line.films = (form(film, 2) or film,)
            return


def _before(between: str) -> Directed:
    """Finds a director at the end of the title, behind some signs."""

    def form(film: ParsedLine, fewest: int) -> ParsedLine | None:
        title, found, name = film.title.rpartition(between)
        name = _END_OF_NAMES.sub("", name)
        is_named = found and not film.director and is_person(name, fewest)
        return film.directed(name.strip(), title=title.rstrip(" ,")) if is_named and title.strip() else None

    return form


_END_OF_NAMES = re.compile(r"(?<=[^\W\d_]{2})\.$")
"""A full stop behind a name, which no initial has."""


def _last_in_brackets(film: ParsedLine, fewest: int) -> ParsedLine | None:
    """A director who stands in brackets at the end of the title: "1957 Friendly Persuasion (William Wyler)"."""
    found = _AT_LAST.fullmatch(film.title)
    is_named = found and not film.director and is_person(found["name"], fewest)
    return film.directed(found["name"], title=found["title"]) if found and is_named else None


_AT_LAST = re.compile(r"(?P<title>.*\S)\s*\((?P<name>[^()]+)\)")


def _by(form: re.Pattern[str]) -> Directed:
    """Finds a director at the end of the title, behind a word such as "by"."""

    def directed(film: ParsedLine, fewest: int) -> ParsedLine | None:
        found = form.fullmatch(film.title)
        is_named = found and not film.director and is_person(found["name"], fewest)
        return film.directed(found["name"], title=found["title"]) if found and is_named else None

    return directed


def _behind_a_full_stop(film: ParsedLine, fewest: int) -> ParsedLine | None:
    """A director at the end of the title, behind a full stop; "Dr. Strangelove" has none."""
    return _before(". ")(film, max(fewest, 2))


_MAKERS = r"(?:(?:by|de|von|di|van|av|af|od)\s+|d['’])(?P<name>\S.*)"
_BY = re.compile(rf"(?P<title>.*\S)\s+{_MAKERS}")
_BY_BEHIND_A_SIGN = re.compile(rf"(?P<title>.*?\S)(?:,\s+|\s+[–—-]\s+){_MAKERS}")


def _in_brackets(film: ParsedLine, fewest: int) -> ParsedLine | None:
    """A director who is the first that stands in the brackets."""
    is_named = film.parts and not film.director and is_person(film.parts[0], fewest)
    return film.directed(film.parts[0], parts=1) if is_named else None


def _in_front(film: ParsedLine, fewest: int) -> ParsedLine | None:
    """A director of several words before the title, and a colon between the two: "Fritz Lang: M"."""
    name, found, title = film.title.partition(": ")
    is_named = found and not film.director and is_person(name, max(fewest, 2))
    return film.directed(name, title=title) if is_named and title else None


def _behind(film: ParsedLine, fewest: int) -> ParsedLine | None:
    """A director who is all that stands behind the year."""
    is_named = film.rest and not film.director and is_person(film.rest, fewest)
    return film.directed(film.rest, rest=True) if is_named else None


_BETWEEN_NAMES = (", ", " – ", " — ", " - ", " / ", "; ", " | ")
_PLACES: tuple[tuple[Directed, int], ...] = (
    (_by(_BY_BEHIND_A_SIGN), 2),
    *((_before(between), 2) for between in _BETWEEN_NAMES),
    (_last_in_brackets, 2),
    (_behind_a_full_stop, 2),
    (_by(_BY), 3),
    (_in_brackets, 2),
    (_behind, 3),
)
"""How a director is found, and in how many films at least."""
_IN_FRONT: tuple[tuple[Directed, int], ...] = ((_in_front, 3),)
"""The same, where hardly two titles begin alike, as those of a series do."""
