"""A claim of linkage put to a case: tested, judged with its family, and kept among the claims tried."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.linkage import (
    Claim,
    LinkageError,
    Pair,
    Tested,
    Tried,
    Verdict,
    Window,
    adjusted,
    pairs,
    read_tried,
    side,
    try_claim,
    verdict,
    written,
)
from dragoman.engines.case_names import case_gazetteer
from dragoman.extraction import load_frames
from dragoman.model import Case, Event

NAMING = ("retaliate",)  # events whose own words say what they answer


@dataclass(frozen=True, slots=True)
class Link:
    """A claim as tested, the same the other way round (None where that cannot be tested), and the verdict.

    `pairs` are the events behind it, answer by answer; `tried` counts the claims of its family, itself included.
    """

    forward: Tested
    reverse: Tested | None
    verdict: Verdict
    pairs: tuple[Pair, ...]
    tried: int


def link(
    case: Case,
    events: Sequence[Event],
    asked: tuple[str, str, int],
    period: tuple[date, date] | None = None,
    keep: bool = True,
) -> Link:
    """Test the claim (acts, answers, days) over a period, by default the case's or that of its dated events."""
    first, last = period or period_of(case, events)
    tried = Tried(asked[0], asked[1], asked[2], first.isoformat(), last.isoformat())
    claim = claim_of(case, events, tried)
    forward = try_claim(claim)
    earlier = tried_in(case)
    family = [one for one in earlier if one.tracks == tried.tracks and one.period == tried.period and one != tried]
    claims = [claim, *(found for one in family if (found := again(case, events, one)))]
    whole = adjusted(claims)[0] if len(claims) > 1 else None
    if keep and tried not in earlier:
        with case.tried.open("a", encoding="utf-8") as file:
            file.write(written(tried) + "\n")
    word = verdict(forward, whole, len(claims), names_its_act(claim, events))
    by_id = {event.id: event for event in events}
    acts, answers = ([by_id[one] for one in some.events] for some in (claim.acts, claim.answers))
    behind = pairs(acts, answers, claim.window, _states(case, events))
    return Link(forward, _reverse(claim), word, _within(behind, claim), len(claims))


def _states(case: Case, events: Sequence[Event]) -> dict[str, str]:
    known = case_gazetteer(case.gazetteer)
    parties = {party for event in events for party in (*event.actors, *event.recipients) if party in known}
    return {party: state for party in parties if (state := known.state_of(party))}


def _within(behind: Sequence[Pair], claim: Claim) -> tuple[Pair, ...]:
    """The answers of the claim's period."""
    return tuple(pair for pair in behind if pair.answer.first and claim.first <= pair.answer.first <= claim.last)


def names_its_act(claim: Claim, events: Sequence[Event]) -> bool:
    """Whether every answer is of a type whose own words say what it answers."""
    kinds = {event.type for event in events if event.id in claim.answers.events}
    return bool(kinds) and kinds <= set(NAMING)


def tried_in(case: Case) -> list[Tried]:
    """The claims that were tried in a case with `link`."""
    return list(read_tried(case.tried.read_text("utf-8").splitlines())) if case.tried.is_file() else []


def claim_of(case: Case, events: Sequence[Event], tried: Tried) -> Claim:
    """The two sides of a claim as they stand; LinkageError for a track, type or actor that there is not."""
    acts, answers = (
        side(asked, events, case.tracks, load_frames(), case_gazetteer(case.gazetteer))
        for asked in (tried.acts, tried.answers)
    )
    return Claim(acts, answers, Window(0, tried.window), *tried.period)


def again(case: Case, events: Sequence[Event], tried: Tried) -> Claim | None:
    """A claim that was tried before, as it stands now; None where it can no longer be tested."""
    try:
        claim = claim_of(case, events, tried)
        try_claim(claim)
    except LinkageError:
        return None
    return claim


def _reverse(claim: Claim) -> Tested | None:
    try:
        return try_claim(Claim(claim.answers, claim.acts, claim.window, claim.first, claim.last))
    except LinkageError:
        return None


def period_of(case: Case, events: Sequence[Event]) -> tuple[date, date]:
    """The days of a case: its own, else those of its dated events; LinkageError where it has neither."""
    days = [event.first for event in events if event.first]
    first, last = case.first or min(days, default=None), case.last or max(days, default=None)
    if first is None or last is None:
        raise LinkageError("the case has no period and no dated event; give one with --period FIRST/LAST")
    return first, last
