"""Whom a deed is done to where its own clause does not say so: the other party of the deed told before it."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.extraction.clauses import Clauses
from dragoman.extraction.scene import Scene
from dragoman.gazetteer import Gazetteer
from dragoman.model import Report

# Deeds that are always done to somebody, who is often named only once.
_AIMED = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SANCTION"})
# Acts whose content, in the same clause, is no deed told (否认提供武器, 威胁退出, 指责美国袭击).
_OUTER = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
_TOO = frozenset({"praise", "congratulate", "condole", "support", "mobilise"})


def referred(report: Report, here: Sequence[Report], last: Report | None, scene: Scene) -> Report:
    """The report with the recipient that the deeds told before it show: `here` in its sentence, `last` the one before.

    With a word for a deed just told (对此, 为此) it is who did that. Else, in the same sentence, it is whom this side
    dealt with there, as doer or as the one done to.
    """
    before = here[-1] if here else last
    aimed = report.plover in _AIMED or report.type in _TOO
    if before is None or not aimed or report.recipients or not report.actors or scene.grammar.deed is None:
        return report
    own = _sides(report.actors, scene.gazetteer)
    others: tuple[str, ...] = ()
    if scene.grammar.deed.search(scene.text, report.start, report.trigger[1]):
        others = before.actors
    elif here and _sides(before.actors, scene.gazetteer) & own:
        others = before.recipients
    elif here and _sides(before.recipients, scene.gazetteer) & own:
        others = before.actors
    others = tuple(party for party in others if not _sides((party,), scene.gazetteer) & own)
    return replace(report, recipients=others) if others else report


def embedded(report: Report, here: Sequence[Report], clauses: Clauses) -> bool:
    """Whether a deed is only what an act of speech told before it in its clause is about."""
    start, _ = clauses.around(report.trigger[0])
    return any(one.plover in _OUTER and start <= one.trigger[0] < report.trigger[0] for one in here)


def _sides(parties: Sequence[str], gazetteer: Gazetteer) -> set[str]:
    return {gazetteer.state_of(party) or party for party in parties}
