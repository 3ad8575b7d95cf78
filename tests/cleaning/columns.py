"""Headers as sites, programs and people write them, with the films that each list holds.

Each is a table of lines, cells between bars, and the titles and years that its owner would expect. The cases at even
places of each table were written down before the rules were and looked at only after them.
"""

# ruff: noqa: E501

LISTS: dict[str, tuple[str, list[tuple[str, int | None]]]] = {
    "a catalogue of films": (
        "Poster_Link|Series_Title|Released_Year|Certificate|Runtime|No_of_Votes|Gross\n"
        "https://e.org/a.jpg|Metropolis|1927|Passed|153 min|159992|1,236,166\n"
        "https://e.org/b.jpg|Alien|1979|R|117 min|787806|78,900,000",
        [("Metropolis", 1927), ("Alien", 1979)],
    ),
    "a streaming service": (
        "show_id|type|title|director|date_added|release_year|rating|duration|listed_in\n"
        's1|Movie|Roma|Alfonso Cuarón|"December 14, 2018"|2018|R|135 min|Dramas\n'
        's2|Movie|Okja||"June 28, 2017"|2017|TV-MA|121 min|Action',
        [("Roma", 2018), ("Okja", 2017)],
    ),
    "a diary": (
        "Date|Name|Year|Letterboxd URI|Rating|Rewatch|Tags|Watched Date\n"
        "2021-03-15|Solaris|1972|https://boxd.it/1|4.5|||2021-03-14\n"
        "2022-03-15|Solaris|1972|https://boxd.it/2|5|Yes||2022-03-14",
        [("Solaris", 1972), ("Solaris", 1972)],
    ),
    "seen, in German": (
        "Gesehen am|Titel|Regie\n12.03.2019|Stalker|Andrej Tarkowski\n13.04.2020|Metropolis|Fritz Lang",
        [("Stalker", None), ("Metropolis", None)],
    ),
    "seen, in Russian": (
        "Дата просмотра|Фильм|Год\n01.02.2020|Солярис|1972\n03.02.2020|Сталкер|1979\n",
        [("Солярис", 1972), ("Сталкер", 1979)],
    ),
    "seen, in Russian, and no year": (
        "Фильм|Посмотрели|Кто предложил\nСолярис|2020|Аня\nСталкер|2021|Боря\nЗеркало|2021|Вера",
        [("Солярис", None), ("Сталкер", None), ("Зеркало", None)],
    ),
    "a table of a query": (
        "item|itemLabel|publicationDate|directorLabel|imdb\n"
        "http://www.wikidata.org/entity/Q1|Solaris|1972-03-20T00:00:00Z|Andrei Tarkovsky|tt0069293\n"
        "http://www.wikidata.org/entity/Q2|Moon|2009-01-23T00:00:00Z|Duncan Jones|tt1182345",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "a query with years": (
        "film|filmLabel|year|countryLabel\nhttp://www.wikidata.org/entity/Q1|Solaris|1972|Soviet Union\n"
        "http://www.wikidata.org/entity/Q2|Q2|2009|United Kingdom",
        [("Solaris", 1972), ("Q2", 2009)],
    ),
    "a catalogue of metadata": (
        "adult|budget|id|imdb_id|original_language|original_title|popularity|release_date|revenue|title|vote_average\n"
        "False|30000000|862|tt0114709|en|Toy Story|21.9|1995-10-30|373554033|Toy Story|7.7\n"
        "False|1972|863|tt0114710|fr|Léon|20.1|1994-09-14|1994|Leon|8.2",
        [("Toy Story", 1995), ("Leon", 1994)],
    ),
    "a sheet of a club": (
        "Name|Film|Year of the film|When we saw it\nAnna|Solaris|1972|12/05/2019\nBoris|Moon|2009|19/05/2019",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "a club's proposals": (
        "Proposed by|Proposed on|Film title|Film year\nAnna|2019-01-02|Solaris|1972\nBoris|2020-01-02|Moon|2009",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "original release": (
        "id|title_en|original_release_date|added_at\n5|Solaris|1972-03-20|2020-01-01\n6|Moon|2009-01-23|2020-01-02",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "Japanese": (
        "タイトル|公開年|監督|鑑賞日\n惑星ソラリス|1972|タルコフスキー|2020-01-01\n七人の侍|1954|黒澤明|2020-02-01",
        [("惑星ソラリス", 1972), ("七人の侍", 1954)],
    ),
    "Chinese": (
        "片名|年份|导演|观看日期\n索拉里斯|1972|塔可夫斯基|2020-01-01\n活着|1994|张艺谋|2020-02-01",
        [("索拉里斯", 1972), ("活着", 1994)],
    ),
    "Chinese, with days": (
        "标题|我的评分|打分日期|上映日期\n活着|5|2020-02-01|1994-05-17\n红高粱|4|2020-02-03|1987-10-10",
        [("活着", 1994), ("红高粱", 1987)],
    ),
    "Korean": (
        "제목|개봉연도|감독\n기생충|2019|봉준호\n올드보이|2003|박찬욱",
        [("기생충", 2019), ("올드보이", 2003)],
    ),
    "Czech": (
        "Název|Rok|Režie|Viděno\nIkarie XB 1|1963|Jindřich Polák|2020\nSedmikrásky|1966|Věra Chytilová|2021",
        [("Ikarie XB 1", 1963), ("Sedmikrásky", 1966)],
    ),
    "Hungarian": (
        "Cím|Gyártási év|Rendező\nSzerelem|1971|Makk Károly\nSátántangó|1994|Tarr Béla",
        [("Szerelem", 1971), ("Sátántangó", 1994)],
    ),
    "Turkish": (
        "Film Adı|Yapım Yılı|Yönetmen\nKış Uykusu|2014|Nuri Bilge Ceylan\nSusuz Yaz|1963|Metin Erksan",
        [("Kış Uykusu", 2014), ("Susuz Yaz", 1963)],
    ),
    "Greek": (
        "Τίτλος|Έτος|Σκηνοθέτης\nΟ θίασος|1975|Θόδωρος Αγγελόπουλος\nΣτέλλα|1955|Μιχάλης Κακογιάννης",
        [("Ο θίασος", 1975), ("Στέλλα", 1955)],
    ),
    "Finnish": (
        "Elokuva|Vuosi|Ohjaaja|Katsottu\nTuntematon sotilas|1955|Edvin Laine|2021\nArvottomat|1982|Mika Kaurismäki|2022",
        [("Tuntematon sotilas", 1955), ("Arvottomat", 1982)],
    ),
    "Dutch": (
        "Titel|Jaar|Regisseur|Gezien op\nTurks fruit|1973|Paul Verhoeven|2020-01-01\nSpetters|1980|Paul Verhoeven|2020-02-01",
        [("Turks fruit", 1973), ("Spetters", 1980)],
    ),
    "Portuguese": (
        "Título|Ano de lançamento|Direção|Assistido em\nCentral do Brasil|1998|Walter Salles|2020\nLimite|1931|Mário Peixoto|2020",
        [("Central do Brasil", 1998), ("Limite", 1931)],
    ),
    "Swedish": (
        "Titel|Premiärår|Regi|Sedd\nPersona|1966|Ingmar Bergman|2001-02-03\nTystnaden|1963|Ingmar Bergman|2001-02-04",
        [("Persona", 1966), ("Tystnaden", 1963)],
    ),
    "Ukrainian": (
        "Назва|Рік випуску|Режисер\nТіні забутих предків|1964|Сергій Параджанов\nЗемля|1930|Олександр Довженко",
        [("Тіні забутих предків", 1964), ("Земля", 1930)],
    ),
    "rows are numbered": (
        "#|Film|Jahr\n1|Solaris|1972\n2|Moon|2009",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "numbers for titles": (
        "No|Title|Year\n1|1984|1956\n2|1917|2019\n3|300|2006",
        [("1984", 1956), ("1917", 2019), ("300", 2006)],
    ),
    "ids before titles": (
        "tconst|primaryTitle|startYear|endYear\ntt0069293|Solaris|1972|\\N\ntt1182345|Moon|2009|\\N",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "when it was made in a record": (
        "uuid|name|created|modified|premiere\n9f0c1a2b-1111-4222-8333-444455556666|Solaris|2021-01-01|2021-01-02|20 March 1972\n"
        "9f0c1a2b-1111-4222-8333-444455556667|Moon|2021-01-01|2021-01-02|23 January 2009",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "year of birth": (
        "title|director|director_birth_year\nSolaris|Andrei Tarkovsky|1932\nMoon|Duncan Jones|1971\nAlien|Ridley Scott|1937",
        [("Solaris", None), ("Moon", None), ("Alien", None)],
    ),
    "counts that look like years": (
        "title|votes|budget\nSolaris|1972|2000\nMoon|1850|1999\nAlien|2001|1979",
        [("Solaris", None), ("Moon", None), ("Alien", None)],
    ),
    "an unknown header over years": (
        "Film|Zeit\nSolaris|1972\nMoon|2009\nAlien|1979\nMetropolis|1927",
        [("Solaris", 1972), ("Moon", 2009), ("Alien", 1979), ("Metropolis", 1927)],
    ),
    "an unknown header over late years": (
        "Film|Zeit\nSolaris|2019\nMoon|2020\nAlien|2020\nMetropolis|2021",
        [("Solaris", None), ("Moon", None), ("Alien", None), ("Metropolis", None)],
    ),
    "a date and nothing else": (
        "Date|Title\n1972-03-20|Solaris\n2009-01-23|Moon\n1979-05-25|Alien",
        [("Solaris", 1972), ("Moon", 2009), ("Alien", 1979)],
    ),
    "a date of late": (
        "Date|Title\n2020-03-20|Solaris\n2021-01-23|Moon\n2021-05-25|Alien",
        [("Solaris", None), ("Moon", None), ("Alien", None)],
    ),
    "year in a title of a header": (
        "movie_name;movie_year;movie_rating;user_name\nSolaris;1972;8;Anna\nMoon;2009;7;Anna".replace(";", "|"),
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "release with days": (
        "Name|Release|Seen\nSolaris|20.03.1972|2020\nMoon|23.01.2009|2021",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "seen before released": (
        "Watched Year|Release Year|Title\n2020|1972|Solaris\n2021|2009|Moon",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "grouped years": (
        "Film|Jahr\nSolaris|1.972\nMoon|2.009",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "years with a comma": (
        "Фильм|Год\nСолярис|1 972\nЛуна|2009,0",
        [("Солярис", 1972), ("Луна", 2009)],
    ),
    "an original title only": (
        "Original title|Comment|Year\nСолярис|Good|1972\nЗеркало|Better|1975",
        [("Солярис", 1972), ("Зеркало", 1975)],
    ),
    "a title in the reader's language": (
        "Tytuł polski|Tytuł oryginalny|Rok produkcji|Data oceny\nZwierciadło|Зеркало|1975|2020-01-01\nSolaris|Солярис|1972|2020-01-02",
        [("Zwierciadło", 1975), ("Solaris", 1972)],
    ),
    "links first": (
        "link|poster|work|released\nhttps://e.org/1|/a.jpg|Solaris|1972\nhttps://e.org/2|/b.jpg|Moon|2009",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
}
