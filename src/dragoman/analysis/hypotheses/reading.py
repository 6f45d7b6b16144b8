"""hypotheses.toml read: what is written in it, and each thing that is wrong with it on its line."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.analysis.hypotheses.matrix import MARKS, Cell, Evidence, Fault, Hypothesis, Matrix, process_tests
from dragoman.analysis.hypotheses.places import Place, places
from dragoman.sources.errors import nearest

_HYPOTHESIS, _EVIDENCE = ("id", "says"), ("id", "says", "cite", "test", "of", "cells")


def read_hypotheses(text: str) -> tuple[Matrix | None, tuple[Fault, ...]]:
    """The matrix, None where there is none to weigh; and the faults in the order of their lines.

    [[hypotheses]] has id and says, at least two of them. [[evidence]] has id, says, cite (as in a brief), cells (for
    every hypothesis a mark and the reason for it, as H1 = ["C", "why"], with the words of a source as a third where the
    item's own do not show it), and where it is a test of process tracing test and of.

    >>> read_hypotheses('[[hypotheses]]\\nid = "H1"\\nsays = "so"\\n')[1][0].reason
    'one hypothesis competes with nothing; add a second'
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"line (\d+)", str(error))
        line = int(where[1]) if where else text.count("\n") + 1
        return None, (Fault(line, f"not valid TOML: {str(error).split(' (at')[0]}"),)
    where_of = places(text)
    faults = [Fault(1, f'unknown key "{key}"{nearest(key, ("hypotheses", "evidence"))}')
              for key in data if key not in ("hypotheses", "evidence")]  # fmt: skip
    reader = _Reader(faults)
    hypotheses = list(reader.hypotheses(_rows(data, "hypotheses", where_of, faults)))
    known = [one.id for one in hypotheses]
    evidence = list(reader.evidence(_rows(data, "evidence", where_of, faults), known))
    if len(hypotheses) < 2:
        said = "one hypothesis competes with nothing; add a second" if hypotheses else "no [[hypotheses]]; add two"
        faults.append(Fault(hypotheses[0].line if hypotheses else 1, said))
    if not evidence and not faults:
        faults.append(Fault(1, "no [[evidence]]; nothing can be weighed"))
    whole = len(hypotheses) >= 2 and evidence
    return Matrix(tuple(hypotheses), tuple(evidence)) if whole else None, tuple(sorted(faults))


def _rows(
    data: Mapping[str, Any], name: str, where: Mapping[str, Sequence[Place]], faults: list[Fault]
) -> list[tuple[Mapping[str, Any], Place]]:
    rows = data.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        faults.append(Fault(1, f'"{name}" must be written as [[{name}]] tables'))
        return []
    found = list(where.get(name, ()))
    found += [Place(name, 1)] * (len(rows) - len(found))
    return list(zip(rows, found, strict=False))


class _Reader:
    """Reads rows; each fault is noted with its line, and the row or cell that has one is left out."""

    def __init__(self, faults: list[Fault]) -> None:
        self._faults = faults

    def hypotheses(self, rows: Sequence[tuple[Mapping[str, Any], Place]]) -> Iterator[Hypothesis]:
        taken: set[str] = set()
        for row, place in rows:
            self._only(row, _HYPOTHESIS, place)
            name, says = self._text(row, "id", place), self._text(row, "says", place)
            if name and says and self._free(name, taken, place):
                yield Hypothesis(name, says, place.line)

    def evidence(self, rows: Sequence[tuple[Mapping[str, Any], Place]], known: Sequence[str]) -> Iterator[Evidence]:
        taken: set[str] = set()
        for row, place in rows:
            self._only(row, _EVIDENCE, place)
            name, says = self._text(row, "id", place), self._text(row, "says", place)
            cite = self._text(row, "cite", place)
            cells = dict(self._cells(row.get("cells"), known, place, name or "?"))
            test, of = self._test(row, known, place)
            if name and says and self._free(name, taken, place):
                lines = {key: place.of(key) for key in ("id", "cite", *known)}
                yield Evidence(name, says, cite, cells, test, of, lines)

    def _cells(self, given: object, known: Sequence[str], place: Place, name: str) -> Iterator[tuple[str, Cell]]:
        rows = given if isinstance(given, dict) else {}
        if given is not None and not isinstance(given, dict):
            self._fault(place.of("cells"), 'cells must be a table: under [evidence.cells], H1 = ["C", "why"]')
        for key in rows:
            if key not in known:
                self._fault(place.of(str(key)), f'{name}: no hypothesis "{key}"{nearest(str(key), known)}')
        for key in known:
            if key not in rows:
                self._fault(place.line, f"{name}: no cell for {key}; write N where it says nothing")
                continue
            cell = self._cell(rows[key])
            if isinstance(cell, str):
                self._fault(place.of(key), f"{name}, {key}: {cell}")
            else:
                yield key, cell

    def _cell(self, given: object) -> Cell | str:
        if not isinstance(given, list) or not 2 <= len(given) <= 3 or not all(isinstance(one, str) for one in given):
            return 'a cell is a mark and its reason, as ["I", "why"]'
        mark, why, *cite = given
        if mark not in MARKS:
            return f'"{mark}" is no mark; there are {", ".join(MARKS)}'
        if not why.strip():
            return "no reason; say why in a few words"
        return Cell(mark, why.strip(), "".join(cite))

    def _test(self, row: Mapping[str, Any], known: Sequence[str], place: Place) -> tuple[str, str]:
        test, of = row.get("test", ""), row.get("of", "")
        if not test and not of:
            return "", ""
        if test not in process_tests():
            self._fault(place.of("test"), f'"{test}" is no test; there are: {", ".join(process_tests())}')
        elif of not in known:
            self._fault(place.of("of"), f'"{of}" is no hypothesis; of says which one the {test} tests')
        else:
            return test, of
        return "", ""

    def _only(self, row: Mapping[str, Any], names: Sequence[str], place: Place) -> None:
        for key in row:
            if key not in names:
                self._fault(place.of(key), f'unknown key "{key}"{nearest(key, names)}')

    def _text(self, row: Mapping[str, Any], key: str, place: Place) -> str:
        value = row.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        self._fault(place.of(key), f"{place.name}: no {key}" if value is None else f"{key} must be text, and not empty")
        return ""

    def _free(self, name: str, taken: set[str], place: Place) -> bool:
        if name in taken:
            self._fault(place.of("id"), f'the id "{name}" is taken; give each its own')
            return False
        taken.add(name)
        return True

    def _fault(self, line: int, reason: str) -> None:
        self._faults.append(Fault(line, reason))
