"""The table's heads: a click sorts all films on the server, not the rows in the browser."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Visit


def test_a_click_on_a_head_sorts_and_another_one_the_other_way_round(visit: Visit) -> None:
    me = visit("?view=table&open=solaris-1972")
    table = me.page.get_by_test_id("stDataFrame")
    title = table.get_by_test_id("glide-cell-2-0")
    head = {"x": 200, "y": 15}
    for query, first, name in (
        ("?sort=title&view=table&open=solaris-1972", "Per Aspera Ad Astra", "Title ↑"),
        ("?sort=title-desc&view=table&open=solaris-1972", "The Star of the Cosmos", "Title ↓"),
    ):
        table.click(position=head)
        me.link_is(query)
        expect(title).to_have_text(first)
        expect(table.get_by_role("columnheader", name=name, include_hidden=True)).to_have_count(1)
    expect(me.card("solaris-1972")).to_be_visible()
