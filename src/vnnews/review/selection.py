"""Selection: which rules a person wants to hear of, by code (N001) or family (N)."""

from __future__ import annotations

from dataclasses import dataclass

from vnnews.errors import UsageError


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes and families to take (all where empty) and to leave out."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @classmethod
    def of(cls, select: str | None, ignore: str | None) -> Selection:
        """From comma-separated lists; raises UsageError for what is no code or family of any rule."""
        return cls(_codes(select), _codes(ignore))

    def takes(self, code: str) -> bool:
        """Whether findings of that code are wanted."""
        wanted = not self.select or code.startswith(self.select)
        return wanted and not (self.ignore and code.startswith(self.ignore))


def _codes(text: str | None) -> tuple[str, ...]:
    from vnnews.review.checks import RULES

    codes = tuple(part.strip().upper() for part in (text or "").split(",") if part.strip())
    for code in codes:
        if not any(rule.code.startswith(code) for rule in RULES):
            raise UsageError(f"no rule is called {code!r}", "vnnews check --rules lists them")
    return codes
