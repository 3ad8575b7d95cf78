"""Pairs of a search and a text: whether the search finds the text, which is a film's title or a person's name.

Half of them are traps: near in letters or in sound, and yet something else.
"""

TOGETHER: dict[str, tuple[str, ...]] = {
    "Андрей Тарковский": (
        *("Tarkovsky", "Tarkovskiy", "Tarkovskii", "Tarkovskij", "Tarkovski", "Tarkowski", "Tarkowskij", "Tarkovskijj"),
    ),
    "Andrei Tarkovsky": ("Тарковский", "Tarkovskij", "Tarkowski", "тарковский андрей", "Andreï Tarkovski"),
    "Павел Клушанцев": ("Klushantsev", "Klušancev", "Kluszancew", "Klouchantsev", "Kluschanzew", "Klushancev"),
    "Pavel Klushantsev": ("Клушанцев", "Klušancev", "Kluszancew", "Klouchantsev"),
    "Мосфильм": ("Mosfilm", "Mosfil'm", "Mosfilʹm"),
    "Mosfilm": ("Мосфильм", "мосфил"),
    "Космический рейс": ("kosmicheskij rejs", "Kosmicheskii reis", "Kosmičeskij rejs", "Kosmitscheski reis"),
    "Kosmicheskiy reys": ("kosmicheskij rejs", "Kosmiczeskij rejs", "Kosmitcheski reïs", "космический"),
    "Аэлита": ("Aelita", "Aèlita", "Aehlita", "Ae`lita"),
    "Аеліта": ("Аэлита", "Aelita"),
    "Георгий Жжёнов": ("Zhzhenov", "Zhzhyonov", "Žžënov", "Jjionov"),
    "Григорий Чухрай": ("Chukhrai", "Chukhray", "Čuhraj", "Čuchraj", "Tschuchrai", "Tchoukhraï", "Czuchraj"),
    "Сергей Бондарчук": ("Bondarchuk", "Bondartschuk", "Bondartchouk", "Bondarczuk", "Sergueï", "Siergiej", "Sergej"),
    "Никита Хрущёв": (
        "Khrushchev",
        "Khrushchyov",
        "Hruŝëv",
        "Chruschtschow",
        "Khrouchtchev",
        "Chruszczow",
        "Hrushhyov",
    ),
    "Планета бурь": ("Planeta Bur", "planeta bur'"),
    "Сергей Королёв": ("Korolev", "Korolyov", "Koroljow", "Koroliov", "Koroliow"),
    "Сергей Королев": ("Королёв", "Korolyov"),
    "Юлий Райзман": ("Raizman", "Rajzman", "Ioulii", "Yuliy", "Julij"),
    "Эйзенштейн": ("Eisenstein", "Eizenshtein", "Ejzenštejn"),
    "Георгий Жуков": ("Zhukov", "Schukow", "Joukov", "Żukow", "Žukov"),
    "Yuri Gagarin": ("Jurij", "Iouri", "Juri", "Гагарин"),
    "Полёт на Луну": ("Polet na Lunu", "Polyot", "Poljot", "Polët"),
    "Солярис": ("Solyaris", "Soljaris", "Solâris", "Solaris"),
    "Solaris": ("Солярис",),
    "Ludmila Gurchenko": ("Людмила Гурченко", "Gourtchenko"),
}
"""Each text with searches that find it."""

APART: tuple[tuple[str, str], ...] = (
    *(("chase", "Хаза"), ("ship", "Chip"), ("chip", "The Ship"), ("wine", "Vine"), ("west", "Vest"), ("wet", "Vet")),
    *(("Марш", "Mars"), ("Марс", "March"), ("Марш", "Marx"), ("Мост", "Mast"), ("Мир", "Admired")),
    *(("Чайка", "Shaika"), ("Шайка", "Chaika"), ("Шайка", "Чайка"), ("Чайка", "Шайка"), ("чаика", "Чайка")),
    *(
        ("Тарковский", "Turkovsky"),
        ("Тарковский", "Tarasovsky"),
        ("Tarkovskij", "Markovsky"),
        ("Tarkovsky", "Tarkhovsky"),
    ),
    *(("Tarkovsky", "Tarkovskaya"), ("Тарковский", "Tarkovskaya"), ("Tarkovskij", "Тарковская")),
    *(("Зима", "Жима"), ("Zima", "Жима"), ("Жаров", "Zarov"), ("Жаров", "Sharov"), ("Zharov", "Шаров")),
    *(("Шаров", "Zharov"), ("Shukshin", "Жукшин"), ("Жуков", "Zukov"), ("Zhukov", "Шуков"), ("Zhukov", "Зуков")),
    *(("Королёв", "Koralev"), ("Королёв", "Karolyov"), ("Korolyov", "Kovalyov"), ("Королёв", "Ковалёв")),
    *(("Chekhov", "Чехия"), ("Чехов", "Shekhov"), ("Чехов", "Чихов"), ("Tschechow", "Tschernow")),
    *(("Солярис", "Solar"), ("Солярис", "Solarium"), ("solariss", "Solaris"), ("Solyaris", "Polaris")),
    *(("Mosfilm", "Мостфильм"), ("Мосфильм", "Lenfilm"), ("Мосфильм", "Mosfet"), ("Ленфильм", "Len's film")),
    *(("moon", "Мон"), ("луна", "Lunch"), ("Луна", "Lena"), ("Лена", "Лиана"), ("Lena", "Lenya")),
    *(("Коля", "Cola"), ("Kolya", "Kola"), ("Оля", "Ola"), ("Галя", "Gala"), ("Валя", "Vala")),
    *(("кот", "Scott"), ("кот", "Cottage"), ("Рай", "Railway"), ("Дом", "Freedom"), ("Сон", "Person")),
    *(("Сон", "Song"), ("Жар", "Char"), ("jar", "Жир"), ("jury", "Yuri Gagarin"), ("jelly", "Елли")),
    *(("Щукин", "Shukin"), ("Shchukin", "Шукин"), ("Цой", "Soy"), ("Цой", "Tchoy"), ("Тсой", "Choy")),
    *(("Петров", "Peters"), ("Petrov", "Pietro"), ("Иванов", "Ivanhoe"), ("Ivanov", "Иванченко")),
    *(("Звезда", "Zvesdochka"), ("Звезда", "Sveta"), ("Zvezda", "Звезный"), ("Мечта", "Mesta"), ("Мечта", "Meshta")),
    *(("Бурь", "Bor"), ("буря", "Borya"), ("Планета", "Plant"), ("planet", "Планшет"), ("Космос", "Cosmetic")),
    *(("Гагарин", "Gagaku"), ("Гагарин", "Garin"), ("Гарин", "Gagarin"), ("Garin", "Гагара")),
    *(("Хрущёв", "Grushev"), ("Хрущёв", "Krushev"), ("Khrushchev", "Грушев"), ("Чухрай", "Shukhrai")),
)
"""A search, and a text that it does not find."""

PAIRS = (
    *((search, text, True) for text, searches in TOGETHER.items() for search in searches),
    *((search, text, False) for search, text in APART),
)
"""A search, a text, and whether the one finds the other."""
