"""Accounts of one event compared: what both say, in what they differ, what only one says."""

from dragoman.analysis.readouts.accounts import Account
from dragoman.analysis.readouts.comparing import Comparison, compare
from dragoman.analysis.readouts.differences import TYPES, Difference
from dragoman.analysis.readouts.findings import findings
from dragoman.analysis.readouts.likeness import Embedder, sentence_encoder
from dragoman.analysis.readouts.matters import Matter, matters, worded
from dragoman.analysis.readouts.rows import ReadoutError
from dragoman.analysis.readouts.shares import OTHERS, shares

__all__ = [
    "OTHERS",
    "TYPES",
    "Account",
    "Comparison",
    "Difference",
    "Embedder",
    "Matter",
    "ReadoutError",
    "compare",
    "findings",
    "matters",
    "sentence_encoder",
    "shares",
    "worded",
]
