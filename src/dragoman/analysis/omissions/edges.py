"""The two ends of a phrase, cleaned: what belongs to the word before or after it is taken off.

A repeat ends where its texts part, which may be inside a word, as 域和关键环节 of 领域… and 区域… does. The texts
themselves are asked: two characters open a phrase if many different ones precede them (normalised entropy, as in Jin
and Tanaka-Ishii 2006), and close it if many follow. Words that only join are listed in `edges.yaml`.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
import yaml

from dragoman.analysis.formulations.streams import Stream
from dragoman.analysis.formulations.suffixes import SEPARATOR, Numbers

FREE = 0.5  # of the entropy that there could be, from which an end is free
WIDE = 1 << 24  # more than any number of a stream


@dataclass(frozen=True, slots=True)
class Edges:
    """What may open and close a phrase of one stream; make one with `edges_of`."""

    stream: Stream
    opens: frozenset[int]
    closes: frozenset[int]
    bound_before: frozenset[int]
    bound_after: frozenset[int]
    shortest: int

    def trimmed(self, start: int, length: int) -> tuple[int, int]:
        """A stretch without what does not belong to it; length 0 where too little is left."""
        codes = self.stream.codes[start : start + length].tolist()
        first, last = 0, length
        if self.stream.space:
            first, last = self._whole_words(codes, int(self.stream.codes[start + length]))
        while last - first >= self.shortest and self._hangs_before(codes, first):
            first += 1
        while last - first >= self.shortest and self._hangs_after(codes, last):
            last -= 1
        kept = last - first
        return start + first, kept if kept >= self.shortest else 0

    def _whole_words(self, codes: list[int], after: int) -> tuple[int, int]:
        """From where a word starts, without a last word of which only its first syllable is shared."""
        space = self.stream.space
        first = codes.index(space) if space in codes else len(codes)
        cut = len(codes) > 1 and codes[-2] == space and codes[-1] != space and after not in (space, SEPARATOR)
        return first, len(codes) - 2 * cut

    def _hangs_before(self, codes: list[int], first: int) -> bool:
        pair = codes[first] * WIDE + codes[first + 1]
        return codes[first] in self.opens or pair in self.bound_before

    def _hangs_after(self, codes: list[int], last: int) -> bool:
        pair = codes[last - 2] * WIDE + codes[last - 1]
        return codes[last - 1] in self.closes or pair in self.bound_after


def edges_of(stream: Stream, language: str, shortest: int) -> Edges:
    """The edges of a stream; `shortest` is the fewest numbers of a phrase."""
    known = listed().get(language, {})
    opens, closes = (frozenset(known.get(key) or ()) for key in ("opens", "closes"))
    numbers = [
        frozenset(at for at, symbol in enumerate(stream.spelt) if symbol in some or at == SEPARATOR)
        for some in (opens, closes)
    ]
    marks = frozenset(at for at, symbol in enumerate(stream.spelt) if not (symbol[0].isalnum() or symbol == " "))
    before, after = (_bound(stream, side) if language in ("zh", "ja") else frozenset() for side in (-1, 2))
    return Edges(stream, numbers[0] | marks, numbers[1] | marks | {stream.space}, before, after, shortest)


def _bound(stream: Stream, side: int) -> frozenset[int]:
    """The pairs of neighbours before (-1) or after (2) which nearly always the same stands."""
    codes = stream.codes.astype(np.int64)
    if len(codes) < 4:
        return frozenset()
    at = np.arange(1, len(codes) - 2)
    at = at[(codes[at] != SEPARATOR) & (codes[at + 1] != SEPARATOR)]
    pairs, beside = codes[at] * WIDE + codes[at + 1], codes[at + side]
    order = np.lexsort((beside, pairs))
    return _held(pairs[order], beside[order])


def _held(pairs: Numbers, beside: Numbers) -> frozenset[int]:
    """Of sorted pairs, those whose neighbours have little entropy for their number; breaks count as all different."""
    if not len(pairs):
        return frozenset()
    new = np.append(True, pairs[1:] != pairs[:-1])
    groups = np.cumsum(new) - 1
    sizes = np.bincount(groups)
    opens = np.flatnonzero(new | np.append(True, beside[1:] != beside[:-1]))
    counts = np.diff(opens, append=len(pairs))
    weights = np.where(beside[opens] == SEPARATOR, 0.0, counts * np.log2(counts))
    lost = np.bincount(groups[opens], weights=weights, minlength=len(sizes))
    entropy = np.log2(sizes) - lost / sizes
    bound = (sizes >= 3) & (entropy < FREE * np.log2(np.maximum(sizes, 2)))
    return frozenset(pairs[new][bound].tolist())


@lru_cache(maxsize=1)
def listed() -> dict[str, dict[str, list[str] | str]]:
    """What `edges.yaml` says: by language the words or characters that do not open or close a phrase."""
    text = (resources.files("dragoman.analysis.omissions") / "edges.yaml").read_text("utf-8")
    rows: dict[str, dict[str, list[str] | str]] = yaml.safe_load(text)
    return rows
