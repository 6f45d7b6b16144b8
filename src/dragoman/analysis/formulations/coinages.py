"""Anachronisms: a use of a formulation before it was coined, which means wrong metadata."""

import re
from dataclasses import dataclass
from pathlib import Path

from dragoman.analysis.formulations.faults import FormulationError
from dragoman.analysis.formulations.rows import given, rows_of
from dragoman.analysis.formulations.texts import period

_DAY = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Coinage:
    """The first day (or month, or year) on which a formulation was used in public, and who says so."""

    phrase: str
    day: str
    source: str

    def after(self, used: int) -> bool:
        """Whether a use in the period `used` (yyyymmdd) comes before the coinage for certain.

        >>> coined = Coinage("全球安全倡议", "2022-04-21", "")
        >>> [coined.after(one) for one in (20220420, 20220400, 20220000, 20210000, 20220421, 0)]
        [True, False, False, True, False, False]
        """
        coined = period(self.day)
        unit = 10_000 if not used % 10_000 else 100 if not used % 100 else 1
        return 0 < used // unit < coined // unit


def load_coinages(folder: Path | None = None) -> dict[str, Coinage]:
    """Coinages by phrase: the case's own coinages.yaml where it has one, else ours.

    >>> load_coinages()["全球安全倡议"].day
    '2022-04-21'
    """
    path, rows = rows_of("coinages.yaml", "coinages", folder)
    coinages = [Coinage(*(given(row, name, path) for name in ("phrase", "day", "source"))) for row in rows]
    for coinage in coinages:
        if not _DAY.fullmatch(coinage.day):
            raise FormulationError(f'{path}: {coinage.phrase}: the day "{coinage.day}" is not a day as 2018-03-01')
    return {coinage.phrase: coinage for coinage in coinages}
