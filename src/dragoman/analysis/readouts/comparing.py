"""Accounts of one event laid side by side: links, differences, what only one says; or why they cannot be compared."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.analysis.readouts.accounts import Account
from dragoman.analysis.readouts.alignment import Link, align
from dragoman.analysis.readouts.chance import Ground, ground, line_for
from dragoman.analysis.readouts.differences import Difference, differences
from dragoman.analysis.readouts.likeness import Embedder, likeness
from dragoman.analysis.readouts.pair import Pair, paired
from dragoman.analysis.readouts.rows import ReadoutError
from dragoman.gazetteer import Gazetteer

TIMES = 10  # longer than this many times the other, an account is no counterpart of it
LONGEST = 2000  # clauses of an account
_SIGN = re.compile(r"[぀-ヿ㐀-鿿]|[^\W_぀-ヿ㐀-鿿]+")


@dataclass(frozen=True)
class Comparison:
    """Two accounts side by side; where they cannot be compared `refused` says why, and the rest is empty.

    `links` in the order of the left account, each with its `differences`; `meaning` tells whether meaning was read.
    """

    pair: Pair
    links: tuple[Link, ...] = ()
    differences: tuple[tuple[Difference, ...], ...] = ()
    ground: Ground | None = None
    meaning: bool = False
    refused: str = ""

    def alone(self, side: int) -> tuple[int, ...]:
        """The clauses of the left account (0) or the right (1) that no clause of the other answers."""
        held = {at for link in self.links for at in (link.right if side else link.left)}
        return tuple(at for at in range(len(self.pair.clauses[side])) if at not in held)

    @property
    def crossings(self) -> tuple[tuple[int, int], ...]:
        """Pairs of links that stand in one order on the left and in the other on the right."""
        return tuple(
            (one, other)
            for one, other in combinations(range(len(self.links)), 2)
            if self.links[one].right[0] > self.links[other].right[0]
        )


def compare(accounts: Sequence[Account], known: Gazetteer, embedder: Embedder | None) -> tuple[Comparison, ...]:
    """Each account with each that comes after it. ReadoutError for fewer than two, or one given twice.

    >>> from dragoman.extraction import observe
    >>> from dragoman.gazetteer import load
    >>> text = "4月2日，习近平同拜登通电话。"
    >>> made = [Account(key, key, text, "zh", "2024-04-02", observe(text, "zh", "2024-04-02")) for key in ("a", "b")]
    >>> [[one.type for one in held] for held in compare(made, load(), None)[0].differences]
    [['same']]
    """
    if len(accounts) < 2:
        raise ReadoutError("a comparison needs two accounts or more")
    twice = [one.key for one, other in combinations(accounts, 2) if one.document == other.document]
    if twice:
        raise ReadoutError(f"{twice[0]} is given twice; give two accounts of one event")
    return tuple(compared(paired(one, other, known), embedder) for one, other in combinations(accounts, 2))


def compared(pair: Pair, embedder: Embedder | None) -> Comparison:
    """One pair of accounts."""
    refused = _refused(pair)
    if refused:
        return Comparison(pair, refused=refused)
    left, right = pair.clauses
    meaning = embedder is not None
    alike = likeness(left, right, pair.parties, pair.one_language, embedder)
    links = align(alike, line_for(len(left), len(right), meaning))
    found = ground(pair, links, meaning)
    if not links or not found.one_event:
        return Comparison(pair, ground=found, meaning=meaning, refused=_unrelated(pair, found, len(links)))
    return Comparison(pair, links, tuple(differences(pair, one) for one in links), found, meaning)


def size(account: Account) -> int:
    """The length of a text, alike in all languages: a Chinese character or kana counts one, any other word two.

    >>> size(Account("d", "k", "Xi 会见 Kim", "zh", None, ()))
    6
    """
    return sum(1 if len(found[0]) == 1 and found[0] >= "\u3040" else 2 for found in _SIGN.finditer(account.text))


def _refused(pair: Pair) -> str:
    for account, held in zip((pair.left, pair.right), pair.clauses, strict=True):
        if not held:
            return f"{account.key} has no words to compare"
        if len(held) > LONGEST:
            return f"{account.key} has {len(held)} clauses; at most {LONGEST} can be compared: give a part of it"
    long, short = sorted((pair.left, pair.right), key=size, reverse=True)
    if size(long) >= TIMES * size(short):
        return (
            f"{long.key} is {size(long) / max(1, size(short)):.0f} times as long as {short.key}: no counterpart of it; "
            "compare with an account of like length, or with the part of it that tells of the event"
        )
    return ""


def _unrelated(pair: Pair, found: Ground, links: int) -> str:
    day = f"{len(found.days)} day{'s' * (len(found.days) != 1)}"
    if not links:
        why = "no clause of one tells what a clause of the other tells"
    else:
        why = (
            f"they share {day} and {found.names} name{'s' * (found.names != 1)}, and their clauses are no more alike "
            f"({found.likeness:.2f} above the line) than those of accounts of different events ({found.chance:.2f})"
        )
    return f"{pair.left.key} and {pair.right.key} do not seem to tell of one event: {why}"
