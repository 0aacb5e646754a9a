"""Fields of work: what a body is for, from the words that the tables know.

"Quản lý chất lượng" is Quality Management, "phòng, chống buôn lậu và hàng giả" Prevention and Control of Smuggling and
Counterfeit Goods: fields are a table (`glossary/names/fields.tsv`), of which a row with {f} is what a body does with a
further field; `objects.tsv` has words that are a field only behind such a one.
"""

from __future__ import annotations

import re

from vnnews.english.articles import join
from vnnews.vietnamese import people, places
from vnnews.vietnamese.grammar import Activity, Grammar
from vnnews.vietnamese.lexis import AFTER_NAMES
from vnnews.vietnamese.tokens import CAPITAL, LOWER, Lexicon, Tokens, words

_MOST = 6
"""Ways kept of saying one field."""

GOING_ON = AFTER_NAMES | words(
    "thuộc có phối tiếp triển giao ký khẳng nhấn khuyến đánh trao ban nghiệm sửa nhằm đưa gửi họp chủ đề yêu chia"
)
"""Words that go on with the sentence and are no part of a field before them."""


def fields_at(tokens: Tokens, i: int, rules: Grammar) -> tuple[int, tuple[str, ...]] | None:
    """The field of work at token `i`: (token after it, English forms); two known ones may be joined by và or -."""
    first = _field_at(tokens, i, rules)
    if first is None:
        return None
    end, forms = first
    if tokens.fold_at(end) in ("và", "-") and end + 1 < len(tokens) and tokens.shapes[end + 1] == CAPITAL:
        more = _field_at(tokens, end + 1, rules)
        if more is not None:
            return more[0], tuple(join([forms[0], form]) for form in more[1])
    return first


def _field_at(tokens: Tokens, i: int, rules: Grammar) -> tuple[int, tuple[str, ...]] | None:
    """One field at token `i`: of those that the table has and those that are made of its words the longest.

    "Tổ chức" written small is the verb: hội nghị do Cục Chính sách | tổ chức.
    """
    listed = rules.fields.longest(tokens, i)
    holds = tokens.folds[i : i + 2] == ["tổ", "chức"] and tokens.shapes[i] == LOWER
    if holds and listed is not None and listed[0] == i + 2:
        return None
    found = (listed[0], listed[1].forms) if listed is not None and _fits(tokens, i, listed[0]) else None
    for made in (_composed_at(tokens, i, rules), _against_at(tokens, i, rules)):
        if made is not None and (found is None or made[0] > found[0]):
            found = made
    return found


def _composed_at(tokens: Tokens, i: int, rules: Grammar) -> tuple[int, tuple[str, ...]] | None:
    """What is done and with what, at token `i`: Xúc tiến và Hỗ trợ đầu tư is Investment Promotion and Support."""
    done: list[Activity] = []
    end = i
    while (hit := rules.activities.longest(tokens, end)) is not None:
        done.append(hit[1])
        end = hit[0]
        if tokens.fold_at(end) not in _AND or rules.activities.longest(tokens, end + 1) is None:
            break
        end += 1
    inner = _object_at(tokens, end, rules) if done else None
    if inner is None:
        return None
    end, objects = inner
    if tokens.fold_at(end) == "và" and end + 1 < len(tokens) and tokens.shapes[end + 1] == LOWER:
        more = _object_at(tokens, end + 1, rules)
        if more is not None:
            end, objects = more[0], tuple(join([objects[0], form]) for form in more[1])
    nouns = [activity.noun for activity in done]
    said = join(nouns) if len(nouns) > 1 else nouns[0]
    if done[0].before:
        return end, (*(f"{said} {form}" for form in objects), *(f"the {said} {form}" for form in objects))
    forms = (*(f"{form} {said}" for form in objects), *(f"{said} of {form}" for form in objects))
    if said.endswith("Service"):
        forms = (forms[0], f"{forms[0]}s", *forms[1:])
    return end, tuple(dict.fromkeys(forms))[:_MOST]


def _object_at(tokens: Tokens, i: int, rules: Grammar) -> tuple[int, tuple[str, ...]] | None:
    """What something is done with, at token `i`: a field, or a noun that is one only there."""
    field, noun = _field_at(tokens, i, rules), rules.objects.longest(tokens, i)
    return (noun[0], noun[1].forms) if noun is not None and (field is None or noun[0] >= field[0]) else field


_AND = {"và", ",", "-", "&"}


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
