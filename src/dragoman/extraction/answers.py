"""What a report takes from the one told before it: its day, where the occasion is the same, and whom it answers."""

from dataclasses import dataclass, replace

from dragoman.extraction.frames import load_frames
from dragoman.extraction.roles import Cast
from dragoman.extraction.scene import Scene
from dragoman.extraction.status import SAID
from dragoman.extraction.timing import When
from dragoman.extraction.triggers import Trigger
from dragoman.gazetteer import Gazetteer
from dragoman.model import Report


@dataclass(frozen=True, slots=True)
class Told:
    """The last event told with a day: the number of its sentence, its time, and its parties."""

    sentence: int
    time: When
    parties: frozenset[str]


def parties_of(report: Report) -> frozenset[str]:
    """The actors and recipients of a report together."""
    return frozenset((*report.actors, *report.recipients))


def carried(told: Told | None, scene: Scene, trigger: Trigger, parties: Cast) -> When | None:
    """The time of the last event told, where this one is of the same occasion; always in a language without such words.

    It is by a word for it (양 정상은, 회담에서), or where two of the same sides meet again; words said about an event
    are none of it.
    """
    if told is None or scene.grammar.occasion is None:
        return told.time if told else None
    if scene.grammar.occasion.search(scene.text, scene.start, trigger.end):
        return told.time
    if {trigger.frame.plover, trigger.frame.type} & SAID:
        return None
    sides = _sides(frozenset((*parties.actors, *parties.recipients)), scene.gazetteer)
    return told.time if len(sides) > 1 and sides <= _sides(told.parties, scene.gazetteer) else None


def answered(report: Report, before: Report | None, scene: Scene) -> Report:
    """A report of an answer that names nobody with whom it answers: the doer of the deed told just before.

    Where the same side said more before (비난하고 경고했다), it has the same recipient.
    """
    answers = scene.grammar.answers
    if before is None or report.recipients or not report.actors or not answers:
        return report
    if before.actors == report.actors:
        said = {before.plover, before.type} & SAID and ({report.plover, report.type} & SAID or report.type in answers)
        return replace(report, recipients=before.recipients) if said else report
    if report.type not in answers:
        return report
    own, other = (_sides(frozenset(parties), scene.gazetteer) for parties in (report.actors, before.actors))
    mutual = load_frames()[before.type].symmetric
    doers = before.actors + before.recipients if mutual else before.actors
    if len(before.actors) != 1 or own & other or before.status not in ("done", "announced", "in force"):
        return report
    return replace(report, recipients=doers)


def _sides(parties: frozenset[str], gazetteer: Gazetteer) -> frozenset[str]:
    return frozenset(gazetteer.state_of(party) or party for party in parties)
