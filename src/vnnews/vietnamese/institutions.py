"""Institutions by grammar: head, field of work, body it belongs to, level and place.

"Sở Y tế tỉnh Long An", "Văn phòng HĐND và UBND huyện", "Ban Thường vụ Tỉnh ủy", "UBND các huyện, thành, thị": the
heads and fields are tables (`glossary/names/heads.tsv`, `fields.tsv`), how they join is here. A head whose field is
not known makes no Item: a wrong body in the middle of a sentence does more harm than none.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, cast

from vnnews.english.articles import join
from vnnews.english.bodies import Body, Manner, Name, Scope
from vnnews.english.names import romanise
from vnnews.english.tables import built_in, listed
from vnnews.english.units import UNITS
from vnnews.glossary.glossary import Glossary
from vnnews.item import Place
from vnnews.vietnamese import people, places
from vnnews.vietnamese.tokens import CAPITAL, CAPITALS, LOWER, Lexicon, Tokens

_OWN_LEVEL = {
    "tỉnh ủy": ("tỉnh", "Party Committee"),
    "thành ủy": ("thành phố", "Party Committee"),
    "huyện ủy": ("huyện", "Party Committee"),
    "quận ủy": ("quận", "Party Committee"),
    "thị ủy": ("thị xã", "Party Committee"),
    "tỉnh đoàn": ("tỉnh", "Youth Union"),
    "thành đoàn": ("thành phố", "Youth Union"),
    "huyện đoàn": ("huyện", "Youth Union"),
    "quận đoàn": ("quận", "Youth Union"),
    "thị đoàn": ("thị xã", "Youth Union"),
    "xã đoàn": ("xã", "Youth Union"),
}
"""Bodies with their level in the first syllable."""

_SHORT_UNITS = {"thành": "thành phố", "thị": "thị xã", "trấn": "thị trấn"}
"""Units shortened in lists: các huyện, thành, thị."""

_JOINING = {",", "và", "-", "&"}


class Head(NamedTuple):
    """A kind of body: English patterns with {f} for the field of work, and how field and scope attach."""

    forms: tuple[str, ...]
    plural: str
    field: str
    manner: Manner


class Field(NamedTuple):
    """A field of work in English, the preferred form first."""

    forms: tuple[str, ...]


class Parsed(NamedTuple):
    """A body in tokens that end before `end`."""

    end: int
    body: Body


class Grammar:
    """Heads and fields as words to look up; house layers of the glossary go before the shipped tables."""

    def __init__(self, glossary: Glossary) -> None:
        self.heads: Lexicon[Head] = Lexicon()
        self.fields: Lexicon[Field] = Lexicon()
        house = {t.vi: t for t in glossary.terms if t.layer != "vnnews"}
        for vi, en, plural, more, field, manner in built_in(
            "heads.tsv", ("vi", "en", "plural", "en_alternatives", "field", "scope")
        ):
            own = house.get(vi)
            forms = (own.en, *own.alternatives) if own and "{f}" not in en else (en, *listed(more))
            self.heads.add(vi, Head(forms, "" if own else plural, field, cast("Manner", manner)))
        for vi, (_, en) in _OWN_LEVEL.items():
            self.heads.add(vi, Head((en,), "", "own", "proper"))
        for vi, en, more in built_in("fields.tsv", ("vi", "en", "en_alternatives")):
            self.fields.add(vi, Field((en, *listed(more))))
        self._from_glossary(glossary)

    def _from_glossary(self, glossary: Glossary) -> None:
        """Fields that the glossary knows from its departments and ministries."""
        for term in glossary.terms:
            for head, pattern in (("Sở ", "Department of "), ("Bộ ", "Ministry of "), ("Phòng ", "Division of ")):
                if term.vi.startswith(head) and term.en.startswith(pattern):
                    forms = (term.en, *term.alternatives)
                    self.fields.add(
                        term.vi.removeprefix(head),
                        Field(tuple(f.removeprefix(pattern) for f in forms if f.startswith(pattern))),
                    )


@lru_cache(maxsize=8)
def grammar(glossary: Glossary) -> Grammar:
    """The grammar under a glossary, built once for each."""
    return Grammar(glossary)


def body_at(
    tokens: Tokens, i: int, rules: Grammar, *, after_post: bool = False, any_case: bool = False
) -> Parsed | None:
    """The body that begins at token `i`, None where there is none.

    `after_post` tells that a post stands before it, so that its holder's name may follow at once; `any_case` lets the
    head begin small ("Trưởng phòng Nội vụ").
    """
    if tokens.fold_at(i - 1) == "các":
        several = _of_kind_at(tokens, i, rules)
        if several is not None:
            return several
    made = _made_at(tokens, i, rules, after_post, any_case)
    known = tokens.known.get(i)
    if known is None or (made is not None and made.end >= known[0] and not known[2]):
        return made
    end, scope = scope_at(tokens, known[0], after_post)
    if scope.place is None:
        end, scope = known[0], Scope()
    return Parsed(end, Body((known[1],), "place", scope))


def _of_kind_at(tokens: Tokens, i: int, rules: Grammar) -> Parsed | None:
    """Bodies of one kind named together after "các": (các) Sở Nội vụ, TN&MT và Xây dựng."""
    hit = rules.heads.longest(tokens, i)
    if hit is None or hit[1].field != "required" or not hit[1].plural:
        return None
    end, fields = hit[0] + (tokens.fold_at(hit[0]) == ":"), list[tuple[str, ...]]()
    while (field := rules.fields.longest(tokens, end)) is not None and tokens.shapes[end] != LOWER:
        fields.append(field[1].forms)
        end = field[0]
        if tokens.fold_at(end) not in (",", "và"):
            break
        end += 1
    if tokens.fold_at(end - 1) in (",", "và"):
        end -= 1
    if len(fields) < 2:
        return None
    name = hit[1].plural.replace("{f}", _serial([forms[0] for forms in fields]))
    scope_end, scope = scope_at(tokens, end)
    return Parsed(scope_end, Body((Name((name,), name),), hit[1].manner, scope, plural=scope == Scope()))


def _serial(parts: list[str]) -> str:
    """A list in words; with a comma before the last "and" where a part has an "and" of its own."""
    if any(" and " in part for part in parts) and len(parts) > 1:
        return f"{', '.join(parts[:-1])}, and {parts[-1]}"
    return join(parts)


def _made_at(tokens: Tokens, i: int, rules: Grammar, after_post: bool, any_case: bool) -> Parsed | None:
    """The body at token `i` by its parts."""
    hit = rules.heads.longest(tokens, i)
    if hit is None or not (any_case or tokens.shapes[i] in (CAPITAL, CAPITALS)):
        return None
    end, head = hit
    if head.manner in ("of", "ofparty"):
        return _owned(tokens, end, head, rules, after_post)
    if head.field in ("none", "own"):
        return _plain(tokens, i, end, head, rules, after_post)
    return _with_field(tokens, end, head, rules, after_post)


def _plain(tokens: Tokens, i: int, end: int, head: Head, rules: Grammar, after_post: bool) -> Parsed | None:
    """A body without field of work, and those named with it that share its level: Huyện ủy, HĐND, UBND huyện."""
    names = [Name(head.forms, head.plural)]
    own = _own_level(tokens, i, end)
    last = end
    while tokens.fold_at(last) in _JOINING and head.manner == "proper":
        more = rules.heads.longest(tokens, last + 1)
        if more is None or more[1].field != "none" or more[1].manner != "proper" or not _shares_level(more[1]):
            break
        names.append(Name(more[1].forms, more[1].plural))
        last = more[0]
    if len(names) > 1 and not _shares_level(head):
        names, last = names[:1], end
    scope_end, scope = scope_at(tokens, last, after_post)
    if own and (scope.several or scope.rank):
        names = names[:1]
    if own and len(names) == 1:
        scope_end, scope = _own_scope(tokens, end, own, after_post)
    if len(names) > 1 and scope == Scope():
        if own:
            scope = Scope(unit=own)
        else:
            names, last = names[:1], end
            scope_end, scope = scope_at(tokens, last, after_post)
    if head.manner == "vnpt" and scope.place is None:
        return None
    counted = scope == Scope() and len(names) == 1 and _counts_units(tokens, scope_end)
    return Parsed(scope_end, Body(tuple(names), head.manner, scope, plural=counted))


def _counts_units(tokens: Tokens, i: int) -> bool:
    """Whether a number of units follows, so that there are as many bodies: UBND 15 huyện, thị xã."""
    counted = i + 1 < len(tokens) and (tokens.words[i].isdigit() or tokens.folds[i] in ("hai", "ba", "bốn", "năm"))
    return counted and places.unit_at(tokens, i + 1) is not None


def _shares_level(head: Head) -> bool:
    """Whether a body stands in the row Party committee, council, committee, Front that shares one level word."""
    return head.forms[0] in _ROW


_ROW = {
    "Party Committee", "People's Council", "People's Committee", "Fatherland Front Committee", "Fatherland Front",
    "Vietnam Fatherland Front Committee", "Vietnam Fatherland Front",
}  # fmt: skip


def _own_level(tokens: Tokens, i: int, end: int) -> str | None:
    own = _OWN_LEVEL.get(" ".join(tokens.folds[i:end]))
    return own[0] if own else None


def _own_scope(tokens: Tokens, end: int, unit: str, after_post: bool) -> tuple[int, Scope]:
    """The scope of a body that holds its level: Tỉnh ủy Long An, Huyện ủy Tân Trụ, Thành ủy TP Hồ Chí Minh."""
    known = places.unit_at(tokens, end)
    named = places.place_at(tokens, end, after_post=after_post) if known and known[1] == unit else None
    if named is None and tokens.is_name(end):
        named = places.named(tokens, end, end, unit, after_post=True)
    if named is None or named.place.name[:1].isdigit():
        return end, Scope(unit=unit)
    return named.end, Scope(unit=unit, place=Place(named.place.name, unit))


def _owned(tokens: Tokens, end: int, head: Head, rules: Grammar, after_post: bool) -> Parsed | None:
    """A part of a body: Văn phòng UBND tỉnh, Ban Thường vụ Tỉnh ủy, Thanh tra Sở Y tế, Ban Pháp chế HĐND tỉnh."""
    start = end + 1 if tokens.fold_at(end) == "của" else end
    inner = body_at(tokens, start, rules, after_post=after_post) if start < len(tokens) else None
    if inner is not None and tokens.shapes[start] != LOWER:
        body = inner.body
        if head.forms[0] in ("Standing Committee", "Standing Board") and len(body.names) > 1:
            return None
        if head.manner == "ofparty" and body.names[0].forms[0] != "Party Committee":
            return None
        return Parsed(inner.end, Body((Name(head.forms, head.plural),), head.manner, inner=body))
    if head.forms[0] in ("Inspectorate", "Inspection Commission"):
        scope_end, scope = scope_at(tokens, end, after_post)
        if scope != Scope():
            return Parsed(scope_end, Body((Name(head.forms, head.plural),), "proper", scope))
    return None


def _with_field(tokens: Tokens, end: int, head: Head, rules: Grammar, after_post: bool) -> Parsed | None:
    if head.field == "name":
        return _school(tokens, end, head, rules)
    if end < len(tokens) and tokens.words[end].isdigit() and head.field == "optional":
        return _numbered(tokens, end, head, after_post)
    found = fields_at(tokens, end, rules)
    if found is not None and head.field == "required" and tokens.shapes[end] == LOWER:
        found = None
    if found is None:
        return _without_field(tokens, end, head, after_post) if head.field == "optional" else None
    last, forms = found
    names = tuple(pattern.replace("{f}", form) for pattern in head.forms for form in forms)
    many = head.plural.replace("{f}", forms[0])
    scope_end, scope = scope_at(tokens, last, after_post)
    if scope == Scope() and not _ends_at(tokens, last, rules, after_post):
        return None
    return Parsed(scope_end, Body((Name(names, many),), head.manner, scope))


def _numbered(tokens: Tokens, end: int, head: Head, after_post: bool) -> Parsed:
    """A body known by a number: Ban Chỉ đạo 389 is Steering Committee 389."""
    bare = head.forms[0].replace(" for {f}", "").replace("{f} ", "")
    scope_end, scope = scope_at(tokens, end + 1, after_post)
    return Parsed(scope_end, Body((Name((f"{bare} {tokens.words[end]}",)),), head.manner, scope))


def _ends_at(tokens: Tokens, i: int, rules: Grammar, after_post: bool) -> bool:
    """Whether a body's name can end before token `i`: no further part of its field follows that is not known."""
    if i >= len(tokens):
        return True
    joined = tokens.folds[i] in _JOINING
    j = i + 1 if joined else i
    if _CONTINUE.longest(tokens, j) is not None:
        return False
    if joined:
        return (
            tokens.folds[i] == "," or j >= len(tokens) or tokens.shapes[j] != CAPITAL or _begins_anew(tokens, j, rules)
        )
    if tokens.shapes[i] == CAPITAL and tokens.adjacent(i):
        return after_post or people.person_alone(tokens, i) is not None
    return tokens.shapes[i] != CAPITALS or not tokens.adjacent(i)


def _begins_anew(tokens: Tokens, i: int, rules: Grammar) -> bool:
    """Whether a new name begins at token `i`: another body, a place, a person."""
    return (
        tokens.folds[i] in rules.heads
        or i in tokens.known
        or places.place_at(tokens, i) is not None
        or people.run_end(tokens, i) - i >= 2
    )


_CONTINUE: Lexicon[bool] = Lexicon(
    (pair, True)
    for pair in listed(
        "phát triển; điều hành; môi trường; chính quyền; nông nghiệp; lâm nghiệp; công nghệ; công nghiệp; kinh tế;"
        "đầu tư; bảo vệ; xây dựng; quản lý; dịch vụ; ứng dụng; kỹ thuật; khoa học; miền nam; miền bắc; miền trung;"
        "khu vực; thương mại; doanh nghiệp; tư pháp; hành chính; thông tin; quốc gia; quốc tế; quốc phòng; xã hội;"
        "sáng tạo; chăm sóc; bền vững; đô thị; giao thông; nhà nước; tổng hợp; chất lượng; sức khỏe; cộng đồng;"
        "giáo dục; bảo tồn; hỗ trợ; phòng ,; nội trú; dân tộc; liên ngành; điện tử; tập trung; trực thuộc; đối ngoại;"
        "đa biên"
    )
)
"""Words that carry a field of work on; a body whose known field is followed by one of them is not fully known."""


def _without_field(tokens: Tokens, end: int, head: Head, after_post: bool) -> Parsed | None:
    """Ban Chỉ đạo tỉnh, Ban Quản lý: the head alone, where no unknown field follows."""
    if tokens.fold_at(end) not in _AFTER_HEAD and end < len(tokens) and not _is_scope(tokens, end) and not after_post:
        return None
    name = Name(
        tuple(
            dict.fromkeys(p.replace(" for {f}", "").replace(" of {f}", "").replace("{f} ", "") for p in head.forms[:1])
        )
    )
    scope_end, scope = scope_at(tokens, end, after_post)
    return Parsed(scope_end, Body((name,), head.manner, scope))


_AFTER_HEAD = {
    ",",
    ".",
    ";",
    ":",
    ")",
    "(",
    "-",
    "và",
    "đã",
    "cho",
    "chủ",
    "họp",
    "tổ",
    "yêu",
    "đề",
    "tại",
    "do",
    "về",
    "",
}


def _is_scope(tokens: Tokens, i: int) -> bool:
    return places.unit_at(tokens, i) is not None and tokens.shapes[i] == LOWER


def _school(tokens: Tokens, end: int, head: Head, rules: Grammar) -> Parsed | None:
    """A school by its proper name, or a university by its place, person or field."""
    run = people.run_end(tokens, end)
    field = fields_at(tokens, end, rules)
    if field is not None and field[0] >= run:
        patterns = head.forms[::-1]
        names = tuple(pattern.replace("{f}", form) for pattern in patterns for form in field[1])
        last, scope = scope_at(tokens, field[0])
        if scope.place is None and not _ends_at(tokens, field[0], rules, False):
            return None
        return (
            Parsed(last, Body((Name(names),), "place", scope))
            if scope.place
            else Parsed(field[0], Body((Name(names),), "none"))
        )
    place = places.bare_at(tokens, end)
    known = (place is not None and place.end == run) or people.starts_name(tokens, end)
    if (
        run == end
        or places.unit_at(tokens, end) is not None
        or (not known and "School" not in head.forms[0] and "Kinder" not in head.forms[0])
    ):
        return None
    name = romanise(tokens.written(end, run))
    return Parsed(run, Body((Name(tuple(pattern.replace("{f}", name) for pattern in head.forms)),), "none"))


def fields_at(tokens: Tokens, i: int, rules: Grammar) -> tuple[int, tuple[str, ...]] | None:
    """The field of work at token `i`: (token after it, English forms); several known ones may be joined by và or -."""
    hit = rules.fields.longest(tokens, i)
    if hit is None or not _fits(tokens, i):
        return None
    end, field = hit
    forms = field.forms
    if tokens.fold_at(end) in ("và", "-"):
        more = rules.fields.longest(tokens, end + 1)
        if more is not None and _fits(tokens, end + 1) and tokens.shapes[end + 1] == CAPITAL:
            forms = tuple(join([forms[0], form]) for form in more[1].forms)
            end = more[0]
    return end, forms


def _fits(tokens: Tokens, i: int) -> bool:
    """Whether the field at `i` is whole: not a person's or a place's name that begins alike."""
    return 0 <= i < len(tokens) and not (people.starts_name(tokens, i) and people.run_end(tokens, i) - i > 2)


def scope_at(tokens: Tokens, i: int, after_post: bool = False) -> tuple[int, Scope]:
    """The level or place that a body's name ends with: (token after it, scope); an empty scope at `i` for none."""
    word = tokens.fold_at(i)
    if word == "cấp":
        unit = places.unit_at(tokens, i + 1)
        if unit is not None and UNITS[unit[1]].body:
            return unit[0], Scope(unit=unit[1], rank=True)
        return i, Scope()
    if word == "các":
        return _several_at(tokens, i)
    if word == "trung" and tokens.fold_at(i + 1) == "ương":
        return i + 2, Scope(central=True)
    unit = places.unit_at(tokens, i)
    if unit is not None and UNITS[unit[1]].body and UNITS[unit[1]].level != "village":
        found = places.named(tokens, i, unit[0], unit[1], after_post=after_post)
        if found is not None:
            return found.end, Scope(unit=unit[1], place=found.place)
        return unit[0], Scope(unit=unit[1])
    if i < len(tokens) and tokens.is_name(i) and tokens.adjacent(i):
        bare = places.bare_at(tokens, i)
        if bare is not None and not (after_post and _is_person(tokens, i, bare.end)):
            return bare.end, Scope(place=bare.place)
    return i, Scope()


def _is_person(tokens: Tokens, i: int, place_end: int) -> bool:
    """Whether the run at `i` is a longer name of a person that only begins like a place."""
    return people.starts_name(tokens, i) and people.run_end(tokens, i) > place_end


def _several_at(tokens: Tokens, i: int) -> tuple[int, Scope]:
    """các huyện / các huyện, thành, thị / các huyện Trà Cú, Cầu Ngang và Tiểu Cần."""
    units: list[str] = []
    end = i + 1
    while (unit := _unit_in_list(tokens, end)) is not None:
        units.append(unit[1])
        end = unit[0]
        if tokens.fold_at(end) not in (",", "và") or _unit_in_list(tokens, end + 1) is None:
            break
        end += 1
    if not units or not all(UNITS[unit].body for unit in units):
        return i, Scope()
    named: list[Place] = []
    while (place := places.listed_at(tokens, end)) is not None:
        named.append(place.place)
        end = place.end
        if tokens.fold_at(end) not in (",", "và") or places.listed_at(tokens, end + 1) is None:
            break
        end += 1
    return end, Scope(several=tuple(units), places=tuple(named))


def _unit_in_list(tokens: Tokens, i: int) -> tuple[int, str] | None:
    unit = places.unit_at(tokens, i)
    if unit is not None:
        return unit
    short = _SHORT_UNITS.get(tokens.fold_at(i))
    return (i + 1, short) if short and tokens.fold_at(i - 1) in (",", "và") else None
