"""What is measured on each repeat: documents since a date, outlets, first use, and what stands at both ends."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np

from dragoman.analysis.formulations.repeats import Repeats
from dragoman.analysis.formulations.streams import Stream
from dragoman.analysis.formulations.suffixes import BLOCK, SEPARATOR, Numbers

OUTLETS = 63  # outlets told apart; those beyond share the last one's place


@dataclass(frozen=True, slots=True)
class Measures:
    """A column a measure, a row a repeat.

    `first` is the earliest dated document (-1 where none is dated), `recent` the documents dated on or after the date
    asked about, `outlets` and `years` have a bit for each outlet and year with it. `left` and `right` are the branching
    entropies in bits of what stands on either side (Jin and Tanaka-Ishii 2006), a break counting as something new each
    time; `opens` and `closes` the shares of the places that follow a break and that one follows; `lines` those where
    both hold.
    """

    first: Numbers
    recent: Numbers
    outlets: Numbers
    years: Numbers
    left: Numbers
    right: Numbers
    opens: Numbers
    closes: Numbers
    lines: Numbers


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known of each document: its date as yyyymmdd, its outlet, the bit of its year, whether it is recent."""

    periods: Numbers
    outlets: Numbers
    years: Numbers
    recent: Numbers


def measured(repeats: Repeats, stream: Stream, ground: Ground) -> Measures:
    """Measure all repeats."""
    undated = len(ground.periods)
    order = np.argsort(np.where(ground.periods > 0, ground.periods, np.iinfo(np.int64).max), kind="stable")
    rank = np.empty(undated, np.int32)
    rank[order] = np.arange(undated)
    rank[ground.periods == 0] = undated
    bits = np.left_shift(np.int64(1), np.minimum(ground.outlets, OUTLETS - 1).astype(np.int64))
    parts = [_Chunk(repeats, stream, rows).columns(rank, bits, ground) for rows in _chunks(repeats)]
    if not parts:
        return Measures(*(np.zeros(0, np.int64) for _ in fields(Measures)))
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    return Measures(np.append(order, -1)[np.minimum(columns[0], undated)], *columns[1:])


def fixedness(repeats: Repeats, stream: Stream, rows: Numbers) -> Numbers:
    """How much more a repeat's distances from one end of its documents are alike than those from the other, 0 to 1.

    Near 1 for a header in texts of many lengths; near 0 for words in running text, and where all texts are cut alike.
    """
    found = np.zeros(len(rows))
    closing = np.append(stream.documents[1:], len(stream.codes))
    for at, row in enumerate(rows.tolist()):
        first, size = int(repeats.firsts[row]), int(repeats.occurrences[row])
        places, owners = repeats.places[first : first + size], repeats.owners[first : first + size]
        distances = (places - stream.documents[owners], closing[owners] - places)
        counts = (np.unique(distance, return_counts=True)[1] for distance in distances)
        spread = [float(np.log2(size) - (some * np.log2(some)).sum() / size) for some in counts]
        found[at] = (max(spread) - min(spread)) / np.log2(size)
    return found


def _chunks(repeats: Repeats) -> Iterator[slice]:
    """Slices of the repeats with about BLOCK places each."""
    ends = np.cumsum(repeats.occurrences, dtype=np.int64)
    start = 0
    while start < len(ends):
        done = int(ends[start - 1]) if start else 0
        end = max(start + 1, int(np.searchsorted(ends, done + BLOCK, "right")))
        yield slice(start, end)
        start = end


class _Chunk:
    """All places of some repeats, one after another."""

    def __init__(self, repeats: Repeats, stream: Stream, rows: slice) -> None:
        self.sizes = repeats.occurrences[rows]
        self.runs = np.cumsum(self.sizes, dtype=np.int64) - self.sizes
        firsts = repeats.firsts[rows]
        spots = np.repeat((firsts - self.runs).astype(np.int32), self.sizes)
        spots += np.arange(len(spots), dtype=np.int32)
        self.owners = repeats.owners[spots]
        self.new = repeats.fresh[spots] < np.repeat(firsts, self.sizes)
        places = repeats.places[spots]
        self.after = stream.codes[places + np.repeat(repeats.lengths[rows], self.sizes)]
        self.before = stream.codes[np.maximum(places - 1, 0)].copy()
        self.before[places == stream.documents[self.owners]] = SEPARATOR

    def columns(self, rank: Numbers, bits: Numbers, ground: Ground) -> tuple[Numbers, ...]:
        """The columns of `Measures`, the first as a rank in order of date."""
        opens, closes = self.before == SEPARATOR, self.after == SEPARATOR
        groups = np.repeat(np.arange(len(self.sizes), dtype=np.int64) << 32, self.sizes)
        left = groups | self.before
        left.sort()
        groups |= self.after  # in order as it is: places are sorted by what follows
        return (
            np.minimum.reduceat(rank[self.owners], self.runs),
            np.add.reduceat(self.new & ground.recent[self.owners], self.runs, dtype=np.int32),
            np.bitwise_or.reduceat(bits[self.owners], self.runs),
            np.bitwise_or.reduceat(ground.years[self.owners], self.runs),
            _entropy(left, self.sizes),
            _entropy(groups, self.sizes),
            self._share(opens),
            self._share(closes),
            self._share(opens & closes),
        )

    def _share(self, holds: Numbers) -> Numbers:
        return np.asarray(np.add.reduceat(holds, self.runs, dtype=np.int32) / self.sizes)


def _entropy(keys: Numbers, sizes: Numbers) -> Numbers:
    """The entropy in bits of each group of sorted keys (group << 32 | number), breaks all different."""
    opens = np.append(0, np.flatnonzero(keys[1:] != keys[:-1]) + 1)
    counts = np.diff(opens, append=len(keys))
    heads = keys[opens]
    weights = np.where((heads & 0xFFFFFFFF) == SEPARATOR, 0.0, counts * np.log2(counts))
    total = np.bincount(heads >> 32, weights=weights, minlength=len(sizes))
    return np.asarray(np.log2(sizes) - total / sizes)
