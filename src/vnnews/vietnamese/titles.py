"""Posts by grammar: [nguyên|quyền] [Phó] post [Thường trực|phụ trách] body.

A post with its body is one Item; the holder's name after it is another. Two posts of one holder, parted by a comma,
are two Items. Posts are a table (`glossary/names/posts.tsv`); the bodies are those of `institutions`.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from vnnews.english.articles import plural
from vnnews.english.bodies import Body, Join, Name, Post, Scope
from vnnews.english.tables import built_in, listed
from vnnews.vietnamese import fields, institutions, people
from vnnews.vietnamese.grammar import Grammar
from vnnews.vietnamese.institutions import Parsed
from vnnews.vietnamese.scopes import scope_at
from vnnews.vietnamese.tokens import CAPITAL, CAPITALS, LOWER, OTHER, Lexicon, Tokens, words

_BEFORE = {"nguyên": "former ", "cựu": "former ", "quyền": "Acting ", "q": "Acting "}
_STANDING = ("Permanent ", "Standing ")
_CONTRACTED = {"phòng", "ban", "đoàn", "công", "khoa", "trạm", "đội", "chi"}
"""Heads that follow Trưởng without being said twice: Trưởng phòng Nội vụ is the head of the Phòng Nội vụ."""

_SAYS_BODY = {"Team Leader", "Station Head", "Chapter Head"}
"""Posts that say their body in one word with them; beside a body that is named the head alone is said."""


class Kind(NamedTuple):
    """A post: its English, that of its deputy ("" where there is none), plural, and how a body is joined."""

    forms: tuple[str, ...]
    deputy: str
    plural: str
    join: str


class Found(NamedTuple):
    """A post in tokens that end before `end`; `whole` tells that its body was named, `clear` that none need be."""

    end: int
    post: Post
    whole: bool
    clear: bool = False


@cache
def posts() -> Lexicon[Kind]:
    """The posts by their Vietnamese words."""
    columns = ("vi", "en", "deputy", "plural", "en_alternatives", "join")
    table: Lexicon[Kind] = Lexicon()
    for vi, en, deputy, many, more, joined in built_in("posts.tsv", columns):
        table.add(vi, Kind((en, *listed(more)), deputy, many, joined))
    return table


def starts() -> frozenset[str]:
    """The folded tokens that a post can begin with."""
    return frozenset(_BEFORE) | {"phó"}


def post_at(tokens: Tokens, i: int, rules: Grammar) -> Found | None:
    """The post that begins at token `i`, with the body it is held in; None where no post begins."""
    start = i
    before = _BEFORE.get(tokens.folds[i], "")
    if before:
        i += 2 if tokens.fold_at(i + 1) == "." and len(tokens.words[i]) == 1 else 1
    deputy = tokens.fold_at(i) == "phó"
    if deputy:
        i += 1
    hit = posts().longest(tokens, i) or (_deputy_of(tokens, i) if deputy else None)
    if hit is None or (deputy and not hit[1].deputy):
        return None
    end, kind = hit
    if end - i > 1 and tokens.shapes[i] == LOWER and tokens.shapes[i + 1] != LOWER and tokens.folds[i] == "vụ":
        return None
    if kind.join == "to" and not _is_deputys(tokens, i, end):
        return None
    if tokens.folds[end - 1] == "trưởng" and end - i == 1 and not _is_contracted(tokens, end):
        return None
    end = _said_twice(tokens, end)
    full_time = tokens.folds[end : end + 2] == ["chuyên", "trách"]
    end += 2 if full_time else 0
    short = deputy and end < len(tokens) and tokens.words[end] == "TT"
    standing = short or (tokens.folds[end : end + 2] == ["thường", "trực"] and _is_standing(tokens, end + 2, kind))
    in_charge = tokens.fold_at(end) == "phụ" and tokens.fold_at(end + 1) == "trách"
    end += 1 if short else 2 if standing or in_charge else 0
    body = _body(tokens, end, kind, rules) if kind.join != "none" else None
    if in_charge and body is None:
        end, in_charge = end - 2, False
    forms = _forms(_in_body(kind, body.body) if body else kind, deputy)
    before_it = start - 2 if tokens.folds[max(0, start - 2) : start] == ["đồng", "chí"] else start
    counted = tokens.fold_at(before_it - 1) in ("các", "những", "hai", "ba")
    one_of_several = before_it < start and _another_follows(tokens, body.end if body else end)
    many = (counted and not one_of_several) or (body is not None and _is_many(body.body))
    before += "full-time " if full_time else ""
    post = Post(
        forms,
        cast("Join", kind.join),
        tuple(f"{before}{word}" for word in _standing(kind)) if standing else (before,),
        body.body if body else None,
        _plural(kind, deputy, before) if many else "",
        in_charge=in_charge,
    )
    whole = body is not None or kind.join == "none"
    return Found(body.end if body else end, post, whole, kind.forms[0] in _CLEAR)


def _deputy_of(tokens: Tokens, i: int) -> tuple[int, Kind] | None:
    """The post whose deputy is said by the body alone: Phó Ban Tuyên giáo, Phó Văn phòng Huyện ủy, phó phòng Y tế."""
    if i >= len(tokens) or tokens.folds[i] not in ("ban", "văn", "phòng"):
        return None
    named = tokens.folds[i] != "văn" and i + 1 < len(tokens) and tokens.shapes[i + 1] in (CAPITAL, CAPITALS)
    if LOWER in tokens.shapes[i - 1 : i + 1] and not named:
        return None
    kind = posts().get(("chánh", "văn", "phòng") if tokens.folds[i] == "văn" else ("trưởng",))
    return (i, kind) if kind is not None else None


def _another_follows(tokens: Tokens, i: int) -> bool:
    """Whether a list of posts goes on at token `i`: các đồng chí Bí thư Tỉnh ủy và | Chủ tịch UBND tỉnh."""
    return tokens.fold_at(i) in ("và", ",") and posts().longest(tokens, i + 1) is not None


def _is_standing(tokens: Tokens, i: int, kind: Kind) -> bool:
    """Whether "Thường trực" before token `i` is of the post, not the head of a body.

    Ủy viên Thường trực HĐND is in the Standing Committee, Ủy viên Thường trực Ủy ban Kinh tế a standing member.
    """
    of_committee = tokens.folds[i : i + 2] == ["ủy", "ban"] and tokens.fold_at(i + 2) != "nhân"
    return kind.forms[0] != "member" or of_committee


def _standing(kind: Kind) -> tuple[str, ...]:
    return tuple(reversed(_STANDING)) if kind.forms[0] == "member" else _STANDING


_CLEAR = frozenset(
    {"Chairman", "Secretary", "Commander", "Director", "General Director", "Minister", "Deputy Minister"}
    | {"Prime Minister", "Governor", "President"}
)
"""Posts whose capitalised word alone has this one English."""


def _is_deputys(tokens: Tokens, i: int, end: int) -> bool:
    """Whether "đại biểu" is an elected deputy here: of a council, and not in "đại hội đại biểu"."""
    return tokens.fold_at(end) in ("hđnd", "quốc") and tokens.fold_at(i - 1) not in ("hội", "đoàn")


_BARE = {
    "sở": ("Department",), "hội": ("Association", "Union", "Society"), "cục": ("Authority", "Department"),
    "viện": ("Institute", "Procuracy", "Academy"), "quỹ": ("Fund",), "đài": ("Station",), "bộ": ("Ministry",),
    "ban": ("Board", "Committee", "Commission"), "trường": ("School", "University", "College"), "báo": ("Newspaper",),
    "phòng": ("Division", "Office"), "đoàn": ("Delegation", "Union", "Team"), "trung tâm": ("Center",),
    "ủy ban": ("Committee",), "hội đồng": ("Council", "Board"), "chi cục": ("Sub-Department",),
    "chi bộ": ("Party Cell",), "đội": ("Team",), "trạm": ("Station",), "đồn": ("Station", "Post"),
    "liên đoàn": ("Confederation", "Federation"),
    "hiệp hội": ("Association",), "công ty": ("Company",), "hợp tác xã": ("Cooperative",), "htx": ("Cooperative",),
    "tập đoàn": ("Group",), "chi nhánh": ("Branch",), "công đoàn": ("Trade Union",), "câu lạc bộ": ("Club",),
    "khoa": ("Department", "Faculty"),
}  # fmt: skip
"""Bodies named by their head alone after a post: Phó Giám đốc Sở Bùi Văn Khánh."""


def _is_over(tokens: Tokens, i: int) -> bool:
    """Whether what stands at token `i` goes on with the sentence behind a body's head alone."""
    return not institutions.may_go_on(tokens, i) or tokens.folds[i] in _VERBS


_VERBS = words(
    "nói phải kể lưu chia trả bày cảm khuyên nhận thừa thông kêu mong hứa lo đồng chỉ cùng ghi phát biểu kết báo trình"
    " trực thăm dự tham quyết cam bác hỏi giải gợi quán thẳng nêu lý"
)
"""First syllables of what the holder of a post does."""

_BARE_WORDS = Lexicon(_BARE.items())


def _bare_body(tokens: Tokens, end: int, *, small: bool = False) -> Parsed | None:
    """A body of which only the head is said, where the holder's name follows it or nothing that could belong to it.

    After Trưởng it may be written `small`; what a Trưởng Ban or Trưởng đoàn heads stays open.
    """
    hit = _BARE_WORDS.longest(tokens, end)
    if tokens.fold_at(end) == "đoàn" and tokens.is_name(end + 1):
        return None
    if hit is None or (tokens.shapes[end] == LOWER and not small) or (small and tokens.folds[end] in ("ban", "đoàn")):
        return None
    after, words = hit
    named = people.starts_name(tokens, after)
    closed = after >= len(tokens) or named or (tokens.shapes[after] in (OTHER, LOWER) and _is_over(tokens, after))
    return Parsed(after, Body((Name(words),), "none")) if closed and tokens.fold_at(after) not in ("-", "&") else None


def _in_body(kind: Kind, body: Body) -> Kind:
    """A post as it is called in its body: a head of police is a chief, that of a procuracy the Chief Procurator."""
    name = body.names[0].forms[0]
    first = kind.forms[0]
    if name == "Police" and first == "Head":
        return _called(kind, "Chief")
    if name.endswith("Procuracy") and first == "Director":
        return _called(kind, "Chief Procurator")
    if name.startswith("Supreme") and first == "Chief Judge":
        return _called(kind, "Chief Justice")
    if first == "Chairman" and name.startswith("General Department"):
        return _called(kind._replace(deputy="Deputy Chairman"), "Director")
    if first == "Principal" and ("University" in name or "Academy" in name):
        return _called(kind, "Rector")
    return _called(kind, "Head") if first in _SAYS_BODY else kind


def _called(kind: Kind, word: str) -> Kind:
    """A post by another word of its own first."""
    return kind._replace(
        forms=(word, *(form for form in kind.forms if form != word)),
        deputy=f"{kind.deputy.partition(' ')[0]} {word}" if kind.deputy else "",
        plural=plural(word),
    )


def _is_contracted(tokens: Tokens, i: int) -> bool:
    """Whether a head that may follow Trưởng at once stands at token `i`, also an abbreviation: Trưởng BCĐ.

    Offices of the tax and statistics since 2025 have a Trưởng too: Trưởng Thuế tỉnh, Trưởng Thống kê tỉnh.
    """
    if tokens.fold_at(i) in _CONTRACTED or tokens.fold_at(i) in ("bcđ", "bql", "ca"):
        return True
    return i < len(tokens) and tokens.words[i] in ("Thuế", "Thống", "THADS")


def _said_twice(tokens: Tokens, end: int) -> int:
    """The token after "Trưởng ban" where the body follows with its own head: Trưởng ban [Thường trực] Ban ATGT."""
    if tokens.folds[end - 1] != "trưởng" or tokens.fold_at(end) not in _CONTRACTED:
        return end
    after = end + 1
    while tokens.fold_at(after) in ("thường", "chuyên", "phụ") and tokens.fold_at(after + 1) in ("trực", "trách"):
        after += 2
    same = tokens.fold_at(after) == tokens.folds[end] and tokens.shapes[after] != LOWER
    return end + 1 if same else end


def _forms(kind: Kind, deputy: bool) -> tuple[str, ...]:
    if not deputy:
        return kind.forms
    prefix = "Vice" if kind.deputy.startswith("Vice") else "Deputy"
    other = tuple(f"{prefix} {form}" for form in kind.forms[1:] if not form[0].islower())
    vice = (f"Vice {kind.forms[0]}",) if prefix == "Deputy" and not kind.forms[0].islower() else ()
    return (kind.deputy, *other, *vice)


def _is_many(body: Body) -> bool:
    return body.plural or body.scope.rank or bool(body.scope.several or body.scope.levels)


def _plural(kind: Kind, deputy: bool, before: str) -> str:
    prefix = ("Vice " if kind.deputy.startswith("Vice") else "Deputy ") if deputy else ""
    return f"{before}{prefix}{kind.plural}"


_DELEGATES = {"đại", "đbqh", "công", "kiểm", "giám"}
"""What makes a delegation of the Đoàn before it; else a secretary's Đoàn is the Youth Union."""


def _chapter(tokens: Tokens, end: int, rules: Grammar) -> Parsed | None:
    """The chapter that its head's post names by the members alone: Chi hội trưởng Phụ nữ ấp Mỹ Thạnh."""
    for after in (end + 3, end + 2):
        head = rules.heads.get(("chi", "hội", *tokens.folds[end:after]))
        if head is not None:
            scope_end, scope = scope_at(tokens, after, after_post=True)
            return Parsed(scope_end, Body((Name(head.forms, head.plural),), head.manner, scope))
    return None


def _body(tokens: Tokens, end: int, kind: Kind, rules: Grammar) -> Parsed | None:
    """The body after a post; a minister's field may stand without its ministry."""
    if kind.forms[0] == "Chief" and tokens.fold_at(end - 1) == "phòng":
        office = institutions.body_at(tokens, end - 2, rules, after_post=True, any_case=True)
        return office or Parsed(end, Body((Name(("Office",)),), "none"))
    if end >= len(tokens):
        return None
    if kind.forms[0] == "Secretary" and tokens.words[end] == "Đoàn" and end + 1 < len(tokens):
        school = institutions.body_at(tokens, end + 1, rules, after_post=True)
        if school is not None and school.body.manner == "none":
            return Parsed(school.end, Body((Name(("Youth Union",)),), "of", inner=school.body))
    if kind.forms[0] == "Secretary" and tokens.words[end] == "Đoàn" and tokens.fold_at(end + 1) not in _DELEGATES:
        scope_end, scope = scope_at(tokens, end + 1, after_post=True)
        if scope != Scope() or _bare_body(tokens, end) is not None:
            return Parsed(scope_end, Body((Name(("Youth Union",)),), "proper", scope))
    if kind.forms[0] == "Chapter Head" and (chapter := _chapter(tokens, end, rules)) is not None:
        return chapter
    if tokens.folds[end : end + 2] == ["các", "sở"]:
        return Parsed(end + 2, Body((Name(("department", "provincial department")),), "none", plural=True))
    if kind.join == "minister":
        field = fields.fields_at(tokens, end, rules)
        if field is not None and tokens.shapes[end] != LOWER:
            return Parsed(field[0], Body((Name(tuple(f"Ministry of {form}" for form in field[1])),), "none"))
    contracted = _is_contracted(tokens, end) and tokens.folds[end - 1] in ("trưởng", "phó")
    found = institutions.body_at(tokens, end, rules, after_post=True, any_case=contracted)
    if found is None:
        found = _bare_body(tokens, end, small=contracted and tokens.shapes[end - 1] != LOWER)
    if found is None and kind.forms[0] == "Chief Inspector":
        scope_end, scope = scope_at(tokens, end, after_post=True)
        if scope != Scope():
            return Parsed(scope_end, Body((Name(("Inspectorate",)),), "proper", scope))
    return found
