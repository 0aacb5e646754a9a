"""Which English articles translate which Vietnamese ones: what counts, and what is stored when."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

from archive import COMMAND, ENV

from vnnews.article import Article, Language, Provenance, block
from vnnews.batch.pairing import Known, known, pair

VI = (
    "Sáng 12/3/2018, ông Lâm Quốc Toản, Chủ tịch UBND huyện Tân Trụ, trao 1.846 suất quà cho 27 xã.",
    "Ngày 5/6/2019, bà Trần Thị Mỹ Hoa dự lễ khánh thành cầu Rạch Gốc dài 435 m, vốn 62,5 tỷ đồng.",
    "Theo ông Phan Văn Đởm, huyện Cần Đước có 318 hộ thoát nghèo, đạt 104% kế hoạch năm 2020.",
)
EN = (
    "On March 12, 2018, Mr. Lam Quoc Toan, Chairman of Tan Tru District, gave 1,846 gifts to 27 communes.",
    "On June 5, 2019, Ms. Tran Thi My Hoa attended the opening of the 435-m Rach Goc bridge, costing VND62.5 billion.",
    "Mr. Phan Van Dom said Can Duoc district had 318 households out of poverty, 104 percent of its 2020 plan.",
)


def made(language: Language, n: int, text: str, **more: str) -> Known:
    article = Article(
        f"{language}{n}", f"Title {n}", (block("paragraph", text),), language, Provenance("", "", "", "", "", "")
    )
    return known(replace(article, **more))  # type: ignore[arg-type]  # test data


def all_of(language: Language) -> list[Known]:
    return [made(language, n, text) for n, text in enumerate(VI if language == "vi" else EN)]


def test_figures_and_names_pair_articles() -> None:
    twins = pair(all_of("vi"), reversed(all_of("en")))
    assert {(t.vi.id, t.en.id, t.sure) for t in twins} == {
        ("vi0", "en0", True),
        ("vi1", "en1", True),
        ("vi2", "en2", True),
    }
    assert all(t.evidence == "content" and t.shared for t in twins)


def test_an_address_is_certain_whatever_the_words_say() -> None:
    vi = [replace(v, url=f"https://a.example.vn/{v.id}") for v in all_of("vi")]
    en = [replace(all_of("en")[0], original_url="https://a.example.vn/vi2")]
    (twin,) = pair(vi, en)
    assert (twin.vi.id, twin.evidence, twin.score, twin.sure) == ("vi2", "address", 1.0, True)


def test_two_that_fit_alike_are_not_sure() -> None:
    vi = [*all_of("vi"), replace(all_of("vi")[0], id="vi9")]
    assert [t.sure for t in pair(vi, all_of("en")) if t.en.id == "en0"] == [False]


def test_days_decide_between_versions() -> None:
    old, new = (replace(all_of("vi")[0], id=f"vi-{day}", published=day) for day in ("2016-03-12", "2018-03-12"))
    others = all_of("vi")[1:]
    twins = pair([old, new, *others], [replace(all_of("en")[0], published="2018-03-14")])
    assert (twins[0].vi.id, twins[0].sure) == ("vi-2018-03-12", True)


def _page(language: str, n: int, text: str) -> str:
    more = (
        "Chương trình do huyện tổ chức hằng năm." if language == "vi" else "The district holds the program every year."
    )
    title = f"Tin số {n} của huyện trong tuần" if language == "vi" else f"News item {n} of the district this week"
    link = f"<link rel='canonical' href='https://bao.example.vn/{language}/{n}.html'>"
    return (
        f"<html lang='{language}'><head><title>{title}</title>{link}</head><body><article><h1>{title}</h1>"
        f"<p>{text}</p><p>{more}</p></article></body></html>"
    )


def test_nothing_is_stored_before_the_list_is_taken(tmp_path: Path) -> None:
    (tmp_path / "vnnews.toml").write_text('memory = "m.sqlite"\n[site]\nbase_url = "https://en.example.vn/"\n')
    (tmp_path / "in").mkdir()
    for language, texts in (("vi", VI), ("en", EN)):
        for n, text in enumerate(texts):
            (tmp_path / "in" / f"{language}{n}.html").write_text(_page(language, n, text), encoding="utf-8")

    def run(*arguments: str) -> str:
        command = [*COMMAND, *arguments, "--out", "out"]
        done = subprocess.run(command, env=ENV, cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode in (0, 1), done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout + done.stderr

    def pages() -> str:
        return "".join(p.read_text(encoding="utf-8") for p in (tmp_path / "out" / "pages").glob("*.html"))

    run("in", "--no-translate")
    assert "3 sure pairs" in run("--pairs")
    table = tmp_path / "out" / "pairs.tsv"
    assert not (tmp_path / "m.sqlite").exists()
    assert 'hreflang="vi"' not in pages()
    lines = table.read_text(encoding="utf-8").splitlines()
    refused = next(i for i, line in enumerate(lines) if "Tin số 1" in line)
    lines[refused] = lines[refused].replace("yes", "no", 1)
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    run("--pairs")
    assert sum(line.startswith("no\t") for line in table.read_text(encoding="utf-8").splitlines()) == 1
    told = run("--take-pairs", "--no-translate")
    assert "2 pairs taken, 2 with the address of the original" in told
    assert {f'hreflang="vi" href="https://bao.example.vn/vi/{n}.html"' in pages() for n in (0, 2)} == {True}
    assert "https://bao.example.vn/vi/1.html" not in pages()
    assert (tmp_path / "m.sqlite").exists()
    before = pages()
    assert "6 unchanged" in run("--no-translate")
    run("--no-translate", "--redo", "all")
    assert pages() == before
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["outcomes"] == {"done": 6}
    assert len(report["translated_by_people"]) == 2
    run("--engine", "assemble", "--redo", "all")
    (draft,) = (tmp_path / "out" / "drafts").glob("*.xlf")
    assert "Tin số 1" in draft.read_text(encoding="utf-8")
