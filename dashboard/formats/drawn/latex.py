"""Tables and lists in LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dashboard.formats.drawn.document import DrawnTables
from dashboard.formats.drawn.layout import LONGEST_LINE, DrawnTable, Row
from dashboard.formats.entries.bibtex import plain
from dashboard.formats.format import GivenFile
from dashboard.model.column_names import column_of
from dashboard.model.rows import Fate

_TABLES = r"(?:tabular[*xy]?|tabulary|longtable|supertabular|xltabular|tabu|longtblr|tblr)"
_BEGINS = re.compile(rf"\\begin\{{{_TABLES}\}}(?:\[[^\]]*\])?")
_ENDS = re.compile(rf"\\end\{{{_TABLES}\}}")
_LIST = re.compile(r"\\begin\{(?:itemize|enumerate|description|etaremune)\}")
_COMMENT = re.compile(r"(?<!\\)%.*")
_NO_ROW = re.compile(
    r"\\(?:toprule|midrule|bottomrule|hline|endhead|endfirsthead|endfoot|endlastfoot|tabularnewline|noalign\{[^}]*\}"
    r"|c(?:mid)?(?:line|rule)(?:\([lr]*\))?\{[^}]*\}|addlinespace(?:\[[^\]]*\])?|rowcolor\{[^}]*\}|caption\{[^}]*\}"
    r"|label\{[^}]*\}|centering|small)"
)
_ROW_ENDS = re.compile(r"\\\\(?:\*|\[[^\]]*\])?|\\tabularnewline")
_SPAN = re.compile(r"\s*\\multicolumn\{(\d{1,3})\}\{(?:[^{}]|\{[^{}]*\})*\}")
_AROUND = re.compile(
    r"\\(?:emph|text(?:it|bf|sc|sl|tt|rm|sf|up|md|normal)?|underline|mbox|uppercase|enquote|foreignlanguage\{\w*\}"
    r"|href\{[^{}]*\}|multirow\{[^{}]*\}\{[^{}]*\}|textcolor\{[^{}]*\}|(?:it|bf|sc|em|itshape|bfseries)\b)\s*"
)
_FRACTIONS = {"12": "½", "13": "⅓", "23": "⅔", "14": "¼", "34": "¾"}
_FRACTION = re.compile(r"\\(?:nice|s|t|d)?frac\s*\{?(\d)\}?\s*\{?(\d)\}?")
_LETTERS = {
    **{"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å"},
    **{"AA": "Å", "i": "ı", "dh": "ð", "th": "þ", "dots": "…", "ldots": "…", "textellipsis": "…", "LaTeX": "LaTeX"},
    **{"S": "§", "pounds": "£", "euro": "€", "textendash": "–", "textemdash": "—", "quad": " ", "qquad": " "},
}
_LETTER = re.compile(r"\\([A-Za-z]+)(?:\{\}|\s+|(?![A-Za-z]))")
_SIGNS = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), (r"\,", " "), (r"\;", " "), (r"\@", ""), (r"\-", ""))
_COMMAND = re.compile(r"\\[A-Za-z]+")
_HEADING = re.compile(r"\s*\\(?:sub)*(?:section|chapter|paragraph)\*?\{(.*)\}\s*")
_SAYS_NOTHING = re.compile(
    r"\s*(?:\\(?:begin|end|documentclass|usepackage|label|setlength|vspace)\*?(?:\[[^\]]*\]|\{[^{}]*\})*|\\(?:centering|small))\s*"
)
_ITEM = re.compile(r"\s*\\item\b\s*")


class Latex(DrawnTables):
    """A text in LaTeX with tables, or with lists."""

    name = "LaTeX"
    plural = "tables and lists in LaTeX"

    def recognises(self, given: GivenFile) -> bool:
        """Whether a table with cells begins in it, or a list."""
        begins = _BEGINS.search(given.text)
        return (begins is not None and "&" in given.text[begins.end() :]) or _LIST.search(given.text) is not None

    def as_text(self, line: str) -> str:
        """A line beside the tables as it would stand in a plain list; what only begins or ends something is empty."""
        item, heading = _ITEM.match(line), _HEADING.fullmatch(line[:LONGEST_LINE])
        if item or heading:
            return f"- {_plain(line[item.end() :])}" if item else f"# {_plain(heading[1] if heading else '')}"
        return "" if _SAYS_NOTHING.fullmatch(line[:LONGEST_LINE]) else line

    def tables(self, lines: Sequence[str]) -> Iterator[DrawnTable]:
        """The tables of a text; a row that is commented out is none."""
        begins: int | None = None
        for at, line in enumerate(lines):
            if begins is None and _BEGINS.search(line[:LONGEST_LINE]):
                begins = at
            if begins is not None and _ENDS.search(line[:LONGEST_LINE]):
                if found := _table([(number + 1, lines[number]) for number in range(begins, at + 1)]):
                    yield found
                begins = None


LATEX = Latex()


def _table(lines: Sequence[tuple[int, str]]) -> DrawnTable | None:
    rows: list[Row] = []
    others: dict[int, Fate] = {}
    open_row: list[str] = []
    begins, last = 0, lines[-1][0]
    for at, line in lines:
        text = _NO_ROW.sub("", _ENDS.sub("", _COMMENT.sub("", _without_begin(line))))
        others[at] = "comment" if line.strip().startswith("%") else "blank" if not text.strip() else "field"
        *ended, rest = _ROW_ENDS.split(text)
        for part in ended:
            begins = begins if any(map(str.strip, open_row)) else at
            rows += _row(begins, " ".join([*open_row, part]))
            open_row = []
        begins = at if rest.strip() and not open_row else begins
        open_row += [rest] if rest.strip() else []
    rows += _row(begins, " ".join(open_row))
    strange = tuple((line, at) for line, cells in rows for at, cell in enumerate(cells) if _COMMAND.search(cell))
    others = {at: fate for at, fate in others.items() if at not in {line for line, _ in rows}}
    has_header = bool(rows) and any(map(column_of, rows[0][1]))
    return DrawnTable(rows, lines[0][0], last, has_header, others, strange=strange) if len(rows) > has_header else None


def _without_begin(line: str) -> str:
    """A line without the beginning of a table, and what says there how its columns stand."""
    begins = _BEGINS.search(line)
    return line[: begins.start()] + re.sub(r"\{(?:[^{}]|\{[^{}]*\})*\}", "", line[begins.end() :]) if begins else line


def _row(line: int, text: str) -> list[Row]:
    cells: list[str] = []
    for part in re.split(r"(?<!\\)&", text) if text.strip() else ():
        span = _SPAN.match(part)
        cells += [_plain(part[span.end() :] if span else part), *[""] * (min(int(span[1]), 100) - 1 if span else 0)]
    return [(line, cells)] if any(cells) else []


def _plain(text: str) -> str:
    """What a text says, without commands that only change its looks."""
    text = _FRACTION.sub(lambda found: _FRACTIONS.get(found[1] + found[2], f" {found[1]}/{found[2]}"), text)
    text = _AROUND.sub("", text)
    for sign, letter in _SIGNS:
        text = text.replace(sign, letter)
    text = re.sub(r"(?<!\\)~", " ", re.sub(r"(?<!\\)\$", "", text))
    return plain(_LETTER.sub(lambda found: _LETTERS.get(found[1], found[0]), text))
