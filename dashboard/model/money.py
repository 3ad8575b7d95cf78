"""Amounts of money as people write them: "$1,200,000", "€ 3,5 Mio.", "12 млн ₽", and which currencies a column has."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from dashboard.model.values import is_missing, is_plain

MOST = 0.8
"""The share of a column's cells that says what the column is."""
LONGEST = 60
"""Characters that an amount has at most."""
LOOKED_AT = 200
"""Different cells of which a few have to be amounts before the others are looked at."""

_NAMES: dict[str, str] = {
    "$": "$ US$ USD usd dollar dollars dólar dólares dollari dollaro Dollar доллар доллара долларов долл доларів"
    " dolarów dolarů ドル 美元 달러",
    "€": "€ EUR eur euro euros Euro евро євро ユーロ 欧元 유로",
    "£": "£ GBP gbp pound pounds sterling фунтов",
    "¥": "¥ ￥ JPY jpy yen Yen иен йен 円",
    "CNY": "CNY RMB CN¥ 元 人民币 yuan юаней",
    "₽": "₽ RUB RUR rub руб рубль рубля рублей rubles roubles rubli Rubel",
    "₴": "₴ UAH грн гривень гривны",
    "₩": "₩ KRW 원",
    "₹": "₹ INR Rs rupees",
    "R$": "R$ BRL reais",
    "A$": "A$ AU$ AUD",
    "C$": "C$ CA$ CDN$ CAD",
    "NZ$": "NZ$ NZD",
    "HK$": "HK$ HKD",
    "NT$": "NT$ TWD",
    "S$": "S$ SGD",
    "Mex$": "Mex$ MX$ MXN",
    "zł": "zł PLN złotych zlotych",
    "Kč": "Kč CZK",
    "Kčs": "Kčs CSK",
    "Ft": "Ft HUF forint",
    "kr": "kr kronor kroner krónur",
    "SEK": "SEK",
    "NOK": "NOK",
    "DKK": "DKK",
    "ISK": "ISK",
    "CHF": "CHF SFr",
    "₺": "₺ TRY TL",
    "₪": "₪ ILS NIS",
    "₸": "₸ KZT тенге",
    "₫": "₫ VND",
    "฿": "฿ THB baht",
    "₱": "₱ PHP",
    "Rp": "Rp IDR",
    "DM": "DM DEM",
    "RM": "RM Reichsmark",
    "lire": "lire ITL ₤",
    "pesetas": "pesetas ESP",
    "F": "francs FRF",
    "S": "Schilling ATS",
    "pesos": "pesos",
    **{code: code for code in ("ZAR", "RON", "BGN", "RSD", "BYN", "GEL", "AMD", "AZN", "IRR", "EGP", "ARS", "CLP")},
    **{code: code for code in ("COP", "PEN", "MYR", "PKR", "NGN", "FIM", "NLG", "BEF", "PTE", "GRD", "IEP", "YUM")},
}
"""For each currency, as it is shown, what people write for it; a word that also means other things is none."""
_SIZES: dict[float, str] = {
    1e3: "k K тыс тысяч тысячи тысяча thousand tsd Tsd tys 千",
    1e4: "万 萬 만",
    1e5: "lakh lakhs lac",
    1e6: "m M mn Mn mln Mln mio Mio million millions Million Millionen millones millón milhões milhão milioni milione"
    " miljoen miljoner millioner miljoonaa milionů milionów mill milj millió milyon миллион миллиона миллионов млн"
    " мільйон мільйонів 百万",
    1e7: "crore crores cr 千万",
    1e8: "亿 億 억",
    1e9: "b B bn Bn billion billions mrd Mrd mld Mld Md milliard milliards Milliarde Milliarden miliardi miliardo"
    " miliardy miliardů miliard miljard miljarder milyar bilhões bilhão миллиард миллиарда миллиардов млрд мільярдів",
    1e12: "trillion 兆 조",
}
_ENGLISH = frozenset(
    {*("k", "K", "thousand", "m", "M", "mn", "Mn", "million", "millions", "b", "B", "bn", "Bn", "billion", "billions")}
    | {*("trillion", "lakh", "crore", "cr")}
)
"""Sizes behind which a point begins a fraction; with the others, as most languages have it, a comma does."""

_CURRENCY_OF = {name: currency for currency, names in _NAMES.items() for name in names.split()}
_SIZE_OF = {name: size for size, names in _SIZES.items() for name in names.split()}


def _one_of(names: Iterable[str]) -> str:
    """A pattern for some names; one that ends in a letter of an alphabet is not the beginning of a longer word."""
    longest_first = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name) + (r"(?![^\W\d_])" if name[-1] < "\u2e80" else "") for name in longest_first)


_CURRENCY, _SIZE = _one_of(_CURRENCY_OF), _one_of(_SIZE_OF)
_FIGURES = re.compile(r"\d+(?:[.,'’\s]\d+)*")
_SIDE = re.compile(
    rf"(?:(?P<before>{_CURRENCY})\.?\s*)?(?P<number>1)(?:\s*(?P<size>{_SIZE})\.?)?"
    rf"(?P<more>(?:1(?:{_SIZE}))*)(?:[.,][-–—])?\s*(?:(?:d['’]|de\s|di\s)?(?P<thousand>[MTk](?=€|\$|£|[A-Z]{{3}}\b))?"
    rf"(?P<behind>{_CURRENCY})\.?)?\+?"
)
_PART = re.compile(rf"1({_SIZE})")
_BETWEEN = re.compile(r"\s*[–—-]\s*|\s+(?:to|до|bis)\s+")
_ABOUT = re.compile(
    r"(?i)(?:[~≈<>≤≥]|(?:c(?=\.)|ca|circa|approx|approximately|about|around|est|estimated|over|under"
    r"|more than|less than|up to|около|примерно|более|свыше|до|etwa|rund|environ)\b\.?)\s*"
)
_BEHIND = re.compile(r"(?i)\s*(?:\([^()]*\)|\[[^\[\]]*\]|\best\b\.?|\bestimated\b)\s*$")
_IS_MONEY = re.compile(
    r"(?i)\b(?:budgets?|gross(?:es|ed)?|box office|revenues?|earnings|takings|prices?|costs?|бюджет\w*"
    r"|сбор(?:ы|ов)?|касса|цена|стоимость|збори|kosten|preis|einspielergebnis|einnahmen|recettes?|coût|prix|presupuesto"
    r"|recaudación|taquilla|precio|costo|incass[oi]|costi|prezzo|orçamento|bilheteria|receita|budżet|wpływy|rozpočet"
    r"|tržby|költségvetés|bevétel|bütçe|hasılat|begroting|opbrengst|budsjett|budjetti)\b"
    r"|票房|成本|预算|制作费|製作費|興行収入|予算|제작비|매출"
)
_IS_SOMETHING_ELSE = re.compile(
    r"(?i)\b(?:rank\w*|place|pos(?:ition)?|years?|dates?|ids?|no|numbers?|counts?|tickets?|admissions?|entries"
    r"|attendance|viewers?|ratio|share|percent|notes?|sources?|links?|url|currency|rating|место|год|дата|номер"
    r"|зрител\w*|билет\w*|besucher|zuschauer|entrées|spectateurs|espectadores|spettatori|widzów|diváků)\b"
    r"|[%#№]|人次|观影|動員|관객"
)
_WHOLE = re.compile(r"\d+|\d{1,3}(?:([.,'’\s])\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}")
_BETWEEN_FIGURES = re.compile(r"[.,'’\s]")
_LETTERS = {"": 1.0, "k": 1e3, "T": 1e3, "M": 1e6}


class Amount(NamedTuple):
    """An amount of money: of a range the lower one; the currency is empty where none is named.

    It is exact where the cell says nothing beside the number and the currency.
    """

    number: float
    currency: str
    exact: bool = True

    def __repr__(self) -> str:
        return f"Amount({self.number}, {self.currency!r}{'' if self.exact else ', exact=False'})"


def amounts(cells: Iterable[str]) -> dict[str, Amount]:
    """Those of the cells that are amounts of money, each with what it comes to.

    Which sign divides thousands and which begins a fraction, all cells say together. Where they do not, three figures
    behind the only sign are thousands if a currency is named, and else unclear, so that the cell is no amount.

    >>> amounts(["€ 3,5 Mio.", "~12 млн ₽", "1972 г."])
    {'€ 3,5 Mio.': Amount(3500000.0, '€'), '~12 млн ₽': Amount(12000000.0, '₽', exact=False)}
    """
    written = {cell: form for cell in dict.fromkeys(cells) if (form := _written(cell))}
    fraction = _fraction_sign(figures[0] for _, figures in written.values())
    found = ((cell, _amount(form, figures, fraction)) for cell, (form, figures) in written.items())
    return {cell: amount for cell, amount in found if amount}


def currencies(header: str, cells: Sequence[str]) -> tuple[str, ...]:
    """The currencies of a column whose cells are amounts of money, the commonest first; empty for any other column.

    Where no cell names one, it is a column of money only if its header says so; its one currency is "" then.
    """
    known = (cell for cell in dict.fromkeys(cells) if cell and not is_missing(cell))
    first = [*islice(known, LOOKED_AT)]
    if sum(_named(header, first).values()) < MOST / 2 * max(1, len(first)):
        return ()
    every = [*first, *known]
    named = _named(header, every)
    return tuple(currency for currency, _ in named.most_common()) if named.total() >= MOST * len(every) else ()


def _named(header: str, cells: Sequence[str]) -> Counter[str]:
    """How many cells are amounts of each currency; where none is named, how many are amounts if the header says so."""
    found = amounts(cells).values()
    named = Counter(amount.currency for amount in found if amount.currency)
    return named or Counter({"": len(found)} if found and is_money(header) else {})


def commonest(found: Iterable[Amount]) -> str:
    """The currency that most amounts are in, of those that name one; empty if none does."""
    named = Counter(amount.currency for amount in found if amount.currency)
    return next((currency for currency, _ in named.most_common(1)), "")


def are_exact(cells: Sequence[str]) -> bool:
    """Whether cells are amounts of which nothing is lost where only number and currency are shown."""
    found = amounts(cells)
    return all(cell in found and found[cell].exact for cell in cells)


def is_money(header: str) -> bool:
    """Whether a header says that plain numbers below it are money.

    >>> is_money("worldwideGross"), is_money("Box office rank")
    (True, False)
    """
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", header)
    return bool(_IS_MONEY.search(words)) and not _IS_SOMETHING_ELSE.search(words)


def reads_back_as_number(cell: str) -> bool:
    """Whether an amount is a plain number that is written letter for letter as the cell has it."""
    return is_plain(cell) and len(cell) < 16 and f"{float(cell):.15g}" == cell


class _Form(NamedTuple):
    """How an amount is written, whatever its figures.

    Attributes:
        currency: that it names.
        size: what its first figures count.
        english: whether a point begins a fraction before the word for that size.
        further: what each of the figures behind them counts.
        exact: that of the amount.
    """

    currency: str
    size: float
    english: bool
    further: tuple[float, ...]
    exact: bool


_PLAIN = _Form("", 1.0, english=False, further=(), exact=True)


def _written(cell: str) -> tuple[_Form, list[str]] | None:
    """The form of a cell, and its figures; None if it is no amount."""
    if cell.isdecimal():
        return (_PLAIN, [cell]) if len(cell) <= LONGEST else None
    if len(cell) > LONGEST or not _FIGURES.search(cell):
        return None
    text = unicodedata.normalize("NFKC", cell).strip()
    form = _form(_FIGURES.sub("1", text))
    return (form, _FIGURES.findall(text)) if form else None


@lru_cache(maxsize=1_024)
def _form(text: str) -> _Form | None:
    """The form of an amount of which all figures are 1; None if it is none."""
    bare = _BEHIND.sub("", text)
    bare = _ABOUT.sub("", bare, count=1) if _ABOUT.match(bare) else bare
    side = _SIDE.fullmatch(bare) or _lower_end(*_BETWEEN.split(bare))
    named = {_CURRENCY_OF[name] for name in (side["before"], side["behind"]) if name} if side else set()
    currency = next(iter(named - {"$"} or named), "")
    if not side or bare == "1+" or (len(named) > 1 and not (named > {"$"} and currency.endswith("$"))):
        return None
    size = _SIZE_OF.get(side["size"] or "", 1.0) * _LETTERS[side["thousand"] or ""]
    further = tuple(_SIZE_OF[name] for name in _PART.findall(side["more"] or ""))
    exact = bare == text and side.string == text and not text.endswith("+")
    return _Form(currency, size, side["size"] in _ENGLISH, further, exact)


def _lower_end(first: str, *others: str) -> re.Match[str] | None:
    """The lower end of a range, with the size and the currency that only its upper end names."""
    side, upper = (_SIDE.fullmatch(each) for each in (first, others[0] if len(others) == 1 else ""))
    if not side or not upper:
        return None
    size = "" if side["size"] else upper["size"]
    currency = "" if side["before"] or side["behind"] else upper["behind"] or upper["before"]
    return _SIDE.fullmatch(" ".join(filter(None, (first, size, currency))))


def _fraction_sign(numbers: Iterable[str]) -> str:
    """The sign with which fractions begin in some numbers; empty if they do not say."""
    said = {_said(number) for number in numbers if not number.isdecimal()} - {""}
    return said.pop() if len(said) == 1 else ""


def _said(number: str) -> str:
    """The sign that can only begin fractions, as one number has it; empty if it does not say."""
    points, commas = number.count("."), number.count(",")
    if points and commas:
        return "." if number.rindex(".") > number.rindex(",") else ","
    if points + commas > 1:
        return "," if points else "."
    last = max(number.rfind("."), number.rfind(","))
    return number[last] if last >= 0 and (len(number) - last != 4 or number[0] == "0") else ""


def _amount(form: _Form, figures: Sequence[str], fraction: str) -> Amount | None:
    number = _number(figures[0], form, fraction)
    further = sum(int(each) * size for each, size in zip(figures[1:], form.further, strict=False))
    return None if number is None else Amount(round(number * form.size + further, 4), form.currency, form.exact)


def _number(text: str, form: _Form, fraction: str) -> float | None:
    """The number that figures stand for; None where they are not divided as numbers are, or that is not clear."""
    if text.isdecimal():
        return float(text)
    sign = _said(text) or fraction
    if not sign and ("." in text or "," in text):
        if form.size == 1 and not form.currency:
            return None
        sign = _unlike(text) if form.size == 1 else "." if form.english else ","
    whole, _, part = text.rpartition(sign) if sign and sign in text else (text, "", "")
    if not _WHOLE.fullmatch(whole) or not (part or "0").isdecimal():
        return None
    return float(f"{_BETWEEN_FIGURES.sub('', whole)}.{part or 0}")


def _unlike(text: str) -> str:
    """The sign that is not the one which divides a number."""
    return "," if "." in text else "."
