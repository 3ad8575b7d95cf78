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
_YEAR = re.compile(r"(?<!\d)(?:1[89]|2\d)\d\d(?!\d)")
_SETTING = re.compile(
    r"\b(?:set|takes place|playing|laid) in (?:\w+ ){0,3}\d{4}s?|\bдействие[^.]{0,40}\b\d{4}", re.IGNORECASE
)
_NEVER = 9999
_FILM = (
    r"(?:film|movie|picture|feature|comedy|drama|melodrama|musical|cartoon|animation|short|serial|series|epic|fantasy|"
    r"documentary|story|tale|plot|premise|script|screenplay|vision|design|idea|scene|print|copy|reel|tape|cassette|"
    r"score|song|tune|melody|theme|title)s?"
)
_FILM_RU = (
    r"(?:фильм|картин|лент|комеди|драм|мелодрам|сказк|мультфильм|мультик|сюжет|сценари|сцен|истори|копи|песн|мелоди|"
    r"музык)\w{0,3}"
)
_THE_FILM = rf"(?:it|(?:this|the|its|his|her|a|that)(?: [\w-]+)? {_FILM})\b"
_THE_FILM_RU = rf"(?<![Вв] )(?:{_FILM_RU}|его|её|ее)\b"
_LONG = r"(?:year|decade|generation|centur(?:y|ie))s?"
_SPAN = rf"(?:{_LONG}|(?:month|week|day)s?)"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_LATER_TIME = _any(
    rf"\b{_SPAN} (?:later|afterwards?|before\w*|earlier|early|ahead|away|off|hence|apart|prior|until|till|separat\w+|"
    r"after (?:it\b|its|this|that|the (?:film|movie|picture|premiere|release|story)|release|filming)|in the future|"
    r"too (?:early|soon)|would (?:pass|go by|elapse)|(?:had|have|were) to pass|(?:still )?to go)\b",
    rf"\b(?:by|within|in|after) (?:\w+ ){{0,2}}{_LONG}(?: of (?:it|its|the (?:film|premiere|release))\b|,)",
    r"^\W*(?:later|soon|today)\b",
    r"\b(?:afterwards|thereafter|eventually|subsequent\w*|in later years|(?:one|some) ?day|to come|yet to|not yet|"
    r"still to|future|nowadays|these days|hindsight|retrospect\w*|long since|ever since|since then|posthumous\w*|"
    r"in (?:his|her|their) memoirs?|soon \w+(?:ed|ew|ame))\b",
    r"\b(?:would(?:n['’]t)?|was to|were to|(?:went|goes|go|going) on to|going to|will (?:later|soon|become|fly))\b",
    r"\b(?:best|better|now|chiefly|mainly|mostly) (?:known|remembered)\b",
    r"\b(?:за|через|спустя) (?:[\w-]+ ){0,3}(?:год|лет|десятилет|поколени|век|столет)\w*",
    r"\b(?:лет|год\w*|десятилети\w*|месяц\w*|недел\w*)(?: \w+)? (?:спустя|раньше|позже|позднее|назад|впер[её]д|до)\b",
    r"\b(?:раньше|позже|позднее|впоследствии|вскоре|спустя|с тех пор|сегодня|сейчас|ныне|теперь|в наши дни|задолго|"
    r"когда-нибудь|задним числом|со временем|потом|будущ\w+|ещ[её] (?:не|только)|предсто\w+|оста(?:ва)?л[оси]\w*|"
    r"стан(?:ет|ут)|будет|будут|грядущ\w+|посмертн\w+|в мемуарах)\b",
)
"""Words by which a sentence speaks of a time after the film."""
_FORESIGHT = _any(
    r"\b(?:ancestor\w*|fore(?:saw|sees?|seen|told|tells?|shadow\w*|runner\w*|cast\w*|taste)|predict\w*|anticipat\w*|"
    r"prefigur\w*|presag\w*|prophe\w*|precursor\w*|predecessor\w*|visionar\w*|envision\w*|herald\w*|pre-?dat\w+|"
    r"came true|guess\w*|beat|paved?|ahead of (?:its|their|his|her) time|dream(?:t|ed)? up)\b",
    r"\b(?:предсказ\w+|предвосх\w+|предугад\w+|предвид\w+|предвещ\w+|предвест\w+|предтеч\w+|предшеств\w+|прообраз\w*|"
    r"прототип\w*|опере[дж]\w+|пророч\w+|напророч\w+|провид\w+|сбыл\w+|угада\w+|предопредел\w+|проложи\w+)\b",
)
"""Words of a film that knew what would come."""
_LIKENESS = _any(
    r"\b(?:compar\w*|resembl\w*|remind\w*|reminiscent|similar\w*|unlike|akin|evok\w+|echo\w*|recall\w*|rivall?ed|"
    r"liken\w*|parallel\w*|look(?:s|ed)? like|could pass|as if|as though|counterpart|mistak\w+|confus\w+|equivalent)\b",
    r"\b(?:напомина\w+|напомн\w+|похож\w*|схож\w*|сходств\w+|словно|будто|подоб\w+|вроде|сравни\w+|сравнен\w+|"
    r"аналог\w*|в отличие|сродни|перекли[кч]\w+|пута(?:ть|ют)|спута\w+|перепута\w+|(?:так\w*|т[оае]\w*) же)\b",
)
"""Words that liken the film, or something in it, to the thing."""
_DOUBT = _any(
    r"\b(?:hoax\w*|myth\w*|legends?|rumou?r\w*|wrong\w*|false\w*|erroneous\w*|error|contrary|anachronis\w+|impossibl\w+|"
    r"(?:mis|un)(?:label|dat|attribut|caption|identif|relat)\w+|supposed\w*|alleged\w*|if only|never before heard)\b",
    r"\b(?:ошиб\w+|неверн\w+|ложн\w+|якобы|миф|мифу|легенд\w+|слух\w*|вопреки|анахронизм\w*|невозможн\w+|мистификац\w+)\b",
    r"\?\W*$",
)
"""Words that deny, or doubt, what others say of the film."""
_LATER_LIFE = _any(
    r"\b(?:re-?(?:releas\w+|issu\w+|edit\w*|cut|made|makes?|run|shot|shoot\w*|score\w*|discover\w*|boot\w*|mast\w+)|"
    r"restor\w+|add(?:s|ed)|favou?rites?|sequels?|broadcast\w*|DVDs?|Blu-rays?|VHS|home video|colou?ri[sz]ed|remake\w*|"
    r"retrospective\w*|(?:new|later|second|revised|updated|extended|video|television) (?:version|ending|cut|edition|"
    r"copy|print|prologue|epilogue))\b",
    rf"\b(?:watch\w*|rewatch\w*|saw|seen|screened|shown|showed|aired|played|projected|viewed|quot\w+|loved|admir\w+|"
    rf"prais\w+|cited|knew|borrow\w*|hummed|sang|sung|requested|took|taken|carried|brought|grew up (?:with|on))"
    rf"(?: \w+){{0,2}} {_THE_FILM}",
    rf"\b(?:it|{_FILM})\b(?: [\w-]+){{0,3}} (?:shown|seen|played|aired|sent|taken|carried|flown|brought|beamed|projected|"
    r"watched|viewed|smuggled|packed) (?:\w+ )?(?:aboard|on board|on|to|up|into|in orbit)\b",
    r"\b(?:screened|screenings?|seen by|watched by)\b",
    r"\binspir\w+\b(?! by\b)",
    r"\b(?:gave|gives?|lent|lends?|took|takes?|ow(?:es|ed)|borrow\w*) (?:\w+ ){0,2}(?:its|their|the|his|her) "
    r"(?:name|title|call ?sign|nickname)|\bnamed? (?:\w+ )?(?:after|for|in)\b|\bnamesake",
    rf"\b{_FILM}(?: \w+){{0,3}} (?:woke|greeted|hung|flew|travell?ed|went|reached|became|rang|cheered|accompanied|"
    r"influenced|helped|shaped|guided|prompted|persuaded|encouraged)\b",
    r"\b(?:реставр\w+|отреставр\w+|восстанов\w+|переизда\w+|перевыпу\w+|перемонтир\w+|пересн\w+|переозвуч\w+|дополн\w+|"
    r"добав(?:л|ил)\w*|ремейк\w*|сиквел\w*|продолжени\w+|повторн\w+|телеверси\w+|любим\w+|вдохнови\w+|просмотр\w*|"
    r"пересматрив\w+|ретроспектив\w*|раскраш\w+|колоризаци\w+|(?:нов(?:ой|ая|ую)|поздн\w+|расширенн\w+|телевизионн\w+)"
    r" (?:верси\w+|редакци\w+|копи\w+|концовк\w+)|в честь (?:геро\w+|фильм\w*|картин\w*|его|её))\b",
    rf"\b(?:показ(?:ал|ыва)\w*|демонстрир\w+|крутил\w*|смотрел\w*|посмотрел\w*|увидел\w*|видел\w*|взял\w*|доставил\w*|"
    rf"отправил\w*|напева\w+|пел[аи]?|запел\w*|звучал\w*|цитир\w+|знал\w*|хвалил\w*|вспомина\w+|включал\w*|выросл?\w*|"
    rf"привез\w+)(?: [\w-]+){{0,3}} {_THE_FILM_RU}",
    rf"{_THE_FILM_RU}(?: [\w-]+){{0,3}} (?:показ(?:али|ывали|ывал[аи]?сь|ывался)|демонстрир\w+|крутил\w*|смотрел\w*|"
    rf"посмотрел\w*|увидел\w*|взял\w*|взят\w*|доставил\w*|доставлен\w*|отправил\w*|напева\w+|пели|пел|звучала|цитир\w+|"
    rf"знали|хвалил\w*|вспомина\w+|включал\w*|разбудил\w*|будил\w*|привез\w+|побывал\w*)\b",
)
"""Words of what became of a film after its year."""
_CALLED = _any(
    r"\b(?:named|called|dubbed|entitled|titled|christened|nicknamed|code-?named|known as|by the name(?: of)?|"
    r"the (?:name|title|words?)|fictional|fictitious|imaginary|imagined|invented|made-up|make-believe|hypothetical|"
    r"mythical)(?: (?:the|a|an))?\W*$",
    r"\b(?:назван\w*|наз[ыо]?ва\w+|нар[её]к\w*|окрест\w+|окрещ\w+|под (?:названием|именем)|по (?:имени|прозвищу)|имени|"
    r"именем|одноим[её]нн\w+|вымышленн\w+|выдуманн\w+|придуманн\w+|воображаем\w+|сказочн\w+|несуществующ\w+|слов[оа])"
    r"(?: [\w-]+){0,2}\W*$",
)
"""Words right before a name by which it may be another thing's."""
_BEARERS = (
    r"cinema|theat(?:er|re)|hotel|caf[eé]|restaurant|nightclub|club|pub|band|ensemble|orchestra|choir|album|novel|"
    r"magazine|street|square|avenue|boulevard|prospekt|factory|camp|resort|sanatorium|trawler|steamer|ferry|barge|yacht|"
    r"boat|schooner|tanker|icebreaker|tractor|motorcycle|motorbike|scooter|bicycle|lorry|truck|snowmobile|wristwatch|"
    r"vacuum cleaner|refrigerator|cigarettes?|vodka|village|hamlet|kolkhoz|brand|perfume|movie|miniseries|sequel|remake|"
    r"blockbuster"
)
_BEARERS_BEFORE = (
    r"book|newspaper|journal|metro|town|river|mountain|glacier|publishers?|publishing house|festival|studio|bakery|"
    r"racehorse|(?:Antarctic|polar|research|metro|railway) station|"
    r"(?:the|a|an|this|his|her|their|\d{4}) (?:film|train|watch|camera|radio|car|bar|game|dog|horse|ship|group)"
)
_BEARERS_RU = (
    r"(?:кинотеатр|гостиниц|отел|кафе|ресторан|бар|клуб|двор(?:ец|ц)|ансамбл|групп|оркестр|хор|альбом|песн|роман|повест|"
    r"книг|журнал|газет|издательств|улиц|проспект|площад|бульвар|метро|завод|фабрик|колхоз|совхоз|лагер|санатори|"
    r"пансионат|поезд|теплоход|пароход|ледокол|яхт|катер|траулер|сейнер|лодк|снегоход|мотосан|трактор|автомобил|машин|"
    r"грузовик|мотоцикл|мопед|велосипед|фотоаппарат|кинокамер|телевизор|радио|при[её]мник|магнитофон|пылесос|"
    r"холодильник|сигарет|папирос|конфет|шоколад|одеколон|деревн|пос[её]л(?:ок|к)|хутор|город|приз|фестивал|"
    r"музе|студи|киностуди|объединени|магазин|универмаг|ателье|фирм|фильм|сериал|картин|лент|ремейк|"
    r"блокбастер|мультфильм|спектакл|лошад|собак|(?:полярн|антарктическ)\w+ станци|"
    r"(?:час|рек|сел|гор|игр|преми)(?=[аеиоуыюя]))\w{0,4}"
)
_OTHER_BEARER_BEFORE = _any(
    rf"\b(?:{_BEARERS}|{_BEARERS_BEFORE})(?:, the)?[\s«„“‘\"]*$", rf"\b{_BEARERS_RU}[\s«„“‘\"]*$"
)
_OTHER_BEARER_AFTER = _any(rf"^[»”\"’]?\s(?:{_BEARERS})\b")
_EPITHET = _any(
    r"^[»”\"’]? of (?:the (?:screen|cinema|stage|silent|seas?|deep)|cinema|film|animation|its|comed|puppet)\w*",
    r"^[»”\"’]? (?:кинематографа|кино|мультипликации|экрана|сво\w+ времени)\b",
)
"""What follows a name that is only an epithet: "the Apollo 11 of puppet films"."""
_LEADS_TO_IT = _any(
    r"\b(?:before|until|till|prior to|ahead of|preced\w+|earlier than|older than|since|than|like|by the time(?: of)?)"
    r"(?: [\w'’-]+){0,6}\W*$",
    r"\b(?:до|перед|прежде(?: чем)?|накануне|чем|как (?:и|у)|с момента|со времени?)(?: [\w-]+){0,5}\W*$",
)
"""What stands before a name to which it looks ahead, or with which it compares."""
_DENIED_BEFORE = _any(
    r"\b(?:later|nor|neither|not(?! only\b)|never|no|nobody|nothing|cannot|\w+n['’]t)\b",
    r"\b(?:не(?! только\b)|ни|нет|никто|никогда|нигде|ничего)\b",
)
_DENIED_AFTER = _any(
    r"\b(?:later|(?:had|has|have|was|were|did|could)(?: not| never|n['’]t))\b",
    r"\b(?:не (?:был|существова|лета|полет|постро|запу|име)\w*|нет)\b",
)
"""What denies, or puts off, what its clause says."""
_DID_TO_THE_FILM = _any(
    rf"\b(?:made|proved|overtook|knew|took|grew|sang|left|gave|put|\w+ed)(?: [\w'’]+){{0,3}} {_THE_FILM}",
    rf"\b\w+л(?:а|о|и|ся|ась|ись)?(?: [\w-]+){{0,3}} {_THE_FILM_RU}",
)
"""What a thing, or its crew, did to the film."""
_ON_SCREEN = _any(
    r"\b(?:in (?:the|this) (?:film|movie|picture)|(?:appear|open|clos|end|fill|fram|featur|star|play|serv|form|provid|"
    r"dominat|crown|cover|punctuat|interrupt|intercut|documentary)\w*|shown|seen|filmed|shot|used|staged|re-?created)\b",
    r"\b(?:в (?:фильме|картине|ленте|кадре)|откры\w+|заверша\w+|венча\w+|снят\w*|снима\w+|показан\w*|использ\w+|"
    r"игра\w+|сыгра\w+|снял\w*|исполн\w+|съ[её]м\w+|стал\w*|служ\w+|был\w*)\b",
)
_FILMED = _any(
    r"\b(?:film(?:ed|ing)|shots?|shoot\w*|footage|scenes?|sequences?|recorded|newsreels?|on location|cameras?|reel|"
    r"photograph\w*|pictures taken|documentary|as (?:him|her|it)self|play themselves)\b",
    r"\b(?:снят\w*|снима\w+|снял\w*|съ[её]м\w+|кадр\w*|сцен\w*|эпизод\w*|хроник\w*|кинохроник\w*|отснят\w*|камер\w+|"
    r"документальн\w+|записан\w*)\b",
)
"""Words that say that the thing was before the camera."""
_CLAUSE_ENDS = re.compile(r"[;:()]|\s[—–-]\s|—|,(?!\d)|\b(?:but|while|whereas|although|however|но|хотя)\b")
_LOOKS_FORWARD = (_LATER_TIME, _FORESIGHT, _LIKENESS, _DOUBT, _LATER_LIFE)


def may_name(sentence: str, start: int, end: int, year: int) -> bool:
    """Whether a sentence may rightly name, between two places, a thing that came in a year after the film's."""
    if any(int(each[0]) >= year for each in _YEAR.finditer(sentence)):
        return True
    before, after = sentence[:start], sentence[end:]
    clause_before, clause_after = _CLAUSE_ENDS.split(before)[-1], _CLAUSE_ENDS.split(after)[0]
    searched = [
        *((pattern, f"{before} … {after}") for pattern in _LOOKS_FORWARD),
        *((pattern, before) for pattern in (_CALLED, _OTHER_BEARER_BEFORE)),
        *((pattern, after) for pattern in (_OTHER_BEARER_AFTER, _EPITHET)),
        *((pattern, clause_before) for pattern in (_LEADS_TO_IT, _DENIED_BEFORE)),
        (_DENIED_AFTER, clause_after),
    ]
    is_undone = _DID_TO_THE_FILM.search(after) and not _ON_SCREEN.search(after)
    return bool(is_undone or any(pattern.search(text) for pattern, text in searched))


def is_filmed(sentence: str) -> bool:
    """Whether a sentence says that something was before the camera."""
    return _FILMED.search(sentence) is not None


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
