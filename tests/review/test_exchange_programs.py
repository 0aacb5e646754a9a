"""Real programs between out and back: LibreOffice, OmegaT and the Translate Toolkit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from external import require
from vnnews.article import Article, Provenance
from vnnews.draft import store
from vnnews.draft.model import Draft, GlossaryRef, Origin, Segment, TermUse
from vnnews.finding import Rule
from vnnews.review import omegat, word, xliff12
from vnnews.review.returned import sent, take_back

pytestmark = pytest.mark.external
RULE = Rule("N001", "number-missing", "error", "A number is missing.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    article = Article(
        "i", "UBND huyện & xã", (), "vi", Provenance("tin/bài.html", "", "", "", "", ""), lead="Có 12 xã. Đã làm xong."
    )
    engine = Origin("engine", "x")
    term = TermUse("UBND huyện", (0, 10), "District People's Committee")
    segments = [
        Segment("title.1", "title", "UBND huyện & xã", target="District People's Committee & commune",
                state="translated", origin=engine, terms=(term,)),
        Segment("lead.1", "lead", "Có 12 xã.", " ", target="There are communes.", state="translated", origin=engine),
        Segment("lead.2", "lead", "Đã làm xong.", target="It is done.", state="translated", origin=engine),
    ]  # fmt: skip
    file = tmp_path / "bài.xlf"
    found = (RULE.at("lead.1", "12 is missing"),)
    store.create(Draft(article, tuple(segments), GlossaryRef("", "", ""), found), file)
    return file


def run(*command: str, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, timeout=180, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def edited(data: bytes) -> bytes:
    """The table with a tracked change, an untracked one, a Word comment, a remark, and its rows in another order."""
    document = Document(BytesIO(data))
    rows = document.tables[0].rows
    paragraph = rows[2].cells[2].paragraphs[0]
    for run_ in list(paragraph.runs):
        deleted = parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="Bình" w:date="2026-01-01T00:00:00Z"/>')
        run_._r.addprevious(deleted)
        for t in run_._r.iter(f"{word._W}t"):
            t.tag = f"{word._W}delText"
        deleted.append(run_._r)
    inserted = f'<w:ins {nsdecls("w")} w:id="2" w:author="Bình" w:date="2026-01-01T00:00:00Z">'
    paragraph._p.append(parse_xml(f"{inserted}<w:r><w:t>There are 12 communes.</w:t></w:r></w:ins>"))
    rows[3].cells[2].paragraphs[0].runs[0].text = "All done."
    document.add_comment(rows[3].cells[1].paragraphs[0].runs[0], text="đúng không?", author="Bình")
    rows[2].cells[4].text = "see the table"
    rows[3]._tr.addnext(rows[1]._tr)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_table_edited_and_saved_by_libreoffice_comes_back(path: Path, tmp_path: Path) -> None:
    office = require("soffice")
    draft = store.load(path)
    file = tmp_path / "bảng.docx"
    file.write_bytes(edited(word.dumps(draft)))
    sent(path, draft, file, "word")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run(office, profile, "--headless", "--convert-to", "docx", "--outdir", "saved", file.name, cwd=tmp_path)
    saved = tmp_path / "saved" / file.name
    taken = take_back(path, file, "word", "Bình", word.loads(saved.read_bytes(), str(saved)))
    assert taken.changed == ("lead.1", "lead.2")
    assert (taken.conflicts, taken.unknown) == ((), ())
    assert taken.comments == {"lead.1": "see the table", "lead.2": "Bình: đúng không?"}
    assert [s.target for s in store.load(path).segments] == [
        "District People's Committee & commune", "There are 12 communes.", "All done.",
    ]  # fmt: skip
    assert [s.touched for s in store.load(path).segments] == [False, True, True]


def test_an_omegat_project_translated_by_omegat_comes_back(path: Path, tmp_path: Path) -> None:
    program = require("omegat")
    folder = tmp_path / "duan"
    draft = store.load(path)
    omegat.write(draft, folder, "bai")
    sent(path, draft, folder, "omegat")
    # Without a window OmegaT takes only what lies in tm/auto: the draft's memory as a person has changed it.
    memory = (folder / "tm" / "bai.tmx").read_text(encoding="utf-8")
    (folder / "tm" / "auto").mkdir()
    changed = memory.replace("There are communes.", "There are 12 communes &amp; wards.")
    (folder / "tm" / "auto" / "mine.tmx").write_text(changed, encoding="utf-8")
    # The plain C locale is what a Java of Windows is like: its own encoding is not UTF-8.
    run(program, ".", "--mode=console-translate", cwd=folder, HOME=str(tmp_path), LC_ALL="C")
    made = (folder / "target" / "bai.utf8").read_text(encoding="utf-8")
    assert made.split("\n\n")[:3] == [
        "District People's Committee & commune", "There are 12 communes & wards.", "It is done.",
    ]  # fmt: skip
    taken = take_back(path, folder, "omegat", "Bình", omegat.read(draft, folder, "bai"))
    assert taken.changed == ("lead.1",)
    assert store.load(path).segment("lead.1").target == "There are 12 communes & wards."


def test_the_translate_toolkit_reads_changes_and_filters_xliff_12(path: Path, tmp_path: Path) -> None:
    require("translate")
    from translate.storage.xliff import xlifffile

    draft = store.load(path)
    file = tmp_path / "a.xlf12.xlf"
    file.write_bytes(xliff12.dumps(draft))
    sent(path, draft, file, "xliff")
    pofilter = shutil.which("pofilter", path=str(Path(sys.executable).parent))
    assert pofilter
    run(pofilter, "--test=numbers", file.name, "found.xlf", cwd=tmp_path)
    found = xlifffile.parsefile(str(tmp_path / "found.xlf"))
    assert [unit.source for unit in found.units if not unit.isheader()] == ["Có 12 xã."]
    units = xlifffile.parsefile(str(file))
    (unit,) = (u for u in units.units if u.source == "Có 12 xã.")
    unit.target = "There are 12 communes."
    unit.markapproved()
    units.save()
    taken = take_back(path, file, "xliff", "Bình", xliff12.loads(file.read_bytes(), str(file)))
    assert taken.changed == ("lead.1",)
    segment = store.load(path).segment("lead.1")
    assert (segment.target, segment.state) == ("There are 12 communes.", "reviewed")
