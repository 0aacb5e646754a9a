"""Memory: pairs that people have approved, found again for equal, almost equal and similar sentences."""

from vnnews.translate.memory.store import Match, Memory
from vnnews.translate.memory.unit import Unit, UnitState

__all__ = ["Match", "Memory", "Unit", "UnitState"]
