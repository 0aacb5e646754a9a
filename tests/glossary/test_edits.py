"""Repeated changes of people become proposals of house terms."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from vnnews.article import Article, Provenance
from vnnews.draft import store
from vnnews.draft.model import Draft, GlossaryRef, Origin, Segment, TermUse
from vnnews.glossary.edits import proposals

TERM = TermUse("Sở Nội vụ", (0, 9), "Department of Home Affairs", accepted=("DoHA",))
BASE = "On May 5, the Department of Home Affairs held a conference."


def draft(identity: str, target: str, term: TermUse = TERM) -> tuple[Draft, dict[str, str]]:
    article = Article(identity, None, (), "vi", Provenance("", "", "", "", "", ""), lead="Sở Nội vụ họp.")
    segment = Segment("lead.1", "lead", "Sở Nội vụ họp.", target=target, state="translated", terms=(term,),
                      origin=Origin("human", "A"))  # fmt: skip
    return Draft(article, (segment,), GlossaryRef("", "", "")), {"lead.1": BASE}


@pytest.mark.parametrize(
    ("target", "english"),
    [
        ("On May 5, the Department of Internal Affairs held a conference.", "Department of Internal Affairs"),
        ("On May 5, the Home Affairs Department held a big conference.", "Home Affairs Department"),
        ("Last week, the Interior Department held a meeting.", "Interior Department"),
        ("On May 5, the Department of Home Affairs met.", None),
        ("On May 5, DoHA held a conference.", None),
        ("Officials of the department met on Friday to talk about it.", None),
    ],
)
def test_the_words_in_the_terms_place(target: str, english: str | None) -> None:
    found = proposals([draft("a", target), draft("b", target)])
    assert [p.english for p in found] == ([english] if english else [])


def test_once_is_no_habit_and_what_is_no_term_is_left_alone() -> None:
    said = "On May 5, the Interior Department held a conference."
    assert proposals([draft("a", said), draft("a", said)]) == []
    (one,) = proposals([draft("a", said), draft("b", said), draft("c", BASE)])
    assert (one.vi, one.machine, one.english, one.count) == (
        "Sở Nội vụ", "Department of Home Affairs", "Interior Department", 2,
    )  # fmt: skip
    person = replace(TERM, kind="person")
    assert proposals([draft("a", said, person), draft("b", said, person)]) == []


def test_on_the_command_line(tmp_path: Path) -> None:
    for name in ("a", "b"):
        made, base = draft(name, BASE)
        machine = replace(made.segments[0], target=base["lead.1"], origin=Origin("engine", "x"))
        store.create(made.with_segments([machine]), tmp_path / f"{name}.xlf")
        store.save(draft(name, "On May 5, the Interior Department held a conference.")[0], tmp_path / f"{name}.xlf")
    command = [str(Path(sys.executable).with_name("vnnews")), "glossary", "mine", str(tmp_path), "--from-edits"]
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, encoding="utf-8", check=True)
    told = json.loads(done.stdout)
    assert (told["vi"], told["en"], told["articles"]) == ("Sở Nội vụ", "Interior Department", 2)
    done = subprocess.run([*command, "--least", "3"], capture_output=True, text=True, encoding="utf-8", check=True)
    assert "no term was changed alike in 3 articles" in done.stderr
