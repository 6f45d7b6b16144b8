"""The matrix as the analyst wrote it: hypotheses, items of evidence, and a mark with its reason in every cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import yaml

MARKS = {"CC": 2, "C": 1, "N": 0, "I": -1, "II": -2}
"""Very consistent, consistent, neither, inconsistent, very inconsistent; with their places on a line."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One of the explanations that compete; `line` is where it stands in the file."""

    id: str
    says: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """How an item agrees with a hypothesis, why, and words of a source that show it (empty: those of the item)."""

    mark: str
    why: str
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """An item of evidence: what it says, its citation as in a brief, and its cells by hypothesis.

    `test` names one of process tracing that it puts the hypothesis `of` to; both empty where it is none. `lines` tells
    where its parts stand in the file, by name.
    """

    id: str
    says: str
    cite: str
    cells: Mapping[str, Cell]
    test: str = ""
    of: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The hypotheses and the items of evidence, in the order of the file."""

    hypotheses: tuple[Hypothesis, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong with the file, and on which line (from 1)."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}"


@cache
def process_tests() -> dict[str, dict[str, str]]:
    """The four tests by name: what `passed` and `failed` say of a hypothesis, and which of them `decides`.

    >>> process_tests()["hoop"]["failed"]
    'out'
    """
    found: dict[str, dict[str, str]] = yaml.safe_load(
        files("dragoman.analysis.hypotheses").joinpath("tests.yaml").read_text("utf-8")
    )
    return found
