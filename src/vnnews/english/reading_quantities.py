"""Reading numbers, money, shares, measures, fractions and ordinals out of English prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from vnnews.english.numerals import SMALL, TENS, ordinal_words, words
from vnnews.english.quantities import CURRENCY_SIGNS, CURRENCY_WORDS, SAME_PLURAL, SCALES, SIGNS, TIME
from vnnews.item import Item, Quantity
from vnnews.vietnamese.quantities import kind_of

_UNIT_WORDS = "|".join(SMALL[1:10])
_SMALL = rf"(?:(?:{'|'.join(TENS[2:])})(?:[- ](?:{_UNIT_WORDS})\b)?|(?:{'|'.join(reversed(SMALL[1:]))}))"
_WORDS = rf"(?:(?:{_SMALL}|a) hundred(?:(?: and)? {_SMALL})?|{_SMALL})\b"
_FIGURES = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d|[.,]\d)"
_NUMBER = rf"(?:{_FIGURES}|{_WORDS})"
_SCALE = r"(?:(?:[ -](?:hundred|thousand|million|billion|trillion|quadrillion)\b)+|\s?(?:bn|mn|mln|tn|trn)\b)"

_CURRENCY = {
    **{code.lower(): code for code in CURRENCY_WORDS},
    **{sign.lower(): code for code, signs in CURRENCY_SIGNS.items() for sign in signs},
    **{word.lower(): code for code, names in CURRENCY_WORDS.items() for word in names},
}
_CURRENCY |= {name.removesuffix("s"): code for name, code in _CURRENCY.items() if name.endswith("s")}
_SIGNS_OF_MONEY = (*CURRENCY_WORDS, *(sign for signs in CURRENCY_SIGNS.values() for sign in signs))
_BEFORE = "|".join(re.escape(sign.lower()) for sign in sorted(_SIGNS_OF_MONEY, key=len, reverse=True))


def _unit_names() -> dict[str, str]:
    """Every English name and sign of a unit, in lower case except one-letter signs, to its singular."""
    names = dict.fromkeys(("percentage point", "percentage points", "percentage-point"), "percentage point")
    names |= dict.fromkeys(("per thousand", "‰", "per mille"), "per thousand")
    names |= dict.fromkeys(("percent", "per cent", "%", "pct"), "percent")
    for unit in (*SIGNS, *TIME, *SAME_PLURAL, "ton", "quintal", "nautical mile", "mile"):
        plural = unit.replace("degree", "degrees") if "degree" in unit else unit.replace(" per ", "s per ", 1)
        plural = plural if " per " in unit or "degree" in unit or unit in SAME_PLURAL else f"{unit}s"
        for name in {unit, plural, unit.replace(" ", "-"), f"{unit} old"}:
            for american, british in (("meter", "metre"), ("liter", "litre")):
                names[name.replace(american, british).lower()] = unit
            names[name.lower()] = unit
        for sign in SIGNS.get(unit, ()):
            names[sign.lower()] = unit
    names |= {"centuries": "century", "tonne": "ton", "tonnes": "ton", "metric ton": "ton", "metric tons": "ton"}
    names |= {"degree": "degree Celsius", "square-meter": "square meter", "kilometers per hour": "kilometer per hour"}
    return names


_UNITS = _unit_names()
_AFTER = "|".join(re.escape(n).replace(r"\ ", " ") for n in sorted((*_UNITS, *_CURRENCY), key=len, reverse=True))

_QUANTITY = re.compile(
    rf"(?:(?P<before>{_BEFORE})\s?)?(?P<low>{_NUMBER})(?P<half> and a half)?(?P<low_scale>{_SCALE})?"
    rf"(?:(?:\s?[-–—]\s?| to | or )(?:(?P<again>{_BEFORE})\s?)?(?P<high>{_NUMBER})(?P<high_scale>{_SCALE})?"
    r"(?!-?\w*(?:-\w+)?\s?[ap]\.m))?"
    rf"(?:[ -]?(?P<unit>{_AFTER})(?![\w²³]))?"
)
_BETWEEN = re.compile(
    rf"between (?:(?P<before>{_BEFORE})\s?)?(?P<low>{_NUMBER})(?P<low_scale>{_SCALE})?(?: {_AFTER})?"
    rf" and (?:(?P<again>{_BEFORE})\s?)?(?P<high>{_NUMBER})(?P<high_scale>{_SCALE})?"
    rf"(?:[ -]?(?P<unit>{_AFTER})(?![\w²³]))?"
)
_NOT_MEASURED = rf"(?!{_SCALE})(?!\s?(?:{_AFTER})\b)(?!-)"
_OF = re.compile(
    rf"(?P<low>{_NUMBER})(?: out)? of (?:the |its |all |a total of |their )*(?P<whole>{_NUMBER}){_NOT_MEASURED}"
)
_SLASH = re.compile(rf"(?P<low>{_FIGURES})[/:](?P<whole>{_FIGURES})(?![\w/:])")
_ALL = re.compile(rf"all (?:the |of the |its )?(?P<low>{_NUMBER}){_NOT_MEASURED}")

_ORDINAL_WORDS = {ordinal_words(n): n for n in range(1, 200)}
_ORDINAL = rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:st|nd|rd|th)|{'|'.join(sorted(_ORDINAL_WORDS, key=len, reverse=True))})"
_RANK = re.compile(
    rf"(?P<rank>{_ORDINAL})(?:(?P<whole_of> (?:out of|among|of)(?: the)? (?P<whole>{_NUMBER})\b)"
    r"|[ -](?P<noun>(?:century|centuries)(?P<before> b\.?c\.?(?:e\b\.?)?)?|tenure|term|anniversary)\b|\b)(?!-?rate)"
)
_SHARE_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
                "ninth": 9, "tenth": 10}  # fmt: skip
_SHARE = re.compile(
    rf"(?:(?P<top>{_UNIT_WORDS}|a(?= \w+ of\b| \w+\W*\Z))[- ]"
    r"(?P<part>third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|quarter)s?"
    r"|(?P<half>(?:a |one )?half))\b(?! (?:month|year|day|hour|-?hourly))(?![- ](?:term|year|day|month))"
)
_ROUND_THE_CLOCK = re.compile(r"(?:around|round)[- ]the[- ]clock\b|24/(?:7|24)\b|24 hours a day\b|24-hour\b")
_BELOW_ZERO = re.compile(r"(?<!\w)(?:minus |negative |[-–−])\Z", re.IGNORECASE)
_MINUS = re.compile(r"\bminus \Z", re.IGNORECASE)
"""The sign of a number in a list of temperatures whose degrees are said once; a dash says too much else."""
_FROST = re.compile(r"(?: Celsius)? below (?:zero|freezing)")
_NO_NUMBER = re.compile(
    r"(?:iso|tcvn|qcvn|iec)[ -]\S+(?: \d+:\S+)?|versions? \d+\.\d+"
    r"|\d+\.0(?![\d%]| (?:percent|per cent|million|billion|trillion))"
    r"|(?:(?<=\+)84[ .-]?\d{1,3}|0\d{1,4})\)?[ .-]?\d{2,4}[ .-]?\d{2,4}(?:[ .-]?\d{2,5})?(?!\d)|1[89]00[ .-]?\d{3,4}\b"
)
"""Standards, versions and telephone numbers."""
_LIST_SIGN = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)](?=\s)")

_TOKEN = re.compile(r"[^\W_]+")
_STARTERS = {
    *SMALL[1:], *TENS[2:], *(w for w in _ORDINAL_WORDS if w.isalpha()), "a", "half", "all", "between", "around",
    "round", "iso", "tcvn", "qcvn", "iec", "version", "versions",
}  # fmt: skip
_COUNTED_BY_A = re.compile(rf"a[- ](?:hundred|half|{'|'.join(_SHARE_PARTS)})")
"""The only words that "a" can be a number before."""
_CODED = re.compile(rf"(?:{_BEFORE})\d")
_CURRENCY_BEFORE = re.compile(rf"(?<!\w)(?:{_BEFORE})\s?\Z")

_SCALE_OF = {**dict(SCALES), "hundred": 100, "bn": 10**9, "mn": 10**6, "mln": 10**6, "tn": 10**12, "trn": 10**12}
_WORD_VALUES = {words(n): n for n in range(1, 100)}


def read(text: str) -> Iterator[Item]:
    """The quantities that a text states, from left to right."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    position = 0
    for token in _TOKEN.finditer(lower):
        word = token[0]
        if not (word in _STARTERS or word[0].isdigit() or (not word.isalpha() and _CODED.match(word))):
            continue
        at = token.start()
        if at >= position and (word != "a" or _COUNTED_BY_A.match(lower, at)):
            end, items = _at(text, lower, at, position)
            yield from items
            position = max(position, end)


def _at(text: str, lower: str, at: int, floor: int) -> tuple[int, list[Item]]:
    """What begins with the word at `at`: where to go on, and the quantities found."""
    foreign = _NO_NUMBER.match(lower, at)
    if foreign is None and _LIST_SIGN.match(lower, at) and not lower[lower.rfind("\n", 0, at) + 1 : at].strip():
        foreign = _LIST_SIGN.match(lower, at)
    if foreign is not None:
        return foreign.end(), []
    apart = at == 0 or lower[at - 1] not in ".,/-" or not lower[at - 2 : at - 1].isalnum()
    found = _ROUND_THE_CLOCK.match(lower, at)
    if found:
        return _one(found, Quantity(Decimal(24), unit="hour", denominator=Decimal(24)))
    whole = _share(lower, at) if apart else None
    if whole:
        return whole
    rank = _RANK.match(lower, at) if apart else None
    if rank:
        item = _ranked(rank)
        return item.span[1], [item]
    between = _BETWEEN.match(lower, at)
    quantity = _quantity(between) if between else None
    if between and quantity and quantity.high is not None:
        start = between.start("before") if between["before"] else between.start("low")
        return between.end(), [Item((start, between.end()), kind_of(quantity.unit), quantity)]
    currency = _CURRENCY_BEFORE.search(lower, max(floor, at - 5), at)
    if not apart and not currency:
        return at, []
    found = _QUANTITY.match(lower, currency.start() if currency else at)
    items = list(_quantities(text, found)) if found else []
    return (items[-1].span[1] if items else at + 1), items


def _one(found: re.Match[str], value: Quantity) -> tuple[int, list[Item]]:
    return found.end(), [Item(found.span(), "number", value)]


def _share(lower: str, at: int) -> tuple[int, list[Item]] | None:
    """A part of a whole that begins at `at`: "42 of 145", "2/3", "all nine", "two-thirds"."""
    found = _SHARE.match(lower, at)
    if found:
        top = 1 if found["half"] or found["top"] in ("a", "one") else _WORD_VALUES[found["top"]]
        part = _SHARE_PARTS["half" if found["half"] else found["part"]]
        return _one(found, Quantity(Decimal(top), denominator=Decimal(part)))
    found = _OF.match(lower, at) or _SLASH.match(lower, at)
    if found:
        low, whole = _value(found["low"]), _value(found["whole"])
        if low <= whole and whole >= 2 and found["low"] != "one":
            return _one(found, Quantity(low, denominator=whole))
    found = _ALL.match(lower, at)
    low = _value(found["low"]) if found else Decimal(0)
    return _one(found, Quantity(low, denominator=low)) if found and low > 1 else None


def _ranked(found: re.Match[str]) -> Item:
    rank = found["rank"].lower()
    number = Decimal(re.sub(r"\D", "", rank)) if rank[0].isdigit() else Decimal(_ORDINAL_WORDS[rank])
    whole = _value(found["whole"]) if found["whole"] else None
    if whole is not None and whole >= number and whole >= 10:
        return Item(found.span(), "number", Quantity(number, ordinal=True, denominator=whole))
    noun = (found["noun"] or "").lower()
    unit = {"": None, "term": "tenure", "tenure": "tenure", "anniversary": "anniversary"}.get(noun, "century")
    unit = "century BC" if found["before"] else unit
    end = found.start("whole_of") if found["whole_of"] else found.end()
    return Item((found.start(), end), "number", Quantity(number, unit=unit, ordinal=True))


def _quantities(text: str, found: re.Match[str]) -> Iterator[Item]:
    """One quantity, or two where what looks like a range goes down."""
    quantity = _quantity(found)
    if quantity is None:
        return
    half = found.groupdict().get("half")
    alone = quantity.unit is None and found["low"].lower() == "one" and not found["low_scale"] and not half
    if alone and quantity.high is None:
        return
    start = found.start("before") if found["before"] else found.start("low")
    end = (
        found.end("unit")
        if quantity.unit and found["unit"]
        else found.end("high_scale" if found["high_scale"] else "high")
    )
    if found["high"] is None:
        end = found.end("unit" if found["unit"] else "low_scale" if found["low_scale"] else "half" if half else "low")
    if text[end : end + 1].isalpha() or text[end - 1 : end] in ("G", "M", "L"):
        return
    if quantity.unit in ("degree Celsius", None) and quantity.high is None:
        sign = (_BELOW_ZERO if quantity.unit else _MINUS).search(text, max(0, start - 9), start)
        start = sign.start() if sign else start
        cold = sign or (quantity.unit and _FROST.match(text, end))
        quantity = replace(quantity, low=-quantity.low) if cold else quantity
    if found["high"] is None or (quantity.high is not None and quantity.low < quantity.high):
        yield Item((start, end), kind_of(quantity.unit), quantity)
        return
    low = Quantity(_scaled(found["low"], found["low_scale"]), unit=quantity.unit)
    high = Quantity(_scaled(found["high"], found["high_scale"]), unit=quantity.unit)
    middle = found.end("low_scale") if found["low_scale"] else found.end("low")
    yield Item((start, middle), kind_of(low.unit), low)
    yield Item((found.start("high"), end), kind_of(high.unit), high)


def _quantity(found: re.Match[str]) -> Quantity | None:
    currency = found["before"] or found["again"]
    named = (found["unit"] or "").lower()
    unit = _CURRENCY.get(currency.lower()) if currency else _UNITS.get(named) or _CURRENCY.get(named)
    low = _scaled(found["low"], found["low_scale"])
    if found.groupdict().get("half"):
        low += Decimal(_product(found["low_scale"]) if found["low_scale"] else 1) / 2
    if found["high"] is None:
        return Quantity(low, unit=unit)
    high = _scaled(found["high"], found["high_scale"])
    if found["high_scale"] and not found["low_scale"] and low < 1000 and not found["again"]:
        low *= _product(found["high_scale"])
    return Quantity(low, high, unit=unit)


def _scaled(number: str, scale: str | None) -> Decimal:
    return _value(number) * (_product(scale) if scale else 1)


def _product(scale: str) -> int:
    product = 1
    for word in re.findall(r"[a-z]+", scale.lower()):
        product *= _SCALE_OF[word]
    return product


def _value(number: str) -> Decimal:
    if number[0].isdigit():
        return Decimal(number.replace(",", ""))
    head, hundred, rest = number.lower().partition(" hundred")
    value = _below_hundred(head)
    if hundred:
        rest = rest.strip().removeprefix("and ")
        value = 100 * value + (_below_hundred(rest) if rest else 0)
    return Decimal(value)


def _below_hundred(name: str) -> int:
    """The value of "a", "twelve", "twenty-five" or "twenty five"."""
    return 1 if name == "a" else _WORD_VALUES[re.sub(r"\b(\w+ty) (\w+)", r"\1-\2", name)]
