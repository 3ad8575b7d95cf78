"""Which year each film has, and which years can hardly be right."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.cleaning.raw_columns import NO_PROBLEMS, ConvertedColumn, RawColumns, as_given
from dashboard.model.column_names import column_of as header_column
from dashboard.model.kinds import Wrong
from dashboard.model.problem_list import Problems
from dashboard.model.problems import Problem
from dashboard.model.schema import BY_NAME, year_limits
from dashboard.model.text_column import TextColumn, read_once
from dashboard.model.values import is_missing, year_of

UNLIKELY = 10.0
"""Films that years without any should have held, going by the ten years beside them; e^-10 is about 1 in 22,000."""
NEIGHBOURS = 10
"""Years beside a gap that say how many films a year usually has."""
ENOUGH = 10
"""Films with a year that a list needs before any of them can be called far from the others."""
FEW = 0.02
"""The share of a list that can stand apart from the rest; one film always can."""
PREMIERES_APART = 1
"""Years between a film's year and the day on which it came out somewhere that are usual."""

Years = npt.NDArray[np.float64]
"""One year a film, NaN where not known."""


def out_of_range(years: Years) -> list[int]:
    """The positions of films from before the first film or after next year."""
    first, last = year_limits()
    with np.errstate(invalid="ignore"):
        return np.flatnonzero((years < first) | (years > last)).tolist()


def far_from_the_others(years: Years) -> list[int]:
    """The positions of the few films at either end of a list that stand too far from the rest to be believed.

    Between them and the rest lie years without a film which, at the pace of the ten years on the near side, should
    have held at least `UNLIKELY` films (a Poisson process of that rate has none with a probability of e^-UNLIKELY).
    Years out of range are left out: they have a notice of their own.
    """
    first, last = year_limits()
    known = years[(years >= first) & (years <= last)]
    if len(known) < ENOUGH:
        return []
    few = max(1, int(FEW * len(known)))
    late = _gap_before_the_last(np.sort(known), few)
    early = _gap_before_the_last(np.sort(-known), few)
    with np.errstate(invalid="ignore"):
        far = ((years > late) & (years <= last)) | ((years < -early) & (years >= first))
    return np.flatnonzero(far).tolist()


def _gap_before_the_last(in_order: Years, few: int) -> float:
    """The last year before the first gap that only the last `few` films stand behind; infinity without one."""
    at = np.arange(max(1, len(in_order) - few), len(in_order))
    before, after = in_order[at - 1], in_order[at]
    rates = (at - np.searchsorted(in_order, before - NEIGHBOURS, side="right")) / NEIGHBOURS
    gaps = np.flatnonzero((after - before - 1) * rates >= UNLIKELY)
    return float(before[gaps[0]]) if len(gaps) else float("inf")


def convert_years(raw: RawColumns) -> ConvertedColumn:
    """The years of a list: of its `year`, else of its `release_date`; no column if it has neither."""
    source = next((name for name in ("year", "release_date") if name in raw.cells), "")
    if not source:
        return ConvertedColumn(problems=(Problem("no years at all", raw.file),))
    column = BY_NAME["year"]
    found = column.kind.read(raw.cells[source], column)
    years = found.values.to_numpy(float, na_value=np.nan)
    if source == "release_date":
        dates = (each for each in found.wrong if each[1] != "year written otherwise")
        problems = Problems.joined([raw.problems_of(source, dates), _doubts(raw, source, years)])
        return ConvertedColumn(((column, found.values),), problems)
    filled = _from_dates(raw, years)
    problems = Problems.joined([raw.problems_of(source, found.wrong), filled, _doubts(raw, source, years)])
    values = pd.array(years, dtype="Int64") if filled else found.values
    return ConvertedColumn(((column, values), *as_given(raw, column, found.lossy)), problems)


def _from_dates(raw: RawColumns, years: Years) -> Problems:
    """Fill the years that are not given from the dates of release, and say which."""
    if "release_date" not in raw.cells:
        return NO_PROBLEMS
    dates = _years_in(raw.cells["release_date"])
    found = np.flatnonzero(
        _are_missing(raw.cells["year"]) & ~_are_missing(raw.cells["release_date"]) & ~np.isnan(dates)
    )
    years[found] = dates[found]
    return raw.problems_of("release_date", ((at, "year from the date", _text(years[at])) for at in found.tolist()))


def _years_in(cells: TextColumn) -> Years:
    """The year that each of some cells names."""
    years, codes = read_once(year_of, cells)
    return np.array([year[0] if year else np.nan for year in years], dtype=float)[codes]


def _are_missing(cells: TextColumn) -> npt.NDArray[np.bool_]:
    found, codes = read_once(is_missing, cells)
    return np.array(found, dtype=np.bool_)[codes]


def _text(year: float) -> str:
    return str(int(year))


def _doubts(raw: RawColumns, source: str, years: Years) -> tuple[Problem, ...] | Problems:
    """What can be said against years: out of range, far from the rest, missing, another in another column."""
    if np.isnan(years).all():
        return (Problem("no years at all", raw.file),)
    low, high = year_limits()
    missing = np.flatnonzero(np.isnan(years) & _are_missing(raw.cells[source]))
    doubtful: list[Wrong] = [
        *((at, "year out of range", f"{low}–{high}") for at in out_of_range(years)),
        *((at, "year far from the others", _text(years[at])) for at in far_from_the_others(years)),
    ]
    no_year = raw.alike(source, "no year", missing, [""] * len(missing))
    several = [*_several_columns(raw, source, years)]
    return Problems.joined([raw.problems_of(source, doubtful), no_year, *_differing(raw, source, years), several])


def _several_columns(raw: RawColumns, source: str, years: Years) -> Iterator[Problem]:
    """The other columns whose headers mean the year too, and that differ from the one that was taken."""
    others = (name for name in raw.names if name in raw.own_columns and name in raw.cells)
    for name in others:
        if header_column(raw.headers[name]) == "year" and raw.headers[source] != raw.headers["title"]:
            other = _years_in(raw.cells[name])
            differing = int((~np.isnan(years) & ~np.isnan(other) & (years != other)).sum())
            header, value = raw.headers[name], str(differing)
            if differing:
                yield Problem("several columns of years", raw.file, None, header, value, raw.headers[source])


def _differing(raw: RawColumns, source: str, years: Years) -> Iterator[Problems]:
    """The films whose year two columns give differently; a premiere may be a year off, as it was elsewhere."""
    in_title = np.full(len(years), np.nan)
    in_title[[*raw.in_title]] = [*raw.in_title.values()]
    others = [("title", in_title, 0)]
    if source == "year" and "release_date" in raw.cells:
        others.append(("release_date", _years_in(raw.cells["release_date"]), PREMIERES_APART))
    for name, other, most in others:
        differing = np.flatnonzero(np.abs(years - other) > most)
        yield raw.problems_of(name, ((at, "years differ", _text(years[at])) for at in differing.tolist()))
