"""What has to be said of a claim beside its verdict: how it was come by, and over which days."""

from collections.abc import Sequence

from dragoman.analysis.linkage import Claim, Period, Rule, Tested, Tried
from dragoman.analysis.linkage.verdicts import LEVEL, p_in_words

EXPLORATORY = (
    "exploratory: the claim and its events were at hand together; frozen with `dragoman freeze` it can be scored on "
    "what comes later"
)


def of_origin(claim: Claim, tried: Tried, rules: Sequence[Rule]) -> str:
    """Whether a claim was made before the events that test it."""
    asked = (tried.acts, tried.answers, tried.window)
    for rule in rules:
        if (rule.acts, rule.answers, rule.window) == asked and claim.first >= rule.first:
            return f"frozen on {rule.when[:10]}, before these events"
    return EXPLORATORY


def of_direction(reverse: Tested | None) -> tuple[str, ...]:
    """Said where the claim holds the other way round too."""
    if reverse is None or reverse.jitter.p > LEVEL:
        return ()
    p = p_in_words(reverse.jitter.p)
    return (f"the other way round it holds as well (p = {p}): which side answers, the days alone do not tell",)


def of_days(held: Period, whole: Period, tried: Tried, earlier: Sequence[Tried]) -> tuple[str, ...]:
    """Said of a period that nobody set or watched, and of other periods that were tried on the same tracks."""
    found = list(held.caveats)
    if held.first < whole.first or held.last > whole.last:
        found.append(
            f"the period goes beyond the days of the case ({whole.first} to {whole.last}): days that nobody watched "
            "count as days without events, and make p small"
        )
    if others := {one.period for one in earlier if one.tracks == tried.tracks} - {tried.period}:
        periods = f"{len(others)} other period{'s' * (len(others) != 1)}"
        found.append(f"these tracks were also tried over {periods}; p is not adjusted for that")
    return tuple(found)
