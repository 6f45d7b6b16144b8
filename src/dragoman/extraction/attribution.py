"""Who says so, where the text says who."""

from dragoman.extraction.clauses import Clauses
from dragoman.extraction.grammar import Grammar
from dragoman.extraction.parties import Group


def attributed_to(clauses: Clauses, trigger: tuple[int, int], grammar: Grammar) -> str | None:
    """The id of whoever reports the event of this trigger in its sentence, or None."""
    spans = clauses.speech
    if not grammar.by_position:
        later = [span for span in spans if span[0] >= trigger[1] - 4]
        return _name(next((g for g in clauses.groups if g.case == "subject"), None)) if later else None
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


def _speaker(clauses: Clauses, start: int, end: int) -> Group | None:
    begin, _ = clauses.around(start)
    before = [g for g in clauses.groups if begin <= g.start and g.end <= start and g.case == ""]
    after = [g for g in clauses.groups if end <= g.start <= end + 6 and clauses.text[start:end].startswith("according")]
    return next(iter(before + after), None)


def _name(group: Group | None) -> str | None:
    return group.members[0].entity if group else None
