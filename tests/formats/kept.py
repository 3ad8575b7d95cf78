"""Further lists as people keep them in 2025: exports, notes, chats, catalogues, with the films that each holds.

They were written down before anything read them.
"""

# ruff: noqa: E501

from __future__ import annotations

KEPT: dict[str, tuple[str, list[tuple[str, int | None]]]] = {
    "IMDb watchlist of 2025": (
        "Position,Const,Created,Modified,Description,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors,Your Rating,Date Rated\n"
        '1,tt0069293,2025-01-04,2025-01-04,,Solaris,Solyaris,https://www.imdb.com/title/tt0069293/,Movie,7.9,167,1972,"Drama, Mystery, Sci-Fi",101000,1972-03-20,Andrei Tarkovsky,,\n'
        '2,tt13444014,2025-02-04,2025-02-04,for the club,1944,1944,https://www.imdb.com/title/tt13444014/,Movie,6.9,100,2015,"Drama, War",6100,2015-02-20,Elmo Nüganen,8,2025-03-01\n',
        [("Solaris", 1972), ("1944", 2015)],
    ),
    "Letterboxd reviews": (
        "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n"
        '2025-05-01,Come and See,1985,https://boxd.it/1abc,5,,"A film like no other.\n\nIt was made in 1985, <b>and</b> it shows, ""really"".",war,2025-04-30\n'
        "2025-05-03,Mirror,1975,https://boxd.it/1abd,4.5,Yes,,,2025-05-02\n",
        [("Come and See", 1985), ("Mirror", 1975)],
    ),
    "Letterboxd list with a preamble": (
        'Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2025-01-01,Space and its people,,https://boxd.it/xyz,"Films seen in 2024, mostly"\n\n'
        "Position,Name,Year,URL,Description\n1,Solaris,1972,https://boxd.it/a,\n2,First Spaceship on Venus,1960,https://boxd.it/b,Der schweigende Stern\n",
        [("Solaris", 1972), ("First Spaceship on Venus", 1960)],
    ),
    "TMDb watchlist": (
        "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated\n"
        "593,tt0069293,movie,Solaris,1972-03-20T00:00:00Z,,,7.8,9,2024-11-02T10:00:00Z\n1398,tt0079944,movie,Stalker,1979-05-25T00:00:00Z,,,8.1,10,2024-11-03T10:00:00Z\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "FilmAffinity votes": (
        "Título,Año,País,Dirección,Nota,Fecha\nEl espíritu de la colmena,1973,España,Víctor Erice,9,12/03/2023\nViridiana,1961,España,Luis Buñuel,8,01/04/2023\n",
        [("El espíritu de la colmena", 1973), ("Viridiana", 1961)],
    ),
    "ČSFD ratings": (
        "Název;Rok;Typ;Hodnocení;Datum\nOstře sledované vlaky;1966;film;*****;12.03.2024\nSpalovač mrtvol;1968;film;****;13.03.2024\nIkarie XB 1;1963;film;odpad!;14.03.2024\n",
        [("Ostře sledované vlaky", 1966), ("Spalovač mrtvol", 1968), ("Ikarie XB 1", 1963)],
    ),
    "SensCritique": (
        "Titre\tTitre original\tAnnée de production\tRéalisateur(s)\tMa note\tDate de visionnage\nLe Miroir\tZerkalo\t1975\tAndreï Tarkovski\t9\t2023-02-01\nJeanne Dielman, 23, quai du Commerce\t\t1975\tChantal Akerman\t10\t2023-02-03\n",
        [("Le Miroir", 1975), ("Jeanne Dielman, 23, quai du Commerce", 1975)],
    ),
    "Trakt ratings": (
        '[{"rated_at":"2024-10-01T20:11:00.000Z","rating":9,"type":"movie","movie":{"title":"Solaris","year":1972,"ids":{"trakt":430,"slug":"solaris-1972","imdb":"tt0069293","tmdb":593}}},'
        '{"rated_at":"2024-10-02T20:11:00.000Z","rating":7,"type":"show","show":{"title":"Chernobyl","year":2019,"ids":{"trakt":140,"slug":"chernobyl"}}}]',
        [("Solaris", 1972), ("Chernobyl", 2019)],
    ),
    "Simkl backup": (
        '{"movies":[{"last_watched_at":"2024-03-01T00:00:00Z","status":"completed","user_rating":9,"movie":{"title":"Solaris","year":1972,"ids":{"simkl":1,"imdb":"tt0069293"}}},'
        '{"last_watched_at":null,"status":"plantowatch","user_rating":null,"movie":{"title":"Stalker","year":1979,"ids":{"simkl":2,"imdb":"tt0079944"}}}],'
        '"anime":[{"last_watched_at":"2024-03-02T00:00:00Z","status":"completed","user_rating":8,"anime_type":"movie","show":{"title":"Paprika","year":2006,"ids":{"simkl":3}}}]}',
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "Emby": (
        '{"Items":[{"Name":"Solaris","OriginalTitle":"Солярис","ServerId":"f1","Id":"1201","DateCreated":"2022-05-05T10:00:00.0000000Z","PremiereDate":"1972-03-20T00:00:00.0000000Z","ProductionYear":1972,"CommunityRating":7.9,"RunTimeTicks":100200000000,"Type":"Movie","ProviderIds":{"Imdb":"tt0069293","Tmdb":"593"}},'
        '{"Name":"2010","ServerId":"f1","Id":"1202","DateCreated":"2022-05-05T10:00:00.0000000Z","PremiereDate":"1984-12-06T00:00:00.0000000Z","ProductionYear":1984,"RunTimeTicks":69600000000,"Type":"Movie","ProviderIds":{"Imdb":"tt0086837"}}],"TotalRecordCount":2}',
        [("Solaris", 1972), ("2010", 1984)],
    ),
    "Radarr": (
        '[{"title":"Solaris","originalTitle":"Солярис","sortTitle":"solaris","sizeOnDisk":8000000,"status":"released","inCinemas":"1972-03-20T00:00:00Z","year":1972,"hasFile":true,"path":"/films/Solaris (1972)","qualityProfileId":1,"runtime":167,"imdbId":"tt0069293","tmdbId":593,"added":"2023-01-01T00:00:00Z","id":4,"images":[{"coverType":"poster","url":"/MediaCover/4/poster.jpg"}]},'
        '{"title":"Stalker","sortTitle":"stalker","sizeOnDisk":0,"status":"released","year":1979,"hasFile":false,"path":"/films/Stalker (1979)","qualityProfileId":1,"runtime":162,"imdbId":"tt0079944","tmdbId":1398,"added":"2023-01-01T00:00:00Z","id":5,"images":[]}]',
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "Kodi, one film": (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>\n<movie>\n  <title>Stalker</title>\n  <originaltitle>Сталкер</originaltitle>\n  <year>1979</year>\n  <premiered>1979-05-25</premiered>\n  <runtime>162</runtime>\n  <uniqueid type="imdb" default="true">tt0079944</uniqueid>\n  <genre>Drama</genre>\n  <genre>Science Fiction</genre>\n  <actor>\n    <name>Alexander Kaidanovsky</name>\n    <role>Stalker</role>\n  </actor>\n  <actor>\n    <name>Anatoly Solonitsyn</name>\n    <role>Writer</role>\n  </actor>\n  <dateadded>2021-01-01 10:00:00</dateadded>\n</movie>\n',
        [("Stalker", 1979)],
    ),
    "Notion, Markdown": (
        "# Films to see\n\n| Name | Director | Year | Status |\n| --- | --- | --- | --- |\n| [Solaris](https://www.notion.so/Solaris-1a2b3c) | Andrei Tarkovsky | 1972 | Seen |\n| [The Ascent](https://www.notion.so/The-Ascent-1a2b3d) | Larisa Shepitko | 1977 | To see |\n",
        [("Solaris", 1972), ("The Ascent", 1977)],
    ),
    "Notion, CSV": (
        '\ufeffName,Date seen,Director,Rating,Tags,Year\nSolaris,"March 3, 2024",Andrei Tarkovsky,⭐️⭐️⭐️⭐️⭐️,"sci-fi, classic",1972\nThe Ascent,"March 9, 2024",Larisa Shepitko,⭐️⭐️⭐️⭐️,war,1977\n',
        [("Solaris", 1972), ("The Ascent", 1977)],
    ),
    "Airtable": (
        'Film,Released,Seen?,Notes,Last modified,Attachments\nSolaris,1972,checked,,3/4/2024 10:11am,solaris.jpg (https://v5.airtableusercontent.com/v3/u/1/abc)\nCome and See,1985,,"Two parts,\nlong",3/4/2024 10:12am,\n',
        [("Solaris", 1972), ("Come and See", 1985)],
    ),
    "a sheet in German": (
        "Filmtitel;Originaltitel;Jahr;Länge;Wertung;Gesehen am\nSolaris;Соля́рис;1972;167 Min.;8,5;03.04.2021\nDer Spiegel;Зеркало;1975;108 Min.;9,0;05.04.2021\n",
        [("Solaris", 1972), ("Der Spiegel", 1975)],
    ),
    "a sheet in Turkish": (
        "Film Adı;Yapım Yılı;Yönetmen;Puan;İzlenme Tarihi\nSusuz Yaz;1963;Metin Erksan;8,5;12.04.2021\nBir Zamanlar Anadolu'da;2011;Nuri Bilge Ceylan;9,0;13.05.2021\n",
        [("Susuz Yaz", 1963), ("Bir Zamanlar Anadolu'da", 2011)],
    ),
    "Obsidian, one note": (
        '---\ntitle: Stalker\ndirector: "[[Andrei Tarkovsky]]"\nyear: 1979\nrating: 5\nwatched: 2024-02-03\ntags:\n  - film\n  - soviet\n---\n\n# Stalker\n\nThree men walk into the Zone. I saw it first in 1998.\n',
        [("Stalker", 1979)],
    ),
    "Dataview": (
        "# Films seen\n\n- [[Solaris]] (year:: 1972) (rating:: 5) (director:: Andrei Tarkovsky)\n- [[The Ascent]] (year:: 1977) (rating:: 4) (director:: Larisa Shepitko)\n- [[Wings]] (year:: 1966) (rating:: 4) (director:: Larisa Shepitko)\n",
        [("Solaris", 1972), ("The Ascent", 1977), ("Wings", 1966)],
    ),
    "Dataview, copied": (
        "| File | year | director |\n| ---- | ---- | -------- |\n| [[Solaris\\|Solaris]] | 1972 | [[Andrei Tarkovsky]] |\n| [[The Ascent]] | 1977 | [[Larisa Shepitko]] |\n",
        [("Solaris", 1972), ("The Ascent", 1977)],
    ),
    "notes of a phone": (
        "Films to watch 🎬\n\n◦ Solaris, 1972 (Tarkovsky)\n◦ The Ascent, 1977 (Shepitko) \n◦ Letter Never Sent, 1960 (Kalatozov) - Anna says see it on a big screen!!\n◦ I Am Cuba, 1964 (Kalatozov)\n",
        [("Solaris", 1972), ("The Ascent", 1977), ("Letter Never Sent", 1960), ("I Am Cuba", 1964)],
    ),
    "WhatsApp of iOS": (
        "[12.03.24, 20:11:05] Anna: Solaris (1972)\n[12.03.24, 20:12:40] Ben: Stalker (1979)\n[12.03.24, 20:13:00] Anna: The Ascent (1977)\n",
        [("Solaris", 1972), ("Stalker", 1979), ("The Ascent", 1977)],
    ),
    "Telegram's result as text": (
        "Anna, [12.03.2024 20:11]\nСолярис (1972)\n\nБорис, [12.03.2024 20:12]\nВосхождение (1976)\n\nAnna, [12.03.2024 20:15]\nЗеркало (1974)\n",
        [("Солярис", 1972), ("Восхождение", 1976), ("Зеркало", 1974)],
    ),
    "a mail of a film club": (
        "Dear friends of film,\n\nhere is our programme for spring. All films start at 8 pm, entry is free.\n\nTue 4 March: Solaris (USSR 1972, Andrei Tarkovsky, 167 min)\nTue 11 March: The Ascent (USSR 1977, Larisa Shepitko, 111 min)\nTue 18 March: Wings (USSR 1966, Larisa Shepitko, 85 min)\n\nSee you there,\nAnna\n",
        [("Solaris", 1972), ("The Ascent", 1977), ("Wings", 1966)],
    ),
    "a festival's PDF, pasted": (
        "SATURDAY 7 JUNE\n14.00  Hall 1\nTHE ASCENT\nLarisa Shepitko | USSR | 1977 | 111'\n16.30  Hall 1\nWINGS\nLarisa Shepitko | USSR | 1966 | 85'\n\nSUNDAY 8 JUNE\n14.00  Hall 2\nSOLARIS\nAndrei Tarkovsky | USSR | 1972 | 167'\n",
        [("THE ASCENT", 1977), ("WINGS", 1966), ("SOLARIS", 1972)],
    ),
    "a filmography with tabs": (
        "Year\tTitle\tCredited as\t\tNotes\tRef(s)\nDirector\tWriter\n1956\tThe Killers\tYes\tNo\tShort film\t[4]\n1962\tIvan's Childhood\tYes\tNo\t\t[5]\n1972\tSolaris\tYes\tYes\t\t\n",
        [("The Killers", 1956), ("Ivan's Childhood", 1962), ("Solaris", 1972)],
    ),
    "an assistant's answer": (
        "Here are five Soviet films worth watching:\n\n1. **Solaris** (1972) — Andrei Tarkovsky's slow meditation on memory.\n2. **The Ascent** (1977) — Larisa Shepitko's war film, which won the Golden Bear.\n3. **Come and See** (1985) — Elem Klimov. Not for the faint-hearted.\n4. **I Am Cuba** (1964) — Mikhail Kalatozov's camera flies.\n5. **The Cranes Are Flying** (1957) — Palme d'Or in 1958.\n\nWould you like more?\n",
        [
            ("Solaris", 1972),
            ("The Ascent", 1977),
            ("Come and See", 1985),
            ("I Am Cuba", 1964),
            ("The Cranes Are Flying", 1957),
        ],
    ),
    "an assistant's answer, dashes": (
        "## Science fiction\n\n- **Solaris** — Andrei Tarkovsky, 1972. *A planet remembers.*\n- **Stalker** — Andrei Tarkovsky, 1979. *Three men, one Zone.*\n\n## War\n\n- **The Ascent** — Larisa Shepitko, 1977. *Two partisans in snow.*\n- **Come and See** — Elem Klimov, 1985. *A boy grows old.*\n",
        [("Solaris", 1972), ("Stalker", 1979), ("The Ascent", 1977), ("Come and See", 1985)],
    ),
    "numbers, years, directors": (
        "1. Solaris (1972) Andrei Tarkovsky\n2. The Ascent (1977) Larisa Shepitko\n3. Come and See (1985) Elem Klimov\n4. I Am Cuba (1964) Mikhail Kalatozov\n",
        [("Solaris", 1972), ("The Ascent", 1977), ("Come and See", 1985), ("I Am Cuba", 1964)],
    ),
    "a post with scores": (
        "My 2024 in film, ranked:\n\n10/10 Solaris (1972)\n9/10 The Ascent (1977)\n9/10 Come and See (1985)\n7/10 I Am Cuba (1964)\n\nEdit: thanks for the gold!\n",
        [("Solaris", 1972), ("The Ascent", 1977), ("Come and See", 1985), ("I Am Cuba", 1964)],
    ),
    "BibTeX of films": (
        "@movie{solaris,\n  title = {Solaris},\n  director = {Tarkovsky, Andrei},\n  year = {1972},\n  publisher = {Mosfilm},\n  urldate = {2024-03-01}\n}\n\n@misc{ascent1977,\n  author = {Shepitko, Larisa},\n  title = {{The Ascent}},\n  howpublished = {Mosfilm},\n  date = {1977-04-02}\n}\n",
        [("Solaris", 1972), ("The Ascent", 1977)],
    ),
    "RIS of Zotero": (
        "TY  - VIDEO\nTI  - Solaris\nAU  - Tarkovsky, Andrei\nDA  - 1972/03/20/\nPY  - 1972\nY2  - 2024/03/01/10:11:12\nPB  - Mosfilm\nER  - \n\nTY  - VIDEO\nTI  - The Ascent\nAU  - Shepitko, Larisa\nPY  - 1977\nER  - \n",
        [("Solaris", 1972), ("The Ascent", 1977)],
    ),
    "MODS": (
        '<modsCollection xmlns="http://www.loc.gov/mods/v3">\n<mods><titleInfo><title>Solaris</title></titleInfo><name type="personal"><namePart>Tarkovsky, Andrei</namePart><role><roleTerm type="text">director</roleTerm></role></name><originInfo><publisher>Mosfilm</publisher><dateIssued>1972</dateIssued></originInfo><recordInfo><recordCreationDate encoding="marc">920219</recordCreationDate></recordInfo></mods>\n'
        "<mods><titleInfo><nonSort>The </nonSort><title>ascent</title></titleInfo><originInfo><dateIssued>1977</dateIssued></originInfo></mods>\n</modsCollection>\n",
        [("Solaris", 1972), ("The ascent", 1977)],
    ),
    "Wikidata, CSV": (
        "item,itemLabel,publication_date,directorLabel\nhttp://www.wikidata.org/entity/Q1,Solaris,1972-03-20T00:00:00Z,Andrei Tarkovsky\nhttp://www.wikidata.org/entity/Q2,The Ascent,1977-04-02T00:00:00Z,Larisa Shepitko\n",
        [("Solaris", 1972), ("The Ascent", 1977)],
    ),
    "DBpedia": (
        '{"head":{"link":[],"vars":["film","name","released","runtime"]},"results":{"distinct":false,"ordered":true,"bindings":[{"film":{"type":"uri","value":"http://dbpedia.org/resource/Solaris_(1972_film)"},"name":{"type":"literal","xml:lang":"en","value":"Solaris"},"released":{"type":"typed-literal","datatype":"http://www.w3.org/2001/XMLSchema#date","value":"1972-05-13"},"runtime":{"type":"typed-literal","value":"9960.0"}},{"film":{"type":"uri","value":"http://dbpedia.org/resource/The_Ascent_(1977_film)"},"name":{"type":"literal","xml:lang":"en","value":"The Ascent"},"released":{"type":"typed-literal","value":"1977-04-02"}}]}}',
        [("Solaris", 1972), ("The Ascent", 1977)],
    ),
    "archive.org": (
        '{"responseHeader":{"status":0,"QTime":12,"params":{"query":"mediatype:movies","rows":"2"}},"response":{"numFound":2,"start":0,"docs":[{"identifier":"aelita1924","title":"Aelita: Queen of Mars","year":1924,"creator":"Yakov Protazanov","publicdate":"2011-02-03T00:00:00Z","downloads":10211},{"identifier":"cosmicvoyage","title":"Cosmic Voyage","year":1936,"publicdate":"2012-02-03T00:00:00Z","downloads":3211}]}}',
        [("Aelita: Queen of Mars", 1924), ("Cosmic Voyage", 1936)],
    ),
    "schema.org, a list": (
        '{"@context":"https://schema.org","@type":"ItemList","name":"Films about space","numberOfItems":2,"itemListElement":[{"@type":"ListItem","position":1,"item":{"@type":"Movie","name":"Solaris","datePublished":"1972-03-20","director":{"@type":"Person","name":"Andrei Tarkovsky"}}},{"@type":"ListItem","position":2,"item":{"@type":"Movie","name":"Cosmic Voyage","datePublished":"1936","director":[{"@type":"Person","name":"Vasili Zhuravlov"}]}}]}',
        [("Solaris", 1972), ("Cosmic Voyage", 1936)],
    ),
    "schema.org, in a page": (
        '<!doctype html><html><head><title>Films</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"ItemList","itemListElement":[{"@type":"ListItem","position":1,"item":{"@type":"Movie","name":"Solaris","dateCreated":"1972"}},{"@type":"ListItem","position":2,"item":{"@type":"Movie","name":"Cosmic Voyage","dateCreated":"1936"}}]}</script></head><body><h1>Films</h1><ol><li>Solaris (1972)</li><li>Cosmic Voyage (1936)</li></ol></body></html>',
        [("Solaris", 1972), ("Cosmic Voyage", 1936)],
    ),
    "a feed of Letterboxd": (
        "<?xml version='1.0' encoding='utf-8'?>\n<rss version=\"2.0\" xmlns:letterboxd=\"https://letterboxd.com\"><channel><title>Letterboxd - ann</title><link>https://letterboxd.com/ann/</link><description>Letterboxd - ann</description>"
        '<item><title>Solaris, 1972 - ★★★★½</title><link>https://letterboxd.com/ann/film/solaris/</link><guid isPermaLink="false">letterboxd-watch-1</guid><pubDate>Sat, 2 Mar 2024 10:00:00 +1300</pubDate><letterboxd:watchedDate>2024-03-01</letterboxd:watchedDate><letterboxd:rewatch>No</letterboxd:rewatch><letterboxd:filmTitle>Solaris</letterboxd:filmTitle><letterboxd:filmYear>1972</letterboxd:filmYear><letterboxd:memberRating>4.5</letterboxd:memberRating></item>'
        '<item><title>Mirror, 1975 - ★★★★★</title><link>https://letterboxd.com/ann/film/mirror/</link><guid isPermaLink="false">letterboxd-watch-2</guid><pubDate>Sun, 3 Mar 2024 10:00:00 +1300</pubDate><letterboxd:watchedDate>2024-03-02</letterboxd:watchedDate><letterboxd:rewatch>Yes</letterboxd:rewatch><letterboxd:filmTitle>Mirror</letterboxd:filmTitle><letterboxd:filmYear>1975</letterboxd:filmYear></item></channel></rss>\n',
        [("Solaris", 1972), ("Mirror", 1975)],
    ),
    "OPML of an outliner": (
        '<?xml version="1.0"?><opml version="2.0"><head><title>Films</title><dateCreated>Mon, 4 Mar 2024 10:00:00 GMT</dateCreated></head><body><outline text="Soviet"><outline text="Solaris (1972)"/><outline text="The Ascent (1977)" _note="with Anna"/></outline><outline text="Polish"><outline text="Ashes and Diamonds (1958)"/></outline></body></opml>',
        [("Solaris", 1972), ("The Ascent", 1977), ("Ashes and Diamonds", 1958)],
    ),
    "a column of whole lines": (
        "Film\nSolaris (1972)\nThe Ascent (1977)\nCome and See (1985)\n",
        [("Solaris", 1972), ("The Ascent", 1977), ("Come and See", 1985)],
    ),
    "a column of whole lines with directors": (
        'My films\n"Solaris (1972, Andrei Tarkovsky)"\n"The Ascent (1977, Larisa Shepitko)"\n"Come and See (1985, Elem Klimov)"\n',
        [("Solaris", 1972), ("The Ascent", 1977), ("Come and See", 1985)],
    ),
    "a column of whole lines, quoted": (
        '"Film"\n"Solaris, 1972"\n"The Good, the Bad and the Ugly, 1966"\n"Stalker, 1979"\n',
        [("Solaris", 1972), ("The Good, the Bad and the Ugly", 1966), ("Stalker", 1979)],
    ),
    "Kinopoisk's page, copied": (
        "1\nСолярис\n1972, 167 мин.\nСССР • фантастика  Режиссёр: Андрей Тарковский\n8.0\n2\nВосхождение\n1976, 111 мин.\nСССР • драма  Режиссёр: Лариса Шепитько\n8.1\n",
        [("Солярис", 1972), ("Восхождение", 1976)],
    ),
    "a toml": (
        '[[film]]\ntitle = "Solaris"\nyear = 1972\ntags = ["space", "sea"]\n\n[[film]]\ntitle = "The Ascent"\nyear = 1977\nseen = 2024-03-01\n',
        [("Solaris", 1972), ("The Ascent", 1977)],
    ),
    "an org file": (
        "#+TITLE: Films\n* Seen\n** DONE Solaris (1972)\n   CLOSED: [2024-03-01 Fri 20:00]\n** DONE The Ascent (1977)\n   CLOSED: [2024-03-02 Sat 20:00]\n* To see\n** TODO Come and See (1985)\n",
        [("Solaris", 1972), ("The Ascent", 1977), ("Come and See", 1985)],
    ),
    "an org table": (
        "| Title | Year | Seen |\n|-------+------+------|\n| Solaris | 1972 | <2024-03-01 Fri> |\n| The Ascent | 1977 | |\n",
        [("Solaris", 1972), ("The Ascent", 1977)],
    ),
    "a wiki's list": (
        "== 1970s ==\n* ''[[Solaris (1972 film)|Solaris]]'' (1972), dir. [[Andrei Tarkovsky]]\n* ''[[The Ascent (1977 film)|The Ascent]]'' (1977), dir. [[Larisa Shepitko]]\n\n== 1980s ==\n* ''[[Come and See]]'' (1985), dir. [[Elem Klimov]]\n",
        [("Solaris", 1972), ("The Ascent", 1977), ("Come and See", 1985)],
    ),
    "a spoken list": (
        "solaris 1972 tarkovsky\nthe ascent 1977 shepitko\ncome and see 1985 klimov\ni am cuba 1964 kalatozov\n",
        [("solaris", 1972), ("the ascent", 1977), ("come and see", 1985), ("i am cuba", 1964)],
    ),
    "years before, slashes": (
        "1972 / Solaris / Tarkovsky\n1977 / The Ascent / Shepitko\n1985 / Come and See / Klimov\n",
        [("Solaris", 1972), ("The Ascent", 1977), ("Come and See", 1985)],
    ),
    "years at two digits": (
        "Solaris ('72)\nThe Ascent ('77)\nCome and See ('85)\n",
        [("Solaris", 1972), ("The Ascent", 1977), ("Come and See", 1985)],
    ),
    "a log of a projector": (
        "2024-03-01 20:00\tSolaris\t1972\t35mm\t167\n2024-03-08 20:00\tThe Ascent\t1977\tDCP\t111\n2024-03-15 20:00\tCome and See\t1985\t35mm\t142\n",
        [("Solaris", 1972), ("The Ascent", 1977), ("Come and See", 1985)],
    ),
    "a filmography from a browser": (
        "Year\tTitle\tCredited as\tNotes\tRef(s)\nDirector\tWriter\n1956\tThe Killers\tYes\tNo\tShort film\t[4]\n1962\tIvan's Childhood\tYes\tNo\t\t[5]\n",
        [("The Killers", 1956), ("Ivan's Childhood", 1962)],
    ),
    "a word above lines": (
        "Film\nSolaris, 1972\nThe Good, the Bad and the Ugly, 1966\n",
        [("Solaris", 1972), ("The Good, the Bad and the Ugly", 1966)],
    ),
    "answers of a query between tabs": (
        '?film\t?filmLabel\t?year\n<http://www.wikidata.org/entity/Q1>\t"Metropolis"@de\t"1927"^^<http://www.w3.org/2001/XMLSchema#integer>\n<http://www.wikidata.org/entity/Q2>\t"Der blaue Engel"@de\t"1930"^^<http://www.w3.org/2001/XMLSchema#integer>\n',
        [("Metropolis", 1927), ("Der blaue Engel", 1930)],
    ),
    "countries and years below titles": (
        "2 марта, суббота\n«Летят журавли»\nСССР, 1957, 97 мин. Реж. Михаил Калатозов. В ролях: Татьяна Самойлова\n\n9 марта, суббота\n«Солярис» (Solaris)\nСССР, 1972, 166 мин. Реж. Андрей Тарковский\n",
        [("Летят журавли", 1957), ("Солярис", 1972)],
    ),
    "other titles and directors between": (
        "THE ROUND-UP\n(Szegénylegények)\nMiklós Jancsó\nHungary 1966 / 90 min / B&W\n\n1860\nAlessandro Blasetti\nItaly 1934 / 80 min\nRestored in 2023\n",
        [("THE ROUND-UP", 1966), ("1860", 1934)],
    ),
    "details far behind": (
        "Fr 01.11.  20:00  PAUL                   BRD 1974, R: Klaus Lemke, 75'\n           22:15  VICTORIA               D 2015, R: Sebastian Schipper, 140'\nSa 02.11.  18:00  MÜDE TOD, DER          D 1921, R: Fritz Lang, 98', stumm\nSo 03.11.  keine Vorstellung\n\nTel. 0761 / 2012-19\n",
        [("PAUL", 1974), ("VICTORIA", 2015), ("MÜDE TOD, DER", 1921)],
    ),
    "a programme of Japan": (
        "6/4(火)3:00pm　東京物語\n(1953・松竹大船・136分・白黒) 監：小津安二郎\n6/5(水)7:00pm　用心棒\n(昭和36年・東宝・110分・白黒) 監：黒澤明\n",
        [("東京物語", 1953), ("用心棒", 1961)],
    ),
    "a folder of a server": (
        "/volume1/Movies:\n1917.2019.2160p.UHD.BluRay.x265\nDeath Race 2000 (1975) [1080p]\nM (1931) {imdb-tt0022100}.mkv\nkoyaanisqatsi.mkv\nThumbs.db\n@eaDir\n",
        [("1917", 2019), ("Death Race 2000", 1975), ("M", 1931), ("koyaanisqatsi", None)],
    ),
    "ticks and groups": (
        "Films 🍿\nSunday, 14 January 2024 at 21:03\n\nFrom Dad\n◦\tThe Apartment \n◦\tSunset Boulevard (1950!!)\nHorror\n☐\tThe Wailing (2016)\n✓\tKwaidan, 1964\n☐\tit follows\n",
        [
            ("The Apartment", None),
            ("Sunset Boulevard", 1950),
            ("The Wailing", 2016),
            ("Kwaidan", 1964),
            ("it follows", None),
        ],
    ),
    "a chat with what its program says": (
        "12/03/2024, 20:14 - Messages are end-to-end encrypted.\n12/03/2024, 20:15 - Priya: top 3, please\n12/03/2024, 20:17 - Tom: Paris Is Burning (1990)\n12/03/2024, 20:22 - Ann: Pather Panchali (1955)\nCharulata (1964)\n12/03/2024, 20:31 - Priya: mine: The Gleaners & I (2000), Le Bonheur (1965)\n12/03/2024, 20:34 - Tom: be there at 1930 sharp\n",
        [
            ("Paris Is Burning", 1990),
            ("Pather Panchali", 1955),
            ("Charulata", 1964),
            ("The Gleaners & I", 2000),
            ("Le Bonheur", 1965),
        ],
    ),
    "a question at the end": (
        "1. **Rififi** (1955) – Dir. Jules Dassin.\n2. **The Killing** (1956) – Dir. Stanley Kubrick.\n\nShall I sort these by year (1955–1956)?\n",
        [("Rififi", 1955), ("The Killing", 1956)],
    ),
    "a header of two rows": (
        "No.,Film,Production,,,Screening\n,,Country,Year,Min.,Date\n1,Yeelen,ML,1987,105,2023-11-09\n2,Touki Bouki,SN,1973,85,2024-01-11\n,Total,,,=SUM(E3:E4),\n\n,* with an introduction,,,,\n",
        [("Yeelen", 1987), ("Touki Bouki", 1973)],
    ),
    "a catalogue, printed": (
        "Record 1 of 2\nTITLE        M [videorecording] / Nero-Film ; director, Fritz Lang.\nPUBLISHER    [S.l.] : Criterion, c2004.\nNOTE         Originally released as a motion picture in 1931.\n\nRecord 2 of 2\nTITLE        Ten [videorecording] / a film by\n             Abbas Kiarostami.\nPUBLISHER    [New York] : Zeitgeist, c2004.\n",
        [("M", 1931), ("Ten", None)],
    ),
    "titles that say their year again": (
        "Film,Year,Rating\nPulp Fiction (1994),1994,95\n2001: A Space Odyssey (1968),1968,90\nTár (2022),2022,80\n",
        [("Pulp Fiction", 1994), ("2001: A Space Odyssey", 1968), ("Tár", 2022)],
    ),
    "titles with daggers": (
        "Year\tTitle\tNotes\n2022\tThe Fabelmans‡\tAlso writer\n2026\tDisclosure Day †\tPost-production\n",
        [("The Fabelmans", 2022), ("Disclosure Day", 2026)],
    ),
    "MongoDB's extended JSON": (
        '{"_id": {"$oid": "573a1390f29313caabcd4000"}, "title": "Traffic in Souls", "year": {"$numberInt": "1913"},'
        ' "released": {"$date": {"$numberLong": "-1770508800000"}}}\n'
        '{"_id": {"$oid": "573a1390f29313caabcd4001"}, "title": "Gertie", "year": {"$numberInt": "1914"}}\n',
        [("Traffic in Souls", 1913), ("Gertie", 1914)],
    ),
    "a film in two files": (
        "À bout de souffle (1960).avi\nAscenseur pour l'échafaud [1958] CD1.avi\nAscenseur pour l'échafaud [1958] CD2.avi\n",
        [("À bout de souffle", 1960), ("Ascenseur pour l'échafaud", 1958)],
    ),
    "a grid of reStructuredText with emphasis": (
        "+--------------+------+\n| Film         | Year |\n+==============+======+\n| *Dog Day     | 1975 |\n| Afternoon*   |      |\n"
        "+--------------+------+\n| **M*A*S*H**  | 1970 |\n+--------------+------+\n| *Klute*      | 1971 |\n+--------------+------+\n",
        [("Dog Day Afternoon", 1975), ("**M*A*S*H**", 1970), ("Klute", 1971)],
    ),
}
