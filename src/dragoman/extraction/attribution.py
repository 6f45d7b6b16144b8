"""Who says so, where the text says who."""

from dragoman.extraction.clauses import Clauses
from dragoman.extraction.grammar import Grammar
from dragoman.extraction.particles import is_topic
from dragoman.extraction.parties import Group


def attributed_to(clauses: Clauses, trigger: tuple[int, int], grammar: Grammar) -> str | None:
    """The id of whoever reports the event of this trigger in its sentence, or None."""
    spans = clauses.speech
    if not grammar.by_position:
        later = [span for span in spans if span[0] >= trigger[1] - 4]
        return _name(_topic(clauses, trigger[0], grammar)) if later else None
    for start, end in spans:
        if end <= trigger[0]:
            group = _speaker(clauses, start, end)
        elif start >= trigger[1]:
            group = _speaker(clauses, start, end) if clauses.around(start - 1)[0] > trigger[1] else None
        else:
            continue
        if group is not None:
            return _name(group)
    return None


def _topic(clauses: Clauses, before: int, grammar: Grammar) -> Group | None:
    """The first subject, unless the topic of the sentence is somebody whom the gazetteer does not know (防衛省は)."""
    first = next((g for g in clauses.groups if g.case == "subject"), None)
    if first is None or grammar.opening is None or is_topic(clauses.text, first, grammar):
        return first
    return None if grammar.opening.match(clauses.text, clauses.start, min(first.start, before)) else first


def _speaker(clauses: Clauses, start: int, end: int) -> Group | None:
    begin, _ = clauses.around(start)
    before = [g for g in clauses.groups if begin <= g.start and g.end <= start and g.case == ""]
    after = [g for g in clauses.groups if end <= g.start <= end + 6 and clauses.text[start:end].startswith("according")]
    return next(iter(before + after), None)


def _name(group: Group | None) -> str | None:
    return group.members[0].entity if group else None
