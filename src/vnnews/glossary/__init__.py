"""Glossary: the term base, its entries and how they are matched."""
