"""Analyses: pure functions from events and observations to findings and to the shapes that pages show."""

from dragoman.analysis.chronology import Chronology, Lane, chronology
from dragoman.analysis.findings import findings

__all__ = ["Chronology", "Lane", "chronology", "findings"]
