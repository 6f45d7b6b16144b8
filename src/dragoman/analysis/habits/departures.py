"""Departures from a habitual answer: on a topic, an answer without what nearly all the last answers on it carried.

A topic's answers of one document are taken together, as what was said once that day need not be said again. An answer
counts only if it carries other phrases that are usual on the topic and is not much shorter than the last ones, so that
what is told is a change of words and not of subject; and only the first document without the phrase is told. The chance
comes from the topic's own habit, as in `omissions`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log2

import numpy as np

from dragoman.analysis.habits.practice import Practice
from dragoman.analysis.habits.tables import Table, table
from dragoman.analysis.omissions.chances import Chance, chance_of, chance_of_phrase
from dragoman.analysis.omissions.lengths import size
from dragoman.analysis.omissions.records import Expected, longest

LAST = 8  # documents with answers on a topic that make a habit
LEAST = 7  # of them that carry a phrase, for it to be the habit
USUAL = 2  # other usual phrases that an answer must carry, to be one on the topic
COMMON = 0.1  # share of the topic's documents from which a phrase is usual on it
SHORT = 0.5  # of the median length of the last answers, below which nothing is told
NEXT = 5  # later documents on the topic that show whether a departure lasted


@dataclass(frozen=True, slots=True)
class Departure:
    """A habitual phrase that the answers on a topic lack in one document.

    `phrase` is a number in the practice. `carried` of the last `last` documents on the topic had it, `run` in a row,
    `total` of all `of` earlier ones. `exchanges` are the answers in question, `before` those that carried it last,
    `new` phrases never used on the topic before. `later` documents on the topic were looked at, of which `without` also
    lack it; `lift` is how much oftener the topic's answers have it than all. `also` are other habits that they lack.
    """

    topic: str
    phrase: int
    carried: int
    last: int
    run: int
    total: int
    of: int
    exchanges: tuple[int, ...]
    before: tuple[int, ...]
    new: tuple[int, ...]
    usual: int
    later: int
    without: int
    lift: float
    chance: Chance
    also: tuple[int, ...] = ()

    def weight(self, size_of_phrase: float) -> float:
        """What puts departures in order: bits of surprise times the phrase's size and how much it is the topic's own.

        It is more where the answer is else as usual, and where the documents after it lack the phrase too.
        """
        lasting = (self.without + 0.5) / (self.later + 1)
        as_usual = self.usual / (self.usual + USUAL)
        return -log2(self.chance.value) * size_of_phrase * log2(self.lift) * as_usual * lasting


def departures(known: Practice, topics: dict[str, list[int]]) -> list[Departure]:
    """The departures on all topics, the most telling first; what the same answers lack beside it is told with it."""
    language = known.exchanges[0].language if known.exchanges else ""
    found = [one for topic, numbers in topics.items() for one in _on(known, topic, numbers)]
    found.sort(key=lambda one: (-one.weight(size(known.phrases[one.phrase], language)), one.topic, one.phrase))
    kept: list[Departure] = []
    told: dict[int, int] = {}
    for one in found:
        at = next((told[number] for number in one.exchanges if number in told), None)
        if at is None:
            told |= dict.fromkeys(one.exchanges, len(kept))
            kept.append(one)
        elif not _kin(known.forms[one.phrase], [known.forms[other] for other in (kept[at].phrase, *kept[at].also)]):
            kept[at] = replace(kept[at], also=(*kept[at].also, one.phrase))
    return kept


def _kin(form: str, others: Sequence[str]) -> bool:
    return any(form in other or other in form for other in others)


def _on(known: Practice, topic: str, numbers: Sequence[int]) -> Iterator[Departure]:
    made = table(known, topic, numbers, LEAST)
    lengths = np.array([sum(len(known.exchanges[one].answered) for one in day) for day in made.days])
    usual = made.held[made.held.mean(axis=1) >= COMMON].sum(axis=0)
    before: list[Expected] = []
    for at in range(LAST, len(made.days)):
        now = _expected(known, made, at)
        if usual[at] >= USUAL and lengths[at] >= SHORT * np.median(lengths[at - LAST : at]):
            for row in np.flatnonzero(~now.kept & (now.runs > 0)).tolist():
                yield _departure(known, made, now, row, before, int(usual[at]))
        before.append(now)


def _expected(known: Practice, made: Table, at: int) -> Expected:
    """The habitual phrases at one document; `phrases` are rows of the table."""
    counts = made.held[:, at - LAST : at].sum(axis=1)
    habit = np.flatnonzero(counts >= LEAST)
    habit = habit[longest([known.forms[row] for row in made.rows[habit].tolist()], counts[habit].tolist())]
    backwards = made.held[habit, :at][:, ::-1]
    runs = np.where(backwards.all(axis=1), at, (~backwards).argmax(axis=1))
    return Expected(at, LAST, habit, counts[habit], runs, made.held[habit, at])


def _departure(  # noqa: PLR0913, PLR0917
    known: Practice, made: Table, now: Expected, row: int, before: Sequence[Expected], usual: int
) -> Departure:
    phrase = int(now.phrases[row])
    number = int(made.rows[phrase])
    having = np.flatnonzero(made.held[phrase, : now.member])
    later = made.held[phrase, now.member + 1 : now.member + 1 + NEXT]
    since = now.member - int(having[0])
    chance = chance_of(before, int(now.strength[row]), LAST) or chance_of_phrase(since, since - len(having))
    latest = [one for day in having[:-4:-1].tolist() for one in made.days[day] if number in known.carries[one]]
    return Departure(
        made.topic, number, int(now.carried[row]), LAST, int(now.runs[row]), len(having), now.member,
        made.days[now.member], tuple(latest), _new(known, made.days, now.member), usual, len(later),
        int((~later).sum()), round(float(made.lift[phrase]), 2), chance,
    )  # fmt: skip


def _new(known: Practice, days: Sequence[Sequence[int]], at: int) -> tuple[int, ...]:
    """The source's own phrases in a document's answers on a topic that none of its earlier answers on it has."""
    old = np.unique(np.concatenate([known.carries[one] for day in days[:at] for one in day]))
    now = np.unique(np.concatenate([known.carries[one] for one in days[at]]))
    fresh = np.setdiff1d(now, old)
    fresh = fresh[known.own[fresh]]
    whole = longest([known.forms[one] for one in fresh.tolist()], [1] * len(fresh))
    order = sorted(fresh[whole].tolist(), key=lambda one: (-len(known.phrases[one]), known.phrases[one]))
    return tuple(order[:3])
