"""Publish: Draft or English Article to files."""
