"""Reports of events, read from the sentences of a text."""

from dataclasses import replace
from itertools import takewhile

from dragoman.extraction.attribution import attributed_to
from dragoman.extraction.clauses import Clauses, arguments, cut
from dragoman.extraction.dating import otherwise, when
from dragoman.extraction.frames import Frame, load_frames
from dragoman.extraction.grammar import load_grammar
from dragoman.extraction.parties import gather
from dragoman.extraction.roles import Cast, cast
from dragoman.extraction.scene import Readings, Scene, scenes
from dragoman.extraction.speakers import Speakers
from dragoman.extraction.status import status_of
from dragoman.extraction.syntax import Syntax
from dragoman.extraction.timing import CARRIED, FALLBACK, When
from dragoman.extraction.triggers import Trigger, find_triggers
from dragoman.gazetteer import Gazetteer
from dragoman.model import Quantity, Report

REACH = 2
WITHIN = 40
_COUNTED = ("percent", "money", "count")


def read_reports(readings: Readings, gazetteer: Gazetteer) -> list[Report]:
    """The event reports of a text, in order. None without a party that the gazetteer knows."""
    grammar = load_grammar(readings.language)
    speakers = Speakers(readings.text, readings.mentions)
    reports: list[Report] = []
    told: tuple[int, When, str] | None = None
    for number, scene in scenes(readings, grammar, gazetteer):
        triggers = find_triggers(scene)
        if not triggers:
            continue
        groups = gather(scene)
        syntax = Syntax(scene, groups, triggers) if grammar.syntax else None
        telling = [t for t in triggers if syntax is None or syntax.tells(t)]
        clauses = cut(scene, groups, telling)
        found: list[Report] = []
        for trigger in triggers:
            last = told[1] if told and number - told[0] <= REACH and _same_occasion(syntax, trigger, told[2]) else None
            options = takewhile(lambda option: option.pattern.status != "none", (trigger, *trigger.rivals))
            readings_of_it = (_report(scene, clauses, syntax, option, last) for option in options)
            report = next((report for report in readings_of_it if report is not None), None)
            if report is None:
                continue
            found.append(_said_by(report, speakers.at(trigger.start)))
            if report.status == "done" and report.basis != FALLBACK and report.first:
                told = (number, When(report.first, report.last, report.precision, CARRIED), report.plover)
        reports += _without_hollow(found)
    return reports


def _same_occasion(syntax: Syntax | None, trigger: Trigger, before: str) -> bool:
    """Whether an event may keep the day of the one before; in English only what belongs to one meeting."""
    return syntax is None or trigger.frame.plover == before == "CONSULT"


def _read(scene: Scene, clauses: Clauses, syntax: Syntax | None, trigger: Trigger) -> tuple[str, Cast] | None:
    """The status of a trigger and its parties, None where it reports no event."""
    if syntax is None:
        status = status_of(clauses, trigger, scene.grammar)
        if status is None:
            return None
        found = arguments(clauses, (trigger.start, trigger.end), scene.grammar)
    else:
        verb = syntax.told(trigger)
        if verb is None:
            return None
        status, around = syntax.status(trigger, verb), syntax.arguments(trigger, verb)
        if around is None:
            return None
        found = around
    parties = cast(trigger, found, scene.gazetteer)
    return (status, parties) if parties else None


def _report(
    scene: Scene, clauses: Clauses, syntax: Syntax | None, trigger: Trigger, told: When | None
) -> Report | None:
    read = _read(scene, clauses, syntax, trigger)
    if read is None:
        return None
    status, parties = read
    if syntax is not None:
        scene = replace(scene, times=syntax.times(trigger))
        trigger = replace(trigger, frame=syntax.frame(trigger))
    span = (trigger.start, trigger.end)
    start, end = _clause(clauses, parties, trigger)
    time = when(scene, clauses, (start, end), trigger, status) or otherwise(scene, trigger, status, told)
    if time is None:
        return None
    frame = _frame(trigger, parties, scene)
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


def _kept_by_another(report: Report, reports: list[Report]) -> bool:
    """Whether a promise is told by what is promised: "agreed to visit"."""
    if report.type != "promise":
        return False
    after = (r for r in reports if 0 <= r.trigger[0] - report.trigger[1] <= WITHIN)
    return any(r.actors == report.actors and r.status in ("planned", "announced", "conditional") for r in after)


def _without_hollow(reports: list[Report]) -> list[Report]:
    """No announcement where something else was read in its sentence, and no event told twice in one sentence."""
    solid = [r for r in reports if not load_frames()[r.type].yields and not _kept_by_another(r, reports)]
    kept: dict[tuple[object, ...], Report] = {}
    for report in solid or reports:
        twin = (report.type, report.actors, report.recipients, report.status, report.first, report.last)
        kept.setdefault(twin, report)
    return list(kept.values())
