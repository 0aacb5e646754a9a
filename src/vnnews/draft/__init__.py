"""Drafts: the data (`model`), the XLIFF 2.1 file (`xliff`), the log beside it (`log`), and both on disk (`store`)."""

from vnnews.draft.model import Candidate, Draft, GlossaryRef, Origin, Segment, TermUse, english_text, pair_hash

__all__ = ["Candidate", "Draft", "GlossaryRef", "Origin", "Segment", "TermUse", "english_text", "pair_hash"]
