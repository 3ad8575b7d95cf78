"""What a screen reader gets: the count when it changes, the page's name and languages, the timeline in words."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Show, Visit
from tests.browser.states import NAMED, Condition, State

pytestmark = pytest.mark.audit

WATCH = """() => {
    const count = document.querySelector('p.count');
    window.changes = [];
    new MutationObserver(() => window.changes.push(count.isConnected && count.textContent))
        .observe(count, {subtree: true, childList: true, characterData: true});
}"""
NOT_RUSSIAN = """() => {
    const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode, element = text.parentElement;
        const marked = element.closest('[lang]').lang === 'ru' || element.closest('summary, button, h1, h2, h3, code');
        if (/[а-яё]/i.test(text.data) && element.checkVisibility() && !marked)
            found.push(`${element.tagName}: ${text.data}`);
    }
    return found;
}"""


def test_the_count_is_a_status_that_stays_and_changes(visit: Visit) -> None:
    me = visit()
    expect(me.page.get_by_role("status").filter(has_text="10 of 10 films")).to_have_count(1)
    me.page.evaluate(WATCH)
    me.page.get_by_role("button", name="Mars (2)").click()
    me.shows("2 of 10 films")
    me.page.get_by_label("Search", exact=True).press_sequentially("pilot", delay=20)
    me.shows("1 of 10 films")
    changes = me.page.evaluate("window.changes")
    assert (changes[0], changes[-1]) == ("2 of 10 films", "1 of 10 films")


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("?destination=Mars", "2 of 10 films · Destination: Mars – Soviet Space Films"),
        ("?destination=Mars&film=solaris-1972", "Solaris (1972) – Soviet Space Films"),
        ("?view=table", "Soviet Space Films"),
        ("?list=new", "Bring your own list"),
    ],
)
def test_the_page_is_called_what_it_shows(show: Show, query: str, title: str) -> None:
    page = show(Condition(State("titled", query)))
    expect(page).to_have_title(title)
    assert page.evaluate("document.documentElement.lang") == "en"


def test_russian_is_marked_as_russian(show: Show) -> None:
    page = show(Condition(State("russian", "?film=the-sky-beckons-1959&open=solaris-1972&q=небо")))
    assert page.locator("[lang=ru]").count() > 5
    assert page.evaluate(NOT_RUSSIAN) == []


ROWS = """all => all.map(row => {
  const parts = ['.year', '.name', '.unseen, .note'];
  const [year, name, note] = parts.map(part => row.querySelector(part)?.textContent ?? '');
  return [year, name.slice(0, name.length - note.length), note];
})"""


def opened_list(page: Page) -> list[tuple[str, str, str]]:
    """What the rows of the timeline's list say: the year, the name, and what else."""
    page.get_by_text("The timeline as a list").click()
    expect(page.locator(".timeline-list li").first).to_be_visible()
    return [tuple(row) for row in page.locator(".timeline-list li").evaluate_all(ROWS)]


def drawn(page: Page) -> list[tuple[int, str]]:
    """What the marks of the timeline say, from left to right, each with its place."""
    return page.locator(".films_marks path").evaluate_all(
        "marks => marks.map(mark => [Math.round(mark.getBoundingClientRect().x), mark.getAttribute('aria-label')])"
    )


@pytest.mark.parametrize("name", ["picked-ghost", "dots"])
def test_the_list_says_what_the_dots_say_in_their_order(show: Show, name: str) -> None:
    page = show(Condition(NAMED[name]))
    listed = [f"{name}, {year}{note}" for year, name, note in opened_list(page)]
    marks = drawn(page)
    place = {said: x for x, said in marks}
    assert sorted(listed) == sorted(said for _, said in marks)
    assert [place[said] for said in listed] == sorted(place[said] for said in listed)
    assert any(said.endswith("filtered out") for said in listed)


def test_the_list_says_what_the_bars_say_in_their_order(show: Show) -> None:
    page = show(Condition(NAMED["bars"]))
    listed = [tuple(map(int, re.findall(r"\d+", f"{year} {name}"))) for year, name, _ in opened_list(page)]
    numbers = [dict(re.findall(r"(\w+): (\d+)", said)) for _, said in sorted(drawn(page))]
    assert listed == [(int(each["year"]), int(each["shown"]), int(each["of"])) for each in numbers]


def test_the_charts_have_a_name_and_say_nothing_that_is_not_there(show: Show) -> None:
    page = show(Condition(NAMED["first"]))
    assert "63 statements" in (page.locator(".verdict-bar").get_attribute("aria-label") or "")
    (timeline,) = page.locator('[data-testid="stVegaLiteChart"]').all()
    assert "films of this list by year" in (timeline.get_attribute("aria-label") or "")
    for part in timeline.locator("[role=graphics-symbol], [role=graphics-object]").all():
        named = part.get_attribute("aria-label") or part.locator("[aria-label]").count()
        assert named or part.evaluate("element => getComputedStyle(element).visibility") == "hidden"
