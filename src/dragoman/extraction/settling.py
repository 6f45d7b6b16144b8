"""The reports of one sentence settled among each other, in languages that leave out what is understood."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.extraction.frames import Frame, load_frames
from dragoman.extraction.roles import Cast
from dragoman.extraction.scene import Scene
from dragoman.extraction.triggers import Trigger
from dragoman.gazetteer import Gazetteer
from dragoman.model import Report

_BESIDE, _MANY, _BOTH = 12, 40, 2


def with_those_present(reports: Sequence[Report], gazetteer: Gazetteer) -> list[Report]:
    """A meeting named by its states is that of the persons of theirs who attend it (日中韓外相会談…が出席した)."""
    kept = list(reports)
    for report in reports:
        if report.type != "attend" or len(reports) > _MANY:
            continue
        home = {gazetteer.state_of(actor) or actor for actor in report.actors}
        for at, other in enumerate(kept):
            states = {*other.actors, *other.recipients}
            if other.type == "meet" and len(states) > 1 and states == home:
                kept[at] = replace(other, actors=report.actors, recipients=())
                kept.remove(report)
                break
    return kept


def without_bare_promises(reports: Sequence[Report], text: str) -> list[Report]:
    """No promise or order signed where what it says, just before it, was read (再開することで合意した)."""
    ends = {report.trigger[1] for report in reports if report.status != "done"}

    def bare(report: Report) -> bool:
        first = report.trigger[0]
        near = (place for place in range(first - _BESIDE, first + 1) if place in ends)
        return report.type in ("promise", "sign", "retaliate") and any("、" not in text[place:first] for place in near)

    return [report for report in reports if not bare(report)]


def kind_of(trigger: Trigger, parties: Cast, scene: Scene) -> Frame:
    """The frame of the trigger, or the one that it is where a group of states, or one state, is the only party."""
    known = (*parties.actors, *parties.recipients)
    if len(known) > 1:
        states = {scene.gazetteer.entity(party).type for party in known} == {"state"}
        both = trigger.frame.type == "convene" and states and len(known) == _BOTH and scene.grammar.syntax is None
        return load_frames()["meet"] if both else trigger.frame
    group = scene.gazetteer.entity(known[0]).type == "group"
    joint = scene.grammar.joint
    shared = joint is not None and joint.search(scene.text, trigger.start, trigger.end) is not None
    if trigger.frame.type == "exercise" and not group and not shared:
        return load_frames()["mobilise"]
    if trigger.frame.alone and group:
        return load_frames()[trigger.frame.alone]
    return trigger.frame
