"""Out to Word, XLIFF 1.2 and OmegaT and back: every change is seen, nothing is overwritten."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from vnnews.article import Article, Provenance
from vnnews.draft import log, store
from vnnews.draft.model import Draft, GlossaryRef, Origin, Segment, TermUse
from vnnews.errors import InputError
from vnnews.finding import Rule
from vnnews.review import omegat, word, xliff12
from vnnews.review.returned import Returned, Taken, sent, take_back

RULE = Rule("N001", "number-missing", "error", "A number is missing.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    article = Article("i", "Một & hai", (), "vi", Provenance("-", "", "", "", "", ""), lead="Hai. Ba.")
    engine = Origin("engine", "x")
    segments = [
        Segment("title.1", "title", "Một & hai", target="One & two", state="translated", origin=engine,
                terms=(TermUse("Một", (0, 3), "One"),)),
        Segment("lead.1", "lead", "Hai.", " ", target="Two.", state="translated", origin=engine),
        Segment("lead.2", "lead", "Ba."),
    ]  # fmt: skip
    file = tmp_path / "a.xlf"
    finding = RULE.at("lead.1", "2 is missing")
    store.create(Draft(article, tuple(segments), GlossaryRef("", "", ""), (finding,)), file)
    return file


def back(path: Path, *rows: Returned) -> Taken:
    return take_back(path, Path("x.docx"), "word", "Bình", rows)


def out(path: Path) -> Draft:
    draft = store.load(path)
    sent(path, draft, Path("x.docx"), "word")
    return draft


def test_what_changed_is_a_persons_work_and_the_rest_stays(path: Path) -> None:
    out(path)
    taken = back(
        path, Returned("title.1", "One & two"), Returned("lead.1", " Pair. ", None, "see?"), Returned("x.9", "?")
    )
    assert taken == Taken(("lead.1",), (), ("x.9",), {"lead.1": "see?"})
    draft = store.load(path)
    assert [s.target for s in draft.segments] == ["One & two", "Pair.", None]
    assert draft.segment("lead.1").origin == Origin("human", "Bình")
    assert draft.segment("title.1").origin == Origin("engine", "x")
    assert log.read(path).events[-1]["comments"] == {"lead.1": "see?"}


def test_what_both_sides_changed_is_listed_and_both_texts_are_kept(path: Path) -> None:
    draft = out(path)
    store.save(
        draft.with_segments([replace(draft.segment("lead.1"), target="Mine.", origin=Origin("human", "A"))]), path
    )
    taken = back(path, Returned("lead.1", "Theirs."))
    assert taken.conflicts == ("lead.1",)
    segment = store.load(path).segment("lead.1")
    assert segment.target == "Mine."
    assert [c.target for c in segment.candidates] == ["Theirs."]
    assert [f.code for f in store.load(path).findings] == ["N001", "U004"]


def test_an_emptied_cell_is_no_change(path: Path) -> None:
    out(path)
    assert back(path, Returned("lead.1", None)).changed == ()


def test_a_file_that_never_went_out_is_refused(path: Path) -> None:
    with pytest.raises(InputError, match="no file of this name"):
        back(path, Returned("lead.1", "x"))


def test_word_goes_round(path: Path) -> None:
    draft = out(path)
    rows = list(word.loads(word.dumps(draft), "x.docx"))
    assert [(r.id, r.target) for r in rows] == [("title.1", "One & two"), ("lead.1", "Two."), ("lead.2", None)]
    assert back(path, *rows).changed == ()


def test_word_shows_findings_and_shades_terms(path: Path) -> None:
    document = Document(BytesIO(word.dumps(store.load(path))))
    cells = document.tables[0].rows[2].cells
    assert [c.text for c in cells][1:] == ["Hai.", "Two.", "N001 2 is missing", ""]
    shaded = [r.text for r in document.tables[0].rows[1].cells[2].paragraphs[0].runs if "w:shd" in r._r.xml]
    assert shaded == ["One"]


def edited(data: bytes) -> bytes:
    """The table with tracked changes, a Word comment and a remark, as Word writes them."""
    document = Document(BytesIO(data))
    cells = document.tables[0].rows[2].cells
    paragraph = cells[2].paragraphs[0]
    for run in list(paragraph.runs):
        deleted = parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="Bình"/>')
        run._r.addprevious(deleted)
        for t in run._r.iter(f"{word._W}t"):
            t.tag = f"{word._W}delText"
        deleted.append(run._r)
    paragraph._p.append(
        parse_xml(f'<w:ins {nsdecls("w")} w:id="2" w:author="Bình"><w:r><w:t>A </w:t><w:t>pair.</w:t></w:r></w:ins>')
    )
    document.add_comment(cells[1].paragraphs[0].runs[0], text="sic?", author="Bình")
    cells[4].text = "look"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_tracked_changes_are_read_as_their_final_text_and_comments_are_kept(path: Path) -> None:
    rows = {r.id: r for r in word.loads(edited(word.dumps(store.load(path))), "x.docx")}
    assert (rows["lead.1"].target, rows["lead.1"].comment) == ("A pair.", "look\nBình: sic?")
    assert rows["title.1"].target == "One & two"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04rubbish", b"%PDF-1.4"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="not a Word file"):
        list(word.loads(data, "x.docx"))


def test_a_word_file_without_the_table_is_refused() -> None:
    out = BytesIO()
    Document().save(out)
    with pytest.raises(InputError, match="the table"):
        list(word.loads(out.getvalue(), "x.docx"))


def test_xliff_12_goes_round(path: Path) -> None:
    draft = store.load(path)
    data = xliff12.dumps(draft)
    assert [(r.id, r.target, r.state) for r in xliff12.loads(data, "x")] == [
        ("title.1", "One & two", None), ("lead.1", "Two.", None), ("lead.2", None, None),
    ]  # fmt: skip
    changed = data.replace(b'id="lead.1" approved="no"', b'id="lead.1" approved="yes"').replace(
        b"Two.", b"<g id='1'>A</g> pair."
    )
    assert [(r.target, r.state) for r in xliff12.loads(changed, "x") if r.id == "lead.1"] == [("A pair.", "reviewed")]


def test_a_damaged_file_is_refused_with_its_line(path: Path) -> None:
    with pytest.raises(InputError, match=r"x\.xlf, line \d+"):
        list(xliff12.loads(xliff12.dumps(store.load(path))[:-40], "x.xlf"))


def test_an_omegat_project_goes_round(path: Path, tmp_path: Path) -> None:
    draft = store.load(path)
    folder = tmp_path / "dự án"
    omegat.write(draft, folder, "a")
    assert (folder / "source/a.utf8").read_text(encoding="utf-8") == "Một & hai\n\nHai.\n\nBa.\n\n"
    assert (folder / "glossary/vnnews.utf8").read_text(encoding="utf-8") == "Một\tOne\tterm\n"
    with pytest.raises(InputError, match="not saved by OmegaT"):
        list(omegat.read(draft, folder, "a"))
    (folder / "omegat/project_save.tmx").write_text(
        '<tmx version="1.1"><header/><body><tu><tuv lang="VI"><seg>Ba.</seg></tuv><tuv lang="EN-US"><seg>Three.</seg>'
        "</tuv></tu></body></tmx>",
        encoding="utf-8",
    )
    assert list(omegat.read(draft, folder, "a")) == [Returned("lead.2", "Three.")]


def test_a_segment_that_meanwhile_left_the_draft_is_told(path: Path) -> None:
    draft = store.load(path)
    file = Path("x.docx")
    sent(path, draft, file, "word")
    store.save(replace(draft, segments=draft.segments[:2]), path)
    assert take_back(path, file, "word", "Bình", [Returned("lead.2", "Done!")]).unknown == ("lead.2",)
