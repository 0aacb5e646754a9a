"""P: people and places named, spelt as the Vietnamese spells them, in the Vietnamese order, with the right title.

Names that exchange their places are told by what stands before them on both sides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from vnnews.english import accepted, render
from vnnews.english.names import foreign_places
from vnnews.finding import Finding, Rule
from vnnews.item import Item, Person, Place
from vnnews.review import lexicon
from vnnews.review.checks.base import Example, Family, Pair, Paragraph, Whole
from vnnews.review.checks.forms import capitalised, find
from vnnews.vietnamese.gazetteer import gazetteer
from vnnews.vietnamese.normalise import strip_marks
from vnnews.vietnamese.people import family_names
from vnnews.vietnamese.places import is_foreign
from vnnews.vietnamese.tokens import words

PERSON = Rule("P001", "person-missing", "error", "A person of the Vietnamese is not named in the English.")
PLACE = Rule("P002", "place-missing", "warning", "A place of the Vietnamese is not named in the English.")
SPELLING = Rule("P003", "name-misspelt", "error", "A name is spelt otherwise than in the Vietnamese.")
ORDER = Rule("P004", "name-order", "error", "The parts of a name stand in another order than in the Vietnamese.")
GENDER = Rule("P005", "title-gender", "warning", "A man is called Ms. or Chairwoman, or a woman Mr. or Chairman.")

VARIES = Rule(
    "P007",
    "name-varies",
    "info",
    "A person's name is spelt in two ways within an English article.",
    needs_source=False,
)

EXCHANGED = Rule(
    "P008", "names-exchanged", "warning", "Two names have changed places: who gives and who receives, where and whence."
)

_LEAST_LETTERS = 3
_LONGEST_SLIP = 2
_PRONOUNS = frozenset({"he", "she", "him", "her", "his"})
"""What English says for the given name alone of somebody just named: ông Hiển."""
_ADDRESSED = re.compile(r"\b(?:Mr|Ms|Mrs)\.? ([A-Z][a-z]+)")


def compare(paragraph: Paragraph) -> Iterator[Finding]:
    """People and places of each sentence, looked for in the English of its whole paragraph."""
    lower = strip_marks(paragraph.english.lower()).replace("-", " ")
    for pair in paragraph.pairs:
        for item in pair.items:
            if item.kind == "person":
                yield from _person(pair, item, lower)
            elif item.kind == "place" and not _named(pair, item, lower):
                words = (pair.source or "")[slice(*item.span)]
                message = f"{words} should be said as {render(item, pair.style)!r}"
                sure = isinstance(item.value, Place) and _surely_named(item.value, paragraph)
                yield PLACE.at(pair.id, message, side="source", span=item.span, severity="warning" if sure else "info")


def _surely_named(place: Place, paragraph: Paragraph) -> bool:
    """Whether English must have the name as it is: a unit of this country that is not named by its side."""
    if place.unit is None:
        return _another_province(place, paragraph)
    return not _SIDES.issuperset(place.name.lower().split()) and not _is_abroad(paragraph)


_SIDES = words("đông tây nam bắc thượng hạ trung")
"""Names that English may translate: the West canal, the Lower Temple."""


def _another_province(place: Place, paragraph: Paragraph) -> bool:
    """Whether the English names a province that the Vietnamese does not, in place of one that it does."""
    names = _provinces()
    if place.name not in names or not paragraph.bilingual:
        return False
    source, english = strip_marks(paragraph.source).lower(), strip_marks(paragraph.english)
    return any(plain in english and plain.lower() not in source for plain in names.values())


@cache
def _provinces() -> dict[str, str]:
    """The names of all provinces of now and before 2025, as written in Vietnamese and in English."""
    known = gazetteer()
    return {name: strip_marks(name) for name in known.units if known.level(name) == "province"}


def _named(pair: Pair, item: Item, lower: str) -> bool:
    forms = [form.replace("-", " ") for form in accepted(item, pair.style)]
    return not forms or find(forms, lower) is not None or _name_said(item, lower)


def _name_said(item: Item, lower: str) -> bool:
    """Whether a place stands without its unit: 5 of "Wards 2 and 5", Sepon for Sê Pôn."""
    if not isinstance(item.value, Place):
        return False
    name = strip_marks(item.value.name).lower()
    if name.isdigit():
        return re.search(rf"(?<![\d.,]){name}(?![\d.,]*\d)", lower) is not None
    return find([name.replace(" ", "")], lower) is not None


def _person(pair: Pair, item: Item, lower: str) -> Iterator[Finding]:
    if _named(pair, item, lower) or not isinstance(item.value, Person):
        return
    words = (pair.source or "")[slice(*item.span)]
    right = render(item, pair.style)
    parts = right.lower().replace("-", " ").split()
    joined = find(["".join(parts)], lower.replace(" ", "")) or "".join(parts) in re.sub(r"\W", "", lower)
    if joined:
        return
    if len(parts) > 2 and find([parts[-1]], lower) and not find([parts[0]], lower):
        return
    words_said = re.findall(r"[a-z']+", lower)
    windows = (words_said[i : i + len(parts)] for i in range(len(words_said) - len(parts) + 1))
    if any(sorted(window) == sorted(parts) for window in windows):
        yield ORDER.at(pair.id, f"the order of {right!r} is changed", side="source", span=item.span, suggestion=right)
        return
    meant = len(parts) == 1 and not _PRONOUNS.isdisjoint(words_said) and not _is_another_named(pair)
    if set(parts) <= set(words_said) or meant:
        return
    yield PERSON.at(pair.id, f"{words} should be said as {right!r}", side="source", span=item.span)


def _is_another_named(pair: Pair) -> bool:
    """Whether the English names somebody by a name that the Vietnamese does not have."""
    return any(name.lower() not in pair.plain_source for name in _ADDRESSED.findall(pair.target))


def spelling(paragraph: Paragraph) -> Iterator[Finding]:
    """Capitalised words of the English that nearly are a name of the Vietnamese and are none.

    Where another country is named its names may be written in more than one way: that is told as info.
    """
    if not paragraph.bilingual:
        return
    names = paragraph.plain_source
    table = lexicon.load()
    capitals: set[str] | None = None
    for pair in paragraph.pairs:
        said = list(capitalised(pair.target))
        for i, word in enumerate(said):
            low = word[0].lower()
            if (
                len(low) < _LEAST_LETTERS
                or low in lexicon.FUNCTION_WORDS
                or strip_marks(low) in names
                or pair.in_code(*word.span())
            ):
                continue
            before, after = _neighbours(said, i)
            capitals = _capitals(paragraph) if capitals is None else capitals
            named, english = before in capitals or after in capitals, _is_english(low, table)
            beside = named and not english
            if english and not named:
                continue
            near = _nearest(low, capitals - {before, after}, pair, _LONGEST_SLIP if beside else 1)
            if near and low not in _rendered(paragraph):
                yield SPELLING.at(
                    pair.id,
                    f"{word[0]} is spelt {near} in the Vietnamese",
                    span=word.span(),
                    suggestion=near,
                    severity="info" if _is_abroad(paragraph) else None,
                )


def _rendered(paragraph: Paragraph) -> set[str]:
    """The words, in small letters, of the English forms of the names in the Vietnamese."""
    named = ((item, pair.style) for pair in paragraph.pairs for item in pair.items)
    return {word for item, style in named for form in accepted(item, style) for word in form.lower().split()}


def _is_abroad(paragraph: Paragraph) -> bool:
    """Whether the Vietnamese names another country or a place there."""
    places = (item.value for pair in paragraph.pairs for item in pair.items if isinstance(item.value, Place))
    return any(place.name in foreign_places() or is_foreign(place.name) for place in places)


def _capitals(paragraph: Paragraph) -> set[str]:
    """The capitalised syllables of the Vietnamese in small letters without marks."""
    return {m[0].lower() for p in paragraph.pairs for m in capitalised(strip_marks(p.source or ""))}


def _is_english(low: str, table: lexicon.Lexicon) -> bool:
    return lexicon.stem(low) in table.vietnamese


def _neighbours(words: Sequence[re.Match[str]], i: int) -> tuple[str, str]:
    """The capitalised words right before and after the one at `i`, in small letters, "" for none."""
    word = words[i]
    text = word.string
    before = words[i - 1] if i and text[words[i - 1].end() : word.start()] in (" ", "-", " - ") else None
    after = words[i + 1] if i + 1 < len(words) and text[word.end() : words[i + 1].start()] in (" ", "-") else None
    return before[0].lower() if before else "", after[0].lower() if after else ""


def _nearest(low: str, capitals: set[str], pair: Pair, most: int) -> str | None:
    """The name of the Vietnamese that a word nearly is and that the English does not have elsewhere, capitalised."""
    ranked = sorted((DamerauLevenshtein.distance(low, name), name) for name in capitals - pair.words)
    return ranked[0][1].capitalize() if ranked and ranked[0][0] <= min(most, len(low) - 2) else None


def gender(paragraph: Paragraph) -> Iterator[Finding]:
    """Mr. and Ms. right before a name, against ông, bà and the roster."""
    known = {}
    for pair in paragraph.pairs:
        for item in pair.items:
            if item.kind == "person" and isinstance(item.value, Person) and item.value.gender:
                known[render(item, pair.style).lower()] = item.value.gender
    if not known:
        return
    for pair in paragraph.pairs:
        yield from _titles(pair, known)


def _titles(pair: Pair, known: Mapping[str, str]) -> Iterator[Finding]:
    for name, right in known.items():
        wrong: Sequence[str] = ("ms. ", "mrs. ", "ms ", "chairwoman ") if right == "male" else ("mr. ", "mr ")
        for title in wrong:
            at = pair.lower.find(title + name)
            if at >= 0:
                yield GENDER.at(
                    pair.id, f"the Vietnamese says that {name.title()} is {right}", span=(at, at + len(title))
                )


_CALLED = words("ông bà anh chị em cụ các thầy cô tỉnh huyện xã")
"""Words between a preposition and a name."""
_BEFORE_EN = re.compile(
    r"\b(than|to|for|in|at|on|from|by|with|of)(?: (?:in|of|that|those|at|the|Mr\.|Ms\.|Mrs\.|Dr\.))* $"
)
_SAID = {
    "cho": {"to", "for"}, "tặng": {"to", "for"}, "tại": {"in", "at", "on", "of"}, "ở": {"in", "at", "on", "of"},
    "từ": {"from"}, "đến": {"to", "in", "at"}, "tới": {"to", "in", "at"}, "do": {"by"}, "bởi": {"by"},
    "với": {"with"}, "cùng": {"with"}, "hơn": {"than"}, "của": {"of"},
    "": {"", "of", "from", "by"},
}  # fmt: skip
"""The English before a name for the Vietnamese before it; a name with nothing before it is who acts, or of whom."""
_VERB_VI = re.compile(r"(?! (?:và|bị|được|do|là|của|với|cùng)\b) [^\W\d_]+(?: [^\W\d_]+){0,2} ")
_VERB_EN = re.compile(
    r"(?!.*\b(?:by|was|were|been|be|is|are|of|and|or|from|to|in|with|which|who|that)\b) [a-z]+(?: [A-Za-z.]+){0,2} "
)
"""What stands between who acts and upon whom: up to three words, none of a passive."""
_LEAST_BETWEEN = 4
"""Letters between two names of which neither is part of the other, as in xã Tân Hội, huyện Tân Châu."""
_FARTHEST = 24
"""Letters before a name in which its preposition stands."""


def exchanged(paragraph: Paragraph) -> Iterator[Finding]:
    """Two people, places or bodies of a sentence of which each stands in English where the other should."""
    if len(paragraph.pairs) != 1 or not paragraph.bilingual:
        return
    pair = paragraph.pairs[0]
    source = pair.source or ""
    for kind in ("person", "place", "institution"):
        items = [item for item in pair.items if item.kind == kind]
        if len(items) < 2:
            continue
        roles = [_role(source, item) for item in items]
        for (first, role), (second, other) in combinations(zip(items, roles, strict=True), 2):
            between = second.span[0] - first.span[1]
            verb = role == other == "" and _VERB_VI.fullmatch(source, first.span[1], second.span[0]) is not None
            told = verb or (other not in ("", role) and between >= _LEAST_BETWEEN)
            if told and _changed(pair, (first, second), (role, other)):
                names = " and ".join(source[slice(*item.span)] for item in (first, second))
                yield EXCHANGED.at(pair.id, f"{names} have changed places", side="source", span=first.span)
                return


def _role(source: str, item: Item) -> str:
    """The preposition before a name of the Vietnamese, "" for none."""
    near = ["", "", *source[max(0, item.span[0] - _FARTHEST) : item.span[0]].lower().split()]
    if near[-1] in _CALLED:
        near.pop()
    before, last = near[-2:]
    if (before, last) in (("hơn", "ở"), ("so", "với")):
        return "hơn"
    return last if last in _SAID else ""


def _changed(pair: Pair, items: tuple[Item, Item], roles: tuple[str, str]) -> bool:
    """Whether each of two names, of which each stands once in the English, has the other's preposition or place."""
    spans = [find(accepted(item, pair.style), pair.lower) for item in items]
    one, two = spans
    if one is None or two is None or any(pair.lower.count(pair.lower[slice(*span)]) > 1 for span in (one, two)):
        return False
    if roles[0] == roles[1]:
        return two[1] <= one[0] and _VERB_EN.fullmatch(pair.target, two[1], one[0]) is not None
    before = [_BEFORE_EN.search(pair.target, max(0, start - _FARTHEST), start) for start, _ in (one, two)]
    said = [m[1] if m else "" for m in before]
    mine, other = _SAID[roles[0]], _SAID[roles[1]]
    return said[0] in other - mine and said[1] in mine - other


_FULL_NAME = re.compile(r"(?<![\w-])[A-Z][a-z]+(?: [A-Z][a-z]+){2,3}(?![\w-]| [A-Z])")


def spelt_alike(whole: Whole) -> Iterator[Finding]:
    """Full names in English alone that differ in one syllable by a letter; in one block they may be two people."""
    uses: dict[str, list[tuple[Pair, tuple[int, int]]]] = defaultdict(list)
    for pair in whole.pairs:
        for m in _FULL_NAME.finditer(pair.target) if not pair.source else ():
            if m[0].split()[0].lower() in _family_names():
                uses[m[0]].append((pair, m.span()))
    seen: dict[tuple[str, ...], str] = {}
    for name in sorted(uses, key=lambda n: -len(uses[n])):
        parts = name.split()
        masks = [(*parts[:n], "", *parts[n + 1 :]) for n in range(len(parts))]
        usual = next((seen[m] for m in masks if m in seen and _slip(name, seen[m])), None)
        if usual is None:
            seen.update(dict.fromkeys(masks, name) | {m: seen[m] for m in masks if m in seen})
        elif not {p.id for p, _ in uses[name]} & {p.id for p, _ in uses[usual]}:
            for pair, span in uses[name]:
                yield VARIES.at(pair.id, f"the name is spelt {usual} elsewhere", span=span, suggestion=usual)


def _slip(name: str, other: str) -> bool:
    """Whether one letter, or two neighbours, of one longer syllable differ."""
    differ = [(a, b) for a, b in zip(name.split(), other.split(), strict=True) if a != b]
    least = min(len(part) for a, b in differ for part in (a, b))
    return least >= _LEAST_LETTERS and DamerauLevenshtein.distance(name, other) == 1


@cache
def _family_names() -> frozenset[str]:
    return frozenset(strip_marks(name) for name in family_names())


EXAMPLES = (
    Example("P001", "Ông Nguyễn Bá Luân phát biểu.", "The chairman spoke.", "Mr. Nguyen Ba Luan spoke."),
    Example(
        "P002",
        "Đoàn đến thăm huyện Tân Trụ.",
        "The delegation came on a visit.",
        "The delegation visited Tan Tru district.",
    ),
    Example(
        "P002",
        "Sạt lở xảy ra ở Hà Giang và Lào Cai.",
        "Landslides occurred in Ha Giang and Lai Chau.",
        "Landslides occurred in Ha Giang and Lao Cai.",
    ),
    Example("P003", "Ông Nguyễn Bá Luân phát biểu.", "Mr. Nguyen Ba Laun spoke.", "Mr. Nguyen Ba Luan spoke."),
    Example("P004", "Ông Nguyễn Bá Luân phát biểu.", "Mr. Luan Nguyen Ba spoke.", "Mr. Nguyen Ba Luan spoke."),
    Example(
        "P007",
        None,
        "Later Mr. Nguyen Ba Laun left.",
        "Later Mr. Nguyen Ba Luan left.",
        (("", "Mr. Nguyen Ba Luan spoke."), ("", "Mr. Nguyen Ba Luan was thanked.")),
    ),
    Example(
        "P008",
        "Ông Lê Văn Thiệp trao quà cho bà Đỗ Thị Lụa.",
        "Ms. Do Thi Lua gave presents to Mr. Le Van Thiep.",
        "Mr. Le Van Thiep gave presents to Ms. Do Thi Lua.",
    ),
    Example(
        "P008",
        "UBND xã đề nghị UBND tỉnh sửa kè.",
        "The Provincial People's Committee asked the Commune People's Committee to repair the embankment.",
        "The Commune People's Committee asked the Provincial People's Committee to repair the embankment.",
    ),
    Example("P005", "Bà Trần Thị Lan phát biểu.", "Mr. Tran Thi Lan spoke.", "Ms. Tran Thi Lan spoke."),
)

FAMILY = Family(
    (PERSON, PLACE, SPELLING, ORDER, GENDER, VARIES, EXCHANGED),
    paragraph=(compare, spelling, gender, exchanged),
    whole=(spelt_alike,),
    examples=EXAMPLES,
)
