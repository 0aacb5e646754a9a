"""`vnnews review`, `vnnews update` and the memory between them, as people use them."""

from __future__ import annotations

import json
import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from installed import Run, runner
from vnnews.draft import log, store

TEXT = """\
Hội nghị về chuyển đổi số

Ngày 09/8/2018, Huyện Tân Trụ tổ chức hội nghị về chuyển đổi số tại hội trường Huyện. Hội nghị có 1.846 đại biểu tham \
dự. Kinh phí là 4,5 tỷ đồng.
"""


def newsroom(folder: Path) -> None:
    """Settings with the fast engine, a house table without terms, an article."""
    (folder / "vnnews.toml").write_text(
        'engine = "assemble"\nmemory = "memory.sqlite"\nglossary = ["house.tsv"]\n', encoding="utf-8"
    )
    (folder / "house.tsv").write_text("vi\ten\tkind\n", encoding="utf-8")
    (folder / "bài.txt").write_text(TEXT, encoding="utf-8")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run vnnews in the newsroom's folder; the code must be `code`."""
    newsroom(tmp_path)
    return runner(tmp_path)


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The draft of the article, made once."""
    folder = tmp_path_factory.mktemp("newsroom")
    newsroom(folder)
    runner(folder)("translate", "bài.txt")
    (path,) = folder.glob("*.xlf")
    return path


@pytest.fixture
def draft(translated: Path, tmp_path: Path) -> Path:
    for file in (translated, log.path_of(translated)):
        shutil.copy(file, tmp_path)
    return tmp_path / translated.name


def said(path: Path) -> list[str | None]:
    return [s.target for s in store.load(path).segments]


def approve(run: Run, draft: Path, number: int, english: str) -> str:
    """Edit and approve a segment as another tool does, in XLIFF 1.2; gives its id."""
    run("review", draft.name, "--xliff", "out.xlf12")
    file = draft.with_name("out.xlf12")
    segment = store.load(draft).segments[number]
    assert segment.target
    text = file.read_text(encoding="utf-8").replace(f">{segment.target}<", f">{english}<")
    text = text.replace(f'id="{segment.id}" approved="no"', f'id="{segment.id}" approved="yes"')
    file.write_text(text, encoding="utf-8")
    run("review", draft.name, "--xliff", "out.xlf12", "--by", "Trần Thị B")
    file.unlink()
    return segment.id


def test_without_a_terminal_the_review_says_what_to_use(run: Run, draft: Path) -> None:
    assert "needs a terminal" in run("review", draft.name, code=2).stderr


def test_word_out_and_back(run: Run, draft: Path) -> None:
    assert "written  bảng.docx" in run("review", draft.name, "--word", "bảng.docx").stderr
    file = draft.with_name("bảng.docx")
    document = Document(BytesIO(file.read_bytes()))
    document.tables[0].rows[3].cells[2].text = "1,846 delegates attended."
    document.tables[0].rows[4].cells[4].text = "nguồn nào?"
    document.save(str(file))
    assert "who is reviewing?" in run("review", draft.name, "--word", "bảng.docx", code=2).stderr
    told = run("review", draft.name, "--word", "bảng.docx", "--by", "B").stderr
    assert "1 sentences changed" not in told
    assert "1 sentence changed" in told
    assert "nguồn nào?" in told
    assert said(draft)[2] == "1,846 delegates attended."


def test_what_both_changed_is_listed_as_conflict_and_as_json(run: Run, draft: Path) -> None:
    run("review", draft.name, "--xliff", "x.xlf12")
    identity = approve(run, draft, 2, "Mine.")
    file = draft.with_name("x.xlf12")
    segment = next(e for e in log.read(draft).events if e["event"] == "created")["segments"][identity]
    file.write_text(file.read_text(encoding="utf-8").replace(segment["target"], "Theirs."), encoding="utf-8")
    told = json.loads(run("review", draft.name, "--xliff", "x.xlf12", "--by", "C", "--json").stdout)
    assert told == {"changed": [], "conflicts": [identity], "unknown": [], "comments": {}}
    assert said(draft)[2] == "Mine."


def test_a_damaged_file_is_refused_with_its_line(run: Run, draft: Path) -> None:
    run("review", draft.name, "--xliff", "x.xlf12")
    file = draft.with_name("x.xlf12")
    file.write_bytes(file.read_bytes()[:-30])
    before = draft.read_bytes()
    assert "x.xlf12, line " in run("review", draft.name, "--xliff", "x.xlf12", "--by", "C", code=3).stderr
    assert draft.read_bytes() == before


def test_omegat_project_out_and_back(run: Run, draft: Path) -> None:
    run("review", draft.name, "--omegat", "dự án")
    assert "not saved by OmegaT" in run("review", draft.name, "--omegat", "dự án", "--by", "B", code=3).stderr
    folder = draft.with_name("dự án")
    (folder / "omegat" / "project_save.tmx").write_text(
        '<tmx version="1.1"><header/><body><tu><tuv lang="VI"><seg>Kinh phí là 4,5 tỷ đồng.</seg></tuv>'
        '<tuv lang="EN"><seg>It cost VND4.5 billion.</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    run("review", draft.name, "--omegat", "dự án", "--by", "B")
    assert said(draft)[3] == "It cost VND4.5 billion."


def test_stats_tell_words_by_origin_and_person(run: Run, draft: Path) -> None:
    approve(run, draft, 3, "It cost VND4.5 billion.")
    figures = json.loads(run("review", draft.name, "--stats", "--json").stdout)
    assert (figures["segments"], figures["approved"]) == (4, 1)
    assert figures["by_origin"]["human"] == 6
    assert figures["by_person"] == {"Trần Thị B": 6}
    assert 0 < figures["edit_distance"] < 1
    assert "Trần Thị B" in run("review", draft.name, "--stats").stdout


def test_an_approved_pair_is_in_the_memory_and_the_next_translation_takes_it(
    run: Run, draft: Path, tmp_path: Path
) -> None:
    approve(run, draft, 3, "It cost VND4.5 billion.")
    (found,) = run("memory", "find", "kinh phí", "--json").stdout.splitlines()
    assert json.loads(found)["examples"][0]["target"] == "It cost VND4.5 billion."
    (tmp_path / "khác.txt").write_text(
        "Tin khác về hội nghị\n\nNgày 10/8/2018, Huyện Tân Trụ tổ chức hội nghị khác về nông nghiệp tại hội trường. "
        "Kinh phí là 4,5 tỷ đồng. Kinh phí là 12 tỷ đồng.",
        encoding="utf-8",
    )
    run("translate", "khác.txt", "--out", "other")
    (path,) = (tmp_path / "other").glob("*.xlf")
    same, changed = store.load(path).segments[2:]
    assert (same.target, same.origin and same.origin.kind) == ("It cost VND4.5 billion.", "memory")
    assert (changed.target, changed.origin and changed.origin.kind) == ("It cost VND12 billion.", "memory")


def test_pairs_in_another_style_and_old_ones_stand_behind_in_the_drafts(run: Run, draft: Path, tmp_path: Path) -> None:
    approve(run, draft, 3, "It cost VND4.5 billion.")
    run("memory", "export", "out.tmx")
    tmx = (tmp_path / "out.tmx").read_text(encoding="utf-8")
    assert '<prop type="x-vnnews-style">house</prop>' in tmx
    (tmp_path / "khác.txt").write_text(
        "Tin khác về hội nghị\n\nNgày 10/8/2018, Huyện Tân Trụ tổ chức hội nghị khác về nông nghiệp tại hội trường. "
        "Kinh phí là 4,5 tỷ đồng.",
        encoding="utf-8",
    )

    def score(day: str) -> float | None:
        run("memory", "prune", "--state", "reviewed")
        (tmp_path / "out.tmx").write_text(re.sub(r"(vnnews-day\">)[-0-9]+", rf"\g<1>{day}", tmx), encoding="utf-8")
        run("memory", "import", "out.tmx")
        run("translate", "khác.txt", "--out", "other", "--json")
        (path,) = (tmp_path / "other").glob("*.xlf")
        origin = store.load(path).segments[-1].origin
        path.unlink()
        log.path_of(path).unlink()
        return origin.score if origin and origin.kind == "memory" else None

    assert score("2999-01-01") == 0.99
    assert (score("1990-01-01") or 1) < 0.93  # seven times five years and more
    settings = tmp_path / "vnnews.toml"
    (tmp_path / "style.toml").write_text('[money]\nform = "4.5 billion dong"\n', encoding="utf-8")
    settings.write_text(settings.read_text(encoding="utf-8") + 'style = "style.toml"\n', encoding="utf-8")
    assert score("2999-01-01") == 0.97


def test_a_published_page_names_the_version_that_a_changed_source_replaces(
    run: Run, draft: Path, tmp_path: Path
) -> None:
    run("publish", draft.name, "--out", "pages", "--force")
    (sidecar,) = (tmp_path / "pages").glob("*.json")
    first = json.loads(sidecar.read_text(encoding="utf-8"))
    assert first["record"]["replaces"] is None
    (tmp_path / "mới.txt").write_text(TEXT.replace("1.846", "1.864"), encoding="utf-8")
    run("update", draft.name, "--source", "mới.txt")
    run("publish", draft.name, "--out", "pages", "--force")
    second = json.loads(sidecar.read_text(encoding="utf-8"))
    replaced = second["record"]["replaces"]
    assert (replaced["modified"], replaced["source_changed"]) == (first["modified"], True)
    assert replaced["source_sha256"] == first["record"]["source"]["sha256"]
    assert "after the source was changed" in sidecar.with_suffix(".html").read_text(encoding="utf-8")
    lines = (tmp_path / "pages" / "publications.jsonl").read_text(encoding="utf-8").splitlines()
    published, updated = map(json.loads, lines)
    assert (updated["event"], updated["replaces"]) == ("updated", published["version"])
    run("publish", draft.name, "--out", "pages", "--force")
    assert json.loads(sidecar.read_text(encoding="utf-8")) == second


def test_two_people_must_approve_where_the_settings_say_so(run: Run, draft: Path) -> None:
    settings = draft.with_name("vnnews.toml")
    settings.write_text(settings.read_text(encoding="utf-8") + "two_approvals = true\n", encoding="utf-8")
    approve(run, draft, 3, "It cost VND4.5 billion.")
    assert store.load(draft).segments[3].state == "translated"
    assert run("memory", "find", "kinh phí", "--json").stdout == ""
    run("review", draft.name, "--xliff", "y.xlf12")
    file = draft.with_name("y.xlf12")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('.3" approved="no"', '.3" approved="yes"'), encoding="utf-8")
    run("review", draft.name, "--xliff", "y.xlf12", "--by", "Lê C")
    assert store.load(draft).segments[3].state == "reviewed"


def test_a_changed_glossary_redoes_what_nobody_touched_and_flags_the_rest(run: Run, draft: Path) -> None:
    english = said(draft)[0]
    assert english and "digital transformation" in english
    approve(run, draft, 0, "Conference on digital transformation")
    house = draft.with_name("house.tsv")
    house.write_text("vi\ten\tkind\nchuyển đổi số\tdigitalization\tict\nđại biểu\tguests\tphrase\n", encoding="utf-8")
    before = {f.name: f.read_bytes() for f in draft.parent.iterdir() if f.is_file() and "sqlite" not in f.name}
    told = run("update", draft.name, "--dry-run").stdout
    assert "2 redone, 1 kept as people left them" in told
    assert "guests" in told
    assert "'chuyển đổi số' is now 'digitalization'" in told
    after = {f.name: f.read_bytes() for f in draft.parent.iterdir() if f.is_file() and "sqlite" not in f.name}
    assert after == before
    run("update", draft.name)
    now = store.load(draft)
    assert now.segments[0].target == "Conference on digital transformation"
    assert now.segments[0].state == "reviewed"
    assert "guests" in (now.segments[2].target or "")
    (found,) = (f for f in now.findings if f.code == "U001")
    assert (found.segment, found.suggestion) == (now.segments[0].id, "digitalization")
    assert log.read(draft).events[-1]["event"] == "updated"


def test_a_changed_article_keeps_what_stands_and_offers_the_old_pair(run: Run, draft: Path, tmp_path: Path) -> None:
    approve(run, draft, 2, "It had 1,846 delegates.")
    approve(run, draft, 3, "It cost VND4.5 billion.")
    new = TEXT.replace("1.846 đại biểu tham dự", "1.850 đại biểu tham dự").replace("đồng.", "đồng. Hội nghị kết thúc.")
    (tmp_path / "mới.txt").write_text(new, encoding="utf-8")
    told = run("update", draft.name, "--source", "mới.txt").stdout
    assert "U002" in told
    _, _, changed, kept, added = store.load(draft).segments
    assert (changed.state, [c.target for c in changed.candidates][:1]) == ("initial", ["It had 1,846 delegates."])
    assert (kept.target, kept.state) == ("It cost VND4.5 billion.", "reviewed")
    assert "kết thúc" in added.source


def test_a_colleagues_copy_is_merged(run: Run, draft: Path) -> None:
    copy = draft.with_name("copy.xlf")
    shutil.copy(draft, copy)
    shutil.copy(log.path_of(draft), log.path_of(copy))
    first = approve(run, draft, 2, "Mine.")
    approve(run, copy, 2, "Theirs.")
    approve(run, copy, 3, "It cost VND4.5 billion.")
    told = run("update", draft.name, "--merge", "copy.xlf").stdout
    assert "1 taken from copy.xlf, 1 in conflict" in told
    assert f"conflict {first}" in told
    assert said(draft)[2:] == ["Mine.", "It cost VND4.5 billion."]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("update", "no.xlf"), 3, "cannot read"),
        (("update", "{draft}", "no.xlf"), 1, "no.xlf"),
        (("update", "{draft}", "{draft}", "--source", "bài.txt"), 2, "one draft"),
        (("update", "{draft}", "--source", "bài.txt", "--merge", "{draft}"), 2, "exclude"),
        (("review", "no.xlf", "--stats"), 3, "cannot read"),
        (("review", "bài.txt", "--word", "x.docx"), 2, "bài.txt"),
    ],
)
def test_what_cannot_be_done_is_told(run: Run, draft: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    assert words in run(*(a.format(draft=draft.name) for a in arguments), code=code).stderr
