"""Checks: one module a family of findings."""
