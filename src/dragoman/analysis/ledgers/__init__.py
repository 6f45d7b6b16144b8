"""Ledgers (move M8): who signed and who would not; what became of each project."""

from dragoman.analysis.ledgers.participation import (
    Entry,
    LedgerError,
    Participation,
    participation_findings,
    participations,
)
from dragoman.analysis.ledgers.projects import Project, Step, project_findings, projects
from dragoman.analysis.ledgers.stances import Stance, stances

__all__ = [
    "Entry",
    "LedgerError",
    "Participation",
    "Project",
    "Stance",
    "Step",
    "participation_findings",
    "participations",
    "project_findings",
    "projects",
    "stances",
]
