"""Whom a deed is done to where its own clause does not say so: the other party of the deed told before it."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.extraction.grammar import Grammar
from dragoman.gazetteer import Gazetteer
from dragoman.model import Report

# Deeds that are always done to somebody, who is often named only once.
_AIMED = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SANCTION"})
_TOO = frozenset({"praise", "congratulate", "condole", "support", "mobilise"})


def referred(
    report: Report, here: Sequence[Report], last: Report | None, text: str, grammar: Grammar, gazetteer: Gazetteer
) -> Report:
    """The report with the recipient that the deeds told before it show: `here` in its sentence, `last` the one before.

    With a word for a deed just told (对此, 为此) it is who did that. Else, in the same sentence, it is whom this side
    dealt with there, as doer or as the one done to.
    """
    if grammar.deed is None or report.recipients or not report.actors:
        return report
    if report.plover not in _AIMED and report.type not in _TOO:
        return report
    own = _sides(report.actors, gazetteer)
    before = here[-1] if here else last
    if before is None:
        return report
    if grammar.deed.search(text, report.start, report.trigger[1]):
        return _toward(report, before.actors, own, gazetteer)
    if not here:
        return report
    if _sides(before.actors, gazetteer) & own:
        return _toward(report, before.recipients, own, gazetteer)
    if _sides(before.recipients, gazetteer) & own:
        return _toward(report, before.actors, own, gazetteer)
    return report


def _toward(report: Report, parties: tuple[str, ...], own: set[str], gazetteer: Gazetteer) -> Report:
    others = tuple(party for party in parties if not _sides((party,), gazetteer) & own)
    return replace(report, recipients=others) if others else report


def _sides(parties: Sequence[str], gazetteer: Gazetteer) -> set[str]:
    return {gazetteer.state_of(party) or party for party in parties}
