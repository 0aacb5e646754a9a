"""X: the same Vietnamese said in two ways over a text or an archive."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from vnnews.english import accepted
from vnnews.finding import Finding, Rule
from vnnews.item import Item, Phrase
from vnnews.review.checks.base import Example, Family, Pair, Whole
from vnnews.review.checks.forms import find
from vnnews.vietnamese.normalise import fold

SENTENCE = Rule("X001", "same-source", "warning", "The same Vietnamese sentence has two different translations.")
TERM = Rule("X002", "term-varies", "info", "A term is said in another of its forms than elsewhere in the text.")

_LEAST_WORDS = 4
_LEAST_USES = 3


def sentences(whole: Whole) -> Iterator[Finding]:
    """Sentences whose folded Vietnamese is the same and whose English is not."""
    first: dict[str, Pair] = {}
    for pair in whole.pairs:
        if not pair.source or len(pair.source.split()) < _LEAST_WORDS:
            continue
        other = first.setdefault(fold(" ".join(pair.source.split())), pair)
        if _plain(other.target) != _plain(pair.target):
            message = f"the same sentence is translated otherwise in {other.id}"
            yield SENTENCE.at(pair.id, message, span=(0, len(pair.target)), suggestion=other.target)


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(". ").lower()


def terms(whole: Whole) -> Iterator[Finding]:
    """Terms that are said in one form nearly everywhere and in another accepted form once."""
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[tuple[str, str], list[tuple[Pair, tuple[int, int]]]] = defaultdict(list)
    for pair in whole.pairs:
        for item in pair.items:
            key = _key(item)
            if key is None:
                continue
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


EXAMPLES: tuple[Example, ...] = ()

FAMILY = Family((SENTENCE, TERM), whole=(sentences, terms), examples=EXAMPLES)
