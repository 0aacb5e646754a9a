"""Credits: who wrote, translated, photographed and reviewed, and what machines did. Nothing lost, nothing invented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vnnews.article import Article
from vnnews.draft.model import Draft, Segment
from vnnews.publish.inline import one_line
from vnnews.publish.page import Credits
from vnnews.publish.settings import CreditWords


def credits_of(
    article: Article,
    draft: Draft | None,
    words: CreditWords,
    *,
    translator: str | None = None,
    reviewer: str | None = None,
    machine_line: bool = True,
    source_name: str | None = None,
) -> Credits:
    """The credits of a page.

    `translator` and `reviewer` are what the command or the settings name; the translator is never an engine, and a
    reviewer is only named where every sentence was approved.
    `source_name` is the source's name in English where it has one, in place of the article's own.
    Names of a Vietnamese article are set without diacritics in the English line and kept in the Vietnamese one.
    """
    author, photographer = _name(article.author), _name(article.photographer)
    english = _romanised if article.language == "vi" else _same
    reviewer = _name(reviewer) if draft and all(s.approved for s in shown(draft)) else None
    machine = machine_words(shown(draft), reviewer) if draft and machine_line else ""
    return Credits(
        author=english(author),
        translator=translator,
        photographer=english(photographer),
        reviewer=reviewer,
        source_name=_name(source_name or article.source_name),
        source_url=article.source_url,
        byline=_line(words.author, english(author), words.translator, translator, words.join),
        byline_vi=_line(words.author_vi, author, words.translator_vi, translator, words.join)
        if words.both_languages
        else "",
        photos=words.photographer.replace("{name}", english(photographer) or "") if photographer else "",
        review=words.reviewer.replace("{name}", reviewer) if reviewer and not machine else "",
        machine=machine,
    )


def _name(name: str | None) -> str | None:
    return one_line(name or "")[0] or None


def _same(name: str | None) -> str | None:
    return name


def _romanised(name: str | None) -> str | None:
    """A Vietnamese name as the house style has it in English: order kept, no diacritics."""
    from vnnews.vietnamese.normalise import strip_marks

    return strip_marks(name) if name else None


def _line(author_words: str, author: str | None, translator_words: str, translator: str | None, join: str) -> str:
    parts = [
        words.replace("{name}", name)
        for words, name in ((author_words, author), (translator_words, translator))
        if name
    ]
    return join.join(parts)


def shown(draft: Draft) -> tuple[Segment, ...]:
    """The segments that stand on the page: those neither merged into another nor left out on purpose."""
    return tuple(s for s in draft.segments if s.fate not in ("merged", "omitted"))


def machine_words(segments: Sequence[Segment], reviewer: str | None) -> str:
    """What is said about machines, truthful to the origins of the segments on the page; "" where people wrote all.

    `reviewer` is named only if every sentence was approved. Earlier translations (memory) are told apart from engines.
    """
    parts = [_help_words(segments)]
    machine = [s for s in segments if s.target is not None and s.origin and s.origin.kind != "human"]
    done, total = sum(s.touched for s in segments), len(segments)
    if machine and all(s.approved for s in machine):
        parts.append(f"reviewed by {reviewer}" if reviewer else "every sentence written or reviewed by a person")
    elif machine and done:
        parts.append(f"{done} of {total} sentences edited or reviewed by a person")
    elif machine:
        parts.append("not reviewed by a person")
    left = sum(s.target is None for s in segments)
    if left:
        parts.append(f"{left} of {total} {'sentence' if total == 1 else 'sentences'} not translated")
    sentence = "; ".join(part for part in parts if part)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def _help_words(segments: Sequence[Segment]) -> str:
    kinds = Counter(s.origin.kind for s in segments if s.target is not None and s.origin)
    if kinds["engine"] or kinds["rule"]:
        alone = kinds["engine"] + kinds["rule"] == sum(kinds.values()) and not any(s.touched for s in segments)
        return "machine translation" if alone else "translated with machine assistance"
    return "translated with the help of earlier translations" if kinds["memory"] else ""
