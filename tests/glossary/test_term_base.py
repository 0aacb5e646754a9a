"""The built-in term base: sound by its own lint, in the house style, and said by editors as it says it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from vnnews.glossary import Glossary, Term
from vnnews.glossary.lint import lint
from vnnews.vietnamese.normalise import fold

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "tune.tsv"
REFERENCE = Path(__file__).parents[3] / "shared" / "reference"
LEVELS = "Provincial|District|City|Town|Commune|Ward|Township|Municipal"
TERMS = Glossary.load().terms


def test_the_base_lints_clean() -> None:
    assert lint() == []


def test_the_base_is_large_and_each_entry_complete() -> None:
    assert len(TERMS) >= 1200
    assert {term.layer for term in TERMS} == {"vnnews"}
    assert all(term.source for term in TERMS)


BRITISH = re.compile(
    r"(?i)\b(?:organis|mobilis|specialis|digitis|recognis|authoris|prioritis|centralis)\w+"
    r"|\b(?:centre|labour|defence|programme|licence|neighbourhood|fibre)s?\b"
)


def test_preferred_english_is_in_the_house_style() -> None:
    """American spelling, no diacritics, no article, straight quotation marks, no stop at the end."""
    assert [term for term in TERMS if BRITISH.search(term.en) and "Development Programme" not in term.en] == []
    assert [term for term in TERMS if not term.en.isascii()] == []
    assert [term for term in TERMS if term.use == "protect" and re.match(r"(?i)(?:the|an?) ", term.en)] == []
    stops = re.compile(r"[“”‘’]|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!Prof)(?<!/)\.$")
    assert [term for term in TERMS if stops.search(term.en)] == []


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("Ủy ban nhân dân", "People's Committee"),
        ("Hội đồng nhân dân", "People's Council"),
        ("Chủ tịch Ủy ban nhân dân tỉnh", "Chairman of the Provincial People's Committee"),
        ("Sở Thông tin và Truyền thông", "Department of Information and Communications"),
        ("chi cục", "sub-department"),
        ("Phòng Tư pháp", "Division of Justice"),
        ("Ban Chỉ đạo", "Steering Committee"),
        ("Ban Quản lý", "Management Board"),
        ("Bí thư Tỉnh ủy", "Secretary of the Provincial Party Committee"),
        ("Ban Thường vụ Tỉnh ủy", "Standing Board of the Provincial Party Committee"),
        ("cán bộ, công chức, viên chức", "cadres, civil servants and public employees"),
        ("một cửa", "one-stop shop"),
        ("một cửa liên thông", "inter-agency one-stop shop"),
        ("một cửa điện tử", "electronic one-stop shop"),
        ("cải cách hành chính", "administrative reform"),
        ("thủ tục hành chính", "administrative procedures"),
        ("dịch vụ công trực tuyến mức độ 4", "online public service at level 4"),
        ("chính quyền điện tử", "e-government"),
        ("chính phủ điện tử", "e-government"),
        ("chuyển đổi số", "digital transformation"),
        ("chữ ký số", "digital signature"),
        ("cổng thông tin điện tử", "portal"),
        ("nông thôn mới", "new-style rural area"),
        ("Mặt trận Tổ quốc Việt Nam", "Vietnam Fatherland Front"),
        ("Biển Đông", "East Sea"),
    ],
)
def test_the_house_style_guide_is_followed(vi: str, en: str) -> None:
    assert [term.en for term in TERMS if fold(term.vi) == fold(vi)] == [en]


@pytest.mark.parametrize("word", ["phối hợp", "triển khai", "thống nhất", "xã", "huyện", "tăng cường", "đề nghị"])
def test_verbs_and_common_words_are_never_forced(word: str) -> None:
    assert {term.use for term in TERMS if term.vi == word} == {"prefer"}


@pytest.mark.parametrize("word", ["bản", "điểm", "vụ", "ban", "viện", "điều", "khoản", "lượt", "cơ sở"])
def test_words_that_are_mostly_part_of_others_are_only_looked_up(word: str) -> None:
    assert {term.use for term in TERMS if term.vi == word} == {"consult"}


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference tables are not here")
def test_every_name_of_the_reference_tables_is_in_the_base() -> None:
    """Bodies and terms of the reference, but for bare document codes and one-word credit labels."""
    here = {fold(term.vi) for term in TERMS} | {fold(short) for term in TERMS for short in term.abbr_vi}
    left_out = {"UBTVQH", "TTLT", "QH15", "Tin", "Bài", "Ảnh"}
    full = {"Văn phòng HĐND và UBND huyện", "Văn phòng HĐND và UBND xã"}
    names = set()
    for name, column in (("terms.tsv", "vi"), ("terms_extra.tsv", "vi"), ("ministries_history.tsv", "name_vi")):
        lines = (REFERENCE / name).read_text(encoding="utf-8").splitlines()
        at = lines[0].split("\t").index(column)
        names |= {line.split("\t")[at] for line in lines[1:]}
    assert {name for name in names - left_out - full if fold(name) not in here} == set()


@cache
def pattern(form: str) -> re.Pattern[str]:
    """An English form in a sentence: inflected, hyphenated or not, with a place before Provincial, District ..."""
    parts = []
    for word in re.findall(r"[\w']+|[^\w\s]", form.replace('"', "")):
        stem = re.escape(word[:-1] if word[-1] in "ey" else word)
        ending = {"y": "(?:y|ys|ies|ied|ying)", "e": "(?:e|es|ed|ing)"}.get(word[-1], "(?:s|es|ed|ing)?")
        plain = re.escape(word[:-3]) + "m[ae]n" if word.endswith("man") else stem + ending
        place = rf"(?:(?-i:[A-Z])[\w-]*\s+){{0,4}}(?:{plain}\s+)?" if re.fullmatch(LEVELS, word) else ""
        body = r"(?:(?-i:[A-Z])[\w-]*\s+){0,5}" if word in ("People's", "Party") else ""
        parts.append(place or f"{body}{plain}(?:'s|')?[\\s-]*")
    return re.compile(r"(?<!\w)" + "".join(parts), re.IGNORECASE)


def test_editors_say_it_as_the_base_says_it() -> None:
    """Of the places where a term to protect stands in the Vietnamese, the English beside it has an accepted form.

    What is left are sentences that say it by a pronoun, leave it out, or name only half of it ("the department").
    """
    if not CORPUS.exists():
        pytest.skip("the corpus is not here")
    glossary = Glossary.load()
    total: Counter[Term] = Counter()
    right: Counter[Term] = Counter()
    for line in CORPUS.read_text(encoding="utf-8").splitlines()[1:]:
        _, kind, vietnamese, english = line.split("\t")
        matches = glossary.match(vietnamese) if kind != "byline" else []
        for term in (match.term for match in matches if match.term.use == "protect" and not match.choices):
            total[term] += 1
            forms = filter(None, (term.en, *term.alternatives, term.abbr_en))
            right[term] += any(pattern(form).search(english) for form in forms)
    low = [f"{t.vi}: {right[t]} of {n}" for t, n in total.most_common() if n >= 8 and right[t] / n < 0.4]
    assert low == []
    assert sum(right.values()) / sum(total.values()) >= 0.92
