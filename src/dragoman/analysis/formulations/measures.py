"""What is measured on each repeat: documents since a date, outlets, first use, and what stands at both ends."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dragoman.analysis.formulations.repeats import Repeats
from dragoman.analysis.formulations.streams import Stream
from dragoman.analysis.formulations.suffixes import SEPARATOR, Numbers

CHUNK = 4_000_000  # places looked at at a time
OUTLETS = 63  # outlets told apart; those beyond share the last one's place


@dataclass(frozen=True, slots=True)
class Measures:
    """A column a measure, a row a repeat.

    `first` is the earliest dated document (-1 where none is dated), `recent` the documents dated on or after the date
    asked about, `outlets` and `years` have a bit for each outlet and year with it. `left` and `right` are the branching
    entropies in bits of what stands on either side (Jin and Tanaka-Ishii 2006), a break counting as something new each
    time; `opens` and `closes` the shares of the places that follow a break and that one follows; `lines` those where
    both hold. `fixed` is 1 where it stands at one distance from the start or from the end of all its documents, 0 where
    all distances differ.
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
    fixed: Numbers


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
    rank = np.empty(undated, np.int64)
    rank[order] = np.arange(undated)
    rank[ground.periods == 0] = undated
    bits = np.left_shift(np.int64(1), np.minimum(ground.outlets, OUTLETS - 1).astype(np.int64))
    parts = [_Chunk(repeats, stream, rows).columns(rank, bits, ground) for rows in _chunks(repeats)]
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)] if parts else [np.zeros(0, np.int64)] * 10
    columns[0] = np.append(order, -1)[np.minimum(columns[0], undated)]
    return Measures(*columns)


def _chunks(repeats: Repeats) -> Iterator[slice]:
    """Slices of the repeats with about CHUNK places each."""
    ends = np.cumsum(repeats.occurrences, dtype=np.int64)
    start = 0
    while start < len(ends):
        done = int(ends[start - 1]) if start else 0
        end = max(start + 1, int(np.searchsorted(ends, done + CHUNK, "right")))
        yield slice(start, end)
        start = end


class _Chunk:
    """All places of some repeats, one after another."""

    def __init__(self, repeats: Repeats, stream: Stream, rows: slice) -> None:
        self.sizes = repeats.occurrences[rows].astype(np.int64)
        self.runs = np.cumsum(self.sizes) - self.sizes
        firsts = repeats.firsts[rows]
        spots = np.repeat(firsts - self.runs, self.sizes) + np.arange(int(self.sizes.sum()))
        self.owners = repeats.owners[spots]
        self.new = repeats.fresh[spots] < np.repeat(firsts, self.sizes)
        places = repeats.places[spots]
        ends = places + np.repeat(repeats.lengths[rows], self.sizes)
        starts = stream.documents[self.owners]
        self.before = stream.codes[np.maximum(places - 1, 0)].astype(np.int64)
        self.before[places == starts] = SEPARATOR
        self.after = stream.codes[ends].astype(np.int64)
        self.from_start = places - starts
        self.from_end = np.append(stream.documents[1:], len(stream.codes))[self.owners] - ends

    def columns(self, rank: Numbers, bits: Numbers, ground: Ground) -> tuple[Numbers, ...]:
        """The columns of `Measures`, the first as a rank in order of date."""
        opens, closes = self.before == SEPARATOR, self.after == SEPARATOR
        return (
            np.minimum.reduceat(rank[self.owners], self.runs),
            np.add.reduceat((self.new & ground.recent[self.owners]).astype(np.int32), self.runs),
            np.bitwise_or.reduceat(bits[self.owners], self.runs),
            np.bitwise_or.reduceat(ground.years[self.owners], self.runs),
            _entropy(self.before, self.sizes),
            _entropy(self.after, self.sizes),
            self._share(opens),
            self._share(closes),
            self._share(opens & closes),
            self._fixed(),
        )

    def _fixed(self) -> Numbers:
        least = np.minimum(*(_entropy(distance + 1, self.sizes) for distance in (self.from_start, self.from_end)))
        return np.asarray(1 - least / np.log2(self.sizes))

    def _share(self, holds: Numbers) -> Numbers:
        return np.asarray(np.add.reduceat(holds.astype(np.int32), self.runs) / self.sizes)


def _entropy(neighbours: Numbers, sizes: Numbers) -> Numbers:
    """The entropy in bits of each run of neighbours, breaks all different."""
    width = int(neighbours.max()) + 1
    keys = np.repeat(np.arange(len(sizes), dtype=np.int64) * width, sizes) + neighbours
    keys.sort()
    opens = np.flatnonzero(np.diff(keys, prepend=-1))
    counts = np.diff(opens, append=len(keys))
    heads = keys[opens]
    weights = np.where(heads % width == SEPARATOR, 0.0, counts * np.log2(counts))
    total = np.bincount(heads // width, weights=weights, minlength=len(sizes))
    return np.asarray(np.log2(sizes) - total / sizes)
