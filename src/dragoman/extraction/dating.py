"""Which of the times of a text is that of a reported event."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.extraction.clauses import Clauses
from dragoman.extraction.occasions import hard_upon
from dragoman.extraction.scene import Scene
from dragoman.extraction.status import SAID
from dragoman.extraction.timing import PAST, When, nearest, of_time, publication
from dragoman.extraction.triggers import Trigger
from dragoman.model import TimeExpression

# Acts that are done by saying them: the day of saying is theirs.
_SAYING = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
_BESIDE_TOPIC = re.compile(r"[はもが]$")
_SAID = frozenset({"support", "praise", "defend", "congratulate", "condole", "apologise"})


def when(scene: Scene, clauses: Clauses, clause: tuple[int, int], trigger: Trigger, status: str) -> When | None:
    """The time of the event: from the clause of its trigger, its parties' clause, or its sentence; None where none is.

    A time that belongs to the saying, not to what was said, does not count, unless the saying is the event.
    """
    span = (trigger.start, trigger.end)
    if scene.grammar.dated:
        return nearest(_ahead(scene, clauses, trigger, status), clauses.start, clauses.end, span)
    within = [time for time in scene.times if clauses.start <= time.start < clauses.end]
    if scene.grammar.saying is not None:
        within = _its_own(within, scene, clauses, trigger, status)
    times = [t for t in within if not _of_another(t, clauses, span) and not _of_object(t, scene, clauses, span)]
    if scene.grammar.once is not None:
        times = [time for time in times if not _once_set(time, scene)]
    if scene.grammar.late is not None and trigger.frame.plover in _SAYING:
        times = [time for time in times if time.start < trigger.end]
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
    by_saying = scene.grammar.late is not None and (trigger.frame.plover in _SAYING or trigger.frame.type in _SAID)
    floor = clauses.start if status == "announced" or by_saying or not said else max(said)
    alone = times if scene.grammar.late is not None else scene.times if scene.grammar.saying is None else within
    found = nearest(times, floor, clauses.end, span) or _only(alone, floor, span)
    return found if found is not None or scene.grammar.late is None else _last(scene, clauses, floor, span)


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
    named = scene.grammar.named
    times = [time for time in times if named is None or not named.match(text, time.end, trigger.start + 1)]
    before = max((end for _, end in clauses.telling if end <= trigger.start), default=None)
    if status == "announced" and before and (own := [t for t in times if before <= t.start < trigger.start]):
        return own
    opening = [t for t in times if t.start < trigger.start and _BESIDE_TOPIC.search(text, clauses.start, t.start)]
    if status == "announced":
        telling = [time for time in times if time.start >= trigger.end]
        return telling or opening or times
    if opening and scene.grammar.saying and scene.grammar.saying.search(text[trigger.end - 2 : end]):
        return [time for time in times if time not in opening]
    return times


def _of_object(time: TimeExpression, scene: Scene, clauses: Clauses, trigger: tuple[int, int]) -> bool:
    """Whether a time stands in the object of the verb or a later clause: in Chinese a deed's time precedes its verb.

    After it only where a coverb brings it in (定于6月12日, 访问至15日).
    """
    late: re.Pattern[str] | None = scene.grammar.late
    start, end = clauses.around(trigger[0])
    if late is None or time.start < trigger[1]:
        return False
    if time.start >= end:
        return True
    return late.search(scene.text, max(start, time.start - 4), time.start) is None


def _once_set(time: TimeExpression, scene: Scene) -> bool:
    """Whether a time is the one first set for what did not come (原定22日举行的会议被推迟)."""
    once = scene.grammar.once
    return once is not None and once.search(scene.text, max(0, time.start - 4), time.start) is not None


def _last(scene: Scene, clauses: Clauses, floor: int, trigger: tuple[int, int]) -> When | None:
    """The last time told before the trigger, which holds for what follows it in its sentence."""
    floor = max(floor, clauses.start)
    before = [time for time in scene.times if floor <= time.start < trigger[0] and (time.first or time.last)]
    before = [t for t in before if not any(_of_object(t, scene, clauses, span) for span in clauses.telling)]
    return of_time(before[-1]) if before else None


def _ahead(scene: Scene, clauses: Clauses, trigger: Trigger, status: str) -> list[TimeExpression]:
    """The times before a trigger that can be its own; those that only say which thing is meant where no other is."""
    marks, text, first = scene.grammar.dated, scene.text, trigger.start
    dated = [t for t in scene.times if clauses.start <= t.start < clauses.end and (t.first or t.last)]
    saying = {trigger.frame.plover, trigger.frame.type} & SAID
    if saying or status == "announced":
        said = [t for t in dated if t.start >= trigger.end and marks["after"].fullmatch(text, trigger.end, t.start)]
        if said:
            return said
    times = [t for t in dated if t.end <= trigger.end]
    if not saying and marks["reported"].match(text, trigger.end):
        times = [t for t in times if not _of_saying(clauses, t, first, marks)]
    times = [
        t for t in times if not ((saying or _quoted(text, t, first, marks)) and _of_what_is_said(clauses, t, marks))
    ]
    own = [t for t in times if not marks["adnominal"].match(text, t.end, trigger.end)]
    return own or times


def _of_saying(clauses: Clauses, time: TimeExpression, first: int, marks: dict[str, re.Pattern[str]]) -> bool:
    """Whether a time stands after the topic of the sentence and before the subject of what is reported."""
    topic = marks["topic"].search(clauses.text, clauses.start, time.start)
    return topic is not None and marks["subject"].search(clauses.text, time.end, first) is not None


def _quoted(text: str, time: TimeExpression, first: int, marks: dict[str, re.Pattern[str]]) -> bool:
    """Whether the clause in which a time stands is closed as one of speech before the trigger."""
    return marks["closed"].search(text, time.end, first) is not None


def _of_what_is_said(clauses: Clauses, time: TimeExpression, marks: dict[str, re.Pattern[str]]) -> bool:
    """Whether a time stands after the subject of the clause that says what is denied or blamed."""
    topic = marks["speaker"].search(clauses.text, clauses.start, time.start)
    return topic is not None and marks["subject"].search(clauses.text, topic.end(), time.start) is not None


def _only(times: Sequence[TimeExpression], floor: int, trigger: tuple[int, int]) -> When | None:
    """The one time of a sentence, where it stands before the trigger, though another event was told with it."""
    dated = [time for time in times if time.first is not None or time.last is not None]
    if len(dated) != 1 or not floor <= dated[0].start < trigger[0]:
        return None
    return of_time(dated[0])


def otherwise(scene: Scene, trigger: Trigger, status: str, told: When | None) -> When | None:
    """The time of an event whose sentence gives none: that of the event told before it, else by the publication.

    None where the words only speak of an event known already ("his visit was historic"), which is no report of it.
    Where the sentence puts it in the past (历史上, かつて), it lies somewhere before the publication.
    """
    if trigger.pattern.nominal:
        return None
    past = scene.grammar.past
    if status == "done" and past is not None and past.search(scene.text, scene.start, trigger.start):
        day = publication(scene.published, status)
        return replace(day, basis=PAST) if day.last else day
    telling = scene.grammar.occasion is not None or hard_upon(scene, trigger)
    if told is not None and (status == "done" or (status == "announced" and telling)):
        return told
    return publication(scene.published, status)


def _of_another(time: TimeExpression, clauses: Clauses, trigger: tuple[int, int]) -> bool:
    """Whether a time stands in a clause that reports an event of its own."""
    start, end = clauses.around(time.start)
    own = start <= trigger[0] < end
    return not own and any(start <= first < end for first, _ in clauses.telling)
