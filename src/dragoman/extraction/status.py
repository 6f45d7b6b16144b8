"""What the words around a trigger do to the status of its event."""

from functools import lru_cache

from dragoman.extraction.clauses import Clauses
from dragoman.extraction.grammar import Grammar, Operator, load_grammar
from dragoman.extraction.triggers import Trigger

# How near a word for what is to come must stand to an act of words (对日方将遗址列入名单表示愤慨 is done).
_NEAR = 8
_MEASURES = frozenset({"SANCTION", "CONCEDE"})
# Where an operator leaves acts of some code or type alone: a demand or a promise stands beside an earlier one; what is
# rejected or blamed may be a noun that the rest qualifies; words that are announced are said by that; who meets and
# then asks for something has met.
_DEEDS = frozenset({"sue", "investigate"})  # of a code for words, but no words
SAID = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "support", "praise", "defend", "congratulate"})
_UNTOUCHED = {
    "earlier": frozenset({"REQUEST", "AGREE"}),
    "head": frozenset({"ACCUSE", "REJECT"}),
    "wish": frozenset({"CONSULT", "ACCUSE", "REJECT", "REQUEST", "sign", "conclude", "congratulate", "condole"}),
    "tell": SAID | {"AGREE"},
    "hang": SAID,
    "if": SAID,
    "goal": SAID,
}


def status_of(clauses: Clauses, trigger: Trigger, grammar: Grammar) -> str | None:
    """done, planned, announced, in force, denied or conditional; None where the words report no event at all.

    A wish, a demand or a question reports no event.
    """
    clause = clauses.around(trigger.start)
    for operator in _operators(grammar.language, trigger.frame.announceable):
        untouched = _UNTOUCHED.get(operator.side, frozenset())
        exempt = trigger.frame.plover in untouched and trigger.frame.type not in _DEEDS
        if exempt or trigger.frame.type in untouched:
            continue
        if operator.status == "planned" and trigger.pattern.own and trigger.frame.plover == "THREATEN":
            continue
        if operator.side == "since" and trigger.frame.plover not in _MEASURES:
            continue
        if operator.status == "denied" and trigger.pattern.own:
            continue
        if operator.match.search(_window(operator, clauses, clause, trigger, grammar)):
            return None if operator.status == "drop" else operator.status
    return trigger.pattern.status or "done"


@lru_cache(maxsize=16)
def _operators(language: str, announceable: bool) -> tuple[Operator, ...]:
    """The operators in their order; where an event can be announced, that it is planned comes last."""
    operators = load_grammar(language).operators
    if not announceable:
        return tuple(operator for operator in operators if operator.status != "announced")
    return tuple(sorted(operators, key=lambda operator: operator.status == "planned"))


def _window(operator: Operator, clauses: Clauses, clause: tuple[int, int], trigger: Trigger, grammar: Grammar) -> str:
    """The words in which an operator is looked for: of the clause, save for announcements and earlier demands."""
    text, start, end = clauses.text, *clause
    if operator.side in ("before", "hang"):
        floor = _announcing(clauses, trigger, grammar) if operator.status == "announced" else start
        inside = operator.status == "planned" and not trigger.pattern.own
        words = operator.status == "planned" and bool({trigger.frame.plover, trigger.frame.type} & SAID)
        return text[
            max(floor, trigger.start - (_NEAR if words else operator.reach)) : trigger.end if inside else trigger.start
        ]
    if operator.side == "inside":
        return text[trigger.start : trigger.end]
    if operator.side in ("after", "head", "tell"):
        going_on = _going_on(text, trigger, grammar)
        return text[trigger.end - 2 : going_on or min(end, trigger.end + operator.reach)]
    if operator.side in ("chain", "wish", "goal"):
        return text[trigger.end : clauses.end].rstrip() if _going_on(text, trigger, grammar) else ""
    if operator.side in ("earlier", "if", "since"):
        said = max((stop for _, stop in clauses.speech if stop <= trigger.start), default=clauses.start)
        return text[said if grammar.near else clauses.start : trigger.start]
    return text[clauses.start : clauses.end].rstrip()


def _announcing(clauses: Clauses, trigger: Trigger, grammar: Grammar) -> int:
    """Where words of announcing may begin: in Chinese not before a clause whose subject is another side."""
    if grammar.near is None:
        return clauses.start
    heads = [g for g in clauses.groups if g.end <= trigger.start and g.start - clauses.around(g.start)[0] <= 1]
    heads = [g for g in heads if g.case == ""]
    return clauses.around(heads[-1].start)[0] if heads and heads[-1].side != heads[0].side else clauses.start


def _going_on(text: str, trigger: Trigger, grammar: Grammar) -> int | None:
    """Where a verb in a form that goes on to the next verb ends (～し、, ～하고), None where it is in no such form."""
    match = grammar.chained.search(text, trigger.end - 2, trigger.end + 2) if grammar.chained else None
    return match.end() if match else None
