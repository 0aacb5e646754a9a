"""Short lines by their form: dates, bylines, credits, source lines, as portals print them in Vietnamese and English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from vnnews.vietnamese.normalise import strip_marks

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})\s?[/.–-]\s?(\d{1,2})\s?[/.–-]\s?(\d{4})(?![\d/])")
_ISO = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_WORDS = re.compile(r"(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s*,)?\s+(?:năm\s+)?(\d{4})(?!\d)", re.I)
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join(f"{m}|{m[:3]}\\.?" for m in _MONTHS)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.I)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH}),?\s+(\d{{4}})", re.I)


def find_date(text: str) -> tuple[int, int, int] | None:
    """(year, month, day) of the first full date in a short line; day before month, as in Vietnam, also in English."""
    found = _ISO.search(text)
    if found:
        return int(found[1]), int(found[2]), int(found[3])
    found = _NUMERIC.search(text) or _WORDS.search(text)
    if found:
        day, month, year = (int(g) for g in found.groups())
        return (year, day, month) if month > 12 >= day else (year, month, day)
    found = _MONTH_FIRST.search(text)
    if found:
        return int(found[3]), _month(found[1]), int(found[2])
    found = _DAY_FIRST.search(text)
    return (int(found[3]), _month(found[2]), int(found[1])) if found else None


def _month(word: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(word.lower().rstrip(".")))


@dataclass(frozen=True, slots=True)
class Credits:
    """Who is to be named: each as printed, without labels; several people as "A - B"."""

    author: str | None = None
    photographer: str | None = None
    translator: str | None = None
    source_name: str | None = None
    original_url: str | None = None

    def or_else(self, other: Credits) -> Credits:
        """These credits, with what they leave open from the other ones."""
        return Credits(
            author=self.author or other.author,
            photographer=self.photographer or other.photographer,
            translator=self.translator or other.translator,
            source_name=self.source_name or other.source_name,
            original_url=self.original_url or other.original_url,
        )


COPY_BUTTON = re.compile(r"\s*(?:copy link|sao chép liên kết|lấy link)\W*$", re.I)
"""What a button beside a source line says."""
_URL = re.compile(r"https?://\S+|www\.\S+")
_END = re.compile(r"[\s.;:,/|–—-]+$")
_LABELS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"(?:tin|bài)(?:\s*[,&/–-]\s*|\s+và\s+|\s+)(?:(?:bài|tin)(?:\s*[,&/–-]\s*|\s+và\s+|\s+))?(?:ảnh|hình)(?:\s+ảnh)?",
     ("author", "photographer")),
    (r"text and photos?(?: by)?|story and photos?(?: by)?|words and photos?(?: by)?", ("author", "photographer")),
    (r"ảnh|hình ảnh|photos?(?: by)?|photo credit", ("photographer",)),
    (r"người dịch|biên dịch|dịch|bản dịch|translated by|translation(?: by)?|translator", ("translator",)),
    (r"theo|nguồn(?: tin| bài)?|source|trích(?: từ)?|according to", ("source_name",)),
    (r"tác giả(?: bài viết)?|người viết|viết bởi|bài viết|tin(?:\s*[,/–-]\s*|\s+)bài|bài|tin|thực hiện|phóng viên|ctv|"
     r"cộng tác viên|(?:tản văn|tản mạn|tùy bút|bút ký|phóng sự|ký sự|ghi chép|truyện ngắn) của|"
     r"written by|by|author|reported by|reporter|bút danh|nhóm (?:pv|phóng viên)|pv", ("author",)),
)  # fmt: skip
_LINE = [
    (re.compile(rf"^[(\[]?\s*(?:{words})\s*(:|\.:)?\s+(?=\S)|^(?:{words})\s*:\s*", re.I), fields)
    for words, fields in _LABELS
]
_TRANSLATED = re.compile(r"\s*[–—-]?\s*\(?(?:translated by|người dịch|biên dịch|dịch)\s*:?\s+", re.I)
_BRACKETED = re.compile(
    r"\s*\((?:tổng hợp[^)]*|t/?h|lược dịch|dịch|sưu tầm|ghi|thực hiện|theo [^)]*|[A-ZĐ]{2,12}[^)]*"
    r"|(?:sở|phòng|ban|báo|đài|văn phòng|trung tâm|công an|cổng|tạp chí)\b[^)]*)\s*(?:\)|$)",
    re.I,
)
_BETWEEN = re.compile(r"\s*(?:[–—&,;/+]|\s-\s|-(?=\s)|(?<=\s)-|\bvà\b|\band\b)\s*")
_NAME_WORD = re.compile(r"(?:[^\W\d_]['’])?[^\W\d_]+(?:[.’'][^\W\d_]*)*\.?(?:-[^\W\d_]+)?$")
_NOBODY = re.compile(
    r"^(?:admin\w*|adm|quan ?tri\w*|(?:ban |nguoi )?quan tri.*|super ?user|root|user\d*|editor\w*|"
    r"(?:ban )?bien tap(?: vien)?\w*|bbt|bbt\W.*|webmaster|test\w*|guest|khach|system|host|portal|ctt\w*|"
    r"contributor|publisher|moderator|mod|news|tin tuc|anonymous|default|null|none|unknown|author|dang nhap|n/?a|"
    r"sysadmin|sa|manager)$"
)
_ROLE = re.compile(
    r"^(?:pv|phóng viên|ctv|nhóm pv|tác giả|by|written by|bởi|đăng bởi|viết bởi|posted by|author)\s*[:.]?\s+(?=\S)",
    re.I,
)
_LONGEST = 90


def read_byline(text: str) -> Credits | None:
    """What a labelled line says ("Tin, ảnh: A", "By A – Translated by B", "Theo TTXVN"); None for any other line."""
    text = _END.sub("", COPY_BUTTON.sub("", text.strip().strip("()[]*")))
    if not text or len(text) > 2 * _LONGEST:
        return None
    for pattern, fields in _LINE:
        found = pattern.match(text)
        if found:
            return _labelled(fields, text[found.end() :], colon=":" in found[0])
    return None


def _labelled(fields: tuple[str, ...], rest: str, *, colon: bool) -> Credits | None:
    if fields == ("source_name",):
        return _source(rest, colon=colon)
    names, *translated = _TRANSLATED.split(rest, maxsplit=1)
    people = read_names(names)
    if people is None:
        return None
    credits = Credits(**dict.fromkeys(fields, people))
    translator = read_names(translated[0]) if translated else None
    return replace(credits, translator=translator) if translator else credits


def _source(rest: str, *, colon: bool) -> Credits | None:
    """A source line: an address, or a short name. "Theo ..." without a colon must not be the start of a sentence."""
    url = _URL.search(rest)
    if url:
        name = _END.sub("", rest[: url.start()].strip(" (-–")) or None
        return Credits(source_name=name, original_url=url[0].rstrip(".,);"))
    if len(rest) > 60 or (not colon and (len(rest.split()) > 6 or "," in rest)):
        return None
    return Credits(source_name=rest) if rest[:1].isupper() or colon else None


def read_names(text: str) -> str | None:
    """The people whom a name line names, tidied; None when it is no line of names or names only a CMS account."""
    text = _END.sub("", _ROLE.sub("", _BRACKETED.sub("", text.strip()).strip(" .,;*"))).strip()
    if not text or len(text) > _LONGEST or is_nobody(text):
        return None
    if not all(_is_person(person) for person in _BETWEEN.split(text)):
        return None
    return decapitalise(text)


def _is_person(text: str) -> bool:
    """Whether a text could be one person's name or pen name: one to six words that begin with a capital."""
    words = text.split()
    return 1 <= len(words) <= 6 and all(w[0].isupper() and _NAME_WORD.match(w) for w in words)


def is_nobody(name: str) -> bool:
    """Whether a name is an account or office of the content system: admin, quantri, Super User, Ban biên tập."""
    return bool(_NOBODY.match(strip_marks(name).lower().strip(" .:-")))


def decapitalise(name: str) -> str:
    """NHẬT XUÂN as Nhật Xuân; initials and short pen names (NX, T.H) stay."""
    if name.isupper() and len(name.split()) > 1 and max(map(len, name.split())) > 2:
        return re.sub(r"[^\W\d_]+", lambda w: w[0].capitalize(), name)
    return name


def looks_like_name(text: str, *, least_words: int = 2) -> bool:
    """Whether a line is nothing but one or more names: two to six capitalised words each."""
    text = _END.sub("", _BRACKETED.sub("", text.strip()))
    return least_words <= len(text.split()) <= 12 and read_names(text) is not None


_CREDIT = re.compile(
    r"(?:^|[\s.,;(\[–—-]+)(?:(?:hình |nguồn )?ảnh|ảnh minh họa|photos?|photo by|photo credit)\s*(?::|\bby\b)\s*"
    r"([^:]{1,60}?)[)\]\s.]*$",
    re.I,
)


_SENTENCE_END = re.compile(r"[.!?…]\s")


def split_credit(caption: str) -> tuple[str, str | None]:
    """A caption and the credit at its end: "Quang cảnh buổi lễ. Ảnh: A" gives ("Quang cảnh buổi lễ", "A").

    The full stop before the credit parts the two; it stays only where the caption is more than one sentence.
    """
    found = _CREDIT.search(caption)
    if found is None:
        return caption, None
    before = caption[: found.start()].rstrip()
    full_stop = "." if _SENTENCE_END.search(before) and caption[found.start()] == "." else ""
    return before + full_stop, found[1].strip(" .()") or None


_NO_PHOTOGRAPHER = re.compile(
    r"^(?:internet|net|minh hoa|tu lieu|tl|st|suu tam|nguon internet|.*\bcung cap|[bdnt]vcc|pv|ctv|file|"
    r"illustration|courtesy\b.*|n/?a)$"
)


def photographers(credits: Iterable[str]) -> str | None:
    """Whom the credits under an article's pictures name, each once, joined by ", "; None where they name nobody.

    Initials that stand for a name among them do not count as another person ("Đình Vượng", "Đ.V.").
    """
    plain = (credit.strip(" .()") for credit in credits)
    told = [c for c in plain if c and not _NO_PHOTOGRAPHER.match(strip_marks(c).lower()) and not is_nobody(c)]
    names = list(dict.fromkeys(read_names(c) or c for c in told))
    return ", ".join(n for n in names if not any(_abbreviates(n, other) for other in names)) or None


def _abbreviates(short: str, name: str) -> bool:
    """Whether a text is the initials of a name of several words."""
    words = name.split()
    return len(words) > 1 and re.sub(r"[\W_]+", "", short) == "".join(w[0] for w in words)
