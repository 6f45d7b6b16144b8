"""Ledgers (move M8): who signed and who would not; what became of each project."""

from dragoman.analysis.ledgers.participation import (
    Entry,
    LedgerError,
    Participation,
    participation_findings,
    participations,
)
from dragoman.analysis.ledgers.stances import Stance, stances

__all__ = [
    "Entry",
    "LedgerError",
    "Participation",
    "Stance",
    "participation_findings",
    "participations",
    "stances",
]
