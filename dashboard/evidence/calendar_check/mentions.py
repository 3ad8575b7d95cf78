"""What a sentence says of a thing that it names: whether it may rightly name one that came after its film.

A sentence may, where it looks ahead, looks back at the film from a later time, compares, denies, doubts, or gives the
name to something else. Each such way of speaking is one pattern with its words in English and in Russian.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.evidence.calendar_check.weights import kinds_in, root, word_kinds

_SENTENCE_ENDS = re.compile(
    r"(?<=[.!?…])(?<!\b[^\W\d]\.)(?<!\b(?:Dr|Mr|St|No|vs|ca|им|гг|ул|см|др)\.)(?<!\bMrs\.)\s+(?![а-яё])"
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|2\d)\d\d(?!\d)")
_SETTING = re.compile(
    r"\b(?:set|takes place|playing|laid) in (?:\w+ ){0,3}\d{4}s?|\bдействие[^.]{0,40}\b\d{4}", re.IGNORECASE
)
_NEVER = 9999
_PRINT = (
    r"(?:film(?! crew)|movie|picture(?!s)|print|copy|reel|tape|cassette|song|tune|melody|theme|march|score|poster)s?"
)
_FILM = (
    rf"(?:{_PRINT}|comedy|drama|melodrama|musical|cartoon|serial|epic|fantasy|story|tale|plot|premise|prophecy|script|"
    r"screenplay|vision|title)"
)
_FILM_RU = (
    r"(?:фильм|картин|лент|комеди|драм|мелодрам|сказк|мультфильм|мультик|сюжет|сценари|сцен|истори|копи|песн|мелоди|"
    r"музык)\w{0,3}"
)
_THE_FILM = rf"(?:it|an? (?:print|copy|reel|tape|cassette|still)|(?:this|the|its|his|her|that)(?: [\w-]+)? {_FILM})\b"
_THE_FILM_RU = rf"(?<![Вв] )(?:{_FILM_RU}|его|её|ее)\b"
_LONG = r"(?:year|decade|generation|centur(?:y|ie)|summer|winter|spring|autumn)s?"
_SPAN = rf"(?:{_LONG}|(?:month|week|day)s?)"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_LATER_TIME = _any(
    rf"\b{_SPAN} (?:later|afterwards?|earlier|early|ahead|away|off|hence|apart|prior|until|till|separat\w+|"
    r"before (?:it\b|that|the (?:fact|event))|after (?:it\b|its|this|that|the (?:film|movie|picture|premiere|release|"
    r"story)|release|filming)|in the future|too (?:early|soon)|would (?:pass|go by|elapse)|(?:had|have|were) to pass|"
    r"(?:still )?to go)\b",
    rf"\b(?:another|a further) (?:\w+ )?{_LONG}\b|\b(?:following|next) {_LONG}\b|\bwithin (?:\w+ )?{_SPAN}\b",
    rf"\b(?:by|in|after) (?:\w+ ){{0,2}}{_LONG}(?: of (?:it|its|the (?:film|premiere|release))\b|,)",
    r"\b(?:2[1-9]|3\d)(?:st|nd|rd|th)[- ]century\b|\b(?:twenty-\w+|next|coming) century\b",
    r"^\W*(?:later|soon|today)\b(?! in the (?:film|story))",
    r"\b(?:afterwards|thereafter|subsequent\w*|in later years|someday|to come|yet to|not yet|still to|nowadays|"
    r"these days|hindsight|retrospect\w*|long since|ever since|since then|posthumous\w*|in (?:his|her|their) memoirs?|"
    r"(?:soon|eventually) (?:\w+ed|\w+ew|became|went|made|led)|destined|drawing board|planned|upcoming|forthcoming|"
    r"proposed|in the (?:\w+ )?future|\w+-to-be)\b|\bfuture(?= [\w-]+ (?:[\w-]+ )?(?:of|on|aboard|for|from)\b)",
    r"\b(?:today['’]s|(?:viewers|audiences|critics|readers) today|modern[- ](?:day|viewers?|audiences?|eyes?|critics?)|"
    r"present-day|(?:is|are|was|were) now|now (?:look|seem|read|feel|hang|sit|stand|rest|belong|kept|held|on)\w*)\b",
    r"\b(?:would(?:n['’]t)?(?! rather| like)|was to|were to|(?:went|goes|go|going) on to|going to|grew up to|"
    r"will (?:later|one day))\b",
    r"\b(?:best|better|now|chiefly) (?:known|remembered) (?:for|as)(?! (?:its|the|scenes|footage|shots|sequences))\b",
    r"^\W*(?:when|once|as soon as|on the (?:day|night|morning))\b[^,]*\b(?:\w+ed|flew|fell|came|went|ran|was|were|had|"
    r"broke|began|sent)\b[^,]*,",
    r"^\W*(?:after|following|in the (?:wake|aftermath) of)\b[^,]*, .*\b(?:was|were|had|\w+ed|became|took|saw|gave)\b",
    r"\b(?:за|через|спустя) (?:[\w-]+ ){0,3}(?:год|лет|десятилет|поколени|век|столет)\w*",
    r"\b(?:лет|год\w*|десятилети\w*|месяц\w*|недел\w*)(?: \w+)? (?:спустя|раньше|позже|позднее|назад|впер[её]д|до)\b",
    r"\b(?:раньше|позже|позднее|впоследствии|вскоре|спустя|с тех пор|сегодня|сейчас|ныне|теперь|в наши дни|задолго|"
    r"когда-нибудь|задним числом|со временем|потом|будущ\w+|ещ[её] (?:не|только)|предсто\w+|оста(?:ва)?л[оси]\w*|"
    r"стан(?:ет|ут)|будет|будут|грядущ\w+|после премьеры|после выхода|посмертн\w+|в мемуарах)\b",
)
"""Words by which a sentence speaks of a time after the film."""
_FORESIGHT = _any(
    r"\b(?:ancestor\w*|fore(?:saw|sees?|seen|told|tells?|shadow\w*|runner\w*|cast\w*|taste)|predict\w*|anticipat\w*|"
    r"prefigur\w*|presag\w*|prophe\w*|precursor\w*|predecessor\w*|visionar\w*|envision\w*|herald\w*|pre-?dat\w+|"
    r"prescien\w*|premonit\w*|uncann\w*|eeri\w*|rehearsals? (?:for|of)|blueprint|template|pre-?echo\w*|dry run|"
    r"preview\w*|"
    r"imagin(?:es?|ed|ing)|came true|guess\w*|beat(?! of)|ahead of (?:its|their|his|her) time|dream(?:t|ed)? up)\b",
    r"\b(?:предсказ\w+|предвосх\w+|предугад\w+|предвид\w+|предвещ\w+|предвест\w+|предтеч\w+|предшеств\w+|прообраз\w*|"
    r"прототип\w*|опере[дж]\w+|пророч\w+|напророч\w+|провид\w+|сбыл\w+|угада\w+|предопредел\w+|проложи\w+)\b",
)
"""Words of a film that knew what would come."""
_LIKENESS = _any(
    r"\b(?:compar\w*|resembl\w*|remind\w*|reminiscent|similar\w*|unlike|akin|evok\w+|echo\w*|recall\w*|rivall?ed|"
    r"liken\w*|parallel\w*|look(?:s|ed)? like|could (?:pass|almost be|be taken|have been)|might have been|as if|"
    r"as though|counterpart|"
    r"mistaken (?:\w+ ){0,4}for|confused|equivalent|worthy of|(?:bring|call)s? to mind|think of|think they|"
    r"in the (?:manner|spirit|style|shape) of|the size of|on the scale of|shar(?:es?|ed|ing) (?:its|a|the|his|her) "
    r"(?:name|title)|coinciden\w+)\b|\bà la\b",
    r"\b(?:напомина\w+|напомн\w+|похож\w*|схож\w*|сходств\w+|словно|будто|подоб\w+|вроде|сравни\w+|сравнен\w+|"
    r"аналог\w*|в отличие|сродни|перекли[кч]\w+|пута(?:ть|ют)|спута\w+|перепута\w+|(?:так\w*|т[оае]\w*) же)\b",
)
"""Words that liken the film, or something in it, to the thing."""
_DOUBT = _any(
    r"\b(?:hoax\w*|myths?|legend has it|(?:urban|according to|studio) legend|rumou?r\w*|(?:wrong|false|mistaken|"
    r"erroneous)ly|in error|contrary|anachronis\w+|false (?:claims?|reports?|credits?)|supposed\w*|alleged\w*|"
    r"(?:mis|un)(?:label|dat|attribut|caption|identif|relat)\w+|if only|conspirac\w+|theorists?|"
    r"fans (?:claim|say|believe|joke|swear|insist)|never before heard|nothing to do with|no relation)\b",
    r"\b(?:ошиб\w+|неверн\w+|ложн\w+|якобы|миф|мифу|легенд\w+|слух\w*|вопреки|анахронизм\w*|невозможн\w+|"
    r"мистификац\w+)\b",
    r"\?\W*$",
)
"""Words that deny, or doubt, what others say of the film."""
_ITS_LIFE = _any(
    r"\b(?:favou?rites?|screened|screenings?|seen by|watched by)\b",
    r"\b(?:loved|admired|cited|praised|quoted|remembered|credited|mentioned|thanked|hailed|chosen|picked|requested|"
    r"recommended|popular|famous|beloved|revered|a (?:\w+ )?hit|a cult|fans?) (?:\w+ ){0,3}(?:by|with|among|at|of|"
    r"to)\b",
    rf"\b(?:watch\w*|rewatch\w*|saw|seen|screened|shown|showed|aired|played|projected|viewed|quot\w+|loved|admir\w+|"
    rf"prais\w+|cited|knew|borrow\w*|hummed|sang|sung|requested|took|taken|carried|brought|ran|repeated|dug out|"
    rf"grew up (?:with|on))(?: \w+){{0,2}} {_THE_FILM}",
    rf"\b(?:it|{_PRINT})\b(?: [\w-]+){{0,3}} (?:shown|seen|played|aired|sent|taken|carried|flown|brought|beamed|"
    r"projected|watched|viewed|smuggled|packed) (?:\w+ )?(?:aboard|on board|on|to|up|into|in orbit)\b",
    r"\b(?:gave|gives?|lent|lends?|took|takes?|ow(?:es|ed)|borrow\w*) (?:\w+ ){0,2}(?:its|their|the|his|her) "
    r"(?:name|title|call ?sign|nickname)|\bnamed? (?:\w+ )?(?:after|for)\b|\bnamesake",
    rf"\b{_PRINT}(?: \w+){{0,3}} (?:woke|wakes|greeted|greets|hung|hangs|kept|found|preserved|owned|bought|sold|"
    rf"stored|flew|travell?ed|went|reached|became|rang|cheered|accompanied|"
    r"influenced|helped|shaped|guided|prompted|persuaded|encouraged)\b",
    r"\b(?:director|star|lead|actor|actress|composer|cameraman|cinematographer|writer|screenwriter|author|designer|"
    r"artist|producer|editor|animator)s?(?: [\w-]+){0,3} (?:joined|retired|directed|scored|covered|also \w+ed|"
    r"also (?:shot|made|wrote))\b",
)
"""Words of what a film was to those who came after it."""
_LEADS_TO_IT = _any(
    r"(?<!hours )(?<!days )(?<!minutes )(?<!weeks )(?<!night )(?<!evening )(?<!morning )"
    r"(?<!moments )(?<!hour )(?<!day )"
    r"\bbefore(?: [\w'’-]+){0,6}\W*$",
    r"\b(?:until|till|prior to|ahead of|(?:on the|the) eve of|run-up to|preced\w+|pre-?dat\w+|earlier than|older than|"
    r"since|than|like|by the time(?: of)?|as \w+(?: an? \w+)? as)(?: [\w'’-]+){0,6}\W*$",
    r"\b(?:до|перед|прежде(?: чем)?|накануне|чем|как (?:и|у)|с момента|со времени?)(?: [\w-]+){0,5}\W*$",
)
"""What stands before a name to which it looks ahead, or with which it compares."""
_DENIED_BEFORE = _any(
    r"\b(?:nor|neither|not(?! only\b)|never(?![- ](?:before|seen|shown|released|published))|no|nobody|nothing|cannot|"
    r"\w+n['’]t)(?: (?!(?:because|that(?! of)|which|who|and|as)\b)[\w'’-]+){0,8}\W*$",
    r"\b(?:не(?! только\b)|ни|нет|никто|никогда|нигде|ничего)\b",
)
_DENIED_AFTER = _any(
    r"\b(?:later|(?:had|has|have)(?: not| never|n['’]t)|(?:was|were)(?: not|n['’]t) (?:yet|even|built|launched|known|"
    r"planned|born|there)|did(?: not|n['’]t) (?:yet|exist|fly|land|happen))\b",
    r"\b(?:не (?:был|существова|лета|полет|постро|запу|име)\w*|нет)\b",
)
"""What denies, or puts off, what its clause says."""
_LATER = re.compile(r"\blater\b(?! (?:scene|reel|chapter|sequence|episode|shot)| in the (?:film|story))", re.IGNORECASE)
_ASIDE = re.compile(r",[^,]*,(?= )|\([^)]*\)")
_CLAUSE_ENDS = re.compile(r"[;:()]|\s[—–-]\s|—|,(?!\d)|\b(?:but|while|whereas|although|however|но|хотя)\b")


LONGEST_AROUND = 300
"""Characters that are read on each side of a name."""
_NEAR = 4
"""Words on each side of a name that stand near it."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[?!;:,()«»\"“”—–.]")
_RUN = re.compile(r"[\w'’-]+")
_LEADING = re.compile(
    r"(?:\b(of|aboard|on board|on|in|inside|by|from|for|to|with|at|after|before|since|until|than|like|about|during|"
    r"through|the|a|an|and|real|genuine|с борта|на борту|на|во время|в|во|с|со|из|по|к|о|об|от|до|после|для|и|за|перед|"
    r"как|станции|корабля|экипажа?|шаттл\w?))?[\s«„“\"‘]*$",
    re.IGNORECASE,
)
_AROUND = {
    "question": re.compile(r"\?\W*$"),
    "other year": _YEAR,
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


def looks_elsewhere(sentence: str, start: int, end: int) -> dict[str, str]:
    """The ways in which a sentence looks away from its film, at what it names between two places, with the words."""
    before, after = sentence[:start], sentence[end:]
    clause_before, clause_after = _CLAUSE_ENDS.split(before)[-1], _CLAUSE_ENDS.split(after)[0]
    around, clause = f"{before} … {after}", f"{clause_before} … {clause_after}"
    searched = (
        ("later time", _LATER_TIME, around),
        ("foresight", _FORESIGHT, around),
        ("doubt", _DOUBT, around),
        ("likeness to it", _LIKENESS, clause),
        ("its life", _ITS_LIFE, clause),
        ("later", _LATER, _ASIDE.sub("", before)),
        ("leads to it", _LEADS_TO_IT, clause_before),
        ("denied before", _DENIED_BEFORE, clause_before),
        ("denied after", _DENIED_AFTER, clause_after),
    )
    return {name: match[0] for name, pattern, text in searched if (match := pattern.search(text))}


def signs_of(sentence: str, start: int, end: int, film: int, event: int) -> dict[str, str]:
    """What a reader would notice about a name between two places, each with the words that show it, or none.

    Args:
        sentence: the sentence that has the name; `LONGEST_AROUND` characters around it are read.
        start: where the name begins.
        end: where it ends.
        film: the film's year.
        event: the later year of the thing.
    """
    first = max(0, start - LONGEST_AROUND)
    sentence, start, end = sentence[first : end + LONGEST_AROUND], start - first, end - first
    before, after = sentence[:start], sentence[end:]
    apart = event - film
    leading = _LEADING.search(before)
    found = {f"it {name}": words for name, words in looks_elsewhere(sentence, start, end).items()}
    found |= dict.fromkeys((name for name, pattern in _AROUND.items() if pattern.search(sentence)), "")
    found |= dict.fromkeys((name for name, pattern in _AFTER.items() if pattern.search(after)), "")
    word_before = leading[1].lower() if leading and leading[1] else "words" if _RUN.search(before) else "nothing"
    found[f"after {word_before}"] = ""
    found["a year apart" if apart <= 1 else "five years apart" if apart <= 5 else "long apart"] = ""
    if any(int(year[0]) >= event for year in _YEAR.finditer(sentence)):
        found["its year"] = ""
    for word in _WORD.findall(f"{before} {after}"):
        found[f"word {root(word)}"] = word
    return found | _kinds_around(sentence, start, end)


def _kinds_in(sentence: str) -> Iterator[tuple[str, int, int]]:
    """The kinds of a sentence's words and phrases, each with its place."""
    for run in _RUN.finditer(sentence):
        for kind, first, last in kinds_in(run[0]):
            yield kind, run.start() + first, run.start() + last
    for each in word_kinds():
        for phrase in each.phrases.finditer(sentence):
            yield each.name, *phrase.span()


def _kinds_around(sentence: str, start: int, end: int) -> dict[str, str]:
    """The kinds of words around a name: anywhere, before, after, in its clause, near it, and more than once."""
    before, after = sentence[:start], sentence[end:]
    ends = [match.end() for match in _CLAUSE_ENDS.finditer(before)]
    clause = (ends[-1] if ends else 0, end + len(_CLAUSE_ENDS.split(after)[0]))
    near_before, near_after = list(_RUN.finditer(before))[-_NEAR:], list(_RUN.finditer(after))[:_NEAR]
    near = (near_before[0].start() if near_before else start, end + (near_after[-1].end() if near_after else 0))
    found: dict[str, str] = {}
    for kind, first, last in _kinds_in(sentence):
        if first < end and start < last:
            continue
        words, side = sentence[first:last], "before" if last <= start else "after"
        if kind in found:
            found[f"{kind} twice"] = words
        found[kind] = found[f"{kind} {side}"] = words
        if clause[0] <= first < clause[1]:
            found[f"{kind} in its clause"] = words
        if near[0] <= first and last <= near[1]:
            found[f"{kind} near {side}"] = words
    if not found.keys() & {"time", "reception", "imagined", "denial", "likeness", "naming"}:
        found["nothing unusual"] = ""
    if "space" not in found:
        found["no space" if "record" in found else "no space, no record"] = ""
        if "other bearer" in found:
            found["other bearer, no space"] = found["other bearer"]
    return found


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text, each with its place."""
    start = 0
    for gap in _SENTENCE_ENDS.finditer(text):
        yield start, text[start : gap.start()]
        start = gap.end()
    yield start, text[start:]


def may_be_of(sentence: str, begins: int, ends: int | None) -> bool:
    """Whether a sentence may rightly say that a film is of an origin though its year is not between these years.

    It may where it has a year between them itself, unless the story is set then. Before the beginning, which `ends`
    being None means, it may too where it speaks of a later time.
    """
    if ends is None and any(pattern.search(sentence) for pattern in (_LATER_TIME, _FORESIGHT, _DOUBT)):
        return True
    last = ends or _NEVER
    return any(begins <= int(each[0]) <= last for each in _YEAR.finditer(_SETTING.sub("", sentence)))
