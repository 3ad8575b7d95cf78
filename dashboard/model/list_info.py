"""What a view must know of its list: its name in a link, what it is called, its language, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass

PUBLISHED, FILMOGRAPHY, OWN = "published", "filmography", "own"
"""The lists' names in a link."""
IN_LINK, STORED, IN_SESSION = UPLOADED = ("link.", "kept.", "held.")
"""What the name of a visitor's list begins with: the link holds it whole, the server keeps it, the session holds it."""


def is_uploaded(name: str) -> bool:
    """Whether a name in a link is one of a list that a visitor brought."""
    return name.startswith(UPLOADED)


@dataclass(frozen=True)
class ListInfo:
    """What is known of a list without its films.

    Attributes:
        key: its name in a link.
        name: what the choice between lists calls it.
        slug: names it in file names.
        title: the page's heading.
        line: one sentence that says what the list is; ``{file}`` stands for `file`.
        introduction: the list's own words about itself; empty if it has none.
        origin: where the list comes from and what is doubtful about it; empty where nothing is to be said.
        ours: whether it is the project's own data, in which nothing may be wrong.
        history_track: whether the history beside the films is shown until a visitor says otherwise.
        history: what it is the history of, as a heading.
        history_language: the code of the language it is told in; empty where that is not known.
        file: the file or folder it comes from, as a message names it; empty for the project's own.
        language: the code of the language its texts are in; empty where that is not known.
        quoted: the columns that quote somebody else word for word, which nobody corrects.
    """

    key: str
    name: str
    slug: str
    title: str
    line: str
    introduction: str = ""
    origin: str = ""
    ours: bool = False
    history_track: bool = False
    history: str = "Space history"
    history_language: str = "en"
    file: str = ""
    language: str = ""
    quoted: tuple[str, ...] = ()

    @property
    def is_uploaded(self) -> bool:
        """Whether a visitor brought it."""
        return is_uploaded(self.key)
