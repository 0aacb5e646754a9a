"""Workers: a pool of processes that outlives the death of one of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import connection, get_context, parent_process
from threading import Thread
from typing import Any


@dataclass(frozen=True)
class Call:
    """A function with its arguments, as sent to a worker, and its answer to come."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    future: Future[Any]


class WorkerLost(Exception):
    """A task could not be done: its process died though it was alone, or a fault of ours showed."""


class Workers:
    """Worker processes. What was in flight when one died is done again, each alone, so that the culprit is known."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool = self._fresh(jobs)

    @staticmethod
    def _fresh(jobs: int) -> ProcessPoolExecutor:
        # Spawned, not forked: the same on every system, and no open journal in a child.
        return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_die_with_parent)

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Call:
        """Send a task to a worker; a pool in which one has died is replaced first."""
        try:
            return Call(function, arguments, self._pool.submit(function, *arguments))
        except BrokenProcessPool:
            self._pool = self._fresh(self._jobs)
            return Call(function, arguments, self._pool.submit(function, *arguments))

    def result(self, call: Call) -> Any:
        """The answer to a call. Raises WorkerLost where there is none to be had."""
        try:
            return call.future.result()
        except BrokenProcessPool:
            return self._alone(call)
        except Exception as error:  # a fault of ours must not end a batch of thousands
            raise WorkerLost(f"a fault of vnnews ({type(error).__name__})") from error

    def _alone(self, call: Call) -> Any:
        with self._fresh(1) as pool:
            try:
                return pool.submit(call.function, *call.arguments).result()
            except BrokenProcessPool as error:
                raise WorkerLost("the worker process died") from error
            except Exception as error:  # as above
                raise WorkerLost(f"a fault of vnnews ({type(error).__name__})") from error

    def close(self) -> None:
        """End the workers; what they have not begun is dropped."""
        self._pool.shutdown(cancel_futures=True)


def _die_with_parent() -> None:
    """End this worker when the batch is killed, so that it does not work on beside the next run."""
    parent = parent_process()

    def wait() -> None:
        if parent is not None:
            connection.wait([parent.sentinel])
            os._exit(1)

    Thread(target=wait, daemon=True).start()
