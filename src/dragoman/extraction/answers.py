"""Whom a report answers that names nobody, in a language whose grammar lists such acts (`answers`)."""

from dataclasses import replace

from dragoman.extraction.frames import load_frames
from dragoman.extraction.occasions import sides_of
from dragoman.extraction.scene import Scene
from dragoman.extraction.status import SAID
from dragoman.model import Report


def answered(report: Report, before: Report | None, scene: Scene) -> Report:
    """A report of an answer that names nobody with whom it answers: the doer of the deed told just before.

    Where the same side said more before (비난하고 경고했다), it has the same recipient.
    """
    answers = scene.grammar.answers
    report = _not_oneself(report, scene)
    if before is None or report.recipients or not report.actors or not answers:
        return report
    if before.actors == report.actors:
        if before.plover == "SUPPORT" and report.plover == "ACCUSE":
            return report
        said = {before.plover, before.type} & SAID and ({report.plover, report.type} & SAID or report.type in answers)
        return replace(report, recipients=before.recipients) if said else report
    if report.type not in answers:
        return report
    own, other = (sides_of(parties, scene.gazetteer) for parties in (report.actors, before.actors))
    if len(before.actors) != 1 or own & other or before.status not in ("done", "announced", "in force"):
        return report
    doers = (*before.actors, *before.recipients) if load_frames()[before.type].symmetric else before.actors
    others = tuple(party for party in doers if not sides_of((party,), scene.gazetteer) & own)
    return replace(report, recipients=others)


def _not_oneself(report: Report, scene: Scene) -> Report:
    """The report without recipients where all are of the side that blames: they were named in a clause before."""
    own = sides_of(report.actors, scene.gazetteer)
    blamed = report.plover == "ACCUSE" and all(sides_of((party,), scene.gazetteer) & own for party in report.recipients)
    return replace(report, recipients=()) if blamed else report
