"""The grammar of bodies as words to look up: heads, fields of work, and what a house's glossary says of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple, cast

from vnnews.english.bodies import Manner
from vnnews.english.tables import built_in, listed
from vnnews.glossary.glossary import Glossary
from vnnews.vietnamese.tokens import Lexicon

OWN_LEVEL = {
    "tỉnh ủy": ("tỉnh", "Party Committee"),
    "thành ủy": ("thành phố", "Party Committee"),
    "huyện ủy": ("huyện", "Party Committee"),
    "quận ủy": ("quận", "Party Committee"),
    "thị ủy": ("thị xã", "Party Committee"),
    "tỉnh đoàn": ("tỉnh", "Youth Union"),
    "thành đoàn": ("thành phố", "Youth Union"),
    "huyện đoàn": ("huyện", "Youth Union"),
    "quận đoàn": ("quận", "Youth Union"),
    "thị đoàn": ("thị xã", "Youth Union"),
    "xã đoàn": ("xã", "Youth Union"),
}
"""Bodies with their level in the first syllable."""


class Head(NamedTuple):
    """A kind of body: English patterns with {f} for the field of work, and how field and scope attach."""

    forms: tuple[str, ...]
    plural: str
    field: str
    manner: Manner


class Field(NamedTuple):
    """A field of work in English, the preferred form first."""

    forms: tuple[str, ...]


class Activity(NamedTuple):
    """What a body does with a field, as an English noun, and whether that goes before the field (Elimination of)."""

    noun: str
    before: bool


class Grammar:
    """Heads and fields as words to look up; house layers of the glossary go before the shipped tables.

    `activities` are what is done with a field (quản lý: Management), `objects` fields only behind them; `dangers` are
    what bodies prevent and fight, for fields that no table lists: phòng, chống hạn hán và cháy rừng.
    """

    def __init__(self, glossary: Glossary) -> None:
        self.heads: Lexicon[Head] = Lexicon()
        self.fields: Lexicon[Field] = Lexicon()
        self.activities: Lexicon[Activity] = Lexicon()
        self.objects: Lexicon[Field] = Lexicon()
        as_written: list[tuple[str, Field]] = []
        self.dangers: Lexicon[str] = Lexicon((vi, en) for vi, en in built_in("dangers.tsv", ("vi", "en")))
        house = {t.vi: t for t in glossary.terms if t.layer != "vnnews"}
        for vi, en, plural, more, field, manner in built_in(
            "heads.tsv", ("vi", "en", "plural", "en_alternatives", "field", "scope")
        ):
            own = house.get(vi)
            forms = (own.en, *own.alternatives) if own and "{f}" not in en else (en, *listed(more))
            self.heads.add(vi, Head(forms, "" if own else plural, field, cast("Manner", manner)))
        for vi, (_, en) in OWN_LEVEL.items():
            self.heads.add(vi, Head((en,), "", "own", "proper"))
        for vi, en, more in built_in("fields.tsv", ("vi", "en", "en_alternatives")):
            if "{f}" in en:
                self.activities.add(vi, Activity(en.replace("{f}", "").strip(), en.endswith("{f}")))
                continue
            as_written.append((vi, Field((en, *listed(more)))))
        for vi, work in as_written:
            self.fields.add(vi, work)
        for vi, work in as_written:
            for spelling in _spellings(vi):
                self.fields.add(spelling, work)
        for vi, en, more in built_in("objects.tsv", ("vi", "en", "en_alternatives")):
            self.objects.add(vi, Field((en, *listed(more))))
        self._from_glossary(glossary)

    def _from_glossary(self, glossary: Glossary) -> None:
        """Fields that the glossary knows from its departments and ministries."""
        for term in glossary.terms:
            for head, pattern in (("Sở ", "Department of "), ("Bộ ", "Ministry of "), ("Phòng ", "Division of ")):
                if term.vi.startswith(head) and term.en.startswith(pattern):
                    forms = (term.en, *term.alternatives)
                    field = Field(tuple(f.removeprefix(pattern) for f in forms if f.startswith(pattern)))
                    for spelling in _spellings(term.vi.removeprefix(head)):
                        self.fields.add(spelling, field)


def _spellings(vi: str) -> list[str]:
    """A field with its "và" as written, as "&" and as a dash; a dash as "và"; letters as papers join them."""
    if _LETTERS.fullmatch(vi):
        return _joined(vi)
    out = [vi]
    if " và " in vi:
        before, _, after = vi.rpartition(" và ")
        out += [f"{before} & {after}", f"{before} - {after}"]
    elif vi.count(" - ") == 1:
        out.append(vi.replace(" - ", " và "))
    return out


_LETTERS = re.compile(r"[A-ZĐ]+(?:[-&][A-ZĐ]+){1,2}")
"""A field in the first letters of its words: TN&MT, LĐ-TB&XH."""

_LONG_ENOUGH = 4
"""Letters from which on a field is known without what joins them: TNMT."""


def _joined(letters: str) -> list[str]:
    """A field in letters, joined as one paper or the other does: TN&MT, TN-MT, TN và MT, TNMT."""
    *before, last = re.split("[-&]", letters)
    begun = dict.fromkeys(mark.join(before) for mark in ("-", ""))
    short = len("".join(before) + last) < _LONG_ENOUGH
    marks = ("-", "&", " và ") if short else ("-", "&", " và ", "")
    return list(dict.fromkeys((letters, *(f"{first}{mark}{last}" for first in begun for mark in marks))))


@lru_cache(maxsize=8)
def grammar(glossary: Glossary) -> Grammar:
    """The grammar under a glossary, built once for each."""
    return Grammar(glossary)
