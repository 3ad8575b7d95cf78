"""What a sentence says of a thing that it names: whether it may rightly name one that came after its film.

A sentence may, where it looks ahead, looks back at the film from a later time, compares, denies, doubts, or gives the
name to something else. Each such way of speaking is one pattern with its words in English and in Russian.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE_ENDS = re.compile(
    r"(?<=[.!?…])(?<!\b[^\W\d]\.)(?<!\b(?:Dr|Mr|St|No|vs|ca|им|гг|ул|см|др)\.)(?<!\bMrs\.)\s+(?![а-яё])"
)
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


LATER_TIME = _any(
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
FORESIGHT = _any(
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
DOUBT = _any(
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
CLAUSE_ENDS = re.compile(r"[;:()]|\s[—–-]\s|—|,(?!\d)|\b(?:but|while|whereas|although|however|но|хотя)\b")


def looks_elsewhere(sentence: str, start: int, end: int) -> dict[str, str]:
    """The ways in which a sentence looks away from its film, at what it names between two places, with the words."""
    before, after = sentence[:start], sentence[end:]
    clause_before, clause_after = CLAUSE_ENDS.split(before)[-1], CLAUSE_ENDS.split(after)[0]
    around, clause = f"{before} … {after}", f"{clause_before} … {clause_after}"
    searched = (
        ("later time", LATER_TIME, around),
        ("foresight", FORESIGHT, around),
        ("doubt", DOUBT, around),
        ("likeness to it", _LIKENESS, clause),
        ("its life", _ITS_LIFE, clause),
        ("later", _LATER, _ASIDE.sub("", before)),
        ("leads to it", _LEADS_TO_IT, clause_before),
        ("denied before", _DENIED_BEFORE, clause_before),
        ("denied after", _DENIED_AFTER, clause_after),
    )
    return {name: match[0] for name, pattern, text in searched if (match := pattern.search(text))}


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text, each with its place."""
    start = 0
    for gap in _SENTENCE_ENDS.finditer(text):
        yield start, text[start : gap.start()]
        start = gap.end()
    yield start, text[start:]
