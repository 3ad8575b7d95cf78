"""What in a line is the name of a person or of a country, as far as its form tells."""

from __future__ import annotations

import re

LONGEST_NAME = 60
_PARTICLES = frozenset(
    {
        *("de", "del", "della", "di", "da", "do", "dos", "du", "van", "von", "der", "den", "ter", "le"),
        *("la", "bin", "ibn", "al", "el", "y", "e", "und", "and", "&", "und", "et", "и", "av", "af"),
        *("zu", "ze"),
    }
)
_NO_NAME_BEGINS = frozenset(
    {
        *("the", "a", "an", "le", "la", "les", "das", "der", "die", "el", "los", "las", "il", "lo"),
        *("gli", "un", "une", "uno", "una", "ein", "eine", "with", "mit", "avec", "new"),
    }
)
_NO_NAME_HAS = frozenset(
    {
        *("cut", "version", "series", "movie", "film", "films", "premiere", "edition", "restored"),
        *("short", "video", "episode", "special", "documentary", "season", "part", "tv", "remastered"),
        *("print", "screen", "cinema", "live", "piano", "music", "original", "english", "subtitles"),
    }
)
_WORD = re.compile(r"(?:[^\W\d_]['’])?[^\W\d_]+(?:[-'’‑][^\W\d_]+)*|[^\W\d_]\.(?:-?[^\W\d_]\.)*")
_SEVERAL = re.compile(r"\s*(?:,|;|/|&|\band\b|\bund\b|\bet\b|\bи\b|\bi\b|\by\b)\s*")
COUNTRIES = frozenset(
    {
        *("ussr", "soviet union", "su", "russia", "usa", "us", "u.s.", "u.s.a.", "united states", "uk"),
        *("u.k.", "gb", "united kingdom", "great britain", "england", "scotland", "ireland", "france", "f"),
        *("fr", "germany", "west germany", "east germany", "brd", "ddr", "gdr", "frg", "d", "de", "italy"),
        *("i", "it", "spain", "portugal", "austria", "switzerland", "belgium", "netherlands", "denmark"),
        *("sweden", "norway", "finland", "iceland", "poland", "czechoslovakia", "czech republic", "slovakia"),
        *("hungary", "romania", "bulgaria", "yugoslavia", "serbia", "croatia", "slovenia", "greece"),
        *("turkey", "cyprus", "ukraine", "belarus", "georgia", "armenia", "estonia", "latvia", "lithuania"),
        *("kazakhstan", "israel", "iran", "iraq", "lebanon", "egypt", "tunisia", "morocco", "algeria"),
        *("senegal", "mali", "nigeria", "ghana", "south africa", "burkina faso", "india", "china", "japan"),
        *("j", "jp", "hong kong", "taiwan", "south korea", "north korea", "korea", "thailand", "vietnam"),
        *("philippines", "indonesia", "australia", "new zealand", "canada", "mexico", "cuba", "brazil"),
        *("argentina", "chile", "peru", "colombia", "uruguay", "saudi arabia", "sri lanka", "costa rica"),
        *("ссср", "россия", "сша", "великобритания", "англия", "франция", "германия", "фрг", "гдр", "италия"),
        *("испания", "польша", "чехословакия", "чехия", "венгрия", "румыния", "болгария", "югославия"),
        *("япония", "китай", "индия", "канада", "австралия", "швеция", "дания", "норвегия", "финляндия"),
        *("грузия", "украина", "казахстан", "южная корея", "новая зеландия", "советский союз", "frankreich"),
        *(
            "čssr",
            "čsr",
            "čr",
            "tschechoslowakei",
            "sowjetunion",
            "deutschland",
            "italien",
            "spanien",
            "polen",
            "österreich",
            "schweiz",
            "udssr",
            "großbritannien",
        ),
        *("allemagne", "italie", "espagne", "pologne", "japon", "urss", "royaume-uni", "états-unis"),
        *("etats-unis", "suisse", "belgique", "union soviétique", "italia", "españa", "francia", "alemania"),
        *("méxico", "estados unidos", "reino unido", "stati uniti", "regno unito", "germania", "giappone"),
        *("polska", "francja", "niemcy", "włochy", "zsrr", "czechosłowacja", "wielka brytania", "węgry"),
        *("σοβιετική ένωση", "εσσδ", "γαλλία", "γερμανία", "δυτική γερμανία", "ιταλία", "ελλάδα", "ηπα"),
        *("αγγλία", "ιαπωνία", "πολωνία", "مصر", "لبنان", "سوريا", "تونس", "الجزائر", "المغرب", "فلسطين", "العراق"),
        *(
            "السعودية",
            "الأردن",
            "السودان",
            "إيران",
            "تركيا",
            "فرنسا",
            "ألمانيا",
            "إيطاليا",
            "روسيا",
            "الولايات المتحدة",
        ),
    }
)


def is_country(text: str) -> bool:
    """Whether a text names a country, or several with a slash between them.

    >>> is_country("USSR"), is_country("West Germany/France"), is_country("Tarkovsky")
    (True, True, False)
    """
    return all(part.strip().casefold() in COUNTRIES for part in re.split(r"[/–-]|, ", text))


def is_person(text: str, fewest: int = 2) -> bool:
    """Whether a text has the form of a name, or of several.

    Args:
        text: the text.
        fewest: how many words a name has at least.

    >>> is_person("Andrei Tarkovsky"), is_person("A. Tarkovsky & J. Ford"), is_person("the Bad and the Ugly")
    (True, True, False)
    """
    text = text.strip()
    if not text or len(text) > LONGEST_NAME or is_country(text):
        return False
    return _is_name(text, fewest) or all(_is_name(part, fewest) for part in _SEVERAL.split(text))


def _is_name(text: str, fewest: int) -> bool:
    words = text.split()
    if not max(fewest, 1) <= len(words) <= 5 and not (len(words) == 1 and "-" in text):
        return False
    folded = [word.casefold().strip(".") for word in words]
    if words[0].casefold() in _NO_NAME_BEGINS or _NO_NAME_HAS.intersection(folded) or folded[-1] in _PARTICLES:
        return False
    return all(
        _WORD.fullmatch(word) and (not word[0].islower() or plain in _PARTICLES or word[:2] in ("d'", "d’"))
        for word, plain in zip(words, folded, strict=True)
    )
