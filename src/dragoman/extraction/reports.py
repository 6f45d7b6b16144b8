"""Reports of events, read from the sentences of a text."""

from dataclasses import replace

from dragoman.extraction.arguments import arguments
from dragoman.extraction.attribution import attributed_to
from dragoman.extraction.clauses import Clauses, cut
from dragoman.extraction.dating import otherwise, when
from dragoman.extraction.frames import Frame, load_frames
from dragoman.extraction.grammar import load_grammar
from dragoman.extraction.parties import gather
from dragoman.extraction.referring import embedded, going_on, referred
from dragoman.extraction.roles import Cast, cast
from dragoman.extraction.scene import Readings, Scene, scenes
from dragoman.extraction.speakers import Speakers
from dragoman.extraction.status import status_of
from dragoman.extraction.timing import CARRIED, FALLBACK, When, still_to_come
from dragoman.extraction.triggers import Trigger, find_triggers
from dragoman.gazetteer import Gazetteer
from dragoman.model import Quantity, Report

REACH = 2
NEAR = 16
# What a letter says is not told beside the letter; protests told together are one.
_WRITTEN = ("congratulate", "condole")
# Told in a later sentence, these answer what was told before: they are no part of the same occasion.
_ANSWERS = frozenset({"ACCUSE", "THREATEN", "REQUEST", "SANCTION"})
_COUNTED = ("percent", "money", "count")
# What lasts while other things happen: a later sentence that gives no day tells of the same occasion.
_OCCASIONS = frozenset({"visit", "meet", "host", "convene", "attend", "call", "exercise", "sign", "conclude"})


def read_reports(readings: Readings, gazetteer: Gazetteer) -> list[Report]:
    """The event reports of a text, in order. None without a party that the gazetteer knows."""
    grammar = load_grammar(readings.language)
    speakers = Speakers(readings.text, readings.mentions)
    reports: list[Report] = []
    told: tuple[int, str, When] | None = None
    told_in = -REACH
    for number, scene in scenes(readings, grammar, gazetteer):
        triggers = find_triggers(scene)
        if not triggers:
            continue
        clauses = cut(scene, gather(scene), triggers)
        found: list[Report] = []
        for trigger in triggers:
            last = told[2] if told and number - told[0] <= REACH and _goes_on(scene, trigger, told[1]) else None
            readings_of_it = (_report(scene, clauses, option, last) for option in (trigger, *trigger.rivals))
            report = next((report for report in readings_of_it if report is not None), None)
            if report is None or (grammar.deed and embedded(report, found, clauses)):
                continue
            before = reports[-1] if reports and told_in >= number - 1 else None
            report = going_on(referred(report, found, before, scene, clauses.near(*report.trigger)), found, grammar)
            found.append(_said_by(report, speakers.at(trigger.start)))
            if report.status == "done" and report.basis != FALLBACK and report.first:
                told = (number, report.type, When(report.first, report.last, report.precision, CARRIED))
        reports += _without_hollow(found)
        told_in = number if found else told_in
    return reports


def _goes_on(scene: Scene, trigger: Trigger, told: str) -> bool:
    """Whether a deed without a time belongs to the occasion told before it, or follows hard upon it (数小时后)."""
    soon = scene.grammar.soon
    if soon is not None and soon.search(scene.text, max(scene.start, trigger.start - 60), trigger.start):
        return True
    return told in _OCCASIONS and trigger.frame.plover not in _ANSWERS


def _report(scene: Scene, clauses: Clauses, trigger: Trigger, told: When | None) -> Report | None:
    clauses = clauses.near(trigger.start, trigger.end)
    status = status_of(clauses, trigger, scene.grammar)
    if status is None:
        return None
    span = (trigger.start, trigger.end)
    parties = cast(trigger, arguments(clauses, span, scene.grammar), scene.gazetteer)
    if parties is None:
        return None
    start, end = _clause(clauses, parties, trigger)
    time = when(scene, clauses, (start, end), trigger, status) or otherwise(scene, trigger, status, told)
    if time is None:
        return None
    frame = _frame(trigger, parties, scene)
    if status == "announced" and still_to_come(time, scene.published):
        status = "planned"
    return Report(
        start,
        end,
        scene.text[start:end],
        frame.type,
        frame.plover,
        frame.quad,
        parties.actors,
        parties.recipients,
        time.first,
        time.last,
        time.precision,
        time.basis,
        parties.place,
        status,
        attributed_to(clauses, span, scene.grammar),
        trigger.pattern.name,
        span,
        _quantities(scene, trigger),
    )


def _frame(trigger: Trigger, parties: Cast, scene: Scene) -> Frame:
    """The frame of the trigger, or the one that it is where a group of states, or one state, is the only party."""
    known = (*parties.actors, *parties.recipients)
    if trigger.frame.type == "exercise" and len(known) == 1 and scene.gazetteer.entity(known[0]).type != "group":
        return load_frames()["mobilise"]
    if trigger.frame.alone and len(known) == 1 and scene.gazetteer.entity(known[0]).type == "group":
        return load_frames()[trigger.frame.alone]
    return trigger.frame


def _clause(clauses: Clauses, parties: Cast, trigger: Trigger) -> tuple[int, int]:
    """The clause of the trigger, widened to the names of its parties, without blanks and marks at its ends.

    What is announced stands in the clause after.
    """
    start = min(clauses.around(parties.start)[0], clauses.around(trigger.start)[0])
    end = max(clauses.around(parties.end - 1)[1], clauses.around(trigger.end - 1)[1])
    if trigger.frame.yields and end < clauses.end:
        end = clauses.around(end)[1]
    while start < parties.start and not clauses.text[start].isalnum():
        start += 1
    while end > parties.end and not clauses.text[end - 1].isalnum():
        end -= 1
    return start, end


def _quantities(scene: Scene, trigger: Trigger) -> tuple[Quantity, ...]:
    if trigger.frame.quantities == "none":
        return ()
    return tuple(quantity for quantity in scene.quantities if quantity.kind in _COUNTED)


def _said_by(report: Report, speaker: str | None) -> Report:
    """The report with the speaker whose turn it stands in, where the sentence names nobody."""
    if report.attributed_to or speaker is None:
        return report
    return replace(report, attributed_to=speaker)


def _agreed(report: Report, reports: list[Report]) -> bool:
    """Whether a promise only says that another deed, told right after it, is to come (同意恢复外交关系)."""
    if report.type != "promise":
        return False
    return any(
        other.status == "planned"
        and other.type != "promise"
        and set(report.actors) <= {*other.actors, *other.recipients}
        and 0 <= other.trigger[0] - report.trigger[1] <= NEAR
        for other in reports
    )


def _without_hollow(reports: list[Report]) -> list[Report]:
    """No announcement where something else was read in its sentence, and no event told twice in one sentence."""
    solid = [report for report in reports if not load_frames()[report.type].yields and not _agreed(report, reports)]
    kept: dict[tuple[object, ...], Report] = {}
    written = {report.actors for report in solid if report.type == "telegram"}
    for report in solid or reports:
        if report.type in _WRITTEN and report.actors in written:
            continue
        recipients = () if report.type == "complain" else report.recipients
        twin = (report.type, report.actors, recipients, report.status, report.first, report.last)
        kept.setdefault(twin, report)
    return list(kept.values())
