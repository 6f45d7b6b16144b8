"""What each phrase was to the class before a member: in how many of the last k it stood, and how long without a break.

A phrase is expected at a member if at least four fifths of the last k carried it; of phrases that lie in one another
and are carried alike only the longest counts, so that one formulation is counted once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from dragoman.analysis.formulations.counting import matcher
from dragoman.analysis.formulations.suffixes import Numbers
from dragoman.analysis.omissions.carried import Carried

SHARE = 0.8  # of the last members, from which a phrase is expected in the next


@dataclass(frozen=True, slots=True)
class Expected:
    """The phrases expected at one member, a row each: number of the phrase, how many of the last `last` carried it,
    for how many members without a break up to the last one, and whether the member has it.
    """

    member: int
    last: int
    phrases: Numbers
    carried: Numbers
    runs: Numbers
    kept: Numbers

    @property
    def strength(self) -> Numbers:
        """Records in order: below 0 where one of the last k lacks the phrase, else the length of the run."""
        return np.asarray(np.where(self.carried < self.last, self.carried - self.last, self.runs))


def expected_at(known: Carried, member: int, last: int) -> Expected:
    """The phrases that the `last` members before this one let expect in it."""
    window = ((1 << last) - 1) << (member - last)
    counts = np.bitwise_count(known.held & np.int64(window))
    rows = np.flatnonzero(counts >= ceil(SHARE * last))
    rows = rows[longest([known.forms[row] for row in rows.tolist()], counts[rows].tolist())]
    kept = (known.held[rows] >> np.int64(member)) & 1 == 1
    return Expected(member, last, rows, counts[rows].astype(np.int64), _runs(known.held[rows], member), kept)


def longest(phrases: Sequence[str], counts: Sequence[int]) -> list[bool]:
    """Whether each phrase lies in no other that is carried as often or more.

    >>> longest(["半岛无核化", "无核化", "重申半岛无核化"], [5, 5, 4])
    [True, False, True]
    """
    inside = [False] * len(phrases)
    ready = matcher(phrases)
    for number, phrase in enumerate(phrases):
        for other, _, _ in ready.hits(phrase):
            inside[other] |= other != number and counts[number] >= counts[other]
    return [not some for some in inside]


def families(forms: Sequence[str]) -> list[list[int]]:
    """Phrases that lie in one another put together, the first of each family, in the order given, at its head.

    >>> families(["无核化", "半岛无核化", "会谈", "半岛无核化进程"])
    [[0, 1, 3], [2]]
    """
    kin: list[list[int]] = [[] for _ in forms]
    ready = matcher(forms)
    for number, form in enumerate(forms):
        for other in {hit[0] for hit in ready.hits(form)} - {number}:
            kin[number].append(other)
            kin[other].append(number)
    heads: dict[int, list[int]] = {}
    for number in range(len(forms)):
        head = min((other for other in kin[number] if other in heads), default=number)
        heads.setdefault(head, []).append(number)
    return list(heads.values())


def _runs(held: Numbers, member: int) -> Numbers:
    """How many members in a row before this one have each phrase."""
    runs = np.zeros(len(held), np.int64)
    going = np.ones(len(held), bool)
    for before in range(member - 1, -1, -1):
        going = going & ((held >> np.int64(before)) & 1 == 1)
        if not going.any():
            break
        runs += going
    return runs
