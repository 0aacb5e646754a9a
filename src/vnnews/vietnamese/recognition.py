"""Recognise: all Items of a Vietnamese text, whoever finds them.

Values (numbers, dates, documents), terms of the glossary, and names by grammar (posts, bodies, people, places) are
found side by side; where they overlap the longer one stands. What is doubtful is left out: an engine is made to keep
every Item, so a false one spoils its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from vnnews.english import names
from vnnews.english.articles import plural
from vnnews.english.bodies import Name, Post, body_phrase, post_phrase
from vnnews.glossary.term import Match, Term
from vnnews.item import Gender, Item, Kind, Person, Phrase, Place, Quantity
from vnnews.vietnamese import institutions, people, places, titles, values
from vnnews.vietnamese.context import Context
from vnnews.vietnamese.grammar import Grammar, grammar
from vnnews.vietnamese.tokens import CAPITAL, LOWER, OTHER, Tokens


class _Candidate(NamedTuple):
    """An Item that may stand, by code points; `rank` decides among equals (higher wins); `post` is still to be said."""

    start: int
    end: int
    rank: int
    item: Item
    post: Post | None = None


_TERM, _NAME, _VALUE = range(3)


def recognise(text: str, context: Context) -> list[Item]:
    """The Items of `text` (NFC, any length), sorted by place, none overlapping; spans are code points of `text`."""
    tokens = Tokens(text)
    matches = [m for m in context.glossary.match(text, context.published) if _binds(m, text)]
    rules = grammar(context.glossary)
    unfinished = _learn(tokens, matches)
    matches = [match for match in matches if match.start not in unfinished]
    found = [_of_match(text, match) for match in matches]
    found += [_Candidate(*item.span, _VALUE, item) for item in values.find(text, context.published)]
    found += _Scan(tokens, rules, context, {match.end for match in matches if match.term.kind == "position"}).run()
    found = [candidate for candidate in found if not _is_part_of_code(text, candidate)]
    return _said(text, _chosen(found, text), context)


def _is_part_of_code(text: str, candidate: _Candidate) -> bool:
    """Whether an abbreviation is tied to a code before it: the UBND of 174/TB-UBND."""
    start = candidate.start
    tied = start > 1 and text[start - 1] in "-/" and text[start - 2].isalnum()
    return tied and candidate.rank != _VALUE and text[start : candidate.end].isupper()


def _binds(match: Match, text: str) -> bool:
    """Whether a match has one right English form: no mere preference, and not open between several readings.

    Degrees in one or two capitals (TS, KS) also stand for other things; they count only before a name.
    """
    if match.term.use != "protect" or match.choices:
        return False
    if match.term.kind == "organisation" and _is_part_of_word(text, match):
        return False
    short = match.end - match.start <= 3 and match.term.kind == "position"
    return not short or text[match.end : match.end + 3].strip(" .")[:1].isupper()


def _is_part_of_word(text: str, match: Match) -> bool:
    """Whether a body's words are ordinary ones here: "các bộ xây dựng", "liên Chính phủ"."""
    before = text[max(0, match.start - 5) : match.start].split(" ")
    return text[match.start : match.end].split(" ")[0] in _SMALL_WORDS or (len(before) > 1 and before[-2] in _PREFIXES)


_PREFIXES = frozenset({"liên", "phi"})
_SMALL_WORDS = frozenset({"bộ", "ban", "cục", "vụ", "hội", "viện", "đoàn", "quỹ"})
"""Heads of bodies that are ordinary words without their capital: các bộ xây dựng chương trình."""


def _learn(tokens: Tokens, matches: list[Match]) -> set[int]:
    """Tell the grammar where the glossary has found bodies, so that it can set their place and their posts.

    Gives back where the bodies begin whose names go on behind the match (Ban Quản lý dự án giao thông): no Items.
    """
    unfinished: set[int] = set()
    if not matches:
        return unfinished
    first = {start: i for i, start in enumerate(tokens.starts)}
    last = {end: i + 1 for i, end in enumerate(tokens.ends)}
    for match in matches:
        placed = match.term.vi.split(" ")[-1] in ("tỉnh", "huyện", "xã", "phường")
        if (match.term.kind == "organisation" or placed) and match.start in first and match.end in last:
            forms = (match.term.en, *match.term.alternatives)
            start, end = first[match.start], last[match.end]
            if end - start > 1 and tokens.shapes[start] != LOWER:
                if tokens.folds[start] in _OPEN and institutions.goes_on(tokens, end):
                    unfinished.add(match.start)
                    continue
                tokens.known[start] = (end, Name(forms), match.term.layer != "vnnews")
    return unfinished


_OPEN = frozenset({"trung", "viện", "quĩ", "ban", "hội", "công", "tổng", "tập", "đội", "trường", "chi", "hiệp"})
"""First syllables, folded, of bodies whose field of work may go on behind what the glossary knows."""

_KINDS: dict[str, Kind] = {"organisation": "institution", "position": "title"}


def _of_match(text: str, match: Match) -> _Candidate:
    term = match.term
    kind = _KINDS.get(term.kind, "term")
    phrase = _many(term_phrase(term)) if kind != "term" and _is_counted(text, match.start) else term_phrase(term)
    if text[match.start : match.end] == term.abbr_en:
        phrase = replace(phrase, preferred=term.abbr_en, accepted=(term.en, *phrase.accepted))
    item = Item((match.start, match.end), kind, phrase, term)
    return _Candidate(match.start, match.end, _TERM, item)


def _is_counted(text: str, start: int) -> bool:
    """Whether a word that makes a plural stands before a place in the text: các, những, a number from two on."""
    words = text[max(0, start - 12) : start].split()
    last = words[-1] if words and text[start - 1] == " " else ""
    return last in _PLURAL_WORDS or (last.isdigit() and int(last) > 1)


_PLURAL_WORDS = frozenset({"các", "những", "nhiều", "hai", "ba", "bốn", "mọi"})


def _many(phrase: Phrase) -> Phrase:
    """The phrase of a common noun in the plural; a name of a body or post stays as it is."""
    if not phrase.preferred[:1].islower() or phrase.plural:
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


class _Scan:
    """One walk over the tokens for what grammar finds."""

    def __init__(self, tokens: Tokens, rules: Grammar, context: Context, cues: set[int]) -> None:
        self.tokens = tokens
        self.rules = rules
        self.context = context
        self.cues = cues
        self.place_before = -1

    def run(self) -> Iterator[_Candidate]:
        """The candidates from left to right."""
        if _is_byline(self.tokens):
            yield from self._byline()
            return
        i, n = 0, len(self.tokens)
        shapes, folds, starters = self.tokens.shapes, self.tokens.folds, _small_starters()
        while i < n:
            if shapes[i] == OTHER or (shapes[i] == LOWER and folds[i] not in starters):
                i += 1
                continue
            after = i + 1
            for candidate, end in self._at(i):
                after = max(after, end)
                yield candidate
            i = after

    def _at(self, i: int) -> Iterator[tuple[_Candidate, int]]:
        """What begins at token `i`, each with the token to go on from."""
        tokens = self.tokens
        post = titles.post_at(tokens, i, self.rules)
        if post is not None and (post.whole or tokens.shapes[i] != LOWER):
            name = people.person_after_cue(tokens, post.end) if self._cued(post.end) else None
            if post.whole or name is not None or (post.clear and tokens.shapes[i] == CAPITAL):
                yield self._post(i, post), post.end
                if name is not None:
                    yield self._person(name), name.end
                return
        if tokens.shapes[i] != LOWER:
            body = institutions.body_at(tokens, i, self.rules)
            if body is not None:
                start, end = tokens.span(i, body.end)
                phrase = body_phrase(tokens.written(i, body.end), body.body)
                yield _Candidate(start, end, _NAME, Item((start, end), "institution", phrase)), body.end
                return
        yield from self._names(i)

    def _names(self, i: int) -> Iterator[tuple[_Candidate, int]]:
        """A person or place at token `i`: what is announced first, then what the tables know, then what is left."""
        tokens = self.tokens
        if self._cued_name(i) and (announced := people.person_after_cue(tokens, i)) is not None:
            yield self._person(announced), announced.end
            return
        longer = people.person_alone(tokens, i)
        place = places.place_at(tokens, i) or self._listed_place(i)
        if place is not None and self._is_place(place, longer):
            yield self._place(place), place.end
            return
        addressed = self._addressed(i)
        if addressed:
            yield from addressed
        elif longer is not None:
            yield self._person(longer), longer.end
        elif (place := places.commune_at(tokens, i) or places.closed_at(tokens, i)) is not None:
            yield self._place(place), place.end

    def _listed_place(self, i: int) -> places.Found | None:
        """A place that goes on a list: "xã Bình Hòa, Bình Lợi"."""
        follows = i > 0 and self.place_before == i - 1 and self.tokens.folds[i - 1] in (",", "và", "-")
        if not follows:
            return None
        return places.listed_at(self.tokens, i) or places.closed_at(self.tokens, i, listed=True)

    def _is_place(self, place: places.Found, person: people.Found | None) -> bool:
        """Whether a place stands against a person's name that begins at the same token."""
        if person is None or person.end <= place.end or place.place.unit is not None:
            return True
        return people.starts_name(self.tokens, place.end)

    def _place(self, found: places.Found) -> _Candidate:
        tokens, i = self.tokens, found.start
        self.place_before = found.end
        span = tokens.span(i, found.end)
        candidate = _Candidate(*span, _NAME, _place_item(span, found.place))
        several = i > 0 and (tokens.folds[i - 1] in _SEVERAL or tokens.words[i - 1].isdigit())
        return _without_unit(candidate) if several else candidate

    def _addressed(self, i: int) -> list[tuple[_Candidate, int]]:
        """A form of address at token `i` and the name after it; empty where there is none."""
        found = people.address_at(self.tokens, i)
        if found is None or titles.post_at(self.tokens, found[0], self.rules) is not None:
            return []
        at, address = found
        name = people.person_after_cue(self.tokens, at, address.gender)
        if name is None or (address.gender is None and places.bare_at(self.tokens, at) is not None):
            return []
        span = self.tokens.span(i, at)
        phrase = Phrase(self.tokens.written(i, at), address.en, address.alternatives)
        return [
            (_Candidate(*span, _NAME, Item(span, "honorific", phrase)), at),
            (self._person(name), name.end),
        ]

    def _cued(self, i: int) -> bool:
        """Whether a name at token `i`, just after a post, can be its holder's."""
        tokens = self.tokens
        if not tokens.is_name(i) or not tokens.adjacent(i):
            return False
        place = places.bare_at(tokens, i)
        if place is not None and (place.end >= people.run_end(tokens, i) or people.starts_name(tokens, place.end)):
            return False
        return people.run_end(tokens, i) - i >= 2

    def _cued_name(self, i: int) -> bool:
        """Whether what stands before token `i` announces a person: a post of the glossary, or "Ảnh:"."""
        tokens = self.tokens
        if i == 0 or not tokens.is_name(i):
            return False
        if tokens.folds[i - 1] == ":" and tokens.fold_at(i - 2) in _CREDITS:
            return people.run_end(tokens, i) - i >= 2
        announced = tokens.ends[i - 1] in self.cues or people.called(tokens, i)
        of_place = tokens.folds[i - 1] in places.gazetteer().unit_words and people.person_alone(tokens, i) is None
        return announced and not of_place and self._cued(i)

    def _byline(self) -> Iterator[_Candidate]:
        tokens, i = self.tokens, 0
        while i < len(tokens):
            name = people.person_after_cue(tokens, i)
            if name is not None:
                yield self._person(name)
            i = name.end if name else i + 1

    def _post(self, i: int, found: titles.Found) -> _Candidate:
        start, end = self.tokens.span(i, found.end)
        item = Item((start, end), "title", Phrase(self.tokens.written(i, found.end), ""))
        return _Candidate(start, end, _NAME, item, found.post)

    def _person(self, found: people.Found) -> _Candidate:
        person = found.person
        entry = self.context.roster.find(person.name) if self.context.roster else None
        if entry is not None:
            person = replace(person, gender=entry.gender or person.gender, en=entry.en)
        span = self.tokens.span(found.start, found.end)
        return _Candidate(*span, _NAME, Item(span, "person", person))


def _place_item(span: tuple[int, int], place: Place) -> Item:
    """The Item of a place; a people (Ba Na, Xơ Đăng), which the gazetteer lists too, is a term."""
    if place.unit is None and place.name in places.gazetteer().peoples:
        forms = names.place_names(place.name)
        return Item(span, "term", Phrase(place.name, forms[0], forms[1:]))
    return Item(span, "place", place)


_SEVERAL = frozenset({"các", "những", "hai", "ba", "bốn", "năm"})
"""Words before a unit word that make it stand for all names of a list: các huyện Trà Cú, Cầu Ngang."""


@cache
def _small_starters() -> frozenset[str]:
    """The folded tokens that can begin an Item of grammar though they are written small."""
    lexicons = (titles.posts(), people.addresses(), places.gazetteer().unit_words, places.gazetteer().bare)
    return titles.starts() | {first for lexicon in lexicons for first in lexicon.firsts()}


_CREDITS = {"ảnh", "bài", "tin", "hình", "clip", "video", "hiện", "giả", "dịch", "họa", "bút", "viên"}


def _is_byline(tokens: Tokens) -> bool:
    """Whether a whole text is names of authors: capitalised runs of two to four, parted by dashes or commas."""
    if not 2 <= len(tokens) <= 14 or not tokens.is_name(0):
        return False
    i, found = 0, 0
    while i < len(tokens):
        end = people.run_end(tokens, i)
        if not 2 <= end - i <= 4:
            return False
        found += places.bare_at(tokens, i) is None
        if end < len(tokens) and tokens.folds[end] not in ("-", ",", "và"):
            return False
        i = end + 1
    return found > 0


def _chosen(found: list[_Candidate], text: str) -> list[_Candidate]:
    """The candidates that stand: of those that overlap the longest, of equals the one of higher rank."""
    found.sort(key=lambda c: (c.start - c.end, -c.rank, c.start))
    taken: list[_Candidate] = []
    used: set[int] = set()
    for candidate in found:
        span = range(candidate.start, candidate.end)
        if not used.isdisjoint(span):
            candidate = _without_unit(candidate) if candidate.rank == _NAME else _number_alone(candidate, text)
            span = range(candidate.start, candidate.end)
        if used.isdisjoint(span):
            used.update(span)
            taken.append(candidate)
        elif candidate.rank == _TERM:
            _give_entry(taken, candidate)
    taken.sort()
    return taken


def _without_unit(candidate: _Candidate) -> _Candidate:
    """A place by its name alone, where its unit word belongs to a longer Item: cổng thông tin điện tử tỉnh Bạc Liêu."""
    place = candidate.item.value
    if not isinstance(place, Place) or place.unit is None or place.name[:1].isdigit():
        return candidate
    start = candidate.end - len(place.name)
    return candidate._replace(start=start, item=Item((start, candidate.end), "place", Place(place.name)))


def _number_alone(candidate: _Candidate, text: str) -> _Candidate:
    """A number without its unit, where the unit belongs to a longer term: 5 (ngày làm việc)."""
    quantity = candidate.item.value
    digits = _DIGITS.match(text, candidate.start, candidate.end)
    if digits is None or candidate.item.kind != "unit" or not isinstance(quantity, Quantity):
        return candidate
    item = Item(digits.span(), "number", replace(quantity, unit=None))
    return candidate._replace(end=digits.end(), item=item)


_DIGITS = re.compile(r"\d+(?:[.,]\d+)*(?: ?[-–] ?\d+(?:[.,]\d+)*)?")


def _give_entry(taken: list[_Candidate], lost: _Candidate) -> None:
    """Let the Item that won over a glossary entry of the very same words carry that entry and its forms."""
    for i, winner in enumerate(taken):
        if (winner.start, winner.end) == (lost.start, lost.end) and winner.rank == _NAME:
            taken[i] = winner._replace(item=replace(winner.item, entry=lost.item.entry))


def _said(text: str, chosen: list[_Candidate], context: Context) -> list[Item]:
    """The Items, posts in the words that fit their holders, glossary entries of the same words honoured."""
    items: list[Item] = []
    for i, candidate in enumerate(chosen):
        item = candidate.item
        if candidate.post is not None:
            phrase = post_phrase(_phrase(item).vi, replace(candidate.post, gender=_holder_gender(text, chosen, i)))
            item = replace(item, value=phrase)
        if item.entry is not None and candidate.rank == _NAME and isinstance(item.value, Phrase):
            item = replace(item, value=_with_entry(item, item.entry))
        items.append(item)
    return items


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


def _holder_gender(text: str, chosen: list[_Candidate], i: int) -> Gender | None:
    """The gender of who holds the post at `i`: the name after it, past further posts, or the name it is set beside."""
    for j in range(i + 1, len(chosen)):
        between = text[chosen[j - 1].end : chosen[j].start].strip()
        value = chosen[j].item.value
        if isinstance(value, Person) and between in ("", "-", "–", ":"):
            return value.gender
        if chosen[j].item.kind == "honorific" and between in ("", "-", "–", ":", ","):
            continue
        if chosen[j].post is None or between not in (",", "kiêm", "và", "-", "–"):
            break
    for j in range(i - 1, -1, -1):
        between = text[chosen[j].end : chosen[j + 1].start].strip()
        value = chosen[j].item.value
        if isinstance(value, Person):
            return value.gender if between in (",", "-", "–", "là", "giữ chức", "làm", "(") else None
        if chosen[j].post is None or between not in (",", "kiêm", "và", "-", "–"):
            break
    return None
