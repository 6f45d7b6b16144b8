"""Reports that another report of their sentence makes empty: told twice, or only the word that leads to a deed."""

from collections.abc import Sequence

from dragoman.extraction.frames import load_frames
from dragoman.model import Report

# How far after "agreed to" what is agreed may stand.
_NEAR = 40
_TO_COME = frozenset({"planned", "announced", "conditional"})
# What is only intended leaves the agreement to do it as the deed.
_INTENT = frozenset({"promise", "cooperate"})
# What a letter says is not told beside the letter.
_WRITTEN = frozenset({"congratulate", "condole"})


def without_hollow(reports: Sequence[Report]) -> list[Report]:
    """No announcement where something else was read in its sentence, and no event told twice in one sentence.

    Protests told together are one.
    """
    solid = [one for one in reports if not load_frames()[one.type].yields and not _kept(one, reports)]
    kept: dict[tuple[object, ...], Report] = {}
    letters = {one.actors for one in solid if one.type == "telegram"}
    for report in solid or reports:
        if (report.type in _WRITTEN and report.actors in letters) or _meant(report, reports):
            continue
        recipients = () if report.type == "complain" else report.recipients
        twin = (report.type, report.actors, recipients, report.status, report.first, report.last)
        kept.setdefault(twin, report)
    return list(kept.values())


def _meant(report: Report, reports: Sequence[Report]) -> bool:
    """Whether cooperation is only what somebody agreed to right before: words of intent are the agreement."""
    if report.type != "cooperate" or report.status not in _TO_COME:
        return False
    return any(one.type == "promise" and 0 <= report.trigger[0] - one.trigger[1] <= _NEAR for one in reports)


def _kept(report: Report, reports: Sequence[Report]) -> bool:
    """Whether a promise only says that another deed, told right after it, is to come ("agreed to visit", 同意恢复)."""
    if report.type != "promise":
        return False
    after = (one for one in reports if 0 <= one.trigger[0] - report.trigger[1] <= _NEAR and one.type not in _INTENT)
    return any(
        set(report.actors) <= {*one.actors, *one.recipients} and (one.status in _TO_COME or one.type == "threaten")
        for one in after
    )
