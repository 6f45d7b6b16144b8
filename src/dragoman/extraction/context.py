"""What a sentence leaves to the text before it, in languages that leave out what is understood (grammar: elliptic).

The subject of a verb without one is the topic before it; who is answered, blamed or asked, where nobody is named, is
the other side of the deed told before; and only a part of the same occasion shares its day.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.extraction.clauses import Clauses
from dragoman.extraction.frames import Frame, load_frames
from dragoman.extraction.occasions import sides_of
from dragoman.extraction.particles import is_topic
from dragoman.extraction.parties import Group
from dragoman.extraction.scene import Scene
from dragoman.extraction.timing import CARRIED, FALLBACK, When
from dragoman.extraction.triggers import Trigger
from dragoman.gazetteer import Gazetteer
from dragoman.model import Mention, Report

REACH, _KEPT = 2, 40
# Acts in words that have somebody whom they answer, blame or ask; and measures that answer a deed.
_ADDRESSED = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
_ALONE = frozenset({"deny", "veto"})
_ANSWERS = frozenset({"apologise", "retaliate", "sue", "cancel", "praise"})
# What is part of a meeting or visit, and so of its day and place.
_OCCASION = frozenset({"visit", "meet", "host", "convene", "attend", "mediate"})
_PART = frozenset({"CONSULT", "AGREE", "sign", "conclude", "exercise", "refuse", "truce", "improve"})
_MUTUAL = frozenset({"meet", "call", "sign", "conclude", "exercise", "promise"})
_JOINT = frozenset({"promise", "conclude", "sign"})
_HARM = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})
_GIVEN = frozenset({"CONCEDE", "AID", "RETREAT", "CONSULT"})
_TO_COME = frozenset({"announced", "planned"})
_OF_BOTH, _BOTH = frozenset({"meet", "cancel"}), 2
_INSTEAD = frozenset({"call", "telegram"})


@dataclass(slots=True)
class Context:
    """What the text has told so far: its last topic, and the deeds of the last sentences with their numbers."""

    number: int = 0
    topic: tuple[int, Group] | None = None
    told: list[tuple[int, Report]] = field(default_factory=list)

    def enter(self, number: int) -> None:
        """A sentence begins."""
        self.number = number

    def add(self, report: Report) -> None:
        """A report of the sentence; only the last ones are kept, so that a long text costs no more than its length."""
        self.told.append((self.number, report))
        del self.told[:-_KEPT]

    def leave(self, scene: Scene, groups: Sequence[Group], kept: Sequence[Report]) -> None:
        """A sentence ends: its topic, or its first subject, may be that of the next; so may the reports kept of it."""
        places = {report.trigger for report in kept}
        self.told = [row for row in self.told if row[0] != self.number or row[1].trigger in places]
        subjects = [group for group in groups if group.case == "subject"]
        topics = [group for group in subjects if is_topic(scene.text, group, scene.grammar)]
        if chosen := (topics or subjects)[:1]:
            self.topic = (self.number, chosen[0])

    def with_subject(
        self, cases: list[tuple[str, Group]], scene: Scene, clauses: Clauses, trigger: Trigger
    ) -> list[tuple[str, Group]]:
        """The cases of a trigger with the topic of the sentence before, where its own has nothing as subject."""
        if trigger.frame.type in _OF_BOTH and trigger.pattern.roles.get("subject") == "none":
            return cases or self._pair(trigger, scene.gazetteer)
        counted = scene.grammar.counted
        named = any(case in ("subject", "by", "theme") for case, _ in cases)
        if not named and counted and (match := counted.search(scene.text, clauses.start, trigger.start)):
            return [*cases, *self._pair(trigger, scene.gazetteer, int(match[1]))]
        pattern = scene.grammar.elliptic
        if self.topic is None or pattern is None or not 0 < self.number - self.topic[0] <= REACH:
            return cases
        if named:
            return cases
        if pattern.search(scene.text, clauses.start, trigger.end):
            return cases
        return [("subject", replace(self.topic[1], start=trigger.start, end=trigger.start)), *cases]

    def _pair(self, trigger: Trigger, gazetteer: Gazetteer, count: int = 0) -> list[tuple[str, Group]]:
        """The sides of the deed told last, as those of a meeting told of without them (協議は2日間行われた)."""
        last = self._last()
        if last is None or len(parties := (*last.actors, *last.recipients)) < _BOTH or count not in (0, len(parties)):
            return []
        place = trigger.start
        names = tuple(Mention(place, place, "", party, gazetteer.entity(party).type) for party in parties)
        return [("subject" if count else "by", Group(place, place, names, ""))]

    def carried(self, trigger: Trigger, report_parties: Sequence[str], gazetteer: Gazetteer) -> When | None:
        """The days of the deed told last, where this one is part of the same occasion."""
        last = self._last()
        if last is None or last.basis == FALLBACK or not last.first or last.status != "done":
            return None
        if self.told[-1][0] != self.number and not same_occasion(last, trigger.frame, report_parties, gazetteer):
            return None
        return When(last.first, last.last, last.precision, CARRIED)

    def _last(self) -> Report | None:
        """The deed told last, within reach."""
        for number, report in reversed(self.told):
            return report if self.number - number <= REACH else None
        return None

    def completed(self, report: Report, frame: Frame, scene: Scene, clauses: Clauses) -> Report:
        """The report with the other side as recipient, where its sentence names it elsewhere or leaves it out."""
        if report.status == "announced" and frame.plover in _HARM and _iffy(report, clauses, scene):
            frame = load_frames()["threaten"]
            report = replace(report, type=frame.type, plover=frame.plover, quad=frame.quad, status="done")
        elif report.status in _TO_COME and frame.plover in _GIVEN and _iffy(report, clauses, scene):
            report = replace(report, status="conditional")
        if report.recipients:
            return _foreign(report, scene.gazetteer)
        if not report.actors or report.type in _ALONE:
            return report
        gazetteer = scene.gazetteer
        if frame.type in _JOINT:
            return self._jointly(report)
        addressed = frame.plover in _ADDRESSED
        own = sides_of(report.actors, gazetteer)
        found: tuple[str, ...] = ()
        if addressed:
            found = _named(report, own, clauses, frame, scene)
        elif frame.announceable:
            found = _prompting(report, own, clauses, scene)
        if not found:
            found = self._other(report, own, addressed or frame.type in _ANSWERS, frame, gazetteer)
        return replace(report, recipients=found) if found else report

    def _jointly(self, report: Report) -> Report:
        """What is agreed or signed at a meeting told in the sentence is agreed by all who met."""
        for number, before in reversed(self.told):
            if number != self.number:
                break
            if before.type in ("meet", "call") and set(report.actors) & {*before.actors, *before.recipients}:
                return replace(report, actors=(*before.actors, *before.recipients))
        return report

    def _returned(self, before: Report, own: frozenset[str], frame: Frame, gazetteer: Gazetteer) -> bool:
        """Whether a measure is taken by whom the deed before it was done to, and so answers it."""
        hit = own & sides_of(before.recipients, gazetteer)
        return bool(hit) and frame.plover in _HARM and before.type not in _MUTUAL

    def _other(
        self, report: Report, own: frozenset[str], answers: bool, frame: Frame, gazetteer: Gazetteer
    ) -> tuple[str, ...]:
        """The other side of the deeds before: in the sentence by the same actor; else who did the one before it."""
        for number, before in reversed(self.told):
            if number == self.number and before.actors == report.actors and not frame.symmetric:
                if before.recipients and (answers or (frame.announceable and frame.type != "test")):
                    return _apart(before.recipients, own, gazetteer)
            elif self.number - number <= REACH and (answers or self._returned(before, own, frame, gazetteer)):
                if frame.plover == "REJECT" and before.plover != "REQUEST":
                    return ()
                everyone = (*before.actors, *before.recipients)
                acted = everyone if before.type in _MUTUAL else before.actors
                return _apart(everyone, own, gazetteer, len(acted))
        return ()


def same_occasion(last: Report, frame: Frame, parties: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Whether a deed told later is part of the occasion told last: of a meeting, or an answer on the spot."""
    if frame.type in _INSTEAD:
        return False
    if (last.plover == "MOBILIZE" or last.type == "exercise") and frame.plover == "MOBILIZE":
        return True
    if last.type not in _OCCASION and last.type not in _PART:
        return False
    if frame.type in _PART or frame.plover in _PART:
        return True
    sides = sides_of((*last.actors, *last.recipients), gazetteer)
    mine = sides_of(parties, gazetteer)
    return last.type in _OCCASION and bool(mine) and mine <= sides


def _named(report: Report, own: frozenset[str], clauses: Clauses, frame: Frame, scene: Scene) -> tuple[str, ...]:
    """Whom the words between the subject and the trigger name, where they name one other side."""
    first, gazetteer, when = report.trigger[0], scene.gazetteer, scene.grammar.subordinate
    mine = [g.end for g in clauses.groups if g.end <= first and any(m.entity in report.actors for m in g.members)]
    floor = mine[0] if mine else clauses.start
    sides: dict[str, str] = {}
    asked = frame.plover == "REQUEST"
    for group in clauses.groups:
        if asked and not sides and group.start > first and group.case == "subject":
            first = group.end
        if floor <= group.start < first and group.case in ("genitive", "subject", "object", "to", "at"):
            if frame.plover != "THREATEN" and when is not None and when.search(scene.text, group.end, first):
                continue
            for member in group.members:
                entity = gazetteer.entity(member.entity)
                side = gazetteer.state_of(member.entity) or member.entity
                if side not in own and entity.type in frame.actors and not entity.outlet:
                    sides.setdefault(side, entity.id)
    return tuple(sides.values()) if len(sides) == 1 else ()


def _iffy(report: Report, clauses: Clauses, scene: Scene) -> bool:
    """Whether a measure that somebody says he will take hangs on an if: a threat."""
    pattern = scene.grammar.iffy
    return pattern is not None and pattern.search(scene.text, clauses.start, report.trigger[0]) is not None


def _foreign(report: Report, gazetteer: Gazetteer) -> Report:
    """The report without recipients of the actor's own side (the ministry that summons), where there are others."""
    own = sides_of(report.actors, gazetteer)
    others = _apart(report.recipients, own, gazetteer)
    return replace(report, recipients=others) if others else report


def _prompting(report: Report, own: frozenset[str], clauses: Clauses, scene: Scene) -> tuple[str, ...]:
    """Whose deed a measure follows, where the sentence says so (北朝鮮の発射を受けて)."""
    pattern = scene.grammar.prompting
    if pattern is None:
        return ()
    for group in clauses.groups:
        if group.end > report.trigger[0]:
            break
        if pattern.match(scene.text, group.end, report.trigger[0]):
            return _apart([member.entity for member in group.members], own, scene.gazetteer)
    return ()


def _apart(parties: Sequence[str], own: frozenset[str], gazetteer: Gazetteer, first: int = 0) -> tuple[str, ...]:
    """Those of other sides; of two sides the ones who acted, if they are other."""
    other = [party for party in parties if (gazetteer.state_of(party) or party) not in own]
    acted = [party for party in parties[:first] if party in other]
    return tuple(acted or other)
