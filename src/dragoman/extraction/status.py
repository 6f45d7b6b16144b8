"""What the words around a trigger do to the status of its event."""

from dragoman.extraction.clauses import Clauses
from dragoman.extraction.grammar import Grammar
from dragoman.extraction.triggers import Trigger


def status_of(clauses: Clauses, trigger: Trigger, grammar: Grammar) -> str | None:
    """done, planned, announced, in force, denied or conditional; None where the words report no event at all.

    A wish, a demand or a question reports no event.
    """
    start, end = clauses.around(trigger.start)
    text = clauses.text
    order = sorted(grammar.operators, key=lambda o: trigger.frame.announceable and o.status == "planned")
    for operator in order:
        if operator.side == "before":
            floor = clauses.start if operator.status == "announced" else start
            stop = trigger.end if operator.status == "planned" else trigger.start
            window = text[max(floor, trigger.start - operator.reach) : stop]
        elif operator.side == "earlier":
            window = text[clauses.start : trigger.start]
        elif operator.side == "after":
            window = text[trigger.end - 2 : min(end, trigger.end + operator.reach)]
        else:
            window = text[clauses.start : clauses.end].rstrip()
        if not operator.match.search(window):
            continue
        if operator.status == "announced" and not trigger.frame.announceable:
            continue
        if operator.status == "denied" and trigger.pattern.own:
            continue
        return None if operator.status == "drop" else operator.status
    return trigger.pattern.status or "done"
