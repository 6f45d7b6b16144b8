"""What a weighed matrix says, in words and as findings."""

from collections.abc import Mapping

from dragoman.analysis.hypotheses.matrix import Matrix, process_tests
from dragoman.analysis.hypotheses.weighing import Outcome, Standing, Weighed, weigh
from dragoman.model import Anchor, Finding, content_id


def outcome_in_words(one: Outcome) -> str:
    """What became of a test, and what that says.

    >>> outcome_in_words(Outcome("E1", "hoop", "H1", "failed"))
    'E1, a hoop test: failed; out'
    """
    said = process_tests()[one.test].get(one.result, "says nothing yet")
    return f"{one.evidence}, a {one.test} test: {one.result}; {said}"


def standing_in_words(one: Standing, matrix: Matrix) -> str:
    """A hypothesis in one sentence: what speaks against it, and its rank."""
    items, several = len(matrix.evidence), "" if one.against == 1 else "s"
    verb = "" if several else "s"
    strongly = f" ({one.strongly} strongly)" if one.strongly else ""
    says = next(hypothesis.says for hypothesis in matrix.hypotheses if hypothesis.id == one.hypothesis)
    return (
        f"{one.hypothesis}, “{says}”: {one.against or 'no'} item{several} of {items} speak{verb} against it{strongly}; "
        f"rank {one.rank} of {len(matrix.hypotheses)}."
    )


def verdict_of(one: Standing, weighed: Weighed) -> str:
    """out, least inconsistent (alone or with others), or more inconsistent."""
    if one.out:
        return "out"
    if one.rank > 1:
        return "more inconsistent"
    shared = sum(other.rank == 1 for other in weighed.standings) > 1
    return "least inconsistent, with others" if shared else "least inconsistent"


def caveats_of(weighed: Weighed) -> tuple[str, ...]:
    """What is to be kept in mind of the whole matrix."""
    found = ["the marks are the analyst's own; the reasons stand beside them"]
    if flat := [name for name, spread in weighed.diagnosticity.items() if not spread]:
        one = "s" if len(flat) == 1 else ""
        found.append(f"{_listed(flat)} fit{one} every hypothesis alike, and tell{one} none apart")
    if weighed.pivots:
        found.append(f"without {_listed(weighed.pivots, 'or')} the first place would be another's: look at it again")
    return tuple(found)


def findings(matrix: Matrix, anchors: Mapping[str, tuple[Anchor, ...]]) -> tuple[Finding, ...]:
    """A finding for each hypothesis, by rank; `anchors` are those of each item of evidence."""
    weighed = weigh(matrix)
    return tuple(_finding(one, matrix, weighed, anchors) for one in weighed.standings)


def _finding(one: Standing, matrix: Matrix, weighed: Weighed, anchors: Mapping[str, tuple[Anchor, ...]]) -> Finding:
    speaking = [item.id for item in matrix.evidence if (cell := item.cells.get(one.hypothesis)) and cell.mark != "N"]
    held = [anchor for item in speaking for anchor in anchors.get(item, ())]
    sentence = standing_in_words(one, matrix)
    return Finding(
        content_id("fi", "hypotheses", sentence),
        "hypotheses",
        verdict_of(one, weighed),
        sentence,
        tuple(dict.fromkeys(held)),
        figures=(("against", str(one.against)), ("strongly", str(one.strongly)), ("for", str(one.speaking))),
        parameters=(("hypothesis", one.hypothesis),),
        caveats=(*(outcome_in_words(outcome) for outcome in one.outcomes), *caveats_of(weighed)),
    )


def _listed(names: "list[str] | tuple[str, ...]", last: str = "and") -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"
