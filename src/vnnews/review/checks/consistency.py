"""X: the same Vietnamese said in two ways over a text or an archive."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from vnnews.english import accepted
from vnnews.finding import Finding, Rule
from vnnews.item import Item, Phrase
from vnnews.review.checks.base import Example, Family, Pair, Whole
from vnnews.review.checks.forms import find
from vnnews.vietnamese.normalise import fold

SENTENCE = Rule(
    "X001",
    "same-source",
    "warning",
    "The same Vietnamese sentence has two translations, here or in another file of the same run.",
)
TERM = Rule("X002", "term-varies", "info", "A term is said in another of its forms than elsewhere in the text.")

_LEAST_WORDS = 4
_LEAST_USES = 3


class Archive:
    """The sentences of all files checked so far, so that the next ones can be held against them."""

    def __init__(self) -> None:
        self._first: dict[str, tuple[str, str, str]] = {}

    def compare(self, name: str, triples: Iterable[tuple[str, str, str]]) -> Iterator[Finding]:
        """What a file's (id, Vietnamese, English) say otherwise than a file before it; then they are remembered."""
        mine: dict[str, tuple[str, str, str]] = {}
        for i, source, target in triples:
            key = _sentence(source)
            if key is None or key in mine:
                continue
            mine[key] = (name, i, target)
            file, segment, other = self._first.get(key, (name, i, target))
            if _plain(other) != _plain(target):
                message = f"the same sentence is translated otherwise in {file}, {segment}"
                yield SENTENCE.at(i, message, span=(0, len(target)), suggestion=other)
        for key, said in mine.items():
            self._first.setdefault(key, said)


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    return fold(word)


def _sentence(source: str | None) -> str | None:
    """What is compared of a Vietnamese sentence, None where it is too short to be said in one way only."""
    said = (source or "").split()
    return " ".join(map(_folded, said)) if len(said) >= _LEAST_WORDS else None


def sentences(whole: Whole) -> Iterator[Finding]:
    """Sentences whose folded Vietnamese is the same and whose English is not."""
    first: dict[str, Pair] = {}
    for pair in whole.pairs:
        key = _sentence(pair.source)
        if key is None:
            continue
        other = first.setdefault(key, pair)
        if other is not pair and _plain(other.target) != _plain(pair.target):
            message = f"the same sentence is translated otherwise in {other.id}"
            yield SENTENCE.at(pair.id, message, span=(0, len(pair.target)), suggestion=other.target)


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(". ").lower()


def terms(whole: Whole) -> Iterator[Finding]:
    """Terms that are said in one form nearly everywhere and in another accepted form once."""
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[tuple[str, str], list[tuple[Pair, tuple[int, int]]]] = defaultdict(list)
    keyed = [(key, pair, item) for pair in whole.pairs for item in pair.items if (key := _key(item)) is not None]
    times = Counter(key for key, _, _ in keyed)
    for key, pair, item in keyed:
        if times[key] > _LEAST_USES:
            for form in accepted(item, pair.style):
                at = find((form,), pair.lower)
                if at:
                    uses[key][form.lower()] += 1
                    places[key, form.lower()].append((pair, at))
                    break
    for vi, forms in uses.items():
        usual, n = forms.most_common(1)[0]
        for form, count in forms.items():
            if count == 1 and n >= _LEAST_USES and not _inflected(form, usual):
                pair, at = places[vi, form][0]
                if pair.lower.startswith(f" ({usual})", at[1]):  # the full name introduces the abbreviation
                    continue
                yield TERM.at(pair.id, f"{vi} is {usual!r} elsewhere", span=at, suggestion=usual)


def _key(item: Item) -> str | None:
    """What an Item must share with another to be said alike: the folded Vietnamese of a term, body or post."""
    if item.kind in ("term", "institution", "title") and isinstance(item.value, Phrase):
        return fold(item.value.vi)
    return None


def _inflected(a: str, b: str) -> bool:
    """Whether two forms differ in number or article only."""
    return (
        a.rstrip("s").removeprefix("the ") == b.rstrip("s").removeprefix("the ") or a.startswith(b) or b.startswith(a)
    )


_USUAL = (
    "Tỉnh đẩy mạnh cải cách hành chính.",
    "The province is stepping up administrative reform.",
)
EXAMPLES = (
    Example("X001", _USUAL[0], "The province promotes administrative reform.", _USUAL[1], (_USUAL,)),
    Example(
        "X002",
        "Huyện tổng kết cải cách hành chính.",
        "The district reviewed public administration reform.",
        "The district reviewed administrative reform.",
        (_USUAL,) * 3,
    ),
)

FAMILY = Family((SENTENCE, TERM), whole=(sentences, terms), examples=EXAMPLES)
