"""C: denials that only one side has: counted over the paragraph, and looked for where the denied word stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from vnnews.finding import Finding, Rule
from vnnews.review import lexicon
from vnnews.review.checks.base import Example, Family, Paragraph
from vnnews.vietnamese.tokens import words

LOST = Rule("C008", "negation-lost", "warning", "The Vietnamese denies something, the English does not.")
GAINED = Rule("C009", "negation-gained", "warning", "The English denies something, the Vietnamese does not.")

_NOT_VI = re.compile(
    r"\b(?:không|chưa|chẳng|đừng|chớ)\b(?! (?:gian|khí|quân|ngừng|chỉ|những|dây|ít|kém|lưu|tưởng|thể không|khỏi|tiền|"
    r"đâu|vụ|phận|quá|chuyên trách|đáng kể|chính thức|thể thiếu|hạn|chuyên|mặn mà|thống nhất|trung|nhỏ|đồng|"
    r"gì bằng|bằng|người lái|thua|phải là không|kể|riêng|biết bao|đều|giấy|rừng|chính quy|lực|tránh khỏi|mấy|từng thấy|"
    r"gì ngoài))",
    re.I,
)
_MAY_DENY = re.compile(
    r"[KkCcĐđNnWw](?:(?<=[Kk])hông|(?<=[Cc])h(?:ưa|ẳng|ớ)|(?<=[Đđ])ừng|(?<=[Nn])(?:ot?|ever|one)\b|(?<=n)'t"
    r"|(?<=[Ww])ithout)"
)
"""không, chưa, chẳng, đừng, chớ, no, not, never, none, n't, without: with one set of first letters it is faster."""
_ABOUT = re.compile(r" đầy\b| (?:đến|tới|được|đạt) (?:\d|một|hai|ba|nửa)", re.I)
"""After chưa: less than."""
_HARDLY = re.compile(r"(?: (?:được|có|phải|còn|học|biết|thật|quá)){0,3} (?:nhiều|lắm|mấy|rõ)\b", re.I)
"""A denial of much or of clearness: English says little, few, vague."""
_NEGATIVE_VI = re.compile(
    r"\b(?:vô|phi|bất|miễn|thiếu|hết|trừ|cấm|tránh|khó|dừng|ngừng|ngưng|thôi|mất|bỏ|xóa|từ chối|ngăn|hủy|chấm dứt|"
    r"nào|đâu|"
    r"khỏi|vắng|suông|rỗng|mù|hoãn|gián đoạn|lẫn|ngoài|trái|kém|ít|hụt|tuyệt|quên|đói|vãn|trắng|thất|lỡ|hiếm|"
    r"hạn chế|nghỉ|đỡ|giấu|sao|mới|chậm nhất|tín chấp|ròng rã)\b",
    re.I,
)
_HEAVENLY = re.compile(
    r"\b(?:hàng|phòng|trên|đối|trung|tầm|khoảng|hư|bỏ|đường|cấp|cho|biếu|tặng|phát|tay) không\b", re.I
)
_ANY_NOT = re.compile(r"\b(?:chưa|chẳng|đừng|chớ|không(?! (?:gian|khí|quân|lưu|trung|lực)))\b", re.I)
_QUESTION = re.compile(r"\bcó\b[^,;.]*\bkhông[?”\"]|\bhay không\b|\bhay chưa\b|\bđược không\b|\?", re.I)
_WHETHER_VI = re.compile(r"\b(?:có\b.*\bkhông|(?:xem|hỏi)\b[^.]*\bkhông(?=[;,.]))\b", re.I)
_WHETHER_EN = re.compile(r"\b(?:whether|ask(?:s|ed)?)\b", re.I)
_NOT_EN = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|cannot|without|neither|nor|nowhere|yet to|nos|zero|nil)\b|n't\b|\bno-\w+|"
    r"\bnon-?\w+",
    re.I,
)
_NEGATIVE_EN = re.compile(
    r"\bun(?!der|til|it|i[oqf]|iv|less|cle)[a-z]{3,}|\b(?:in(?:complet|accura|evitab|adequat|suffic|valid|correct|"
    r"effect|appropr|convenien|visib|accessib|eligib|capab|access|different|experience|abilit|dispens|consist|"
    r"compat|depend|formal|divis|decis)|il(?:legal|legitim)|ir(?:regular|respons|relevan)|im(?:pass|possib|perfect|"
    r"proper)|dis(?:satisf|agre|contin|connect|qualif|regard|abl))\w*|\w+(?:less|-free)\b|\b(?:free of|refrain\w*|"
    r"exclud\w*|reluctan\w*|misunder\w+|fall\w* short|fell short|fail\w*|lack\w*|refus\w*|prohibit\w*|ban(?:s|ned)?|"
    r"avoid\w*|prevent\w*|rather than|instead of|except|beyond|hardly|barely|rarely|seldom|far from|out of (?:reach|"
    r"stock|date|service|work|school)|short of|shortage\w*|stop\w*|ceas\w*|absen\w*|forbid\w*|forbad\w*|den(?:y|ied|"
    r"ies)|ke(?:pt|ep\w*) [^.]{1,80}? from|missing|miss(?:es|ed)|halt\w*|unless|waiv\w*|reject\w*|exempt\w*|"
    r"away from|too \w+[^.]{0,60}? to|zero|underus\w*|rule\w* out|withh\w*|any longer|maimed|empty|vacan\w*|"
    r"abandon\w*|skip\w*|ignor\w*|spar(?:e|es|ed|ing)|let alone|regardless|deaf|(?:warn|caution|advis|"
    r"guard)\w*(?: \w+){0,2} against|illitera\w+|mis(?:report|us|inform|plac|le?a?d|stat)\w*|outside|an end to|"
    r"otherwise|gone|ke(?:pt|ep\w*)\b[^.]{0,60}? (?:out|off)|"
    r"barred|vain|idle|negligib\w+|modest|little|gaps?|lose|lost|differ\w*|unhappy|blind|bypass\w*|forgo\w*|forg[eo]t\w*|"
    r"declin(?:e|es|ed|ing)|but for|too \w+ for)\b",
    re.I,
)
_UNFINISHED_EN = re.compile(
    r"\b(?:still|remain\w*|pending|before|until|below|only|await\w*|wait\w*|delay\w*|poor\w*|low|few|difficult\w*)\b",
    re.I,
)
"""What English says for chưa: not yet."""
_OR_BEFORE = re.compile(r"\b(?:or|nor)(?: \w+){0,2} $", re.I)
_LISTING = re.compile(r"\b(?:or|nor|any|neither)\b", re.I)
_NOT = (
    r"\b(?:not(?! only| just| even| least| all| merely| to mention| counting| yet| quite| nearly)|never(?!-)|cannot)\b"
    r"|n't\b"
)
_CLEAR_NOT = re.compile(
    _NOT + r"|"
    r"\bno (?!\d|less|previous|prior|matter|doubt|more than|later than|time|sooner)(?=[a-z])",
    re.I,
)
_PLAIN_NOT = re.compile(_NOT, re.I)
"""What counts where the Vietnamese denies too: its one không may be said by many a no."""

_WEAK = re.compile(
    r"(?:out of|exempt|too|los[et]|differ|prevent|miss|gap|beyond|empty|modest|idle|illegal|stop|avoid|unless|absen)"
    r"|\w+less$",
    re.I,
)
"""Negative words that as often deny nothing: they do where the denied word stands near."""
_ANY_VI = re.compile(
    r"\b(?:không|chưa|chẳng|đừng|chớ|chỉ|cho đến|vẫn|còn|chậm|trượt|trước khi|thay vì|chứ|dở|khác|gì|ngoại trừ)\b|"
    + _NEGATIVE_VI.pattern,
    re.I,
)
"""What may stand in Vietnamese where English says not."""
_NEAR_VI = re.compile(
    _ANY_VI.pattern.replace("|còn|", "|")
    .replace("|mới|", "|mới(?= (?:được|có|chỉ|đạt))|")
    .replace("phi|", "phi(?! vật)|"),
    re.I,
)
"""What denies the word beside it: còn denies another one, mới is "new" after a noun."""
_NOT_UNTIL = re.compile(r"[^.;:!?]* (?:until|before)\b")
_ONLY_THEN = re.compile(r"\bmới\b", re.I)
"""Not until is đến ... mới."""
_HALF_NOT_YET = re.compile(r"\b(?:have|has|had|is|are|was|were|can|could) yet (?!to\b)\w+", re.I)
"""Not yet without its not."""
_MARK_VI = re.compile(r"[,;:.!?()\n]")
_MARK_EN = re.compile(r"[;:.!?()\n]|, (?:and|but|while)\b")
_CLAUSE_END = re.compile(
    r"[,;:.!?()\n]|\b(?:and|but|which|who|that|while|because|although|so|if|when|until|before|after)\b"
)
_LIGHT = words(
    "được phải bị có để cần nên là các những con xã trời của và đã sẽ đang này cho ra vào lại cũng người một hai ba "
    "bốn năm đến đi về làm nói dân ai từng lần việc tỉnh huyện nước đầu cây với"
)
"""Words that stand in too many places to tell where a denial belongs."""
_LIKELIEST = 3
_SCOPE = 4
"""Words after a denial that tell what it denies."""
_LEAST_SAID = 0.3
_BEFORE, _AFTER, _AFTER_EN = 8, 4, 12
"""Words between a denial and what it denies, at most."""


def negation(paragraph: Paragraph) -> Iterator[Finding]:
    """A denial that only one side has."""
    if not paragraph.bilingual:
        return
    source, english = paragraph.source, paragraph.english
    if not _MAY_DENY.search(source) and not _MAY_DENY.search(english):
        return
    denials = [m for m in _NOT_VI.finditer(source) if not _HEAVENLY.search(source, max(0, m.start() - 7), m.end())]
    told = [m for m in denials if not _ABOUT.match(source, m.end()) and not _HARDLY.match(source, m.end())]
    refusals = list(_CLEAR_NOT.finditer(english))
    if told and not _asked(source, english):
        lost = _lost(paragraph, told) if _denies(english, told) else _literal(paragraph, told)
        if lost:
            pair, span = paragraph.place(lost.span(), "source")
            yield LOST.at(pair.id, f"{lost[0]!r} is not said", side="source", span=span)
            return
    gained = _gained(paragraph, len(refusals) > len(denials)) if refusals else None
    counted = _PLAIN_NOT.findall(english) if denials else refusals
    if gained is None and len(counted) > len(_ANY_NOT.findall(source)) + len(_NEGATIVE_VI.findall(source)):
        gained = refusals[-1]
    if gained:
        pair, span = paragraph.place(gained.span(), "target")
        yield GAINED.at(pair.id, "the English denies what the Vietnamese does not", span=span)


def may_be_denied(source: str) -> bool:
    """Whether the Vietnamese has any word that English may say with a denial."""
    return _ANY_VI.search(source) is not None


def _asked(source: str, english: str) -> bool:
    """Whether không is that of a question, direct or indirect."""
    indirect = _WHETHER_VI.search(source) and _WHETHER_EN.search(english)
    return bool(indirect or _QUESTION.search(source))


def _denies(english: str, denials: Sequence[re.Match[str]]) -> bool:
    """Whether the English denies as often as the Vietnamese, or lists what it denies with "or" and "any"."""
    times = len(_NOT_EN.findall(english))
    if times >= len(denials):
        return True
    times += len(_NEGATIVE_EN.findall(english))
    times += min(len(_UNFINISHED_EN.findall(english)), sum(m[0].lower() == "chưa" for m in denials))
    return times >= len(denials) or (times > 0 and (len(denials) > 3 or _LISTING.search(english) is not None))


def _literal(paragraph: Paragraph, denials: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """The first denial of which a denied word is said: where none is, the English may say it in other words."""
    table = lexicon.load()
    for denial in denials:
        end = _next(_MARK_VI, paragraph.source, denial.end())
        scope = [w for a, b, w in paragraph.source_words if denial.end() <= a and b <= end and w not in _LIGHT]
        if not scope or any(not table.english[word].isdisjoint(paragraph.stems) for word in scope[:_SCOPE]):
            return denial
    return None


def _lost(paragraph: Paragraph, denials: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """A denial whose denied word is said where nothing denies, in English that clearly denies less often."""
    source, english = paragraph.source, paragraph.english
    if _HALF_NOT_YET.search(english) and any(m[0].lower() == "chưa" for m in denials):
        return denials[0]
    strong = len(_NOT_EN.findall(english))
    if strong >= len(denials):
        return None
    strong += sum(not _WEAK.match(m[0]) for m in _NEGATIVE_EN.finditer(english))
    if strong >= len(denials):
        return None
    table = lexicon.load()
    said = lexicon.placed_stems(english)
    denied = [m.start() for p in (_NOT_EN, _NEGATIVE_EN, _UNFINISHED_EN) for m in p.finditer(english)]
    for denial in denials:
        end = _next(_MARK_VI, source, denial.end())
        scope = [w for a, b, w in paragraph.source_words if denial.end() <= a and b <= end and _tells(w, table)][:2]
        for word in scope:
            there = [(a, b) for a, b, root in said if root in table.likeliest[word][:_LIKELIEST]]
            if there:
                if not any(_near(english, p, denied, _MARK_EN, _AFTER_EN) or _listed(english, p) for p in there):
                    return denial
                break
    return None


def _listed(english: str, place: tuple[int, int]) -> bool:
    """Whether a word stands after "or" in a sentence that denies before it."""
    sentence = english[: place[0]].rsplit(". ", 1)[-1]
    denied = _NOT_EN.search(sentence) or _NEGATIVE_EN.search(sentence)
    return denied is not None and _OR_BEFORE.search(sentence) is not None


def _gained(paragraph: Paragraph, more: bool) -> re.Match[str] | None:
    """A "not" whose word the Vietnamese says where nothing denies.

    Only the likeliest word of the very next one counts unless the English denies `more` often.
    """
    ranks, reach = (_LIKELIEST, 3) if more else (1, 1)
    source, english = paragraph.source, paragraph.english
    table = lexicon.load()
    denied = [m.start() for m in _NEAR_VI.finditer(source)]
    said = [(a, b, w) for a, b, w in paragraph.source_words if _tells(w, table)]
    for refusal in _PLAIN_NOT.finditer(english):
        if _NOT_UNTIL.match(english, refusal.end()) and _ONLY_THEN.search(source):
            continue
        end = _next(_CLAUSE_END, english, refusal.end())
        scope = [root for _, _, root in lexicon.placed_stems(english[refusal.end() : end])][:reach]
        for root in scope:
            there = [(a, b) for a, b, w in said if root in table.likeliest[w][:ranks]]
            if there:
                if not any(_near(source, place, denied, _MARK_VI, _AFTER) for place in there):
                    return refusal
                break
    return None


def _tells(word: str, table: lexicon.Lexicon) -> bool:
    return word not in _LIGHT and table.said[word] >= _LEAST_SAID


def _next(mark: re.Pattern[str], text: str, start: int) -> int:
    found = mark.search(text, start)
    return found.start() if found else len(text)


def _near(text: str, place: tuple[int, int], denied: Iterable[int], mark: re.Pattern[str], after: int) -> bool:
    """Whether a denial stands before the place in its clause, in it, or soon after it."""
    begin = max((m.end() for m in mark.finditer(text, 0, place[0])), default=0)
    end = _next(mark, text, place[1])
    return any(
        (begin <= at <= place[0] and len(text[at : place[0]].split()) <= _BEFORE)
        or (place[1] <= at < end and len(text[place[1] : at].split()) <= after)
        for at in denied
    )


EXAMPLES = (
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
        "C009",
        "Vì thiếu nước, xã đã hỗ trợ các hộ dân xây bể chứa.",
        "Because of a water shortage, the commune did not support households in building tanks.",
        "Because of a water shortage, the commune supported households in building tanks.",
    ),
)

FAMILY = Family((LOST, GAINED), paragraph=(negation,), examples=EXAMPLES)
