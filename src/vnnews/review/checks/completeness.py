"""C: what is left over from the Vietnamese or from protection, and what an engine cut or repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from vnnews.finding import Finding, Rule, Severity
from vnnews.glossary.glossary import Glossary
from vnnews.review import lexicon
from vnnews.review.checks.base import Example, Family, Pair
from vnnews.vietnamese.normalise import fold, strip_marks
from vnnews.vietnamese.tokens import words

VIETNAMESE = Rule("C001", "vietnamese-left", "error", "Vietnamese words stand in the English.", needs_source=False)
SIGN = Rule(
    "C002", "sign-left", "error", "A brace or placeholder of the machine stands in the English.", needs_source=False
)
ABBREVIATION = Rule(
    "C003", "abbreviation-left", "error", "A Vietnamese abbreviation stands in the English.", needs_source=False
)
EMPTY = Rule("C004", "untranslated", "error", "The sentence has no English.")
REPEATED = Rule("C005", "repeated", "warning", "The same words come twice.", needs_source=False)
CUT = Rule("C012", "cut-off", "warning", "The English breaks off in the middle of the sentence.")
BRACKETS = Rule(
    "C013", "unbalanced", "warning", "A bracket or quotation mark is opened and not closed.", needs_source=False
)

_MARKED = re.compile(
    r"[^\W\d_]*[ăắằẳẵặâấầẩẫậđêếềểễệôốồổỗộơớờởỡợưứừửữựạảẹẻẽịỉĩọỏụủũỵỷỹỳ][^\W\d_]*(?:\s+[^\W\d_]*[\u0110\u0111\u1ea0-\u1ef9"
    r"ăâêôơư][^\W\d_]*)*",
    re.IGNORECASE,
)
_ACCENTED = re.compile(r"[^\W\d_]*[àáãèéìíòóõùúýĩũ][^\W\d_]*", re.IGNORECASE)
_SIGNS = re.compile(
    r"[{}⟦⟧⟪⟫]|\[\s*X\s*\d+\s*X\s*\]|\b(?:__?[A-Z]+_?\d+__?|XX\d+XX|ZX\d+)\b|&(?:amp|nbsp|quot|lt|gt|#\d+);"
    r"|</?[a-z]{1,6}\d*(?:\s[^<>]*)?/?>|\bPLACEHOLDER\w*"
)
_ABBREVIATIONS = words(
    "UBND HĐND HDND UBMTTQ MTTQ TTHC CNTT TT&TT CCHC VHTT VHTT&DL BCH BTV BTC QLNN GD&ĐT GDĐT KH&CN KHCN LĐTB&XH "
    "LĐTBXH TN&MT TNMT NN&PTNT KH&ĐT BHXH BHYT TTĐT CTTĐT PCCC ATTT CSDL DVCTT CBCC CBCCVC ĐBQH QPAN ANTT TTATGT "
    "XDCB THCS THPT NTM HTX DN DVC TTHCC KTXH XHCN"
)
_SIGNS_HOLD = (*"{}⟦⟧⟪⟫[_&<", "XX", "ZX", "PLACEHOLDER")
"""Any match of `_SIGNS` holds one of these: looking for them first is faster."""
_TOKEN = re.compile(r"[A-ZĐ](?:[A-ZĐ]*(?:&[A-ZĐ]+)+|[A-ZĐ]+)")
_TWICE_FINE = frozenset({"had", "that", "ba", "so", "very", "step", "o", "by", "for", "in", "on"})
_BETWEEN = frozenset({"to", "by", "after"})
"""House to house to ..., one by one by ...: said twice on purpose."""
_AGAIN_AND_AGAIN = frozenset({"again", "over", "more", "less", "on", "round", "through", "time"})
"""Over and over and ...: as well."""
_LONGEST_STRETCH = 12
_WORD = re.compile(r"\w[\w'-]*")
_RUN = 10
"""Words that may not come twice in one text unless the Vietnamese repeats itself too."""


def left_over(pair: Pair) -> Iterator[Finding]:
    """Vietnamese letters, signs and abbreviations in the English; document codes may hold abbreviations."""
    if pair.source and pair.source == pair.target and len(pair.source.split()) > 3:
        yield EMPTY.at(pair.id, "the English is the Vietnamese", span=(0, len(pair.target)))
        return
    if not pair.target.isascii():
        yield from _letters(pair)
    for m in _SIGNS.finditer(pair.target) if any(sign in pair.target for sign in _SIGNS_HOLD) else ():
        if m[0] not in (pair.source or ""):
            yield SIGN.at(pair.id, f"{m[0]!r} is a sign of the machine", span=m.span())
    yield from _abbreviations(pair)
    if pair.source:
        yield from _bare_words(pair)


def _letters(pair: Pair) -> Iterator[Finding]:
    taken = []
    for m in _MARKED.finditer(pair.target):
        if not pair.in_code(*m.span()):
            taken.append(m.span())
            yield VIETNAMESE.at(pair.id, f"{m[0]!r} is Vietnamese", span=m.span())
    for m in _ACCENTED.finditer(pair.target):
        known = fold(m[0]) in lexicon.load().english or m[0].lower() in (pair.source or "").lower().split()
        if known and not any(a <= m.start() < b for a, b in taken) and not pair.in_code(*m.span()):
            yield VIETNAMESE.at(pair.id, f"{m[0]!r} is Vietnamese", span=m.span())


def _abbreviations(pair: Pair) -> Iterator[Finding]:
    known = _vietnamese_abbreviations(pair.context.glossary) if pair.source else _ABBREVIATIONS
    for m in _TOKEN.finditer(pair.target):
        mine = m[0] in _ABBREVIATIONS or (m[0] in known and m[0] in _TOKEN.findall(pair.source or ""))
        if mine and not pair.in_code(*m.span()) and _is_word(pair.target, *m.span()):
            sure: Severity = "error" if m[0] in _ABBREVIATIONS else "warning"
            yield ABBREVIATION.at(pair.id, f"{m[0]!r} is a Vietnamese abbreviation", span=m.span(), severity=sure)


def _is_word(text: str, start: int, end: int) -> bool:
    after = text[end:].removeprefix("s")
    return not (start and text[start - 1].isalnum()) and not after[:1].isalnum()


@lru_cache(maxsize=4)
def _vietnamese_abbreviations(glossary: Glossary) -> frozenset[str]:
    """Abbreviations of the term base that English does not keep."""
    terms = glossary.terms
    english = {t.abbr_en for t in terms if t.abbr_en}
    english |= {a for t in terms for form in (t.en, *t.alternatives) for a in _TOKEN.findall(form)}
    return frozenset(a for t in terms for a in t.abbr_vi if len(a) > 3 and _TOKEN.fullmatch(a) and a not in english)


def _bare_words(pair: Pair) -> Iterator[Finding]:
    """Two words in small letters that are a Vietnamese word without its marks, one that English has a word for."""
    if len(pair.plain_source.intersection(_LOW.findall(pair.target))) < 2:
        return
    written = (pair.source or "").lower()
    plain = strip_marks(written)
    for run in _SMALL_WORDS.finditer(pair.target):
        said = list(_LOW.finditer(run[0]))
        for first, second in pairwise(said):
            two = f"{first[0]} {second[0]}"
            at = plain.find(two)
            if at >= 0 and two not in written and _has_english(written[at : at + len(two)], first[0], second[0]):
                span = (run.start() + first.start(), run.start() + second.end())
                yield VIETNAMESE.at(pair.id, f"{two!r} is Vietnamese", span=span, severity="warning")
                return


def _has_english(word: str, first: str, second: str) -> bool:
    """Whether a Vietnamese word has an English one, and its two syllables without marks are none.

    English calls many a dish, dress and art by its Vietnamese name: banh chung, ao dai.
    """
    meant = lexicon.load().english.get(fold(word), frozenset())
    kept = lexicon.stem(first) in meant or lexicon.stem(second) in meant
    return bool(meant) and not kept and not _is_english(first) and not _is_english(second)


_LOW = re.compile("[a-z]+")
_SMALL_WORDS = re.compile(r"\b[a-z]{2,7}(?: [a-z]{2,7})+\b")


@lru_cache(maxsize=10_000)
def _is_english(word: str) -> bool:
    """Whether a word is the likeliest English of some Vietnamese word other than itself without its marks.

    Syllables of names are said in English as they are, so that a text may well have them: phong, trao.
    """
    table, root = lexicon.load(), lexicon.stem(word)
    meant = (vi for vi in table.vietnamese.get(root, ()) if root not in strip_marks(vi).split())
    return word in lexicon.FUNCTION_WORDS or any(table.likeliest[vi][0] == root for vi in meant)


def repeated(pair: Pair) -> Iterator[Finding]:
    """Words that come twice in a row, and long runs of words that come again."""
    low = _WORD.findall(pair.lower)
    if len(set(low)) == len(low):
        return
    found = _twice(low, pair.target) or _again(low)
    if found and not _repeats(pair.source):
        said = list(_WORD.finditer(pair.target))
        first, after = found
        span = (said[first].start(), said[after - 1].end())
        yield REPEATED.at(pair.id, f"{pair.target[slice(*span)]!r} comes twice", span=span)


def _twice(low: Sequence[str], text: str) -> tuple[int, int] | None:
    """The second of two equal stretches in a row, as [first word, word after the last) of the words `low`."""
    before: dict[str, list[int]] = {}
    for i, word in enumerate(low):
        for at in reversed(before.setdefault(word, [])):
            n = i - at
            if n > _LONGEST_STRETCH or i + n > len(low):
                break
            if low[i - 1] != low[i + n - 1] or low[at:i] != low[i : i + n]:
                continue
            speaks = any(w.isalpha() and w not in _TWICE_FINE for w in low[at:i])
            if speaks and (n > 1 or _stammered(text, i)) and not (n == 2 and _is_meant(*low[at:i])):
                return i, i + n
        before[word].append(i)
    return None


def _is_meant(word: str, joint: str) -> bool:
    """Whether a word may come again and again with that joint between."""
    return joint in _BETWEEN or (joint == "and" and word in _AGAIN_AND_AGAIN)


def _stammered(text: str, i: int) -> bool:
    """Whether word `i` follows its equal with only a space between; names such as Lo Lo may."""
    said = list(_WORD.finditer(text))
    return text[said[i - 1].end() : said[i].start()] == " " and said[i][0].islower()


def _again(low: Sequence[str]) -> tuple[int, int] | None:
    """A run of words that came before somewhere."""
    if len(low) - len(set(low)) < _RUN:
        return None
    seen: dict[tuple[str, ...], int] = {}
    for i in range(len(low) - _RUN + 1):
        if seen.setdefault(tuple(low[i : i + _RUN]), i) <= i - _RUN:
            return i, i + _RUN
    return None


def _repeats(source: str | None) -> bool:
    """Whether the Vietnamese says the same five words twice, or up to four words twice in a row."""
    said = [word.strip(",;:") for word in (source or "").lower().split()]
    runs = [tuple(said[i : i + 5]) for i in range(len(said) - 4)]
    twice = (said[i : i + n] == said[i + n : i + 2 * n] for n in range(1, 5) for i in range(len(said) - 2 * n + 1))
    return len(runs) != len(set(runs)) or any(twice)


_ENDS = (".", "!", "?", "…", ":", ";", '"', "'", "”", "’", ")", "]")
_FUNCTION_END = re.compile(r"\b(?:the|a|an|of|and|to|in|for|with|by|from|on|at|that|which|or|as)$")
_LONGEST_END = 5
"""Letters of the longest of these words: only the end of the text need be looked at."""


def cut_off(pair: Pair) -> Iterator[Finding]:
    """English that ends without the mark that the Vietnamese ends with, or on a word that cannot end a sentence."""
    source, target = (pair.source or "").rstrip(), pair.target.rstrip()
    if not source or not target:
        return
    ends = source.endswith((".", "!", "?", "…")) and not source.endswith(("TP.", "v.v."))
    last = max(0, len(target) - _LONGEST_END)
    if (ends and not target.endswith(_ENDS) and len(target.split()) > 3) or _FUNCTION_END.search(target, last):
        start = len(target) - len(target.split()[-1])
        yield CUT.at(pair.id, "the sentence breaks off", span=(start, len(target)))


def balance(pair: Pair) -> Iterator[Finding]:
    """Brackets and double quotation marks that do not come in pairs, where those of the Vietnamese do."""
    for opening, closing in (("(", ")"), ("[", "]"), ("“", "”")):
        target, source = pair.target, pair.source or ""
        if target.count(opening) != target.count(closing) and source.count(opening) == source.count(closing):
            if opening == "(" and re.search(r"(?:^|\s)\w\)", target):
                continue
            yield BRACKETS.at(
                pair.id, f"{opening} and {closing} do not come in pairs", span=_first(pair.target, opening + closing)
            )
    if pair.target.count('"') % 2 and (pair.source is None or len(re.findall('["“”]', pair.source)) % 2 == 0):
        yield BRACKETS.at(pair.id, "a quotation mark has no partner", span=_first(pair.target, '"'))


def _first(text: str, signs: str) -> tuple[int, int]:
    at = min((i for i in map(text.find, signs) if i >= 0), default=0)
    return at, at + 1


EXAMPLES = (
    Example(
        "C001", None, "The conference was held by Sở Y tế.", "The conference was held by the Department of Health."
    ),
    Example("C002", None, "Mr. {1} spoke at the conference.", "Mr. Tran Van An spoke at the conference."),
    Example("C003", None, "The UBND of the district met.", "The District People's Committee met."),
    Example(
        "C004", "Hội nghị diễn ra sáng nay.", "Hội nghị diễn ra sáng nay.", "The conference took place this morning."
    ),
    Example("C005", None, "The conference the conference was held.", "The conference was held."),
    Example(
        "C012",
        "Hội nghị diễn ra sáng nay tại huyện.",
        "The conference took place this morning in the",
        "The conference took place this morning in the district.",
    ),
    Example("C013", None, "The program (2021-2025 was approved.", "The program (2021-2025) was approved."),
)

FAMILY = Family(
    (VIETNAMESE, SIGN, ABBREVIATION, EMPTY, REPEATED, CUT, BRACKETS),
    pair=(left_over, repeated, cut_off, balance),
    examples=EXAMPLES,
)
