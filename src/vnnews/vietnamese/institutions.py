"""Institutions by grammar: head, field of work, body it belongs to, level and place.

"Sở Y tế tỉnh Long An", "Văn phòng HĐND và UBND huyện", "Ban Thường vụ Tỉnh ủy", "UBND các huyện, thành, thị": the
heads and fields are tables (`glossary/names/heads.tsv`, `fields.tsv`), how they join is here. A head whose field is
not known makes no Item: a wrong body in the middle of a sentence does more harm than none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vnnews.english.articles import join
from vnnews.english.bodies import Body, Name, Scope
from vnnews.english.names import place_name, romanise
from vnnews.english.tables import listed
from vnnews.item import Place
from vnnews.vietnamese import companies, people, places
from vnnews.vietnamese.grammar import OWN_LEVEL, Grammar, Head
from vnnews.vietnamese.scopes import scope_at
from vnnews.vietnamese.tokens import CAPITAL, CAPITALS, LOWER, Lexicon, Tokens, words

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
    made = _made_at(tokens, i, rules, after_post, any_case)
    known = tokens.known.get(i)
    company = companies.company_at(tokens, i, after_post) if made is None else None
    if company is not None and (known is None or company[0] > known[0]):
        return Parsed(company[0], Body((company[1],), "none"))
    if known is None or (made is not None and made.end >= known[0] and not known[2]):
        return made
    end, scope = scope_at(tokens, known[0], after_post)
    if scope.place is None and not (scope.unit and " of the " in known[1].forms[0]):
        end, scope = known[0], Scope()
    return Parsed(end, Body((known[1],), "place", scope))


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
    """The body at token `i` by its parts."""
    hit = rules.heads.longest(tokens, i)
    if hit is None or not (any_case or tokens.shapes[i] in (CAPITAL, CAPITALS)):
        return None
    end, head = hit
    if tokens.fold_at(end) in _VERBS_AFTER.get(tokens.folds[end - 1], ()):
        return None
    if any_case and not after_post and tokens.shapes[i] == LOWER and head.field not in _SAID_SMALL:
        return None
    if head.manner in ("of", "ofparty"):
        return _owned(tokens, end, head, rules, after_post)
    if head.field in ("none", "own"):
        return _plain(tokens, i, end, head, rules, after_post)
    return _with_field(tokens, end, head, rules, after_post)


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
    names = [Name(head.forms, head.plural)]
    if head.forms[0] in _CELLS:
        inner = body_at(tokens, end, rules, after_post=after_post) if end < len(tokens) else None
        if inner is not None and inner.body.names[0].forms[0] not in _ROW:
            return Parsed(inner.end, Body(tuple(names), "of", inner=inner.body))
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
    if head.manner == "vnpt" and (scope.place is None or places.gazetteer().level(scope.place.name) is None):
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


_CELLS = {"Party Cell", "Party Organization", "Party Committee", "Trade Union"}
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


def _owned(tokens: Tokens, end: int, head: Head, rules: Grammar, after_post: bool) -> Parsed | None:
    """A part of a body: Văn phòng UBND tỉnh, Ban Thường vụ Tỉnh ủy, Thanh tra Sở Y tế, Ban Pháp chế HĐND tỉnh."""
    start = end + 1 if tokens.fold_at(end) == "của" else end
    inner = _owner_at(tokens, start, head, rules, after_post) if start < len(tokens) else None
    if inner is not None and tokens.shapes[start] != LOWER:
        body = inner.body
        if head.manner == "ofparty" and body.names[0].forms[0] != "Party Committee":
            return None
        return Parsed(inner.end, Body((Name(head.forms, head.plural),), head.manner, inner=body))
    if head.forms[0] == "Inspectorate" and start < len(tokens) and tokens.words[start] in ("Sở", "Bộ"):
        owner = "Department" if tokens.words[start] == "Sở" else "Ministry"
        return Parsed(start + 1, Body((Name(head.forms),), "of", inner=Body((Name((owner,)),), "none")))
    if head.forms[0] in ("Inspectorate", "Inspection Commission"):
        scope_end, scope = scope_at(tokens, end, after_post)
        if scope != Scope():
            return Parsed(scope_end, Body((Name(head.forms, head.plural),), "proper", scope))
    return None


def _owner_at(tokens: Tokens, i: int, head: Head, rules: Grammar, after_post: bool) -> Parsed | None:
    """The body that a part belongs to; a standing board is that of the first of several bodies named together."""
    hit = rules.heads.longest(tokens, i)
    plain = hit is not None and hit[1].field in ("none", "own") and hit[1].manner == "proper"
    if hit is not None and plain and head.forms[0].startswith("Standing") and tokens.shapes[i] != LOWER:
        return _plain(tokens, i, hit[0], hit[1], rules, after_post, alone=True)
    return body_at(tokens, i, rules, after_post=after_post)


def _with_field(tokens: Tokens, end: int, head: Head, rules: Grammar, after_post: bool) -> Parsed | None:
    if head.field in ("name", "named"):
        return _school(tokens, end, head, rules)
    if head.field == "countries":
        return _friends(tokens, end, head, after_post)
    if tokens.fold_at(end) == "về" and head.field == "optional":
        end += 1
    if end < len(tokens) and tokens.words[end].isdigit() and head.field == "optional":
        return _numbered(tokens, end, head, after_post)
    found = fields_at(tokens, end, rules)
    if found is not None and head.field == "required" and tokens.shapes[end] == LOWER:
        found = None
    if found is None and head.manner == "hospital":
        return _school(tokens, end, head, rules)
    if found is None:
        return _without_field(tokens, end, head, after_post) if head.field == "optional" else None
    last, forms = found
    if head.manner == "hospital" and tokens.fold_at(last).isdigit() and len(tokens.words[last]) < 4:
        return Parsed(last + 1, Body((Name(tuple(f"{form} Hospital {tokens.words[last]}" for form in forms)),), "none"))
    names = tuple(pattern.replace("{f}", form) for pattern in head.forms for form in forms)
    many = head.plural.replace("{f}", forms[0])
    scope_end, scope = scope_at(tokens, last, after_post)
    if tokens.folds[end] in _ZONES and tokens.is_name(last) and not (after_post and people.starts_name(tokens, last)):
        scope_end, scope = _zone_name(tokens, last)
    if scope == Scope() and not ends_at(tokens, last, rules, after_post, head.forms[0] in _CLOSED):
        return None
    return Parsed(scope_end, Body((Name(names, many),), head.manner, scope))


def _friends(tokens: Tokens, end: int, head: Head, after_post: bool) -> Parsed | None:
    """A friendship association by its countries: Hội Hữu nghị Việt Nam - Lào tỉnh Long An."""
    known = places.gazetteer().known
    first = known.longest(tokens, end)
    second = known.longest(tokens, first[0] + 1) if first and tokens.fold_at(first[0]) == "-" else None
    if first is None or second is None:
        return None
    pair = f"{place_name(first[1])}-{place_name(second[1])}"
    scope_end, scope = scope_at(tokens, second[0], after_post)
    return Parsed(scope_end, Body((Name(tuple(form.replace("{f}", pair) for form in head.forms)),), head.manner, scope))


def _numbered(tokens: Tokens, end: int, head: Head, after_post: bool) -> Parsed:
    """A body known by a number: Ban Chỉ đạo 389 is Steering Committee 389."""
    scope_end, scope = scope_at(tokens, end + 1, after_post)
    return Parsed(scope_end, Body((Name((f"{_bare(head)} {tokens.words[end]}",)),), head.manner, scope))


_ZONES = {"khu", "rừng", "vườn"}
"""First syllables of fields that have a proper name of their own: Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn."""


def _zone_name(tokens: Tokens, i: int) -> tuple[int, Scope]:
    """The proper name of a zone, park or forest at token `i`, perhaps two places joined by a dash."""
    end = people.run_end(tokens, i)
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
        return after_post or people.person_alone(tokens, i) is not None
    return tokens.shapes[i] != CAPITALS or not tokens.adjacent(i)


def goes_on(tokens: Tokens, i: int) -> bool:
    """Whether a word that carries a field of work on stands at token `i`."""
    return _CONTINUE.longest(tokens, i) is not None


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
        "nông lâm; thủy lợi; chi nhánh; đa biên; cửa khẩu; hạt nhân; tư thục; rừng quốc tế; ngoài nước"
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


def _bare(head: Head) -> str:
    """The English of a head without its field of work."""
    return re.sub(r" (?:for |of )?\{f\}|\{f\} ", "", head.forms[0])


def _is_scope(tokens: Tokens, i: int) -> bool:
    return places.unit_at(tokens, i) is not None and tokens.shapes[i] == LOWER


def _school(tokens: Tokens, end: int, head: Head, rules: Grammar) -> Parsed | None:
    """A school, hospital or paper by its proper name; a university also by its field: Trường Đại học Y Dược Cần Thơ."""
    number = ""
    if tokens.fold_at(end) == "số" and tokens.fold_at(end + 1).isdigit():
        number, end = f"No. {tokens.words[end + 1]} ", end + 2
    field = fields_at(tokens, end, rules)
    if field is not None and (field[0] >= people.run_end(tokens, end) or places.bare_at(tokens, field[0])):
        return _school_of(tokens, field, head, rules)
    run = people.run_end(tokens, end)
    place = places.bare_at(tokens, end)
    if run == end or tokens.folds[end] in _NOT_NAMED or (place is None and places.unit_at(tokens, end) is not None):
        return None
    if run - end == 1 and run < len(tokens) and tokens.shapes[run] == LOWER:
        return None
    known = (place is not None and place.end == run) or people.starts_name(tokens, end)
    if not known and (head.field != "named" or run - end > places.LONGEST_NAME):
        return None
    name = number + romanise(tokens.written(end, run))
    return Parsed(run, Body((Name(tuple(pattern.replace("{f}", name) for pattern in head.forms)),), "none"))


_NOT_NAMED = words("ảnh điện dân phổ trung tư chuyên đa i quốc")
"""Syllables that begin a description where a proper name is looked for."""


def _school_of(tokens: Tokens, field: tuple[int, tuple[str, ...]], head: Head, rules: Grammar) -> Parsed | None:
    """A university or college named after its field, perhaps with its place."""
    names = tuple(pattern.replace("{f}", form) for pattern in head.forms[::-1] for form in field[1])
    last, scope = scope_at(tokens, field[0])
    if scope.place is not None:
        return Parsed(last, Body((Name(names),), "place", scope))
    return Parsed(field[0], Body((Name(names),), "none")) if ends_at(tokens, field[0], rules) else None


def fields_at(tokens: Tokens, i: int, rules: Grammar) -> tuple[int, tuple[str, ...]] | None:
    """The field of work at token `i`: (token after it, English forms); several known ones may be joined by và or -."""
    hit = rules.fields.longest(tokens, i)
    against = _against_at(tokens, i, rules)
    if against is not None and (hit is None or hit[0] < against[0]):
        return against
    if hit is None or not _fits(tokens, i, hit[0]):
        return None
    end, field = hit
    forms = field.forms
    if tokens.fold_at(end) in ("và", "-"):
        more = rules.fields.longest(tokens, end + 1)
        if more is not None and _fits(tokens, end + 1, more[0]) and tokens.shapes[end + 1] == CAPITAL:
            forms = tuple(join([forms[0], form]) for form in more[1].forms)
            end = more[0]
    return end, forms


_PREVENTING = Lexicon((vi, True) for vi in ("phòng, chống", "phòng chống", "PC", "phòng ngừa"))


def _against_at(tokens: Tokens, i: int, rules: Grammar) -> tuple[int, tuple[str, ...]] | None:
    """What a body prevents and fights, at token `i`: phòng, chống buôn lậu, gian lận thương mại và hàng giả."""
    fights = _PREVENTING.longest(tokens, i)
    if fights is None:
        return None
    end, dangers = fights[0], list[str]()
    while (danger := rules.dangers.longest(tokens, end)) is not None:
        dangers.append(danger[1])
        end = danger[0]
        if tokens.fold_at(end) not in (",", "và"):
            break
        again = _PREVENTING.longest(tokens, end + 1)
        following = again[0] if again else end + 1
        if rules.dangers.longest(tokens, following) is None:
            break
        end = following
    if not dangers:
        return None
    said = _in_title(join(dangers))
    one = re.sub(_PLURAL_END, "", said)
    of, before = f"Prevention and Control of {said}", f"{one} Prevention and Control"
    forms = (of, before) if len(dangers) > 1 else (before, of)
    return end, tuple(dict.fromkeys((*forms, f"{one} Prevention", f"{said} Prevention and Control")))


_PLURAL_END = re.compile(r"(?<![sS])(?<!Good)(?<!Practice)(?<!Arrear)(?<!Tuberculosi)(?<!Rabie)(?<=[a-z])s\b")
"""The ending that a word for a danger loses before another noun: Drug Prevention."""


def _in_title(words: str) -> str:
    """English words with the capitals of a title."""
    return " ".join(w if w in ("and", "of") else w[:1].upper() + w[1:] for w in words.split(" "))


def _fits(tokens: Tokens, i: int, end: int) -> bool:
    """Whether the field in tokens [i, end) is whole: not a person's or a place's name that begins alike."""
    longer = people.starts_name(tokens, i) and people.run_end(tokens, i) - i > 2
    return not longer or places.bare_at(tokens, end) is not None
