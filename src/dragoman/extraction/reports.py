"""Reports of events, read from the sentences of a text."""

from dataclasses import dataclass, field, replace
from itertools import takewhile

from dragoman.extraction.answers import answered
from dragoman.extraction.arguments import arguments
from dragoman.extraction.attribution import attributed_to
from dragoman.extraction.clauses import Clauses, cut
from dragoman.extraction.context import Context
from dragoman.extraction.dating import otherwise, when
from dragoman.extraction.frames import load_frames
from dragoman.extraction.grammar import load_grammar
from dragoman.extraction.hollow import without_hollow
from dragoman.extraction.occasions import Told, carried, hard_upon, told_by
from dragoman.extraction.parties import Group, gather
from dragoman.extraction.referring import embedded, going_on, referred
from dragoman.extraction.roles import Cast, cast
from dragoman.extraction.scene import Readings, Scene, scenes
from dragoman.extraction.settling import kind_of, with_those_present, without_bare_promises
from dragoman.extraction.speakers import Speakers
from dragoman.extraction.status import SAID, status_of
from dragoman.extraction.syntax import Syntax
from dragoman.extraction.timing import CARRIED, FALLBACK, When, on_publication, outlasts, still_to_come
from dragoman.extraction.triggers import Trigger, find_triggers
from dragoman.gazetteer import Gazetteer
from dragoman.model import Quantity, Report

REACH = 2
DONE = ("done",)
TOLD = ("done", "announced", "in force")
_COUNTED = ("percent", "money", "count")


def read_reports(readings: Readings, gazetteer: Gazetteer) -> list[Report]:
    """The event reports of a text, in order. None without a party that the gazetteer knows."""
    grammar = load_grammar(readings.language)
    speakers = Speakers(readings.text, readings.mentions)
    announces = grammar.syntax is not None or grammar.elliptic is not None
    story = _Story(Context() if grammar.elliptic else None, announces)
    for number, scene in scenes(readings, grammar, gazetteer):
        triggers = find_triggers(scene)
        if not triggers and story.context is None:
            continue
        page = _Page(scene, triggers)
        story.open(number)
        for trigger in triggers:
            report = story.told(page, trigger)
            if report is not None:
                story.add(_said_by(report, speakers.at(trigger.start), scene))
        story.close(page)
    return story.reports


class _Page:
    """A sentence cut for reading: its groups of parties, its clauses, and its syntax where a grammar has one."""

    def __init__(self, scene: Scene, triggers: list[Trigger]) -> None:
        self.scene = scene
        self.groups = gather(scene)
        self.syntax = Syntax(scene, self.groups, triggers) if scene.grammar.syntax else None
        syntax = self.syntax
        telling = triggers if syntax is None else [trigger for trigger in triggers if syntax.tells(trigger)]
        self.clauses = cut(scene, self.groups, telling)


@dataclass(slots=True)
class _Story:
    """What the text has told so far, and what its present sentence adds (`here`).

    `announces`: whether later deeds may take their day from one announced, not only from one done.
    """

    context: Context | None
    announces: bool = False
    reports: list[Report] = field(default_factory=list)
    here: list[Report] = field(default_factory=list)
    number: int = 0
    told_in: int = -REACH
    dated: Told | None = None

    def open(self, number: int) -> None:
        """A sentence begins."""
        self.number, self.here = number, []
        if self.context is not None:
            self.context.enter(number)

    def told(self, page: _Page, trigger: Trigger) -> Report | None:
        """The report of a trigger with what the text before it adds, None where it tells no event of its own."""
        options = takewhile(lambda option: option.pattern.status != "none", (trigger, *trigger.rivals))
        readings_of_it = (self._report(page, option) for option in options)
        report = next((report for report in readings_of_it if report is not None), None)
        grammar = page.scene.grammar
        if report is None:
            return None
        if grammar.deed is not None:
            if embedded(report, self.here, page.clauses):
                return None
            near = self.reports[-1] if self.reports and self._near() else None
            clauses = page.clauses.near(*report.trigger)
            report = going_on(referred(report, self.here, near, page.scene, clauses), self.here, grammar)
        if grammar.answers:
            before = (self.here or (self.reports if self._near() else []))[-1:]
            report = answered(report, before[0] if before else None, page.scene)
            lacking = grammar.syntax is None and load_frames()[report.type].needs == "both"
            return None if lacking and not report.recipients else report
        return report

    def _near(self) -> bool:
        return self.told_in >= self.number - 1

    def add(self, report: Report) -> None:
        """A report of the present sentence."""
        self.here.append(report)
        if (
            report.status in (TOLD if self.announces else DONE)
            and report.basis not in (FALLBACK, CARRIED)
            and report.first
        ):
            self.dated = told_by(report, self.number, When(report.first, report.last, report.precision, CARRIED))
        if self.context is not None:
            self.context.add(report)

    def close(self, page: _Page) -> None:
        """A sentence ends."""
        scene, found = page.scene, self.here
        if found:
            self.told_in = self.number
        if self.context is not None:
            found = with_those_present(without_bare_promises(found, scene.text), scene.gazetteer)
        found = without_hollow(found)
        if self.context is not None:
            self.context.leave(scene, page.groups, found)
        self.reports += found

    def _report(self, page: _Page, trigger: Trigger) -> Report | None:
        scene, clauses = page.scene, page.clauses.near(trigger.start, trigger.end)
        read = self._read(page, clauses, trigger)
        if read is None:
            return None
        status, parties = read
        if page.syntax is not None:
            scene = replace(scene, times=page.syntax.times.of(trigger))
            trigger = replace(trigger, frame=page.syntax.frame(trigger))
        start, end = _clause(clauses, parties, trigger)
        time = _past(when(scene, clauses, (start, end), trigger, status), scene, trigger, status)
        earlier = page.syntax is not None and page.syntax.earlier(trigger)
        told = None if earlier else _past(self._carried(scene, trigger, parties), scene, trigger, status)
        time = time or otherwise(scene, trigger, status, told)
        if time is None:
            return None
        if scene.grammar.late is not None and still_to_come(time, scene.published):
            spoken = status == "done" and _speaks(trigger.frame.plover, trigger.frame.type)
            status = "planned" if not spoken and status in ("announced", "in force", "done") else status
        frame = kind_of(trigger, parties, scene)
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
            attributed_to(clauses, (trigger.start, trigger.end), scene.grammar),
            trigger.pattern.name,
            (trigger.start, trigger.end),
            _quantities(scene, trigger),
        )
        return report if self.context is None else self.context.completed(report, frame, scene, clauses)

    def _read(self, page: _Page, clauses: Clauses, trigger: Trigger) -> tuple[str, Cast] | None:
        """The status of a trigger and its parties, None where it reports no event."""
        scene = page.scene
        status: str | None
        found: list[tuple[str, Group]] | None
        if page.syntax is not None:
            verb = page.syntax.told(trigger)
            if verb is None:
                return None
            status, found = page.syntax.status(trigger, verb), page.syntax.arguments(trigger, verb)
        else:
            status = status_of(clauses, trigger, scene.grammar)
            if status is None:
                return None
            found = arguments(clauses, (trigger.start, trigger.end), scene.grammar)
        if status is None or found is None:
            return None
        if self.context is not None:
            found = self.context.with_subject(found, scene, clauses, trigger)
        parties = cast(trigger, found, scene.gazetteer, scene.grammar.answers)
        return (status, parties) if parties else None

    def _carried(self, scene: Scene, trigger: Trigger, parties: Cast) -> When | None:
        """The time that an event without one takes from the event told before it."""
        near = self.dated if self.dated is not None and self.number - self.dated.sentence <= REACH else None
        if self.context is not None and not (near and hard_upon(scene, trigger)):
            return self.context.carried(trigger, (*parties.actors, *parties.recipients), scene.gazetteer)
        return carried(near, scene, trigger, parties)


def _past(time: When | None, scene: Scene, trigger: Trigger, status: str) -> When | None:
    """The time, but for a promise made where it is not over on the day of publication: that is of what was promised."""
    promised = trigger.frame.type == "promise" and status == "done"
    promised = promised or (scene.grammar.syntax is None and trigger.frame.plover in ("REQUEST", "AGREE"))
    return None if time is not None and promised and outlasts(time, scene.published) else time


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


def _said_by(report: Report, speaker: str | None, scene: Scene) -> Report:
    """The report with the speaker whose turn it stands in, where the sentence names nobody.

    What a speaker says for his own side is said as it is published.
    """
    if report.attributed_to or speaker is None:
        return report
    report = replace(report, attributed_to=speaker)
    side = scene.gazetteer.state_of(speaker)
    own = side is not None and side in {scene.gazetteer.state_of(actor) or actor for actor in report.actors}
    day = (
        on_publication(scene.published)
        if own and report.basis == FALLBACK and _speaks(report.plover, report.type)
        else None
    )
    return report if day is None else replace(report, first=day.first, last=day.last, precision=day.precision)


def _speaks(plover: str, kind: str) -> bool:
    """Whether a deed is done by saying it."""
    return bool({plover, kind} & SAID)
