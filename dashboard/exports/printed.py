"""A programme to print: one HTML file that needs nothing else, with a title page and no page break inside a film."""

from __future__ import annotations

from html import escape

from dashboard.evidence.claims import Claim
from dashboard.evidence.words import notice_in_words
from dashboard.exports.programme_film import (
    Programme,
    ProgrammeFilm,
    dates,
    facts,
    is_web,
    legible,
    named,
    other_title,
    source_of,
)
from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name
from dashboard.render.escape import html

LONGEST_PRINTED = 200
"""Characters of an address that is printed; a longer one can only be clicked."""
STYLE = """
@page { margin: 18mm 17mm 20mm; @bottom-center { content: counter(page); font: 9pt Georgia, serif; } }
@page :first { @bottom-center { content: none; } }
* { box-sizing: border-box; }
html { color: #000; background: #fff; font: 10.5pt/1.45 Georgia, "Times New Roman", serif; }
body { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem; overflow-wrap: anywhere; hyphens: auto; }
h1, h2, h3 { line-height: 1.15; font-weight: 600; hyphens: manual; }
h1 { font-size: 2.4rem; margin: 0 0 1rem; }
h2 { font-size: 1.5rem; margin: .2rem 0 .1rem; }
h3 { font-size: .9rem; margin: .9rem 0 .2rem; break-after: avoid; }
p { margin: 0 0 .5rem; orphans: 2; widows: 2; }
a { color: inherit; }
.cover { min-height: 75vh; display: flex; flex-direction: column; justify-content: center; }
.cover .dates { font-size: 1.3rem; }
.contents { margin: 1.5rem 0; padding: 1rem 0 0; border-top: 1.5pt solid; list-style-position: inside; }
.contents li { margin: 0 0 .25rem; }
.small, footer, .sources { font-size: .82rem; line-height: 1.4; }
footer { margin-top: 2rem; }
.film { margin: 0 0 2rem; padding: .8rem 0 0; border-top: 1.5pt solid; }
.when { font-weight: 600; }
.original { font-style: italic; font-size: 1.1rem; }
blockquote { margin: .6rem 0; padding-left: .9rem; border-left: 1.5pt solid; }
ol, ul { margin: 0; padding-left: 1.5rem; }
li { margin: 0 0 .25rem; }
.verdict { font-weight: 600; }
@media print {
  body { max-width: none; padding: 0; }
  .cover { break-after: page; }
  .film { break-inside: avoid; }
}
"""


def as_html(programme: Programme, language: Language) -> bytes:
    """The programme as a page of HTML without script, in which every text of a list is escaped."""
    title = escape(programme.title)
    films = "".join(_film(at + 1, entry, programme.spoken, language) for at, entry in enumerate(programme.entries))
    return (
        f'<!doctype html>\n<html lang="{escape(language.code)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n{_cover(programme, title, language)}"
        f"<main>\n{films}</main>\n</body>\n</html>\n"
    ).encode()


def _cover(programme: Programme, title: str, language: Language) -> str:
    taken = language.gettext("From the list “{list}”", list=programme.list_title)
    when = dates(programme, language)
    items = "".join(f"<li>{_line(entry, language)}</li>\n" for entry in programme.entries)
    made = language.gettext("Made on {day}.", day=language.day(programme.made.date()))
    return (
        f'<header class="cover">\n<h1><bdi>{title}</bdi></h1>\n'
        + (f'<p class="dates">{escape(when)}</p>\n' if when else "")
        + f"<p>{escape(programme.total)}<br>{escape(taken)}</p>\n"
        f'<ol class="contents">\n{items}</ol>\n'
        f"<footer>{escape(made)} {_address(programme.link, language)}</footer>\n</header>\n"
    )


def _line(entry: ProgrammeFilm, language: Language) -> str:
    said = f"<bdi>{html(named(entry, language))}</bdi>"
    return f"{said}, {escape(language.moment(entry.when))}" if entry.when else said


def _film(number: int, entry: ProgrammeFilm, spoken: str, language: Language) -> str:
    other = other_title(entry, language)
    parts = [
        f'<p class="when">{escape(language.moment(entry.when))}</p>' if entry.when else "",
        f"<h2>{number}. <bdi>{html(named(entry, language))}</bdi></h2>",
        f'<p class="original"><bdi>{html(other)}</bdi></p>' if other else "",
        f"<p>{escape(said)}</p>" if (said := facts(entry, language)) else "",
        *(_text(column_name(column, language), column.name, text, spoken) for column, text in entry.texts),
        _identity(entry, spoken, language),
        _list(language.gettext("Statements"), [_claim(entry, claim, spoken, language) for claim in entry.claims]),
        _list(
            language.gettext("Calendar check"), [escape(notice_in_words(notice, language)) for notice in entry.notices]
        ),
        _list(language.gettext("Sources"), [_source(*source) for source in entry.sources], "ol", "sources"),
    ]
    inside = "\n".join(filter(None, parts))
    return f'<article class="film">\n{inside}\n</article>\n'


def _text(label: str, column: str, text: str, spoken: str) -> str:
    said = "" if column == "description" else f"<strong>{escape(label)}:</strong> "
    return f'<blockquote>{said}<bdi lang="{spoken}">{escape(text)}</bdi></blockquote>'


def _identity(entry: ProgrammeFilm, spoken: str, language: Language) -> str:
    if entry.identity is None:
        return ""
    which, status = language.gettext("Which film this is:"), language.pgettext("value", entry.identity.status)
    note = f'<span lang="{spoken}">{escape(entry.identity.note)}</span>'
    return f'<p><strong>{escape(which)}</strong> <span class="verdict">{escape(status)}</span>. {note}</p>'


def _claim(entry: ProgrammeFilm, claim: Claim, spoken: str, language: Language) -> str:
    number = entry.number(source_of(claim))
    verdict = f'<span class="verdict">{escape(language.pgettext("value", claim.verdict))}:</span>'
    said = f'<span lang="{spoken}">{escape(claim.claim)} {escape(claim.reason)}</span>'
    return f"{verdict} {said}" + (f" [{number}]" if number else "")


def _list(named: str, items: list[str], kind: str = "ul", look: str = "small") -> str:
    rows = "".join(f"<li>{item}</li>\n" for item in items)
    return f'<h3>{escape(named)}</h3>\n<{kind} class="{look}">\n{rows}</{kind}>' if items else ""


def _source(title: str, address: str) -> str:
    shown = escape(legible(address))
    where = f'<a href="{escape(address)}">{shown}</a>' if is_web(address) else shown
    return f"<bdi>{escape(title)}</bdi> {where}".strip()


def _address(link: str, language: Language) -> str:
    """The page's address; one too long to be read can only be clicked."""
    if not is_web(link):
        return escape(link) if len(link) <= LONGEST_PRINTED else ""
    shown = link if len(link) <= LONGEST_PRINTED else language.gettext("This shortlist on the web")
    return f'<a href="{escape(link)}">{escape(shown)}</a>'
