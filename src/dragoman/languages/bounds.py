"""The words beside an amount that set its bounds: at least, 约, 以上, 미만."""

import re
from functools import cache, lru_cache

from dragoman.languages.amount import Amount
from dragoman.languages.grammar import load_data
from dragoman.model import Quantity

_REACH = 28
_NO_MARKS: frozenset[str] = frozenset()
_SHUT_OUT = frozenset(["above", "under"])
_LOWER, _UPPER = frozenset(["least", "above"]), frozenset(["most", "under"])


class BoundWords:
    """The bound words of one language, compiled; `about`, `least`, `most`, `above` and `under` in the data."""

    def __init__(self, lang: str) -> None:
        rules = load_data("amounts")[lang]
        self._before = re.compile(_marks(rules["before"]) + r"(?: the| a total of|有|达到?|为|で|に| )? {0,2}\Z")
        self._ends = frozenset(word[-1] for words in rules["before"].values() for word in words) | set(
            "efa有达到为でに "
        )
        self._after = re.compile(str(rules["particle"]) + " {0,2}" + _marks(rules["after"]))
        self._not_after = {word: frozenset(characters) for word, characters in rules.get("not_after", {}).items()}
        self._words_apart = lang in ("en", "ko")
        self._marks = lru_cache(maxsize=4096)(self._marks_at_end)

    def marks_before(self, folded: str, start: int) -> frozenset[str]:
        """What the words right before `start` say, two of them at most ("at least about")."""
        if folded[max(0, start - 3) : start].rstrip(" ")[-1:] not in self._ends:
            return _NO_MARKS
        return self._marks(folded[max(0, start - 2 * _REACH - 1) : start])

    def _marks_at_end(self, folded: str) -> frozenset[str]:
        marks: set[str] = set()
        start = len(folded)
        for _ in range(2):
            last = folded[max(0, start - 3) : start].rstrip(" ")[-1:]
            if last not in self._ends:
                break
            left = self._before.search(folded, max(0, start - _REACH), start)
            if left is None or self._is_part_of_a_word(left, folded):
                break
            marks.add((left.lastgroup or "").partition("_")[0])
            start = left.start()
        return frozenset(marks)

    def _is_part_of_a_word(self, left: re.Match[str], folded: str) -> bool:
        before = folded[left.start() - 1 : left.start()] if left.start() else ""
        if self._words_apart and before.isalpha():
            return True
        return before != "" and before in self._not_after.get(left[left.lastgroup or 0], ())

    def bounded(self, amount: Amount, folded: str, text: str) -> Quantity:
        """The quantity of an amount, with the bounds that the words beside it set."""
        start, end = amount.start, amount.end
        marks = self.marks_before(folded, start)
        right = self._after.match(folded, end)
        if right is None and amount.after != end:
            right = self._after.match(folded, amount.after)
        if right:
            marks |= {(right.lastgroup or "").partition("_")[0]}
        if not marks:
            open_, about = amount.high is None, amount.approximate
            values = amount.low, amount.high, amount.unit, amount.currency, about, open_
            return Quantity(start, end, text[start:end], amount.kind, *values)
        low: float | None = amount.low
        high = amount.high
        strict = high is None or bool(marks & _SHUT_OUT)
        if marks & _LOWER and not marks & _UPPER:
            high = None
        elif marks & _UPPER and not marks & _LOWER and high is not None:
            low = None
        about = amount.approximate or "about" in marks
        unit, currency = amount.unit, amount.currency
        return Quantity(start, end, text[start:end], amount.kind, low, high, unit, currency, about, strict)


def _marks(groups: dict[str, list[str]]) -> str:
    words = sorted(((word, name) for name, list_ in groups.items() for word in list_), key=lambda p: (-len(p[0]), p[0]))
    return "(?:" + "|".join(f"(?P<{name}_{at}>{re.escape(word)})" for at, (word, name) in enumerate(words)) + ")"


@cache
def bound_words(lang: str) -> BoundWords:
    """The words of a language, compiled when first asked for."""
    return BoundWords(lang)
