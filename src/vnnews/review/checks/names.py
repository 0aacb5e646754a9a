"""T and P: terms, bodies, posts, people and places said in an accepted form; forms that must not be used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vnnews.english import accepted, render
from vnnews.finding import Finding, Rule
from vnnews.item import Item, Phrase
from vnnews.review.checks.base import Family, Pair, Whole

TERM = Rule("T001", "term-missing", "warning", "A term, body or post is not said in any accepted English form.")
FORBIDDEN = Rule(
    "T002", "forbidden-form", "warning", "The English uses a form that the term base forbids for this term."
)
PERSON = Rule("P001", "person-missing", "error", "A person of the Vietnamese is not named in the English.")
PLACE = Rule("P002", "place-missing", "warning", "A place of the Vietnamese is not named in the English.")


def compare(whole: Whole) -> Iterator[Finding]:
    """Names and terms of each sentence, looked for in the English of its whole paragraph."""
    for paragraph in whole.paragraphs:
        english = " ".join(p.target for p in paragraph)
        for pair in paragraph:
            for item in pair.items:
                yield from _item(pair, item, english)


def _item(pair: Pair, item: Item, english: str) -> Iterator[Finding]:
    rule = {"term": TERM, "institution": TERM, "title": TERM, "person": PERSON, "place": PLACE}.get(item.kind)
    if rule is None or _stands(accepted(item, pair.style), english):
        return
    words = (pair.source or "")[slice(*item.span)]
    wrong = _find(item.value.forbidden, pair.target) if isinstance(item.value, Phrase) else None
    right = render(item, pair.style)
    if wrong is not None:
        said = pair.target[slice(*wrong)]
        yield FORBIDDEN.at(pair.id, f"{words} is not {said!r} but {right!r}", span=wrong, suggestion=right)
    elif right:
        yield rule.at(pair.id, f"{words} should be said as {right!r}", side="source", span=item.span)


def _stands(forms: Sequence[str], english: str) -> bool:
    return _find(forms, english) is not None


def _find(forms: Sequence[str], text: str) -> tuple[int, int] | None:
    for form in filter(None, forms):
        found = re.search(rf"(?<!\w){re.escape(form)}(?:e?s)?(?!\w)", text, re.IGNORECASE)
        if found:
            return found.span()
    return None


FAMILY = Family((TERM, FORBIDDEN, PERSON, PLACE), whole=(compare,))
