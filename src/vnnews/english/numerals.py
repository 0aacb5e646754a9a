"""Numerals in English: a number in figures, in words, as an ordinal, in Roman figures."""

from __future__ import annotations

from decimal import Decimal

SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def figures(number: Decimal) -> str:
    """A number in figures with commas: 1,846 or 9.5."""
    return f"{int(number):,}" if number == number.to_integral_value() else f"{number.normalize():,f}"


def words(number: int) -> str:
    """A whole number below a thousand in words: twenty-five, one hundred and five."""
    if number >= 100:
        rest = number % 100
        return f"{SMALL[number // 100]} hundred" + (f" and {words(rest)}" if rest else "")
    if number < 20:
        return SMALL[number]
    return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")


def ordinal_figures(number: int) -> str:
    """13th, 21st, 2nd."""
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{suffix}"


def ordinal_words(number: int) -> str:
    """First, twenty-first, one hundredth: below a thousand."""
    said = words(number)
    head, sign, last = said.rpartition("-") if "-" in said else said.rpartition(" ")
    last = ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return head + sign + last


def roman(number: int) -> str:
    """A whole number below 400 as a Roman numeral."""
    out = ""
    for sign, size in (
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ):
        out += sign * (number // size)
        number %= size
    return out
