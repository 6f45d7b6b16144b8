"""The habitual answers on a topic: the phrases that a good share of the answers on it carry, and few others."""

from dataclasses import dataclass
from math import log2

import numpy as np

from dragoman.analysis.habits.practice import Practice
from dragoman.analysis.habits.tables import table
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
    made = table(known, topic, numbers, FEWEST)
    counts = made.held.sum(axis=1)
    usual = np.flatnonzero(counts >= SHARE * len(made.days)) if len(made.days) >= FEWEST else np.zeros(0, np.int64)
    whole = longest([known.forms[row] for row in made.rows[usual].tolist()], counts[usual].tolist())
    found = []
    for at in usual[whole].tolist():
        phrase = int(made.rows[at])
        last = made.days[int(np.flatnonzero(made.held[at])[-1])]
        exchange = [one for one in last if phrase in known.carries[one]][-1]
        found.append(Habit(topic, phrase, int(counts[at]), len(made.days), float(known.base[phrase]), exchange))
    return found
