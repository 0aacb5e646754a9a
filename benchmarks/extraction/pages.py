"""Self-written pages for the extraction benchmark: ten articles in the manners of fifteen content systems, with gold.

Which article meets which layout, date form and signature form is fixed by a rule (no chance), so a run can be repeated.
Templates and articles are written from how these systems print their pages, not from how any extractor reads them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
import yaml

HERE = Path(__file__).parent
LAYOUTS = ("sharepoint", "liferay", "dnn", "drupal", "wordpress", "nukeviet", "egov", "table2004", "onecms", "joomla",
           "amp", "printview", "nextjs")  # fmt: skip
SITE = "Báo Bình Sơn"
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
RELATED = (
    "Khai mạc giải bóng chuyền nông dân tỉnh lần thứ 8", "Trao 50 suất học bổng cho học sinh nghèo vượt khó",
    "Bế mạc kỳ họp thứ 7 HĐND huyện", "Tập huấn phòng cháy, chữa cháy rừng mùa khô",
    "Kiểm tra công tác chuẩn bị bầu cử tại các xã", "Ra quân làm thủy lợi nội đồng đầu năm",
    "Đoàn công tác tỉnh bạn trao đổi kinh nghiệm cải cách hành chính", "Hội chợ nông sản thu hút hơn 200 gian hàng",
    "Khởi công nâng cấp tỉnh lộ 12 đoạn qua thị trấn", "Triển lãm ảnh đẹp quê hương chào mừng ngày thành lập tỉnh",
    "Phát động tháng hành động vì trẻ em", "Công bố quyết định bổ nhiệm Phó Giám đốc Sở Tư pháp",
)  # fmt: skip
RELATED_EN = (
    "Conference to review the emulation movement held", "Province seeks investors for its second industrial park",
    "Traffic on National Highway 39 improved before holidays", "Young farmers exchange experience in growing longan",
    "Delegation offers incense at the memorial house", "Department opens training course on information security",
)  # fmt: skip
TEASER = (
    "Đây là đoạn tóm tắt của một bài khác, đủ dài để trông giống một đoạn văn trong bài viết nhưng không thuộc về bài "
    "đang đọc, và người dịch không bao giờ muốn thấy nó trong bản dịch của mình."
)


@dataclass(frozen=True)
class Gold:
    """What a careful reader takes from a page. `text` holds the body's blocks without captions; None: not there."""

    title: str
    lead: str | None
    author: str | None
    photographer: str | None
    translator: str | None
    published: str | None
    text: tuple[str, ...]
    captions: tuple[str, ...]
    junk: tuple[str, ...]
    source_name: str | None = None
    original_url: str | None = None


@dataclass(frozen=True)
class Page:
    """A page to extract from: a name, its HTML, its address and its gold."""

    name: str
    html: str
    url: str
    gold: Gold


def pages() -> Iterator[Page]:
    """All pages, in a fixed order."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE / "templates"), autoescape=False)
    articles = yaml.safe_load((HERE / "articles.yaml").read_text(encoding="utf-8"))
    vietnamese = [a for a in articles if a.get("language") != "en"]
    english = [a for a in articles if a.get("language") == "en"]
    for i, layout in enumerate(LAYOUTS):
        for j in range(4):
            article = vietnamese[(3 * i + 2 * j + (j == 3)) % len(vietnamese)]
            yield _page(environment, layout, article, i + j)
    for i, article in enumerate(english):
        for j in range(2):
            yield _page(environment, "english", article, i + j)


def _page(environment: jinja2.Environment, layout: str, article: dict[str, Any], turn: int) -> Page:
    day = date.fromisoformat(str(article["day"]))
    url = f"https://binhson.example.vn/tin-tuc/{article['key']}-{turn}.html"
    blocks, texts, captions = _blocks(article)
    signed = _signature(article, layout, turn)
    values = {
        "title": article["title"], "a_title": article["title"], "lead": article["lead"], "blocks": blocks,
        "lead_shown": _lead_shown(article, layout), "iso": day.isoformat(), "date": _date(day, layout, turn),
        "url": url, "base": "/uploads/images/", "site": SITE, "related": RELATED, "related_en": RELATED_EN,
        "teaser": TEASER, "other_date": "02/01/2020", "source_name": signed.get("source_name"),
        "signature": signed.get("line"), "translated": signed.get("translated"), "original": signed.get("original"),
        "label_author": signed.get("label"),
    }  # fmt: skip
    html = environment.get_template(f"{layout}.j2").render(values)
    gold = Gold(
        title=article["title"],
        lead=article["lead"],
        author=signed.get("author"),
        photographer=signed.get("photographer") or _credited(article),
        translator=signed.get("translator"),
        published=day.isoformat(),
        text=tuple(texts),
        captions=tuple(captions),
        junk=(*RELATED, *RELATED_EN, TEASER, "Tin liên quan", "Lượt xem", "Chia sẻ", "Tổng truy cập", "Giấy phép"),
    )
    return Page(f"{layout}-{article['key']}", html, url, gold)


def _blocks(article: dict[str, Any]) -> tuple[list[dict[str, Any]], list[str], list[str]]:
    blocks: list[dict[str, Any]] = []
    texts: list[str] = []
    captions: list[str] = []
    for n, entry in enumerate(article["body"]):
        block: dict[str, Any] = {"p": entry} if isinstance(entry, str) else dict(entry)
        if "fig" in block:
            name, caption, credit = block["fig"]
            block = {"fig": name, "shown": f"{caption}. Ảnh: {credit}" if credit else caption, "alt": f"anh{n}"}
            captions.append(caption)
        elif "list" in block:
            texts += block["list"]
        elif "table" in block:
            texts += [cell for row in block["table"] for cell in row]
        else:
            texts.append(next(iter(block.values())))
        blocks.append(block)
    return blocks, texts, captions


def _credited(article: dict[str, Any]) -> str | None:
    """Whom the pictures name where the signature names no photographer, each once."""
    figures = [entry["fig"] for entry in article["body"] if isinstance(entry, dict) and "fig" in entry]
    return ", ".join(dict.fromkeys(credit for *_, credit in figures if credit)) or None


def _lead_shown(article: dict[str, Any], layout: str) -> str | None:
    code = article.get("code") if layout != "onecms" else article.get("code", "BBS")
    return f"({code}) - {article['lead']}" if code and article["lead"] else article["lead"]


def _date(day: date, layout: str, turn: int) -> str:
    d, m, y = day.day, day.month, day.year
    if layout == "english":
        return (f"{MONTHS[m - 1]} {d}, {y}", f"Published on {d:02d} - {m:02d} - {y}")[turn % 2]
    forms = (
        f"{d:02d}/{m:02d}/{y}", f"08:15 SA {d:02d}/{m:02d}/{y}",
        f"{WEEKDAYS[day.weekday()]}, {d}/{m}/{y} | 14:05 GMT+7",
        f"Đăng ngày {d:02d}/{m:02d}/{y}", f"16h05' - {d:02d}/{m:02d}/{y}", f"{d} tháng {m} năm {y}",
        f"{WEEKDAYS[day.weekday()]} - {d:02d}/{m:02d}/{y} 09:12", f"Cập nhật: {d:02d}-{m:02d}-{y} 03:40:11 CH",
    )  # fmt: skip
    return forms[turn % len(forms)]


def _signature(article: dict[str, Any], layout: str, turn: int) -> dict[str, Any]:
    """How the page is signed: the printed line, and who that makes author, photographer and translator."""
    author = article.get("author")
    if layout == "english":
        return _english_signature(article, turn)
    out: dict[str, Any] = {"source_name": article.get("source_name")}
    if article.get("source_name"):
        out["line"] = None if layout in ("nukeviet", "onecms") else f"Theo {article['source_name']}"
    if not author:
        return out
    out["author"] = author
    if layout == "nukeviet":
        return out | {"label": author}
    forms = (
        (author, None), (f"Tin, ảnh: {author}", author), (f"Bài và ảnh: {author}", author),
        (f"{author} (tổng hợp)", None),
        (author.upper(), None), (f"PV {author}", None), (f"Tác giả: {author}", None),
    )  # fmt: skip
    line, photographer = forms[turn % len(forms)]
    return out | {"line": line, "photographer": photographer}


def _english_signature(article: dict[str, Any], turn: int) -> dict[str, Any]:
    author, translator = article["author"], article["translator"]
    out = {"author": author, "translator": translator}
    if turn % 2 == 0:
        original = f"http://baobinhson.example.vn/{article['key']}-a82351.html"
        return out | {"line": f"By {author} – Translated by {translator}", "original": original}
    return out | {"line": f"Written by {author}", "translated": f"Translated by {translator}"}
