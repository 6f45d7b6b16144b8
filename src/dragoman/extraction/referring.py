"""Whom a deed is done to where its own clause does not say so: the other party of the deed told before it."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.extraction.clauses import Clauses
from dragoman.extraction.grammar import Grammar
from dragoman.extraction.occasions import sides_of
from dragoman.extraction.scene import Scene
from dragoman.extraction.timing import FALLBACK
from dragoman.model import Report

# Deeds that are always done to somebody, who is often named only once.
_AIMED = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SANCTION"})
# Acts whose content, in the same clause, is no deed told (否认提供武器, 威胁退出, 指责美国袭击).
_OUTER = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
_TOPICS = frozenset({"问题", "局势", "事务", "议题", "核问"})
_TOO = frozenset({"praise", "congratulate", "condole", "support", "mobilise", "accept", "inform"})
# The post that somebody is congratulated on is no deed told either (祝贺黄循财就任总理).
_WISHED, _POSTS = frozenset({"congratulate", "telegram"}), frozenset({"appoint", "elect"})


def referred(report: Report, here: Sequence[Report], last: Report | None, scene: Scene, clauses: Clauses) -> Report:
    """The report with the recipient that the deeds told before it show: `here` in its sentence, `last` the one before.

    With a word for a deed just told (对此, 为此) it is who did that. Else, in the same sentence, it is whom this side
    dealt with there, as doer or as the one done to.
    """
    grammar = scene.grammar
    aimed = report.plover in _AIMED or report.type in _TOO
    if not aimed or report.recipients or not report.actors or grammar.deed is None:
        return report
    if grammar.anyone and grammar.anyone.match(scene.text, report.trigger[1]):
        return report
    own = sides_of(report.actors, scene.gazetteer)
    pointed = grammar.deed.search(scene.text, report.start, report.trigger[1]) is not None
    others = _meant(report, here, own, pointed, scene)
    if not others and (pointed or report.type == "mobilise"):
        others = _subject_before(report, own, clauses)
    if not others and pointed and not here and last:
        others = last.actors
    if not others and report.plover == "ACCUSE":
        others = _matter(report, clauses)
    others = tuple(party for party in others if not sides_of((party,), scene.gazetteer) & own)
    return replace(report, recipients=others) if others else report


def _meant(report: Report, here: Sequence[Report], own: frozenset[str], pointed: bool, scene: Scene) -> tuple[str, ...]:
    """Whom the deed told before in the sentence shows: its doer, or the one to whom this side or others did it."""
    if not here:
        return ()
    before = here[-1]
    if pointed and not sides_of(before.actors, scene.gazetteer) & own:
        return before.actors
    if before.plover == "SUPPORT" and report.plover in _AIMED:
        return ()
    if (before.plover == report.plover and _too(report, scene)) or sides_of(before.actors, scene.gazetteer) & own:
        return before.recipients
    if report.type == before.type == "mobilise" or sides_of(before.recipients, scene.gazetteer) & own:
        return before.actors
    return ()


def _subject_before(report: Report, own: frozenset[str], clauses: Clauses) -> tuple[str, ...]:
    """The subject of the last clause before with one, if it is of another side."""
    start, _ = clauses.around(report.trigger[0])
    heads = [g for g in clauses.groups if g.end <= start and g.case == "" and g.start == clauses.around(g.start)[0]]
    said = any(heads[-1].end <= first < start for first, _ in clauses.speech) if heads else False
    if not heads or said or heads[-1].side in own:
        return ()
    return tuple(member.entity for member in heads[-1].members if member.type != "place")


def _matter(report: Report, clauses: Clauses) -> tuple[str, ...]:
    """Whose deed is complained of after a word for "about" (就匈牙利阻挠一事表示不满)."""
    start, _ = clauses.around(report.trigger[0])
    for group in clauses.groups:
        if start <= group.start and group.end <= report.trigger[0] and group.case == "about":
            deed = clauses.text[group.start - 1] in "就因" and clauses.text[group.end : group.end + 2] not in _TOPICS
            return tuple(m.entity for m in group.members if m.type != "place") if deed else ()
    return ()


def _too(report: Report, scene: Scene) -> bool:
    too = scene.grammar.too
    return too is not None and too.search(scene.text, report.start, report.trigger[0]) is not None


def going_on(report: Report, here: Sequence[Report], grammar: Grammar) -> Report:
    """The report as planned too, where it goes on with what the same actor is told to plan (将访问巴西，并出席峰会)."""
    before = here[-1] if here else None
    if before is None or before.status != "planned" or report.status != "done" or report.plover in _OUTER:
        return report
    same = report.basis == FALLBACK or (report.first, report.last) == (before.first, before.last)
    if not grammar.by_position or report.actors != before.actors or not same:
        return report
    return replace(report, status="planned", first=before.first, last=before.last, basis=before.basis)


def embedded(report: Report, here: Sequence[Report], clauses: Clauses) -> bool:
    """Whether a deed is only what an act of speech told before it in its clause is about."""
    start, _ = clauses.around(report.trigger[0])
    told = [one for one in here[-8:] if start <= one.trigger[0] < report.trigger[0]]
    if report.status == "denied" and any(one.type == "promise" for one in told):
        return True
    return any(one.plover in _OUTER or (one.type in _WISHED and report.type in _POSTS) for one in told)
