"""Engines: one module a translation engine, found by its name."""
