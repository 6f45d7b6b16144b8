"""The members of a group against the stands they took (move M8): a ledger for each day the group put something out."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman import languages
from dragoman.analysis.day_words import interval_in_words
from dragoman.analysis.ledgers.stances import AGAINST, STANDS, Stance, is_outcome, published, stances
from dragoman.analysis.reportage import Reportage
from dragoman.gazetteer import UnknownEntity
from dragoman.model import Anchor, Finding, Mention, content_id

NEAR = 2
"""A stand counts for a group that is named in its sentence or in so many before."""


class LedgerError(ValueError):
    """A ledger that cannot be drawn up; the message says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A member's line: what it did, "not named" where no text of the ledger gives its stand, and the words for it."""

    member: str
    actions: tuple[str, ...]
    anchors: tuple[Anchor, ...]

    @property
    def silent(self) -> bool:
        """Whether no stand of this member is told."""
        return not self.anchors


@dataclass(frozen=True, slots=True)
class Participation:
    """What each member of a group did about what the group put out on these days, by the texts at hand.

    `what` are the things signed or refused, as the texts write them; `sources` the keys of the texts.
    """

    group: str
    first: date
    last: date
    what: tuple[str, ...]
    entries: tuple[Entry, ...]
    sources: tuple[str, ...]

    def by(self, action: str) -> tuple[str, ...]:
        """The members that took a stand, in the order of the group's row."""
        return tuple(one.member for one in self.entries if action in one.actions)


def participations(reportage: Reportage, group: str | None = None) -> tuple[Participation, ...]:
    """The ledgers of a case, by group and day; of one `group` where its gazetteer id is given.

    A stand counts for the group that was named last, in its sentence or the two before, and has all of the parties of
    its list as members on the day. One member's stand alone makes no ledger, unless it would not sign. Raises
    LedgerError for a group that is unknown, is none, or whose members are not known.
    """
    if group is not None:
        _check(group, reportage)
    held: dict[tuple[str, date, date], list[Stance]] = defaultdict(list)
    for document in sorted(reportage.documents):
        found_here = stances(document, reportage)
        text, language = reportage.documents[document].text, reportage.documents[document].language
        openings = [one.start for one in languages.sentences(text, language)] if found_here else []
        for some in _lists(found_here):
            days = _days(some[0], found_here, published(document, reportage))
            near = _near(some[0].anchor, openings, reportage)
            found = _group_of(some, days[0].isoformat(), near, reportage) if days else None
            if found and days and group in {None, found}:
                held[found, *days].extend(some)
    ledgers = [_ledger(*key, some, reportage) for key, some in sorted(held.items()) if _counts(some)]
    return tuple(ledgers)


def _check(group: str, reportage: Reportage) -> None:
    try:
        row = reportage.known.entity(group)
    except UnknownEntity:
        raise LedgerError(f'no group "{group}" in the gazetteer; groups are written as sco, g7, asean') from None
    if row.type != "group":
        raise LedgerError(f'"{group}" ({reportage.name(group)}) is a {row.type}, not a group')
    if not row.members:
        raise LedgerError(
            f"the members of {reportage.name(group)} are not listed in the gazetteer; add them to its row"
        )


def _lists(found: Sequence[Stance]) -> list[list[Stance]]:
    """The stands of one list of parties together."""
    by_place: dict[tuple[int, int, str], list[Stance]] = defaultdict(list)
    for one in found:
        by_place[one.anchor.start, one.anchor.end, one.action].append(one)
    return [by_place[key] for key in sorted(by_place)]


def _days(stance: Stance, others: Sequence[Stance], day: date | None) -> tuple[date, date] | None:
    """The days of a stand: its own, else those of the last dated stand before it in the text, else of publication."""
    if stance.first and stance.last:
        return stance.first, stance.last
    before = [one for one in others if one.anchor.start < stance.anchor.start]
    dated = next(((one.first, one.last) for one in reversed(before) if one.first and one.last), None)
    return dated or ((day, day) if day else None)


def _group_of(some: Sequence[Stance], day: str, near: Sequence[Mention], reportage: Reportage) -> str | None:
    """The group, of those named near before a list, that was named last and has all of the list as members."""
    parties = {one.party for one in some}
    for mention in reversed(near):
        if mention.entity not in parties and parties <= set(reportage.known.members(mention.entity, day)):
            return mention.entity
    return None


def _near(place: Anchor, openings: Sequence[int], reportage: Reportage) -> list[Mention]:
    """The groups named in the sentence of a place, up to its end, or in the two before."""
    number = bisect_right(openings, place.start) - 1
    start = openings[max(0, number - NEAR)] if openings else 0
    held = [one.reading for one in reportage.within("mention", place.document, start, place.end)]
    return [one for one in held if isinstance(one, Mention) and one.type == "group"]


def _counts(some: Sequence[Stance]) -> bool:
    """Whether stands make a ledger: those of two members or more, or one against what the group puts out."""
    return len({one.party for one in some}) > 1 or any(one.action in AGAINST and is_outcome(one.what) for one in some)


def _ledger(group: str, first: date, last: date, some: Sequence[Stance], reportage: Reportage) -> Participation:
    entries = []
    for member in reportage.known.members(group, first.isoformat()):
        mine = [one for one in some if one.party == member]
        actions = sorted({one.action for one in mine}, key=STANDS.index) or ["not named"]
        entries.append(Entry(member, tuple(actions), tuple(dict.fromkeys(one.anchor for one in mine))))
    what = tuple(dict.fromkeys(one.what for one in some if one.action in {"signed", "refused"} and one.what))
    keys = sorted({reportage.source(one.anchor.document).key for one in some})
    return Participation(group, first, last, what, tuple(entries), tuple(keys))


def participation_findings(ledgers: Sequence[Participation], reportage: Reportage) -> tuple[Finding, ...]:
    """A finding for each ledger: how many did what, and who stood against; who is silent is not counted as refusing."""
    return tuple(_finding(one, reportage) for one in ledgers)


def _finding(ledger: Participation, reportage: Reportage) -> Finding:
    parts = []
    for action in STANDS:
        if members := ledger.by(action):
            parts.append(f"{len(members)} {action} ({_names(members, reportage)})")
    silent = tuple(one.member for one in ledger.entries if one.silent)
    if silent:
        parts.append(f"{len(silent)} not named ({_names(silent, reportage)})")
    against = tuple(one.member for one in ledger.entries if set(one.actions) & set(AGAINST))
    days = interval_in_words(ledger.first, ledger.last, "range")
    said = f"{reportage.name(ledger.group)}, {days}: of {len(ledger.entries)} members {'; '.join(parts)}."
    anchors = tuple(dict.fromkeys(anchor for one in ledger.entries for anchor in one.anchors))
    figures = (("members", str(len(ledger.entries))), ("against", str(len(against))), ("not named", str(len(silent))))
    caveats = ("Not named is not refused: the texts at hand give no stand of theirs.",) if silent else ()
    return Finding(
        content_id("fi", "ledger", said, *(anchor.id for anchor in anchors)), "ledger",
        "not all" if against else "partly told" if silent else "all", said, anchors, (), figures,
        (("group", ledger.group), ("what", "; ".join(ledger.what))), caveats,
    )  # fmt: skip


def _names(members: Sequence[str], reportage: Reportage) -> str:
    return ", ".join(reportage.name(member) for member in members)
