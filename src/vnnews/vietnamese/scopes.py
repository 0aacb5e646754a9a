"""Scopes: the level, place or list of places that a body's name ends with (tỉnh, huyện Tân Trụ, các xã, phường)."""

from __future__ import annotations

from vnnews.english.bodies import Scope
from vnnews.english.units import UNITS
from vnnews.item import Place
from vnnews.vietnamese import people, places
from vnnews.vietnamese.lexis import AFTER_NAMES
from vnnews.vietnamese.tokens import CAPITALS, OTHER, Lexicon, Tokens, words

_SHORT_UNITS = {"thành": "thành phố", "thị": "thị xã", "thi": "thị xã", "trấn": "thị trấn"}
"""Units shortened in lists: các huyện, thành, thị; "thi" is a common slip of the pen."""

_NOT_ALONE = words("ủy đoàn đội trưởng hội viên")
"""Syllables that make something else of the unit word before them: huyện ủy, thị đoàn."""


def scope_at(tokens: Tokens, i: int, after_post: bool = False) -> tuple[int, Scope]:
    """The level or place that a body's name ends with: (token after it, scope); an empty scope at `i` for none."""
    word = tokens.fold_at(i)
    if word == "cấp":
        unit = places.unit_at(tokens, i + 1)
        if unit is not None and UNITS[unit[1]].body:
            return unit[0], Scope(unit=unit[1], rank=True)
        return i, Scope()
    levels = _LEVELS.longest(tokens, i)
    if levels is not None:
        return levels[0], Scope(levels=levels[1])
    if word == "các" or (word in ("hai", "ba", "bốn") and _are_named(tokens, i)):
        return _several_at(tokens, i)
    if word == "khu" and tokens.fold_at(i + 1) == "vực":
        return _region_at(tokens, i + 2, after_post)
    if word == "vùng" and i + 1 < len(tokens) and _is_number(tokens.words[i + 1]):
        return _region_at(tokens, i + 1, after_post)
    if i < len(tokens) and tokens.words[i] == "VN":
        return i + 1, Scope(place=Place("Việt Nam"))
    whole = _WHOLE.longest(tokens, i)
    if whole is not None:
        return whole[0], Scope(whole=whole[1])
    unit = places.unit_at(tokens, i)
    short = places.bare_at(tokens, i) if i < len(tokens) and tokens.shapes[i] == CAPITALS else None
    if short is not None:
        return short.end, Scope(unit=short.place.unit, place=short.place)
    if unit is not None and UNITS[unit[1]].body:
        found = places.named(tokens, i, unit[0], unit[1], after_post=after_post)
        if found is not None:
            return _with_others(tokens, found, unit[1], after_post)
        if UNITS[unit[1]].level == "village":
            return i, Scope()
        end, units = units_at(tokens, i)
        if len(units) > 1:
            return end, Scope(several=units)
        return (i, Scope()) if tokens.fold_at(unit[0]) in _NOT_ALONE else (unit[0], Scope(unit=unit[1]))
    if i < len(tokens) and tokens.is_name(i) and tokens.adjacent(i):
        bare = places.bare_at(tokens, i)
        if bare is not None and not (after_post and _is_person(tokens, i, bare.end)):
            return bare.end, Scope(place=bare.place)
    return i, Scope()


_LEVELS = Lexicon([("các cấp", "all levels"), ("hai cấp", "two levels"), ("2 cấp", "two levels")])
"""Bodies of several levels: HĐND các cấp."""


def _are_named(tokens: Tokens, i: int) -> bool:
    """Whether units with their names follow the number at token `i`: UBND hai tỉnh Nghệ An, Hà Tĩnh."""
    end, units = _unit_words(tokens, i + 1)
    return bool(units) and places.listed_at(tokens, end) is not None


_WHOLE = Lexicon([("trung ương", "Central"), ("quốc gia", "National")])
"""Levels above the provinces, and what they are before a body's name."""


def _with_others(tokens: Tokens, found: places.Found, unit: str, after_post: bool) -> tuple[int, Scope]:
    """A named unit and those of its kind that "và" joins to it: UBND huyện Long Phú và huyện Cù Lao Dung."""
    end, named = found.end, [found.place]
    while tokens.fold_at(end) == "và" and (again := places.unit_at(tokens, end + 1)) is not None and again[1] == unit:
        other = places.named(tokens, end + 1, again[0], unit, after_post=after_post)
        if other is None:
            break
        end, named = other.end, [*named, other.place]
    if len(named) == 1:
        return end, Scope(unit=unit, place=found.place)
    return end, Scope(several=(unit,), places=tuple(named))


def _region_at(tokens: Tokens, i: int, after_post: bool) -> tuple[int, Scope]:
    """The name or number of a region at token `i`: Chi cục Thuế khu vực Cẩm Bình, Kho bạc Nhà nước khu vực XIII."""
    numbered = i < len(tokens) and _is_number(tokens.words[i])
    end = i + 1 if numbered else people.run_end(tokens, i)
    if tokens.fold_at(end) == "-" and tokens.is_name(end + 1):
        end = people.run_end(tokens, end + 1)
    if end == i and (i >= len(tokens) or tokens.shapes[i] == OTHER or tokens.folds[i] in AFTER_NAMES):
        return i, Scope(unit="khu vực")
    if not numbered and (end - i < 2 or (after_post and _is_holder(tokens, i))):
        return i - 2, Scope()
    return end, Scope(unit="khu vực", place=Place(tokens.written(i, end), "khu vực"))


def _is_number(word: str) -> bool:
    """Whether a region can have that number: 3, XIII."""
    return word.isdigit() or set(word) <= set("IVX")


def _is_holder(tokens: Tokens, i: int) -> bool:
    """Whether a person's name rather than a town's stands at token `i`."""
    return people.starts_name(tokens, i) and places.bare_at(tokens, i) is None


def _is_person(tokens: Tokens, i: int, place_end: int) -> bool:
    """Whether the run at `i` is a longer name of a person that only begins like a place."""
    longer = people.starts_name(tokens, i) and people.run_end(tokens, i) > place_end
    return longer and not _full_name_at(tokens, place_end)


def _full_name_at(tokens: Tokens, i: int) -> bool:
    """Whether a name of three syllables and more stands at token `i`: Quảng Trị | Lê Nguyễn Duy Oanh."""
    return people.starts_name(tokens, i) and people.run_end(tokens, i) - i >= 3


def _several_at(tokens: Tokens, i: int) -> tuple[int, Scope]:
    """các huyện / các huyện, thành, thị / các huyện Trà Cú, Cầu Ngang và Tiểu Cần."""
    end, units = _unit_words(tokens, i + 1)
    if not units:
        return i, Scope()
    common = _QUALITIES.longest(tokens, end)
    if common is not None:
        return common[0], Scope(several=units, quality=common[1])
    named: list[Place] = []
    while (place := places.listed_at(tokens, end)) is not None:
        named.append(place.place)
        end = place.end
        if tokens.fold_at(end) not in (",", "và") or places.listed_at(tokens, end + 1) is None:
            break
        end += 1
    return end, Scope(several=units, places=tuple(named))


_QUALITIES = Lexicon(
    {
        "biên giới": "border", "vùng biên": "border", "miền núi": "mountainous", "vùng cao": "highland",
        "ven biển": "coastal", "ven sông": "riverside", "đảo": "island", "hải đảo": "island", "lân cận": "neighboring",
        "đồng bằng": "lowland", "nội thành": "inner-city", "ngoại thành": "suburban", "nghèo": "poor",
    }.items()
)  # fmt: skip
"""What several units may have in common, behind their unit word: các xã biên giới."""


def units_at(tokens: Tokens, i: int) -> tuple[int, tuple[str, ...]]:
    """Unit words named together at token `i`, none with a name of its own: huyện, thị xã, thành phố.

    Gives the token after them and their full words; nothing where only one stands or a name follows.
    """
    end, units = _unit_words(tokens, i)
    named = tokens.is_name(end) and tokens.adjacent(end)
    numbered = end < len(tokens) and tokens.words[end][0].isdigit() and tokens.adjacent(end)
    return (i, ()) if len(units) < 2 or named or numbered else (end, units)


def _unit_words(tokens: Tokens, i: int) -> tuple[int, tuple[str, ...]]:
    """The unit words from token `i` on, parted by commas and "và", and the token after them."""
    units: list[str] = []
    end = i
    while (unit := _unit_in_list(tokens, end)) is not None:
        units.append(unit[1])
        end = unit[0]
        if tokens.fold_at(end) not in (",", "và") or _unit_in_list(tokens, end + 1) is None:
            break
        end += 1
    return (end, tuple(units)) if all(UNITS[unit].body for unit in units) else (i, ())


def _unit_in_list(tokens: Tokens, i: int) -> tuple[int, str] | None:
    unit = places.unit_at(tokens, i)
    if unit is not None:
        return unit if tokens.fold_at(unit[0]) not in _NOT_ALONE and UNITS[unit[1]].body else None
    short = _SHORT_UNITS.get(tokens.fold_at(i))
    return (i + 1, short) if short and tokens.fold_at(i - 1) in (",", "và") else None
