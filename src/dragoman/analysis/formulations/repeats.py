"""Maximal repeats: stretches that stand in several documents and cannot be made longer without losing a place.

Each is an interval of the suffix array whose suffixes share a prefix (an LCP interval, Abouelhoda, Kurtz and Ohlebusch
2004) and differ in what stands before. All intervals of one depth are cut at once, so no step loops over characters;
work goes block by block, so that what it needs beside the array stays small.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dragoman.analysis.formulations.streams import Stream
from dragoman.analysis.formulations.suffixes import BLOCK, SEPARATOR, Numbers, shared_lengths, suffix_array

_Columns = tuple[Numbers, Numbers, Numbers, Numbers]


@dataclass(frozen=True, slots=True)
class Repeats:
    """The repeats found, a column each, and the sorted places that they are intervals of.

    Repeat k is `lengths[k]` numbers long and stands at `places[firsts[k] : firsts[k] + occurrences[k]]`, in
    `documents[k]` documents. `owners` has the document of each place; `fresh` the nearest earlier place of the same
    document (-1 for none), by which distinct documents of an interval are counted.
    """

    firsts: Numbers
    occurrences: Numbers
    lengths: Numbers
    documents: Numbers
    places: Numbers
    owners: Numbers
    fresh: Numbers


def maximal_repeats(stream: Stream, shortest: int, longest: int, documents: int) -> tuple[Repeats, Numbers]:
    """Repeats of `shortest` to `longest` numbers in at least `documents` documents, without a break inside.

    Beside them, the suffix array of the stream.
    """
    suffixes = suffix_array(stream.codes)
    shared = _shared_up_to_breaks(stream.codes, suffixes, longest + 1)
    ranks = _near_alike(shared, shortest, documents)
    places, shared = suffixes[ranks], shared[ranks]
    shared[shared < shortest] = 0
    owners = owners_of(stream.documents, places)
    fresh = _earlier_place(owners, len(stream.documents))
    columns = [
        column
        for active in _blocks(shared)
        for column in _intervals(active, shared, _Before(stream, places), fresh, documents)
    ]
    found = [np.concatenate(column) for column in zip(*columns, strict=True)] or [np.zeros(0, np.int32)] * 4
    firsts, occurrences, lengths, counted = (column[found[2] <= longest] for column in found)
    return Repeats(firsts, occurrences, lengths, counted, places, owners, fresh), suffixes


def _shared_up_to_breaks(codes: Numbers, suffixes: Numbers, most: int) -> Numbers:
    """How many numbers each sorted suffix shares with the next, up to a break and at most `most`."""
    shared = shared_lengths(codes, suffixes)
    breaks = np.flatnonzero(codes == SEPARATOR).astype(np.int32)
    until = np.repeat(breaks, np.diff(breaks, prepend=np.int32(-1)))  # every stream ends with a break
    until -= np.arange(len(until), dtype=np.int32)
    for start in range(0, len(shared), BLOCK):
        block = shared[start : start + BLOCK]
        np.minimum(block, until[suffixes[start : start + BLOCK]], out=block)
        np.minimum(block, most, out=block)
    return shared


def _near_alike(shared: Numbers, shortest: int, documents: int) -> Numbers:
    """Which suffixes stand in runs, long enough to be of so many documents, of neighbours that share enough."""
    alike = np.zeros(len(shared) + 2, np.int8)
    alike[1:-1] = shared >= shortest
    edges = np.flatnonzero(alike[1:] != alike[:-1])
    starts, ends = edges[::2], edges[1::2]
    wide = ends - starts >= documents - 1
    steps = np.zeros(len(shared) + 1, np.int8)
    steps[starts[wide]] += 1
    steps[ends[wide] + 1] -= 1
    return np.cumsum(steps[:-1], dtype=np.int8).astype(bool)


def owners_of(documents: Numbers, places: Numbers) -> Numbers:
    """The document of each place.

    >>> owners_of(np.array([0, 3]), np.array([4, 0, 2])).tolist()
    [1, 0, 0]
    """
    owners = np.empty(len(places), np.int32)
    for start in range(0, len(places), BLOCK):
        owners[start : start + BLOCK] = np.searchsorted(documents, places[start : start + BLOCK], "right") - 1
    return owners


def _earlier_place(owners: Numbers, documents: int) -> Numbers:
    """For each place the nearest earlier one of the same document, -1 for none.

    >>> _earlier_place(np.array([1, 0, 1, 1, 0]), 2).tolist()
    [-1, -1, 0, 2, 1]
    """
    earlier = np.empty(len(owners), np.int32)
    last = np.full(documents, -1, np.int32)
    for start in range(0, len(owners), BLOCK):
        keys = owners[start : start + BLOCK].astype(np.int64) << 32
        keys |= np.arange(start, start + len(keys))
        keys.sort()
        own, at = (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32)
        opens = np.ones(len(own), bool)
        opens[1:] = own[1:] != own[:-1]
        before = np.empty(len(own), np.int32)
        before[1:] = at[:-1]
        before[opens] = last[own[opens]]
        earlier[at] = before
        closes = np.append(np.flatnonzero(opens)[1:] - 1, len(own) - 1)
        last[own[closes]] = at[closes]
    return earlier


class _Before:
    """The number before any place, 0 at a document's start."""

    def __init__(self, stream: Stream, places: Numbers) -> None:
        self._codes, self._places = stream.codes, places
        self._starts = np.zeros(len(stream.codes) + 1, bool)
        self._starts[stream.documents] = True

    def __getitem__(self, ranks: Numbers) -> Numbers:
        places = self._places[ranks]
        before = self._codes[np.maximum(places - 1, 0)].astype(np.int32)
        before[self._starts[places]] = SEPARATOR
        return np.asarray(before)


def _blocks(shared: Numbers) -> Iterator[Numbers]:
    """The places that share something with the next, in blocks that cut no run of them."""
    start = 0
    while start < len(shared):
        end = min(start + BLOCK, len(shared))
        while end < len(shared) and shared[end - 1]:
            after = shared[end : end + BLOCK] == 0
            end += int(after.argmax()) + 1 if after.any() else len(after)
        yield start + np.flatnonzero(shared[start:end]).astype(np.int32)
        start = end


def _runs(active: Numbers) -> Numbers:
    """Where runs of neighbouring numbers begin.

    >>> _runs(np.array([3, 4, 7, 8, 9])).tolist()
    [0, 2]
    """
    return np.append(0, np.flatnonzero(active[1:] != active[:-1] + 1) + 1)


def _intervals(active: Numbers, shared: Numbers, before: _Before, fresh: Numbers, documents: int) -> Iterator[_Columns]:
    """(first place, occurrences, length, documents) of the intervals whose places differ in what stands before.

    Every round takes the widest intervals that are left and cuts each where its places share the least.
    """
    while len(active):
        runs = _runs(active)
        sizes = np.diff(runs, append=len(active))
        firsts = active[runs]
        counted = 1 + np.add.reduceat(fresh[active + 1] < np.repeat(firsts, sizes), runs, dtype=np.int32)
        wide = counted >= documents
        active = active[np.repeat(wide, sizes)]
        if not len(active):
            return
        firsts, sizes, counted = firsts[wide], sizes[wide], counted[wide]
        runs = np.cumsum(sizes) - sizes
        lengths = np.minimum.reduceat(shared[active], runs)
        differ = _differ(before[active + 1], before[firsts], runs)
        yield firsts[differ], (sizes + 1)[differ].astype(np.int32), lengths[differ], counted[differ]
        active = active[shared[active] > np.repeat(lengths, sizes)]


def _differ(after: Numbers, first: Numbers, runs: Numbers) -> Numbers:
    """Which runs have not one number before all their places; a break differs from itself."""
    least = np.minimum(np.minimum.reduceat(after, runs), first)
    most = np.maximum(np.maximum.reduceat(after, runs), first)
    return np.asarray((least != most) | (least == SEPARATOR))
