"""Recognise: all Items of a Vietnamese text, whoever finds them.

Values (numbers, dates, documents), terms of the glossary, and names by grammar (posts, bodies, people, places) are
found side by side; where they overlap the longer one stands. What is doubtful is left out: an engine is made to keep
every Item, so a false one spoils its sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from vnnews.english.articles import plural
from vnnews.english.bodies import Name, Post, post_phrase
from vnnews.glossary.term import Match, Term
from vnnews.item import Item, Kind, Person, Phrase, Quantity
from vnnews.vietnamese import designations, identifiers, institutions, values
from vnnews.vietnamese.context import Context
from vnnews.vietnamese.grammar import grammar
from vnnews.vietnamese.holders import settle
from vnnews.vietnamese.scan import NAME, TERM, VALUE, Candidate, Scan, without_unit
from vnnews.vietnamese.tokens import LOWER, Tokens


def recognise(text: str, context: Context) -> list[Item]:
    """The Items of `text` (NFC, any length), sorted by place, none overlapping; spans are code points of `text`."""
    tokens = Tokens(text)
    matches = [m for match in context.glossary.match(text, context.published) for m in _binding(match, text, context)]
    rules = grammar(context.glossary)
    unfinished = _learn(tokens, matches)
    matches = [match for match in matches if match.start not in unfinished]
    found = [_of_match(text, match) for match in matches]
    found += [Candidate(*item.span, VALUE, item) for item in identifiers.find(text)]
    found += [Candidate(*item.span, VALUE, item) for item in values.find(text, context.published)]
    found += Scan(tokens, rules, context, {match.end for match in matches if match.term.kind == "position"}).run()
    found += [Candidate(*item.span, TERM, item) for item in designations.find(text)]
    found = [candidate for candidate in found if not _is_part_of_code(text, candidate)]
    return _said(text, _chosen(found, text), context)


def _is_part_of_code(text: str, candidate: Candidate) -> bool:
    """Whether an abbreviation is tied to a code before it: the UBND of 174/TB-UBND."""
    start = candidate.start
    tied = start > 1 and text[start - 1] in "-/" and text[start - 2].isalnum()
    return tied and candidate.rank != VALUE and text[start : candidate.end].isupper()


def _binding(match: Match, text: str, context: Context) -> list[Match]:
    """A match if it binds; else what binds within its words and is part of its English: (đại biểu) Quốc hội.

    A longer term that is only preferred does not take the protection of a term away that it is made with.
    """
    if _binds(match, text):
        return [match]
    space = text.find(" ", match.start, match.end) + 1
    said = " ".join((match.term.en, *match.term.alternatives)).casefold()
    lost = {term for term in match.shadowed if term.use == "protect" and _is_said(term, said)}
    if not lost or not space or match.choices or match.term.use == "protect":
        return []
    within = context.glossary.match(text[space : match.end], context.published)
    moved = [inner._replace(start=inner.start + space, end=inner.end + space) for inner in within]
    return [inner for inner in moved if inner.term in lost and _binds(inner, text)]


def _is_said(term: Term, english: str) -> bool:
    """Whether the English of a longer term has that of a shorter one, in the singular or plural."""
    return any(form.casefold() in english for form in (term.en, plural(term.en)))


def _binds(match: Match, text: str) -> bool:
    """Whether a match has one right English form: no mere preference, and not open between several readings.

    Degrees in one or two capitals (TS, KS) also stand for other things; they count only before a name.
    """
    if match.term.use != "protect" or match.choices:
        return False
    if match.term.kind == "organisation" and _is_part_of_word(text, match):
        return False
    if match.term.vi in _UNLESS and any(word in text.lower() for word in _UNLESS[match.term.vi]):
        return False
    short = match.end - match.start <= 3 and match.term.kind == "position"
    return not short or text[match.end : match.end + 3].strip(" .")[:1].isupper()


_UNLESS = {"đoàn viên": ("công đoàn", "công nhân", "lao động", "lương", "hội viên", "nghiệp đoàn")}
"""Terms that another word of the text gives another reading: members of the Youth Union or of a trade union."""


def _is_part_of_word(text: str, match: Match) -> bool:
    """Whether a body's words are ordinary ones here: "các bộ xây dựng", "liên Chính phủ"."""
    before = text[max(0, match.start - 7) : match.start].split(" ")
    if len(before) > 1 and before[-2].lower() == "trưởng":
        return False
    first, _, rest = text[match.start : match.end].partition(" ")
    small = first in _SMALL_WORDS and rest.split(" ")[0] not in _SECONDS
    return small or (len(before) > 1 and before[-2] in _PREFIXES)


_PREFIXES = frozenset({"liên", "phi"})
_SMALL_WORDS = frozenset({"bộ", "ban", "cục", "vụ", "hội", "viện", "đoàn", "quỹ"})
"""Heads of bodies that are ordinary words without their capital: các bộ xây dựng chương trình."""

_SECONDS = frozenset({"phận", "giám", "chấp", "tổ", "chỉ", "quản", "thanh", "phụ", "nông", "cựu"})
"""Syllables with which such a word is the head of a body in small letters too: bộ phận một cửa, ban giám khảo."""


def _learn(tokens: Tokens, matches: list[Match]) -> set[int]:
    """Tell the grammar where the glossary has found bodies, so that it can set their place and their posts.

    Gives back where the bodies begin whose names go on behind the match (Ban Quản lý dự án giao thông): no Items.
    """
    unfinished: set[int] = set()
    if not matches:
        return unfinished
    for match in matches:
        placed = match.term.vi.split(" ")[-1] in ("tỉnh", "huyện", "xã", "phường")
        body = match.term.kind == "organisation" or match.term.vi.startswith("Ban ")
        place = tokens.between(match.start, match.end) if body or placed else None
        if place is not None:
            forms = (match.term.en, *match.term.alternatives)
            start, end = place
            headed = tokens.fold_at(start - 1) == "trưởng"
            if end - start > 1 and (headed or tokens.shapes[start] != LOWER):
                if tokens.folds[start] in _OPEN and institutions.goes_on(tokens, end):
                    unfinished.add(match.start)
                    continue
                tokens.known[start] = (end, Name(forms), match.term.layer != "vnnews")
    return unfinished


_OPEN = frozenset({"trung", "viện", "quĩ", "ban", "hội", "công", "tổng", "tập", "đội", "trường", "chi", "hiệp"})
"""First syllables, folded, of bodies whose field of work may go on behind what the glossary knows."""

_KINDS: dict[str, Kind] = {"organisation": "institution", "position": "title"}


def _of_match(text: str, match: Match) -> Candidate:
    term = match.term
    kind = _KINDS.get(term.kind, "term")
    phrase = _many(term_phrase(term)) if kind != "term" and _is_counted(text, match.start) else term_phrase(term)
    if text[match.start : match.end] == term.abbr_en:
        phrase = replace(phrase, preferred=term.abbr_en, accepted=(term.en, *phrase.accepted))
    item = Item((match.start, match.end), kind, phrase, term)
    return Candidate(match.start, match.end, TERM, item)


def _is_counted(text: str, start: int) -> bool:
    """Whether a word that makes a plural stands before a place in the text: các, những, a number from two on."""
    words = text[max(0, start - 12) : start].split()
    last = words[-1] if words and text[start - 1] == " " else ""
    return last in _PLURAL_WORDS or (last.isdigit() and int(last) > 1)


_PLURAL_WORDS = frozenset({"các", "những", "nhiều", "hai", "ba", "bốn", "mọi"})


def _many(phrase: Phrase) -> Phrase:
    """The phrase of a common noun in the plural; a name of a body or post stays as it is, but for its members."""
    common = phrase.preferred[:1].islower() or phrase.preferred.endswith(" member")
    if not common or phrase.plural:
        return phrase
    many = plural(phrase.preferred)
    accepted = (phrase.preferred, *(form for form in phrase.accepted if form != many))
    return replace(phrase, preferred=many, accepted=accepted, plural=True)


@lru_cache(maxsize=20_000)
def term_phrase(term: Term) -> Phrase:
    """The phrase of a glossary entry; its plural counts as right too."""
    forms = (term.en, *term.alternatives, *((term.abbr_en,) if term.abbr_en else ()))
    many = tuple(plural(form) for form in forms)
    accepted = tuple(form for form in dict.fromkeys((*forms, *many)) if form != term.en)
    named = term.kind in ("organisation", "position") and term.en[:1].isupper()
    article: Literal["the", ""] = "the" if named else ""
    return Phrase(term.vi, term.en, accepted, article, forbidden=term.forbidden)


def _chosen(found: list[Candidate], text: str) -> list[Candidate]:
    """The candidates that stand: of those that overlap the longest, of equals the one of higher rank."""
    found.sort(key=lambda c: (c.start - c.end, -c.rank, c.start))
    taken: list[Candidate] = []
    used = bytearray(len(text))
    for candidate in found:
        if used.find(1, candidate.start, candidate.end) >= 0:
            candidate = without_unit(candidate) if candidate.rank == NAME else _number_alone(candidate, text)
        start, end = candidate.start, candidate.end
        if used.find(1, start, end) < 0:
            used[start:end] = b"\x01" * (end - start)
            taken.append(candidate)
        elif candidate.rank == TERM:
            _give_entry(taken, candidate)
    taken.sort()
    return taken


def _number_alone(candidate: Candidate, text: str) -> Candidate:
    """A number without the unit or "số" that belongs to a longer term: 5 (ngày làm việc), (kinh tế số) 12."""
    quantity = candidate.item.value
    numbered = candidate.item.kind == "number" and text.startswith("số ", candidate.start)
    if numbered and isinstance(quantity, Quantity):
        start = candidate.start + len("số ")
        item = Item((start, candidate.end), "number", replace(quantity, written="figures"))
        return candidate._replace(start=start, item=item)
    digits = _DIGITS.match(text, candidate.start, candidate.end)
    if digits is None or candidate.item.kind != "unit" or not isinstance(quantity, Quantity):
        return candidate
    item = Item(digits.span(), "number", replace(quantity, unit=None))
    return candidate._replace(end=digits.end(), item=item)


_DIGITS = re.compile(r"\d+(?:[.,]\d+)*(?: ?[-–] ?\d+(?:[.,]\d+)*)?")


def _give_entry(taken: list[Candidate], lost: Candidate) -> None:
    """Let the Item that won over a glossary entry of the very same words carry that entry and its forms."""
    for i, winner in enumerate(taken):
        if (winner.start, winner.end) == (lost.start, lost.end) and winner.rank == NAME and lost.item.entry:
            taken[i] = winner._replace(item=replace(winner.item, entry=lost.item.entry))


def _said(text: str, chosen: list[Candidate], context: Context) -> list[Item]:
    """The Items, posts in the words that fit their holders, glossary entries of the same words honoured."""
    items: list[Item] = []
    for i, candidate in enumerate(chosen):
        item = candidate.item
        if candidate.post is not None:
            item = replace(item, value=_post_said(_phrase(item).vi, candidate.post, _holder(text, chosen, i), context))
        elif item.kind == "title" and "hairman" in _phrase(item).preferred:
            item = replace(item, value=_of_gender(_phrase(item), _holder(text, chosen, i)))
        if item.entry is not None and candidate.rank == NAME and isinstance(item.value, Phrase):
            item = replace(item, value=_with_entry(item, item.entry))
        items.append(item)
    return items


def _post_said(vi: str, post: Post, holder: Person | None, context: Context) -> Phrase:
    """The phrase of a post for its holder: by what the text says of the holder, then by what the roster does."""
    settled = settle(post, holder.name if holder else None, context)
    gender = holder.gender if holder and holder.gender else settled.gender
    phrase = post_phrase(vi, replace(post, gender=gender))
    if settled.en is None or settled.en == phrase.preferred:
        return phrase
    others = (phrase.preferred, *(form for form in phrase.accepted if form != settled.en))
    return replace(phrase, preferred=settled.en, accepted=others)


def _of_gender(phrase: Phrase, holder: Person | None) -> Phrase:
    """A glossary's Chairman as the holder's gender asks for it, the other words accepted."""
    said = (phrase.preferred, *phrase.accepted)
    woman = holder is not None and holder.gender == "female"
    words = ("hairwoman", "hairman", "hairperson") if woman else ("hairman", "hairwoman", "hairperson")
    forms = dict.fromkeys(form.replace("hairman", word) for word in words for form in said)
    first, *others = forms
    return replace(phrase, preferred=first, accepted=tuple(form for form in others if form not in phrase.forbidden))


def _phrase(item: Item) -> Phrase:
    assert isinstance(item.value, Phrase)
    return item.value


def _with_entry(item: Item, entry: Term) -> Phrase:
    """The phrase of grammar and that of the glossary for the same words; the house's entry leads, ours follows."""
    made, given = _phrase(item), term_phrase(entry)
    keep = "woman" in made.preferred or (entry.layer == "vnnews" and made.preferred not in entry.forbidden)
    preferred = made.preferred if keep else given.preferred
    forms = dict.fromkeys((made.preferred, given.preferred, *given.accepted, *made.accepted))
    accepted = tuple(form for form in forms if form != preferred and form not in entry.forbidden)
    return replace(made, preferred=preferred, accepted=accepted, forbidden=entry.forbidden)


_APPOINTED = re.compile(
    r"(?:(?:đã|vừa|hiện|nguyên|từng|tiếp tục|tái) ?)*(?:được (?:[^\W\d_A-Z]+ ){1,6})?"
    r"(?:là|làm|giữ(?: chức(?: vụ)?)?|đắc cử)"
)
"""What stands between a person and the post: là, vừa được bầu làm, tiếp tục giữ chức."""


def _holder(text: str, chosen: list[Candidate], i: int) -> Person | None:
    """Who holds the post at `i`: the name after it, past further posts, or the name it is set beside."""
    for j in range(i + 1, len(chosen)):
        between = text[chosen[j - 1].end : chosen[j].start].strip()
        value = chosen[j].item.value
        if isinstance(value, Person) and between in ("", "-", "–", ":"):
            return value
        if chosen[j].item.kind == "honorific" and between in ("", "-", "–", ":", ","):
            continue
        if chosen[j].post is None or between not in (",", "kiêm", "và", "-", "–"):
            break
    for j in range(i - 1, -1, -1):
        between = text[chosen[j].end : chosen[j + 1].start].strip()
        value = chosen[j].item.value
        if isinstance(value, Person):
            return value if between in (",", "-", "–", "(") or _APPOINTED.fullmatch(between) else None
        if chosen[j].post is None or between not in (",", "kiêm", "và", "-", "–"):
            break
    return None
