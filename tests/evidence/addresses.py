"""Which addresses are no source: those that lead on to somewhere else, to films to watch, or to downloads."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_SEARCH = re.compile(
    r"(?:www\.)?(?:google\.[a-z.]+/(?:search|url|imgres)|yandex\.[a-z.]+/(?:search|clck|images|video)|ya\.ru/search"
    r"|bing\.com/(?:search|ck/|videos)|duckduckgo\.com/(?:l/|html|\?)|search\.yahoo\.com/|baidu\.com/(?:s\?|link)"
    r"|go\.mail\.ru/)"
)
"""Results of a search, and the addresses by which they lead on."""
_REDIRECT = re.compile(
    r"(?:vertexaisearch\.cloud\.google\.com/|[\w.-]*grounding-api-redirect|t\.co/|bit\.ly/|goo\.gl/|tinyurl\.com/"
    r"|clck\.ru/|vk\.com/away|(?:l|lm)\.facebook\.com/l\.php)"
)
"""Addresses that stand for another one."""
_WATCH = re.compile(
    r"(?:(?:www\.|m\.)?youtube\.com/(?:watch|shorts|embed|playlist|results)|youtu\.be/|rutube\.ru/(?:video|play|plst)"
    r"|(?:m\.)?vk\.com/(?:video|clip)|vkvideo\.ru/|(?:player\.)?vimeo\.com/(?:video/)?\d|ok\.ru/video|dailymotion\.com/video"
    r"|(?:www\.)?ivi\.(?:ru|tv)/watch|okko\.tv/movie|hd\.kinopoisk\.ru/|(?:www\.)?kinopoisk\.ru/(?:film|series)/\d+/watch"
    r"|(?:www\.)?netflix\.com/(?:watch|title)|tv\.apple\.com/|(?:www\.)?primevideo\.com/|my\.mail\.ru/.*video)"
)
"""Films to watch."""
_TORRENTS = re.compile(
    r"(?:[\w.-]*(?:rutracker|rutor|thepiratebay|nnmclub|kinozal|1337x|yts)\.[a-z.]+/|[\w.-]*torrent)"
)
_DOWNLOAD = re.compile(
    r"(?i)\.(?:zip|rar|7z|t?gz|exe|msi|dmg|apk|iso|torrent|avi|mkv|mp4|m4v|mov|mpe?g|wmv|webm|mp3|flac)$"
)


def is_source(address: str) -> bool:
    """Whether an address can be that of a source: a page of the web that can be read where it stands."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or "." not in parts.netloc:
        return False
    place = f"{parts.netloc.casefold()}{parts.path}{'?' * bool(parts.query)}{parts.query}"
    if any(each.match(place) for each in (_SEARCH, _REDIRECT, _WATCH, _TORRENTS)):
        return False
    return not _DOWNLOAD.search(parts.path)
