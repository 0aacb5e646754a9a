"""How an extraction compares with gold: token F1 of the text, fields right or wrong, junk let in."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from pages import Gold


@dataclass(frozen=True)
class Extraction:
    """What an extractor gives for one page; None for a field it does not give or for a page it refuses."""

    text: str = ""
    title: str | None = None
    lead: str | None = None
    author: str | None = None
    photographer: str | None = None
    translator: str | None = None
    published: str | None = None
    captions: tuple[str, ...] = ()
    source_name: str | None = None
    original_url: str | None = None


def words(text: str) -> Counter[str]:
    """The words of a text with their counts, case and punctuation aside."""
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))


def token_f1(found: str, gold: str) -> float:
    """F1 over the bags of words."""
    ours, theirs = words(found), words(gold)
    common = sum((ours & theirs).values())
    if not common:
        return 0.0
    precision, recall = common / sum(ours.values()), common / sum(theirs.values())
    return 2 * precision * recall / (precision + recall)


def same(found: str | None, gold: str | None) -> bool:
    """Whether two fields agree, case, spaces and punctuation aside; two that are not there agree."""

    def plain(text: str | None) -> str:
        return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text or "").casefold())

    return plain(found) == plain(gold)


def score(found: Extraction, gold: Gold) -> dict[str, float]:
    """The figures of one page, each between 0 and 1 except `junk`, which counts strings of the page's furniture.

    The text compared is all that is read: lead, body and captions, for the gold and for the extractor. An extractor
    that puts the lead into its text therefore does not lose by it.
    """
    whole = "\n".join(filter(None, (found.lead, found.text, *found.captions)))
    wanted = "\n".join(filter(None, (gold.lead, *gold.text, *gold.captions)))
    flat = re.sub(r"\s+", " ", whole).casefold()
    caught = [c for c in gold.captions if any(same(c, f) or c.casefold() in f.casefold() for f in found.captions)]
    return {
        "f1": token_f1(whole, wanted),
        "title": same(found.title, gold.title),
        "lead": same(found.lead, gold.lead),
        "author": same(found.author, gold.author),
        "photographer": same(found.photographer, gold.photographer),
        "translator": same(found.translator, gold.translator),
        "date": found.published == gold.published,
        "source": _source(found, gold),
        "captions": len(caught) / len(gold.captions) if gold.captions else 1.0,
        "junk": float(sum(j.casefold() in flat for j in gold.junk)),
    }


def _source(found: Extraction, gold: Gold) -> float:
    """Whether the source that a page names was found; a page that names none is right."""
    asked = [(found.source_name, gold.source_name), (found.original_url, gold.original_url)]
    return float(all(same(ours, theirs) for ours, theirs in asked if theirs))
