"""Lists of texts that try to be more than text, and what a browser shows of them in each place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Locator, Page, expect

from dashboard.exports.programme import as_html
from dashboard.i18n.texts import shortened
from dashboard.lists.loading import load_list
from dashboard.lists.package import LONGEST_NAME, ListPackage, pack, to_text
from dashboard.lists.source import own_source
from dashboard.query.search.grammar import LONGEST_SEARCH, clean_search
from dashboard.query.view import PAGE_SIZE, View
from tests.browser.conftest import FILMS, Visitor
from tests.exports.programmes import programme_of
from tests.serving import until
from tests.texts import plain

Wrong = list[str]
"""For each text that a place does not show as it was written: the place, the text, and what is there."""
SHOWN_WHOLE = 60
"""Characters that are shown even where a text is cut."""
SHOWN_OF_A_SEARCH = 30
"""Characters that a search's chip shows at least."""
LONGEST_SEARCHED = 60
"""Seconds until a search has its chip; generous, since nothing here measures."""


def differing(
    place: str, wanted: str, seen: str | None, same: Callable[[str, str], bool] = str.__eq__
) -> Iterator[str]:
    """What is wrong, if a place does not show what it should; `same` is told what is seen and what is wanted."""
    if seen is None or not same(plain(seen), plain(wanted)):
        yield f"{place}: {ascii(wanted)[:150]} is shown as {ascii(seen)[:250]}"


def texts(found: Locator) -> list[str]:
    """The texts of all elements that a locator finds."""
    return [each or "" for each in found.evaluate_all("all => all.map(each => each.textContent)")]


def made(me: Visitor) -> Wrong:
    """Elements that a text has made of itself."""
    elements = "script, img, iframe, object, form:not(.vega-bindings), math, base, meta, [onload], [onerror]"
    found = me.page.locator(f"[data-testid=stMain] :is({elements}, a[href^=javascript])")
    return list(found.evaluate_all("all => all.map(each => `made: ${each.outerHTML.slice(0, 200)}`)"))


def cards(me: Visitor, read: dict[str, str]) -> Wrong:
    """Heads and bodies of all cards, opened by the link: texts, statements, fields and their names."""
    assert len(read) <= PAGE_SIZE
    me.open("?" + "&".join(f"open={film}" for film in read))
    me.settled()
    expect(me.page.locator(".row[open] div.film")).to_have_count(len(read))
    wrong: Wrong = []
    for at, (film, text) in enumerate(read.items()):
        card = me.card(film)
        (head,) = texts(card.locator(".row > summary h3"))
        wrong += differing("head", f"{text} ({1901 + at})", head, str.startswith)
        said = texts(card.locator("p.text bdi"))
        wrong += differing("description", text, next(iter(said), None))
        wrong += differing("fact", text, next(iter(said[1:]), None), str.startswith)
        fields = list(map(plain, texts(card.locator("dd bdi, dd a"))))
        wrong += [] if fields.count(plain(text)) >= 3 else [f"fields: {text!a} is not among {fields!a}"]
        names = [plain(each) for each in texts(card.locator("dt bdi"))]
        names += [plain(each).removesuffix(":") for each in texts(card.locator("p.text strong"))]
        called = [plain(text), *(f"{plain(text)} ({at})" for at in range(2, 1 + list(read.values()).count(text)))]
        wrong += [] if set(called) & set(names) else [f"names: {text!a} is not among {names!a}"]
        (statement,) = texts(card.locator("ol.claims li"))
        wrong += differing("statement", f"{text} {text} Source: {text}.", statement, str.__contains__)
    return wrong + made(me)


def timeline(me: Visitor, read: dict[str, str], hovered: int) -> Wrong:
    """The marks by what they are called, and the tooltips of some; on a phone the rows that stand for them."""
    wrong: Wrong = []
    marks = me.page.locator(FILMS)
    if me.page.locator(".upright").is_visible():
        rows = me.page.locator(".upright .name")
        expect(rows).to_have_count(len(read))
        for row, text in zip(texts(rows), read.values(), strict=True):
            wrong += differing("row", plain(text)[:SHOWN_WHOLE], row, str.startswith)
        return wrong
    expect(marks).to_have_count(len(read))
    for at, (mark, text) in enumerate(zip(marks.all(), read.values(), strict=True)):
        beginning = plain(text)[:SHOWN_WHOLE]
        wrong += differing("mark", beginning, mark.get_attribute("aria-label"), str.startswith)
        if at < hovered:
            mark.hover(force=True)
            shown = me.page.locator("#vg-tooltip-element.visible")
            expect(shown).to_contain_text(str(1901 + at))
            wrong += differing("tooltip", beginning, shown.text_content(), str.__contains__)
    return wrong


def chips(me: Visitor, read: dict[str, str]) -> Wrong:
    """A filter for each place of destination: its choice in the sidebar, its chip, and the view in words."""
    wanted = list(dict.fromkeys(list(read.values())[::2]))
    me.open("?" + "&".join(f"destination={quote(text, safe='')}" for text in wanted))
    me.settled()
    expect(me.page.locator("[class*='st-key-drop-destination']")).to_have_count(len(wanted))
    expect(me.page.locator("[class*='st-key-facet-destination'] span").first).to_be_visible()
    shown = list(map(plain, texts(me.page.locator("[class*='st-key-drop-destination'] button p"))))
    wrong = [f"chip: {text!a} is not among {shown!a}" for text in wanted if plain(f"Destination: {text}") not in shown]
    offered = list(
        map(
            plain,
            texts(
                me.page.locator(
                    "[class*='st-key-facet-destination'] button p, [class*='st-key-facet-destination'] span"
                )
            ),
        )
    )
    wrong += [
        f"choice: {text!a} is not among {offered!a}"
        for text in wanted
        if not any(each.startswith(plain(text)) for each in offered)
    ]
    return wrong + made(me)


def searches(me: Visitor, read: dict[str, str], most: int) -> Wrong:
    """The chip and the sentence of a search."""
    wrong: Wrong = []
    me.open()
    me.settled()
    for text in list(read.values())[:most]:
        search = clean_search(_typed(text, LONGEST_SEARCH))
        if not search:
            continue
        me.page.locator(".st-key-search input").fill(search)
        chip = me.page.locator(".st-key-drop--search- button p").first
        try:
            until(partial(_says, chip, search), LONGEST_SEARCHED)
        except AssertionError:
            wrong += differing("search", f"“{search}”", chip.text_content() if chip.count() else None)
    return wrong


def _typed(text: str, most: int) -> str:
    """As much of a text as a browser lets one type, which counts in UTF-16."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")


def _says(chip: Locator, search: str) -> bool:
    """Whether a search's chip says all of it, or as much as it has room for."""
    said, wanted = plain(chip.text_content() or "") if chip.count() else "", plain(f"“{search}”")
    beginning = said.removesuffix("…”")
    return said == wanted or (len(said) > SHOWN_OF_A_SEARCH and beginning != said and wanted.startswith(beginning))


def table(me: Visitor, read: dict[str, str]) -> Wrong:
    """The table's first rows, as assistive technology reads them."""
    me.open("?view=table")
    me.settled()
    cells = me.page.locator(
        "[data-testid=stDataFrame] table[role=grid] td, [data-testid=stDataFrame] table[role=grid] [role=gridcell]"
    )
    expect(cells.first).to_be_attached()
    seen = set(map(plain, texts(cells)))
    first = list(read.values())[:8]
    return [f"table: {text!a} is not among {ascii(sorted(seen))[:300]}" for text in first if plain(text) not in seen]


def report(me: Visitor, read: dict[str, str]) -> Wrong:
    """How the list was read: each row's remark quotes the cell that is no number, as far as it is short."""
    me.open()
    me.settled()
    me.page.locator(".st-key-read-report summary, summary:has-text('How this list was read')").first.click()
    rows = me.page.locator("table.report tr, .st-key-section-foot table tr")
    expect(rows.first).to_be_visible()
    said = list(map(plain, texts(rows)))
    return [
        f"report: {text!a} is not in {ascii(said)[:300]}"
        for text in read.values()
        if not any(plain(text)[:20] in row for row in said)
    ]


def shortlist(me: Visitor, read: dict[str, str], most: int) -> Wrong:
    """The films of the shortlist, and the stars beside the cards' heads."""
    me.open("?" + "&".join(f"pick={film}" for film in list(read)[:most]))
    me.settled()
    wrong: Wrong = []
    for at, (film, text) in enumerate(list(read.items())[:most]):
        name = f"{text} ({1901 + at})"
        selected = me.page.locator(f".st-key-show-{film} button p").first
        wrong += differing("shortlist", f"{at + 1}. {name}", selected.text_content())
        star = me.card(film).locator("> .star").get_attribute("aria-label")
        wrong += differing("star", name, star, str.__contains__)
    return wrong + made(me)


def printed(page: Page, folder: Path, read: dict[str, str]) -> Wrong:
    """The programme to print, of all of them, with a text as its title."""
    loaded = load_list(own_source(folder))
    title = next(iter(read.values()))
    programme = programme_of(loaded, View().with_shortlist(tuple(read)), title)
    page.set_content(as_html(programme).decode())
    wrong = [*differing("programme", title, page.locator("h1").text_content())]
    for at, (block, text) in enumerate(zip(page.locator("article").all(), read.values(), strict=True)):
        wrong += differing("printed head", f"{at + 1}. {text} ({1901 + at})", block.locator("h2").text_content())
        wrong += differing("printed text", text, block.locator("blockquote bdi").first.text_content())
        (statement,) = texts(block.locator("ul li"))
        wrong += differing("printed statement", f"contradicted: {text} {text}", statement, str.startswith)
    return wrong


def own_names(me: Visitor, read: dict[str, str], most: int) -> Wrong:
    """A visitor's own list under a text as its name: the heading, the browser's title, the choice of a list."""
    wrong: Wrong = []
    names = [text for text in read.values() if text.isprintable() and text.strip() and len(text) <= LONGEST_NAME]
    for name in names[:most]:
        packed = to_text(pack(ListPackage(name, {"films.csv": b"title,year\nA,1970\nB,1971\n"})))
        me.open(f"?list=link.{packed}")
        wrong += differing("heading", name, me.page.locator("h1").text_content())
        wrong += differing("title", name, me.page.title())
        chosen = me.page.locator(".st-key-list input").input_value()
        wrong += differing("choice of a list", shortened(name, SHOWN_WHOLE), chosen)
        wrong += made(me)
    return wrong


def without_scripts(page: Page, address: str, read: dict[str, str]) -> Wrong:
    """The page's head and the plain page in a browser that runs no script."""
    wrong: Wrong = []
    for at, (film, text) in enumerate(read.items()):
        page.goto(f"{address}/?film={film}")
        name = f"{text} ({1901 + at})"
        told = page.locator('meta[property="og:title"]').get_attribute("content")
        wrong += differing("preview", name[:90], told, lambda seen, wanted: seen.startswith(wanted[:90].rstrip()))
        wrong += differing("plain head", name, page.locator("#first-view .chosen h2 bdi").first.text_content())
        wrong += differing("plain text", text, page.locator("#first-view .chosen p.text bdi").first.text_content())
        listed = list(map(plain, texts(page.locator("#first-view .row > summary bdi"))))
        wrong += [] if listed[at] == plain(name) else [f"plain list: {name!a} is shown as {listed[at]!a}"]
        assert (
            page.locator(
                "body img, body iframe, body object, #first-view script, a[href^=javascript], form[action]"
            ).count()
            == 0
        )
    return wrong
