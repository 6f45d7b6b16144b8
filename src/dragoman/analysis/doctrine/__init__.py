"""Doctrine: an address decoded into commitments, each set against what was said before."""

from dragoman.analysis.doctrine.commitments import Commitment, Part, commitments, points
from dragoman.analysis.doctrine.comparison import Compared, changes, compare
from dragoman.analysis.doctrine.decoding import Address, Decoded, address_findings, decode, telling
from dragoman.analysis.doctrine.deeds import SIDES, Deed, Ledger, Side, Word, commitment_id, ledgers
from dragoman.analysis.doctrine.rows import DoctrineError
from dragoman.analysis.doctrine.series import Point, Series, find_series
from dragoman.analysis.doctrine.specificity import Specificity, specificity
from dragoman.analysis.doctrine.vectors import Vector, Weight, vectors, weights
from dragoman.analysis.doctrine.wording import Earlier, Past, earliest

__all__ = [
    "SIDES",
    "Address",
    "Commitment",
    "Compared",
    "Decoded",
    "Deed",
    "DoctrineError",
    "Earlier",
    "Ledger",
    "Part",
    "Past",
    "Point",
    "Series",
    "Side",
    "Specificity",
    "Vector",
    "Weight",
    "Word",
    "address_findings",
    "changes",
    "commitment_id",
    "commitments",
    "compare",
    "decode",
    "earliest",
    "find_series",
    "ledgers",
    "points",
    "specificity",
    "telling",
    "vectors",
    "weights",
]
