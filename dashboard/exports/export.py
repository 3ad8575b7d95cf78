"""What a kind of file is that the films shown can be taken away as, and how each of them writes a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dashboard.charts.theme import ThemeName
from dashboard.i18n.languages import Language
from dashboard.model.rows import as_csv, escape_formula
from dashboard.query.result import QueryResult


@dataclass(frozen=True)
class Export:
    """One kind of file that the films of a view can be taken away as.

    Attributes:
        label: what its button says, in a language.
        ending: how the file's name ends, without a dot.
        media_type: as HTTP names it, with the charset of a text.
        write: makes the file of a result; the second argument is the dashboard's address. It depends on these two
            and the day only.
        has_address: whether the file is at `/data/films.<ending>` too.
        is_dated: whether the file names the day on which it was made.
        in_theme: the same as `write`, in a theme, which comes first; None for a file that has no colours.
        fits: whether a result can be written so.
        is_whole: whether the file holds all films of the list, whatever a result shows of them.
    """

    label: Callable[[Language], str]
    ending: str
    media_type: str
    write: Callable[[QueryResult, str], bytes]
    has_address: bool = True
    is_dated: bool = False
    in_theme: Callable[[ThemeName, QueryResult, str], bytes] | None = None
    fits: Callable[[QueryResult], bool] = lambda _: True
    is_whole: bool = False

    def films(self, result: QueryResult) -> int:
        """How many films the file of a result holds."""
        return len(result.index if self.is_whole else result.rows)

    def file_name(self, result: QueryResult) -> str:
        """A name for the file that says what is in it, such as ``soviet-space-films-2-of-10.csv``."""
        films, of = self.films(result), len(result.index)
        some = "" if films == of else f"-{films}-of-{of}"
        return f"{result.info.slug}{some}.{self.ending}"


def csv_file(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A table as CSV; cells that a spreadsheet would run are escaped."""
    return as_csv(map(escape_formula, row) for row in (header, *rows))
