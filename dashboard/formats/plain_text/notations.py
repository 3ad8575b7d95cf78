"""Lines of outlines, lists of tasks, forum posts, quotations, trees and playlists as those of a list in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, takewhile

from dashboard.formats.plain_text.file_names import BRANCH
from dashboard.formats.plain_text.parsed_lines import LONGEST_MARKUP, ends_in_year, number_of, without_mark
from dashboard.model.values import YEAR

_QUOTED = re.compile(r"(?:>[ ]?)+")
_FOUR_FIGURES = re.compile(r"(?<!\d)\d{4}(?!\d)")
_ORG = re.compile(r"#\+\w+:|\*+\s+(?:TODO|DONE)\s")
_TASKS = re.compile(r"#\+(?:TODO|SEQ_TODO|TYP_TODO):\s*(.*)")
_HEADLINE = re.compile(r"(?P<stars>\*+)\s+(?P<word>[A-Z][A-Z_-]+\s+)?(?:\[#[A-Z0-9]\]\s+)?(?P<rest>.*)")
_TAGS = re.compile(r"\s+:([\w@#%:]+):\s*$")
_PROPERTY = re.compile(r"\s*(?::([\w-]+):|(?=CLOSED:|SCHEDULED:|DEADLINE:)([A-Z]+):)\s*(.*)")
_USUAL_WORDS = {
    **dict.fromkeys(("TODO", "NEXT", "WAITING", "WAIT", "HOLD", "SOMEDAY", "MAYBE", "WATCHING", "STARTED"), True),
    **dict.fromkeys(("DONE", "WATCHED", "SEEN", "CANCELLED", "CANCELED"), False),
}
"""Words for what is to do, and for what is done, that people use without saying so."""
_LOGGED = re.compile(r"- (?:State\s+\"|Note taken on \[|Rescheduled from |New deadline from )|CLOCK: \[")
_ORG_ITEM = re.compile(r"(?:[-+*]|\d+[.)])\s|\|")
_TODO = re.compile(
    r"(?:(?P<done>x)\s+)?(?:\((?P<priority>[A-Z])\)\s+)?(?P<days>(?:\d{4}-\d\d-\d\d\s+){0,2})"
    r"(?P<watch>(?i:watch|see)\s+)?(?P<rest>\S.*)"
)
_OF_TODO = re.compile(r"[+@]\S+|[a-z]+:\S+")
"""A project, a context, or a key with its value, at the end of a line of todo.txt."""
_CELL = re.compile(r'\s*"(?:[^"]|"")+"\s*')
"""A line that is one cell of a CSV in quotation marks."""
_PLAYED = re.compile(r"#EXTINF:-?\d+(?:\.\d+)?(?:\s[^,]*)?,\s*(?=\S)")
"""What stands before a title in a playlist (M3U): the seconds it takes."""
_POST_TAG = re.compile(
    r"\[/?(?:b|i|u|s|center|left|right|indent|img|list|(?:size|colou?r|font|list)=[^\[\]]*|/?(?:size|colou?r|font))\]",
    re.I,
)
_POST_LINK = re.compile(r"\[url=[\"']?(?P<address>https?://[^\[\]\s\"']+)[\"']?\](?P<text>[^\[\]]+)\[/url\]", re.I)
_POST_ITEM = re.compile(r"\s*\[\*\]\s*")
_POST_ASIDE = re.compile(r"\[(?P<ends>/?)(?:quote|spoiler)\b[^\[\]]*\]", re.I)
_POST_ENDS = re.compile(r"\[/(?:b|i|u|url|list|size|colou?r|quote)\]", re.I)
MOSTLY = 0.8
"""The share of the lines that makes a form the list's own."""


def in_one_notation(lines: list[str]) -> list[str]:
    """As many lines as are given, each with what it says in its own notation written as Markdown has it."""
    return _bare(_unquoted(_of_post(_of_tasks(_of_outline(_answered(_in_western_figures(lines)))))))


def _in_western_figures(lines: list[str]) -> list[str]:
    """Lines whose last year is in the figures of this program's patterns; other numbers stay as they are."""
    return [line if line.isascii() or not _FOUR_FIGURES.search(line) else _with_year(line) for line in lines]


def _with_year(line: str) -> str:
    *_, last = _FOUR_FIGURES.finditer(line)
    return (
        f"{line[: last.start()]}{int(last[0])}{line[last.end() :]}" if re.fullmatch(YEAR, str(int(last[0]))) else line
    )


def _answered(lines: list[str]) -> list[str]:
    """Lines of a mail without the marks of its quotation where that names films, and what is below names others."""
    texts = [_QUOTED.sub("", line, count=1) if line.startswith(">") else "" for line in lines]
    films = {_item(text) for text in texts if text and ends_in_year(_item(text))}
    own = {_item(line) for line in lines if not line.startswith(">")}
    return (
        [text if _item(text) in films else line for text, line in zip(texts, lines, strict=True)]
        if (len(films) > 1 and not films & own)
        else lines
    )


def _item(line: str) -> str:
    """What a line says without the number or the mark of an item."""
    text = without_mark(line.strip())[0]
    return number[1] if (number := number_of(text)) else text


def _of_post(lines: list[str]) -> list[str]:
    """Lines of a forum's post (BBCode) as those of Markdown; a quotation, what is hidden and a signature are quoted."""
    if sum(1 for line in lines if _POST_ENDS.search(line) or _POST_ITEM.match(line)) < 2:
        return lines
    items = [at for at, line in enumerate(lines) if _POST_ITEM.match(line)]
    lists = range(items[0], items[-1] + 1) if items else range(len(lines))
    found = [*_post_lines(lines)]
    return [line if (at in lists and not aside) or not line else f"> {line}" for at, (line, aside) in enumerate(found)]


def _post_lines(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each line of a post in Markdown, and whether it is a quotation or hidden."""
    depth = 0
    for line in lines:
        tags = [*_POST_ASIDE.finditer(line)] if len(line) <= LONGEST_MARKUP else []
        text = _POST_LINK.sub(r"[\g<text>](\g<address>)", _POST_TAG.sub("", _POST_ASIDE.sub("", line)))
        yield _POST_ITEM.sub("- ", text, count=1).strip(), bool(depth or tags)
        depth = max(depth + sum(-1 if tag["ends"] else 1 for tag in tags), 0)


def _of_outline(lines: list[str]) -> list[str]:
    """Lines of Org mode as those of Markdown: headlines, what is to do and done, tags, and properties.

    Source: The Org Manual, 2.2, 5.1, 6 and 7.
    """
    if not any(map(_ORG.match, lines)):
        return lines
    tasks = [[word for word in found[1].split() if word != "|"] for line in lines if (found := _TASKS.match(line))]
    open_words = {line.split("|")[0] for line in lines if _TASKS.match(line)}
    words = {word.partition("(")[0]: any(word in each for each in open_words) for task in tasks for word in task}
    words = _USUAL_WORDS | words
    below = accumulate(
        lines, lambda above, line: _is_task(line, words) if line.startswith("*") else above, initial=False
    )
    return [_of_org(line, words, below=each) for line, each in zip(lines, [*below][1:], strict=True)]


def _is_task(line: str, words: Mapping[str, bool]) -> bool:
    headline = _HEADLINE.fullmatch(line)
    return headline is not None and (headline["word"] or "").strip() in words


def _of_org(line: str, words: Mapping[str, bool], *, below: bool) -> str:
    """A line of Org mode in Markdown; what stands below a task is moved in, and what the program logs is left out."""
    if headline := _HEADLINE.fullmatch(line):
        word, rest = headline["word"] or "", headline["rest"]
        text, tags = rest, ""
        if tagged := _TAGS.search(rest):
            text, tags = rest[: tagged.start()], f" (tags:: {tagged[1].replace(':', ', ')})"
        is_task = word.strip() in words
        mark = f"- [{' ' if words[word.strip()] else 'x'}] " if is_task else ""
        return f"{'' if is_task else '#' * len(headline['stars']) + ' '}{mark}{'' if is_task else word}{text}{tags}"
    if found := _PROPERTY.fullmatch(line):
        name, value = found[1] or found[2], re.sub(r"[][<>]", "", found[3])
        return f"({name.capitalize()}:: {value})" if value else ""
    text = line.removeprefix("#+TITLE:").strip()
    return "" if _LOGGED.match(text) else f"    {text}" if below and text and not _ORG_ITEM.match(text) else text


def _of_tasks(lines: list[str]) -> list[str]:
    """Lines of todo.txt as those of Markdown: what is to watch and watched, with projects and contexts as tags.

    Source: todo.txt, a file format (todotxt/todo.txt).
    """
    found = [_todo(line) for line in lines]
    to_watch = sum(1 for task in found if task)
    if to_watch < 2 or 2 * to_watch < sum(1 for line in lines if line.strip()):
        return lines
    return [task or line for task, line in zip(found, lines, strict=True)]


def _todo(line: str) -> str:
    """A line of todo.txt that says what to watch, or names a film, as one of Markdown; empty for another."""
    task = _TODO.fullmatch(line) if len(line) <= LONGEST_MARKUP else None
    if not task:
        return ""
    words = task["rest"].split()
    tags = [*takewhile(_OF_TODO.fullmatch, reversed(words[1:]))][::-1]
    names_film = any(tag[0] == "+" for tag in tags) and ends_in_year(" ".join(words[: len(words) - len(tags)]))
    if not tags or not (task["watch"] or names_film):
        return ""
    days = task["days"].split()
    names = ("done", "added") if task["done"] else ("added",)
    fields = {"tags": ", ".join(tags), "priority": task["priority"], **dict(zip(names, days, strict=False))}
    more = "".join(f" ({name}:: {value})" for name, value in fields.items() if value)
    return f"- [{task['done'] or ' '}] {' '.join(words[: len(words) - len(tags)])}{more}"


def _unquoted(lines: list[str]) -> list[str]:
    """Lines without the marks of a quotation, where nearly all have one."""
    quoted = sum(1 for line in lines if line.startswith(">"))
    are_quoted = quoted and quoted >= MOSTLY * sum(1 for line in lines if line.strip())
    return [_QUOTED.sub("", line, count=1) for line in lines] if are_quoted else lines


def _bare(lines: list[str]) -> list[str]:
    """Lines of a tree of folders without its branches, and of a playlist without its seconds."""
    are_branched = sum(1 for line in lines if BRANCH.match(line)) > 1
    below = [line for line in lines if line.strip()][1:]
    are_cells = bool(below) and sum(1 for line in below if _CELL.fullmatch(line)) >= MOSTLY * len(below)
    lines = [_CELL.sub(_uncovered, line) if are_cells else line for line in lines]
    return [_PLAYED.sub("", BRANCH.sub("", line) if are_branched else line, count=1) for line in lines]


def _uncovered(cell: re.Match[str]) -> str:
    return cell[0].strip()[1:-1].replace('""', '"')
