"""Reading the reporting (move M6): when and in what detail an outlet told of an event, and what broke with custom."""

from dragoman.analysis.coverage.customs import FEWEST, customs
from dragoman.analysis.coverage.reporting import Coverage, coverage

__all__ = ["FEWEST", "Coverage", "coverage", "customs"]
