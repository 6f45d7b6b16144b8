"""Words against deeds: beside each commitment the events that may bear it out or belie it.

The program proposes; a person decides. Without a decision no verdict is given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dragoman.analysis.doctrine.commitments import Commitment, commitments
from dragoman.analysis.doctrine.rows import DoctrineError, read_data
from dragoman.analysis.doctrine.vectors import leading, vectors, weights
from dragoman.gazetteer import Gazetteer
from dragoman.model import Document, Event, content_id

Side = Literal["for", "against", "unrelated"]
SIDES: tuple[Side, ...] = ("for", "against", "unrelated")


@dataclass(frozen=True, slots=True)
class Word:
    """An address with what answers for it: its document, its source's path, and the ids of its speakers."""

    document: Document
    source: str
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """An event beside a commitment: the side proposed with the reason, and the side decided, None where nobody has."""

    event: Event
    proposed: Side | None
    why: str
    decided: Side | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """A commitment with its deeds, by day. `id` is what decisions about it are kept under."""

    id: str
    commitment: Commitment
    deeds: tuple[Deed, ...]

    @property
    def verdict(self) -> str:
        """borne out, belied, or mixed by what a person decided; undecided where nobody has."""
        sides = {deed.decided for deed in self.deeds} - {None, "unrelated"}
        if not sides:
            return "undecided"
        return "mixed" if len(sides) > 1 else "borne out" if sides == {"for"} else "belied"


def commitment_id(source: str, commitment: Commitment) -> str:
    """What a commitment is known by: its source's path and the words of its core, so that it outlives a rebuild.

    >>> from dragoman.analysis.doctrine import commitments
    >>> one, _ = commitments("第一，坚持对话。第二，坚持协商。", "zh")
    >>> commitment_id("a.txt", one).startswith("co-")
    True
    """
    return content_id("co", source, commitment.core)


def ledgers(
    word: Word, events: Sequence[Event], decided: Mapping[tuple[str, str], Side], gazetteer: Gazetteer
) -> tuple[Ledger, ...]:
    """The ledger of each commitment of an address: events of its speaker's from its day on, and whatever was decided.

    `decided` gives the side that a person chose for a commitment's id and an observation's id. An event is proposed
    where one of the speakers acts in it and its type is listed for the vector the commitment points to; that it names
    a party or place of the commitment's is said with the proposal.
    """
    document = word.document
    own = {gazetteer.state_of(speaker) or speaker for speaker in word.speakers}
    open_to = {event.id for event in events if _since(event, document) and _by(event, own, gazetteer)}
    ordered = sorted(events, key=lambda event: (str(event.first or event.last), event.id))
    found = []
    for commitment in commitments(document.text, document.language):
        identity = commitment_id(word.source, commitment)
        vector = leading(weights(document.text, commitment, document.language))
        words = document.text[commitment.start : commitment.body]
        named = {mention.entity for mention in gazetteer.find(words, document.language)} - own
        deeds = []
        for event in ordered:
            side, why = _proposal(event, vector, named) if event.id in open_to else (None, "")
            judged = _decision(event, identity, decided)
            if side or judged:
                deeds.append(Deed(event, side, why, judged))
        found.append(Ledger(identity, commitment, tuple(deeds)))
    return tuple(found)


def _since(event: Event, document: Document) -> bool:
    day = event.first or event.last
    return bool(document.published and day and day.isoformat() >= document.published)


def _by(event: Event, own: set[str], gazetteer: Gazetteer) -> bool:
    """Whether one of the speakers acts; in what two sides do together, either does."""
    return any((gazetteer.state_of(party) or party) in own for party in event.actors) or (
        event.plover in ("CONSULT", "COOPERATE")
        and any((gazetteer.state_of(party) or party) in own for party in event.recipients)
    )


def _proposal(event: Event, vector: str | None, named: set[str]) -> tuple[Side | None, str]:
    listed = kinds().get(vector or "", {})
    side: Side | None = next((s for s in SIDES if event.type in listed.get(s, ())), None)
    if side is None or vector is None:
        return None, ""
    shared = sorted(named & {*event.actors, *event.recipients, event.place})
    why = f"{event.type} is listed {side} {vectors()[vector].title}"
    return side, why + (f"; both name {', '.join(str(one) for one in shared)}" if shared else "")


def _decision(event: Event, identity: str, decided: Mapping[tuple[str, str], Side]) -> Side | None:
    return next((side for report in event.reports if (side := decided.get((identity, report)))), None)


@lru_cache(maxsize=1)
def kinds() -> dict[str, dict[str, tuple[str, ...]]]:
    """For each vector, the types of event that may speak for it and against it.

    >>> "visit" in kinds()["peace"]["for"]
    True
    """
    rows = read_data("deeds.yaml")
    if unknown := sorted(rows.keys() - vectors().keys()):
        raise DoctrineError(f"deeds.yaml: {unknown[0]!r} is no vector; there are {', '.join(vectors())}")
    return {vector: {side: tuple(row[side]) for side in ("for", "against")} for vector, row in rows.items()}
