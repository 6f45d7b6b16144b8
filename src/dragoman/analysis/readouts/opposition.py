"""Clauses that cannot tell the same matter, because each tells another side's words or act, or other people's."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from dragoman.analysis.readouts.clauses import Clause

MUTUAL = frozenset(f"act:{name}" for name in ("call", "convene", "host", "invite", "meet", "sign", "visit"))
Names = frozenset[str]
Stance = tuple[Names, Names, Names]


def opposed(left: Sequence[Clause], right: Sequence[Clause], parties: Names) -> npt.NDArray[np.bool_]:
    """For each pair of clauses whether they cannot tell the same matter.

    They cannot where each names two people or more and one whom the other does not, or where their words or acts are
    those of different `parties`, unless it is a mutual act: a shared verb of MUTUAL, or two people whom both name.
    """
    here, there = ([_stance(clause, parties) for clause in side] for side in (left, right))
    return np.array([[_differ(one, other) for other in there] for one in here], bool)


def _stance(clause: Clause, parties: Names) -> Stance:
    people = frozenset(one.entity for one in clause.names if one.type == "person")
    return clause.voice & parties, people, clause.keys & MUTUAL


@lru_cache(maxsize=65536)
def _differ(one: Stance, other: Stance) -> bool:
    here, mine, acts = one
    there, others, their = other
    if min(len(mine), len(others)) > 1 and mine - others and others - mine:
        return True
    apart = bool(here and there and here.isdisjoint(there))
    return apart and not acts & their and len(mine & others) < 2
