"""Claims: which source has which bytes and which article first, and which article said a text first.

Decided source after source in their order. What is decided of a source in flight lives here; the journal takes it over
in the transaction that writes the source off. So a decision never depends on which worker was first or where a run
was broken off.
"""

from __future__ import annotations

from vnnews.batch.journal import Journal
from vnnews.batch.likeness import Sketch


class Claims:
    """The claims of finished sources (in the journal) and of those in flight, one kind of key or sketch each."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._keys: dict[str, str] = {}
        self._sketches: dict[str, tuple[str, Sketch]] = {}
        self._flying: set[str] = set()

    def begin(self, locator: str) -> None:
        """From now on only what the source claims in this run counts, not what the journal has of it."""
        self._flying.add(locator)

    def claim(self, key: str, locator: str) -> str | None:
        """Claim a key for a source; gives the source that has it already, if another has."""
        owner = self._keys.get(key)
        if owner is None:
            owner = self._journal.owner(key)
            owner = None if owner in self._flying else owner
        if owner is None or owner == locator:
            self._keys[key] = locator
            return None
        return owner

    def said_before(self, article: str, sketch: Sketch, locator: str) -> str | None:
        """The id of an earlier article that says all that this one says, or None; then later ones can be like this."""
        known = {a: s for a, owner, s in self._journal.alike(sketch) if owner not in self._flying}
        known |= {a: s for a, (_, s) in self._sketches.items()}
        found = min((a for a, theirs in known.items() if a != article and sketch.is_said_by(theirs)), default=None)
        if found is None:
            self._sketches[article] = (locator, sketch)
        return found

    def end(self, locator: str) -> tuple[list[str], dict[str, Sketch]]:
        """The keys and sketches that a source has claimed, for the journal; here they are forgotten."""
        self._flying.discard(locator)
        keys = [k for k, owner in self._keys.items() if owner == locator]
        sketches = {a: s for a, (owner, s) in self._sketches.items() if owner == locator}
        for key in keys:
            del self._keys[key]
        for article in sketches:
            del self._sketches[article]
        return keys, sketches
