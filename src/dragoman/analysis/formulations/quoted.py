"""Words set off by quotation marks, which their writer takes for a unit, though they may always stand in a longer one.

“四个自信” stands in every text between the same two neighbours, so that no repeat ends with it; its marks say that it
is a formulation of its own.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace

import numpy as np

from dragoman.analysis.formulations.repeats import Repeats
from dragoman.analysis.formulations.streams import Stream
from dragoman.analysis.formulations.suffixes import Numbers


def with_quoted(repeats: Repeats, stream: Stream, shortest: int, longest: int, documents: int) -> Repeats:
    """The repeats and, beside them, what is quoted in at least `documents` documents and is no repeat yet."""
    width = stream.codes.dtype.itemsize
    view = stream.codes.view(np.uint8).data
    rows = []
    for words in _quoted_words(stream, shortest, longest, documents):

        def start_of(place: int, size: int = len(words)) -> bytes:
            return bytes(view[width * int(place) : width * int(place) + size])

        first = bisect_left(repeats.places, words, key=start_of)
        last = bisect_right(repeats.places, words, lo=first, key=start_of)
        counted = int((repeats.fresh[first:last] < first).sum())
        if counted >= documents and not _known(repeats, first, len(words) // width):
            rows.append((first, last - first, len(words) // width, counted))
    if not rows:
        return repeats
    added = np.array(rows, np.int32).T
    return replace(
        repeats,
        firsts=np.append(repeats.firsts, added[0]),
        occurrences=np.append(repeats.occurrences, added[1]),
        lengths=np.append(repeats.lengths, added[2]),
        documents=np.append(repeats.documents, added[3]),
    )


def _known(repeats: Repeats, first: int, length: int) -> bool:
    return bool(((repeats.firsts == first) & (repeats.lengths == length)).any())


def _quoted_words(stream: Stream, shortest: int, longest: int, documents: int) -> list[bytes]:
    """What is quoted in enough documents, as big-endian bytes, in the order of the numbers."""
    starts, lengths = stream.quoted
    fits = (lengths >= shortest) & (lengths <= longest)
    starts, lengths = starts[fits], lengths[fits]
    owners = np.searchsorted(stream.documents, starts, "right") - 1
    whole = _without_break(stream.codes, starts, lengths)
    width, view = stream.codes.dtype.itemsize, stream.codes.view(np.uint8).data
    seen: dict[bytes, set[int]] = defaultdict(set)
    columns = (column[whole].tolist() for column in (starts, lengths, owners))
    for start, length, owner in zip(*columns, strict=True):
        seen[bytes(view[width * start : width * (start + length)])].add(owner)
    return sorted(words for words, having in seen.items() if len(having) >= documents)


def _without_break(codes: Numbers, starts: Numbers, lengths: Numbers) -> Numbers:
    breaks = np.flatnonzero(codes == 0)
    following = np.searchsorted(breaks, starts)
    ends = np.append(breaks, len(codes))[following]
    return np.asarray(ends >= starts + lengths)
