"""Statements: who said what to whom, directly or reported, and each side's share of the words."""

from dragoman.extraction.speech.shares import share_of_words
from dragoman.extraction.speech.statements import read_statements

__all__ = ["read_statements", "share_of_words"]
