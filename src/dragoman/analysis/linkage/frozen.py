"""Rules frozen before the events that test them: what was said to answer what, and how it went since."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

import numpy as np

from dragoman.analysis.linkage.rates import jeffreys
from dragoman.analysis.linkage.testing import Claim, Tested, try_claim
from dragoman.analysis.linkage.window import LinkageError, days_in, triggered
from dragoman.model import content_id


@dataclass(frozen=True, slots=True)
class Rule:
    """That `answers` begin within `window` days after `acts`, said at `when` (ISO 8601 with its offset)."""

    acts: str
    answers: str
    window: int
    when: str

    @property
    def id(self) -> str:
        """Named by all it says: a rule that was changed would be another."""
        return content_id("ru", self.acts, self.answers, self.window, self.when)

    @property
    def first(self) -> date:
        """The first day that counts: the one after it was frozen."""
        return datetime.fromisoformat(self.when).date() + timedelta(1)


@dataclass(frozen=True, slots=True)
class Scored:
    """How a rule went: of the `acts` since whose window has run out, `answered` had an answer (`interval`: Jeffreys).

    `base` is the share of days before the freeze on which an act would have had one: what was to be expected anyhow.
    `tested` is the claim on the later days, None where they are too few for a test.
    """

    acts: int
    answered: int
    interval: tuple[float, float]
    base: float
    tested: Tested | None


def written_rule(rule: Rule) -> str:
    """A rule as a line of the file, sealed with its id.

    >>> next(read_rules([written_rule(Rule("trade:tariff", "visits", 7, "2018-05-01T00:00:00+09:00"))])).first
    datetime.date(2018, 5, 2)
    """
    return json.dumps({**asdict(rule), "id": rule.id}, ensure_ascii=False)


def read_rules(lines: Iterable[str]) -> Iterator[Rule]:
    """The rules of a file's lines, each once; a line that is none, or was changed once sealed, is passed over."""
    seen = set()
    for text in lines:
        try:
            row = json.loads(text)
            sealed = row.pop("id")
            rule = Rule(**row)
            rule.first  # noqa: B018 (its time must be a time)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
            continue
        if rule.id == sealed and rule not in seen:
            seen.add(rule)
            yield rule


def scored(claim: Claim, frozen: date) -> Scored:
    """Score a claim over the days after `frozen`; its period begins before, for the base rate.

    LinkageError where no day has come since.
    """
    first = frozen + timedelta(1)
    if claim.last < first:
        raise LinkageError(f"frozen on {frozen}; the case holds no day since ({claim.last} is its last)")
    later = Claim(claim.acts, claim.answers, claim.window, first, claim.last)
    acts, answers = (days_in(side.days, first, claim.last) for side in (claim.acts, claim.answers))
    over = acts[acts + claim.window.last < later.length]
    answered = triggered(over, answers, claim.window)
    try:
        tested = try_claim(later)
    except LinkageError:
        tested = None
    return Scored(len(over), answered, jeffreys(answered, len(over)), _base(claim, frozen), tested)


def _base(claim: Claim, frozen: date) -> float:
    length = (frozen - claim.first).days + 1
    if length <= claim.window.last:
        return float("nan")
    answers = days_in(claim.answers.days, claim.first, frozen)
    starts = np.arange(length - claim.window.last)
    return triggered(starts, answers, claim.window) / len(starts)
