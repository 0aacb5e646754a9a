"""Translate and publish Vietnamese government news."""

__version__ = "0.1.0"
