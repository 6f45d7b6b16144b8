"""Which of the times of a text is that of a reported event."""

import re

from dragoman.extraction.clauses import Clauses
from dragoman.extraction.scene import Scene
from dragoman.extraction.timing import FALLBACK, When, nearest, of_time, publication
from dragoman.extraction.triggers import Trigger
from dragoman.model import TimeExpression

# Acts that are done by saying them: the day of saying is theirs.
_SAYING = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
_SAID = frozenset({"support", "praise", "defend", "congratulate", "condole", "apologise"})


def when(scene: Scene, clauses: Clauses, clause: tuple[int, int], trigger: Trigger, status: str) -> When | None:
    """The time of the event: from the clause of its trigger, its parties' clause, or its sentence; None where none is.

    A time that belongs to the saying, not to what was said, does not count, unless the saying is the event.
    """
    span = (trigger.start, trigger.end)
    within = [time for time in scene.times if clauses.start <= time.start < clauses.end]
    times = [t for t in within if not _of_another(t, clauses, span) and not _of_object(t, scene, clauses, span)]
    said = [end for _, end in clauses.speech if end <= trigger.start]
    own = scene.grammar.during
    to_come = own is not None and status in ("planned", "conditional")
    to_come = to_come and not (own and own.search(scene.text, clauses.around(trigger.start)[0], trigger.start))
    found = nearest(times, *clauses.around(trigger.start), span)
    if found is not None or to_come:
        return found or nearest(times, max(said, default=clauses.start), trigger.start, span)
    found = nearest(times, *clause, span)
    if found is not None:
        return found
    by_saying = trigger.frame.plover in _SAYING or trigger.frame.type in _SAID
    floor = clauses.start if status == "announced" or by_saying or not said else max(said)
    found = nearest(times, floor, clauses.end, span) or _only(scene, floor, span)
    return found if found is not None or scene.grammar.late is None else _last(scene, clauses, floor, span)


def _of_object(time: TimeExpression, scene: Scene, clauses: Clauses, trigger: tuple[int, int]) -> bool:
    """Whether a time stands in the object of the verb: in Chinese the time of a deed comes before its verb.

    After it only where a coverb brings it in (定于6月12日, 访问至15日).
    """
    late: re.Pattern[str] | None = scene.grammar.late
    start, end = clauses.around(trigger[0])
    if late is None or not trigger[1] <= time.start < end:
        return False
    return late.search(scene.text, max(start, time.start - 4), time.start) is None


def _last(scene: Scene, clauses: Clauses, floor: int, trigger: tuple[int, int]) -> When | None:
    """The last time told before the trigger, which holds for what follows it in its sentence."""
    floor = max(floor, clauses.start)
    before = [time for time in scene.times if floor <= time.start < trigger[0] and (time.first or time.last)]
    before = [t for t in before if not any(_of_object(t, scene, clauses, span) for span in clauses.telling)]
    return of_time(before[-1]) if before else None


def _only(scene: Scene, floor: int, trigger: tuple[int, int]) -> When | None:
    """The one time of a sentence, where it stands before the trigger, though another event was told with it."""
    dated = [time for time in scene.times if time.first is not None or time.last is not None]
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
