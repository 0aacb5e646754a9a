"""The gate: every check is run again before anything goes out; what stands in a file is never evidence.

What an update or a merge found is the exception: no check can find it again, so it counts from the draft.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path

from vnnews.article import Article
from vnnews.draft import log
from vnnews.draft.model import Draft
from vnnews.errors import GateError
from vnnews.finding import Finding, gathered, standing
from vnnews.publish.credits import shown
from vnnews.settings import Settings
from vnnews.translate.update import RULES as _UPDATES


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the checks found: the rules that ran, their findings (with those put aside), and unapproved segments.

    `unapproved` is None where approval is not asked for.
    """

    codes: tuple[str, ...]
    findings: tuple[Finding, ...]
    unapproved: tuple[str, ...] | None = None

    @property
    def errors(self) -> list[Finding]:
        """The error findings that nobody has put aside."""
        return standing(self.findings)

    @property
    def open(self) -> bool:
        """Whether the page may go out."""
        return not self.errors and not self.unapproved


def examine(subject: Draft | Article, settings: Settings, suppressions: log.Log | None = None) -> Outcome:
    """Run all checks on a Draft or an English Article. `suppressions` is the log beside its file."""
    from vnnews.review import examine as review

    findings = review.examine(subject, settings, suppressions or log.Log())
    return Outcome(codes_for(subject), findings, unapproved(subject, settings))


def just_checked(draft: Draft, settings: Settings) -> Outcome:
    """As `examine`, of a draft that was made by this process a moment ago, whose findings are those of all checks."""
    codes = codes_for(draft)
    return Outcome(codes, tuple(f for f in draft.findings if f.code in codes), unapproved(draft, settings))


def codes_for(subject: Draft | Article) -> tuple[str, ...]:
    """The rules that are applied to a Draft, or to an Article without its source."""
    from vnnews.review.checks import FAMILIES

    with_source = isinstance(subject, Draft)
    checks = [r for family in FAMILIES for r in family.rules]
    return tuple(sorted(r.code for r in (*checks, *_UPDATES) if with_source or not r.needs_source))


class Refused(GateError):
    """Publishing was refused; `outcome` holds every reason."""

    def __init__(self, message: str, cure: str, outcome: Outcome) -> None:
        super().__init__(message, cure)
        self.outcome = outcome


def demand(outcome: Outcome) -> None:
    """Raise Refused unless the gate is open."""
    if outcome.open:
        return
    reasons = [_count(len(outcome.errors), "error"), _count(len(outcome.unapproved or ()), "unapproved sentence")]
    what = " and ".join(r for r in reasons if r)
    raise Refused(
        f"not published: {what}",
        "mend each, or publish all the same with --force, which the page's record will tell",
        outcome,
    )


def reasons(outcome: Outcome, path: Path) -> list[str]:
    """Each reason against publishing in a line, with the command that mends it; a rule comes once a segment."""
    where = shlex.quote(str(path))
    mend = f"vnnews review {where}" if path.suffix == ".xlf" else f"edit {where}"
    lines = []
    for f, more in gathered(outcome.errors):
        hint = f" (suggested: {f.suggestion})" if f.suggestion else ""
        also = f", and {more} more like it" if more else ""
        place = f" in {f.segment}" if f.segment else ""
        lines.append(f"{f.code} {f.name}{place}: {f.message}{hint}{also}. Mend: {mend}")
    lines += [f"{segment} is not approved. Mend: {mend}" for segment in outcome.unapproved or ()]
    return lines


def unapproved(subject: Draft | Article, settings: Settings) -> tuple[str, ...] | None:
    """The segments on the page that nobody approved; None where the settings do not ask for approval."""
    if not settings.require_approval or not isinstance(subject, Draft):
        return None
    return tuple(s.id for s in shown(subject) if not s.approved)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""
