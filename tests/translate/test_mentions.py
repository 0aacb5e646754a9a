"""Abbreviations at the first mention: brackets of the Vietnamese, and the house that introduces what is named twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnnews.article import Article, Block, Provenance, block, number_repeats
from vnnews.draft.model import Draft
from vnnews.settings import Settings
from vnnews.translate import translate_article
from vnnews.translate.memory import Memory, Unit
from vnnews.translate.plan import _abbreviates

FULL, SHORT = "Department of Information and Communications", "DoIC"
FARMS = "Department of Agriculture and Rural Development"


def draft_of(*texts: str, title: str = "Tin trong ngày", **settings: object) -> Draft:
    blocks: tuple[Block, ...] = number_repeats([block("paragraph", t) for t in texts])
    origin = Provenance("test", "2026-01-01T00:00:00Z", "0" * 64, "test", "1", "utf-8")
    article = Article("a1", title, blocks, "vi", origin, published="2018-08-09")
    return translate_article(article, Settings(engine="assemble", **settings))  # type: ignore[arg-type]  # settings by name


def said(draft: Draft) -> list[str]:
    return [s.target or "" for s in draft.segments][1:]


@pytest.fixture
def introducing(tmp_path: Path) -> Path:
    path = tmp_path / "style.toml"
    path.write_text('[abbreviations]\nfirst_mention = "introduce"\n', encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("short", "name", "wanted"),
    [
        ("TT&TT", "Sở Thông tin và Truyền thông", True),
        ("Sở TT&TT", "Sở Thông tin và Truyền thông", True),
        ("NHNN", "Ngân hàng Nhà nước Việt Nam", True),
        ("HTX", "hợp tác xã", True),
        ("GTVT", "Sở Giao thông vận tải", True),
        ("xem", "Sở Giao thông vận tải", False),
        ("SBV", "Ngân hàng Nhà nước Việt Nam", False),
        ("Long An", "Ủy ban nhân dân tỉnh Long An", False),
    ],
)
def test_what_a_bracket_abbreviates(short: str, name: str, wanted: bool) -> None:
    assert _abbreviates(short, name) is wanted


def test_a_bracket_is_kept_where_the_text_goes_on_to_use_it() -> None:
    first, second = said(draft_of("Sở Thông tin và Truyền thông (TT&TT) họp.", "Hôm sau Sở TT&TT báo cáo."))
    assert f"{FULL} ({SHORT})" in first
    assert SHORT in second and FULL not in second


@pytest.mark.parametrize("later", ["Nông dân phấn khởi.", "Theo Sở Nông nghiệp và Phát triển nông thôn, lúa tốt."])
def test_a_bracket_that_is_not_used_again_is_dropped(later: str) -> None:
    first, _ = said(draft_of("Sở Nông nghiệp và Phát triển nông thôn (NN&PTNT) họp.", later))
    assert FARMS in first and "(" not in first


def test_house_style_introduces_nothing_by_itself() -> None:
    texts = said(draft_of("Sở Thông tin và Truyền thông họp.", "Hôm sau Sở Thông tin và Truyền thông báo cáo."))
    assert all(FULL in t and SHORT not in t for t in texts)


def test_what_is_named_twice_is_introduced_outside_headlines(introducing: Path) -> None:
    name = "Sở Thông tin và Truyền thông"
    draft = draft_of(
        f"{name} họp.", f"Hôm sau {name} báo cáo.", f"Theo {name}, việc đã xong.", title=name, style=introducing
    )
    first, *later = said(draft)
    assert draft.segments[0].target == FULL
    assert first.count(f"{FULL} ({SHORT})") == 1
    assert all(SHORT in t and FULL not in t for t in later)
    assert not {"T001", "T002", "X001", "X002", "C903", "C003"} & {f.code for f in draft.findings}


def test_what_is_named_once_or_differently_stays(introducing: Path) -> None:
    texts = said(draft_of("Sở Tư pháp họp.", "Phòng Thông tin và Truyền thông huyện báo cáo.", style=introducing))
    assert not any("(" in t for t in texts)


def test_a_sentence_of_the_memory_is_not_touched(introducing: Path, tmp_path: Path) -> None:
    name = "Sở Thông tin và Truyền thông"
    with Memory.open(tmp_path / "memory.sqlite") as memory:
        memory.add([(Unit(f"{name} họp.", f"The {FULL} met."), [])])
    draft = draft_of(
        f"{name} họp.",
        f"Hôm sau {name} báo cáo.",
        f"Theo {name}, xong.",
        style=introducing,
        memory=tmp_path / "memory.sqlite",
    )
    recalled, opening, later = said(draft)
    assert recalled == f"The {FULL} met."
    assert f"{FULL} ({SHORT})" in opening
    assert SHORT in later and FULL not in later


def test_the_items_of_a_changed_sentence_are_where_they_are_said(introducing: Path) -> None:
    name = "Sở Thông tin và Truyền thông"
    draft = draft_of(f"{name} và UBND tỉnh họp.", f"Một cán bộ {name} nói.", style=introducing)
    first, second = said(draft)
    assert "Provincial People's Committee" in first
    assert f"{SHORT}" in second
