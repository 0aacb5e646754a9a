"""W: wording that must not go wrong in official English of Viet Nam, also where there is no source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vnnews.finding import Finding, Rule
from vnnews.review.checks.base import Example, Family, Pair

SEA = Rule("W001", "east-sea", "error", "Official Vietnamese English says East Sea.", needs_source=False)
ISLANDS = Rule(
    "W002", "islands", "error", "Official Vietnamese English says Hoang Sa and Truong Sa.", needs_source=False
)
STATE = Rule("W003", "state-name", "error", "The name of the country or of its Party is wrong.", needs_source=False)
CITY = Rule("W004", "city-name", "warning", "Ho Chi Minh City is called by its old name.")
POSTS = Rule("W005", "leaders-posts", "error", "The post of a leader of Party or State is said wrongly.")
WARS = Rule("W006", "wars", "warning", "The wars of resistance are called by a foreign name.")
REGIME = Rule(
    "W007",
    "regime-words",
    "error",
    "Party and State are called regime, communist Vietnam or the like.",
    needs_source=False,
)


class _Word(NamedTuple):
    """`wrong` in the English, where the Vietnamese has `vi` (None: in any text); what is right is told."""

    rule: Rule
    wrong: re.Pattern[str]
    right: str
    vi: re.Pattern[str] | None = None


def _word(rule: Rule, wrong: str, right: str, vi: str | None = None) -> _Word:
    return _Word(rule, re.compile(wrong), right, re.compile(vi, re.I) if vi else None)


_WORDS = (
    _word(SEA, r"(?i)\b(?:the )?South China Sea\b", "East Sea"),
    _word(SEA, r"\bBien Dong(?: Sea)?\b|\bEastern Sea\b", "East Sea", r"\bbiển đông\b"),
    _word(
        ISLANDS,
        r"(?<!Hoang Sa )(?<!\()\b(?:[Tt]he )?(?:Paracels?|Xisha)\b(?: [Ii]slands?| [Aa]rchipelago)?",
        "Hoang Sa",
    ),
    _word(
        ISLANDS,
        r"(?<!Truong Sa )(?<!\()\b(?:[Tt]he )?(?:Spratl(?:ys?|ies)|Nansha)\b(?: [Ii]slands?| [Aa]rchipelago)?",
        "Truong Sa",
    ),
    _word(
        STATE,
        r"\bVietnam(?:ese|['’]s)? Communist Party\b|\bVietnamese Party of Communists\b|"
        r"\bCommunist Party (?:in|from) Vietnam\b",
        "Communist Party of Vietnam",
    ),
    _word(
        STATE,
        r"(?<!Socialist )(?<!Democratic )\bRepublic of Viet ?[Nn]am\b",
        "Socialist Republic of Vietnam",
        r"cộng hòa xã hội chủ nghĩa việt nam|CHXHCN",
    ),
    _word(
        STATE,
        r"\b(?:Communist|Democratic) Republic of Viet ?[Nn]am\b|\bViet ?[Nn]am(?:ese)? Socialist Republic\b",
        "Socialist Republic of Vietnam",
        r"cộng hòa xã hội chủ nghĩa việt nam|CHXHCN",
    ),
    _word(
        STATE,
        r"\b(?:Vietnam(?:ese)? )?Labou?r Party(?: of Vietnam)?\b",
        "Vietnam Workers' Party",
        r"\bđảng lao động\b",
    ),
    _word(
        CITY,
        r"\bSaigon\b(?! (?:River|Port|Bridge|Giai|Times|Newport|Co|Co\.op|Pearl|Trade|Tourist|Railway|Zoo|Opera|"
        r"Water))",
        "Ho Chi Minh City",
        r"thành phố hồ chí minh|TP\.? ?HCM|TP\.? ?hồ chí minh",
    ),
    _word(
        POSTS,
        r"\bSecretary[- ]General\b(?! of the (?:United|UN|ASEAN))|\bParty [Cc]hief\b|\bPrimary Secretary\b",
        "General Secretary",
        r"\btổng bí thư\b",
    ),
    _word(POSTS, r"\bPremier\b", "Prime Minister", r"\bthủ tướng\b"),
    _word(
        POSTS,
        r"\b[Cc]hancellor\b",
        "Prime Minister",
        r"\bthủ tướng\b(?! (?:(?:CHLB|Cộng hòa Liên bang|liên bang) )?(?:Đức|Áo)\b)",
    ),
    _word(
        POSTS,
        r"\b(?:Chair(?:man|woman) of (?:the )?(?:State|[Cc]ountry|Nation|Vietnam)|State [Cc]hair(?:man|woman))\b",
        "State President",
        r"\bchủ tịch nước\b",
    ),
    _word(
        POSTS,
        r"\bPresident of the National Assembly\b|\b(?:NA|National Assembly) Speaker\b|"
        r"\bSpeaker of the National Assembly\b",
        "Chairman of the National Assembly",
        r"\bchủ tịch quốc hội\b",
    ),
    _word(
        POSTS,
        r"\b(?:House|Parliament) Speaker\b|\b[Pp]arliament [Cc]hair\w*\b",
        "Chairman of the National Assembly",
        r"\bchủ tịch quốc hội\b",
    ),
    _word(
        WARS,
        r"\bVietnam(?:ese)? (?:Civil )?War\b|\bcivil war\b",
        "resistance war against the US",
        r"kháng chiến|chống mỹ",
    ),
    _word(WARS, r"\bIndochin(?:a|ese) War\b", "resistance war against the French", r"kháng chiến|chống pháp"),
    _word(WARS, r"\b[Ff]all of Saigon\b", "liberation of the South", None),
    _word(
        REGIME,
        r"\b(?i:communist (?:regime|vietnam|government|authorities)|vietnamese regime|hanoi regime)\b",
        "the Party and State",
    ),
)
_TRIGGER = re.compile(
    r"South China|Bien Dong|r Party|Paracel|Xisha|Sprat|Nansha|Communist|communist|Republic|Saigon|Secretary|Chief|"
    r"chief|Premier|hancellor|"
    r"hair|Speaker|Vietnam|War\b|civil war|regime|President of the Nat|sea\b|SEA\b|Sea\b",
)


def wording(pair: Pair) -> Iterator[Finding]:
    """Names that official English never uses; Paracel and Spratly may stand in brackets as an explanation."""
    if not _TRIGGER.search(pair.target):
        return
    for word in _WORDS:
        if word.vi and not (pair.source and word.vi.search(pair.source)):
            continue
        for m in word.wrong.finditer(pair.target):
            yield word.rule.at(
                pair.id, f"{m[0]!r} is not used; say {word.right!r}", span=m.span(), suggestion=word.right
            )


EXAMPLES = (
    Example("W001", None, "Peace in the South China Sea matters.", "Peace in the East Sea matters."),
    Example("W002", None, "Fishermen sailed to the Spratly Islands.", "Fishermen sailed to Truong Sa (Spratly)."),
    Example(
        "W003",
        None,
        "The Vietnamese Communist Party was founded in 1930.",
        "The Communist Party of Vietnam was founded in 1930.",
    ),
    Example(
        "W004",
        "Đoàn đến Thành phố Hồ Chí Minh.",
        "The delegation came to Saigon.",
        "The delegation came to Ho Chi Minh City.",
    ),
    Example(
        "W005",
        "Tổng Bí thư tiếp đoàn.",
        "The Secretary General received the delegation.",
        "The General Secretary received the delegation.",
    ),
    Example(
        "W006", "Ông đã tham gia kháng chiến.", "He fought in the Vietnam War.", "He fought in the resistance war."
    ),
    Example("W007", None, "The communist regime issued a decree.", "The Government issued a decree."),
)

FAMILY = Family((SEA, ISLANDS, STATE, CITY, POSTS, WARS, REGIME), pair=(wording,), examples=EXAMPLES)
