"""Lists as film people have them, from exports, pages, messages and notes, each with what its owner expects.

What each should give was written down before anything read it.
"""

# ruff: noqa: E501

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.cleaning.validate import FilmList, validate
from dashboard.formats.read import read_rows
from tests.formats.kept import KEPT

Film = tuple[str, int | None]

HABITS: dict[str, tuple[str, list[Film]]] = {
    "Letterboxd diary": (
        "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n"
        '2024-01-03,Stalker,1979,https://boxd.it/aaa,5,Yes,"cinema, 35mm",2024-01-02\n'
        "2024-01-05,Solaris,1972,https://boxd.it/bbb,4.5,,,2024-01-04\n",
        [("Stalker", 1979), ("Solaris", 1972)],
    ),
    "IMDb ratings": (
        "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime"
        " (mins),Year,Genres,Num Votes,"
        "Release Date,Directors\n"
        'tt0069293,9,2023-05-06,Solaris,Solyaris,https://www.imdb.com/title/tt0069293,Movie,8.0,167,1972,"Drama, Sci-Fi'
        '"'
        ","
        "99000,1972-03-20,Andrei Tarkovsky\n"
        'tt0079944,10,2023-05-07,Stalker,Stalker,https://www.imdb.com/title/tt0079944,Movie,8.1,162,1979,"Drama, Sci-Fi'
        '"'
        ","
        "145000,1979-05-25,Andrei Tarkovsky\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "Trakt history": (
        '[{"id": 1, "watched_at": "2024-01-02T20:00:00.000Z", "action": "watch", "type": "movie",'
        ' "movie": {"title": "Solaris",'
        ' "year": 1972, "ids": {"trakt": 1, "slug": "solaris-1972", "imdb": "tt0069293", "tmdb": 593}}}, {"id": 2,'
        ' "watched_at": "2024-01-03T20:00:00.000Z", "action": "watch", "type": "movie", "movie": {"title": "Stalker",'
        ' "year": 1979, "ids": {"trakt": 2, "slug": "stalker-1979", "imdb": "tt0079944", "tmdb": 1398}}}]',
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "Kinopoisk table": (
        "№\tНазвание на русском\tОригинальное название\tГод\tСтрана\tМоя оценка\tВремя\n"
        "1\tСолярис\tSolaris\t1972\tСССР\t9\t2024-01-02, 20:15\n2\tЗеркало\t\t1974\tСССР\t10\t2024-01-03, 21:00\n",
        [("Солярис", 1972), ("Зеркало", 1974)],
    ),
    "Filmweb": (
        "Tytuł,Tytuł oryginalny,Rok produkcji,Gatunki,Moja ocena,Data oceny\n"
        "Rejs,Rejs,1970,Komedia,9,2022-03-04\nMiś,Miś,1980,Komedia,10,2022-03-05\n",
        [("Rejs", 1970), ("Miś", 1980)],
    ),
    "Douban": (
        "标题,个人评分,打分日期,我的短评,上映日期,制片国家,条目链接\n"
        "飞向太空 Солярис,5,2023/01/02,好,1972-03-20,苏联,https://movie.douban.com/subject/1/\n"
        "潜行者 Сталкер,4,2023/01/03,,1979-08-01,苏联,https://movie.douban.com/subject/2/\n",
        [("飞向太空 Солярис", 1972), ("潜行者 Сталкер", 1979)],
    ),
    "Criticker": (
        "<recentratings><film><filmid>1</filmid><filmname>Solaris</filmname><filmyear>1972</filmyear><rating>85</rating"
        ">"
        "</film><film><filmid>2</filmid><filmname>Stalker</filmname><filmyear>1979</filmyear><rating>92</rating></film>"
        "</recentratings>",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "Plex": (
        '<MediaContainer size="2" librarySectionTitle="Films"><Video ratingKey="1" type="movie"'
        ' title="Solaris" year="1972"'
        ' duration="10020000"><Genre tag="Drama"/></Video><Video ratingKey="2" type="movie" title="Stalker" year="1979"'
        ' duration="9720000"/></MediaContainer>',
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "Kodi by JSON": (
        '{"id": 1, "jsonrpc": "2.0", "result": {"limits": {"start": 0, "end": 2, "total": 2}, "movies":'
        ' [{"label": "Solaris",'
        ' "movieid": 1, "title": "Solaris", "year": 1972}, {"label": "Stalker", "movieid": 2, "title":'
        ' "Stalker", "year":'
        " 1979}]}}",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "Jellyfin": (
        '{"Items": [{"Name": "Solaris", "ServerId": "a", "Id": "x1", "ProductionYear": 1972,'
        ' "RunTimeTicks": 100200000000,'
        ' "Type": "Movie"}, {"Name": "Stalker", "ServerId": "a", "Id": "x2", "ProductionYear": 1979, "Type": "Movie"}],'
        ' "TotalRecordCount": 2, "StartIndex": 0}',
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "MyAnimeList": (
        "<?xml version='1.0'?><myanimelist><myinfo><user_id>7</user_id><user_name>ann</user_name></myinfo><anime>"
        "<series_animedb_id>1</series_animedb_id><series_title><![CDATA[Akira]]></series_title><series_type>Movie"
        "</series_type><my_score>9</my_score></anime><anime><series_animedb_id>2</series_animedb_id><series_title>"
        "<![CDATA[Paprika]]></series_title><series_type>Movie</series_type><my_score>8</my_score></anime></myanimelist"
        ">",
        [("Akira", None), ("Paprika", None)],
    ),
    "Simkl": (
        "Simkl Id,Title,Type,Year,Last Ep,Watchlist,Watched Date,Rating,IMDB\n"
        "1,Solaris,movie,1972,,completed,2024-01-02,9,tt0069293\n2,Stalker,movie,1979,,completed,2024-01-03,10,tt007994"
        "4"
        "\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "TV Time": (
        "type,entity_type,movie_name,release_date,created_at,runtime\n"
        "watch,movie,Solaris,1972-03-20 00:00:00,2021-01-02 10:00:00,10020\n"
        "watch,movie,Stalker,1979-05-25 00:00:00,2021-01-03 10:00:00,9720\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "English Wikipedia, copied": (
        "Year\tTitle\tDirector\tNotes\n1972\tSolaris\tAndrei Tarkovsky\t[1]\n1979\tStalker\tAndrei Tarkovsky\t\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "German Wikipedia, wikitext": (
        "{| class=\"wikitable sortable\"\n! Jahr !! Filmtitel !! Regie\n|-\n| 1972 || ''[[Solaris"
        " (1972)|Solaris]]'' || [[Andrei"
        " Tarkowski]]\n|-\n| 1979 || ''[[Stalker (Film)|Stalker]]'' || [[Andrei Tarkowski]]\n|}\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "French Wikipedia, filmography": (
        "== Filmographie ==\n* 1962 : ''L'Enfance d'Ivan''\n* 1966 : ''Andreï Roublev''\n* 1972 : ''Solaris''\n"
        "* 1979 : ''Stalker''\n",
        [("L'Enfance d'Ivan", 1962), ("Andreï Roublev", 1966), ("Solaris", 1972), ("Stalker", 1979)],
    ),
    "Russian Wikipedia, filmography": (
        "1962 — Иваново детство\n1966 — Андрей Рублёв\n1972 — Солярис\n1974 — Зеркало\n1979 — Сталкер\n",
        [("Иваново детство", 1962), ("Андрей Рублёв", 1966), ("Солярис", 1972), ("Зеркало", 1974), ("Сталкер", 1979)],
    ),
    "Spanish Wikipedia, rows that span": (
        "<table><tr><th>Año</th><th>Película</th><th>Director</th></tr><tr><td"
        " rowspan=2>1972</td><td>Solaris</td><td>A. T."
        "</td></tr><tr><td>Aguirre</td><td>W. H.</td></tr><tr><td>1979</td><td>Stalker</td><td>A. T.</td></tr></table>",
        [("Solaris", 1972), ("Aguirre", 1972), ("Stalker", 1979)],
    ),
    "Japanese table": (
        "公開年,邦題,監督\n1954,七人の侍,黒澤明\n1961,用心棒,黒澤明\n",
        [("七人の侍", 1954), ("用心棒", 1961)],
    ),
    "festival programme": (
        "FESTIVAL OF SPACE FILMS\n\nFriday 4 October\n18:00 Solaris (USSR 1972, 167 min)\n21:00 Stalker"
        " (USSR 1979, 162 min)\n\n"
        "Saturday 5 October\n19:30 Ikarie XB 1 (ČSSR 1963, 86 min)\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Ikarie XB 1", 1963)],
    ),
    "society flyer": (
        "Our spring season\n\nTues 5 March: Solaris (Andrei Tarkovsky, USSR, 1972)\nTues 12 March:"
        " Stalker (Andrei Tarkovsky,"
        " USSR, 1979)\nTues 19 March: Mirror (Andrei Tarkovsky, USSR, 1975)\n\nAll screenings at"
        " 7.30pm. Members free.\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Mirror", 1975)],
    ),
    "WhatsApp": (
        "[02/01/2024, 20:15:03] Ann: Solaris (1972)\n[02/01/2024, 20:16:10] Ben: Stalker (1979)\n"
        "[03/01/2024, 09:01:44] Ann: Ikarie XB 1 (1963)\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Ikarie XB 1", 1963)],
    ),
    "WhatsApp of Android": (
        "02/01/2024, 20:15 - Ann: Solaris (1972)\n02/01/2024, 20:16 - Ben: Stalker (1979)\n"
        "03/01/2024, 09:01 - Ann: Ikarie XB 1 (1963)\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Ikarie XB 1", 1963)],
    ),
    "Telegram": (
        "Ann, [02.01.2024 20:15]\nSolaris (1972)\n\nBen, [02.01.2024 20:16]\nStalker (1979)\n\nAnn,"
        " [03.01.2024 09:01]\n"
        "Ikarie XB 1 (1963)\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Ikarie XB 1", 1963)],
    ),
    "Telegram by JSON": (
        '{"name": "Films", "type": "private_group", "id": 7, "messages": [{"id": 1, "type": "message", "date":'
        ' "2024-01-02T20:15:00", "from": "Ann", "text": "Solaris (1972)"}, {"id": 2, "type": "message", "date":'
        ' "2024-01-02T20:16:00", "from": "Ben", "text": "Stalker (1979)"}]}',
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "numbered notes": (
        "1. Solaris (1972) - 9/10\n2. Stalker (1979) - 10/10\n3. Mirror (1975) - rewatch!\n10. Nostalghia (1983)\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Mirror", 1975), ("Nostalghia", 1983)],
    ),
    "Markdown checklist": (
        "# To watch\n\n- [x] Solaris (1972)\n- [ ] Stalker (1979)\n  - [ ] with Ann\n- [ ] *Ikarie XB 1* (1963)\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Ikarie XB 1", 1963)],
    ),
    "folder listing": (
        "Solaris.1972.1080p.BluRay.x264-GRP.mkv\nStalker (1979) [1080p].mp4\nIkarie.XB.1.1963.DVDRip.avi\n"
        "2001.A.Space.Odyssey.1968.2160p.UHD.mkv\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Ikarie XB 1", 1963), ("2001 A Space Odyssey", 1968)],
    ),
    "listing by ls -l": (
        "total 3\n-rw-r--r-- 1 ann ann 734003200 Jan  2  2021 Solaris (1972).mkv\n"
        "-rw-r--r-- 1 ann ann 734003201 Jan  3  2021 Stalker (1979).mkv\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "tree": (
        "films\n├── Blade.Runner.2049.2017.720p.mkv\n├── Solaris (1972)\n│   └── Solaris.1972.mkv\n"
        "└── Stalker.1979.1080p.mkv\n\n1 directory, 3 files\n",
        [("Blade Runner 2049", 2017), ("Solaris", 1972), ("Stalker", 1979)],
    ),
    "tree in ASCII": (
        ".\n|-- sci-fi\n|   |-- Solaris (1972).mkv\n|   `-- notes.txt\n`-- Stalker (1979).mp4\n\n"
        "1 directory, 3 files\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "tree of Windows": (
        "D:\\FILMS\n│   Solaris (1972).avi\n│\n├───1970s\n│       Stalker (1979).avi\n│\n└───empty\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "tree of folders": (
        ".\n├── Solaris (1972)\n├── Stalker (1979)\n└── Per Aspera Ad Astra (1981)\n\n3 directories\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Per Aspera Ad Astra", 1981)],
    ),
    "playlist": (
        "#EXTM3U\n#EXTINF:10020,Solaris (1972)\n/films/Solaris.1972.mkv\n#EXTINF:9780,Stalker (1979)\n/films/b.mkv\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "years as blocks": (
        "1972\nSolaris\nAguirre, the Wrath of God\n\n1979\nStalker\nAlien\n",
        [("Solaris", 1972), ("Aguirre, the Wrath of God", 1972), ("Stalker", 1979), ("Alien", 1979)],
    ),
    "decades as headings": (
        "## 1960s\n- Ikarie XB 1 (1963)\n- Planet of Storms (1962)\n\n## 1970s\n- Solaris (1972)\n- Stalker (1979)\n",
        [("Ikarie XB 1", 1963), ("Planet of Storms", 1962), ("Solaris", 1972), ("Stalker", 1979)],
    ),
    "stars behind": (
        "Solaris (1972) ★★★★½\nStalker (1979) ★★★★★\nIkarie XB 1 (1963) ★★★★\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Ikarie XB 1", 1963)],
    ),
    "two titles": (
        "Солярис / Solaris (1972)\nСталкер / Stalker (1979)\nЗеркало / Mirror (1975)\n",
        [("Солярис / Solaris", 1972), ("Сталкер / Stalker", 1979), ("Зеркало / Mirror", 1975)],
    ),
    "semicolons of Excel": (
        "sep=;\r\nFilm;Jahr;Bewertung\r\nSolaris;1972;8,5\r\nStalker;1979;9,0\r\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "quotes in a mail": (
        "> Solaris (1972)\n> Stalker (1979)\n> Mirror (1975)\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Mirror", 1975)],
    ),
    "votes of a poll": (
        "1) Solaris (1972) – 12 votes\n2) Stalker (1979) – 11 votes\n3) Mirror (1975) – 3 votes\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Mirror", 1975)],
    ),
    "budgets beside": (
        "Film,Year,Budget,Box office\n2001: A Space Odyssey,1968,$10.5 million,$146 million\nGravity,2013,$100 million,"
        "$723.2 million\n",
        [("2001: A Space Odyssey", 1968), ("Gravity", 2013)],
    ),
    "a film called a year": (
        "1984 (1984)\n2012 (2009)\n1917 (2019)\nBlade Runner 2049 (2017)\n",
        [("1984", 1984), ("2012", 2009), ("1917", 2019), ("Blade Runner 2049", 2017)],
    ),
    "years in brackets": (
        "Solaris [1972]\nStalker [1979]\nMirror [1975]\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Mirror", 1975)],
    ),
    "Italian Wikipedia, filmography": (
        "*''L'infanzia di Ivan'' (1962)\n*''Andrej Rublëv'' (1966)\n*'''Solaris''' (1972)\n",
        [("L'infanzia di Ivan", 1962), ("Andrej Rublëv", 1966), ("Solaris", 1972)],
    ),
    "Discord": (
        "Ann — 02/01/2024 20:15\nSolaris (1972)\nBen — 02/01/2024 20:16\nStalker (1979)\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "a sum below": (
        "Title,Year,Rating\nSolaris,1972,8\nStalker,1979,9\n\nAverage,,8.5\nTotal,2,\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "a remark below": (
        "Title,Year\nSolaris,1972\nStalker,1979\n\nSource: my shelf\nExported on 2024-01-02 by Ann\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "films called as remarks are": (
        "Title,Year\nStand by Me,1986\nTotal Recall,1990\nSource Code,2011\nTotal Eclipse,\nMedia,1972\n",
        [
            ("Stand by Me", 1986),
            ("Total Recall", 1990),
            ("Source Code", 2011),
            ("Total Eclipse", None),
            ("Media", 1972),
        ],
    ),
    "YAML of a site": (
        "films:\n  - title: Solaris\n    year: 1972\n  - title: Stalker\n    year: 1979\nupdated: 2024-01-02\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "Markdown, a list beside a table": (
        "# Club\n\n| Film | Year |\n|---|---|\n| Solaris | 1972 |\n| Stalker | 1979 |\n\n## Also\n- **Alien** – 1979\n"
        "- Moon – 2009\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "Markdown, a table that is no list": (
        "| Day | Place |\n|---|---|\n| Mon | Hall A |\n\n- Solaris (1972)\n- Stalker (1979)\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "a blog post in Markdown": (
        "# My ten\n\nSome words.\n\n## 2. *Solaris* (1972)\n\nA planet.\n\nIt answers.\n\n## 1. Stalker (1979)\n\n"
        "Three men walk.\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "a blog post as a page": (
        "<!doctype html><nav><ul><li>Home<li>About</ul></nav><p>Posted in 2024</p><h2>2. <i>Solaris</i> (1972)</h2>"
        "<p>A planet.</p><p>It answers.</p><h2>1. Stalker (1979)</h2><p>Three men walk.</p><footer><p>© me</p></footer>",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "a control character behind a table": (
        "<p>x</p><table><tr><td>menu</table>\x01<ul><li>Solaris (1972)<li>Stalker (1979)</ul>",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "tables of one shape in Markdown": (
        "## 1970s\n\n| Title | Year |\n|---|---|\n| Solaris | 1972 |\n| Stalker | 1979 |\n\n## 1960s\n\n| Title | Year |\n|---|---|\n"
        "| Ivan's Childhood | 1962 |\n\n| Day | Hall |\n|---|---|\n| Mo | 1 |\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Ivan's Childhood", 1962)],
    ),
    "tables of one shape, one of them empty": (
        "## 1950s\n\n| Title | Year |\n|---|---|\n\n## 1970s\n\n| Title | Year |\n|---|---|\n| Solaris | 1972 |\n\n## 1960s\n\n"
        "| Title | Year |\n|---|---|\n| Ivan's Childhood | 1962 |\n",
        [("Solaris", 1972), ("Ivan's Childhood", 1962)],
    ),
    "tables of one shape on a page": (
        "<h2>1970s</h2><table><tr><th>Title<th>Year<tr><td>Solaris<td>1972</table><p>x<h2>1960s</h2><table><caption>The sixties"
        "</caption><tr><th>Year<th>Title<tr><td>1962<td>Ivan's Childhood<tr><td>1966<td>Andrei Rublev</table>",
        [("Solaris", 1972), ("Ivan's Childhood", 1962), ("Andrei Rublev", 1966)],
    ),
    "tables of one shape in wikitext": (
        "== 1970s ==\n{|\n! Title !! Year\n|-\n| Solaris || 1972\n|}\n\n== 1960s ==\n{|\n! Title !! Year\n|-\n| [[Nine Days]] || 1962\n|}\n",
        [("Solaris", 1972), ("Nine Days", 1962)],
    ),
    "a festival's page": (
        "<div><h3>Solaris</h3><p>Andrei Tarkovsky | USSR | 1972 | 167'</p><p>A station.</p></div><div><h3>Stalker</h3><p>Andrei "
        "Tarkovsky | USSR | 1979 | 162'</p><p>A zone.</p></div>",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "what is known below each title": (
        "Solaris\nAndrei Tarkovsky, USSR, 1972\n\nIkarie XB 1\nJindřich Polák, Czechoslovakia 1963\nA ship.\n",
        [("Solaris", 1972), ("Ikarie XB 1", 1963)],
    ),
    "titles that look like names": (
        "Space\nBlade Runner, USA, 1982\nStar Wars, USA, 1977\n\nEarth\nPaul Robeson, UK, 1990\nAnnie Hall, USA, 1977\n",
        [("Blade Runner", 1982), ("Star Wars", 1977), ("Paul Robeson", 1990), ("Annie Hall", 1977)],
    ),
    "a programme without years": (
        "Monday 12 May\n19:00 Solaris\n21:30 Stalker\n\nTuesday 13 May\n19:00 Mirror\n",
        [("Solaris", None), ("Stalker", None), ("Mirror", None)],
    ),
    "a table with a column of files": (
        "Title,Year,Duration,File\nSolaris,1972,2:47:00,/films/Solaris (1972).mkv\nStalker,1979,2:41:30,/films/Stalker.mkv\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "a diary as a feed": (
        "<rss><channel><title>x</title><item><title>Solaris, 1972 - ★★★★½</title><filmTitle>Solaris</filmTitle><filmYear>1972</filmYear>"
        "</item><item><title>Stalker, 1979 - ★★★★★</title><filmTitle>Stalker</filmTitle><filmYear>1979</filmYear></item></channel></rss>",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "an outline": (
        '<?xml version="1.0"?><opml version="2.0"><head><title>Films</title></head><body><outline text="Soviet"><outline text='
        '"Solaris (1972)"/><outline text="Stalker (1979)"/></outline><outline text="Polish"><outline text="Seksmisja (1984)"/>'
        "</outline></body></opml>",
        [("Solaris", 1972), ("Stalker", 1979), ("Seksmisja", 1984)],
    ),
    "a cinema's leaflet": (
        "SOLARIS (12A) 1972, 167 mins, subtitled. Dir: Andrei Tarkovsky\nSTALKER (PG) 1979, 162 mins. Dir: Andrei Tarkovsky\n"
        "1984 (15) 1984, 113 mins. Dir: Michael Radford\n",
        [("SOLARIS", 1972), ("STALKER", 1979), ("1984", 1984)],
    ),
    "years and minutes without brackets": (
        "Solaris 1972, 167 min\nBlade Runner 2049 2017, 164 min\nAelita 1924 (U) 111 min\n",
        [("Solaris", 1972), ("Blade Runner 2049", 2017), ("Aelita", 1924)],
    ),
    "Roman numerals": (
        "I. Solaris (1972)\nII. Stalker (1979)\nIII. Mirror (1975)\nIV. Nostalghia (1983)\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Mirror", 1975), ("Nostalghia", 1983)],
    ),
    "titles that begin as numerals": (
        "X. (1999)\nI. Robot (2004)\nV. for Vendetta (2006)\n",
        [("X.", 1999), ("I. Robot", 2004), ("V. for Vendetta", 2006)],
    ),
    "letters": ("a) Solaris (1972)\nb) Stalker (1979)\n", [("Solaris", 1972), ("Stalker", 1979)]),
    "years and titles on one line": (
        "1972: Solaris; 1975: Mirror; 1979: Stalker; 1983: Nostalghia\n",
        [("Solaris", 1972), ("Mirror", 1975), ("Stalker", 1979), ("Nostalghia", 1983)],
    ),
    "titles and years on one line": (
        "Solaris, 1972; Stalker, 1979 | Mirror, 1975;\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Mirror", 1975)],
    ),
    "one film and a remark behind a semicolon": (
        "Solaris (1972); remade in 2002\nStalker (1979); The Zone is real\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "a page of definitions": (
        "<html><body><h1>Films</h1><dl><dt>Solaris (1972)</dt><dd>A planet.</dd><dt>Stalker (1979)</dt><dd>A zone.</dd></dl>",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "a page of boxes": (
        "<!doctype html><main><div class=card><div>Solaris</div></div><div>Solaris (1972)<br>A planet.</div><section>Stalker "
        "<span>(1979)</span><div>A zone.</div></section>Mirror (1975)</main>",
        [("Solaris", 1972), ("Stalker", 1979), ("Mirror", 1975)],
    ),
    "lists within lists on a page": (
        "<ul><li>1970s<ul><li>Solaris (1972)<li>Stalker (1979)</ul><li>1980s<ul><li>Kin-dza-dza! (1986)</ul></ul>",
        [("Solaris", 1972), ("Stalker", 1979), ("Kin-dza-dza!", 1986)],
    ),
    "lists within lists": (
        "- 1970s\n  - Solaris (1972)\n  - Stalker (1979)\n- 1980s\n  - Kin-dza-dza! (1986)\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Kin-dza-dza!", 1986)],
    ),
    "wikitext, a list": (
        "== Films ==\n* ''[[Solaris (1972 film)|Solaris]]'' (1972)\n* ''[[Stalker (1979 film)|Stalker]]'' (1979)<ref>x</ref>\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "wikitext, a list beside a table": (
        '* [[Aelita]] (1924)\n* [[Moon]] (2009)\n\n{| class="wikitable"\n! Year !! Film\n|-\n| 1982 || Blade Runner\n|}\n',
        [("Blade Runner", 1982)],
    ),
    "a calendar": (
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nDTSTART:20240301T190000Z\nSUMMARY:Solaris (1972)\nEND:VEVENT\n"
        "BEGIN:VEVENT\nDTSTART:20240302\nSUMMARY:Stalker\nEND:VEVENT\nEND:VCALENDAR\n",
        [("Solaris", 1972), ("Stalker", None)],
    ),
    "RIS, of a film with the years of two releases": (
        "TY  - VIDEO\nAU  - Varda, Agnès\nTI  - Cléo de 5 à 7\nPY  - 1962\nER  - \n\nTY  - MPCT\nA1  - Marker, Chris\nT1  - Sans soleil\n"
        "Y1  - 1983///\nN2  - Restored in 2011\nER  - \n\nTY  - MPCT\nTI  - L'Année dernière à Marienbad\nDA  - 1961/06/25\nER  -\n",
        [("Cléo de 5 à 7", 1962), ("Sans soleil", 1983), ("L'Année dernière à Marienbad", 1961)],
    ),
    "EndNote's tags": (
        "%0 Film or Broadcast\n%T Tokyo monogatari\n%A Ozu, Yasujiro\n%D 1953\n\n%0 Film or Broadcast\n%T Onibaba\n%D 1964\n%Z bought 2010\n",
        [("Tokyo monogatari", 1953), ("Onibaba", 1964)],
    ),
    "a library's records": (
        "=LDR  00000ngm a2200000 a 4500\n=001  12345\n=008  981012s1948\\\\it\\093\n"
        "=245  10$aLadri di biciclette$h[videorecording] /$cregia di Vittorio De Sica.\n=260  \\\\$aMilano :$bDomovideo,$c1998.\n"
        "=500  \\\\$aOriginally released as a motion picture in 1948.\n\n=LDR  00000ngm a2200000 a 4500\n=001  12346\n"
        "=245  10$aUmberto D.$h[DVD]\n=260  \\\\$aRoma,$cc2001.\n",
        [("Ladri di biciclette", 1948), ("Umberto D.", None)],
    ),
    "a list with its title and its owner beside it": (
        '{"user": {"id": 1, "name": "x"}, "list": {"title": "My list", "items": [{"film": {"title": "Zama", "year": 2017}},'
        ' {"film": {"title": "Roma", "year": 2018}}]}}',
        [("Zama", 2017), ("Roma", 2018)],
    ),
    "a list of names with its title": (
        '{"user": {"id": 1, "name": "x"}, "list": {"title": "My list", "items": ["Zama", "Roma"]}}',
        [("Zama", None), ("Roma", None)],
    ),
    "Dublin Core, a film with two titles": (
        "<records><record><title>Ο θίασος</title><title>The Travelling Players</title><year>1975</year></record>"
        "<record><title>Στέλλα</title><year>1955</year></record></records>",
        [("Ο θίασος", 1975), ("Στέλλα", 1955)],
    ),
    "a chat with what its program notes": (
        '{"name": "Club", "type": "private_group", "id": 9, "messages": [{"id": 1, "type": "service", "date": "2023-01-01T10:00:00",'
        ' "actor": "Ann", "action": "create_group", "title": "Club"}, {"id": 2, "type": "message", "date": "2023-01-02T10:00:00",'
        ' "from": "Ann", "text": "Stalker (1979)"}, {"id": 3, "type": "message", "date": "2023-01-02T10:01:00", "from": "Ann",'
        ' "text": ["and ", {"type": "bold", "text": "Solaris"}, " (1972)"]}, {"id": 4, "type": "message", "text": "Moon (2009)"},'
        ' {"id": 5, "type": "message", "text": "Alien (1979)"}]}',
        [("Stalker", 1979), ("Solaris", 1972), ("Moon", 2009), ("Alien", 1979)],
    ),
    "a board of cards": (
        '{"id": "5f", "name": "Movie night", "lists": [{"id": "l1", "name": "To watch", "closed": false}], "cards":'
        ' [{"id": "c1", "name": "Paris, Texas (1984)", "desc": "", "idList": "l1", "closed": false, "due": null, "labels": [],'
        ' "url": "x"}, {"id": "c2", "name": "Repo Man", "desc": "", "idList": "l1", "closed": true, "due": null, "labels": [],'
        ' "url": "x"}], "labels": [{"id": "x", "name": "drama", "color": "red"}]}',
        [("Paris, Texas", 1984), ("Repo Man", None)],
    ),
    "YAML, keys before its list": (
        'season: "2023/24"\nsessions:\n  - date: 2023-10-05\n    film: Aniki-Bóbó\n    year: 1942\n  - date: 2023-10-12\n'
        "    film: Os Verdes Anos\n    year: ~\n",
        [("Aniki-Bóbó", 1942), ("Os Verdes Anos", None)],
    ),
    "a browser's bookmarks": (
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n<DT><H3>Films to see</H3>\n<DL><p>\n"
        '<DT><A HREF="https://example.org/a">Bellissima (1951)</A>\n<DT><A HREF="https://example.org/b">Rocco and His Brothers (1960)</A>\n'
        "</DL><p>\n</DL><p>\n",
        [("Bellissima", 1951), ("Rocco and His Brothers", 1960)],
    ),
    "a library's catalogue": (
        "Titel;Erscheinungsjahr;Produktionsjahr;Medium\nDas Boot;2011;1981;DVD\nSolo Sunny;2004;1979;DVD\nHeimat 3;2004;;DVD\n",
        [("Das Boot", 1981), ("Solo Sunny", 1979), ("Heimat 3", None)],
    ),
    "titles in two languages, one with gaps": (
        "№\tРусскоязычное название\tОригинальное название\tГод\n1\tЗеркало\t\t1974\n2\t1+1\tIntouchables\t2011\n",
        [("Зеркало", 1974), ("1+1", 2011)],
    ),
    "suggestions from a form": (
        "Timestamp\tYour name\tFilm you suggest\tYear (if you know)\n3/2/2023 14:02:11\tLena\tClose-Up\t1990\n"
        "3/2/2023 15:22:01\tOmid\tTaste of Cherry\t1997\n",
        [("Close-Up", 1990), ("Taste of Cherry", 1997)],
    ),
    "details that begin with the year": (
        "标题,简介,创建时间\n月球,2009 / 英国 / 剧情 科幻 / 邓肯·琼斯,2018-08-11\n小武,1998-01-01(中国大陆) / 剧情,2021-04-05\n",
        [("月球", 2009), ("小武", 1998)],
    ),
    "MySQL's records": (
        "mysql> select title, year from films\\G\n*************************** 1. row ***************************\n"
        "title: Vertigo\n year: 1958\n*************************** 2. row ***************************\n"
        "title: Night: A Film\n year: NULL\n2 rows in set (0.00 sec)\n",
        [("Vertigo", 1958), ("Night: A Film", None)],
    ),
    "PostgreSQL's records": (
        "-[ RECORD 1 ]------\ntitle | Vertigo\nyear  | 1958\n-[ RECORD 2 ]------\ntitle | M\nyear  | 1931\n\n",
        [("Vertigo", 1958), ("M", 1931)],
    ),
    "SQLite's lines": (
        "   title = Vertigo\n    year = 1958\n\n   title = M\n    year = 1931\n",
        [("Vertigo", 1958), ("M", 1931)],
    ),
    "days alone above films with quoted titles": (
        "КИНОКЛУБ\n\n5 октября, суббота, 18:30\n«Дорога к звёздам», реж. П. Клушанцев, СССР, 1957, 50 мин.\n"
        "12 октября, суббота, 18:30\n«Крылья», реж. Л. Шепитько, СССР, 1966, 85 мин.\n",
        [("Дорога к звёздам", 1957), ("Крылья", 1966)],
    ),
    "days above titles that look like names": (
        "Di 5.3., 20 Uhr\nDER SCHWEIGENDE STERN\nDDR/PL 1960, R: Kurt Maetzig, 95 Min.\n\n"
        "Di 19.3., 20 Uhr\nIM STAUB DER STERNE\nDDR/RO 1976, R: Gottfried Kolditz, 95 Min.\n",
        [("DER SCHWEIGENDE STERN", 1960), ("IM STAUB DER STERNE", 1976)],
    ),
    "weekdays with the day's number": (
        "Mercredi 4 à 18h : Le Trou, Jacques Becker, 1960, 132 min\nJeudi 5 à 20h30 : Playtime, Jacques Tati, 1967, 124 min\n",
        [("Le Trou", 1960), ("Playtime", 1967)],
    ),
    "weekdays with the day's number in a column": (
        "OCTOBER\nWed 2   The Third Man (UK 1949, Carol Reed)\nWed 16  Kes (UK 1969, Ken Loach)\n",
        [("The Third Man", 1949), ("Kes", 1969)],
    ),
    "films side by side": (
        "Title,Year,Title,Year\nStagecoach,1939,The Searchers,1956\nHigh Noon,1952,,\n",
        [("Stagecoach", 1939), ("The Searchers", 1956), ("High Noon", 1952)],
    ),
    "a shop's titles": (
        "Title,Price\nSeven Samurai (1954),9\nInsomnia (1997) [Blu-ray],8\nThief (1981) (4K),7\nEuropa 51,7\n"
        'Dune (1984) + Q&A,8\n"Ran (1985), 35mm",8\nHud (1963) @dvd,8\n'
        "Sweet Smell of Success (1957) - Limited Ed. 2024,9\n",
        [
            ("Seven Samurai", 1954),
            ("Insomnia", 1997),
            ("Thief", 1981),
            ("Europa 51", None),
            ("Dune", 1984),
            ("Ran", 1985),
            ("Hud", 1963),
            ("Sweet Smell of Success", 1957),
        ],
    ),
    "BibTeX on a line": (
        "@movie{a, title={Solaris}, year={1972}}\n@movie{b, title={Stalker}, year=1979}\n",
        [("Solaris", 1972), ("Stalker", 1979)],
    ),
    "Wikidata's answers": (
        '{"head": {"vars": ["film", "filmLabel", "pubdate"]}, "results": {"bindings": [{"film": {"type": "uri", "value":'
        ' "http://www.wikidata.org/entity/Q1"}, "filmLabel": {"xml:lang": "en", "type": "literal", "value": "Solaris"},'
        ' "pubdate": {"type": "literal", "value": "1972-03-20T00:00:00Z"}}, {"filmLabel": {"type": "literal",'
        ' "value": "Stalker"}}]}}',
        [("Solaris", 1972), ("Stalker", None)],
    ),
    "a sum apart": (
        "Film,Year,Watched\nSolaris,1972,12/05/2019\n,,\nTotal,2,\n",
        [("Solaris", 1972)],
    ),
    "a year before its country": (
        "Solaris (Solyaris), 1972 USSR, dir. Andrei Tarkovsky, 167m\nLa Jetée, 1962 France, dir. Chris Marker, 28m\n",
        [("Solaris (Solyaris)", 1972), ("La Jetée", 1962)],
    ),
    "a year behind its country": (
        "Solaris, USSR 1972, 167 min\nStalker, USSR 1979, 163 min\nLa Jetée, France 1962, 28 min\n",
        [("Solaris", 1972), ("Stalker", 1979), ("La Jetée", 1962)],
    ),
    "a country and then a year": (
        "Солярис, СССР, 1972 г., реж. А. Тарковский\nSolaris | USSR | 1972 | 167 min\n«Кин-дза-дза!», СССР, 1986 г.\n",
        [("Солярис", 1972), ("Solaris", 1972), ("Кин-дза-дза!", 1986)],
    ),
    "a title that ends in a country": (
        "Paris, France (1993)\nOnce Upon a Time in China (1991)\nGoodbye, USSR (1990)\n",
        [("Paris, France", 1993), ("Once Upon a Time in China", 1991), ("Goodbye, USSR", 1990)],
    ),
    "no signs at all": (
        "Solaris 1972 USSR 167 min Andrei Tarkovsky\n2001: A Space Odyssey 1968 UK 149 min Stanley Kubrick\n"
        "Blade Runner 2049 2017 USA 164 min Denis Villeneuve\n",
        [("Solaris", 1972), ("2001: A Space Odyssey", 1968), ("Blade Runner 2049", 2017)],
    ),
    "a bibliography, APA": (
        "Tarkovsky, A. (Director). (1972). Solaris [Film]. Mosfilm.\nKubrick, S. (Director). (1968). 2001: A space odyssey"
        " [Film]. MGM.\n",
        [("Solaris", 1972), ("2001: A space odyssey", 1968)],
    ),
    "a bibliography, MLA": (
        "Solaris. Dir. Andrei Tarkovsky. Mosfilm, 1972. Film.\nAlien. Dir. Ridley Scott. 20th Century Fox, 1979. DVD.\n",
        [("Solaris", 1972), ("Alien", 1979)],
    ),
    "a line of further ones": (
        "1) Alien (1979)\n2) Stalker (1979)\nHonourable mentions: Moon (2009), Gravity (2013)\n",
        [("Alien", 1979), ("Stalker", 1979), ("Moon", 2009), ("Gravity", 2013)],
    ),
    "years with signs and without": (
        "Lagaan (2001)\nDil Se 1998\nSwades (2004)\nThe Lunchbox 2013\n",
        [("Lagaan", 2001), ("Dil Se", 1998), ("Swades", 2004), ("The Lunchbox", 2013)],
    ),
    "years that are not certain": (
        "Im Westen nichts Neues (1930 or 2022)\nStalker (1979?)\nMirror (c. 1975)\nNostalghia (1983 or so)\n",
        [("Im Westen nichts Neues", None), ("Stalker", None), ("Mirror", 1975), ("Nostalghia", 1983)],
    ),
    "directors with the years of their lives": (
        "Agnès Varda (1928–2019)\nCléo de 5 à 7\nVagabond\nChantal Akerman (1950-2015)\nJe tu il elle\n",
        [("Cléo de 5 à 7", None), ("Vagabond", None), ("Je tu il elle", None)],
    ),
    "dots that lead to the year": (
        "AGNÈS VARDA\n    La Pointe Courte ........ 1955\n    Le Bonheur .............. 1965\nCLAIRE DENIS (b. 1946)\n"
        "    Chocolat ................ 1988\n    35 rhums ................ 2008\n",
        [("La Pointe Courte", 1955), ("Le Bonheur", 1965), ("Chocolat", 1988), ("35 rhums", 2008)],
    ),
    "a title that ends in dots": ("If.... (1968)\nO Lucky Man! (1973)\n", [("If....", 1968), ("O Lucky Man!", 1973)]),
    "times of each kind": (
        "19:00 Solaris (1972)\n21.30 Stalker (1979)\nSa 20h Mirror (1975)\n20:00 Ivan's Childhood, 1962\n",
        [("Solaris", 1972), ("Stalker", 1979), ("Mirror", 1975), ("Ivan's Childhood", 1962)],
    ),
    "films called as times": (
        "12:01 (1993)\n3:10 to Yuma (2007)\nSolaris (1972)\nStalker (1979)\nMirror (1975)\n",
        [("12:01", 1993), ("3:10 to Yuma", 2007), ("Solaris", 1972), ("Stalker", 1979), ("Mirror", 1975)],
    ),
    "a listing of television": (
        "ARD\n20.15 Drei Haselnüsse für Aschenbrödel. Märchenfilm, ČSSR/DDR 1973. R: Václav Vorlíček  82 Min.\n"
        "22.30 Die Feuerzangenbowle. Komödie, D 1944. Mit Heinz Rühmann (sw)\nZDF\n"
        "20.15 Ist das Leben nicht schön? Drama, USA 1946\n",
        [
            ("Drei Haselnüsse für Aschenbrödel", 1973),
            ("Die Feuerzangenbowle", 1944),
            ("Ist das Leben nicht schön?", 1946),
        ],
    ),
    "Chinese numbers and marks": (
        "一、《悲情城市》1989年，侯孝贤\n二、《牯岭街少年杀人事件》1991年 杨德昌\n三、《一一》（2000）\n",
        [("悲情城市", 1989), ("牯岭街少年杀人事件", 1991), ("一一", 2000)],
    ),
} | KEPT
"""Texts as people have them, and the films in them: title and year."""


def films_of(text: str) -> FilmList:
    return validate(read_rows(text.encode(), "f"))


@pytest.mark.parametrize("name", HABITS)
def test_the_owner_finds_the_films_and_nothing_else(name: str) -> None:
    text, expected = HABITS[name]
    found = films_of(text)
    cells = found.frame["year"].tolist() if "year" in found.frame else [pd.NA] * len(found.frame)
    years = [None if pd.isna(year) else year for year in cells]
    assert [*zip(found.frame["title"], years, strict=True)] == expected
    assert found.account
    assert found.account.unaccounted == 0


def test_the_list_beside_a_table_can_be_chosen() -> None:
    for name, expected in (("Markdown, a list beside a table", "Alien"), ("wikitext, a list beside a table", "Aelita")):
        text = HABITS[name][0].encode()
        assert "other tables" in {problem.kind for problem in read_rows(text, "f").problems}
        assert read_rows(text, "f", table="list").cells[0][0] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a year before its country", ("Andrei Tarkovsky", "USSR")),
        ("a country and then a year", ("А. Тарковский", "СССР")),
        ("a bibliography, APA", ("Tarkovsky, A.", "Film, Mosfilm")),
        ("a bibliography, MLA", ("Andrei Tarkovsky", "Mosfilm; Film.")),
        ("no signs at all", ("Andrei Tarkovsky", "USSR")),
    ],
)
def test_what_stands_beside_the_year(name: str, expected: tuple[str, str]) -> None:
    rows = read_rows(HABITS[name][0].encode(), "f")
    first = dict(zip(rows.header, rows.cells[0], strict=True))
    director = next(value for column, value in first.items() if column.casefold() in ("director", "реж."))
    assert (director, first["description"]) == expected


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Lagaan (2001)\nDil Se\nSwades (2004)\nThe Lunchbox\nMasaan (2015)\n", ["Dil Se", "The Lunchbox"]),
        ("Lagaan (2001)\nA village plays cricket\nSwades (2004)\nAn engineer comes home\n", []),
        ("Lagaan (2001)\na village that plays cricket.\nSwades (2004)\nMasaan (2015)\n", []),
        ("Lagaan (2001)\n  Dil Se\nSwades (2004)\n  The Lunchbox\nMasaan (2015)\n", []),
        ("Lagaan (2001)\n", []),
    ],
    ids=["some", "each", "a sentence", "moved in", "none"],
)
def test_a_line_that_could_be_a_film_is_named_where_it_was_taken_for_a_text(text: str, doubted: list[str]) -> None:
    problems = read_rows(text.encode(), "f").problems
    assert [each.value for each in problems if each.kind == "line below a film"] == doubted


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("Film,Director,Stars\nStalker,Tarkovsky,5\nSolaris,Tarkovsky,4\n", "rating", [5, 4]),
        (
            "Film,Stars\nStalker,Alisa Freindlich\nSolaris,Natalya Bondarchuk\n",
            "cast",
            [("Alisa Freindlich",), ("Natalya Bondarchuk",)],
        ),
        ("Время,Фильм,Год\n18:00,А,1957\n20:30,Б,1959\n", "Время", ["18:00", "20:30"]),
        ("Время,Фильм,Год\n1:40,А,1957\n2:30,Б,1959\n", "running_time_min", [100, 150]),
        ("Title,Publication Title,Year\nA,,1957\nB,,1958\n", "year", [1957, 1958]),
        ("Title,Price\nInsomnia (1997) [Blu-ray],8\nA (1957),8\n", "Edition", ["[Blu-ray]", None]),
    ],
    ids=["stars that are a rating", "stars that are people", "a time of day", "a length", "a journal", "an edition"],
)
def test_what_a_column_is(text: str, column: str, expected: list[object]) -> None:
    found = films_of(text).frame[column].tolist()
    assert [None if each is None or each != each else each for each in found] == expected  # noqa: PLR0124


def test_there_are_many() -> None:
    assert len(HABITS) >= 150


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("- [x] Solaris (1972)\n- [ ] Stalker (1979)\n- [x] ~~Mirror (1975)~~\n", ["x", "", "x~~"]),
        ("★ Solaris (1972)\n• Stalker (1979)\n", ["★", ""]),
        ("✅ Solaris (1972)\n❌ Stalker (1979)\n", ["✅", "❌"]),
        ("- [x] Solaris (1972)\n- [x] Stalker (1979)\n", None),
        ("* Solaris (1972)\n- Stalker (1979)\n", None),
    ],
    ids=["boxes", "a star", "ticks and crosses", "all alike", "bullets"],
)
def test_signs_that_differ_are_kept(text: str, marks: list[str] | None) -> None:
    rows = read_rows(text.encode(), "f")
    assert ([cells[rows.header.index("Mark")] for cells in rows.cells] if "Mark" in rows.header else None) == marks


@pytest.mark.parametrize(
    ("name", "lists"),
    [
        ("tables of one shape in Markdown", ["1970s", "1970s", "1960s"]),
        ("tables of one shape on a page", ["1970s", "The sixties", "The sixties"]),
        ("tables of one shape in wikitext", ["1970s", "1960s"]),
    ],
)
def test_tables_read_together_say_which(name: str, lists: list[str]) -> None:
    rows = read_rows(HABITS[name][0].encode(), "f")
    assert [cells[rows.header.index("list")] for cells in rows.cells] == lists
