"""Names in English: diacritics stripped, order kept, exonyms, and unit words set where English has them."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from vnnews.item import Person, Place

_LETTERS = str.maketrans({"đ": "d", "Đ": "D", "’": "'"})


@lru_cache(maxsize=20_000)
def romanise(name: str) -> str:
    """A Vietnamese name without its marks: Nguyễn Văn Được -> Nguyen Van Duoc. Order and apostrophes are kept."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare.translate(_LETTERS))


@cache
def _exonyms() -> dict[str, tuple[str, tuple[str, ...]]]:
    from vnnews.english.tables import built_in, listed

    columns = ("vi", "en", "en_alternatives")
    out = {vi: (en or romanise(vi), listed(more)) for vi, en, more in built_in("places.tsv", columns) if en or more}
    out.update({vi: (en, listed(more)) for vi, en, more in built_in("exonyms.tsv", columns)})
    out.update({vi: (en, listed(more)) for vi, en, more in built_in("landmarks.tsv", columns) if en})
    return out


@cache
def countries() -> frozenset[str]:
    """The Vietnamese names of countries."""
    from vnnews.english.tables import built_in

    return frozenset(vi for vi, kind in built_in("exonyms.tsv", ("vi", "kind")) if kind == "country")


@cache
def foreign_places() -> frozenset[str]:
    """The names of cities and regions of other countries, as Vietnamese writes them."""
    from vnnews.english.tables import built_in

    return frozenset(vi for vi, kind in built_in("exonyms.tsv", ("vi", "kind")) if kind in ("city", "region"))


def place_name(name: str) -> str:
    """The English name of a place, without unit word: Hà Nội -> Hanoi, Tân Trụ -> Tan Tru, Lào -> Laos."""
    return place_names(name)[0]


@lru_cache(maxsize=20_000)
def place_names(name: str) -> tuple[str, ...]:
    """Every English name of a place that counts as right, the preferred one first.

    A place may bear the name of one that is known by its number: (cầu) Kênh 14 -> Canal 14.
    """
    from vnnews.english.units import UNITS

    known = _exonyms().get(name)
    plain = romanise(name)
    forms = (plain,) if known is None else (known[0], plain, *known[1])
    word, _, number = name.rpartition(" ")
    if number.isdigit() and (unit := UNITS.get(word.lower())) is not None and unit.numbered:
        forms = (f"{_capital(unit.en)} {number}", *forms)
    joined = (plain.replace(" - ", "-"),) if " - " in plain else ()
    return tuple(dict.fromkeys((*forms, *joined)))


def person_name(person: Person) -> str:
    """The English form of a person's name: marks stripped, order kept, saints' names in English."""
    return person.en or " ".join(_saints().get(part, romanise(part)) for part in person.name.split())


@cache
def _saints() -> dict[str, str]:
    from vnnews.english.tables import built_in

    return {name: en for name, en in built_in("family_names.tsv", ("name", "en")) if en}


def place(value: Place) -> str:
    """A place with its unit word in the house style: Tan Tru district, Ward 3, Long An province, Hanoi."""
    return places(value)[0]


def places(value: Place) -> tuple[str, ...]:
    """Every form of a place that counts as right, the preferred one first."""
    from vnnews.english.units import UNITS

    unit = UNITS.get(value.unit or "")
    whole = _exonyms().get(f"{value.unit} {value.name}")
    if whole is not None:
        return (whole[0], *whole[1])
    names = place_names(value.name)
    if unit is None:
        return names
    if unit.level in ("commune", "village") and value.name not in _CITIES_OF_OURS and value.name in _abroad():
        names = (romanise(value.name),)
    if names[0].endswith(" City") and unit.body not in ("City", "Provincial"):
        names = (romanise(value.name),)
    out: list[str] = []
    for name in names:
        words = (unit.en, *unit.alternatives)
        if unit.before or value.name[:1].isdigit() or (len(value.name) == 1 and unit.level in ("commune", "village")):
            out += [f"{_capital(word)} {name}" for word in words]
            out += [f"{_capital(word)}s {name}" for word in words]
        elif name.lower().endswith((" city", f" {unit.en.lower()}")):
            out.append(name)
        else:
            forms = [f"{name} {word}" for word in words]
            plain = [name] if unit.optional else []
            out += plain + forms if value.name in _CITIES else forms + plain
            out += [f"{name} {_capital(word)}" for word in words] + [f"the {word} of {name}" for word in words]
            out += [f"{name}'s"] if unit.optional else []
    return tuple(dict.fromkeys(out))


@cache
def _abroad() -> frozenset[str]:
    """What is abroad, or a quarter of the sky, unless a commune or village bears the name: xã Quảng Châu."""
    return countries() | foreign_places()


_CITIES_OF_OURS = {"Sài Gòn"}

_CITIES = {"Hà Nội"}
"""Cities that English names without the word city even where the Vietnamese has it."""


def _capital(word: str) -> str:
    return " ".join(part[:1].upper() + part[1:] for part in word.split())
