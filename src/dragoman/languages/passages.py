"""Measure times on passages of several sentences: our own set, `evaluation/passages`.

Each line of a JSON Lines file has `id` (it ends in a number), `lang`, `published` (a day or null), `text` and `times`,
each with `text`, `occurrence` (from 1), `from`, `to` (days or null), `precision` and `kind`. The whole passage is read
with `published`; the answer to a time is the one expression that overlaps its words most. It is right where both ends
are equal; a time that is unresolved is right where there is no answer or one without days.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.languages import LANGUAGES, times
from dragoman.model import TimeExpression

_NUMBER = re.compile(r"([0-9]+)\D*$")

Outcome = tuple[dict[str, Any], TimeExpression | None, bool]


def evaluate_passages(path: str | Path) -> dict[str, Any]:
    """Share of times read right, by language, kind and half (by the number in the id), with the spurious answers.

    `path` is a JSON Lines file or a folder of them. Answers {"data", "total": {cases, right, share, spurious},
    "languages": {lang: {cases, right, share, spurious, "kinds": {kind: {cases, right, share}},
    "halves": {"odd" and "even": {cases, right, share}}}}}; `spurious` counts the expressions that overlap no time of
    the gold. Raises ValueError with file and line where a line is malformed.

    >>> import tempfile
    >>> time = '{"text":"March 1","occurrence":1,"from":"2018-03-01","to":"2018-03-01","kind":"month-day"}'
    >>> line = '{"id":"en-001","lang":"en","published":"2018-03-04","text":"It rained on March 1.","times":[%s]}'
    >>> with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
    ...     _ = file.write(line % time), file.flush()
    ...     evaluate_passages(file.name)["total"]
    {'cases': 1, 'right': 1, 'share': 1.0, 'spurious': 0}
    """
    path = Path(path)
    counts: dict[str, dict[str, dict[str, list[int]]]] = {}
    spurious: dict[str, int] = {}
    for passage in read_passages(path):
        lang = str(passage["lang"])
        groups = counts.setdefault(lang, {"all": {}, "kinds": {}, "halves": {}})
        number = _NUMBER.search(str(passage["id"]))
        half = "even" if number is None or int(number[1]) % 2 == 0 else "odd"
        outcomes, extra = read_against_gold(passage)
        spurious[lang] = spurious.get(lang, 0) + len(extra)
        for time, _, right in outcomes:
            for group, name in (("all", "all"), ("kinds", str(time.get("kind", "?"))), ("halves", half)):
                counter = groups[group].setdefault(name, [0, 0])
                counter[0] += 1
                counter[1] += right
    languages: dict[str, Any] = {}
    for lang in (name for name in LANGUAGES if name in counts):
        groups = counts[lang]
        languages[lang] = {
            **_share(*groups["all"].get("all", [0, 0])),
            "spurious": spurious[lang],
            "kinds": {name: _share(*groups["kinds"][name]) for name in sorted(groups["kinds"])},
            "halves": {name: _share(*groups["halves"][name]) for name in ("odd", "even") if name in groups["halves"]},
        }
    cases, right = (sum(figures[name] for figures in languages.values()) for name in ("cases", "right"))
    total = {**_share(cases, right), "spurious": sum(spurious.values())}
    return {"data": path.name, "total": total, "languages": languages}


def read_against_gold(passage: dict[str, Any]) -> tuple[list[Outcome], list[TimeExpression]]:
    """Every gold time of a passage with its answer and whether that is right; and the answers that no time overlaps."""
    text = passage["text"]
    found = times(text, passage["lang"], passage["published"])
    outcomes: list[Outcome] = []
    touched: set[int] = set()
    for time in passage["times"]:
        start = -1
        for _ in range(int(time["occurrence"])):
            start = text.find(time["text"], start + 1)
        end = start + len(time["text"])
        overlaps = [(min(end, one.end) - max(start, one.start), at) for at, one in enumerate(found)]
        overlapping = [(size, -at) for size, at in overlaps if size > 0]
        touched.update(-at for _, at in overlapping)
        answer = found[-max(overlapping)[1]] if overlapping else None
        outcomes.append((time, answer, _is_right(time, answer)))
    return outcomes, [one for at, one in enumerate(found) if at not in touched]


def _is_right(time: dict[str, Any], answer: TimeExpression | None) -> bool:
    wanted = [time["from"], time["to"]]
    if answer is None:
        return wanted == [None, None]
    return [day and day.isoformat() for day in (answer.first, answer.last)] == wanted


def read_passages(path: Path) -> Iterator[dict[str, Any]]:
    """The passages of a file, or of every .jsonl file of a folder in the order of names, each checked."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise ValueError(f"{path.name}: no .jsonl file in this folder; name the folder that holds the passages")
    for file in files:
        for number, line in enumerate(file.read_text("utf-8").split("\n"), 1):
            if line.strip():
                yield _passage(line, f"{file.name}, line {number}")


def _passage(line: str, where: str) -> dict[str, Any]:
    try:
        passage = json.loads(line)
    except ValueError as error:
        raise ValueError(f"{where}: not JSON ({error}); write one object a line") from None
    if not isinstance(passage, dict):
        raise ValueError(f"{where}: not an object")
    for name in ("id", "lang", "text"):
        if not isinstance(passage.get(name), str):
            raise ValueError(f"{where}: the field {name!r} must be text")
    if passage["lang"] not in LANGUAGES:
        raise ValueError(f"{where}: the language is {passage['lang']!r}: it must be one of {', '.join(LANGUAGES)}")
    if not (passage.get("published") is None or isinstance(passage["published"], str)):
        raise ValueError(f"{where}: the field 'published' must be a day or null")
    if not isinstance(passage.get("times"), list):
        raise ValueError(f"{where}: the field 'times' must be a list")
    for time in passage["times"]:
        complete = isinstance(time, dict) and {"text", "occurrence", "from", "to"} <= set(time)
        if not complete or passage["text"].count(time["text"]) < 1:
            raise ValueError(
                f"{where}: the time {time!r} needs text (which stands in the passage), occurrence, from, to"
            )
    passage.setdefault("published", None)
    checked: dict[str, Any] = passage
    return checked


def _share(cases: int, right: int) -> dict[str, Any]:
    return {"cases": cases, "right": right, "share": round(right / cases, 4) if cases else None}
