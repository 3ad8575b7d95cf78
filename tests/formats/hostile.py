"""Files made to hurt, and what each gets: ``python -m tests.formats.hostile`` prints it with time and memory."""

from __future__ import annotations

import gzip
import io
import json
import random
import resource
import sqlite3
import subprocess
import sys
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

ENGLISH = english()

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
    "larger than allowed": lambda: b"x" * (SIZE + 1),
}


def told(data: bytes) -> str:
    """What a file gets: a sentence, or how many rows."""
    try:
        rows = run(read_rows, data, "hostile", file="hostile")
    except BadListError as error:
        return sentence(error.problems[0], english())
    return f"read as {rows.form}: {len(rows.cells)} rows"


def main() -> None:
    """Print the table; each file in a process of its own, so that its reader's memory can be told."""
    for name in FILES:
        done = subprocess.run([sys.executable, "-m", __spec__.name, name], capture_output=True, text=True, check=True)
        print(f"{name:34} {done.stdout.strip()}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) == 1:
        main()
    else:
        data = FILES[sys.argv[1]]()
        began = time.perf_counter()
        said = told(data)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{time.perf_counter() - began:5.1f} s {memory:6.0f} MB  {said}")
