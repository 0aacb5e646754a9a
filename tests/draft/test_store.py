"""Drafts on disk: nothing a person did is lost, and every failure is a line with a cure."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from vnnews.article import Article, Provenance, block
from vnnews.draft import log, store
from vnnews.draft.model import Draft, GlossaryRef, Origin, Segment, english_text
from vnnews.errors import ConflictError, InputError
from vnnews.finding import Suppression


def make(title: str | None = "Hội nghị tổng kết", published: str | None = "2018-08-09") -> Draft:
    paragraph = block("paragraph", "Câu một. Câu hai.")
    article = Article(
        "0123456789ab", title, (paragraph,), "vi", Provenance("-", "", "", "pasted", "", "utf-8"), published=published
    )
    engine = Origin("engine", "google", "1")
    segments = [
        Segment("title.1", "title", title, target="Conference", state="translated", origin=engine) if title else None,
        Segment(f"{paragraph.id}.1", paragraph.id, "Câu một.", " ", target="One.", state="translated", origin=engine),
        Segment(f"{paragraph.id}.2", paragraph.id, "Câu hai.", target="Two.", state="translated", origin=engine),
    ]
    return Draft(article, tuple(s for s in segments if s), GlossaryRef("vnnews", "1", "h"))


@pytest.mark.parametrize(
    ("title", "published", "name"),
    [
        ("Hội nghị tổng kết", "2018-08-09", "2018-08-09-hoi-nghi-tong-ket.xlf"),
        ("Đẩy mạnh 1/2: “CNTT”", None, "day-manh-1-2-cntt.xlf"),
        (None, "2018-08-09", "2018-08-09-0123456789ab.xlf"),
        ("../../etc/passwd", None, "etc-passwd.xlf"),
    ],
)
def test_names_are_day_and_title_in_plain_letters(title: str | None, published: str | None, name: str) -> None:
    assert store.path_for(make(title, published).article, Path("out")) == Path("out") / name


def test_a_name_taken_by_another_article_is_stepped_around(tmp_path: Path) -> None:
    draft = make()
    store.create(draft, store.path_for(draft.article, tmp_path))
    other = replace(draft.article, id="ffffffffffff")
    assert store.path_for(other, tmp_path).name == "2018-08-09-hoi-nghi-tong-ket-ffffffffffff.xlf"
    assert store.path_for(draft.article, tmp_path).name == "2018-08-09-hoi-nghi-tong-ket.xlf"


def test_what_was_created_is_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    store.create(make(), path)
    assert store.load(path) == make()
    assert log.read(path).article == make().article
    assert [p.name for p in sorted(tmp_path.iterdir())] == ["a.log.jsonl", "a.xlf"]


def test_a_draft_nobody_touched_is_replaced_and_a_touched_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    store.create(make(), path)
    store.create(make(), path)
    edited = make().with_segments([replace(make().segments[0], target="Mine", origin=Origin("human"))])
    store.save(edited, path)
    before = path.read_bytes()
    with pytest.raises(ConflictError, match="1 segments edited") as refused:
        store.create(make(), path)
    assert "vnnews update" in refused.value.cure
    assert path.read_bytes() == before


def test_the_second_writer_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    store.create(make(), path)
    seen = store.fingerprint(path)
    store.save(replace(make(), reviewer="B"), path, expected=seen)
    with pytest.raises(ConflictError, match="somebody else"):
        store.save(replace(make(), reviewer="C"), path, expected=seen)
    assert store.load(path).reviewer == "B"


def test_a_file_stripped_by_another_tool_is_rebuilt_from_the_log(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    draft = make()
    store.create(draft, path)
    units = "".join(
        f'<unit id="{s.block.replace(".", "")}x{n}"><segment id="{s.id}" state="reviewed"><source>{s.source}</source>'
        f"<target>{'Changed' if n == 0 else s.target}</target></segment></unit>"
        for n, s in enumerate(draft.segments)
    )
    path.write_text(
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="vi" trgLang="en"><file id="f">'
        f"{units}</file></xliff>",
        encoding="utf-8",
    )
    again = store.load(path)
    assert again.article == draft.article
    assert [s.target for s in again.segments] == ["Changed", "One.", "Two."]
    assert [s.origin and s.origin.kind for s in again.segments] == ["human", "engine", "engine"]
    assert english_text(again.of_block(draft.article.blocks[0].id))[0] == "One. Two."


def test_suppressions_add_up(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    store.create(make(), path)
    for number in ("1", "2"):
        log.append(path, "suppressed", code=f"N00{number}", segment="title.1", hash="h", reason="so", by="A")
    log.append(path, "unsuppressed", code="N002", segment="title.1", hash="h", by="A")
    assert set(log.read(path).suppressions) == {("N001", "title.1", "h")}
    assert isinstance(log.read(path).suppressions["N001", "title.1", "h"], Suppression)


def test_a_torn_last_line_is_passed_over_and_damage_before_it_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    store.create(make(), path)
    whole = log.path_of(path).read_text(encoding="utf-8")
    log.path_of(path).write_text(whole + '{"at": "20', encoding="utf-8")
    assert len(log.read(path).events) == 1
    log.path_of(path).write_text('{"at": "20\n' + whole, encoding="utf-8")
    with pytest.raises(InputError, match="line 1"):
        log.read(path)


def test_publishing_sets_approved_segments_final(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    draft = make().with_segments([replace(make().segments[0], state="reviewed")])
    store.create(draft, path)
    done = store.mark_published(path, draft, by="B", forced=False)
    assert [s.state for s in done.segments] == ["final", "translated", "translated"]
    assert store.load(path) == done
    assert json.loads(log.path_of(path).read_text(encoding="utf-8").splitlines()[-1])["event"] == "published"


@pytest.mark.parametrize("name", ["missing.xlf", "."])
def test_what_cannot_be_read_is_one_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot read"):
        store.load(tmp_path / name)


@pytest.mark.parametrize(
    ("fates", "said"),
    [
        (("kept", "kept", "kept"), "A. B.\tC."),
        (("kept", "omitted", "kept"), "A.\tC."),
        (("omitted", "kept", "kept"), "B.\tC."),
        (("kept", "kept", "merged"), "A. B."),
    ],
)
def test_the_english_of_a_block_keeps_structure_and_drops_what_was_left_out(fates: tuple[str, ...], said: str) -> None:
    texts = [("A.", ""), ("B.", "\t"), ("C.", "")]
    segments = [
        Segment(str(n), "b", "x", separator, target=text, fate=fate)  # type: ignore[arg-type]  # fates come from the table
        for n, ((text, separator), fate) in enumerate(zip(texts, fates, strict=True))
    ]
    assert english_text(segments)[0] == said


def test_a_long_title_is_cut_at_a_word_and_no_later_word_is_pulled_in() -> None:
    words = ["chuyển"] * 11 + ["nghiêng", "ổ"]
    article = Article("i", " ".join(words), (), "vi", Provenance("", "", "", "", "", ""))
    assert store.stem_of(article) == "-".join(["chuyen"] * 11)
