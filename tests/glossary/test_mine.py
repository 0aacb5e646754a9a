"""Mining a newsroom's texts for what no term covers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vnnews.errors import InputError
from vnnews.glossary import Glossary
from vnnews.glossary.mine import mine, read_folder

BASE = Glossary.load()


def texts_of(*texts: str) -> list[tuple[str, str]]:
    return [(f"{number}.txt", text) for number, text in enumerate(texts)]


def test_unknown_abbreviations_come_with_counts_examples_and_the_full_name_that_the_text_gives() -> None:
    found = mine(
        texts_of("Trung tâm Quan trắc Môi trường (TTQTMT) họp. TTQTMT đã đo.", "Số liệu của TTQTMT. UBND tỉnh nghe."),
        BASE,
    )
    (one,) = [candidate for candidate in found if candidate.kind == "abbreviation"]
    assert (one.text, one.count, sorted(one.files)) == ("TTQTMT", 3, ["0.txt", "1.txt"])
    assert one.meaning == "Trung tâm Quan trắc Môi trường"
    assert one.examples[0].startswith("Trung tâm Quan trắc Môi trường (TTQTMT)")


@pytest.mark.parametrize(
    "text",
    [
        "UBND, CNTT, TTHC",
        "khóa XIV, quý III",
        "Kế hoạch 112/KH-QZX",
        "LONG AN ĐỔI MỚI QZX",
        "giá 5 USD, 12 MW",
        "được MIỄN PHÍ và CHỦ NGHĨA",
    ],
)
def test_known_forms_numerals_codes_units_and_shouted_lines_are_not_proposed(text: str) -> None:
    assert [c.text for c in mine(texts_of(text, text), BASE) if c.kind == "abbreviation"] == []


def test_recurring_bodies_end_where_the_name_ends() -> None:
    found = mine(
        texts_of(
            "Trung tâm Quan trắc Môi trường tỉnh Long An vừa đo gió.",
            "Theo Trung tâm Quan trắc Môi trường, gió lớn.",
            "Trường Sa xa xôi, Hội An cổ kính. Sở Tư pháp họp.",
            "Trường Sa xa xôi, Hội An cổ kính. Sở Tư pháp họp.",
        ),
        BASE,
    )
    assert [(c.text, c.count) for c in found if c.kind == "body"] == [("Trung tâm Quan trắc Môi trường", 2)]


def test_least_and_examples_limit_what_is_shown() -> None:
    texts = texts_of("QZX một. QZX hai. QZX ba.", "QZY bốn.")
    assert [(c.text, len(c.examples)) for c in mine(texts, BASE, least=1, examples=1)] == [("QZX", 1), ("QZY", 1)]
    assert [c.text for c in mine(texts, BASE, least=3)] == ["QZX"]


def test_articles_and_texts_of_a_folder_are_read(tmp_path: Path) -> None:
    article = {
        "title": "Tiêu đề QZX", "language": "vi", "url": "https://example.org/QZW",
        "blocks": [{"id": "b1", "kind": "paragraph", "text": "Đoạn QZX"}],
    }  # fmt: skip
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.article.json").write_text(json.dumps(article), encoding="utf-8")
    (tmp_path / "b.txt").write_text("QZX", encoding="utf-8-sig")
    (tmp_path / "broken.article.json").write_text("{", encoding="utf-8")
    found = mine(read_folder(tmp_path), BASE)
    assert [(c.text, c.count, len(c.files)) for c in found] == [("QZX", 3, 2)]


def test_a_folder_without_texts_is_said_so(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(InputError):
            list(read_folder(folder))
