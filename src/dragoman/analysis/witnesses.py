"""How far a finding or an event is witnessed: the source and the item judged apart (NATO AJP-2.1, the Admiralty code).

The letter is what a person wrote of the source (A reliable ... E unreliable, F cannot be judged). The number is
reckoned from the reports themselves and says how far others bear the item out; nobody has judged it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.analysis.reportage import Reportage
from dragoman.model import Anchor, Event, Observation, Report

CREDIBILITY = {
    1: "confirmed by other sources", 2: "told alike, by one side only", 3: "told otherwise elsewhere in part",
    4: "denied by a source", 6: "cannot be judged",
}  # fmt: skip
"""What the number of an item says. 5, improbable, is for a person to give."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One witness: the sources that tell the same text, by key, their outlet, and the letter of the most reliable."""

    keys: tuple[str, ...]
    outlet: str
    side: str
    reliability: str


@dataclass(frozen=True, slots=True)
class Weight:
    """The witnesses of an item. `letters` are those of its witnesses, the best first; `number` is the credibility.

    `single` marks what rests on one witness, however many copies of it there are. `conflicts` names the fields on which
    reports differ.
    """

    witnesses: tuple[Witness, ...]
    letters: str
    number: int
    copies: int
    conflicts: tuple[str, ...] = ()

    @property
    def single(self) -> bool:
        """Whether all rests on one witness."""
        return len(self.witnesses) <= 1

    @property
    def words(self) -> str:
        """The weight in words, source and item apart.

        >>> Weight((Witness(("n5", "n7"), "Xinhua", "CHN", "B"),), "B", 6, 1).words
        'source B; item 6 (cannot be judged); a single witness, in 2 copies'
        """
        count = "a single witness" if self.single else f"{len(self.witnesses)} witnesses"
        copies = f", in {self.copies + len(self.witnesses)} copies" if self.copies else ""
        differ = f"; reports differ on {', '.join(self.conflicts)}" if self.conflicts else ""
        return f"source {self.letters}; item {self.number} ({CREDIBILITY[self.number]}); {count}{copies}{differ}"


def weigh(event: Event, reportage: Reportage) -> Weight:
    """How far an event is witnessed.

    The number: 1 where witnesses of two sides tell it and none differs, 2 where all are of one side, 3 where they
    differ on something, 4 where one denies it, 6 where there is one witness only.
    """
    told = reportage.told(event)
    denied = any(isinstance(one.reading, Report) and one.reading.status == "denied" for one in told)
    return _weight(
        [one.document for one in told], tuple(conflict.field for conflict in event.conflicts), denied, reportage
    )


def weigh_words(anchors: Iterable[Anchor], reportage: Reportage) -> Weight:
    """How far what rests on these spans is witnessed: by the documents they stand in."""
    return _weight([one.document for one in anchors], (), denied=False, reportage=reportage)


def weigh_readings(observations: Sequence[Observation], reportage: Reportage) -> Weight:
    """How far what these readings say is witnessed."""
    return weigh_words((one.anchor for one in observations), reportage)


def _weight(documents: Iterable[str], conflicts: tuple[str, ...], denied: bool, reportage: Reportage) -> Weight:
    groups: dict[str, list[str]] = {}
    held = sorted(set(documents) & set(reportage.documents))
    for document in held:
        groups.setdefault(reportage.copies.get(document, document), []).append(document)
    witnesses = tuple(sorted((_witness(group, reportage) for group in groups.values()), key=lambda one: one.keys))
    letters = ", ".join(sorted({one.reliability for one in witnesses})) or "F"
    sides = {one.side for one in witnesses}
    if denied:
        number = 4
    elif len(witnesses) <= 1:
        number = 6
    elif conflicts:
        number = 3
    else:
        number = 1 if len(sides) > 1 else 2
    return Weight(witnesses, letters, number, len(held) - len(witnesses), conflicts)


def _witness(documents: Sequence[str], reportage: Reportage) -> Witness:
    sources = [reportage.source(document) for document in documents]
    owner = reportage.owner(documents[0])
    side = (reportage.known.state_of(owner) if owner else None) or reportage.outlet(documents[0]) or sources[0].key
    return Witness(
        tuple(sorted({source.key for source in sources})),
        reportage.outlet(documents[0]),
        side,
        min((source.reliability for source in sources if source.reliability), default="F"),
    )
