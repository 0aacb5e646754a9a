"""Readers of file formats, one module a format: `read(source)` gives the articles in the bytes."""
