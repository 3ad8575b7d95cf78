"""One cell into a value: years, numbers and minutes as people write them, several values in one cell."""

from __future__ import annotations

import ast
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from html import unescape
from typing import Any

YEAR = r"(?:1[89]|20)\d\d"
"""A pattern for a year."""
FILM_YEAR = r"(?:18[89]|19\d|20\d)\d"
"""A pattern for a year from which there are films."""
LONGEST_LIST = 10_000
"""Characters of a cell that can be a list in JSON or Python's form."""
NOTHING = frozenset(
    {"", "\\n", "n/a", "n.a.", "#n/a", "#n/d", "null", "(null)", "<na>", "nan", "-", "–", "—", "tba", "tbd"}
)
"""What a cell of a text says when nothing is known, folded; ``\\N`` is IMDb's."""
MISSING = NOTHING | {
    "na",
    "none",
    "nil",
    "?",
    "unknown",
    "неизвестно",
    "unbekannt",
    "inconnu",
    "desconocido",
    "...",
    "…",
    "n.d.",
    "n. d.",
    "s.d.",
    "s. d.",
    "o.j.",
    "o. j.",
    "s.a.",
    "б.г.",
    "б. г.",
}
"""What a cell for a year or a number says when it is not known, folded."""
MANY_MINUTES = 1_200
"""No film is so long that most of a list were; such numbers are seconds."""
LONGEST = 40
"""Characters that a date, a number or a length has at most."""

_DATE_FORMS = {
    "%Y-%m-%d": 0.0,
    "%Y-%m": 0.25,
    "%d.%m.%Y": 0.0,
    "%d %B %Y": 0.0,
    "%d %b %Y": 0.0,
    "%B %d, %Y": 0.0,
    "%b %d, %Y": 0.0,
}
"""Dates as lists write them, and how much of a day before that day they are sorted."""
_BREAK = re.compile(r"(?i)\s*<br\s*/?>\s*")
_STYLE = re.compile(r"(?i)</?(?:b|big|cite|em|font|i|mark|s|small|span|strong|u)(?:\s[^<>]*)?>")
"""A tag that says how words look."""
_ENTITY = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_FOOTNOTE = re.compile(
    r"(?<=[^\s\[])\s*[†‡]+$|(?<=[^\s\[])(?:\[(?:\d{1,3}|[a-z]|(?:note|nb|n|lower-alpha|прим\.?|Anm\.) ?\d{1,3})\])+"
)
_UNKNOWN_VALUE = re.compile(r"_?:?t\d{5,}|_:\S+|https?://www\.wikidata\.org/\.well-known/genid/\S*")
"""How Wikidata's queries write a value that exists and is not known."""
_CERTIFICATE = re.compile(
    r"(?i)(TV-?)?(G|PG|PG-?13|R|NC-?17|X|M|MA|14|Y7?|Y7-FV)|GP|NR|UR|12A|15A|U|UA|A|K-?\d*|S|T|E|I|II[AB]?|III|AL"
    r"|(not |un)rated|approved|passed|(FSK|R|PG|M|MA|K|S|USK|IIA|M/) ?-?\d{1,2}\+?|\d{1,2}\+|Btl\.?|o\.?A\.?|Livre"
)
_AGE = re.compile(r"0|[678]|1[0-8]|21")
_PLAIN_YEAR = re.compile(r"0*(\d{1,4})(?:[.,]0+)?")
_GROUPED_YEAR = re.compile(r"([12])[.,\s'’](\d{3})(?:[.,]0+)?")
_MOMENT = re.compile(r"\+?([12]\d{3})-\d\d-\d\dt[\d:.]+(?:z|[+-]\d\d:?\d\d)?")
_FOUR_DIGITS = re.compile(r"(?<!\d)[12]\d{3}(?!\d)(?![.,]\d+$)")
_RANGE = re.compile(r"(?<!\d)([12]\d{3})\s*[-–—/]\s*(?:[12]\d{3}|\d{2})(?!\d)(?![-–—/]\d)")
_REMARKED = re.compile(r"([12]\d{3})\s*\([^()\d]{2,30}[12]\d{3}\)")
_TWO_DIGITS = re.compile(
    r"(?:\d{1,2}[-./ ])(?:\d{1,2}|[^\W\d_]{3,9}\.?)[-./, ]+(\d{2})|['’](\d{2})|[^\W\d_]{3,9}\.?[- ](3[2-9]|[4-9]\d)"
)
_SHORT_YEAR = re.compile(r"['’]?[0-9]{2}")
_ANY_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_GROUPED = re.compile(r"-?\d{1,3}(?:([,\s])\d{3})(?:\1\d{3})*(?:\.\d+)?")
_AS_WRITTEN = partial(json.loads, parse_int=str, parse_float=str, parse_constant=str)
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?")
_SPOKEN = re.compile(
    r"(?:p(?:0d)?t)?(?:(\d{1,3})\s*"
    r"(?:h|hr|hrs|hours?|ч|час|часа|часов|год|години|std|stunden?|heures?|horas?|ore|ora|godz|hod|óra|tuntia?|t|tim|timmar"
    r"|timer|sa|saat|ώρεσ|ώρα|ω|小时|小時|時間|시간)\.?\s*(?:,|und|and|et|y|e|и|i)?\s*)?"
    r"(?:(\d{1,5}(?:[.,]\d{1,2})?)\s*"
    r"(?:m|mn|mins?|minutes?|мин|минут[аы]?|м|хв|хвилин[аи]?|minuten|minutos?|minut[ioyae]?|minuter|perc|min[uú]t"
    r"|minuuttia?|dk|dakika|λεπτά|λεπτα|λ|分钟|分鐘|分|분|['’′΄´ʹ`])?\.?\s*)?"
    r"(?:\d{1,2}\s*(?:s|sec|secs|seconds?|с|сек|секунд[аы]?|秒|초|''|[\"”″])\.?)?"
)
_IN_SECONDS = re.compile(r"(?:pt)?(\d{3,6})\s*(?:s|sec|secs|seconds|с|сек|секунд|秒|초)\.?")
_MINUTE_SIGN = re.compile(r"(\d{1,4})\s*['’′΄´ʹ`\u0384\u1fbd\u1ffd\u02b9]+\.?")
_ALTERNATIVE = re.compile(r"\s*(?:/|\(|\[|;|\+|or\b).*")
_STARS = re.compile(r"([★⭐✭✮🌟*]{1,10})?\s*(½|⯨|1/2|⯪)?\s*[☆✩]{0,10}")
_OUT_OF = re.compile(
    r"(-?\d+(?:[.,]\d+)?)\s*(?:/|out of|of|von|из|sur|de|su|z|na|av)\s*(\d{1,4}(?:[.,]0)?)"
    r"(?:\s*(?:stars?|звезд\w*|points?))?"
)
_AND_A_HALF = re.compile(r"(\d)\s?½")
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%")
_WITH_STARS = re.compile(
    r"(\d(?:[.,]\d+)?)\s*(?:stars?|[★⭐]|звезд[аы]?|звёзд[аы]?|sterne?|étoiles?|estrellas?|stelle|gwiazd\w*|星)"
)


def is_missing(cell: str) -> bool:
    """Whether a cell for a year or a number says that it is not known."""
    text = cell.strip()
    return text.casefold() in MISSING or _is_unknown_value(text)


def cleaned(cell: str, line_break: str = "\n") -> str:
    r"""A stripped cell without what belongs to a page of HTML: entities are letters, ``<br>`` is a line break.

    >>> cleaned("Rosencrantz &amp; Guildenstern"), cleaned("Karyukov<br />Kozyr"), cleaned("A&B; C")
    ('Rosencrantz & Guildenstern', 'Karyukov\nKozyr', 'A&B; C')
    >>> cleaned("<i>Solaris</i>"), cleaned("I <3 Huckabees")
    ('Solaris', 'I <3 Huckabees')
    """
    if "<" in cell:
        cell = _BREAK.sub(line_break, cell)
        cell = ("</" in cell and _STYLE.sub("", cell).strip()) or cell
    if "&" not in cell or cell.startswith(("[", "{")):
        return cell
    for _ in range(3):  # what was escaped twice, and no more often, so that a hostile cell costs little
        if (plain := _ENTITY.sub(lambda entity: unescape(entity[0]), cell)) == cell:
            break
        cell = plain
    return cell.replace("\0", "\ufffd").strip()


def without_footnotes(cell: str) -> str:
    """A cell without the marks of footnotes behind its words.

    >>> without_footnotes("Solaris[1]"), without_footnotes("1972[a][12]"), without_footnotes("[REC]")
    ('Solaris', '1972', '[REC]')
    >>> without_footnotes("Disclosure Day †"), without_footnotes("†")
    ('Disclosure Day', '†')
    """
    return cell if cell.startswith("[") else _FOOTNOTE.sub("", cell)


def says_nothing(cell: str) -> bool:
    """Whether a cell of a text says that nothing is known; a word such as "unknown" can be meant."""
    return cell.casefold() in NOTHING or _is_unknown_value(cell)


def _is_unknown_value(text: str) -> bool:
    return text[:1] in "t_?:h" and _UNKNOWN_VALUE.fullmatch(text) is not None


def are_certificates(cells: Iterable[str]) -> bool:
    """Whether cells say for which age films are, and rate nothing.

    >>> are_certificates(["PG-13", "R", ""]), are_certificates(["12A", "15", "U"]), are_certificates(["8.1", "12"])
    (True, True, False)
    """
    filled = [cell for cell in cells if not is_missing(cell)]
    in_words = [cell for cell in filled if _CERTIFICATE.fullmatch(cell)]
    others = [cell for cell in filled if not _CERTIFICATE.fullmatch(cell) and not _AGE.fullmatch(cell)]
    return len(in_words) * 5 >= len(filled) > 0 and len(others) * 5 <= len(filled)


def _plain(cell: str) -> str:
    """A cell in plain characters, folded; empty if it is too long for a date, a number or a length."""
    text = cell.strip()
    return unicodedata.normalize("NFKC", text).strip().casefold() if len(text) <= LONGEST else ""


def year_of(cell: str) -> tuple[int, bool] | None:
    """The year that a cell names, and whether its century had to be guessed; None if it names none, or several.

    Of a span the first year, and of "1983 (shown 1984)". Two digits in a date are taken for the last hundred years.

    >>> year_of("1972"), year_of("Jun 12 1998"), year_of("1972–73"), year_of("soon")
    ((1972, False), (1998, False), (1972, False), None)
    >>> year_of("1,972"), year_of("1972,0"), year_of("1972-03-20T00:00:00Z"), year_of("1972年")
    ((1972, False), (1972, False), (1972, False), (1972, False))
    """
    text = _plain(cell)
    if plain := _PLAIN_YEAR.fullmatch(text) or _GROUPED_YEAR.fullmatch(text) or _REMARKED.fullmatch(text):
        return int("".join(plain.groups())), False
    if begins := _MOMENT.fullmatch(text) or (None if text.startswith(("-", "+", "−")) else _RANGE.search(text)):
        return int(begins[1]), False
    if text.startswith(("-", "+", "−")):
        return None
    found = set(_FOUR_DIGITS.findall(text))
    if len(found) == 1:
        return int(found.pop()), False
    if short := _TWO_DIGITS.fullmatch(text):
        return _in_the_last_hundred_years(int(short[1] or short[2] or short[3])), True
    return None


def time_of(cell: str) -> float | None:
    """When a cell of dates is, as a number of days; None where it names no year, or several.

    A year, or a month of one, comes just before its days.

    >>> [time_of(cell) for cell in ("1972-03-20", "20.03.1972", "20 March 1972", "Mar 20, 1972", "soon")]
    [719972.0, 719972.0, 719972.0, 719972.0, None]
    >>> time_of("1972") < time_of("1972-01") < time_of("1972-01-01") < time_of("1972-02")
    True
    """
    text = _plain(cell)
    for form, before in _DATE_FORMS.items():
        with suppress(ValueError):
            return datetime.strptime(text, form).toordinal() - before
    found = year_of(cell)
    return date(found[0], 1, 1).toordinal() - 0.5 if found and found[0] else None


def are_of_two_digits(cells: Mapping[str, int]) -> bool:
    """Whether a column of years, by how often each cell comes, mostly leaves out their century.

    >>> are_of_two_digits({"66": 2, "1972": 1}), are_of_two_digits({"66": 1, "1972": 2}), are_of_two_digits({"7": 9})
    (True, False, False)
    """
    known = sum(count for cell, count in cells.items() if not is_missing(cell))
    short = sum(count for cell, count in cells.items() if _SHORT_YEAR.fullmatch(cell))
    return known < 2 * short


def _in_the_last_hundred_years(two_digits: int) -> int:
    this = date.today().year
    year = this // 100 * 100 + two_digits
    return year if year <= this else year - 100


def number_of(cell: str) -> float | None:
    """The number that a cell holds, with or without separators between thousands; None if it is something else.

    >>> number_of("1,234,567"), number_of("8.1"), number_of("12 angry men")
    (1234567.0, 8.1, None)
    """
    text = cell.strip()
    if len(text) > LONGEST:
        return None
    if grouped := _GROUPED.fullmatch(text):
        return float(text.replace(grouped[1], ""))
    return float(text) if _ANY_NUMBER.fullmatch(text) else None


def is_plain(cell: str) -> bool:
    """Whether a number is written in digits with at most one point and nothing else."""
    whole, _, rest = cell.partition(".")
    return cell.isascii() and whole.isdecimal() and (not rest or rest.isdecimal())


def loose_number_of(cell: str) -> float | None:
    """A number as people write ratings and sums: ``8,1``, ``8.1/10``, ``$12,000``, ``85 %``."""
    text = _plain(cell).strip("$€£₽ %")
    text = re.sub(r"\s*/\s*\d+$", "", text)
    if re.fullmatch(r"-?\d+,\d{1,2}", text):
        text = text.replace(",", ".")
    return number_of(text)


def minutes_of(cell: str) -> float | None:
    """A length in minutes: ``167``, ``167 min``, ``2h 47m``, ``2:47``, ``2 ч 47 мин``, ``PT2H47M``, ``167'``.

    Of two lengths the first; a clock that begins with a hundred or more counts minutes and seconds.

    >>> minutes_of("2h 47m"), minutes_of("167 мин."), minutes_of("2:47"), minutes_of("long")
    (167.0, 167.0, 167.0, None)
    >>> minutes_of("142分钟"), minutes_of("163'"), minutes_of("107:30"), minutes_of("PT2H47M")
    (142.0, 163.0, 107.5, 167.0)
    """
    sign = _MINUTE_SIGN.fullmatch(cell.strip())
    text = sign[1] if sign else _plain(cell)
    if clock := _CLOCK.fullmatch(text):
        first, second = int(clock[1]), int(clock[2])
        return float(first * 60 + second) if first < 100 else first + second / 60
    if seconds := _IN_SECONDS.fullmatch(text):
        return int(seconds[1]) / 60
    if (found := number_of(text)) is not None:
        return found
    if text and (spoken := _SPOKEN.fullmatch(text)) and (spoken[1] or spoken[2]):
        return int(spoken[1] or 0) * 60 + _decimal(spoken[2] or "0")
    first_part = _ALTERNATIVE.sub("", text)
    return minutes_of(first_part) if first_part and first_part != text and not first_part.isdecimal() else None


def seconds_a_unit(cells: Iterable[str] | Mapping[str, int]) -> float:
    """How many seconds the plain numbers of a whole column of lengths count: 60 unless minutes cannot be meant.

    The column is given by its cells, or by how often each comes.

    >>> seconds_a_unit(["10020", "5820"]), seconds_a_unit(["167", "97"]), seconds_a_unit(["10020000", "5820000"])
    (1.0, 60.0, 0.001)
    """
    counts = Counter(cells)
    known = sum(count for cell, count in counts.items() if not is_missing(cell))
    plain = sorted((float(cell), count) for cell, count in counts.items() if is_plain(cell) and float(cell) > 0)
    if not plain or 10 * sum(count for _, count in plain) < 9 * known:
        return 60.0
    low = plain[len(plain) // 10][0]
    return 0.001 if low >= MANY_MINUTES * 1_000 else 1.0 if low >= MANY_MINUTES else 60.0


def _decimal(text: str) -> float:
    return float(text.replace(",", "."))


def rating_of(cell: str) -> tuple[float, float] | None:
    """A rating and the best that there can be; the second is 0 where the cell does not say it.

    >>> rating_of("★★★★½"), rating_of("4.5 out of 5"), rating_of("85%"), rating_of("7/10"), rating_of("8,1")
    ((4.5, 5.0), (4.5, 5.0), (85.0, 100.0), (7.0, 10.0), (8.1, 0.0))
    >>> rating_of("PG-13"), rating_of("good")
    (None, None)
    """
    text = cell.strip().replace("\ufe0f", "")
    if 0 < len(text) <= LONGEST and (stars := _STARS.fullmatch(text)) and text != "1/2":
        full = sum(letter in "★⭐✭✮🌟*" for letter in stars[1] or "")
        empty = sum(letter in "☆✩" for letter in text)
        return full + 0.5 * bool(stars[2]), max(5.0, float(full + empty + bool(stars[2])))
    text = _AND_A_HALF.sub(r"\1.5", text)
    plain = _plain(text)
    if part := _OUT_OF.fullmatch(plain):
        return _decimal(part[1]), _decimal(part[2])
    if percent := _PERCENT.fullmatch(plain):
        return _decimal(percent[1]), 100.0
    if starred := _WITH_STARS.fullmatch(text.casefold()) or _WITH_STARS.fullmatch(plain):
        return _decimal(starred[1]), 5.0 if _decimal(starred[1]) <= 5 else 10.0
    number = loose_number_of(text)
    return None if number is None else (number, 0.0)


def values_of(cell: str, separator: str = ";") -> tuple[str, ...]:
    """The values of a cell that holds several, each once, in their order.

    A cell that is a list in JSON or Python's form gives its items; of objects, their names. Each sign of `separator`
    separates, as `separators.known_separator` gives them.

    >>> values_of("rescue; adventure;; rescue"), values_of('[{"id": 1, "name": "Drama"}]'), values_of("")
    (('rescue', 'adventure'), ('Drama',), ())
    """
    items = _listed(cell)
    if items is None:
        items = _divided(cell, separator)
    return tuple(dict.fromkeys(value for item in items if (value := item.strip()) and value != "\\N"))


def _divided(cell: str, separators: str) -> list[str]:
    """A cell at every separator that it has; commas separate only where nothing else does, a bar "/" between blanks."""
    if len(separators) == 1 and separators != "/":
        return cell.split(separators)
    signs = [r"\s/\s" if sign == "/" else re.escape(sign) for sign in separators if sign != ","]
    parts = re.split("|".join(signs), cell) if signs else [cell]
    return cell.split(",") if len(parts) == 1 and "," in separators else parts


def is_listed(cell: str) -> bool:
    """Whether a cell is a list in JSON or Python's form."""
    return _listed(cell) is not None


def _listed(cell: str) -> list[str] | None:
    text = cell.strip()
    if len(text) > LONGEST_LIST or not (text.startswith("[") and text.endswith("]")):
        return None
    for read in (_AS_WRITTEN, ast.literal_eval):
        try:
            return _texts(read(text))
        except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
            continue
    return None


def _texts(items: Sequence[Any]) -> list[str]:
    found = [item.get("name") if isinstance(item, dict) else item for item in items]
    if not all(isinstance(item, str | int) for item in found):
        raise ValueError("not a list of texts")
    texts = [str(item) for item in found]
    "".join(texts).encode()  # half a surrogate pair is a ValueError: no file could hold it
    return texts
