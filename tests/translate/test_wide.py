"""The model laid out with wide hidden states says what it said before; prompts are put together within limits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews.translate.engines.batches import batches

if TYPE_CHECKING:
    from ctranslate2 import Generator


class TestBatches:
    @given(st.lists(st.integers(1, 200), max_size=40), st.integers(1, 1000))
    def test_each_prompt_is_in_one_batch_and_none_is_too_large(self, lengths: list[int], most: int) -> None:
        found = batches(lengths, most)
        assert sorted(n for batch in found for n in batch) == list(range(len(lengths)))
        assert all(len(b) == 1 or max(lengths[n] for n in b) * len(b) <= most for b in found)

    @pytest.mark.parametrize(
        ("lengths", "most", "wanted"),
        [
            ([], 100, []),
            ([500], 100, [[0]]),
            ([20, 20, 20], 1000, [[0, 1, 2]]),
            ([30, 20, 20], 40, [[0], [1, 2]]),
            ([100, 10, 100, 10], 1000, [[0, 2], [1, 3]]),
            ([30, 29, 28, 27], 1000, [[0, 1, 2, 3]]),
        ],
        ids=["nothing", "one too long", "equal", "limit", "far apart", "near each other"],
    )
    def test_like_lengths_go_together(self, lengths: list[int], most: int, wanted: list[list[int]]) -> None:
        assert [sorted(b) for b in batches(lengths, most)] == wanted


class TestWide:
    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        pytest.importorskip("ctranslate2")
        pytest.importorskip("tokenizers")
        from tests.training import tiny

        monkeypatch.setattr(tiny, "HEADS", 4)
        tiny.write_tiny(tmp_path, ["a b c d e f g h"])
        return tmp_path

    def test_every_token_is_as_likely_as_before(self, folder: Path) -> None:
        from vnnews.translate.engines.wide import widened

        data = (folder / "model.bin").read_bytes()
        wide = widened(data)
        assert wide != data
        tokens = ["<bos>", "a", "b", "▁", "c", "d"]
        before, after = (_generator(folder, d).score_batch([tokens])[0].log_probs for d in (data, wide))
        assert after == pytest.approx(before, abs=0.02)
        assert len(set(before)) > 1

    def test_answers_are_the_same_from_prompts_of_several_lengths(self, folder: Path) -> None:
        from vnnews.translate.engines.wide import widened

        data = (folder / "model.bin").read_bytes()
        prompts = [["<bos>", "a", "b"], ["<bos>", "c"], ["<bos>", "d", "▁", "a", "c"]]
        said = [
            [r.sequences[0] for r in _generator(folder, d).generate_batch(prompts, max_length=8, beam_size=2)]
            for d in (data, widened(data))
        ]
        assert said[0] == said[1]

    def test_a_model_that_is_wide_enough_stays(self, folder: Path) -> None:
        from vnnews.translate.engines.wide import widened

        once = widened((folder / "model.bin").read_bytes())
        assert widened(once) is once


def _generator(folder: Path, data: bytes) -> Generator:
    import ctranslate2

    files = {name: (folder / name).read_bytes() for name in ("config.json", "vocabulary.json")}
    return ctranslate2.Generator("tiny", compute_type="int8", files={"model.bin": data, **files})
