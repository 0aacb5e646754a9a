"""T: terms, bodies and posts said in an accepted form; forms that must not be used; ranks and levels kept."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from vnnews.english import accepted, render
from vnnews.finding import Finding, Rule, Severity
from vnnews.item import Item, Phrase, Place
from vnnews.review import lexicon
from vnnews.review.checks.base import Example, Family, Pair, Paragraph
from vnnews.review.checks.forms import find, share_said
from vnnews.review.checks.literal import said_as_sister, said_literally
from vnnews.review.checks.official_names import bodies_named
from vnnews.vietnamese.gazetteer import gazetteer
from vnnews.vietnamese.normalise import strip_marks

TERM = Rule("T001", "term-missing", "warning", "A term, body or post is not said in any English form.")
FORBIDDEN = Rule(
    "T002", "forbidden-form", "warning", "The English uses a form that the term base forbids for this term."
)
DIFFERENT = Rule("T003", "term-differs", "info", "A term is said in a form that the term base does not list.")
RANK = Rule("T004", "rank-changed", "warning", "A deputy is made a head, or a head a deputy.")
LEVEL = Rule("T005", "level-changed", "warning", "A body or place is put on another level of administration.")

_KINDS = {"term", "institution", "title"}
_LEAST_SYLLABLES = 3
"""Shorter terms (lễ hội, hội viên) are often left to the context."""
_MOSTLY = 0.6
"""From this share on the right words are said, in another order or with one of them missing."""
_ANYTHING = 0.01
_NEAR = 0.5
"""From this share of its content words on a term counts as said in other words."""


def compare(paragraph: Paragraph) -> Iterator[Finding]:
    """Terms, bodies and posts of each sentence, looked for in the English of its whole paragraph."""
    lower = paragraph.lower
    for pair in paragraph.pairs:
        for item in pair.items:
            if item.kind in _KINDS:
                yield from _item(pair, item, lower, paragraph.stems)


def _item(pair: Pair, item: Item, lower: str, said: frozenset[str]) -> Iterator[Finding]:
    value = item.value
    if isinstance(value, Phrase) and find((value.preferred, *value.accepted), lower):
        return  # mostly so: what follows also tries the other spellings of every form
    forms = accepted(item, pair.style)
    if not forms or find(forms, lower):
        return
    words = (pair.source or "")[slice(*item.span)]
    right = render(item, pair.style)
    forbidden = _forbidden(item, pair)
    if forbidden:
        wrong = pair.target[slice(*forbidden)]
        yield FORBIDDEN.at(pair.id, f"{words} is not {wrong!r} but {right!r}", span=forbidden, suggestion=right)
        return
    share = max(share_said(form, said) for form in forms)
    if share < 1:
        sure = _another_body(item, pair) or _another_term(item, pair, forms) or _literal(item, pair, forms, share, said)
        severity = "warning" if sure else _severity(item, words, share, said)
        rule = TERM if severity == "warning" else DIFFERENT
        yield rule.at(pair.id, f"{words} should be said as {right!r}", side="source", span=item.span)


def _literal(item: Item, pair: Pair, forms: Sequence[str], share: float, said: frozenset[str]) -> bool:
    """Whether little of the right English is said and the syllables of the term are translated one by one."""
    return share < (_MOSTLY if item.kind != "title" else _ANYTHING) and said_literally(item.span, pair, forms, said)


def _another_term(item: Item, pair: Pair, forms: Sequence[str]) -> bool:
    return item.kind == "term" and said_as_sister(item.span, pair, forms)


def _another_body(item: Item, pair: Pair) -> bool:
    """Whether the English has another body instead: one of the term base that no Item of the source can be."""
    if item.kind not in ("institution", "title"):
        return False
    mine = {form.lower() for other in pair.items for form in accepted(other, pair.style)}
    named = bodies_named(pair.context.glossary, pair.target)
    return any(not any(name in form for form in mine) for name in map(str.lower, named))


def _forbidden(item: Item, pair: Pair) -> tuple[int, int] | None:
    forms = item.value.forbidden if isinstance(item.value, Phrase) else ()
    return find(forms or (item.entry.forbidden if item.entry else ()), pair.lower)


def _severity(item: Item, words: str, share: float, said: frozenset[str]) -> Severity:
    """A warning where nothing of the term is said: neither half of its English nor what the lexicon knows for it."""
    unsure = item.entry is not None and item.entry.confidence == "low"
    if share >= _NEAR or unsure or len(words.split()) < _LEAST_SYLLABLES:
        return "info"
    table = lexicon.load()
    known = [table.english[word] for _, _, word in table.words(words)]
    return "info" if not known or any(stems & said for stems in known) else "warning"


_DEPUTY_VI = re.compile(
    r"(?<!ứng )(?<!đối )\bphó\b(?! (?:giáo sư|mặc|từ|thác))|\bthứ trưởng|\bPCT\b|\bPGĐ\b|\bPBT\b", re.I
)
_DEPUTY_WORDS = ("phó", "thứ trưởng", "pct", "pgđ", "pbt")
"""Any match of `_DEPUTY_VI` holds one of these: looking for them first is faster."""
_DEPUTY_EN = re.compile(
    r"\bvice[- ](?!versa)|\bdeput(?:y|ies)[- ](?:general |prime |permanent |standing |chief |party )*"
    r"(?:chair|direct|secret|minist|head|chief|comman|president|leader|captain|inspect|prosecut|editor|manag|"
    r"govern|principal|"
    r"spokes|author|procura|judge|of )",
    re.I,
)
_HEAD_VI = re.compile(
    r"\bchủ tịch|\bgiám đốc|\bbí thư|\btrưởng (?:ban|phòng|công an|đoàn)|\b(?:cục|vụ|chi cục|viện|hiệu) trưởng|"
    r"\bbộ trưởng",
    re.I,
)


def ranks(paragraph: Paragraph) -> Iterator[Finding]:
    """Whether as many deputies are named as in the Vietnamese, where the posts are named at all.

    Deputies may be members of a council too (đại biểu).
    """
    if not paragraph.bilingual:
        return
    source = " ".join(p.source or "" for p in paragraph.pairs)
    lower = paragraph.english.lower()
    wanted = len(_DEPUTY_VI.findall(source)) if any(word in source.lower() for word in _DEPUTY_WORDS) else 0
    members = "đại biểu" in paragraph.lower_source
    posts = _DEPUTY_EN.findall(paragraph.english) if "vice" in lower or "deput" in lower else ()
    said = sum(not (members and post.endswith("of ")) for post in posts)
    last = paragraph.pairs[-1]
    if said > wanted and _HEAD_VI.search(source):
        found = _DEPUTY_EN.search(paragraph.english)
        pair = next((p for p in paragraph.pairs if found and found[0] in p.target), last)
        yield RANK.at(pair.id, "the English names more deputies than the Vietnamese", span=_span(_DEPUTY_EN, pair))
    elif wanted and not said and (members or "deput" not in lower) and _HEAD_EN.search(paragraph.english):
        yield RANK.at(last.id, "a deputy (phó, thứ trưởng) is not called vice or deputy", span=_span(_HEAD_EN, last))


_HEAD_EN = re.compile(
    r"\b(?:chair(?:man|woman|person|men)|directors?|secretar(?:y|ies)|ministers?|heads?|chiefs?|governor|"
    r"president|principal|"
    r"commander|captain)\b",
    re.I,
)


def _span(pattern: re.Pattern[str], pair: Pair) -> tuple[int, int]:
    found = pattern.search(pair.target)
    return found.span() if found else (0, 0)


_LEVEL_VI = {
    "tỉnh": "province", "huyện": "district", "quận": "district", "xã": "commune", "phường": "ward", "trấn": "township",
    "thị xã": "town", "phố": "city", "tp": "city", "tp.": "city", "thôn": "village", "ấp": "village", "buôn": "village",
}  # fmt: skip
"""The last syllable of a unit word before a name; "thị xã" is looked for before "xã"."""
_LEVEL_EN = {
    "provincial": "province", "province": "province", "district": "district", "commune": "commune", "ward": "ward",
    "township": "township", "town": "town", "city": "city", "village": "village", "hamlet": "village",
}  # fmt: skip
_ALIKE = ({"town", "township"}, {"city", "province"})
"""Levels that English names with one word, or that changed when a town became a city."""
_NAME_LEVEL = re.compile(
    r"((?:[A-Z][\w']*[ -]){1,4})([Pp]rovincial|[Pp]rovince|[Dd]istrict|[Cc]ommune|[Ww]ard|[Tt]ownship|[Tt]own|"
    r"[Cc]ity|[Vv]illage|[Hh]amlet)\b"
)
_LICENCES = (
    (
        "province",
        re.compile(r"\btỉnh|\([A-ZĐ]|địa (?:bàn|phương)|\bUBND\b(?! (?:xã|huyện|quận|phường|thành|TP|thị))", re.I),
        re.compile(r"\bprovinc\w+", re.I),
    ),
    (
        "district",
        re.compile(r"\bhuyện|\bquận|\bQ\.? ?\d|\bphòng\b|\bkhu vực", re.I),
        re.compile(r"\bdistricts?\b", re.I),
    ),
    ("commune", re.compile(r"\bxã\b(?! hội)|\bcơ sở|\bđảng ủy", re.I), re.compile(r"\bcommunes?\b", re.I)),
    ("ward", re.compile(r"\bphường|\bP\.? ?\d|\bcơ sở", re.I), re.compile(r"\bwards?\b", re.I)),
)


def levels(paragraph: Paragraph) -> Iterator[Finding]:
    """A place or body that the Vietnamese puts on one level of administration and the English on another."""
    if not paragraph.bilingual or not any(word in paragraph.lower for word in _LEVEL_WORDS):
        return
    named: dict[str, set[str]] | None = None
    bare: dict[str, set[str]] | None = None
    for pair in paragraph.pairs:
        for m in _NAME_LEVEL.finditer(pair.target):
            named = _named(paragraph) if named is None else named
            said = _LEVEL_EN[m[2].lower()]
            wanted = _level_of(m[1], named)
            if not wanted and said == "province":
                bare = _in_no_unit(paragraph) if bare is None else bare
                wanted = _level_of(m[1], bare)
            if wanted and said not in wanted and not any(said in alike and wanted & alike for alike in _ALIKE):
                message = f"{m[1].strip()} is a {min(wanted)} in the Vietnamese"
                yield LEVEL.at(pair.id, message, span=m.span(2), suggestion=min(wanted))
                return
    found = list(_bodies(paragraph))
    yield from found or _swapped(paragraph)


_LEVEL_WORDS = ("provinc", "district", "commune", "ward", "town", "city", "village", "hamlet")


def _named(paragraph: Paragraph) -> dict[str, set[str]]:
    named: dict[str, set[str]] = {}
    for pair in paragraph.pairs:
        _note_units(pair.source or "", named)
    return named


def _in_no_unit(paragraph: Paragraph) -> dict[str, set[str]]:
    """Places that the Vietnamese names without a unit word and that are no provinces, in small letters without marks.

    Of provinces the gazetteer knows all there were; of other units only that it has one of the name.
    """
    values = (item.value for pair in paragraph.pairs for item in pair.items)
    bare = {value.name for value in values if isinstance(value, Place) and value.unit is None}
    levels = {name: gazetteer().level(name) for name in bare}
    return {strip_marks(name).lower(): {level} for name, level in levels.items() if level not in (None, "province")}


_BODY_EN = re.compile(r"\b(Provincial|District|Commune|Ward) (People's Committee|People's Council|Party Committee)")
_BODY_VI = re.compile(
    r"\b(?:(?:(?P<committee>UBND|[ủu][ỷy] ban nhân dân)|HĐND|hội đồng nhân dân)"
    r"(?: (?P<level>tỉnh|huyện|quận|xã|phường)\b)?"
    r"|(?P<party>(?P<seat>tỉnh|huyện|quận|thành|thị|đảng|cấp) [ủu][ỷy](?: (?P<base>xã|phường)\b)?))",
    re.I,
)


def _bodies(paragraph: Paragraph) -> Iterator[Finding]:
    """A body on a level that none of its kind has, where the level of one of its kind is not said.

    Bodies without a level, and those of cities and towns, may be on any.
    """
    if "people's co" not in paragraph.lower and "party committee" not in paragraph.lower:
        return
    said = [(pair, m) for pair in paragraph.pairs for m in _BODY_EN.finditer(pair.target)]
    if not said:
        return
    named: dict[str, set[str | None]] = defaultdict(set)
    for m in _BODY_VI.finditer(paragraph.source):
        kind = "Party Committee" if m["party"] else f"People's {'Committee' if m['committee'] else 'Council'}"
        named[kind].add(_LEVEL_VI.get((m["level"] or m["base"] or m["seat"] or "").lower()))
    levels_said = {(m[2], _LEVEL_EN[m[1].lower()]) for _, m in said}
    for pair, m in said:
        levels = named[m[2]]
        lost = sorted(level for level in levels if level and (m[2], level) not in levels_said)
        if lost and None not in levels and _LEVEL_EN[m[1].lower()] not in levels:
            yield LEVEL.at(pair.id, f"the {m[2]} is that of a {lost[0]}", span=m.span(1), suggestion=lost[0])
            return


def _swapped(paragraph: Paragraph) -> Iterator[Finding]:
    """A level that only the English names, where one that the Vietnamese names is wholly lost."""
    source = " ".join(p.source or "" for p in paragraph.pairs)
    said = [name for name, _, en in _LICENCES if name[:6] in paragraph.lower and en.search(paragraph.english)]
    gained = [(name, en) for name, vi, en in _LICENCES if name in said and not vi.search(source)]
    if not gained:
        return
    plain = _plainly(source)
    lost = sorted(plain - set(said))
    bodies = {_LEVEL_EN[m[1].lower()] for m in _BODY_EN.finditer(paragraph.english)}
    for name, en in gained:
        others = lost or (sorted(plain) if name in bodies else [])
        if others:
            pair = next(p for p in paragraph.pairs if en.search(p.target))
            yield LEVEL.at(pair.id, f"the Vietnamese names no {name} but a {others[0]}", span=_span(en, pair))
            return


def _plainly(source: str) -> set[str]:
    """Levels that the Vietnamese names by their own word."""
    words = {"tỉnh": "province", "huyện": "district", "quận": "district", "phường": "ward"}
    found = {level for word, level in words.items() if re.search(rf"\b{word}\b", source, re.I)}
    return found | ({"commune"} if re.search(r"(?<!thị )\bxã\b(?! hội)", source, re.I) else set())


def _note_units(source: str, named: dict[str, set[str]]) -> None:
    """Names after unit words, in small letters without marks, with their levels."""
    words = [w.strip('("“”') for w in source.split()]
    for i, word in enumerate(words[:-1]):
        unit = "thị xã" if word.lower() == "xã" and i and words[i - 1].lower() == "thị" else word.lower()
        level = _LEVEL_VI.get(unit)
        if level is None:
            continue
        name: list[str] = []
        for part in words[i + 1 : i + 5]:
            if not part[:1].isupper():
                break
            name.append(strip_marks(part.strip(_MARKS)).lower())
            if part[-1:] in _MARKS:
                break
        for n in range(1, len(name) + 1):
            named.setdefault(" ".join(name[:n]), set()).add(level)


_MARKS = '.,;:!?()"'


def _level_of(name: str, named: dict[str, set[str]]) -> set[str]:
    parts = name.lower().replace("-", " ").split()
    for n in range(len(parts)):
        found = named.get(" ".join(parts[n:]))
        if found:
            return found if len(parts) - n > 1 or len(parts) == 1 else set()
    return set()


EXAMPLES = (
    Example(
        "T001",
        "Tỉnh đẩy mạnh cải cách hành chính.",
        "The province is stepping up its efforts.",
        "The province is stepping up administrative reform.",
    ),
    Example(
        "T001",
        "Doanh nghiệp dùng chữ ký số để nộp thuế.",
        "Businesses use number signs to pay taxes.",
        "Businesses use digital signatures to pay taxes.",
    ),
    Example(
        "T002",
        "Tỉnh đẩy mạnh chuyển đổi số.",
        "The province is accelerating digital conversion.",
        "The province is accelerating digital transformation.",
    ),
    Example(
        "T003",
        "Người dân sử dụng dịch vụ công trực tuyến.",
        "Residents use internet public services.",
        "Residents use online public services.",
    ),
    Example(
        "T004",
        "Phó Chủ tịch UBND huyện Trần Văn An phát biểu.",
        "Chairman of the District People's Committee Tran Van An spoke.",
        "Vice Chairman of the District People's Committee Tran Van An spoke.",
    ),
    Example(
        "T005",
        "UBND huyện Tân Trụ họp.",
        "The Tan Tru Provincial People's Committee met.",
        "The Tan Tru District People's Committee met.",
    ),
)

FAMILY = Family((TERM, FORBIDDEN, DIFFERENT, RANK, LEVEL), paragraph=(compare, ranks, levels), examples=EXAMPLES)
