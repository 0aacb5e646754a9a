"""Bodies and posts in English: from the parts that grammar found to the phrase that goes into a sentence.

House style: "Tan Tru District People's Committee", "the Provincial People's Committee", "Long An Department of Health",
"Division of Justice of Son Duong district", "district-level People's Committees", "Permanent Vice Chairman of ...".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, permutations, product
from typing import Literal

from vnnews.english.articles import join, plural
from vnnews.english.names import countries, place_names, places
from vnnews.english.units import UNITS
from vnnews.item import Gender, Phrase, Place

Manner = Literal["proper", "place", "of_place", "of", "ofparty", "hospital", "vnpt", "none"]
"""How level and place are set to a body's name; see `_scoped`."""

Join = Literal["of", "minister", "to", "none"]

_MOST = 200
"""Accepted forms kept of one phrase, the likely ones first."""

_MOST_NAMES = 8
"""Other names of a body that the forms of its posts are made with."""

_BRANDS = ("VNPT", "Viettel", "MobiFone", "VinaPhone", "Agribank", "BIDV", "Vietcombank", "VietinBank")
"""Companies by their marks, which take no article."""

_LIKELY = 60
"""How many forms of a phrase by rule go before those that only headlines and short cuts use."""

_MAIN_TITLES = 2
"""How many words for a post are tried with every name of its body before further words are."""


@dataclass(frozen=True, slots=True)
class Name:
    """A body's English name without level and place, the preferred form first, and its plural."""

    forms: tuple[str, ...]
    plural: str = ""

    @property
    def many(self) -> str:
        """The plural of the preferred form."""
        return self.plural or plural(self.forms[0])


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose body it is: a level without name, a named place, "cấp huyện" (`rank`), or several (`several`).

    `quality` is what several units have in common: the People's Committees of border communes; `whole` is National or
    Central for a body of the whole country, and `levels` which levels bodies of several are at.
    """

    unit: str | None = None
    place: Place | None = None
    rank: bool = False
    several: tuple[str, ...] = ()
    quality: str = ""
    places: tuple[Place, ...] = ()
    whole: str = ""
    levels: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A body: one name, or several that share a scope; `inner` is the body it belongs to (Office of ...)."""

    names: tuple[Name, ...]
    manner: Manner = "proper"
    scope: Scope = Scope()
    inner: Body | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """A post: `forms` (preferred first), what stands before them, and the body, if one is named.

    `join` "of" sets the body behind ("Chairman of the ..."), "minister" takes its field alone ("Minister of Justice").
    """

    forms: tuple[str, ...]
    join: Join = "of"
    before: tuple[str, ...] = ("",)
    body: Body | None = None
    plural: str = ""
    gender: Gender | None = None
    in_charge: bool = False


@lru_cache(maxsize=20_000)
def body_forms(body: Body) -> tuple[str, ...]:
    """Every English form of a body that counts as right, the preferred one first, none with an article."""
    if body.inner is not None:
        return _of_inner(body)
    if len(body.names) > 1:
        return _coordinated(body)
    name = body.names[0]
    if body.plural:
        many = (name.many, *(plural(form) for form in name.forms[1:]))
        unit = UNITS.get(body.scope.unit or "")
        levels = [f"{unit.body} {form}" for form in many] if unit else []
        return tuple(dict.fromkeys((*many, *levels)))
    return tuple(dict.fromkeys(_scoped(name, body.manner, body.scope)))[:_MOST]


def is_plural(body: Body) -> bool:
    """Whether the body is more than one to the English verb."""
    scope = body.scope
    police = body.names[0].forms[0].endswith("Police")
    return body.plural or len(body.names) > 1 or scope.rank or bool(scope.several or scope.levels) or police


def body_phrase(vi: str, body: Body) -> Phrase:
    """The phrase of a body as it stands in a Vietnamese text `vi`."""
    forms = body_forms(body)
    bare = forms[0].startswith((*_BRANDS, "district-level", "commune-level", "provincial-level")) or _is_named_school(
        body
    )
    article: Literal["the", ""] = "" if bare or (body.plural and not body.scope.place) else "the"
    return Phrase(vi, forms[0], forms[1:], article, is_plural(body), place=body.scope.place)


def _is_named_school(body: Body) -> bool:
    return body.manner == "none" and body.names[0].forms[0].endswith(
        ("School", "University", "College", "Kindergarten")
    )


def _of_inner(body: Body) -> tuple[str, ...]:
    assert body.inner is not None
    names = body.names[0].forms
    inner = body_forms(body.inner)
    owners = body.inner
    if body.names[0].plural and (owners.plural or owners.scope.rank or owners.scope.several):
        names = (body.names[0].plural, *(plural(name) for name in names[1:]), *names)
    link = "of" if _NUMBERED.fullmatch(inner[0]) or _is_named_school(owners) else "of the"
    out = [*_branches(body), f"{names[0]} {link} {inner[0]}"]
    if body.manner == "ofparty":
        out.append(f"{inner[0]}'s {names[0]}")
    for name, owner in product(names, _owners(owners)):
        out += [f"{name} of the {owner}", f"{owner}'s {name}", f"{owner} {name}", f"{name} of {owner}"]
    return tuple(dict.fromkeys((*out[:_LIKELY], *_party_committee(body), *out[_LIKELY:])))[:_MOST]


def _branches(body: Body) -> list[str]:
    """A branch by its own place or level: the Ca Mau Branch of the Bank for Social Policies, the Provincial Branch."""
    inner = body.inner
    if inner is None or inner.inner is not None or body.names[0].forms[0] != "Branch":
        return []
    place, unit = inner.scope.place, UNITS.get(inner.scope.unit or "")
    words = [*place_names(place.name)[:2]] if place else [unit.body] if unit else []
    words += [f"{town} {unit.body}" for town in words] if place and unit else []
    return [f"{word} Branch of the {form}" for form in inner.names[0].forms for word in words]


def _party_committee(body: Body) -> list[str]:
    """The short names of a Party organization's executive committee: Ha Nam Provincial Party (Executive) Committee."""
    inner = body.inner
    if (
        inner is None
        or body.names[0].forms[0] != "Executive Committee"
        or inner.names[0].forms[0] != "Party Organization"
    ):
        return []
    short = ("Party Committee", "Party Executive Committee")
    return [form for name in short for form in body_forms(Body((Name((name,)),), inner.manner, inner.scope))[:8]]


def _coordinated(body: Body) -> tuple[str, ...]:
    """Bodies of one scope named together: the District Party Committee, People's Council and People's Committee."""
    firsts = [name.forms[0] for name in body.names]
    together = Name((join(firsts), *(_swapped(body.names))), "")
    forms = list(_scoped(together, body.manner, body.scope))
    one = Body(body.names[:1], body.manner, body.scope)
    rest = [Body((name,), body.manner, body.scope) for name in body.names[1:]]
    forms.insert(1, join([firsts[0], *(body_forms(other)[0] for other in rest)]))
    forms.append(join([body_forms(one)[0], *(f"the {body_forms(other)[0]}" for other in rest)]))
    forms.append(join([body_forms(one)[0], *(body_forms(other)[0] for other in rest)]))
    return tuple(dict.fromkeys(forms))[:_MOST]


def _swapped(names: tuple[Name, ...]) -> list[str]:
    """The coordination with an Oxford comma and with other forms of one of its members."""
    firsts = [name.forms[0] for name in names]
    out = [f"{', '.join(firsts[:-1])}, and {firsts[-1]}"] if len(firsts) > 2 else []
    for i, name in enumerate(names):
        out += [join([*firsts[:i], form, *firsts[i + 1 :]]) for form in name.forms[1:]]
    return out


def _scoped(name: Name, manner: Manner, scope: Scope) -> list[str]:
    """The forms of a name with its scope, the preferred one first."""
    if scope.whole:
        words = sorted(("Central", "National"), key=lambda word: word != scope.whole)
        return [*(f"{word} {form}" for word in words for form in name.forms), *name.forms]
    if scope.levels:
        one = name.forms[0].endswith(("Front", "Police", "Guard"))
        many = list(name.forms) if one else [name.many, *(plural(form) for form in name.forms[1:])]
        at = [f"{form} at {scope.levels}" for form in many]
        return [*at, *(form.replace(" at two levels", " at both levels") for form in at), *many, *name.forms]
    if scope.rank:
        return _ranked(name, scope)
    if scope.several:
        return _several(name, scope)
    if scope.place is not None:
        return _placed(name, manner, scope.place)
    if scope.unit is not None:
        return _levelled(name, manner, scope.unit)
    return list(name.forms)


_RANKS = {
    "tỉnh": "provincial-level", "huyện": "district-level", "quận": "district-level", "xã": "commune-level",
    "phường": "commune-level", "thị trấn": "commune-level",
}  # fmt: skip


def _ranked(name: Name, scope: Scope) -> list[str]:
    rank = _RANKS.get(scope.unit or "", "district-level")
    word = rank.removesuffix("-level")
    many = [name.many, *(plural(form) for form in name.forms[1:])]
    out = [f"{rank} {form}" for form in many] + [f"{word} {form}" for form in many]
    out += [f"{form} at the {word} level" for form in many] + [f"{rank} {form}" for form in name.forms]
    return [*out, *(f"{form} of {UNITS[scope.unit or 'huyện'].plural}" for form in many)]


def _several(name: Name, scope: Scope) -> list[str]:
    many = [name.many, *(plural(form) for form in name.forms[1:])]
    words = join(_plurals(scope.several))
    if scope.quality:
        return [f"{form} of {scope.quality} {words}" for form in many]
    if scope.places:
        listed = join([place_names(place.name)[0] for place in scope.places])
        level = UNITS[scope.several[0]].body
        out = [f"{form} of {listed} {words}" for form in many] + [f"{listed} {words[:-1]} {form}" for form in many]
        return [*out, *(f"{level} {form} of {listed}" for form in many)]
    levels = join([UNITS[unit].body.lower() for unit in scope.several])
    municipal = levels.replace("city", "municipal")
    level_en = join([UNITS[unit].en for unit in scope.several])
    out = [f"{form} of {words}" for form in many] if len(scope.several) > 1 else [f"{levels} {form}" for form in many]
    orders = [join(_plurals(units)) for units in permutations(scope.several)] if len(scope.several) < 4 else []
    out += [f"{many[0]} of {order}" for order in orders]
    ranks = {_RANKS.get(unit) for unit in scope.several}
    out += [f"{rank} {form}" for rank in ranks if rank and len(ranks) == 1 for form in many]
    out += [f"{level} {form}" for level in (levels, municipal, level_en) for form in many]
    out += [f"{level_en.replace(' and ', ' or ')} {form}" for form in name.forms]
    return [*out, *(f"{form} of {words}" for form in many), *(f"{form} of the {words}" for form in many)]


def units_phrase(vi: str, units: tuple[str, ...]) -> Phrase:
    """The phrase of units named together without names: "huyện, thành, thị" is "districts, cities and towns"."""
    choices = [(said, *_otherwise(said)) for said in _plurals(units)]
    orders = list(permutations(choices)) if len(choices) < 4 else [tuple(choices)]
    forms = [join(list(words)) for listed in orders for words in product(*listed)]
    if {"quận", "huyện"} <= set(units):
        forms.append(join(list(dict.fromkeys(UNITS[unit].plural for unit in units))))
    if units[0] == "tỉnh":
        forms.append("localities")
    forms += [_oxford(form) for form in forms if form.count(",")]
    return Phrase(vi, forms[0], tuple(dict.fromkeys(forms[1:])), plural=True)


def _plurals(units: tuple[str, ...]) -> list[str]:
    """The plurals of units, quận and huyện told apart where both stand."""
    if set(units) == {"quận", "huyện"}:
        return ["urban and rural districts"]
    if not {"quận", "huyện"} <= set(units):
        return list(dict.fromkeys(UNITS[unit].plural for unit in units))
    apart = {"quận": "urban districts", "huyện": "rural districts"}
    return [apart.get(unit, UNITS[unit].plural) for unit in units]


def _otherwise(said: str) -> list[str]:
    """Other words for a plural of units, and its singular, for of many districts one may be a town."""
    known = [unit for unit in UNITS.values() if unit.plural == said]
    return [form for unit in known[:1] for form in (*(plural(word) for word in unit.alternatives), unit.en)]


def _oxford(listed: str) -> str:
    """A list with a comma before its "and"."""
    return listed.replace(" and ", ", and ")


def _levelled(name: Name, manner: Manner, unit: str) -> list[str]:
    word = UNITS[unit].body
    words = [word, "Municipal"] if unit == "thành phố" else [word]
    out: list[str] = []
    for form in name.forms:
        of = [f"{form} of the {UNITS[unit].en}", f"the {UNITS[unit].en}'s {form}", f"{UNITS[unit].en}'s {form}"]
        part, link, owner = form.partition(" of the ")
        if form.startswith("Management Board of ") and not link:
            out.append(form.replace(" of ", f" of {word} ", 1))
        inside = link and _takes_level(part, owner)
        out += [f"{part}{link}{level} {owner}" for level in words if inside]
        out += [f"{level} {form}" for level in words] + of
    if manner == "place" and " of the " not in name.forms[0]:
        first = f"{word.lower()} {name.forms[0]}"
        out.insert(0, first)
    return [*out, *name.forms]


def _placed(name: Name, manner: Manner, place: Place) -> list[str]:
    unit = UNITS.get(place.unit or "")
    whole = places(place)
    towns = place_names(place.name)[:2]
    out: list[str] = []
    for form, town in product(name.forms, towns):
        out += _styled(form, manner, town, place, unit.body if unit else "")
    for form, town in product(name.forms, towns):
        out += [f"{form} of {known}" for known in whole] + [f"{known}'s {form}" for known in whole[:3]]
        out += [f"{form} in {whole[0]}", f"{whole[0]} {form}", f"{town} branch of the {form}"]
        out += [f"{unit.body} {form} of {town}"] if unit else [f"Provincial {form} of {town}"]
    if unit and unit.body == "Regional":
        out += [form.replace("Regional", "Area", 1) for form in out]
    return out


def _takes_level(part: str, owner: str) -> bool:
    """Whether the level stands before the second noun of "part of the owner": not the Association of the Blind."""
    return part != "Association" and " for " not in part and not owner.startswith("Vietnam")


def _styled(form: str, manner: Manner, town: str, place: Place, level: str) -> list[str]:
    """The forms with the place before the name, in the order that the manner prefers."""
    if level == "Regional" and _REGION_NUMBER.match(place.name):
        number, _, town = town.partition(" - ")
        of = f"{form} Region {number}" if " of " in form else f"{form} of Region {number}"
        short = [
            of,
            f"{form} of Area {number}",
            f"Region {number} {form}",
            f"Regional {form} {number}",
            f"Regional {form} No. {number}",
        ]
        return [f"{of} - {town}", *short] if town else short
    if place.name[:1].isdigit():
        return [f"{level} {place.name} {form}"]
    if town.endswith(" City") and level in ("City", ""):
        return [f"{town} {form}"]
    if place.name in countries() and place.name != "Việt Nam":
        return [f"{form} of {town}", f"{town} {form}"]
    plain, full = f"{town} {form}", f"{town} {level or 'Provincial'} {form}"
    part, of, owner = form.partition(" of the ")
    if of and _takes_level(part, owner):
        owner = owner.removeprefix(f"{level} ")
        return [f"{part} of the {town} {level or 'Provincial'} {owner}", f"{part} of the {town} {owner}"]
    if manner == "vnpt":
        return [f"{form} {town}", plain, full]
    if manner == "of_place" and level:
        return [f"{form} of {places(place)[0]}", full, plain]
    if not level or (manner in ("place", "hospital") and level == "Provincial"):
        return [plain, full]
    return [full, plain]


_REGION_NUMBER = re.compile(r"(?:\d+|[IVX]+)(?!\w)")
"""What a region is known by instead of a name: khu vực 3, khu vực XIII, khu vực 2 - Long Thành."""


@lru_cache(maxsize=20_000)
def post_forms(post: Post) -> tuple[str, ...]:
    """Every English form of a post that counts as right, the preferred one first, none with an article."""
    titles = _titles(post)
    owners = _owners(post.body) if post.body else ("",)
    likely = product(titles[:_MAIN_TITLES], owners)
    rest = ((title, owner) for owner in owners for title in titles[_MAIN_TITLES:])
    out = [form for title, owner in chain(likely, rest) for form in _owned(title, owner, post)]
    if post.body and not post.plural:
        link = "to" if post.join == "to" else "of"
        several = [f"{plural(title)} {link} {plural(owner)}" for title in titles for owner in owners[:2]]
        out[_LIKELY // 2 : _LIKELY // 2] = several[:_LIKELY]
    alone = titles if post.body is not None and _is_bare(post.body) else []
    return tuple(dict.fromkeys((*out[:_LIKELY], *alone, *_shortened(post, titles), *out[_LIKELY:])))[:_MOST]


def _is_bare(body: Body) -> bool:
    """Whether only the noun of a body is said, so that its post may stand alone: Giám đốc Sở is the Director."""
    return body.manner == "none" and body.inner is None and " " not in body.names[0].forms[0]


def _owners(body: Body) -> tuple[str, ...]:
    """The forms of a body that its posts are said with: the likely ones, and the first of each of its other names."""
    inner = body.inner
    others = [replace(body, names=(Name((form,)), *body.names[1:])) for form in body.names[0].forms[1:_MOST_NAMES]]
    if inner is not None:
        named = [replace(inner, names=(Name((form,)),)) for form in inner.names[0].forms[1:_MOST_NAMES]]
        others = [*(replace(body, inner=other) for other in named), *others]
    first = body_forms(body)[:12]
    return tuple(dict.fromkeys((*first[:8], *(body_forms(other)[0] for other in others), *first[8:])))


def _shortened(post: Post, titles: list[str]) -> list[str]:
    """Heads of committees as headlines name them: commune chairman, Yen Bai Vice Chairman, Yen Bai Party chief."""
    body = post.body
    if body is None or body.names[0].forms[0] not in ("People's Committee", "Party Committee") or len(body.names) > 1:
        return []
    scope = body.scope
    if body.names[0].forms[0] == "Party Committee":
        chief = ["Party chief"] if titles[0] == "Secretary" else []
        titles = [*(f"{post.before[0]}Party {title.removeprefix(post.before[0])}" for title in titles), *chief]
    words = list(places(scope.place)[:2]) + list(place_names(scope.place.name)) if scope.place else []
    words += [""] if "Party" in titles[0] else []
    unit = UNITS.get(scope.unit or "")
    words += [unit.body, unit.en] if unit and not scope.place else []
    before = post.before[0]
    return [f"{before}{f'{word} {title.removeprefix(before)}'.strip()}" for word in words for title in titles]


def _titles(post: Post) -> list[str]:
    forms = [women for form in post.forms for women in _by_gender(form, post.gender)]
    many = [plural(form) for form in forms]
    forms = [post.plural, *many, *forms] if post.plural else [*forms, *many]
    return [f"{before}{form}" for form in forms for before in post.before]


def _by_gender(form: str, gender: Gender | None) -> list[str]:
    """Chairman, Chairwoman, Chair as the gender of the holder asks for them, the preferred one first."""
    if not form.endswith("hairman"):
        return [form]
    man, woman, neutral = form, f"{form[:-3]}woman", form[:-3]
    if gender == "female":
        return [woman, man, f"{neutral}person", neutral]
    return [man, f"{neutral}person", neutral] if gender == "male" else [man, woman, f"{neutral}person", neutral]


def _owned(title: str, owner: str, post: Post) -> list[str]:
    if not owner:
        return [title]
    if post.join == "minister":
        field = owner.removeprefix("Ministry of ")
        if field == owner:
            return [f"{title} of the {owner}"]
        deputy, _, head = title.rpartition(" ")
        if field == "Foreign Affairs":
            return [f"{title} of {field}", f"{deputy} Foreign {head}".strip(), f"{field} {title}"]
        return [f"{title} of {field}", f"{field} {title}", f"{deputy} {field} {head}".strip()]
    link = "in charge of the" if post.in_charge else "of the"
    if post.join == "to":
        out = [f"{title} {word} {owner}" for word in ("to the", "of the", "to", "of")] + [f"{owner} {title}"]
        return [*out, f"to {owner}", f"to the {owner}"] if post.plural else out
    out = [f"{title} {link} {owner}"]
    known = owner.startswith((*_BRANDS, "district-level", "commune-level")) or _NUMBERED.fullmatch(owner) is not None
    bare = known or (post.body is not None and _is_named_school(post.body))
    if bare or (post.plural and owner.split(" ")[0].islower()):
        out = [f"{title} of {owner}", *out]
    return [*out, f"{owner} {title}", f"{owner}'s {title}", f"{title} of {owner}"]


_NUMBERED = re.compile(
    r"(?!.*(?: of | for |Provincial|District|City|Commune|Ward))[A-Z].* (?:No\. )?(?:[A-Z]?\d+|[IVX]+)"
)
"""Bodies known by a number alone, which take no article: Military Region 7, Market Surveillance Team No. 3."""


def post_phrase(vi: str, post: Post) -> Phrase:
    """The phrase of a post as it stands in a Vietnamese text `vi`."""
    forms = post_forms(post)
    place = post.body.scope.place if post.body else None
    return Phrase(vi, forms[0], forms[1:], "the", bool(post.plural), place=place)
