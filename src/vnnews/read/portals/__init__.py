"""Portals: one small declarative recipe a portal."""
