"""What can honestly be said of a tested claim, in one word and one sentence."""

from dataclasses import dataclass
from typing import Literal

from dragoman.analysis.linkage.testing import Tested

Word = Literal["established", "suggestive", "not distinguishable from chance", "contradicted", "no verdict"]
LEVEL, HINT, SURE = 0.05, 0.10, 0.01
ENOUGH = 5  # answers: one act covers half a block, and .5 to the fifth is below .05


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict word with its sentence and its caveats."""

    word: Word
    sentence: str
    caveats: tuple[str, ...]


def verdict(tested: Tested, family: float | None = None, tried: int = 1, named: bool = False) -> Verdict:
    """The verdict on a claim.

    `family` is the default p adjusted for the family of claims tried, `tried` how many they were; `named` says that the
    answers' own words name the act that they answer (a counter-measure, "in response to").

    - established: the default test, which holds a shared crisis fixed, gives .05 or less after adjustment; or the
      answers name what they answer and uniform placement gives .01 or less.
    - suggestive: the default test gives .10 or less; or the answers are too few for it (below five), and with days
      picked at random the chance is .10 or less, so that only a shared crisis might explain it.
    - contradicted: fewer answers than chance alone would bring (.05 or less).
    - no verdict: even all answers in the window could not have given .05 with days picked at random; or five answers or
      more could not have given it with the crisis held fixed, as the windows after acts leave hardly a day out.
    """
    default = tested.jitter.p if family is None else max(tested.jitter.p, family)
    return Verdict(_word(tested, default, named), _sentence(tested), _caveats(tested, family, tried, named))


def _word(tested: Tested, default: float, named: bool) -> Word:
    chance = tested.uniform
    if chance.below <= LEVEL:
        return "contradicted"
    if chance.least > LEVEL:
        return "no verdict"
    if default <= LEVEL or (named and chance.p <= SURE):
        return "established"
    if default <= HINT:
        return "suggestive"
    if tested.jitter.least > LEVEL:
        return _undecided(tested)
    return "not distinguishable from chance"


def _undecided(tested: Tested) -> Word:
    """Where the default test could not have decided: what random days say of a few answers, and nothing of many."""
    if tested.count >= ENOUGH:
        return "no verdict"
    return "suggestive" if tested.uniform.p <= HINT else "not distinguishable from chance"


def _sentence(tested: Tested) -> str:
    claim, held = tested.claim, tested.jitter
    days = "1 day" if claim.window.last == 1 else f"{claim.window.last} days"
    span = f"within {days}" if claim.window.first == 0 else f"{claim.window.first} to {days} after the beginning"
    fixed, low, high, random = map(p_in_words, (held.p, held.low, held.high, tested.uniform.p))
    return (
        f"In {tested.seen} of {tested.count} cases {claim.answers.name} began {span} of {claim.acts.name} (base rate "
        f"{tested.base:.0%}). Holding the crisis fixed, chance alone gives this or more in p = {fixed} "
        f"[{low}-{high} by block offset]; with days picked at random p = {random}."
    )


def _caveats(tested: Tested, family: float | None, tried: int, named: bool) -> tuple[str, ...]:
    found = []
    if tested.jitter.least > LEVEL:
        found.append(
            f"the smallest p that these {tested.count} answers could have given with the crisis held fixed is "
            f"{p_in_words(tested.jitter.least)}: that test cannot decide"
        )
    if tried > 1 and family is not None:
        found.append(f"{tried} claims were tried on these tracks; adjusted for all of them p = {p_in_words(family)}")
    if tested.rough:
        low, high = map(p_in_words, tested.rough)
        values = low if low == high else f"{low} to {high}"
        found.append(f"{_unsure(tested)}; on their first or last possible days p is {values}")
    if named:
        found.append("the answers' own words say that they answer")
    if tested.seen:
        found.append("a coincidence in time is no proof of a cause")
    return tuple(found)


def _unsure(tested: Tested) -> str:
    sides = (tested.claim.acts, tested.claim.answers)
    said = ["events of no known day are left out"] if any(side.rough for side in sides) else []
    if disputed := sum(len(side.disputed) for side in sides):
        said.append(f"reports differ on the day of {disputed} event{'s' * (disputed != 1)}")
    return ", and ".join(said)


def p_in_words(value: float) -> str:
    """A p as one prints it: .076, .0004; below .0001 only that.

    >>> p_in_words(0.0764), p_in_words(0.00042), p_in_words(1.0)
    ('.076', '.0004', '1')
    """
    if value < 0.0001:
        return "below .0001"
    if value > 0.9995:
        return "1"
    return f"{value:.4f}".lstrip("0") if value < 0.001 else f"{value:.3f}".lstrip("0")
