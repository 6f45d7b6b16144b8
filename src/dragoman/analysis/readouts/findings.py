"""What a comparison says, as findings: one sentence each with the places that it rests on."""

from collections.abc import Iterator

from dragoman.analysis.readouts.accounts import Account
from dragoman.analysis.readouts.comparing import Comparison
from dragoman.analysis.readouts.differences import Difference
from dragoman.analysis.readouts.initiative import Initiative
from dragoman.analysis.readouts.matters import Matter, matters, said
from dragoman.analysis.readouts.shares import omitted, quoted, shares
from dragoman.analysis.readouts.terms import choices
from dragoman.model import Anchor, Finding, content_id

METHOD = "clauses aligned by likeness of meaning, names, figures, days and acts; see analysis/readouts"
RECKONED = "which clauses tell the same matter is reckoned and at times wrong: read both before quoting either"
WITHOUT = (
    "compared without meaning: by names, figures, days and acts alone, which finds less, across languages much less"
)
SHOWN = 5  # phrases or parties that a sentence lists
LEAST = 0.01  # a share that a sentence tells
FIRST = "each side commonly names itself first"


def findings(comparison: Comparison) -> tuple[Finding, ...]:
    """The summary; each difference, rewording and one-sided clause in the order of `matters`; the whole; or nothing.

    Nothing is found where the accounts could not be compared (`comparison.refused` says why).
    """
    if comparison.refused:
        return ()
    parts = [one for matter in matters(comparison) for one in _of_matter(comparison, matter)]
    return (summary(comparison), *parts, *whole(comparison))


def summary(comparison: Comparison) -> Finding:
    """How many matters both tell and each tells alone, with the ground for taking them for one event."""
    left, right = comparison.pair.left, comparison.pair.right
    both, alone = len(comparison.links), (len(comparison.alone(0)), len(comparison.alone(1)))
    sentence = (
        f"{left.key} and {right.key} both tell {_count(both, 'matter')}; "
        f"{left.key} alone says {_count(alone[0], 'clause')}, {right.key} alone {_count(alone[1], 'clause')}."
    )
    ground = comparison.ground
    figures: tuple[tuple[str, str], ...] = (
        ("both", str(both)),
        ("only left", str(alone[0])),
        ("only right", str(alone[1])),
    )
    if ground:
        figures += (("days in common", ", ".join(ground.days)), ("names in common", str(ground.names)))
    anchors = tuple(
        _clause(comparison, side, at) for side, held in enumerate(comparison.pair.clauses) for at in range(len(held))
    )
    return _finding(comparison, "descriptive", sentence, anchors, figures)


def _of_matter(comparison: Comparison, matter: Matter) -> Iterator[Finding]:
    pair = comparison.pair
    anchors = tuple(_clause(comparison, 0, at) for at in matter.left)
    anchors += tuple(_clause(comparison, 1, at) for at in matter.right)
    if matter.likeness is None:
        who = pair.left if matter.left else pair.right
        yield _finding(comparison, matter.verdict, f"Only {who.key} says: “{anchors[0].quote}”", anchors)
        return
    figures = (("likeness", f"{matter.likeness:.2f}"),)
    for one in matter.differences:
        places = tuple(pair.left.anchor(place.start, place.end) for place in one.left)
        places += tuple(pair.right.anchor(place.start, place.end) for place in one.right)
        sentence = _sentence(comparison, one, anchors)
        yield _finding(comparison, one.type, sentence, (*anchors, *places), figures)


_SAID = {
    "number": "They differ in a number",
    "date": "They differ in a date",
    "name": "They differ in whom or what they name",
    "order": "They list the same names in another order",
    "initiative": "They differ in on whose initiative it was",
    "term": "They choose different words",
}


def _sentence(comparison: Comparison, one: Difference, anchors: tuple[Anchor, ...]) -> str:
    left, right = comparison.pair.left, comparison.pair.right
    if one.type == "same":
        return f"Both say in the same words: “{anchors[0].quote}”"
    if one.type == "reworded":
        here = " ".join(f"“{anchor.quote}”" for anchor in anchors if anchor.document == left.document)
        there = " ".join(f"“{anchor.quote}”" for anchor in anchors if anchor.document == right.document)
        return f"Both say it, each in its own words: {left.key} {here}; {right.key} {there}"
    words = f"{left.key} has {said(one.left)}, {right.key} {said(one.right)}"
    return f"{_SAID[one.type]}: {words}{_asked(comparison, one)}."


def _asked(comparison: Comparison, one: Difference) -> str:
    known = comparison.pair.known
    askers = [place.asker for place in (*one.left, *one.right) if isinstance(place, Initiative) and place.asker]
    return f" (asked for by {', '.join(dict.fromkeys(known.name(asker) for asker in askers))})" if askers else ""


def whole(comparison: Comparison) -> Iterator[Finding]:
    """What holds of the two as wholes: order of matters, words for what is disputed, room for each side, omissions."""
    yield from _sequence(comparison)
    yield from _choices(comparison)
    yield from _shares(comparison)
    for side in (0, 1):
        yield from _omitted(comparison, side)


def _sequence(comparison: Comparison) -> Iterator[Finding]:
    crossings = comparison.crossings
    if not crossings:
        return
    pairs = len(comparison.links) * (len(comparison.links) - 1) // 2
    one, other = (comparison.links[number] for number in crossings[0])
    anchors = (
        _clause(comparison, 0, one.left[0]), _clause(comparison, 0, other.left[0]),
        _clause(comparison, 1, other.right[0]), _clause(comparison, 1, one.right[0]),
    )  # fmt: skip
    sentence = (
        f"They tell the matters in another order: of {_count(pairs, 'pair')} of matters that both tell, "
        f"{len(crossings)} stand{'s' * (len(crossings) == 1)} the other way round."
    )
    yield _finding(comparison, "sequence", sentence, anchors, (("crossings", f"{len(crossings)} of {pairs}"),))


def _choices(comparison: Comparison) -> Iterator[Finding]:
    left, right = comparison.pair.left, comparison.pair.right
    for here, there in choices(left, right):
        anchors = (*(left.anchor(*span) for span in here), *(right.anchor(*span) for span in there))
        words = [" and ".join(dict.fromkeys(f"“{account.text[a:b]}”" for a, b in spans))
                 for account, spans in ((left, here), (right, there))]  # fmt: skip
        sentence = f"Throughout, for one thing {left.key} writes {words[0]}, {right.key} {words[1]}."
        yield _finding(comparison, "terms", sentence, anchors)


def _shares(comparison: Comparison) -> Iterator[Finding]:
    pair = comparison.pair
    told = [(account, shares(account, pair.known)) for account in (pair.left, pair.right)]
    if not any(held for _, held in told):
        return
    sentence = "; ".join(f"{account.key} {_room(comparison, held)}" for account, held in told)
    figures = tuple(
        (f"{account.key}: {_name(comparison, who)}", f"{share:.2f}")
        for account, held in told
        for who, share in held.items()
    )
    sentence = f"Of the words that are reported as said: {sentence}."
    yield _finding(comparison, "shares", sentence, (), figures)


def _room(comparison: Comparison, held: dict[str, float]) -> str:
    if not held:
        return "reports none"
    shown = [(who, share) for who, share in held.items() if share >= LEAST][:SHOWN]
    return "gives " + ", ".join(f"{share * 100:.0f} % to {_name(comparison, who)}" for who, share in shown)


def _name(comparison: Comparison, who: str) -> str:
    known = comparison.pair.known
    return known.name(who) if who in known else who


def _omitted(comparison: Comparison, side: int) -> Iterator[Finding]:
    pair = comparison.pair
    account, other = (pair.right, pair.left) if side else (pair.left, pair.right)
    linked = frozenset(at for link in comparison.links for at in (link.right if side else link.left))
    held = [one.anchor for one in omitted(quoted(account, pair.clauses[side]), other, linked)]
    if held:
        words = ", ".join(f"“{one.quote}”" for one in held[:SHOWN])
        more = f" and {len(held) - SHOWN} more" if len(held) > SHOWN else ""
        sentence = f"{other.key} has nothing of what {account.key} sets in quotation marks: {words}{more}."
        yield _finding(comparison, "omitted", sentence, tuple(held), (("phrases", str(len(held))),))


def _clause(comparison: Comparison, side: int, at: int) -> Anchor:
    account: Account = comparison.pair.right if side else comparison.pair.left
    clause = comparison.pair.clauses[side][at]
    return account.anchor(clause.start, clause.end)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"


def _finding(
    comparison: Comparison,
    verdict: str,
    sentence: str,
    anchors: tuple[Anchor, ...],
    figures: tuple[tuple[str, str], ...] = (),
) -> Finding:
    left, right = comparison.pair.left.document, comparison.pair.right.document
    first = (FIRST,) if verdict == "order" else ()
    held = (*first, RECKONED) if comparison.meaning else (*first, RECKONED, WITHOUT)
    parameters = (("method", METHOD), ("meaning", "read" if comparison.meaning else "not read"))
    places = "/".join(f"{one.document}:{one.start}-{one.end}" for one in anchors)
    identity = content_id("fi", "readouts", left, right, verdict, sentence, places)
    return Finding(identity, "readouts", verdict, sentence, anchors, (), figures, parameters, held)
