"""Furniture of a page: single lines of copied text that belong to no article, told by their form alone.

Every function takes one line, cleaned and stripped, and knows nothing of the lines around it; `read.pasted` weighs
forms against places. The forms are those of Vietnamese portals and newspapers, in Vietnamese and in English.
"""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBER = r"[.,\s/+()-]*+\d[\d.,\s/+()-]*+"
_COUNTED = (
    r"(?:tổng |tong )?(?:số )?(?:lượt|lần|người|đã)? ?(?:người )?(?:xem|truy cập|đọc|tải|online|trực tuyến)(?: tin|"
    r" bài(?: viết)?)?|"
    r"(?:tổng|tổng số|tổng cộng|tất cả|hôm nay|hôm qua|ngày hôm qua|tuần này|tuần trước|tháng này|tháng trước|"
    r"năm nay|khách|"
    r"thành viên)(?: (?:online|trực tuyến|truy cập))?|đang (?:xem|online|truy cập|trực tuyến)|"
    r"(?:tổng (?:số )?)?(?:số )?(?:lượt )?truy cập(?: (?:hôm nay|trong (?:ngày|tuần|tháng|năm)))?|"
    r"(?:page |total |number of |article )?(?:views?|hits?|visits?|visitors?|reads?|read|clicks?|guests?|"
    r"members?|online)"
    r"(?: (?:online|today|yesterday|now|count|counter|number|in total))?|"
    r"today|yesterday|this week|last week|this month|last month|this year|total|all(?: days)?|users? online|"
    r"online users?|"
    r"people online|now online|currently online|we have"
)
_WIDGETS = (
    r"share(?: (?:on|this|via|to)(?: (?:article|page|news|facebook|twitter|zalo|linkedin))?)?|tweet|"
    r"like(?: page)?|google ?\+?|"
    r"facebook|zalo|twitter|linkedin|pinterest|messenger|telegram|whatsapp|viber|youtube|instagram|tiktok|"
    r"copy(?: link)?|"
    r"link|save|print(?: (?:this|page|article|version))*|e-?mail(?: (?:this|to a friend))?|send(?: (?:mail|"
    r"to a friend|email))?|pdf|"
    r"chia sẻ(?: (?:bài viết|trên|qua|lên|tin|facebook|zalo|twitter))*|thích|lưu(?: (?:bài(?: viết)?|tin))?|"
    r"in(?: (?:bài(?: viết)?|trang|tin|ấn))?|bản in|gửi(?: (?:e-?mail|mail|bài(?: viết)?|tin|cho bạn bè|"
    r"phản hồi|bình luận))*|"
    r"sao chép(?: liên kết)?|tải (?:về|xuống)|download|phản hồi|theo dõi(?: (?:trên|chúng tôi|tác giả))?|"
    r"follow(?: us)?|"
    r"google news|xem với cỡ chữ|đọc (?:bài|tin)(?: viết)?|nghe (?:bài|tin|audio|đọc (?:bài|tin))(?: viết)?|"
    r"listen(?: to (?:this )?(?:article|page))?|read aloud|quay (?:lại|về)|trở (?:lại|về)|(?:quay |trở )?"
    r"(?:lại |về )?trang (?:trước|chủ|đầu)|"
    r"(?:lên |về )?đầu trang|lên trên|"
    r"back(?: to)?(?: top| list)?|top|go to top|previous|prev|next|trang (?:trước|sau|chủ|đầu|cuối)|"
    r"bài (?:trước|sau|tiếp)|tiếp(?: theo)?|"
    r"trước|sau|home(?:page)?|sitemap|site map|sơ đồ (?:cổng|trang|site)(?: thông tin)?|rss|login|log in|"
    r"sign in|register|đăng nhập|đăng ký|"
    r"đăng xuất|tìm kiếm|search|menu|english|tiếng việt|vietnamese|liên hệ|contact(?: us)?|hỏi đáp|góp ý|faqs?|"
    r"giới thiệu|about(?: us)?|"
    r"xem tất cả|view all|see all|xem thêm|read more|more|chi tiết|details?|»|«|›|‹"
)
_FORMS = {
    "share bar": rf"\W*(?:(?>{_WIDGETS})(?: ?\(?\d+\)?)?(?!\w)\W*+)+",
    "counter": (
        rf"\W*(?:(?>{_COUNTED})\s*[:=|-]?\s*{_NUMBER}(?:lượt|lần|times?|người|views?)?(?!\w)\W*+)+|"
        rf"\W*{_NUMBER}(?:{_COUNTED}|lượt|views?|guests?(?: and .*)?|bình luận|comments?|likes?|shares?)\W*|"
        r"\W*(?:thống kê(?: (?:lượt )?truy cập)?|lượt truy cập|số lượt truy cập|bộ đếm|visitor counter|"
        r"visitors?(?: statistics)?|statistics|đang online|online|hit counter|web counter|access statistics|"
        r"traffic)\W*|"
        r"\W*(?:there (?:are|is)|we have|hiện có|hiện đang có|đang có) (?:currently )?[\d.,]+ "
        r"(?:\w+ ){0,3}(?:guests?|visitors?|users?|members?|online|khách|người|thành viên)\b.*"
    ),
    "zoom": (
        r"\W*\d{2,3}\s?%\W*|[\s|/]*(?:a\s*[-+–]?[\s|/]*){1,5}|[-+–\s]+(?:\d{2,3}\s?%[-+–\s]*)?|"
        r"\W*(?:cỡ chữ|font size|text size|kích cỡ chữ|màu chữ|độ tương phản|contrast|zoom|phóng to|thu nhỏ)\b.{0,40}"
    ),
    "player": r"(?:nghe )?đọc (?:bài(?: viết)?|báo|tin)|nghe (?:bài|tin)(?: viết)?|"
    r"\W*(?:\d{1,2}:\d{2})(?:\s*/\s*\d{1,2}:\d{2})?(?:\s*1x)?\W*|\W*(?:giọng (?:nam|nữ|bắc|trung|"
    r"nam bộ)\W*)+|0:00|1x|[▶►].{0,60}",
    "rating": (
        r"\W*(?:đánh giá|bình chọn|xếp hạng|rate this|rating|ratings?|điểm (?:trung bình|đánh giá)|average|"
        r"tổng số điểm của bài viết là|click để đánh giá)\b.{0,80}|[★☆\s\d./()]*[★☆][★☆\s\d./()]*|"
        r"\W*\d(?:[.,]\d)?\s*/\s*5\W*.{0,20}"
    ),
    "comments": (
        r"\W*(?:bình luận|ý kiến bạn đọc|ý kiến|viết bình luận|gửi (?:bình luận|ý kiến)|comments?|"
        r"leave a (?:comment|reply)|"
        r"post a comment|add (?:a )?comment|no comments?(?: yet)?|chưa có bình luận(?: nào)?|your comment|phản hồi)"
        r"(?: (?:của bạn(?: đọc)?|về bài viết))?\s*(?:\(?\d+\)?)?\W*"
    ),
    "form": (
        r"\W*(?:họ (?:và )?tên|họ tên|tên của bạn|địa chỉ e-?mail|e-?mail của bạn|tiêu đề|nội dung|"
        r"mã (?:xác nhận|bảo mật|kiểm tra)|"
        r"nhập (?:lại )?mã|nhập lại|gửi đi|your (?:name|email)|name|subject|message|captcha|submit|hủy|cancel|"
        r"security code)\s*(?:\(?\*\)?)?\s*:?\W*"
    ),
    "tags": r"\W*(?:tags?|từ kh[óo][áa]|từ khoá|keywords?|chủ đề|topics?|hashtags?|nhãn)\s*[:|].*|\W*(?:tags?|"
    r"từ kh[óo][áa]|keywords?)\W*|(?:#\w+\W*)+",
    "footer": (
        r"(?:©|\(c\)|copyright|bản quyền|all rights reserved|®).*|"
        r"\W*(?:giấy phép|cơ quan chủ quản|chịu trách nhiệm|trưởng ban biên tập|phó trưởng ban biên tập|"
        r"ban biên tập|designed by|"
        r"powered by|developed by|thiết kế|phát triển bởi|ghi rõ nguồn|địa chỉ|trụ sở|điện thoại|đt|hotline|"
        r"đường dây nóng|tel(?:ephone)?|"
        r"phone|fax|address|license|licen[cs]e no|e-?mail|website|managing agency|editor-in-chief|"
        r"head of editorial board)\s*[:.].*|"
        r"\W*(?:designed|powered|developed) by\b.*|.*\ball rights reserved\b.*|.*ghi rõ nguồn.{0,80}"
    ),
    "map": r"\W*(?:map of|bản đồ|view (?:larger )?map|xem bản đồ|google maps?|location map)\b.{0,50}",
    "advertisement": r"\W*(?:quảng cáo|advertisements?|advertising|tài trợ|nội dung tài trợ|sponsored|"
    r"liên kết (?:web(?:site)?|trang)|web ?links?)\W*",
    "reading time": r"\W*\d+\s*(?:phút đọc|min(?:ute)?s? read)\W*",
    "link": (
        r"\W*(?:xem thêm|đọc thêm|see also|read more|read also|click (?:here|vào đây)|mời (?:các )?bạn (?:xem|"
        r"đọc)|>>>?|»)\s*[:>»]*\s.*|"
        r"\W*(?:url|link|đường dẫn)(?: (?:của )?(?:bản tin|bài viết|trang|gốc))?\s*:.*|https?://\S+|"
        r"\W*(?:video|clip)(?: clip)?\W*|\W*(?:tệp|file|tập tin|tài liệu) đính kèm\W*.*|\W*attach(?:ed|"
        r"ment)s?(?: files?)?\W*.*"
    ),
}  # fmt: skip
_JUNK = [(reason, re.compile(f"(?:{form})", re.I)) for reason, form in _FORMS.items()]

_RELATED = re.compile(
    r"\W*(?:(?:các |những )?(?:video|clip|bộ ảnh|chùm ảnh|album|tin|"
    r"bài|bài viết|tin tức|thông tin|tin bài|bản tin|tin, bài)(?: (?:bài|tức|viết))?"
    r" (?:liên quan|khác|mới(?: nhất| hơn| đăng| cập nhật)?|cũ(?: hơn)?|cùng (?:chuyên mục|loại|chủ đề|thể loại|"
    r"danh mục)|đã (?:đưa|đăng)|"
    r"nổi bật|tiêu điểm|nóng|đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?|tiếp theo|trước(?: đó)?|sau)|"
    r"(?:tin )?(?:cùng chuyên mục|đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?)|see also|read also|"
    r"xem thêm|đọc thêm|có thể bạn quan tâm|"
    r"bạn có thể quan tâm|tiêu điểm|"
    r"các tin đã đưa(?: ngày)?|đọc tiếp|tham khảo thêm|tin nổi bật|thông báo mới|văn bản mới(?: ban hành)?|"
    r"chuyên mục khác|xem tiếp|"
    r"(?:the )?(?:latest|newest|newer|older|other|others|more|related|recent|hot|top|featured|popular|similar|"
    r"previous|further|next)"
    r"(?: (?:related|recent|hot|top|popular))?(?: (?:news?|articles?|stories|posts?|items?|information|topics?|"
    r"links?))(?: items?)?|"
    r"most (?:read|viewed|popular|recent)(?: (?:news|articles|stories))?|you (?:may|might) (?:also )?(?:like|"
    r"be interested in)|recommended(?: for you)?|"
    r"in (?:this section|the same (?:section|category))|same category|news (?:in|of) (?:the )?same (?:section|"
    r"category)|latest|related|"
    r"quick links?|liên kết(?: nhanh)?|chuyên mục|categor(?:y|ies)|archives?|lưu trữ)"
    r"(?: (?:tin|bài))?\s*(?:\(?\d+\)?)?\s*[:.>»…]*\W*",
    re.I,
)
_OPENERS = {"comments", "form", "footer", "tags", "map", "counter"}
"""Reasons after which, once the text has ended, nothing of it comes any more."""

_MARKUP = re.compile(r"(?:image|img|photo|ảnh|hình)?\.?(?:jpe?g|png|gif|bmp|webp|tiff?)$", re.I)
_ALT_WORDS = re.compile(
    r"(?:anh|ảnh|hinh|hình|img|image|images|pic|picture|photo|foto|dsc|dscn?|dscf|untitled|unnamed|screenshot|"
    r"capture|"
    r"no ?image|a|h|p|z|c|t|tt|kh|hn|bt|thumb|thumbnail|avatar|bai viet|hinh anh|hình ảnh|slide|banner|logo|"
    r"icon|copy|edit)"
    r"(?:[\s_.-]*\(?\d+\)?)+(?:[\s_.-]*(?:copy|edit|jpg|jpeg|png))?",
    re.I,
)
_VOWEL = re.compile(r"[aeiouyăâêôơư]", re.I)


@lru_cache(maxsize=8192)
def junk_reason(line: str) -> str | None:
    """Why a line is furniture of the page and no part of any text; None for everything else."""
    if not any(c.isalnum() for c in line):
        return "ornament"
    if len(line) == 1:
        return "ornament"
    if len(line) > 300:
        return None
    if is_related_head(line):
        return "related list"
    for reason, form in _JUNK:
        if form.fullmatch(line):
            return reason
    return "breadcrumb" if is_breadcrumb(line) else ("image name" if is_image_name(line) else None)


def ends_text(reason: str) -> bool:
    """Whether junk of this kind stands only where the text is over."""
    return reason in _OPENERS


def is_related_head(line: str) -> bool:
    """Whether a line heads a list of other articles ("Tin liên quan", "Latest news")."""
    return len(line) <= 60 and bool(_RELATED.fullmatch(line))


_DATED_END = re.compile(
    r"[\s(\[–-]*\(?\[?\s*(?:\d{1,2}:\d{2}(?::\d{2})?\s*(?:sa|ch|am|pm)?\s*[-–|"
    r",]?\s*)?(?:ngày\s*)?\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?(?:\d{4}|\d{2}))?"
    r"\s*[-–|,]?\s*(?:(?:lúc\s*)?\d{1,2}[:h]\d{2}(?::\d{2})?\s*(?:sa|ch|am|pm)?)?\s*[)\]]?$", re.I
)  # fmt: skip
_DATED_START = re.compile(
    r"^[\W]*\(?\[?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?:\s+\d{1,2}:\d{2})?\)?\]?\s*[-–:|]?\s+\S", re.I
)


def is_list_entry(line: str) -> bool:
    """Whether a line looks like an entry of a list of articles: a title with a day before or after it."""
    end = _DATED_END.search(line)
    bracketed = end is not None and ("(" in end[0] or "[" in end[0] or re.search(r"\d{4}|:\d", end[0]) is not None)
    return (bracketed and end is not None and end.start() > 8) or bool(_DATED_START.match(line))


_CRUMBS = re.compile(r"\s*(?:>+|»|›|→|::|/|\\|\|)\s*")
_CRUMB_START = re.compile(
    r"^\W*(?:home(?:page)?|trang chủ|you are here|bạn đang ở(?: đây)?|vị trí)\b\s*[:>»›→/|\\-]", re.I
)


def is_breadcrumb(line: str) -> bool:
    """Whether a line is the path of sections to a page ("Home > News > Province")."""
    if len(line) > 160 or line.endswith((".", "!", "?")):
        return False
    if _CRUMB_START.match(line):
        return True
    if is_menu(line):
        return True
    strong = re.search(r"\s(?:>+|»|›|→)\s", line)
    parts = [p for p in _CRUMBS.split(line) if p]
    return strong is not None and len(parts) >= 2 and all(len(p.split()) <= 7 for p in parts)


def is_menu(line: str) -> bool:
    """Whether a line is a menu set side by side: three or more short names without numbers between upright strokes."""
    parts = [p.strip() for p in line.split("|")]
    return len(parts) >= 3 and all(p and len(p.split()) <= 5 and not re.search(r"\d", p) for p in parts)


def is_image_name(line: str) -> bool:
    """Whether a line is what a picture without description leaves in copied text: a file's name, "anh1", "tttt2"."""
    if len(line) > 60 or line.endswith((".", "!", "?", ":")):
        return False
    if (
        _MARKUP.search(line)
        or _ALT_WORDS.fullmatch(line)
        or re.fullmatch(r"\[(?:image|img|ảnh|hình|photo).*\]", line, re.I)
    ):
        return True
    if " " in line:
        return False
    letters = [c for c in line if c.isalpha()]
    coded = bool(re.search(r"\d", line)) and bool(re.match(r"[a-zA-Z_.-]", line)) and line.isascii()
    joined = line.isascii() and ("_" in line or line.count("-") >= 2) and line.lower() == line
    mute = line.isascii() and line.islower() and bool(letters) and not _VOWEL.search(line)
    return joined or mute or (coded and (line.islower() or "_" in line or bool(re.search(r"\d{3}", line))))


def stem_of_series(line: str) -> str | None:
    """The part before the number of a line of few words without marks and a number ("hop bao 2": "hop bao")."""
    if len(line) > 60:
        return None
    found = re.fullmatch(r"([^\W\d_]+(?:[\s_-][^\W\d_]+){0,3})[\s_-]?\(?\d{1,3}\)?", line)
    return found[1].casefold() if found and found[1].isascii() else None
