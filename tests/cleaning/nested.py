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
}
