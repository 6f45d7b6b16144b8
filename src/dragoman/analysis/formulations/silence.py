"""Silence: how long a formulation has not been heard, against its own usual gaps and against chance."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from dragoman.analysis.formulations.suffixes import Numbers

FEWEST = 5  # days of use from which gaps can be called usual
UNLIKELY = 0.05


@dataclass(frozen=True, slots=True)
class Silence:
    """From the last day of use to the corpus's last day, beside the gaps between earlier days of use.

    `documents` came out since without the formulation; `chance` is the probability of that many in a row at the share
    that it had of the documents from its first use to its last. `verdict`: "silent" where both the gap is longer than
    every earlier one and the chance is below .05; "quiet" where one holds; "in use"; "too few uses".
    """

    since: str
    until: str
    days: int
    usual: float
    longest: int
    documents: int
    chance: float
    verdict: str


def silence(days: Numbers, periods: Numbers, owners: Numbers) -> Silence | None:
    """The silence of a formulation after its last use, None where that use is not dated to a day.

    `days` are the ordinals of all documents' days (0 for none), `periods` their dates as yyyymmdd, `owners` the
    documents that have the formulation.
    """
    uses = np.unique(days[owners])
    uses = uses[uses > 0]
    if not len(uses) or periods[owners].max() > periods[owners][days[owners] == uses[-1]].max():
        return None
    first, last, end = int(uses[0]), int(uses[-1]), int(days.max())
    gaps = np.diff(uses)
    span = int(((days >= first) & (days <= last)).sum())
    using = int((days[owners] > 0).sum())
    later = int((days > last).sum())
    chance = float((1 - using / span) ** later)
    usual, longest = (float(np.median(gaps)), int(gaps.max())) if len(gaps) else (0.0, 0)
    return Silence(
        date.fromordinal(last).isoformat(), date.fromordinal(end).isoformat(), end - last, usual, longest, later,
        chance, _verdict(len(uses), end - last > longest, chance < UNLIKELY),
    )  # fmt: skip


def _verdict(uses: int, longer: bool, unlikely: bool) -> str:
    """
    >>> _verdict(40, True, True), _verdict(40, True, False), _verdict(3, True, True)
    ('silent', 'quiet', 'too few uses')
    """
    if uses < FEWEST:
        return "too few uses"
    if longer and unlikely:
        return "silent"
    return "quiet" if longer or unlikely else "in use"
