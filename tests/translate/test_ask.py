"""Engines that break what they are given are made to obey, or it is said that they did not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import pytest

from vnnews.draft.model import Segment
from vnnews.errors import EngineError, EngineRateLimited
from vnnews.item import Item, Person, Phrase, Place
from vnnews.translate.ask import Task, ask
from vnnews.translate.clauses import clauses_of
from vnnews.translate.engines.base import Answer, EngineContext, EngineInfo, Manner, Request
from vnnews.translate.findings import findings_of
from vnnews.translate.protect import Bound, Restored, restore
from vnnews.translate.verify import verify

SOURCE = "Ông Lê Văn A họp với Sở Tư pháp tại An Giang."


def bound_of(source: str) -> tuple[Bound, ...]:
    said = (
        ("Ông Lê Văn A", "person", Person("Lê Văn A"), "Mr. Le Van A"),
        ("Sở Tư pháp", "institution", Phrase("x", "Department of Justice", article="the"), "Department of Justice"),
        ("An Giang", "place", Place("An Giang"), "An Giang"),
    )
    out = []
    for words, kind, value, english in said:
        start = source.index(words)
        item = Item((start, start + len(words)), kind, value)  # type: ignore[arg-type]  # the literals are kinds
        out.append(Bound(item, english, (english,)))
    return tuple(out)


class Simulator:
    """An engine that translates the test's words and does `harm` to what it answers in some manners."""

    version = "1"

    def __init__(self, harm: Callable[[Request, str], str], manners: tuple[Manner, ...], attempts: int = 1) -> None:
        self.info = EngineInfo("simulator", "", manners, False, attempts=attempts)
        self.harm = harm
        self.asked: list[Request] = []

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        for r in requests:
            self.asked.append(r)
            text = r.text.replace("họp với", "met the").replace("tại", "in")
            for vi, en in (
                ("Ông Lê Văn A", "Mr Le Van"),
                ("Sở Tư pháp", "Justice Department"),
                ("An Giang", "An Giang"),
            ):
                text = text.replace(vi, en)
            yield Answer(self.harm(r, text))

    def close(self) -> None:
        """Nothing."""


def run(engine: Simulator, source: str = SOURCE) -> tuple[str, tuple[str, ...]]:
    outcome = ask([Task(source, bound_of(source))], engine, EngineContext())[0]
    return outcome.text or "", outcome.verdict.faults


HARMS: dict[str, Callable[[Request, str], str]] = {
    "honest": lambda r, t: t,
    "drops the last token": lambda r, t: re.sub(r"\[X2X\]", "", t),
    "drops all tokens": lambda r, t: re.sub(r"\[X\dX\]", "", t),
    "doubles a token": lambda r, t: t.replace("[X1X]", "[X1X] [X1X]"),
    "splits tokens": lambda r, t: re.sub(r"\[X(\d)X\]", r"[ X \1 X ]", t),
    "reorders": lambda r, t: re.sub(r"\[X0X\](.*)\[X2X\]", r"[X2X]\1[X0X]", t),
    "translates the letters": lambda r, t: re.sub(r"\[X(\d)X\]", r"[Ex \1]", t),
    "small letters": lambda r, t: t.replace("X", "x"),
}


@pytest.mark.parametrize("harm", HARMS)
def test_every_item_ends_in_the_text_once(harm: str) -> None:
    text, faults = run(Simulator(HARMS[harm], ("placeholder", "inline", "plain")))
    assert faults == (), text
    for english in ("Mr. Le Van A", "Department of Justice", "An Giang"):
        assert text.count(english) == 1


def test_only_what_failed_is_asked_again() -> None:
    other = SOURCE.replace("họp với", "họp với")
    engine = Simulator(lambda r, t: t.replace("[X0X]", "") if "again" in t else t, ("placeholder", "inline", "plain"))
    tasks = [Task(SOURCE, bound_of(SOURCE)), Task(other + " again", bound_of(other))]
    ask(tasks, engine, EngineContext())
    first = [r for r in engine.asked if r.manner == "placeholder"]
    later = [r for r in engine.asked if r.manner != "placeholder"]
    assert len(first) == 2
    assert {r.text.endswith("again") for r in later} == {True}


def test_equal_sentences_are_asked_once() -> None:
    engine = Simulator(HARMS["honest"], ("placeholder", "plain"))
    outcomes = ask([Task(SOURCE, bound_of(SOURCE))] * 3, engine, EngineContext())
    assert len(engine.asked) == 1
    assert len({o.text for o in outcomes}) == 1


def test_an_engine_that_keeps_nothing_is_told_on() -> None:
    text, faults = run(Simulator(lambda r, t: "Something else entirely.", ("placeholder", "inline", "plain")))
    assert text == "Something else entirely."
    assert "item" in faults


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ("", "empty"),
        (SOURCE, "same"),
        ("Mr. Le Van A met the Department of Justice tại An Giang và nhiều người.", "vietnamese"),
        ("Mr. Le Van A met the Department of Justice in An Giang on May 77, 2044.", "digits"),
        ("Mr. Le Van A met the Department of Justice in An Giang to care for it to care for it.", "repeated"),
        ("Mr. Le Van A met the Department of Justice in An Giang" + " and the team of the team" * 6, "repeated"),
    ],
)
def test_answers_that_cannot_be_believed(answer: str, fault: str) -> None:
    _, faults = run(Simulator(lambda r, t: answer, ("inline", "plain")))
    assert fault in faults


def test_the_engines_own_wording_is_replaced() -> None:
    text, faults = run(Simulator(lambda r, t: t, ("plain",)))
    assert "Mr. Le Van A" in text
    assert faults in ((), ("item",))


def test_an_error_ends_asking_and_is_kept() -> None:
    class Broken(Simulator):
        def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
            self.asked += requests
            return (Answer(error=EngineRateLimited("wait")) for _ in requests)

    engine = Broken(HARMS["honest"], ("placeholder", "inline", "plain"))
    outcome = ask([Task(SOURCE, bound_of(SOURCE))], engine, EngineContext())[0]
    assert outcome.text is None
    assert isinstance(outcome.error, EngineError)
    assert len(engine.asked) == 1


LONG = (
    "Trong sáu tháng đầu năm, tỉnh đã hoàn thành nhiều chỉ tiêu; các địa phương tích cực triển khai chương trình "
    "xây dựng nông thôn mới, nhiều công trình được đưa vào sử dụng; đời sống của người dân "
    "tiếp tục được nâng lên rõ rệt."
)


def test_clauses_cover_the_sentence_and_cut_no_item() -> None:
    words = "chỉ tiêu; các"
    start = LONG.index(words)
    item = Bound(Item((start, start + len(words)), "term", Phrase("x", "y")), "y", ("y",))
    for bound in ((), (item,)):
        spans = clauses_of(LONG, bound, most=20)
        assert len(spans) > 1
        assert " ".join(LONG[a:b] for a, b in spans) == LONG
        assert all(b.within(*s) or not (s[0] < b.item.span[1] and b.item.span[0] < s[1]) for b in bound for s in spans)


def test_a_sentence_without_a_cut_stays_whole() -> None:
    assert clauses_of("Hội nghị đã kết thúc tốt đẹp.", ()) == [(0, 29)]


@pytest.mark.parametrize("lead", ["- ", "• ", "2. ", "a) ", "– "])
def test_bullets_and_list_numbers_do_not_go_to_the_engine(lead: str) -> None:
    engine = Simulator(HARMS["honest"], ("placeholder", "plain"))
    text, faults = run(engine, lead + SOURCE)
    assert text == f"{lead}Mr. Le Van A met the Department of Justice in An Giang."
    assert faults == ()
    assert all(not r.text.startswith(lead) for r in engine.asked)


def test_a_year_or_an_item_at_the_beginning_is_no_list_number() -> None:
    engine = Simulator(HARMS["honest"], ("placeholder", "plain"))
    run(engine, "2018 " + SOURCE)
    assert engine.asked[0].text.startswith("2018 ")


@pytest.mark.parametrize(
    ("source", "english", "good"),
    [
        ("Bình quân 20 doanh nghiệp trên một nghìn dân.", "An average of 20 enterprises per 1,000 people.", True),
        ("Bình quân 20 doanh nghiệp trên một huyện.", "An average of 20 enterprises per 1,000 people.", False),
    ],
)
def test_round_numbers_in_words_may_become_figures(source: str, english: str, good: bool) -> None:
    assert ("digits" not in verify(source, (), Restored(english, ())).faults) is good


VERY, HARDLY = (("Vehicles", -0.1), ("stop.", -0.1)), (("Vehicles", -0.1), ("dance", -5.9), ("sideways.", -5.0))


class Unsure:
    """An engine that says how sure it was: of the first answer hardly, of the second as given."""

    version = "1"
    info = EngineInfo("unsure", "", ("inline", "plain"), False, attempts=2)

    def __init__(self, second: Answer) -> None:
        self.second = second

    def translate(self, requests: Sequence[Request], context: EngineContext) -> Iterator[Answer]:
        for r in requests:
            yield self.second if r.attempt else Answer("Vehicles dance sideways.", score=-1.7, words=HARDLY)

    def close(self) -> None:
        """Nothing."""


@pytest.mark.parametrize(
    ("second", "kept", "unsure"),
    [
        (Answer("Vehicles stop.", score=-0.1, words=VERY), "Vehicles stop.", ()),
        (
            Answer("Cars spin.", words=(("Cars", -7.0), ("spin.", -7.0))),
            "Vehicles dance sideways.",
            ("dance", "sideways"),
        ),
    ],
    ids=["better", "worse"],
)
def test_the_answer_that_the_engine_is_surer_of_is_kept(second: Answer, kept: str, unsure: tuple[str, ...]) -> None:
    task = Task("Các phương tiện dừng lại.")
    (outcome,) = ask([task], Unsure(second), EngineContext())
    assert outcome.text == kept
    assert outcome.verdict.unsure == unsure
    assert ("strange" in outcome.verdict.faults) is bool(unsure)
    told = [f.message for f in findings_of(Segment("s1", "p1", task.source), task, outcome)]
    assert told == (["the engine was unsure of “dance”, “sideways”"] if unsure else [])


def test_what_has_no_counterpart_is_named() -> None:
    source = "Sở Y tế cho biết bệnh viện đã tiếp nhận bệnh nhân, bác sĩ đã phẫu thuật thành công trong đêm."
    verdict = verify(source, (), Restored("The Department of Health said the hospital admitted patients.", ()))
    assert "phẫu thuật" in verdict.missing
    whole = "The Department of Health said the hospital admitted patients, and doctors operated successfully at night."
    assert not verify(source, (), Restored(whole, ())).missing
    assert verify(source, (), Restored(whole, ())).doubt < verdict.doubt


def test_items_are_not_named_as_unsure() -> None:
    task = Task("Ông Lê Văn A họp.", bound_of(SOURCE)[:1])
    words = (("Mr.", -2.0), ("Le", -2.0), ("Van", -2.0), ("A", -2.0), ("hops.", -2.0))
    verdict = verify(task.source, task.bound, restore("Mr. Le Van A hops.", task.bound, "plain"), words)
    assert verdict.unsure == ("hops",)


@pytest.mark.parametrize(
    ("source", "english", "wrong"),
    [
        ("Năm qua, huyện đã tập trung làm đường.", "Last year the district will focus on roads.", True),
        ("Năm qua, huyện đã tập trung làm đường.", "Last year the district focused on roads.", False),
        ("Huyện đã làm đường và sẽ xây cầu.", "The district built roads and will build a bridge.", False),
        ("Huyện sẽ làm đường.", "The district will build roads.", False),
    ],
)
def test_what_has_been_is_not_to_come(source: str, english: str, wrong: bool) -> None:
    assert ("tense" in verify(source, (), Restored(english, ())).faults) is wrong
