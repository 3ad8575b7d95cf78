"""Cells as people write them, with what each column of them comes to.

The cases at even places of each table were written down before the rules were and looked at only after them.
"""

N = None
MINUTES: list[tuple[str, float | None]] = [
    *(
        ("2h 43m", 163),
        ("1:47", 107),
        ("PT2H43M", 163),
        ("2 ч 22 мин", 142),
        ("142分钟", 142),
        ("163'", 163),
        ("46΄", 46),
    ),
    *(("2 h 43 min", 163), ("1 hr 29 mins", 89), ("2 Std. 43 Min.", 163), ("163 Minuten", 163), ("142 minuti", 142)),
    *(
        ("2h43", 163),
        ("95 min.", 95),
        ("166 мин. / 02:46", 166),
        ("1 час 35 минут", 95),
        ("2 часа", 120),
        ("97 хв", 97),
    ),
    *(("1h 29m 30s", 89), ("142 分鐘", 142), ("98分", 98), ("2時間5分", 125), ("2小时5分钟", 125), ("132분", 132)),
    *(("1시간 32분", 92), ("2 godz. 22 min.", 142), ("93 λεπτά", 93), ("87 dk", 87), ("PT90M", 90), ("110 perc", 110)),
    *(("163 min (director's cut)", 163), ("1 hour 2 minutes", 62), ("90′", 90), ("90’", 90), ("100 minutos", 100)),
    *(("long", N), ("2 Seasons", N), ("N/A", N), ("TBA", N), ("02:05:30", 125), ("89 m", 89), ("1 h", 60)),
]
RATINGS: list[tuple[str, float | None]] = [
    *(("★★★★½", 4.5), ("⭐⭐⭐⭐", 4), ("4.5 out of 5", 4.5), ("85%", 85), ("7/10", 7), ("8,1", 8.1), ("★★★☆☆", 3)),
    *(("½", 0.5), ("7 / 10", 7), ("8.5 of 10", 8.5), ("92 %", 92), ("3 stars", 3), ("4 звезды", 4), ("9 из 10", 9)),
    *(("3,5/5", 3.5), ("★ 8.1", N), ("8 von 10", 8), ("4/5 stars", 4), ("⭐️⭐️⭐️", 3), ("***", 3), ("good", N)),
    *(("N/A", N), ("-", N), ("#N/A", N), ("80/100", 80), ("6 sur 10", 6), ("★★★★★", 5), ("7.25", 7.25), ("10", 10)),
    *(("4½", 4.5), ("B+", N)),
]
YEARS: list[tuple[str, int | None]] = [
    *(("1972", 1972), ("1,972", 1972), ("1972,0", 1972), ("1972.0", 1972), ("1.972", 1972), ("1 972", 1972)),
    *(
        ("1972-03-20T00:00:00Z", 1972),
        ("+1972-03-20T00:00:00Z", 1972),
        ("t1234567", N),
        ("_:b12345", N),
        ("1972年", 1972),
    ),
    *(("1972 г.", 1972), ("2009–", 2009), ("1987–1994", 1987), ("(1972)", 1972), ("c. 1972", 1972), ("1972[1]", 1972)),
    *(("20 March 1972", 1972), ("Mar 20, 1972", 1972), ("20.03.1972", 1972), ("TBA", N), ("N/A", N), ("#N/A", N)),
    *(
        ("NULL", N),
        ("\\N", N),
        ("-", N),
        ("1972?", N),
        ("[1921?]", N),
        ("1972-??-??", 1972),
        ("1972/1973", 1972),
        ("2019년", 2019),
        ("1975 [a][2]", 1975),
    ),
    *(("soon", N), ("http://www.wikidata.org/.well-known/genid/a1", N), ("1'972", 1972), ("１９７２", 1972)),
]
DIRECTORS: list[tuple[str, list[str]]] = [
    ("Mikhail Karyukov<br>Aleksandr Kozyr", ["Mikhail Karyukov", "Aleksandr Kozyr"]),
    ("Mikhail Karyukov<br />Aleksandr Kozyr", ["Mikhail Karyukov", "Aleksandr Kozyr"]),
    ("Joel Coen\nEthan Coen", ["Joel Coen", "Ethan Coen"]),
    ("Joel Coen, Ethan Coen", ["Joel Coen", "Ethan Coen"]),
    ("Joel Coen; Ethan Coen", ["Joel Coen", "Ethan Coen"]),
    ("Joel Coen|Ethan Coen", ["Joel Coen", "Ethan Coen"]),
    ("Joel Coen / Ethan Coen", ["Joel Coen", "Ethan Coen"]),
    ("['Joel Coen', 'Ethan Coen']", ["Joel Coen", "Ethan Coen"]),
    ('["Joel Coen", "Ethan Coen"]', ["Joel Coen", "Ethan Coen"]),
    ("Joel Coen, Ethan Coen,", ["Joel Coen", "Ethan Coen"]),
    ("Fran&ccedil;ois Truffaut", ["François Truffaut"]),
    ("Fran&#231;ois Truffaut &amp; Co.", ["François Truffaut & Co."]),
    ("Andrei Tarkovsky[1]", ["Andrei Tarkovsky"]),
    ("Andrei Tarkovsky[note 2]", ["Andrei Tarkovsky"]),
    ("N/A", []),
    ("-", []),
    ("NULL", []),
    ("#N/A", []),
    ("t1234567", []),
    ("TBA", []),
    ("\\N", []),
    ("—", []),
    ("Joel Coen;Ethan Coen;", ["Joel Coen", "Ethan Coen"]),
    ("Unknown", ["Unknown"]),
]
COUNTRIES: list[tuple[str, list[str]]] = [
    ("France, Lebanon", ["France", "Lebanon"]),
    ("United States,", ["United States"]),
    (", Ghana", ["Ghana"]),
    ("France,Ghana", ["France", "Ghana"]),
    ("France", ["France"]),
    (
        "United Kingdom of Great Britain and Northern Ireland, France",
        ["United Kingdom of Great Britain and Northern Ireland", "France"],
    ),
    ("USSR; Poland", ["USSR", "Poland"]),
    ("USSR | Poland", ["USSR", "Poland"]),
    ("USSR / Poland", ["USSR", "Poland"]),
    ("USSR<br>Poland", ["USSR", "Poland"]),
    ("СССР, Польша", ["СССР", "Польша"]),
    ("中国大陆 / 香港", ["中国大陆", "香港"]),
    ("日本、フランス", ["日本", "フランス"]),
    ("", []),
    ("N/A", []),
    ("Italy, , France", ["Italy", "France"]),
]
