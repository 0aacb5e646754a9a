"""The one exception tree of vnnews.

    VnnewsError                 anything the user can be told in one line
    ├── UsageError              the request makes no sense as asked (exit 2)
    ├── InputError              a file, page or folder cannot be used
    │   ├── NoArticleError      it was read, but there is no article in it
    │   └── EncodingError       its text cannot be decoded with confidence
    ├── ConflictError           somebody else changed or holds what we want to write
    ├── GateError               publishing refused: findings stand (exit 1)
    └── EngineError             a translation engine did not do its work
        ├── EngineUnavailable   not installed, not configured, or switched off
        ├── EngineUnreachable   no answer from the network (worth another try)
        ├── EngineRateLimited   told to wait (`retry_after` seconds where known)
        ├── EngineRefused       the request itself was rejected (key, quota, text too long)
        └── EngineNonsense      an answer that cannot be a translation

`cli/__init__.py` is the only place that turns these into text. A message says what happened to which
article or file; `cure` says what to do about it. Neither holds keys or article text.
"""

from __future__ import annotations


class VnnewsError(Exception):
    """A failure that the user is told in one line, with a cure where there is one."""

    exit_code = 3

    def __init__(self, message: str, cure: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.cure = cure


class UsageError(VnnewsError):
    """The request makes no sense as asked."""

    exit_code = 2


class InputError(VnnewsError):
    """A file, page or folder cannot be used."""


class NoArticleError(InputError):
    """The input was read, but there is no article in it."""


class EncodingError(InputError):
    """The text of the input cannot be decoded with confidence."""


class ConflictError(VnnewsError):
    """Somebody else changed or holds what was to be written; nothing was overwritten."""


class GateError(VnnewsError):
    """Publishing is refused because findings stand or segments wait for approval."""

    exit_code = 1


class EngineError(VnnewsError):
    """A translation engine did not do its work. Messages never hold keys or text."""

    retryable = False


class EngineUnavailable(EngineError):
    """The engine is not installed, not configured or not known."""


class EngineUnreachable(EngineError):
    """No usable answer from the network: refused, timed out, server error."""

    retryable = True


class EngineRateLimited(EngineError):
    """The engine asks to wait; `retry_after` is in seconds where it said so."""

    retryable = True

    def __init__(self, message: str, cure: str = "", retry_after: float | None = None) -> None:
        super().__init__(message, cure)
        self.retry_after = retry_after


class EngineRefused(EngineError):
    """The engine rejected the request itself: bad key, used-up quota, text too long."""


class EngineNonsense(EngineError):
    """The engine answered something that cannot be a translation."""
