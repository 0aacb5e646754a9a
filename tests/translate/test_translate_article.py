"""From an article to its draft: segments, rules, memory, engine and what is told about them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import jsonschema
import pytest

from vnnews.article import Article, Block, Mark, Provenance, block, number_repeats
from vnnews.draft.model import Draft, Segment
from vnnews.errors import EngineUnreachable, InputError
from vnnews.settings import Settings
from vnnews.translate import translate_article
from vnnews.translate.engines.base import Answer, EngineContext, EngineInfo, Request
from vnnews.translate.json import draft_to_json
from vnnews.translate.memory import Memory, Unit

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schemas/translate.schema.json").read_text(encoding="utf-8"))


def article(*blocks: Block, title: str | None = "Hội nghị về chuyển đổi số", language: str = "vi") -> Article:
    return Article(
        "a1",
        title,
        number_repeats(blocks),
        language,  # type: ignore[arg-type]  # a language
        Provenance("test", "2026-01-01T00:00:00Z", "0" * 64, "test", "1", "utf-8"),
        published="2018-08-09",
    )


class Braces:
    """An engine that copies what stands in braces and says "something" for all else; `fails` for some sentences."""

    info = EngineInfo("braces", "", ("braces", "plain"), False, attempts=1)
    version = "7"

    def __init__(self, fails: str = "\0") -> None:
        self.fails = fails
        self.asked: list[str] = []

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        for r in requests:
            self.asked.append(r.text)
            if self.fails in r.text:
                yield Answer(error=EngineUnreachable("nobody there"))
            else:
                kept = [p.split("}")[0] for p in r.text.split("{")[1:]]
                yield Answer("Something with " + " and ".join(f"{{{k}}}" for k in kept) + " happened.")

    def close(self) -> None:
        raise AssertionError("an engine that was given is not closed")


def draft_of(*blocks: Block, engine: Braces | None = None, **settings: object) -> Draft:
    return translate_article(article(*blocks), Settings(**settings), engine=engine or Braces())  # type: ignore[arg-type]  # settings by name


BODY = "Ông Lê Văn Tám, Phó Chủ tịch UBND tỉnh Long An, dự. Hội nghị diễn ra ngày 9/8."


def test_segments_have_ids_by_block_and_give_the_text_back() -> None:
    listed = block("list", "Điều thứ nhất\nĐiều thứ hai")
    table = block("table", "Huyện\tSố hộ\nTân Trụ\t1.846")
    draft = draft_of(block("paragraph", BODY), listed, table)
    assert [s.id for s in draft.of_block(listed.id)] == [f"{listed.id}.1", f"{listed.id}.2"]
    for unit, text in draft.article.texts():
        parts = list(draft.of_block(unit))
        assert "".join(s.source + s.separator for s in parts) == text
    assert [s.separator for s in draft.of_block(table.id)] == ["\t", "\n", "\t", ""]


def test_items_stand_in_the_target_with_their_forms() -> None:
    draft = draft_of(block("paragraph", BODY))
    first = next(draft.of_block(draft.article.blocks[0].id))
    assert "Mr. Le Van Tam" in (first.target or "")
    assert "Vice Chairman of the Long An Provincial People's Committee" in (first.target or "")
    assert first.state == "translated"
    assert first.origin is not None
    assert (first.origin.kind, first.origin.engine, first.origin.version) == ("engine", "braces", "7")
    uses = {u.source: u for u in first.terms}
    assert uses["Ông Lê Văn Tám"].source_span == (0, 14)


@pytest.mark.parametrize(
    ("cell", "english"), [("1.846", "1,846"), ("Long An", "Long An"), ("9/8/2018", "August 9, 2018")]
)
def test_what_is_all_item_needs_no_engine(cell: str, english: str) -> None:
    engine = Braces()
    draft = draft_of(block("table", f"{cell}\tMột cột khác"), engine=engine)
    first = next(draft.of_block(draft.article.blocks[0].id))
    assert first.target == english
    assert first.origin is not None and first.origin.kind == "rule"
    assert cell not in engine.asked


def test_what_the_engine_fails_at_stays_and_is_told() -> None:
    draft = draft_of(block("paragraph", "Một câu hỏng. Một câu lành."), engine=Braces(fails="hỏng"))
    bad, good = draft.of_block(draft.article.blocks[0].id)
    assert (bad.target, bad.state, good.state) == (None, "initial", "translated")
    assert "C901" in {f.code for f in draft.findings if f.segment == bad.id}


def test_assemble_says_what_it_left() -> None:
    draft = translate_article(article(block("paragraph", BODY)), Settings(engine="assemble"))
    first = next(draft.of_block(draft.article.blocks[0].id))
    assert "Mr. Le Van Tam" in (first.target or "")
    assert first.state == "initial"
    assert "C902" in {f.code for f in draft.findings if f.segment == first.id}


def marks_of(segments: Sequence[Segment]) -> list[str]:
    return [(s.target or "")[m.start : m.end] for s in segments for m in s.target_marks]


def test_marks_over_items_follow_them_and_others_are_told() -> None:
    link = Mark(BODY.index("UBND"), BODY.index("UBND") + len("UBND tỉnh Long An"), "link", "https://example.org/")
    name = Mark(0, len("Ông Lê Văn Tám"), "bold")
    lost = Mark(BODY.index("diễn ra"), BODY.index("diễn ra") + 7, "italic")
    draft = draft_of(block("paragraph", BODY, marks=(name, link, lost)))
    segments = list(draft.of_block(draft.article.blocks[0].id))
    assert "Mr. Le Van Tam" in marks_of(segments)
    assert "C905" in {f.code for f in draft.findings}


def test_memory_goes_before_the_engine(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    with Memory.open(path) as memory:
        memory.add([(Unit("Một câu đã duyệt.", "An approved sentence."), [])])
    engine = Braces()
    draft = draft_of(block("paragraph", "Một câu đã duyệt."), engine=engine, memory=path)
    first = next(draft.of_block(draft.article.blocks[0].id))
    assert first.target == "An approved sentence."
    assert first.origin is not None and first.origin.kind == "memory"
    assert not any("đã duyệt" in asked for asked in engine.asked)


def test_an_english_article_is_for_publish() -> None:
    with pytest.raises(InputError, match="English") as caught:
        translate_article(article(block("paragraph", "Text."), language="en"), Settings(), engine=Braces())
    assert "publish" in caught.value.cure


def test_an_article_without_text() -> None:
    with pytest.raises(InputError, match="no text"):
        translate_article(article(title=None), Settings(), engine=Braces())


def test_the_json_keeps_its_schema_and_spans_point_at_the_terms() -> None:
    draft = draft_of(block("paragraph", BODY), block("table", "Tân Trụ\t1.846"), engine=Braces(fails="diễn ra"))
    told = json.loads(json.dumps(draft_to_json(draft)))
    jsonschema.Draft202012Validator(SCHEMA).validate(told)
    for s in told["segments"]:
        for term in s["terms"]:
            start, end = term["source_span"]
            assert s["source"][start:end] == term["source"]
            if term["target_span"] is not None:
                start, end = term["target_span"]
                assert s["target"][start:end]
    assert told["engines"] == {"rule": 2, "braces": 2}


def test_progress_ends_with_all_that_was_asked() -> None:
    seen: list[tuple[int, int]] = []
    translate_article(
        article(block("paragraph", BODY)),
        Settings(),
        engine=Braces(),
        progress=lambda n, total: seen.append((n, total)),
    )
    assert seen
    assert seen[-1][0] <= seen[-1][1]
