"""What every engine that is asked text by text needs: one answer a request in order, and what ends a run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from vnnews.errors import EngineError, EngineNonsense, EngineRateLimited, EngineUnreachable
from vnnews.translate.engines.base import Answer, EngineContext, EngineInfo, Request
from vnnews.translate.engines.net import AccessRefused

_LETTER = re.compile(r"[^\W\d_]")
CANCELLED = EngineError("cancelled", "run it again to go on where it stopped")
ERROR_SENTENCES = (
    "MYMEMORY WARNING",
    "ERROR 500",
    "SERVER ERROR",
    "INVALID SOURCE LANGUAGE",
    "<HTML",
    "QUERY LENGTH LIMIT",
    "TOO MANY REQUESTS",
    "PLEASE SELECT TWO DISTINCT LANGUAGES",
)
"""Beginnings of what services say in place of a translation, in capitals."""


def each(requests: Sequence[Request], context: EngineContext, say: Callable[[Request], str]) -> Iterator[Answer]:
    """The answers of `say`, one a request in order; an error that makes the others pointless ends them all.

    A text without letters is given back as it is. `say` raises EngineError.
    """
    ended: EngineError | None = None
    for request in requests:
        if ended is None and context.cancelled():
            ended = CANCELLED
        if ended is not None:
            yield Answer(error=ended)
        elif not _LETTER.search(request.text):
            yield Answer(request.text)
        else:
            answer = _answer(request, say)
            ended = answer.error if ends(answer.error) else None
            yield answer


def ends(error: EngineError | None) -> bool:
    """Whether an error makes every further request pointless."""
    return isinstance(error, AccessRefused | EngineRateLimited)


def _answer(request: Request, say: Callable[[Request], str]) -> Answer:
    try:
        return Answer(believed(say(request)))
    except EngineError as error:
        return Answer(error=error)


def believed(answer: str | None) -> str:
    """The answer, if it can be a translation; raises EngineNonsense for nothing and for sentences about errors."""
    if answer is None or not answer.strip():
        raise EngineNonsense("the engine answered nothing", "try again, or use another engine")
    if any(sign in answer.upper() for sign in ERROR_SENTENCES):
        raise EngineNonsense("the engine answered with an error message", "try again later, or use another engine")
    return answer


def pieces(text: str, fits: Callable[[str], bool]) -> list[str]:
    """A text cut into pieces that fit, at sentence ends, else at commas, else between words, else anywhere.

    The pieces in a row, joined as they are, give the text back.
    """
    if fits(text):
        return [text]
    for sign in (r"(?<=[.!?…]) ", r"(?<=[;:]) ", r"(?<=,) ", r" (?![^\[{]*[\]}])", r""):
        cuts = [m.end() for m in re.finditer(sign, text) if 0 < m.end() < len(text)]
        if cuts:
            cut = min(cuts, key=lambda c: abs(c - len(text) // 2))
            return [*pieces(text[:cut], fits), *pieces(text[cut:], fits)]
    return [text]


def batched(
    requests: Sequence[Request],
    context: EngineContext,
    info: EngineInfo,
    ask: Callable[[Sequence[Request]], list[str]],
) -> Iterator[Answer]:
    """The answers of `ask` to groups of requests of one manner and attempt, in order, each group as it is there.

    A group is at most `info.batch` texts and `info.max_chars` together. When a group fails without ending the run its
    texts are asked one by one, so that one bad text does not cost the others their answers.
    """
    ended: EngineError | None = None
    for group in _groups(requests, info):
        if ended is None and context.cancelled():
            ended = CANCELLED
        for answer in _group(group, ask) if ended is None else [Answer(error=ended)] * len(group):
            if ends(answer.error):
                ended = answer.error
            yield answer


def _groups(requests: Sequence[Request], info: EngineInfo) -> Iterator[list[Request]]:
    group: list[Request] = []
    for r in requests:
        same = group and (group[0].manner, group[0].attempt) == (r.manner, r.attempt)
        fits = len(group) < info.batch and sum(len(g.text) for g in group) + len(r.text) <= info.max_chars
        if group and not (same and fits):
            yield group
            group = []
        group.append(r)
    if group:
        yield group


def _group(group: list[Request], ask: Callable[[Sequence[Request]], list[str]]) -> list[Answer]:
    said = [r for r in group if _LETTER.search(r.text)]
    try:
        texts = iter(ask(said) if said else [])
    except EngineError as error:
        if ends(error) or len(said) == 1 or isinstance(error, EngineUnreachable):
            return [Answer(error=error) if _LETTER.search(r.text) else Answer(r.text) for r in group]
        return [answer for r in group for answer in _group([r], ask)]
    return [_checked(next(texts)) if _LETTER.search(r.text) else Answer(r.text) for r in group]


def _checked(text: str) -> Answer:
    try:
        return Answer(believed(text))
    except EngineError as error:
        return Answer(error=error)
