"""The habitual answers on a topic: the phrases that a good share of the answers on it carry, and few others."""

from dataclasses import dataclass
from math import log2

import numpy as np

from dragoman.analysis.habits.departures import LIFT, by_document, carried_by, says_more
from dragoman.analysis.habits.practice import Practice
from dragoman.analysis.omissions.lengths import size
from dragoman.analysis.omissions.records import longest

SHARE = 0.4  # of the documents with answers on a topic, from which a phrase is habitual on it
FEWEST = 3  # documents with answers on a topic, below which nothing is a habit


@dataclass(frozen=True, slots=True)
class Habit:
    """A phrase in the answers of `documents` of the `of` documents on a topic, and in `base` of all answers.

    `exchange` is the number of the last answer with it.
    """

    topic: str
    phrase: int
    documents: int
    of: int
    base: float
    exchange: int


def habits(known: Practice, topics: dict[str, list[int]]) -> list[Habit]:
    """The habits of all topics, the most telling first: by share, lift over all answers, and size of the phrase."""
    language = known.exchanges[0].language if known.exchanges else ""
    found = [one for topic, numbers in topics.items() for one in _on(known, topic, numbers)]

    def weight(one: Habit) -> float:
        lift = one.documents / one.of / max(one.base, 1e-9)
        return one.documents / one.of * log2(lift) * size(known.phrases[one.phrase], language) * log2(one.of)

    return sorted(found, key=lambda one: (-weight(one), one.topic, one.phrase))


def _on(known: Practice, topic: str, numbers: list[int]) -> list[Habit]:
    days = by_document(known, numbers)
    if len(days) < FEWEST:
        return []
    rows, held = carried_by(known, days, FEWEST)
    counts = held.sum(axis=1)
    kept = known.own[rows] & (counts >= SHARE * len(days)) & (counts / len(days) >= LIFT * known.base[rows])
    rows, counts, held = rows[kept], counts[kept], held[kept]
    whole = np.array(longest([known.forms[row] for row in rows.tolist()], counts.tolist()), bool)
    found = []
    for at in np.flatnonzero(whole).tolist():
        row = int(rows[at])
        if says_more(known.phrases[row], topic, known.exchanges[0].language):
            last = [one for one in days[int(np.flatnonzero(held[at])[-1])] if row in known.carries[one]][-1]
            found.append(Habit(topic, row, int(counts[at]), len(days), float(known.base[row]), last))
    return found
