"""Competing hypotheses: evidence that says where it stands, weighed against each of them (Heuer), and the tests of
process tracing that an item puts a hypothesis to (Van Evera; Collier)."""

from dragoman.analysis.hypotheses.matrix import MARKS, Cell, Evidence, Fault, Hypothesis, Matrix
from dragoman.analysis.hypotheses.reading import read_hypotheses
from dragoman.analysis.hypotheses.sayings import findings, outcome_in_words, standing_in_words
from dragoman.analysis.hypotheses.weighing import Outcome, Standing, Weighed, weigh

__all__ = [
    "MARKS",
    "Cell",
    "Evidence",
    "Fault",
    "Hypothesis",
    "Matrix",
    "Outcome",
    "Standing",
    "Weighed",
    "findings",
    "outcome_in_words",
    "read_hypotheses",
    "standing_in_words",
    "weigh",
]
