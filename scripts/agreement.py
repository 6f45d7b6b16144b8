"""How far two coders of the same items agree: python scripts/agreement.py FOLDER OTHER [> agreement.json]

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


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(json.dumps(agreement(*(read_items(Path(name)) for name in sys.argv[1:])), ensure_ascii=False, indent=2))
