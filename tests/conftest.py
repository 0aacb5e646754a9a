"""Shared by all tests: this folder is importable, so that tests can say `from external import require`."""
