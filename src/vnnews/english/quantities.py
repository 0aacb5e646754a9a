"""Quantities in English: numbers, money, shares, measures, fractions, ordinals, in every form that counts as right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from vnnews.english.numerals import figures, ordinal_figures, ordinal_words, roman, words
from vnnews.english.style import Style
from vnnews.item import Quantity

SCALES = (("quadrillion", 10**15), ("trillion", 10**12), ("billion", 10**9), ("million", 10**6), ("thousand", 10**3))
"""Scale words from large to small."""

CURRENCY_WORDS = {
    "VND": ("dong", "Vietnamese dong"), "USD": ("dollars", "US dollars", "U.S. dollars"), "EUR": ("euros",),
    "JPY": ("yen", "Japanese yen"), "CNY": ("yuan", "renminbi"), "GBP": ("pounds", "British pounds"),
    "KRW": ("won", "South Korean won"), "THB": ("baht",), "LAK": ("kip",), "RUB": ("rubles",),
    "CHF": ("Swiss francs",), "AUD": ("Australian dollars",), "SGD": ("Singapore dollars",),
}  # fmt: skip
CURRENCY_SIGNS = {"USD": ("US$", "$"), "EUR": ("€",), "JPY": ("¥",), "GBP": ("£",), "VND": ("VNĐ",)}

SIGNS = {
    "hectare": ("ha",), "square meter": ("m2", "m²", "sq m", "sq.m"), "square kilometer": ("km2", "km²", "sq km"),
    "cubic meter": ("m3", "m³"), "kilometer": ("km",), "meter": ("m",), "centimeter": ("cm",), "millimeter": ("mm",),
    "horsepower": ("hp", "HP", "CV"),
    "kilogram": ("kg",), "gram": ("g",), "milligram": ("mg",), "liter": ("l",), "milliliter": ("ml",),
    "degree Celsius": ("°C", "degrees C", "degrees"), "megawatt": ("MW",), "kilowatt": ("kW", "KW"),
    "gigawatt": ("GW",), "kilowatt-hour": ("kWh",), "kilovolt": ("kV",), "kilovolt-ampere": ("kVA",),
    "megavolt-ampere": ("MVA",), "megawatt-peak": ("MWp",), "kilowatt-peak": ("kWp",), "gigabyte": ("GB",),
    "megabyte": ("MB",), "terabyte": ("TB",), "kilobyte": ("KB",), "megahertz": ("MHz",), "gigahertz": ("GHz",),
    "kilohertz": ("kHz",), "kilometer per hour": ("km/h", "km per hour", "kph"),
    "cubic meter per second": ("m3/s", "m³/s"), "Mbps": ("Mbps",), "Gbps": ("Gbps",), "Kbps": ("Kbps",),
}  # fmt: skip
"""Measures to their signs."""

ALWAYS_SIGN = frozenset((
    "megawatt", "kilowatt", "gigawatt", "kilowatt-hour", "kilovolt", "kilovolt-ampere", "megavolt-ampere",
    "megawatt-peak", "kilowatt-peak", "gigabyte", "megabyte", "terabyte", "kilobyte", "megahertz", "gigahertz",
    "kilohertz", "Mbps", "Gbps", "Kbps", "kilometer per hour", "kilogram", "kilometer",
))  # fmt: skip
"""Measures that prose writes as a sign (3 MW, 12 km) whatever the style says of the rest."""

SAME_PLURAL = frozenset(("sao", "cong", "mau", "horsepower", "TEU", "Mbps", "Gbps", "Kbps"))
TIME = frozenset(("second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "decade", "century"))
"""Units of time; numbers before them follow the rule for plain numbers (three months)."""

_BRITISH = {"meter": "metre", "liter": "litre", "ton": "tonne"}


def forms(value: Quantity, style: Style) -> Iterator[str]:
    """Every English form of a quantity that counts as right, the one of the style first; some may come twice.

    What an amount is reckoned by may also be said elsewhere in the sentence, so the amount alone is right too.
    """
    if value.per:
        amounts = list(dict.fromkeys(forms(replace(value, per=()), style)))
        yield from (f"{amount}{rate}" for rate in _rates(value.per, style) for amount in amounts[:_RATED])
        yield from amounts
        return
    if value.denominator is not None:
        yield from _fraction(value, style)
    elif value.ordinal:
        yield from _ordinal(value, style)
    elif value.unit is None:
        yield from _plain(value, style)
    elif value.unit in CURRENCY_WORDS:
        yield from _money(value, value.unit, style)
    elif value.unit in ("percent", "percentage point", "per thousand"):
        yield from _share(value, value.unit, style)
    else:
        yield from _measure(value, value.unit, style)


_RATED = 8
"""Forms of an amount that are combined with each way to say its rate."""


def _rates(per: tuple[str, ...], style: Style) -> Iterator[str]:
    """The ways to say what an amount is reckoned by, the style's first: " per person per month", "/kg"."""
    signs = [next(iter(SIGNS.get(unit, (unit,)))) for unit in per]
    named = [
        next(iter(_singulars(unit))) if style.spelling == "american" else list(_singulars(unit))[-1] for unit in per
    ]
    if style.measures == "sign" or "kilogram" in per or "kilometer" in per:
        named = [s if u in SIGNS else n for u, n, s in zip(per, named, signs, strict=True)]
    yield "".join(f" per {name}" for name in named)
    yield f" per {named[0]}" + "".join(f" a {name}" for name in named[1:])
    yield "".join(f" per {unit}" for unit in per)
    yield "".join(f" a {unit}" for unit in per)
    for names in (signs, per):
        yield "".join(f"/{name}" for name in names)
        yield "".join(f" per {name}" for name in names)
    if per == ("person",):
        yield " per capita"
    if len(per) == 2:
        yield f" per {per[1]} per {per[0]}"


def numbers(number: Decimal, style: Style, *, spelled: bool = True, scale_from: int = 10**6) -> list[str]:
    """The ways to write a number, the style's first; `spelled` where small ones are words."""
    out = [*_scaled(number, scale_from), figures(number)]
    whole = number == number.to_integral_value() and 0 <= number < 1000
    if whole:
        at = 0 if spelled and number <= style.spelled_to else len(out)
        out.insert(at, words(int(number)))
    if number >= 10**6:
        out += _scaled(number, 10**3, preferred=False)
    return out


def _scaled(number: Decimal, least: int, *, preferred: bool = True) -> list[str]:
    """4.5 billion: with the largest scale word, if that leaves few decimals; or (not `preferred`) with each."""
    out = []
    for word, scale in SCALES:
        head = number / scale
        if scale < least or head < 1:
            continue
        decimals = -int(head.normalize().as_tuple().exponent)
        if preferred and scale == 10**15:
            continue
        if preferred and decimals > 3 and (scale < 10**12 or decimals > 6):
            return []
        if preferred and decimals > 3:
            continue
        if decimals <= 6:
            out.append(f"{figures(head)} {word}")
            if head == head.to_integral_value() and head < 100:
                out.append(f"{words(int(head))} {word}")
            if head == 1:
                out.append(f"a {word}")
        if preferred and out:
            return out
    return out


def _plain(value: Quantity, style: Style) -> Iterator[str]:
    if value.written == "roman":
        yield roman(int(value.low))
    if value.written == "numbered":
        name = f"{value.low.normalize():f}"
        yield from (f"{sign}{name}" for sign in ("No. ", "number ", "no. ", "No.", "No ", "Nos. "))
        yield f"No. {name.zfill(2)}"
    if value.written and value.high is None:
        yield f"{value.low:f}" if value.low.as_tuple().exponent == -1 else f"{value.low.normalize():f}"
    if value.high is not None:
        yield from _ranges(value.low, value.high, style, spelled=not value.written)
        return
    yield from numbers(value.low, style, spelled=not value.written)
    if value.low >= _LEAST_PRICE and not value.written:
        yield from (f"VND{amount}" for amount in numbers(value.low, style, spelled=False))
    if value.low == 1000:
        yield from ("a thousand", "one thousand")
    if value.low == 1:
        yield from ("a", "an", "single", "once")
    if value.low == 0:
        yield from ("no", "none", "nil")
    if value.low == Decimal("0.5"):
        yield "half"
    if value.low == value.low.to_integral_value() and 0 < value.low < 1000:
        number = int(value.low)
        yield from (ordinal_words(number), ordinal_figures(number), f"{words(number)}fold", f"{words(number)}-fold")
        yield from _MULTIPLES.get(number, ())


_LEAST_PRICE = 1000
"""From which on a bare number may be a price in đồng, whose currency talk leaves out."""
_MULTIPLES = {
    2: ("both", "twice", "double", "doubled", "doubles", "doubling", "pair", "couple"),
    3: ("triple", "tripled", "triples", "tripling", "thrice"),
    4: ("quadruple", "quadrupled", "quadruples", "quadrupling"),
    10: ("tenfold", "dozen or so"),
    12: ("a dozen",),
}


def _ranges(low: Decimal, high: Decimal, style: Style, *, spelled: bool) -> Iterator[str]:
    """Both ends of a range: 10-25, 15-20 million, three to five."""
    lows, highs = (numbers(n, style, spelled=spelled) for n in (low, high))
    scale = _common_scale(low, high)
    if high < 10**6 and spelled and (lows[0].isalpha() or highs[0].isalpha()):
        yield f"{lows[0]} to {highs[0]}"
    if low < 1000 and high >= 10**6:
        yield f"{figures(low)} to {figures(high)}"
    elif scale:
        word, size = scale
        yield from (f"{figures(low / size)}{sign}{figures(high / size)} {word}" for sign in ("-", " to ", "–"))
        yield f"{figures(low / size)} and {figures(high / size)} {word}"
    else:
        yield f"{figures(low)}-{figures(high)}" if high < 10**6 else f"{lows[0]} to {highs[0]}"
    for one in lows:
        for other in highs:
            yield from (f"{one}{sign}{other}" for sign in ("-", " to ", "–", " and ", " or "))


def _common_scale(low: Decimal, high: Decimal) -> tuple[str, int] | None:
    """The scale word that both ends of a range take: 15-20 million."""
    for word, size in SCALES:
        if high >= size >= 10**6:
            fits = low >= size and all(-int((n / size).normalize().as_tuple().exponent) <= 3 for n in (low, high))
            return (word, size) if fits else None
    return None


def _money(value: Quantity, currency: str, style: Style) -> Iterator[str]:
    amounts: list[str] = []
    if value.high is not None:
        amounts += _ranges(value.low, value.high, style, spelled=False)
        for one in numbers(value.low, style, spelled=False):
            for other in numbers(value.high, style, spelled=False):
                amounts.append(f"{one} to {currency}{other}")
                amounts.append(f"{one} and {currency}{other}")
                amounts.append(f"{one}-{currency}{other}")
        if _common_scale(value.low, value.high) is None and value.high >= 10**6:
            amounts.insert(0, f"{_first(value.low, style)} to {currency}{_first(value.high, style)}")
    else:
        amounts += numbers(value.low, style, spelled=False)
    if value.low == 0:
        amounts += ["zero", "no"]
    manner = style.money
    if manner in ("4.5 billion VND", "4.5 billion dong"):
        amounts = [a.replace(f" to {currency}", " to ") for a in amounts]
    yield from (_with_currency(a, currency, manner) for a in amounts[:1])
    if value.low == 0:
        yield from ("zero", "free", "at no cost")
    if value.low == 1 and value.high is None:
        yield from (f"{each} {CURRENCY_WORDS[currency][0].removesuffix('s')}" for each in ("one", "a", "each", "every"))
    yield from (f"{currency}{amount.replace(' ', '-')}" for amount in amounts[:4] if amount.count(" ") == 1)
    for amount in amounts:
        plain = amount.replace(currency, "")
        yield f"{currency}{amount}"
        yield f"{currency} {amount}"
        yield f"{plain} {currency}"
        yield from (f"{plain} {word}" for word in CURRENCY_WORDS[currency])
        yield from (f"{plain}-{word}" for word in CURRENCY_WORDS[currency])
        yield from (f"{sign}{plain}" for sign in CURRENCY_SIGNS.get(currency, ()))


def _first(number: Decimal, style: Style) -> str:
    return numbers(number, style, spelled=False)[0]


def _with_currency(amount: str, currency: str, manner: str) -> str:
    if manner == "VND4.5 billion":
        return f"{currency}{amount}"
    if manner == "VND 4.5 billion":
        return f"{currency} {amount.replace(currency, currency + ' ')}"
    if manner == "4.5 billion VND":
        return f"{amount} {currency}"
    return f"{amount} {CURRENCY_WORDS[currency][0]}"


def _share(value: Quantity, unit: str, style: Style) -> Iterator[str]:
    if value.high is not None:
        amounts = [f"{figures(value.low)}{sign}{figures(value.high)}" for sign in ("-", " to ", "–", " and ")]
    else:
        amounts = numbers(value.low, style, spelled=False)
    if unit == "percentage point":
        ending = unit if value.high is None and value.low == 1 else f"{unit}s"
        yield from (f"{a} {e}" for a in amounts for e in (ending, unit, "percent points", "points"))
        yield from (f"{a}-{unit}" for a in amounts)
        return
    if unit == "per thousand":
        yield from (f"{a}{e}" for a in amounts for e in (" per thousand", "‰", " per mille", " per 1,000"))
        return
    preferred = style.percent if style.percent == "%" else f" {style.percent}"
    endings = dict.fromkeys((preferred, " percent", " per cent", "%", " %", " pct", "-percent"))
    yield from (f"{a}{e}" for a in amounts for e in endings)
    if value.low == 100 and value.high is None:
        yield from ("all", "every", "entire", "fully", "whole", "unanimous", "unanimously")
    if value.low in (0, 50) and value.high is None:
        yield from ("zero", "nil", "free") if value.low == 0 else ("half", "halve", "halved", "halves", "halving")


def _measure(value: Quantity, unit: str, style: Style) -> Iterator[str]:
    if value.low < 0:
        warm = list(_measure(replace(value, low=-value.low), unit, style))
        for sign, end in (("minus ", ""), ("-", ""), ("", " below zero"), ("", " below freezing"), ("negative ", "")):
            yield from (f"{sign}{form}{end}" for form in warm)
        yield f"minus {figures(-value.low)}"
        return
    spelled = unit in TIME
    if value.high is not None:
        amounts = list(dict.fromkeys(_ranges(value.low, value.high, style, spelled=spelled)))
    else:
        amounts = numbers(value.low, style, spelled=spelled)
    single = value.low == 1 and value.high is None
    names = list(_unit_names(unit, style, single=single))
    yield from (f"{a}{n}" for a in amounts for n in names)
    yield from (f"{a}-{one}" for a in amounts for one in _singulars(unit))
    yield from (f"{a}{joint}{sign}" for a in amounts for joint in ("", "-") for sign in SIGNS.get(unit, ()))
    if value.high is None and spelled and not single:
        yield from (f"{a}{sign}or{sign}more{name}" for a in amounts[:2] for name in names[:1] for sign in " -")
    if value.high is not None and spelled:
        yield from (f"{one}- to {other}-{unit}" for one, other in _ends(value.low, value.high, style))
    if single:
        yield from (f"{each} {unit}" for each in ("a", "each", "every", "per"))
    if single and spelled:
        yield from (f"a {unit}", f"an {unit}", f"one-{unit}", unit)
    if value.low % 1 == Decimal("0.5") and value.low < 100 and value.high is None:
        yield f"{words(int(value.low))} and a half {next(_plurals(unit, single=False))}"
    if unit == "year" and value.high is None:
        yield from _SPANS_OF_YEARS.get(int(value.low), ())
    if unit == "time" and value.low == Decimal("1.5"):
        yield from ("half", "50 percent", "one-and-a-half times")
    if unit == "quintal" and value.high is None:
        yield f"{figures(value.low * 100)} kg"
        yield f"{figures(value.low / 10)} tons"
    if value.low == value.low.to_integral_value() and value.high is None and 0 < value.low < 1000 and spelled:
        yield f"{ordinal_figures(int(value.low))} {unit}"
        yield f"{ordinal_words(int(value.low))} {unit}"
        yield f"{ordinal_figures(int(value.low))} anniversary"


def _ends(low: Decimal, high: Decimal, style: Style) -> Iterator[tuple[str, str]]:
    """Both ends of a range, in each way to write them."""
    for spelled in (True, False):
        yield numbers(low, style, spelled=spelled)[0], numbers(high, style, spelled=spelled)[0]


_SPANS_OF_YEARS = {
    2: ("biennial", "biennially"), 10: ("decade",), 100: ("century", "centenary", "centennial"), 1000: ("millennium",)
}  # fmt: skip


def _singulars(unit: str) -> Iterable[str]:
    yield unit
    yield unit.replace(" ", "-")
    for american, british in _BRITISH.items():
        if unit.endswith(american):
            yield unit.removesuffix(american) + british


def _unit_names(unit: str, style: Style, *, single: bool) -> Iterator[str]:
    """The unit's words and signs after a number, each with the space before it, the style's first."""
    signs = SIGNS.get(unit, ())
    plain = [f" {name}" for name in _plurals(unit, single=single)]
    if style.spelling == "british" and len(plain) > 1:
        plain.reverse()
    marked = [f" {sign}" for sign in signs]
    by_sign = unit in ALWAYS_SIGN or (style.measures == "sign" and signs)
    yield from (*marked, *plain) if by_sign and marked else (*plain, *marked)


def _plurals(unit: str, *, single: bool) -> Iterator[str]:
    names = [unit]
    names += [unit.replace(american, british) for american, british in _BRITISH.items() if unit.endswith(american)]
    for name in names:
        if single or unit in SAME_PLURAL:
            yield name
        elif unit.startswith("century"):
            yield unit.replace("century", "centuries")
        elif unit == "degree Celsius":
            yield from ("degrees Celsius", "degrees")
        elif " per " in name:
            head, _, tail = name.partition(" per ")
            yield f"{head}s per {tail}"
        else:
            yield f"{name}s"


_ORDINAL_NOUNS = {
    "tenure": ("tenure", "term"), "century": ("century", "century AD", "century CE"),
    "century BC": ("century BC", "century BCE", "century B.C."),
}  # fmt: skip


def _ordinal(value: Quantity, style: Style) -> Iterator[str]:
    number = int(value.low)
    plain = [ordinal_figures(number)]
    if value.high is not None:
        yield from _ordinal_range(number, int(value.high), value.unit, style)
        return
    if number < 1000:
        plain.insert(0 if number <= style.spelled_to else 1, ordinal_words(number))
    if value.unit is None:
        yield from plain
        yield f"No. {number}"
        if number == 1:
            yield from ("firstly", "top", "leading")
        if number < 4:
            yield ("firstly", "secondly", "thirdly")[number - 1]
        yield from (f"{number}", roman(number)) if number < 400 else (f"{number}",)
        return
    nouns = _ORDINAL_NOUNS.get(value.unit, (value.unit,))
    yield from (f"{p} {noun}" for p in plain for noun in nouns)
    yield from (f"{p}-{noun}" for p in plain for noun in nouns)
    yield from plain
    if value.unit == "anniversary":
        yield f"{number} years"
        yield f"{number}-year"
        yield f"{words(number)} years" if number < 1000 else f"{number:,} years"


def _ordinal_range(low: int, high: int, unit: str | None, style: Style) -> Iterator[str]:
    """The 17th and 18th centuries, the 16th to 19th centuries."""
    noun = f" {next(_plurals(unit, single=False))}" if unit else ""
    both = [(ordinal_figures(low), ordinal_figures(high)), (ordinal_words(low), ordinal_words(high))]
    if high <= style.spelled_to:
        both.reverse()
    joints = (" and ", "-", " to ", "–") if high - low == 1 else (" to ", "-", " and ", "–")
    yield from (f"{first}{sign}{last}{noun}" for first, last in both for sign in joints)


_SHARES = {(1, 2): "half", (1, 3): "one-third", (2, 3): "two-thirds", (1, 4): "a quarter", (3, 4): "three-quarters"}


def _fraction(value: Quantity, style: Style) -> Iterator[str]:
    low, whole = value.low, value.denominator
    assert whole is not None, "asked for fractions only"
    if value.unit == "hour":
        yield from ("around the clock", "around-the-clock", "round the clock", "round-the-clock", "24/7", "24/24")
        yield from ("24 hours a day", "24-hour", "day and night")
        return
    if value.unit is not None:
        if value.unit not in CURRENCY_WORDS:
            yield from (
                f"{figures(low)} of {figures(whole)}{name}" for name in _unit_names(value.unit, style, single=False)
            )
        tops, bottoms = (list(forms(Quantity(n, unit=value.unit), style)) for n in (low, whole))
        yield from (f"{t} of {b}" for t in tops[:6] for b in bottoms[:6])
        return
    tops, bottoms = numbers(low, style), numbers(whole, style)
    if value.ordinal:
        number = int(low)
        ranks = [ordinal_figures(number), ordinal_words(number) if number < 1000 else ordinal_figures(number)]
        if number <= style.spelled_to:
            ranks.reverse()
        among = (" out of ", " among ", " of ", " among the ", " of the ", " out of the ", "/")
        yield from (f"{r}{j}{b}" for r in ranks for j in among for b in bottoms)
        yield from ranks
        return
    if low == whole:
        yield from (f"all {t}" for t in tops)
    if low % 1:
        yield f"{figures(low)} out of {figures(whole)}"
    elif (int(low), int(whole)) in _SHARES and whole % 1 == 0:
        yield _SHARES[int(low), int(whole)]
    elif low == 1 and whole % 1 == 0 and 1 < whole < 10:
        yield f"one-{ordinal_words(int(whole))}"
    if low == 1 and (whole >= 100 or whole % 1):
        yield f"1/{figures(whole)}"
        yield f"1:{figures(whole)}"
    joints = (
        " of ",
        " out of ",
        " of the ",
        " out of the ",
        " of its ",
        " of a total of ",
        " in ",
        " in every ",
        " for every ",
    )
    yield from (f"{t}{j}{b}" for t in tops for j in joints for b in bottoms)
    yield f"{figures(low)}/{figures(whole)}"
    yield from _named_share(int(low), int(whole)) if low % 1 == whole % 1 == 0 else ()
    if whole == 100:
        yield from (f"{figures(low)} {percent}" for percent in ("percent", "per cent"))
    if low == whole:
        yield from tops
        yield from ("all", "every", "both")


def _named_share(low: int, whole: int) -> Iterator[str]:
    """Two-thirds, half: the words for small shares."""
    if 3 <= whole <= 100 and low < whole:
        yield from (f"{words(low)}{sign}{ordinal_words(whole)}{'s' if low > 1 else ''}" for sign in "- ")
        if low == 1:
            yield f"a {ordinal_words(whole)}"
    if (low, whole) in ((1, 4), (3, 4)):
        yield from ("one-quarter", "one quarter") if low == 1 else ("three quarters", "three-fourths")
    if (low, whole) == (1, 2):
        yield from ("halved", "halves", "one half", "a half")
