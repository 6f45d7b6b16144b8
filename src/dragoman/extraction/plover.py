"""Measure the coding of given parties on a PLV set: tab-separated id, sentence, source, target, root, quad.

Answers n, root accuracy, root macro F1, quad macro F1, the F1 of each root, and how many sentences were answered by
default, for all rows and for those with even and odd ids (the digits of the id, modulo 2). A malformed file raises
ValueError with its line. Nothing of a sentence is answered.
"""

import csv
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dragoman.extraction.coding import QUADS, Coded, code

COLUMNS = ("id", "sentence", "source", "target", "root", "quad")
HALVES = ("all", "even", "odd")


def evaluate_plv(path: Path, half: str = "all") -> dict[str, Any]:
    """The figures over a file: for "all", of all three parts; for "even" or "odd", of that half only."""
    rows = _rows(path)
    coded = [(row, code(row["sentence"], row["source"], row["target"])) for row in rows if _in(row, half)]
    parts = HALVES if half == "all" else (half,)
    return {"data": path.name, **{part: _figures([pair for pair in coded if _in(pair[0], part)]) for part in parts}}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if missing := [name for name in COLUMNS if name not in (reader.fieldnames or ())]:
            raise ValueError(f"line 1: no column {missing[0]}; there must be {', '.join(COLUMNS)}")
        rows = list(reader)
    for number, row in enumerate(rows, start=2):
        if None in row.values() or row["root"] not in QUADS or row["quad"] not in ("1", "2", "3", "4"):
            raise ValueError(f"line {number}: a column is missing, or the root or quad is none")
        if not re.search(r"[0-9]", row["id"]):
            raise ValueError(f"line {number}: the id has no number")
    return rows


def _in(row: dict[str, str], half: str) -> bool:
    return half == "all" or int(re.sub(r"[^0-9]", "", row["id"])[-1]) % 2 == (half == "odd")


def _figures(pairs: Sequence[tuple[dict[str, str], Coded]]) -> dict[str, Any]:
    roots = [(row["root"], coded.root) for row, coded in pairs]
    by_root = f1(roots)
    by_quad = f1([(row["quad"], str(coded.quad)) for row, coded in pairs])
    return {
        "n": len(pairs),
        "root_accuracy": round(sum(gold == found for gold, found in roots) / max(1, len(roots)), 3),
        "root_macro_f1": round(sum(by_root.values()) / max(1, len(by_root)), 3),
        "quad_macro_f1": round(sum(by_quad.values()) / max(1, len(by_quad)), 3),
        "by_default": sum(coded.frame is None for _, coded in pairs),
        "root_f1": {root: round(value, 3) for root, value in by_root.items()},
    }


def f1(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """F1 of each label that is in the gold, from (gold, found) pairs.

    >>> f1([("A", "A"), ("A", "B"), ("B", "B")])
    {'A': 0.6666666666666666, 'B': 0.6666666666666666}
    """
    return {
        label: 2
        * sum(gold == found == label for gold, found in pairs)
        / sum((gold == label) + (found == label) for gold, found in pairs)
        for label in sorted({gold for gold, _ in pairs})
    }
