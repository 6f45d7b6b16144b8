"""English, word by word: a text cut into words and what stands between, each word a number."""

import re
from collections import defaultdict

import numpy as np

from dragoman.analysis.formulations.suffixes import SEPARATOR, Numbers

# Letters and digits, joined by marks inside a word; or letters with a full stop each, as U.S.
_WORD = re.compile(r"((?:[^\W\d_]\.){2,}|[^\W_]+(?:['.-][^\W_]+)*)")
_STOP = re.compile(r"[^\s\"'“”‘’]|[\n\r\x0b\x0c\x85\u2028\u2029]")


class Vocabulary:
    """Words by number, from 1 on, in the order in which they were met."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        self._numbers[""]  # takes 0, which is the break's

    def words(self) -> tuple[str, ...]:
        """All words, that of number 1 first."""
        return tuple(self._numbers)[1:]

    def of(self, text: str) -> tuple[Numbers, Numbers, Numbers]:
        """The numbers of a text, 0 where a stop stands between words, and where each begins and ends in the text.

        >>> [column.tolist() for column in Vocabulary().of("The U.S. side, the")]
        [[1, 2, 3, 0, 1], [0, 4, 9, 13, 15], [3, 8, 13, 15, 18]]
        """
        pieces = _WORD.split(lowered(text))
        lengths = np.fromiter(map(len, pieces), np.int64, len(pieces))
        ends = np.cumsum(lengths)
        stops = np.fromiter(map(_Stops().__getitem__, pieces[::2]), bool, len(pieces) // 2 + 1)
        stops[0] &= bool(pieces[0])
        kept = np.ones(len(pieces), bool)
        kept[::2] = stops
        numbers = np.full(len(pieces), SEPARATOR, np.uint32)
        numbers[1::2] = np.fromiter(map(self._numbers.__getitem__, pieces[1::2]), np.uint32, len(pieces) // 2)
        return numbers[kept], (ends - lengths)[kept], ends[kept]


class _Stops(dict[str, bool]):
    """Whether what stands between two words parts them."""

    def __missing__(self, between: str) -> bool:
        self[between] = found = _STOP.search(between) is not None
        return found


def lowered(text: str) -> str:
    """A text in lower case with straight apostrophes, character for character.

    >>> lowered("Korea’s İzmir")
    "korea's İzmir"
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(small if len(small := character.lower()) == 1 else character for character in text)
    return lower.replace("’", "'")
