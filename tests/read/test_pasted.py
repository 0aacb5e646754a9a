"""Pasted text: pages in the manner of many portals, and the seeds where they are at hand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews.article import Article
from vnnews.errors import NoArticleError
from vnnews.read.html.forms import read_names, split_credit
from vnnews.read.lineforms import is_furniture
from vnnews.read.metadata import cuts, day_at_end, read_credits, read_day, read_signature
from vnnews.read.pasted import read_text
from vnnews.read.source import Source

PAGES = Path(__file__).parent / "pasted"
ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))


def read(text: str) -> Article:
    return read_text(text, Source(text.encode(), "-", "2026-01-01T00:00:00Z"), "utf-8")


def summary(article: Article) -> dict[str, object]:
    """What a page's .json keeps of an article: all metadata, each block's kind and both its ends."""
    fields = ("title", "author", "translator", "photographer", "published", "source_name", "original_url", "language")
    return {
        **{name: getattr(article, name) for name in fields},
        "captions": list(article.captions),
        "blocks": [[b.kind, b.text if len(b.text) < 60 else f"{b.text[:30]} … {b.text[-20:]}"] for b in article.blocks],
        "dropped": [d.text for d in article.dropped],
        "findings": [f.code for f in article.findings],
    }


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.txt")), ids=lambda p: p.stem)
def test_pages_come_out_as_read_by_eye(page: Path) -> None:
    expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    assert summary(read(page.read_text(encoding="utf-8"))) == expected


def _plain(text: str) -> str:
    """Letters and figures only, so that white space, bullets and divided words do not count."""
    return re.sub(r"[\W_]+", "", text.casefold())


@pytest.mark.parametrize("page", [*sorted(PAGES.glob("*.txt")), *SEEDS], ids=lambda p: p.stem)
def test_nothing_vanishes(page: Path) -> None:
    article = read(page.read_text(encoding="utf-8"))
    kept = _plain(" ".join(t for _, t in article.texts()))
    dropped = {_plain(d.text) for d in article.dropped}
    lost = [
        line
        for line in read_lines(page)
        if _plain(line) not in kept and _plain(line) not in dropped and not _is_said(line, kept)
    ]
    assert lost == []


def _is_said(line: str, kept: str) -> bool:
    """Whether each part of a line states a day or credits, is furniture beside it, or stands in the text.

    A caption with its photographer behind it and a headline with its day count as such lines.
    """
    text, _ = split_credit(re.sub(r"^\s*(?:\d+\.|Photo:)\s", "", line).strip())
    text, _ = day_at_end(text)
    if (text and text != line and _plain(text) in kept) or read_signature(line.strip(), pushed=text != line):
        return True
    return any(
        all(read_day(p) or read_credits(p) or read_names(p) or is_furniture(p) for p in parts)
        for parts in cuts(line.strip())
    )


def read_lines(page: Path) -> list[str]:
    return page.read_text(encoding="utf-8").replace("\u00a0", " ").splitlines()


def _whole_words(path: Path) -> list[str]:
    """The words of a file; where a string ends and another begins, a mark keeps them apart."""
    text = re.sub(r'",', " ¶ ", path.read_text(encoding="utf-8")) if path.suffix == ".py" else path.read_text("utf-8")
    return re.findall(r"[\w'’¶]+", text.lower())


def seed(number: str) -> Article:
    found = [p for p in SEEDS if p.name.startswith(number)]
    if not found:
        pytest.skip("the seeds are not at hand")
    return read(found[0].read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("number", "kinds", "dropped"),
    [
        ("000", "pppppppp", 0),
        ("001", "fpppfpp", 0),
        ("002", "pfpppp", 2),
        ("003", "pfpppppp", 12),
        ("004", "pppppp", 6),
    ],
)
def test_seeds_blocks(number: str, kinds: str, dropped: int) -> None:
    article = seed(number)
    assert "".join(b.kind[0] for b in article.blocks) == kinds
    assert len(article.dropped) == dropped


@pytest.mark.parametrize(
    ("number", "titled", "published", "author", "translator", "original"),
    [
        ("000", True, None, True, True, True),
        ("001", False, None, True, True, True),
        ("002", True, None, True, True, False),
        ("003", True, "2018-08-10", False, False, False),
        ("004", True, "2016-11-24", True, False, False),
    ],
)
def test_seeds_metadata(
    number: str, titled: bool, published: str | None, author: bool, translator: bool, original: bool
) -> None:
    article = seed(number)
    assert (article.title is not None) == titled
    assert article.published == published
    assert (article.author is not None, article.translator is not None) == (author, translator)
    assert (article.original_url is not None) == original
    assert ("R001" in {f.code for f in article.findings}) == (not titled)


def test_source_has_no_words_of_the_seeds() -> None:
    if not SEEDS:
        pytest.skip("the seeds are not at hand")
    files = [p for s in ("*.py", "*.toml", "*.html") for p in (ROOT / "src").rglob(s)]
    source = " ".join(" ".join(_whole_words(p)) for p in files)
    for page in SEEDS:
        words = _whole_words(page)
        runs = {" ".join(words[i : i + 5]) for i in range(len(words) - 4)}
        assert not [run for run in runs if f" {run} " in source]
        article = read(page.read_text(encoding="utf-8"))
        names = [article.author, article.translator, *re.findall(r"a\d{4,6}(?=\.html)", article.original_url or "")]
        for name in filter(None, names):
            assert len(name) < 4 or f" {name.lower()} " not in source, name


BODY = "The people's committee of the district held a meeting on Monday to review the first half of the year."


@pytest.mark.parametrize(
    "junk",
    [
        "Tất cả: 123", "Số lượt truy cập", "In bài viết", "Lượt xem: 12", "IMG_1234", "hinh 2", "anh1",
        "12 online users", "100%",
        "A- A A+", "Share on Facebook", "Print this page", "Chia sẻ", "Quảng cáo", "Về đầu trang", "Số lượt xem: 1.234",
        "Views: 12",
        "Đang online: 45", "Facebook Zalo Twitter", "Gửi bình luận", "DSC_0012.JPG", "tttt7", "°", "Bản in",
        "0:00 / 3:12",
        "Đọc bài viết", "Copyright © 2019 Tra Mau Portal", "Từ khóa: lúa, cá", "Tags: rice",
    ],
)  # fmt: skip
def test_junk_goes_wherever_it_stands(junk: str) -> None:
    article = read(f"District reviews its work\n{junk}\n{BODY}\n{junk}\n{BODY} Again.\n{junk}")
    assert article.title == "District reviews its work"
    assert [b.text for b in article.blocks] == [BODY, f"{BODY} Again."]
    assert [d.text for d in article.dropped] == [junk] * 3


@pytest.mark.parametrize(
    ("line", "author", "photographer", "translator", "source_name"),
    [
        ("By: Hoa Binh", "Hoa Binh", None, None, None),
        ("Author: Le Nam", "Le Nam", None, None, None),
        ("Reported by Le Nam - Translated by Ha Vi", "Le Nam", None, "Ha Vi", None),
        ("By Le Nam – Translated by Ha Vi", "Le Nam", None, "Ha Vi", None),
        ("Written by Le Nam / Translated by Ha Vi", "Le Nam", None, "Ha Vi", None),
        ("Tin, ảnh: Lê Nam", "Lê Nam", "Lê Nam", None, None),
        ("Bài và ảnh: Lê Nam - Hà Vi", "Lê Nam - Hà Vi", "Lê Nam - Hà Vi", None, None),
        ("Tác giả: Lê Nam", "Lê Nam", None, None, None),
        ("Lê Nam (tổng hợp)", "Lê Nam", None, None, None),
        ("Nguồn: Báo Bình Minh", None, None, None, "Báo Bình Minh"),
        ("Theo TTXVN", None, None, None, "TTXVN"),
        ("                              Lê Nam", "Lê Nam", None, None, None),
    ],
)
def test_credits_below_the_text(
    line: str, author: str | None, photographer: str | None, translator: str | None, source_name: str | None
) -> None:
    article = read(f"District reviews its work\n{BODY}\n{BODY} Again.\n{line}")
    found = (article.author, article.photographer, article.translator, article.source_name)
    assert found == (author, photographer, translator, source_name)
    assert len(article.blocks) == 2


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published on 10 - 08 - 2018", "2018-08-10"),
        ("Đăng ngày 24/11/2016", "2016-11-24"),
        ("Ngày đăng: 24/11/2016 | Lượt xem: 12", "2016-11-24"),
        ("Cập nhật: 10:25, 24/11/2016", "2016-11-24"),
        ("Thứ Năm, 24/11/2016 - 08:30", "2016-11-24"),
        ("Posted: March 12, 2018", "2018-03-12"),
        ("12 March 2018", "2018-03-12"),
        ("24-11-2016 08:30 AM", "2016-11-24"),
    ],
)
def test_day_above_the_text(line: str, day: str) -> None:
    article = read(f"District reviews its work\n{line}\n{BODY}\n{BODY} Again.")
    assert (article.title, article.published, len(article.blocks)) == ("District reviews its work", day, 2)


def test_days_told_in_the_text_are_no_publication() -> None:
    article = read(f"District reviews its work\n{BODY}\nOn March 3, 2019, the committee met once more in the old hall.")
    assert article.published is None
    assert "R003" in {f.code for f in article.findings}


def test_prose_below_a_byline_is_kept() -> None:
    article = read(f"Two notes from the district\n{BODY}\nBy Le Nam\n{BODY} Again.\nBy Ha Vi")
    assert len(article.blocks) == 2
    assert article.author == "Ha Vi"


def test_facts_of_a_notice_are_no_footer() -> None:
    facts = "Địa chỉ: số 12 đường Lê Lợi\nĐiện thoại: 0272 3826 123"
    article = read(f"Thông báo tuyển dụng\n{BODY}\n{facts}\n{BODY} Again.\nĐiện thoại: 1900 1234")
    assert [b.text for b in article.blocks] == [BODY, *facts.split("\n"), f"{BODY} Again."]
    assert len(article.dropped) == 1


def test_an_interview_keeps_its_questions() -> None:
    talk = f"PV: Vâng.\nMr. Nam: {BODY}\nPV: Why?\nMr. Nam: {BODY} Again."
    article = read(f"Two questions to Mr. Nam\n{BODY}\n{talk}\nBy Ha Vi")
    assert [b.text for b in article.blocks] == [BODY, *talk.split("\n")]
    assert article.author == "Ha Vi"


def test_table_and_list() -> None:
    rows = "Commune\tHouseholds\nLong Hoa\t120\nLong Son\t98"
    article = read(
        f"District reviews its work\n{BODY}\n{rows}\n{BODY} Again.\n- roads;\n- schools;\n- wells.\n{BODY} End."
    )
    assert [b.kind for b in article.blocks] == ["paragraph", "table", "paragraph", "list", "paragraph"]
    assert article.blocks[1].text == rows
    assert article.blocks[3].text == "roads;\nschools;\nwells."


@pytest.mark.parametrize(
    "text", ["Hello", "Trang chủ\nTin tức\nLiên hệ\nLượt truy cập: 12", "1 2 3 4 5 6 7 8 9 10 11 12."]
)
def test_no_article(text: str) -> None:
    with pytest.raises(NoArticleError):
        read(text)


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=120), max_size=12))
def test_any_text_is_read_or_refused(lines: list[str]) -> None:
    try:
        article = read("\n".join([*lines, BODY, *lines]))
    except NoArticleError:
        return
    assert Article.loads(article.dumps()) == article
    assert BODY in " ".join(t for _, t in article.texts())


@pytest.mark.parametrize(
    "line",
    [
        "in - " * 60 + "x",
        "gửi bài " * 40 + "x",
        "1 " * 150 + "x",
        "a- " * 100 + "x",
        "(" * 300,
        "today 1 " * 37 + "x",
        " > a" * 70,
    ],
)
def test_hostile_lines_come_to_an_end(line: str) -> None:
    """A pattern that tries all ways to match such a line would not come back in a lifetime."""
    assert read(f"District reviews its work\n{BODY}\n{line}\n{BODY}").title == "District reviews its work"
