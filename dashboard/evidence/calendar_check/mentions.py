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
_LATER_LIFE = _any(
    r"\b(?:re-?(?:releas\w+|issu\w+|edit\w*|cut|made|makes?|run|runs|shot|shoot\w*|scor(?:ed|ing)|boot\w*|master\w*|"
    r"viv\w+)|restor\w+|sequels?|DVDs?|Blu-rays?|VHS|home video|colou?ri[sz]ed|remake\w*|retrospective\w*|"
    r"(?:was|were|been|re|first) ?broadcast|broadcasts? (?:it|the film)|withdrawn|(?:new|later|second|revised|updated|"
    r"extended|video|television) (?:version|ending|cut|edition|cop(?:y|ie)|print|prologue|epilogue|audience|critic|"
    r"viewer|writer|generation)s?|double (?:bill|feature)|box ?set|on the same (?:bill|disc)|museums?|on display)\b",
    r"\b(?:re-?used|recycled|excerpted|sampled|reappears?|reappeared|turn(?:s|ed) up|end(?:s|ed) up|used) (?:in|on|"
    r"for|by) "
    r"(?:an?|his|her|several|many|later|the (?!film|picture|movie|open|clos|last|final|first|"
    r"second|third|middle|title))|"
    r"\b(?:spliced|cut|edited) into (?:an?|later|the (?:\w+ )?(?:documentary|newsreel|programme))\b|"
    r"\bclips (?:from|of) (?:it|this|the film)\b",
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
_CALLED = _any(
    r"\b(?:calls?|names?|dubs?|christens?|calling|naming)(?: [\w'’-]+){0,3}\W*$",
    r"\b(?:director|star|stars|makers?|producer|writer|author|composer|team|remake|sequel|style|success|trailer|"
    r"poster)s?"
    r" (?:of|to|for|behind)\W*$|"
    r"\b(?-i:(?!NASA|America|Russia|Union|Moscow|Baikonur)[A-Z][a-z]+)['’]s \W*$",
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
    r"magazine|street|square|avenue|boulevard|prospekt|factory|camp|resort|sanatorium|trawler|steamer|ferry|barge|"
    r"yacht|"
    r"boat|schooner|tanker|icebreaker|tractor|motorcycle|motorbike|scooter|bicycle|lorry|truck|snowmobile|wristwatch|"
    r"vacuum cleaner|refrigerator|cigarettes?|vodka|village|hamlet|kolkhoz|brand|perfume|movie|miniseries|sequel|"
    r"remake|"
    r"blockbuster|star ?ship|liner|cruiser|freighter|galleon|submarine"
)
_BEARERS_BEFORE = (
    r"book|newspaper|journal|metro|town|river|mountain|glacier|publishers?|publishing house|festival|studio|bakery|"
    r"racehorse|planet|robot|computer|colony|asteroid|code ?name|password|operation|squadron|regiment|platform|"
    r"(?:Antarctic|polar|research|metro|railway) station|"
    r"(?:the|a|an|this|his|her|their|\d{4}) (?:film|train|watch|camera|radio|car|bar|game|dog|horse|ship|group)"
)
_BEARERS_RU = (
    r"(?:кинотеатр|гостиниц|отел|кафе|ресторан|бар|клуб|двор(?:ец|ц)|ансамбл|групп|оркестр|хор|альбом|песн|роман|"
    r"повест|"
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
_OTHER_BEARER_AFTER = _any(
    rf"^[»”\"’]?\s(?:{_BEARERS})\b",
    rf"^[»”\"’]?,? (?:is |was )?(?:a|an|the|their|his|her) (?:[\w-]+ ){{0,3}}(?:{_BEARERS}|planet|colony|town|robot|"
    r"computer|tank|gun|horse|dog|cat|car|toy|game|code ?word|password|nickname|name|brand)\b",
)
_EPITHET = _any(
    r"^[»”\"’]? of (?:the (?:screen|cinema|stage|silent|seas?|deep)|cinema|film|animation|its|comed|puppet)\w*",
    r"^[»”\"’]? (?:кинематографа|кино|мультипликации|экрана|сво\w+ времени)\b",
)
"""What follows a name that is only an epithet: "the Apollo 11 of puppet films"."""
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
_INSPIRES = re.compile(r"\binspir\w+\b(?! (?:\w+ ){0,2}by\b)", re.IGNORECASE)
_LATER = re.compile(r"\blater\b(?! (?:scene|reel|chapter|sequence|episode|shot)| in the (?:film|story))", re.IGNORECASE)
_ASIDE = re.compile(r",[^,]*,(?= )|\([^)]*\)")
_DID_TO_THE_FILM = _any(
    rf"\b(?:made|proved|overtook|knew|took|grew|sang|left|put|\w+ed|names?|credits?|cites?|thanks?|praises?|admires?|"
    rf"loves?|quotes?|calls?|remembers?|mentions?|recalls?|knows?|rates?|makes?|renders?|proves?|puts?)"
    rf"(?: [\w'’]+){{0,3}} {_THE_FILM}",
    r"\b(?:was|were|is|are) (?:\w+ ){0,3}(?:fans?|admirers?|fond|familiar)\b",
    rf"\b\w+л(?:а|о|и|ся|ась|ись)?(?: [\w-]+){{0,3}} {_THE_FILM_RU}",
)
"""What a thing, or its crew, did to the film."""
_ON_SCREEN = _any(
    r"\b(?:in (?:the|this) (?:film|movie|picture)|(?:appear|open|clos|end|fill|fram|featur|star|play|serv|form|provid|"
    r"dominat|crown|cover|suppl|contribut|record|narrat|introduc|advis|consult|donat|inspir|suggest|punctuat|"
    r"interrupt|intercut|documentary)\w*|shown|seen|filmed|shot|used|staged|re-?created)\b",
    r"\b(?:в (?:фильме|картине|ленте|кадре)|откры\w+|заверша\w+|венча\w+|снят\w*|снима\w+|показан\w*|использ\w+|"
    r"игра\w+|сыгра\w+|снял\w*|исполн\w+|съ[её]м\w+|стал\w*|служ\w+|был\w*)\b",
)
_FILMED = _any(
    r"\b(?:film(?:ed|ing)|shots?|shoot\w*|footage|scenes?|sequences?|recorded|newsreels?|on location|cameras?|reel|"
    r"photograph\w*|pictures (?:taken|from|of|by|sent)|documentary|as (?:him|her|it)self|play themselves)\b",
    r"\b(?:снят\w*|снима\w+|снял\w*|съ[её]м\w+|кадр\w*|сцен\w*|эпизод\w*|хроник\w*|кинохроник\w*|отснят\w*|камер\w+|"
    r"документальн\w+|записан\w*)\b",
)
"""Words that say that the thing was before the camera."""
_SHOWS = _any(
    r"\b(?:shows?|showed|showing|depict\w*|portray\w*|follow\w*|tells?|told|telling|retell\w*|narrat\w*|chronicl\w*|"
    r"document\w*|features?|featured|featuring|includ\w+|us(?:es?|ed|ing)|open(?:s|ed|ing)?|clos(?:es?|ed|ing)|"
    r"end(?:s|ed|ing)?|beg[iau]n\w*|starts?|started|cuts? (?:to|from|between)|intercut|takes? place|took place|"
    r"unfold\w*|play(?:s|ed|ing)?|star(?:s|red|ring)|appear(?:s|ed|ing|ance)?s?|re-?enact\w*|re-?creat\w*|"
    r"re-?construct\w*|stag(?:es?|ed|ing)|dramati\w+|adapt\w*|based|inspired by|modell?ed|built|copied|trained|"
    r"advis\w+|"
    r"consult\w*|dedicat\w*|tribute|visit\w*|interview\w*|taken|lent|loan\w*|donat\w*|made (?:aboard|on|with|from|"
    r"by|in|inside|during)|sent back|suppl(?:y|ies|ied)|provid\w+|contribut\w+|cover(?:s|ed|ing)?|explor\w+|"
    r"cent(?:re|er)\w*|"
    r"revolv\w*|concern\w*|deals?|dealt|recount\w*|reliv\w+|looks? at|about|incorporat\w*|contain\w*|weav\w+|wove\w*|"
    r"combin\w*|mix(?:es|ed)|assembl\w*|compil\w*|edited|culminat\w*|climax\w*|finish\w*|conclud\w*|watch(?:es)?|seen|"
    r"heard|hears?|live[sd]? (?:on|aboard|in|from)|scenes?|sequences?|episodes?|final[es]*|story|stories|tale|"
    r"portrait|account|plot|hero(?:es|ine)?|protagonists?|narrator|sound ?track|voices?|voice-over|montage|prologue|"
    r"epilogue|credits|titles|sets?|props?|models?|costumes?|backdrop|act|reels?|half|chapter|docu-?drama|biopic)\b",
)
"""Words that say that a film shows something, or was made with it."""
_OF_FILMS = re.compile(
    r"\b(?:it|its|films?|movies?|picture|critics?|viewers?|audiences?|histor\w+|scholars?|fans?|review\w*|posters?|"
    r"prints?|directors?|actors?|actress\w*)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bbeing )(?<!\bbeen )(?<!\bthe )(?<!\ba )(?<!\ban )(?<!… )\b(?:was|were|had|"
    r"did|became|made|took|gave|got|came|went|saw|knew|said|wrote|told|kept|left|led|met|brought|"
    r"bought|found|flew|won|sang|grew|put|sent|drew|spoke|spent|thought|called|(?!(?:need|speed|feed|bleed|breed|seed|"
    r"red|bed|hundred|crewed|manned|unmanned)\b)[a-z]{2,}ed)\b"
)
_CLAUSE_ENDS = re.compile(r"[;:()]|\s[—–-]\s|—|,(?!\d)|\b(?:but|while|whereas|although|however|но|хотя)\b")


def may_name(sentence: str, start: int, end: int, year: int) -> bool:
    """Whether a sentence may rightly name, between two places, a thing that came in a year after the film's."""
    if any(int(each[0]) >= year for each in _YEAR.finditer(sentence)):
        return True
    before, after = sentence[:start], sentence[end:]
    clause_before, clause_after = _CLAUSE_ENDS.split(before)[-1], _CLAUSE_ENDS.split(after)[0]
    searched = [
        *((pattern, f"{before} … {after}") for pattern in (_LATER_TIME, _FORESIGHT, _DOUBT, _LATER_LIFE)),
        *((pattern, f"{clause_before} … {clause_after}") for pattern in (_LIKENESS, _ITS_LIFE)),
        (_LATER, _ASIDE.sub("", before)),
        *((pattern, before) for pattern in (_CALLED, _OTHER_BEARER_BEFORE)),
        *((pattern, after) for pattern in (_OTHER_BEARER_AFTER, _EPITHET)),
        *((pattern, clause_before) for pattern in (_LEADS_TO_IT, _DENIED_BEFORE, _INSPIRES)),
        (_DENIED_AFTER, clause_after),
    ]
    is_undone = _DID_TO_THE_FILM.search(after) and not _ON_SCREEN.search(after)
    is_said = is_filmed(sentence) or _shows_or_tells(f"{before.rstrip()} … {after.lstrip()}")
    return bool(not is_said or is_undone or any(pattern.search(text) for pattern, text in searched))


def _shows_or_tells(outside: str) -> bool:
    """Whether what stands around a name says that the film shows it, or tells its story and not the film's own."""
    is_russian = re.search("[а-яё]", outside) is not None
    is_told = not (_PAST.search(outside) and _OF_FILMS.search(outside))
    return is_russian or is_told or _SHOWS.search(outside) is not None


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
