"""Translate: Article to Draft."""
