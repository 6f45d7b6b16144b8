"""What a source's answers are made of: the phrases that recur in them, exchange by exchange."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.analysis.formulations import Text
from dragoman.analysis.formulations.streams import stream
from dragoman.analysis.formulations.suffixes import Numbers
from dragoman.analysis.habits.exchanges import Exchange
from dragoman.analysis.omissions.carried import phrases_of, standing
from dragoman.gazetteer import Gazetteer

FEWEST = 6  # answers that have a phrase, for it to be looked at
OWN = 0.7  # share of its answers in which a phrase is not taken from the question
NAMED = 0.6  # share of its characters that are names, from which a phrase is a name and no formulation


@dataclass(frozen=True)
class Practice:
    """The exchanges of one outlet in one language, and the phrases of its answers, folded.

    `carries[e]` has the numbers of the phrases of answer e, ascending; `base` the share of all answers with each
    phrase, `own` whether it is the source's own, rather than an echo of what it was asked.
    """

    exchanges: Sequence[Exchange]
    phrases: tuple[str, ...]
    forms: tuple[str, ...]
    carries: tuple[Numbers, ...]
    base: Numbers
    own: Numbers


def practice(found: Sequence[Exchange], known: Gazetteer) -> Practice:
    """The practice of exchanges of one language, in order of date."""
    language = found[0].language
    answered = [Text(str(at), one.answered, one.published, language) for at, one in enumerate(found)]
    made, spans, forms = phrases_of(answered, FEWEST)
    carries = tuple(np.array(numbers, np.int64) for numbers in standing(made, forms))
    asked = [Text(str(at), one.asked, one.published, language) for at, one in enumerate(found)]
    having, echoed = np.zeros(len(forms), np.int64), np.zeros(len(forms), np.int64)
    for answer, question in zip(carries, standing(stream(asked, (), language), forms), strict=True):
        having[answer] += 1
        echoed[np.intersect1d(answer, np.array(question, np.int64))] += 1
    own = echoed <= (1 - OWN) * having
    for number in np.flatnonzero(own).tolist():
        own[number] = not is_name(list(spans)[number], language, known)
    return Practice(found, tuple(spans), forms, carries, having / max(1, len(found)), own)


def is_name(phrase: str, language: str, known: Gazetteer) -> bool:
    """Whether a phrase is little else than names of the gazetteer.

    >>> from dragoman.gazetteer import load
    >>> is_name("世界卫生组织的", "zh", load()), is_name("反对外部势力干涉香港事务", "zh", load())
    (True, False)
    """
    held = sum(mention.end - mention.start for mention in known.find(phrase, language))
    return held >= NAMED * len(phrase)
