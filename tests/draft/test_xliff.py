"""Every field of a draft survives the file, and the file is what OASIS says it must be."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from external import require
from vnnews.article import Article, Block, Image, Mark, Provenance, block, number_repeats
from vnnews.draft.inline import mark_order, nested
from vnnews.draft.model import Candidate, Draft, GlossaryRef, Origin, Segment, TermUse
from vnnews.draft.xliff import dumps, loads
from vnnews.errors import InputError
from vnnews.finding import Finding, Suppression

SCHEMAS = Path(__file__).parents[3] / "shared/schemas/xliff-2.1"

# Words as they occur, with what hurts: markup signs, controls, quotes, astral letters.
WORDS = st.sampled_from(
    ["Ủy", "ban", "a&b", "<p>", '"x"', "]]>", "\x01", "\x1f", "𝔸", "1.846", "đ", "…", "'", "\u200b"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
OPTIONAL = st.none() | TEXTS.filter(lambda t: "\x01" not in t and "\x1f" not in t)
KINDS = st.sampled_from(["link", "bold", "italic", "underline", "sub", "sup", "code"])


@st.composite
def marks(draw: st.DrawFn, length: int) -> tuple[Mark, ...]:
    """Marks that nest, as readers make them."""
    found = set()
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, max(0, length - 1)))
        end = draw(st.integers(start + 1, max(start + 1, length)))
        kind = draw(KINDS)
        href = draw(st.sampled_from(["https://example.vn/?a=1&b=2", "/x"])) if kind == "link" else None
        found.add(Mark(start, end, kind, href))
    return tuple(sorted(nested(tuple(sorted(found, key=mark_order)), length), key=mark_order))


@st.composite
def segments(draw: st.DrawFn, unit: str, last_has_separator: bool = False) -> list[Segment]:
    out = []
    count = draw(st.integers(1, 3))
    for n in range(1, count + 1):
        source, target = draw(TEXTS), draw(st.none() | TEXTS)
        out.append(
            Segment(
                id=f"{unit}.{n}",
                block=unit,
                source=source,
                separator="" if n == count else draw(st.sampled_from([" ", "\n", "\t", ""])),
                target=target,
                target_marks=draw(marks(len(target))) if target else (),
                state="initial"
                if target is None
                else draw(st.sampled_from(["initial", "translated", "reviewed", "final"])),
                origin=draw(
                    st.none()
                    | st.builds(
                        Origin,
                        st.sampled_from(["memory", "engine", "rule", "human"]),
                        st.sampled_from([None, "google"]),
                        st.sampled_from([None, "1.0"]),
                        st.sampled_from([None, 0.875]),
                        st.sampled_from([None, "braces"]),
                    )
                ),
                terms=tuple(
                    draw(st.lists(st.just(TermUse("Ủy ban", (0, 2), "Committee", "term", ("Body",))), max_size=2))
                ),
                candidates=tuple(draw(st.lists(st.just(Candidate("Ủy", "C", 0.875, "starter")), max_size=1))),
                fate=draw(st.sampled_from(["kept", "merged", "moved", "omitted"])),
                into=draw(st.sampled_from([None, "title.1"])),
            )
        )
    return out


FINDINGS = st.lists(
    st.builds(
        Finding,
        id=st.just("f1"),
        code=st.sampled_from(["N001", "R001"]),
        name=st.just("number"),
        severity=st.sampled_from(["error", "warning", "info"]),
        segment=st.sampled_from([None, "title.1"]),
        side=st.sampled_from(["source", "target"]),
        span=st.just((1, 4)),
        message=st.just('1 < 2 & "x"'),
        suggestion=st.sampled_from([None, "x"]),
        suppressed=st.sampled_from([None, Suppression("said\nso", "Lê Văn A", "2026-01-01T00:00:00Z")]),
    ),
    max_size=2,
).map(tuple)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    every: list[Segment] = []
    texts: dict[str, str | None] = {"title": None, "lead": None}
    for unit in texts:
        if draw(st.booleans()):
            mine = draw(segments(unit))
            every += mine
            texts[unit] = "".join(s.source + s.separator for s in mine)
    blocks: list[Block] = []
    for n in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(["heading", "paragraph", "list", "table", "figure", "quote"]))
        mine = draw(segments(f"b{n}"))
        blocks.append(
            Block(
                id=f"b{n}",
                kind=kind,
                text="".join(s.source + s.separator for s in mine),
                level=2 if kind == "heading" else None,
                ordered=kind == "list" and draw(st.booleans()),
                header=kind == "table" and draw(st.booleans()),
                image=Image("https://example.vn/a.jpg", draw(OPTIONAL), None) if kind == "figure" else None,
            )
        )
        every += mine
    article = Article(
        id="0123456789ab",
        title=texts["title"],
        lead=texts["lead"],
        blocks=tuple(blocks),
        language="vi",
        provenance=Provenance("tin/bài 1.html", "2026-01-01T00:00:00Z", "0" * 64, "page", "0.1.0", "utf-8"),
        author=draw(OPTIONAL),
        photographer=draw(OPTIONAL),
        translator=draw(OPTIONAL),
        published=draw(st.sampled_from([None, "2018-08-09"])),
        source_name=draw(OPTIONAL),
        url=draw(st.sampled_from([None, "https://example.vn/?a=1&b=2"])),
        original_url=draw(st.sampled_from([None, "https://example.vn/2"])),
        findings=draw(FINDINGS),
    )
    return Draft(
        article, tuple(every), GlossaryRef("vnnews", "1", "abc"), draw(FINDINGS), draw(OPTIONAL), draw(OPTIONAL)
    )


@given(drafts())
@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
def test_every_field_of_a_draft_survives_the_file(draft: Draft) -> None:
    assert loads(dumps(draft), "x.xlf") == draft


@pytest.mark.parametrize(
    "marked",
    [
        ((0, 20, "bold"),),  # over two sentences
        ((0, 9, "bold"), (10, 20, "italic")),
        ((3, 14, "link"),),
        ((0, 20, "bold"), (3, 6, "italic"), (12, 20, "underline")),
    ],
)
def test_marks_of_a_block_are_cut_at_sentences_and_joined_again(marked: tuple[tuple[int, int, str], ...]) -> None:
    text = "Câu một . Câu hai ở đây."
    whole = tuple(Mark(s, e, k, "/x" if k == "link" else None) for s, e, k in marked)  # type: ignore[arg-type]  # from the table above
    pieces = []
    for n, (start, end) in enumerate([(0, 9), (10, len(text))], 1):
        mine = tuple(
            Mark(max(m.start, start) - start, min(m.end, end) - start, m.kind, m.href)
            for m in whole
            if m.start < end and start < m.end
        )
        pieces.append(Segment(f"b1.{n}", "b1", text[start:end], " " if n == 1 else "", mine))
    made = replace(block("paragraph", text, marks=whole), id="b1")
    article = Article("0123456789ab", None, (made,), "vi", Provenance("-", "", "", "", "", ""))
    draft = Draft(article, tuple(pieces), GlossaryRef("", "", ""))
    again = loads(dumps(draft), "x.xlf")
    assert again.article.blocks[0].marks == whole
    assert again.segments == draft.segments


def test_crossing_marks_are_cut_so_that_they_nest() -> None:
    cut = nested((Mark(0, 6, "bold"), Mark(3, 9, "italic")), 9)
    assert cut == [Mark(0, 6, "bold"), Mark(3, 6, "italic"), Mark(6, 9, "italic")]


def test_damage_is_told_with_its_line() -> None:
    draft = Draft(
        Article("0123456789ab", "A", (), "vi", Provenance("-", "", "", "", "", "")),
        (Segment("title.1", "title", "A"),),
        GlossaryRef("", "", ""),
    )
    broken = dumps(draft).replace(b"</unit>", b"</unjt>", 1)
    with pytest.raises(InputError, match=r"x\.xlf, line \d+"):
        loads(broken, "x.xlf")


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><xliff version="2.1">&e;</xliff>',
        "<html/>",
        "",
        "nothing",
    ],
)
def test_what_is_no_draft_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        loads(text.encode(), "x.xlf")


@pytest.fixture(scope="session")
def schema() -> etree.XMLSchema:
    if not SCHEMAS.is_dir():
        pytest.skip("the OASIS schemas are not here")
    names = ("xliff_core_2.0.xsd", "metadata.xsd", "glossary.xsd", "matches.xsd")
    imports = "".join(
        f'<xs:import namespace="{ns}" schemaLocation="{(SCHEMAS / name).as_uri()}"/>'
        for ns, name in zip(
            ("document:2.0", "metadata:2.0", "glossary:2.0", "matches:2.0"),
            names,
            strict=True,
        )
        for ns in [f"urn:oasis:names:tc:xliff:{ns}"]
    )
    local = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'

    class Xml(etree.Resolver):
        def resolve(self, url: str, public: str, context: object) -> object:
            if url.endswith("xml.xsd"):
                return self.resolve_filename(str(next(SCHEMAS.rglob("xml.xsd"))), context)
            return None

    parser = etree.XMLParser()
    parser.resolvers.add(Xml())
    return etree.XMLSchema(etree.fromstring(local.encode(), parser))


@given(draft=drafts())
@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
def test_files_are_valid_by_the_oasis_schemas(schema: etree.XMLSchema, draft: Draft) -> None:
    document = etree.fromstring(
        dumps(replace(draft, article=replace(draft.article, blocks=number_repeats(draft.article.blocks))))
    )
    if document.find(".//{*}unit") is None:
        return  # an article without any text makes no draft
    assert schema.validate(document), schema.error_log


def broken_rules(*files: Path) -> list[str]:
    """The lines of tests/draft/schematron.py, the last of which is the count of rules applied."""
    require("saxonche")
    if not SCHEMAS.is_dir():
        pytest.skip("the OASIS schemas are not there")
    program = Path(__file__).with_name("schematron.py")
    done = subprocess.run(
        [sys.executable, str(program), *map(str, files)], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr[-500:]
    return done.stdout.splitlines()


@pytest.mark.external
def test_no_draft_breaks_a_schematron_rule_of_oasis(tmp_path: Path) -> None:
    files: list[Path] = []

    @given(drafts())
    @settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def write(draft: Draft) -> None:
        files.append(tmp_path / f"{len(files)}.xlf")
        files[-1].write_bytes(dumps(draft))

    write()
    *broken, applied = broken_rules(*files)
    assert broken == []
    assert int(applied.split()[0]) > 100


@pytest.mark.external
@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (b'<segment id="title.2"', b'<segment id="title.1"', "id duplication"),
        (b'ref="#title.1"', b'ref="#nowhere"', ""),
    ],
    ids=["an id twice", "a term that points nowhere"],
)
def test_the_schematron_rules_see_what_the_xsds_do_not(tmp_path: Path, right: bytes, wrong: bytes, said: str) -> None:
    segments = (
        Segment("title.1", "title", "Ủy ban.", " ", target="Body.", terms=(TermUse("Ủy ban", (0, 6), "Body"),)),
        Segment("title.2", "title", "Hai."),
    )
    article = Article("i", "Ủy ban. Hai.", (), "vi", Provenance("", "", "", "", "", ""))
    data = dumps(Draft(article, segments, GlossaryRef("", "", "")))
    assert right in data
    (tmp_path / "x.xlf").write_bytes(data.replace(right, wrong))
    *broken, _ = broken_rules(tmp_path / "x.xlf")
    assert broken and said in " ".join(broken)
