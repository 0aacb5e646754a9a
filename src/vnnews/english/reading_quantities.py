"""Reading numbers, money, shares, measures, fractions and ordinals out of English prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from vnnews.english.quantities import (
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    SAME_PLURAL,
    SCALES,
    SIGNS,
    SMALL,
    TENS,
    TIME,
    ordinal_words,
    words,
)  # fmt: skip
from vnnews.item import Item, Kind, Quantity
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
_BEFORE = "|".join(
    re.escape(s) for s in sorted((*CURRENCY_WORDS, *sum(CURRENCY_SIGNS.values(), ())), key=len, reverse=True)
)


def _unit_names() -> dict[str, str]:
    """Every English name and sign of a unit, in lower case except one-letter signs, to its singular."""
    names = dict.fromkeys(("percentage point", "percentage points", "percentage-point"), "percentage point")
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
    rf"(?:(?<!\w)(?P<before>{_BEFORE})\s?|(?<![\w.,/-]))(?P<low>{_NUMBER})(?P<half> and a half)?"
    rf"(?P<low_scale>{_SCALE})?"
    rf"(?:(?P<to>\s?[-–—]\s?| to | or )(?:(?P<again>{_BEFORE})\s?)?(?P<high>{_NUMBER})(?P<high_scale>{_SCALE})?"
    rf"(?!-?\w*(?:-\w+)?\s?[ap]\.m))?"
    rf"(?:[ -]?(?P<unit>{_AFTER})(?![\w²³]))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"\bbetween (?:(?P<before>{_BEFORE})\s?)?(?P<low>{_NUMBER})(?P<low_scale>{_SCALE})?(?: {_AFTER})?"
    rf" and (?:(?P<again>{_BEFORE})\s?)?(?P<high>{_NUMBER})(?P<high_scale>{_SCALE})?(?:[ -]?(?P<unit>{_AFTER})"
    rf"(?![\w²³]))?",
    re.IGNORECASE,
)
_OF = re.compile(
    rf"(?<![\w.,/-])(?P<low>{_NUMBER})(?: out)? of (?:the |its |all |a total of |their )*(?P<whole>{_NUMBER})"
    rf"(?!\s?(?:{_AFTER})\b)(?!{_SCALE})(?!-)",
    re.IGNORECASE,
)
_SLASH = re.compile(rf"(?<![\w.,/-])(?P<low>{_FIGURES})[/:](?P<whole>{_FIGURES})(?![\w/:])")
_ALL = re.compile(
    rf"\ball (?:the |of the |its )?(?P<low>{_NUMBER})(?!{_SCALE})(?!\s?(?:{_AFTER})\b)(?!-)", re.IGNORECASE
)

_ORDINAL_WORDS = {ordinal_words(n): n for n in range(1, 200)}
_ORDINAL = (
    rf"(?:(?<![\d,])\d{{1,3}}(?:,\d{{3}})*(?:st|nd|rd|th)|{'|'.join(sorted(_ORDINAL_WORDS, key=len, reverse=True))})"
)
_RANK = re.compile(
    rf"(?<![\w-])(?P<rank>{_ORDINAL})(?:(?P<whole_of> (?:out of|among|of)(?: the)? (?P<whole>{_NUMBER})\b)"
    r"|[ -](?P<noun>century|centuries|tenure|term|anniversary)\b|\b)(?!-?rate)",
    re.IGNORECASE,
)
_SHARE_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
                "ninth": 9, "tenth": 10}  # fmt: skip
_SHARE = re.compile(
    rf"\b(?:(?P<top>{_UNIT_WORDS}|a)[- ](?P<part>third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|quarter)s?"
    r"|(?P<half>(?:a |one )?half))\b(?! (?:month|year|day|hour|-?hourly))(?![- ](?:term|year|day|month))",
    re.IGNORECASE,
)
_ROUND_THE_CLOCK = re.compile(
    r"\b(?:around|round)[- ]the[- ]clock\b|\b24/(?:7|24)\b|\b24 hours a day\b|\b24-hour\b", re.IGNORECASE
)

_NO_NUMBER = re.compile(
    r"^\s*\d{1,2}(?:\.\d{1,2})*[.)](?=\s)|\b(?:ISO|TCVN|QCVN|IEC)[ -]\S+(?: \d+:\S+)?|\bversions? \d+\.\d+|"
    r"(?<![\w.,])\d+\.0(?![\d%]| (?:percent|per cent|million|billion|trillion))"
    r"|(?<![\w.])(?:\(0\d{1,4}\)|\+84|0\d{1,4})[ .-]?\d{2,4}[ .-]?\d{2,4}(?:[ .-]?\d{2,5})?(?!\d)"
    r"|\b1[89]00[ .-]?\d{3,4}\b",
    re.MULTILINE,
)
"""The signs of a list, standards, versions and telephone numbers."""

_SCALE_OF = {**dict(SCALES), "hundred": 100, "bn": 10**9, "mn": 10**6, "mln": 10**6, "tn": 10**12, "trn": 10**12}
_WORD_VALUES = {words(n): n for n in range(1, 1000)} | {words(n).replace(" and", ""): n for n in range(100, 1000)}


def read(text: str) -> Iterator[Item]:
    """The quantities that a text states; where two overlap, the first one given counts."""
    for found in _ROUND_THE_CLOCK.finditer(text):
        yield _item(found, "number", Quantity(Decimal(24), unit="hour", denominator=Decimal(24)))
    yield from _fractions(text)
    for found in _RANK.finditer(text):
        yield _ranked(found)
    for found in _BETWEEN.finditer(text):
        quantity = _quantity(found)
        if quantity and quantity.high is not None:
            start = found.start("before") if found["before"] else found.start("low")
            yield Item((start, found.end()), kind_of(quantity.unit), quantity)
    names = [found.span() for found in _NO_NUMBER.finditer(text)]
    for found in _QUANTITY.finditer(text):
        if not any(start <= found.start("low") < end for start, end in names):
            yield from _quantities(text, found)


def _item(found: re.Match[str], kind: Kind, value: Quantity) -> Item:
    return Item(found.span(), kind, value)


def _fractions(text: str) -> Iterator[Item]:
    for pattern in (_OF, _SLASH):
        for found in pattern.finditer(text):
            low, whole = _value(found["low"]), _value(found["whole"])
            if low <= whole and whole >= 2 and found["low"].lower() != "one":
                yield _item(found, "number", Quantity(low, denominator=whole))
    for found in _ALL.finditer(text):
        low = _value(found["low"])
        if low > 1:
            yield _item(found, "number", Quantity(low, denominator=low))
    for found in _SHARE.finditer(text):
        top = 1 if found["half"] or found["top"].lower() in ("a", "one") else _WORD_VALUES[found["top"].lower()]
        part = "half" if found["half"] else found["part"].lower()
        yield _item(found, "number", Quantity(Decimal(top), denominator=Decimal(_SHARE_PARTS[part])))


def _ranked(found: re.Match[str]) -> Item:
    rank = found["rank"].lower()
    number = Decimal(re.sub(r"\D", "", rank)) if rank[0].isdigit() else Decimal(_ORDINAL_WORDS[rank])
    whole = _value(found["whole"]) if found["whole"] else None
    if whole is not None and whole >= number and whole >= 10:
        return _item(found, "number", Quantity(number, ordinal=True, denominator=whole))
    noun = (found["noun"] or "").lower()
    unit = {"": None, "term": "tenure", "tenure": "tenure", "anniversary": "anniversary"}.get(noun, "century")
    end = found.start("whole_of") if found["whole_of"] else found.end()
    return Item((found.start(), end), "number", Quantity(number, unit=unit, ordinal=True))


def _quantities(text: str, found: re.Match[str]) -> Iterator[Item]:
    """One quantity, or two where what looks like a range goes down."""
    quantity = _quantity(found)
    if quantity is None:
        return
    alone = quantity.unit is None and found["low"].lower() == "one" and not found["low_scale"] and quantity.high is None
    if alone:
        return
    start = found.start("before") if found["before"] else found.start("low")
    end = (
        found.end("unit")
        if quantity.unit and found["unit"]
        else found.end("high_scale" if found["high_scale"] else "high")
    )
    if found["high"] is None:
        end = found.end("unit") if found["unit"] else found.end("low_scale") if found["low_scale"] else found.end("low")
    if text[end : end + 1].isalpha() or text[end - 1 : end] in ("G", "M", "L"):
        return
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
    name = number.lower()
    if name.startswith("a "):
        name = f"one {name[2:]}"
    if name not in _WORD_VALUES:
        name = re.sub(r"\b(\w+ty) (\w+)", r"\1-\2", name)
    return Decimal(_WORD_VALUES[name])
