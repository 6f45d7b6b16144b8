"""Reports of events, read from the sentences of a text."""

from dataclasses import replace

from dragoman.extraction.arguments import arguments
from dragoman.extraction.attribution import attributed_to
from dragoman.extraction.clauses import Clauses, cut
from dragoman.extraction.context import Context
from dragoman.extraction.dating import otherwise, when
from dragoman.extraction.frames import Frame, load_frames
from dragoman.extraction.grammar import load_grammar
from dragoman.extraction.parties import gather
from dragoman.extraction.roles import Cast, cast
from dragoman.extraction.scene import Readings, Scene, scenes
from dragoman.extraction.settling import with_those_present, without_bare_promises
from dragoman.extraction.speakers import Speakers
from dragoman.extraction.status import status_of
from dragoman.extraction.timing import CARRIED, FALLBACK, When
from dragoman.extraction.triggers import Trigger, find_triggers
from dragoman.gazetteer import Gazetteer
from dragoman.model import Quantity, Report

REACH = 2
_COUNTED = ("percent", "money", "count")


def read_reports(readings: Readings, gazetteer: Gazetteer) -> list[Report]:
    """The event reports of a text, in order. None without a party that the gazetteer knows."""
    grammar = load_grammar(readings.language)
    speakers = Speakers(readings.text, readings.mentions)
    reports: list[Report] = []
    told: tuple[int, When] | None = None
    context = Context() if grammar.elliptic else None
    for number, scene in scenes(readings, grammar, gazetteer):
        groups = gather(scene)
        if context is not None:
            context.enter(number)
        triggers = find_triggers(scene)
        found: list[Report] = []
        clauses = cut(scene, groups, triggers)
        for trigger in triggers:
            last = told[1] if told and number - told[0] <= REACH else None
            readings_of_it = (_report(scene, clauses, option, last, context) for option in (trigger, *trigger.rivals))
            report = next((report for report in readings_of_it if report is not None), None)
            if report is None:
                continue
            found.append(_said_by(report, speakers.at(trigger.start)))
            if report.status == "done" and report.basis != FALLBACK and report.first:
                told = (number, When(report.first, report.last, report.precision, CARRIED))
            if context is not None:
                context.add(report)
        if context is not None:
            found = with_those_present(without_bare_promises(found, scene.text), gazetteer)
        found = _without_hollow(found)
        if context is not None:
            context.leave(scene, groups, found)
        reports += found
    return reports


def _report(
    scene: Scene, clauses: Clauses, trigger: Trigger, told: When | None, context: Context | None
) -> Report | None:
    clauses = clauses.near(trigger.start, trigger.end)
    status = status_of(clauses, trigger, scene.grammar)
    if status is None:
        return None
    span = (trigger.start, trigger.end)
    cases = arguments(clauses, span, scene.grammar)
    if context is not None:
        cases = context.with_subject(cases, scene, clauses, trigger)
    parties = cast(trigger, cases, scene.gazetteer)
    if parties is None:
        return None
    start, end = _clause(clauses, parties, trigger)
    if context is not None:
        told = context.carried(trigger, (*parties.actors, *parties.recipients), scene.gazetteer)
    time = when(scene, clauses, (start, end), trigger, status) or otherwise(scene, trigger, status, told)
    if time is None:
        return None
    frame = _frame(trigger, parties, scene)
    report = Report(
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
    return report if context is None else context.completed(report, frame, scene, clauses)


def _frame(trigger: Trigger, parties: Cast, scene: Scene) -> Frame:
    """The frame of the trigger, or the one that it is where a group of states is the only party."""
    known = (*parties.actors, *parties.recipients)
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


def _without_hollow(reports: list[Report]) -> list[Report]:
    """No announcement where something else was read in its sentence, and no event told twice in one sentence."""
    solid = [report for report in reports if not load_frames()[report.type].yields]
    kept: dict[tuple[object, ...], Report] = {}
    for report in solid or reports:
        twin = (report.type, report.actors, report.recipients, report.status, report.first, report.last)
        kept.setdefault(twin, report)
    return list(kept.values())
