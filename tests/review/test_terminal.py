"""The review in a real terminal of 80 columns and 24 lines, driven by keys through tmux, and its screen."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
import time
import unicodedata
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from rich.console import Console

from external import require
from vnnews.article import Article, Provenance
from vnnews.draft import log, store
from vnnews.draft.model import Candidate, Draft, GlossaryRef, Origin, Segment, TermUse
from vnnews.finding import Rule
from vnnews.review.screen import legend, screen
from vnnews.review.session import Stop

VNNEWS = Path(sys.executable).with_name("vnnews")
RULE = Rule("N001", "number-missing", "error", "A number is missing.")
ENGINE = Origin("engine", "x")


def draft(*pairs: tuple[str, str]) -> Draft:
    segments = tuple(
        Segment(f"lead.{n}", "lead", vi, " ", target=en, state="translated", origin=ENGINE)
        for n, (vi, en) in enumerate(pairs, 1)
    )
    article = Article("i", None, (), "vi", Provenance("-", "", "", "", "", ""), lead=" ".join(vi for vi, _ in pairs))
    return Draft(article, segments, GlossaryRef("", "", ""))


def drawn(made: Draft, stop: Stop, *, whole: bool = False, width: int = 80) -> list[str]:
    console = Console(file=io.StringIO(), width=width, height=24)
    return screen(console, made, stop, "1 of 9", "", whole=whole).plain.split("\n")


@pytest.mark.parametrize(("vi", "en"), [(3, 3), (30, 30), (60, 1), (1, 60), (90, 90)])
@pytest.mark.parametrize("width", [60, 80])
def test_every_stop_fits_the_screen_with_a_line_to_type_on(vi: int, en: int, width: int) -> None:
    made = draft(("Ủy ban nhân dân huyện Tân Trụ " * vi, "the District People's Committee of Tan Tru " * en))
    candidates = tuple(Candidate("x", "long " * 50, 0.8, "memory") for _ in range(4))
    made = made.with_segments([replace(made.segments[0], candidates=candidates)])
    finding = RULE.at(
        "lead.1", "2,45 is not there " * 4, span=(len(made.segments[0].target or "") - 4, 0), suggestion="x"
    )
    lines = drawn(made, Stop("lead.1", finding), width=width)
    assert len(lines) <= 23
    assert all(len(line.rstrip()) <= width for line in lines)


def test_a_long_text_is_cut_around_the_words_in_question() -> None:
    english = f"{'before ' * 200}HERE {'after ' * 200}"
    at = english.index("HERE")
    stop = Stop("lead.1", RULE.at("lead.1", "look", span=(at, at + 4)))
    made = draft(("Một câu. " * 100, english))
    lines = drawn(made, stop)
    assert any("HERE" in line for line in lines)
    assert sum("(l shows all)" in line for line in lines) == 3
    everything = drawn(made, stop, whole=True)
    assert "".join(everything).count("before") == 200
    assert not any("(l shows all)" in line for line in everything)


def test_terms_are_underlined_on_both_sides_and_what_is_pointed_at_is_reversed() -> None:
    made = draft(("UBND huyện có 12 xã", "The District People's Committee has communes"))
    term = TermUse("UBND huyện", (0, 10), "District People's Committee")
    made = made.with_segments([replace(made.segments[0], terms=(term,))])
    stop = Stop("lead.1", RULE.at("lead.1", "12 is missing", side="source", span=(14, 16)))
    shown = screen(Console(file=io.StringIO(), width=80, height=24), made, stop, "", "")
    marked = {(shown.plain[s.start : s.end], str(s.style)) for s in shown.spans}
    assert {
        ("UBND huyện", "underline green"), ("District People's Committee", "underline green"), ("12", "reverse"),
    } <= marked  # fmt: skip


def test_keys_that_would_do_nothing_are_not_offered() -> None:
    found = RULE.at("lead.1", "x", suggestion="12")
    assert "a accept" in " · ".join(legend(Stop("lead.1", found), 80))
    assert "a accept" not in " · ".join(legend(Stop("lead.1", replace(found, side="source")), 80))
    assert "x suppress" not in " · ".join(legend(Stop("lead.1"), 80))
    assert all(len(line) <= 80 for line in legend(Stop("lead.1", found), 80))


@dataclass
class Terminal:
    """A review running in tmux. Every wait is for a text on the screen, and fails with the screen."""

    socket: str
    start: str

    def tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-L", self.socket, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
        )
        return done.stdout

    def open(self) -> None:
        self.tmux("-f", os.devnull, "new-session", "-d", "-x", "80", "-y", "24", "-s", "a", self.start)

    def keys(self, *keys: str) -> None:
        self.tmux("send-keys", "-t", "a", *keys)

    def type(self, text: str) -> None:
        self.tmux("send-keys", "-t", "a", "-l", text)

    def see(self, wanted: str, gone: str | None = None) -> str:
        """Wait until a text is on the screen, and another one no longer is."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            shown = self.tmux("capture-pane", "-p", "-t", "a")
            said = " ".join(shown.split())
            if wanted in said and (gone is None or gone not in said):
                return shown
            time.sleep(0.1)
        pytest.fail(f"{wanted!r} never came; the screen is:\n{shown}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = draft(
        ("Huyện có 12 xã.", "The district has 13 communes."),
        ("Ông Toản dự.", "Mr. Toan attended."),
        ("Xong.", "It is done."),
        ("Hết.", "The end."),
    )
    file = tmp_path / "bài.xlf"
    store.create(made, file)
    return file


@pytest.fixture
def terminal(path: Path) -> Iterator[Callable[[], Terminal]]:
    require("tmux")
    command = [str(VNNEWS), "review", path.name, "--by", "Trần Thị B"]
    environment = f"LC_ALL=C.UTF-8 EDITOR={shlex.quote('sed -i s/It/All/')}"
    folder = shlex.quote(str(path.parent))
    start = f"cd {folder}; env {environment} {shlex.join(command)}; echo CODE $?; sleep 300"
    opened: list[Terminal] = []

    def begin() -> Terminal:
        """A terminal on a server of its own: one that is being killed still answers on its socket for a while."""
        opened.append(Terminal(f"vnnews-{uuid.uuid4().hex[:8]}", start))
        opened[-1].open()
        return opened[-1]

    yield begin
    for made in opened:
        made.tmux("kill-server")


@pytest.mark.external
def test_every_key_does_its_work_in_a_terminal(path: Path, terminal: Callable[[], Terminal]) -> None:
    at = terminal()
    at.see("12 is said as 13")
    at.keys("z")  # no key of the review: nothing may happen
    at.keys("a")
    at.see("The district has 12 communes.")
    at.keys("u")
    at.see("taken back: lead.1")
    at.keys("e")
    at.see("English: The district has 13 communes.")
    at.keys("C-u")
    at.type(unicodedata.normalize("NFD", "Huyện Tân Trụ has 12 communes."))
    at.keys("Enter")
    at.see("lead.1 translated · Trần Thị B")
    at.keys("y")
    at.see("1 of 4 approved · lead.2")
    at.keys("s")
    at.see("lead.3 translated")
    at.keys("E")
    at.see("All is done.")
    at.keys("b")
    at.see("lead.2")
    at.keys("m")
    at.see("Merged into segment: lead.1")
    at.keys("Enter")
    at.see("P001 person-missing")  # lead.1 does not say what lead.2 says
    at.keys("u")
    at.see("taken back: lead.2")
    at.keys("v", "Right", "Right")
    at.see("lead.4")
    at.keys("o")
    at.see("2 left for another time")
    at.see("CODE 0")
    segments = store.load(path).segments
    assert [(s.target, s.state, s.fate) for s in segments] == [
        ("Huyện Tân Trụ has 12 communes.", "reviewed", "kept"),
        ("Mr. Toan attended.", "translated", "moved"),
        ("All is done.", "translated", "kept"),
        ("The end.", "translated", "omitted"),
    ]
    assert unicodedata.is_normalized("NFC", segments[0].target or "")


@pytest.mark.external
def test_control_c_loses_nothing_and_the_next_run_goes_on_there(path: Path, terminal: Callable[[], Terminal]) -> None:
    at = terminal()
    at.see("12 is said as 13")
    at.keys("x")
    at.see("Why does it not count?")
    at.type("đã hỏi lại tòa soạn")
    at.keys("Enter")
    at.see("1 of ", gone="Why does it not count?")
    at.keys("s")
    at.see("lead.2")
    at.keys("e")
    at.see("English: Mr. Toan attended.")
    at.type(" Twice.")
    at.see("attended. Twice.")
    at.keys("C-c")
    at.see("what you typed is kept")
    at.keys("C-c")
    at.see("unfinished edit of lead.2")
    at.keys("e")
    at.see("English: Mr. Toan attended. Twice.")
    at.keys("Enter")
    at.see("lead.2 translated · Trần Thị B")
    at.keys("C-c")
    at.see("CODE 0")
    assert store.load(path).segment("lead.2").target == "Mr. Toan attended. Twice."
    assert [s.reason for s in log.read(path).suppressions.values()] == ["đã hỏi lại tòa soạn"]
    again = terminal()
    assert "lead.2" in again.see("Mr. Toan attended. Twice.")
    again.keys("q")
    again.see("CODE 0")
