"""Omissions: what the earlier documents of a class let expect of the next, and what it lacks.

`members` says who belongs to a class, `omissions` holds one document against its earlier members, and
`omission_findings` says what that shows.
"""

from dragoman.analysis.omissions.chances import Chance
from dragoman.analysis.omissions.membership import members
from dragoman.analysis.omissions.missing import Missing
from dragoman.analysis.omissions.nearest import Nearest
from dragoman.analysis.omissions.omitting import (
    LAST,
    OmissionError,
    Omissions,
    TooFew,
    earlier_members,
    omissions,
)
from dragoman.analysis.omissions.positions import Moved
from dragoman.analysis.omissions.returning import Returned
from dragoman.analysis.omissions.statements import omission_findings

__all__ = [
    "LAST",
    "Chance",
    "Missing",
    "Moved",
    "Nearest",
    "OmissionError",
    "Omissions",
    "Returned",
    "TooFew",
    "earlier_members",
    "members",
    "omission_findings",
    "omissions",
]
