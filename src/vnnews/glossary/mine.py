"""Mining a newsroom's own texts for what the term base lacks: abbreviations and bodies, with counts and examples."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from vnnews.errors import InputError
from vnnews.glossary.glossary import Glossary
from vnnews.vietnamese.normalise import clean, fold

HEADS = (
    "Ban Chỉ đạo", "Ban Quản lý", "Ban Tổ chức", "Ban", "Bảo hiểm xã hội", "Bảo tàng", "Bệnh viện", "Bộ", "Chi cục",
    "Chi hội", "Công ty", "Cục", "Câu lạc bộ", "Đài", "Đảng ủy", "Đoàn", "Đội", "Hạt", "Hiệp hội", "Học viện", "Hội",
    "Hội đồng", "Kho bạc", "Liên đoàn", "Liên hiệp", "Ngân hàng", "Nhà máy", "Phòng", "Quỹ", "Sở", "Tập đoàn", "Tổ",
    "Tổng công ty", "Tổng cục", "Trạm", "Trung tâm", "Trường", "Tạp chí", "Ủy ban", "Văn phòng", "Viện", "Vụ",
    "Xí nghiệp",
)  # fmt: skip
"""The words that a body's name begins with in this prose; capitalised, they open a candidate."""

_UPPER = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_ABBREVIATION = re.compile(rf"(?<![\w/.&-])[{_UPPER}][{_UPPER}&]*[{_UPPER}](?:-[{_UPPER}&]+)*(?![\w/&-])")
_ROMAN = re.compile(r"[IVXLC]+")
_HEAD = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(HEADS, key=len, reverse=True))})(?= [{_UPPER}])")
_SYLLABLE = re.compile(r"(?:, | [-–] |\s)([^\W\d_]+)")
_STOPS = frozenset(
    (
        "đã", "vừa", "sẽ", "đang", "được", "bị", "là", "có", "của", "tại", "ở", "trong", "với", "cùng", "cho", "do",
        "theo", "từ", "đến", "để", "khi", "nhằm", "trên", "vào", "ra", "về", "này", "đó", "các", "những", "một",
        "hai", "ba", "năm", "sáng", "chiều", "tối", "ngày", "tỉnh", "huyện", "quận", "xã", "phường", "thành",
        "ấp", "thôn", "bản", "tổ", "khu", "nước", "nêu", "phát", "phối", "yêu", "đề", "báo", "nói", "trao",
        "nhận", "kiểm", "tiếp", "giao", "mời", "gửi", "làm", "cũng", "còn", "phải", "không", "thì", "mà",
        "nhưng", "hoặc", "khẳng", "nhấn", "đánh", "chủ", "chỉ", "kêu", "khuyến", "cảnh", "bày", "ghi", "đón", "gồm",
        "như", "rằng", "lên", "xuống", "thực", "triển", "đến",
    )
)  # fmt: skip
"""Syllables that a body's name does not go on with when they are not capitalised: verbs, links, unit words."""
_SYMBOLS = frozenset(("USD", "VND", "EUR", "JPY", "MW", "KW", "GW", "GB", "TB", "MB", "TEU", "ISO", "COD", "FM", "SIM"))
_LONGEST = 12
_PLACES = re.compile(r"(?:Hội An|Trường Sa|Đài Loan|Đài Bắc|Hội Nghĩa)(?!\w)")
_GOES_ON = re.compile(rf"(?:,| và| [-–]) [{_UPPER}]")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_EXAMPLE = 160


@dataclass(slots=True, eq=False)
class Candidate:
    """Something the term base does not know: how often it stands in how many texts, and where.

    `meaning` is the full name that the texts themselves give for an abbreviation, "" if they do not.
    """

    text: str
    kind: Literal["abbreviation", "body"]
    count: int = 0
    files: set[str] = field(default_factory=set)
    examples: list[str] = field(default_factory=list)
    meanings: Counter[str] = field(default_factory=Counter)

    @property
    def meaning(self) -> str:
        """The commonest full name given for it."""
        return self.meanings.most_common(1)[0][0] if self.meanings else ""


def mine(texts: Iterable[tuple[str, str]], glossary: Glossary, least: int = 2, examples: int = 2) -> list[Candidate]:
    """What occurs at least `least` times in `texts` (name and text) and is unknown, the most frequent first."""
    found: dict[str, Candidate] = {}
    for name, text in texts:
        for kind, start, end in _unknown(text, glossary):
            words = " ".join(text[start:end].split())
            candidate = found.setdefault(fold(words) if kind == "body" else words, Candidate(words, kind))
            candidate.count += 1
            candidate.files.add(name)
            if len(candidate.examples) < examples:
                candidate.examples.append(_sentence_around(text, start, end))
            if kind == "abbreviation" and (meaning := _full_name_before(text, start, words)):
                candidate.meanings[meaning] += 1
    often = [candidate for candidate in found.values() if candidate.count >= least]
    return sorted(_without_parts(often), key=lambda candidate: (-candidate.count, candidate.text))


def _without_parts(candidates: list[Candidate]) -> list[Candidate]:
    """Without names that only ever stand inside a longer candidate."""
    parts = {
        short
        for long in candidates
        for short in candidates
        if long.count == short.count and long.text.startswith(f"{short.text} ")
    }
    return [candidate for candidate in candidates if candidate not in parts]


def read_folder(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and Vietnamese text of every article file (*.article.json) and text file (*.txt, *.md) under `folder`.

    Raises InputError when there is no such folder or nothing in it to read; unreadable files are passed over.
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder", "name a folder with articles or text files")
    paths = sorted(path for path in folder.rglob("*") if path.name.endswith((".article.json", ".txt", ".md")))
    if not paths:
        raise InputError(f"{folder} has no article or text file", "import articles into it first: vnnews import")
    for path in paths:
        text = _text_of(path)
        if text:
            yield str(path.relative_to(folder)), clean(text)


def _text_of(path: Path) -> str:
    try:
        raw = path.read_text(encoding="utf-8-sig")
        return "\n".join(_strings(json.loads(raw))) if path.suffix == ".json" else raw
    except (OSError, ValueError):
        return ""


def _strings(article: object) -> Iterator[str]:
    """The title, lead and block texts in the JSON of an article, nothing of an English one."""
    if isinstance(article, dict) and article.get("language") != "en":
        for key, value in article.items():
            if key in {"title", "lead", "text", "caption"} and isinstance(value, str):
                yield value
            elif key in {"blocks", "items", "rows", "cells"}:
                yield from _strings(value)
    elif isinstance(article, list):
        for part in article:
            if isinstance(part, str):
                yield part
            else:
                yield from _strings(part)


def _unknown(text: str, glossary: Glossary) -> Iterator[tuple[Literal["abbreviation", "body"], int, int]]:
    known = [(match.start, match.end) for match in glossary.match(text)]
    for found in _ABBREVIATION.finditer(text):
        if (
            found[0] not in _SYMBOLS
            and not _ROMAN.fullmatch(found[0])
            and not _inside(found.span(), known)
            and not _shouting(text, found)
        ):
            yield "abbreviation", *found.span()
    for found in _HEAD.finditer(text):
        ends = {} if _PLACES.match(text, found.start()) else _ends_of_body(text, found.end())
        for end in ends:
            if not _covered(text, found.span(), end, known):
                yield "body", found.start(), end


def _ends_of_body(text: str, end: int) -> set[int]:
    """Where the name of a body may end whose head word ends at `end`; none if what follows is no such name.

    In such a name the first syllable of each word is capitalised and the next is not ("Trung tâm Giám sát"), which
    tells it from people and places. What is in small letters after that may still belong to it ("Quỹ Dịch vụ viễn
    thông công ích") or be the sentence going on: both ends are given, and how often each recurs decides.
    """
    shape, short = "", 0
    while len(shape) < _LONGEST and (found := _SYLLABLE.match(text, end)):
        syllable, opens_word = found[1], shape[-1:] != "A"
        if syllable[0].islower() and (syllable in _STOPS if opens_word else found[0][0] == ","):
            break
        shape += "A" if syllable[0].isupper() else "a"
        end = found.end()
        if shape.endswith("Aa"):
            short = end
    return {short, end} if short else set()


def _covered(text: str, head: tuple[int, int], end: int, known: Iterable[tuple[int, int]]) -> bool:
    """Whether a known term is the name: more than its head word, and what follows does not go on with the name."""
    here = (ends for begins, ends in known if begins <= head[0] and head[1] < ends)
    return any(ends >= end or not _GOES_ON.match(text, ends) for ends in here)


def _inside(span: tuple[int, int], known: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in known)


def _shouting(text: str, found: re.Match[str]) -> bool:
    """Whether it is a word in capitals, no abbreviation.

    That is so in a line all in capitals, and where it or a word beside it is in capitals and has a tone mark.
    """
    start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
    line = text[start : end if end >= 0 else len(text)]
    before, after = text[start : found.start()].split(" ")[-2:-1], line[found.end() - start :].split(" ")[1:2]
    near = [word for word in (*before, found[0], *after) if word.isupper()]
    toned = any(_TONE.search(unicodedata.normalize("NFD", word)) for word in near)
    return toned or (line.isupper() and len(line.split()) > 2)


def _full_name_before(text: str, start: int, short: str) -> str:
    """The words before "(ABBR)" whose initials are the abbreviation, or ""."""
    before = text[:start].rstrip()
    if not before.endswith("("):
        return ""
    words = re.findall(r"[^\W\d_]+", before[-120:-1])
    letters = re.sub(r"[^\w]", "", short)
    tail = words[-len(letters) :]
    initials = "".join(word[0] for word in tail)
    return " ".join(tail) if len(tail) == len(letters) and initials.casefold() == letters.casefold() else ""


def _sentence_around(text: str, start: int, end: int) -> str:
    """The sentence with the find, cut to a length that can be read at a glance."""
    left = max((found.end() for found in _SENTENCE_END.finditer(text, 0, start)), default=0)
    right = _SENTENCE_END.search(text, end)
    sentence = text[max(left, start - _EXAMPLE) : min(right.start() if right else len(text), end + _EXAMPLE)]
    return " ".join(sentence.split())
