"""Amounts of money as people write them, and what is none; columns of them, and columns that only look so."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from dashboard.model import kinds
from dashboard.model.kinds import MONEY, kind_of
from dashboard.model.money import amounts, currencies, reads_back_as_number

NOT = None
CELLS: list[tuple[str, tuple[float, str] | None]] = [
    ("$1,200,000", (1_200_000, "$")),
    ("$ 15", (15, "$")),
    ("US$5m", (5_000_000, "$")),
    ("USD 5m", (5_000_000, "$")),
    ("5,000,000 USD", (5_000_000, "$")),
    ("$9.99", (9.99, "$")),
    ("$1.2 million", (1_200_000, "$")),
    ("$1.234 million", (1_234_000, "$")),
    ("$1.2–1.5 million", (1_200_000, "$")),
    ("$5-10 million", (5_000_000, "$")),
    ("~$350k", (350_000, "$")),
    ("est. $350,000", (350_000, "$")),
    ("$350,000 (estimated)", (350_000, "$")),
    ("$2.847 billion[3]", (2_847_000_000, "$")),
    ("more than $1bn", (1_000_000_000, "$")),
    ("5 million dollars", (5_000_000, "$")),
    ("15 млн долларов", (15_000_000, "$")),
    ("£350k", (350_000, "£")),
    ("GBP 1,000", (1_000, "£")),
    ("€ 3,5 Mio.", (3_500_000, "€")),
    ("3,5 Mio. €", (3_500_000, "€")),
    ("3,5 Mio €", (3_500_000, "€")),
    ("1.200.000 €", (1_200_000, "€")),
    ("12.000 €", (12_000, "€")),
    ("1.200,50 EUR", (1_200.5, "€")),
    ("1,234 Mrd. Euro", (1_234_000_000, "€")),
    ("12 M€", (12_000_000, "€")),
    ("4 millions d'euros", (4_000_000, "€")),
    ("4,5 milioni di euro", (4_500_000, "€")),
    ("1'200'000 CHF", (1_200_000, "CHF")),
    ("12 млн ₽", (12_000_000, "₽")),
    ("500 000 руб.", (500_000, "₽")),
    ("500\u00a0000\u00a0рублей", (500_000, "₽")),
    ("1,5 млрд руб", (1_500_000_000, "₽")),
    ("около 900 тыс. рублей", (900_000, "₽")),
    ("1.2 billion yen", (1_200_000_000, "¥")),
    ("¥300,000,000", (300_000_000, "¥")),
    ("1億2000万円", (120_000_000, "¥")),
    ("3.5亿元", (350_000_000, "CNY")),
    ("150억원", (15_000_000_000, "₩")),
    ("₹10 crore", (100_000_000, "₹")),
    ("₹1,00,00,000", (10_000_000, "₹")),
    ("Rs. 50 lakh", (5_000_000, "₹")),
    ("R$ 3,3 milhões", (3_300_000, "R$")),
    ("A$27 million", (27_000_000, "A$")),
    ("$27m AUD", (27_000_000, "A$")),
    ("C$4M", (4_000_000, "C$")),
    ("18 mln zł", (18_000_000, "zł")),
    ("40 mil. Kč", NOT),
    ("40 000 000 Kč", (40_000_000, "Kč")),
    ("25 MSEK", (25_000_000, "SEK")),
    ("12 Mio. DM", (12_000_000, "DM")),
    ("5,3 Mio. Reichsmark", (5_300_000, "RM")),
    ("2 млн грн", (2_000_000, "₴")),
    ("0 €", (0, "€")),
    ("1,200,000", (1_200_000, "")),
    ("237000000", (237_000_000, "")),
    ("3.5 million", (3_500_000, "")),
    ("5m", (5_000_000, "")),
    # what is none
    ("", NOT),
    ("$", NOT),
    ("USD", NOT),
    ("N/A", NOT),
    ("$$$", NOT),
    ("1,234", NOT),
    ("12.000", NOT),
    ("PG-13", NOT),
    ("R 18", NOT),
    ("18+", NOT),
    ("85%", NOT),
    ("8,1/10", NOT),
    ("★★★", NOT),
    ("1972 г.", NOT),
    ("1972 р.", NOT),
    ("5 Feb 1972", NOT),
    ("1972-02-05", NOT),
    ("Fr. 12.6.", NOT),
    ("120 ft", NOT),
    ("90 min", NOT),
    ("90p", NOT),
    ("2h 10m", NOT),
    ("1:1.85", NOT),
    ("3 won", NOT),
    ("Won 3", NOT),
    ("8 sur 10", NOT),
    ("2 000 000 зрителей", NOT),
    ("12万人", NOT),
    ("K-19", NOT),
    ("try 5", NOT),
    ("The $5 Million Man", NOT),
    ("$5m and a horse", NOT),
    ("$5m €4m", NOT),
    ("1.2.3 $", NOT),
    ("1,2,3 €", NOT),
    ("-$5", NOT),
    ("$" + "9" * 60, NOT),
    ("5 $ 7", NOT),
]


@pytest.mark.parametrize(("cell", "expected"), CELLS, ids=[cell[:30] or "nothing" for cell, _ in CELLS])
def test_an_amount(cell: str, expected: tuple[float, str] | None) -> None:
    found = amounts([cell]).get(cell)
    assert (found and found[:2]) == expected


def test_the_table_is_long_and_a_third_of_it_is_traps() -> None:
    assert len(CELLS) >= 60
    assert 3 * sum(expected is None for _, expected in CELLS) >= len(CELLS)


@pytest.mark.parametrize(
    ("cell", "exact"),
    [
        *(("$1.2 million", True), ("500 000 руб.", True), ("0 €", True)),
        *(("~$5m", False), ("$5m (est.)", False), ("$5–10m", False), ("$5m[3]", False), ("$5m+", False)),
    ],
)
def test_an_amount_is_exact_where_the_cell_says_nothing_else(cell: str, exact: bool) -> None:
    assert amounts([cell])[cell].exact is exact


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (["1,234", "1,234,567"], [1_234, 1_234_567]),
        (["12.000", "1.234.567"], [12_000, 1_234_567]),
        (["12.345", "1.5"], [12.345, 1.5]),
        (["1.234 €", "1.234,50 €"], [1_234, 1_234.5]),
        (["1 234", "1 234,5"], [1_234, 1_234.5]),
    ],
    ids=lambda value: " / ".join(map(str, value)),
)
def test_which_sign_divides_thousands_the_whole_column_says(cells: list[str], numbers: list[float]) -> None:
    assert [amounts(cells)[cell].number for cell in cells] == numbers


@pytest.mark.parametrize(
    ("header", "cells", "found"),
    [
        ("Budget", ["$5m", "$1,200,000"], ("$",)),
        ("x", ["$5m", "USD 12", "US$ 7"], ("$",)),
        ("x", ["$5m", "$12", "$7", "unknown", ""], ("$",)),
        ("x", ["$5m", "$12", "$7", "$9", "see below"], ("$",)),
        ("x", ["$5m", "see below", "or not"], ()),
        ("Budget", ["$5m", "$6m", "€4m"], ("$", "€")),
        ("Budget", ["$5m", "A$6m", "A$4m"], ("A$", "$")),
        ("Budget", ["12", "35"], ("",)),
        ("worldwide_gross", ["1,200,000", "350,000,000"], ("",)),
        ("boxOffice", ["1200000", "350"], ("",)),
        ("Сборы в мире", ["1 200 000", "350 000"], ("",)),
        ("Einspielergebnis", ["1.200.000", "350.000"], ("",)),
        ("票房", ["1200万", "3.5亿"], ("",)),
        ("興行収入(億円)", ["12", "35"], ("",)),
        ("Budget", ["1,234", "5,678"], ()),
        ("Budget", ["$5m", "1200000", "3500000"], ()),
        ("Budget rank", ["1", "2"], ()),
        ("Budget year", ["1972", "1973"], ()),
        ("Box office admissions", ["1200000", "350"], ()),
        ("Кассовые сборы, зрителей", ["1200000", "350"], ()),
        ("votes", ["1200000", "350"], ()),
        ("Votes", ["12万", "3.5万"], ()),
        ("Views", ["1.2m", "350k"], ()),
        ("Length", ["5m", "7m"], ()),
        ("x", ["3 won", "2 won"], ()),
        ("x", ["", ""], ()),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, list) else None,
)
def test_the_currencies_of_a_column(header: str, cells: list[str], found: tuple[str, ...]) -> None:
    assert currencies(header, cells) == found


@pytest.mark.parametrize(
    ("header", "cells", "kind"),
    [
        ("Budget", ["$5m", "$1,200,000"], MONEY),
        ("Budget", ["$5m", "€4m"], kinds.TEXT),
        ("Budget", ["237000000", "0"], MONEY),
        ("Budget rank", ["1", "2"], kinds.IDENTIFIER),
        ("votes", ["237000000", "1"], kinds.NUMBER),
        ("Ticket", ["$5", "$5", "$5"], MONEY),
        ("Rated", ["R", "PG-13", "R"], kinds.CHOICE),
        ("Views", ["1.2m", "350k"], kinds.TEXT),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, list) else None,
)
def test_a_column_of_money(header: str, cells: list[str], kind: kinds.Kind) -> None:
    assert kind_of(header, cells)[0] == kind


def test_money_is_kept_as_written_and_sorted_by_its_numbers() -> None:
    cells = ["$1.2 million", "$350,000", "", "unknown", "$2,000,000"]
    values = MONEY.read(cells, kinds.Column("Budget", "Budget", kind=MONEY)).values
    assert MONEY.written(values, kinds.Column("Budget", "Budget", kind=MONEY), is_own=True) == cells
    assert np.array_equal(MONEY.numbers(values), [1_200_000, 350_000, np.nan, np.nan, 2_000_000], equal_nan=True)
    assert MONEY.unit(values) == "$"


@pytest.mark.parametrize(
    ("cell", "plain"),
    [("237000000", 237_000_000), ("7.5", 7.5), ("7.50", "7.50"), ("007", "007"), ("$5", "$5"), ("1" * 20, "1" * 20)],
)
def test_money_in_json_is_a_number_only_where_it_reads_back(cell: str, plain: float | str) -> None:
    assert MONEY.plain(cell) == plain
    assert reads_back_as_number(cell) == (not isinstance(plain, str))


def test_a_range_counts_the_currency() -> None:
    assert MONEY.unit(pd.Series(["12", "35"], dtype="str")) == ""
