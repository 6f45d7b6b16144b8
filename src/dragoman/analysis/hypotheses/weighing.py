"""Hypotheses weighed by what speaks against them (Heuer, Psychology of Intelligence Analysis, 1999, chapter 8)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.analysis.hypotheses.matrix import MARKS, Evidence, Matrix, process_tests


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a test: its item, its kind, the hypothesis tested, and whether it passed (undecided: N)."""

    evidence: str
    test: str
    of: str
    result: Literal["passed", "failed", "undecided"]

    @property
    def out(self) -> bool:
        """Whether the hypothesis is out by it."""
        return self.result == "failed" and process_tests()[self.test].get("decides") in ("failed", "both")

    @property
    def confirmed(self) -> bool:
        """Whether the hypothesis is confirmed by it."""
        return self.result == "passed" and process_tests()[self.test].get("decides") in ("passed", "both")


@dataclass(frozen=True, slots=True)
class Standing:
    """One hypothesis: `against` items speak against it, `strongly` of them very much; `weight` counts those twice.

    `speaking` items speak for it, which proves little: they may speak for its rivals too. `out` where a test says so.
    Rank 1 has the least weight against it; equals share a rank.
    """

    hypothesis: str
    against: int
    strongly: int
    weight: int
    speaking: int
    outcomes: tuple[Outcome, ...]
    out: bool
    rank: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """The standings by rank; for each item its diagnosticity (the spread of its row, 0 to 4: nothing to everything
    told apart); and the items without any one of which other hypotheses would stand first."""

    standings: tuple[Standing, ...]
    diagnosticity: dict[str, int]
    pivots: tuple[str, ...]


def weigh(matrix: Matrix) -> Weighed:
    """Weigh a matrix.

    >>> from dragoman.analysis.hypotheses.matrix import Cell, Evidence, Hypothesis
    >>> row = Evidence("E1", "says", "", {"H1": Cell("CC", "x"), "H2": Cell("I", "x")})
    >>> weighed = weigh(Matrix((Hypothesis("H1", "a"), Hypothesis("H2", "b")), (row,)))
    >>> [(one.hypothesis, one.weight, one.rank) for one in weighed.standings], weighed.diagnosticity
    ([('H1', 0, 1), ('H2', 1, 2)], {'E1': 3})
    """
    standings = _standings(matrix, matrix.evidence)
    first = _first(standings)
    pivots = tuple(
        one.id
        for one in matrix.evidence
        if _first(_standings(matrix, [other for other in matrix.evidence if other is not one])) != first
    )
    return Weighed(standings, {one.id: _spread(one) for one in matrix.evidence}, pivots)


def _standings(matrix: Matrix, evidence: Sequence[Evidence]) -> tuple[Standing, ...]:
    outcomes = [found for one in evidence if (found := _outcome(one))]
    beaten = {one.of for one in outcomes if one.confirmed and one.test == "doubly decisive"}
    made = []
    for hypothesis in matrix.hypotheses:
        marks = [one.cells[hypothesis.id].mark for one in evidence if hypothesis.id in one.cells]
        own = tuple(one for one in outcomes if one.of == hypothesis.id)
        out = any(one.out for one in own) or bool(beaten - {hypothesis.id})
        strongly = marks.count("II")
        against = marks.count("I") + strongly
        speaking = marks.count("C") + marks.count("CC")
        made.append(Standing(hypothesis.id, against, strongly, against + strongly, speaking, own, out, 0))
    ranked = [replace(one, rank=1 + sum(other.weight < one.weight for other in made)) for one in made]
    return tuple(sorted(ranked, key=lambda one: one.rank))


def _outcome(one: Evidence) -> Outcome | None:
    if not one.test or one.of not in one.cells:
        return None
    place = MARKS[one.cells[one.of].mark]
    return Outcome(one.id, one.test, one.of, "passed" if place > 0 else "failed" if place < 0 else "undecided")


def _first(standings: Sequence[Standing]) -> set[str]:
    return {one.hypothesis for one in standings if one.rank == 1}


def _spread(one: Evidence) -> int:
    marks = [MARKS[cell.mark] for cell in one.cells.values()]
    return max(marks) - min(marks) if marks else 0
