"""How far two coders of the same items agree: python scripts/agreement.py FOLDER OTHER [TEXTS] [> agreement.json]

The codings may leave out language, day and text; these then come from the items of TEXTS with the same ids.

For each language and all: the figures of `dragoman eval events` with the first coder as gold (F1 is the same either way
round), and Cohen's kappa (1960) on two questions: whether an item tells any event, and of what type the events are
that both coders found at the same words (their triggers overlap).
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from dragoman.extraction.evaluation import figures, match, read_items, share
from dragoman.extraction.gold import Coding, Deed, of_item
from dragoman.languages import LANGUAGES


def agreement(one: Iterable[dict[str, Any]], other: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Agreement on the items that the second coder has, for each language and all; items are paired by id.

    Raises ValueError where the first coder has no item with the id and text of one of the second's.
    """
    first = {item["id"]: item for item in one}
    pairs: list[tuple[str, Coding, Coding]] = []
    for item in other:
        twin = first.get(item["id"])
        if twin is None or twin["text"] != item["text"]:
            raise ValueError(f"{item['id']}: the first coder has no item with this id and text")
        pairs.append((item["lang"], of_item(twin), of_item(item)))
    languages = ["all", *(lang for lang in LANGUAGES if any(row[0] == lang for row in pairs))]
    return {name: _figures([(a, b) for lang, a, b in pairs if name in ("all", lang)]) for name in languages}


def with_texts(codings: Sequence[dict[str, Any]], texts: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Codings that hold only an id and what was coded, completed by the item of that id.

    Raises ValueError where there is none.

    >>> with_texts([{"id": "en-001", "events": []}], [{"id": "en-001", "text": "It rained.", "events": ["rain"]}])
    [{'id': 'en-001', 'text': 'It rained.', 'events': []}]
    """
    items = {item["id"]: item for item in texts}
    missing = [coding["id"] for coding in codings if coding["id"] not in items]
    if missing:
        raise ValueError(f"{missing[0]}: no text with this id")
    return [{**items[coding["id"]], **coding} for coding in codings]


def read_codings(folder: Path) -> list[dict[str, Any]]:
    """The codings of every .jsonl file of a folder, in the order of names."""
    return [
        json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two coders' answers; None where there are none, or both always give the same single answer.

    >>> kappa([("meet", "meet"), ("meet", "visit"), ("visit", "visit"), ("visit", "visit")])
    0.5
    """
    if not pairs:
        return None
    seen = sum(a == b for a, b in pairs) / len(pairs)
    one, other = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(one[name] * other[name] for name in one) / len(pairs) ** 2
    return None if chance == 1 else round((seen - chance) / (1 - chance), 4)


def _figures(comparisons: Sequence[tuple[Coding, Coding]]) -> dict[str, Any]:
    types = [(a.type, b.type) for one, other in comparisons for a, b in match(one.events, other.events, _overlap)]
    telling = [(str(bool(one.events)), str(bool(other.events))) for one, other in comparisons]
    return {
        **figures(comparisons),
        "type_at_the_same_words": {
            "pairs": len(types),
            "equal": share(sum(a == b for a, b in types), len(types)),
            "kappa": kappa(types),
        },
        "any_event": {"equal": share(sum(a == b for a, b in telling), len(telling)), "kappa": kappa(telling)},
    }


def _overlap(one: Deed, other: Deed) -> bool:
    return min(one.span[1], other.span[1]) > max(one.span[0], other.span[0])


def _main(names: Sequence[str]) -> dict[str, Any]:
    folders = [Path(name) for name in names]
    if len(folders) == 2:
        return agreement(read_items(folders[0]), read_items(folders[1]))
    texts = list(read_items(folders[2]))
    one, other = (with_texts(read_codings(folder), texts) for folder in folders[:2])
    return agreement(one, other)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    print(json.dumps(_main(sys.argv[1:]), ensure_ascii=False, indent=2))
