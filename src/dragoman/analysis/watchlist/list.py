"""The watch list as it stands: each question with its latest probability, how it came out, and what touched it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from dragoman.analysis.watchlist.scoring import Forecast, Scores, scores
from dragoman.model import Question, Resolution, Update


@dataclass(frozen=True, slots=True)
class Item:
    """A question with its updates in order and its resolution, None while open."""

    question: Question
    updates: tuple[Update, ...]
    resolution: Resolution | None

    @property
    def probability(self) -> float:
        """The probability that stands now, or stood when the question was settled."""
        return self.updates[-1].probability if self.updates else self.question.probability

    def state(self, now: datetime) -> str:
        """open, closed (its day has come, not yet resolved), or how it was resolved."""
        if self.resolution:
            return self.resolution.answer
        return "open" if now < _time(self.question.closes) else "closed"


def watch_list(records: Iterable[Question | Update | Resolution]) -> tuple[Item, ...]:
    """The items of a case's records, in the order in which the questions were made.

    A probability from before a question or after its close counts for nothing: once the day has come it is no forecast.
    The last resolution of a question stands. The records' times must be times (see `faults` and `record_faults`).
    """
    rows = list(records)
    questions = {one.id: one for one in rows if isinstance(one, Question)}
    resolved = {one.question: one for one in rows if isinstance(one, Resolution)}
    items = []
    for identity, question in sorted(questions.items(), key=lambda pair: (pair[1].made, pair[0])):
        held = [one for one in rows if isinstance(one, Update) and one.question == identity]
        before = [one for one in held if not out_of_time(one, question)]
        items.append(Item(question, tuple(sorted(before, key=lambda one: _time(one.when))), resolved.get(identity)))
    return tuple(items)


def scored(items: Sequence[Item]) -> Scores:
    """Scores over the items that were resolved yes or no."""
    return scores([_forecast(item) for item in items if item.resolution and item.resolution.answer != "annulled"])


def _forecast(item: Item) -> Forecast:
    question = item.question
    marks = [(_time(question.made), question.probability)]
    marks += [(_time(one.when), one.probability) for one in item.updates]
    ends = [*(when for when, _ in marks[1:]), _time(question.closes)]
    history = tuple(
        ((end - when).total_seconds() / 3600, p) for (when, p), end in zip(marks, ends, strict=True) if end > when
    )
    answer = item.resolution.answer if item.resolution else "no"
    base = question.hits / question.tries if question.tries else None
    return Forecast(item.probability, int(answer == "yes"), base, history)


def faults(question: Question) -> list[str]:
    """What is wrong with a question, each in a line; none where it can be frozen.

    >>> from dataclasses import replace
    >>> good = Question("Will A visit B by the end of July?", "2018-07-01T00:00:00Z", "2018-07-01T00:00:00Z",
    ...                 "2018-08-01T00:00:00Z", "2018-08-02T00:00:00Z", "both ministries", "announced by both", 0.2)
    >>> faults(good), faults(replace(good, rule=""))
    ([], ['no rule: say what settles it, before it is known'])
    """
    needed = {"text": "the question", "source": "where the answer is looked up", "rule": "what settles it"}
    found = [
        f"no {name}: say {what}, before it is known"
        for name, what in needed.items()
        if not str(getattr(question, name)).strip()
    ]
    times = []
    for name in ("made", "opens", "closes", "resolves"):
        given = getattr(question, name)
        try:
            times.append(_time(given))
        except ValueError:
            found.append(f'{name}: "{given}" is no time with its offset; write it as 2018-12-31T23:59+09:00')
    if len(times) == 4 and any(later < earlier for earlier, later in pairwise(times[1:])):
        found.append("opens, closes and resolves must follow one another")
    if not 0 < question.probability < 1:
        found.append(f"probability {question.probability}: above 0 and below 1; nothing is certain beforehand")
    return found


def record_faults(record: Update | Resolution) -> list[str]:
    """What is wrong with an update or a resolution, each in a line; none where it can be kept.

    >>> record_faults(Update("qu-1", "yesterday", 0.2, "none seen"))
    ['when: "yesterday" is no time with its offset; write it as 2018-12-31T23:59+09:00']
    """
    found = []
    try:
        _time(record.when)
    except ValueError:
        found.append(f'when: "{record.when}" is no time with its offset; write it as 2018-12-31T23:59+09:00')
    if isinstance(record, Update):
        if not 0 < record.probability < 1:
            found.append(f"probability {record.probability}: above 0 and below 1; nothing is certain beforehand")
        if not record.why.strip():
            found.append("no reason: say what changed the probability")
    elif not record.evidence.strip():
        found.append("no evidence: say what settled it")
    return found


def out_of_time(update: Update, question: Question) -> str:
    """Why an update does not count as a forecast of a question, in a line; empty where it does."""
    when = _time(update.when)
    if when > _time(question.closes):
        return f"{question.id} closed at {question.closes}; a probability given afterwards is no forecast"
    if when < _time(question.made):
        return f"{question.id} was made at {question.made}; a probability cannot be older"
    return ""


def _time(text: str) -> datetime:
    when = datetime.fromisoformat(text)
    if when.tzinfo is None:
        raise ValueError(text)
    return when
