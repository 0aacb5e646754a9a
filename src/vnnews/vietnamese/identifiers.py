"""Identifiers: numbers of boats, vehicles, telephones, accounts and papers, and coordinates, kept as they are written.

QNg 90477 TS, 36A-123.45, 0913.456.789, tài khoản 3713.0.1089: read as amounts they would be spelled out or get commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnnews.item import Item, Phrase, Place
from vnnews.vietnamese.designations import as_written

_PROVINCES = "QNg|ĐNa|BĐ|KH|PY|BTh|BT|QNa|QN|TTH|QT|QB|HT|NA|TH|NĐ|TB|HP|NT|BV|TG|BTr|BL|CM|KG|ST|TV|SG|VT|BR|LA"
"""Letters of the provinces on fishing boats (Circular 23/2018/TT-BNNPTNT)."""

_BOAT = rf"(?:{_PROVINCES})[ -]?\d{{2}} ?\d{{3}}(?:[ -]?TS)?(?!\w|[.,]\d| (?:tỷ|triệu|nghìn|ha|người|đồng))"
_SHIP = r"(?<=[Tt]àu )(?:KN|CSB|HQ|BP|SAR|CN|VN)[ -]?\d{2,6}(?:[ -]?TS)?(?![\w.]\d|\w)|SAR[ -]?\d{3}(?!\d)"
_PLATE = (
    r"\d{2}[ -]?[A-ZĐ](?:[A-ZĐ]|\d)?(?:[ -]\d{3}\.\d{2}|-\d{4,5}|-\d{3}\.xx|-xxx\.?\d{2})(?![\w.]\d|\w)"
    r"|\d{2}-?[A-ZĐ]\d [ -]?\d{3}\.\d{2}(?!\d)"
)
_SPACED_PLATE = r"\d{2}[ -]?[A-ZĐ](?:[A-ZĐ]|\d)?[ .-]\d{4,5}(?!\d)"
_DIGITS = r"[A-Z]{0,3}\d{2,}(?:[ .-]\d+)*(?!\w)"
_SAID = re.compile(
    r"(?<!\w)(?:"
    rf"(?i:biển (?:kiểm soát|số|đăng ký)|BKS|xe)(?i: số| đăng ký)?:? (?P<plate>{_SPACED_PLATE})"
    r"|(?i:(?:số )?(?:tài khoản|TK|STK|số máy|mã số thuế|MST|mã số doanh nghiệp|mã bưu (?:chính|điện|cục)|CCCD|CMND"
    r"|CMTND|căn cước(?: công dân)?|chứng minh nhân dân|hộ chiếu|mã định danh|định danh(?: cá nhân)?)(?: số| là)?:?)"
    rf" (?P<number>{_DIGITS})"
    r")"
)
_SHAPED = re.compile(rf"(?<![\w/.-])(?:{_BOAT}|{_SHIP}|{_PLATE}|\+84[ .]?\d{{1,3}}(?:[ .]?\d{{3,4}}){{2}}(?!\d))")
_TELEPHONES = re.compile(r"(?<![\w.,])0\d{2,4}[ .]\d{3,4}[ .]?\d{3,4}(?:[ .]\d{3})?(?![\w]|[.,]\d)")
_ROAD = re.compile(
    r"(?<![\w.])(?:(?P<short>QL|TL|ĐT|ĐH|(?<!tải )(?<!tải trọng )(?<!thiết kế )HL)\.? ?"
    r"|(?P<word>(?i:đường tỉnh|đường huyện)) (?:số )?)"
    r"(?P<name>\d{1,3}[A-Z]?)(?![\w%]|[.,/-]\d| (?:km|ha|tỷ|triệu))"
)
"""A road by its number; HL93 after "tải trọng" is the load that a bridge bears."""
_ROADS = {
    "ql": "quốc lộ", "tl": "tỉnh lộ", "đt": "tỉnh lộ", "đường tỉnh": "tỉnh lộ", "đh": "huyện lộ", "hl": "huyện lộ",
    "đường huyện": "huyện lộ",
}  # fmt: skip
_LABEL = re.compile(
    r"(?<!\w)(?:"
    r"(?i:gói thầu|phiên bản|bản|hình|bảng|phụ lục)(?: số)? (?P<version>\d{1,2}(?:\.\d{1,2})+)"
    r"(?!\d|[.,%]\d|%| (?:triệu|tỷ|nghìn|ha|km))"
    r"|(?i:(?:số nhà|nhà số|tại số|ở số|hẻm|kiệt|ngõ|ngách)(?: số)?) "
    r"(?P<house>\d{1,4}[A-Z]?(?:/\d{1,4}[A-Z]?)+)(?![\w/%-])"
    r"|(?i:lớp) (?P<class>(?:[1-9]|1[0-2])/\d{1,2})(?![\w/%-])"
    r"|(?i:chương trình|nghị quyết|dự án|đề án|huyện|xã|vốn)(?: số)? (?P<program>\d{1,3}[a-z])(?![\w/%-])"
    r"|(?i:giống|lúa|gạo) (?P<rice>[A-ZĐ]{1,4}[- ]\d{1,5})(?![\w%]|[.,/]\d|-\d)(?! (?:ha|tấn|kg|tạ|hộ|người|triệu|tỷ))"
    r"|(?i:nhà ga|hành khách|tuyến|nút giao|tòa|lớp|khóa|trục|lô|kênh|mương|cống)(?: số)? "
    r"(?P<sign>[A-Z]\d{1,3}|\d{2,3}[a-z])(?![\w.,]\d|\w)"
    r")"
)
_COORDINATE = re.compile(
    r"\d{1,3}°(?: ?\d{1,2}(?:[.,]\d+)?['’′])?(?: ?\d{1,2}(?:[.,]\d+)?(?:[\"”″]|''))? ?[NSEWBĐ](?!\w)"
)
_MASKED = re.compile(
    rf"(?<![\w.*-])(?:(?:{_PROVINCES})[ -]|\(0\d{{1,3}}\) ?|\d{{2}}-?[A-ZĐ]\d?-)?(?=\d[\d.]*[x*]{{2}})"
    r"[\dx*]+(?:\.[\dx*]+)*(?: TS)?(?![\w*])"
)
"""Numbers of telephones, vehicles and boats that are not told in full: 0905.xxx.789, 47V-03.8xx, BĐ 97xxx TS."""
_MASKS = ("xx", "**")
_POST = re.compile(r"(?<!\w)[Kk][Mm] ?(?P<at>\d{1,4}\+\d{1,3})(?![\w.,]\d|\w)")
"""Where a road is at, by kilometers and meters: Km78+300."""
_TO_ENGLISH = str.maketrans({"B": "N", "Đ": "E", ",": "."})
"""Letters of north and east, and the point of decimals; S and W need none: the country has only the other two."""
_FIGURES = re.compile(r"\d")
_LEAST_DIGITS = 5


def find(text: str) -> Iterator[Item]:
    """The identifiers of a Vietnamese text (NFC), as terms that stay as they are written, and roads by their number."""
    if _FIGURES.search(text) is None:
        return
    for found in _ROAD.finditer(text):
        unit = _ROADS[(found["short"] or found["word"]).lower()]
        yield Item(found.span(), "place", Place(found["name"], unit))
    for found in _LABEL.finditer(text):
        assert found.lastgroup is not None, "every branch has a name"
        yield as_written(found.span(found.lastgroup), found[found.lastgroup])
    for shape in (_SHAPED, _TELEPHONES):
        for found in shape.finditer(text):
            yield as_written(found.span(), found.group())
    for found in _COORDINATE.finditer(text) if "°" in text else ():
        yield as_written(found.span(), found.group().translate(_TO_ENGLISH))
    for found in _MASKED.finditer(text) if any(mask in text for mask in _MASKS) else ():
        yield as_written(found.span(), found.group())
    for found in _POST.finditer(text) if "+" in text else ():
        forms = tuple(f"{word}{found['at']}" for word in ("Km", "kilometer ", "Kilometer marker ", ""))
        yield Item(found.span(), "term", Phrase(found.group(), f"Km {found['at']}", forms))
    for found in _SAID.finditer(text):
        name = "plate" if found["plate"] else "number"
        if sum(c.isdigit() for c in found[name]) >= _LEAST_DIGITS:
            yield as_written(found.span(name), found[name])
