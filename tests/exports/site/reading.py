"""A published site read as a browser and a validator read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import html5lib

NAMING = {"href", "src", "data-films", "action", "srcset", "data", "poster"}
FETCHING = {"link", "script", "img", "iframe", "object", "embed", "source", "video", "audio"}
"""Elements for which a browser fetches what they name."""


class Read(HTMLParser):
    """A page: what it names, its ids, and what in it would run."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.ids: list[str] = []
        self.running: list[str] = []
        self.policy = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.links += [value for name, value in given.items() if name in NAMING]
        is_address = given.get("rel") in ("canonical", "alternate")
        if tag in FETCHING and not is_address:
            self.fetched += [value for name, value in given.items() if name in NAMING]
        self.ids += [given["id"]] if "id" in given else []
        self.running += [name for name in given if name.startswith("on")]
        self.running += [value for value in given.values() if value.strip().lower().startswith("javascript:")]
        if tag == "script" and "src" not in given and given.get("type") != "application/ld+json":
            self.running.append("script")
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        if given.get("http-equiv") == "refresh":
            self.links.append(given["content"].partition("url=")[2])


def pages(files: Mapping[str, bytes]) -> dict[str, Read]:
    return {path: Read(content.decode()) for path, content in files.items() if path.endswith(".html")}


def broken(files: Mapping[str, bytes]) -> Iterator[str]:
    """Links of a site's pages that lead to no file of it, or to no place in one."""
    read = pages(files)
    for path, page in read.items():
        for link in page.links:
            if re.match("https?:|data:", link):
                continue
            there, _, place = link.partition("#")
            target = normpath(join(dirname(path), unquote(there))) if there else path
            if target not in files or (place and unquote(place) not in read[target].ids):
                yield f"{path}: {link}"


def wrong(files: Mapping[str, bytes], most: int = 1_000_000) -> Iterator[str]:
    """What a strict reader of HTML finds wrong in pages, and ids that stand twice."""
    for path, content in [(path, content) for path, content in files.items() if path.endswith(".html")][:most]:
        parser = html5lib.HTMLParser()
        parser.parse(content.decode())
        yield from (f"{path}: {error} at {place}" for place, error, _ in parser.errors)
        ids = Read(content.decode()).ids
        yield from (f"{path}: id {each} twice" for each in {each for each in ids if ids.count(each) > 1})


def unsafe(files: Mapping[str, bytes]) -> Iterator[str]:
    """What in a site's pages would run, be fetched from elsewhere, or is allowed to."""
    for path, page in pages(files).items():
        yield from (f"{path}: runs {each}" for each in page.running)
        yield from (f"{path}: fetches {each}" for each in page.fetched if re.match("(?:[a-z]+:)?//", each))
        if "default-src 'none'" not in page.policy:
            yield f"{path}: no policy"


def elements(html: Iterable[str]) -> set[str]:
    """The elements that stand in pages."""
    return {tag for each in html for tag in _tags(each)}


@cache
def _tags(html: str) -> frozenset[str]:
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    return frozenset(str(each.tag) for each in tree.iter())
