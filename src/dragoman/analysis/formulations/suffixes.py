"""Suffix arrays over code points or words: texts as small numbers, sorted suffixes, and what neighbours share.

Sorting is Mori's divsufsort, the shared lengths Kasai's algorithm (2001), both by pydivsufsort (MIT). It sorts bytes,
so numbers wider than a byte go in with the most significant byte first, and the suffixes that start inside one drop
out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[Any]

SEPARATOR = 0  # the number that stands between texts; nothing that is looked for holds it
BLOCK = 1 << 20  # numbers worked on at a time where a step needs room beside its result


@dataclass(frozen=True, slots=True)
class Encoded:
    """Texts one after another, a number for each code point; `alphabet[number - 1]` is the code point.

    `codes` are big-endian and as narrow as the alphabet allows; `starts` has the place of each text's first number.
    """

    codes: Numbers
    alphabet: Numbers
    starts: Numbers

    def decode(self, start: int, end: int) -> str:
        """The text behind `codes[start:end]`, which holds no separator.

        >>> encode(["会晤", "会谈"]).decode(3, 5)
        '会谈'
        """
        points = self.alphabet[self.codes[start:end].astype(np.int64) - 1]
        return str(points.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass"))


def encode(texts: Sequence[str]) -> Encoded:
    """Number the code points of texts by their order, with a separator after each text. The new line has a number too.

    >>> encode(["ba", "b"]).codes.tolist()
    [3, 2, 0, 3, 0]
    """
    lengths = np.fromiter((len(text) + 1 for text in texts), np.int64, len(texts))
    ends = np.cumsum(lengths)
    points = np.frombuffer(("\n".join(texts) + "\n").encode("utf-32-le", "surrogatepass"), "<u4")
    if not len(texts):
        points = points[:0]
    seen = np.zeros(0x110000, bool)
    seen[points] = True
    alphabet = np.flatnonzero(seen)
    number_of = np.zeros(0x110000, np.uint32)
    number_of[alphabet] = np.arange(1, len(alphabet) + 1)
    codes = number_of[points].astype(narrowest(len(alphabet)))
    codes[ends - 1] = SEPARATOR
    return Encoded(codes, alphabet.astype(np.uint32), (ends - lengths).astype(np.int32))


def narrowest(largest: int) -> str:
    """The narrowest big-endian type that holds numbers up to `largest`.

    >>> narrowest(255), narrowest(256), narrowest(70_000)
    ('>u1', '>u2', '>u4')
    """
    return ">u1" if largest < 1 << 8 else ">u2" if largest < 1 << 16 else ">u4"


def suffix_array(codes: Numbers) -> Numbers:
    """The places of `codes` (big-endian) in the order of the suffixes that start there.

    >>> suffix_array(np.array([2, 1, 2, 1], ">u2")).tolist()
    [3, 1, 2, 0]
    """
    from pydivsufsort import divsufsort

    if not len(codes):
        return np.zeros(0, np.int32)
    width = codes.dtype.itemsize
    places = np.asarray(divsufsort(np.array(codes).view(np.uint8)), np.int32)
    return places if width == 1 else _aligned(places, width)


def _aligned(places: Numbers, width: int) -> Numbers:
    """The places that are multiples of `width`, divided by it; moved to the front block by block."""
    done = 0
    for start in range(0, len(places), BLOCK):
        block = places[start : start + BLOCK]
        block = block[(block & (width - 1)) == 0] >> (width.bit_length() - 1)
        places[done : done + len(block)] = block
        done += len(block)
    return np.array(places[:done])


def shared_lengths(codes: Numbers, suffixes: Numbers) -> Numbers:
    """How many numbers each suffix shares with the next in the array; the last shares 0.

    >>> codes = np.array([2, 1, 2, 1], ">u2")
    >>> shared_lengths(codes, suffix_array(codes)).tolist()
    [1, 0, 2, 0]
    """
    from pydivsufsort import kasai

    if not len(codes):
        return np.zeros(0, np.int32)
    shared = kasai(codes.astype(codes.dtype.newbyteorder("=")), suffixes)
    return np.asarray(shared, np.int32)
