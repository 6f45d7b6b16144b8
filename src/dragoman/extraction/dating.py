"""Which of the times of a text is that of a reported event."""

import re

from dragoman.extraction.clauses import Clauses
from dragoman.extraction.scene import Scene
from dragoman.extraction.timing import FALLBACK, When, nearest, of_time, publication
from dragoman.extraction.triggers import Trigger
from dragoman.model import TimeExpression

_BESIDE_TOPIC = re.compile(r"[はもが]$")


def when(scene: Scene, clauses: Clauses, clause: tuple[int, int], trigger: Trigger, status: str) -> When | None:
    """The time of the event: from the clause of its trigger, its parties' clause, or its sentence; None where none is.

    A time that belongs to the saying, not to what was said, does not count, unless the saying is the event.
    """
    span = (trigger.start, trigger.end)
    within = [time for time in scene.times if clauses.start <= time.start < clauses.end]
    if scene.grammar.saying is not None:
        within = _its_own(within, scene, clauses, trigger, status)
    times = [time for time in within if not _of_another(time, clauses, span)]
    found = nearest(times, *clauses.around(trigger.start), span) or nearest(times, *clause, span)
    if found is not None:
        return found
    said = [end for _, end in clauses.speech if end <= trigger.start]
    floor = clauses.start if status == "announced" or not said else max(said)
    return nearest(times, floor, clauses.end, span) or _only(within, floor, span)


def _its_own(
    times: list[TimeExpression], scene: Scene, clauses: Clauses, trigger: Trigger, status: str
) -> list[TimeExpression]:
    """The times that a deed can have in a language where a time holds for what follows it.

    Not those after the clause of the trigger. Where something done is told by somebody, not the day beside the topic;
    where something is announced, that day or one beside the verb of announcing, not the day of its coming into force.
    """
    text, end = scene.text, min(clauses.end, trigger.end + 30)
    stop = text.find("、", trigger.end, clauses.end)
    stop = clauses.end if stop < 0 else stop
    times = [time for time in times if time.start < stop and not text.startswith("目", time.end - 1)]
    opening = [t for t in times if t.start < trigger.start and _BESIDE_TOPIC.search(text, clauses.start, t.start)]
    if status == "announced":
        telling = [time for time in times if time.start >= trigger.end]
        return telling or opening or times
    if opening and scene.grammar.saying and scene.grammar.saying.search(text[trigger.end - 2 : end]):
        return [time for time in times if time not in opening]
    return times


def _only(times: list[TimeExpression], floor: int, trigger: tuple[int, int]) -> When | None:
    """The one time of a sentence, where it stands before the trigger, though another event was told with it."""
    dated = [time for time in times if time.first is not None or time.last is not None]
    if len(dated) != 1 or not floor <= dated[0].start < trigger[0]:
        return None
    return of_time(dated[0])


def otherwise(scene: Scene, trigger: Trigger, status: str, told: When | None) -> When | None:
    """The time of an event whose sentence gives none: that of the event told before it, else the publication.

    None where the words only speak of an event known already ("his visit was historic"), which is no report of it.
    Where the sentence puts it in the past (历史上, かつて), it lies somewhere before the publication.
    """
    if trigger.pattern.nominal:
        return None
    past = scene.grammar.past
    if status == "done" and past is not None and past.search(scene.text, scene.start, trigger.start):
        day = publication(scene.published, status)
        return When(None, day.last, "before", FALLBACK) if day.last else day
    if told is not None and status == "done":
        return told
    return publication(scene.published, status)


def _of_another(time: TimeExpression, clauses: Clauses, trigger: tuple[int, int]) -> bool:
    """Whether a time stands in a clause that reports an event of its own."""
    start, end = clauses.around(time.start)
    own = start <= trigger[0] < end
    return not own and any(start <= first < end for first, _ in clauses.telling)
