"""Real saved pages, read in place beside the repository, against gold that is kept as hashes only.

The pages' text belongs to their publishers, so the gold holds no word of it: fields as hashes of their letters, the
text as a bag of hashed words. It was made from the HTML with selectors written for each page, and afterwards compared
with each page as Chromium shows it (style sheets and pictures not loaded): fields, captions, first and last paragraph.
Add to it with `python real.py GOLD.json`, where the file holds the fields of `pages.Gold` by page name. Pages of
lists have no gold but one: they hold no article, so nothing must be taken from them.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measure import Extraction, words

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "html"
GOLD = HERE / "real-pages.json"
FIELDS = ("title", "lead", "author", "photographer", "translator", "published")


@dataclass(frozen=True)
class RealPage:
    """A saved page with its address and its hashed gold."""

    name: str
    html: str
    url: str
    gold: dict[str, Any]


def real_pages() -> Iterator[RealPage]:
    """The saved pages for which there is gold; none where the folder is absent."""
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    for name, wanted in sorted(gold.items()):
        path = SHARED / f"{name}.html"
        if path.exists():
            yield _saved(path, wanted)


def real_lists() -> Iterator[RealPage]:
    """The saved pages that hold no article: lists and front pages."""
    for path in sorted(SHARED.glob("*.html")):
        if re.search(r"^kind: list$", path.with_suffix(".txt").read_text(encoding="utf-8"), re.M):
            yield _saved(path, {})


def _saved(path: Path, gold: dict[str, Any]) -> RealPage:
    url = re.search(r"^url: (\S+)", path.with_suffix(".txt").read_text(encoding="utf-8"), re.M)
    return RealPage(path.stem, path.read_bytes().decode("utf-8", "replace"), url[1] if url else "", gold)


def mark(text: str | None) -> str | None:
    """A field as a hash of its letters and digits; None for an empty one."""
    plain = re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text or "").casefold())
    return hashlib.sha256(f"vnnews {plain}".encode()).hexdigest()[:16] if plain else None


def bag(text: str) -> dict[str, int]:
    """The words of a text as hashes with counts."""
    return {hashlib.sha256(f"vnnews {w}".encode()).hexdigest()[:10]: n for w, n in sorted(words(text).items())}


def score_real(found: Extraction, gold: dict[str, Any]) -> dict[str, float]:
    """The figures of `measure.score` for a page with hashed gold; `junk` counts words that are not the article's."""
    ours = Counter(bag("\n".join(filter(None, (found.lead, found.text, *found.captions)))))
    theirs = Counter(gold["words"])
    common = sum((ours & theirs).values())
    precision, recall = common / max(1, sum(ours.values())), common / sum(theirs.values())
    captions = {mark(c) for c in found.captions}
    return {
        "f1": 2 * precision * recall / (precision + recall) if common else 0.0,
        **{f: mark(getattr(found, f)) == gold[f] for f in FIELDS[:5]},
        "date": mark(found.published) == gold["published"],
        "captions": sum(c in captions for c in gold["captions"]) / len(gold["captions"]) if gold["captions"] else 1.0,
        "junk": float(sum((ours - theirs).values())),
    }


def main(path: Path) -> None:
    """Add readable gold to the hashed gold."""
    out = json.loads(GOLD.read_text(encoding="utf-8"))
    for name, g in json.loads(path.read_text(encoding="utf-8")).items():
        text = "\n".join(filter(None, (g["lead"], *g["text"], *g["captions"])))
        out[name] = {f: mark(g[f]) for f in FIELDS}
        out[name] |= {"captions": [mark(c) for c in g["captions"]], "words": bag(text)}
    GOLD.write_text(json.dumps(out, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
