"""Files made to hurt, and what each gets: ``python -m tests.formats.hostile`` prints it with time and memory."""

from __future__ import annotations

import gzip
import io
import json
import random
import sqlite3
import time
import zipfile
from collections.abc import Callable

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.formats.read import read_rows
from dashboard.i18n.languages import english
from dashboard.i18n.problem_text import sentence
from dashboard.lists.sandbox.jobs import run
from dashboard.model.problems import BadListError
from tests.limits import most_memory

SIZE = 50_000_000
"""Bytes that a visitor may upload."""
ROW = b"title,year\nSolaris,1972\n"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)


def workbook(replaced: dict[str, str] | None = None, added: dict[str, bytes] | None = None) -> bytes:
    """A small workbook, some of whose parts are others."""
    book = openpyxl.Workbook()
    book.active.append(["title", "year"])
    book.active.append(["Solaris", 1972])
    plain = io.BytesIO()
    book.save(plain)
    made = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for before, after in (replaced or {}).items():
                text = text.replace(before, after)
            new.writestr(name, text)
        for name, content in (added or {}).items():
            new.writestr(name, content)
    return made.getvalue()


def parquet(rows: int) -> bytes:
    """A small file of many rows that are all the same."""
    column = pa.DictionaryArray.from_arrays(pa.array([0] * 1, pa.int32()).take(pa.array([0] * rows)), ["x" * 1_000])
    made = io.BytesIO()
    pq.write_table(pa.table({"title": column}), made, compression="zstd")
    return made.getvalue()


def zipped(name: str, size: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as member:
        for _ in range(size // 1_000_000):
            member.write(b" " * 1_000_000)
    return made.getvalue()


def gzipped(size: int) -> bytes:
    """A small file that unpacks to many blanks."""
    made = io.BytesIO()
    with gzip.open(made, "wb") as packed:
        for _ in range(size // 1_000_000):
            packed.write(b" " * 1_000_000)
    return made.getvalue()


def database(*statements: str) -> bytes:
    """A database in which some statements were executed."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE films (title, year)")
    base.execute("INSERT INTO films VALUES ('Solaris', 1972)")
    for statement in statements:
        base.execute(statement)
    base.commit()
    return base.serialize()


def archive(files: int) -> bytes:
    """An archive of many small files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for number in range(files):
            packed.writestr(f"{number}.csv", ROW)
    return made.getvalue()


ENDLESS = (
    "WITH RECURSIVE n(title, year) AS (SELECT 'A', 1 UNION ALL SELECT title, year + 1 FROM n) "
    "SELECT title, year, 1 AS rating"
)
"""A query whose rows do not end."""


def damaged(data: bytes, every: int = 1_000) -> bytes:
    """A file of which a byte is another one here and there."""
    chance = random.Random(2)
    made = bytearray(data)
    for at in range(100, len(made), every):
        made[at] = chance.randrange(256)
    return bytes(made)


def in_a_circle(data: bytes) -> bytes:
    """A database whose pages lead to each other: each inner page names the first one as its last part."""
    made, size = bytearray(data), int.from_bytes(data[16:18], "big")
    for begins in range(size, len(made), size):
        if made[begins] == 5:
            made[begins + 8 : begins + 12] = (2).to_bytes(4, "big")
    return bytes(made)


def many_lists(files: int, content: bytes) -> bytes:
    """An archive of many files that are all the same."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(files):
            packed.writestr(f"{number}/hostile", content)
    return made.getvalue()


def again_and_again(content: bytes, times: int, pack: Callable[[bytes], bytes]) -> bytes:
    """A file that is packed in another one, which is packed in another one …"""
    for _ in range(times):
        content = pack(content)
    return content


FILES: dict[str, Callable[[], bytes]] = {
    "zip bomb": lambda: zipped("films.csv", 2_000_000_000),
    "zip of a zip bomb": lambda: zipped("a/b.zip", 2_000_000_000),
    "workbook bomb": lambda: workbook(added={"xl/worksheets/sheet9.xml": b" " * 600_000_000}),
    "workbook of one far cell": lambda: workbook({'r="A2"': 'r="XFD1048576"', 'r="2"': 'r="1048576"'}),
    "workbook with a billion laughs": lambda: workbook(
        {"<?xml version='1.0' encoding='UTF-8'?>": "", "<worksheet": LAUGHS + "<worksheet", "Solaris": "&j;"}
    ),
    "workbook cut off": lambda: workbook()[:2_000],
    "parquet of 3,000,000 long cells": lambda: parquet(3_000_000),
    "parquet cut off": lambda: parquet(100)[:-30],
    "cell of 10 MB": lambda: b"title,year\n" + b"x" * 10_000_000 + b",1972\n",
    "file cut off in the middle": lambda: b'title,text\nA,"' + "я".encode()[:1],
    "NUL bytes": lambda: ROW + b"\0" * 1_000_000,
    "JSON nested 100,000 deep": lambda: b"[" * 100_000 + b"]" * 100_000,
    "objects nested 100,000 deep": lambda: b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "an object of 2,500,000 numbers": lambda: json.dumps({f"k{at}": at % 10**6 for at in range(2_500_000)}).encode(),
    "JSON cut off": lambda: json.dumps([{"title": "A", "year": 1}] * 200_000).encode()[:-9],
    "unclosed quote": lambda: b'title,year\n"A,1972\n' + b"B,1973\n" * 200_000,
    "unclosed quotes": lambda: b"title,year\n" + b'"A,1972\nB,1973\n' * 50_000,
    "a line of quotes": lambda: b"title,year\n" + b'"' * 1_000_000 + b"\n",
    "a line of quotes and commas": lambda: b"title,year\n" + b'"a",b"",' * 200_000 + b"\n",
    "a million columns": lambda: b"title," + b"a," * 1_000_000 + b"\nA\n",
    "ten million rows": lambda: b"title\n" + b"a\n" * 10_000_000,
    "50 MB of commas": lambda: b"title" + b"," * (SIZE - 10),
    "50 MB of line ends": lambda: b"\n" * SIZE,
    "50 MB of bars": lambda: b"|title|\n|---|\n" + b"|" * (SIZE - 20),
    "50 MB of blanks": lambda: b" " * SIZE,
    "50 MB of brackets": lambda: b"(" * SIZE,
    "50 MB in one line": lambda: b"Solaris (1972) " * (SIZE // 15),
    "50 MB of marks": lambda: "\u0316\u0301".encode() * (SIZE // 4),
    "50 MB by chance": lambda: random.Random(1).randbytes(SIZE),
    "HTML nested 100,000 deep": lambda: b"<table><tr><td>" * 100_000,
    "HTML of 1,000,000 columns": lambda: b"<table><tr><td colspan=1000000>title</table>",
    "HTML rows that span": lambda: b"<table>" + b"<tr><td rowspan=65534 colspan=1000>a" * 2_000,
    "SQLite cut off": lambda: database("INSERT INTO films SELECT title, year FROM films")[:3_000],
    "SQLite by chance": lambda: database()[:100] + random.Random(1).randbytes(1_000_000),
    "SQLite with a view without end": lambda: database(f"CREATE VIEW v AS {ENDLESS} FROM n"),
    "SQLite that only counts": lambda: database(f"CREATE VIEW v AS {ENDLESS} FROM n WHERE year < 0"),
    "SQLite with a text of 1 GB": lambda: database(
        "CREATE VIEW v AS SELECT hex(zeroblob(500000000)) AS title, 1 AS year, 2 AS rating"
    ),
    "SQLite with many cells of 1 MB": lambda: database(
        f"CREATE VIEW v AS SELECT printf('%1000000d', 1) AS title, year, rating FROM ({ENDLESS} FROM n)"
    ),
    "SQLite with a function that loads": lambda: database(
        "CREATE VIEW v AS SELECT load_extension('x') AS title, 1 AS year, 2 AS rating"
    ),
    "SQLite with 3,000 tables": lambda: database(*(f"CREATE TABLE t{at} (title)" for at in range(3_000))),
    "XML with a billion laughs": lambda: LAUGHS.encode() + b"<x><film><title>&j;</title></film></x>",
    "XML with a file": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x><film><title>&a;</title></film></x>'
    ),
    "XML with a definition elsewhere": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x><film><title>Solaris</title></film></x>'
    ),
    "XML nested 100,000 deep": lambda: b"<x>" * 100_000 + b"</x>" * 100_000,
    "XML cut off": lambda: b"<x>" + b"<film><title>A</title></film>" * 100_000,
    "50 MB of elements": lambda: b"<x>" + b"<f/>" * (SIZE // 4 - 3) + b"</x>",
    "50 MB of attributes": lambda: b"<x>" + b'<f title="a" b="c"/>' * (SIZE // 21) + b"</x>",
    "YAML of references": lambda: (
        b"films:\n- title: A\n  x: &a [1,1,1,1,1,1,1,1,1]\n"
        + b"".join(
            f"- title: B\n  x: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n".encode() for n in range(9)
        )
    ),
    "YAML with tags": lambda: (
        b"- title: !!python/object/apply:os.system ['true']\n  year: 1972\n- title: B\n  year: 1\n"
    ),
    "YAML nested 100,000 deep": lambda: b"- title: A\n  x: " + b"[" * 100_000,
    "YAML nested by lines": lambda: b"- title: A\n  year: 1\n" + b"".join(b" " * n + b"- - \n" for n in range(2_000)),
    "50 MB of YAML": lambda: b"- title: A\n  year: 1972\n" * (SIZE // 24),
    "3 MB of YAML": lambda: b"- title: A\n  year: 1972\n" * (2_900_000 // 24),
    "gzip bomb": lambda: gzipped(2_000_000_000),
    "gzip of a gzip bomb": lambda: gzip.compress(gzipped(2_000_000_000)),
    "gzip cut off": lambda: gzip.compress(ROW * 1_000)[:-20],
    "zip of 20,000 files": lambda: archive(20_000),
    "zip that says that it is small": lambda: zipped("films.csv", 60_000_000).replace(
        (60_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little")
    ),
    "50 MB of an old encoding": lambda: ("Солярис;Сталкер\n" * 4_000_000).encode("cp1251")[: SIZE - 10],
    "50 MB of Chinese": lambda: ("电影名,年份\n" + "肖申克的救赎,1994\n" * 3_000_000).encode("gb18030")[: SIZE - 10],
    "JSON of 1,000,000 keys": lambda: (
        b'{"films": [{"title": "A"}], ' + b", ".join(b'"k%d": 1' % at for at in range(1_000_000)) + b"}"
    ),
    "JSON of 1,000,000 lists": lambda: b"{" + b", ".join(b'"k%d": [1]' % at for at in range(1_000_000)) + b"}",
    "JSON of one long number": lambda: b'[{"title": "A", "year": ' + b"1" * (SIZE - 40) + b"}]",
    "JSON of 1,000,000 lines": lambda: b'{"title": "A"}\n' * 1_000_000,
    "JSON of columns for each film": lambda: json.dumps(
        [{f"k{at}": at, "title": "A"} for at in range(100_000)]
    ).encode(),
    "objects nested 200 deep in 100,000 films": lambda: (
        b"[" + b",".join([b'{"title": "A", "x": ' + b'{"a":' * 200 + b"1" + b"}" * 200 + b"}"] * 20_000) + b"]"
    ),
    "XML with entities of parameters": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x"> %a;]><x><film title="A"/></x>'
    ),
    "XML with attributes by default": lambda: (
        b'<!DOCTYPE x [<!ATTLIST f a CDATA "' + b"y" * 100_000 + b'">]><x>' + b"<f/>" * 200_000 + b"</x>"
    ),
    "XML of 100,000 names": lambda: (
        b"<x>" + b"".join(b"<k%d><title>A</title></k%d>" % (at, at) for at in range(100_000)) + b"</x>"
    ),
    "XML of one long text": lambda: b"<x><film><title>" + b"A" * (SIZE - 60) + b"</title></film></x>",
    "XML of one long name": lambda: b"<x><" + b"a" * (SIZE - 60) + b"/></x>",
    "XML of many texts in one element": lambda: b"<x><film>" + b"a<b/>" * 390_000 + b"</film></x>",
    "XML in UTF-16": lambda: ("<x>" + "<film><title>A</title></film>" * 100_000 + "</x>").encode("utf-16"),
    "YAML of one long map": lambda: (
        b"films:\n- title: A\n  year: 1\n" + b"".join(b"k%d: 1\n" % at for at in range(250_000))
    ),
    "YAML that merges": lambda: b"- title: A\n  year: 1\n- &a\n  title: B\n- <<: *a\n  <<: *a\n",
    "YAML of binary tags": lambda: b"- title: A\n  year: 1\n" + b"- title: !!binary ////\n" * 100_000,
    "YAML of marks of keys": lambda: b"- title: A\n  year: 1\n" + b"? " * 1_400_000,
    "YAML of dashes": lambda: b"- title: A\n  year: 1\n" + b"- " * 1_400_000,
    "YAML of one long line": lambda: b"- title: A\n  year: 1\n- title: '" + b"a\n\n" * 900_000,
    "SQLite with a huge blob": lambda: database("INSERT INTO films VALUES (zeroblob(45000000), 1)"),
    "SQLite with a column made of 1 GB": lambda: database(
        "CREATE TABLE seen (year, title AS (hex(zeroblob(400000000 + year))), rating)",
        "INSERT INTO seen (year, rating) VALUES (1, 1)",
    ),
    "SQLite with a column that counts": lambda: database(
        "CREATE TABLE seen (year, title AS (printf('%900000d', year)), rating)",
        "INSERT INTO seen (year, rating) WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 2000) "
        "SELECT x, x FROM n",
    ),
    "SQLite with views of views": lambda: database(
        "CREATE VIEW v0 AS SELECT title, year, 1 AS rating FROM films UNION ALL SELECT 'B', 2, 2",
        *(f"CREATE VIEW v{at + 1} AS SELECT a.title, a.year, a.rating FROM v{at} a, v{at} b" for at in range(6)),
    ),
    "SQLite with a trigger that calls itself": lambda: database(
        "CREATE TRIGGER t AFTER INSERT ON films BEGIN INSERT INTO films VALUES (new.title, new.year + 1); END"
    ),
    "SQLite with 1,900 columns": lambda: database(
        f"CREATE TABLE seen ({', '.join(f'c{at}' for at in range(1_900))})", "INSERT INTO seen (c1) VALUES (1)"
    ),
    "SQLite of 2,000,000 rows": lambda: database(
        "INSERT INTO films WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 2000000) "
        "SELECT x, x FROM n"
    ),
    "SQLite damaged": lambda: damaged(
        database(
            "INSERT INTO films WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 200000) "
            "SELECT 'A' || x, x FROM n"
        )
    ),
    "SQLite in a circle": lambda: in_a_circle(
        database(
            "INSERT INTO films WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 200000) "
            "SELECT 'A' || x, x FROM n"
        )
    ),
    "gzip in gzip in gzip": lambda: again_and_again(ROW, 50, gzip.compress),
    "gzip of 200,000 parts": lambda: gzip.compress(b"a") * 200_000,
    "gzip of a database without end": lambda: gzip.compress(database(f"CREATE VIEW v AS {ENDLESS} FROM n")),
    "zip in zip in zip": lambda: again_and_again(ROW, 50, lambda content: many_lists(1, content)),
    "zip of 300 databases without end": lambda: many_lists(300, database(f"CREATE VIEW v AS {ENDLESS} FROM n")),
    "zip of 1,000 long lists": lambda: many_lists(1_000, b"title,year\n" + b"A,1972\n" * 7_000),
    "zip damaged": lambda: damaged(archive(1_000), 97),
    "50 MB of KOI8-R in one line": lambda: ("Солярис " * 7_000_000).encode("koi8-r")[: SIZE - 10],
    "50 MB of Shift-JIS": lambda: ("題名,年\n" + "千と千尋の神隠し,2001\n" * 2_500_000).encode("shift-jis")[
        : SIZE - 10
    ],
    "50 MB of UTF-16": lambda: ("title,year\n" + "Солярис,1972\n" * 1_900_000).encode("utf-16")[: SIZE - 10],
    "50 MB of Latin 2 and broken bytes": lambda: (
        ("Miś;1981\n" * 5_500_000).encode("iso8859-2")[: SIZE - 10].replace(b"\n", b"\n\xff", 1_000)
    ),
    "50 MB of BibTeX": lambda: b"@a{b, title={A}}\n" * (SIZE // 18),
    "BibTeX that never ends": lambda: b"@a{b, title={" * (SIZE // 14),
    "BibTeX nested deep": lambda: b"@a{b, title=" + b"{" * (SIZE - 20),
    "BibTeX of names": lambda: b"@a{b, author={" + b"a and " * (SIZE // 8) + b"}}",
    "BibTeX of strings": lambda: b"@string{a = b}\n" * 1_500_000 + b"@b{c, title = a}",
    "50 MB of RIS": lambda: b"TY  - MPCT\nTI  - A\nER  -\n" * (SIZE // 26),
    "RIS of one entry that goes on": lambda: b"TY  - MPCT\nTI  - A\n" + b"a\n" * (SIZE // 2 - 20),
    "RIS of types": lambda: b"TY  - A\nAU  - B\n" * (SIZE // 17),
    "RIS of one tag": lambda: b"TY  - A\n" + b"AU  - B\n" * (SIZE // 9),
    "50 MB of EndNote": lambda: b"%0 Film\n%T A\n\n" * (SIZE // 15),
    "EndNote of blanks": lambda: b"%0 Film\n%T A\n" + b"\n" * (SIZE - 20),
    "50 MB of MARC": lambda: b"=245  10$aA$bB\n\n" * (SIZE // 17),
    "MARC of subfields": lambda: b"=245  10" + b"$aA" * (SIZE // 3 - 10),
    "50 MB of psql": lambda: b" title | year\n-------+------\n" + b" A     | 1972\n" * (SIZE // 14 - 9),
    "50 MB of frames": lambda: b"+---+---+\n| title | year |\n+---+---+\n| A | 1 |\n" * (SIZE // 47),
    "a frame of joints": lambda: b"+--" * 5_000 + b"+\n" + (b"|aa" * 5_000 + b"|\n") * (SIZE // 15_002 - 2),
    "a frame of one line": lambda: b"+--" * (SIZE // 3 - 9) + b"\n|a|\n",
    "a grid whose cell never ends": lambda: (
        b"+---+---+\n| title | year |\n+===+===+\n| A | 1 |\n+---+---+\n"
        + b"| a |   |\n" * (SIZE // 10 - 9)
        + b"+---+---+\n"
    ),
    "50 MB of rules of dashes": lambda: b"title year\n----- ----\nA     1972\n\n" * (SIZE // 35),
    "50 MB below a rule of dashes": lambda: b"title year\n----- ----\n" + b"A     1972\n\n" * (SIZE // 12 - 9),
    "50 MB of pandas": lambda: b"   title  year\n" + b"1      A  1972\n" * (SIZE // 15 - 9),
    "many frames of pandas": lambda: b"   title  year\n1      A  1972\n\n" * (SIZE // 32),
    "pandas of blanks": lambda: b"   title  year\n1      A" + b" " * (SIZE - 60) + b"1972\n",
    "50 MB of LaTeX": lambda: (
        b"\\begin{tabular}{ll}\ntitle & year \\\\\n" + b"A & 1972 \\\\\n" * (SIZE // 12 - 9) + b"\\end{tabular}\n"
    ),
    "LaTeX whose row never ends": lambda: (
        b"\\begin{tabular}{ll}\ntitle & year \\\\\n" + b"A &\n" * (SIZE // 4 - 20) + b"\\end{tabular}\n"
    ),
    "LaTeX of braces": lambda: (
        b"\\begin{tabular}" + b"{" * 19_000 + b"\n & \n" + b"\\emph{" * 3_000 + b"\\end{tabular}\n"
    ),
    "50 MB of AsciiDoc": lambda: b"|===\n|title |year\n\n" + b"|A |1972\n" * (SIZE // 9 - 9),
    "AsciiDoc of bars": lambda: b"|===\n" + b"|" * (SIZE - 20) + b"\n|===\n",
    "50 MB of a calendar": lambda: (
        b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\n" * (SIZE // 36) + b"END:VCALENDAR\n"
    ),
    "calendars in calendars": lambda: b"BEGIN:VCALENDAR\n" * 200_000,
    "a calendar that recurs for ever": lambda: (
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:20240101\nRRULE:FREQ=SECONDLY\nEND:VEVENT\nEND:VCALENDAR\n"
    ),
    "a calendar with a folded line of 50 MB": lambda: (
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A" + b"\n a" * (SIZE // 3 - 40) + b"\nEND:VEVENT\nEND:VCALENDAR\n"
    ),
    "50 MB of items of a page": lambda: b"<ul>" + b"<li>A (1972)" * (SIZE // 12 - 1),
    "items within items": lambda: b"<ul><li>A (1972)" * 100_000,
    "50 MB of wikitext items": lambda: b"* [[A|B]] (1972)\n" * (SIZE // 17 - 1),
    "wikitext of brackets": lambda: b"* [[A]] (1972)\n* [[B]]\n* " + b"[[{{" * (SIZE // 4 - 20),
    "50 MB of countries": lambda: b"A, USSR 1972, 1 min\n" * (SIZE // 21),
    "a line of countries": lambda: b"A, " + b"USSR / " * (SIZE // 8) + b" 1972",
    "TOML nested 100,000 deep": lambda: b"[[film]]\na = " + b"[" * 100_000,
    "TOML of 50,000 keys": lambda: b"[[film]]\ntitle = 'a'\n" + b"".join(b"k%d = 1\n" % at for at in range(50_000)),
    "TOML of one dotted name": lambda: b"[[film]]\ntitle = 'a'\n" + b"a." * 50_000 + b"b = 1\n",
    "50 MB of TOML": lambda: b"[[film]]\ntitle = 'A'\n" * (SIZE // 21),
    "TOML of line ends": lambda: b"[a]\n" + b"\n" * (SIZE - 20) + b"x",
    "a note that refers to itself": lambda: b"---\ntitle: &a [*a]\nyear: *a\n---\n" + b"x" * 1_000,
    "a note of 50 MB": lambda: b"---\n" + b"a: b\n" * (SIZE // 5 - 9),
    "notes that unpack to 1 GB": lambda: many_lists(1_000, b"---\ntitle: A\nyear: 1972\n---\n" + b"x" * 1_000_000),
    "a mail of headers": lambda: b"From: a\nTo: b\n" + b"X: y\n" * (SIZE // 5 - 9),
    "a mail of parts in parts": lambda: (
        b'From: a\nSubject: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n'
        + b'--x\nContent-Type: multipart/mixed; boundary="x"\n\n' * 100_000
    ),
    "scripts in scripts": lambda: (
        b"<html><body>" + b'<script type="application/ld+json">{"@type":"Movie"' * (SIZE // 50)
    ),
    "a page's data nested 100,000 deep": lambda: (
        b'<html><body><script type="application/ld+json">{"@type":"Movie","a":' + b"[" * 100_000 + b"</script>"
    ),
    "50 MB of printed records": lambda: b"TITLE  a\n" + b"A  b\n" * (SIZE // 5 - 9),
    "details of 50 MB": lambda: b"Solaris\n(1972 " + b"a, " * (SIZE // 3 - 9) + b"min)\n",
    "50 MB of a chat": lambda: b"[12.03.24, 20:11:05] a: Solaris (1972)\n" * (SIZE // 40),
    "fields in fields": lambda: b"- a (b:: " * (SIZE // 9),
    "50 MB of names above details": lambda: b"Ann Lee\n" * (SIZE // 8 - 9) + b"USSR 1972, 90 min\n",
    "an outline of marks": lambda: b"#+TITLE: x\n* TODO a (1972) " + b" :a:" * (SIZE // 4 - 20) + b"\n",
    "an outline of blanks": lambda: b"#+TITLE: x\n* TODO a" + b" " * (SIZE - 40) + b"x\n",
    "larger than allowed": lambda: b"x" * (SIZE + 1),
}


def told(data: bytes) -> str:
    """What a file gets: a sentence, or how many rows."""
    return measured(data)[0]


def measured(data: bytes) -> tuple[str, float]:
    """What a file gets, and how many MB the process that read it had at most; 0 if it was stopped."""
    try:
        return run(read_and_tell, data, file="hostile")
    except BadListError as error:
        return sentence(error.problems[0], english()), 0.0


def read_and_tell(data: bytes) -> tuple[str, float]:
    """What is told of a file, and the memory it took; a job for the sandbox."""
    try:
        rows = read_rows(data, "hostile")
        said = f"read as {rows.form}: {len(rows.cells)} rows"
    except BadListError as error:
        said = sentence(error.problems[0], english())
    return said, most_memory() / 1e6


def main() -> None:
    """Print the table; a dozen files take longer than most to be made."""
    for name, make in FILES.items():
        data = make()
        began = time.perf_counter()
        said, memory = measured(data)
        print(f"{name:42} {time.perf_counter() - began:5.1f} s {memory:6.0f} MB  {said[:150]}", flush=True)


if __name__ == "__main__":
    from tests.formats.hostile import main as main_of_module  # What the sandbox does, it must find by a module's name.

    main_of_module()
