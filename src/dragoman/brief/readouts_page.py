"""The page on readouts: accounts of one event side by side, matter by matter, with the words in which they differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.analysis.readouts import OTHERS, Account, Matter, matters, shares, worded
from dragoman.brief.cite import Run
from dragoman.brief.compose import Composition
from dragoman.brief.lettering import shown
from dragoman.brief.notes import citation_of
from dragoman.brief.readouts_study import ComparedAccounts, ReadoutsStudy
from dragoman.model import Anchor

WHOLE = ("sequence", "terms", "omitted")
CALLED = {"only left": "alone", "only right": "alone", "same": "the same words", "reworded": "in other words"}


@dataclass(frozen=True, slots=True)
class Side:
    """One account as the head of its column: key, title, the record's translation of it, citation, page, language."""

    key: str
    title: Markup
    translation: str
    citation: tuple[Run, ...]
    link: str
    language: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A clause: its address and its characters in pieces, each with whether it is where the accounts differ."""

    link: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A matter as the page shows it: the clauses of either side, what kind it is, and each difference in words."""

    left: tuple[Cell, ...]
    right: tuple[Cell, ...]
    kind: str
    words: tuple[tuple[str, str], ...]


def readouts_page(study: ReadoutsStudy, composition: Composition) -> Markup:
    """The page; every clause leads to its characters."""
    return composition.render(
        "readouts.html", root="", here="readouts", language="en", title="Readouts",
        case_title=composition.evidence.case.title, shown=shown,
        pairs=[_pair(one, number, composition) for number, one in enumerate(study.pairs, 1)],
    )  # fmt: skip


def _pair(one: ComparedAccounts, number: int, composition: Composition) -> dict[str, object]:
    left, right = (_side(account, composition) for account in (one.comparison.pair.left, one.comparison.pair.right))
    return {
        "number": number,
        "name": one.title or f"{left.key} and {right.key}",
        "left": left,
        "right": right,
        "refused": one.comparison.refused,
        "summary": one.findings[0] if one.findings else None,
        "rows": [_row(one, matter, composition) for matter in matters(one.comparison)],
        "whole": [finding.sentence for finding in one.findings if finding.verdict in WHOLE],
        "room": list(_room(one)) if one.findings else [],
    }


def _side(account: Account, composition: Composition) -> Side:
    source = composition.catalogue.source_of(account.document)
    assert source is not None
    title = source.record.value("title") or source.record.value("title-transliterated") or source.path
    return Side(
        account.key,
        composition.letters(title, account.language),
        account.translation or "",
        citation_of(source, account.language),
        composition.source_page(source.id),
        account.language,
    )


def _row(one: ComparedAccounts, matter: Matter, composition: Composition) -> MatterRow:
    pair = one.comparison.pair

    def cells(side: int, numbers: Sequence[int]) -> tuple[Cell, ...]:
        account = pair.right if side else pair.left
        marked = [
            (place.start, place.end) for held in matter.differences for place in (held.right if side else held.left)
        ]
        clauses = [pair.clauses[side][at] for at in numbers]
        return tuple(_cell(account, (clause.start, clause.end), marked, composition) for clause in clauses)

    kind = CALLED.get(matter.verdict, "")
    words = tuple((line.partition(": ")[0], line.partition(": ")[2]) for line in worded(matter))
    return MatterRow(cells(0, matter.left), cells(1, matter.right), kind, words)


def _cell(account: Account, span: tuple[int, int], marked: Sequence[tuple[int, int]], composition: Composition) -> Cell:
    start, end = span
    link = composition.anchor_link(Anchor(account.document, start, end, account.text[start:end]))
    return Cell(link, tuple(pieces(account.text, span, marked)))


def pieces(text: str, span: tuple[int, int], marked: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """A span cut at the borders of marked places, each piece with whether it is marked; together they are the span.

    >>> list(pieces("应约同拜登通话", (0, 7), [(0, 2)]))
    [('应约', True), ('同拜登通话', False)]
    """
    start, end = span
    flags = bytearray(end - start)
    for first, last in marked:
        length = min(last, end) - max(first, start)
        if length > 0:
            at = max(first, start) - start
            flags[at : at + length] = b"\x01" * length
    at = start
    while at < end:
        stop = flags.find(1 - flags[at - start], at - start)
        following = end if stop < 0 else start + stop
        yield text[at:following], bool(flags[at - start])
        at = following


def _room(one: ComparedAccounts) -> Iterator[tuple[str, tuple[float, float]]]:
    """The share of the words reported that each party has on either side, the greatest first."""
    pair = one.comparison.pair
    told = [shares(account, pair.known) for account in (pair.left, pair.right)]
    for who in sorted({*told[0], *told[1]}, key=lambda who: (who == OTHERS, -max(s.get(who, 0.0) for s in told), who)):
        name = pair.known.name(who) if who in pair.known else who
        yield name, (told[0].get(who, 0.0), told[1].get(who, 0.0))
