"""What holds for every rule: sentences merged, moved or left out, suppression and its lapse, each kind of file."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.review.samples import write_pair

from installed import Run, runner
from vnnews.article import Article, Block, Provenance
from vnnews.draft import log, store
from vnnews.draft.model import Draft, Fate, GlossaryRef, Segment
from vnnews.finding import Finding
from vnnews.newsroom import context_for, style_for
from vnnews.review.checks import FAMILIES, check_draft
from vnnews.review.checks.base import Example
from vnnews.review.examine import examine
from vnnews.review.inputs import check
from vnnews.review.suppressions import hashes_of, suppress
from vnnews.settings import Settings

EXAMPLES = [example for family in FAMILIES for example in family.examples]
NAMES = [f"{e.code}-{n}" for n, e in enumerate(EXAMPLES)]
BILINGUAL = [e for e in EXAMPLES if e.vi is not None]
ALONE = {r.code for family in FAMILIES for r in family.rules if not r.needs_source}
OTHER = ("Cuộc họp kết thúc vào buổi trưa.", "The meeting ended at noon.")

every = pytest.mark.parametrize("example", EXAMPLES, ids=NAMES)
bilingual = pytest.mark.parametrize("example", BILINGUAL, ids=[f"{e.code}-{n}" for n, e in enumerate(BILINGUAL)])


def draft_of(*segments: Segment, on: date | None = None) -> Draft:
    blocks = {s.block: " ".join(other.source for other in segments if other.block == s.block) for s in segments}
    paragraphs = tuple(Block(name, "paragraph", text) for name, text in blocks.items())
    origin = Provenance("-", "", "", "", "", "")
    article = Article("i", None, paragraphs, "vi", origin, published=on.isoformat() if on else None)
    return Draft(article, segments, GlossaryRef("", "", ""))


def segment(n: int, vi: str, en: str | None, fate: Fate = "kept", into: str | None = None, block: str = "") -> Segment:
    return Segment(f"s{n}", block or f"b{n}", vi, "", target=en, state="translated", fate=fate, into=into)


def before(example: Example) -> list[Segment]:
    return [segment(n, vi, en) for n, (vi, en) in enumerate(example.before, 10)]


def found(draft: Draft) -> tuple[Finding, ...]:
    return check_draft(draft, context_for(Settings(), draft.article), style_for(Settings()))


def codes(draft: Draft, identity: str) -> set[str]:
    return {f.code for f in found(draft) if f.segment == identity}


@bilingual
def test_a_draft_is_checked_as_pairs_are(example: Example) -> None:
    def of(english: str) -> set[str]:
        return codes(draft_of(*before(example), segment(1, example.vi or "", english), on=example.on), "s1")

    assert example.code in of(example.bad)
    assert example.code not in of(example.good)


@bilingual
def test_nothing_is_found_in_a_sentence_left_out_on_purpose(example: Example) -> None:
    left_out = segment(1, example.vi or "", example.bad, "omitted")
    assert codes(draft_of(*before(example), left_out, segment(2, *OTHER), on=example.on), "s1") == set()


@bilingual
@pytest.mark.parametrize("block", ["b2", "b1"], ids=["in its paragraph", "across paragraphs"])
def test_a_merged_sentence_is_said_by_the_one_it_went_into(example: Example, block: str) -> None:
    """The English that stood in the merged sentence does not count, and the other has nothing too much."""
    merged = segment(1, example.vi or "", example.bad, "merged", "s2", block)
    other = segment(2, OTHER[0], f"{example.good} {OTHER[1]}")
    told = [f for f in found(draft_of(*before(example), merged, other, on=example.on)) if f.segment in ("s1", "s2")]
    assert [f for f in told if f.severity != "info" and f.code in (example.code, "C006", "C007", "N001", "N002")] == []


@pytest.mark.parametrize(
    ("vi", "good", "bad", "code"),
    [
        ("Xã có 200 hộ nghèo.", "The commune has 200 poor households.", "", "N001"),
        ("Ông Nguyễn Bá Luân phát biểu.", "Mr. Nguyen Ba Luan spoke.", "", "P001"),
        ("Đoàn đến thăm huyện Tân Trụ.", "The delegation visited Tan Tru district.", "", "P002"),
    ],
)
def test_what_the_other_sentence_does_not_say_is_missing_from_the_merged_one(
    vi: str, good: str, bad: str, code: str
) -> None:
    def of(english: str) -> set[str]:
        merged = segment(1, vi, good, "merged", "s2")
        return codes(draft_of(merged, segment(2, OTHER[0], f"{english} {OTHER[1]}".strip())), "s1")

    assert code in of(bad)
    assert of(good) == set()


@pytest.mark.parametrize("example", [e for e in BILINGUAL if not e.before], ids=lambda e: e.code)
def test_a_moved_sentence_is_looked_for_where_it_stands(example: Example) -> None:
    moved = segment(1, example.vi or "", OTHER[1], "moved")
    there = segment(2, OTHER[0], example.good)
    told = [f for f in found(draft_of(*before(example), moved, there, on=example.on)) if f.segment in ("s1", "s2")]
    assert [f for f in told if f.severity == "error"] == []
    assert example.code not in {f.code for f in told if f.severity != "info"}


def test_a_moved_sentence_that_stands_nowhere_is_missing() -> None:
    moved = segment(1, "Xã có 200 hộ nghèo.", OTHER[1], "moved")
    assert "N001" in codes(draft_of(moved, segment(2, *OTHER)), "s1")


def of_code(findings: tuple[Finding, ...], code: str) -> list[Finding]:
    return [f for f in findings if f.code == code]


@bilingual
def test_every_finding_of_a_draft_can_be_put_aside_until_its_sentence_changes(example: Example, tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    bad = segment(1, example.vi or "", example.bad)
    draft = draft_of(*before(example), bad, on=example.on)
    mine = of_code(found(draft), example.code)
    for finding in mine:
        suppress(path, finding, hashes_of(draft), "as the author wrote", "Lê C")
    assert mine
    assert all(f.suppressed for f in of_code(examine(draft, Settings(), log.read(path)), example.code))
    changed = draft.with_segments([replace(bad, target=f"{example.bad} {OTHER[1]}")])
    assert not any(f.suppressed for f in examine(changed, Settings(), log.read(path)) if f.segment == "s1")


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.vi is None], ids=lambda e: e.code)
def test_every_finding_of_english_alone_too(example: Example, tmp_path: Path) -> None:
    def article(text: str) -> Article:
        said = [*(en for _, en in example.before), text]
        blocks = tuple(Block(f"b{n}", "paragraph", one) for n, one in enumerate(said))
        return Article("i", "Title", blocks, "en", Provenance("-", "", "", "", "", ""), published=day)

    day = example.on.isoformat() if example.on else None
    path = tmp_path / "i.article.json"
    bad = article(example.bad)
    mine = of_code(examine(bad, Settings(), log.Log()), example.code)
    for finding in mine:
        suppress(path, finding, hashes_of(bad), "a quotation", "Lê C")
    assert mine
    assert all(f.suppressed for f in of_code(examine(bad, Settings(), log.read(path)), example.code))
    last = mine[-1].segment
    again = examine(article(f"{example.bad} {OTHER[1]}"), Settings(), log.read(path))
    assert not any(f.suppressed for f in again if f.segment == last)
    assert of_code(examine(article(example.good), Settings(), log.Log()), example.code) == []


TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en"
 srclang="vi" datatype="plaintext"/><body>{}</body></tmx>"""
UNIT = '<tu><tuv xml:lang="vi"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv></tu>'
XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" datatype="plaintext"
 source-language="vi" target-language="en"><body>{}</body></file></xliff>"""
TRANS = '<trans-unit id="u{}"><source>{}</source><target>{}</target></trans-unit>'


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def write(path: Path, pairs: list[tuple[str, str]]) -> list[str]:
    """Write pairs as a file of the kind that the name says; gives the ids by which findings must name them."""
    if path.suffix == ".xlf":
        store.create(draft_of(*(segment(n, vi, en) for n, (vi, en) in enumerate(pairs))), path)
        return [f"s{n}" for n in range(len(pairs))]
    safe = [(escaped(vi), escaped(en)) for vi, en in pairs]
    if path.suffix == ".tsv":
        rows = [f"R-{n}\t{vi}\t{en}\n" for n, (vi, en) in enumerate(pairs)]
        path.write_text("id\tvi\ten\n" + "".join(rows), encoding="utf-8")
        return [f"R-{n}" for n in range(len(pairs))]
    if path.suffix == ".tmx":
        path.write_text(TMX.format("".join(UNIT.format(*pair) for pair in safe)), encoding="utf-8")
        return [str(n) for n in range(1, len(pairs) + 1)]
    path.write_text(XLIFF.format("".join(TRANS.format(n, *pair) for n, pair in enumerate(safe))), encoding="utf-8")
    return [f"u{n}" for n in range(len(pairs))]


PLAIN = [e for e in BILINGUAL if not e.before and e.on is None]


@pytest.mark.parametrize("name", ["a.tsv", "a.tmx", "a.xliff", "a.sdlxliff", "a.xlf"])
def test_every_rule_finds_its_example_in_every_kind_of_file_and_names_the_pair(tmp_path: Path, name: str) -> None:
    ids = write(tmp_path / name, [(e.vi or "", e.bad) for e in PLAIN])
    told = {(f.segment, f.code) for f in check([tmp_path / name], Settings())}
    assert [(i, e.code) for i, e in zip(ids, PLAIN, strict=True) if (i, e.code) not in told] == []


PAIRS = [("Xã có 200 hộ.", "The commune has 300 households."), ("Hội nghị kết thúc.", "The organisation met./.")]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return runner(tmp_path)


def told(run: Run, *arguments: str, code: int) -> set[tuple[str, str]]:
    lines = run("check", *arguments, "--json", code=code).stdout.splitlines()
    return {(f["segment"], f["code"]) for f in map(json.loads, lines)}


@pytest.mark.parametrize("name", ["a.tsv", "a.tmx", "a.xliff", "a.sdlxliff", "a.xlf"])
def test_options_mean_the_same_in_every_kind_of_file(run: Run, tmp_path: Path, name: str) -> None:
    first, second = write(tmp_path / name, PAIRS)
    assert told(run, name, "--select", "N,S001", code=1) == {(first, "N003"), (second, "S001")}
    assert told(run, name, "--select", "N,S", "--ignore", "N003", code=0) == {(second, "S001"), (second, "S006")}
    assert told(run, name, "--select", "N", "--baseline", "known.json", code=0) == set()
    assert told(run, name, "--select", "N,S001", "--baseline", "known.json", code=0) == {(second, "S001")}
    if name.endswith(".xlf"):
        assert told(run, name, "--select", "S", "--fix", code=0) == set()
    else:
        assert "only drafts can be mended" in run("check", name, "--fix", code=2).stderr


def test_options_mean_the_same_for_a_pair_of_articles_and_english_alone(run: Run, tmp_path: Path) -> None:
    pair = write_pair(tmp_path, end="./.")
    for arguments, both in ((pair, {"N003", "S001"}), (("en.txt",), {"S001"})):
        status = 1 if "N003" in both else 0
        assert {c for _, c in told(run, *arguments, "--select", "N,S001", code=status)} == both
        assert {c for _, c in told(run, *arguments, "--select", "N,S001", "--ignore", "N", code=0)} == {"S001"}
        known = f"{len(both)}.json"
        assert told(run, *arguments, "--select", "N,S001", "--baseline", known, code=0) == set()
        assert told(run, *arguments, "--select", "N,S001", "--baseline", known, code=0) == set()
        assert "only drafts can be mended" in run("check", *arguments, "--fix", code=2).stderr


@every
def test_what_needs_no_source_is_found_without_one(example: Example) -> None:
    assert (example.vi is None) <= (example.code in ALONE)
