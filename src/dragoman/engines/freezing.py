"""Rules of linkage frozen before the events that test them, and scored on these."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from dragoman.analysis.linkage import LinkageError, Rule, Scored, Tried, scored, written_rule
from dragoman.engines.linking import claim_of, period_of
from dragoman.engines.rules import rules_in, rules_path
from dragoman.model import Case, Event


def freeze(case: Case, events: Sequence[Event], asked: tuple[str, str, int], when: str) -> Rule:
    """Freeze a rule; LinkageError for a side that there is not, a time without offset, or a rule frozen before."""
    rule = Rule(*asked, when)
    try:
        moment = datetime.fromisoformat(when)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise LinkageError(f'"{when}" is no time with its offset; write it as 2018-07-10T09:00+09:00')
    day = moment.date().isoformat()
    claim_of(case, events, Tried(*asked, day, day))
    for earlier in rules_in(case):
        if (earlier.acts, earlier.answers, earlier.window) == asked:
            raise LinkageError(f"frozen already at {earlier.when}: {earlier.id}")
    with rules_path(case).open("a", encoding="utf-8") as file:
        file.write(written_rule(rule) + "\n")
    return rule


def score(case: Case, events: Sequence[Event], rule: Rule, published: Sequence[str] = ()) -> Scored:
    """How a rule went on the events since it was frozen; LinkageError where no day has come since."""
    whole = period_of(case, events, published, (rule.acts, rule.answers))
    tried = Tried(rule.acts, rule.answers, rule.window, whole.first.isoformat(), whole.last.isoformat())
    return scored(claim_of(case, events, tried), rule.first - timedelta(1))
