"""C: what was left out or added, judged by the words without counterpart; rises said as falls.

A stretch counts as left out, or as added, when the evidence of its words and of the lengths (`review.coverage`) is
stronger than in nearly all right translations. Names and figures are other checks' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnnews.english import accepted
from vnnews.finding import Finding, Rule
from vnnews.review import lexicon
from vnnews.review.checks.base import Example, Family, Paragraph
from vnnews.review.checks.forms import find
from vnnews.review.coverage import Known, uncovered

OMISSION = Rule("C006", "clause-missing", "warning", "A clause of the Vietnamese has no counterpart in the English.")
ADDITION = Rule("C007", "clause-added", "warning", "A clause of the English has no counterpart in the Vietnamese.")
SHORT = Rule("C010", "too-short", "warning", "The English is far shorter than the Vietnamese.")
DIRECTION = Rule("C011", "direction-changed", "warning", "An increase is said as a decrease, or the other way round.")

_SHORTEST = 0.33
_LEAST_SYLLABLES = 12
_OMITTED, _ADDED = 7.7, 10.5
"""Evidence from which a stretch counts as left out, or as added: one in 600 right pairs has as much."""
_HEADLINE = 3.0
"""How much more it takes in a headline or caption, whose English is shortened as a rule."""
_SENTENCE_END = (".", "!", "?", ";", ":", '"', "”", ")")


def clauses(paragraph: Paragraph) -> Iterator[Finding]:
    """What most likely has no counterpart on the other side of the paragraph."""
    if not paragraph.bilingual:
        return
    more = 0.0 if paragraph.source.rstrip().endswith(_SENTENCE_END) else _HEADLINE
    texts = (paragraph.source, paragraph.source_words, paragraph.english)
    least = (_OMITTED + more, _ADDED + more)
    omitted, added = uncovered(*texts, least=least)
    if (omitted and omitted.evidence > _OMITTED + more) or (added and added.evidence > _ADDED + more):
        omitted, added = uncovered(*texts, _known(paragraph), least)
    if omitted and omitted.evidence > _OMITTED + more:
        pair, span = paragraph.place(omitted[:2], "source")
        yield OMISSION.at(pair.id, "this seems to be left out", side="source", span=span)
    if added and added.evidence > _ADDED + more:
        pair, span = paragraph.place(added[:2], "target")
        yield ADDITION.at(pair.id, "nothing in the Vietnamese seems to say this", span=span)


def _known(paragraph: Paragraph) -> Known:
    """What the terms, bodies and posts of the source tell: those that stand in the English, and their English stems."""
    spans = []
    said: list[str] = []
    lower = paragraph.lower
    at = 0
    for pair in paragraph.pairs:
        for item in pair.items:
            if item.kind in ("term", "institution", "title"):
                forms = accepted(item, pair.style)[:4]
                said.extend(forms)
                if find(forms, lower):
                    spans.append((at + item.span[0], at + item.span[1]))
        at += len(pair.source or "") + 1
    return Known(spans, lexicon.stems(" ".join(said)))


_UP_VI = re.compile(r"\b(?:tăng(?! cường)|nâng(?! cấp)|cao hơn|(?:dâng|lên) (?:cao|nhanh|mạnh))\b", re.I)
_DOWN_VI = re.compile(r"\b(?:giảm|thấp hơn|sụt(?! lún)|tụt)\b", re.I)
_ALSO_UP_VI = re.compile(r"\b(?:vượt|phát triển|trồng|nuôi|huy động|thêm|đội)\b", re.I)
_ALSO_DOWN_VI = re.compile(r"\b(?:hạ|xuống|rút|cắt|tiết kiệm|thu hẹp|bớt|rơi|đốn|ngã|rụng)\b", re.I)
"""Words of a rise or fall among others: they explain English that seems to say the contrary."""
_TURNS_VI = ("tăng", "nâng", "cao hơn", "dâng ", "lên ", "giảm", "thấp hơn", "sụt", "tụt")
"""What `_UP_VI` and `_DOWN_VI` find: looking for it first is faster."""
_UP_EN = re.compile(
    r"\b(?:increas\w*|ris(?:e|es|en|ing)|rose|grew|grow|growing|grown|growth|"
    r"higher(?!(?: |-)(?:levels?|education|school|secondary|authorit))|rais\w*|surg\w*|climb\w*|gain\w*|exceed\w*)\b",
    re.I,
)
_DOWN_EN = re.compile(
    r"\b(?:decreas\w*|declin\w*|fell|fall(?:s|ing|en)?|drop\w*|eas(?:e|es|ed|ing)\b|lower\w*|reduc\w*|cut\w*|shr[aiu]nk\w*)\b",
    re.I,
)


def direction(paragraph: Paragraph) -> Iterator[Finding]:
    """Where the Vietnamese tells only of a rise and the English only of a fall, or the other way round."""
    if not paragraph.bilingual:
        return
    source = paragraph.source
    if not any(word in paragraph.lower_source for word in _TURNS_VI):
        return
    up, down = _UP_VI.search(source), _DOWN_VI.search(source)
    if bool(up) == bool(down) or (_ALSO_DOWN_VI if up else _ALSO_UP_VI).search(source):
        return
    wrong, right = (_DOWN_EN, _UP_EN) if up else (_UP_EN, _DOWN_EN)
    if right.search(paragraph.english):
        return
    for pair in paragraph.pairs:
        found = wrong.search(pair.target)
        if found:
            said = (up or down or found)[0]
            yield DIRECTION.at(pair.id, f"{said} is said as {found[0]!r}", span=found.span())
            return


def length(paragraph: Paragraph) -> Iterator[Finding]:
    """English that is far too short for its Vietnamese (English words a Vietnamese syllable: 0.7 on the average)."""
    if not paragraph.bilingual:
        return
    syllables = sum(len((p.source or "").split()) for p in paragraph.pairs)
    if syllables >= _LEAST_SYLLABLES and len(paragraph.english.split()) < _SHORTEST * syllables:
        last = paragraph.pairs[-1]
        yield SHORT.at(last.id, "the English is far shorter than the Vietnamese", span=(0, len(last.target)))


EXAMPLES = (
    Example(
        "C006",
        "Ông Hà kêu gọi bảo vệ môi trường, chăm sóc sức khỏe người cao tuổi và phát triển du lịch.",
        "Mr. Ha called for environmental protection.",
        "Mr. Ha called for protecting the environment, caring for the health of the elderly and developing tourism.",
    ),
    Example(
        "C007",
        "Xã đã trồng 200 cây xanh.",
        "The commune planted 200 trees, and many tourists visited the exhibition.",
        "The commune planted 200 trees.",
    ),
    Example(
        "C011",
        "Số vụ tai nạn giảm 12%.",
        "The number of accidents rose by 12 percent.",
        "The number of accidents fell by 12 percent.",
    ),
    Example(
        "C010",
        "Hội nghị đã nghe báo cáo kết quả thực hiện nhiệm vụ năm qua và thảo luận phương hướng năm tới.",
        "The conference was held.",
        "The conference heard a report on the past year's performance and discussed next year's tasks.",
    ),
)

FAMILY = Family(
    (OMISSION, ADDITION, SHORT, DIRECTION),
    paragraph=(clauses, direction, length),
    examples=EXAMPLES,
)
