"""Threads: how many sentences an engine on this machine works on at once."""

from __future__ import annotations

import os
from dataclasses import replace

from vnnews.errors import UsageError
from vnnews.settings import Settings

_MOST = 8
"""More of them bring nothing for an article's worth of sentences, and each takes memory."""


def threads(settings: Settings, engine: str) -> int:
    """`jobs` of [engines.NAME], by default as many as there are cores; raises UsageError for what is no count."""
    jobs = settings.engines.get(engine, {}).get("jobs", min(os.cpu_count() or 1, _MOST))
    if not isinstance(jobs, int) or isinstance(jobs, bool) or jobs < 1:
        raise UsageError(f"[engines.{engine}] jobs: {jobs!r} is no number of threads", "give 1 or more")
    return jobs


def with_jobs(settings: Settings, engine: str, jobs: int | None) -> Settings:
    """The settings with as many jobs for an engine; None leaves them as they are."""
    if jobs is None:
        return settings
    return replace(settings, engines={**settings.engines, engine: {**settings.engines.get(engine, {}), "jobs": jobs}})
