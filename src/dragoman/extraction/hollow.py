"""Reports that another report of their sentence makes empty: told twice, or only the word that leads to a deed."""

from collections.abc import Iterable, Sequence

from dragoman.extraction.frames import load_frames
from dragoman.model import Report

# How far after "agreed to" what is agreed may stand, in an English sentence and in the others.
_FAR, _NEAR = 40, 16
_TO_COME = frozenset({"planned", "announced", "conditional"})
# What a letter says is not told beside the letter; protests told together are one.
_WRITTEN = frozenset({"congratulate", "condole"})


def without_hollow(reports: Sequence[Report], language: str) -> list[Report]:
    """No announcement where something else was read in its sentence, and no event told twice in one sentence."""
    solid = [one for one in reports if not load_frames()[one.type].yields and not _kept(one, reports, language)]
    kept: dict[tuple[object, ...], Report] = {}
    for report in _without_letters(solid, language) if solid else reports:
        together = language == "zh" and report.type == "complain"
        recipients = () if together else report.recipients
        twin = (report.type, report.actors, recipients, report.status, report.first, report.last)
        kept.setdefault(twin, report)
    return list(kept.values())


def _kept(report: Report, reports: Iterable[Report], language: str) -> bool:
    """Whether a promise only says that another deed, told right after it, is to come ("agreed to visit", 同意恢复)."""
    if report.type != "promise":
        return False
    if language == "en":
        after = (one for one in reports if 0 <= one.trigger[0] - report.trigger[1] <= _FAR)
        return any(set(report.actors) <= {*one.actors, *one.recipients} and one.status in _TO_COME for one in after)
    if language == "zh":
        after = (one for one in reports if 0 <= one.trigger[0] - report.trigger[1] <= _NEAR)
        planned = (one for one in after if one.status == "planned" and one.type != "promise")
        return any(set(report.actors) <= {*one.actors, *one.recipients} for one in planned)
    return False


def _without_letters(reports: Sequence[Report], language: str) -> list[Report]:
    written = {one.actors for one in reports if one.type == "telegram"} if language == "zh" else set()
    return [one for one in reports if one.type not in _WRITTEN or one.actors not in written]
