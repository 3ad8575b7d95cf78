"""Objects, lists and elements within each other, with the films that each file holds.

The cases at even places were written down before the rules were and looked at only after them.
"""

# ruff: noqa: E501

NESTED: dict[str, tuple[str, list[tuple[str, int | None]]]] = {
    "two lists and settings": (
        '{"version": 2, "favourites": [{"title": "Akira", "year": 1988}], "later": [{"title": "Moon", "year": 2009}]}',
        [("Akira", 1988), ("Moon", 2009)],
    ),
    "by genre": (
        '{"drama": [{"title": "Roma", "year": 2018}], "war": [{"title": "Come and See", "year": 1985}]}',
        [("Roma", 2018), ("Come and See", 1985)],
    ),
    "by genre, titles only": (
        '{"комедия": ["Курьер", "Мимино"], "драма": ["Зеркало"]}',
        [("Курьер", None), ("Мимино", None), ("Зеркало", None)],
    ),
    "by title": (
        '{"Akira": {"year": 1988, "director": "Otomo"}, "Moon": {"year": 2009, "director": "Jones"}}',
        [("Akira", 1988), ("Moon", 2009)],
    ),
    "years by title": ('{"Akira": 1988, "Moon": 2009}', [("Akira", 1988), ("Moon", 2009)]),
    "by decade and year": (
        '{"1970s": {"1972": ["Solaris"], "1979": ["Stalker", "Alien"]}, "2000s": {"2009": ["Moon"]}}',
        [("Solaris", 1972), ("Stalker", 1979), ("Alien", 1979), ("Moon", 2009)],
    ),
    "by year, objects": (
        '{"1972": [{"title": "Solaris"}], "2009": [{"title": "Moon"}]}',
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "by the year of seeing": (
        '{"2021": [{"name": "Solaris", "released": 1972}], "2022": [{"name": "Moon", "released": 2009}]}',
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "a list of lists": (
        '[{"listName": "Space", "movies": [{"title": "Moon", "year": 2009}]},'
        ' {"listName": "War", "movies": [{"title": "Roma", "year": 2018}]}]',
        [("Moon", 2009), ("Roma", 2018)],
    ),
    "wrapped in a film": (
        '[{"rank": 1, "listed_at": "2020-01-01T00:00:00.000Z", "movie": {"title": "Solaris", "year": 1972, "ids": {"trakt": 1}}}]',
        [("Solaris", 1972)],
    ),
    "lines of wrapped films": (
        '{"addedAt": "2021-05-05", "media": {"title": "Solaris", "releaseYear": 1972}}\n'
        '{"addedAt": "2021-05-06", "media": {"title": "Moon", "releaseYear": 2009}}\n',
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "nodes of a graph": (
        '{"data": {"user": {"films": {"edges": [{"node": {"title": "Solaris", "year": 1972}},'
        ' {"node": {"title": "Moon", "year": 2009}}]}}}}',
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "one film with a cast": (
        '{"title": "Solaris", "year": 1972, "cast": [{"name": "Banionis"}, {"name": "Bondarchuk"}]}',
        [("Solaris", 1972)],
    ),
    "films with casts": (
        '[{"title": "Solaris", "year": 1972, "cast": [{"name": "Banionis"}]}, {"title": "Moon", "year": 2009, "cast": []}]',
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "a page of a service": (
        '{"page": 1, "results": [{"title": "Solaris", "release_date": "1972-03-20", "genre_ids": [18]}], "total_pages": 9}',
        [("Solaris", 1972)],
    ),
    "columns": (
        '{"Название": ["Солярис", "Зеркало"], "Год": [1972, 1975]}',
        [("Солярис", 1972), ("Зеркало", 1975)],
    ),
    "a query's bindings": (
        '{"head": {"vars": ["film", "filmLabel"]}, "results": {"bindings": ['
        '{"film": {"type": "uri", "value": "http://www.wikidata.org/entity/Q1"}, "filmLabel": {"type": "literal", "value": "Solaris"},'
        ' "year": {"type": "literal", "value": "1972"}}]}}',
        [("Solaris", 1972)],
    ),
    "by title, one word each": (
        '{"Солярис": {"год": 1972}, "Сталкер": {"год": 1979}, "Зеркало": {"год": 1975}}',
        [("Солярис", 1972), ("Сталкер", 1979), ("Зеркало", 1975)],
    ),
    "films and series apart": (
        '{"movies": [{"status": "completed", "last_watched_at": "2020-01-01", "movie": {"title": "Solaris", "year": 1972}},'
        ' {"status": "completed", "last_watched_at": "2020-01-02", "movie": {"title": "Moon", "year": 2009}}],'
        ' "shows": [{"status": "watching", "last_watched_at": "2020-01-01", "show": {"title": "Lost", "year": 2004}}]}',
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "YAML, a map of lists": (
        "watched:\n  - title: Solaris\n    year: 1972\nwatchlist:\n  - title: Moon\n    year: 2009\n",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "YAML, by title": (
        "Solaris:\n  year: 1972\n  director: Tarkovsky\nMoon:\n  year: 2009\n",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "YAML, with a beginning": (
        "---\n# our films\n- название: Солярис\n  год: 1972\n- название: Зеркало\n  год: 1975\n",
        [("Солярис", 1972), ("Зеркало", 1975)],
    ),
    "YAML, quoted": (
        "films:\n- title: \"2001: A Space Odyssey\"\n  year: 1968\n- title: 'No'\n  year: 2012\n",
        [("2001: A Space Odyssey", 1968), ("No", 2012)],
    ),
    "YAML, text over lines": (
        "- title: Solaris\n  year: 1972\n  description: |\n    A planet\n    that answers: itself.\n- title: Moon\n  year: 2009\n",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "XML, attributes": (
        '<films><film title="Solaris" year="1972"/><film title="Moon" year="2009"/></films>',
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "XML, two lists": (
        '<lists><list name="seen"><film><title>Solaris</title><year>1972</year></film><film><title>Moon</title>'
        '<year>2009</year></film></list><list name="wanted"><film><title>Alien</title><year>1979</year></film></list></lists>',
        [("Solaris", 1972), ("Moon", 2009), ("Alien", 1979)],
    ),
    "XML, with actors": (
        '<?xml version="1.0"?><Movies><Movie><Title>Alien</Title><Year>1979</Year><Actors><Actor><Name>Weaver</Name></Actor>'
        "<Actor><Name>Holm</Name></Actor></Actors></Movie><Movie><Title>Moon</Title><Year>2009</Year><Actors/></Movie></Movies>",
        [("Alien", 1979), ("Moon", 2009)],
    ),
    "XML, one film in a list": (
        "<library><movies><movie><name>Solaris</name><released>1972</released></movie></movies>"
        "<series><show><name>Lost</name><released>2004</released><episodes>121</episodes></show></series></library>",
        [("Solaris", 1972), ("Lost", 2004)],
    ),
    "XML, one film": (
        '<?xml version="1.0" encoding="UTF-8"?><movie><title>Solaris</title><year>1972</year>'
        '<uniqueid type="imdb">tt0069293</uniqueid><actor><name>Banionis</name></actor></movie>',
        [("Solaris", 1972)],
    ),
    "XML, names with prefixes": (
        '<x:root xmlns:x="urn:x"><x:фильм><x:название>Солярис</x:название><x:год>1972</x:год></x:фильм>'
        "<x:фильм><x:название>Зеркало</x:название><x:год>1975</x:год></x:фильм></x:root>",
        [("Солярис", 1972), ("Зеркало", 1975)],
    ),
    "XML, names joined": (
        "<recentratings><film><filmid>5</filmid><filmname>Solaris</filmname><filmyear>1972</filmyear><rating>90</rating></film>"
        "<film><filmid>6</filmid><filmname>Moon</filmname><filmyear>2009</filmyear><rating>80</rating></film></recentratings>",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "XML, rows of cells": (
        '<?xml version="1.0"?><Workbook xmlns="urn:s"><Worksheet Name="Films"><Table><Row><Cell><Data Type="String">Title</Data></Cell>'
        '<Cell><Data Type="String">Year</Data></Cell></Row><Row><Cell><Data Type="String">Solaris</Data></Cell>'
        '<Cell><Data Type="Number">1972</Data></Cell></Row></Table></Worksheet></Workbook>',
        [("Solaris", 1972)],
    ),
    "a checklist beside labels with names": (
        '{"title": "to see", "labels": [{"name": "Films"}], "listContent": [{"text": "Solaris (1972)", "isChecked": true},'
        ' {"text": "Moon (2009) ⭐⭐⭐", "isChecked": false}, {"text": "Roma", "isChecked": false}]}',
        [("Solaris", 1972), ("Moon", 2009), ("Roma", None)],
    ),
    "a checklist, a year denied": (
        '{"tags": [{"name": "kino"}], "tasks": [{"text": "Alien (1979) - with Jo", "done": 1},'
        ' {"text": "Crash (not the 2004 one)", "done": 0}, {"text": "Moon (2009)", "done": 0}]}',
        [("Alien", 1979), ("Crash", None), ("Moon", 2009)],
    ),
    "messages with talk among them": (
        '{"messages": [{"type": "message", "date": "2024-05-01", "text": "Monday: «Solaris» (1972) 🚀"},'
        ' {"type": "message", "date": "2024-05-02", "text": "who has the keys?"},'
        ' {"type": "message", "date": "2024-05-03", "text": ["Tuesday: ", {"type": "bold", "text": "«Moon» (2009)"}, ", ok?"]}]}',
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "a thread, each post below the one before": (
        '{"thread": {"post": {"record": {"text": "My year, a thread"}}, "replies": [{"post": {"record": {"text":'
        ' "1/ Solaris (Tarkovsky, 1972) 9/10"}}, "replies": [{"post": {"record": {"text": "2/ Moon (Jones, 2009) 8/10"}}}]}]}}',
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "titles of videos": (
        '{"title": "Classics", "entries": [{"title": "Metropolis (1927) | Full Movie", "upload_date": "20200101"},'
        ' {"title": "M | 1931 | HD", "upload_date": "20200102"}, {"title": "Nosferatu (1922) FULL MOVIE", "upload_date": "20200103"}]}',
        [("Metropolis", 1927), ("M", 1931), ("Nosferatu", 1922)],
    ),
    "a player's history": (
        '{"time": 1719000000, "path": "/films/Solaris (1972)/Solaris.mkv", "title": "Solaris.mkv"}\n'
        '{"time": 1719000001, "path": "/films/Moon.2009.1080p.mkv", "title": "Moon.2009.1080p.mkv"}\n',
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "a player's history, another name among the files": (
        '[{"file": "D:/x/Alien [1979]/Alien.avi", "title": "Alien.avi"}, {"file": "D:/x/Roma.2018.720p.mkv", "title":'
        ' "Roma.2018.720p.mkv"}, {"file": "https://example.org/live", "title": "Live from Cannes"}]',
        [("Alien", 1979), ("Roma", 2018), ("Live from Cannes", None)],
    ),
    "XML, a name in an element of its own": (
        "<list><movie><title>Solaris</title><releasedate><year><displayname>1972</displayname></year></releasedate>"
        "<dvdreleasedate><year><displayname>2011</displayname></year></dvdreleasedate></movie>"
        "<movie><title>Moon</title><releasedate><year><displayname>2009</displayname></year></releasedate>"
        "<dvdreleasedate><year><displayname>2012</displayname></year></dvdreleasedate></movie></list>",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "the year of a season beside that of seeing": (
        '{"entries": [{"completedAt": {"year": 2020}, "media": {"title": "Akira", "seasonYear": 1988}},'
        ' {"completedAt": {"year": 2021}, "media": {"title": "Paprika", "seasonYear": 2006}}]}',
        [("Akira", 1988), ("Paprika", 2006)],
    ),
    "XML, notes with tasks": (
        "<en-export><note><title>Space</title><content><![CDATA[<en-note><div>at home</div>"
        '<div><en-todo checked="true"/>Solaris (1972)</div><div><en-todo/>Moon (2009)</div></en-note>]]></content></note>'
        "<note><title>Shop</title><content><![CDATA[<en-note><en-todo/>milk</en-note>]]></content></note></en-export>",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "XML, notes without tasks": (
        "<en-export><note><title>Space</title><content><![CDATA[<en-note><div>Solaris (1972)</div>"
        "<div>Moon (2009)</div></en-note>]]></content></note></en-export>",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "XML, two notes of one name": (
        "<en-export><note><title>A</title><content><![CDATA[<en-note>Solaris (1972)</en-note>]]></content></note>"
        "<note><title>A</title><content><![CDATA[<en-note>Moon (2009)</en-note>]]></content></note></en-export>",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
    "XML, a library's records with other titles": (
        "<modsCollection><mods><titleInfo><nonSort>The </nonSort><title>Ascent</title></titleInfo><titleInfo"
        ' type="alternative"><title>Voskhozhdenie</title></titleInfo><originInfo><dateIssued>2021</dateIssued>'
        "<dateCreated>1977</dateCreated></originInfo></mods><mods><titleInfo><title>Solaris</title></titleInfo>"
        "<originInfo><dateIssued>2011</dateIssued><dateCreated>1972</dateCreated></originInfo></mods></modsCollection>",
        [("The Ascent", 1977), ("Solaris", 1972)],
    ),
    "HTML, a sheet with its letters and numbers": (
        "<table><tr><th></th><th>A</th><th>B</th></tr><tr><th>1</th><td colspan=2>Space</td></tr><tr><th>2</th>"
        "<td>Title</td><td>Year</td></tr><tr><th>3</th><td>Solaris</td><td>1972</td></tr>"
        "<tr><th>4</th><td>Moon</td><td>2009</td></tr></table>",
        [("Solaris", 1972), ("Moon", 2009)],
    ),
}
