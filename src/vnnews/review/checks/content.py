"""C: what was left out, added or turned round, judged by the words that have no counterpart on the other side.

The lexicon says which English words stand for a Vietnamese word. A clause of which hardly any word has a counterpart
in the whole paragraph of the other side was left out, or added. Names and figures are other checks' business.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from vnnews.english import accepted
from vnnews.finding import Finding, Rule
from vnnews.review import lexicon
from vnnews.review.checks.base import Example, Family, Pair, Paragraph

OMISSION = Rule("C006", "clause-missing", "warning", "A clause of the Vietnamese has no counterpart in the English.")
ADDITION = Rule("C007", "clause-added", "warning", "A clause of the English has no counterpart in the Vietnamese.")
NEGATION_LOST = Rule("C008", "negation-lost", "warning", "The Vietnamese denies something, the English does not.")
NEGATION_GAINED = Rule("C009", "negation-gained", "warning", "The English denies something, the Vietnamese does not.")
SHORT = Rule("C010", "too-short", "warning", "The English is far shorter than the Vietnamese.")
DIRECTION = Rule("C011", "direction-changed", "warning", "An increase is said as a decrease, or the other way round.")

_CLAUSE_VI = re.compile(r"[^,;:.!?()\n]+")
_CLAUSE_EN = re.compile(
    r"(?:[^,;:.!?()\n]|(?<=\d)[,.](?=\d)|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Ms|Dr|No|St))\.|(?<=\bProf)\.)+"
)
_LEAST_WORDS = 3
_SAID = 0.3
"""At most this share of a clause's words may have a counterpart if it counts as left out or added."""
_SHORTEST = 0.33
_LEAST_SYLLABLES = 12


def omissions(paragraph: Paragraph) -> Iterator[Finding]:
    """Clauses of the Vietnamese of which nothing is said."""
    if not paragraph.bilingual:
        return
    table = lexicon.load()
    said = paragraph.stems | frozenset(re.findall(r"[a-z]+", paragraph.english.lower()))
    syllables, words_said = _lengths(paragraph)
    for pair in paragraph.pairs:
        for clause in _CLAUSE_VI.finditer(pair.source or ""):
            if len(clause[0]) < 15 or not _fits_better(syllables, words_said, len(clause[0].split()), 0):
                continue
            inside = (w for a, b, w in pair.source_words if clause.start() <= a and b <= clause.end())
            known = [word for word in inside if len(table.english[word]) < _VAGUE]
            hits = sum(bool(table.english[word] & said) for word in known)
            if len(known) >= _LEAST_WORDS and hits <= _SAID * len(known):
                start = clause.start() + len(clause[0]) - len(clause[0].lstrip())
                yield OMISSION.at(
                    pair.id, "this clause seems to be left out", side="source", span=(start, clause.end())
                )


_VAGUE = 12
"""A word that has so many English stems says nothing about what the English must hold."""


def additions(paragraph: Paragraph) -> Iterator[Finding]:
    """Clauses of the English that nothing in the Vietnamese says."""
    if not paragraph.bilingual:
        return
    meant: set[str] = set()
    for pair in paragraph.pairs:
        for _, _, word in pair.source_words:
            meant.add(word)
            meant.update(word.split())
    lengths = _lengths(paragraph)
    for pair in paragraph.pairs:
        for clause in _CLAUSE_EN.finditer(pair.target):
            words = len(clause[0].split())
            if words >= _LEAST_WORDS and _fits_better(*lengths, 0, words) and _is_added(pair, clause, meant, paragraph):
                start = clause.start() + len(clause[0]) - len(clause[0].lstrip())
                yield ADDITION.at(pair.id, "nothing in the Vietnamese seems to say this", span=(start, clause.end()))


_USUAL = 0.70
"""English words to a Vietnamese syllable, in the middle of the reference pairs."""


def _lengths(paragraph: Paragraph) -> tuple[int, int]:
    """Syllables of the Vietnamese, words of the English."""
    return sum(len((p.source or "").split()) for p in paragraph.pairs), len(paragraph.english.split())


def _fits_better(syllables: int, words: int, less_syllables: int, less_words: int) -> bool:
    """Whether the two sides without a clause are nearer to the usual proportion than with it."""
    if syllables <= less_syllables or words <= less_words:
        return True
    now = abs(math.log(words / syllables / _USUAL))
    return abs(math.log((words - less_words) / (syllables - less_syllables) / _USUAL)) < now


def _is_added(pair: Pair, clause: re.Match[str], meant: set[str], paragraph: Paragraph) -> bool:
    """Whether hardly a word of an English clause has a counterpart among the Vietnamese words `meant`."""
    table = lexicon.load()
    names = paragraph.plain_source
    words = [m[0] for m in lexicon.content_words(clause[0])]
    hits = sum(w.lower() in names for w in words)
    roots = [lexicon.stem(w) for w in words if w.lower() not in names]
    known = [root for root in roots if root in table.vietnamese]
    hits += sum(not table.vietnamese[root].isdisjoint(meant) for root in known)
    whole = _is_sentence(pair.target, clause)
    most = (_SAID if whole else 0) * len(words)
    if len(known) < (_LEAST_WORDS if whole else _LEAST_WORDS + 1) or hits > most:
        return False
    terms = frozenset().union(*(_term_stems(p) for p in paragraph.pairs))
    return hits + sum(root in terms for root in known) <= most


def _term_stems(pair: Pair) -> frozenset[str]:
    """The stems of what the terms, bodies and posts of the source are in English."""
    kinds = ("term", "institution", "title")
    forms = (form for item in pair.items if item.kind in kinds for form in accepted(item, pair.style)[:4])
    return lexicon.stems(" ".join(forms))


def _is_sentence(text: str, clause: re.Match[str]) -> bool:
    """Whether the clause is a whole sentence of several: an added sentence may share words by chance."""
    before, after = text[: clause.start()].rstrip(), text[clause.end() : clause.end() + 1]
    return before[-1:] in (".", "!", "?") and after in ("", ".", "!", "?")


_NOT_VI = re.compile(
    r"\b(?:không|chưa|chẳng|đừng|chớ)\b(?! (?:gian|khí|quân|ngừng|chỉ|những|dây|ít|kém|lưu|tưởng|thể không|khỏi|tiền|"
    r"đâu|vụ|phận|quá|chuyên trách|đáng kể|chính thức|thể thiếu|hạn|chuyên|mặn mà|thống nhất|trung|nhỏ|đồng|"
    r"gì bằng|thua|phải là không|kể|riêng|biết bao|đều|giấy|rừng|chính quy|lực))",
    re.I,
)
_NEGATIVE_VI = re.compile(
    r"\b(?:vô|phi|bất|miễn|thiếu|hết|trừ|cấm|tránh|khó|dừng|ngừng|ngưng|thôi|mất|bỏ|xóa|từ chối|ngăn|hủy|chấm dứt|"
    r"nào|đâu|"
    r"khỏi|vắng|suông|rỗng|mù|hoãn|gián đoạn|lẫn|ngoài|trái|kém|ít|hụt|tuyệt|quên|đói|vãn|trắng|thất|lỡ|hiếm|"
    r"hạn chế|nghỉ|đỡ|giấu|sao|mới|chậm nhất|tín chấp|ròng rã)\b",
    re.I,
)
_QUESTION = re.compile(r"\bcó\b.*\bkhông\b|\bhay không\b|\bhay chưa\b|\bđược không\b|\?", re.I)
_NOT_EN = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|cannot|without|neither|nor|nowhere|yet|zero|nil)\b|n't\b|\bno-\w+|"
    r"\bnon-?\w+",
    re.I,
)
_NEGATIVE_EN = re.compile(
    r"\bun(?!der|til|it|i[oqf]|iv|less)[a-z]{4,}|\b(?:in(?:complet|adequat|suffic|valid|correct|effect|appropr|"
    r"convenien|visib|"
    r"accessib|eligib|capab|access|different|experience|abilit|dispens|consist|compat|depend|formal|divis|decis)|"
    r"il(?:legal|legitim)|ir(?:regular|respons|relevan)|"
    r"im(?:pass|possib|perfect|proper)|dis(?:agre|contin|connect|qualif|regard|abl))\w*|\w+(?:less|-free)\b|"
    r"\b(?:free of|fail\w*|lack\w*|refus\w*|prohibit\w*|ban(?:s|ned)?|avoid\w*|prevent\w*|rather than|instead of|"
    r"except|beyond|"
    r"hardly|barely|rarely|seldom|far from|out of|short of|shortage\w*|stop\w*|ceas\w*|absen\w*|forbid\w*|forbad\w*|"
    r"den(?:y|ied|ies)|missing|miss(?:es|ed)|halt\w*|unless|little|less|fewer|waiv\w*|reject\w*|exempt\w*|"
    r"away from|too|zero|"
    r"rule\w* out|withh\w*|any longer|maimed|empty|vacan\w*|abandon\w*|skip\w*|ignor\w*|spar(?:e|es|ed|ing)|let alone|"
    r"regardless|deaf|below|under|against|barred|vain|idle|negligib\w+|modest|until|gaps?|lose|lost|differ\w*|"
    r"unhappy)\b",
    re.I,
)
_UNFINISHED_EN = re.compile(
    r"\b(?:still|remain\w*|pending|before|only|await\w*|wait\w*|delay\w*|poor\w*|low|few|difficult\w*)\b", re.I
)
"""What English says for chưa: not yet."""


def negation(paragraph: Paragraph) -> Iterator[Finding]:
    """A denial that only one side has."""
    if not paragraph.bilingual:
        return
    source = _HEAVENLY.sub(" ", " ".join(p.source or "" for p in paragraph.pairs))
    denials = _NOT_VI.findall(source)
    denied = (_PLAIN_NOT if denials else _CLEAR_NOT).findall(paragraph.english)
    if denials and not _QUESTION.search(source) and not _denies(paragraph.english, denials):
        pair = next((p for p in paragraph.pairs if _NOT_VI.search(p.source or "")), paragraph.pairs[0])
        found = _NOT_VI.search(pair.source or "")
        span = found.span() if found else (0, 0)
        yield NEGATION_LOST.at(pair.id, f"{denials[0]!r} is not said", side="source", span=span)
    elif len(denied) > len(denials) + len(_NEGATIVE_VI.findall(source)):
        pair = next((p for p in reversed(paragraph.pairs) if _CLEAR_NOT.search(p.target)), paragraph.pairs[-1])
        last = list(_CLEAR_NOT.finditer(pair.target))[-1]
        yield NEGATION_GAINED.at(pair.id, "the English denies more often than the Vietnamese", span=last.span())


def _denies(english: str, denials: Sequence[str]) -> bool:
    """Whether the English denies as often as the Vietnamese, or lists what it denies with "or" and "any"."""
    times = len(_NOT_EN.findall(english)) + len(_NEGATIVE_EN.findall(english))
    if all(word.lower() == "chưa" for word in denials):
        times += len(_UNFINISHED_EN.findall(english))
    return times >= len(denials) or (times > 0 and (len(denials) > 3 or _LISTING.search(english) is not None))


_LISTING = re.compile(r"\b(?:or|nor|any|neither)\b", re.I)
_CLEAR_NOT = re.compile(
    r"\b(?:not(?! only| just| least| all| merely| to mention| counting| yet)|never(?!-)|cannot)\b|n't\b|"
    r"\bno (?!\d|less|matter|doubt|more than|later than|time)(?=[a-z])|\bwithout\b|\bnone\b",
    re.I,
)
_PLAIN_NOT = re.compile(
    r"\b(?:not(?! only| just| least| all| merely| to mention| counting| yet)|never(?!-)|cannot)\b|n't\b", re.I
)
"""What counts where the Vietnamese denies too: its one không may be said by many a no."""
_HEAVENLY = re.compile(r"\b(?:hàng|phòng|trên|đối|trung|tầm|khoảng|hư|bỏ) không\b", re.I)


_UP_VI = re.compile(r"\btăng\b|\bnâng\b|\bcao hơn\b|\bvượt\b", re.I)
_DOWN_VI = re.compile(r"\bgiảm\b|\bhạ\b|\bthấp hơn\b|\bsụt\b|\brút\b|\bcắt\b|\btiết kiệm\b", re.I)
_UP_EN = re.compile(
    r"\b(?:increas\w*|ris(?:e|es|en|ing)|rose|grew|grow\w*|higher|rais\w*|surg\w*|climb\w*|gain\w*|exceed\w*)\b",
    re.I,
)
_DOWN_EN = re.compile(
    r"\b(?:decreas\w*|declin\w*|fell|fall(?:s|ing|en)?|drop\w*|lower\w*|reduc\w*|cut\w*|shr[aiu]nk\w*)\b", re.I
)


def direction(paragraph: Paragraph) -> Iterator[Finding]:
    """Where the Vietnamese tells only of a rise and the English only of a fall, or the other way round."""
    if not paragraph.bilingual:
        return
    source = " ".join(p.source or "" for p in paragraph.pairs)
    up, down = _UP_VI.search(source), _DOWN_VI.search(source)
    if bool(up) == bool(down):
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
        "C008",
        "Người dân không phải nộp lệ phí.",
        "Residents have to pay the fee.",
        "Residents do not have to pay the fee.",
    ),
    Example(
        "C009", "Người dân phải nộp lệ phí.", "Residents do not have to pay the fee.", "Residents have to pay the fee."
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
    (OMISSION, ADDITION, NEGATION_LOST, NEGATION_GAINED, SHORT, DIRECTION),
    paragraph=(omissions, additions, negation, direction, length),
    examples=EXAMPLES,
)
