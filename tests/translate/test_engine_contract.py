"""What every engine promises, against servers that behave well and badly."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from engine_servers import Behaviour, Server, serve

from vnnews.errors import (
    EngineError,
    EngineNonsense,
    EngineRateLimited,
    EngineRefused,
    EngineUnavailable,
    EngineUnreachable,
    UsageError,
)
from vnnews.settings import Settings
from vnnews.translate.engines import NAMES, choose, describe, info, module, open_bare, open_engine
from vnnews.translate.engines.base import Answer, Engine, EngineContext, Request

SERVICES = ("google", "mymemory", "libretranslate", "deepl", "microsoft", "openai")
PATHS = {"google": "/m", "mymemory": "/get", "openai": "/v1"}
SECRET = "key-that-must-not-be-seen"


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    for name in SERVICES:
        key = info(name).key
        if key:
            monkeypatch.setenv(key, SECRET)


def settings_for(service: str, server: Server | str, folder: Path, **table: Any) -> Settings:
    url = server if isinstance(server, str) else server.url + PATHS.get(service, "")
    values = {"url": url, "delay": 0.0, "tries": 1, "timeout": 0.4, "connect": 0.4, "model": "m", **table}
    return Settings(cache=folder, engine=service, engines={service: values})


@pytest.fixture(params=SERVICES)
def service(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def server(service: str) -> Iterator[Server]:
    with serve(service) as running:
        yield running


@pytest.fixture
def engine(service: str, server: Server, tmp_path: Path) -> Iterator[Engine]:
    opened = open_bare(service, settings_for(service, server, tmp_path))
    yield opened
    opened.close()


def ask(engine: Engine, *texts: str, **values: Any) -> list[Answer]:
    return list(engine.translate([Request(t) for t in texts], EngineContext(**values)))


class TestGoodServer:
    def test_answers_come_in_order(self, engine: Engine) -> None:
        texts = [f"Câu thứ {n}." for n in range(7)]
        assert [a.text for a in ask(engine, *texts)] == [f"EN {t}" for t in texts]

    def test_no_requests_no_answers(self, engine: Engine) -> None:
        assert ask(engine) == []

    def test_text_without_letters_is_not_sent(self, engine: Engine, server: Server) -> None:
        assert [a.text for a in ask(engine, "1.234", "***", "Một câu.")] == ["1.234", "***", "EN Một câu."]
        assert server.texts == ["Một câu."]

    def test_unicode_survives(self, engine: Engine) -> None:
        text = "Ủy ban nhân dân huyện Cư M’gar – “Đắk Lắk” 😀 & <b> 100%"
        assert ask(engine, text)[0].text == f"EN {text}"

    def test_a_huge_text_is_answered_whole_or_cut(self, engine: Engine, server: Server) -> None:
        text = " ".join(["Ủy ban nhân dân tỉnh họp phiên thường kỳ tháng tám."] * 60)
        answer = ask(engine, text)[0]
        assert answer.error is None
        assert (answer.text or "").count("tháng tám") == 60
        assert all(len(t) <= engine.info.max_chars for t in server.texts)

    def test_cancelling_stops_asking(self, engine: Engine, server: Server) -> None:
        answers = ask(engine, "Một.", "Hai.", cancelled=lambda: bool(server.texts) or engine.info.batch > 1)
        assert isinstance(answers[-1].error, EngineError)
        assert "Hai." not in server.texts

    def test_each_thread_has_its_own(self, service: str, server: Server, tmp_path: Path) -> None:
        wrong: list[str] = []

        def work(number: int) -> None:
            mine = open_bare(service, settings_for(service, server, tmp_path))
            texts = [f"Câu {number} {n} nhé" for n in range(8)]
            got = [a.text for a in mine.translate([Request(t) for t in texts], EngineContext())]
            wrong.extend(t for t, g in zip(texts, got, strict=True) if g != f"EN {t}")
            mine.close()

        threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        assert wrong == []

    def test_key_goes_only_where_it_belongs(self, service: str, engine: Engine, server: Server) -> None:
        ask(engine, "Một câu.")
        _, path, headers, body = server.requests[-1]
        assert SECRET not in path
        if info(service).key:
            assert SECRET in json.dumps(headers) + json.dumps(body)


BAD = {
    "429": (Behaviour(status=429, headers={"Retry-After": "99"}), EngineRateLimited),
    "500": (Behaviour(status=500), EngineUnreachable),
    "503": (Behaviour(status=503), EngineUnreachable),
    "400": (Behaviour(status=400), EngineRefused),
    "403": (Behaviour(status=403), EngineRefused),
    "413": (Behaviour(status=413), EngineRefused),
    "456": (Behaviour(status=456), EngineRefused),
    "hang": (Behaviour(hang=1.5), EngineUnreachable),
    "garbage": (Behaviour(raw="<p>Are you a robot?</p>"), EngineNonsense),
    "empty": (Behaviour(say=lambda t: ""), EngineNonsense),
    "error sentence": (Behaviour(say=lambda t: "Error 500 (Server Error)!!1"), EngineNonsense),
    "quota sentence": (Behaviour(say=lambda t: "MYMEMORY WARNING: YOU USED ALL"), EngineNonsense),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_server_is_a_named_error_without_key_or_text(case: str, service: str, tmp_path: Path) -> None:
    behaviour, expected = BAD[case]
    with serve(service, behaviour) as server:
        engine = open_bare(service, settings_for(service, server, tmp_path))
        answer = ask(engine, "Một câu bí mật.")[0]
        engine.close()
    assert isinstance(answer.error, expected), answer
    told = f"{answer.error.message} {answer.error.cure}"
    assert SECRET not in told
    assert "bí mật" not in told
    if isinstance(answer.error, EngineRateLimited):
        assert answer.error.retry_after == 99


def test_nobody_listens(service: str, tmp_path: Path) -> None:
    engine = open_bare(service, settings_for(service, "http://127.0.0.1:1/", tmp_path))
    assert isinstance(ask(engine, "Một câu.")[0].error, EngineUnreachable)
    engine.close()


def test_a_rate_limit_ends_the_run(service: str, tmp_path: Path) -> None:
    with serve(service, Behaviour(status=429, headers={"Retry-After": "99"})) as server:
        engine = open_bare(service, settings_for(service, server, tmp_path))
        answers = ask(engine, *(f"Câu {n} dài." for n in range(60)))
        engine.close()
    assert all(isinstance(a.error, EngineRateLimited) for a in answers)
    assert len(server.requests) == 1


def test_what_can_pass_is_tried_again(service: str, tmp_path: Path) -> None:
    with serve(service, Behaviour(status=503, failures=2, headers={"Retry-After": "0"})) as server:
        engine = open_bare(service, settings_for(service, server, tmp_path, tries=3))
        answer = ask(engine, "Một câu.")[0]
        engine.close()
    assert answer.text == "EN Một câu."
    assert len(server.requests) == 3


@pytest.mark.parametrize("name", ["libretranslate", "deepl", "microsoft"])
def test_a_list_that_comes_back_short_is_asked_one_by_one(name: str, tmp_path: Path) -> None:
    with serve(name, Behaviour(lose_one=True)) as server:
        engine = open_bare(name, settings_for(name, server, tmp_path))
        answers = ask(engine, "Một câu.", "Hai câu.")
        engine.close()
    assert all(isinstance(a.error, EngineNonsense) for a in answers)


def test_breaker_rests_says_so_and_is_lifted(service: str, tmp_path: Path) -> None:
    from vnnews.translate.engines.net import breaker

    with serve(service, Behaviour(status=500)) as server:
        settings = settings_for(service, server, tmp_path, failures=2, rest=60)
        for _ in range(2):
            engine = open_bare(service, settings)
            ask(engine, "Một câu.")
            engine.close()
        asked = len(server.requests)
        engine = open_bare(service, settings)
        answer = ask(engine, "Một câu.")[0]
        assert isinstance(answer.error, EngineRateLimited)
        assert "left alone" in answer.error.message
        assert len(server.requests) == asked
        server.behaviour = Behaviour()
        breaker(settings).lift(describe(service, settings).host)
        assert ask(engine, "Một câu.")[0].text == "EN Một câu."
        engine.close()


class TestCache:
    def test_known_answers_are_not_asked_again(self, service: str, server: Server, tmp_path: Path) -> None:
        for _ in range(2):
            engine = open_engine(service, settings_for(service, server, tmp_path))
            assert [a.text for a in ask(engine, "Một.", "Hai.", "Một.")] == ["EN Một.", "EN Hai.", "EN Một."]
            engine.close()
        assert sorted(server.texts) == ["Hai.", "Một."]

    def test_another_glossary_is_another_question(self, service: str, server: Server, tmp_path: Path) -> None:
        engine = open_engine(service, settings_for(service, server, tmp_path))
        ask(engine, "Một.", glossary_hash="a")
        ask(engine, "Một.", glossary_hash="b")
        engine.close()
        assert server.texts == ["Một.", "Một."]

    def test_each_answer_is_stored_as_it_arrives(self, tmp_path: Path) -> None:
        with serve("google") as server:
            settings = settings_for("google", server, tmp_path)
            engine = open_engine("google", settings)
            first = next(engine.translate([Request("Một."), Request("Hai.")], EngineContext()))
            assert first.text == "EN Một."
            again = open_engine("google", settings)
            assert ask(again, "Một.")[0].text == "EN Một."
            assert server.texts == ["Một."]
            again.close()
            engine.close()

    def test_errors_are_not_kept(self, service: str, tmp_path: Path) -> None:
        with serve(service, Behaviour(status=500)) as server:
            engine = open_engine(service, settings_for(service, server, tmp_path))
            assert ask(engine, "Một.")[0].error is not None
            server.behaviour = Behaviour()
            assert ask(engine, "Một.")[0].text == "EN Một."
            engine.close()


def test_deepl_makes_one_glossary_for_the_terms(tmp_path: Path) -> None:
    with serve("deepl") as server:
        engine = open_bare("deepl", settings_for("deepl", server, tmp_path))
        request = Request("UBND tỉnh họp.", "glossary", (("UBND tỉnh", "Provincial People's Committee"),))
        assert next(engine.translate([request], EngineContext())).text == "EN UBND tỉnh họp."
        engine.close()
    made = next(body for method, path, _, body in server.requests if path.endswith("glossaries") and method == "POST")
    assert made["entries"] == "UBND tỉnh\tProvincial People's Committee"
    assert server.requests[-1][3]["glossary_id"] == "g1"


def test_chat_is_told_terms_and_neighbours(tmp_path: Path) -> None:
    with serve("openai") as server:
        engine = open_bare("openai", settings_for("openai", server, tmp_path))
        request = Request(
            "UBND tỉnh họp.", "prompt", (("UBND tỉnh", "Provincial People's Committee"),), "Trước.", "Sau."
        )
        assert next(engine.translate([request], EngineContext())).text == "EN UBND tỉnh họp."
        engine.close()
    asked = json.loads(server.requests[-1][3]["messages"][1]["content"])
    assert asked["terms"] == {"UBND tỉnh": "Provincial People's Committee"}
    assert (asked["before"], asked["after"]) == ("Trước.", "Sau.")


@pytest.mark.parametrize("content", ["not json", '{"translation": 3}', '{"translation": "x", "note": "y"}', "[]", "{}"])
def test_chat_that_does_not_keep_the_form_is_nonsense(content: str, tmp_path: Path) -> None:
    raw = json.dumps({"choices": [{"message": {"content": content}}]})
    with serve("openai", Behaviour(raw=raw)) as server:
        engine = open_bare("openai", settings_for("openai", server, tmp_path))
        assert isinstance(ask(engine, "Một câu.")[0].error, EngineNonsense)
        engine.close()


def test_microsoft_items_travel_in_elements(tmp_path: Path) -> None:
    with serve("microsoft") as server:
        engine = open_bare("microsoft", settings_for("microsoft", server, tmp_path))
        request = Request('<x id="0">A &amp; B</x> họp', "markup")
        assert next(engine.translate([request], EngineContext())).text == 'EN <x id="0">A &amp; B</x> họp'
        engine.close()
    assert server.texts == ['<span class="notranslate" id="x0">A &amp; B</span> họp']


@pytest.mark.parametrize("name", NAMES)
def test_every_engine_says_what_it_is(name: str) -> None:
    found = info(name)
    assert found.name == name
    assert found.summary
    assert found.manners
    assert bool(found.host) == found.leaves_machine
    missing = module(name).ready(Settings())
    assert missing is None or missing


@pytest.mark.parametrize("name", [n for n in NAMES if info(n).key and n != "openai" and n != "libretranslate"])
def test_without_its_key_an_engine_is_not_ready(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(info(name).key or "")
    monkeypatch.setattr("vnnews.translate.engines.keys._from_keyring", lambda engine: None)
    with pytest.raises(EngineUnavailable, match="not ready"):
        open_engine(name, Settings())


class TestConsent:
    def test_default_keeps_the_text_here(self) -> None:
        assert not info(choose(Settings())).leaves_machine

    @pytest.mark.parametrize("name", [n for n in NAMES if info(n).leaves_machine])
    def test_offline_refuses_the_network(self, name: str) -> None:
        with pytest.raises(EngineUnavailable, match="offline"):
            choose(Settings(engine=name, offline=True))

    def test_a_server_on_this_machine_is_not_the_network(self) -> None:
        settings = Settings(
            engine="openai", offline=True, engines={"openai": {"url": "http://localhost:8080/v1", "model": "m"}}
        )
        assert choose(settings) == "openai"

    def test_unknown_name(self) -> None:
        with pytest.raises(UsageError, match="no engine is called") as caught:
            open_engine("babelfish", Settings())
        assert "embedded" in caught.value.cure
