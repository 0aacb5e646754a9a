"""Names by their form: people, pen names, what they belong to, accounts that are nobody, credits of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from vnnews.vietnamese.normalise import strip_marks


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
        if other is NOBODY:
            return self
        return Credits(
            author=self.author or other.author,
            photographer=self.photographer or other.photographer,
            translator=self.translator or other.translator,
            source_name=self.source_name or other.source_name,
            original_url=self.original_url or other.original_url,
        )


NOBODY = Credits()
"""What says nothing of anybody."""
END = re.compile(r"[\s.;:,/|–—-]+$")
"""What a line of names may trail behind it."""
LONGEST_NAMES = 90
_BETWEEN = re.compile(r"\s*(?:[–—&,;/+]|\s-\s|-(?=\s)|(?<=\s)-|\bvà\b|\band\b)\s*")
_NAME_WORD = re.compile(r"(?:[^\W\d_]['’])?[^\W\d_]+(?:[.’'][^\W\d_]*)*\.?(?:-[^\W\d_]+)?$")
_NOBODY = re.compile(
    r"^(?:admin\w*|adm|quan ?tri\w*|(?:ban |nguoi )?quan tri.*|super ?user|root|user\d*|editor\w*|"
    r"(?:ban )?bien tap(?: vien)?\w*|bbt|bbt\W.*|webmaster|test\w*|guest|khach|system|host|portal|ctt\w*|"
    r"contributor|publisher|moderator|mod|news|tin tuc|anonymous|default|null|none|unknown|author|dang nhap|n/?a|"
    r"sysadmin|sa|manager)$"
)
_ROLE = re.compile(
    r"^(?:pv|phóng viên|ctv|cộng tác viên|tác giả|by|written by|bởi|đăng bởi|viết bởi|posted by|"
    r"author)\s*[:.]?\s+(?=\S)",
    re.I,
)

_MEDIUM = (
    r"báo|tạp chí|truyền hình|đài (?:phát|truyền|tiếng|pt|tt|th)|ttxvn|thông tấn|vov\d?|vtv\d*|vna|vnexpress|"
    r"vietnam ?(?:plus|\+)"
)
_OFFICE = (
    r"văn phòng|phòng|p\.(?=[A-ZĐ])|sở|ban (?!mai\b)|chi cục|cục|vụ (?=[a-zđ])|trung tâm|tt ?(?:vh|tt|ph)|ubnd|"
    r"hđnd|ủy ban|"
    r"uỷ ban|hội|liên (?:minh|đoàn)|công an|bộ (?:chỉ huy|chqs|tư lệnh)|(?:tỉnh|huyện|thành|thị|xã) (?:đoàn|ủy|uỷ)|"
    r"trường (?:đại|đh|cao|cđ|trung|th|tiểu|mầm|mẫu|chính|mn)|bệnh viện|chi nhánh|đoàn thanh niên|mttq|mặt trận|hạt|"
    r"trạm|khoa|tổ|cổng|portal"
)
_ORGANISATION = re.compile(rf"(?:{_MEDIUM}|{_OFFICE})\b|(?:p\.)(?=[A-ZĐ])", re.I)
_IS_MEDIUM = re.compile(rf"(?:{_MEDIUM})(?:\b|(?<=\+))", re.I)
_POST = re.compile(
    r"(?:quyền |nguyên )?(?:phó|trưởng|giám đốc|chủ tịch|bí thư|chánh|chi cục|hiệu trưởng|cán bộ|chuyên viên|công chức|"
    r"viện trưởng|tổng biên tập|luật sư|bác sĩ)\b", re.I
)  # fmt: skip
"""How the post begins that a writer puts behind his name."""
_INITIALS_OF_ONE = re.compile(r"[A-ZĐ]{3,}[\w+]*(?:\s?[-–+]\s?[\w. ]+)?$")
"""An agency or office by its initials, perhaps with its branch: TTXVN, VOV-Tây Bắc. Shorter ones are pen names."""
_BELONGING = re.compile(r"\s*/\s*|\s+[-–—]\s+|\s*,\s+")
_NOTE = re.compile(
    r"\s*\((?P<note>tổng hợp[^)]*|t/?h|lược dịch|dịch|sưu tầm|ghi|thực hiện|(?:theo|nguồn:?) (?P<source>[^)]*)|"
    r"[A-ZĐ]{2,12}[^)]*"
    rf"|(?:{_MEDIUM}|{_OFFICE})\b[^)]*)\s*(?:\)|$)",
    re.I,
)


def is_office(text: str) -> bool:
    """Whether a text names an office or a medium by its first words: "Phòng Văn hóa", "Báo Lao Động"."""
    return bool(_ORGANISATION.match(text))


def is_medium(text: str) -> bool:
    """Whether a text names a paper, broadcaster or agency."""
    return bool(_IS_MEDIUM.match(text))


def part_names(text: str) -> tuple[str, str | None]:
    """Names and what they belong to: "A/VOV", "A - Phòng Văn hóa", "A (Báo B)" and "A (theo B)" give ("A", that)."""
    note = _NOTE.search(text) if "(" in text else None
    if note is not None:
        told = note["source"] or (note["note"] if is_office(note["note"]) else None)
        return (text[: note.start()] + text[note.end() :]).strip(), told
    for mark in _BELONGING.finditer(text):
        before, after = text[: mark.start()], END.sub("", text[mark.end() :])
        if not _is_person(_BETWEEN.split(before)[-1]):
            break
        if is_office(after) or _POST.match(after) or (_INITIALS_OF_ONE.match(after) and not before.isupper()):
            return before, after
    return text, None


def read_names(text: str) -> str | None:
    """The people whom a name line names, tidied; None when it is no line of names or names only a CMS account."""
    names, _ = part_names(text.strip())
    names = END.sub("", _ROLE.sub("", names.strip(" .,;*"))).strip()
    if not names or len(names) > LONGEST_NAMES or is_nobody(names):
        return None
    if not all(_is_person(person) for person in _BETWEEN.split(names)):
        return None
    return decapitalise(names)


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
    text = text.strip()
    if not text or (not (text[0].isupper() or text[0] in "([*") and not _ROLE.match(text)):
        return False
    names = END.sub("", part_names(text)[0])
    return least_words <= len(names.split()) <= 12 and read_names(names) is not None


_CREDIT = re.compile(
    r"(?:^|[\s.,;(\[–—-]+)(?:(?:hình |nguồn )?ảnh|ảnh minh họa|photos?|photo by|photo credit)"
    r"(?:\s*:|\s+by\b|\s+[-–—](?=\s)|\s+do(?=\s.{1,50}cung cấp))\s*([^:]{1,60}?)[)\]\s.]*$",
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
_THE_AUTHOR = re.compile(r"(?:tac gia|nguoi viet|t\.?g|(?:the )?author)$")


def photographers(credits: Iterable[str], author: str | None = None) -> str | None:
    """Whom the credits under an article's pictures name, each once, joined by ", "; None where they name nobody.

    "Tác giả" stands for `author`. Initials that stand for a name among them do not count as another person
    ("Đình Vượng", "Đ.V.").
    """
    plain = (named_photographer(credit, author) for credit in credits)
    told = [c for c in plain if c and not _NO_PHOTOGRAPHER.match(strip_marks(c).lower()) and not is_nobody(c)]
    names = list(dict.fromkeys(read_names(c) or c for c in told))
    return ", ".join(n for n in names if not any(_abbreviates(n, other) for other in names)) or None


def is_the_author(credit: str) -> bool:
    """Whether a credit says that the author took the picture: "Tác giả", "T.G"."""
    return bool(_THE_AUTHOR.match(strip_marks(credit).lower().strip(" .()")))


def named_photographer(credit: str, author: str | None) -> str | None:
    """A picture's credit, with the author's name where it says only that, or by initials, that the author took it."""
    plain = credit.strip(" .()")
    alone = author is not None and _abbreviates(plain, author.title())
    return author if alone or is_the_author(credit) else plain


def _abbreviates(short: str, name: str) -> bool:
    """Whether a text is the initials of a name of several words."""
    words = name.split()
    return len(words) > 1 and re.sub(r"[\W_]+", "", short) == "".join(w[0] for w in words)
