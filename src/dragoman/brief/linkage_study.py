"""The claims of linkage that a case lists, tested; and every track against every other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.analysis.linkage import (
    Claim,
    Line,
    LinkageError,
    Pair,
    Rule,
    Scored,
    Tested,
    Tried,
    Verdict,
    Window,
    adjusted,
    block,
    cover,
    days_in,
    jitter,
    line,
    try_claim,
    verdict,
)
from dragoman.analysis.linkage.distribution import claim_distribution
from dragoman.engines.freezing import score
from dragoman.engines.link_caveats import EXPLORATORY, of_origin
from dragoman.engines.linking import again, claim_of, names_its_act, pairs_behind, period_of, tried_in
from dragoman.engines.rules import rules_in
from dragoman.model import Case, ClaimAsked, Event
from dragoman.sources import CaseError

WINDOW = 7
FEWEST = 2  # days of each side, as for `try_claim`


@dataclass(frozen=True, slots=True)
class ClaimStudy:
    """One claim as asked and as it stands, with its test, verdict and null distribution.

    `pairs` are its answers with the acts before them. `tried` counts the claims of its family, itself included;
    `family` is the default p adjusted for them. Where it cannot be tested `refused` says why, and the rest is empty.
    """

    asked: ClaimAsked
    claim: Claim
    tested: Tested | None = None
    verdict: Verdict | None = None
    chances: tuple[float, ...] = ()
    tried: int = 1
    family: float | None = None
    refused: str = ""
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One track's events after another's: the default p (None: too few to test), and how many of the answers follow."""

    p: float | None
    seen: int
    count: int


@dataclass(frozen=True, slots=True)
class FrozenStudy:
    """A rule that was frozen, and how it went on the events since; `note` says why nothing can be said of it yet."""

    rule: Rule
    scored: Scored | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class LinkageStudy:
    """The claims in the order of case.toml, and `matrix[acts][answers]` over all tracks (None on the diagonal).

    `frozen` are the rules frozen beforehand. `caveats` hold for all claims: where their period comes from, and that
    they are exploratory.
    """

    claims: tuple[ClaimStudy, ...]
    lines: tuple[Line, ...]
    matrix: tuple[tuple[Cell | None, ...], ...]
    window: int
    caveats: tuple[str, ...] = ()
    frozen: tuple[FrozenStudy, ...] = ()


def linkage_study(case: Case, events: Sequence[Event], published: Sequence[str] = ()) -> LinkageStudy | None:
    """Test the claims of a case; None where it lists none, or has neither a period nor a dated event.

    CaseError where a claim names a type or an actor that there is not.

    `published` are the days of the sources, for a case that sets no period. The family of a claim are the claims of
    case.toml and of tried.jsonl on the same two tracks and the same days.
    """
    if not case.claims:
        return None
    try:
        held = period_of(case, events, published)
    except LinkageError:
        return None
    first, last = held.first, held.last
    asked = [Tried(one.acts, one.answers, one.window, first.isoformat(), last.isoformat()) for one in case.claims]
    claims = [_claim(case, events, one, number) for number, one in enumerate(asked, 1)]
    tested = [_tested(claim) for claim in claims]
    families = _families(case, events, [(one, claim) for one, claim, done in zip(asked, claims, tested, strict=True)
                                        if isinstance(done, Tested)])  # fmt: skip
    studies = tuple(
        replace(
            _study(said, claim, done, families.get(one.tracks, {}), events), pairs=pairs_behind(case, events, claim)
        )
        for said, one, claim, done in zip(case.claims, asked, claims, tested, strict=True)
    )
    lines = tuple(line(track.title, [event for event in events if event.track == track.id]) for track in case.tracks)
    matrix = tuple(
        tuple(None if one is two else _cell(Claim(one, two, Window(0, WINDOW), first, last)) for two in lines)
        for one in lines
    )
    said = {of_origin(claim, one, rules_in(case)) for one, claim in zip(asked, claims, strict=True)} & {EXPLORATORY}
    frozen = tuple(_frozen(case, events, rule, published) for rule in rules_in(case))
    return LinkageStudy(studies, lines, matrix, WINDOW, (*held.caveats, *said), frozen)


def _frozen(case: Case, events: Sequence[Event], rule: Rule, published: Sequence[str]) -> FrozenStudy:
    try:
        return FrozenStudy(rule, score(case, events, rule, published))
    except LinkageError as error:
        return FrozenStudy(rule, None, str(error))


def _claim(case: Case, events: Sequence[Event], asked: Tried, number: int) -> Claim:
    try:
        return claim_of(case, events, asked)
    except LinkageError as error:
        raise CaseError(f"case.toml, [[claims]] number {number}: {error}") from error


def _tested(claim: Claim) -> Tested | str:
    try:
        return try_claim(claim)
    except LinkageError as error:
        return str(error)


def _cell(claim: Claim) -> Cell:
    """The default test alone; the others would cost more and are not shown."""
    acts, answers = (days_in(side.days, claim.first, claim.last) for side in (claim.acts, claim.answers))
    if min(len(acts), len(answers)) < FEWEST or claim.window.last >= claim.length:
        return Cell(None, 0, len(answers))
    covered = cover(acts, claim.window, claim.length)
    return Cell(jitter(covered, answers, block(claim.window)).p, int(covered[answers].sum()), len(answers))


def _families(
    case: Case, events: Sequence[Event], asked: Sequence[tuple[Tried, Claim]]
) -> dict[tuple[str, str], dict[Claim, float]]:
    """For each pair of tracks, its claims with their p adjusted for all of them."""
    held: dict[tuple[str, str], dict[Tried, Claim]] = {}
    for one, claim in asked:
        held.setdefault(one.tracks, {})[one] = claim
    for one in tried_in(case):
        family = held.get(one.tracks)
        fresh = family and one not in family and one.period == next(iter(family)).period
        if family and fresh and (found := again(case, events, one)):
            family[one] = found
    return {
        tracks: dict(zip(family.values(), adjusted(list(family.values())), strict=True))
        for tracks, family in held.items()
        if len(family) > 1
    }


def _study(
    asked: ClaimAsked, claim: Claim, done: Tested | str, family: dict[Claim, float], events: Sequence[Event]
) -> ClaimStudy:
    if isinstance(done, str):
        return ClaimStudy(asked, claim, refused=done)
    whole, tried = family.get(claim), max(len(family), 1)
    word = verdict(done, whole, tried, names_its_act(claim, events))
    return ClaimStudy(asked, claim, done, word, claim_distribution(claim), tried, whole)
