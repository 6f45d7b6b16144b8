"""The clause of the present document that might stand for a phrase that is absent.

Likeness is the share of the phrase's pairs of characters (in English: of its words, those that only join left out) that
stand in the clause, each weighed by how rare it is among the clauses of the class, so that what all clauses share
counts for little. Where no clause is near by likeness, one that shares a key will do: three characters in a row without
space or hiragana, or a long word, that are rare in the class; so 无核化 leads from 完全、可验证、不可逆的半岛无核化 to
a clause that says less.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from dragoman.analysis.formulations.suffixes import SEPARATOR
from dragoman.analysis.omissions.carried import Carried
from dragoman.analysis.omissions.edges import listed
from dragoman.model import Anchor

Gram = tuple[int, ...]

NEAR = 0.4  # likeness from which a clause is near
RARE = 3  # times in a member, on average, up to which three characters or a word are a key
LONG = 6  # letters of a word that is a key


class Nearest(NamedTuple):
    """A clause as printed, and its likeness to the phrase from 0 to 1."""

    anchor: Anchor
    likeness: float


class Clauses:
    """The clauses of the present document, ready to be asked for the nearest to a phrase."""

    def __init__(self, known: Carried) -> None:
        self._known = known
        self._spans: list[tuple[int, int]] = []
        self._where: defaultdict[Gram, list[int]] = defaultdict(list)
        self._spread: Counter[Gram] = Counter()
        self._all = 0
        words = listed()["en"]["opens"] if known.stream.between else ()
        self._joining = {
            at for at, one in enumerate(known.stream.spelt) if one in words or one == " " or "\u3041" <= one <= "\u309f"
        }
        for member in range(len(known.texts)):
            for start, end in _between_breaks(known, member):
                codes = known.stream.codes[start:end].tolist()
                grams = self._grams(codes) | self._keys(codes)
                self._spread.update(grams)
                self._all += 1
                if member == known.earlier:
                    for gram in grams:
                        self._where[gram].append(len(self._spans))
                    self._spans.append((start, end))

    def nearest(self, phrase: Sequence[int]) -> Nearest | None:
        """The nearest clause to a phrase, given as numbers of the stream, of equals the shortest.

        None where none is near and none shares a key.
        """
        codes = list(phrase)
        weights = {gram: log(1 + self._all / (1 + self._spread[gram])) for gram in sorted(self._grams(codes))}
        whole = sum(weights.values())
        shared: defaultdict[int, float] = defaultdict(float)
        for gram, weight in weights.items():
            for clause in self._where.get(gram, ()):
                shared[clause] += weight / whole
        keyed = {clause for key in self._keys(codes) if self._is_rare(key) for clause in self._where.get(key, ())}
        near = [clause for clause, likeness in shared.items() if likeness >= NEAR or clause in keyed]
        if not near:
            return None
        best = min(near, key=lambda clause: (-round(shared[clause], 9), self._length(clause), clause))
        start, end = self._spans[best]
        return Nearest(self._known.printed(self._known.earlier, start, end - start), round(min(shared[best], 1.0), 3))

    def _is_rare(self, key: Gram) -> bool:
        return self._spread[key] <= RARE * len(self._known.texts)

    def _length(self, clause: int) -> int:
        start, end = self._spans[clause]
        return end - start

    def _grams(self, codes: list[int]) -> set[Gram]:
        if self._known.stream.between:
            return {(code,) for code in codes if code and code not in self._joining}
        pairs = (tuple(codes[at : at + 2]) for at in range(len(codes) - 1))
        return {pair for pair in pairs if SEPARATOR not in pair}

    def _keys(self, codes: list[int]) -> set[Gram]:
        if self._known.stream.between:
            spelt = self._known.stream.spelt
            return {(code,) for code in codes if len(spelt[code]) >= LONG}
        threes = (tuple(codes[at : at + 3]) for at in range(len(codes) - 2))
        return {three for three in threes if SEPARATOR not in three and self._joining.isdisjoint(three)}


def _between_breaks(known: Carried, member: int) -> list[tuple[int, int]]:
    first, last = known.bounds(member)
    breaks = [first - 1, *(first + at for at, code in enumerate(known.stream.codes[first:last].tolist()) if not code)]
    if breaks[-1] != last - 1:
        breaks.append(last)
    return [(a + 1, b) for a, b in pairwise(breaks) if b > a + 1]
