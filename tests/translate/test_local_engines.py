"""Engines that run on this machine: the model that comes with vnnews, and folders of other models."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from vnnews.errors import EngineUnavailable, UsageError
from vnnews.settings import Settings
from vnnews.translate.engines import open_bare
from vnnews.translate.engines.base import Engine, EngineContext, Request
from vnnews.translate.engines.threads import threads, with_jobs

needs_model = pytest.mark.skipif(
    any(importlib.util.find_spec(n) is None for n in ("ctranslate2", "tokenizers", "vnnews_model_vi_en")),
    reason="the embedded model is not installed",
)


@pytest.fixture(scope="module")
def embedded() -> Iterator[Engine]:
    engine = open_bare("embedded", Settings())
    yield engine
    engine.close()


@pytest.mark.parametrize("jobs", [0, "two", True, 1.5])
def test_jobs_must_be_a_count(jobs: object) -> None:
    with pytest.raises(UsageError, match="jobs"):
        threads(Settings(engines={"embedded": {"jobs": jobs}}), "embedded")


def test_jobs_of_the_command_go_before_those_of_the_settings() -> None:
    settings = Settings(engines={"embedded": {"jobs": 3, "path": "x"}, "google": {"delay": 1}})
    assert threads(with_jobs(settings, "embedded", None), "embedded") == 3
    changed = with_jobs(settings, "embedded", 1)
    assert threads(changed, "embedded") == 1
    assert changed.engines["embedded"]["path"] == "x" and changed.engines["google"] == {"delay": 1}
    assert threads(Settings(), "embedded") >= 1


@needs_model
class TestEmbedded:
    def test_every_item_stands_in_the_end_though_the_model_changes_some(self, embedded: Engine) -> None:
        from vnnews.newsroom import context_for, style_for
        from vnnews.translate.ask import Task, ask
        from vnnews.translate.plan import bind
        from vnnews.vietnamese import recognise

        source = "Ngày 9/8, UBND tỉnh Long An họp, xem xét 12 nội dung của Kế hoạch số 112/KH-UBND."
        context, style = context_for(Settings()), style_for(Settings())
        task = Task(source, tuple(bind(source, recognise(source, context), style)))
        (outcome,) = ask([task], embedded, EngineContext())
        for english in ("August 9", "Long An Provincial People's Committee", "12", "Plan No. 112/KH-UBND"):
            assert (outcome.text or "").count(english) >= 1, outcome.text
        assert outcome.verdict.good

    def test_answers_keep_the_order_whatever_the_length_and_attempt(self, embedded: Engine) -> None:
        texts = ["Hội nghị có {7,111} đại biểu tham dự và thảo luận nhiều nội dung.", "Có {22} xã.", "Có {3,333} hộ."]
        requests = [Request(t, "braces", attempt=n % 2) for n, t in enumerate(texts)]
        answers = [a.text or "" for a in embedded.translate(requests, EngineContext())]
        assert ["7,111" in answers[0], "22" in answers[1], "3,333" in answers[2]] == [True] * 3

    def test_cancelled(self, embedded: Engine) -> None:
        (answer,) = embedded.translate([Request("Một câu.")], EngineContext(cancelled=lambda: True))
        assert answer.error is not None

    def test_a_folder_that_holds_no_model(self, tmp_path: Path) -> None:
        with pytest.raises(EngineUnavailable, match="no model in"):
            open_bare("embedded", Settings(engines={"embedded": {"path": str(tmp_path)}}))


def test_firefox_reads_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("model.vien.bin", "vocab.vien.spm"):
        (tmp_path / name).write_bytes(name.encode())
    fake: Any = ModuleType("fxtranslate")
    fake.__spec__ = SimpleNamespace()
    fake.Translator = lambda model, src, trg, short: SimpleNamespace(translate_long=lambda t: f"{model.decode()} {t}")
    monkeypatch.setitem(sys.modules, "fxtranslate", fake)
    monkeypatch.setattr("importlib.metadata.version", lambda name: "1")
    engine = open_bare("firefox", Settings(engines={"firefox": {"path": str(tmp_path)}}))
    assert [a.text for a in engine.translate([Request("Một câu.")], EngineContext())] == ["model.vien.bin Một câu."]
    (tmp_path / "vocab.vien.spm").unlink()
    with pytest.raises(EngineUnavailable, match="no model"):
        open_bare("firefox", Settings(engines={"firefox": {"path": str(tmp_path)}}))


@pytest.mark.parametrize("nllb", [False, True])
def test_ctranslate2_speaks_to_both_layouts(nllb: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vocabulary = ["</s>", "vie_Latn", "eng_Latn"] if nllb else ["</s>"]
    (tmp_path / "shared_vocabulary.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    (tmp_path / ("sentencepiece.bpe.model" if nllb else "source.spm")).write_bytes(b"")
    asked: list[tuple[list[list[str]], dict[str, Any]]] = []

    def batch(inputs: list[list[str]], **options: Any) -> list[Any]:
        asked.append((inputs, options))
        prefix = ["eng_Latn"] if nllb else []
        return [SimpleNamespace(hypotheses=[[*prefix, "A", "sentence."]]) for _ in inputs]

    runtime: Any = ModuleType("ctranslate2")
    runtime.__spec__ = SimpleNamespace()
    runtime.Translator = lambda folder, **o: SimpleNamespace(translate_batch=batch, unload_model=lambda: None)
    pieces: Any = ModuleType("sentencepiece")
    pieces.__spec__ = SimpleNamespace()
    pieces.SentencePieceProcessor = lambda model_file: SimpleNamespace(
        encode=lambda t, out_type: t.split(), decode=" ".join
    )
    monkeypatch.setitem(sys.modules, "ctranslate2", runtime)
    monkeypatch.setitem(sys.modules, "sentencepiece", pieces)
    engine = open_bare("ctranslate2", Settings(engines={"ctranslate2": {"path": str(tmp_path)}}))
    (answer,) = engine.translate([Request("Một câu.")], EngineContext())
    engine.close()
    assert answer.text == "A sentence."
    inputs, options = asked[0]
    assert inputs == [[*(["vie_Latn"] if nllb else []), "Một", "câu.", "</s>"]]
    assert ("target_prefix" in options) == nllb
