"""Captions in copied text: lines that tell what a picture beside them shows."""

from __future__ import annotations

import re

_EVENT_EN = (
    r"(?:conference|meeting|session|ceremony|event|seminar|workshop|congress|forum|festival|contest|"
    r"symposium|talk|talks|reception|signing|inauguration|launch|opening|visit|inspection|dialogue|"
    r"training course|course|"
    r"programme|program|fair|exhibition|site|discussion|review|rehearsal|function|hall|scene|class)"
)
_EVENT_VI = (
    r"(?:(?:các )?(?:buổi|lễ|hội nghị|hội thảo|hội thi|cuộc họp|phiên họp|kỳ họp|đại hội|toạ đàm|tọa đàm|"
    r"lớp tập huấn|chương trình|"
    r"ngày hội|diễn đàn|sự kiện|cuộc thi|lớp học|cuộc làm việc|buổi làm việc|buổi lễ|khóa học|chuyến thăm|"
    r"điểm cầu|hội trường))"
)
_DEFINITE = re.compile(
    rf"\b(?:at|in|during|of) (?:the|this) (?:[\w'’-]+ ){{0,4}}{_EVENT_EN}$|\b(?:tại|trong|ở|"
    rf"của) {_EVENT_VI}(?: (?:[^\W\d_]+)){{0,4}}$",
    re.I,
)
_BARE_EVENT = re.compile(
    rf"\b(?:at|in) the (?:working |opening |closing )?{_EVENT_EN}$|\b(?:phát biểu|trình bày|kết luận|"
    rf"chủ trì)\b.*\b(?:tại|trong) {_EVENT_VI}$",
    re.I,
)
"""Ends on an event without its name: said of a picture among the text that names it, hardly in a headline."""
_OPENING = re.compile(
    r"^(?:(?:an? )?(?:over|general |panoramic )?views?\b(?: of)?|overview|panorama|scenes? (?:of|from|at)|"
    r"(?:illustrative|illustration|file) (?:photo|image)|"
    r"a (?:view|corner|scene) of|(?:quang|toàn|phối) cảnh|(?:ảnh|hình|hình ảnh|photo|picture|image)(?: \d+)?\s*:|"
    r"ảnh minh (?:họa|hoạ)|một góc|khung cảnh|(?:một số )?hình ảnh (?:tại|về|trong)|at the (?:[\w-]+ ){0,3}\w+$|"
    r"tại (?:buổi|hội|lễ|cuộc|phiên) [^,.]{2,40}$|"
    r"(?:một số )?tang vật (?:(?:của )?vụ (?:án|việc) |(?:được |bị )?thu giữ )?tại (?:cơ quan )?(?:công an|điều tra)"
    r"[^,]{0,25}$)",
    re.I,
)  # fmt: skip
_PHOTO = re.compile(
    r"\((?:photo|image|illustrat|ảnh|hình|nguồn ảnh|file photo)[^)]*\)\.?$|[\s.(](?:photo|ảnh|hình|nguồn ảnh|"
    r"nguồn)\s?:\s?\S.{0,50}$|"
    r"\bphotos? (?:by|courtesy)\b|"
    r"\b(?:pos(?:e|es|ed|ing) for|takes? (?:a |an? )?(?:souvenir|group|commemorative)|souvenir photo|"
    r"group photo)\b|chụp ảnh|"
    r"\((?:(?:first|second|third|fourth|centre|center|standing|left|right|l|r|thứ \w+|ngoài cùng|đứng|giữa|bên|"
    r"áo|bìa|hàng)\b[^)]*)\)|from (?:the )?(?:left|right)\b|từ (?:trái|phải) (?:sang|qua)",
    re.I,
)  # fmt: skip
_PEOPLE = re.compile(
    r"^(?:(?:an?|some|two|three|the|many|several) )?(?:[a-z]+ )?(?:delegates?|participants?|citizens?|trainees?|"
    r"learners?|voters?|drivers?|police|troops|representatives?|"
    r"members?|leaders?|"
    r"officials?|officers?|workers?|farmers?|fishermen|fishers?|students?|pupils?|children|teachers?|doctors?|"
    r"nurses?|patients?|"
    r"residents?|locals?|people|villagers?|visitors?|tourists?|guests?|soldiers?|youths?|volunteers?|women|"
    r"woman|man|artists?|"
    r"athletes?|winners?|engineers?|staff|customers?|households?|families|artisans?|mr\.|ms\.|mrs\.|dr\.|comrade|"
    r"(?:vice |deputy )?(?:chair(?:man|woman|person)|director|secretary|minister|head))\b|"
    r"^(?:các |những |một |hai |đông đảo |cán bộ )*(?:đại biểu|học sinh|học viên|sinh viên|giáo viên|cô giáo|"
    r"thầy giáo|người dân|bà con|"
    r"nhân dân|nông dân|ngư dân|công nhân|cán bộ|chiến sĩ|đoàn viên|thanh niên|hội viên|du khách|khách|bác sĩ|"
    r"y tá|bệnh nhân|em|"
    r"ông|bà|anh|chị|đồng chí|đ/c|lãnh đạo|đoàn (?:công tác|kiểm tra|giám sát|đại biểu)|nghệ nhân|nghệ sĩ|"
    r"vận động viên|đại diện|"
    r"lực lượng|phó|chủ tịch|bí thư|giám đốc|gia đình|hộ|thí sinh|ban tổ chức)\b",
    re.I,
)
"""Begins with people who can be seen."""
_SEEN_ONLY = re.compile(
    r"^(?:delegates|participants|attendees|representatives of)\b|^(?:a |an |general |"
    r"panoramic )?(?:over)?(?:scenes?|views?) (?:of|at|from) |"
    r"^an? (?:[a-z]+ )?(?:farmer|worker|doctor|"
    r"nurse|student|pupil|"
    r"teacher|woman|man|girl|boy|resident|fisherman|visitor|tourist|officer|soldier|artisan|family|customer|"
    r"engineer|official|"
    r"view|scene|corner)\b|^(?:các )?đại biểu (?!quốc hội|hội đồng|hđnd)(?:.* )?(?:tại|tham quan|chụp|dự|"
    r"tham dự|thực hiện|cắt băng)\b",
    re.I,
)
_SPEAKING = re.compile(
    r"\b(?:speaks?|speaking|addresses|addressing|delivers?|delivering|express(?:es|ed|ing)|chairs?|chairing|"
    r"chaired|presents?|presenting|"
    r"speech|spoke|remarks?|reports?|reporting|opens?|concludes?)\b.*\b(?:at|in|to|during|on)\b|"
    r"\b(?:phát biểu|trình bày|báo cáo|kết luận|chủ trì|trao|tặng|tham quan|kiểm tra|thăm)\b.*\b(?:tại|trong|ở|"
    r"cho)\b",
    re.I,
)


def is_caption(line: str) -> bool:
    """Whether a line has the form of a picture's caption: tells who is seen where at an event just spoken of."""
    words = line.split()
    if len(words) > 45:
        return False
    if line.endswith((".", "!", "?", ";", ":", "…")):
        closed = line.endswith(".") and not line.endswith(("./.", "..."))
        shown = _PHOTO.search(line) or (_OPENING.match(line) and "," not in line) or _speaks_now(line[:-1])
        return closed and len(words) <= 22 and bool(shown)
    return any(form.search(line) for form in (_PHOTO, _OPENING, _DEFINITE, _SPEAKING, _SEEN_ONLY))


_NOW = re.compile(
    r"\b(?:speaks|delivers|addresses|chairs|presents|reports|concludes|opens)\b|"
    r"^(?!(?:phát biểu|trình bày|kết luận|tại)\b)[^,]{3,60}(?:,[^,]{3,60})?"
    r"\b(?:phát biểu|trình bày|kết luận|chủ trì)\b",
    re.I,
)


def _speaks_now(line: str) -> bool:
    """Whether a sentence tells nothing but that somebody speaks, in the present, at an event without a name."""
    return bool(_BARE_EVENT.search(line) and _NOW.search(line)) and ". " not in line.replace("Mr. ", "").replace(
        "Ms. ", ""
    )


_PICTURES = re.compile(
    r"(?:some |more )?(?:pictures?|photos?|images?)\b.*:|(?:một số |những |các )?(?:hình )?ảnh\b.*:", re.I
)


def heads_pictures(line: str) -> bool:
    """Whether a line says that pictures follow ("Một số hình ảnh tại buổi lễ:")."""
    return len(line) <= 90 and bool(_PICTURES.fullmatch(line))


def is_caption_only(line: str) -> bool:
    """Whether a line can only be a caption, no headline: it points at a picture, or at an event that nothing named."""
    if not is_caption(line):
        return False
    shown = (
        bool(_PHOTO.search(line))
        or bool(_SEEN_ONLY.match(line))
        or bool(re.match(r"(?:quang|toàn) cảnh|overview of the|view of the|ảnh", line, re.I))
    )
    return shown or _BARE_EVENT.search(line) is not None


def shows_people(line: str) -> bool:
    """Whether a line begins with people, as captions do and headings of parts hardly ever."""
    return bool(_PEOPLE.match(line))
