"""Doctrine: an address decoded into commitments, each set against what was said before."""

from dragoman.analysis.doctrine.commitments import Commitment, Part, commitments, points
from dragoman.analysis.doctrine.comparison import Compared, changes, compare
from dragoman.analysis.doctrine.decoding import Address, Decoded, address_findings, decode, telling
from dragoman.analysis.doctrine.rows import DoctrineError
from dragoman.analysis.doctrine.series import Point, Series, find_series
from dragoman.analysis.doctrine.specificity import Specificity, specificity
from dragoman.analysis.doctrine.vectors import Vector, Weight, vectors, weights
from dragoman.analysis.doctrine.wording import Earlier, Past, earliest

__all__ = [
    "Address", "Commitment", "Compared", "Decoded", "DoctrineError", "Earlier", "Part", "Past", "Point", "Series",
    "Specificity", "Vector", "Weight", "address_findings", "changes", "commitments", "compare", "decode", "earliest",
    "find_series", "points", "specificity", "telling", "vectors", "weights",
]  # fmt: skip
