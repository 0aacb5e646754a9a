"""Review: Draft to Findings."""
