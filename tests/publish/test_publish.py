"""Publishing: the gate, credits, names, states, what changes and what stays, embargo, correction, takedown."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import jsonschema
import pytest
import samples

from vnnews.article import Article, Image, block, number_repeats
from vnnews.clock import fixed
from vnnews.draft import log, store
from vnnews.draft.model import Draft, Origin, Segment
from vnnews.errors import GateError, InputError, UsageError
from vnnews.finding import Finding, Rule
from vnnews.publish import Order, Published, gate, page_of, publish, site_of, take_down
from vnnews.publish.credits import machine_words
from vnnews.publish.gate import Outcome, Refused, reasons
from vnnews.publish.ledger import Ledger
from vnnews.publish.settings import Site
from vnnews.review.suppressions import hashes_of, put_aside
from vnnews.settings import Settings

RULE = Rule("N001", "number", "error", "A number differs")
ERROR = RULE.at("s2", "84 is missing in the English", suggestion="84 percent")
SITE = site_of(samples.SETTINGS)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def findings(monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """What the checks find in these tests: nothing, unless a test puts something in."""
    found: list[Finding] = []

    def examine(subject: Draft | Article, settings: Settings, suppressions: log.Log | None = None) -> Outcome:
        kept = suppressions or log.Log()
        mine = put_aside(found, hashes_of(subject), kept)
        return Outcome(("N001", "T001"), mine, gate.unapproved(subject, settings))

    monkeypatch.setattr(gate, "examine", examine)
    return found


Run = Callable[..., Published]


@pytest.fixture
def run(findings: list[Finding], tmp_path: Path) -> Run:
    """Publish a draft (saved first) or an English article into `out` at a given time."""

    def do(
        subject: Draft | Article | Path, *, at: str = "2026-11-26T10:00:00Z", site: Site = SITE, **order: object
    ) -> Published:
        settings = order.pop("settings", samples.SETTINGS)
        assert isinstance(settings, Settings)
        path = tmp_path / "an.article.json"
        if isinstance(subject, Draft):
            path = samples.saved(subject, tmp_path)
        if isinstance(subject, Path):
            path, subject = subject, store.load(subject)
        with fixed(at):
            return publish(subject, path, settings, site, Order(tmp_path / "out", **order))  # type: ignore[arg-type]

    return do


def _read(done: Published, suffix: str, out: Path) -> str:
    return (out / "out" / f"{done.page.slug}{suffix}").read_text(encoding="utf-8")


# --- the gate ---------------------------------------------------------------------------------------------------


def test_standing_errors_refuse_and_nothing_is_written(run: Run, findings: list[Finding], tmp_path: Path) -> None:
    findings.append(ERROR)
    with pytest.raises(Refused, match="1 error") as caught:
        run(samples.draft("Title", "One."))
    assert caught.value.exit_code == 1
    assert not list((tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else True
    line = reasons(caught.value.outcome, Path("a b.xlf"))[0]
    assert line.startswith("N001 number in s2: 84 is missing in the English (suggested: 84 percent)")
    assert "vnnews review 'a b.xlf'" in line


def test_warnings_do_not_refuse(run: Run, findings: list[Finding]) -> None:
    findings.append(RULE.at("s2", "look", severity="warning"))
    done = run(samples.draft("Title", "One."))
    assert done.page.record["checks"]["standing"] == {"error": 0, "warning": 1, "info": 0}


def test_force_is_kept_in_the_record(run: Run, findings: list[Finding], tmp_path: Path) -> None:
    findings.append(ERROR)
    done = run(samples.draft("Title", "One."), force=True)
    forced = json.loads(_read(done, ".json", tmp_path))["record"]["forced"]
    assert forced == {
        "at": "2026-11-26T10:00:00Z",
        "errors": [{"code": "N001", "segment": "s2", "message": "84 is missing in the English"}],
        "unapproved": 0,
    }
    assert '"forced":{' in _read(done, ".html", tmp_path)
    assert any("--force" in note for note in done.notes)
    assert log.read(tmp_path / "draft.xlf").events[-1]["forced"] is True


def test_force_without_need_is_no_force(run: Run) -> None:
    assert run(samples.draft("Title", "One."), force=True).page.record["forced"] is None


def test_what_a_reviewer_put_aside_stays_so_until_a_side_changes(
    run: Run, findings: list[Finding], tmp_path: Path
) -> None:
    findings.append(ERROR)
    path = samples.saved(samples.draft("Title", "One."), tmp_path)
    segment = store.load(path).segment("s2")
    log.append(path, "suppressed", code="N001", segment="s2", hash=segment.hash, reason="right so", by="B")
    record = run(path).page.record
    assert [(s["code"], s["reason"], s["by"]) for s in record["checks"]["suppressed"]] == [("N001", "right so", "B")]
    store.save(store.load(path).with_segments([replace(segment, target="Another.")]), path)
    with pytest.raises(Refused):
        run(path)


def test_approval_can_be_asked_for(run: Run) -> None:
    settings = replace(samples.SETTINGS, require_approval=True)
    with pytest.raises(Refused, match="2 unapproved sentences"):
        run(samples.draft("Title", "One.", state="translated"), settings=settings)
    assert run(samples.draft("Title", "One."), settings=settings).files


def test_a_vietnamese_article_must_be_translated_first(run: Run) -> None:
    article = samples.vietnamese(number_repeats([block("paragraph", "Một câu.")]))
    with pytest.raises(InputError, match="in Vietnamese") as caught:
        run(article)
    assert "vnnews translate" in caught.value.cure


def test_an_article_without_text_is_told(run: Run) -> None:
    with pytest.raises(InputError, match="no text"):
        run(samples.english(title=None, lead=None, blocks=()))


# --- states ------------------------------------------------------------------------------------------------------


def test_publishing_makes_approved_segments_final_and_no_others(run: Run, tmp_path: Path) -> None:
    made = samples.draft("Title", "One.", "Two.")
    run(made.with_segments([replace(made.segments[2], state="translated")]))
    assert [s.state for s in store.load(tmp_path / "draft.xlf").segments] == ["final", "final", "translated"]
    assert log.read(tmp_path / "draft.xlf").events[-1]["event"] == "published"


def test_publishing_again_changes_nothing(run: Run, tmp_path: Path) -> None:
    formats = ("html", "markdown", "paste", "fields", "docx", "bilingual")
    site = site_of(samples.SETTINGS, formats=formats)
    first = run(samples.draft("Title", "One."), site=site)
    assert len(first.files) == len(formats) + 1
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in tmp_path.rglob("*") if p.is_file()}
    again = run(tmp_path / "draft.xlf", site=site, at="2027-01-01T00:00:00Z")
    assert again.files == ()
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in tmp_path.rglob("*") if p.is_file()} == before


def test_a_change_keeps_name_and_first_day(run: Run, tmp_path: Path) -> None:
    first = run(samples.draft("Title", "One."))
    path = tmp_path / "draft.xlf"
    changed = store.load(path)
    store.save(changed.with_segments([replace(changed.segments[0], target="Another title")]), path)
    page = run(path, at="2027-01-01T00:00:00Z").page
    assert (page.title, page.slug, page.issued, page.modified) == (
        "Another title",
        first.page.slug,
        "2026-11-26T10:00:00Z",
        "2027-01-01T00:00:00Z",
    )
    assert [p.name for p in (tmp_path / "out").glob("*.html")] == [f"{first.page.slug}.html"]


def test_two_articles_of_one_title_get_two_names(run: Run) -> None:
    first, second = run(samples.english()), run(samples.english(id="fedcba987654"))
    assert first.page.slug == "2018-08-10-one-stop-shop-opens-in-my-xuan"
    assert second.page.slug == "2018-08-10-one-stop-shop-opens-in-my-xuan-fedcba"
    assert run(samples.english(id="fedcba987654", lead="New")).page.slug == second.page.slug


# --- names and titles --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "published", "slug"),
    [
        ("One-stop shop opens", "2018-08-10", "2018-08-10-one-stop-shop-opens"),
        ("One-stop shop opens", None, "one-stop-shop-opens"),
        ("Đờn ca tài tử: 84%", None, "don-ca-tai-tu-84"),
        ("???", "2018-08-10", "2018-08-10-0123456789ab"),
        ("The People's and the People’s", None, "the-peoples-and-the-peoples"),
        ("../../etc/passwd", None, "etc-passwd"),
        ("word " * 40, None, "word-" * 15 + "word"),
        (
            "A long title of so many words that " * 3 + "an end",
            None,
            "a-long-title-of-so-many-words-that-a-long-title-of-so-many-words-that-a-long",
        ),
    ],
)
def test_the_name_is_day_and_title_in_plain_letters(title: str, published: str | None, slug: str) -> None:
    assert samples.page(samples.english(title=title, published=published)).slug == slug


def test_a_text_without_title_is_known_by_its_beginning(run: Run) -> None:
    done = run(samples.english(title=None, lead="The team " + "came and went and " * 9))
    assert done.page.title == "The team came and went and came and went and came and went and came…"
    assert done.page.record["title"] == "beginning"
    assert any("--title" in note for note in done.notes)
    given = run(samples.english(title=None), title="A given title")
    assert (given.page.title, given.page.record["title"]) == ("A given title", "given")
    assert run(samples.english(title=None)).page.title == "A given title"


# --- credits -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("author", "translator", "byline"),
    [
        ("Hong Thai", "Duc Tam", "By Hong Thai – Translated by Duc Tam"),
        ("Hong Thai", None, "By Hong Thai"),
        (None, "Duc Tam", "Translated by Duc Tam"),
        (None, None, ""),
    ],
)
def test_the_byline_names_whom_we_know(author: str | None, translator: str | None, byline: str) -> None:
    assert samples.page(samples.english(author=author, translator=translator)).credits.byline == byline


def test_whose_translator_counts() -> None:
    house = replace(samples.SETTINGS, translator="House")
    article = samples.english()
    assert page_of(article, house, SITE, translator="Flag").credits.translator == "Flag"
    assert page_of(article, house, SITE).credits.translator == "Duc Tam"
    assert page_of(samples.english(translator=None), house, SITE).credits.translator == "House"
    assert page_of(samples.english(translator=None), samples.SETTINGS, SITE).credits.translator is None
    assert page_of(samples.draft("Title", "One."), samples.SETTINGS, SITE).credits.translator is None


def test_a_translator_once_named_is_not_lost(run: Run) -> None:
    run(samples.english(translator=None), translator="Duc Tam")
    assert run(samples.english(translator=None, lead="New")).page.credits.translator == "Duc Tam"


def test_the_english_of_a_name_has_no_marks_and_the_vietnamese_keeps_them() -> None:
    site = site_of(replace(samples.SETTINGS, site={"credits": {"both_languages": True}}))
    credits = page_of(samples.draft("Title", "One."), samples.SETTINGS, site, translator="Đức Tâm").credits
    assert credits.byline == "By Thanh Binh – Translated by Đức Tâm"
    assert credits.byline_vi == "Tác giả: Thanh Bình – Người dịch: Đức Tâm"


def test_the_words_of_the_credits_are_the_newsroom_s() -> None:
    site = site_of(
        Settings(site={"credits": {"author": "Reported by {name}", "join": " - ", "photographer": "Photo: {name}"}})
    )
    credits = page_of(samples.english(), samples.SETTINGS, site).credits
    assert credits.byline == "Reported by Hong Thai - Translated by Duc Tam"
    assert credits.photos == "Photo: Thu Hà"


MEMORY = Origin("memory", "house.tmx", None, 1.0)


@pytest.mark.parametrize(
    ("segments", "reviewer", "words"),
    [
        ("HHH", None, ""),
        ("EEE", None, "Machine translation; not reviewed by a person."),
        ("eee", None, "Translated with machine assistance; every sentence written or reviewed by a person."),
        ("eee", "Le B", "Translated with machine assistance; reviewed by Le B."),
        ("ehH", "Le B", "Translated with machine assistance; reviewed by Le B."),
        ("EEH", None, "Translated with machine assistance; 1 of 3 sentences edited or reviewed by a person."),
        ("eEE", None, "Translated with machine assistance; 1 of 3 sentences edited or reviewed by a person."),
        (
            "mmh",
            None,
            "Translated with the help of earlier translations; every sentence written or reviewed by a person.",
        ),
        ("E-E", None, "Machine translation; not reviewed by a person; 1 of 3 sentences not translated."),
        ("---", None, "3 of 3 sentences not translated."),
        ("", None, ""),
    ],
)
def test_the_machine_line_tells_the_truth(segments: str, reviewer: str | None, words: str) -> None:
    """E: engine, M: memory, H: human; a small letter is approved, - is not translated."""
    origins = {"e": samples.ENGINE, "m": MEMORY, "h": samples.HUMAN}
    made = [
        Segment(f"s{n}", "b", "Câu.")
        if sign == "-"
        else Segment(f"s{n}", "b", "Câu.", target="S.", state="reviewed" if sign.islower() else "translated", origin=origins[sign.lower()])  # noqa: E501
        for n, sign in enumerate(segments)
    ]  # fmt: skip
    assert machine_words(made, reviewer) == words


def test_an_engine_is_never_the_translator(run: Run, tmp_path: Path) -> None:
    done = run(samples.draft("Title", "One.", state="translated"))
    assert "ranslated by" not in _read(done, ".html", tmp_path)
    assert done.page.credits.machine == "Machine translation; not reviewed by a person."


def test_a_reviewer_is_named_only_for_what_was_approved() -> None:
    settings = replace(samples.SETTINGS, reviewer="Le B")
    assert page_of(samples.draft("Title", "One."), settings, SITE).credits.reviewer == "Le B"
    assert page_of(samples.draft("Title", "One.", state="translated"), settings, SITE).credits.reviewer is None
    assert page_of(samples.english(), settings, SITE).credits.reviewer is None
    people = page_of(samples.draft("Title", "One.", origin=samples.HUMAN), settings, SITE).credits
    assert (people.review, people.machine) == ("Reviewed by Le B", "")


# --- embargo, correction, takedown -------------------------------------------------------------------------------


def _events(tmp_path: Path) -> list[str]:
    lines = (tmp_path / "out" / "publications.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["event"] for line in lines]


def test_an_embargo_holds_until_its_time(run: Run, tmp_path: Path) -> None:
    waiting = run(samples.english(), not_before="2026-12-01T06:00+07:00")
    assert (waiting.waiting, waiting.files) == ("2026-11-30T23:00:00Z", ())
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["publications.jsonl"]
    with pytest.raises(GateError, match="embargo until 2026-11-30T23:00:00Z"):
        run(samples.english(), at="2026-11-30T22:59:59Z")
    assert run(samples.english(), not_before="2026-12-01T06:00+07:00", at="2026-11-30T22:59:59Z").waiting
    assert run(samples.english(), at="2026-11-30T23:00:00Z").files
    assert _events(tmp_path) == ["embargoed", "published"]


def test_an_embargo_that_is_no_time_is_a_wrong_call(run: Run) -> None:
    with pytest.raises(UsageError, match="is no date"):
        run(samples.english(), not_before="soon")


def test_a_correction_is_shown_dated_and_kept(run: Run, tmp_path: Path) -> None:
    run(samples.english())
    done = run(samples.english(lead="It was 84."), correction="It was 84, not 48.", at="2026-12-05T00:00:00Z")
    assert "Correction, <time" in _read(done, ".html", tmp_path)
    assert "**Correction, December 5, 2026:** It was 84, not 48." in _read(done, ".md", tmp_path)
    again = run(samples.english(lead="It was 84. "), at="2027-01-01T00:00:00Z")
    assert [n.note for n in again.page.corrections] == ["It was 84, not 48."]
    assert _events(tmp_path) == ["published", "corrected"]


def test_nothing_is_corrected_that_was_never_published(run: Run) -> None:
    with pytest.raises(UsageError, match="no published page"):
        run(samples.english(), correction="Sorry")


def test_a_takedown_leaves_a_tombstone(run: Run, tmp_path: Path) -> None:
    formats = ("html", "markdown", "paste", "fields", "docx", "bilingual")
    site = site_of(samples.SETTINGS, formats=formats)
    page = run(samples.draft("Title", "One secret."), site=site).page
    with fixed("2026-12-24T00:00:00Z"):
        take_down(f"out/{page.slug}.html", "At the source's wish", site, tmp_path / "out")
    left = {p.name for p in (tmp_path / "out").iterdir()}
    assert left == {f"{page.slug}.html", f"{page.slug}.json", "publications.jsonl"}
    stone = _read(Published(page), ".html", tmp_path)
    assert "withdrawn on <time" in stone
    assert "At the source&#39;s wish" in stone or "At the source's wish" in stone
    assert "secret" not in "".join(p.read_text() for p in (tmp_path / "out").iterdir())
    with pytest.raises(GateError, match="withdrawn on 2026-12-24"):
        run(tmp_path / "draft.xlf", site=site)
    back = run(tmp_path / "draft.xlf", site=site, restore=True)
    assert "One secret." in _read(back, ".html", tmp_path)
    assert _events(tmp_path) == ["published", "withdrawn", "restored"]


def test_only_what_was_published_can_be_taken_down(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no page x"):
        take_down("x", "", SITE, tmp_path)


def test_an_interrupted_ledger_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    Ledger(tmp_path).add("published", "a1", slug="one")
    with (tmp_path / "publications.jsonl").open("a") as file:
        file.write('{"event": "publ')
    Ledger(tmp_path).add("published", "a2", slug="two")
    ledger = Ledger(tmp_path)
    assert (ledger.owner("one"), ledger.owner("two")) == ("a1", "a2")


PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def _fetched(folder: Path, identity: str = "0123456789ab", name: str = "ab" * 16 + ".png") -> None:
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images" / ("ab" * 16 + ".png")).write_bytes(PNG)
    listing = [{"url": "https://images.example/a b.jpg", "file": name}]
    (folder / "images" / f"{identity}.json").write_text(json.dumps(listing))


def test_fetched_pictures_are_the_page_s_own(run: Run, tmp_path: Path) -> None:
    _fetched(tmp_path)
    done = run(samples.english())
    copy = Path("images") / ("ab" * 16 + ".png")
    assert (tmp_path / "out" / copy).read_bytes() == PNG
    assert f'<img src="{copy.as_posix()}"' in _read(done, ".html", tmp_path)
    assert f'content="https://news.example.vn/en/{copy.as_posix()}"' in _read(done, ".html", tmp_path)
    assert f"({copy.as_posix()})" in _read(done, ".md", tmp_path)
    assert run(samples.english()).files == ()


@pytest.mark.parametrize(("data", "embedded"), [(PNG, 1), (b"no picture", 0)])
def test_word_embeds_the_pictures_it_can_show(run: Run, tmp_path: Path, data: bytes, embedded: int) -> None:
    _fetched(tmp_path)
    (tmp_path / "images" / ("ab" * 16 + ".png")).write_bytes(data)
    done = run(samples.english(), site=site_of(samples.SETTINGS, formats=("docx",)))
    document = docx.Document(str(tmp_path / "out" / f"{done.page.slug}.docx"))
    assert len(document.inline_shapes) == embedded
    assert ("Picture" in "".join(p.text for p in document.paragraphs)) is not bool(embedded)


def test_a_takedown_takes_the_pictures_that_no_other_page_shows(run: Run, tmp_path: Path) -> None:
    _fetched(tmp_path)
    _fetched(tmp_path, "fedcba987654")
    picture = tmp_path / "out" / "images" / ("ab" * 16 + ".png")
    first, second = run(samples.english()).page, run(samples.english(id="fedcba987654")).page
    take_down(first.id, "", SITE, tmp_path / "out")
    assert picture.exists()
    take_down(second.id, "", SITE, tmp_path / "out")
    assert not picture.exists()


@pytest.mark.parametrize("name", ["../secret.png", "/etc/passwd", "x.png", "ab" * 16 + ".svg"])
def test_nothing_but_fetched_pictures_is_ever_copied(run: Run, tmp_path: Path, name: str) -> None:
    _fetched(tmp_path, name=name)
    assert run(samples.english()).page.pictures == {}


# --- text ---------------------------------------------------------------------------------------------------------


def test_merged_and_omitted_sentences_leave_no_trace_but_stand_beside_their_vietnamese() -> None:
    made = samples.draft("Title", "One and two.", "Two.", "Three.", "Four.")
    s = list(made.segments)
    s[2], s[3] = replace(s[2], fate="merged", into="s2"), replace(s[3], fate="omitted")
    page = samples.page(replace(made, segments=tuple(s)))
    assert page.blocks[0].text == "One and two. Four."
    assert [(p.vi, p.en) for p in page.pairs[1:]] == [
        ("Câu số 1 của bài. Câu số 2 của bài.", "One and two."),
        ("Câu số 3 của bài.", ""),
        ("Câu số 4 của bài.", "Four."),
    ]


def test_headings_have_no_holes() -> None:
    levels = [4, 6, 2, 5]
    blocks = [block("heading", f"H{n}", level=level) for n, level in enumerate(levels)]
    page = samples.page(samples.english(blocks=number_repeats(blocks)))
    assert [b.level for b in page.blocks] == [2, 3, 2, 3]


def test_a_picture_without_caption_stays() -> None:
    page = samples.page(samples.english(blocks=(block("figure", "", image=Image("https://images.example/a.jpg")),)))
    assert len(page.blocks) == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Hanoi (VNA) – The team came.", "Hanoi"),
        ("Ho Chi Minh City (VNA) - The team came.", "Ho Chi Minh City"),
        ("LONG AN — The team came.", "LONG AN"),
        ("The team (VNA) came.", None),
        ("IT is used.", None),
        ("Yesterday – at last – it came.", None),
    ],
)
def test_datelines(text: str, place: str | None) -> None:
    page = samples.page(samples.english(lead=None, blocks=(block("paragraph", text),)))
    assert page.dateline == place


# --- settings ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"colour": "red"}, "colour is not a setting"),
        ({"base_url": "news.example.vn"}, "base_url"),
        ({"base_url": "https://a.example/?x"}, "base_url"),
        ({"flavor": "ghost"}, "no Markdown flavor"),
        ({"formats": ["pdf"]}, "no format is called 'pdf'"),
        ({"topics": {"A": "b"}}, "topics.A"),
        ({"topics": []}, "topics"),
        ({"credits": {"author": "By nobody"}}, "put {name}|credits.author"),
        ({"credits": {"editor": "By {name}"}}, "credits.editor"),
        ({"templates": "nowhere"}, "templates"),
        ({"feed_length": "many"}, "feed_length"),
    ],
)
def test_settings_that_make_no_sense_are_told(table: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        site_of(Settings(site=table))


def test_a_newsroom_s_own_template_stands_in_for_ours(tmp_path: Path) -> None:
    (tmp_path / "credits.html").write_text("<footer>{{ page.title }} & house</footer>")
    (tmp_path / "article.html").write_text(
        "{% extends 'vnnews/article.html' %}{% block foot %}<!-- end -->{% endblock %}"
    )
    from vnnews.publish.formats import open_writer

    site = site_of(Settings(root=tmp_path.parent, site={"templates": tmp_path.name}))
    text = open_writer("html", site).render(samples.page(samples.english(title="A <b> title")))
    assert "<footer>A &lt;b&gt; title & house</footer>" in str(text)
    assert "<!-- end -->" in str(text)


# --- the command -----------------------------------------------------------------------------------------------------


def _vnnews(*arguments: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("vnnews")), "publish", *map(str, arguments)]
    environ = {**os.environ, "NO_COLOR": "1", **environment}
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=environ, check=False)


def test_the_command_needs_something_to_do(tmp_path: Path) -> None:
    done = _vnnews(cwd=tmp_path)
    assert done.returncode == 2
    assert "nothing to publish" in done.stderr


def _article(folder: Path, name: str = "an.article.json", **changes: object) -> Path:
    path = folder / name
    text = "The district received 1,846 files in 2019. It settled 1,787 of them."
    plain = {"blocks": number_repeats([block("paragraph", text)])} | changes
    path.write_text(samples.english(**plain).dumps(), encoding="utf-8")
    return path


def test_an_english_article_is_published_from_its_file(tmp_path: Path) -> None:
    _article(tmp_path)
    done = _vnnews("an.article.json", "--out", "public", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    stem = "2018-08-10-one-stop-shop-opens-in-my-xuan"
    assert done.stdout.splitlines() == [
        f"written    {Path('public') / (stem + suffix)}" for suffix in (".html", ".md", ".json")
    ]
    assert "By Hong Thai – Translated by Duc Tam" in (tmp_path / "public" / f"{stem}.html").read_text(encoding="utf-8")
    assert _vnnews("an.article.json", "--out", "public", cwd=tmp_path).stdout == f"unchanged  {stem}\n"


def test_json_is_one_object_a_line(tmp_path: Path) -> None:
    _article(tmp_path)
    done = _vnnews("an.article.json", "--json", "--translator", "Flag", cwd=tmp_path)
    told = json.loads(done.stdout)
    assert told["page"] == "2018-08-10-one-stop-shop-opens-in-my-xuan"
    assert len(told["files"]) == 3
    assert told["record"]["checks"]["run"]


def test_an_error_refuses_with_exit_1_and_the_command_that_mends_it(tmp_path: Path) -> None:
    made = samples.draft("Reform inspected", "In 2019, 84 files came.", None, origin=samples.HUMAN)
    samples.saved(made, tmp_path)
    done = _vnnews("draft.xlf", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Mend: vnnews review draft.xlf" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("vnnews: draft.xlf: not published: ")
    assert not list(tmp_path.glob("*.html"))
    told = json.loads(_vnnews("draft.xlf", "--json", cwd=tmp_path).stdout)
    assert {f["severity"] for f in told["refused"]} == {"error"}
    forced = _vnnews("draft.xlf", "--force", "--json", cwd=tmp_path)
    assert forced.returncode == 0
    assert json.loads(forced.stdout)["record"]["forced"]["errors"]


def test_one_failure_among_several_does_not_stop_the_rest(tmp_path: Path) -> None:
    _article(tmp_path)
    vietnamese = samples.vietnamese(number_repeats([block("paragraph", "Một câu tiếng Việt.")]))
    (tmp_path / "vi.article.json").write_text(vietnamese.dumps(), encoding="utf-8")
    done = _vnnews("vi.article.json", "an.article.json", cwd=tmp_path)
    assert done.returncode == 1
    assert "vi.article.json: the article is in Vietnamese" in done.stderr
    assert "vnnews translate" in done.stderr
    assert len(list(tmp_path.glob("*.html"))) == 1


def test_a_site_grows_with_each_page_and_shrinks_with_a_takedown(tmp_path: Path) -> None:
    (tmp_path / "vnnews.toml").write_text('[site]\nbase_url = "https://news.example.vn/"\n')
    _article(tmp_path)
    assert _vnnews("an.article.json", "--site", "--out", "public", cwd=tmp_path).returncode == 0
    _article(tmp_path, id="fedcba987654", title="A second page")
    done = _vnnews("an.article.json", "--out", "public", cwd=tmp_path)
    assert "2 pages, 1 rendered anew" in done.stdout
    assert "A second page" in (tmp_path / "public" / "index.html").read_text(encoding="utf-8")
    gone = _vnnews("--take-down", "fedcba987654", "--reason", "Asked", "--out", "public", cwd=tmp_path)
    assert gone.returncode == 0
    assert "A second page" not in (tmp_path / "public" / "index.html").read_text(encoding="utf-8")


SEEDS = ROOT.parent / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not here")
@pytest.mark.parametrize("seed", ["000", "001", "002"])
def test_real_english_pages_are_published_without_a_draft(seed: str, tmp_path: Path) -> None:
    path = next(SEEDS.glob(f"{seed}_*"))
    done = _vnnews(path, "--json", "--force", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    name = json.loads(done.stdout)["page"]
    page = json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8"))
    assert page["credits"]["byline"].startswith("By ")
    assert " – Translated by " in page["credits"]["byline"]
    assert page["credits"]["machine"] == ""
    assert page["published"] is None


@pytest.mark.parametrize("name", ["gone.xlf", "gone.article.json"])
def test_what_cannot_be_read_is_one_line_and_exit_3(name: str, tmp_path: Path) -> None:
    done = _vnnews(name, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert len(done.stderr.splitlines()) == 1
    assert name in done.stderr


def test_the_sidecar_is_as_its_schema_says(run: Run, findings: list[Finding], tmp_path: Path) -> None:
    schema = json.loads((ROOT / "docs" / "schemas" / "record.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(json.loads(_read(run(samples.english()), ".json", tmp_path)))
    findings += [ERROR, RULE.at(None, "x", severity="warning")]
    done = run(samples.draft("Title", "One.", None), force=True, topics=("T",))
    validator.validate(json.loads(_read(done, ".json", tmp_path)))
    take_down(done.page.id, "", SITE, tmp_path / "out")
    validator.validate(json.loads(_read(done, ".json", tmp_path)))
