"""The gate and what no check can find again: two people's edits of one sentence hold a page back until decided."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import samples

from vnnews.draft import log
from vnnews.draft.model import Draft
from vnnews.finding import Suppression
from vnnews.publish import gate
from vnnews.translate.update import CONFLICT, SOURCE_GONE


def _conflicting() -> Draft:
    draft = samples.draft("The office opened.", "It received files.")
    found = CONFLICT.at(draft.segments[0].id, "A and B changed this", suggestion="The office was opened.")
    return replace(draft, findings=(found, SOURCE_GONE.at(None, "removed: p9.1", side="source")))


def _lasting(outcome: gate.Outcome) -> list[str]:
    return [f.code for f in outcome.errors if f.code.startswith("U")]


def test_a_conflict_closes_the_gate_and_a_removed_sentence_does_not() -> None:
    outcome = gate.examine(_conflicting(), samples.SETTINGS)
    assert _lasting(outcome) == ["U004"]
    assert {"U003", "U004"} <= set(outcome.codes)
    with pytest.raises(gate.Refused, match="not published"):
        gate.demand(outcome)
    assert any(line.startswith("U004 conflicting-edits") for line in gate.reasons(outcome, Path("a.xlf")))


def test_a_conflict_put_aside_for_a_reason_holds_until_its_segment_changes() -> None:
    draft = _conflicting()
    first = draft.segments[0]
    kept = log.Log(suppressions={("U004", first.id, first.hash): Suppression("B agreed", "A", "")})
    assert _lasting(gate.examine(draft, samples.SETTINGS, kept)) == []
    changed = draft.with_segments([replace(first, target="The office opened today.")])
    assert _lasting(gate.examine(changed, samples.SETTINGS, kept)) == ["U004"]
