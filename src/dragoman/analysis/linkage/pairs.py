"""The events behind a claim: each answer beside the act it may answer, with the delay and the scale of both."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.analysis.linkage.window import Window
from dragoman.extraction.labels import quantity_in_words
from dragoman.model import Event, Quantity

Sides = tuple[frozenset[str], frozenset[str]]
_KINDS = ("percent", "money", "count")


@dataclass(frozen=True, slots=True)
class Measure:
    """One kind of quantity on both sides: "percent", "money USD", "count"; whether some value is the same on both."""

    kind: str
    act: tuple[Quantity, ...]
    answer: tuple[Quantity, ...]
    same: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """An answer, the latest act in whose window it begins (None where it follows none), and the days between.

    `relation` is what Goldstein and Freeman (1990) call it, a person standing for the state: routine (the same does the
    same thing to the same again), reciprocity (the other answers in the other direction), triangular response (a third
    state comes in, and one was in the act), or empty. `scale` compares the kinds of quantity that both give.
    """

    act: Event | None
    answer: Event
    days: int | None
    relation: str
    scale: tuple[Measure, ...]


def pairs(acts: Sequence[Event], answers: Sequence[Event], window: Window, states: dict[str, str]) -> tuple[Pair, ...]:
    """Each answer with the act it may answer, by day. `states` gives the state of each party that has one.

    Events without a first day are left out.
    """
    dated = sorted((event for event in acts if event.first), key=lambda event: (str(event.first), event.id))
    found = []
    for answer in sorted((event for event in answers if event.first), key=lambda event: (str(event.first), event.id)):
        near = [(act, delay) for act in dated if act.id != answer.id and (delay := _delay(act, answer)) is not None]
        fits = [(act, delay) for act, delay in near if window.first <= delay <= window.last]
        act, days = fits[-1] if fits else (None, None)
        related = relation(_sides(act, states), _sides(answer, states)) if act else ""
        found.append(Pair(act, answer, days, related, _scale(act, answer) if act else ()))
    return tuple(found)


def relation(act: Sides, answer: Sides) -> str:
    """What an answer is to an act by who acts on whom; empty where they have no state in common.

    >>> usa, chn, prk = frozenset({"USA"}), frozenset({"CHN"}), frozenset({"PRK"})
    >>> relation((usa, chn), (chn, usa)), relation((usa, chn), (usa, chn)), relation((usa, chn), (prk, chn))
    ('reciprocity', 'routine', 'triangular response')
    """
    if answer == act:
        return "routine"
    if answer == act[::-1]:
        return "reciprocity"
    held, others = act[0] | act[1], answer[0] | answer[1]
    return "triangular response" if held & others and others - held else ""


def measure_in_words(one: Measure) -> str:
    """Both sides of a measure: "the same percent: 25 % against 25 %"."""
    act, answer = (" and ".join(dict.fromkeys(quantity_in_words(q) for q in some)) for some in (one.act, one.answer))
    return f"{'the same' if one.same else 'another'} {one.kind.split()[0]}: {act} against {answer}"


def _delay(act: Event, answer: Event) -> int | None:
    return (answer.first - act.first).days if act.first and answer.first else None


def _sides(event: Event, states: dict[str, str]) -> Sides:
    actors, recipients = (
        frozenset(states.get(party, party) for party in side) for side in (event.actors, event.recipients)
    )
    return actors, recipients


def _scale(act: Event, answer: Event) -> tuple[Measure, ...]:
    one, other = _by_kind(act), _by_kind(answer)
    return tuple(
        Measure(kind, one[kind], other[kind], not {_value(q) for q in one[kind]}.isdisjoint(map(_value, other[kind])))
        for kind in one
        if kind in other
    )


def _by_kind(event: Event) -> dict[str, tuple[Quantity, ...]]:
    kinds: dict[str, list[Quantity]] = {}
    for quantity in event.quantities:
        if quantity.kind in _KINDS:
            name = f"{quantity.kind} {quantity.currency}" if quantity.currency else quantity.kind
            kinds.setdefault(name, []).append(quantity)
    return {name: tuple(some) for name, some in sorted(kinds.items())}


def _value(quantity: Quantity) -> tuple[float | None, float | None]:
    return quantity.low, quantity.high
