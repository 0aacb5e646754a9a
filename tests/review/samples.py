"""Texts that several tests of reviewing check: files of one unit, and a pair of articles."""

from __future__ import annotations

from pathlib import Path

XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" datatype="plaintext"
 source-language="vi" target-language="en"><body><trans-unit id="u7"><source>{}</source><target>{}</target>
</trans-unit></body></file></xliff>"""
TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en"
 srclang="vi" datatype="plaintext"/><body><tu><tuv xml:lang="vi"><seg>{}</seg></tuv>
<tuv xml:lang="en"><seg>{}</seg></tuv></tu></body></tmx>"""


def write_pair(folder: Path, end: str = ".") -> tuple[str, ...]:
    """Write vi.txt and en.txt, whose numbers differ (N003), and give the options for them; `end` ends the English."""
    (folder / "vi.txt").write_text(
        "Xã họp bàn về nước sạch\n\nSáng 9/8, xã có 200 hộ dự họp về nước sạch.\n\n"
        "Cuộc họp diễn ra tại nhà văn hóa xã Bình Hòa, có 15 cán bộ.\n",
        encoding="utf-8",
    )
    (folder / "en.txt").write_text(
        "Commune meets on clean water\n\nOn the morning of August 9, 200 households in the commune attended a meeting "
        f"on clean water.\n\nThe meeting took place at the cultural house of Binh Hoa commune with 16 officials{end}\n",
        encoding="utf-8",
    )
    return ("--source", "vi.txt", "--target", "en.txt")
