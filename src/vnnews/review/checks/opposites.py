"""C: words said as their opposites: import as export, agreed as disagreed, must as may, some as all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vnnews.finding import Finding, Rule
from vnnews.review import lexicon
from vnnews.review.checks.base import Example, Family, Paragraph
from vnnews.review.checks.negation import GAINED, LOST, denies, may_be_denied

OPPOSITE = Rule(
    "C014",
    "opposite",
    "warning",
    "A word is said as its opposite: import as export, must as may, some as all, what is to come as past.",
)


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


_MUST = r"must\b requir mandator compulsor shall\b ha(?:ve|s)\sto\b"
_MUST_ALSO = (
    r"ha(?:ve|s|d|ving)\sto\b need should oblig forc compel only no n't cannot is\sto\b are\sto\b to\sbe\b ought made "
    r"had never without who order ask impos demand subject will urg"
)
_MAY_ALSO = (
    "can could might able possib allow permit like capab enabl potential entitl free let right perhaps probab option "
    "would not never cannot"
)
"""English for duty and for leave; the first of each can mean nothing else."""
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
        _side("mở cửa", r"open", "welcom receiv unlock reopen access launch start free liberal door gate hour run"),
        _side("đóng cửa", r"clos(?:e[sd]?|ing|ure)\b shut", "lock seal end suspend cease stop"),
    ),
    (
        _side("khởi công", "ground commenc", "start began begin begun launch kick construct build work built lay laid"),
        _side("khánh thành", "inaugurat", "open complet finish put ribbon unveil new ceremony built"),
    ),
    (
        _side("bắt buộc|phải", _MUST, _MUST_ALSO),
        _side("có thể|được phép|được quyền", r"may\b(?!\s(?:well|have)\b)", _MAY_ALSO),
    ),
    (
        _side(
            "một số",
            r"some\b several certain",
            "number few many various select other part group sever certain two three these among those",
        ),
        _side(
            "tất cả|toàn bộ",
            r"all\b(?!\s(?:over|kinds|right)) every each\b",
            "whole entire full any both complet total throughout 100 none no across everything wholly",
        ),
    ),
    (
        _side("bổ nhiệm", "appoint", "assign name nominat reappoint install post promot made hold new position"),
        _side("miễn nhiệm|bãi nhiệm", "dismiss reliev remov", "releas ceas oust vote discharg recall"),
    ),
    (
        _side("khen thưởng", "commend reward", "prais honor award recogni merit incentiv emulat bonus prize"),
        _side("kỷ luật", "disciplin", "punish reprimand sanction warn penal expel"),
    ),
    (
        _side("gia hạn", "exten", "renew prolong longer more grace defer push postpone later"),
        _side("rút ngắn", "short", "cut reduc less down trim fast narrow clos save sav"),
    ),
    (
        _side("thượng nguồn|thượng lưu", "upstream", "upper head source above up"),
        _side("hạ nguồn|hạ lưu", "downstream", "lower below tail down"),
    ),
    (
        _side("bị cáo", "defendant accused", "they he she them him her mr ms charg convict"),
        _side("bị hại|nạn nhân", "victim", "injur plaintiff dead casualt people"),
    ),
    (
        _side("chủ đầu tư", "investor", "owner developer employer"),
        _side("nhà thầu", "contractor", "bidder builder construct"),
    ),
    (
        _side("công lập", "public", "state govern"),
        _side("tư thục|ngoài công lập|dân lập", "private", "non-public independent people"),
    ),
    (
        _side("trong nước", "domestic", "home local national country nationwide vietnam nation inside at\\shome"),
        _side("nước ngoài|ngoài nước", "foreign overseas abroad", "international expat outside global world export"),
    ),
    (
        _side(
            "bắt đầu",
            r"start(?!-?up) beg[aiu]n",
            "launch open commenc first initi embark kick set from since inaugurat as of",
        ),
        _side(
            "kết thúc", r"end(?:s|ed|ing)?\b conclu finish", "clos complet wrap final last over after until expir stop"
        ),
    ),
    (
        _side("thừa nhận", "admit acknowledg recogni conced confess", "accept own say said"),
        _side("phủ nhận", "deny denie", "reject refut disput negat"),
    ),
)


_SIGNS = tuple(
    (word, meant, other) for one, two in _OPPOSITES for meant, other in ((one, two), (two, one)) for word in meant.words
)
"""Each word with its own side and the other."""
_FUTURE_VI = re.compile(r"\bsẽ\b", re.I)
_FUTURE_EN = re.compile(
    r"\b(?:will|shall|would|going|to|must|should|could|can|may|once|if|when|whenever|plans?|expect\w*|schedul\w*|until|"
    r"next|upcoming|coming|future|set|propos\w*|is|are|be|let|due|has|have|before|wherever)\b|'(?:ll|s|re)\b|^[^.]*[^.]$",
    re.I,
)
"""English of what is to come, or always so, or no sentence (a headline)."""
_PAST_EN = re.compile(
    r"\b(?:[a-z]{2,}ed|was|were|had|did|held|took|gave|went|came|began|left|met|built|made|sent|brought|rose|fell|grew|"
    r"became|saw|won|paid|spent|told|said|got|ran|bought|sold|taught|found|kept|drew|wrote|spoke)\b"
)


def opposites(paragraph: Paragraph) -> Iterator[Finding]:
    """A word whose English stands nowhere while that of its opposite does, which the Vietnamese does not have."""
    if not paragraph.bilingual:
        return
    source, english, lower = paragraph.source, paragraph.english, paragraph.lower_source
    if "sẽ" in lower and not _FUTURE_EN.search(english) and _PAST_EN.search(english):
        coming = _FUTURE_VI.search(source)
        if coming:
            pair, span = paragraph.place(coming.span(), "source")
            yield OPPOSITE.at(pair.id, "what is to come (sẽ) is told as past", side="source", span=span)
    for word, meant, other in _SIGNS:
        if word not in lower:
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
_QUALITY = re.compile(
    r"(?:[ai]b(?:le|ly|ility)|[ae]n(?:t|tly|ce|cy)|al(?:ly|ity)?|ive(?:ly|ness)?|ous(?:ly)?|[aeiu]te(?:ly|ness)?|acy|"
    r"ct(?:ly|ion)?|id(?:ity)?|ic|ure|ity|per(?:ly)?|just(?:ice)?)$"
)
"""Endings of qualities: in- and im- deny nothing else (invalid, but not inland, improve, impaired)."""
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
_BANNED_VI = re.compile(r"(?<!lệnh )(?<!\w)(?:(?:[Nn]ghiêm )?cấm|^Cấm)(?! (?:vận|địa|kỵ|thành|tải))\b", re.M)
_DENIERS = tuple(
    (sign, re.compile(rf"(?<!không )(?<!chưa )\b{vi}\b", re.I), re.compile(rf"\b(?:{en})", re.I))
    for sign, vi, en in (
        (
            "thiếu",
            r"thiếu(?! (?:nhi|tá|tướng|úy|niên|nữ|sinh|sót|gì|một))",
            r"short|scarc|need|want|demand|owe|under|below|weak|poor|few|low|limit|rest\b|defici|requir|cut off|small|"
            r"incomplet|tight|thin|strain|gap|too|struggl",
        ),
        ("từ chối", "từ chối", "turn|shook|shak|push|oppos|den|declin"),
        (
            "ngừng",
            r"(?<!ngập )(?:tạm )?ngừng(?! (?:nghỉ|thở))",
            r"suspen|cut|clos|end|shut|interrupt|paus|arrest|ceas|discontinu|cancel|out\b|off\b|constant|continu|halt|"
            r"steadi|outage|quit|leav|left|break|broke",
        ),
        ("tạm dừng", "tạm dừng", "suspen|cut|clos|end|shut|interrupt|paus|discontinu|cancel|off|postpon|put|hold|held"),
        ("chấm dứt", "chấm dứt", "terminat|end|put|clos|cancel|cut|break|broke"),
        ("miễn", r"miễn(?! (?:nhiệm|dịch|là|sao|cưỡng))", "free|exempt|waiv|reduc|gratis|spar|provided|as long"),
        ("khó tránh", "khó tránh", "hard|difficult|inevitab|unavoid|bound|unlikely|likely|prone"),
    )
)
"""Vietnamese words that deny by themselves, each with a sign of it and English for it that does not look negative."""
_BANNED_EN = re.compile(
    r"\bban|prohibit|forbid|forbad|\bnot?\b|off[- ]limits|restrict|illegal|stop|block|clos|outlaw|bar(?:red|s)\b|n't|"
    r"without|never|embargo|taboo",
    re.I,
)


def denied_words(paragraph: Paragraph) -> Iterator[Finding]:
    """A word with a denying prefix whose plain form the Vietnamese has, and a ban that is none in English."""
    if not paragraph.bilingual:
        return
    lower = paragraph.lower_source
    for sign, vi, en in _DENIERS:
        if sign in lower and not en.search(paragraph.english) and not denies(paragraph.english):
            lost = vi.search(paragraph.source)
            if lost:
                pair, span = paragraph.place(lost.span(), "source")
                yield LOST.at(pair.id, f"{lost[0]!r} is not said", side="source", span=span)
                break
    banned = _BANNED_VI.search(paragraph.source) if "cấm" in lower else None
    if banned and not _BANNED_EN.search(paragraph.english):
        pair, span = paragraph.place(banned.span(), "source")
        yield LOST.at(pair.id, f"{banned[0]!r} is not said", side="source", span=span)
    found = _denied_word(paragraph)
    if found:
        pair, span = paragraph.place(found.span(), "target")
        yield GAINED.at(pair.id, "the English denies what the Vietnamese does not", span=span)


def _denied_word(paragraph: Paragraph) -> re.Match[str] | None:
    words = [m for m in _PREFIXED.finditer(paragraph.english) if _denies_its_rest(m[0].lower(), m[1].lower())]
    failed = None if _FAIL.isdisjoint(paragraph.words) else _FAILED.search(paragraph.english)
    if not words and not failed:
        return None
    found = failed or _denied_though_meant(paragraph, words)
    if found is None or may_be_denied(paragraph.source) or _ALSO_NEGATIVE_VI.search(paragraph.source):
        return None
    return found


def _denies_its_rest(word: str, rest: str) -> bool:
    """Whether the beginning of a word denies its rest: un- does, in- in a quality, dis- if the lexicon knows no better.

    The Vietnamese of display and of play have nothing in common.
    """
    if word[0] == "u":
        return True
    if word[0] == "i":
        return _QUALITY.search(word) is not None
    known = lexicon.load().vietnamese
    own = known.get(lexicon.stem(word), frozenset())
    return not own or not own.isdisjoint(known.get(lexicon.stem(rest), frozenset()))


def _denied_though_meant(paragraph: Paragraph, words: Iterable[re.Match[str]]) -> re.Match[str] | None:
    """The first of the words whose plain form a Vietnamese word means, where none means the word itself alone."""
    table = lexicon.load()
    meant = [table.english[word] for _, _, word in paragraph.source_words]
    for match in words:
        denied, plain = lexicon.stem(match[0]), lexicon.stem(match[1])
        if any(plain in roots for roots in meant) and all(plain in roots for roots in meant if denied in roots):
            return match
    return None


EXAMPLES = (
    Example(
        "C014",
        "Huyện mở rộng vùng trồng lúa.",
        "The district is narrowing its rice area.",
        "The district is expanding its rice area.",
    ),
    Example(
        "C014", "Hộ kinh doanh phải niêm yết giá.", "Shops may post their prices.", "Shops must post their prices."
    ),
    Example("C014", "Kim ngạch xuất khẩu tăng.", "Import turnover rose.", "Export turnover rose."),
    Example(
        "C008",
        "Cấm xe tải trên 5 tấn qua cầu.",
        "Trucks over 5 tons may cross the bridge.",
        "Trucks over 5 tons are banned from the bridge.",
    ),
    Example(
        "C008",
        "Hộ nghèo được miễn học phí.",
        "Poor households pay tuition.",
        "Poor households are exempt from tuition.",
    ),
    Example(
        "C009",
        "Nhà máy đủ điều kiện vận hành.",
        "The factory is ineligible to operate.",
        "The factory is eligible to operate.",
    ),
)

FAMILY = Family((OPPOSITE,), paragraph=(opposites, denied_words), examples=EXAMPLES)
