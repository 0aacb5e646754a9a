"""P: posts and ranks said as other posts and ranks.

A post counts as changed only where both sides speak for it: the Vietnamese names a post that the English says in no
way, and the English names one for which the Vietnamese has no word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from vnnews.english import accepted
from vnnews.finding import Finding, Rule
from vnnews.glossary import Glossary
from vnnews.review.checks.base import Example, Family, Pair, Paragraph

CHANGED = Rule("P006", "post-changed", "warning", "A post or a rank of the forces is said as another one.")


class _Post(NamedTuple):
    """A post: `vi` names it, any of `said` says it in English, `claim` is English that can mean no other post and
    needs one of the Vietnamese words `licence`."""

    name: str
    vi: re.Pattern[str]
    said: re.Pattern[str]
    claim: re.Pattern[str]
    licence: re.Pattern[str]


def _post(name: str, vi: str, said: str, claim: str, licence: str) -> _Post:
    return _Post(name, re.compile(vi, re.I), re.compile(said, re.I), re.compile(claim), re.compile(licence, re.I))


_POSTS = (
    _post(
        "Deputy Prime Minister",
        r"\bphó thủ tướng",
        r"deputy (?:prime minister|pm\b|premier)|deput(?:y|ies)\b",
        r"\bDeputy (?:Prime Minister|PM\b)",
        r"phó thủ tướng|PTTg",
    ),
    _post(
        "Prime Minister",
        r"(?<!phó )\bthủ tướng\b",
        r"(?<!deputy )(?:prime minister|premier|\bpm\b)|government (?:leader|chief)",
        r"(?<!Deputy )(?<!Deputy  )\bPrime Minister\b",
        r"thủ tướng|TTg|TTCP|chỉ thị|quyết định",
    ),
    _post(
        "Vice President",
        r"\bphó chủ tịch nước|\bphó tổng thống",
        r"vice (?:state )?president",
        r"\bVice (?:State )?President\b",
        r"\bphó\b|\bPCT\b",
    ),
    _post(
        "State President",
        r"(?<!phó )\bchủ tịch nước\b",
        r"(?<!vice )(?<!vice state )president\b|presidential|head of state|uncle ho",
        r"\bState President\b|(?<!Vice )(?<!State )\bPresident\b(?! (?:of|and (?:CEO|General)))",
        r"chủ tịch|tổng thống|hội trưởng|viện trưởng|hiệu trưởng|giám đốc|bác hồ|chủ tọa|CT\b",
    ),
    _post(
        "Minister",
        r"\bbộ trưởng\b",
        r"\bministers?\b|ministerial",
        r"(?<!Prime )\bMinister\b",
        r"bộ trưởng|thứ trưởng|thủ tướng|BT\b|ngoại trưởng",
    ),
    _post(
        "Secretary",
        r"(?<!tổng )\bbí thư\b(?! đoàn)",
        r"\bsecretar|party (?:chief|leader)",
        r"(?<!General )(?<!the )\bSecretary\b(?! of State|-General| General)",
        r"bí thư|thư ký|BT\b|ngoại trưởng|PBT|TBT",
    ),
    _post(
        "Chairman",
        r"\bchủ tịch\b(?! nước)",
        r"\bchair|president|\bheads?\b|leader|mayor",
        r"\bChair(?:man|woman|person)\b",
        r"chủ tịch|chủ nhiệm|chủ tọa|chủ trì|trưởng|\bP?CT\b|\bP?CN\b",
    ),
    _post(
        "Director",
        r"\bgiám đốc\b",
        r"\bdirect|\bCEOs?\b|\bheads?\b|manag|leader|president|chief",
        r"\bDirector\b",
        r"giám đốc|trưởng|\bP?GĐ\b|đạo diễn|tổng biên tập|lãnh đạo|phụ trách",
    ),
    _post(
        "Head",
        r"(?<!phó )\btrưởng (?:ban|phòng|đoàn|thôn|ấp)\b",
        r"\bhead|\bchief|\bdirector|\bchair|leader|\bled\b|chaired",
        r"\bHead\b",
        r"trưởng|giám đốc|chủ nhiệm|chủ tịch|đứng đầu|phụ trách|lãnh đạo|đầu|mũi|hiệu|đốc",
    ),
)
_POST_WORDS = ("thủ tướng", "chủ tịch", "tổng thống", "trưởng", "bí thư", "giám đốc", "chánh")
"""The Vietnamese of all these posts, and of `_STANDINGS`, holds one of them: looking for it first is faster."""
_OF_POST = r"(?=(?:phó )?(?:giám đốc|chủ tịch|bí thư|bộ trưởng|viện trưởng|hiệu trưởng|chánh|cục trưởng|trưởng)\b)"
_STANDINGS = (
    (
        "acting",
        re.compile(rf"\b(?:quyền|Q\.) {_OF_POST}", re.I),
        re.compile(r"\b(?:acting|interim|caretaker|power|right)", re.I),
    ),
    (
        "former",
        re.compile(rf"\b(?:nguyên|cựu) (?:là )?{_OF_POST}", re.I),
        re.compile(
            r"\b(?:former|ex-|retired|late\b|then\b|previous|old\b|past\b|onetime|once\b|was\b|were\b|served|had)", re.I
        ),
    ),
)
"""What a holder of a post may be, with the Vietnamese for it and any English that says it."""


def posts(paragraph: Paragraph) -> Iterator[Finding]:
    """A post that the English does not say and another one in its place; an acting or former head said as the head."""
    if not paragraph.bilingual:
        return
    if not any(word in paragraph.lower_source for word in _POST_WORDS):
        return
    source, english = paragraph.source, paragraph.english
    lost = [p for p in _POSTS if p.vi.search(source) and not p.said.search(english)]
    if lost:
        yield from _gained(paragraph, lost[0])
    for name, vi, en in _STANDINGS:
        found = vi.search(source)
        if found and not en.search(english):
            pair, span = paragraph.place(found.span(), "source")
            yield CHANGED.at(pair.id, f"{name!r} is not said", side="source", span=span)


def _gained(paragraph: Paragraph, lost: _Post) -> Iterator[Finding]:
    for pair in paragraph.pairs:
        for post in _POSTS:
            found = post.claim.search(pair.target)
            if found and not post.licence.search(paragraph.source):
                message = f"the Vietnamese names no {post.name} but a {lost.name}"
                yield CHANGED.at(pair.id, message, span=found.span(), suggestion=lost.name)
                return


_RANK_EN = re.compile(
    r"\b(?:(?:Senior|First|Second|Junior) )?(?:(?:Lieutenant|Major|Colonel)[ -])?(?:General|Colonel|Major|Captain|"
    r"Lieutenant)(?= [A-Z][a-z]+ [A-Z])(?! (?:Secretary|Director|Department|Statistics|Staff|Hospital))"
)
_RANKS_VI = re.compile(r"\b(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý)\b", re.I)


def ranks(paragraph: Paragraph) -> Iterator[Finding]:
    """A rank of the army or the police before a name that no rank of the Vietnamese can be in English."""
    if not paragraph.bilingual or not _RANKS_VI.search(paragraph.source):
        return
    known = _ranks(paragraph.pairs[0].context.glossary)
    meant = {f.lower() for p in paragraph.pairs for i in p.items for f in accepted(i, p.style) if _is_rank(i.span, p)}
    if not meant:
        return
    for pair in paragraph.pairs:
        for found in _RANK_EN.finditer(pair.target):
            said = found[0].lower().replace("-", " ")
            if said in known and said not in meant:
                right = min(meant, key=len)
                yield CHANGED.at(pair.id, f"{found[0]} is another rank in the Vietnamese ({right})", span=found.span())


def _is_rank(span: tuple[int, int], pair: Pair) -> bool:
    return _RANKS_VI.match((pair.source or "")[slice(*span)]) is not None


@lru_cache(maxsize=4)
def _ranks(glossary: Glossary) -> frozenset[str]:
    """The English of all ranks of the term base in small letters."""
    ranks = (t for t in glossary.terms if _RANKS_VI.fullmatch(t.vi))
    return frozenset(form.lower().replace("-", " ") for t in ranks for form in (t.en, *t.alternatives))


EXAMPLES = (
    Example(
        "P006",
        "Bí thư Tỉnh ủy thăm các gia đình chính sách.",
        "The Provincial Chairman visited policy beneficiary families.",
        "The Secretary of the Provincial Party Committee visited policy beneficiary families.",
    ),
    Example(
        "P006",
        "Thiếu tướng Nguyễn Bá Luân thăm đơn vị.",
        "Lieutenant General Nguyen Ba Luan visited the unit.",
        "Major General Nguyen Ba Luan visited the unit.",
    ),
    Example(
        "P006",
        "Quyền Giám đốc Sở Y tế phát biểu.",
        "The Director of the Department of Health spoke.",
        "The Acting Director of the Department of Health spoke.",
    ),
    Example(
        "P006",
        "Nguyên Chủ tịch HĐND huyện dự lễ.",
        "The Chairman of the District People's Council attended.",
        "The former Chairman of the District People's Council attended.",
    ),
)

FAMILY = Family((CHANGED,), paragraph=(posts, ranks), examples=EXAMPLES)
