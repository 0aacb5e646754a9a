"""An OmegaT project folder: the Vietnamese as source files, the draft in tm/, the terms in glossary/; and it back.

The source is a text file with one segment a line (OmegaT's own text filter keeps lines as segments when sentence
segmenting is off, which the project says). OmegaT takes files called .utf8 for UTF-8 on every system, .txt not.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vnnews.draft.model import Draft
from vnnews.errors import InputError
from vnnews.files import write_atomic
from vnnews.review.returned import Returned
from vnnews.translate.memory import tmx
from vnnews.translate.memory.unit import Unit

PROJECT = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
    <project version="1.0">
        <source_dir>__DEFAULT__</source_dir>
        <source_dir_excludes/>
        <target_dir>__DEFAULT__</target_dir>
        <tm_dir>__DEFAULT__</tm_dir>
        <glossary_dir>__DEFAULT__</glossary_dir>
        <glossary_file>__DEFAULT__</glossary_file>
        <dictionary_dir>__DEFAULT__</dictionary_dir>
        <source_lang>VI</source_lang>
        <target_lang>EN</target_lang>
        <source_tok>org.omegat.tokenizer.DefaultTokenizer</source_tok>
        <target_tok>org.omegat.tokenizer.LuceneEnglishTokenizer</target_tok>
        <sentence_seg>false</sentence_seg>
        <support_default_translations>true</support_default_translations>
        <remove_tags>false</remove_tags>
    </project>
</omegat>
"""


def write(draft: Draft, folder: Path, name: str) -> None:
    """Make a project folder; `name` is the stem of its files. Raises InputError on a bad disk."""
    write_atomic(folder / "omegat.project", PROJECT)
    # Blank lines part the segments: OmegaT's text filter can break on them or on lines alike.
    write_atomic(folder / "source" / f"{name}.utf8", "".join(f"{_line(s.source)}\n\n" for s in draft.segments))
    write_atomic(folder / "glossary" / "vnnews.utf8", "".join(sorted(_terms(draft))))
    for part in ("omegat", "target", "dictionary", "tm"):
        (folder / part).mkdir(exist_ok=True)
    done = [Unit(_line(s.source), s.target, origin=name) for s in draft.segments if s.target]
    tmx.write(done, folder / "tm" / f"{name}.tmx")


def _terms(draft: Draft) -> Iterator[str]:
    """The lines of OmegaT's glossary: source, target, comment, parted by tabs; each once."""
    for source, target, kind in {(u.source, u.target, u.kind) for s in draft.segments for u in s.terms}:
        yield f"{source}\t{target}\t{kind}\n"


def read(draft: Draft, folder: Path, name: str) -> Iterator[Returned]:
    """What OmegaT saved, by segment; a segment it has nothing for is passed over.

    That is project_save.tmx, or what OmegaT leaves beside it when it makes the translated files (all it does when it
    runs without a window). Raises InputError when neither is there or the file is damaged (with the line).
    """
    saved = folder / "omegat" / "project_save.tmx"
    if not saved.exists():
        saved = folder / f"{folder.resolve().name}-omegat.tmx"
    if not saved.exists():
        raise InputError(f"{folder}: not saved by OmegaT yet", "open it in OmegaT, translate and save")
    said = {unit.source: unit.target for unit in tmx.read(saved)}
    for s in draft.segments:
        if _line(s.source) in said:
            yield Returned(s.id, said[_line(s.source)])


def _line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())
