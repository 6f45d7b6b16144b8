"""Order against protocol, and absences of those who usually attend."""

from collections.abc import Iterator, Sequence

from dragoman.analysis.day_words import interval_in_words
from dragoman.analysis.posts.occasions import Occasion
from dragoman.analysis.posts.rows import Order, orders
from dragoman.analysis.reportage import Reportage
from dragoman.model import Finding, content_id

FEWEST = 5
"""Fewer earlier occasions than this say nothing of who usually attends."""
USUAL = 0.8
"""Who was at this share of them or more usually attends."""


def order_findings(found: Sequence[Occasion], reportage: Reportage) -> tuple[Finding, ...]:
    """A finding for each occasion that names two or more people of one order of protocol: as it says, or who is out."""
    rows = [
        _order_finding(one, order, reportage)
        for one in found
        for order in orders()
        if order.first <= one.first.isoformat() and (order.last is None or one.first.isoformat() <= order.last)
    ]
    return tuple(row for row in rows if row is not None)


def _order_finding(occasion: Occasion, order: Order, reportage: Reportage) -> Finding | None:
    named = [person for person in occasion.people if person in order.order]
    if len(named) < 2:
        return None
    expected = sorted(named, key=order.order.index)
    out = sum(order.order.index(a) > order.order.index(b) for i, a in enumerate(named) for b in named[i + 1 :])
    pairs = len(named) * (len(named) - 1) // 2
    missing = [person for person in order.order if person not in named]
    said = (
        f"{_place(occasion)}: {len(named)} of the {len(order.order)} in the order of protocol are named"
        f" ({_names(named, reportage)}), {'in that order' if not out else f'{out} of {pairs} pairs out of order'}."
    )
    if out:
        said += f" Protocol has {_names(expected, reportage)}."
    if missing:
        said += f" Not named: {_names(missing, reportage)}."
    anchors = tuple(anchor for one in occasion.present if one.person in named for anchor in one.anchors)
    return Finding(
        content_id("fi", "rank", said, occasion.document), "rank", "in order" if not out else "out of order", said,
        tuple(dict.fromkeys(anchors)), (occasion.event,) if occasion.event else (),
        (("named", str(len(named))), ("pairs out of order", f"{out} of {pairs}")),
        (("order", order.name), ("source", order.source)),
        ("The order is that of the text; who is not named may have been there.",),
    )  # fmt: skip


def absences(found: Sequence[Occasion], reportage: Reportage) -> tuple[Finding, ...]:
    """Those who were at four fifths of a series' earlier occasions (five or more) and are not named at one."""
    series: dict[str, list[Occasion]] = {}
    for one in found:
        if one.series:
            series.setdefault(one.series, []).append(one)
    return tuple(finding for name in sorted(series) for finding in _absences(name, series[name], reportage))


def _absences(name: str, rows: Sequence[Occasion], reportage: Reportage) -> Iterator[Finding]:
    for number, one in enumerate(rows):
        earlier = [other for other in rows[:number] if other.last < one.first]
        if len(earlier) < FEWEST:
            continue
        for person in sorted({person for other in earlier for person in other.people} - set(one.people)):
            there = [other for other in earlier if person in other.people]
            if len(there) >= USUAL * len(earlier):
                yield _absence(name, one, person, (there, len(earlier)), reportage)


def _absence(
    name: str, occasion: Occasion, person: str, base: tuple[Sequence[Occasion], int], reportage: Reportage
) -> Finding:
    there, tries = base
    chance = (tries - len(there) + 0.5) / (tries + 1)
    said = (
        f"{reportage.name(person)}, named at {len(there)} of {tries} earlier occasions ({name}), is not named at"
        f" {_place(occasion)}; the chance of that was about {chance * 100:.0f} %."
    )
    anchors = [occasion.present[0].anchors[0]]
    anchors += [anchor for other in there for row in other.present if row.person == person for anchor in row.anchors]
    return Finding(
        content_id("fi", "rank", said, occasion.document), "rank", "not named", said, tuple(dict.fromkeys(anchors)),
        (occasion.event,) if occasion.event else (),
        (("earlier", str(tries)), ("named", str(len(there))), ("chance", f"{chance:.3f}")), (("series", name),),
        ("Not named is not absent: a text may leave people out.",),
    )  # fmt: skip


def series_sizes(found: Sequence[Occasion]) -> dict[str, int]:
    """How many occasions each series has: below six there is nobody whose absence could be told."""
    sizes: dict[str, int] = {}
    for one in found:
        if one.series:
            sizes[one.series] = sizes.get(one.series, 0) + 1
    return sizes


def _place(occasion: Occasion) -> str:
    days = interval_in_words(occasion.first, occasion.last, "range")
    return occasion.label if days in occasion.label else f"{occasion.label}, {days}"


def _names(people: Sequence[str], reportage: Reportage) -> str:
    return ", ".join(reportage.name(person) for person in people)
