"""Days and times, as programmes have them above and beside their films, in several languages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_MONTH = r"""(?:jan|feb|fév|fev|mar|mär|mrz|apr|avr|abr|may|mai|mag|maj|jun|jui|giu|jul|aug|aoû|ago|sep|set|oct|okt
    |ott|out|nov|dec|dez|déc|dic|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru
    |янв|фев|мар|апр|май|мая|июн|июл|авг|сен|окт|ноя|дек
    |gennaio|gen\b|enero|ene\b|mrt|mei|maart|(?:ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince)\b
    |(?:leden|únor|březen|duben|květen|červen|červenec|srpen|říjen|listopad|prosinec|március|április|június|július)\b
    |(?:szeptember|styczeń|kwiecień|czerwiec|lipiec|wrzesień|październik|grudzień)\b
    |(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд)(?:ень|ня|ого|ий|а)?\b
    |ιαν|φεβ|μαρ|απρ|μαΐ|μάι|ιουν|ιουλ|αυγ|σεπ|οκτ|νοε|δεκ
    |(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu(?:ta|ssa)?\b
    |(?:ocak|şubat|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık)\b
    |(?:lug(?:lio)?|gener|des(?:ember|embre)?|ian(?:uarie)?|iunie|iulie|noi(?:embrie)?)\b
    |(?:siječ|velja|ožuj|trav|svib|kolov|ruj|studen|prosin)[^\W\d_]{1,4}\b|srpnja\b|јан|феб|мај|јун|јул|дец
    |يناير|فبراير|مارس|أبريل|إبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
    |ב?(?:ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)
    |जनवरी|फ़रवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर
)(?:[^\W\d_]{0,8}\b\.?|(?=[\s,;:]|$))"""
_WEEKDAY = rf"""(?:(?:on|am|le|el|il|la|w|we|den|во?)\s+)?(?:
    (?:mon|tues?|wed|weds|thur?s?|fri|sat|sun)\b\.?
  | (?:mon|tues|wednes|thurs|fri|satur|sun)days?
  | (?:mon|diens|donners|frei|sams|sonn)tags? | mittwochs? | sonnabends?
  | lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
  | lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo
  | (?:luned|marted|mercoled|gioved|venerd)[ìi]|sabato|domenica
  | (?:segunda|terça|quarta|quinta|sexta)(?:-feira)?
  | poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela
  | pondělí|úterý|středa|čtvrtek|pátek|neděle
  | (?:maan|dins|woens|donder|vrij|zater|zon)dag | (?:mån|tis|ons|tors|fre|lör|sön)dag
  | hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap
  | понеділок|вівторок|серед[ау]|четвер|п['’ʼ]ятниц[яю]|субот[ау]|неділ[яю]
  | понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье
  | (?:man|tirs|ons|tors|fre|lør|søn)dag(?:en|er)?
  | (?:maanan|tiis|tors|perjan|lauan|sunnun)tai(?:na|sin)? | keskiviikko(?:na|isin)?
  | pazartesi|salı|çarşamba|perşembe|cuma(?:rtesi)?|pazar
  | luni|marți|miercuri|joi|vineri|sâmbătă|duminică
  | ponedjeljak|ponedeljak|utorak|srijeda|sreda|četvrtak|petak|subota|nedjelja|nedelja
  | dilluns|dimarts|dimecres|dijous|divendres|dissabte|diumenge
  | понеделник|сряда|четвъртък|петък|събота|неделя
  | senin|selasa|rabu|kamis|jumat|sabtu|minggu
  | (?:يوم\s+)?(?:الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)
  | יום\s+(?:ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת)
  | (?:सोम|मंगल|बुध|गुरु|शुक्र|शनि|रवि)वार
  | Δευτέρα|Τρίτη|Τετάρτη|Πέμπτη|Παρασκευή|Σάββατο|Κυριακή
  | [(（](?:[月火水木金土日一二三四五六](?:曜日?)?|[월화수목금토일](?:요일)?)[)）]
  | [(（]?(?:[周週]|星期|礼拜)[一二三四五六日天][)）]?
  | (?:mo|di|mi|do|fr|sa|so|пн|вт|ср|чт|пт|сб|вс|нд|po|út|st|čt|pá|ne|ma|wo|vr|za|zo|pon|wt|śr|czw|pt|sob|niedz
    |må|ti|on|to|lö|sö|lø|sø|ke|pe|la|su|lun|mié|jue|vie|s[áa]b|dom|mer|jeu|ven|sam|dim|gio|seg|ter|qua|qui|sex
    |man|tir|ons|tor|fre|lør|søn|pzt|sal|çar|per|cmt|paz|sze|cs|szo|uto|sri|čet|pet|sub|ned|d[ltcjvsg])
    (?:\.,?|,|(?=\s\d{{1,2}}(?:[.:]|/\d|h\b|\s(?:de\s+)?{_MONTH})))
)"""
_DATE = rf"""(?:
    (?:\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?\s*(?:of\s+|de\s+)?{_MONTH} | {_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b)
        (?:,?\s+(?:de\s+)?20\d\d\b)?
  | (?P<full>20\d\d-\d\d-\d\d|\d{{1,2}}[./]\s?\d{{1,2}}[./]\s?(?:20)\d\d)\b
  | \d{{1,2}}\s(?:I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,2}})(?=\s{{2,}})
  | (?:20\d\d年\s?)?\d{{1,2}}[月월]\s?\d{{1,2}}[日号號일]
  | \d{{1,2}}\.\s?\d{{1,2}}\.(?!\d) | \d{{1,2}}/\d{{1,2}}\b(?!/)
)"""
_HOUR = r"(?:\d{1,2}[:.]\d\d|\d{1,2}\s?h(?:\s?\d\d)?\b|\d{1,2}(?=\s*(?:[ap]\.?m\b|uhr\b)))"
_TIME = rf"""(?:(?:kl\.?|klo|saat|alle\s+ore|alle|ore|ora|בשעה)\s+\d{{1,2}}(?!\d|[:.]\d)
  | (?:午前|午後|上午|下午|晚上|晚|오전|오후)\s?\d{{1,2}}(?:[:：]\d\d|[時时点點시](?:\s?\d{{1,2}}[分분]?|半|반)?)
  | \d{{1,2}}[時时点點시](?:\s?\d{{1,2}}[分분]|半|반)?
  | (?:(?:at|um|à|a\s+las|alle|ore|o|o\s+godz\.?|godz\.?|v|kl\.?|klo|в|о|στις|from|ab|às|a\s+les|saat|ora|בשעה)\s+)?
    {_HOUR}(?:\s*(?:[ap]\.?m\.?|uhr|hrs?|h|[μπ]\.?μ\.?)(?![^\W\d_]))?(?:\s*[–—-]\s*{_HOUR}(?:\s*(?:[ap]\.?m\.?|uhr|hrs?|h))?)?(?!:?\d)
)"""
_FLAGS = re.IGNORECASE | re.VERBOSE
_TOKENS = {
    "weekday": re.compile(_WEEKDAY, _FLAGS),
    "date": re.compile(_DATE, _FLAGS),
    "time": re.compile(_TIME, _FLAGS),
}
_BEHIND_A_WEEKDAY = re.compile(
    r"\d{1,2}(?:st|nd|rd|th|er)?(?!\d|\s?[.:h]\d)(?=$|\s{2,}|\.\s|\s*[,:|·–—-]|\s+(?:à|at|um|a\s+las|alle|ore|w|в|from|ab)\b)",
    _FLAGS,
)
"""The day of a month that is named above: "Mercredi 4 à 18h"."""
_MONTH_ALONE = re.compile(rf"{_MONTH}(?:\s+20\d\d)?", _FLAGS)
_ENDS_IN_DATE = re.compile(rf"\d{{1,2}}\.?\s+(?:de\s+)?{_MONTH}\s+(?:de\s+)?\d{{4}}$", _FLAGS)
_BETWEEN = re.compile(r"(?:[\s,;:|·•–—-]|\.(?=\s))*")
_LOOKED_AT = 120


@dataclass(frozen=True)
class Day:
    """What of a line is a day or a time.

    Attributes:
        text: the day and the time, as they stand there.
        parts: how many things say it: a weekday, a date, a time; a date with its year counts twice.
        rest: what follows.
        is_time: whether a time of day is among them.
    """

    text: str
    parts: int
    rest: str
    is_time: bool = field(default=False, compare=False, repr=False)


def day_of(line: str) -> Day | None:
    """The day or time with which a line begins; None if it begins with anything else.

    >>> day_of("Thu 3 Oct, 7.30pm: Stalker (1979)")
    Day(text='Thu 3 Oct, 7.30pm', parts=3, rest='Stalker (1979)')
    >>> day_of("Stalker (1979)"), day_of("9. April (2015)")
    (None, Day(text='9. April', parts=1, rest='(2015)'))
    >>> day_of("Mercredi 4 à 18h : Le Trou"), day_of("Tuesday 8 women")
    (Day(text='Mercredi 4 à 18h', parts=3, rest='Le Trou'), Day(text='Tuesday', parts=1, rest='8 women'))
    """
    head = line[:_LOOKED_AT]
    left, ends, at, parts = dict(_TOKENS), 0, 0, 0
    while found := next(((name, match) for name, form in left.items() if (match := form.match(head, at))), None):
        name, match = found
        del left[name]
        left |= {"number": _BEHIND_A_WEEKDAY} if name == "weekday" else {}
        parts += 2 if name == "date" and match["full"] else 1
        ends = match.end()
        between = _BETWEEN.match(head, ends)
        at = between.end() if between else ends
    if not parts or (ends < len(line) and line[ends].isalnum()):
        return None
    return Day(line[:ends].strip(" ,;"), parts, line[at:], "time" not in left)


def is_calendar_name(text: str) -> bool:
    """Whether a text is a weekday, a month or a date and nothing else, a weekday by its first letters too.

    >>> is_calendar_name("Mo"), is_calendar_name("Oct 3"), is_calendar_name("October"), is_calendar_name("Alice")
    (True, True, True, False)
    """
    day = day_of(text) or day_of(f"{text},")
    return (day is not None and not day.rest.strip(",")) or _MONTH_ALONE.fullmatch(text) is not None


def is_month(text: str) -> bool:
    """Whether a text is a month of a year of this century and nothing else, as a programme's headings are.

    >>> is_month("MARZEC 2024"), is_month("March"), is_month("August 32")
    (True, False, False)
    """
    return text[-4:].isdecimal() and _MONTH_ALONE.fullmatch(text) is not None


def ends_in_date(text: str) -> bool:
    """Whether a text ends in a day of a month of a year, so that its year is no film's.

    >>> ends_in_date("Odeon, 7 to 10 March 2024"), ends_in_date("The March 1972")
    (True, False)
    """
    return text[-4:].isdecimal() and _ENDS_IN_DATE.search(text[-_LOOKED_AT:]) is not None


def day_within(line: str) -> Day | None:
    """The day or time that stands in a line before a colon or a dash, with the place beside it.

    >>> day_within("Odeon, Screen 2, 7.30pm: Stalker (1979)")
    Day(text='Odeon, Screen 2, 7.30pm', parts=1, rest='Stalker (1979)')
    """
    for ends in re.finditer(r":\s+|\s+[–—-]\s+", line[:_LOOKED_AT]):
        if any(_TOKENS[name].search(line[: ends.start()]) for name in ("date", "time")):
            return Day(line[: ends.start()], 1, line[ends.end() :])
    return None
