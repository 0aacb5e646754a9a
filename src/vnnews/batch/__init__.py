"""Batch: many at once, resumable. `journal` remembers, `stages` work, `pool` runs them, `report` tells."""
