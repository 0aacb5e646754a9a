"""C: denials that only one side has: counted over the paragraph, and looked for where the denied word stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from vnnews.finding import Finding, Rule
from vnnews.review import lexicon
from vnnews.review.checks.base import Example, Family, Paragraph
from vnnews.vietnamese.tokens import words

LOST = Rule("C008", "negation-lost", "warning", "The Vietnamese denies something, the English does not.")
GAINED = Rule("C009", "negation-gained", "warning", "The English denies something, the Vietnamese does not.")

_NOT_VI = re.compile(
    r"\b(?:không|chưa|chẳng|đừng|chớ|khỏi(?= phải\b))\b(?! (?:gian|khí|quân|ngừng|chỉ|những|dây|ít|kém|lưu|tưởng|cánh|"
    r"bị (?:ách|gián|đứt|ùn|ngắt)|"
    r"thể không|khỏi|tiền|đâu|vụ|phận|quá|chuyên trách|đáng kể|chính thức|thể thiếu|hạn(?! chế)|chuyên|mặn mà|"
    r"thống nhất(?! được)|trung|nhỏ|đồng(?! (?:ý|tình|thuận|bộ))|gì bằng|bằng|người lái|thua|phải là không|kể|riêng|"
    r"biết bao|đều|giấy|rừng|chính quy|lực|tránh khỏi|mấy|từng thấy|(?:có )?gì ngoài|hoàn lại|yên\b(?! tâm)|"
    r"thiếu (?:một|gì)|thành niên))",
    re.I,
)
_MAY_DENY = re.compile(
    r"[KkCcĐđNnWw](?:(?<=[Kk])h(?:ông|ỏi phải)|(?<=[Cc])h(?:ưa|ẳng|ớ)|(?<=[Đđ])ừng|(?<=[Nn])(?:ot?|ever|one)\b|(?<=n)'t"
    r"|(?<=[Ww])ithout)"
)
"""không, chưa, chẳng, đừng, chớ, no, not, never, none, n't, without: with one set of first letters it is faster."""
_ABOUT = re.compile(r" đầy\b| đủ (?:\d|một|hai|ba|mười|tuổi)| (?:đến|tới|được|đạt) (?:\d|(?:một|hai|ba|nửa)\b)", re.I)
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
    r"\b(?:hàng|phòng|trên|(?<!tuyệt )đối|trung|tầm|khoảng|hư|bỏ|đường|cấp|cho|biếu|tặng|phát|tay|chân|trống|"
    r"khi có khi) không\b",
    re.I,
)
_ANY_NOT = re.compile(r"\b(?:chưa|chẳng|hổng|chả|nỏ|đừng|chớ|không(?! (?:gian|khí|quân|lưu|trung|lực)))\b", re.I)
_QUESTION = re.compile(
    r"\bđã\b[^.;]*\bchưa(?=[”\"?,.]|$)|\bcó\b[^,;.]*\bkhông[?”\"]|\bhay không\b|\bhay chưa\b|\bđược không\b|\?", re.I
)
_WHETHER_VI = re.compile(r"\b(?:có\b.*\bkhông|(?:xem|hỏi)\b[^.]*\bkhông(?=[;,.]))\b", re.I)
_WHETHER_EN = re.compile(r"\b(?:whether|ask(?:s|ed)?)\b", re.I)
_NOT_EN = re.compile(
    r"\b(?:not(?! only)|no(?!\.? ?\d)|never|none|nothing|hardly|barely|scarcely|rarely|seldom|nobody|cannot|without|"
    r"neither|nor|nowhere|yet to|nos|zero|nil)\b|n't\b|\bno-\w+|\b(?-i:non(?!e\b|etheless|g)[a-z-]+)",
    re.I,
)
_NEGATIVE_EN = re.compile(
    r"\bun(?!der|til|it|i[oqf]|iv|less|cle)[a-z]{3,}|\b(?:in(?:complet|accura|evitab|adequat|suffic|valid|correct|"
    r"effect|appropr|convenien|visib|accessib|eligib|capab|access|different|experience|abilit|dispens|consist|compat|"
    r"depend|formal|divis|decis)|il(?:legal|legitim)|ir(?:regular|respons|relevan)|im(?:pass|possib|perfect|proper)|"
    r"dis(?:satisf|agre|contin|connect|qualif|regard|abl|us))\w*|\w+(?:less|-free)\b|\b(?:free of|refrain\w*|"
    r"exclud\w*|reluctan\w*|misunder\w+|fall\w* short|fell short|fail\w*|lack\w*|refus\w*|prohibit\w*|ban(?:s|ned)?|"
    r"avoid(?!abl)\w*|prevent\w*|rather than|instead of|except|beyond|or else|void|acquit\w*|h[oe]ld off|far from|"
    r"out of (?:reach|stock|date|service|work|school)|short of|shortage\w*|stop\w*|ceas\w*|absen\w*|forbid\w*|"
    r"forbad\w*|den(?:y|ied|ies)|ke(?:pt|ep\w*) (?:[^.]{1,80}? )?from|missing|miss(?:es|ed)|halt\w*|unless|waiv\w*|"
    r"reject\w*|exempt\w*|away from|too \w+[^.]{0,60}? to|zero|underus\w*|rule\w* out|withh\w*|any longer|maimed|"
    r"empty|vacan\w*|abandon\w*|skip\w*|ignor\w*|spar(?:e|es|ed|ing)|let alone|regardless|deaf|(?:warn|caution|advis|"
    r"guard)\w*(?: \w+){0,2} against|illitera\w+|mis(?:report|us|inform|plac|le?a?d|stat)\w*|outside|an end to|"
    r"otherwise|gone|what(?:so)?ever|whether|violat\w*|substandard|rather [^.]{1,60}? than|ending|ke(?:pt|"
    r"ep\w*)\b[^.]{0,60}? (?:out|off)|bar(?:red|ring|s)|bar [^.]{1,60}? from|against|loose(?:ly)?|vain|idle|"
    r"negligib\w+|modest|little|gaps?|lose|lost|differ\w*|unhappy|blind|bypass\w*|forgo\w*|forg[eo]t\w*|declin(?:e|es|"
    r"ed|ing)|but for|intoleran\w*|escap\w*|stranger?s?|wrong\w*|quit|free|alone|lax|less|opposed?|other than|"
    r"too \w+ for)\b",
    re.I,
)
_UNFINISHED_EN = re.compile(
    r"\b(?:new to|still(?! (?:ha|be|met?\b)|\w+ed\b)|remain\w*|pending|before|until|below|only|await\w*|wait\w*|"
    r"delay\w*|poor\w*|low|few|difficult\w*)\b",
    re.I,
)
"""What English says for chưa: not yet."""
_OR_BEFORE = re.compile(r"\b(?:or|nor) [^,]*$", re.I)
_LISTING = re.compile(r"\b(?:or|nor|any|neither)\b", re.I)
_NOT = (
    r"\b(?:not(?! only| just| even| least| all| merely| to mention| counting| yet| quite| nearly)|never(?!-)|cannot)\b"
    r"|n't\b(?! (?:you|we|they|s?he|it|I)[?!])"
)
_CLEAR_NOT = re.compile(
    _NOT + r"|"
    r"(?-i:\bno|(?<![a-z] )\bNo) (?!\d|less|previous|prior|matter|doubt|more than|later than|time|sooner|choice but|"
    r"[a-z]+ (?:is |are |was |were )?[a-z]+er than)(?=[a-z])",
    re.I,
)
_PLAIN_NOT = re.compile(_NOT, re.I)
"""What counts where the Vietnamese denies too: its one không may be said by many a no."""

_WEAK = re.compile(
    r"(?:out of|exempt|too|what|whether|against|less|alone|opposed?|other than|free|wrong|strange|escap|los[et]|"
    r"differ|prevent|miss|gap|beyond|empty|modest|idle|illegal|stop|avoid|unless|absen)|\w+less$",
    re.I,
)
"""Negative words that as often deny nothing: they do where the denied word stands near."""
_ANY_VI = re.compile(
    r"\b(?:không|chưa|chẳng|hổng|chả|nỏ|đừng|chớ|chỉ|cho đến|vẫn|còn|chậm|trượt|trước khi|thay vì|chứ|dở|khác|gì|"
    r"ngoại trừ)\b|" + _NEGATIVE_VI.pattern,
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
_UNTIL = "until"
_NOT_UNTIL_VI = re.compile(r"\b(?:phải (?:đến|tới)|mãi)\b[^.;]* mới\b", re.I)
_NOT_ONLY_VI = re.compile(r"\b(?:không|chẳng|đâu) (?:chỉ|những|riêng)\b", re.I)
_ONLY_EN = re.compile(r"\b(?:only|merely|just|simply)\b", re.I)
_MORE_EN = re.compile(
    r"\b(?:not|no|never|nor|neither|more than|far from|beyond|without|cannot|rather than|instead of)\b|n't\b", re.I
)
"""What makes "only" a "not only", in any words."""
_ONLY_SAID_EN = re.compile(
    r"\b(?:only|just|mere|simpl|sole|alone|limit|confin|exclusiv|pure|stop|but also|as well|even\b)", re.I
)
"""English for only, after a denial."""
_UNCOUNTED_VI = re.compile(r"\b(?:chưa|không) (?:kể|tính|bao gồm)\b", re.I)
_COUNTED_EN = re.compile(r"\b(?:including|counting)\b", re.I)
_UNCOUNTED_EN = re.compile(
    r"\b(?:not?|never|without|exclu\w+|besides?|aside|apart|addition\w*|on top|other than|alone|plus|except|beyond)\b|"
    r"n't\b",
    re.I,
)
_MARK_VI = re.compile(r"[,;:.!?()\n]")
_MARK_EN = re.compile(r"[;:.!?()\n]|, (?:and|but|while)\b")
_CLAUSE_END = re.compile(
    r"[,;:.!?()\n]|\b(?:and|but|which|who|that|while|because|although|so|if|when|until|before|after)\b"
)
_DENIAL_EN = re.compile(
    r"(?-i:\bno\b|\bNo(?= [a-z]))(?! longer)|\b(?:not(?! only)|never|nobody|nothing|none|neither)\b|n't\b", re.I
)
_CLAUSE_JOINT = re.compile(_CLAUSE_END.pattern + r"|[\"”]|\b(?:or|nor|where|whether|what|how|than)\b", re.I)
"""Where a clause ends, or another beginning makes two denials of it fine: no more than was not."""
_LIGHT = words(
    "được phải bị có để cần nên là các những con xã trời của và đã sẽ đang này cho ra vào lại cũng người một hai ba "
    "bốn năm đến đi về làm nói dân ai từng lần việc tỉnh huyện nước đầu cây với nổi xuể"
)
"""Words that stand in too many places to tell where a denial belongs."""
_DENYING = words("không chưa chẳng đừng chớ nếu")
"""Denials themselves, and the nếu of nếu không (unless)."""
_WHOLE = re.compile(r"(?!un|i[nmlr]|dis|non|mis(?!s))[a-z]+(?<!less)|(?:fall\w* |fell )?short(?: of)?", re.I)
"""Negative words that are no negative forms of others: other words than a denial may mean them (lack)."""
_ASIDE, _LEAST_ASIDE = 0.3, 40
"""How far from the place of a denial, as a part of the text and in letters, what says it may stand."""
_LIKELIEST = 3
_EXPLAINS = 2
"""How many English words of a Vietnamese one, likeliest first, are surely meant by it."""
_SCOPE = 4
"""Words after a denial that tell what it denies."""
_REACH = 3
"""Words after a denial that are looked for in the English, or the other way round."""
_LEAST_SAID = 0.3
_BEFORE, _AFTER, _AFTER_EN = 8, 4, 12
"""Words between a denial and what it denies, at most."""


def negation(paragraph: Paragraph) -> Iterator[Finding]:
    """A denial that only one side has."""
    if not paragraph.bilingual:
        return
    source, english = paragraph.source, paragraph.english
    until = _UNTIL in paragraph.lower and "mới" in source
    if not until and not _MAY_DENY.search(source) and not _MAY_DENY.search(english):
        return
    denials = [m for m in _NOT_VI.finditer(source) if not _HEAVENLY.search(source, max(0, m.start() - 12), m.end())]
    lost = (
        _more_than_only(paragraph)
        or _counted(paragraph)
        or _half_said(paragraph, denials)
        or _unsaid(paragraph, denials)
    )
    if lost:
        pair, span = paragraph.place(lost.span(), "source")
        yield LOST.at(pair.id, f"{lost[0]!r} is not said", side="source", span=span)
        return
    gained = _gained(paragraph, denials)
    if gained:
        pair, span = paragraph.place(gained.span(), "target")
        yield GAINED.at(pair.id, "the English denies what the Vietnamese does not", span=span)


def may_be_denied(source: str) -> bool:
    """Whether the Vietnamese has any word that English may say with a denial."""
    return _ANY_VI.search(source) is not None


def denies(english: str) -> bool:
    """Whether the English has any word that denies."""
    return _NOT_EN.search(english) is not None or _NEGATIVE_EN.search(english) is not None


def _asked(source: str, english: str) -> bool:
    """Whether không is that of a question, direct or indirect."""
    indirect = _WHETHER_VI.search(source) and _WHETHER_EN.search(english)
    return bool(indirect or _QUESTION.search(source))


def _more_than_only(paragraph: Paragraph) -> re.Match[str] | None:
    """The Vietnamese for "not only" where the English says "only"."""
    if not _ONLY_EN.search(paragraph.english) or _MORE_EN.search(paragraph.english):
        return None
    return _NOT_ONLY_VI.search(paragraph.source)


def _counted(paragraph: Paragraph) -> re.Match[str] | None:
    """The Vietnamese for "not counting" where the English counts: chưa kể said as including."""
    if not _COUNTED_EN.search(paragraph.english) or _UNCOUNTED_EN.search(paragraph.english):
        return None
    return _UNCOUNTED_VI.search(paragraph.source)


def _half_said(paragraph: Paragraph, denials: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """A "not yet" or a "not until" that the English says without its "not"."""
    english = paragraph.english
    if _HALF_NOT_YET.search(english):
        return next((m for m in denials if m[0].lower() == "chưa"), None)
    if _UNTIL in paragraph.lower and not _NOT_EN.search(english):
        return _NOT_UNTIL_VI.search(paragraph.source)
    return None


def _unsaid(paragraph: Paragraph, denials: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """A denial that no word of the English says, as far as can be told."""
    source, english = paragraph.source, paragraph.english
    told = [m for m in denials if not _ABOUT.match(source, m.end()) and not _HARDLY.match(source, m.end())]
    plain = [m.start() for m in _NOT_EN.finditer(english)] if told else []
    if len(plain) >= len(told) or _asked(source, english):
        return None
    negative = _negative(paragraph, told)
    if _denies(english, told, len(plain) + len(negative)):
        return _lost(paragraph, told, plain, negative)
    return _literal(paragraph, told)


def _negative(paragraph: Paragraph, denials: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """The negative words of the English that may say one of the denials.

    Not those that another word means (thiếu: a shortage), nor those that stand far from the place of each denial and
    from what it denies.
    """
    source, english = paragraph.source, paragraph.english
    found = list(_NEGATIVE_EN.finditer(english))
    if not found:
        return found
    table = lexicon.load()
    scopes = [(m.start(), _next(_MARK_VI, source, m.end())) for m in denials]
    meant: set[str] = set()
    denied: set[str] = set()
    for start, end, word in paragraph.source_words:
        inside = any(a <= start and end <= b for a, b in scopes)
        if inside and _tells(word, table):
            denied.update(table.likeliest[word][:_LIKELIEST])
        if word not in _LIGHT and word not in _DENYING:
            meant.update(table.likeliest[word][: 1 if inside and not _NEGATIVE_VI.match(word) else _EXPLAINS])
    rest = [m for m in found if not _WHOLE.fullmatch(m[0]) or meant.isdisjoint(lexicon.stems(m[0]))]
    shift = max(_ASIDE, _LEAST_ASIDE / len(english))
    at = [m.start() / len(source) for m in denials]
    far = {m for m in rest if all(abs(m.start() / len(english) - place) >= shift for place in at)}
    places = [(a, b) for a, b, root in lexicon.placed_stems(english) if root in denied] if far else []
    aside = {m for m in far if not any(_near(english, p, [m.start()], _MARK_EN, _AFTER_EN) for p in places)}
    return [m for m in rest if m not in aside]


def _denies(english: str, denials: Sequence[re.Match[str]], times: int) -> bool:
    """Whether English that denies so many times does so as often as the Vietnamese, or lists with "or" and "any"."""
    times += min(len(_UNFINISHED_EN.findall(english)), sum(m[0].lower() == "chưa" for m in denials))
    return times >= len(denials) or (times > 0 and (len(denials) > 3 or _LISTING.search(english) is not None))


def _literal(paragraph: Paragraph, denials: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """The first denial of which a denied word is said; the first of all where nothing in the English denies.

    English that has some negative word may say the others in other words.
    """
    if not any(p.search(paragraph.english) for p in (_NOT_EN, _NEGATIVE_EN, _UNFINISHED_EN)):
        return denials[0]
    table = lexicon.load()
    for denial in denials:
        end = _next(_MARK_VI, paragraph.source, denial.end())
        scope = [w for a, b, w in paragraph.source_words if denial.end() <= a and b <= end and w not in _LIGHT]
        if not scope or any(not table.english[word].isdisjoint(paragraph.stems) for word in scope[:_SCOPE]):
            return denial
    return None


def _lost(
    paragraph: Paragraph, denials: Sequence[re.Match[str]], plain: Sequence[int], negative: Sequence[re.Match[str]]
) -> re.Match[str] | None:
    """A denial whose denied word is said where nothing denies, in English that clearly denies less often.

    `plain` is where a no or not stands, `negative` are the words that may deny.

    A word that the Vietnamese has more often than the English says it may be said there of something else.
    """
    source, english = paragraph.source, paragraph.english
    if len(plain) + sum(not _WEAK.match(m[0]) for m in negative) >= len(denials):
        return None
    table = lexicon.load()
    said = lexicon.placed_stems(english)
    often = Counter(word for _, _, word in paragraph.source_words)
    denied = [*plain, *(m.start() for m in negative), *(m.start() for m in _UNFINISHED_EN.finditer(english))]
    for denial in denials:
        end = _next(_MARK_VI, source, denial.end())
        scope = [w for a, b, w in paragraph.source_words if denial.end() <= a and b <= end and _tells(w, table)]
        for word in scope[:_REACH]:
            there = [(a, b) for a, b, root in said if root in table.likeliest[word][:_LIKELIEST]]
            if len(there) >= often[word]:
                if not any(_near(english, p, denied, _MARK_EN, _AFTER_EN) or _listed(english, p) for p in there):
                    return denial
                break
    return None


def _listed(english: str, place: tuple[int, int]) -> bool:
    """Whether a word stands after "or" in a sentence that denies before it."""
    sentence = english[: place[0]].rsplit(". ", 1)[-1]
    denied = _NOT_EN.search(sentence) or _NEGATIVE_EN.search(sentence)
    return denied is not None and _OR_BEFORE.search(sentence) is not None


def _gained(paragraph: Paragraph, denials: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """A "not" of the English that the Vietnamese does not say: by its word, or by counting."""
    source, english = paragraph.source, paragraph.english
    refusals = list(_CLEAR_NOT.finditer(english))
    if not refusals:
        return None
    more = _NOT_ONLY_VI.search(source)
    if (
        more
        and not _ONLY_SAID_EN.search(english)
        and not may_be_denied(_NOT_ONLY_VI.sub("", source).replace("còn", ""))
    ):
        return refusals[0]
    counted = _PLAIN_NOT.findall(english) if denials else refusals
    least = len(_ANY_NOT.findall(source)) + _other_denials(paragraph)
    if len(counted) > least:
        return refusals[-1]
    return _undenied(paragraph, len(refusals) > len(denials)) or _doubled(paragraph)


def _doubled(paragraph: Paragraph) -> re.Match[str] | None:
    """The second of two denials in one clause of the English, of which the Vietnamese has one at most."""
    words_that_deny = list(_DENIAL_EN.finditer(paragraph.english))
    for first, second in pairwise(words_that_deny):
        if not _CLAUSE_JOINT.search(paragraph.english, first.end(), second.start()):
            return second if len(_ANY_NOT.findall(paragraph.source)) < 2 else None
    return None


def _other_denials(paragraph: Paragraph) -> int:
    """How many negative words of the Vietnamese may be said with a "not": those whose own English does not stand."""
    found = [m.span() for m in _NEGATIVE_VI.finditer(paragraph.source)]
    if not found:
        return 0
    table = lexicon.load()
    said = [(start, end) for start, end, word in paragraph.source_words if table.likeliest[word][0] in paragraph.stems]
    return sum(not any(a <= start and end <= b for a, b in said) for start, end in found)


def _undenied(paragraph: Paragraph, more: bool) -> re.Match[str] | None:
    """A "not" whose word the Vietnamese says where nothing denies.

    Only the likeliest word of the very next one counts unless the English denies `more` often.
    """
    ranks, reach = (_LIKELIEST, _REACH) if more else (1, 1)
    source, english = paragraph.source, paragraph.english
    table = lexicon.load()
    denied = [m.start() for m in _NEAR_VI.finditer(source)]
    meant = [(a, b, w) for a, b, w in paragraph.source_words if _tells(w, table)]
    often = Counter(root for _, _, root in lexicon.placed_stems(english))
    for refusal in _PLAIN_NOT.finditer(english):
        if _NOT_UNTIL.match(english, refusal.end()) and _ONLY_THEN.search(source):
            continue
        end = _next(_CLAUSE_END, english, refusal.end())
        scope = [root for _, _, root in lexicon.placed_stems(english[refusal.end() : end])]
        for root in scope[:reach]:
            there = [(a, b) for a, b, w in meant if root in table.likeliest[w][:ranks]]
            if len(there) >= often[root]:
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
