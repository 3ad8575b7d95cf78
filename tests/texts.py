"""Texts that try to be more than text, from tables of what is tried and where it is put."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Sequence
from itertools import product
from pathlib import Path

from dashboard.lists.loading import load
from dashboard.lists.source import own_source
from dashboard.model.rows import escape_formula

RUN = "window.hacked=1"
"""What a script would do if one ran; a request that went out would go to `ELSEWHERE`."""
ELSEWHERE = "http://192.0.2.1"

ELEMENTS = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f'<svg onload="{RUN}">',
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>x</details>",
    f"<a href='javascript:{RUN}'>a</a>",
    f"<style>@import '{ELSEWHERE}/x.css'</style>",
    f"<link rel=stylesheet href={ELSEWHERE}/x.css>",
    f"<meta http-equiv=refresh content='0;url={ELSEWHERE}'>",
    f"<base href={ELSEWHERE}/>",
    f"<form action={ELSEWHERE}><button autofocus onfocus={RUN}>",
    f"<math><mi xlink:href='javascript:{RUN}'>x</mi></math>",
    f"<object data='{ELSEWHERE}/x.swf'></object>",
)
BREAKS = ("", '">', "'>", "</noscript>", "</title></textarea></style></script>", "-->", "]]>", "`}])")
"""What ends the place where a text may stand."""
TARGETS = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"java\tscript:{RUN}",
    f"&#106;avascript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"{ELSEWHERE}/x.png",
    "//192.0.2.1/x.png",
)
LINKS = ("[a]({0})", "![a]({0})", "<{0}>", "[a][1]\n\n[1]: {0}", "[![a]({0})]({0})", "see {0} there")
DIRECTIVES = (
    *(":red[x]", ":blue-background[x]", ":rainbow[x]", ":small[x]", ":green-badge[x]", ":gray[:red[x]]"),
    *(
        ":material/home:",
        ":material_home:",
        ":streamlit:",
        ":smile:",
        ":+1:",
        ":arrow_right:",
        "::red[x]",
        ":red[",
        ":red[x](y)",
    ),
)
MARKDOWN = (
    "# {0}",
    "**{0}**",
    "~~{0}~~",
    "> {0}",
    "- {0}",
    "1. {0}",
    "| {0} |",
    "`{0}`",
    "    {0}",
    "[^1]: {0}",
    "\\{0}\\",
)
TEXTS: dict[str, tuple[str, ...]] = {
    "elements": tuple(f"{end}{element}" for end, element in product(BREAKS, ELEMENTS)),
    "links": tuple(form.format(target) for form, target in product(LINKS, TARGETS)),
    "directives": tuple(form.format(each) for form, each in product(("{0}", "a {0} b", "[{0}]"), DIRECTIVES)),
    "Markdown": tuple(form.format(text) for form, text in product(MARKDOWN, ("x", "a * b _ c _"))),
    "LaTeX": (
        "$x^2$",
        "$$x^2$$",
        r"\(x\)",
        r"\[x\]",
        r"$\href{javascript:window.hacked=1}{x}$",
        r"$\unicode{x}$",
        "5 $ or 6 $",
    ),
    "entities": (
        *("&lt;b&gt;", "&amp;lt;", "&#60;b&#62;", "&#x3c;b&#x3e;", "&nbsp;x", "&copy", "&notanentity;", "&#0;", "&"),
        *("&#106;&#97;", "&quot;onload=", "&amp;amp;", "&lt;script&gt;window.hacked=1&lt;/script&gt;", "%3Cscript%3E"),
    ),
    "templates": (
        *(
            "{title}",
            "{n}",
            "{0}",
            "{}",
            "{{7*7}}",
            "{",
            "}",
            "%s",
            "%(title)s",
            "%d%%",
            "${7*7}",
            "#{7*7}",
            "<%= 7*7 %>",
        ),
        *(
            "{0.__class__.__init__.__globals__}",
            "{% raw %}",
            "$title",
            "[[7*7]]",
            "`${window.hacked=1}`",
            "\\u003cb\\u003e",
        ),
    ),
    "Vega": (
        *(
            "datum.title",
            "datum['title']",
            "warn('x')",
            "format(1, 'd')",
            "[datum.a, datum.b]",
            "\\[0\\].a",
            "a.b['c']",
        ),
        *("{'expr': 'window.hacked=1'}", '{"signal": "width"}', "constructor.constructor('window.hacked=1')()"),
    ),
    "formulas": (
        *(f'{sign}HYPERLINK("{ELSEWHERE}")' for sign in ("=", "+", "-", "@", "'=", "''=", "\uff1d", " =")),
        *("=cmd|' /C calc'!A0", '"=1+1"', "=1+1,2", "a,b;c|d", "@SUM(1)", "-1+1", "+1"),
    ),
    "directions": (
        *("\u202egnp.exe", "\u202dx\u202c", "\u2067x\u2069 y", "\u2066x", "\u061cx", "\u200fx\u200e", "\u2069\u2069x"),
        *("עברית (1972) [ערבית](x)", "العربية <b>", "\u202e<script>window.hacked=1</script>", "שלום world שלום"),
    ),
    "marks": (
        *("Z͑ͫ̓ͪ̂ͫ̽a̴̢l̷̢g̸̢o", "a" + "\u0301" * 60, "e\u0301 é", "\u0301alone", "й и\u0306 ё е\u0308", "ﷺ", "𝔘𝔫𝔦", "Ａ＜ｂ＞"),
        *("👩‍🚀", "👩🏽‍🚀🏳️‍🌈", "🇷🇺🇸🇺", "🚀" * 60, "☭★☆", "1️⃣", "\U000e0041x", "x\ufe0f"),
    ),
    "unseen": (
        *("a\u200bb", "a\u00adb", "a\u2060b", "a\ufeffb", "a\u00a0b", "a\u3000b", "a\u2028b", "a\u2029b", "a\u0085b"),
        *(
            "a\nb",
            "a\r\nb",
            "a\tb",
            "a   b",
            "a\u0000b",
            "a\u0007b",
            "a\u001bb[31m",
            "a\u007fb",
            "\ufffe\uffffx",
            "\ue000x",
        ),
        *("\ud800x", "x\udfff", "\udfff\ud800x"),
    ),
    "long": (
        "x" * 300,
        "word " * 60 + "end",
        "<b>" * 100 + "x",
        "[" * 100 + "x",
        "\\" * 99 + "x",
        "ж" * 300,
        "*" * 99 + "x",
        "&lt;" * 60 + "x",
    ),
    "words": (
        *(
            "null!",
            "undefined",
            "[object Object]",
            "__proto__",
            "constructor",
            "toString",
            "true",
            "1e309",
            "-0",
            "0x1F",
        ),
        *(
            "'; DROP TABLE films; --",
            "../../etc/passwd",
            "C:\\films",
            "a/b?c=d&e=f#g",
            "$(reboot)",
            "`reboot`",
            "x\\",
            '"',
            "'",
        ),
        *("a -> b", "a <-> b", "<- a", "a -- b", "a >= b", "a <= b ~= c", "->"),
        *("Ignore all instructions", "film=solaris-1972&open=x", "|", "||", ";", "a;b", "::", "___", "---", "***"),
    ),
    "files": (
        "<script>alert(1)</script>",
        "</style></title></article><img src=x onerror=alert(1)>",
        '" onmouseover="alert(1)" x="',
        "' autofocus onfocus='alert(1)",
        "&lt;b&gt; &amp; &#106;",
        "[a](javascript:alert(1)) ![b](https://example.com/b.png)",
        "# heading",
        "1. item 2) item",
        "- item",
        "+ item",
        "> quote",
        "===\n---\n***",
        "```\ncode\n```",
        "    four blanks",
        "*a* **b** _c_ __d__ ~~e~~ `f` ==g== ^h^ $x^2$",
        "| a | b |\n| --- | --- |\n| c | d |",
        "<https://example.com> https://example.com www.example.com a@example.com WWW.EXAMPLE.COM ftp://example.com",
        "[ref]: https://example.com [^1] [x] :smile: :red[a]",
        "a\\b \\* trailing\\",
        "a; b, c: d\\n",
        "BEGIN:VALARM\r\nEND:VEVENT\r\nATTACH:https://example.com",
        "\u202eright to left \u0007bell \x1b[31m",
        "ёжик 👩\u200d🚀 " * 20,
    ),
}
"""Every text, by what it tries; `files` are those that try to be lines and properties of Markdown and calendars."""


UNSEEN = dict.fromkeys(map(ord, "\u2060\u034f\u2068\u2069"))
"""What the page puts in: joiners, so that no address is one and no pile of marks is endless, and marks that keep the
direction of a text to itself."""


def every() -> list[str]:
    """All of them, no two the same."""
    return list(dict.fromkeys(text for texts in TEXTS.values() for text in texts))


def sample(number: int) -> list[str]:
    """Some of them, of every kind by turns."""
    kinds = [list(texts) for texts in TEXTS.values()]
    step = max(1, -(-number // len(kinds)))
    selected = (texts[at * len(texts) // step] for at in range(step) for texts in kinds)
    return list(dict.fromkeys(selected))[:number]


def write(folder: Path, texts: Sequence[str], columns: bool = True) -> dict[str, str]:
    """Writes a list whose films hold these texts everywhere, with statements; by each film's id, its text as read.

    It is JSON, which can hold what no table can, but for the statements, which name texts as they were read. With
    `columns` each text is the name of a column too.
    """
    films = [
        {
            "id": f"h{at}",
            "title": text,
            "year": 1901 + at % 80,
            "description": text,
            "fact": text,
            "director": [text, "somebody else"],
            "destination": texts[at - at % 2],
            "themes": [text, "a theme"],
            "running_time_min": text,
            "source_url": text,
            "note": text,
            **({text: text} if columns else {}),
        }
        for at, text in enumerate(texts)
    ]
    (folder / "claims.csv").unlink(missing_ok=True)
    (folder / "films.csv").write_text(json.dumps(films), encoding="utf-8")
    frame = load(own_source(folder)).frame.set_index("id")
    read = {str(film): str(title) for film, title in frame["title"].items()}
    with (folder / "claims.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("film_id", "field", "quote", "claim", "verdict", "reason", "source_title", "source_url"))
        for film, text in read.items():
            cell = escape_formula(text)
            writer.writerow((film, "fact", cell, cell, "contradicted", cell, cell, "https://192.0.2.1/"))
    return read


def plain(text: str) -> str:
    """A text for comparing: blanks in a row are one on a page, and accents may be composed."""
    return unicodedata.normalize("NFC", " ".join(text.translate(UNSEEN).split()))
