"""The phrases that came back: the class had them, then not, and the present document has them again."""

from dataclasses import dataclass
from math import log2

import numpy as np

from dragoman.analysis.omissions.carried import Carried
from dragoman.analysis.omissions.lengths import size
from dragoman.analysis.omissions.records import families
from dragoman.analysis.omissions.stock import is_stock
from dragoman.model import Anchor

FEWEST = 2  # members that had it before, and that lacked it since


@dataclass(frozen=True, slots=True)
class Returned:
    """A phrase of the present document that `absent` members in a row before it lacked and `total` before those had.

    `now` is its place, `before` its last one. `back` of the `silent` phrases with such a record stand in the document.
    """

    phrase: str
    absent: int
    total: int
    now: Anchor
    before: Anchor
    back: int
    silent: int


def returned_phrases(known: Carried, last: int) -> list[Returned]:
    """The phrases that the last members lacked, the longest silent, most used and longest first.

    As many of the last members as are asked about must lack it, or all but two where there are fewer.
    """
    language, gap = known.texts[-1].language, min(last, known.earlier - FEWEST)
    if gap < FEWEST:
        return []
    there = (known.held >> np.int64(known.earlier)) & 1 == 1
    window = np.int64(((1 << gap) - 1) << (known.earlier - gap))
    before = known.held & np.int64((1 << (known.earlier - gap)) - 1)
    totals = np.bitwise_count(before)
    silent = (known.held & window == 0) & (totals >= FEWEST)
    rows = np.flatnonzero(there & silent)
    base = len(rows), int(silent.sum())
    rows = rows[np.lexsort((rows, -totals[rows]))]
    found = []
    for row, *_ in families([known.forms[row] for row in rows.tolist()]):
        phrase = int(rows[row])
        latest = int(before[phrase]).bit_length() - 1
        now, then = known.anchor(phrase, known.earlier), known.anchor(phrase, latest)
        if now and then and not is_stock(known.phrases[phrase], language):
            absent = known.earlier - 1 - latest
            found.append(Returned(known.phrases[phrase], absent, int(totals[phrase]), now, then, *base))
    return sorted(found, key=lambda one: (-log2(one.total * one.absent) * size(one.phrase, language), one.phrase))
