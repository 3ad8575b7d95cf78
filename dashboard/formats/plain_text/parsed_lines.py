"""One line of a plain list into its films: "Solaris (1972, dir. Andrei Tarkovsky) – a planet that answers"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from dashboard.formats.plain_text.days import ends_in_date
from dashboard.formats.plain_text.people import is_country, is_person
from dashboard.formats.plain_text.year_places import (
    BRACKETS_IN_FRONT,
    CITED,
    CITED_WITH_MAKER,
    FIGURES,
    IN_BRACKETS,
    IN_FRONT,
    IN_MARKS,
    LOOSE,
    NAMED,
    YearPlace,
    year_place,
)

LONGEST_TITLE = 250
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
LONGEST_SURE_TITLE = 150
"""A longer one is a title only in a list whose lines are nearly all alike."""
LONGEST_REST = 8
"""Words with which a line may go on behind its year without being prose."""
LOOKED_AT = 500
"""Characters of a line in which its year is looked for."""
LONGEST_MARKUP = 5_000
"""A longer line is left as it is, since looking for pairs of marks takes time by the square of its length."""

_LEADERS = re.compile(r"\.{6,}$|\s+\.{2,}$")
_GENRE = re.compile(
    r"(?P<title>.*[^\W\d_]{3}[.]|.*[?!)…])\s+(?P<part>(?:[\w-]+\s)?[\w-]*(?:film|drama|komödie|comedy|komedia|comédie|krimi|"
    r"thriller|western|romanze|dokumentation|abenteuer|märchen|melodram|musical|satire|animation|драма|комедия|фильм))",
    re.IGNORECASE,
)
"""A title with a genre behind it that only a country and a year follow."""
_LAST_PART = re.compile(r"(?P<title>.*\S)(?:\s*[,،;|]\s*|\s+[–—/-]+\s+)(?P<part>[^,;|–—]+)")
_MARK = re.compile(
    r"(?:(?:[-*+•·–—]|[‣\u2500-\u2bff\U0001f000-\U0001faff]\ufe0f?)\s+|[一二三四五六七八九十百]{1,3}、\s*|[・●■◆○](?=[《「『〈\u3040-\u9fff])|\*+\s*(?='')"
    r"|\[[ xX✓]\]\s+)+"
)
_NO_SIGN = re.compile(r"[-*+•·–—‣▪■●◦∙♦►▶➤→\s\ufe0f\[\]、一二三四五六七八九十百\u2500-\u257f☐]")
"""What marks an item and says nothing of it."""
_NUMBER = re.compile(
    r"(?:#|№\s*)?(?P<number>\d{1,5}(?=[.)]\s)|\d{1,3}(?=-\s+\D)|\d{1,3}(?=\s+[–—-]\s+(?!\d{4}\s*$)))(?:[.)-]|\s+[–—-])\s+"
)
_TIED = re.compile(r"(?=\d+\s?=|=)=?\s?(?P<number>\d{1,3})\s?=?[.):]?\s+(?=\S)")
_SHARED = re.compile(r"(?P<number>\d{1,3})\.?\s?[–-]\s?\d{1,3}[.)]\s+(?=\S)")
"""The place of one of several that share it: "1= Solaris", "=1. Solaris", "2.-3. Solaris"."""
_RANK = re.compile(
    r"(?:(?P<number>\d{1,3})\.?(?:st|nd|rd|th|er|[eè]re|e|ème|º|ª|°|-?й|-?я|-?е|위|位)|(?:no|nr|n|č|sz|#)[.º°]\s?(?P<other>\d{1,3}))"
    r"[.):]?(?:\s+[–—-])?\s+(?=\S)",
    re.IGNORECASE,
)
_SIGN_OF_NUMBER = re.compile(r"(?P<sign>[①-⑳❶-❿➀-➓\d])(?:(?<=\d)\ufe0f?\u20e3|(?<!\d))[.):]?\s*(?=\S)")
"""A number in a circle, or on a key."""
_CLOSE_NUMBER = re.compile(r"(?P<number>\d{1,3})[.．、)）]\s*(?=[«“„《「『〈\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af])")
"""A number with no blank behind it, as Chinese and Japanese write it."""
_FRAMED_NUMBER = re.compile(r"(?:#\s?(?P<number>\d{1,4})|\((?P<inner>\d{1,4})\)|\[(?P<other>\d{1,4})\])\s+")
_DIRECTOR = re.compile(
    r"""(?:\b(?:dir(?:[.:]|ector:?(?!['’])|ected\ by) | реж(?:\.|исс?[её]р\w*:?) | regie:?
    | regia(?:\ di|:)? | dirigid[ao]\ por
    | direcci[óo]n:? | direção:?
    | réal(?:\.|is[ée]e?\ par|isat(?:ion|eur|rice):?)
    | rendezte:? | rendező:? | ohjaus: | yönetmen:? | (?:監督|監|導演|导演|감독)\s?[:：]
    | re[żz](?:\.|yseria:?|yser:?) | re[žz](?:\.|ie:?|isér:?) | regi: | σκην(?:\.|οθεσία:?|οθέτης:?)
    | إخراج:? | (?:un|a)\ film\ (?:de|by))
    |^(?:[RrDd]:|r\.\s|rend\.:?\s|ohj\.:?\s|yön\.?:|real\.:\s|instr\.:?\s)
    |^(?:instruktør|instruktion|realização|režija|redatelj|regija|regizor|sutradara|đạo\ diễn|בימוי|במאי
      |निर्देशक|निर्देशन)\s?:)\s*""",
    re.IGNORECASE | re.VERBOSE,
)
BY_WHOM = re.compile(r"(?:by|de|von|di|dir\.|regie:|реж\.|reż\.)\s+|d['’]", re.IGNORECASE)
"""What stands before a name that says who made a film."""
_MADE_BY = re.compile(r"(?P<name>[^\d,:：]{2,40}?)\s?(?:監督|导演|導演|감독)(?:作品)?")
"""A name with a word for directors behind it."""
_OF_A_NAME = re.compile(r"^(?:(?:by|de|von|di)\s+(?!la\b|le\b|der\b|den\b)|d['’])(?=\S+\s+\S)")
_SCANNED = r"(?P<year>(?!\d{4})[1lIi|][89B][\dOoQlISZ|]{2}|20[\dOoQlISZ|]{2}(?<!\d{4}))"
_MISREAD_IN = re.compile(rf"[(\[]{_SCANNED}[)\]]")
_MISREAD_AT_LAST = re.compile(rf"[\s.…_,–—-]{_SCANNED}$")
_END_OF_NAME = re.compile(r"\s[–—-]\s|[;:|]|,?\s+(?=\d)|,(?=\d)|(?<=[^\W\d_]{3})\.(?:\s|$)")
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3}[.]\s+\S+\s+\S+")
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*|~~|__|\*|`|'{2,3})(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])")
_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^\s)]+)\)")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_ADDRESS = re.compile(r"[–—:,;|-]?\s*<?(https?://[^\s>]+)>?\s*$")
_WRAPPED = (
    *(("«", "»"), ("“", "”"), ("„", "“"), ("„", "”"), ('"', '"'), ("*", "*"), ("_", "_"), ("《", "》"), ("「", "」")),
    *(("『", "』"), ("〈", "〉"), ("<", ">")),
)
_QUOTED = re.compile(
    rf"(?P<title>{IN_MARKS})(?:\s*[,;:–—-]?\s+|(?<=[》』」〉])(?=导演|導演|監督|監：|감독))(?P<rest>\S.*)"
)
_NAMED_DIRECTOR = re.compile(r"(?P<name>[^\s\d、。,，]{2,20}(?:\s[^\s\d、。,，]{1,10})?)\s?(?:監督|导演|감독)(?:作品)?")
_TO_AN_INITIAL = re.compile(r"(?i:\b(?:dirs?|реж|réal)\.)\s+(?:[^\W\d_]+\s+)*[^\W\d_]$")
"""A director's names up to a letter with a full stop behind it, which ends no title of a bibliography."""
_BEGINS_QUOTED = re.compile(IN_MARKS)
_NICKNAMED = re.compile(r"(?:«[^«»]+»|“[^“”]+”|\"[^\"]+\")\s+[^\W\d_].*")
"""A title that begins with words in quotation marks, as `"Crocodile" Dundee` does, or one before something else."""
_BETWEEN = " \t–—-:,،;.|/·•"
_DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙０１２３４５６７８９"
_WIDE = str.maketrans("（）［］，／、،؛" + _DIGITS, "()[],,,,;" + "0123456789" * (len(_DIGITS) // 10))
_MEDIUM = re.compile(
    r"\[(?:(?:4k|uhd|ultra hd|blu-?ray|bd|dvd|vhs|3d|hd|dcp|\d\dmm|criterion|steelbook|digital)[ /+-]*)+\]\s*(?=\S)",
    re.I,
)
_SORT = re.compile(
    r"\s*(\((?:[IVX]+|TV|V|VG|Video|Short|TV Movie|TV Series|TV Mini Series|TV Short"
    r"|U|PG|PG-?13|NC-?17|12A?|15|18|R18|FSK\s?\d{1,2}|ab\s\d{1,2}|(?:6|12|14|16|18)\+)\)|\[[^\[\]]+\])$"
)
"""What stands in brackets behind a title and is no part of it: of what sort the film is, and its certificate."""
_AT_THE_END = re.compile(r"(?s)(?P<title>.*\S)\s*\((?P<inner>[^()]+)\)$")
_MINUTES = re.compile(
    r"(?P<minutes>\d{1,3})\s*(?:m(?:in(?:s|utes?|uten|uti|utos)?)?\b\.?|мин(?:\.|ут\w*)?|хв(?:\.|илин\w*)?|perc\b|dk\b\.?|dakika|λεπτά|分(?:钟|鐘)?|دقيقة|دقائق|[΄´'’′])(?!\w)",
    re.I,
)
_HOURS = re.compile(
    r"(?P<hours>[1-9])\s?(?:h|hrs?|hours?|std|ч|heures?|horas?|ore|óra|godz|timer|timmar|t)\.?"
    r"(?:\s?(?P<more>[0-5]?\d)(?!\d)\s?(?:m(?:in(?:utes?|uten|uti|utos)?)?\b\.?|мин\.?|['’′])?)?(?!\w)",
    re.I,
)
_TAGS_ONLY = re.compile(r"(?:\s*[\[(][^\])]{0,40}[\])])*[\s.]*")
_AND = re.compile(
    r"\s*(?:[+&/;|]|,\s(?:and|und|et|и|y|e|i|og|och)\b|,"
    r"|(?:and|plus|followed by|und|et|и|e|y|και|i|or|oder|ou|или|або|lub|nebo|vagy)\b)\s*"
    r"(?=[^\s\W]|[«“„\"《(\[])",
    re.I,
)
_SIGNS = re.compile(r"\s*[|·•‧,;・]\s*|\s+[–—/-]\s+")
"""What parts a year, a country and a length that stand below a title."""
_BEGINS_WITH_YEAR = re.compile(rf"(?P<countries>[^\d()]+?)[\s,]+{FIGURES}(?=\s*$|\s*[,;/|·•–—-])")
_MAKER_AND_YEAR = re.compile(rf"\D+\s[|•·‧]\s{FIGURES}")
_YEAR_FIRST = re.compile(rf"(?<!\d){FIGURES}\s+(?P<countries>[^\d()]+)")
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""The year before the first of each era."""
_ERA = re.compile(rf"(?P<era>{'|'.join(_ERAS)})(?P<number>\d{{1,2}}|元)年")
_MAKER_AND_COUNTRIES = re.compile(
    rf"(?P<name>[^,()\d]+?)\s+(?P<countries>(?:{NAMED})(?:,\s*(?:{NAMED}))*),\s*(?P<year>{FIGURES})", re.IGNORECASE
)
_YEAR_IN = re.compile(rf"\s*(?<!\d){FIGURES}\s*")
_PARTED = re.compile(r"\s*(?:;|\s[|·•/])\s+|\s*;$")
_DOUBLE = re.compile(
    r"(?P<what>(?:double|triple|doppel|двойн|тройн|séance double|sesión doble|programa doble|doppi|podwójn|διπλ"
    r"|(?:my|our|meine?|unsere|mes|mis|i miei|moje|мои|наши)\s(?:\w+\s){0,2}(?:picks?|votes?|films?|movies?|choices?"
    r"|favou?rites?|list|top|three|five|ten|favoriten|filme|favoris|favoritas|preferiti|ulubione|filmy|фильмы|любимые)\b"
    r"|honou?rable|special mention|runners?[- ]up|also\b|see also|plus\b|bonus|next\b|ещё|также|auch\b|außerdem"
    r"|aussi\b|(?-i:[a-zа-яё]))"
    r"[^:]{0,30}):\s*",
    re.I,
)
_VERBS = frozenset(
    {
        *("is", "was", "were", "are", "has", "had", "will", "would", "can", "could", "tells", "ist"),
        *("war", "sind", "est", "était", "это", "был", "была", "è", "era"),
    }
)


@dataclass(frozen=True)
class ParsedLine:
    """A film as one line gives it.

    Attributes:
        title: its title; never empty.
        year: its year as it stands there.
        text: what is said of it beside that.
        director: who is named as its director.
        link: the address that the title links to.
        minutes: how long it runs.
        parts: what stands in brackets beside the year, as far as it is in `text`.
        rest: what follows, as far as it is in `text`.
        guessed: whether only its place in the line says that the director, the year or the title is one.
        whole: the film if the words behind those in quotation marks belong to its title; None where there are none.
    """

    title: str
    year: str = ""
    text: str = ""
    director: str = ""
    link: str = ""
    minutes: str = ""
    parts: tuple[str, ...] = field(default=(), compare=False)
    rest: str = field(default="", compare=False)
    guessed: frozenset[Literal["director", "year", "title"]] = field(default=frozenset(), compare=False)
    whole: ParsedLine | None = field(default=None, compare=False)

    def undivided(self) -> ParsedLine:
        """The film with all of a title that begins with words in quotation marks."""
        if self.whole is None:
            return self
        whole = self.whole
        return replace(
            self, title=whole.title, text=whole.text, director=whole.director, parts=whole.parts, rest=whole.rest
        )

    def titled(self, title: str) -> ParsedLine:
        """The film with another title, which its place tells; the same where that is its own.

        What stands before it, where that is more than a few words, is said of the film.
        """
        if title == self.title:
            return self
        before = self.title.removesuffix(title).strip(" ,:;") if self.title.endswith(title) else ""
        parts = (before, *self.parts) if len(before.split()) > 2 else self.parts
        text = _joined(parts, self.rest) if parts != self.parts else self.text
        return replace(self, title=title, parts=parts, text=text, guessed=self.guessed | {"title"})

    def without_brackets(self) -> ParsedLine:
        """The film with what stands in brackets at the end of its title as a text; the same where nothing does."""
        found = _AT_THE_END.fullmatch(self.title)
        if not found:
            return self
        parts = (found["inner"].strip(), *self.parts)
        return replace(self.titled(found["title"]), parts=parts, text=_joined(parts, self.rest))

    def directed(self, director: str, *, title: str = "", parts: int = 0, rest: bool = False) -> ParsedLine:
        """The film with a director who stands in its title, in the first parts in brackets, or behind them."""
        left, after = self.parts[parts:], "" if rest else self.rest
        director = _OF_A_NAME.sub("", director, count=1)
        text = _joined(left, after)
        return replace(
            self,
            title=title or self.title,
            director=director,
            text=text,
            parts=left,
            rest=after,
            guessed=self.guessed | {"director"},
        )


def without_mark(line: str) -> tuple[str, bool]:
    """A line without what makes it an item of a list, and whether there was something.

    >>> without_mark("- Solaris"), without_mark("*batteries not included")
    (('Solaris', True), ('*batteries not included', False))
    """
    mark = _MARK.match(line)
    return (line[mark.end() :], True) if mark else (line, False)


def sign_of(line: str) -> str:
    """What the mark of an item says beside that it is one: a ticked box, a star; or that the item is struck out.

    >>> sign_of("- [x] Solaris"), sign_of("- [ ] Mirror"), sign_of("★ Stalker"), sign_of("* ~~Zerkalo (1975)~~")
    ('x', '', '★', '~~')
    """
    mark = _MARK.match(line)
    signs = _NO_SIGN.sub("", mark[0]) if mark else ""
    rest = line[mark.end() :] if mark else line
    return signs + ("~~" if rest.startswith("~~") and rest.rstrip().endswith("~~") else "")


def number_of(line: str) -> tuple[int, str] | None:
    """The number that a line begins with, and the rest; None if it has none.

    >>> number_of("1. Solaris (1972)"), number_of("12) Mirror"), number_of("1984 (1956)")
    ((1, 'Solaris (1972)'), (12, 'Mirror'), None)
    """
    forms = (_NUMBER, _CLOSE_NUMBER, _TIED, _SHARED)
    found = next((found for form in forms if (found := form.match(line))), None)
    return (int(found["number"]), line[found.end() :]) if found else None


def rank_of(line: str) -> tuple[int, str] | None:
    """The place that a line begins with, as a word for it says or a sign that is one, and the rest; None for another.

    >>> rank_of("1st Solaris (1972)"), rank_of("Nr. 2: Mirror"), rank_of("③ Stalker"), rank_of("2nd. Mirror")
    ((1, 'Solaris (1972)'), (2, 'Mirror'), (3, 'Stalker'), (2, 'Mirror'))
    """
    if found := _RANK.match(line):
        return int(found["number"] or found["other"]), line[found.end() :]
    found = _SIGN_OF_NUMBER.match(line)
    return (int(unicodedata.numeric(found["sign"])), line[found.end() :]) if found else None


def framed_number_of(line: str) -> tuple[int, str] | None:
    """The number in a frame that a line begins with, and the rest; None if it has none.

    >>> framed_number_of("#1 Solaris (1972)"), framed_number_of("(2) Mirror"), framed_number_of("9 (2009)")
    ((1, 'Solaris (1972)'), (2, 'Mirror'), None)
    """
    found = _FRAMED_NUMBER.match(line)
    return (int(next(filter(None, found.groups()))), line[found.end() :]) if found else None


def ordinal_of(line: str) -> tuple[int, str] | None:
    """The Roman numeral, or else the letter, that a line begins with, as a number, and the rest; None if it has none.

    >>> ordinal_of("IV. Solaris (1972)"), ordinal_of("b) Mirror"), ordinal_of("X (1963)")
    ((4, 'Solaris (1972)'), (2, 'Mirror'), None)
    """
    if found := re.match(r"(?P<tens>X{0,3})(?P<ones>IX|IV|V?I{0,3})[.)]\s+(?=\S)", line):
        number = 10 * len(found["tens"]) + ROMAN.index(found["ones"])
        return (number, line[found.end() :]) if number else None
    found = re.match(r"(?P<letter>[a-z])\)\s+(?=\S)", line)
    return (ord(found["letter"]) - ord("a") + 1, line[found.end() :]) if found else None


def bare_number_of(line: str) -> tuple[int, str] | None:
    """The number that a line begins with and nothing marks, and the rest; None if it has none."""
    found = re.match(r"(\d{1,4})\s+(?=\S)", line)
    return (int(found[1]), line[found.end() :]) if found else None


def films_of(line: str, loose: str = "", *, regular: bool = False) -> tuple[ParsedLine, ...]:
    """The films of a line, each with its year. Arguments are those of `with_year`.

    >>> [film.title for film in films_of("Double bill: Alien (1979) + Aliens (1986)")]
    ['Alien', 'Aliens']
    """
    several = _several(line, regular=regular)
    if several and not _citation(plain(line)[0]):
        return several
    return tuple(filter(None, (with_year(line, loose, regular=regular),)))


def _several(line: str, *, regular: bool) -> tuple[ParsedLine, ...]:
    line = plain(line)[0]
    return _joined_by_words(line, regular=regular) or _parted(line, regular=regular)


def _parted(line: str, *, regular: bool) -> tuple[ParsedLine, ...]:
    """The films of a line that semicolons, bars or slashes part, if each part names one with its year."""
    parts = [part for part in _PARTED.split(line) if part] if len(line) <= LONGEST_MARKUP else []
    labels = [_DOUBLE.match(part) for part in parts]
    if len(parts) < 2 or any(part[0].islower() and not label for part, label in zip(parts, labels, strict=True)):
        return ()
    form = "year: title" if len(parts) > 2 and all(map(LOOSE["year: title"].fullmatch, parts)) else ""
    whole = [part[label.end() if label else 0 :] for part, label in zip(parts, labels, strict=True)]
    films = [with_year(part, form, regular=regular) for part in whole]
    found = tuple(
        _with_part(film, each["what"]) if each else film for film, each in zip(films, labels, strict=True) if film
    )
    return found if len(found) == len(films) else ()


def _joined_by_words(line: str, *, regular: bool) -> tuple[ParsedLine, ...]:
    years = list(IN_BRACKETS.finditer(line[:LOOKED_AT].translate(_WIDE)))
    if len(years) < 2:
        return ()
    double = _DOUBLE.match(line)
    begins = [double.end() if double else 0]
    for year in years[:-1]:
        between = _AND.match(line, year.end())
        if not between or line[between.end()].islower():
            return ()
        begins.append(between.end())
    ends = [*(year.end() for year in years[:-1]), len(line)]
    films = [with_year(line[begin:end], regular=regular) for begin, end in zip(begins, ends, strict=True)]
    found = tuple(film for film in films if film)
    if len(found) < len(films):
        return ()
    return tuple(_with_part(film, double["what"]) for film in found) if double else found


def _with_part(film: ParsedLine, part: str) -> ParsedLine:
    parts = (part.strip(), *film.parts)
    return replace(film, parts=parts, text=_joined(parts, film.rest))


def with_year(line: str, loose: str = "", *, regular: bool = False) -> ParsedLine | None:
    """The film of a line that names its year; None for a line that does not, or is prose.

    Args:
        line: the line, without number or mark.
        loose: a form that nearly all lines have, beside those that are clear; one of `loose_forms`.
        regular: whether the list's other lines name films with years, so that this one may be long or go on.

    >>> entry = with_year("Blade Runner 2049 (2017, dir. Denis Villeneuve) – a sequel")
    >>> entry.title, entry.year, entry.director, entry.text
    ('Blade Runner 2049', '2017', 'Denis Villeneuve', 'a sequel')
    """
    line, link = plain(line)
    film = _film_of(line, loose, regular=regular)
    return replace(film, link=link) if film and link else film


def _film_of(line: str, loose: str, *, regular: bool) -> ParsedLine | None:
    head = line[:LOOKED_AT].translate(_WIDE)
    if cited := _citation(line):
        return cited
    if (place := year_place(head)) and place.start:
        rest = line[place.end :]
        sure = regular or (_TAGS_ONLY.fullmatch(rest) is not None and place.start <= LONGEST_SURE_TITLE)
        if not _goes_on(rest, regular=regular):
            return _placed(_entry(*_before_the_year(line, place), rest, sure=sure), place)
    in_front = IN_FRONT.fullmatch(line) or BRACKETS_IN_FRONT.fullmatch(line)
    is_loose = loose and head == line.translate(_WIDE) and not ends_in_date(line)
    if found := in_front or (LOOSE[loose].fullmatch(line) if is_loose else None):
        rest = found["rest"] or "" if "rest" in found.re.groupindex else ""
        entry = _entry(found["title"], found["year"], (), rest, sure=regular or bool(loose))
        return replace(entry, guessed=frozenset({"year"})) if entry and not in_front else entry
    return None


def _placed(film: ParsedLine | None, place: YearPlace) -> ParsedLine | None:
    return film if not film or place.is_sure else replace(film, guessed=film.guessed | {"year"})


def _before_the_year(line: str, place: YearPlace) -> tuple[str, str, tuple[str, ...]]:
    """The title, the year, and what is said beside it; a country behind a title without brackets is no part of it."""
    title, parts = line[: place.start], _parts(place)
    while not place.in_brackets and (found := _LAST_PART.fullmatch(title)) and is_country(found["part"].strip()):
        title, parts = found["title"], (found["part"].strip(), *parts)
    if not place.in_brackets and parts and (genre := _GENRE.fullmatch(title.rstrip(" ,"))):
        title, parts = genre["title"].rstrip("."), (genre["part"], *parts)
    return title, place.year, parts


def _citation(line: str) -> ParsedLine | None:
    """The film of a line in a bibliography, in one of its styles; None for another line."""
    if found := CITED.fullmatch(line):
        return _cited(found)
    forms = (form.fullmatch(line) for form in CITED_WITH_MAKER if len(line) <= LOOKED_AT)
    if not (found := next(filter(None, forms), None)):
        return None
    if _BEGINS_QUOTED.match(line) or _TO_AN_INITIAL.search(line[: found.end("title")]):
        return None
    film = _entry(found["title"], found["year"], [found["parts"].strip(_BETWEEN)], found["rest"], sure=True)
    return replace(film, director=found["director"].strip(" ,")) if film else None


def _cited(found: re.Match[str]) -> ParsedLine:
    """The film of a line in a bibliography of authors and years."""
    said = tuple(part.strip(" .") for part in (found["kind"], found["rest"]) if part and part.strip(" ."))
    return ParsedLine(
        untitled(found["title"]), found["year"], ", ".join(said), found["director"].strip(" ,"), parts=said
    )


def quoted_of(line: str) -> ParsedLine | None:
    """The film of a line without a year that begins with a title in quotation marks and names its director then.

    >>> quoted_of("«Solaris», dir. Andrei Tarkovsky").director, quoted_of("«Solaris» again")
    ('Andrei Tarkovsky', None)
    """
    film = _film(_titled(line, ()), "", "", sure=True) if _BEGINS_QUOTED.match(line) else None
    return film if film and film.director else None


def ends_in_year(line: str) -> bool:
    """Whether a line ends in a year that has something before it.

    >>> ends_in_year("Score: A Hockey Musical (2010)"), ends_in_year("Solaris (1972) – a planet")
    (True, False)
    """
    line = plain(line)[0]
    place = year_place(line[:LOOKED_AT].translate(_WIDE))
    return bool(place and place.start and place.is_sure and _TAGS_ONLY.fullmatch(line[place.end :]))


def misread(line: str) -> ParsedLine | None:
    """The film of a line that ends in a year in which letters stand for digits, as a scan has them; None for another.

    The year is left as it stands there.

    >>> misread("Faust ...... l926").year, misread("Faust (193O)").title, misread("Faust 1926")
    ('l926', 'Faust', None)
    """
    text = plain(line)[0]
    found = (_MISREAD_IN.search(text) or _MISREAD_AT_LAST.search(text)) if len(line) <= LOOKED_AT else None
    title = text[: found.start()].rstrip(" .…_,–—-") if found else ""
    return _entry(title, found["year"], (), text[found.end() :], sure=True) if found and title else None


def details_of(line: str) -> str:
    """What a line says of the film above, in brackets, and what goes on behind those; empty if it says nothing of it.

    It is all in brackets, names a year and minutes, has only such parts, or begins with countries and a year. A line
    that begins with a title in quotation marks is a film by itself.

    >>> details_of("(Andrei Tarkovsky, USSR, 1979)"), details_of("USSR 1972, 167 min"), details_of("Solaris (1972)")
    ('(Andrei Tarkovsky, USSR, 1979)', '(USSR 1972, 167 min)', '')
    >>> details_of("Andrei Tarkovsky | USSR | 1972 | 167'"), details_of("Blade Runner, 1982")
    ("(Andrei Tarkovsky, USSR, 1972, 167')", '')
    >>> details_of("USSR, 1957, 97 min. Dir. Mikhail Kalatozov"), details_of("(1953・136分) 監：小津安二郎")
    ('(USSR, 1957, 97 min.) Dir. Mikhail Kalatozov', '(1953, 136分) 監：小津安二郎')
    """
    if len(line) > LOOKED_AT:
        return ""
    if (said := _MAKER_AND_COUNTRIES.fullmatch(line)) and is_person(said["name"]):
        return f"({', '.join(said.groups())})"
    head, rest = _head_of_details(_ERA.sub(_with_era, line, count=1))
    inner = head[1:-1] if head.startswith("(") and head.endswith(")") else ""
    bare = inner or head
    if not inner and _BEGINS_QUOTED.match(bare):
        return ""
    if len(bare) > LONGEST_SURE_TITLE or set("()[]") & {*bare}:
        return ""
    parts = [part for each in _SIGNS.split(bare) if (part := each.strip())]
    has_minutes = any(map(_is_length, parts))
    if not _YEAR_IN.search(bare) and not (inner and has_minutes):
        return ""
    begins = _BEGINS_WITH_YEAR.match(bare) or _YEAR_FIRST.fullmatch(bare)
    is_dated = begins is not None and _are_countries(begins["countries"])
    is_whole = bool(inner) or has_minutes or any(is_country(_YEAR_IN.sub("", part)) for part in parts)
    is_whole = is_whole or _MAKER_AND_YEAR.fullmatch(bare) is not None
    are_details = is_dated or (
        all(map(_is_detail, parts)) if (not inner and not has_minutes) or "," not in bare else True
    )
    are_details = are_details or (bool(rest) and has_minutes)
    is_some = len(parts) > 1 or (is_dated and not inner)
    return f"({', '.join(parts)}) {rest}".strip() if (is_whole or is_dated) and are_details and is_some else ""


def _with_era(found: re.Match[str]) -> str:
    """A year of a Japanese era, behind the same year of our calendar."""
    number = 1 if found["number"] == "元" else int(found["number"])
    return f"{_ERAS[found['era']] + number}・{found[0]}"


def _head_of_details(line: str) -> tuple[str, str]:
    """The part of a line that may name a country, a year and minutes, and what follows behind brackets or minutes."""
    if found := re.match(r"(\([^()]*\))\s*(\S.*)", line) or re.match(
        rf"(\D.*?{FIGURES}.*?{_MINUTES.pattern})\s+(\S.*)", line
    ):
        return found[1], found[found.re.groups]
    return line, ""


def _are_countries(text: str) -> bool:
    parts = re.split(r"[/–-]|,\s*", text)
    return all(is_country(part.strip()) or re.fullmatch(r"[A-Z]{1,3}", part.strip()) for part in parts)


def _is_detail(part: str) -> bool:
    """Whether a part of a line is a year, a length, a country or somebody's name, or a year beside a country."""
    without = _YEAR_IN.sub("", part)
    return not without or is_country(without) or is_person(part) or _is_length(part)


def _is_length(part: str) -> bool:
    """Whether a part of a line says how long a film runs, in minutes or in hours."""
    return _MINUTES.fullmatch(part) is not None or _HOURS.fullmatch(part) is not None


def _in_minutes(found: re.Match[str]) -> str:
    """How long a film runs, in minutes, as hours or minutes say it."""
    is_hours = "hours" in found.re.groupindex
    return str(60 * int(found["hours"]) + int(found["more"] or 0)) if is_hours else found["minutes"]


def loose_forms(line: str) -> tuple[str, ...]:
    """The forms with a year in which a line could be read, if nearly all others are; what says more comes first."""
    line = plain(line)[0]
    if len(line) > LOOKED_AT or ends_in_date(line):
        return ()
    return tuple(name for name, form in LOOSE.items() if form.fullmatch(line))


def could_be_title(text: str, *, regular: bool = False) -> bool:
    """Whether a text is short enough for a title, and not made of sentences; in a regular list a title may be both.

    >>> could_be_title("What Ever Happened to Baby Jane?"), could_be_title("It was one of the last of its kind.")
    (True, False)
    """
    if text.startswith("(") and text.endswith(")"):
        return False
    if quoted := _BEGINS_QUOTED.match(text):
        text = quoted[0] if _DIRECTOR.match(text[quoted.end() :].lstrip(_BETWEEN)) else text
    if regular:
        return (
            has_words(text)
            and len(text) <= LONGEST_SURE_TITLE
            and not (text.endswith((".", ",", ";", "…")) and len(text.split()) > 6)
        )
    return _is_short(text) and not (text.endswith((".", ",", ";", "…")) and len(text.split()) > 4)


def has_words(text: str) -> bool:
    """Whether a text has a letter or a digit."""
    return any(letter.isalpha() or letter.isdigit() for letter in text)


def _is_short(text: str) -> bool:
    is_short = len(text) <= LONGEST_SURE_TITLE and len(text.split()) <= 16
    return has_words(text) and is_short and not _TWO_SENTENCES.search(text)


def untitled(text: str) -> str:
    """A title without quotation marks or stars around it, nor signs that lead to what follows."""
    text = _LEADERS.sub("", text.strip().rstrip(_BETWEEN.replace(".", "")).strip())
    for opening, closing in _WRAPPED:
        inner = text[1:-1]
        if len(text) > 2 and text.startswith(opening) and text.endswith(closing) and not {opening, closing} & {*inner}:
            return inner.strip()
    return text


def plain(line: str) -> tuple[str, str]:
    """A line without Markdown, and the first address in it that a text links to, or that it ends with."""
    if len(line) > LONGEST_MARKUP:
        return line.strip(), ""
    line = unlinked(line)
    link = _LINK.search(line)
    line = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", line)).strip()
    address = None if link else _ADDRESS.search(line)
    if address and address.start():
        return line[: address.start()].strip(), address[1]
    return line, link[2] if link else ""


def unlinked(text: str) -> str:
    """A text with the words of its links to other notes, as wikis and Obsidian write them.

    >>> unlinked("[[Solaris (1972 film)|Solaris]], [[Stalker]]")
    'Solaris, Stalker'
    """
    return _WIKI_LINK.sub(r"\1", text) if "[[" in text else text


def _entry(title: str, year: str, parts: Sequence[str], rest: str, *, sure: bool) -> ParsedLine | None:
    film = _film(_titled(title, parts), year, rest, sure=sure)
    if film is None or film.director or not _NICKNAMED.fullmatch(title.strip()):
        return film
    return replace(film, whole=_film((title.strip(), tuple(parts), ""), year, rest, sure=sure))


def _film(titled: tuple[str, tuple[str, ...], str], year: str, rest: str, *, sure: bool) -> ParsedLine | None:
    title, parts, director = titled
    if not has_words(title) or len(title) > LONGEST_TITLE or not (sure or _is_short(title)):
        return None
    rest = rest.strip().lstrip(_BETWEEN).strip()
    minutes, parts, rest = _minutes(parts, rest)
    if not director:
        director, parts = _director_among(parts)
    if not director:
        director, rest = (named["name"], "") if (named := _NAMED_DIRECTOR.fullmatch(rest)) else _director_in(rest)
    if not minutes:
        minutes, parts, rest = _minutes(parts, rest)
    parts, rest = tuple(parts), _without_brackets(rest)
    film = ParsedLine(title, year.strip(), _joined(parts, rest), director, "", minutes, parts, rest)
    return film if director else _before_a_country(film)


def _joined(parts: Sequence[str], rest: str) -> str:
    return "; ".join(filter(None, (", ".join(parts), rest)))


def _titled(title: str, parts: Sequence[str]) -> tuple[str, tuple[str, ...], str]:
    """A title alone, what else is said of the film, and its director, where they stand before the year."""
    title, said = title.strip(), [*parts]
    while medium := _MEDIUM.match(title):
        said.insert(0, title[: medium.end()].strip(" []"))
        title = title[medium.end() :]
    while (sort := _SORT.search(title)) and sort.start():
        said.insert(0, sort[1].strip("()[]"))
        title = title[: sort.start()].rstrip()
    if (other := _AT_THE_END.fullmatch(title)) and script_of(other["inner"]) != script_of(other["title"]):
        said.insert(0, other["inner"].strip())
        title = other["title"]
    director = ""
    if quoted := _QUOTED.fullmatch(title):
        director, rest = _director(quoted["rest"])
        title, said = quoted["title"], [rest, *said] if rest else said
    elif (named := _DIRECTOR.search(title)) and title[: named.start()].rstrip()[-1:] in tuple(",،;.–—-("):
        before = title[: named.start()].rstrip()
        director, rest = _director(title[named.start() :].rstrip(")"))
        if director and (not rest or before.endswith(".")):
            title, said = before.rstrip("(.،"), [rest, *said] if rest else said
    return untitled(title), tuple(said), director


def script_of(text: str) -> str:
    """Which letters a text is written in: "LATIN", "CYRILLIC"."""
    letter = next((letter for letter in text if letter.isalpha()), "")
    name = unicodedata.name(letter, "").split(" ")[0] if letter else ""
    return "CJK" if name in ("HIRAGANA", "KATAKANA") else name


def _parts(place: YearPlace) -> tuple[str, ...]:
    """What stands in the brackets beside the year, divided at commas; or the country beside it."""
    sides = (place.before, place.after)
    return tuple(part for side in sides for each in side.split(",") if (part := each.strip(_BETWEEN.replace(".", ""))))


def _minutes(parts: Sequence[str], rest: str) -> tuple[str, tuple[str, ...], str]:
    """How long a film runs, as a part in brackets says or the beginning of the rest does."""
    for at, part in enumerate(parts):
        if found := _MINUTES.fullmatch(part) or _HOURS.fullmatch(part):
            return _in_minutes(found), (*parts[:at], *parts[at + 1 :]), rest
    if found := _MINUTES.match(rest) or _HOURS.match(rest):
        return _in_minutes(found), tuple(parts), rest[found.end() :].strip(_BETWEEN)
    return "", tuple(parts), rest


def _director_among(parts: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Who is named as director among parts in brackets, behind a word for it."""
    for at, part in enumerate(parts):
        if found := _MADE_BY.fullmatch(part):
            return found["name"], (*parts[:at], *parts[at + 1 :])
        if found := _DIRECTOR.match(part):
            others = len([*_names_at_the_start(parts[at + 1 :])])
            name = ", ".join((part[found.end() :].strip(" ,."), *parts[at + 1 : at + 1 + others]))
            return name, (*parts[:at], *parts[at + 1 + others :])
    return "", tuple(parts)


def _before_a_country(film: ParsedLine) -> ParsedLine:
    """The film with its director, where names and then a country are the first things in brackets."""
    names = len(_names_at_the_start(film.parts))
    if not names or len(film.parts) == names or not is_country(film.parts[names]):
        return film
    return film.directed(", ".join(film.parts[:names]), parts=names)


def _names_at_the_start(parts: Sequence[str]) -> Sequence[str]:
    ends = next((at for at, part in enumerate(parts) if not is_person(part)), len(parts))
    return parts[:ends]


def _director(text: str) -> tuple[str, str]:
    """Who is named as director at the start of a text, and the text without that."""
    found = _DIRECTOR.match(text)
    if not found:
        return "", text
    named = text[found.end() :]
    end = _END_OF_NAME.search(named)
    name = named[: end.start()] if end else named
    if len(name) > LONGEST_SURE_TITLE // 2:
        return "", text
    return name.strip(" ,."), named[end.end() :].lstrip(_BETWEEN) if end else ""


def director_of(line: str) -> str:
    """The director whom a line names and says nothing else; empty for another line.

    >>> director_of("Directed by Chantal Akerman"), director_of("De Justine Triet"), director_of("De rouille et d'os")
    ('Chantal Akerman', 'Justine Triet', '')
    """
    name, rest = _director(line)
    if name:
        return name if not rest and is_person(name, 1) else ""
    if named := _NAMED_DIRECTOR.fullmatch(line):
        return named["name"]
    by_whom = BY_WHOM.match(line)
    return line[by_whom.end() :] if by_whom and is_person(line[by_whom.end() :]) else ""


def _director_in(text: str) -> tuple[str, str]:
    """Who is named as director in a text, at its start or behind a sign, and the text without that."""
    for found in _DIRECTOR.finditer(text[:LOOKED_AT]):
        before = text[: found.start()].rstrip()
        if not before or before[-1] in ".,;|·(–—-":
            director, rest = _director(text[found.start() :])
            return director, " ".join(filter(None, (before if director else "", rest)))
    return "", text


def _without_brackets(rest: str) -> str:
    """A tag without its brackets: "TV" for "(TV)"."""
    return rest[1:-1].strip() if re.fullmatch(r"\([^()]*\)|\[[^\[\]]*\]", rest) else rest


def _goes_on(rest: str, *, regular: bool) -> bool:
    """Whether a sentence goes on behind the year, so that it is prose and no item of a list."""
    rest = rest.lstrip()
    if not rest or not rest[0].islower() or _DIRECTOR.match(rest):
        return False
    words = rest.split()
    return not regular or words[0].casefold() in _VERBS or len(words) > LONGEST_REST or rest.endswith(".")
