"""How an outlet reported an event against how it had reported others of the kind: custom, and what breaks with it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from dragoman.analysis.coverage.reporting import Coverage
from dragoman.analysis.coverage.rows import nouns
from dragoman.analysis.day_words import day_in_words, interval_in_words
from dragoman.analysis.reportage import Reportage, day_of, in_numbers
from dragoman.model import Finding, content_id

FEWEST = 3
"""Fewer earlier cases than this are no custom."""
RARE = 0.10
"""A first departure breaks with custom where its chance before it was seen is at most this."""
MORE = 2.0
"""How many times the next largest share of the guest's words makes an unusual one."""
PAIR = 2
"""With fewer earlier cases than this there is nothing to say, not even that they are few."""
SPOKEN = 0.05
"""A smaller share of the guest's words than this is no detail."""
SAME = {"on the last day": "on the day"}
"""Phases that are alike for a custom: an event of one day has no other last day."""
WHEN = {
    "before": "before it began", "during": "while it lasted", "on the last day": "on its last day",
    "on the day": "on the day itself", "after": "after it had ended",
}  # fmt: skip
Pairs = tuple[tuple[str, str], ...]


def chance_of(hits: int, tries: int) -> float:
    """The chance that the next case is like `hits` of `tries` before it (Jeffreys' prior; Brown, Cai, DasGupta 2001).

    >>> round(chance_of(0, 5), 3)
    0.083
    """
    return (hits + 0.5) / (tries + 1)


def customs(rows: Sequence[Coverage], reportage: Reportage) -> tuple[Finding, ...]:
    """What the coverage of events shows against the same outlet's of the same kind between the same states.

    Custom is what was done without exception. A first report that lies otherwise is a finding where three earlier cases
    or more make a custom; with two the finding says how few they are. A share of the guest's own words (5 % or more) is
    held against all others of its kind.
    """
    series: dict[tuple[str, str, tuple[str, str]], list[Coverage]] = defaultdict(list)
    for row in rows:
        if row.official and all(row.states):
            series[row.outlet, row.type, row.states].append(row)
    found = [one for key in sorted(series) for one in _of_series(series[key], reportage)]
    return tuple(sorted(found, key=lambda one: (one.verdict != "broke with custom", one.analysis, one.id)))


def _of_series(series: Sequence[Coverage], reportage: Reportage) -> Iterator[Finding]:
    for number, row in enumerate(series):
        earlier = [other for other in series[:number] if other.last < row.first]
        yield from _timing(row, earlier, reportage)
        others = [other for other in series if other.event != row.event]
        if row.share >= SPOKEN and len(others) >= PAIR:
            yield _detail(row, others, reportage)


def _timing(row: Coverage, earlier: Sequence[Coverage], reportage: Reportage) -> Iterator[Finding]:
    seen = Counter(other.phase for other in earlier)
    if len(earlier) < PAIR or len({SAME.get(phase, phase) for phase in seen}) > 1:
        return
    if SAME.get(row.phase, row.phase) in {SAME.get(phase, phase) for phase in seen}:
        return
    of = ", ".join(
        f"{count} {WHEN[phase]}" for phase, count in sorted(seen.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    of = f"all {of}" if len(seen) == 1 and len(earlier) > 1 else of
    day = day_of(row.reported)
    told = (
        f"{row.outlet} first reported {_named(row, reportage)} {WHEN[row.phase]}"
        f" ({day_in_words(day) if day else row.reported}). "
    )
    chance = chance_of(0, len(earlier))
    figures: Pairs = (
        ("phase", row.phase), ("earlier", str(len(earlier))), ("earlier alike", "0"), ("earlier otherwise", of),
        ("lag in days from the end", str(row.lag)), ("chance", f"{chance:.3f}"),
    )  # fmt: skip
    kind = f"earlier {in_numbers(len(earlier), nouns()[row.type]).split(' ', 1)[1]} of the kind"
    if len(earlier) < FEWEST:
        said = f"{told}Of {len(earlier)} {kind} it had reported {of}: too few to show a custom."
        verdict = "too few"
    else:
        verdict = "broke with custom" if chance <= RARE else "unlike those before"
        said = f"{told}Of {len(earlier)} {kind} it had reported {of}; the chance of a first exception now was"
        said += f" about {chance * 100:.0f} %."
    caveats = [f"“Of the kind”: by the same outlet, between the same states ({_between(row, reportage)})."]
    if row.phase == "on the last day" or "on the last day" in seen:
        caveats.append("A report on the last day may have come before or after the end; its record gives no hour.")
    yield _finding(row, verdict, said, figures, reportage, [row, *earlier], tuple(caveats))


def _detail(row: Coverage, others: Sequence[Coverage], reportage: Reportage) -> Finding:
    shares = sorted((other.share for other in others), reverse=True)
    listed = ", ".join(f"{share * 100:.0f} %" for share in shares)
    who = reportage.name(row.guest or "")
    told = (
        f"{row.share * 100:.0f} % of {row.outlet}'s report of {_named(row, reportage)} are the guest's own words"
        f" ({row.words} of {row.characters} letters)"
    )
    kind = f"in {in_numbers(len(others), 'other report')} of the kind it is"
    unusual = row.share >= MORE * shares[0]
    if len(others) < FEWEST:
        verdict = "more than the others, too few" if unusual else "too few"
        said = f"{told}; {kind} {listed}: too few to show a custom."
    else:
        verdict = "unusual detail" if unusual else "within custom"
        said = f"{told}; {kind} {listed}."
    figures: Pairs = (
        ("share", f"{row.share:.3f}"), ("letters of the guest's words", str(row.words)),
        ("letters", str(row.characters)), ("others", str(len(others))), ("largest other", f"{shares[0]:.3f}"),
    )  # fmt: skip
    caveats = (f"Words count as {who}'s where a sentence says that {who} said them; the longest report is read.",)
    return _finding(row, verdict, said, figures, reportage, [row, *others], caveats)


def _named(row: Coverage, reportage: Reportage) -> str:
    days = interval_in_words(row.first, row.last, "range")
    who = f"{reportage.name(row.guest)}'s " if row.guest else "the "
    return f"{who}{nouns()[row.type]} of {days}" + ("" if row.guest else f" ({row.label})")


def _between(row: Coverage, reportage: Reportage) -> str:
    one, other = ("+".join(reportage.name(part) for part in side.split("+")) for side in row.states)
    return f"{one} to {other}" if row.type == "visit" else f"{one} and {other}"


def _finding(  # noqa: PLR0913, PLR0917
    row: Coverage, verdict: str, said: str, figures: Pairs, reportage: Reportage, rows: Sequence[Coverage],
    caveats: tuple[str, ...],
) -> Finding:  # fmt: skip
    anchors = tuple(dict.fromkeys(anchor for one in rows for anchor in (*one.anchors, *one.spoken)))
    events = tuple(dict.fromkeys(one.event for one in rows))
    parameters: Pairs = (("outlet", row.outlet), ("type", row.type), ("states", _between(row, reportage)),
                         ("fewest", str(FEWEST)), ("rare", str(RARE)))  # fmt: skip
    identity = content_id("fi", "coverage", said, *events)
    return Finding(identity, "coverage", verdict, said, anchors, events, figures, parameters, caveats)
