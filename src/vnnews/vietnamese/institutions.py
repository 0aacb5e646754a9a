"""Institutions by grammar: head, field of work, body it belongs to, level and place.

"Sở Y tế tỉnh Long An", "Văn phòng HĐND và UBND huyện", "Ban Thường vụ Tỉnh ủy", "UBND các huyện, thành, thị": the
heads and fields are tables (`glossary/names/heads.tsv`, `fields.tsv`), how they join is here. A head whose field is
not known makes no Item: a wrong body in the middle of a sentence does more harm than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from vnnews.english.articles import join
from vnnews.english.bodies import Body, Name, Scope, body_forms
from vnnews.english.names import countries, place_name, place_names, romanise
from vnnews.english.tables import listed
from vnnews.english.units import UNITS
from vnnews.item import Place
from vnnews.vietnamese import companies, people, places
from vnnews.vietnamese.fields import GOING_ON, fields_at
from vnnews.vietnamese.gazetteer import gazetteer
from vnnews.vietnamese.grammar import OWN_LEVEL, Grammar, Head
from vnnews.vietnamese.lexis import AFTER_NAMES
from vnnews.vietnamese.scopes import scope_at
from vnnews.vietnamese.tokens import CAPITAL, CAPITALS, LOWER, OTHER, Lexicon, Tokens, words

_JOINING = {",", "và", "-", "&"}


class Parsed(NamedTuple):
    """A body in tokens that end before `end`."""

    end: int
    body: Body


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
    found = _one_at(tokens, i, rules, after_post, any_case)
    if found is not None and tokens.folds[i] == "ủy" and tokens.folds[found.end : found.end + 3] == _OF_ASSEMBLY:
        assembly = Body((Name(("National Assembly",)),), "none")
        return Parsed(found.end + 3, Body(found.body.names, "of", inner=assembly))
    return found


_OF_ASSEMBLY = ["của", "quốc", "hội"]


def _one_at(tokens: Tokens, i: int, rules: Grammar, after_post: bool, any_case: bool) -> Parsed | None:
    """The body at token `i`, by grammar or by the glossary, without what it belongs to after "của"."""
    made = _made_at(tokens, i, rules, after_post, any_case)
    known = tokens.known.get(i)
    company = companies.company_at(tokens, i, after_post) if made is None else None
    if company is not None and (known is None or company[0] > known[0]):
        end, scope = scope_at(tokens, company[0]) if tokens.fold_at(company[0]) in ("tỉnh", "huyện") else (0, Scope())
        return Parsed(max(end, company[0]), Body((company[1],), "proper" if end else "none", scope))
    if known is None or (made is not None and _is_better(tokens, i, made, known, rules)):
        return made
    end, scope = scope_at(tokens, known[0], after_post)
    if scope.place is None and not scope.unit:
        end, scope = known[0], Scope()
    also = body_forms(made.body)[:_ALSO] if made is not None and made.end == known[0] else ()
    return Parsed(end, Body((Name(tuple(dict.fromkeys((*known[1].forms, *also)))),), "place", scope))


_ALSO = 16
"""Forms that grammar has for what the glossary knows by a name of its own; they count as right too."""


def _is_better(tokens: Tokens, i: int, made: Parsed, known: tuple[int, Name, bool], rules: Grammar) -> bool:
    """Whether what grammar makes at token `i` goes before what the glossary knows there: it says more, or as much.

    The name of just that body of the state (Cục Xuất nhập khẩu) is the glossary's, for it has one of its own.
    """
    if made.end != known[0] or known[2]:
        return made.end > known[0] and not known[2]
    head = rules.heads.longest(tokens, i)
    own = tokens.folds[i] in ("cục", "viện", "tổng", "ủy", "hội", "bệnh") and (head is None or head[0] < made.end)
    scope = made.body.scope
    return not own or scope not in (Scope(), Scope(whole=scope.whole)) or made.body.inner is not None


def _of_kind_at(tokens: Tokens, i: int, rules: Grammar) -> Parsed | None:
    """Bodies of one kind named together after "các": (các) Sở Nội vụ, TN&MT và Xây dựng."""
    hit = rules.heads.longest(tokens, i)
    if hit is None or hit[1].field != "required" or not hit[1].plural:
        return None
    end, fields = hit[0] + (tokens.fold_at(hit[0]) == ":"), list[tuple[str, ...]]()
    while (field := rules.fields.longest(tokens, end)) is not None and tokens.shapes[end] != LOWER:
        if tokens.folds[i] == "sở" and tokens.folds[end : end + 2] in (["công", "an"], ["thanh", "tra"]):
            break
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
    """The body at token `i` by its parts; of a longer and a shorter head the one that makes more."""
    if not (any_case or tokens.shapes[i] in (CAPITAL, CAPITALS)):
        return None
    best: Parsed | None = None
    hit = rules.heads.longest(tokens, i)
    while hit is not None:
        made = _headed(tokens, i, *hit, rules, after_post, any_case)
        if made is not None and (best is None or made.end > best.end):
            best = made
        whole = best is not None and (best.body.scope != Scope() or best.body.inner is not None)
        if whole or hit[1].manner in ("of", "ofparty") or hit[1].field in ("placed", "branch", "inside"):
            break
        hit = rules.heads.longest(tokens, i, hit[0] - 1)
    return best


def _headed(
    tokens: Tokens, i: int, end: int, head: Head, rules: Grammar, after_post: bool, any_case: bool
) -> Parsed | None:
    """The body whose head stands in tokens [i, end)."""
    if tokens.fold_at(end) in _VERBS_AFTER.get(tokens.folds[end - 1], ()):
        return None
    if any_case and not after_post and tokens.shapes[i] == LOWER and head.field not in _SAID_SMALL:
        return None
    if head.manner in ("of", "ofparty"):
        return _owned(tokens, i, end, head, rules, after_post)
    if head.field in ("none", "own", "placed", "branch", "inside"):
        made = _plain(tokens, i, end, head, rules, after_post)
        alone = made is not None and made.body.scope == Scope()
        begins = head.field == "inside" and people.starts_sentence(tokens, i)
        needed = head.field == "branch" or begins or (head.field == "placed" and not after_post)
        return None if alone and needed else made
    return _with_field(tokens, i, end, head, rules, after_post)


_VERBS_AFTER = {"ủy": ("quyền", "thác", "nhiệm"), "đoàn": ("kết", "tụ")}
"""Last syllables of bodies that make a verb with the one behind them: nhân dân huyện | đoàn kết."""

_SAID_SMALL = frozenset({"required", "named", "name"})
"""What must stand behind a head written small: a field of work or a proper name."""


def _plain(
    tokens: Tokens, i: int, end: int, head: Head, rules: Grammar, after_post: bool, *, alone: bool = False
) -> Parsed | None:
    """A body without field of work, and (unless `alone`) those named with it that share its level.

    Huyện ủy, HĐND, UBND huyện: one level word for all.
    """
    end, number = _number_at(tokens, end)
    names = [_with_number(Name(head.forms, head.plural), number)]
    if head.forms[0] in _CELLS:
        inner = body_at(tokens, end, rules, after_post=after_post) if end < len(tokens) else None
        if inner is not None and inner.body.names[0].forms[0] not in _ROW:
            return Parsed(inner.end, Body(tuple(names), "of", inner=inner.body))
    if tokens.folds[end - 2 : end + 1] == ["cấp", "cao", "tại"]:
        seat_end, seat = scope_at(tokens, end + 1, after_post)
        if seat.place is not None:
            town = place_name(seat.place.name)
            return Parsed(seat_end, Body((Name(tuple(f"{form} in {town}" for form in head.forms)),), "none"))
    own = _own_level(tokens, i, end)
    last = end
    while tokens.fold_at(last) in _JOINING and head.manner == "proper" and not alone:
        more = rules.heads.longest(tokens, last + 1)
        if more is None or more[1].field != "none" or more[1].manner != "proper" or not _shares_level(more[1]):
            break
        names.append(Name(more[1].forms, more[1].plural))
        last = more[0]
    if len(names) > 1 and not _shares_level(head):
        names, last = names[:1], end
    if head.manner == "vnpt" and tokens.folds[last : last + 2] == ["chi", "nhánh"]:
        last += 2
    scope_end, scope = scope_at(tokens, last, after_post)
    if own and (scope.several or scope.rank):
        names = names[:1]
    if own and len(names) == 1:
        scope_end, scope = _own_scope(tokens, end, own, after_post)
    if len(names) > 1 and scope == Scope() and tokens.folds[max(0, i - 2) : i] != ["văn", "phòng"]:
        if own:
            scope = Scope(unit=own)
        else:
            names, last = names[:1], end
            scope_end, scope = scope_at(tokens, last, after_post)
    if head.manner == "vnpt" and (scope.place is None or gazetteer().level(scope.place.name) is None):
        return None
    owned = _of_owner(tokens, names[0], scope_end, rules, after_post) if scope == Scope() and len(names) == 1 else None
    if owned is not None:
        return owned
    counted = _counted_unit(tokens, scope_end) if scope == Scope() and len(names) == 1 else None
    if counted is not None:
        return Parsed(scope_end, Body(tuple(names), head.manner, Scope(unit=counted), plural=True))
    return Parsed(scope_end, Body(tuple(names), head.manner, scope))


_PARTS = words(
    "Division Team Department Center Sub-Department Agency Station Board Company Command Battalion Committee"
)
"""Nouns of bodies that are parts of larger ones."""


def _of_owner(tokens: Tokens, name: Name, i: int, rules: Grammar, after_post: bool) -> Parsed | None:
    """A part of the body that is named right behind it: Phòng Cảnh sát giao thông Công an tỉnh."""
    if i >= len(tokens) or tokens.shapes[i] == LOWER or not tokens.adjacent(i):
        return None
    if _PARTS.isdisjoint(word for form in name.forms[:2] for word in form.split(" ")):
        return None
    inner = body_at(tokens, i, rules, after_post=after_post)
    return Parsed(inner.end, Body((name,), "of", inner=inner.body)) if inner is not None else None


def _number_at(tokens: Tokens, i: int) -> tuple[int, str]:
    """The number that a body's name ends with at token `i`: (token after it, " No. 3"); not that of a paper."""
    if tokens.fold_at(i) != "số" or not tokens.fold_at(i + 1).isdigit():
        return i, ""
    after = tokens.ends[i + 1]
    return (i, "") if tokens.text[after : after + 1] in ("/", "-") else (i + 2, f" No. {int(tokens.words[i + 1])}")


def _with_number(name: Name, number: str) -> Name:
    """A name with the number it ends with."""
    if not number:
        return name
    ways = ("{form}{number}", "{form} {digits}", "No. {digits} {form}")
    said = (way.format(form=form, number=number, digits=number[5:]) for way in ways for form in name.forms)
    return Name(tuple(said))


def _counted_unit(tokens: Tokens, i: int) -> str | None:
    """The unit of which a number follows, so that there are as many bodies: UBND 15 huyện, thị xã."""
    counted = i + 1 < len(tokens) and (tokens.words[i].isdigit() or tokens.folds[i] in ("hai", "ba", "bốn", "năm"))
    unit = places.unit_at(tokens, i + 1) if counted else None
    return unit[1] if unit is not None else None


def _shares_level(head: Head) -> bool:
    """Whether a body stands in the row Party committee, council, committee, Front that shares one level word."""
    return head.forms[0] in _ROW


_ROW = {
    "Party Committee", "People's Council", "People's Committee", "Fatherland Front Committee", "Fatherland Front",
    "Vietnam Fatherland Front Committee", "Vietnam Fatherland Front", "National Assembly Delegation",
}  # fmt: skip


_CELLS = {
    "Party Cell", "Party Organization", "Party Committee", "Trade Union", "Students' Association", "Youth Union Cell",
}  # fmt: skip
"""Bodies that other bodies have: Chi bộ Phòng CNTT, Đảng ủy Công an tỉnh."""


def _own_level(tokens: Tokens, i: int, end: int) -> str | None:
    own = OWN_LEVEL.get(" ".join(tokens.folds[i:end]))
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


def _owned(tokens: Tokens, i: int, end: int, head: Head, rules: Grammar, after_post: bool) -> Parsed | None:
    """A part of a body: Văn phòng UBND tỉnh, Ban Thường vụ Tỉnh ủy, Thanh tra Sở Y tế, Ban Pháp chế HĐND tỉnh."""
    end, number = _number_at(tokens, end)
    start = end + 1 if tokens.fold_at(end) == "của" else end
    inner = _owner_at(tokens, start, head, rules, after_post) if start < len(tokens) else None
    if inner is not None and tokens.shapes[start] != LOWER:
        body = inner.body
        if head.manner == "ofparty" and body.names[0].forms[0] != "Party Committee":
            return None
        return Parsed(inner.end, Body((_with_number(Name(head.forms, head.plural), number),), head.manner, inner=body))
    bare = head.forms[0] in ("Inspectorate", "Office") and start < len(tokens) and not goes_on(tokens, start + 1)
    if bare and tokens.words[start] in ("Sở", "Bộ"):
        owner = "Department" if tokens.words[start] == "Sở" else "Ministry"
        return Parsed(start + 1, Body((Name(head.forms),), "of", inner=Body((Name((owner,)),), "none")))
    field = fields_at(tokens, end, rules) if head.forms[0] == "Office" and tokens.shapes[i] != LOWER else None
    if field is not None and tokens.shapes[end] != LOWER:
        name = Name(tuple(f"{form} Office" for form in field[1]))
        scope_end, scope = scope_at(tokens, field[0], after_post)
        return Parsed(scope_end, Body((name,), "proper", scope))
    if head.forms[0] in ("Inspectorate", "Inspection Commission"):
        scope_end, scope = scope_at(tokens, end, after_post)
        if scope != Scope():
            return Parsed(scope_end, Body((Name(head.forms, head.plural),), "proper", scope))
    return None


def _owner_at(tokens: Tokens, i: int, head: Head, rules: Grammar, after_post: bool) -> Parsed | None:
    """The body that a part belongs to; a standing board is that of the first of several bodies named together."""
    hit = rules.heads.longest(tokens, i)
    if hit is not None and i in tokens.known and tokens.known[i][0] > hit[0]:
        return body_at(tokens, i, rules, after_post=after_post)
    plain = hit is not None and hit[1].field in ("none", "own") and hit[1].manner == "proper"
    if hit is not None and plain and head.forms[0].startswith("Standing") and tokens.shapes[i] != LOWER:
        return _plain(tokens, i, hit[0], hit[1], rules, after_post, alone=True)
    return body_at(tokens, i, rules, after_post=after_post)


def _with_field(tokens: Tokens, i: int, end: int, head: Head, rules: Grammar, after_post: bool) -> Parsed | None:
    if head.field in ("name", "named"):
        return _school(tokens, end, head, rules)
    if head.field == "countries":
        return _friends(tokens, end, head, after_post)
    if head.field == "numbered" or (head.field == "optional" and tokens.fold_at(end) == "số"):
        return _with_number_alone(tokens, end, head, rules, after_post)
    if tokens.fold_at(end) == "về" and head.field == "optional":
        end += 1
    if end < len(tokens) and tokens.words[end].isdigit() and head.field == "optional":
        return _numbered(tokens, end, head, rules, after_post)
    found = fields_at(tokens, end, rules)
    if found is not None and head.field == "required" and tokens.shapes[end] == LOWER:
        found = found if _is_whole_small(tokens, i, end, found[0], head, rules) else None
    if found is None and head.manner == "hospital":
        return _hospital(tokens, end, head, rules)
    if found is None:
        return _without_field(tokens, end, head, after_post) if head.field == "optional" else None
    last, forms = found
    if head.manner == "hospital" and tokens.fold_at(last).isdigit() and len(tokens.words[last]) < 4:
        return Parsed(last + 1, Body((Name(tuple(f"{form} Hospital {tokens.words[last]}" for form in forms)),), "none"))
    last, number = _number_at(tokens, last)
    leads = forms[0].endswith(_LEADING) and head.forms[0] not in _CLOSED
    patterns = sorted(head.forms, key=_follows_field) if leads else head.forms
    if _LASTS.search(head.forms[0]):
        patterns = tuple(f"{{f}} {pattern.removesuffix(' {f}')}" for pattern in patterns)
    names = _filled(patterns, forms)
    name = _with_number(Name(names, head.plural.replace("{f}", forms[0])), number)
    scope_end, scope = scope_at(tokens, last, after_post)
    if tokens.folds[end] in _ZONES and tokens.is_name(last) and not (after_post and people.starts_name(tokens, last)):
        scope_end, scope = _zone_name(tokens, last)
    owned = _of_owner(tokens, name, last, rules, after_post) if scope == Scope() else None
    if owned is not None:
        return owned
    own = (
        _own_name(tokens, last, rules)
        if scope == Scope() and not (after_post and people.starts_name(tokens, last))
        else last
    )
    if i in tokens.known and tokens.known[i][0] > last:
        own = last
    if own > last:
        said = romanise(tokens.written(last, own))
        return Parsed(own, Body((Name(tuple(f"{said} {form}" for form in name.forms)),), "none"))
    closed = head.forms[0] in _CLOSED or tokens.folds[end] == "các"
    if scope == Scope() and not ends_at(tokens, last, rules, after_post, closed):
        return None
    spelled = any(tokens.shapes[j] == CAPITAL for j in range(end + 1, last))
    if scope == Scope() and not spelled and not _is_listed(tokens, end, last, rules) and may_go_on(tokens, last):
        return None
    return Parsed(scope_end, Body((name,), head.manner, scope))


def _is_whole_small(tokens: Tokens, i: int, start: int, end: int, head: Head, rules: Grammar) -> bool:
    """Whether small words in [start, end) are the field of the head at `i`: Hội đồng tuyển dụng công chức.

    "Trung tâm hỗ trợ kỹ thuật" may also be a sentence; of such heads the table must have the field.
    """
    if (end - start < _LONG and scope_at(tokens, end)[1] == Scope()) or (
        tokens.shapes[i] == LOWER and scope_at(tokens, end)[1] == Scope()
    ):
        return False
    if head.forms[0] in ("{f} Council", "{f} Fund"):
        return True
    return _is_listed(tokens, start, end, rules) and not people.starts_sentence(tokens, i)


def _is_listed(tokens: Tokens, i: int, end: int, rules: Grammar) -> bool:
    """Whether the field in tokens [i, end) stands in the table and is not made of its words."""
    listed = rules.fields.longest(tokens, i)
    return listed is not None and listed[0] == end


def may_go_on(tokens: Tokens, i: int) -> bool:
    """Whether a small word at token `i` may be of the name before it: phát triển kinh tế | xanh."""
    return i < len(tokens) and tokens.shapes[i] == LOWER and tokens.folds[i] not in _AFTER_FIELD


def _own_name(tokens: Tokens, i: int, rules: Grammar) -> int:
    """The token after a proper name at `i` that surely ends there: Trung tâm Văn hóa Kinh Bắc; `i` itself for none."""
    if i >= len(tokens) or not tokens.is_name(i) or not tokens.adjacent(i) or _begins_words(tokens, i, rules):
        return i
    end = people.run_end(tokens, i)
    closed = end == len(tokens) or tokens.shapes[end] == OTHER or tokens.folds[end] in AFTER_NAMES
    known = people.person_alone(tokens, i) is not None
    return end if closed and not known and 2 <= end - i <= 3 and tokens.fold_at(end) not in ("-", "&") else i


def _begins_words(tokens: Tokens, i: int, rules: Grammar) -> bool:
    """Whether a known word of bodies, their fields or what they do begins at token `i`."""
    found = (
        rules.heads.longest(tokens, i), rules.fields.longest(tokens, i), rules.activities.longest(tokens, i),
        rules.objects.longest(tokens, i), places.unit_at(tokens, i),
    )  # fmt: skip
    return i in tokens.known or any(hit is not None for hit in found)


_LONG = 4
"""Syllables from which on a field written small is one: Hội đồng tuyển dụng công chức."""

_LEADING = ("Police", "Management", "Research", "Security")
"""Last words of fields that go before their body: the Traffic Police Division, the Quality Management Authority."""


_LASTS = re.compile(r"(?<! of)(?<! for) \{f\}$")
"""A pattern with the number behind it, Regiment 584; a field goes before it: the Mobile Police Regiment."""


def _filled(patterns: Sequence[str], forms: Sequence[str]) -> tuple[str, ...]:
    """The patterns with the field in them: the first with all its forms, then the others.

    The police for something has its own place for its kind: the Police Division for Administrative Management.
    """
    police, link, work = forms[0].partition("Police for ")
    if link and not police:
        return tuple(f"Police {pattern.replace('{f} ', '')} for {work}" for pattern in patterns if pattern[0] == "{")
    first = [patterns[0].replace("{f}", form) for form in forms]
    rest = [pattern.replace("{f}", form) for form in forms for pattern in patterns[1:]]
    return (*first, *rest)


def _follows_field(pattern: str) -> bool:
    """Whether a head's English stands before the field, for sorting."""
    return not pattern.startswith("{f} ")


def _hospital(tokens: Tokens, end: int, head: Head, rules: Grammar) -> Parsed | None:
    """A hospital by its proper name or letter: Bệnh viện Chợ Rẫy, Bệnh viện C."""
    made = _school(tokens, end, head, rules)
    if made is not None or end >= len(tokens) or tokens.shapes[end] == LOWER:
        return made
    if (
        tokens.words[end].isascii()
        and len(tokens.words[end]) == 1
        and tokens.is_name(end)
        and not tokens.is_name(end + 1)
    ):
        return Parsed(end + 1, Body((Name((f"Hospital {tokens.words[end]}",)),), "none"))
    last = _own_name(tokens, end, rules)
    name = romanise(tokens.written(end, last))
    return (
        Parsed(last, Body((Name(tuple(form.replace("{f}", name) for form in head.forms)),), "none")) if name else None
    )


def _friends(tokens: Tokens, end: int, head: Head, after_post: bool) -> Parsed | None:
    """A friendship association by its countries: Hội Hữu nghị Việt Nam - Lào tỉnh Long An."""
    pair = _countries_at(tokens, end)
    if pair is None:
        return None
    scope_end, scope = scope_at(tokens, pair[0], after_post)
    name = Name(tuple(form.replace("{f}", pair[1]) for form in head.forms))
    return Parsed(scope_end, Body((name,), head.manner, scope))


def _countries_at(tokens: Tokens, i: int) -> tuple[int, str] | None:
    """Two countries joined by a dash at token `i`: (token after them, "Vietnam-Laos")."""
    known = gazetteer().known
    first = known.longest(tokens, i)
    second = known.longest(tokens, first[0] + 1) if first and tokens.fold_at(first[0]) == "-" else None
    if first is None or second is None or not countries() >= {first[1], second[1]}:
        return None
    return second[0], f"{place_name(first[1])}-{place_name(second[1])}"


def _with_number_alone(tokens: Tokens, end: int, head: Head, rules: Grammar, after_post: bool) -> Parsed | None:
    """A body known by its number (Đoàn kiểm tra số 3, Đội liên ngành 389), by its council, or as one of all sectors.

    Without a number "Đoàn công tác Bộ Y tế" is said in one way or another: a team, a delegation, inspectors.
    """
    last, number = _number_at(tokens, end)
    if not number and end < len(tokens) and (tokens.folds[end].isdigit() or _ROMAN.fullmatch(tokens.words[end])):
        return _numbered(tokens, end, head, rules, after_post)
    name = _with_number(Name(tuple(dict.fromkeys(map(_bare_form, head.forms)))), number)
    owner = body_at(tokens, end, rules, after_post=after_post) if name.forms[0] == "Deputies' Group" else None
    if owner is not None:
        return Parsed(owner.end, Body((name,), "of", inner=owner.body))
    scope_end, scope = scope_at(tokens, last, after_post)
    known = number or (scope.unit and name.forms[0].startswith("Inter"))
    return Parsed(scope_end, Body((name,), head.manner, scope)) if known else None


_ROMAN = re.compile("[IVX]+")


def _numbered(tokens: Tokens, end: int, head: Head, rules: Grammar, after_post: bool) -> Parsed:
    """A body known by a number: Ban Chỉ đạo 389 is Steering Committee 389."""
    name = Name(tuple(dict.fromkeys(f"{_bare_form(form)} {tokens.words[end]}" for form in head.forms))[:2])
    owned = _of_owner(tokens, name, end + 1, rules, after_post)
    if owned is not None:
        return owned
    scope_end, scope = scope_at(tokens, end + 1, after_post)
    return Parsed(scope_end, Body((name,), head.manner, scope))


_ZONES = {"khu", "rừng", "vườn", "cảng", "chợ"}
"""First syllables of fields that have a proper name of their own: Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn."""


def _zone_name(tokens: Tokens, i: int) -> tuple[int, Scope]:
    """The proper name of a zone, park or forest at token `i`, perhaps two places joined by a dash."""
    end = _before_holder(tokens, i)
    if tokens.fold_at(end) == "-" and tokens.is_name(end + 1):
        end = people.run_end(tokens, end + 1)
    return end, Scope(place=Place(tokens.written(i, end)))


_CLOSED = {"Department of {f}", "Ministry of {f}"}
"""Bodies whose fields of work are all known."""


def ends_at(tokens: Tokens, i: int, rules: Grammar, after_post: bool = False, closed: bool = False) -> bool:
    """Whether a body's name can end before token `i`: no further part of its field follows that is not known.

    `closed` tells that all fields of such bodies are known (departments, ministries), so that a small word after
    them is a verb: Sở TT&TT hỗ trợ.
    """
    if i >= len(tokens):
        return True
    joined = tokens.folds[i] in _JOINING
    if tokens.folds[i] == "&":
        return False
    j = i + 1 if joined else i
    if not closed and goes_on(tokens, j):
        return False
    if joined:
        return (
            tokens.folds[i] == "," or j >= len(tokens) or tokens.shapes[j] != CAPITAL or _begins_anew(tokens, j, rules)
        )
    if tokens.shapes[i] == CAPITAL and tokens.adjacent(i):
        return people.person_alone(tokens, i) is not None or (after_post and not _begins_words(tokens, i, rules))
    return tokens.shapes[i] != CAPITALS or not tokens.adjacent(i)


def goes_on(tokens: Tokens, i: int) -> bool:
    """Whether a word that carries a field of work on stands at token `i`."""
    return _CONTINUE.longest(tokens, i) is not None


def _begins_anew(tokens: Tokens, i: int, rules: Grammar) -> bool:
    """Whether a new name begins at token `i`: another body, a place, a person."""
    return (
        tokens.folds[i] in rules.heads
        or tokens.folds[i] in _POSTS
        or i in tokens.known
        or places.place_at(tokens, i) is not None
        or people.run_end(tokens, i) - i >= 2
    )


_POSTS = words("phó trưởng giám chủ bí chánh hiệu chỉ thủ tổng đồng ông bà")
"""First syllables of posts and of forms of address."""

_CONTINUE: Lexicon[bool] = Lexicon(
    (pair, True)
    for pair in listed(
        "phát triển; điều hành; môi trường; chính quyền; nông nghiệp; lâm nghiệp; công nghệ; công nghiệp; kinh tế;"
        "đầu tư; bảo vệ; xây dựng; quản lý; dịch vụ; ứng dụng; kỹ thuật; khoa học; miền nam; miền bắc; miền trung;"
        "khu vực; thương mại; doanh nghiệp; tư pháp; hành chính; thông tin; quốc gia; quốc tế; quốc phòng; xã hội;"
        "sáng tạo; chăm sóc; bền vững; đô thị; giao thông; nhà nước; tổng hợp; chất lượng; sức khỏe; cộng đồng;"
        "giáo dục; bảo tồn; hỗ trợ; phòng ,; nội trú; dân tộc; liên ngành; liên huyện; điện tử; tập trung; trực thuộc;"
        "đối ngoại; nông lâm; thủy lợi; chi nhánh; đa biên; cửa khẩu; hạt nhân; tư thục; rừng quốc tế;"
        "ngoài nước; công cộng; ô tô; cơ động; nông sản"
    )
)
"""Words that carry a field of work on; a body whose known field is followed by one of them is not fully known."""


def _without_field(tokens: Tokens, end: int, head: Head, after_post: bool) -> Parsed | None:
    """Ban Chỉ đạo tỉnh, Ban Quản lý: the head alone, where no unknown field follows."""
    if tokens.fold_at(end) not in _AFTER_HEAD and end < len(tokens) and not _is_scope(tokens, end) and not after_post:
        return None
    name = Name((_bare(head),))
    scope_end, scope = scope_at(tokens, end, after_post)
    return Parsed(scope_end, Body((name,), head.manner, scope))


_AFTER_HEAD = words(", . ; : ) ( - và đã cho chủ họp tổ yêu đề tại do về") | {""}
"""What can follow a head without field: marks and the verbs of news."""

_AFTER_FIELD = GOING_ON | _AFTER_HEAD
"""What can follow a field made of several words without being of it."""


def _bare(head: Head) -> str:
    """The English of a head without its field of work."""
    return _bare_form(head.forms[0])


def _bare_form(form: str) -> str:
    return re.sub(r" (?:for |of )?\{f\}|\{f\} ", "", form)


def _is_scope(tokens: Tokens, i: int) -> bool:
    unit = places.unit_at(tokens, i) is not None and tokens.shapes[i] == LOWER
    return unit or bool(scope_at(tokens, i)[1].whole)


def _school(tokens: Tokens, end: int, head: Head, rules: Grammar) -> Parsed | None:
    """A school, hospital or paper by its proper name; a university also by its field: Trường Đại học Y Dược Cần Thơ."""
    number = ""
    if tokens.fold_at(end) == "số" and tokens.fold_at(end + 1).isdigit():
        number, end = f"No. {tokens.words[end + 1]} ", end + 2
    small = end < len(tokens) and tokens.shapes[end] == LOWER and head.manner != "hospital"
    field = fields_at(tokens, end, rules) if not small else None
    if field is not None and (field[0] >= people.run_end(tokens, end) or places.bare_at(tokens, field[0])):
        return _school_of(tokens, field, head, rules)
    run = _before_holder(tokens, end)
    place = places.bare_at(tokens, end)
    if run == end and head.field == "name" and not number:
        last, scope = scope_at(tokens, end)
        names = Name(tuple(_bare_form(form) for form in head.forms if form.startswith("{f} ")))
        return Parsed(last, Body((names,), "proper", scope)) if scope.unit else None
    unit = places.unit_at(tokens, end)
    if run == end or tokens.folds[end] in _NOT_NAMED or (place is None and unit is not None and UNITS[unit[1]].body):
        return None
    if run - end == 1 and run < len(tokens) and tokens.shapes[run] == LOWER and _town_at(tokens, end) is None:
        return None
    known = (place is not None and place.end == run) or people.starts_name(tokens, end)
    if not known and (head.field != "named" or run - end > places.LONGEST_NAME):
        return None
    written = tokens.written(end, run)
    other = place_names(place.place.name)[:2] if place is not None and place.end == run else ()
    said = dict.fromkeys((companies.in_english(written), *other))
    forms = dict.fromkeys(pattern.replace("{f}", number + name) for name in said for pattern in head.forms)
    return Parsed(run, Body((Name(tuple(forms)),), "none"))


def _before_holder(tokens: Tokens, i: int) -> int:
    """The token after the proper name at `i`; a full name behind it is no part: THPT Hoàng Diệu | Lê Văn An."""
    end = people.run_end(tokens, i)
    return next((j for j in range(i + 2, end - 2) if people.starts_name(tokens, j)), end)


_NOT_NAMED = words("ảnh điện dân phổ trung tư chuyên đa i quốc")
"""Syllables that begin a description where a proper name is looked for."""


def _school_of(tokens: Tokens, field: tuple[int, tuple[str, ...]], head: Head, rules: Grammar) -> Parsed | None:
    """A university or college named after its field, perhaps with its place."""
    names = tuple(pattern.replace("{f}", form) for pattern in head.forms[::-1] for form in field[1])
    last, scope = scope_at(tokens, field[0])
    if scope == Scope() and (town := _town_at(tokens, field[0])) is not None:
        last, scope = town
    pair = _countries_at(tokens, field[0])
    if pair is not None:
        pairs = dict.fromkeys((pair[1], pair[1].replace("South Korea", "Korea")))
        return Parsed(pair[0], Body((Name(tuple(f"{both} {name}" for name in names for both in pairs)),), "none"))
    if scope.place is not None:
        return Parsed(last, Body((Name(names),), "place", scope))
    return Parsed(field[0], Body((Name(names),), "none")) if ends_at(tokens, field[0], rules) else None


def _town_at(tokens: Tokens, i: int) -> tuple[int, Scope] | None:
    """A province or town of one syllable at token `i`: Trường Đại học Y khoa Vinh."""
    known = gazetteer().known.longest(tokens, i) if tokens.is_name(i) else None
    if known is None or known[0] < people.run_end(tokens, i):
        return None
    level = gazetteer().level(known[1])
    return (known[0], Scope(place=Place(known[1]))) if level in ("province", "district") else None
