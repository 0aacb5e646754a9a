"""Workers: a pool of processes that outlives the death of one of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import connection, get_context, parent_process
from threading import Thread
from typing import Any

Function = Callable[..., Any]


@dataclass(frozen=True)
class Call:
    """Tasks for one function, as sent to a worker, and their answers to come."""

    function: Function
    tasks: Sequence[tuple[Any, ...]]
    future: Future[list[Any]]

    @property
    def is_done(self) -> bool:
        """Whether the answers are there, or will never be."""
        return self.future.done()


class WorkerLost(Exception):
    """A task could not be done: its process died though it was alone, or a fault of ours showed."""


class Workers:
    """Worker processes. What was in flight when one died is done again task by task, so that the culprit is known.

    `shared` is sent to each worker once, and is the last argument of every task.
    """

    def __init__(self, jobs: int, shared: Any) -> None:
        self._jobs, self._shared = jobs, shared
        self._pool = self._fresh(jobs)

    def _fresh(self, jobs: int) -> ProcessPoolExecutor:
        # Spawned, not forked: the same on every system, and no open journal in a child.
        return ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (self._shared,))

    def submit(self, function: Function, tasks: Sequence[tuple[Any, ...]]) -> Call:
        """Send tasks to a worker, which does one after the other; a pool in which one has died is replaced first."""
        try:
            return Call(function, tasks, self._pool.submit(_all, function, tasks))
        except BrokenProcessPool:
            self._pool = self._fresh(self._jobs)
            return Call(function, tasks, self._pool.submit(_all, function, tasks))

    def results(self, call: Call) -> list[Any]:
        """The answers to a call, in order; a WorkerLost stands where there is none to be had."""
        error = call.future.exception()
        return call.future.result() if error is None else self._one_by_one(call)

    def _one_by_one(self, call: Call) -> list[Any]:
        """The answers to a call in which a worker died or a fault showed: that must not end a batch of thousands."""
        answers: list[Any] = []
        pool = self._fresh(1)
        for task in call.tasks:
            future = pool.submit(_all, call.function, [task])
            error = future.exception()
            if error is None:
                answers += future.result()
            elif isinstance(error, BrokenProcessPool):
                answers.append(WorkerLost("the worker process died"))
                pool = self._fresh(1)
            else:
                answers.append(WorkerLost(f"a fault of vnnews ({type(error).__name__})"))
        pool.shutdown()
        return answers

    def close(self) -> None:
        """End the workers; what they have not begun is dropped."""
        self._pool.shutdown(cancel_futures=True)


_shared: Any = None
"""In a worker: what all its tasks share."""


def _all(function: Function, tasks: Sequence[tuple[Any, ...]]) -> list[Any]:
    """In a worker: the answers of a function to tasks."""
    return [function(*task, _shared) for task in tasks]


def _begin(shared: Any) -> None:
    """Keep what tasks share, and end this worker when the batch is killed, so that none works beside the next run."""
    global _shared
    _shared = shared
    parent = parent_process()

    def wait() -> None:
        if parent is not None:
            connection.wait([parent.sentinel])
            os._exit(1)

    Thread(target=wait, daemon=True).start()
