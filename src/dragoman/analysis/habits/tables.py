"""A topic as a table: the phrases of its answers, document by document."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.analysis.formulations.suffixes import Numbers
from dragoman.analysis.habits.practice import Practice

LIFT = 3.0  # how much oftener a phrase stands in a topic's documents than in all answers, to be the topic's own
CHARACTERS, WORDS = 6, 3  # of the shortest phrase that is told: in English in words


@dataclass(frozen=True)
class Table:
    """The documents with answers on a topic, and the source's own phrases that belong to it.

    `days` has the exchanges of each document, in order; `rows` the numbers of the phrases in the practice, `held[r, d]`
    whether the answers of document d have phrase r, `lift[r]` how much oftener the topic has it than all answers.
    """

    topic: str
    days: tuple[tuple[int, ...], ...]
    rows: Numbers
    held: Numbers
    lift: Numbers


def table(known: Practice, topic: str, numbers: Sequence[int], fewest: int) -> Table:
    """The table of a topic, given its exchanges, with the phrases that `fewest` of its documents have, or more."""
    days = _days(known, numbers)
    found = [np.unique(np.concatenate([known.carries[one] for one in day])) for day in days]
    counts = np.bincount(np.concatenate(found), minlength=len(known.phrases)) if found else np.zeros(0, np.int64)
    rows = np.flatnonzero(counts >= fewest)
    lift = counts[rows] / max(1, len(days)) / known.base[rows]
    kept = known.own[rows] & (lift >= LIFT)
    language = known.exchanges[0].language if known.exchanges else ""
    kept &= np.array([says_more(known.phrases[row], topic, language) for row in rows.tolist()], bool)
    rows = rows[kept]
    held = np.array([np.isin(rows, phrases, assume_unique=True) for phrases in found], bool).reshape(len(days), -1).T
    return Table(topic, days, rows, held, lift[kept])


def says_more(phrase: str, topic: str, language: str) -> bool:
    """Whether a phrase is long enough for a formulation, and more than what the topic is called.

    >>> says_more("疫苗实施计划", "“实施计划”", "zh"), says_more("反对核污染水排海计划", "“污染水”", "zh")
    (False, True)
    """
    if phrase.count(" ") + 1 < WORDS if language == "en" else len(phrase) < CHARACTERS:
        return False
    name = topic.strip("“”")
    return name not in phrase or 2 * len(name) < len(phrase)


def _days(known: Practice, numbers: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    days: dict[str, list[int]] = {}
    for number in numbers:
        days.setdefault(known.exchanges[number].document, []).append(number)
    return tuple(map(tuple, days.values()))
