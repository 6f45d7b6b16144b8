"""Cases to roles: who acts, on whom, where."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.extraction.parties import Group
from dragoman.extraction.triggers import Trigger
from dragoman.gazetteer import Gazetteer

# Troops are their state's: the row of all its forces means no organ of its own.
_FORCES = "-military"
_EACH = frozenset({"promise", "release", "inform"})
# Whose deed is answered, and whose proposal is taken up or not, where the grammar of a language tells them apart.
_ANSWERED = {
    "answered": frozenset({"SANCTION", "MOBILIZE", "THREATEN", "ACCUSE", "REJECT", "REQUEST", "COERCE", "ASSAULT"}),
    "proposed": frozenset({"REJECT", "accept"}),
}
_BLAME = 3  # the quad class of words against somebody: of a place, they mean its state


@dataclass(frozen=True, slots=True)
class Cast:
    """The parties of one report, by gazetteer id, and the span of their names in the text."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    start: int
    end: int


class _Casting:
    def __init__(self, trigger: Trigger, gazetteer: Gazetteer) -> None:
        self.frame = trigger.frame
        self.gazetteer = gazetteer
        self.actors: list[str] = []
        self.recipients: list[str] = []
        self.places: list[str] = []
        self.start, self.end = trigger.start, trigger.end

    def add(self, role: str, group: Group) -> None:
        """Give the members of a group their role."""
        if role == "place":
            self.places += [m.entity for m in group.members if m.type in ("place", "state", "territory")]
        elif role == "host":
            self._host(group)
        elif role == "gathering":
            self.recipients += [m.entity for m in group.members if m.type == "group"]
        elif role == "assembly":
            self.actors += [m.entity for m in group.members if m.type == "group"]
        elif role == "appointee":
            self.recipients += [m.entity for m in group.members if m.type == "person"]
        elif role == "both":
            self._party(self.actors, group)
        else:
            self._party(self.actors if role == "actor" else self.recipients, group)
        self.start, self.end = min(self.start, group.start), max(self.end, group.end)

    def _party(self, side: list[str], group: Group) -> None:
        for member in group.members:
            entity = self.gazetteer.entity(member.entity)
            if entity.state and (entity.capital or entity.id.endswith(_FORCES)):
                side.append(entity.state)
            elif entity.type in self.frame.actors and not entity.outlet:
                side.append(entity.id)
            elif entity.type == "place" and entity.state and self.frame.quad == _BLAME and side is self.recipients:
                side += [] if side else [entity.state]

    def _host(self, group: Group) -> None:
        for member in group.members:
            if member.type == "place":
                self.places.append(member.entity)
                if state := self.gazetteer.state_of(member.entity):
                    self.recipients.append(state)
            elif not self.gazetteer.entity(member.entity).outlet:
                self.recipients.append(member.entity)


def cast(
    trigger: Trigger,
    arguments: Sequence[tuple[str, Group]],
    gazetteer: Gazetteer,
    answers: frozenset[str] = frozenset(),
) -> Cast | None:
    """The parties of a trigger, or None where the frame's parties are not there; of answers the recipient may be."""
    casting = _Casting(trigger, gazetteer)
    cases = {case for case, _ in arguments}
    several = any(case == "subject" and len(group.members) > 1 for case, group in arguments)
    if trigger.pattern.case and trigger.pattern.case not in cases and not several:
        return None
    for case, group in arguments:
        role = _role(case, group, trigger)
        if role not in ("none", "companion"):
            casting.add(role, group)
    actors, recipients = _sides(casting, trigger)
    if not _enough(actors, recipients, trigger, gazetteer) and not (actors and trigger.frame.type in answers):
        return None
    place = next(iter(casting.places), None)
    return Cast(tuple(actors), tuple(recipients), place, casting.start, casting.end)


def _role(case: str, group: Group, trigger: Trigger) -> str:
    roles = trigger.pattern.roles
    if case in _ANSWERED:
        return "recipient" if {trigger.frame.plover, trigger.frame.type} & _ANSWERED[case] else "none"
    if case != "inner":
        return roles.get(case, "none")
    if group.case in ("at", "from", "to", "about"):
        return roles.get(group.case, "none")
    return trigger.pattern.inner or roles.get("compound", "none")


def _sides(casting: _Casting, trigger: Trigger) -> tuple[list[str], list[str]]:
    actors = list(dict.fromkeys(casting.actors))
    recipients = [party for party in dict.fromkeys(casting.recipients) if party not in actors]
    if not trigger.frame.symmetric:
        recipients = _without_own(actors, recipients, casting.gazetteer)
    if trigger.frame.symmetric:
        actors, recipients = (_without_states_met(side, casting) for side in (actors, recipients))
        if not actors:
            actors, recipients = recipients[:1], recipients[1:]
        elif not recipients:
            actors, recipients = actors[:1], actors[1:]
    elif _mutual(trigger) and not recipients and len(actors) > 1:
        actors, recipients = actors[:1], actors[1:]
    return actors, recipients


def _without_states_met(side: list[str], casting: _Casting) -> list[str]:
    """A side without the states whose people meet ("Trump and Kim held the U.S.-North Korea summit")."""
    entity, parties = casting.gazetteer.entity, {*casting.actors, *casting.recipients}
    met = {casting.gazetteer.state_of(party) for party in parties if entity(party).type == "person"}
    return [party for party in side if party not in met]


def _mutual(trigger: Trigger) -> bool:
    """Whether what the pattern tells is one deed of two sides, not the same deed done by each."""
    return trigger.pattern.roles.get("compound") == "both" and trigger.frame.type not in _EACH


def _without_own(actors: list[str], recipients: list[str], gazetteer: Gazetteer) -> list[str]:
    """The recipients without the actors' own state, where there are others (promised to deepen the two sides' ties)."""
    homes = {gazetteer.state_of(actor) for actor in actors}
    return [party for party in recipients if party not in homes] or recipients


def _enough(actors: list[str], recipients: list[str], trigger: Trigger, gazetteer: Gazetteer) -> bool:
    if trigger.frame.type == "visit":
        home = {gazetteer.state_of(actor) for actor in actors}
        recipients[:] = [r for r in recipients if gazetteer.state_of(r) not in home or gazetteer.state_of(r) is None]
    needs = trigger.pattern.needs or trigger.frame.needs
    if trigger.frame.symmetric and not recipients and actors and gazetteer.entity(actors[0]).type == "group":
        return True
    if needs == "both":
        return bool(actors) and bool(recipients)
    return bool(actors) if needs == "actor" else bool(actors or recipients)
