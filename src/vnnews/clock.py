"""The clock: the present time as records keep it, which a batch fixes so that a repeated run writes the same bytes."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextvars import ContextVar
from datetime import UTC, datetime

_FIXED: ContextVar[str | None] = ContextVar("fixed", default=None)


def now() -> str:
    """The present time as ISO 8601 in UTC, to the second.

    A time set by `fixed` stands in for it, else SOURCE_DATE_EPOCH (seconds since 1970), the custom of
    reproducible builds.
    """
    fixed = _FIXED.get()
    if fixed is not None:
        return fixed
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


@contextlib.contextmanager
def fixed(at: str) -> Iterator[None]:
    """Let `now` give `at` within the block."""
    token = _FIXED.set(at)
    try:
        yield
    finally:
        _FIXED.reset(token)
