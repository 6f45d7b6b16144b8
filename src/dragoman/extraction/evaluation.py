"""Measure events, statements, attendance, signatures, appointments and names on our own gold (`evaluation/events`).

Gold and readings are matched one to one within each item:

- an event where type, parties, days and status agree; also told: by type and parties alone, and on the pairs matched
  so the share whose days, status and place agree;
- a statement where the speaker agrees and the words said overlap by four fifths of the longer of the two;
- attendance, signature, appointment where the party and the role, act or action agree; a name where span and id agree.

A speaker or a party of an event without a gazetteer id agrees with anyone. In the other kinds an entry without an id
asks for nothing: it is left out, and so is one reading that fits it.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from dragoman.extraction.gold import KINDS, Coding, Deed, Row, of_item, of_readings
from dragoman.extraction.observing import observe
from dragoman.languages import LANGUAGES

OVERLAP = 0.8
_NEEDED = ("id", "lang", "text", "events")

Thing = TypeVar("Thing", Deed, Row)
Pairs = list[tuple[Thing, Thing]]
Comparison = tuple[Coding, Coding]


def evaluate_events(path: str | Path) -> dict[str, Any]:
    """Figures over a JSON Lines file, or a folder of them, for ids ending in an odd digit, in an even one, and all.

    Answers {"data", "all" | "even" | "odd": {"all" | lang: {"items", kind: figures}}} with the kinds of `gold.KINDS`
    and as figures {gold, read, right, precision, recall, f1}. Events also have "type_and_parties" (the same figures)
    and "agreeing" (shares on the pairs matched by type and parties). Raises ValueError with file and line where a line
    is malformed.

    >>> import tempfile
    >>> line = '{"id":"en-1","lang":"en","published":null,"text":"It rained.","events":[]}'
    >>> with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
    ...     _ = file.write(line), file.flush()
    ...     evaluate_events(file.name)["odd"]["en"]["items"]
    1
    """
    path = Path(path)
    rows = [(item, (of_item(item), read(item))) for item in read_items(path)]
    answer: dict[str, Any] = {"data": path.name}
    for half in ("all", "even", "odd"):
        chosen = [(item, pair) for item, pair in rows if half in ("all", half_of(item["id"]))]
        languages = [lang for lang in LANGUAGES if any(item["lang"] == lang for item, _ in chosen)]
        answer[half] = {"all": figures([pair for _, pair in chosen])}
        for lang in languages:
            answer[half][lang] = figures([pair for item, pair in chosen if item["lang"] == lang])
    return answer


def read(item: dict[str, Any]) -> Coding:
    """What the extractor finds in the text of an item."""
    return of_readings(observe(item["text"], item["lang"], item.get("published")))


def half_of(identifier: str) -> str:
    """Which half an id belongs to, by its last digit; the odd half is not read when the engine is mended.

    >>> half_of("zh-017")
    'odd'
    """
    return "odd" if identifier[-1] in "13579" else "even"


def figures(comparisons: Sequence[Comparison]) -> dict[str, Any]:
    """Figures over pairs of gold and reading (or of two coders); see `evaluate_events`."""
    answer: dict[str, Any] = {"items": len(comparisons), "events": _event_figures(comparisons)}
    for kind in KINDS[1:]:
        answer[kind] = _row_figures([(getattr(g, kind), getattr(r, kind)) for g, r in comparisons], kind)
    return answer


def match(gold: Sequence[Thing], found: Sequence[Thing], same: Callable[[Thing, Thing], bool]) -> Pairs[Thing]:
    """Pairs one to one: each of the gold, in order, with the first of those found that is the same and not yet taken.

    >>> one, other = Row("CHN", "signed", (0, 0)), Row("USA", "signed", (0, 0))
    >>> match([one, one], [other, one], lambda a, b: a.party == b.party) == [(one, one)]
    True
    """
    left = list(found)
    pairs: Pairs[Thing] = []
    for thing in gold:
        at = next((at for at, other in enumerate(left) if same(thing, other)), None)
        if at is not None:
            pairs.append((thing, left.pop(at)))
    return pairs


def match_events(gold: Sequence[Deed], found: Sequence[Deed]) -> Pairs[Deed]:
    """Pairs of equal type and parties; those whose days and status agree too are paired first."""
    exact = match(gold, found, Deed.same)
    rest, left = _without(gold, [g for g, _ in exact]), _without(found, [f for _, f in exact])
    return exact + match(rest, left, Deed.same_parties)


def f1(gold: int, found: int, right: int) -> dict[str, Any]:
    """Counts with precision, recall and their harmonic mean; None where nothing could be right.

    >>> f1(4, 2, 1)
    {'gold': 4, 'read': 2, 'right': 1, 'precision': 0.5, 'recall': 0.25, 'f1': 0.3333}
    """
    precision, recall = share(right, found), share(right, gold)
    mean = round(2 * right / (gold + found), 4) if gold + found else None
    return {"gold": gold, "read": found, "right": right, "precision": precision, "recall": recall, "f1": mean}


def share(part: int, whole: int) -> float | None:
    """A part of a whole to four places; None of nothing."""
    return round(part / whole, 4) if whole else None


def _event_figures(comparisons: Sequence[Comparison]) -> dict[str, Any]:
    gold = sum(len(g.events) for g, _ in comparisons)
    found = sum(len(r.events) for _, r in comparisons)
    pairs = [pair for g, r in comparisons for pair in match_events(g.events, r.events)]
    agreeing = {
        field: share(sum(getattr(one, field) == getattr(other, field) for one, other in pairs), len(pairs))
        for field in ("days", "status", "place")
    }
    exact = sum(one.same(other) for one, other in pairs)
    return {**f1(gold, found, exact), "type_and_parties": f1(gold, found, len(pairs)), "agreeing": agreeing}


def _row_figures(sides: Sequence[tuple[Sequence[Row], Sequence[Row]]], kind: str) -> dict[str, Any]:
    gold = found = right = 0
    for wanted, rows in sides:
        if kind == "statements":
            asked, left = list(wanted), list(rows)
            right += len(match(asked, left, same_statement))
        else:
            asked = [row for row in wanted if row.party is not None]
            free = [row for row in wanted if row.party is None]
            pairs = match(asked, rows, _same_row)
            left = _without(rows, [row for _, row in pairs])
            fit = match(free, left, lambda one, other: (one.what, one.span) == (other.what, other.span))
            left = _without(rows, [row for _, row in fit])
            right += len(pairs)
        gold, found = gold + len(asked), found + len(left)
    return f1(gold, found, right)


def _same_row(one: Row, other: Row) -> bool:
    return one == other


def same_statement(one: Row, other: Row) -> bool:
    """Whether the speakers agree (one without an id with anyone) and the words overlap enough.

    >>> same_statement(Row("CHN", "", (0, 10)), Row(None, "", (2, 10)))
    True
    """
    common = min(one.span[1], other.span[1]) - max(one.span[0], other.span[0])
    longer = max(one.span[1] - one.span[0], other.span[1] - other.span[0])
    speakers = None in (one.party, other.party) or one.party == other.party
    return speakers and common >= OVERLAP * longer


def _without(things: Sequence[Thing], taken: Sequence[Thing]) -> list[Thing]:
    left = list(things)
    for thing in taken:
        left.remove(thing)
    return left


def read_items(path: Path) -> Iterator[dict[str, Any]]:
    """The items of a file, or of every .jsonl file of a folder in the order of names, each with the fields it needs."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise ValueError(f"{path.name}: no .jsonl file in this folder; name the folder that holds the items")
    for file in files:
        for number, line in enumerate(file.read_text("utf-8").split("\n"), 1):
            if line.strip():
                yield _item(line, f"{file.name}, line {number}")


def _item(line: str, where: str) -> dict[str, Any]:
    try:
        item: dict[str, Any] = json.loads(line)
        missing = [name for name in _NEEDED if name not in item]
        if not missing:
            of_item(item)
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{where}: not an item of the gold ({error!r}); see docs/codebook.md") from None
    if missing:
        raise ValueError(f"{where}: the item lacks {', '.join(missing)}; see docs/codebook.md")
    if item["lang"] not in LANGUAGES:
        raise ValueError(f"{where}: the language is {item['lang']!r}: it must be one of {', '.join(LANGUAGES)}")
    return item
