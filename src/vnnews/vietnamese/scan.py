"""Scan: one walk over a text for what grammar finds: posts, bodies, people, places, forms of address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from vnnews.english import names
from vnnews.english.bodies import Post, body_phrase, units_phrase
from vnnews.english.units import UNITS
from vnnews.item import Item, Phrase, Place
from vnnews.vietnamese import institutions, people, places, scopes, titles, unlisted
from vnnews.vietnamese.context import Context
from vnnews.vietnamese.designations import is_foreign_word
from vnnews.vietnamese.gazetteer import gazetteer
from vnnews.vietnamese.grammar import Grammar
from vnnews.vietnamese.lexis import LABELS
from vnnews.vietnamese.tokens import CAPITAL, CAPITALS, LOWER, OTHER, Tokens


class Candidate(NamedTuple):
    """An Item that may stand, by code points; `rank` decides among equals (higher wins); `post` is still to be said."""

    start: int
    end: int
    rank: int
    item: Item
    post: Post | None = None


TERM, NAME, VALUE = range(3)


class Scan:
    """One walk over the tokens for what grammar finds."""

    def __init__(self, tokens: Tokens, rules: Grammar, context: Context, cues: set[int]) -> None:
        self.tokens = tokens
        self.rules = rules
        self.context = context
        self.cues = cues
        self.place_before = -1
        self.people_before = -1
        self.unit_of_list: str | None = None
        self.person_before = -1
        self.guest = -1
        self.credited = -1

    def run(self) -> Iterator[Candidate]:
        """The candidates from left to right."""
        pen_name = people.pen_name(self.tokens)
        if pen_name is not None:
            yield self._person(pen_name)
            return
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

    def _at(self, i: int) -> Iterator[tuple[Candidate, int]]:
        """What begins at token `i`, each with the token to go on from."""
        tokens = self.tokens
        village = self._village_head(i)
        if village:
            yield from village
            return
        post = titles.post_at(tokens, i, self.rules)
        if post is not None and (post.whole or tokens.shapes[i] != LOWER):
            name = people.person_after_cue(tokens, post.end) if self._cued(post.end) else None
            name = name or people.holder_in_capitals(tokens, post.end)
            elsewhere = self._said_abroad(post.post.forms[0], post.end)
            if elsewhere is not None:
                span = tokens.span(i, post.end)
                phrase = Phrase(tokens.written(i, post.end), elsewhere, post.post.forms)
                yield Candidate(*span, NAME, Item(span, "title", phrase)), post.end
                return
            abroad = post.post.forms[0].endswith("hairman") and self._is_foreign(post.end)
            alone = post.clear and tokens.shapes[i] == CAPITAL and not abroad
            if abroad and name is not None:
                yield self._person(name), name.end
                return
            if post.whole or name is not None or alone:
                yield self._post(i, post), post.end
                if name is not None:
                    yield self._person(name), name.end
                return
        small = tokens.shapes[i] == LOWER
        if not small or (tokens.folds[i] in _SMALL_HEADS and tokens.fold_at(i - 1) not in _HALVES):
            body = institutions.body_at(tokens, i, self.rules, any_case=small)
            if body is not None and not self._is_subject(i, body.end):
                start, end = tokens.span(i, body.end)
                phrase = body_phrase(tokens.written(i, body.end), body.body)
                yield Candidate(start, end, NAME, Item((start, end), "institution", phrase)), body.end
                return
        yield from self._names(i)

    def _is_subject(self, i: int, end: int) -> bool:
        """Whether a body over [i, end) is but an abbreviation of what it deals with: nợ BHXH, but theo BHXH."""
        alone = end == i + 1 and self.tokens.folds[i] == "bhxh"
        return alone and self.tokens.fold_at(i - 1) not in ("theo", "của", "với", "và")

    def _village_head(self, i: int) -> list[tuple[Candidate, int]]:
        """The head of a village that is named, at token `i`, and who that is: trưởng thôn Tân Lập Nguyễn Văn An."""
        tokens = self.tokens
        if tokens.folds[i] != "trưởng" or (unit := places.unit_at(tokens, i + 1)) is None:
            return []
        of_person = self.person_before == i - 1 and tokens.fold_at(i - 1) == ","
        found = places.named(tokens, i + 1, unit[0], unit[1], after_post=not of_person)
        if found is None or UNITS[unit[1]].level != "village":
            return []
        span = tokens.span(i, found.end)
        said = names.places(found.place)
        forms = dict.fromkeys((*(f"head of {form}" for form in said), *(f"{form} head" for form in said)))
        phrase = Phrase(tokens.written(i, found.end), next(iter(forms)), tuple(forms)[1:], "the", place=found.place)
        out = [(Candidate(*span, NAME, Item(span, "title", phrase)), found.end)]
        name = people.person_after_cue(tokens, found.end) if self._cued(found.end) else None
        return [*out, (self._person(name), name.end)] if name else out

    def _is_foreign(self, i: int) -> bool:
        """Whether another country or its leader stands at token `i`: that Chủ tịch is a President."""
        if people.foreigner(self.tokens.written(i, people.run_end(self.tokens, i))) is not None:
            return True
        place = places.bare_at(self.tokens, i)
        return place is not None and places.is_foreign(place.place.name)

    def _said_abroad(self, post: str, i: int) -> str | None:
        """How a leader's `post` is called in the country at token `i`: Germany has a Chancellor, China a President."""
        if post == "State President":
            return "President" if self._is_foreign(i) else None
        place = places.bare_at(self.tokens, i) if post == "Prime Minister" else None
        return "Chancellor" if place and names.place_name(place.place.name) in ("Germany", "Austria") else None

    def _names(self, i: int) -> Iterator[tuple[Candidate, int]]:
        """A person or place at token `i`: what is announced first, then what the tables know, then what is left."""
        tokens = self.tokens
        announced = people.person_after_cue(tokens, i) or people.pen_name(tokens, i) if self._cued_name(i) else None
        if announced is not None:
            if tokens.folds[i - 1] in _CREDIT_MARKS:
                self.credited = announced.end
            yield self._person(announced), announced.end
            return
        signed = people.name_in_capitals(tokens, i)
        if signed is not None and places.bare_at(tokens, i) is None:
            yield self._person(signed), signed.end
            return
        listed = self._units(i)
        if listed is not None:
            yield listed
            return
        if self.guest == i:
            guest = people.guest(tokens, i)
            if guest is not None:
                yield self._person(guest), guest.end
            return
        longer = self._person_alone(i)
        place = places.people_at(tokens, i, listed=self.people_before == i - 1 and self._goes_on(i))
        place = place or places.place_at(tokens, i) or self._listed_place(i)
        if place is not None and self._is_place(place, longer):
            place = places.with_number(tokens, place, self.unit_of_list if self._follows_place(i) else None)
            yield self._place(place), place.end
            return
        addressed = self._addressed(i)
        if addressed:
            yield from addressed
        elif longer is not None:
            yield self._person(longer), longer.end
        elif (listed_person := self._before_post(i)) is not None:
            yield self._person(listed_person), listed_person.end
        elif (comrade := self._comrade(i)) is not None:
            yield comrade
        elif tokens.is_name(i):
            yield from self._unannounced(i)

    def _unannounced(self, i: int) -> Iterator[tuple[Candidate, int]]:
        """A name at token `i` that nothing before it announces and no table is sure of: what follows tells."""
        tokens = self.tokens
        if (aged := people.aged(tokens, i)) is not None:
            yield self._person(aged), aged.end
        elif (place := places.commune_at(tokens, i) or unlisted.closed_at(tokens, i)) is not None:
            place = places.with_number(tokens, place)
            yield self._place(place), place.end
        elif (kin := people.kin(tokens, i)) is not None:
            yield self._person(kin), kin.end
        elif tokens.shapes[i - 1] == CAPITALS and tokens.adjacent(i) and (guest := people.guest(tokens, i)) is not None:
            yield self._person(guest), guest.end

    def _person_alone(self, i: int) -> people.Found | None:
        """A person whom nothing announces at token `i`, and no flower of a town: Hoa Sa Đéc."""
        tokens = self.tokens
        found = people.person_alone(tokens, i)
        if found is None or tokens.folds[i] not in _PRODUCE:
            return found
        town = places.bare_at(tokens, i + 1)
        return None if town is not None and town.end == found.end else found

    def _units(self, i: int) -> tuple[Candidate, int] | None:
        """Units counted or named together without names: (các) huyện, thành, thị; (14) huyện, thị xã, thành phố."""
        tokens = self.tokens
        before = tokens.fold_at(i - 1)
        if tokens.shapes[i] != LOWER or not (before in _SEVERAL or before[:1].isdigit()):
            return None
        end, units = scopes.units_at(tokens, i)
        if not units:
            return None
        span = tokens.span(i, end)
        return Candidate(*span, NAME, Item(span, "term", units_phrase(tokens.written(i, end), units))), end

    def _listed_place(self, i: int) -> places.Found | None:
        """A place that goes on a list: "xã Bình Hòa, Bình Lợi"."""
        if not self._follows_place(i):
            return None
        return places.listed_at(self.tokens, i) or unlisted.closed_at(self.tokens, i, listed=True)

    def _follows_place(self, i: int) -> bool:
        """Whether a list of places goes on at token `i`."""
        return self.place_before == i - 1 and self._goes_on(i)

    def _goes_on(self, i: int) -> bool:
        """Whether the token before `i` joins what it parts."""
        return i > 0 and self.tokens.folds[i - 1] in (",", "và", "-")

    def _is_place(self, place: places.Found, person: people.Found | None) -> bool:
        """Whether a place stands against a person's name that begins at the same token."""
        if person is None or person.end <= place.end or place.place.unit is not None:
            return True
        if places.is_foreign(place.place.name):
            return True
        return people.starts_name(self.tokens, place.end)

    def _place(self, found: places.Found) -> Candidate:
        tokens, i = self.tokens, found.start
        if found.place.unit is not None or not self._follows_place(i):
            self.unit_of_list = found.place.unit
        self.place_before = found.end
        if _is_people(found.place):
            self.people_before = found.end
        self._welcome(found)
        span = tokens.span(i, found.end)
        candidate = Candidate(*span, NAME, _place_item(span, found.place))
        counted = i > 0 and tokens.words[i - 1].isdigit() and tokens.fold_at(i - 2) not in LABELS
        several = i > 0 and (tokens.folds[i - 1] in _SEVERAL or counted)
        return without_unit(candidate) if several else candidate

    def _welcome(self, found: places.Found) -> None:
        """Note whether somebody from another country may be named behind a place.

        So it is behind a country or a part of China, but behind "tại" where the country before that sends somebody:
        Đại sứ Việt Nam tại Trung Quốc Phạm Sao Mai, Đại sứ Nhật Bản tại Việt Nam Ito Naoki.
        """
        tokens, i = self.tokens, found.start
        if tokens.fold_at(i - 1) in ("tại", "ở"):
            foreign = self.guest == i - 1
        elif tokens.fold_at(i - 1) == "(" and tokens.fold_at(found.end) == ")" and self.guest == i - 1:
            self.guest = found.end + 1
            return
        else:
            foreign = places.is_foreign(found.place.name) or found.place.name in places.PARTS_OF_CHINA
        if foreign:
            self.guest = found.end

    def _addressed(self, i: int) -> list[tuple[Candidate, int]]:
        """A form of address at token `i` and the name after it; empty where there is none."""
        found = people.address_at(self.tokens, i)
        if found is None:
            return self._addressed_in_capitals(i)
        at, address = found
        if titles.post_at(self.tokens, at, self.rules) is not None:
            return []
        name = people.person_after_cue(self.tokens, at, address.gender)
        if address.gender is None and places.bare_at(self.tokens, at) is not None:
            return []
        span = self.tokens.span(i, at)
        phrase = Phrase(self.tokens.written(i, at), address.en, address.alternatives)
        honorific = (Candidate(*span, NAME, Item(span, "honorific", phrase)), at)
        return [honorific, (self._person(name), name.end)] if name else [honorific]

    def _addressed_in_capitals(self, i: int) -> list[tuple[Candidate, int]]:
        """A form of address and a name in capitals: ÔNG LÊ VĂN AN LÀM ... in a headline, Đồng chí LÊ VĂN AN."""
        hit = people.addresses().longest(self.tokens, i)
        if hit is None or (self.tokens.shapes[i] == CAPITALS and not hit[1].gender):
            return []
        name = people.holder_in_capitals(self.tokens, hit[0])
        if name is None:
            return []
        span = self.tokens.span(i, hit[0])
        phrase = Phrase(self.tokens.written(i, hit[0]), hit[1].en, hit[1].alternatives)
        person = replace(name.person, gender=hit[1].gender or name.person.gender)
        return [
            (Candidate(*span, NAME, Item(span, "honorific", phrase)), hit[0]),
            (self._person(name._replace(person=person)), name.end),
        ]

    def _before_post(self, i: int) -> people.Found | None:
        """A name of two syllables that begins a part of a list and has its post behind it: ; Thạch Sươl, Trưởng Ban."""
        tokens = self.tokens
        if tokens.fold_at(i - 1) not in (";", ":") or not people.starts_name(tokens, i):
            return None
        end = people.run_end(tokens, i)
        if tokens.fold_at(end) != "," or places.commune_at(tokens, i) is not None:
            return None
        post = titles.post_at(tokens, end + 1, self.rules) if end + 1 < len(tokens) else None
        return people.person_after_cue(tokens, i) if post is not None and post.whole else None

    def _comrade(self, i: int) -> tuple[Candidate, int] | None:
        """A form of address before a post that English drops: đồng chí Bí thư Huyện ủy."""
        hit = people.addresses().longest(self.tokens, i)
        if hit is None or hit[1].en or hit[1].gender or self.tokens.fold_at(i - 1) in _SEVERAL:
            return None
        if self.tokens.shapes[i] == CAPITAL and not people.starts_sentence(self.tokens, i):
            return None
        post = titles.post_at(self.tokens, hit[0], self.rules)
        if post is None or self.tokens.shapes[hit[0]] == LOWER:
            return None
        span = self.tokens.span(i, hit[0])
        phrase = Phrase(self.tokens.written(i, hit[0]), "", hit[1].alternatives)
        return Candidate(*span, NAME, Item(span, "honorific", phrase)), hit[0]

    def _cued(self, i: int) -> bool:
        """Whether a name at token `i`, just after a post, can be its holder's."""
        tokens = self.tokens
        if not tokens.is_name(i) or not tokens.adjacent(i):
            return False
        place = places.bare_at(tokens, i)
        if place is not None and (place.end >= people.run_end(tokens, i) or people.starts_name(tokens, place.end)):
            return False
        if place is not None and (places.is_foreign(place.place.name) or is_foreign_word(tokens.words[i])):
            return False
        return people.run_end(tokens, i) - i >= 2

    def _cued_name(self, i: int) -> bool:
        """Whether what stands before token `i` announces a person: a post of the glossary, or "Ảnh:"."""
        tokens = self.tokens
        if i == 0 or not tokens.is_name(i):
            return False
        credited = tokens.folds[i - 1] == ":" and tokens.fold_at(i - 2) in _CREDITS
        if credited or (self.credited == i - 1 and tokens.folds[i - 1] in _CREDIT_MARKS):
            return people.run_end(tokens, i) - i >= 2 or people.pen_name(tokens, i) is not None
        announced = tokens.ends[i - 1] in self.cues or people.called(tokens, i)
        of_place = tokens.folds[i - 1] in gazetteer().unit_words and people.person_alone(tokens, i) is None
        return announced and not of_place and (self._cued(i) or people.given_name_called(tokens, i))

    def _byline(self) -> Iterator[Candidate]:
        tokens, i = self.tokens, 0
        while i < len(tokens):
            name = people.person_after_cue(tokens, i)
            if name is not None:
                yield self._person(name)
            i = name.end if name else i + 1

    def _post(self, i: int, found: titles.Found) -> Candidate:
        start, end = self.tokens.span(i, found.end)
        item = Item((start, end), "title", Phrase(self.tokens.written(i, found.end), ""))
        return Candidate(start, end, NAME, item, found.post)

    def _person(self, found: people.Found) -> Candidate:
        person = found.person
        entry = self.context.roster.find(person.name) if self.context.roster else None
        if entry is None:
            person = people.foreigners().get(person.name, person)
        else:
            person = replace(person, gender=entry.gender or person.gender, en=entry.en)
        self.person_before = found.end
        span = self.tokens.span(found.start, found.end)
        return Candidate(*span, NAME, Item(span, "person", person))


def _place_item(span: tuple[int, int], place: Place) -> Item:
    """The Item of a place; a people (Ba Na, Xơ Đăng), which the gazetteer lists too, is a term."""
    if _is_people(place):
        forms = names.place_names(place.name)
        return Item(span, "term", Phrase(place.name, forms[0], forms[1:]))
    return Item(span, "place", place)


def _is_people(place: Place) -> bool:
    """Whether a name of the gazetteer is that of a people."""
    known = gazetteer()
    return place.unit is None and (place.name in known.peoples or place.name in known.small_peoples.values())


_SMALL_HEADS = frozenset({"phòng", "sở", "chi", "trung", "trường", "bệnh", "khoa"})
"""Heads that the press also writes small before a field of work in capitals: phòng Văn hóa và Thông tin."""

_HALVES = frozenset({"cơ", "trụ", "công", "hội", "xứ", "quốc", "văn", "bách", "niên", "sách", "y", "lão"})
"""Syllables that make one word with the head after them: cơ sở."""

_SEVERAL = frozenset({"các", "những", "hai", "ba", "bốn", "năm"})
"""Words before a unit word that make it stand for all names of a list: các huyện Trà Cú, Cầu Ngang."""


@cache
def _small_starters() -> frozenset[str]:
    """The folded tokens that can begin an Item of grammar though they are written small."""
    lexicons = (titles.posts(), people.addresses(), gazetteer().unit_words)
    return titles.starts() | _SMALL_HEADS | {first for lexicon in lexicons for first in lexicon.firsts()}


_PRODUCE = frozenset({"hoa", "cam"})
"""Family names that are also what towns are known for."""

_CREDIT_MARKS = (":", "-", ",", "và")
"""What stands before a name in a line of credits: Ảnh: Kim Thoa - Hữu Tuấn."""

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


def without_unit(candidate: Candidate) -> Candidate:
    """A place by its name alone, where its unit word belongs to a longer Item: trang tin của tỉnh Hòa Lạc."""
    place = candidate.item.value
    if not isinstance(place, Place) or place.unit is None or place.name[:1].isdigit():
        return candidate
    start = candidate.end - len(place.name)
    return candidate._replace(start=start, item=Item((start, candidate.end), "place", Place(place.name)))
