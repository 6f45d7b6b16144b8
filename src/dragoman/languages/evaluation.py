"""Measure times and quantities on a gold set in JSON Lines.

Dates: each line has `set`, `lang`, `text`, `reference` (a day), `span` (the words of the one expression) and `accept`
(a list of [first, last] days; ["0001-01-01", "0001-01-01"] means that no day can be right). The text is read with
`published=reference`. The one answer is the expression that overlaps the span most, of equals the earliest; where the
span is not found in the text, the first expression. It is right where its interval is one of those accepted. Ranges
whose gold leaves out the last unit that they name are counted apart besides.

Quantities: each line has `set`, `kind` (number, percent or currency), `lang`, `text` and `results`, each with `span`
and `value`. A number line is read with `numbers`, the others with `quantities` of that kind. A line is right where all
spans (compared without spaces, width and case) and all values (to a relative 1e-6, as gold values are rounded) agree,
in order. A result without a value is not counted.

Passages of several sentences: see `dragoman.languages.passages`.

Both answer {"data": file name, "total": {cases, right, share}, "languages": {lang: {cases, right, share, "sets": {name:
{cases, right, share}}}}}; sets of quantities are named "set kind". A malformed line raises ValueError with its number.
"""

import json
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dragoman.languages import LANGUAGES, numbers, quantities, times
from dragoman.languages.passages import evaluate_passages
from dragoman.model import TimeExpression

__all__ = [
    "evaluate_dates",
    "evaluate_passages",
    "evaluate_quantities",
    "is_right_date",
    "is_right_quantity",
    "one_answer",
]

_DAY = timedelta(1)
_NO_DAY = ["0001-01-01", "0001-01-01"]
_KINDS = {"number": "number", "percent": "percent", "currency": "money"}


def evaluate_dates(path: str | Path) -> dict[str, Any]:
    """Share of phrases whose one answer is an accepted interval, by language and set; see the module for the fields.

    >>> import tempfile
    >>> line = '{"set":"own","lang":"en","text":"today","reference":"2018-05-07","span":"today",'
    >>> line += '"accept":[["2018-05-07","2018-05-07"]]}'
    >>> with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
    ...     _ = file.write(line), file.flush()
    ...     evaluate_dates(file.name)["total"]
    {'cases': 1, 'right': 1, 'share': 1.0}

    `apart` in each language: how many ranges of the gold leave out the last unit that they name, and the share without
    them.
    """
    left_out: dict[str, int] = {}

    def right(case: dict[str, Any]) -> bool:
        found = is_right_date(case)
        if not found and leaves_out_its_last_unit(case):
            left_out[case["lang"]] = left_out.get(case["lang"], 0) + 1
        return found

    figures = _evaluate(Path(path), _check_date, right, lambda case: str(case["set"]))
    for language, one in figures["languages"].items():
        apart = left_out.get(language, 0)
        rest = one["cases"] - apart
        one["apart"] = {"cases": apart, "share": round(one["right"] / rest, 4) if rest else None}
    return figures


def evaluate_quantities(path: str | Path) -> dict[str, Any]:
    """Share of phrases whose quantities all have the right span and value, by language, set and kind.

    >>> import tempfile
    >>> line = '{"set":"own","kind":"percent","lang":"en","text":"25 %","results":[{"span":"25 %","value":"25%"}]}'
    >>> with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
    ...     _ = file.write(line), file.flush()
    ...     evaluate_quantities(file.name)["languages"]["en"]["sets"]
    {'own percent': {'cases': 1, 'right': 1, 'share': 1.0}}
    """
    return _evaluate(Path(path), _check_quantity, is_right_quantity, lambda case: f"{case['set']} {case['kind']}")


def is_right_date(case: dict[str, Any]) -> bool:
    """Whether the one answer to a phrase is an interval that its case accepts."""
    answer = one_answer(case["text"], case["span"], times(case["text"], case["lang"], case["reference"]))
    if answer is None:
        return False
    if _NO_DAY in case["accept"]:
        return answer.precision == "unresolved"
    return [_iso(answer.first), _iso(answer.last)] in case["accept"]


def leaves_out_its_last_unit(case: dict[str, Any]) -> bool:
    """Whether the gold of a range ends where its last month, quarter, year or week begins ("May to September": August).

    >>> range_of = {"lang": "en", "text": "from May to September", "span": "from May to September"}
    >>> leaves_out_its_last_unit({**range_of, "reference": "2018-09-07", "accept": [["2018-05-01", "2018-08-31"]]})
    True
    """
    answer = one_answer(case["text"], case["span"], times(case["text"], case["lang"], case["reference"]))
    if answer is None or answer.first is None or answer.last is None:
        return False
    ends = {str(begin - _DAY) for begin in _units_ending(answer.last) if begin > answer.first}
    return any(first == _iso(answer.first) and last in ends for first, last in case["accept"])


def _units_ending(last: date) -> list[date]:
    """Where the month, quarter, year or week begins that ends on a day."""
    found = [last - 6 * _DAY] if last.weekday() == 6 else []
    if (last + _DAY).day == 1:
        months = [last.month] + [last.month - 2] * (last.month % 3 == 0) + [1] * (last.month == 12)
        found += [date(last.year, month, 1) for month in months]
    return found


def one_answer(text: str, span: str, found: list[TimeExpression]) -> TimeExpression | None:
    """The expression that overlaps the span most; of equals the first; the first where the span is absent."""
    start = text.casefold().find(span.strip().casefold())
    if start < 0 or not found:
        return found[0] if found else None
    end = start + len(span.strip())
    return max(found, key=lambda time: (min(end, time.end) - max(start, time.start), -time.start))


def is_right_quantity(case: dict[str, Any]) -> bool:
    """Whether every quantity of a phrase is read with its span and value, and no other."""
    expected = [(_plain(r["span"]), _value(r["value"])) for r in case["results"] if r["value"] not in (None, "null")]
    if case["kind"] == "number":
        read = numbers(case["text"], case["lang"])
    else:
        read = [q for q in quantities(case["text"], case["lang"]) if q.kind == _KINDS[case["kind"]]]
    found = [(_plain(q.text), q.low if q.low is not None else q.high) for q in read]
    if len(found) != len(expected):
        return False
    return all(
        one[0] == two[0] and one[1] is not None and abs(one[1] - two[1]) <= 1e-6 * abs(two[1])
        for one, two in zip(found, expected, strict=True)
    )


def _evaluate(
    path: Path,
    check: Callable[[dict[str, Any]], str | None],
    right: Callable[[dict[str, Any]], bool],
    name: Callable[[dict[str, Any]], str],
) -> dict[str, Any]:
    counts: dict[str, dict[str, list[int]]] = {}
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if line.strip():
            case = _case(line, number, path, check)
            counter = counts.setdefault(case["lang"], {}).setdefault(name(case), [0, 0])
            counter[0] += 1
            counter[1] += right(case)
    languages = {lang: _figures(counts[lang]) for lang in LANGUAGES if lang in counts}
    total = [sum(c[at] for sets in counts.values() for c in sets.values()) for at in (0, 1)]
    return {"data": path.name, "total": _share(*total), "languages": languages}


def _figures(sets: dict[str, list[int]]) -> dict[str, Any]:
    total = [sum(counter[at] for counter in sets.values()) for at in (0, 1)]
    return {**_share(*total), "sets": {name: _share(*sets[name]) for name in sorted(sets)}}


def _share(cases: int, right: int) -> dict[str, Any]:
    return {"cases": cases, "right": right, "share": round(right / cases, 4) if cases else None}


def _case(line: str, number: int, path: Path, check: Callable[[dict[str, Any]], str | None]) -> dict[str, Any]:
    try:
        case = json.loads(line)
    except ValueError as error:
        raise ValueError(f"{path.name}, line {number}: not JSON ({error}); write one object a line") from None
    wrong = "not an object" if not isinstance(case, dict) else (_check_common(case) or check(case))
    if wrong:
        raise ValueError(f"{path.name}, line {number}: {wrong}")
    checked: dict[str, Any] = case
    return checked


def _check_common(case: dict[str, Any]) -> str | None:
    for field in ("set", "lang", "text"):
        if not isinstance(case.get(field), str):
            return f"the field {field!r} must be text"
    if case["lang"] not in LANGUAGES:
        return f"the language is {case['lang']!r}: it must be one of {', '.join(LANGUAGES)}"
    return None


def _check_date(case: dict[str, Any]) -> str | None:
    if not isinstance(case.get("span"), str):
        return "the field 'span' must be text"
    try:
        date.fromisoformat(case.get("reference", ""))
    except (TypeError, ValueError):
        return f"the field 'reference' is {case.get('reference')!r}: write a day as 2018-03-28"
    accept = case.get("accept")
    if not isinstance(accept, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in accept):
        return "the field 'accept' must be a list of [first, last] pairs"
    return None


def _check_quantity(case: dict[str, Any]) -> str | None:
    if case.get("kind") not in _KINDS:
        return f"the field 'kind' is {case.get('kind')!r}: it must be one of {', '.join(_KINDS)}"
    results = case.get("results")
    if not isinstance(results, list):
        return "the field 'results' must be a list"
    for result in results:
        if not isinstance(result, dict) or not isinstance(result.get("span"), str) or "value" not in result:
            return "each result must have a 'span' and a 'value'"
        try:
            _value(result["value"])
        except ValueError:
            return f"the value {result['value']!r} is no number"
    return None


def _value(value: Any) -> float:
    return 0.0 if value in (None, "null") else float(str(value).rstrip("%"))


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split()).replace("−", "-")


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
