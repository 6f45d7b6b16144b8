"""Measure the comparison on our own gold (`evaluation/readouts`); its code book is the README there.

The program reads the joined clauses of each side and cuts its own; a clause of its own stands for the clauses of the
gold that it covers by half or more, or for the one that it overlaps most. Measured are

- **alignment**: F1 over pairs of clauses, one of the left and one of the right, that a link joins;
- **types**: each clause bears the types of its link, or only-left, only-right. F1 over (clause, type), and the share of
  clauses whose types are all right; by type too;
- **mismatched**: the share of left accounts with the right accounts of other events that pass for one event (none
  should; counted within each half), and **one event**: the share of the true pairs that do (all should).
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.analysis.readouts.accounts import Account
from dragoman.analysis.readouts.clauses import Clause
from dragoman.analysis.readouts.comparing import Comparison, compared
from dragoman.analysis.readouts.differences import TYPES
from dragoman.analysis.readouts.likeness import Embedder, sentence_encoder
from dragoman.analysis.readouts.pair import paired
from dragoman.extraction import observe
from dragoman.gazetteer import Gazetteer, load
from dragoman.languages import LANGUAGES

Label = tuple[str, int, str]
KINDS = (*TYPES, "only-left", "only-right")


@dataclass(frozen=True, slots=True)
class Coding:
    """Links as pairs of clauses, and each clause's types as (side, clause, type)."""

    pairs: frozenset[tuple[int, int]]
    labels: frozenset[Label]


def evaluate_readouts(path: str | Path) -> dict[str, Any]:
    """Figures with meaning and without, for all pairs and for the ids ending in an even and in an odd digit.

    Answers {"data", "with meaning" | "without meaning": {"all" | "even" | "odd": {"all" | "en-zh" ...: figures}}}.
    ValueError with its line for a malformed file; ReadoutError where the embedder is not installed.
    """
    path = Path(path)
    items = read_pairs(path / "pairs.jsonl" if path.is_dir() else path)
    known = load()
    accounts = {item["id"]: (account_of(item, "left"), account_of(item, "right")) for item in items}
    answer: dict[str, Any] = {"data": path.name}
    for name, embedder in (("with meaning", Remembering(sentence_encoder())), ("without meaning", None)):
        answer[name] = {
            half: _half(
                [one for one in items if half in ("all", _half_of(one["id"]))], accounts, known, embedder, half != "all"
            )
            for half in ("all", "even", "odd")
        }
    return answer


class Remembering:
    """An embedder that reads each text once."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._held: dict[str, Any] = {}

    def encode(self, texts: list[str]) -> Any:
        """One row a text."""
        fresh = [text for text in dict.fromkeys(texts) if text not in self._held]
        if fresh:
            self._held.update(zip(fresh, self._embedder.encode(fresh), strict=True))
        return [self._held[text] for text in texts]


def _half(
    items: Sequence[dict[str, Any]],
    accounts: dict[str, tuple[Account, Account]],
    known: Gazetteer,
    embedder: Embedder | None,
    mismatched: bool,
) -> dict[str, Any]:
    rows = [(item, compared(paired(*accounts[item["id"]], known), embedder)) for item in items]
    codings = [(languages_of(item), gold(item), coded(item, found)) for item, found in rows]
    answer = {"all": figures([(one, other) for _, one, other in codings])}
    for name in sorted({name for name, _, _ in codings}):
        answer[name] = figures([(one, other) for held, one, other in codings if held == name])
    answer["all"]["one event"] = _share(not found.refused for _, found in rows)
    if mismatched:
        answer["all"]["mismatched"] = _share(
            not compared(paired(accounts[one["id"]][0], accounts[other["id"]][1], known), embedder).refused
            for one in items
            for other in items
            if one is not other
        )
    return answer


def figures(codings: Sequence[tuple[Coding, Coding]]) -> dict[str, Any]:
    """Figures over pairs of gold and reading.

    >>> one = Coding(frozenset({(0, 0)}), frozenset({("left", 0, "reworded"), ("right", 0, "reworded")}))
    >>> figures([(one, one)])["alignment"]["f1"]
    1.0
    """
    clauses = [
        (
            {kind for held, number, kind in one.labels if (held, number) == place},
            {kind for held, number, kind in other.labels if (held, number) == place},
        )
        for one, other in codings
        for place in sorted({(side, number) for side, number, _ in one.labels})
    ]
    return {
        "pairs": len(codings),
        "alignment": _f1((one.pairs, other.pairs) for one, other in codings),
        "types": _f1((one.labels, other.labels) for one, other in codings)
        | {"exact": _share(a == b for a, b in clauses)},
        "by type": {
            kind: _f1((_of(one.labels, kind), _of(other.labels, kind)) for one, other in codings) for kind in KINDS
        },
    }  # fmt: skip


def gold(item: dict[str, Any]) -> Coding:
    """What the gold says of an item."""
    return _coding(item, [(set(one["left"]), set(one["right"]), set(one["types"])) for one in item["links"]])


def coded(item: dict[str, Any], found: Comparison) -> Coding:
    """What a comparison says of an item, in the gold's clauses."""
    places = [_places(item[side], held) for side, held in zip(("left", "right"), found.pair.clauses, strict=True)]
    rows = [
        (
            {number for at in link.left for number in places[0][at]},
            {number for at in link.right for number in places[1][at]},
            {one.type for one in held},
        )
        for link, held in zip(found.links, found.differences, strict=True)
    ]
    return _coding(item, rows)


def _coding(item: dict[str, Any], rows: Sequence[tuple[set[int], set[int], set[str]]]) -> Coding:
    pairs = {(one, other) for left, right, _ in rows for one in left for other in right}
    labels = {("left", number, kind) for left, _, kinds in rows for number in left for kind in kinds}
    labels |= {("right", number, kind) for _, right, kinds in rows for number in right for kind in kinds}
    for side in ("left", "right"):
        told = {number for held, number, _ in labels if held == side}
        labels |= {(side, at, f"only-{side}") for at in range(len(item[side]["clauses"])) if at not in told}
    return Coding(frozenset(pairs), frozenset(labels))


def _places(side: dict[str, Any], held: Sequence[Clause]) -> list[set[int]]:
    """For each clause of the program's own, the clauses of the gold that it stands for."""
    spans, start = [], 0
    for text in side["clauses"]:
        spans.append((start, start + len(text)))
        start += len(text) + len(_joint(side["lang"]))
    answer = []
    for clause in held:
        shared = [max(0, min(end, clause.end) - max(first, clause.start)) for first, end in spans]
        covered = {at for at, (first, end) in enumerate(spans) if 2 * shared[at] >= end - first}
        answer.append(covered or {shared.index(max(shared))})
    return answer


def account_of(item: dict[str, Any], side: str) -> Account:
    """One side of an item as an account, read by the extractor."""
    row = item[side]
    text = _joint(row["lang"]).join(row["clauses"])
    readings = observe(text, row["lang"], row["published"])
    return Account(f"{item['id']}-{side}", f"{item['id']}-{side}", text, row["lang"], row["published"], readings)


def languages_of(item: dict[str, Any]) -> str:
    """The two languages of an item, in the order of the alphabet.

    >>> languages_of({"left": {"lang": "zh"}, "right": {"lang": "en"}})
    'en-zh'
    """
    return "-".join(sorted((item["left"]["lang"], item["right"]["lang"])))


def read_pairs(path: Path) -> list[dict[str, Any]]:
    """The pairs of a file, each checked."""
    items = []
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if line.strip():
            items.append(_item(line, f"{path.name}, line {number}"))
    return items


def _item(line: str, where: str) -> dict[str, Any]:
    try:
        item: dict[str, Any] = json.loads(line)
        sides = [item["left"], item["right"]]
        sound = all(one["lang"] in LANGUAGES and one["clauses"] and "published" in one for one in sides)
        ranges = [range(len(one["clauses"])) for one in sides]
        for link in item["links"]:
            sound = sound and all(n in ranges[0] for n in link["left"]) and all(n in ranges[1] for n in link["right"])
            sound = sound and set(link["types"]) <= set(TYPES) and bool(link["types"])
        sound = sound and isinstance(item["id"], str)
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{where}: not a pair of accounts ({error!r}); see evaluation/readouts/README.md") from None
    if not sound:
        raise ValueError(f"{where}: an unknown language or type, no clauses, or a link to a clause that is not there")
    return item


def _joint(language: str) -> str:
    return "" if language in ("zh", "ja") else " "


def _half_of(identifier: str) -> str:
    return "odd" if identifier[-1] in "13579" else "even"


def _of(labels: Iterable[Label], kind: str) -> frozenset[Label]:
    return frozenset(one for one in labels if one[2] == kind)


def _f1(pairs: Iterable[tuple[frozenset[Any], frozenset[Any]]]) -> dict[str, Any]:
    counts = Counter[str]()
    for one, other in pairs:
        counts.update(gold=len(one), read=len(other), right=len(one & other))
    wanted, read, right = counts["gold"], counts["read"], counts["right"]
    f1 = round(2 * right / (wanted + read), 4) if wanted + read else None
    return {"gold": wanted, "read": read, "right": right, "f1": f1}


def _share(answers: Iterable[bool]) -> float | None:
    held = list(answers)
    return round(sum(held) / len(held), 4) if held else None
