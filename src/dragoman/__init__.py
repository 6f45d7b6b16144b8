"""Dragoman: official sources in, findings that anyone can check out."""

__version__ = "0.1.0"
