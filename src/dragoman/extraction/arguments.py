"""The groups in reach of a trigger."""

from dragoman.extraction.clauses import Clauses
from dragoman.extraction.grammar import Grammar
from dragoman.extraction.particles import by_particle
from dragoman.extraction.parties import Group
from dragoman.extraction.positions import by_position


def arguments(clauses: Clauses, trigger: tuple[int, int], grammar: Grammar) -> list[tuple[str, Group]]:
    """The groups that belong to a trigger, each with its case there, the subject first where there is one."""
    if grammar.by_position:
        return by_position(clauses, trigger, grammar)
    return by_particle(clauses, trigger, grammar)
