"""Sentences that say of a film itself where it comes from: "It was one of the last Soviet films"."""

from __future__ import annotations

import re
from functools import lru_cache

from dashboard.evidence.calendar_check.aliases import DASH, GAP, HYPHEN, alias_pattern, is_russian, stem, words_of

_NOT_ITSELF = (
    r"about|to|of|from|by|for|with|on|in|than|against|and|or|remake|parody|homage|answer|fake|mock|pseudo|pretended|"
    r"invented|imaginary|imagined|fictional|fictitious|supposed|alleged|lost|forgotten|rediscovered|old|would-be|most|"
    r"that|which|who|whose|where|like|unlike|after|before|under|into|through|over|an?|no|not|films?|movies?|comedy|"
    r"drama|"
    r"picture|documentary|tale|story|series|spoof|pastiche|collage|compilation|sequel|reworking|history|study|survey|"
    r"retelling|version|copy|imitation|letter|satire|take|since|(?!surviving|existing|lasting|outstanding|leading|"
    r"interesting|fascinating|charming|moving|touching|amusing|entertaining|striking|stunning|daring)\w+ing"
)
_SUBJECT = r"(?:it|this|(?:this|the) (?:film|movie|picture|feature|work|drama|comedy|short|cartoon))"
_BE = r"(?:is|was|became|remains|remained|ranks|counts|stands)"
_ADVERBS = (
    r"(?: (?:also|often|still|probably|perhaps|widely|sometimes|thus|arguably|possibly|considered|called|"
    r"believed|thought|"
    r"regarded as|"
    r"known as|to be|as|generally|usually|commonly|(?:made|shot|produced|released|billed|hailed|counted|listed|"
    r"credited|numbered) (?:as|among)))*"
)
_NO_VERB = (
    r"(?!(?:(?! (?:who|which|that|whose|where|when|in which|with a)\b)[^.!?;:]){0,200} "
    r"(?:is|are|was|were|has|have|had|"
    r"inspires?|inspired|gave|gives|taught|changed|made (?:a|an|the|him|her)|showed)\b)"
)
_NO_BUT = r"(?![^.!?]*\b(?:but|though|although|actually|in fact|not)\b)"
_ITSELF = (
    r"(?:^\W*|(?<=, )(?=it )|(?<=, and )|(?<=, but )|"
    r"(?<=, )(?=this )|(?<= in )(?=this ))"
    rf"(?:{_SUBJECT} {_BE}{_ADVERBS} (?:one of (?:the|only)|the|a|an|another|among the)|"
    rf"(?:perhaps |probably |arguably |possibly )?(?:one of|among) the{_NO_VERB}|this|"
    rf"(?:[\w-]+ ){{0,2}}(?:made|shot|produced|released|billed|hailed|counted|listed|regarded|considered) (?:as|among) "
    rf"(?:one of )?(?:the|an?)|(?:[\w’'-]+ ){{0,4}}[\w-]+['’]s (?:very )?(?:first|last|final|only|second|"
    rf"third)(?= Soviet)"
    rf"{_NO_VERB}|(?:an?|the (?:first|last|final|only|second|third)(?= )){_NO_VERB})"
    rf"(?: (?:works?|examples?|products?|films?|comed(?:y|ies)|dramas?|masterpieces?|classics?|gems?|curiosit(?:y|"
    rf"ies)) of"
    r"(?= Soviet cinema\b)| (?!(?:" + _NOT_ITSELF + r")\b)[\w-]+,?){0,4} "
)
_ONE_OF_ITS_YEAR = r"^\W*(?:few|like (?:all|most|other|many)|the [\w-]+)(?: other)? "
"""What stands before "Soviet films of that year"."""
_GOES_ON = (
    r"(?=\W*$|[.,;:!?)]| (?:about|to|with|of|on|in|set|shot|made|by|from|before|ever|and|starring|directed|released|"
    r"won|tells|shows|follows|stars|features|is|was|has|had|became|uses|depicts|explores|marks|takes)\b)"
)
"""What may follow "Soviet film" where it is the film, and not a part of "Soviet film industry"."""
_BY_ITSELF = rf"^\W*(?:(?!(?:{_NOT_ITSELF})\b)[\w-]+ )?{_NO_VERB}"
_GOES_ON_BY_ITSELF = (
    r"(?<![^s]s)(?=\W*$|,| (?:about|after|for|that|which|with|in which|where|set|starring|directed|"
    r"from \d|made|shot|released|based)\b)"
)
"""What stands around the words where they begin a line without a verb: "Soviet film about two friends"."""
_OF_A_KIND = (
    r"(?:feature|short|silent|sound|colou?r|animated|puppet|science|fiction|sci-fi|fantasy|space|children['’]s|"
    r"documentary|television|TV|war|adventure|musical|full-length|feature-length|widescreen|popular)"
)
_KIND = rf"(?:[{DASH}][A-Z]\w+)?(?:{GAP}{_OF_A_KIND}){{0,3}}"
"""What may stand between "Soviet" and "film"."""

_ADJECTIVE = r"(?:[\w-]+(?:ый|ий|ой|ая|яя|ое|ее|ых|их|ым|им|ую|юю) )"
_SUBJECT_RU = (
    r"(?:(?:это|он|она|оно|(?:сам[аои]? |эт[аои]т? |данн\w+ )?(?:фильм|картина|лента|мультфильм|комедия|драма|работа|"
    r"сказка|кино))"
)
_MODAL_RU = r"(?:(?:ещ[её]|едва ли не|возможно|пожалуй|вероятно|вообще|по сути|также|и|,|—|–|-) )*"
_BE_RU = r"(?:был[аои]?|стал[аои]?|оста(?:л|ва)\w+|счита\w+|явля\w+|называ\w+|оказал\w+|числ\w+|признан\w+|назван\w+)"
_GOES_ON_RU = (
    r"(?=\W*$|[.,;:!?)»]| (?:о|об|про|по|с|со|в|во|на|из|для|за|до|режисс[её]ра|постановщика|студии|киностудии|снят\w*|"
    r"где|котор\w+|рассказ\w+|повеству\w+|посвящ\w+|получ\w+|вышел|вышла|вышедш\w+|времени|эпохи|ужасов|и|[12]\d{3})\b)"
)
_NOT_FOUND_RU = r"(?![^.!?]{0,200}\b(?:наход|найд|нашли|нашёл|обнаруж|хран|вдохнов|попада|искал|ищ[уе]т)\w*)"


@lru_cache(maxsize=256)
def origin_pattern(alias: str) -> re.Pattern[str]:
    """An alias where a sentence says it of the film itself; to be searched in one sentence.

    Words that say what kind of film it is may stand between those of the alias: "Soviet science fiction film". In
    Russian each way of saying it has its case: "последний советский фильм", "был последним советским фильмом", "один
    из последних советских фильмов".
    """
    return _russian(alias) if is_russian(alias) else _english(alias)


def _english(alias: str) -> re.Pattern[str]:
    named = alias_pattern(alias, _KIND).pattern
    ways = (
        f"(?i:{_ONE_OF_ITS_YEAR}){named}(?= of (?:its|that|this|the(?: same)?) year\\b)",
        f"(?i:{_ITSELF}){named}(?i:{_GOES_ON}{_NO_BUT})",
        f"(?i:{_BY_ITSELF}){named}(?i:{_GOES_ON_BY_ITSELF})",
    )
    return re.compile("|".join(ways))


def _russian(alias: str) -> re.Pattern[str]:
    first, *others = words_of(alias)
    stems = (re.sub(r"(?<=[^аеиоуыэюя])к$", "[оеё]?к", re.escape(stem(each))) for each in others)
    nouns = GAP.join(rf"{each}\w{{0,4}}" for each in stems)

    def named(*endings: str) -> str:
        inflected = rf"(?<![\w{HYPHEN}]){re.escape(stem(first))}(?:{'|'.join(endings)})"
        return rf"{inflected}{GAP}{_ADJECTIVE}{{0,2}}{nouns}(?!\w|[{HYPHEN}]\w)" if nouns else rf"{inflected}(?!\w)"

    is_one, ways = rf"{_SUBJECT_RU}\s?(?:[—–-] )?)?", []
    many, lone = named("ых", "их"), named("ый", "ий", "ой", "ая", "яя", "ое", "ее")
    ways.append(rf"{is_one}{_MODAL_RU}(?:{_BE_RU} )?{_MODAL_RU}од(?:ин|на|но|ним|ной|ну) из {_ADJECTIVE}{{0,4}}{many}")
    ways.append(rf"{is_one}{_MODAL_RU}(?:был[аои]? )?{_MODAL_RU}(?:эт[аои]т? )?{_ADJECTIVE}{{0,4}}{lone}")
    ways.append(rf"{is_one}{_MODAL_RU}{_BE_RU} {_MODAL_RU}{_ADJECTIVE}{{0,4}}{named('ым', 'им', 'ой', 'ей', 'ою')}")
    return re.compile(rf"(?i)^\W*(?:{'|'.join(ways)}){_GOES_ON_RU}{_NOT_FOUND_RU}")
