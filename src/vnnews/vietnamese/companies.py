"""Companies and cooperatives by grammar: legal form, lines of business, proper name.

"Công ty CP Nông nghiệp Hùng Nhơn" is the Hung Nhon Agriculture Joint Stock Company. Forms and lines of business are a
table (`glossary/names/business.tsv`); a company without a proper name or number makes no Item.
"""

from __future__ import annotations

from functools import cache
from itertools import islice, product
from typing import NamedTuple

from vnnews.english.articles import join
from vnnews.english.bodies import Name
from vnnews.english.names import place_name, romanise
from vnnews.english.tables import built_in, listed
from vnnews.vietnamese import people, places
from vnnews.vietnamese.fields import GOING_ON
from vnnews.vietnamese.tokens import CAPITAL, CAPITALS, LOWER, OTHER, Lexicon, Tokens

_LONGEST = 5
"""Syllables of the longest proper name of a company."""

_OPEN = frozenset({"Cooperative", "Company", "Group", "Corporation"})
"""Forms that are also said without the proper name, so that a person's name may stand right behind them."""

_MOST = 8
"""Ways kept of saying the lines of business of one company."""

_ABBREVIATED = frozenset({"htx", "ctcp", "dntn"})
"""Legal forms that are written in capitals; other forms in capitals stand in headlines, where names have no end."""


class Words(NamedTuple):
    """The legal forms and the lines of business, each with its English forms, the preferred one first."""

    forms: Lexicon[tuple[str, ...]]
    lines: Lexicon[tuple[str, ...]]


@cache
def business() -> Words:
    """The words of the shipped table."""
    table = Words(Lexicon(), Lexicon())
    for vi, en, more, kind in built_in("business.tsv", ("vi", "en", "en_alternatives", "kind")):
        (table.forms if kind == "form" else table.lines).add(vi, (en, *listed(more)))
    return table


def company_at(tokens: Tokens, i: int, after_post: bool = False) -> tuple[int, Name] | None:
    """The company that begins at token `i`: (token after it, its English names); None where there is none.

    After a post what looks like a person's name is the holder's: Giám đốc HTX Nguyễn Văn A.
    """
    if tokens.shapes[i] != CAPITAL and tokens.folds[i] not in _ABBREVIATED:
        return None
    hit = business().forms.longest(tokens, i)
    if hit is None:
        return None
    start = hit[0] + 3 if tokens.folds[hit[0] : hit[0] + 3] == ["(", "htx", ")"] else hit[0]
    end, lines = _lines_at(tokens, start)
    open_form = after_post or hit[1][0] in _OPEN
    town = places.bare_at(tokens, end) if open_form and end < len(tokens) else None
    held = town is not None and people.starts_name(tokens, town.end)
    if open_form and not held and people.starts_name(tokens, end) and people.run_end(tokens, end) - end >= 3:
        return (end, _named(lines, hit[1])) if after_post and _is_business(tokens, start, end) else None
    last = town.end if town is not None and held else _name_end(tokens, end)
    name = in_english(tokens.written(end, last))
    number = ""
    if not name and end > start and tokens.fold_at(last).isdigit() and _is_over(tokens, last + 1):
        number, last = tokens.words[last], last + 1
    elif tokens.fold_at(last) == "số" and tokens.fold_at(last + 1).isdigit():
        number, last = f"No. {tokens.words[last + 1]}", last + 2
    alone = _is_business(tokens, start, last) and _is_over(tokens, last)
    if _goes_on(tokens, last) or not (name or number or alone):
        return None
    plain = romanise(tokens.written(start, end))
    made = [" ".join(filter(None, (name, said, form, number))) for said in (*lines, plain) for form in hit[1]]
    made += [" ".join(filter(None, (name, form, number))) for form in hit[1] if name]
    if number and not name:
        made += [f"{number} {said} {form}" for said in lines for form in hit[1]]
        made += [f"{said} {number} {form}" for said in lines for form in hit[1]]
    made += [name] if name else []
    return last, Name(tuple(dict.fromkeys(made)))


def _lines_at(tokens: Tokens, i: int) -> tuple[int, list[str]]:
    """The lines of business from token `i` on: the token after them, and their English, the preferred form first."""
    parts: list[tuple[str, ...]] = []
    end, listed_so = i, False
    small = tokens.folds[i - 1] in ("xã", "htx", ")")
    while (hit := business().lines.longest(tokens, end)) is not None and (small or tokens.shapes[end] != LOWER):
        parts.append(hit[1])
        end = hit[0]
        joined = tokens.fold_at(end) in ("và", "-", ",", "&")
        if joined and business().lines.longest(tokens, end + 1) is None:
            break
        listed_so = listed_so or joined
        end += joined
    said = [list(words) for words in islice(product(*parts), _MOST)]
    return end, [join(words) if listed_so else " ".join(words) for words in (*said, said[0][::-1])]


def _named(lines: list[str], forms: tuple[str, ...]) -> Name:
    """A company named by its business alone: the Irrigation Works Exploitation Company."""
    return Name(tuple(dict.fromkeys(f"{line} {form}" for line in lines for form in forms)))


def _is_business(tokens: Tokens, start: int, end: int) -> bool:
    """Whether lines of business in [start, end) can be a whole name: Công ty Cấp thoát nước; a cooperative has more."""
    return start < end and tokens.folds[start - 1] not in ("xã", "htx")


def _is_over(tokens: Tokens, i: int) -> bool:
    """Whether a mark, a level or a word that goes on with the sentence stands at token `i`, or nothing."""
    if tokens.fold_at(i) in ("tỉnh", "huyện") and tokens.shapes[i] == LOWER:
        return True
    return (
        i >= len(tokens) or (tokens.shapes[i] == OTHER and not tokens.words[i].isdigit()) or tokens.folds[i] in GOING_ON
    )


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Whether a dash or "&" and a capital at token `i` carry a name on: no name that ends before it is whole."""
    return tokens.fold_at(i) in ("-", "&") and i + 1 < len(tokens) and tokens.shapes[i + 1] in (CAPITAL, CAPITALS)


def _name_end(tokens: Tokens, i: int) -> int:
    """The token after the proper name at `i`; `i` itself where none stands, or only the half of a word."""
    place = places.bare_at(tokens, i) if i < len(tokens) else None
    if place is not None and "-" in tokens.folds[i : place.end]:
        return place.end
    end = i
    while end < len(tokens) and end - i < _LONGEST and _is_part(tokens, end):
        if end > i + 1 and people.starts_name(tokens, end) and people.run_end(tokens, end) - end >= 3:
            break
        end = people.past_initials(tokens, end + 1)
    half = end - i == 1 and tokens.shapes[i] == CAPITAL and end < len(tokens) and tokens.shapes[end] == LOWER
    return i if half and len(tokens.words[i]) < 6 else end


def _is_part(tokens: Tokens, i: int) -> bool:
    """Whether token `i` goes on a proper name: a capitalised syllable or an abbreviation, after a space."""
    return (tokens.is_name(i) or tokens.shapes[i] == CAPITALS) and tokens.adjacent(i)


def in_english(name: str) -> str:
    """A proper name: marks stripped, the country and the big cities as English has them."""
    for vi in ("Việt Nam", "Hà Nội", "Sài Gòn"):
        name = name.replace(vi, place_name(vi))
    return romanise(name)
