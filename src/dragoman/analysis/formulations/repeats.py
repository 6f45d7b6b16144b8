"""Maximal repeats: stretches that stand in several documents and cannot be made longer without losing a place.

Each is an interval of the suffix array whose suffixes share a prefix (an LCP interval, Abouelhoda, Kurtz and Ohlebusch
2004) and differ in what stands before. All intervals of one depth are cut at once, so no step loops over characters.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dragoman.analysis.formulations.streams import Stream
from dragoman.analysis.formulations.suffixes import SEPARATOR, Numbers, shared_lengths, suffix_array


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
    places, shared = _places(stream.codes, suffixes, shortest, longest, documents)
    owners = (np.searchsorted(stream.documents, places, "right") - 1).astype(np.int32)
    fresh = _earlier_place(owners)
    before = _before(stream.codes, stream.documents, places)
    columns = list(_intervals(shared, before, fresh, shortest, documents))
    columns_found = [np.concatenate(column) for column in zip(*columns, strict=True)]
    firsts, occurrences, lengths, counted = columns_found or [np.zeros(0, np.int32)] * 4
    fits = lengths <= longest
    found = Repeats(firsts[fits], occurrences[fits], lengths[fits], counted[fits], places, owners, fresh)
    return found, suffixes


def _places(codes: Numbers, suffixes: Numbers, shortest: int, longest: int, documents: int) -> tuple[Numbers, Numbers]:
    """The sorted places that share enough with enough neighbours, and what each shares with the next of them."""
    shared = shared_lengths(codes, suffixes)
    shared = np.minimum(shared, longest + 1)
    breaks = np.flatnonzero(codes == SEPARATOR).astype(np.int32)
    until = np.repeat(breaks, np.diff(breaks, prepend=-1))  # every stream ends with a break
    until -= np.arange(len(until), dtype=np.int32)
    np.minimum(shared, until[suffixes], out=shared)
    del until
    active = np.flatnonzero(shared >= shortest)
    runs = _runs(active)
    wide = np.repeat(np.diff(runs, append=len(active)) >= documents - 1, np.diff(runs, append=len(active)))
    active = active[wide]
    kept = np.zeros(len(suffixes), bool)
    kept[active] = True
    kept[active + 1] = True
    ranks = np.flatnonzero(kept)
    joined = np.where(shared[ranks] >= shortest, shared[ranks], 0).astype(np.int32)
    return np.asarray(suffixes[ranks]), joined


def _runs(active: Numbers) -> Numbers:
    """Where runs of neighbouring numbers begin.

    >>> _runs(np.array([3, 4, 7, 8, 9])).tolist()
    [0, 2]
    """
    return np.flatnonzero(np.diff(active, prepend=-2) != 1)


def _earlier_place(owners: Numbers) -> Numbers:
    """For each place the nearest earlier one of the same document, -1 for none.

    >>> _earlier_place(np.array([5, 6, 5, 5, 6])).tolist()
    [-1, -1, 0, 2, 1]
    """
    keys = np.sort(owners.astype(np.int64) * len(owners) + np.arange(len(owners)))
    ranks = keys % max(1, len(owners))
    same = keys[1:] - ranks[1:] == keys[:-1] - ranks[:-1]
    earlier = np.full(len(owners), -1, np.int32)
    earlier[ranks[1:][same]] = ranks[:-1][same]
    return earlier


def _before(codes: Numbers, documents: Numbers, places: Numbers) -> Numbers:
    """The number before each place, 0 at a document's start."""
    before = codes[np.maximum(places - 1, 0)].astype(np.int32)
    starts = np.zeros(len(codes) + 1, bool)
    starts[documents] = True
    before[starts[places]] = SEPARATOR
    return np.asarray(before)


def _intervals(
    shared: Numbers, before: Numbers, fresh: Numbers, shortest: int, documents: int
) -> Iterator[tuple[Numbers, Numbers, Numbers, Numbers]]:
    """(first place, occurrences, length, documents) of the intervals whose places differ in what stands before.

    Every round takes the widest intervals that are left and cuts each where its places share the least.
    """
    active = np.flatnonzero(shared >= shortest).astype(np.int32)
    while len(active):
        runs = _runs(active)
        sizes = np.diff(runs, append=len(active))
        firsts = active[runs]
        counted = 1 + np.add.reduceat(fresh[active + 1] < np.repeat(firsts, sizes), runs)
        wide = counted >= documents
        active = active[np.repeat(wide, sizes)]
        if not len(active):
            return
        firsts, sizes, counted = firsts[wide], sizes[wide], counted[wide]
        runs = np.cumsum(sizes) - sizes
        lengths = np.minimum.reduceat(shared[active], runs)
        after = before[active + 1]
        least = np.minimum(np.minimum.reduceat(after, runs), before[firsts])
        most = np.maximum(np.maximum.reduceat(after, runs), before[firsts])
        differ = (least != most) | (least == SEPARATOR)
        yield firsts[differ], (sizes + 1)[differ].astype(np.int32), lengths[differ], counted[differ].astype(np.int32)
        active = active[shared[active] > np.repeat(lengths, sizes)]
