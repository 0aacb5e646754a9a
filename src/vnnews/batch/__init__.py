"""Batch: many articles at once, resumable. `journal` remembers, `stages` do the work, `pool` runs them, `report` tells."""
