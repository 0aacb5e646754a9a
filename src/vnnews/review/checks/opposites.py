"""C: words said as their opposites: import as export, agreed as disagreed, banned as allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vnnews.finding import Finding, Rule
from vnnews.review import lexicon
from vnnews.review.checks.base import Example, Family, Paragraph
from vnnews.review.checks.negation import GAINED, LOST, may_be_denied

OPPOSITE = Rule("C014", "opposite", "warning", "A word is said as its opposite: import as export, widen as narrow.")


class _Side(NamedTuple):
    """A word with the English that says it, and more English that may; `words` are its words in small letters."""

    words: tuple[str, ...]
    vi: re.Pattern[str]
    en: re.Pattern[str]
    near: re.Pattern[str]


def _side(vi: str, en: str, near: str) -> _Side:
    """`en` and `near` are beginnings of words between spaces."""
    said = en.replace(" ", "|")
    wider = f"{said}|{near.replace(' ', '|')}"
    return _Side(
        tuple(vi.split("|")),
        re.compile(rf"(?<!không )(?<!chưa )\b(?:{vi})\b", re.I),
        re.compile(rf"\b(?:{said})", re.I),
        re.compile(rf"\b(?:{wider})", re.I),
    )


_OPPOSITES = (
    (
        _side(
            "mở rộng",
            "expan widen broad enlarg",
            "exten open larg spread more scal upgrad increas divers grow",
        ),
        _side("thu hẹp", "narrow shrink shrank shrunk", "reduc clos bridg short cut less small lower"),
    ),
    (
        _side("xuất khẩu", "export", "abroad overseas ship foreign trade sell sold market send sent labor"),
        _side("nhập khẩu", r"import(?!an)", "foreign trade buy bought abroad enter"),
    ),
    (
        _side(
            "đồng ý|tán thành|nhất trí|đồng thuận|ủng hộ",
            "agree support approv",
            "back consen unanim donat endors favor assist accept contribut permi allow united help gave giv aid relief "
            "shar nod commit pass accord vot rais willing yes sid grant",
        ),
        _side(
            "phản đối|bác bỏ",
            r"disagree oppos(?!it) object(?:ed|s)?\b reject",
            "protest against dismiss refus overrul den",
        ),
    ),
    (
        _side(
            "cao nhất",
            "highest",
            "top most best largest record biggest maxim peak greatest tallest supreme leading first senior",
        ),
        _side("thấp nhất", "lowest", "least bottom minim worst smallest last poorest"),
    ),
    (
        _side("lớn nhất", "largest biggest greatest", "most highest top major great main leading chief"),
        _side("nhỏ nhất", "smallest", "least tiniest minim lowest young"),
    ),
    (
        _side("đầu tiên", "first", "initial open earliest pioneer origin maiden inaugural begin start one new"),
        _side(
            "cuối cùng",
            r"last(?!ed|ing)(?!\s(?:year|month|week|time))",
            "final end latest ultimate eventual clos finish conclu",
        ),
    ),
    (
        _side(
            "thành công",
            "success",
            "accompl achiev complet well smooth fruit effective manag win won great able secur triumph work attain "
            "make made do",
        ),
        _side("thất bại", r"fail(?:ure|ed|s)?\b", "unsuccess lose lost defeat collapse"),
    ),
    (
        _side(
            "khai mạc",
            "open inaugurat kick",
            "start began begin held launch welcom begun commenc take took underway first",
        ),
        _side("bế mạc", r"clos(?:e|ed|es|ing)\b conclu", "end final wrap award finish"),
    ),
    (
        _side("thừa nhận", "admit acknowledg recogni conced confess", "accept own say said"),
        _side("phủ nhận", "deny denie", "reject refut disput negat"),
    ),
)


def opposites(paragraph: Paragraph) -> Iterator[Finding]:
    """A word whose English stands nowhere while that of its opposite does, which the Vietnamese does not have."""
    if not paragraph.bilingual:
        return
    source, english = paragraph.source, paragraph.english
    for meant, other in (pair for one, two in _OPPOSITES for pair in ((one, two), (two, one))):
        if not any(word in paragraph.lower_source for word in meant.words):
            continue
        said = meant.vi.search(source)
        if not said or other.vi.search(source) or meant.near.search(english):
            continue
        for pair in paragraph.pairs:
            wrong = other.en.search(pair.target)
            if wrong:
                yield OPPOSITE.at(pair.id, f"{said[0]} is said as {wrong[0]!r}", span=wrong.span())
                return


_PREFIXED = re.compile(r"[UIDuid](?<!\w.)(?:(?<=[UIui])[Nn]|(?<=[Ii])[LMRlmr]|(?<=[Dd])[Ii][Ss])([A-Za-z]{4,})\b")
"""Words in un-, in-, im-, ir-, il-, dis-: looked for by first letter, which is faster."""
_NO_PREFIX = ("indoor", "intake", "inland", "input", "income", "inside", "invigilat", "insight", "display", "district")
"""Words that only seem to begin with a denial."""
_FAILED = re.compile(r"\b(?:unable|fail(?:s|ed|ing)? to|refus(?:e|es|ed|ing) to|declin(?:es|ed) to)\b", re.I)
_FAIL = frozenset(
    {"unable", "fail", "fails", "failed", "failing", "refuse", "refuses", "refused", "refusing", "declines", "declined"}
)
"""The first words of `_FAILED`."""
_ALSO_NEGATIVE_VI = re.compile(
    r"\b(?:trái phép|sai|lậu|giả|hỏng|yếu|xấu|rác|bẩn|rời|tách|phạt|hủy|gỡ|tháo|khám phá|phát hiện|giảm|bừa|nghèo|"
    r"tự do|độc lập|gián tiếp|vi phạm|đột|bấp bênh|lệch|chênh|rối|loạn|thay|đổi|lộ|hở)\b",
    re.I,
)
"""Vietnamese words without a denial that English says with one in its prefix (sai: incorrect)."""
_BANNED_VI = re.compile(r"(?<!lệnh )(?<!\w)(?:(?:[Nn]ghiêm )?cấm|^Cấm)(?! (?:vận|địa|kỵ|thành))\b", re.M)
_BANNED_EN = re.compile(
    r"\bban|prohibit|forbid|forbad|\bnot?\b|off[- ]limits|restrict|illegal|stop|block|clos|outlaw|bar(?:red|s)\b|n't|"
    r"without|never|embargo|taboo",
    re.I,
)


def denied_words(paragraph: Paragraph) -> Iterator[Finding]:
    """A word with a denying prefix whose plain form the Vietnamese has, and a ban that is none in English."""
    if not paragraph.bilingual:
        return
    banned = _BANNED_VI.search(paragraph.source) if "cấm" in paragraph.lower_source else None
    if banned and not _BANNED_EN.search(paragraph.english):
        pair, span = paragraph.place(banned.span(), "source")
        yield LOST.at(pair.id, f"{banned[0]!r} is not said", side="source", span=span)
    found = _denied_word(paragraph)
    if found:
        pair, span = paragraph.place(found.span(), "target")
        yield GAINED.at(pair.id, "the English denies what the Vietnamese does not", span=span)


def _denied_word(paragraph: Paragraph) -> re.Match[str] | None:
    words = [m for m in _PREFIXED.finditer(paragraph.english) if not m[0].lower().startswith(_NO_PREFIX)]
    failed = None if _FAIL.isdisjoint(paragraph.words) else _FAILED.search(paragraph.english)
    if not words and not failed:
        return None
    found = failed or _denied_though_meant(paragraph, words)
    if found is None or may_be_denied(paragraph.source) or _ALSO_NEGATIVE_VI.search(paragraph.source):
        return None
    return found


def _denied_though_meant(paragraph: Paragraph, words: Iterable[re.Match[str]]) -> re.Match[str] | None:
    """The first of the words whose plain form the Vietnamese means, and not the word itself."""
    table = lexicon.load()
    meant = {root for _, _, word in paragraph.source_words for root in table.english[word]}
    plain = (m for m in words if lexicon.stem(m[0]) not in meant and lexicon.stem(m[1]) in meant)
    return next(plain, None)


EXAMPLES = (
    Example(
        "C014",
        "Huyện mở rộng vùng trồng lúa.",
        "The district is narrowing its rice area.",
        "The district is expanding its rice area.",
    ),
    Example("C014", "Kim ngạch xuất khẩu tăng.", "Import turnover rose.", "Export turnover rose."),
    Example(
        "C008",
        "Cấm xe tải trên 5 tấn qua cầu.",
        "Trucks over 5 tons may cross the bridge.",
        "Trucks over 5 tons are banned from the bridge.",
    ),
    Example(
        "C009",
        "Nhà máy đủ điều kiện vận hành.",
        "The factory is ineligible to operate.",
        "The factory is eligible to operate.",
    ),
)

FAMILY = Family((OPPOSITE,), paragraph=(opposites, denied_words), examples=EXAMPLES)
