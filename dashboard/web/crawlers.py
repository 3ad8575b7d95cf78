"""What crawlers ask for beside the page: which addresses they may read, and which ones there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote_plus, urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.exports.head.preview import translations
from dashboard.exports.site.site import PAGES_A_FILE
from dashboard.i18n.languages import english
from dashboard.lists import registry as lists
from dashboard.lists.source import program
from dashboard.model.list_info import UPLOADED
from dashboard.model.problems import BadListError, NotReadyError
from dashboard.query.index import Index
from dashboard.query.result import base, relative
from dashboard.query.view import View
from dashboard.render.templates import render
from dashboard.settings import CORRECT, SURPRISE
from dashboard.web.data_routes import known, not_yet, tag, without_content

LONGEST_ADDRESS = 2_000
"""Characters; sitemaps have no longer address."""
READ = ("film", "page", "lang")
"""The parameters, beside `list`, by which a page has something of its own to say to a crawler."""


FILM = "film"
"""Stands for a film's id in a link that is written once for all films."""
Page = dict[str, str]
"""A page's addresses by its language, as `translations` gives them."""


def routes() -> list[BaseRoute]:
    """The addresses that crawlers ask for; each answers GET and HEAD."""
    return [
        Route("/robots.txt", robots),
        Route("/sitemap.xml", sitemap),
        Route("/sitemap-{number:int}.xml", sitemap),
    ]


async def robots(request: Request) -> Response:
    """What a crawler may read, and where the sitemap is, under the public address or else the one that was asked.

    It may read the lists on offer page by page, each film's card, and both in every language. It may not read:

    - a list that a visitor brought: its link is for those to whom it was given;
    - a view that is filtered, searched, sorted or shortlisted: there is no end of them, and their films have cards;
    - `/data/`: the same films again, for every view;
    - the way to a film by chance, and the forms for corrections.

    Crawlers ask for this file at the root of a host only. Below a path, whoever runs the host has to put these lines
    there. The longest rule that fits wins; the longest stand first for who takes the first. Source: RFC 9309.
    """
    here = base(str(request.base_url))
    allowed, forbidden = _rules(urlsplit(here).path)
    rules = {**dict.fromkeys(forbidden, "Disallow"), **dict.fromkeys(allowed, "Allow")}
    lines = (f"{rules[path]}: {path}" for path in sorted(rules, key=len, reverse=True))
    text = "\n".join(("User-agent: *", *lines, "", f"Sitemap: {here}sitemap.xml", ""))
    return PlainTextResponse(text, headers={"Cache-Control": "public, max-age=3600"})


def _rules(root: str) -> tuple[list[str], list[str]]:
    """The beginnings of paths that may and may not be read, where `*` is anything.

    A link has its parameters in one order: the list, filters, page and film, what is open or shortlisted, the language.
    """
    others = [f"{root}{relative(View(name))}" for name in lists.names()[1:]]
    starts = [f"{root}?", *(f"{link}&" for link in others)]
    named = [f"{start}{name}=" for start in starts for name in READ]
    in_language = [each for each in named if not each.endswith("lang=")]
    allowed = [*others, *named, *(f"{each}*&lang=" for each in in_language)]
    uploaded = [f"{root}?list={each}" for each in UPLOADED]
    more = [f"{each}*&" for each in named] + [f"{each}*&*&lang=" for each in in_language]
    return allowed, [f"{root}data/", f"{root}{SURPRISE}", f"{root}{CORRECT}", *uploaded, *starts, *more]


def sitemap(request: Request) -> Response:
    """The pages of the lists on offer: of each list the list itself and every film's card, never a visitor's list.

    More pages than `PAGES_A_FILE` are told by an index, which names ``sitemap-1.xml`` and so on; a file is made for
    who asks for it, so that a request costs no more for a million films. 304 if the asker has it, 404 beyond the last
    file, 503 while a list is being prepared. A list that cannot be read is left out, and so is a page with a longer
    address than `LONGEST_ADDRESS`. No page has a `lastmod`: when a film was last changed is not known.

    Source: sitemaps.org/protocol.html.
    """
    try:
        indexes, made_of = _lists()
    except NotReadyError:
        return not_yet()
    here, number = base(str(request.base_url)), request.path_params.get("number")
    files = -(-sum(len(index) + 1 for index in indexes.values()) // PAGES_A_FILE)
    if number is not None and not 1 <= number <= files:
        return PlainTextResponse("There is no such sitemap here.\n", 404, {"Cache-Control": "no-store"})
    etag = tag("\n".join((program(), here, str(number), *made_of)).encode(), request)
    headers = {"ETag": etag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if known(etag, request):
        return Response(status_code=304, headers=headers)
    if request.method == "HEAD":
        return without_content("application/xml", headers)
    if number is None and files > 1:
        content = render("sitemap_index.xml", english(), links=[f"{here}sitemap-{at + 1}.xml" for at in range(files)])
    else:
        first = ((number or 1) - 1) * PAGES_A_FILE
        content = render("sitemap.xml", english(), pages=_pages(indexes, first, first + PAGES_A_FILE, here))
    return Response(content, media_type="application/xml", headers=headers)


def _lists() -> tuple[dict[str, Index], list[str]]:
    """The lists on offer that can be read, by their names in a link, and what their pages are made of.

    Raises:
        NotReadyError: if one of them is still being made ready.
    """
    indexes: dict[str, Index] = {}
    digests = []
    for name in lists.names():
        try:
            loaded = lists.open_list(name).loaded
        except BadListError:
            continue
        indexes["" if name == lists.names()[0] else name] = loaded.index
        digests.append(f"{name} {loaded.digest}")
    return indexes, digests


def _pages(indexes: Mapping[str, Index], first: int, end: int, here: str) -> Iterator[Page]:
    """The pages from `first` to before `end`, list by list: the list, then its films."""
    for name, index in indexes.items():
        if first <= 0 < end:
            yield dict(translations(View(name), here))
        cards = [(code, *link.rpartition(FILM)[::2]) for code, link in translations(View(name, film=FILM), here)]
        for film in map(quote_plus, index.frame["id"].iloc[max(0, first - 1) : max(0, end - 1)]):
            page = {code: f"{before}{film}{behind}" for code, before, behind in cards}
            if max(map(len, page.values())) <= LONGEST_ADDRESS:
                yield page
        first, end = first - len(index) - 1, end - len(index) - 1
