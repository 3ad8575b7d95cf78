"""The states of the page that are looked at and measured, and the conditions under which: theme, width, language."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from dashboard.lists.package import ListPackage, pack, to_text
from dashboard.model.list_info import IN_LINK
from dashboard.settings import HINTS_COOKIE
from tests.foreign import films
from tests.serving import dashboard

THEMES = ("light", "dark")
WIDTHS = (1280, 390)
LANGUAGES = ("en", "ru")
"""As in a link; the first is the one that a link need not name."""
HEIGHT = 1000
LONGEST_WAIT = 60_000
"""Milliseconds; generous, since nothing here measures."""
PASTED = "title,year,director,screening\nSolaris,1972,Andrei Tarkovsky,Monday\nStalker,179,,\n,1984,Nobody,Friday\n"


def _paste(page: Page) -> None:
    """Pastes a list with a doubtful year and a row without a title, and waits for what it is taken for."""
    page.get_by_role("textbox").last.fill(PASTED)
    page.get_by_role("textbox").last.press("Control+Enter")
    expect(page.locator("table.report")).to_be_visible()


def _paste_two(page: Page) -> None:
    """Pastes two tables, of which one has many columns and one that is guessed."""
    header = ["Film", "Jahrgang", *(f"Shelf {number}" for number in range(18))]
    rows = [[f"Film {number}" if number else "", str(1960 + number), *"abcdefghijklmnopqr"] for number in range(9)]
    table = "\n".join(map(",".join, [header, *rows]))
    page.get_by_role("textbox").last.fill(f"{table}\n\nName,Director\nSolo,Someone\n")
    page.get_by_role("textbox").last.press("Control+Enter")
    expect(page.locator("table.columns").first).to_be_visible()
    page.locator("details.others summary").click()


def _cite(page: Page) -> None:
    page.locator(".st-key-link-view button").click()
    expect(page.locator('[data-testid="stPopoverBody"]')).to_be_visible()


def _choose(page: Page) -> None:
    """Opens the list of a filter's values; on a phone the sidebar before it."""
    if page.evaluate("innerWidth") == min(WIDTHS):
        page.get_by_test_id("stExpandSidebarButton").click()
    open_choices(page.locator('[class*="st-key-facet-"]').get_by_role("combobox").first)


def open_choices(box: Locator) -> None:
    """Opens the list of a box's choices; it would close again if the page still had to say that it was scrolled."""
    box.scroll_into_view_if_needed()
    expect(box).to_be_in_viewport(ratio=1)
    box.evaluate("() => new Promise(requestAnimationFrame)")
    box.click()
    expect(box.page.get_by_role("option").first).to_be_visible()


def _nothing(page: Page) -> None:
    pass


def _name(page: Page) -> None:
    """Gives the view a name, which then stands among the ways in."""
    page.get_by_role("button", name="Name this view").or_(
        page.get_by_role("button", name="Назвать эту выборку")
    ).click()
    page.get_by_role("textbox").last.fill("Mars & <b>back</b>")
    page.get_by_role("textbox").last.press("Enter")
    expect(page.locator(".st-key-starts button")).to_have_count(1)


def _say(page: Page) -> None:
    """Opens the form in which one says what holds of a film, and what is left to check."""
    page.locator('[class*="st-key-say-selected"] summary').click()
    expect(page.locator('[class*="st-key-say-selected"]').get_by_role("radio").first).to_be_visible()
    page.locator(".st-key-queue-open button").click()
    expect(page.locator(".st-key-form-queue")).to_be_visible()


SAID = ListPackage(
    "Mine",
    {
        "films.csv": b"id,title,year,release_date,description\n"
        b"a,Moon,1965,1990-01-01,Scenes were shot aboard Salyut 6. It is long.\nb,Solaris,1972,,In Omsk.\n",
        "claims.csv": b"film_id,field,quote,claim,verdict,reason\n"
        b"a,description,It is long.,It is long.,judgement,So they say.\na,description,Short.,Short.,judgement,So.\n",
    },
)
"""A list that a visitor brought, with what holds of it."""


def _change(page: Page) -> None:
    """Opens what changes a visitor's list and one of its films, and types a year that is none."""
    for name in ("Change this list|Изменить этот список", "Edit this film|Изменить этот фильм"):
        page.locator("summary", has_text=re.compile(name)).click()
        stands(page)
    page.get_by_label(re.compile("^(Year|Год)$")).last.fill("soon")
    page.get_by_label(re.compile("^(Year|Год)$")).last.press("Tab")
    expect(page.locator(".remark")).to_be_visible()


@dataclass(frozen=True)
class State:
    """One state of the page.

    Attributes:
        name: its name in tables and file names.
        query: the link that leads to it.
        films: how many films its list has that is made up for it; 0 for the published lists.
        act: what is done there once the page stands.
        first: whether it is a visitor's first visit, who gets hints.
    """

    name: str
    query: str = ""
    films: int = 0
    act: Callable[[Page], None] = _nothing
    first: bool = False


STATES = (
    State("first", first=True),
    State("filtered", "?years=1960-1984&themes=rescue&themes=psychology"),
    State("search", "?q=space+st"),
    State("selected", "?film=solaris-1972"),
    State("picked-ghost", "?destination=Mars&film=solaris-1972"),
    State("open-card", "?open=star-pilot-1967&sort=year"),
    State("nothing", "?q=tarkovski&destination=Mars"),
    State("ignored", "?destination=Pluto&hue=red"),
    State("gone", "?list=gone"),
    State("table", "?view=table&sort=title&open=solaris-1972"),
    State("charts", "?list=filmography&view=charts&decade=1960s"),
    State("gallery", "?view=gallery&film=solaris-1972&pick=solaris-1972"),
    State("evidence", "?film=the-sky-beckons-1959&q=space"),
    State("filmography", "?list=filmography&film=per-aspera-ad-astra-1980&colour=destination"),
    State("shortlist", "?pick=solaris-1972&pick=star-pilot-1967"),
    State(
        "compared",
        "?list=filmography&compared=FU3a.5UMx&compared=4.5~cdL2&there=c87PK0lMLuE0tLQ05zTlckktUkgvyj88P1UhLLUoI7EUKGFuyAkA"
        "&open=solaris-1972",
    ),
    State("choosing", act=_choose),
    State("left-out", "?list=filmography&decade=1980s&none=decade&sort=running_time_min-desc&sort=title&values=films"),
    State("named", "?destination=Mars", act=_name),
    State("citation", act=_cite),
    State("bring", "?list=new"),
    State("draft", "?list=new", act=_paste),
    State("draft-of-two", "?list=new", act=_paste_two),
    State("said", f"?list={IN_LINK}{to_text(pack(SAID))}&film=a&open=a", act=_say),
    State("changing", f"?list={IN_LINK}{to_text(pack(SAID))}&film=a&open=a", act=_change),
    State("dots", "?kind=feature&colour=kind", films=100),
    State("bars", "?kind=feature", films=3201),
)
NAMED = {state.name: state for state in STATES}


@dataclass(frozen=True)
class Condition:
    """A state, and how it is looked at."""

    state: State
    theme: str = "light"
    width: int = 1280
    language: str = LANGUAGES[0]

    def __str__(self) -> str:
        return f"{self.state.name}-{self.width}-{self.theme}-{self.language}"

    @property
    def query(self) -> str:
        """The state's link in the condition's language."""
        chosen = parse_qsl(self.state.query.removeprefix("?"))
        chosen += [("lang", self.language)] if self.language != LANGUAGES[0] else []
        return f"?{urlencode(chosen)}" if chosen else ""


def matrix() -> list[Condition]:
    """Every state under every condition."""
    return [Condition(*each) for each in product(STATES, THEMES, WIDTHS, LANGUAGES)]


def stands(page: Page) -> None:
    """Waits until nothing on the page is still to come: the script has run, charts and fonts are there."""
    expect(page.locator("#first-view")).to_have_count(0, timeout=LONGEST_WAIT)
    ended = page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')
    expect(ended).to_be_visible(timeout=LONGEST_WAIT)
    expect(page.locator('[data-stale="true"], [data-testid="stSkeleton"]')).to_have_count(0, timeout=LONGEST_WAIT)
    page.wait_for_function(
        "() => document.fonts.status === 'loaded' && "
        "[...document.querySelectorAll('[data-testid=stVegaLiteChart]')]"
        ".filter(chart => chart.checkVisibility()).every(chart => chart.querySelector('svg'))"
    )


@dataclass
class Gallery:
    """Pages that show conditions: a list is served once it is needed, a context is kept for each theme."""

    browser: Browser
    motion: str
    stack: ExitStack
    addresses: dict[int, str] = field(default_factory=dict)
    contexts: dict[str, BrowserContext] = field(default_factory=dict)

    def address(self, number: int) -> str:
        """Where the published lists are served, or a list of some made-up films."""
        if number not in self.addresses:
            self.addresses[number] = self.stack.enter_context(_served(number))
        return self.addresses[number]

    def show(self, condition: Condition) -> Page:
        """A page that stands in a condition, opened anew."""
        page = self._context(condition.theme).pages[0]
        page.set_viewport_size({"width": condition.width, "height": HEIGHT})
        address = self.address(condition.state.films)
        page.context.clear_cookies()
        if not condition.state.first:
            page.context.add_cookies([{"name": HINTS_COOKIE[0], "value": HINTS_COOKIE[1], "url": address}])
        page.goto(f"{address}/{condition.query}")
        stands(page)
        condition.state.act(page)
        stands(page)
        return page

    def _context(self, theme: str) -> BrowserContext:
        """A context with one page, whose visits begin with nothing in the browser's store."""
        if theme not in self.contexts:
            made = self.contexts[theme] = self.browser.new_context(
                color_scheme=theme,  # type: ignore[arg-type]
                reduced_motion=self.motion,  # type: ignore[arg-type]
            )
            made.set_default_timeout(LONGEST_WAIT)
            made.add_init_script("localStorage.clear()")
            made.new_page()
        return self.contexts[theme]


@contextmanager
def _served(number: int) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{number} films.csv"
        path.write_text(films(number), encoding="utf-8")
        with dashboard(*([str(path)] if number else [])) as address:
            yield address


@contextmanager
def gallery(browser: Browser, published: str | None = None, motion: str = "no-preference") -> Iterator[Gallery]:
    """Shows conditions while the block runs; `published` is where the published lists are served already."""
    with ExitStack() as stack:
        opened = Gallery(browser, motion, stack, {0: published} if published else {})
        yield opened
        for context in opened.contexts.values():
            context.close()
