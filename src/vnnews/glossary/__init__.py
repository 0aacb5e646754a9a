"""Glossary: the term base, its entries and how they are matched."""

from vnnews.glossary.glossary import Glossary
from vnnews.glossary.term import Match, Term

__all__ = ["Glossary", "Match", "Term"]
