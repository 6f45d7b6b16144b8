"""A claim of linkage put to a case: tested, judged with its family, and kept among the claims tried."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.analysis.event_tables import table_line
from dragoman.analysis.linkage import (
    Claim,
    LinkageError,
    Pair,
    Period,
    Tested,
    Tried,
    Verdict,
    Window,
    adjusted,
    pairs,
    period,
    read_tried,
    side,
    try_claim,
    verdict,
    written,
)
from dragoman.analysis.linkage.excitement import Excitement, excited
from dragoman.analysis.linkage.tried import parts
from dragoman.engines.case_names import case_gazetteer
from dragoman.engines.link_caveats import of_days, of_direction, of_origin
from dragoman.engines.rules import rules_in
from dragoman.engines.table_events import places_in, table_events, tables_named
from dragoman.extraction import load_frames
from dragoman.model import Case, Event

NAMING = ("retaliate",)  # events whose own words say what they answer


@dataclass(frozen=True, slots=True)
class Link:
    """A claim as tested, the same the other way round (None where that cannot be tested), and the verdict.

    `pairs` are the events behind it, answer by answer; `tried` counts the claims of its family, itself included;
    `asked` is the claim as it is kept; `places` tell for an event out of a table its row ("tables/icews.csv, line 7").
    """

    forward: Tested
    reverse: Tested | None
    verdict: Verdict
    pairs: tuple[Pair, ...]
    tried: int
    places: dict[str, str]
    asked: Tried


def link(
    case: Case,
    events: Sequence[Event],
    asked: tuple[str, str, int],
    over: tuple[date, date] | None = None,
    published: Sequence[str] = (),
) -> Link:
    """Test the claim (acts, answers, days) over a period; by default `period_of` the case.

    The family of a claim are those of tried.jsonl and of case.toml on the same two tracks and days. `keep_tried` adds
    it to the former.
    """
    whole = period_of(case, events, published, asked[:2])
    held = Period(*over) if over else whole
    tried = Tried(asked[0], asked[1], asked[2], held.first.isoformat(), held.last.isoformat())
    claim = claim_of(case, events, tried)
    forward = try_claim(claim)
    earlier = tried_in(case)
    family = _family(case, earlier, tried, tried.period == (whole.first, whole.last))
    claims = [claim, *(found for one in family if (found := again(case, events, one)))]
    best = adjusted(claims)[0] if len(claims) > 1 else None
    tables = tables_named(case, asked[:2]).values()
    told = [*events, *table_events(tables)]
    word = verdict(forward, best, len(claims), names_its_act(claim, told))
    back = _reverse(claim)
    more = (*of_direction(back), *of_days(held, whole, tried, earlier), of_origin(claim, tried, rules_in(case)))
    word = replace(word, caveats=(*word.caveats, *more))
    return Link(forward, back, word, pairs_behind(case, told, claim), len(claims), places_in(tables), tried)


def keep_tried(case: Case, tried: Tried) -> None:
    """Add a claim to those tried in a case, once."""
    if tried not in tried_in(case):
        with case.tried.open("a", encoding="utf-8") as file:
            file.write(written(tried) + "\n")


def _family(case: Case, earlier: Sequence[Tried], tried: Tried, whole: bool) -> list[Tried]:
    """The other claims on a claim's tracks and days: those tried, and where its days are the case's, the case's own."""
    asked = [Tried(one.acts, one.answers, one.window, tried.first, tried.last) for one in case.claims if whole]
    known = dict.fromkeys([*earlier, *asked])
    return [one for one in known if one.tracks == tried.tracks and one.period == tried.period and one != tried]


def process(
    case: Case,
    events: Sequence[Event],
    asked: tuple[str, str],
    over: tuple[date, date] | None = None,
    published: Sequence[str] = (),
) -> Excitement:
    """Two sides as a Hawkes process, every event of known day counted; LinkageError for fewer than 200 a side."""
    held = Period(*over) if over else period_of(case, events, published, asked)
    claim = claim_of(case, events, Tried(*asked, 0, held.first.isoformat(), held.last.isoformat()))
    told = [*events, *table_events(tables_named(case, asked).values())]
    days = {event.id: event.first for event in told if event.precision in ("day", "range")}

    def of(identities: Iterable[str]) -> list[int]:
        inside = [day for one in identities if (day := days.get(one)) and claim.first <= day <= claim.last]
        return [(day - claim.first).days for day in inside]

    return excited(of(claim.acts.events), of(claim.answers.events), claim.length)


def pairs_behind(case: Case, events: Iterable[Event], claim: Claim) -> tuple[Pair, ...]:
    """The answers of a claim's period, each beside the act that it may answer."""
    by_id = {event.id: event for event in events}
    acts, answers = ([by_id[one] for one in some.events] for some in (claim.acts, claim.answers))
    found = pairs(acts, answers, claim.window, _states(case, [*acts, *answers]))
    return tuple(pair for pair in found if pair.answer.first and claim.first <= pair.answer.first <= claim.last)


def _states(case: Case, events: Sequence[Event]) -> dict[str, str]:
    known = case_gazetteer(case.gazetteer)
    parties = {party for event in events for party in (*event.actors, *event.recipients) if party in known}
    return {party: state for party in parties if (state := known.state_of(party))}


def names_its_act(claim: Claim, events: Sequence[Event]) -> bool:
    """Whether every answer is of a type whose own words say what it answers."""
    kinds = {event.type for event in events if event.id in claim.answers.events}
    return bool(kinds) and kinds <= set(NAMING)


def tried_in(case: Case) -> list[Tried]:
    """The claims that were tried in a case with `link`."""
    return list(read_tried(case.tried.read_text("utf-8").splitlines())) if case.tried.is_file() else []


def claim_of(case: Case, events: Sequence[Event], tried: Tried) -> Claim:
    """The two sides of a claim as they stand; LinkageError for a track, type or party that there is not."""
    known, tables = case_gazetteer(case.gazetteer), tables_named(case, (tried.acts, tried.answers))
    acts, answers = (
        table_line(asked, tables[name], known)
        if (name := parts(asked)[0]) in tables
        else side(asked, events, case.tracks, load_frames(), known)
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


def period_of(case: Case, events: Sequence[Event], published: Sequence[str] = (), asked: Iterable[str] = ()) -> Period:
    """The days of a case: its own, else by its sources (see `analysis.linkage.period`), else by the events' own days.

    Where a side that is asked for is an event table, its days count in place of the sources'. LinkageError where there
    are none.
    """
    days = [event.first for event in table_events(tables_named(case, asked).values()) if event.first]
    if days:
        return period(case.first, case.last, days, ())
    return period(case.first, case.last, [event.first for event in events if event.first], published)
